// Reads every case in two ways, rows and a file; writes back what is accepted. Says, for each, what is refused and what
// was lost on the way.
import { readFile } from "node:fs/promises";
import { isDeepStrictEqual } from "node:util";
import { CHAMPS, formatCsv, formatRow, parseCsv, parseRow, parseRows } from "lieux-mediation-numerique";

const { cases } = JSON.parse(await readFile("cases.json", "utf8"));
const files = JSON.parse(await readFile("files.json", "utf8"));

/** Row, field and rule of each error, once, in order. */
function refusals(errors, first) {
  const said = new Set();
  for (const { ligne, champ, regle, message, aide } of errors) {
    if (message === "" || aide === "") throw new Error("an error without words");
    said.add(JSON.stringify([ligne - first, champ, regle]));
  }
  const order = (a, b) => a[0] - b[0] || compare(a[1], b[1]) || compare(a[2], b[2]);
  return [...said].map((text) => JSON.parse(text)).sort(order);
}

/** The order of bytes, which is the one of names in ASCII. */
function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What is not the same once written and read again. */
function lost(row) {
  const read = parseRow(row);
  if (!read.ok) return [];
  const written = formatRow(read.lieu);
  const again = parseRow(written);
  const out = [];
  if (!again.ok || !isDeepStrictEqual(again.lieu, read.lieu)) out.push("row");
  const file = parseCsv(formatCsv([read.lieu]));
  if (!isDeepStrictEqual(file.lieux, [read.lieu])) out.push("file");
  for (const { nom, tenue } of CHAMPS) {
    const kept = Object.hasOwn(read.lieu, nom) ? row[nom] : "";
    if (tenue === "texte" && written[nom] !== kept) out.push(nom);
  }
  return out;
}

const said = cases.map(({ rows }, rank) => {
  const file = parseCsv(files[rank]);
  return {
    rows: refusals(parseRows(rows).erreurs, 1),
    file: refusals(file.erreurs, 2),
    lost: [...rows.flatMap(lost), ...file.colonnesInconnues, ...file.colonnesAbsentes],
  };
});
console.log(JSON.stringify(said));
