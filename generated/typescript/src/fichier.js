import { estVide } from "./case.js";
import { CHAMPS, CLES, COLONNES, FORMAT } from "./champs.js";
import { enregistrements, ligneDeCsv } from "./csv.js";
import { formatRow, parseRow, texteDe } from "./ligne.js";

/** @import { Cases, ErreurDeFichier } from "./types.js" */
/** @import { Lieu } from "./lieu.js" */
/** @import { Fichier } from "./fichier.js" */

/**
 * Dit ce qu'une ligne partage avec une ligne déjà vue et que deux lignes ne peuvent pas partager.
 *
 * @returns {(cases: Cases, ligne: number) => ErreurDeFichier[]}
 */
function gardienDesCles() {
  /** @type {Set<string>[]} */
  const vues = CLES.map(() => new Set());
  return (cases, ligne) =>
    CLES.flatMap((cle, rang) => {
      const textes = cle.map((nom) => texteDe(cases, nom));
      if (textes.some(estVide)) return [];
      const empreinte = JSON.stringify(textes);
      if (vues[rang]?.has(empreinte) !== true) {
        vues[rang]?.add(empreinte);
        return [];
      }
      const message = `« ${textes.join(", ")} » est déjà utilisé par une autre ligne`;
      const aide = "donnez à chaque lieu une valeur qui n'appartient qu'à lui";
      return [{ ligne, champ: cle[0] ?? "", regle: /** @type {const} */ ("unique"), message, aide }];
    });
}

/**
 * Lit des lignes déjà découpées ; celles qui ont une faute ne sont pas lues.
 *
 * @param {Iterable<{ ligne: number, cases: Cases, faute?: string | undefined }>} lignes
 * @returns {{ lieux: Lieu[], erreurs: ErreurDeFichier[] }}
 */
function lire(lignes) {
  const gardien = gardienDesCles();
  /** @type {Lieu[]} */
  const lieux = [];
  /** @type {ErreurDeFichier[]} */
  const erreurs = [];
  for (const { ligne, cases, faute } of lignes) {
    if (faute !== undefined) {
      erreurs.push(mauvaiseForme(ligne, faute));
      continue;
    }
    const lecture = parseRow(cases);
    const defauts = [...lecture.erreurs.map((erreur) => ({ ligne, ...erreur })), ...gardien(cases, ligne)];
    erreurs.push(...defauts);
    if (lecture.ok && defauts.length === 0) lieux.push(lecture.lieu);
  }
  return { lieux, erreurs };
}

/**
 * @param {number} ligne
 * @param {string} message
 * @param {string} [aide]
 * @returns {ErreurDeFichier}
 */
function mauvaiseForme(ligne, message, aide = "corrigez la ligne, ou enregistrez de nouveau le fichier au format CSV") {
  return { ligne, champ: "", regle: "fichier", message, aide };
}

/**
 * @param {Iterable<Cases>} lignes
 * @returns {Pick<Fichier, "lieux" | "erreurs">}
 */
export function parseRows(lignes) {
  return lire(Array.from(lignes, (cases, rang) => ({ ligne: rang + 1, cases })));
}

/**
 * @param {string | Uint8Array} entree
 * @returns {string | undefined}
 */
function texteDuFichier(entree) {
  if (typeof entree === "string") return entree;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(entree);
  } catch {
    return undefined;
  }
}

/**
 * @param {string} message
 * @param {string} aide
 * @returns {Fichier}
 */
function illisible(message, aide) {
  return { lieux: [], erreurs: [mauvaiseForme(1, message, aide)], colonnesInconnues: [], colonnesAbsentes: [] };
}

/** Ce que l'on trouve entre les cases quand ce n'est pas le signe du standard. */
const AUTRES_SEPARATEURS = /** @type {const} */ ([[",", "« , »"], [";", "« ; »"], ["\t", "une tabulation"], ["|", "« | »"]]);

/**
 * Ce qui empêche de lire un fichier sous cet en-tête : un message et un remède.
 *
 * @param {readonly string[]} noms
 * @returns {readonly [string, string] | undefined}
 */
function defautDeLEntete(noms) {
  /** @type {readonly string[]} */
  const connues = COLONNES;
  const double = noms.find((nom, rang) => noms.indexOf(nom) !== rang);
  if (double !== undefined) return [`la colonne « ${double} » est là deux fois`, "gardez une seule des deux colonnes"];
  if (!noms.some((nom) => connues.includes(nom))) {
    const [autre] = AUTRES_SEPARATEURS.filter(([signe]) => noms.some((nom) => nom.split(signe).some((bout) => connues.includes(bout))));
    const message = "l'en-tête n'a aucune colonne du standard";
    if (autre === undefined) return [message, "la première ligne porte le nom des colonnes, écrit comme dans le standard"];
    return [`${message} : ses cases sont séparées par ${autre[1]}`, `enregistrez le fichier avec « ${FORMAT.separateur} » entre les cases`];
  }
  const absentes = CHAMPS.filter(({ nom, obligatoire }) => obligatoire && !noms.includes(nom)).map(({ nom }) => nom);
  if (absentes.length === 0) return undefined;
  return [`il manque des colonnes obligatoires : ${absentes.join(", ")}`, "ajoutez-les à la première ligne, écrites comme dans le standard"];
}

/**
 * @param {string | Uint8Array} entree
 * @returns {Fichier}
 */
export function parseCsv(entree) {
  const texte = texteDuFichier(entree);
  if (texte === undefined) return illisible("le fichier n'est pas en UTF-8", "enregistrez-le de nouveau, en CSV UTF-8");
  const lignes = enregistrements(texte, FORMAT.separateur, FORMAT.guillemet);
  const premiere = lignes.next();
  if (premiere.done === true) return illisible("le fichier est vide", "la première ligne porte le nom des colonnes");
  const entete = premiere.value;
  if (entete.faute !== undefined) return illisible(`dans l'en-tête, ${entete.faute}`, "corrigez la première ligne du fichier");
  const defaut = defautDeLEntete(entete.cases);
  if (defaut !== undefined) return illisible(...defaut);
  const { lieux, erreurs } = lire(rangees(entete.cases, lignes));
  /** @type {readonly string[]} */
  const connues = COLONNES;
  const colonnesInconnues = entete.cases.filter((nom) => !connues.includes(nom));
  const colonnesAbsentes = connues.filter((nom) => !entete.cases.includes(nom));
  return { lieux, erreurs, colonnesInconnues, colonnesAbsentes };
}

/**
 * Les lignes, chaque case sous le nom de sa colonne. Une ligne plus courte que l'en-tête finit par des cases vides ; une
 * ligne plus longue a été mal coupée.
 *
 * @param {readonly string[]} entete
 * @param {Iterable<import("./csv.js").Enregistrement>} lignes
 * @returns {Generator<{ ligne: number, cases: Cases, faute?: string | undefined }>}
 */
function* rangees(entete, lignes) {
  for (const { ligne, cases, faute } of lignes) {
    const trop = `la ligne compte ${cases.length} cases, l'en-tête en compte ${entete.length}`;
    const forme = faute ?? (cases.length > entete.length ? trop : undefined);
    yield { ligne, cases: Object.fromEntries(entete.map((nom, rang) => [nom, cases[rang]])), faute: forme };
  }
}

/**
 * @param {Iterable<Lieu>} lieux
 * @returns {string}
 */
export function formatCsv(lieux) {
  const { separateur, guillemet } = FORMAT;
  let texte = ligneDeCsv(COLONNES, separateur, guillemet);
  for (const lieu of lieux) {
    const cases = new Map(Object.entries(formatRow(lieu)));
    texte += ligneDeCsv(COLONNES.map((nom) => cases.get(nom) ?? ""), separateur, guillemet);
  }
  return texte;
}
