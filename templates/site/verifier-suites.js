"use strict";
// Ce que donnent une réparation et une migration, et les questions d'une migration.
(() => {
  const { element, nombre, pluriel, couper, phrase, section } = Verifier;
  const MONTRES = 200;
  const CERTITUDES = [
    ["sûre", "Fait", "bon"],
    ["à confirmer", "À confirmer par vous : rien n'est changé", "moyen"],
    ["impossible", "Impossible à corriger sans vous", "mauvais"],
    ["non reprise", "Pas repris dans la sortie, faute d'avoir pu le lire", "mauvais"],
  ];
  const COMPTES = { "sûre": "sures", "à confirmer": "a_confirmer", impossible: "impossibles", "non reprise": "non_reprises" };

  const OUVRIR = "Pour l'ouvrir dans Excel\u00a0: «\u00a0Données\u00a0», «\u00a0À partir d'un fichier texte/CSV\u00a0», origine «\u00a0Unicode (UTF-8)\u00a0», délimiteur «\u00a0Virgule\u00a0», sans détecter les types. Ouvert d'un double-clic, il perdrait des zéros et des chiffres.";
  const ouvrir = () => element("p", { class: "discret" }, OUVRIR);

  function reparation(un, unite) {
    const avant = un.avant !== undefined && un.apres !== undefined && Verifier.avantApres(un.avant, un.apres);
    const seul = un.avant !== undefined && un.apres === undefined && [" ", element("q", {}, couper(un.avant, MONTRES))];
    return element(
      "li",
      {},
      un.ligne && element("span", { class: "ou" }, element("strong", {}, `${unite === "élément" ? "Élément" : "Ligne"} ${nombre(un.ligne)}`), un.lieu && ` ${couper(un.lieu, 80)}`),
      " ",
      element("span", {}, avant, seul, un.pourquoi && [" ", element("span", { class: "discret" }, phrase(un.pourquoi))]),
    );
  }

  function groupe(un, ton, unite) {
    return element(
      "section",
      { class: `sorte ${ton}` },
      element("h3", {}, phrase(un.quoi).replace(/\.$/, ""), " ", element("span", { class: "discret" }, un.titre ?? un.colonne ?? "")),
      element("p", { class: "discret" }, pluriel(un.nombre, "fois", "fois")),
      element("ul", { class: "exemples" }, un.exemples.map((exemple) => reparation(exemple, unite)), un.nombre > un.exemples.length && element("li", { class: "discret" }, `… et ${pluriel(un.nombre - un.exemples.length, "autre", "autres")}`)),
    );
  }

  // `boutons` : de quoi enregistrer le fichier et le rapport, ou vérifier de nouveau.
  Verifier.reparation = (page, boutons) => {
    const { resume } = page;
    const reste = resume.reste.bloquants;
    const suite = resume.valide ? `Le fichier réparé est conforme au standard ${resume.standard}.` : `Il reste ${pluriel(reste, "faute", "fautes")}, que seule une personne qui connaît les lieux peut corriger.`;
    return [
      element(
        "section",
        { class: `verdict ${resume.valide ? "bon" : "mauvais"}`, "aria-labelledby": "verdict" },
        element("h2", { id: "verdict" }, resume.sures ? pluriel(resume.sures, "réparation sûre est faite", "réparations sûres sont faites") : "Il n'y avait rien de sûr à réparer"),
        element("p", {}, suite, " Le fichier que vous avez choisi n'est pas touché."),
      ),
      boutons,
      ouvrir(),
      ...CERTITUDES.map(([mot, titre, ton], rang) => {
        const groupes = page.groupes.filter(({ niveau }) => niveau === mot);
        return groupes.length > 0 && section(`reparations-${rang}`, `${phrase(titre).replace(/\.$/, "")} (${nombre(resume[COMPTES[mot]])})`, groupes.map((un) => groupe(un, ton, page.unite)));
      }).filter(Boolean),
    ];
  };

  function question(une, rang) {
    const nom = `question-${rang}`;
    const choix = (reponse, mots, coche) => element("label", { class: "choix" }, element("input", { type: "radio", name: nom, value: reponse, checked: coche }), " ", mots);
    return element(
      "fieldset",
      { class: "question" },
      element("legend", {}, element("q", {}, couper(une.valeur, MONTRES)), ` (${une.colonne}, ${pluriel(une.nombre, "case", "cases")})`),
      element("p", {}, phrase(une.question)),
      une.reponses.map(({ reponse, en_mots }) => choix(reponse, [phrase(en_mots), reponse === une.proposition && element("strong", {}, " Réponse proposée.")], reponse === une.reponse)),
      choix("", "Ne pas répondre maintenant.", une.reponse === null),
      element("p", { class: "discret" }, phrase(une.raison)),
    );
  }

  function questions(page, repondre) {
    if (!page.questions.length) return undefined;
    const formulaire = element("form", {}, page.questions.map(question), element("button", { type: "submit", class: "principal" }, "Appliquer ces réponses"));
    formulaire.addEventListener("submit", (evenement) => {
      evenement.preventDefault();
      const donnees = new FormData(formulaire);
      repondre(page.questions.map(({ passage, colonne, valeur }, rang) => [passage, colonne, valeur, donnees.get(`question-${rang}`) ?? ""]).filter(([, , , reponse]) => reponse));
    });
    return section("questions", "Vos réponses, pour toutes les lignes", element("p", {}, "Le sens de ces valeurs a changé d'une version à l'autre : seule une personne qui connaît les lieux peut trancher."), formulaire);
  }

  function pile(page, mot, titre, ton) {
    const groupes = page.piles.filter((un) => un.pile === mot);
    if (!groupes.length) return undefined;
    const ligne = (un) =>
      element(
        "section",
        { class: `sorte ${ton}` },
        element("h3", {}, un.colonne && element("code", {}, couper(un.colonne, 80)), " ", un.valeur && element("q", {}, couper(un.valeur, MONTRES))),
        element("p", {}, phrase(un.explication)),
        element("p", { class: "discret" }, `${pluriel(un.nombre, "fois", "fois")}, ligne ${un.lignes.map((numero) => nombre(numero)).join(", ")}${un.nombre > un.lignes.length ? "…" : ""}`),
      );
    const omis = page.piles_en_tout - page.piles.length;
    return section(mot === "perdu" ? "perdu" : "a-arbitrer", titre, groupes.map(ligne), omis > 0 && element("p", { class: "avis" }, `${pluriel(omis, "autre sorte n'est pas montrée", "autres sortes ne sont pas montrées")} ici ; le rapport les a toutes.`));
  }

  Verifier.migration = (page, boutons, repondre) => {
    const changees = page.fait.reduce((somme, fait) => somme + fait.nombre, 0);
    const compte = (mot) => page.piles.filter((un) => un.pile === mot).reduce((somme, un) => somme + un.nombre, 0);
    const attente = compte("à arbitrer");
    const perdues = compte("perdu");
    const fait = page.fait.map((un) =>
      element("li", {}, element("span", { class: "ou" }, element("code", {}, un.colonne), un.vers_colonne !== un.colonne && [" → ", element("code", {}, un.vers_colonne)]), " ", element("span", {}, Verifier.avantApres(un.valeur, un.devient), ` ${pluriel(un.nombre, "fois", "fois")}`)),
    );
    const lues = page.colonnes_lues.map(([nom, champ]) =>
      element("li", {}, "colonne ", Verifier.avantApres(nom, champ)),
    );
    return [
      element(
        "section",
        { class: `verdict ${attente + perdues ? "mauvais" : "bon"}`, "aria-labelledby": "verdict" },
        element("h2", { id: "verdict" }, `De la version ${page.depuis} à la version ${page.vers}`),
        element("p", {}, `${pluriel(page.lignes, "ligne", "lignes")}\u00a0: ${pluriel(changees, "valeur changée", "valeurs changées")}, ${pluriel(perdues, "perdue", "perdues")}, ${nombre(attente)} à arbitrer.`),
        element("p", { class: "discret" }, page.lecture.map((dit) => couper(dit, 400)).join(" · ")),
      ),
      boutons,
      ouvrir(),
      questions(page, repondre),
      pile(page, "perdu", "Ce que la nouvelle version ne garde pas", "mauvais"),
      pile(page, "à arbitrer", "À regarder", "moyen"),
      lues.length + fait.length > 0 && section("fait", "Ce qui a changé de nom", element("ul", { class: "exemples" }, lues, fait)),
      page.colonnes_inconnues.length > 0 && section("inconnues", "Colonnes d'aucune version", element("p", {}, "Elles sont gardées après les autres\u00a0: ", page.colonnes_inconnues.map((nom, rang) => [rang > 0 && ", ", element("code", {}, couper(nom, 80))]))),
    ].filter(Boolean);
  };
})();
