use standard_mediation_model::{Bounds, Limit, pattern};

use super::*;
use crate::emit::trial;

fn read(standard: &Standard) -> Value {
    serde_json::from_str(trial::text(&emit(standard), "table-schema/schema.json")).expect("JSON")
}

fn field<'a>(schema: &'a Value, name: &str) -> &'a Value {
    let fields = schema["fields"].as_array().expect("fields");
    fields.iter().find(|field| field["name"] == name).unwrap_or_else(|| panic!("no field {name}"))
}

/// Every text of a value outside `fields`.
fn texts(value: &Value, out: &mut Vec<String>) {
    match value {
        Value::String(text) => out.push(text.clone()),
        Value::Array(values) => values.iter().for_each(|value| texts(value, out)),
        Value::Object(map) => map.iter().filter(|(key, _)| *key != "fields").for_each(|(_, value)| texts(value, out)),
        _ => {}
    }
}

/// The versions `x.y.z` that a text names, with their `v` when they have one.
fn versions(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_ascii_alphanumeric() && c != '.');
    let is_version = |word: &&str| {
        let numbers: Vec<&str> = word.trim_start_matches('v').split('.').collect();
        numbers.len() >= 3 && numbers.iter().all(|number| number.starts_with(|c: char| c.is_ascii_digit()))
    };
    words.filter(is_version).map(str::to_owned).collect()
}

#[test]
fn no_other_version_is_named_outside_fields() {
    let standard = trial::standard();
    let mut found = Vec::new();
    texts(&read(&standard), &mut found);
    let named: Vec<String> = found.iter().flat_map(|text| versions(text)).collect();
    assert!(named.len() >= 3, "the version, the path and the resource name it");
    assert!(named.iter().all(|version| *version == standard.identity.version.tag()), "{named:?}");
}

#[test]
fn every_mandatory_key_is_there() {
    let schema = read(&trial::standard());
    for key in ["name", "title", "description", "homepage", "path", "created", "lastModified", "countryCode", "primaryKey"] {
        assert!(schema[key].as_str().is_some_and(|text| !text.is_empty()), "{key}");
    }
    assert_eq!(schema["$schema"], PROFILE);
    assert_eq!(schema["primaryKey"], "id");
    assert_eq!(schema["licenses"][0]["name"], "etalab-2.0");
    let people = schema["contributors"].as_array().expect("contributors");
    assert_eq!(people.iter().filter(|person| person["role"] == "author").count(), 1);
    assert!(people.iter().filter(|person| person["role"] == "author").all(|person| person["email"].is_string()));
    assert_eq!(
        schema["custom_checks"],
        json!([
            { "name": "opening-hours-value", "params": { "column": "horaires" } },
            { "name": "cohesive-columns-value", "params": { "column": "latitude", "othercolumns": ["longitude"] } },
        ])
    );
}

#[test]
fn fields_say_what_the_model_says() {
    let standard = trial::standard();
    let schema = read(&standard);
    assert_eq!(field(&schema, "code_postal")["constraints"], json!({ "required": true, "pattern": "^(?:[0-9]{5})$" }));
    assert_eq!(field(&schema, "presentation_resume")["constraints"], json!({ "required": false, "maxLength": 280 }));
    assert_eq!(field(&schema, "latitude")["constraints"], json!({ "required": false }));
    assert_eq!(field(&schema, "date_maj")["constraints"], json!({ "required": true }));
    assert_eq!(field(&schema, "id")["constraints"], json!({ "required": true, "unique": true }));
    assert_eq!(field(&schema, "typologie")["constraints"], json!({ "required": false }));
    for (column, written) in standard.fields.iter().zip(schema["fields"].as_array().expect("fields")) {
        assert_eq!(written["name"], column.name);
        let example = written["example"].as_str().expect("a text");
        if let Some(pattern) = written["constraints"]["pattern"].as_str() {
            assert!(pattern::compile(pattern).expect("compiles").is_match(example), "{}", column.name);
        }
    }
}

#[test]
fn a_vocabulary_ends_the_description() {
    let standard = trial::standard();
    let schema = read(&standard);
    for column in &standard.fields {
        let description = field(&schema, &column.name)["description"].as_str().expect("a text");
        assert!(!description.contains(['<', '\n', '*']) && !description.contains("{{"), "{}", column.name);
        assert_eq!(description, description.trim());
        if let Some(vocabulary) = standard.vocabulary_of(column) {
            let values = vocabulary.labels().map(|label| format!("`{label}`")).collect::<Vec<_>>().join(", ");
            assert!(description.ends_with(&format!("\u{a0}: {values}.")), "{description}");
        }
        let names_official_number = ["siret", "siren"].iter().any(|word| description.to_lowercase().contains(word));
        assert_eq!(names_official_number, column.name == "pivot", "a national form turns a check on by these words");
    }
}

#[test]
fn what_the_real_standard_does_not_use_is_written_too() {
    let mut standard = trial::standard();
    for field in &mut standard.fields {
        match field.name.as_str() {
            "latitude" => {
                field.bounds = Some(Bounds {
                    minimum: Some(Limit::Number(-90.0)),
                    maximum: Some(Limit::Number(90.0)),
                    level: Level::Blocking,
                });
            }
            "itinerance" => field.multiple = false,
            "longitude" | "date_maj" => field.multiple = true,
            _ => {}
        }
    }
    let schema = read(&standard);
    assert_eq!(field(&schema, "latitude")["constraints"], json!({ "required": false, "minimum": -90.0, "maximum": 90.0 }));
    assert_eq!(field(&schema, "itinerance")["constraints"]["enum"].as_array().map(Vec::len), Some(2));
    assert_eq!(field(&schema, "itinerance")["constraints"].get("pattern"), None);
    for list in ["longitude", "date_maj"] {
        assert_eq!(field(&schema, list)["type"], "string");
        assert!(field(&schema, list)["constraints"]["pattern"].is_string());
    }
}

#[test]
fn hostile_texts_make_no_markup_and_values_stay_exact() {
    let standard = trial::hostile();
    let schema = read(&standard);
    let description = field(&schema, "horaires")["description"].as_str().expect("a text");
    assert!(!description.contains(['<', '\n']) && !description.contains("{{"), "{description}");
    let pattern = field(&schema, "services")["constraints"]["pattern"].as_str().expect("a pattern");
    let label = &standard.vocabulary("services").expect("a vocabulary").values[0].label;
    assert!(pattern::compile(pattern).expect("compiles").is_match(label));
}
