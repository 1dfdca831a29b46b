/** @import { Liste, Valeur } from "./types.js" */
/** @import { Libelle } from "./valeurs.js" */

/**
 * Les valeurs des listes déjà lues, par libellé.
 *
 * @type {WeakMap<Liste, Map<string, Valeur>>}
 */
const lues = new WeakMap();

/**
 * @param {Liste} liste
 * @returns {Map<string, Valeur>}
 */
function parLibelle(liste) {
  let valeurs = lues.get(liste);
  if (valeurs === undefined) {
    lues.set(liste, (valeurs = new Map(Object.values(liste).map((valeur) => [valeur.libelle, valeur]))));
  }
  return valeurs;
}

/**
 * @template {Liste} L
 * @param {L} liste
 * @param {string} texte
 * @returns {texte is Libelle<L>}
 */
export function isValue(liste, texte) {
  return parLibelle(liste).has(texte);
}

/**
 * @template {Liste} L
 * @param {L} liste
 * @param {string} texte
 * @returns {Libelle<L> | undefined}
 */
export function recognizeValue(liste, texte) {
  const exacte = parLibelle(liste).get(texte);
  return (exacte ?? Object.values(liste).find((valeur) => valeur.alias.includes(texte)))?.libelle;
}

/**
 * @template {Liste} L
 * @param {L} liste
 * @param {string} libelle
 * @returns {(keyof L & string) | undefined}
 */
export function codeOf(liste, libelle) {
  return parLibelle(liste).get(libelle)?.code;
}
