//! One property changes, one difference comes out, of the kind and level expected; and what says nothing stays silent.

mod containment;
mod fields;
mod history;
mod lists;
mod pairing;
mod whole;

use std::collections::BTreeSet;

use serde_json::json;

use super::{Difference, DifferenceKind as Is, compare};
use crate::{Cell, Field, Impact, Pattern, Standard, Vocabulary};

/// A kind, a level, and what to do to two equal standards for exactly that to come out.
type Case = (Is, Impact, fn(&mut Standard, &mut Standard));
/// What is tried, and a change that says nothing.
type Silent = (&'static str, fn(&mut Standard, &mut Standard));

fn cases() -> Vec<Case> {
    [fields::CASES, lists::CASES, whole::CASES].concat()
}

/// A field as the JSON that all of them are made from.
fn field(name: &str) -> serde_json::Value {
    json!({
        "nom": name, "groupe": "definir", "titre": format!("Titre de {name}"), "description": "À quoi elle sert.",
        "saisie": "Comment la remplir.", "type": "texte", "obligatoire": false, "unique": false, "multiple": false,
        "controles": [], "depuis": "1.0.0", "anciens_noms": [], "voir_aussi": [], "exemples": [], "contre_exemples": [],
    })
}

fn value(code: &str) -> serde_json::Value {
    json!({ "code": code, "libelle": format!("Libellé {code}"), "definition": "Ce que c'est.", "depuis": "1.0.0" })
}

/// A small standard where every property is somewhere.
fn base() -> Standard {
    let mut fields: Vec<serde_json::Value> =
        ["id", "nom", "code_postal", "telephone", "latitude", "date_maj", "services", "labels", "sites", "ouvert"]
            .map(field)
            .to_vec();
    let mut set = |rank: usize, properties: serde_json::Value| {
        let own = fields[rank].as_object_mut().expect("an object");
        own.extend(properties.as_object().expect("an object").clone());
    };
    set(0, json!({ "obligatoire": true, "unique": true }));
    set(1, json!({ "obligatoire": true, "longueur_min": 2, "longueur_max": 100, "voir_aussi": ["id"] }));
    set(
        2,
        json!({
            "motif": { "expression": "[0-9]{5}", "en_clair": "cinq chiffres", "niveau": "bloquant" },
            "exemples": ["01000"], "contre_exemples": [{ "valeur": "1000", "regle": "motif", "niveau": "bloquant" }],
        }),
    );
    set(
        3,
        json!({
            "motif": { "expression": r"\+33[0-9]{9}", "en_clair": "+33 puis neuf chiffres", "niveau": "recommandation" },
            "controles": ["telephone"],
        }),
    );
    set(4, json!({ "type": "nombre", "bornes": { "minimum": -90.0, "maximum": 90.0, "niveau": "bloquant" } }));
    set(5, json!({ "type": "date", "obligatoire": true, "bornes": { "minimum": "2020-01-01", "niveau": "recommandation" } }));
    set(6, json!({ "multiple": true, "vocabulaire": "services" }));
    set(7, json!({ "multiple": true, "vocabulaire": "labels", "separateur": "," }));
    set(8, json!({ "multiple": true }));
    set(9, json!({ "type": "booleen", "oui_non": { "oui": ["oui"], "non": ["non"] } }));
    let list = |name: &str, level: &str, codes: [&str; 3]| {
        json!({
            "nom": name, "titre": format!("Titre {name}"), "description": "Une question.", "niveau": level,
            "valeurs": codes.map(value),
        })
    };
    let rule = |name: &str, level: &str, first: &str, second: &str| {
        json!({
            "nom": name, "genre": "ensemble", "champs": [first, second], "niveau": level, "titre": "Les deux ensemble",
            "explication": "L'une ne va pas sans l'autre.", "remede": "remplissez les deux",
        })
    };
    serde_json::from_value(json!({
        "nom": "essai", "titre": "Essai", "description": "Un essai.", "version": "1.0.0", "cree_le": "2024-01-15",
        "modifie_le": "2024-01-15", "pays": "FR", "langue": "fr", "depot": "https://example.org/essai",
        "depot_brut": "https://raw.example.org/essai", "contact": "contact@example.org", "mots_cles": ["essai"],
        "licence": { "nom": "etalab-2.0", "titre": "Licence Ouverte", "lien": "https://example.org/licence" },
        "contributeurs": [{ "organisation": "Un organisme", "role": "author" }],
        "format": {
            "encodage": "utf-8", "separateur": ",", "guillemet": "\"", "separateur_de_liste": "|",
            "valeurs_manquantes": ["-"], "nom_de_fichier": "AAAA_essai.csv",
        },
        "versions": [], "groupes": [{ "nom": "definir", "titre": "Définir", "description": "Qui." }], "champs": fields,
        "vocabulaires": [
            list("services", "bloquant", ["aide", "acces", "culture"]),
            list("labels", "recommandation", ["vert", "bleu", "rouge"]),
        ],
        "cle_primaire": ["id"],
        "controles_validata": [{ "nom": "phone-number-value", "parametres": [["column", "telephone"]] }],
        "regles": [rule("deux", "bloquant", "latitude", "code_postal"), rule("conseil", "recommandation", "nom", "date_maj")],
        "exemples": [{ "nom": "un", "titre": "Un", "genre": "minimal", "description": "Le moins.", "cellules": [["id", "1"]] }],
        "evolutions": [],
    }))
    .expect("a standard")
}

fn on<'a>(standard: &'a mut Standard, name: &str) -> &'a mut Field {
    standard.fields.iter_mut().find(|field| field.name == name).expect("a field")
}

fn list<'a>(standard: &'a mut Standard, name: &str) -> &'a mut Vocabulary {
    standard.vocabularies.iter_mut().find(|list| list.name == name).expect("a list")
}

fn new_field(name: &str) -> Field {
    serde_json::from_value(field(name)).expect("a field")
}

fn new_value(code: &str) -> crate::Value {
    serde_json::from_value(value(code)).expect("a value")
}

#[expect(clippy::unnecessary_wraps, reason = "what fields hold")]
fn pattern(expression: &str, level: crate::Level) -> Option<Pattern> {
    Some(Pattern { expression: expression.into(), in_words: format!("en clair {}", expression.len()), level })
}

fn cells(texts: &[&str]) -> Vec<Cell> {
    texts.iter().map(|text| Cell::One((*text).to_owned())).collect()
}

/// The differences between two standards that were equal before `change`.
fn after(change: impl FnOnce(&mut Standard, &mut Standard)) -> Vec<Difference> {
    let (mut before, mut after) = (base(), base());
    change(&mut before, &mut after);
    compare(&before, &after)
}

#[test]
fn a_standard_does_not_differ_from_itself() {
    assert_eq!(compare(&base(), &base()), []);
}

#[test]
fn each_case_gives_one_difference_of_its_kind_and_level() {
    for (rank, (kind, impact, change)) in cases().into_iter().enumerate() {
        let found = after(change);
        let said: Vec<_> = found.iter().map(|difference| (difference.kind, difference.impact)).collect();
        assert_eq!(said, [(kind, impact)], "case {rank}: {found:#?}");
    }
}

#[test]
fn each_kind_fires_at_each_of_its_levels_and_at_no_other() {
    let tried: BTreeSet<(Is, Impact)> = cases().into_iter().map(|(kind, impact, _)| (kind, impact)).collect();
    let declared: BTreeSet<(Is, Impact)> =
        Is::ALL.iter().flat_map(|kind| kind.impacts().iter().map(|impact| (*kind, *impact))).collect();
    assert_eq!(tried.difference(&declared).collect::<Vec<_>>(), Vec::<&(Is, Impact)>::new(), "levels that no kind declares");
    assert_eq!(declared.difference(&tried).collect::<Vec<_>>(), Vec::<&(Is, Impact)>::new(), "kinds without a case");
}

#[test]
fn what_says_nothing_stays_silent() {
    for (what, change) in [fields::SILENT, lists::SILENT, whole::SILENT].concat() {
        assert_eq!(after(change), [], "{what}");
    }
}

/// The way back exists for each change: it is told too, and never as the same thing unless the kind goes both ways.
#[test]
fn the_way_back_is_told_too() {
    for (kind, _, change) in cases() {
        let (mut before, mut after) = (base(), base());
        change(&mut before, &mut after);
        assert!(!compare(&after, &before).is_empty(), "{}", kind.id());
    }
}

#[test]
fn every_difference_reads_back_and_speaks_french() {
    for (kind, _, change) in cases() {
        for difference in after(change) {
            let json = serde_json::to_string(&difference).expect("JSON");
            assert!(json.starts_with(&format!(r#"{{"genre":"{}","niveau":""#, kind.id())), "{json}");
            assert_eq!(serde_json::from_str::<Difference>(&json).expect("read back"), difference);
            let sentence = difference.sentence();
            let id = kind.id();
            assert!(sentence.ends_with('.') && !sentence.ends_with(".."), "{id}: {sentence}");
            assert!(sentence.chars().next().is_some_and(|first| first.is_uppercase() || first == '«'), "{id}: {sentence}");
            for wrong in ["« »", "«  »", "  ", "[0-9]", "(?:", "{", "standard n'", " :  "] {
                assert!(!sentence.contains(wrong), "{id}: {sentence}");
            }
        }
    }
}

#[test]
fn ids_are_unique_french_and_in_kebab_case() {
    let mut seen = BTreeSet::new();
    for kind in Is::ALL {
        let id = kind.id();
        assert!(id.split('-').all(|word| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase())), "{id}");
        assert!(seen.insert(id), "{id} is there twice");
        assert_eq!(Is::by_id(id), Some(*kind));
        assert_eq!(serde_json::to_value(kind).ok(), Some(json!(id)));
        assert!(kind.impacts().is_sorted(), "{id}: heaviest first");
    }
    assert_eq!(Is::by_id("rien"), None);
}
