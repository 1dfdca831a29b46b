// How fast the module reads a file, in V8 without a page: `node tests/navigateur/vitesse.mjs MODULE FILE [bloquant]`.
// Prints the median of five runs: time of processor, which a machine that does something else does not change much. Sources and channels are those of templates/site/verifier-ouvrier.js.
import { closeSync, fstatSync, openSync, readFileSync, readSync, readdirSync } from "node:fs";

const [module, path, level] = process.argv.slice(2);
const compiled = await WebAssembly.compile(readFileSync(module));
const names = readdirSync("schema/versions").filter((name) => name.endsWith(".json"));
const options = { nom: path, jour: new Date().toISOString().slice(0, 10), bloquant: level === "bloquant", versions: names.map((name) => name.slice(0, -5)) };
const held = [Buffer.from(JSON.stringify(options)), null, null, readFileSync("generated/standard.json"), readFileSync("generator/model/src/communes/communes.bin"), ...names.map((name) => readFileSync(`schema/versions/${name}`))];
const file = openSync(path);
const size = fstatSync(file).size;

async function once() {
  const refusals = [];
  let memory;
  const page = {
    taille: (source) => (source === 1 ? size : (held[source]?.length ?? 0)),
    lire(source, place, address, length) {
      const room = new Uint8Array(memory.buffer, address, length);
      return source === 1 ? readSync(file, room, 0, length, place) : held[source].copy(room, 0, place, place + length);
    },
    ecrire: (channel, address, length) => channel === 5 && refusals.push(Buffer.from(memory.buffer.slice(address, address + length))),
    recommencer() {},
  };
  // What the crate of archives asks for, and nobody calls: see templates/site/verifier-ouvrier.js.
  const unused = {};
  for (const { module: from, name } of WebAssembly.Module.imports(compiled)) unused[from] = { ...unused[from], [name]() {} };
  const { exports } = await WebAssembly.instantiate(compiled, { ...unused, page });
  memory = exports.memory;
  const before = process.cpuUsage();
  const done = exports.valider();
  const { user, system } = process.cpuUsage(before);
  if (!done) throw new Error(Buffer.concat(refusals).toString());
  return { elapsed: (user + system) / 1000, bytes: memory.buffer.byteLength };
}

const runs = [];
for (let run = 0; run < 5; run += 1) runs.push(await once());
closeSync(file);
const times = runs.map(({ elapsed }) => elapsed).sort((a, b) => a - b);
console.log(`${Math.round(times[2])} ms, ${(size / times[2] / 1000).toFixed(0)} MB/s, ${(runs[0].bytes / 2 ** 20).toFixed(0)} MiB`);
