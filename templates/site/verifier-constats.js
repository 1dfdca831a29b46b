"use strict";
// Ce que dit une vérification : le verdict, les colonnes, la carte, le tableau des constats.
(() => {
  const { element, dessin, nombre, pluriel, couper, phrase, part, section } = Verifier;
  const MONTRES = 200;
  const PAS = 100;
  const NIVEAUX = { bloquant: ["Faute", "mauvais"], recommandation: ["Conseil", "moyen"] };
  const plat = (texte) => texte.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();

  const niveau = (mot) => element("span", { class: `niveau ${NIVEAUX[mot][1]}` }, NIVEAUX[mot][0]);

  // Comment une colonne s'appelle : son titre, puis son nom.
  function nommer(page, constat) {
    const colonne = constat.numero_de_colonne ? page.resume.colonnes[constat.numero_de_colonne - 1] : undefined;
    const champ = page.champs.find(({ nom }) => nom === constat.colonne);
    const nom = colonne?.nom ?? champ?.nom ?? "";
    return { titre: champ?.titre ?? (nom || "Le fichier et ses lignes"), nom };
  }

  const regle = (page, id) => page.regles[id] ?? Verifier.regles[id] ?? id;

  function verdict(page) {
    const { resume } = page;
    const conseils = resume.recommandations ? ` ${pluriel(resume.recommandations, "conseil aiderait", "conseils aideraient")} à faire mieux.` : "";
    if (!page.lisible) return ["mauvais", "Ce fichier ne peut pas être lu", "Il ne se lit pas comme un tableau. Ce qui suit dit pourquoi."];
    if (resume.valide) return ["bon", `Ce fichier est conforme au standard ${resume.standard}`, `${pluriel(resume.lignes, "ligne lue", "lignes lues")}, aucune faute.${conseils}`];
    const fautes = pluriel(resume.bloquants, "faute", "fautes");
    let ou = `, dans ${pluriel(resume.lignes_invalides, "ligne", "lignes")} sur ${nombre(resume.lignes)}`;
    if (resume.lignes_invalides === 0) ou = ", hors des lignes";
    if (resume.lignes === 0) ou = ", aucune ligne sous l'en-tête";
    return ["mauvais", `Ce fichier n'est pas encore conforme au standard ${resume.standard}`, `${fautes}${ou}.${conseils}`];
  }

  function sommet(page, duree) {
    const { resume } = page;
    const [ton, titre, suite] = verdict(page);
    const bonnes = resume.lignes - Math.min(resume.lignes_invalides, resume.lignes);
    const remplies = resume.colonnes.reduce((somme, colonne) => somme + colonne.remplies, 0);
    const tuile = (valeur, mots, couleur) => element("li", { class: couleur }, element("strong", {}, valeur), " ", mots);
    const tuiles = element(
      "ul",
      { class: "tuiles" },
      tuile(nombre(resume.lignes), resume.lignes < 2 ? "ligne lue" : "lignes lues"),
      tuile(nombre(bonnes), bonnes < 2 ? "ligne sans faute" : "lignes sans faute", "bon"),
      tuile(nombre(resume.bloquants), resume.bloquants < 2 ? "faute" : "fautes", resume.bloquants && "mauvais"),
      tuile(nombre(resume.recommandations), resume.recommandations < 2 ? "conseil" : "conseils", resume.recommandations && "moyen"),
      resume.qualite !== null && tuile(`${resume.qualite}\u00a0/\u00a0100`, "qualité moyenne des lignes"),
      tuile(part(remplies, resume.lignes * resume.colonnes.length), "des cases sont remplies"),
    );
    const lecture = page.lecture.filter((dit) => !dit.includes("cargo standard"));
    return element(
      "section",
      { class: `verdict ${ton}`, "aria-labelledby": "verdict" },
      element("h2", { id: "verdict" }, titre),
      element("p", {}, suite),
      element(
        "p",
        { class: "discret" },
        element("code", {}, couper(page.fichier, MONTRES)),
        ` · ${page.titre}, version ${resume.standard} · ${lecture.map((dit) => couper(dit, 400)).join(" · ")} · lu en ${nombre(Math.max(1, Math.round(duree)))}\u00a0ms`,
      ),
      resume.lignes > 0 && tuiles,
    );
  }

  function exemple(page, constat, avecAide) {
    const ou = constat.ligne && `${page.unite === "élément" ? "Élément" : "Ligne"} ${nombre(constat.ligne)}`;
    return element(
      "li",
      {},
      ou && element("span", { class: "ou" }, element("strong", {}, ou), constat.lieu && ` ${couper(constat.lieu, 80)}`),
      " ",
      element(
        "span",
        {},
        phrase(constat.message),
        avecAide && element("span", { class: "discret" }, ` ${phrase(constat.aide)}`),
        constat.correction !== undefined && avantApres(constat.valeur ?? "", constat.correction),
      ),
    );
  }

  const avantApres = (avant, apres) =>
    element("span", { class: "correction" }, " ", element("del", {}, couper(avant, MONTRES)), " → ", element("ins", {}, couper(apres, MONTRES)));

  function groupe(page, { exemples, ...groupe }, voir) {
    const aide = exemples.length > 1 && exemples.every((constat) => constat.aide === exemples[0].aide) ? exemples[0].aide : undefined;
    const corriges = groupe.corriges ? `, dont ${pluriel(groupe.corriges, "correction sûre proposée", "corrections sûres proposées")}` : "";
    return element(
      "section",
      { class: `sorte ${NIVEAUX[groupe.niveau][1]}` },
      element("h4", {}, niveau(groupe.niveau), " ", regle(page, groupe.regle)),
      element("p", { class: "discret" }, `${pluriel(groupe.nombre, "fois", "fois")}${corriges}. `, element("button", { type: "button", class: "lien", onclick: () => voir(groupe) }, "Voir dans le tableau")),
      aide && element("p", {}, phrase(aide)),
      element(
        "ul",
        { class: "exemples" },
        exemples.map((constat) => exemple(page, constat, !aide)),
        groupe.nombre > exemples.length && element("li", { class: "discret" }, `… et ${pluriel(groupe.nombre - exemples.length, "autre fois", "autres fois")}`),
      ),
    );
  }

  function parColonne(page, voir) {
    if (!page.groupes.length) return undefined;
    const colonnes = new Map();
    for (const groupe of page.groupes) {
      const { titre, nom } = nommer(page, groupe);
      const cle = JSON.stringify([titre, nom]);
      colonnes.set(cle, [...(colonnes.get(cle) ?? []), groupe]);
    }
    const volets = [...colonnes].map(([cle, groupes]) => {
      const [titre, nom] = JSON.parse(cle);
      const compte = groupes.reduce((somme, groupe) => somme + groupe.nombre, 0);
      return element(
        "details",
        { class: "colonne", open: groupes.some((groupe) => groupe.niveau === "bloquant") },
        element("summary", {}, element("h3", {}, couper(titre, MONTRES), nom && [" ", element("code", {}, couper(nom, MONTRES))]), " ", pluriel(compte, "constat", "constats")),
        groupes.map((un) => groupe(page, un, voir)),
      );
    });
    return section("corrections", "Fautes et conseils, colonne par colonne", volets);
  }

  function carte({ carte }) {
    const titre = "Où sont les lieux";
    if (carte.places + carte.sans + carte.ailleurs + carte.omis === 0) {
      return section("lieux", titre, element("p", {}, "Le fichier n'a pas de colonnes «\u00a0latitude\u00a0» et «\u00a0longitude\u00a0»\u00a0: il n'y a rien à placer."));
    }
    const dits = [`${pluriel(carte.places, "ligne est", "lignes sont")} sur la carte.`];
    if (carte.sans) dits.push(`${pluriel(carte.sans, "ligne est", "lignes sont")} sans coordonnées qui se lisent.`);
    if (carte.ailleurs) dits.push(`${pluriel(carte.ailleurs, "ligne tombe", "lignes tombent")} hors de France\u00a0: souvent, la latitude et la longitude sont échangées, ou il manque un signe «\u00a0-\u00a0».`);
    if (carte.omis) dits.push(`La carte s'arrête là\u00a0: ${pluriel(carte.omis, "ligne n'est pas dessinée", "lignes ne sont pas dessinées")}.`);
    const morceau = (un, rang) =>
      dessin(
        "g",
        { transform: rang ? `translate(${un.x} ${un.y})` : undefined },
        rang > 0 && dessin("rect", { class: "cadre-carte", width: un.largeur, height: un.hauteur, rx: 4 }),
        dessin("path", { class: "cote", d: un.cote }),
        un.points.map(({ etat, trace }) => dessin("path", { class: `points ${etat}`, d: trace })),
        rang > 0 && dessin("text", { x: un.largeur / 2, y: un.hauteur + 14 }, un.nom),
      );
    const image =
      carte.places > 0 &&
      dessin(
        "svg",
        { class: carte.cases < 300 ? "france peu" : "france", viewBox: `0 0 ${carte.largeur} ${carte.hauteur}`, role: "img", "aria-label": `${pluriel(carte.places, "ligne placée", "lignes placées")} sur la carte de France` },
        carte.dessins.map(morceau),
      );
    const legende = element("ul", { class: "legende" }, [["bon", "rien à signaler"], ["moyen", "au moins un conseil"], ["mauvais", "au moins une faute"]].map(([etat, mots]) => element("li", { class: etat }, mots)));
    return section("lieux", titre, element("ul", { class: "phrases" }, dits.map((dit) => element("li", {}, dit))), image, image && legende);
  }

  function remplies(page) {
    const { colonnes, lignes } = page.resume;
    const rangee = (colonne) => {
      const champ = page.champs.find(({ nom }) => nom === colonne.champ);
      const barre = dessin("svg", { viewBox: "0 0 100 8", preserveAspectRatio: "none", "aria-hidden": "true" }, dessin("rect", { class: "fond", width: 100, height: 8 }), dessin("rect", { class: champ?.obligatoire && colonne.remplies < lignes ? "mauvais" : "plein", width: lignes ? (colonne.remplies * 100) / lignes : 0, height: 8 }));
      return element(
        "tr",
        {},
        element("th", { scope: "row" }, couper(champ?.titre ?? (colonne.nom || "sans nom"), 80), champ?.obligatoire && " (obligatoire)"),
        element("td", { class: "barre" }, barre),
        element("td", { class: "compte" }, part(colonne.remplies, lignes)),
        element("td", { class: "compte" }, colonne.bloquants ? nombre(colonne.bloquants) : ""),
        element("td", { class: "compte" }, colonne.recommandations ? nombre(colonne.recommandations) : ""),
      );
    };
    const tetes = ["Colonne", "Cases remplies", "Part", "Fautes", "Conseils"].map((mot) => element("th", { scope: "col" }, mot));
    return section("colonnes", "Colonnes", element("div", { class: "defile", tabindex: 0, role: "region", "aria-label": "Tableau des colonnes" }, element("table", { class: "barres" }, element("caption", { class: "lecture" }, "Cases remplies, fautes et conseils par colonne"), element("thead", {}, element("tr", {}, tetes)), element("tbody", {}, colonnes.map(rangee)))));
  }

  function rangee(page, constat) {
    const { titre } = nommer(page, constat);
    const partie = constat.partie ? `valeur ${constat.partie} sur ${constat.parties}\u00a0: ` : "";
    const valeur = constat.valeur === undefined ? "—" : constat.valeur === "" ? element("i", {}, "vide") : element("q", {}, couper(constat.valeur, MONTRES));
    const cases = [
      ["Ligne", constat.ligne ? nombre(constat.ligne) : "—"],
      ["Colonne", couper(titre, 80)],
      ["Niveau", niveau(constat.niveau)],
      ["Case", valeur],
      ["Constat", phrase(partie + constat.message)],
      ["Que faire", [phrase(constat.aide), constat.correction !== undefined && [" ", element("ins", {}, couper(constat.correction, MONTRES))]]],
    ];
    return element("tr", {}, cases.map(([nom, contenu]) => element("td", { "data-nom": nom }, contenu)));
  }

  function tableau(page) {
    if (!page.constats.length) return {};
    const cles = page.constats.map((constat) => ({ ...nommer(page, constat), regle: constat.regle, niveau: constat.niveau, plat: undefined }));
    const choix = (nom, mots, options) =>
      element("label", {}, mots, element("select", { name: nom }, element("option", { value: "*" }, "Tous"), options.map(([valeur, texte]) => element("option", { value: valeur }, couper(texte, 80)))));
    const distincts = (cle, texte) => [...new Map(cles.map((un) => [cle(un), texte(un)]))];
    const filtres = element(
      "form",
      { class: "filtres", role: "search", "aria-label": "Filtrer les constats" },
      choix("niveau", "Niveau", [["bloquant", "Fautes"], ["recommandation", "Conseils"]]),
      choix("colonne", "Colonne", distincts(({ nom }) => nom, ({ titre }) => titre)),
      choix("regle", "Règle", distincts(({ regle }) => regle, (un) => regle(page, un.regle))),
      element("label", {}, "Mot cherché", element("input", { type: "search", name: "texte", autocomplete: "off" })),
      element("button", { type: "reset" }, "Tout montrer"),
    );
    const compte = element("p", { role: "status", class: "resultat" });
    const corps = element("tbody");
    const suite = element("button", { type: "button" }, "Montrer la suite");
    let gardes = [];
    const montrer = (debut) => {
      corps.append(...gardes.slice(debut, debut + PAS).map((rang) => rangee(page, page.constats[rang])));
      suite.hidden = corps.childElementCount >= gardes.length;
    };
    function appliquer() {
      const { niveau, colonne, regle, texte } = filtres.elements;
      const mots = plat(texte.value).split(/\s+/).filter(Boolean);
      const va = (champ, valeur) => champ.value === "*" || champ.value === valeur;
      const dit = (rang) => (cles[rang].plat ??= plat(Object.values(page.constats[rang]).join(" ") + cles[rang].titre));
      gardes = [...cles.keys()].filter((rang) => {
        const un = cles[rang];
        return va(niveau, un.niveau) && va(colonne, un.nom) && va(regle, un.regle) && mots.every((mot) => dit(rang).includes(mot));
      });
      corps.replaceChildren();
      montrer(0);
      const constats = pluriel(gardes.length, "constat", "constats");
      compte.textContent = gardes.length === 0 ? "Aucun constat ne correspond." : gardes.length === cles.length ? `${constats}.` : `${constats} sur ${nombre(cles.length)}.`;
    }
    filtres.addEventListener("input", appliquer);
    filtres.addEventListener("submit", (evenement) => evenement.preventDefault());
    filtres.addEventListener("reset", () => setTimeout(appliquer));
    suite.addEventListener("click", () => montrer(corps.childElementCount));
    appliquer();
    const tetes = ["Ligne", "Colonne", "Niveau", "Case", "Constat", "Que faire"].map((mot) => element("th", { scope: "col" }, mot));
    const bloc = section(
      "constats",
      "Tous les constats",
      page.constats_en_tout > page.constats.length && element("p", { class: "avis" }, `Le fichier donne ${nombre(page.constats_en_tout)} constats\u00a0; ce tableau en montre ${nombre(page.constats.length)}, les fautes avant les conseils. Le rapport à enregistrer les a tous.`),
      filtres,
      compte,
      element("div", { class: "defile", tabindex: 0, role: "region", "aria-label": "Tableau des constats" }, element("table", { class: "lignes" }, element("caption", { class: "lecture" }, "Constats, dans l'ordre du fichier"), element("thead", {}, element("tr", {}, tetes)), corps)),
      suite,
    );
    const voir = (groupe) => {
      filtres.elements.niveau.value = groupe.niveau;
      filtres.elements.colonne.value = nommer(page, groupe).nom;
      filtres.elements.regle.value = groupe.regle;
      filtres.elements.texte.value = "";
      appliquer();
      bloc.scrollIntoView();
      filtres.elements.niveau.focus({ preventScroll: true });
    };
    return { bloc, voir };
  }

  Verifier.constats = (page, duree, actions) => {
    const { bloc, voir } = tableau(page);
    return [sommet(page, duree), actions, parColonne(page, voir), page.resume.lignes > 0 && carte(page), page.resume.lignes > 0 && remplies(page), bloc].filter(Boolean);
  };
  Verifier.avantApres = avantApres;
})();
