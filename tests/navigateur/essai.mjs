// The page « Vérifier mon fichier » in a real browser: `node essai.mjs PLAN`. PLAN is JSON: where the site is, the files to
// drop and what to save of each. Prints JSON: what the page said, and whatever it complained of. Judges nothing: the test does.
import { createRequire } from "node:module";
import { createServer } from "node:http";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";

const plan = JSON.parse(readFileSync(process.argv[2], "utf8"));
const require = createRequire(join(plan.tools, "essai.cjs"));
const puppeteer = require("puppeteer-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

// The site below a path, as a host that has others would serve it.
const TYPES = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml" };
const server = createServer((request, response) => {
  const path = join(plan.site, request.url.replace(/^\/sous\/chemin\//, "").replace(/\?.*/, ""));
  if (!request.url.startsWith("/sous/chemin/") || !existsSync(path)) return response.writeHead(404).end();
  return response.writeHead(200, { "Content-Type": TYPES[extname(path)] ?? "application/octet-stream" }).end(readFileSync(path));
});
await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
const served = `http://127.0.0.1:${server.address().port}/sous/chemin/`;
const pages = [`${served}verifier.html`, `file://${plan.site}/verifier.html`];

// A name alone is looked for where commands are.
const places = process.env.PATH.split(":").map((folder) => join(folder, plan.browser));
const executablePath = plan.browser.includes("/") ? plan.browser : places.find((place) => existsSync(place));
const browser = await puppeteer.launch({
  executablePath,
  headless: true,
  args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--disable-background-networking", "--disable-component-update"],
});
const seen = { files: {}, requests: [], console: [], axe: [], dialogs: 0, again: [] };
// A browser that no longer answers must be a failure that says where, not a wait without end.
let doing = "start";
setTimeout(() => {
  console.error(`the browser was stuck: ${doing}`);
  process.exit(1);
}, 900_000).unref();
const page = await browser.newPage();
await page.setViewport({ width: 1280, height: 1000 });
page.on("console", (message) => seen.console.push(message.text()));
page.on("pageerror", (error) => seen.console.push(String(error)));
page.on("dialog", async (dialog) => {
  seen.dialogs += 1;
  await dialog.dismiss();
});
page.on("request", (request) => {
  const own = [served, `file://${plan.site}/`, "blob:", "data:"].some((start) => request.url().startsWith(start));
  if (!own) seen.requests.push(request.url());
});

const session = await browser.target().createCDPSession();
mkdirSync(plan.saved, { recursive: true });
await session.send("Browser.setDownloadBehavior", { behavior: "allowAndName", downloadPath: plan.saved, eventsEnabled: true });
const saved = {};
let waiting;
session.on("Browser.downloadWillBegin", ({ guid, suggestedFilename }) => (saved[guid] = suggestedFilename));
session.on("Browser.downloadProgress", ({ guid, state }) => state !== "inProgress" && waiting?.({ name: saved[guid], guid, state }));

/** Presses what saves a file, and waits for it: at most three times, since the browser sometimes lets one go; that is told. */
async function save(selector, words, tries = 3) {
  let late;
  const done = new Promise((resolve) => {
    waiting = resolve;
    late = setTimeout(() => resolve({ state: "never started" }), 30_000);
  });
  await click(selector, words);
  const { name, guid, state } = await done;
  clearTimeout(late);
  if (state === "never started" && tries > 1) {
    const focus = await page.evaluate(() => document.activeElement.outerHTML.slice(0, 80));
    seen.again.push(`${doing}: ${await text("#etat")} ${focus} ${(await text("#verification")).slice(0, 80)}`);
    return save(selector, words, tries - 1);
  }
  if (state !== "completed") throw new Error(`${doing}: ${words}: ${state}`);
  return { name, path: join(plan.saved, guid) };
}

/**
 * Goes to a button and presses Enter, as who has no mouse does. A click made by a script is no gesture of a person: after
 * fifty files saved without one, the browser saves no more and says nothing.
 */
async function click(selector, words) {
  const found = await page.evaluateHandle(
    (selector, words) => [...document.querySelectorAll(selector)].find((one) => one.textContent.includes(words)),
    selector,
    words,
  );
  const button = found.asElement();
  if (!button) throw new Error(`no « ${words} » in: ${await page.$eval("main", (main) => main.innerText.slice(0, 2000))}`);
  await button.focus();
  await page.keyboard.press("Enter");
}

/** Waits until nothing is being read any more. */
const quiet = () => page.waitForFunction(() => document.querySelector("#avance").hidden, { timeout: 300_000 });

/** Waits until a file that was chosen is being read, or was: what was said of the one before is taken away first. */
async function choose(path) {
  await page.evaluate(() => {
    for (const place of ["#verification", "#etat"]) document.querySelector(place).replaceChildren();
    document.querySelector("#fichier").value = "";
  });
  await (await page.$("#fichier")).uploadFile(path);
  await page.waitForFunction(() => ["#verification", "#etat"].some((place) => document.querySelector(place).hasChildNodes()));
}

async function drop(path) {
  await choose(path);
  await quiet();
}

const text = (selector) => page.$eval(selector, (element) => element.innerText);

async function check(name) {
  await page.evaluate(axe);
  for (const scheme of ["light", "dark"]) {
    await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
    const { violations } = await page.evaluate(() => globalThis.axe.run(document, { preload: false }));
    for (const { id, nodes } of violations) seen.axe.push(`${name}, ${scheme}: ${id} ${nodes.map(({ html, failureSummary }) => `${html.slice(0, 200)} ${failureSummary}`).slice(0, 3).join(" | ")}`);
    await page.screenshot({ path: join(plan.pictures, `${name}-${scheme}.png`), fullPage: true });
  }
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: "light" }]);
}

const steps = {
  async save({ button }) {
    return save("#verification button", button);
  },
  async press({ button }) {
    await click("#verification button", button);
    await page.evaluate(() => 0);
    await quiet();
    return {};
  },
  /** Chooses what is proposed to every question. */
  async answer() {
    await page.evaluate(() => {
      for (const question of document.querySelectorAll(".question")) {
        const proposed = [...question.querySelectorAll("label")].find((label) => label.textContent.includes("Réponse proposée"));
        proposed.querySelector("input").checked = true;
      }
    });
    return steps.press({ button: "Appliquer ces réponses" });
  },
  async look({ name }) {
    await check(name);
    return {};
  },
  async filter({ word }) {
    await page.type(".filtres input[name=texte]", word);
    return { rows: await page.$$eval("#constats tbody tr", (rows) => rows.map((row) => row.innerText)) };
  },
};

for (const [rank, address] of pages.entries()) {
  await page.goto(address, { waitUntil: "load" });
  await page.waitForSelector("#depot:not([hidden])");
  if (rank === 0) await check("depart");
  // From the disk, the first ones are enough: the page is the same.
  for (const { key, path, then = [] } of rank === 0 ? plan.files : plan.files.slice(0, plan.few)) {
    doing = `${address} ${key}`;
    await drop(path);
    const said = { state: await text("#etat"), result: await text("#verification"), steps: [] };
    said.elements = await page.$$eval("#verification img, #verification script, #verification iframe, #verification a, #verification b", (found) => found.length);
    said.milliseconds = Number((/lu en ([\d\s]+?)\s*ms/.exec(said.result)?.[1] ?? "0").replace(/\D/g, ""));
    for (const step of then) {
      doing = `${address} ${key} ${JSON.stringify(step)}`;
      said.steps.push(await steps[step.do](step));
    }
    seen.files[`${rank}:${key}`] = said;
  }
}

doing = "a big file";
if (plan.big) {
  // A long reading: the page answers meanwhile, tells how far it is, and stops when it is asked to.
  await choose(plan.big);
  const told = new Set();
  for (let look = 0; look < 400 && !(await page.$eval("#avance", (one) => one.hidden)); look += 1) {
    told.add(await text("#etat"));
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await quiet();
  seen.big = { told: [...told], result: (await text("#verification")).slice(0, 600) };
  await choose(plan.big);
  await page.click("#annuler");
  seen.stopped = { state: await text("#etat"), result: await text("#verification") };
  await drop(plan.files[0].path);
  seen.after = await text("#verification");
}

// All is seen: the end of this process is the browser's, which is not waited for.
process.stdout.write(JSON.stringify(seen), () => process.exit(0));
