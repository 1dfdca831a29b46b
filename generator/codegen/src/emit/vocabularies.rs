//! `vocabulaires.json` and `vocabulaires.csv`: the lists of values, for programs and for spreadsheets.
//!
//! ```json
//! { "frais_a_charge": { "titre": "Frais à charge", "niveau": "bloquant", "champs": ["frais_a_charge"],
//!     "valeurs": [{ "code": "gratuit", "libelle": "Gratuit", "definition": "…", "depuis": "1.0.0", "alias": [] }] } }
//! ```
//! ```csv
//! vocabulaire,code,libelle,definition,depuis,deprecie,remplace_par,alias
//! frais_a_charge,gratuit,Gratuit,"Personne n'a rien à payer…",1.0.0,,,"Gratuit : Je peux accéder…"
//! ```
//!
//! In the CSV, aliases are joined by the list separator of the standard (`|`): the sign that joins values in a cell of
//! data, hence the one sign that no value, however spelt, can hold.

use indexmap::IndexMap;
use serde::Serialize;
use standard_mediation_model::{Level, Standard, Value, Version, Vocabulary};

use super::table;
use crate::Artifact;

#[derive(Serialize)]
struct VocabularyView<'a> {
    titre: &'a str,
    description: &'a str,
    niveau: Level,
    #[serde(skip_serializing_if = "Option::is_none")]
    origine: Option<&'a str>,
    champs: Vec<&'a str>,
    valeurs: Vec<ValueView<'a>>,
}

#[derive(Serialize)]
struct ValueView<'a> {
    code: &'a str,
    libelle: &'a str,
    definition: &'a str,
    depuis: Version,
    #[serde(skip_serializing_if = "Option::is_none")]
    deprecie: Option<Version>,
    #[serde(skip_serializing_if = "Option::is_none")]
    remplace_par: Option<&'a str>,
    alias: &'a [String],
}

const HEADER: [&str; 8] = ["vocabulaire", "code", "libelle", "definition", "depuis", "deprecie", "remplace_par", "alias"];

pub(super) fn emit(standard: &Standard) -> Vec<Artifact> {
    let views: IndexMap<&str, VocabularyView> =
        standard.vocabularies.iter().map(|vocabulary| (vocabulary.name.as_str(), view(standard, vocabulary))).collect();
    let rows = standard.vocabularies.iter().flat_map(|vocabulary| {
        let row = |value| row(&standard.separator(), vocabulary, value);
        vocabulary.values.iter().map(row).collect::<Vec<_>>()
    });
    vec![Artifact::json("vocabulaires.json", &views), table::csv("vocabulaires.csv", HEADER, rows)]
}

fn view<'a>(standard: &'a Standard, vocabulary: &'a Vocabulary) -> VocabularyView<'a> {
    let users = standard.fields.iter().filter(|field| field.vocabulary.as_ref() == Some(&vocabulary.name));
    let value = |value: &'a Value| ValueView {
        code: &value.code,
        libelle: &value.label,
        definition: &value.definition,
        depuis: value.since,
        deprecie: value.deprecated,
        remplace_par: value.replaced_by.as_deref(),
        alias: &value.aliases,
    };
    VocabularyView {
        titre: &vocabulary.title,
        description: &vocabulary.description,
        niveau: vocabulary.level,
        origine: vocabulary.origin.as_deref(),
        champs: users.map(|field| field.name.as_str()).collect(),
        valeurs: vocabulary.values.iter().map(value).collect(),
    }
}

fn row(separator: &str, vocabulary: &Vocabulary, value: &Value) -> [String; 8] {
    [
        vocabulary.name.clone(),
        value.code.clone(),
        value.label.clone(),
        value.definition.clone(),
        value.since.to_string(),
        value.deprecated.map(|version| version.to_string()).unwrap_or_default(),
        value.replaced_by.clone().unwrap_or_default(),
        value.aliases.join(separator),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::emit::trial;

    #[test]
    fn both_files_hold_every_value_to_the_letter() {
        let mut standard = trial::standard();
        standard.vocabularies[0].values[0].definition = "dit « a » et \"b\",\nc \\ | d".to_owned();
        let files = emit(&standard);
        let json: serde_json::Value = serde_json::from_slice(&files[0].bytes).expect("JSON");
        let mut rows = table::read(&files[1]).into_iter().skip(1);
        for vocabulary in &standard.vocabularies {
            let values = json[&vocabulary.name]["valeurs"].as_array().expect("values");
            assert_eq!(values.len(), vocabulary.values.len());
            for (value, in_json) in vocabulary.values.iter().zip(values) {
                let row = rows.next().expect("a row");
                assert_eq!(row[..4], [&vocabulary.name, &value.code, &value.label, &value.definition].map(Clone::clone));
                assert_eq!(in_json["libelle"], value.label.as_str());
                assert_eq!(in_json["definition"], value.definition.as_str());
                let aliases = row[7].split('|').filter(|alias| !alias.is_empty());
                assert_eq!(aliases.collect::<Vec<_>>(), value.aliases);
            }
        }
        assert_eq!(rows.next(), None);
    }
}
