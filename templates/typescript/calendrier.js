/**
 * @param {number} annee
 * @param {number} mois
 * @param {number} jour
 * @returns {boolean}
 */
function existe(annee, mois, jour) {
  const bissextile = (annee % 4 === 0 && annee % 100 !== 0) || annee % 400 === 0;
  const jours = [31, bissextile ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][mois - 1];
  return jours !== undefined && jour >= 1 && jour <= jours;
}

/**
 * Dit si un texte est un jour du calendrier, écrit année-mois-jour (ISO 8601).
 *
 * @param {string} texte
 * @returns {boolean}
 */
export function estUnJour(texte) {
  const lu = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/.exec(texte);
  return lu !== null && existe(Number(lu[1]), Number(lu[2]), Number(lu[3]));
}

/**
 * Dit si un texte est un jour écrit selon des directives (`%d/%m/%Y`). Une directive inconnue ne refuse rien.
 *
 * @param {string} format
 * @param {string} texte
 * @returns {boolean}
 */
export function suitLeFormat(format, texte) {
  let reste = texte;
  /** @type {{ [directive: string]: number }} */
  const lu = {};
  for (const [signe, directive] of format.matchAll(/%(.)|[^%]/gsu)) {
    if (directive === undefined || directive === "%") {
      const attendu = directive ?? signe;
      if (!reste.startsWith(attendu)) return false;
      reste = reste.slice(attendu.length);
      continue;
    }
    if (!"YymdHMS".includes(directive)) return true;
    const chiffres = (directive === "Y" ? /^[0-9]{4}/ : /^[0-9]{1,2}/).exec(reste);
    if (chiffres === null) return false;
    lu[directive] = Number(chiffres[0]);
    reste = reste.slice(chiffres[0].length);
  }
  const court = lu["y"];
  const annee = lu["Y"] ?? (court === undefined ? undefined : court < 69 ? 2000 + court : 1900 + court);
  const { m: mois, d: jour } = lu;
  return reste === "" && annee !== undefined && mois !== undefined && jour !== undefined && existe(annee, mois, jour);
}
