// Drives Chromium and says what it saw, as JSON. In: one argument, an order (see look.rs). The tools are in SITE_TOOLS.
import { createRequire } from "node:module";
import { createServer } from "node:http";
import { mkdir, readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { join, normalize } from "node:path";
import { accessSync } from "node:fs";

const need = createRequire(join(process.env.SITE_TOOLS, "index.js"));
const { default: puppeteer } = need("puppeteer-core");
const axe = need("axe-core").source;
const { tache, dossier, pages, captures } = JSON.parse(process.argv[2]);
const known = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const executablePath = known.find((path) => {
  try {
    return path && (accessSync(path), true);
  } catch {
    return false;
  }
});
if (!executablePath) throw new Error("a browser is needed: apt-get install chromium, or name one in CHROMIUM");
const browser = await puppeteer.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"] });
const fautes = [];
// A browser that no longer answers must be a failure that says where, not a wait without end.
let enCours = tache;
setTimeout(() => {
  console.error(`the browser was stuck: ${enCours}`);
  process.exit(1);
}, 600_000).unref();

/** A page that notes whatever it complains of, and whatever it asks for outside of `base`. */
async function onglet(base, ou) {
  const page = await browser.newPage();
  const noter = (quoi) => fautes.push(`${ou()} : ${quoi}`);
  page.on("console", (message) => ["error", "warn", "warning"].includes(message.type()) && noter(message.text()));
  page.on("pageerror", (erreur) => noter(String(erreur)));
  page.on("request", (requete) => requete.url().startsWith(base) || noter(`dehors, ${requete.url()}`));
  await page.evaluateOnNewDocument(() => {
    document.addEventListener("securitypolicyviolation", (e) => console.error(`Content Security Policy: ${e.violatedDirective} ${e.blockedURI}`));
  });
  return { page, noter };
}

const TYPES = { html: "text/html; charset=utf-8", css: "text/css", js: "text/javascript", svg: "image/svg+xml" };
const RACINE = "/un/sous-chemin/";
async function serveur() {
  const serveur = createServer(async (requete, reponse) => {
    const chemin = decodeURIComponent(new URL(requete.url, "http://a").pathname);
    try {
      if (!chemin.startsWith(RACINE)) throw new Error("hors du site");
      const octets = await readFile(join(dossier, normalize(chemin.slice(RACINE.length))));
      reponse.writeHead(200, { "Content-Type": TYPES[chemin.split(".").pop()] ?? "application/octet-stream" }).end(octets);
    } catch {
      reponse.writeHead(404).end();
    }
  });
  await new Promise((pret) => serveur.listen(0, "127.0.0.1", pret));
  return serveur;
}

async function regarder() {
  const disque = pathToFileURL(`${dossier}/`).href;
  const hote = await serveur();
  const sous = `http://127.0.0.1:${hote.address().port}${RACINE}`;
  const tours = [
    [disque, "light", 1280],
    [disque, "dark", 1280],
    [disque, "light", 320],
    [disque, "dark", 320],
    [sous, "light", 800],
  ];
  let vues = 0;
  await mkdir(captures, { recursive: true });
  for (const [base, teinte, width] of tours) {
    let ici = "";
    const { page, noter } = await onglet(base, () => `${ici} ${teinte} ${width}`);
    await page.setViewport({ width, height: 900 });
    await page.emulateMediaFeatures([
      { name: "prefers-color-scheme", value: teinte },
      { name: "prefers-reduced-motion", value: "reduce" },
    ]);
    for (ici of pages) {
      enCours = `${base}${ici} ${teinte} ${width}`;
      await page.goto(base + ici, { waitUntil: "load" });
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => axe.run(document, { resultTypes: ["violations"], preload: false }));
      for (const { id, help, nodes } of violations) noter(`${id}, ${help} : ${nodes.slice(0, 3).map((n) => n.html.slice(0, 160)).join(" | ")}`);
      const [large, place] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
      if (large > place) noter(`déborde, ${large} pour ${place}`);
      if (base === disque) await page.screenshot({ path: join(captures, `${ici.replace(/\W+/g, "-")}-${teinte}-${width}.png`) });
      vues += 1;
    }
    await page.close();
  }
  hote.close();
  return { vues };
}

const montres = () =>
  [...document.querySelectorAll("#entrees .groupe:not([hidden]) li:not([hidden]) > a")].map((lien) => lien.textContent);

async function chercher() {
  const base = pathToFileURL(`${dossier}/`).href;
  const { page } = await onglet(base, () => "recherche.html");
  await page.goto(`${base}recherche.html`);
  const trouves = [];
  for (const mots of pages) {
    await page.$eval("#mots", (champ) => (champ.value = ""));
    await page.type("#mots", mots || " ");
    trouves.push(await page.evaluate(montres));
  }
  // From the form of the home page, as a person does.
  await page.goto(`${base}index.html`);
  await page.type("#mots", pages[0]);
  await Promise.all([page.waitForNavigation(), page.keyboard.press("Enter")]);
  return { trouves, adresse: await page.evaluate(montres) };
}

async function imprimer() {
  const base = pathToFileURL(`${dossier}/`).href;
  const feuilles = [];
  const mm = 96 / 25.4;
  for (const chemin of pages) {
    const { page } = await onglet(base, () => chemin);
    await page.emulateMediaType("print");
    // A4 without its margins of 10 mm.
    await page.setViewport({ width: Math.round(190 * mm), height: 1000 });
    await page.goto(base + chemin);
    const mesures = await page.evaluate(() => {
      const hauteurs = (quoi) => [...document.querySelectorAll(quoi)].map((bloc) => bloc.getBoundingClientRect().height);
      const premier = document.querySelector(".carton");
      const marge = premier ? parseFloat(getComputedStyle(premier).marginBottom) : 0;
      return { blocs: hauteurs(".carton, .feuille"), lignes: hauteurs(".atelier tr"), marge };
    });
    const pdf = Buffer.from(await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    feuilles.push({ ...mesures, hauteur: 277 * mm, pages: [...pdf.matchAll(/\/Type\s*\/Page\b(?!s)/g)].length });
    await page.close();
  }
  return { feuilles };
}

let fin = 1;
try {
  const vu = await { regarder, chercher, imprimer }[tache]();
  await new Promise((ecrit) => process.stdout.write(JSON.stringify({ ...vu, fautes }), ecrit));
  fin = 0;
} catch (panne) {
  console.error(panne);
}
// The end of this process is the browser's, which is not waited for.
process.exit(fin);
