// What is not a good file, nor a place that can be written, on the real standard.
import assert from "node:assert/strict";
import { CHAMPS, COLONNES, FRAIS_A_CHARGE, checkLieu, codeOf, formatCsv, formatRow, isValue, parseCsv, parseRow, parseRows, recognizeValue } from "lieux-mediation-numerique";

const sound = {
  id: "accueil",
  pivot: "43493312300029",
  nom: "Accueil de la mairie",
  commune: "Corte",
  code_postal: "20250",
  adresse: "1 place de l'Essai",
  date_maj: "2026-09-14",
};
const names = Object.keys(sound);
const row = (place = sound) => names.map((name) => `"${place[name]}"`).join(",");
const header = names.join(",");
const rules = (text) => parseCsv(text).erreurs.map(({ ligne, champ, regle }) => [ligne, champ, regle]);

// Files that are read: any end of line, a mark, blank lines, columns in another order, unknown ones, short rows.
const good = parseCsv(`${header}\n${row()}\n`);
assert.deepEqual([good.lieux, good.erreurs], [[sound], []]);
assert.deepEqual(good.colonnesAbsentes, COLONNES.filter((name) => !names.includes(name)));
for (const end of ["\n", "\r\n", "\r"]) {
  assert.deepEqual(parseCsv(`\uFEFF${header}${end}${end}${row()}`).lieux, [sound]);
}
assert.deepEqual(parseCsv(new TextEncoder().encode(`\uFEFF${header}\n${row()}`)).lieux, [sound]);
const more = parseCsv(`__proto__,${header},constructor,presentation_resume\nx,${row()}\n`);
assert.deepEqual([more.lieux, more.colonnesInconnues], [[sound], ["__proto__", "constructor"]]);
const quoted = { ...sound, nom: 'L\'« été »,\r\n"ici"', adresse: "a\nb" };
assert.deepEqual(parseCsv(formatCsv([quoted, { ...sound, id: "b" }])).lieux, [quoted, { ...sound, id: "b" }]);

// Files that are not: each says where, and what can be read is read.
assert.deepEqual(rules(""), [[1, "", "fichier"]]);
assert.deepEqual(rules(new Uint8Array([0x6e, 0xe9])), [[1, "", "fichier"]]);
assert.deepEqual(rules(`id,id\n`), [[1, "", "fichier"]]);
assert.deepEqual(rules(`"id\n`), [[1, "", "fichier"]]);
const said = (text) => parseCsv(text).erreurs.map(({ ligne, message, aide }) => `${ligne} ${message} ; ${aide}`);
assert.match(said(`${header.replaceAll(",", ";")}\n${row()}`).join(), /^1 l'en-tête n'a aucune colonne .* séparées par « ; » ; .* avec « , »/);
assert.match(said(`${header.replaceAll(",", "\t")}\n`).join(), /séparées par une tabulation ; /);
assert.match(said("Nom,Commune\n").join(), /^1 l'en-tête n'a aucune colonne du standard ; la première ligne porte le nom/);
assert.deepEqual(said(`${header.replace("commune", "ville")}\n${row()}`), ["1 il manque des colonnes obligatoires : commune ; ajoutez-les à la première ligne, écrites comme dans le standard"]);
const broken = parseCsv(`${header}\n${row()},trop\n"a"b,c\n\n${row({ ...sound, id: "c" })}\n"ouvert\n${row()}`);
assert.deepEqual(broken.erreurs.map(({ ligne, regle }) => [ligne, regle]), [[2, "fichier"], [3, "fichier"], [6, "fichier"]]);
assert.deepEqual(broken.lieux, [{ ...sound, id: "c" }]);
assert.deepEqual(rules(`${header}\n${row()}\n${row()}`), [[3, "id", "unique"]]);

// Rows: what an object inherits is no cell, absence is emptiness.
assert.deepEqual(parseRow(Object.create(sound)).erreurs.length, CHAMPS.filter((field) => field.obligatoire).length);
assert.deepEqual(parseRow({ ...sound, latitude: undefined, longitude: "" }).lieu, sound);
assert.deepEqual(parseRows([sound, sound]).erreurs.map(({ ligne }) => ligne), [2]);

// Reading is strict; one function is not.
const [value] = Object.values(FRAIS_A_CHARGE);
const [alias] = value.alias;
assert.equal(parseRow({ ...sound, frais_a_charge: alias }).erreurs[0].regle, "vocabulaire");
assert.match(parseRow({ ...sound, frais_a_charge: alias }).erreurs[0].aide, new RegExp(value.libelle));
assert.deepEqual([recognizeValue(FRAIS_A_CHARGE, alias), recognizeValue(FRAIS_A_CHARGE, "x")], [value.libelle, undefined]);
assert.deepEqual([isValue(FRAIS_A_CHARGE, alias), codeOf(FRAIS_A_CHARGE, value.libelle), codeOf(FRAIS_A_CHARGE, "constructor")], [false, value.code, undefined]);
assert.match(parseRow({ ...sound, frais_a_charge: "gratuit sous conditions" }).erreurs[0].aide, /« Gratuit sous condition »/);

// Writing: what would be read otherwise is refused, with the name of the field.
const refuses = (more, type, words) => assert.throws(() => formatRow({ ...sound, ...more }), (error) => error instanceof type && words.test(error.message));
refuses({ courriels: ["a@b.fr|c@d.fr"] }, RangeError, /^courriels : .*sépare deux valeurs/);
refuses({ courriels: [""] }, RangeError, /^courriels : /);
refuses({ latitude: Infinity }, RangeError, /^latitude : /);
refuses({ latitude: 1e300 }, RangeError, /^latitude : /);
refuses({ latitude: "42.3" }, TypeError, /^latitude : il faut un nombre/);
refuses({ nom: 12 }, TypeError, /^nom : il faut un texte/);
refuses({ courriels: "a@b.fr" }, TypeError, /^courriels : il faut une liste/);
for (const number of [0.1, -0.00000015, 1e-7, 1.25e-9, 42.30654321, 0, -12]) {
  const written = formatRow({ ...sound, latitude: number }).latitude;
  assert.match(written, /^-?[0-9]+(\.[0-9]+)?$/);
  assert.equal(Number(written), number);
}
assert.equal(formatRow({ ...sound, latitude: -0 }).latitude, "0");
assert.deepEqual(formatRow({ ...sound, courriels: [] }).courriels, "");
assert.deepEqual(checkLieu({ ...sound, code_postal: "1000", date_maj: "2026-02-30" }).map(({ champ, regle }) => [champ, regle]), [["code_postal", "motif"], ["date_maj", "date"]]);
console.log("fini");
