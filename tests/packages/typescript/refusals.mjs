// What is wrong in a file, a line each, as the example of the README says it.
import { readFile } from "node:fs/promises";
import { parseCsv } from "lieux-mediation-numerique";

for (const { ligne, champ, message, aide } of parseCsv(await readFile("lieux.csv")).erreurs) {
  console.log(`ligne ${ligne}, ${champ} : ${message} ; ${aide}`);
}
