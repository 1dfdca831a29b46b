//! `verifier.html`: the page « Vérifier mon fichier », its scripts, and the engine as a script.
//!
//! ```js
//! const verifierDonnees = {"module":"H4sIA…","standard":"H4sIA…","communes":"…","versions":{"0.1.0":"…"},"regles":{"motif":"…"}};
//! ```
//!
//! In: the engine, compiled to WebAssembly. Out: a page that works from the disk as well, where nothing can be fetched: the
//! engine and what it reads are texts of a script, compressed (gzip, RFC 1952) then in base64 (RFC 4648). The policy of
//! the page allows WebAssembly and a worker made of its own text, and forbids every connection.

use std::collections::BTreeMap;
use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::{Map, Value, json};
use standard_mediation_model::{Standard, Version, communes};

use super::shell::{self, Around, Page, Section};
use super::{CHECKER, Site};
use crate::{Artifact, base64, rules};

const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self' 'wasm-unsafe-eval'; worker-src blob:; \
    img-src 'self'; connect-src 'none'; form-action 'none'; base-uri 'none'";

/// The scripts of the page, in the order in which they run, after the engine.
const SCRIPTS: [(&str, &str); 5] = [
    ("verifier-ouvrier.js", include_str!("../../../../templates/site/verifier-ouvrier.js")),
    ("verifier-dom.js", include_str!("../../../../templates/site/verifier-dom.js")),
    ("verifier-constats.js", include_str!("../../../../templates/site/verifier-constats.js")),
    ("verifier-suites.js", include_str!("../../../../templates/site/verifier-suites.js")),
    ("verifier.js", include_str!("../../../../templates/site/verifier.js")),
];
const ENGINE: &str = "verifier-moteur.js";
const STYLE: &str = "verifier.css";

/// The page and what it needs, for [`Site::extras`]. `engine` is the module of `generator/browser`.
pub fn checker(standard: &Standard, past: &BTreeMap<Version, Standard>, engine: &[u8]) -> Vec<Artifact> {
    // A site that has the page: its navigation leads to it.
    let there = [Artifact::text(CHECKER, "")];
    let site = Site { standard, past, extras: &there };
    let page = Page {
        path: CHECKER.into(),
        title: "Vérifier mon fichier",
        description: "Vérifier, réparer et mettre à jour un fichier de lieux dans le navigateur, sans rien envoyer.",
        section: Section::Checker,
        above: &[],
        template: "verifier",
        view: json!({}),
    };
    let scripts: Vec<&str> = [ENGINE].into_iter().chain(SCRIPTS.iter().map(|(path, _)| *path)).collect();
    let around = Around { policy: POLICY, styles: &[STYLE], scripts: &scripts };
    let mut out = vec![
        shell::page_with(&site, &page, &around),
        Artifact::text(STYLE, include_str!("../../../../templates/site/verifier.css")),
        Artifact::text(ENGINE, &data(&site, engine)),
    ];
    out.extend(SCRIPTS.map(|(path, text)| Artifact::text(path, text)));
    out
}

/// The engine and what it reads.
fn data(site: &Site<'_>, engine: &[u8]) -> String {
    let present = site.standard.identity.version;
    let past = site.past.iter().filter(|(version, _)| **version != present);
    let versions: Map<String, Value> =
        past.map(|(version, standard)| (version.to_string(), packed(&written(standard)).into())).collect();
    let titles: Map<String, Value> = rules::RULES.iter().map(|rule| (rule.id.to_owned(), rule.title().into())).collect();
    let data = json!({
        "module": packed(engine),
        "standard": packed(&written(site.standard)),
        "communes": packed(communes::LIST),
        "versions": versions,
        "regles": titles,
    });
    format!("\"use strict\";\nconst verifierDonnees = {data};\n")
}

fn written(standard: &Standard) -> Vec<u8> {
    serde_json::to_vec(standard).unwrap_or_default()
}

/// Compressed, then in base64. No day and no name is in what is compressed: the same bytes everywhere.
fn packed(bytes: &[u8]) -> String {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    // A vector takes whatever it is given.
    let packed = encoder.write_all(bytes).and_then(|()| encoder.finish()).unwrap_or_default();
    base64::text(&packed)
}
