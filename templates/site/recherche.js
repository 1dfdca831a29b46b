"use strict";
// La page se lit sans ce script : il ne garde de la liste que ce qui est cherché, le plus proche d'abord.
(() => {
  const plat = (texte) =>
    texte
      .normalize("NFD")
      .replace(/[\u0300-\u036f]/g, "")
      .toLowerCase()
      .replace(/œ/g, "oe")
      .replace(/æ/g, "ae")
      .replace(/[’‘]/g, "'");
  const champ = document.getElementById("mots");
  const resultat = document.getElementById("resultat");
  const sections = [...document.querySelectorAll("#entrees .groupe")].map((section) => ({
    section,
    liste: section.querySelector("ul"),
    lignes: [...section.querySelectorAll("li")].map((ligne) => {
      const titre = plat(ligne.firstElementChild.textContent);
      const aussi = plat(ligne.dataset.aussi ?? "");
      return { ligne, titre, aussi, texte: `${titre} ${aussi} ${plat(ligne.textContent)}` };
    }),
  }));
  const dit = resultat.textContent;

  // Du plus loin au plus près : le texte, le nom, le titre, le début du titre, le titre entier.
  function proche({ titre, aussi, texte }, phrase, mots) {
    if (!mots.every((mot) => texte.includes(mot))) return 0;
    if (titre === phrase || aussi.split(" ").includes(phrase)) return 5;
    if (titre.startsWith(phrase)) return 4;
    if (titre.includes(phrase)) return 3;
    return mots.every((mot) => `${titre} ${aussi}`.includes(mot)) ? 2 : 1;
  }

  function chercher() {
    const phrase = plat(champ.value).trim();
    const mots = phrase.split(/\s+/).filter(Boolean);
    let trouves = 0;
    for (const { section, liste, lignes } of sections) {
      const notes = lignes.map((entree) => ({ entree, note: mots.length ? proche(entree, phrase, mots) : 1 }));
      for (const { entree, note } of notes) entree.ligne.hidden = note === 0;
      // Le tri garde l'ordre de ce qui est à égalité.
      if (mots.length) notes.sort((a, b) => b.note - a.note);
      liste.append(...notes.map(({ entree }) => entree.ligne));
      const gardes = notes.filter(({ note }) => note > 0).length;
      section.hidden = gardes === 0;
      trouves += gardes;
    }
    if (!mots.length) resultat.textContent = dit;
    else if (trouves === 0) resultat.textContent = "Rien ne correspond. Essayez un mot plus court, ou un seul mot.";
    else resultat.textContent = trouves === 1 ? "1 résultat" : `${trouves} résultats`;
  }

  function lire() {
    const adresse = new URLSearchParams(location.hash.length > 1 ? location.hash.slice(1) : location.search);
    if (adresse.has("q")) champ.value = adresse.get("q");
    chercher();
  }

  champ.form.addEventListener("submit", (evenement) => {
    evenement.preventDefault();
    location.hash = new URLSearchParams({ q: champ.value }).toString();
  });
  champ.addEventListener("input", chercher);
  window.addEventListener("hashchange", lire);
  lire();
})();
