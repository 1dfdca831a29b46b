import { estUnJour, suitLeFormat } from "./calendrier.js";
import { FORMAT } from "./champs.js";
import { proche } from "./proche.js";
import { isValue } from "./valeurs.js";

/** @import { Champ, Erreur, Regle } from "./types.js" */

/**
 * Les expressions déjà compilées.
 *
 * @type {Map<string, RegExp>}
 */
const expressions = new Map();

/**
 * @param {string} expression
 * @param {string} texte
 * @returns {boolean}
 */
function convient(expression, texte) {
  let compilee = expressions.get(expression);
  if (compilee === undefined) expressions.set(expression, (compilee = new RegExp(expression, "u")));
  return compilee.test(texte);
}

/**
 * Dit si une case est vide, ou contient un texte qui vaut une case vide.
 *
 * @param {string} texte
 * @returns {boolean}
 */
export function estVide(texte) {
  return texte === "" || FORMAT.manquantes.includes(texte);
}

/**
 * @param {string} texte
 * @returns {unknown}
 */
function json(texte) {
  try {
    return JSON.parse(texte);
  } catch {
    return undefined;
  }
}

/**
 * @param {string} texte
 * @returns {boolean}
 */
function estUnObjet(texte) {
  const lu = json(texte);
  return typeof lu === "object" && lu !== null && !Array.isArray(lu);
}

/**
 * @param {Champ} champ
 * @param {string} texte
 * @returns {boolean}
 */
function estDuType(champ, texte) {
  const { type, format, forme } = champ;
  if (forme !== undefined && !convient(forme, texte)) return false;
  switch (type) {
    case "date":
      return format === undefined ? estUnJour(texte) : format === "any" || suitLeFormat(format, texte);
    case "date_heure":
      return format !== undefined || estUnJour(texte.slice(0, texte.indexOf("T")));
    case "duree":
      return texte.length > 1 && !texte.endsWith("T");
    case "point":
      return format !== "object" || estUnObjet(texte);
    case "geojson":
    case "objet":
      return estUnObjet(texte);
    case "tableau":
      return Array.isArray(json(texte));
    default:
      return true;
  }
}

/**
 * La règle, le message et le remède quand un texte n'est pas du type de la colonne.
 *
 * @param {Champ} champ
 * @param {string} texte
 * @returns {[Regle, string, string]}
 */
function mauvaisType({ type, format, decimale }, texte) {
  switch (type) {
    case "nombre": {
      const aide =
        decimale === undefined
          ? "écrivez le nombre en chiffres, avec un point pour les décimales : 43.296"
          : `écrivez le nombre en chiffres, avec « ${decimale} » avant les décimales`;
      return ["nombre", `« ${texte} » n'est pas un nombre`, aide];
    }
    case "entier":
      return ["nombre", `« ${texte} » n'est pas un nombre entier`, "écrivez le nombre en chiffres, sans décimale ni espace"];
    case "date": {
      const aide =
        format === undefined
          ? "une date s'écrit année-mois-jour, comme 2026-04-02, et doit exister dans le calendrier"
          : `la date s'écrit sous la forme ${format}, et doit exister dans le calendrier`;
      return ["date", `« ${texte} » n'est pas une date`, aide];
    }
    default:
      return ["type", `« ${texte} » n'est pas du type attendu`, `il faut ${ATTENDUS[type]}`];
  }
}

const ATTENDUS = {
  texte: "un texte de la forme prévue",
  booleen: "oui ou non, dans les mots prévus",
  date_heure: "une date et une heure, comme 2026-04-02T10:30:00Z",
  heure: "une heure, comme 10:30:00",
  annee: "une année, en quatre chiffres",
  duree: "une durée au format ISO 8601, comme P1DT2H",
  point: "un point, longitude puis latitude",
  geojson: "un objet GeoJSON",
  tableau: "une liste écrite en JSON",
  objet: "un objet écrit en JSON",
};

/**
 * Ce que des bornes comparent ; rien quand le texte n'est ni un nombre ni un jour.
 *
 * @param {Champ} champ
 * @param {string} texte
 * @returns {number | string | undefined}
 */
function mesure({ type, format, decimale }, texte) {
  if (type === "date") return format === undefined ? texte : undefined;
  const chiffres = decimale === undefined ? texte : texte.replace(decimale, ".");
  return /^-?[0-9]+(?:\.[0-9]+)?$/.test(chiffres) ? Number(chiffres) : undefined;
}

/**
 * @param {Champ} champ
 * @param {string} texte
 * @returns {boolean}
 */
function horsDesBornes(champ, texte) {
  const valeur = champ.bornes === undefined ? undefined : mesure(champ, texte);
  if (valeur === undefined) return false;
  const { minimum, maximum } = champ.bornes ?? {};
  return (
    (minimum !== undefined && typeof minimum === typeof valeur && valeur < minimum) ||
    (maximum !== undefined && typeof maximum === typeof valeur && valeur > maximum)
  );
}

/**
 * Ce qui ne va pas dans une valeur, jamais vide.
 *
 * @param {Champ} champ
 * @param {string} texte
 * @returns {Generator<[Regle, string, string]>}
 */
function* defautsDeValeur(champ, texte) {
  const { type, liste } = champ;
  const connue = type !== "tableau" && liste !== undefined && isValue(liste.valeurs, texte);
  if (!connue && !estDuType(champ, texte)) {
    yield mauvaisType(champ, texte);
    return;
  }
  if (champ.tenue === "nombre" && !(Math.abs(Number(texte)) <= Number.MAX_SAFE_INTEGER)) {
    yield ["nombre", `« ${texte} » est trop grand pour être lu sans rien perdre`, "vérifiez le nombre, ou lisez la colonne comme un texte"];
    return;
  }
  if (champ.motif !== undefined && !convient(champ.motif.expression, texte)) {
    yield ["motif", `« ${texte} » n'a pas la forme attendue`, `il faut ${champ.motif.enClair}`];
  }
  const { longueurMin: min = 0, longueurMax: max = Infinity } = champ;
  const longueur = min > 0 || max < Infinity ? [...texte].length : min;
  if (longueur < min) {
    yield ["longueur", `le texte compte ${longueur} caractères, il en faut au moins ${min}`, "complétez le texte"];
  }
  if (longueur > max) {
    const aide = `raccourcissez le texte de ${longueur - max} caractères`;
    yield ["longueur", `le texte compte ${longueur} caractères, ${max} au plus sont permis`, aide];
  }
  if (liste?.bloquante === true) {
    for (const element of type === "tableau" ? elements(texte) : [texte]) {
      if (!isValue(liste.valeurs, element)) yield horsDeLaListe(liste, element);
    }
  }
  if (champ.bornes !== undefined && horsDesBornes(champ, texte)) {
    yield ["bornes", `« ${texte} » est hors des bornes`, `il faut ${champ.bornes.enClair}`];
  }
}

/**
 * @param {string} texte
 * @returns {string[]}
 */
function elements(texte) {
  const lus = json(texte);
  return Array.isArray(lus) ? lus.map((lu) => (typeof lu === "string" ? lu : JSON.stringify(lu))) : [];
}

/**
 * @param {NonNullable<Champ["liste"]>} liste
 * @param {string} texte
 * @returns {[Regle, string, string]}
 */
function horsDeLaListe({ titre, valeurs }, texte) {
  const toutes = Object.values(valeurs);
  const autrement = toutes.find((valeur) => valeur.alias.includes(texte))?.libelle;
  const voulue = autrement ?? proche(texte, toutes.map((valeur) => valeur.libelle));
  const aide = voulue === undefined ? `choisissez une valeur de la liste « ${titre} »` : `vouliez-vous écrire « ${voulue} » ?`;
  return ["vocabulaire", `« ${texte} » n'est pas une valeur de la liste « ${titre} »`, aide];
}

/**
 * Ce qui bloque dans une case.
 *
 * @param {Champ} champ
 * @param {string} texte
 * @returns {Erreur[]}
 */
export function defautsDeCase(champ, texte) {
  const { nom, titre, separateur, liste } = champ;
  if (estVide(texte)) {
    const message = `la colonne « ${titre} » est obligatoire et la case est vide`;
    return champ.obligatoire ? [{ champ: nom, regle: "obligatoire", message, aide: "remplissez la case" }] : [];
  }
  /** @type {Erreur[]} */
  const erreurs = [];
  const parties = separateur === undefined ? [texte] : texte.split(separateur);
  parties.forEach((valeur, rang) => {
    const partie = separateur === undefined ? {} : { partie: rang + 1 };
    if (valeur === "") {
      // Hors d'une liste fermée, une valeur vide est déconseillée et n'empêche rien.
      if (liste?.bloquante !== true) return;
      const message = "il manque une valeur entre deux séparateurs, au début ou à la fin";
      erreurs.push({ champ: nom, regle: "partie-vide", ...partie, message, aide: `retirez le séparateur ${separateur} en trop` });
      return;
    }
    for (const [regle, message, aide] of defautsDeValeur(champ, valeur)) {
      erreurs.push({ champ: nom, regle, ...partie, message, aide });
    }
  });
  return erreurs;
}
