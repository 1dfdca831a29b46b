"use strict";
// La page : un fichier choisi ou déposé, l'ouvrier qui le lit, ce que l'on en montre. Le fichier ne quitte pas la machine :
// la page interdit toute connexion (voir sa politique), et n'en demande aucune.
(() => {
  const { element, phrase, taille, enregistrer } = Verifier;
  const trouver = (id) => document.getElementById(id);
  const depot = trouver("depot");
  const choix = trouver("fichier");
  const etat = trouver("etat");
  const avance = trouver("avance");
  const barre = trouver("barre");
  const resultat = trouver("verification");
  const ZIP_LE_PLUS_GROS = "Le fichier demande plus de mémoire que le navigateur n'en donne. S'il s'agit d'un classeur, exportez la feuille en « CSV UTF-8 ».";
  let ouvrier;
  let enCours;
  let fichier;
  // Ce qui précise une migration : la version du fichier, les réponses.
  let precise = {};

  const jour = () => {
    const [an, mois, leJour] = [new Date().getFullYear(), new Date().getMonth() + 1, new Date().getDate()];
    return [String(an).padStart(4, "0"), String(mois).padStart(2, "0"), String(leJour).padStart(2, "0")].join("-");
  };
  const souche = () => fichier.name.replace(/\.[^.]*$/, "") || "lieux";

  function dire(message, ton = "") {
    etat.className = ton && `avis ${ton}`;
    etat.replaceChildren(message);
  }

  function ouvrir() {
    const texte = `(${verifierOuvrier})()`;
    const adresse = URL.createObjectURL(new Blob([texte], { type: "text/javascript" }));
    ouvrier = new Worker(adresse);
    URL.revokeObjectURL(adresse);
    ouvrier.onmessage = ({ data }) => recevoir(data);
    ouvrier.onerror = (panne) => recevoir({ type: "panne", message: panne.message ?? "" });
    ouvrier.postMessage({ tache: "preparer", donnees: verifierDonnees });
  }

  function fermer() {
    ouvrier?.terminate();
    ouvrier = undefined;
    enCours?.rendre(undefined);
    enCours = undefined;
    avance.hidden = true;
  }

  function recevoir(message) {
    if (!enCours || message.type === "pret") return;
    if (message.type === "avance") {
      const centiemes = message.taille ? Math.min(100, Math.floor((100 * message.lus) / message.taille)) : 0;
      barre.value = centiemes;
      dire(`Lecture : ${centiemes}\u00a0% de ${taille(message.taille)}.`);
      return;
    }
    const { rendre } = enCours;
    enCours = undefined;
    avance.hidden = true;
    if (message.type === "panne") {
      // L'ouvrier peut être dans n'importe quel état : un autre prendra sa place.
      fermer();
      const memoire = /memory|mémoire|unreachable|allocation/i.test(message.message);
      dire(memoire ? ZIP_LE_PLUS_GROS : `Le moteur s'est arrêté (${message.message}). Rien n'est perdu : choisissez de nouveau le fichier, ou signalez-le.`, "mauvais");
      rendre(undefined);
      return;
    }
    if (message.type === "refus") {
      dire(phrase(message.message), "mauvais");
      rendre(undefined);
      return;
    }
    dire("");
    rendre(message);
  }

  // Une demande à la fois : la suivante arrête la précédente.
  function demander(tache, options = {}) {
    if (enCours) fermer();
    if (!ouvrier) ouvrir();
    const sortie = `${souche()}-${tache === "migrer" ? "migre" : "repare"}.csv`;
    const demande = { tache, fichier, options: { nom: fichier.name, sortie, jour: jour(), bloquant: trouver("bloquant").checked, ...options } };
    return new Promise((rendre) => {
      enCours = { rendre };
      barre.value = 0;
      avance.hidden = false;
      dire(`Lecture de ${taille(fichier.size)}…`);
      ouvrier.postMessage(demande);
    });
  }

  const bouton = (mots, faire, classe) => element("button", { type: "button", onclick: faire, class: classe }, mots);

  function montrer(...contenu) {
    resultat.replaceChildren(...contenu.flat());
    resultat.focus({ preventScroll: true });
  }

  async function rapport(tache, genre, nom) {
    const fini = await demander(tache, { ...(tache === "migrer" ? precise : {}), rapports: [genre] });
    if (fini) enregistrer(fini.blobs[genre] ?? new Blob([]), `${souche()}-${nom}.${genre}`);
  }

  const rapports = (tache, nom) => [
    bouton("Enregistrer le rapport (CSV)", () => rapport(tache, "csv", nom)),
    bouton("Enregistrer le rapport (JSON)", () => rapport(tache, "json", nom)),
  ];

  const actions = (...enfants) => element("div", { class: "actions", role: "group", "aria-label": "Que faire ensuite" }, enfants);

  async function valider() {
    const fini = await demander("valider");
    if (!fini) return;
    const { page, duree } = fini;
    const corriges = page.groupes.reduce((somme, groupe) => somme + groupe.corriges, 0);
    const suites = actions(
      page.lisible && bouton(corriges ? "Réparer ce qui est sûr" : "Chercher ce qui peut être réparé", reparer, corriges ? "principal" : undefined),
      page.vers && bouton(`Passer à la version ${page.vers}`, () => migrer(), "principal"),
      rapports("valider", "rapport"),
    );
    montrer(Verifier.constats(page, duree, suites));
  }

  async function reparer() {
    const fini = await demander("reparer");
    if (!fini) return;
    const { page, blobs } = fini;
    const repare = blobs.fichier ?? new Blob([]);
    const suites = actions(
      bouton("Enregistrer le fichier réparé", () => enregistrer(repare, page.resume.sortie), "principal"),
      bouton("Vérifier le fichier réparé", () => prendre(new File([repare], page.resume.sortie, { type: "text/csv" }))),
      rapports("reparer", "reparations"),
      bouton("Revenir à la vérification", valider),
    );
    montrer(Verifier.reparation(page, suites));
  }

  async function migrer(options = precise) {
    precise = options;
    const fini = await demander("migrer", precise);
    if (!fini) {
      // La version se choisit quand l'en-tête ne suffit pas.
      if (fichier) montrer(versions());
      return;
    }
    const { page, blobs } = fini;
    const nouveau = blobs.fichier ?? new Blob([]);
    const nom = `${souche()}-${page.vers}.csv`;
    const suites = actions(
      bouton("Enregistrer le fichier migré", () => enregistrer(nouveau, nom), "principal"),
      bouton("Vérifier le fichier migré", () => prendre(new File([nouveau], nom, { type: "text/csv" }))),
      blobs.formulaire && bouton("Enregistrer les questions (CSV)", () => enregistrer(blobs.formulaire, `${souche()}-questions.csv`)),
      rapports("migrer", "migration"),
      bouton("Revenir à la vérification", valider),
    );
    montrer(Verifier.migration(page, suites, (reponses) => migrer({ ...precise, reponses })), versions(page.depuis));
  }

  function versions(depuis) {
    const liste = element("select", { name: "depuis" }, element("option", { value: "" }, "Celle que l'en-tête annonce"), Object.keys(verifierDonnees.versions).map((version) => element("option", { value: version, selected: precise.depuis === version }, version)));
    const formulaire = element("form", { class: "filtres" }, element("label", {}, "Version du fichier", liste), element("button", { type: "submit" }, "Migrer depuis cette version"));
    formulaire.addEventListener("submit", (evenement) => {
      evenement.preventDefault();
      migrer(liste.value ? { depuis: liste.value } : {});
    });
    return Verifier.section("versions", depuis ? "Une autre version de départ" : "Version du fichier", formulaire);
  }

  function prendre(nouveau) {
    if (!nouveau) return;
    fichier = nouveau;
    precise = {};
    resultat.replaceChildren();
    valider();
  }

  function installer() {
    const manque = ["Worker", "WebAssembly", "DecompressionStream"].filter((nom) => !(nom in globalThis));
    if (manque.length) {
      dire("Ce navigateur est trop ancien pour cette page : mettez-le à jour, ou essayez-en un autre.", "mauvais");
      return;
    }
    Verifier.regles = verifierDonnees.regles;
    depot.hidden = false;
    depot.addEventListener("submit", (evenement) => evenement.preventDefault());
    choix.addEventListener("change", () => prendre(choix.files[0]));
    // Le même fichier, modifié entre-temps, se choisit de nouveau.
    choix.addEventListener("click", () => {
      choix.value = "";
    });
    trouver("bloquant").addEventListener("change", () => fichier && valider());
    trouver("annuler").addEventListener("click", () => {
      fermer();
      dire("Lecture arrêtée. Rien n'a été écrit.");
    });
    for (const nom of ["dragover", "dragleave", "drop"]) {
      document.addEventListener(nom, (evenement) => {
        evenement.preventDefault();
        depot.classList.toggle("survol", nom === "dragover");
        if (nom === "drop") prendre(evenement.dataTransfer?.files[0]);
      });
    }
  }

  Verifier.prendre = prendre;
  installer();
})();
