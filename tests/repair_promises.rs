//! What is promised of any file: nothing disappears, a second repair changes nothing, no new fault.
//!
//! In: valid rows and random faults, from a seed; a failure names it. The reader of the outputs is another one: the
//! `csv` crate.

pub(crate) mod files;
mod judges;
mod promises;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use standard_mediation_model::Standard;
use standard_mediation_model::data::repair::Certainty;

use crate::support::standard;
use files::Random;
use promises::repair_holds;

static STANDARD: LazyLock<Standard> = LazyLock::new(standard);

/// What came of files of so many seeds, each of which keeps every promise.
#[derive(Debug, Default)]
struct Held {
    /// What was repaired for sure.
    sure: usize,
    /// Kinds of repairs.
    kinds: BTreeSet<String>,
    /// Files of which nothing is written.
    refused: usize,
}

fn held(seeds: std::ops::Range<u64>, file: impl Fn(&Standard, &mut Random) -> Vec<u8>) -> Held {
    let standard = LazyLock::force(&STANDARD);
    let mut held = Held::default();
    for seed in seeds {
        let bytes = file(standard, &mut Random(seed));
        let repairs = std::panic::catch_unwind(|| repair_holds(standard, &bytes)).unwrap_or_else(|_| panic!("seed {seed}"));
        let Some(repairs) = repairs else {
            held.refused += 1;
            continue;
        };
        held.sure += repairs.iter().filter(|repair| repair.certainty == Certainty::Sure).count();
        held.kinds.extend(repairs.into_iter().map(|repair| repair.kind.into_owned()));
    }
    held
}

// In each, the faults are of many kinds and few files are refused, or little was tried.

#[test]
fn repairs_keep_their_promises_on_random_files() {
    let held = held(0..1_500, |standard, random| files::csv(&files::table(standard, random), random));
    assert!(held.sure > 2_000 && held.kinds.len() > 20 && held.refused < 150, "{held:?}");
}

#[test]
fn repairs_keep_their_promises_on_random_json() {
    let held = held(0..500, |standard, random| files::json(&files::table(standard, random), random));
    assert!(held.sure > 500 && held.kinds.len() > 15 && held.refused < 50, "{held:?}");
}

#[test]
fn repairs_keep_their_promises_on_random_workbooks() {
    let held = held(0..500, |standard, random| files::workbook(&files::table(standard, random)));
    assert!(held.sure > 500 && held.kinds.len() > 15 && held.refused < 50, "{held:?}");
}

/// The fuzz target found the second, which was a row for the first reading and none for the next; the others are like it.
#[test]
fn repairs_keep_their_promises_on_rows_of_which_nothing_is_left() {
    let header = "nom,presentation_resume,horaires,source";
    for text in
        ["nom\nA\n\"\"\nB\n", "r{e \nA\n\"\n}\n", "nom\n\"\nB\n", "nom\n\n\n", "x\n\"\"\n", &format!("{header}\n\"\nA,b,c,d\n")]
    {
        repair_holds(LazyLock::force(&STANDARD), text.as_bytes());
    }
}

/// The fuzz target found the first: columns are added to it as to the header, which a row does not fill.
#[test]
fn repairs_keep_their_promises_on_headers_repeated_among_rows() {
    let header = "Nom,id,SIRET,commune,code_postal,adresse,date_maj,notes";
    let row =
        |rank: u8, code: &str| format!("Salle {rank},lieu-{rank},43493312300029,Reims,{code},4 rue des Écoles,2024-04-02,x");
    let long = format!("{header}\n{}\n{header}\n{}\n", row(1, "51100"), row(2, "51 100"));
    // Once mended, the second row would be one.
    let names = STANDARD.fields.iter().map(|field| field.name.clone()).collect::<Vec<_>>().join(",");
    repair_holds(LazyLock::force(&STANDARD), format!("{names}\n{names}\u{3}\n").as_bytes()).expect("rows that can be read");
    let titles = "Nom du lieu,Identifiant,Numéro SIRET,Ville,CP,Adresse,\u{a0}Mise à jour,";
    for text in [
        &*long,
        &format!("{header}\n{header}\n{header}\n{}\n", row(1, "51100")),
        "id,nom\nid,nom\n1,A\nid,nom\n",
        &format!("{header}\n{titles}\n{}\n{}\n", row(1, "51 100"), titles.trim_end_matches(',')),
    ] {
        let repairs = repair_holds(LazyLock::force(&STANDARD), text.as_bytes()).expect("rows that can be read");
        assert!(repairs.iter().any(|repair| repair.rules.iter().any(|rule| *rule == *"en-tete-repete")), "{repairs:#?}");
    }
}

/// The fuzz target found it: the name of a column that is kept must not decide how the output is read.
#[test]
fn repairs_keep_their_promises_on_names_full_of_signs() {
    let text = format!("{{\"id\":\"a\",\"nom\":\"A\",\"x{}y\":\"1\",\"t\\t\":\"2\"}}\n", ";".repeat(60));
    repair_holds(LazyLock::force(&STANDARD), text.as_bytes()).expect("an object that can be read");
}

/// What tells a place is read as it is written: once mended, two rows may be of one place.
#[test]
fn repairs_keep_their_promises_on_places_told_twice() {
    let header = "id,pivot,nom,commune,code_postal,adresse,date_maj";
    let row = |id: &str, name: &str| format!("{id},21510454800015,{name},Reims,51100,12 rue des Écoles,2026-04-02");
    for other in ["MÃ©diathÃ¨que", "Me\u{301}diathèque", "\u{a0}Médiathèque", "MÉDIATHÈQUE"] {
        let text = format!("{header}\n{}\n{}\n{}\n", row("a", "Médiathèque"), row("b", other), row("c", "Mairie"));
        repair_holds(LazyLock::force(&STANDARD), text.as_bytes()).expect("rows that can be read");
    }
    let mut bytes = format!("{header}\n{}\n", row("a", "Médiathèque")).into_bytes();
    bytes.extend(row("b", "M#diath#que").bytes().map(|byte| if byte == b'#' { 0xE9 } else { byte }));
    bytes.extend_from_slice(format!("\n{}\n", row("c", "Médiathéque")).as_bytes());
    let repairs = repair_holds(LazyLock::force(&STANDARD), &bytes).expect("rows that can be read");
    assert!(repairs.iter().any(|repair| repair.rules.iter().any(|rule| *rule == *"lieu-en-double")), "{repairs:#?}");
}

#[test]
fn repairs_keep_their_promises_on_short_rows_below_columns_that_are_there_twice() {
    let text = "id,pivot,nom,pivot,nom\na,21510454800015,A\nb,21510454800015,B\n";
    repair_holds(LazyLock::force(&STANDARD), text.as_bytes()).expect("rows that can be read");
}

/// The fuzz target found them: a header below other rows is at the top of what is written, and read there.
#[test]
fn repairs_keep_their_promises_on_headers_below_other_rows() {
    let names = "id,pivot,nom,commune,code_postal,adresse";
    for header in [
        format!("{names},date_maj"),
        format!("{names},date_mAj"),
        format!("{names},da\0te_maj"),
        format!("\"{names}\"x,date_maj"),
    ] {
        let row = "lieu-1,21510454800015,Médiathèque,Reims,51100,12 rue des Écoles,2026-04-02";
        repair_holds(LazyLock::force(&STANDARD), format!("Recensement 2026,,,,,,\n{header}\n{row}\n").as_bytes());
    }
}

/// The fuzz target found the first: what a quote tore is whole for a second repair, which mends it.
#[test]
fn repairs_keep_their_promises_on_rows_that_a_quote_tore() {
    for row in
        ["{\"2\":\"a\",\"c\":\"d\",\"e\":3,\"ab : c,2026\n", "2,\"c,d, 01 80 05 98 80\n", "\"2\",\"a\"b\", d \n3,e,f,g,h\n"]
    {
        let text = format!("id,nom,commune,telephone,adresse\n1,a,Reims,0180059880,b\n{row}");
        repair_holds(LazyLock::force(&STANDARD), text.as_bytes()).expect("rows that can be read");
    }
}
