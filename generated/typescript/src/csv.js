/**
 * Une ligne d'un fichier CSV.
 *
 * @typedef {object} Enregistrement
 * @property {number} ligne Numéro de la ligne, tel que le montre un tableur.
 * @property {string[]} cases Le contenu des cases.
 * @property {string} [faute] Ce qui n'a pas la forme d'un CSV.
 */

/**
 * Découpe un texte CSV (RFC 4180), lignes vides passées. Un guillemet au milieu d'une case qui n'en a pas au début est un
 * signe comme un autre.
 *
 * @param {string} texte
 * @param {string} separateur
 * @param {string} guillemet
 * @returns {Generator<Enregistrement>}
 */
export function* enregistrements(texte, separateur, guillemet) {
  const borne = new RegExp(`[\r\n${separateur.replace(/[\\\]^-]/, "\\$&")}]`, "gu");
  /** @param {number} depart */
  const finDeCase = (depart) => {
    borne.lastIndex = depart;
    return borne.exec(texte)?.index ?? texte.length;
  };
  let place = texte.startsWith("\uFEFF") ? 1 : 0;
  for (let ligne = 1; place < texte.length; ligne += 1) {
    /** @type {Enregistrement} */
    const lue = { ligne, cases: [] };
    const debut = place;
    for (;;) {
      let contenu = "";
      if (texte.startsWith(guillemet, place)) {
        let ouvert = true;
        place += 1;
        while (ouvert) {
          const fin = texte.indexOf(guillemet, place);
          if (fin === -1) {
            lue.faute = "un guillemet ouvert n'est jamais refermé";
            contenu += texte.slice(place);
            place = texte.length;
            break;
          }
          ouvert = texte.startsWith(guillemet, fin + 1);
          contenu += texte.slice(place, ouvert ? fin + 1 : fin);
          place = ouvert ? fin + 2 : fin + 1;
        }
        if (finDeCase(place) > place) lue.faute = "une case continue après son guillemet fermant";
      }
      const fin = finDeCase(place);
      lue.cases.push(contenu + texte.slice(place, fin));
      place = fin;
      if (!texte.startsWith(separateur, place)) break;
      place += separateur.length;
    }
    const vide = place === debut;
    place += texte.startsWith("\r\n", place) ? 2 : 1;
    if (!vide) yield lue;
  }
}

/**
 * Une ligne de CSV, avec sa fin.
 *
 * @param {readonly string[]} cases
 * @param {string} separateur
 * @param {string} guillemet
 * @returns {string}
 */
export function ligneDeCsv(cases, separateur, guillemet) {
  const special = [separateur, guillemet, "\r", "\n"];
  const entoure = (/** @type {string} */ texte) => guillemet + texte.replaceAll(guillemet, guillemet + guillemet) + guillemet;
  const textes = cases.map((texte) => (special.some((signe) => texte.includes(signe)) ? entoure(texte) : texte));
  // Une ligne d'une seule case vide serait une ligne vide, que personne ne lit.
  const ligne = textes.length === 1 && textes[0] === "" ? guillemet + guillemet : textes.join(separateur);
  return `${ligne}\n`;
}
