"use strict";
// La page se lit sans ce script ; il ajoute la recherche et les filtres du tableau des constats.
// L'adresse dit ce qui est montré : #fichier=1&colonne=telephone&regle=motif&niveau=bloquant&texte=lyon
(() => {
  const PAS = 100;
  const plat = (texte) => texte.normalize("NFD").replace(/[\u0300-\u036f]/g, "").toLowerCase();
  const nombre = (n) => n.toLocaleString("fr-FR");
  const articles = [...document.querySelectorAll("article[data-fichier]")];
  const tableaux = new Map();

  function installer(article) {
    const section = article.querySelector(".constats");
    if (!section) return;
    const filtres = section.querySelector(".filtres");
    const resultat = section.querySelector(".resultat");
    const suite = section.querySelector("p.suite");
    const lignes = [...section.querySelectorAll("table.lignes > tbody > tr")];
    const textes = [];
    let montrees = PAS;

    function appliquer() {
      const champ = filtres.elements;
      const mots = plat(champ.texte.value).split(/\s+/).filter(Boolean);
      const colonne = champ.colonne.value;
      let gardees = 0;
      lignes.forEach((ligne, rang) => {
        const { dataset } = ligne;
        const garde =
          (colonne === "*" || dataset.colonne === colonne) &&
          (!champ.regle.value || dataset.regle === champ.regle.value) &&
          (!champ.niveau.value || dataset.niveau === champ.niveau.value) &&
          mots.every((mot) => (textes[rang] ??= plat(ligne.textContent)).includes(mot));
        gardees += garde ? 1 : 0;
        ligne.hidden = !garde || gardees > montrees;
      });
      resultat.textContent =
        gardees === 0
          ? "Aucun constat ne correspond."
          : gardees === lignes.length
            ? `${nombre(gardees)} constat${gardees > 1 ? "s" : ""}.`
            : `${nombre(gardees)} constat${gardees > 1 ? "s" : ""} sur ${nombre(lignes.length)}.`;
      suite.hidden = gardees <= montrees;
    }

    function ecrire() {
      const dit = new URLSearchParams();
      if (articles.length > 1) dit.set("fichier", article.dataset.fichier);
      for (const nom of ["niveau", "colonne", "regle", "texte"]) {
        const { value } = filtres.elements[nom];
        if (nom === "colonne" ? value !== "*" : value) dit.set(nom, value);
      }
      history.replaceState(null, "", `#${dit}`);
    }

    function changer() {
      montrees = PAS;
      appliquer();
      ecrire();
    }

    filtres.addEventListener("input", changer);
    filtres.addEventListener("submit", (e) => e.preventDefault());
    filtres.addEventListener("reset", () => setTimeout(changer));
    suite.firstElementChild.addEventListener("click", () => {
      montrees += PAS;
      appliquer();
    });
    filtres.hidden = resultat.hidden = false;
    tableaux.set(article.dataset.fichier, {
      imprimer() {
        montrees = lignes.length;
        appliquer();
      },
      lire(dit) {
        filtres.elements.colonne.value = dit.has("colonne") ? dit.get("colonne") : "*";
        for (const nom of ["niveau", "regle", "texte"]) filtres.elements[nom].value = dit.get(nom) ?? "";
        montrees = PAS;
        appliquer();
        section.scrollIntoView();
      },
    });
    appliquer();
  }

  function suivre() {
    const dit = new URLSearchParams(location.hash.slice(1));
    if (!["colonne", "regle", "niveau", "texte"].some((nom) => dit.has(nom))) return;
    tableaux.get(dit.get("fichier") ?? articles[0]?.dataset.fichier)?.lire(dit);
  }

  document.documentElement.classList.add("script");
  articles.forEach(installer);
  window.addEventListener("hashchange", suivre);
  // À l'impression, tout ce qui est replié s'ouvre, et le tableau se montre jusqu'au bout.
  window.addEventListener("beforeprint", () => {
    document.querySelectorAll("details:not([open])").forEach((volet) => (volet.open = true));
    tableaux.forEach(({ imprimer }) => imprimer());
  });
  suivre();
})();
