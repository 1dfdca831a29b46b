//! Reading of codes, names and bytes; the list as a whole is tested by `tests/communes.rs`.

use super::bytes::{Cursor, lower, small};
use super::*;

#[test]
fn a_code_is_read_only_in_its_form() {
    for code in ["01053", "2A004", "2B033", "97411"] {
        let read = Code::official(code).expect("a code");
        assert_eq!((read.as_str(), Code::of_key(read.key())), (code, read));
    }
    for wrong in ["", "1053", "010530", "3A004", "2a004", "2C004", "01O53", "0105é", "A1053"] {
        assert_eq!(Code::official(wrong), None, "{wrong}");
    }
    assert_eq!(Code::postal("2A004"), None);
    assert_eq!(Code::of_number(1000).as_str(), "01000");
}

#[test]
fn keys_follow_the_order_of_codes() {
    let keys: Vec<usize> =
        ["19999", "29999", "2A000", "2A999", "2B000", "30000"].map(|code| Code::official(code).map_or(0, Code::key)).to_vec();
    assert!(keys.is_sorted() && keys[0] > 0, "{keys:?}");
}

#[test]
fn past_the_end_there_is_nothing() {
    let mut cursor = Cursor::new(&[129, 1, 3], 0);
    assert_eq!((cursor.number(), cursor.step(5), cursor.byte(), cursor.number(), cursor.take(2)), (129, 3, 0, 0, &[][..]));
    assert_eq!(Cursor::new(&[1], 9).byte(), 0);
    assert_eq!(small::<2>(&[1, 2], 1), 0);
    assert_eq!([0, 1, 2, 3, 4].map(|key| lower::<2, 1>(&[1, 9, 3, 9], key)), [0, 0, 1, 1, 2]);
}

#[test]
fn names_are_compared_as_people_write_them() {
    let is = |code: &str, written: &str| is_named(&by_code(code).expect("a commune"), written);
    for (code, written) in [
        ("51454", "REIMS"),
        ("51454", " reims cedex 2"),
        ("93066", "St Denis"),
        ("93066", "saint-denis"),
        ("94038", "L'Hay les Roses"),
        ("94038", "Haÿ-les-Roses"),
        ("76351", "Havre"),
        ("71076", "Chalon s/ Saône"),
        ("97411", "Saint-Denis de La Réunion"),
        ("75056", "Paris 12e"),
        ("75112", "Paris"),
        ("75112", "PARIS 12EME ARRONDISSEMENT"),
        ("13055", "Marseille 03"),
        ("69123", "Lyon 1er"),
        ("98818", "Nouméa (Nouvelle-Calédonie)"),
        ("13099", "Saint-Paul-lez-Durance"),
        ("01015", "Arbignieu"),
        ("14098", "Bretteville l'Orgueilleuse"),
        // Both of two that were united, and one that was swallowed.
        ("91228", "Évry"),
        ("91228", "EVRY CEDEX"),
        ("91228", "Courcouronnes"),
        ("08105", "Charleville"),
        ("08105", "Mézières"),
        ("78551", "Fourqueux"),
        ("71076", "Saint-Jean-des-Vignes"),
    ] {
        assert!(is(code, written), "{code} {written}");
    }
    for (code, written) in [
        ("51454", "Rennes"),
        ("51454", ""),
        ("93066", "Saint-Denis-en-Val"),
        ("76351", "Le Havre de Paix"),
        ("75112", "Lyon 12e"),
        ("97411", "Réunion"),
        // Parts of a name that are no name of a commune that was united with another.
        ("71076", "Chalon"),
        ("02810", "Villers"),
        ("02810", "Cotterêts"),
        ("63113", "Clermont"),
        ("13001", "Aix"),
        ("91228", "Cour"),
        ("07207", "Saint"),
        ("49215", "Montreuil"),
    ] {
        assert!(!is(code, written), "{code} {written}");
    }
}

#[test]
fn a_lost_zero_is_confirmed_by_the_name_alone() {
    let code = |found: Option<Commune>| found.map(|commune| commune.code().to_string());
    assert_eq!(code(confirms_postal_code("Bourg en Bresse", "1000")).as_deref(), Some("01053"));
    assert_eq!(code(confirms_postal_code("Digne-les-Bains", "4000")).as_deref(), Some("04070"));
    assert_eq!(code(confirms_code("bourg-en-bresse", "1053")).as_deref(), Some("01053"));
    for (name, digits) in
        [("Lyon", "1000"), ("", "1000"), ("Bourg-en-Bresse", "01000"), ("Bourg-en-Bresse", "100"), ("Reims", "10O0")]
    {
        assert_eq!(code(confirms_postal_code(name, digits)), None, "{name} {digits}");
    }
    assert_eq!(code(confirms_code("Bourg-en-Bresse", "1000")), None);
}
