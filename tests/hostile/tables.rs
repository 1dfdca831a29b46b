//! CSV files.

use super::child::{feed, repeat, validate};

const GIB: usize = 1 << 30;

#[test]
fn nothing_at_all_and_nothing_but_a_header() {
    validate(b"").holds(2, &["donnees-vides", "le fichier est vide"]);
    validate(b"\n\r\n\n").holds(2, &["donnees-vides"]);
    validate(b"id,nom\n").holds(1, &["sans-ligne", "il n'y a aucune ligne sous l'en-tête"]);
}

#[test]
fn a_line_of_a_gibibyte() {
    feed("1 Gio, une ligne", |pipe| repeat(pipe, b"a", GIB)).holds(2, &["la première ligne dépasse 1 Mio"]);
    let ran = feed("1 Gio, deuxième ligne", |pipe| {
        pipe.write_all(b"id,nom\n1,a\n")?;
        repeat(pipe, b"a", GIB)?;
        pipe.write_all(b"\n3,fin\n")
    });
    ran.holds(1, &["ligne-trop-longue", "ligne 3 : cette ligne dépasse 1 Mio", "2 lignes lues"]);
}

#[test]
fn a_quote_that_never_closes_over_a_gibibyte() {
    let ran = feed("1 Gio, guillemet ouvert, une ligne", |pipe| {
        pipe.write_all(b"id,nom\n1,\"a")?;
        repeat(pipe, b"a", GIB)
    });
    ran.holds(1, &["ligne 2 : cette ligne dépasse 1 Mio", "un guillemet resté ouvert"]);
    let line = format!("{}\n", "x".repeat(16_000));
    let ran = feed("1 Gio, guillemet ouvert, des lignes", |pipe| {
        pipe.write_all(b"id,nom\n1,\"a\n")?;
        repeat(pipe, line.as_bytes(), GIB)
    });
    ran.holds(1, &["guillemet-mal-ferme", "ligne 2 : un guillemet est mal fermé", "cases-manquantes"]);
}

#[test]
fn commas_without_end() {
    let header = "l'en-tête compte plus de 16 384 colonnes, 1 024 au plus sont lues";
    feed("256 Mio de virgules", |pipe| repeat(pipe, b",", 256 << 20)).holds(2, &[header]);
    let ran = feed("256 Mio de virgules, deuxième ligne", |pipe| {
        pipe.write_all(b"id,nom\n")?;
        repeat(pipe, b",", 256 << 20)
    });
    ran.holds(1, &["ligne 2 : cette ligne a plus de 16 384 cases, elle n'est pas lue"]);
    for (name, line) in [
        ("des virgules", format!("a{}\n", ",".repeat(1_000_000))),
        ("rien que des virgules", format!("{}\n", ",".repeat(1_000_000))),
        ("des guillemets ouverts", format!("{}\n", "\"a,".repeat(300_000))),
    ] {
        let ran = feed(&format!("256 Mio, par lignes, {name}"), |pipe| {
            pipe.write_all(b"id,nom\n1,a\n")?;
            repeat(pipe, line.as_bytes(), 256 << 20)?;
            pipe.write_all(b"2,fin\n")
        });
        ran.holds(1, &["ligne-trop-longue", "ligne 3 : cette ligne a plus de 16 384 cases, elle n'est pas lue", "2 lignes lues"]);
    }
    // No spreadsheet has more columns: such rows are read.
    let ran = feed("256 Mio, par lignes de 16 384 cases", |pipe| {
        pipe.write_all(b"id,nom\n")?;
        repeat(pipe, format!("{}\n", ",a".repeat(16_383)).as_bytes(), 256 << 20)
    });
    ran.holds(1, &["cases-en-trop", "cette ligne a 16 384 cases, l'en-tête en a 2"]);
    assert!(!ran.said.contains("ligne-trop-longue"), "{}", ran.said);
}

#[test]
fn too_many_columns_and_too_many_cells() {
    let wide: Vec<String> = (0..10_000).map(|i| format!("colonne{i}")).collect();
    validate(format!("{}\n", wide.join(",")).as_bytes()).holds(2, &["l'en-tête compte 10 000 colonnes, 1 024 au plus sont lues"]);
    let ran = validate(format!("id,nom\n1,a\n{}\n", vec!["x"; 10_000].join(",")).as_bytes());
    ran.holds(1, &["ligne 3 : cette ligne a 10 000 cases, l'en-tête en a 2"]);
}

#[test]
fn bytes_that_are_not_a_text() {
    validate(b"id,nom\n1,Fi\0xe\n").holds(1, &["caractere-invisible", "la case contient 1 caractère invisible (caractère nul)"]);
    validate(b"i\0d,nom\n1,a\n").holds(2, &["caractères nuls"]);
    let ran = validate("id,nom\n1,éàè\n2,".bytes().chain(*b"\xE9t\xE9\n").collect::<Vec<_>>().as_slice());
    ran.holds(1, &["ligne 3 : « été » n'est pas écrit en UTF-8"]);
    let utf16: Vec<u8> = "\u{feff}id\tnom\r\n1\tété\r\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    validate(&utf16).holds(1, &["le fichier est en UTF-16", "CSV en UTF-16, colonnes séparées par des tabulations"]);
    validate(b"id,nom\n1,M\xC3\x83\xC2\xA9diath\xC3\x83\xC2\xA8que\n").holds(1, &["accents-abimes", "→ Médiathèque"]);
}

#[test]
fn headers_and_quotes_out_of_place() {
    validate(b"id,nom,id\n1,a,2\n").holds(1, &["colonne-en-double", "la colonne « id » est là deux fois"]);
    validate(b"id,nom\n1,\"Salle \"Jean\"\"\n2,b\n")
        .holds(1, &["guillemet-mal-ferme", "ligne 2 : un guillemet est mal fermé", "2 lignes lues"]);
    let lines: String = (3..200).map(|i| format!("{i},nom {i}\n")).collect();
    let ran = validate(format!("id,nom\n1,\"ouvert\n{lines}").as_bytes());
    ran.holds(1, &["ligne 2 : un guillemet est mal fermé", "198 lignes lues"]);
    assert!(!ran.said.contains("cases-en-trop"), "{}", ran.said);
    validate(b"sep=;\r\nid;nom\r\n1;a,b\r\n").holds(1, &["colonnes séparées par des points-virgules", "1 ligne lue"]);
}

#[test]
fn a_table_that_stops_in_the_middle() {
    validate(b"id,nom,adresse\n1,a,b\n2,c").holds(1, &["fichier-coupe", "ligne 3 : "]);
}

#[test]
fn formulas() {
    validate(b"id,nom\n1,\"=HYPERLINK(\"\"http://x.example\"\")\"\n2,+cmd|x\n").holds(1, &["formule", "2 cases"]);
}
