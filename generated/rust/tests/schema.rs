//! Le schéma JSON tiré des types dit la même chose que le schéma JSON publié.

#![cfg(feature = "schemars")]

use lieux_mediation_numerique::{JSON_SCHEMA, Lieu};
use serde_json::Value;

/// Ce qui explique sans contraindre.
const NOTES: [&str; 10] = ["title", "description", "examples", "$id", "$schema", "$comment", "definitions", "$defs", "default", "readOnly"];

/// Le schéma sans ses notes, listes sans ordre rangées.
fn contraintes(schema: &Value) -> Value {
    match schema {
        Value::Object(cles) => {
            let mut gardees: Vec<(String, Value)> = cles
                .iter()
                // Une note est un texte ou une liste de textes ; un champ qui porterait le même nom est un schéma.
                .filter(|(cle, valeur)| !NOTES.contains(&cle.as_str()) || valeur.get("type").is_some_and(Value::is_string))
                // schemars note la largeur des nombres, ce qui ne refuse rien.
                .filter(|(cle, valeur)| !(*cle == "format" && (*valeur == "double" || *valeur == "int64")))
                .map(|(cle, valeur)| (cle.clone(), contraintes(valeur)))
                .collect();
            gardees.sort_by(|a, b| a.0.cmp(&b.0));
            Value::Object(gardees.into_iter().collect())
        }
        Value::Array(elements) => {
            let mut elements: Vec<Value> = elements.iter().map(contraintes).collect();
            if elements.iter().all(Value::is_string) {
                elements.sort_by_key(ToString::to_string);
            }
            Value::Array(elements)
        }
        autre => autre.clone(),
    }
}

#[test]
fn les_types_et_le_schema_publie_disent_la_meme_chose() {
    let publie: Value = serde_json::from_str(JSON_SCHEMA).expect("du JSON");
    let types = schemars::schema_for!(Lieu).to_value();
    let (publie, types) = (contraintes(&publie), contraintes(&types));
    for (champ, attendu) in publie["properties"].as_object().expect("des champs") {
        assert_eq!(&types["properties"][champ], attendu, "{champ}");
    }
    assert_eq!(types, publie);
}
