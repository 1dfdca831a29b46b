//! The site as a browser shows it, looked at by axe-core: `look.mjs` drives Chromium, these tests say what must come out.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};

use super::{hostile, other, put, real};
use crate::support::root;

/// A page of every kind.
const KINDS: &[&str] = &[
    "index.html",
    "colonnes.html",
    "listes.html",
    "champs/services.html",
    "champs/pivot.html",
    "vocabulaires/frais_a_charge.html",
    "vocabulaires/typologie.html",
    "exemples.html",
    "regles.html",
    "regles/motif.html",
    "versions.html",
    "comparer.html",
    "comparer/0.1.1-1.1.0.html",
    "differences.html",
    "differences/valeur-retiree.html",
    "decisions.html",
    "recherche.html",
    "telecharger.html",
    "telecharger/1.1.0.html",
    "telecharger/0.1.0.html",
    "imprimer.html",
    "imprimer/fiches.html",
    "imprimer/ateliers.html",
];

/// Runs the script that drives the browser, and gives what it saw.
fn look(task: &str, folder: &Path, pages: &[&str]) -> Value {
    let tools = std::env::var("SITE_TOOLS").expect("SITE_TOOLS names the folder of axe-core: run bash .ci/site");
    let captures: PathBuf = root().join("target/site-captures");
    let order = json!({ "tache": task, "dossier": folder, "pages": pages, "captures": captures });
    let said = Command::new("node")
        .arg(root().join("tests/site/look.mjs"))
        .arg(order.to_string())
        .env("SITE_TOOLS", tools)
        .output()
        .expect("node runs");
    assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
    serde_json::from_slice(&said.stdout).expect("JSON")
}

fn nothing_wrong(seen: &Value, looked: usize) {
    assert_eq!(seen["fautes"], json!([]), "{:#}", seen["fautes"]);
    assert_eq!(seen["vues"], json!(looked), "all was looked at");
}

#[test]
#[ignore = "needs Chromium and axe-core; run by .ci/site"]
fn no_page_has_a_fault_of_accessibility_or_of_policy() {
    let folder = tempfile::tempdir().expect("a folder");
    put(real(), folder.path());
    // Light and dark, wide and narrow, from the disk; then below a folder of a server.
    nothing_wrong(&look("regarder", folder.path(), KINDS), KINDS.len() * 5);
}

#[test]
#[ignore = "needs Chromium and axe-core; run by .ci/site"]
fn hostile_texts_and_other_standards_are_shown_as_well() {
    let pages = ["index.html", "colonnes.html", "listes.html", "regles.html", "recherche.html", "imprimer/fiches.html"];
    for files in [hostile(), &other("recharge")] {
        let folder = tempfile::tempdir().expect("a folder");
        put(files, folder.path());
        nothing_wrong(&look("regarder", folder.path(), &pages), pages.len() * 5);
    }
}

/// A page that is wrong in each way, so that the silence above says something.
#[test]
#[ignore = "needs Chromium and axe-core; run by .ci/site"]
fn faults_are_seen() {
    let folder = tempfile::tempdir().expect("a folder");
    let policy = "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'\">";
    let page = format!(
        "<!DOCTYPE html><html>{policy}<p style=\"color:red\">x<hr width=\"2000\"><img src=\"https://a.example/x.png\"><script src=\"a.js\"></script></html>"
    );
    std::fs::write(folder.path().join("faux.html"), page).expect("writable");
    let seen = look("regarder", folder.path(), &["faux.html"]);
    let faults = seen["fautes"].to_string();
    for fault in ["html-has-lang", "image-alt", "dehors", "Content Security Policy", "déborde"] {
        assert!(faults.contains(fault), "{fault}: {faults}");
    }
}

#[test]
#[ignore = "needs Chromium and axe-core; run by .ci/site"]
fn search_finds_with_and_without_accents() {
    let folder = tempfile::tempdir().expect("a folder");
    put(real(), folder.path());
    let seen = look("chercher", folder.path(), &["Médiathèque", "mediatheque", "MEDIATHÈQUE", "code postal", "zzzz", ""]);
    assert_eq!(seen["fautes"], json!([]));
    let found = seen["trouves"].as_array().expect("lists");
    assert!(found[0].as_array().is_some_and(|titles| !titles.is_empty()), "{seen:#}");
    assert!(found[0] == found[1] && found[1] == found[2], "{seen:#}");
    assert_eq!(found[3][0], "Code postal", "the nearest comes first");
    assert_eq!(found[4], json!([]));
    assert!(found[5].as_array().is_some_and(|titles| titles.len() > 400), "nothing asked, everything shown");
    assert_eq!(seen["adresse"], found[0], "an address that asks finds the same");
}

#[test]
#[ignore = "needs Chromium and axe-core; run by .ci/site"]
fn printed_sheets_are_not_cut() {
    let folder = tempfile::tempdir().expect("a folder");
    put(real(), folder.path());
    let seen = look("imprimer", folder.path(), &["imprimer/fiches.html", "imprimer/ateliers.html"]);
    let [cards, sheets] = seen["feuilles"].as_array().expect("two").as_slice() else { panic!("{seen:#}") };
    // Heights are in pixels of CSS, as laid out for the width of the paper.
    let heights = |seen: &Value, of: &str| -> Vec<f64> {
        seen[of].as_array().expect("heights").iter().map(|height| height.as_f64().expect("a number")).collect()
    };
    let page = cards["hauteur"].as_f64().expect("a height");
    let of_cards = heights(cards, "blocs");
    assert!(
        of_cards.len() >= 30 && of_cards.iter().all(|height| *height <= page),
        "a card is longer than the paper: {of_cards:?}"
    );
    let (mut pages, mut used) = (1, 0.0);
    for height in &of_cards {
        if used + height > page {
            (pages, used) = (pages + 1, 0.0);
        }
        used += height + cards["marge"].as_f64().expect("a margin");
    }
    assert_eq!(cards["pages"], json!(pages), "cards that are never cut take that many pages");
    assert!(pages <= of_cards.len() * 2 / 3, "most cards share a page: {pages} pages");
    let of_sheets = heights(sheets, "blocs");
    let least: f64 = of_sheets.iter().map(|height| (height / page).ceil()).sum();
    let told = sheets["pages"].as_f64().expect("a count");
    assert!(of_sheets.len() >= 15 && told >= least && told <= least + 3.0, "{told} pages for {least}");
    assert!(heights(sheets, "lignes").iter().all(|height| *height < page / 3.0));
}
