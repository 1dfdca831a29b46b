//! The page as a person uses it: what is typed, chosen and clicked, and what is drawn.

use std::fs;
use std::path::Path;

use super::{faulty, file, page, shown};
use crate::browser::{Seen, address, bar, open, pieces};

/// Opens a page after a person has done something in it. The page forbids any script but its own: the copy that is opened does
/// not, and has one more.
fn after(page: &Path, done: &str) -> Seen {
    let written = fs::read_to_string(page).expect("a page");
    let (start, rest) = written.split_once("<meta http-equiv=\"Content-Security-Policy\"").expect("what it forbids");
    let (_, rest) = rest.split_once('>').expect("the end of a tag");
    let copy = page.with_file_name("copie.html");
    let act = format!(
        "const filtres = document.querySelector('.filtres');
         const saisir = (nom, texte) => {{
           filtres.elements[nom].value = texte;
           filtres.elements[nom].dispatchEvent(new Event('input', {{ bubbles: true }}));
         }};
         {done}
         document.title = location.hash;"
    );
    fs::write(&copy, format!("{start}{}", rest.replace("</body>", &format!("<script>{act}</script></body>")))).expect("a page");
    open(&address(&copy, ""))
}

#[test]
fn filters_keep_what_a_person_types_and_chooses() {
    let folder = tempfile::tempdir().expect("a folder");
    let page = faulty(folder.path());
    let all = shown(&open(&address(&page, ""))).len();
    let seen = after(&page, "saisir('texte', 'NUMERIQUE comprehension');");
    let rows = shown(&seen);
    assert!(!rows.is_empty() && rows.len() < all && rows.iter().all(|row| row.starts_with("\"services\"")), "{rows:#?}");
    assert!(seen.dom.contains("<title>#texte=NUMERIQUE+comprehension</title>"), "the address says what is shown");
    let seen = after(&page, "saisir('colonne', 'telephone'); saisir('niveau', 'bloquant');");
    let rows = shown(&seen);
    assert!(rows.len() == 1 && rows[0].starts_with("\"telephone\""), "{rows:#?}");
    assert_eq!(shown(&after(&page, "saisir('texte', 'introuvable');")).len(), 0);
    let seen = after(&page, "saisir('texte', 'introuvable'); filtres.reset();");
    assert_eq!((shown(&seen).len(), seen.console.len()), (all, 0), "all is shown again");
}

#[test]
fn the_rest_is_shown_when_it_is_asked_for() {
    let folder = tempfile::tempdir().expect("a folder");
    let wrong: &[(&str, &str)] = &[("code_postal", "1000")];
    let page = page(folder.path(), &file(&[wrong; 150]), 1);
    let more = "document.querySelector('p.suite button').click();";
    let kept = "saisir('colonne', 'code_postal');";
    assert_eq!(shown(&after(&page, kept)).len(), 100);
    assert_eq!(shown(&after(&page, &format!("{kept}{more}"))).len(), 150);
    let printed = "window.dispatchEvent(new Event('beforeprint'));";
    assert_eq!(shown(&after(&page, &format!("{kept}{printed}"))).len(), 150, "on paper, nothing can be asked for");
}

#[test]
fn columns_and_contents_are_drawn() {
    let folder = tempfile::tempdir().expect("a folder");
    let wrong = ("code_postal", "1000");
    let rows: &[&[(&str, &str)]] = &[&[("presentation_detail", "")], &[], &[wrong], &[wrong, ("telephone", "1")]];
    let seen = open(&address(&page(folder.path(), &file(rows), 1), ""));
    let of = |caption: &str, label: &str| bar(&seen.dom, caption, label);
    let filled = "Part des lignes où chaque colonne est remplie";
    assert_eq!(of(filled, "Présentation détaillée"), ["plein", "75.0%", "75 %"]);
    assert_eq!(of(filled, "Code postal (obligatoire)"), ["plein", "100.0%", "100 %"]);
    assert_eq!(of("Fautes par colonne", "Code postal"), ["erreur", "100.0%", "2"]);
    assert_eq!(of("Fautes par colonne", "Numéro de téléphone"), ["erreur", "50.0%", "1"]);
    let first = pieces(&seen.dom, "<caption>Fautes par colonne</caption>", "</tr>")[0];
    assert!(first.contains("code_postal"), "the column with most faults comes first: {first}");
    assert_eq!(of("Nombre de lignes par valeur de frais_a_charge", "Gratuit")[2], "4");
    assert_eq!(of("Nombre de lignes par mois de mise à jour", "")[2], "4 (100 %)");
    assert_eq!(of("Nombre de lignes par département ou collectivité", "")[2], "4 (100 %)");
    let graded: usize = (0..10)
        .map(|ten| {
            of("Nombre de lignes par note", &format!("{} à", ten * 10))[2]
                .split(' ')
                .next()
                .map_or(0, |count| count.parse().expect("a count"))
        })
        .sum();
    assert_eq!(graded, 4);
}
