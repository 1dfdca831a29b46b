// The valid examples, read from their CSV, are those of their JSON, and are written back to the byte.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { checkLieu, formatCsv, parseCsv } from "lieux-mediation-numerique";

const bytes = await readFile("lieux.csv");
const { lieux, erreurs, colonnesAbsentes, colonnesInconnues } = parseCsv(bytes);
assert.deepEqual([erreurs, colonnesAbsentes, colonnesInconnues], [[], [], []]);
assert.deepEqual(lieux, JSON.parse(await readFile("lieux.json", "utf8")));
assert.equal(formatCsv(lieux), bytes.toString("utf8"));
assert.deepEqual(lieux.flatMap(checkLieu), []);
console.log("fini");
