//! The site of the real standard, and of one whose every text is hostile.

use std::collections::BTreeMap;

use super::*;
use crate::emit::trial;
use crate::source;

/// The pages of a standard, with the real frozen versions.
fn built(standard: &Standard, extras: &[Artifact]) -> Vec<Artifact> {
    let past = source::load(&trial::sources()).past;
    pages(&Site { standard, past: &past, extras })
}

#[test]
fn each_column_and_each_value_has_its_place() {
    let standard = trial::standard();
    let pages = built(&standard, &[]);
    for field in &standard.fields {
        let page = trial::text(&pages, &format!("champs/{}.html", field.name));
        assert_eq!(page.contains("<span class=\"etiquette forte\">obligatoire</span>"), field.required, "{}", field.name);
    }
    for vocabulary in &standard.vocabularies {
        let page = trial::text(&pages, &format!("vocabulaires/{}.html", vocabulary.name));
        for value in &vocabulary.values {
            assert_eq!(page.matches(&format!("<article class=\"valeur\" id=\"{}\">", value.code)).count(), 1, "{}", value.code);
        }
    }
}

#[test]
fn a_value_that_is_gone_keeps_its_place_and_its_words() {
    let standard = trial::standard();
    let pages = built(&standard, &[]);
    let page = trial::text(&pages, "vocabulaires/frais_a_charge.html");
    let gone = page.split("<section aria-labelledby=\"valeurs-retirees\">").nth(1).expect("values that are gone");
    assert!(
        gone.contains("<article class=\"valeur retiree\" id=\"adhesion_l_acces_au_lieu_et_ou_a_ses_services\">")
            && gone.contains("0.1.1"),
        "{gone}"
    );
    assert!(!trial::text(&pages, "vocabulaires/itinerance.html").contains("valeurs-retirees"), "nothing was taken from it");
}

#[test]
fn a_column_is_told_under_the_names_it_had() {
    let standard = trial::standard();
    let pages = built(&standard, &[]);
    let page = trial::text(&pages, "champs/courriels.html");
    let rows = page.split("Ce que disait chaque version").nth(1).expect("what versions said");
    assert!(rows.contains("<code>courriel</code>") && rows.contains("<code>courriels</code>"), "{rows}");
    let page = trial::text(&pages, "champs/itinerance.html");
    assert!(page.contains("n&#x27;existait pas") || page.contains("n'existait pas"));
}

#[test]
fn the_page_of_the_checker_is_linked_when_it_is_there() {
    let standard = trial::standard();
    assert!(built(&standard, &[]).iter().all(|page| !String::from_utf8_lossy(&page.bytes).contains(CHECKER)));
    let checker = Artifact::text(CHECKER, "<!DOCTYPE html>");
    let with = built(&standard, std::slice::from_ref(&checker));
    assert!(trial::text(&with, "champs/id.html").contains("href=\"../verifier.html\""));
    assert!(with.contains(&checker));
}

#[test]
fn hostile_texts_stay_texts() {
    for page in built(&trial::hostile(), &[]).iter().filter(|page| page.path.ends_with(".html")) {
        let html = std::str::from_utf8(&page.bytes).expect("UTF-8");
        // The one script of the site.
        let html = html.replacen("<script src=\"recherche.js\" defer></script>", "", 1);
        for markup in ["</script>", "<b>", "[a](b)</a>", "{{x}}\""] {
            assert!(!html.contains(markup), "{}: {markup}", page.path);
        }
        for tag in ["a", "article", "section", "dl", "ul", "ol", "li", "p", "div", "table", "td", "th", "h2", "h3"] {
            let opened = html.matches(&format!("<{tag}>")).count() + html.matches(&format!("<{tag} ")).count();
            assert_eq!(opened, html.matches(&format!("</{tag}>")).count(), "{}: {tag}", page.path);
        }
    }
}

#[test]
fn without_a_past_pages_are_whole() {
    let standard = trial::standard();
    let pages = pages(&Site { standard: &standard, past: &BTreeMap::new(), extras: &[] });
    assert!(trial::text(&pages, "champs/id.html").contains("Ce que disait chaque version"));
}

#[test]
fn versions_that_say_the_same_are_told_together() {
    let version = |text: &str| text.parse::<Version>().expect("a version");
    let said = [("1.1.0", "b"), ("1.0.1", "a"), ("1.0.0", "a"), ("0.1.0", "b")].map(|(at, said)| (version(at), said));
    let expected = [("1.1.0", "b"), ("1.0.0 à 1.0.1", "a"), ("0.1.0", "b")].map(|(at, said)| (at.to_owned(), said));
    assert_eq!(ages::runs(said.into_iter()), expected);
}

#[test]
fn the_checker_has_all_that_it_loads_and_may_do_no_more() {
    let standard = trial::standard();
    let past = source::load(&trial::sources()).past;
    let files = checker(&standard, &past, b"\0asm");
    let page = trial::text(&files, CHECKER);
    for kept in ["connect-src 'none'", "default-src 'none'", "'wasm-unsafe-eval'", "worker-src blob:"] {
        assert!(page.contains(kept) || page.contains(&kept.replace('\'', "&#x27;")), "{kept}");
    }
    let loaded = |start: &str| page.split(start).skip(1).filter_map(|rest| rest.split('"').next()).collect::<Vec<_>>();
    let scripts = loaded("<script src=\"");
    assert_eq!(scripts.len(), 6, "{page}");
    for path in scripts.into_iter().chain(loaded("rel=\"stylesheet\" href=\"")).filter(|path| *path != "style.css") {
        assert!(files.iter().any(|file| file.path == path), "{path} is not there");
    }
    assert!(page.len() < 100_000 && !page.contains("<style"), "a page that holds its data");
    // Versions, without the present one twice, and titles of rules.
    let data = trial::text(&files, "verifier-moteur.js");
    for known in ["\"1.0.1\":\"H4sI", "\"module\":\"H4sI", "\"communes\":\"H4sI", "\"motif\":\"La valeur"] {
        assert!(data.contains(known), "{known}");
    }
    assert!(!data.contains(&format!("\"{}\":", standard.identity.version)));
    // Nothing that a file says is ever read as HTML.
    for file in files.iter().filter(|file| file.path.ends_with(".js")) {
        let text = String::from_utf8_lossy(&file.bytes);
        for way in ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function", "fetch("] {
            assert!(!text.contains(way), "{}: {way}", file.path);
        }
    }
}
