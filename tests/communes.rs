//! The official list of communes, whole, and the rules that need it.

use std::collections::BTreeSet;

use sha2::{Digest, Sha256};
use standard_mediation_model::communes::{self, Point};
use standard_mediation_model::{Checker, Level};

use crate::support::{root, standard};

/// Of the file that `generer.py` writes: another edition is another print, told in `COMMUNES.md`.
const PRINT: &str = "2218ce49f7eed84c47a5194e12ff69ef90807ca5db85e1e9c496f4d1cb1118b5";

#[test]
fn the_file_is_the_one_whose_sources_are_told() {
    let folder = root().join("generator/model/src/communes");
    let bytes = std::fs::read(folder.join("communes.bin")).expect("the list");
    let print: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!(print, PRINT);
    assert!(bytes.len() <= 900_000, "{} bytes", bytes.len());
    let notes = std::fs::read_to_string(folder.join("COMMUNES.md")).expect("notes");
    assert!(notes.contains(PRINT) && notes.contains(communes::EDITION));
}

#[test]
fn every_commune_is_found_by_its_code_and_by_its_postal_codes() {
    let mut before = String::new();
    let (mut count, mut lands_of_nobody) = (0, Vec::new());
    for commune in communes::all() {
        let code = commune.code();
        assert!(before.as_str() < code.as_str(), "{before} then {code}");
        before = code.to_string();
        count += 1;
        let found = communes::by_code(code.as_str()).expect("found by its code");
        assert_eq!((found.code(), found.name()), (code, commune.name()));
        assert!(!commune.name().is_empty() && commune.name().trim() == commune.name(), "{code}");
        assert!(communes::is_named(&commune, commune.name()));
        for postal in commune.postal_codes() {
            assert!(commune.has_postal_code(postal.as_str()), "{code} {postal}");
            assert!(communes::by_postal_code(postal.as_str()).any(|other| other.code() == code), "{code} {postal}");
        }
        for name in commune.former_names() {
            assert!(!name.is_empty() && communes::is_named(&commune, name), "{code} {name}");
        }
        match commune.territory() {
            Some(territory) => {
                assert!((-28.0..=51.2).contains(&territory.centre.latitude), "{code} {territory:?}");
                assert!(territory.radius_km > 0.2 && territory.radius_km <= 250.0, "{code} {territory:?}");
            }
            None => lands_of_nobody.push(code.to_string()),
        }
    }
    assert_eq!(count, 35_014);
    assert_eq!(lands_of_nobody, ["98411", "98412", "98413", "98414", "98415", "98901"]);
}

#[test]
fn every_postal_code_serves_somebody_who_has_it() {
    let postals: BTreeSet<String> =
        communes::all().flat_map(|commune| commune.postal_codes()).map(|code| code.to_string()).collect();
    assert!(postals.len() > 6_000);
    for number in 0..100_000 {
        let postal = format!("{number:05}");
        let served: Vec<_> = communes::by_postal_code(&postal).collect();
        assert!(served.iter().all(|commune| commune.has_postal_code(&postal)), "{postal}");
        assert!(served.is_sorted_by(|a, b| a.code() < b.code()), "{postal}");
        assert!(!served.is_empty() || !postals.contains(&postal), "{postal}");
    }
}

#[test]
fn known_communes_are_as_everybody_knows_them() {
    let postals = |code: &str| {
        let commune = communes::by_code(code).expect("a commune");
        (commune.name(), commune.postal_codes().map(|code| code.to_string()).collect::<Vec<_>>().join(" "))
    };
    assert_eq!(postals("01053"), ("Bourg-en-Bresse", "01000".into()));
    assert_eq!(postals("2A004"), ("Ajaccio", "20000 20090 20167".into()));
    assert_eq!(postals("51454"), ("Reims", "51100".into()));
    assert_eq!(postals("97411"), ("Saint-Denis", "97400 97417 97490".into()));
    assert_eq!(postals("98818"), ("Nouméa", "98800".into()));
    assert_eq!(postals("13055").0, "Marseille");
    assert_eq!(communes::by_code("75056").expect("Paris").postal_codes().count(), 21);
    assert_eq!(communes::by_code("75116").and_then(|district| district.city()).expect("Paris").name(), "Paris");
    // Former codes: of Corsica before it was cut in two, of an island of Guadeloupe, of a commune united with another.
    for (old, new) in [("20004", "2A004"), ("97123", "97701"), ("01340", "01015")] {
        assert_eq!(communes::by_code(old).expect("a former code").code().as_str(), new);
    }
    for unknown in ["", "00000", "99999", "51999", "2A999", "Reims", "75121"] {
        assert!(communes::by_code(unknown).is_none(), "{unknown}");
    }
}

#[test]
fn a_circle_holds_its_town_hall_and_not_the_next_town() {
    let beyond = |code: &str, latitude: f64, longitude: f64| {
        let territory = communes::by_code(code).and_then(|commune| commune.territory()).expect("a territory");
        territory.beyond_km(Point { latitude, longitude })
    };
    for (code, latitude, longitude) in [
        ("51454", 49.2578, 4.0317),
        ("75056", 48.8566, 2.3522),
        ("75112", 48.8407, 2.3876),
        ("13055", 43.2965, 5.3698),
        ("97302", 4.9372, -52.326),
        ("97353", 3.6427, -54.0337),
        ("98818", -22.2758, 166.458),
        ("98735", -17.5374, -149.566),
        ("15141", 45.1247, 2.9739),
        ("49126", 47.3286, -1.2056),
    ] {
        assert!(beyond(code, latitude, longitude) < 0.001, "{code}");
    }
    assert!(beyond("51454", 48.8566, 2.3522) > 100.0);
    assert!(beyond("93066", -20.8789, 55.4481) > 9_000.0);
}

/// The sentence of a rule on the full example with other cells, if it fires.
fn said(rule: &str, cells: &[(&str, &str)]) -> Option<String> {
    let standard = standard();
    let checker = Checker::new(&standard, standard.identity.modified).expect("patterns compile");
    let found = checker.row(|name| cells.iter().find(|(field, _)| *field == name).map(|(_, text)| *text));
    let mut found = found.into_iter().filter(|violation| violation.rule == rule);
    let violation = found.next()?;
    assert!(violation.level == Level::Recommendation && !violation.help.is_empty());
    assert!(found.next().is_none());
    Some(violation.message)
}

#[test]
fn codes_are_judged_by_the_list() {
    let judge = |postal: &str, code: &str| said("codes-commune", &[("code_postal", postal), ("code_insee", code)]);
    for (postal, code) in [
        ("51100", "51454"),
        ("75012", "75056"),
        ("75012", "75112"),
        ("20090", "2A004"),
        // A district of Marseille whose last streets have the next one's post office.
        ("13013", "13214"),
        // CEDEX, of the same department: the list does not know them.
        ("51084", "51454"),
        ("20189", "2A004"),
        ("97133", "97123"),
        ("01300", "01340"),
        ("", "51454"),
        ("51100", ""),
        ("5110", "51454"),
        ("51100", "5145"),
    ] {
        assert_eq!(judge(postal, code), None, "{postal} {code}");
    }
    let cases = [
        (
            "51000",
            "51454",
            "la commune 51454 (Reims) a pour code postal 51100, et non 51000, qui dessert 51108 (Châlons-en-Champagne)",
        ),
        (
            "97400",
            "93066",
            "la commune 93066 (Saint-Denis) a pour code postal 93200, 93210 ou 93380, et non 97400, qui dessert 97411 (Saint-Denis)",
        ),
        (
            "69003",
            "75056",
            "la commune 75056 (Paris) a pour code postal 75001, 75002 ou un autre des 21 siens, et non 69003, qui dessert 69383 (Lyon 3e Arrondissement)",
        ),
        ("35042", "51454", "la commune 51454 (Reims) a pour code postal 51100, et non 35042"),
        (
            "51100",
            "51999",
            "aucune commune n'a le code INSEE 51999 (code officiel géographique 2026) ; le code postal 51100 dessert 51454 (Reims)",
        ),
        ("51084", "51999", "aucune commune n'a le code INSEE 51999 (code officiel géographique 2026)"),
    ];
    for (postal, code, message) in cases {
        assert_eq!(judge(postal, code).as_deref(), Some(message), "{postal} {code}");
    }
}

#[test]
fn points_are_judged_by_the_circle() {
    let judge = |code: &str, latitude: &str, longitude: &str| {
        said("coordonnees-commune", &[("code_insee", code), ("latitude", latitude), ("longitude", longitude)])
    };
    for (code, latitude, longitude) in [
        ("51454", "49.2578", "4.0317"),
        ("98818", "-22.2752", "166.4417"),
        ("75112", "48.8407", "2.3876"),
        // Across the border of the commune.
        ("51454", "49.2578", "4.15"),
        ("", "48.8566", "2.3522"),
        ("51454", "", ""),
        ("51454", "49,2578", "4,0317"),
        ("51454", "NaN", "inf"),
        ("51454", "95", "4"),
    ] {
        assert_eq!(judge(code, latitude, longitude), None, "{code} {latitude} {longitude}");
    }
    let at_sea = "latitude et longitude valent zéro : ce point est au large de l'Afrique";
    let cases = [
        ("51999", "0", "0", at_sea),
        ("98412", "0", "0", at_sea),
        ("", "0", "0", at_sea),
        (
            "",
            "2.3522",
            "48.8566",
            "latitude et longitude semblent inversées : ce point n'est pas en France, et l'inverse y est, ou n'en est pas loin",
        ),
        ("", "40.71", "-74.01", "ce point n'est pas en France"),
        ("51454", "0", "0.0", "latitude et longitude valent zéro : ce point est au large de l'Afrique, et non à 51454 (Reims)"),
        (
            "51454",
            "4.0317",
            "49.2578",
            "latitude et longitude semblent inversées : échangées, elles désignent bien 51454 (Reims)",
        ),
        (
            "51454",
            "-4.0317",
            "49.2578",
            "latitude et longitude semblent inversées, et le signe de la longitude faux : échangées, avec le signe contraire, elles désignent bien 51454 (Reims)",
        ),
        (
            "29232",
            "47.9960",
            "4.1020",
            "le signe de la longitude semble faux : avec le signe contraire, le point tombe bien à 29232 (Quimper)",
        ),
        (
            "98818",
            "22.2752",
            "166.4417",
            "le signe de la latitude semble faux : avec le signe contraire, le point tombe bien à 98818 (Nouméa)",
        ),
        (
            "98735",
            "17.5374",
            "149.566",
            "le signe des deux coordonnées semble faux : avec le signe contraire, le point tombe bien à 98735 (Papeete)",
        ),
        ("51454", "48.8566", "2.3522", "ce point est à au moins 124 km de la commune 51454 (Reims)"),
    ];
    for (code, latitude, longitude, message) in cases {
        assert_eq!(judge(code, latitude, longitude).as_deref(), Some(message), "{code} {latitude} {longitude}");
    }
}

#[test]
fn names_are_judged_by_the_code() {
    let judge = |commune: &str, code: &str| said("nom-commune", &[("commune", commune), ("code_insee", code)]);
    for (commune, code) in
        [("Reims", "51454"), ("PARIS 12", "75112"), ("Arbignieu", "01015"), ("", "51454"), ("Reims", ""), ("Reims", "51999")]
    {
        assert_eq!(judge(commune, code), None, "{commune} {code}");
    }
    assert_eq!(
        judge("Nouméa", "63254").as_deref(),
        Some("le code INSEE 63254 désigne Nohanent, et la commune écrite est « Nouméa »")
    );
}

#[test]
fn every_example_of_the_standard_is_coherent() {
    let standard = standard();
    assert!(standard.rules.iter().all(|rule| rule.kind.is_evaluated()));
    let checker = Checker::new(&standard, standard.identity.modified).expect("patterns compile");
    assert_eq!(standard.examples.len(), 10);
    for row in &standard.examples {
        let cells: Vec<(&str, String)> = row.cells.iter().map(|(name, cell)| (name.as_str(), cell.text("|"))).collect();
        let found = checker.row(|name| cells.iter().find(|(field, _)| *field == name).map(|(_, text)| text.as_str()));
        assert_eq!(found, [], "{}", row.name);
    }
}
