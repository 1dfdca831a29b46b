/**
 * Le texte sans casse, sans accent et sans signe.
 *
 * @param {string} texte
 * @returns {string[]}
 */
function simple(texte) {
  return [...texte.normalize("NFD").toLowerCase()].filter((signe) => /[\p{L}\p{N}]/u.test(signe));
}

/**
 * Nombre de lettres à changer, ajouter ou retirer pour passer d'un texte à l'autre (Levenshtein).
 *
 * @param {string[]} a
 * @param {string[]} b
 * @returns {number}
 */
function distance(a, b) {
  let avant = Array.from({ length: b.length + 1 }, (_, rang) => rang);
  a.forEach((lettre, i) => {
    const apres = [i + 1];
    b.forEach((autre, j) => {
      const change = (avant[j] ?? 0) + (lettre === autre ? 0 : 1);
      apres.push(Math.min(change, (avant[j + 1] ?? 0) + 1, (apres[j] ?? 0) + 1));
    });
    avant = apres;
  });
  return avant[b.length] ?? 0;
}

/**
 * Le candidat le plus proche, s'il l'est assez pour être proposé : moins de deux lettres sur cinq diffèrent.
 *
 * @param {string} texte
 * @param {readonly string[]} candidats
 * @returns {string | undefined}
 */
export function proche(texte, candidats) {
  const cherche = simple(texte);
  /** @type {string | undefined} */
  let meilleur;
  let ecart = Infinity;
  for (const candidat of candidats) {
    const autre = simple(candidat);
    const permis = Math.max(cherche.length, autre.length) * 0.4;
    // Deux textes ne sont jamais plus proches que leurs longueurs.
    if (Math.abs(cherche.length - autre.length) > permis) continue;
    const trouve = distance(cherche, autre);
    if (trouve <= permis && trouve < ecart) [meilleur, ecart] = [candidat, trouve];
  }
  return meilleur;
}
