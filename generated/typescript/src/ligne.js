import { defautsDeCase, estVide } from "./case.js";
import { CHAMPS } from "./champs.js";

/** @import { Cases, Champ, Erreur } from "./types.js" */
/** @import { Colonne, Lieu } from "./lieu.js" */
/** @import { Lecture } from "./ligne.js" */

/**
 * Le texte d'une case ; ce qu'un objet hérite n'est pas une case.
 *
 * @param {Cases} cases
 * @param {string} nom
 * @returns {string}
 */
export function texteDe(cases, nom) {
  return (Object.hasOwn(cases, nom) ? cases[nom] : undefined) ?? "";
}

/**
 * @param {Champ} champ
 * @param {string} texte
 * @returns {string | number | boolean}
 */
function valeurDe({ tenue }, texte) {
  switch (tenue) {
    case "nombre":
      // Il n'y a qu'un zéro.
      return Number(texte) + 0;
    case "booleen":
      return ["true", "True", "TRUE", "1"].includes(texte);
    default:
      return texte;
  }
}

/**
 * @param {Cases} cases
 * @returns {Lecture}
 */
export function parseRow(cases) {
  /** @type {Erreur[]} */
  const erreurs = [];
  /** @type {[string, unknown][]} */
  const valeurs = [];
  for (const champ of CHAMPS) {
    const texte = texteDe(cases, champ.nom);
    erreurs.push(...defautsDeCase(champ, texte));
    if (estVide(texte)) continue;
    const { nom, separateur } = champ;
    const lues = separateur === undefined ? valeurDe(champ, texte) : texte.split(separateur).map((partie) => valeurDe(champ, partie));
    valeurs.push([nom, lues]);
  }
  if (erreurs.length > 0) return { ok: false, erreurs };
  const lieu = /** @type {Lieu} */ (/** @type {unknown} */ (Object.fromEntries(valeurs)));
  return { ok: true, lieu, erreurs: [] };
}

/**
 * Un nombre en chiffres, sans exposant.
 *
 * @param {number} nombre
 * @returns {string}
 */
function enChiffres(nombre) {
  const [mantisse = "", exposant] = String(nombre).split("e-");
  if (exposant === undefined) return mantisse;
  const signe = mantisse.startsWith("-") ? "-" : "";
  return `${signe}0.${"0".repeat(Number(exposant) - 1)}${mantisse.replace(/[-.]/g, "")}`;
}

/**
 * @param {Champ} champ
 * @param {unknown} valeur
 * @returns {string}
 */
function texteDeValeur({ nom, tenue }, valeur) {
  if (tenue === "nombre" && typeof valeur === "number") {
    if (Math.abs(valeur) <= Number.MAX_SAFE_INTEGER) return enChiffres(valeur);
    throw new RangeError(`${nom} : ${valeur} ne s'écrit pas en chiffres sans rien perdre`);
  }
  if (tenue === "booleen" && typeof valeur === "boolean") return String(valeur);
  if (tenue === "texte" && typeof valeur === "string") return valeur;
  const voulu = { texte: "un texte", nombre: "un nombre", booleen: "vrai ou faux" }[tenue];
  throw new TypeError(`${nom} : il faut ${voulu}`);
}

/**
 * @param {Champ} champ
 * @param {unknown} valeur
 * @returns {string}
 */
function texteDeCase(champ, valeur) {
  const { nom, separateur } = champ;
  if (valeur === undefined || valeur === null || valeur === "") return "";
  if (separateur === undefined) return relu(nom, texteDeValeur(champ, valeur), false);
  if (!Array.isArray(valeur)) throw new TypeError(`${nom} : il faut une liste`);
  const textes = valeur.map((partie) => texteDeValeur(champ, partie));
  const fautif = textes.find((texte) => texte.includes(separateur));
  if (fautif !== undefined) {
    throw new RangeError(`${nom} : « ${fautif} » contient ${separateur}, qui sépare deux valeurs`);
  }
  return textes.length === 0 ? "" : relu(nom, textes.join(separateur), true);
}

/**
 * Le texte d'une case remplie, qui ne doit pas se relire comme une case vide.
 *
 * @param {string} nom
 * @param {string} texte
 * @param {boolean} estUneListe
 * @returns {string}
 */
function relu(nom, texte, estUneListe) {
  if (!estVide(texte)) return texte;
  const quoi = estUneListe ? "cette liste" : `« ${texte} »`;
  throw new RangeError(`${nom} : ${quoi} se relirait comme une case vide`);
}

/**
 * @param {Lieu} lieu
 * @returns {Record<Colonne, string>}
 */
export function formatRow(lieu) {
  const valeurs = new Map(Object.entries(lieu));
  const cases = CHAMPS.map((champ) => [champ.nom, texteDeCase(champ, valeurs.get(champ.nom))]);
  return Object.fromEntries(cases);
}

/**
 * @param {Lieu} lieu
 * @returns {readonly Erreur[]}
 */
export function checkLieu(lieu) {
  return parseRow(formatRow(lieu)).erreurs;
}
