"use strict";
// De quoi construire la page : tout ce qui vient d'un fichier y entre comme texte, jamais comme HTML.
const Verifier = (() => {
  const SVG = "http://www.w3.org/2000/svg";
  const INSECABLES = [["« ", "«\u00a0"], [" »", "\u00a0»"], [" :", "\u00a0:"], [" ;", "\u00a0;"], [" ?", "\u00a0?"], [" !", "\u00a0!"]];

  function garnir(element, attributs, enfants) {
    for (const [nom, valeur] of Object.entries(attributs)) {
      if (valeur === undefined || valeur === null || valeur === false) continue;
      if (nom.startsWith("on")) element.addEventListener(nom.slice(2), valeur);
      else element.setAttribute(nom, valeur === true ? "" : String(valeur));
    }
    // Ce qui n'est pas un élément devient un nœud de texte.
    element.append(...enfants.flat(Infinity).filter((enfant) => enfant !== undefined && enfant !== null && enfant !== false));
    return element;
  }

  const element = (nom, attributs = {}, ...enfants) => garnir(document.createElement(nom), attributs, enfants);
  const dessin = (nom, attributs = {}, ...enfants) => garnir(document.createElementNS(SVG, nom), attributs, enfants);
  const nombre = (compte) => compte.toLocaleString("fr-FR");
  // Rien se compte au singulier.
  const pluriel = (compte, un, plusieurs) => `${nombre(compte)}\u00a0${compte < 2 ? un : plusieurs}`;
  const couper = (texte, plus) => {
    const signes = Array.from(texte.slice(0, 2 * plus + 2));
    return signes.length > plus ? `${signes.slice(0, plus).join("")}…` : texte;
  };

  // Une phrase du moteur : une capitale, un point, des espaces qui tiennent.
  function phrase(texte) {
    let dit = couper(texte, 400);
    for (const [casse, tient] of INSECABLES) dit = dit.replaceAll(casse, tient);
    dit = dit.charAt(0).toLocaleUpperCase("fr") + dit.slice(1);
    return /[.?!…]$/.test(dit) ? dit : `${dit}.`;
  }

  // Une part en centièmes : jamais 0 pour quelque chose, ni 100 pour moins que tout.
  function part(compte, tout) {
    let centiemes = tout ? Math.round((compte * 100) / tout) : 0;
    if (compte > 0) centiemes = Math.max(centiemes, 1);
    if (compte < tout) centiemes = Math.min(centiemes, 99);
    return `${centiemes}\u00a0%`;
  }

  function taille(octets) {
    const unites = ["o", "Ko", "Mo", "Go"];
    let rang = 0;
    let reste = octets;
    while (reste >= 1000 && rang < unites.length - 1) {
      reste /= 1000;
      rang += 1;
    }
    return `${reste.toLocaleString("fr-FR", { maximumFractionDigits: reste < 10 ? 1 : 0 })}\u00a0${unites[rang]}`;
  }

  const section = (id, titre, ...enfants) =>
    element("section", { id, class: "bloc-large", "aria-labelledby": `${id}-titre` }, element("h2", { id: `${id}-titre` }, titre), ...enfants);

  // Un fichier rendu : un lien que l'on suit pour l'enregistrer.
  function enregistrer(blob, nom) {
    const adresse = URL.createObjectURL(blob);
    const lien = element("a", { href: adresse, download: nom });
    document.body.append(lien);
    lien.click();
    lien.remove();
    setTimeout(() => URL.revokeObjectURL(adresse), 60_000);
  }

  return { element, dessin, nombre, pluriel, couper, phrase, part, taille, section, enregistrer };
})();
