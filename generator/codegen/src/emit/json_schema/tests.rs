use serde_json::Value;
use standard_mediation_model::{Bounds, Kind, Level, Limit, pattern};

use super::*;
use crate::emit::trial;

fn read(standard: &Standard, name: &str) -> Value {
    let artifacts = emit(standard);
    serde_json::from_str(trial::text(&artifacts, &format!("json-schema/{name}"))).expect("JSON")
}

/// Every keyword of a schema, whatever its depth; names of properties and of definitions are not keywords.
fn keywords(schema: &Value, out: &mut std::collections::BTreeSet<String>) {
    let Value::Object(schema) = schema else { return };
    for (keyword, value) in schema {
        out.insert(keyword.clone());
        match (keyword.as_str(), value) {
            ("properties" | "definitions", Value::Object(named)) => named.values().for_each(|schema| keywords(schema, out)),
            ("oneOf", Value::Array(schemas)) => schemas.iter().for_each(|schema| keywords(schema, out)),
            ("items", schema) => keywords(schema, out),
            _ => {}
        }
    }
}

#[test]
fn only_keywords_that_mean_the_same_in_both_drafts() {
    let standard = trial::standard();
    let mut found = std::collections::BTreeSet::new();
    for name in ["lieu.schema.json", "lieux.schema.json", "ligne-csv.schema.json"] {
        keywords(&read(&standard, name), &mut found);
    }
    let known = [
        "$comment",
        "$id",
        "$ref",
        "$schema",
        "const",
        "definitions",
        "description",
        "enum",
        "examples",
        "format",
        "items",
        "maxLength",
        "minLength",
        "oneOf",
        "pattern",
        "properties",
        "required",
        "title",
        "type",
        "uniqueItems",
    ];
    assert_eq!(found.iter().map(String::as_str).collect::<Vec<_>>(), known);
}

#[test]
fn properties_are_the_fields_in_column_order_and_say_what_they_are() {
    let standard = trial::standard();
    for name in ["lieu.schema.json", "ligne-csv.schema.json"] {
        let schema = read(&standard, name);
        let properties = schema["properties"].as_object().expect("properties");
        assert!(properties.keys().eq(standard.fields.iter().map(|field| &field.name)), "{name}");
        for (name, property) in properties {
            assert!(property["title"].is_string() && property["description"].is_string(), "{name}");
            assert!(property["examples"].as_array().is_some_and(|examples| !examples.is_empty()), "{name}");
        }
    }
}

#[test]
fn a_place_has_lists_numbers_dates_and_texts() {
    let schema = read(&trial::standard(), "lieu.schema.json");
    let property = |name: &str| &schema["properties"][name];
    assert_eq!(property("frais_a_charge")["items"]["enum"][0], "Gratuit");
    assert_eq!(property("frais_a_charge")["uniqueItems"], true);
    assert_eq!(property("courriels")["items"], json!({ "type": "string" }));
    assert_eq!(property("latitude")["type"], "number");
    assert!(property("latitude")["examples"][0].is_number());
    assert_eq!(property("latitude").get("minimum"), None, "bounds are advice");
    assert_eq!(property("date_maj")["format"], "date");
    assert_eq!(property("code_postal")["pattern"], "^(?:[0-9]{5})$");
    assert_eq!(property("presentation_resume")["maxLength"], 280);
    assert_eq!(property("nom")["minLength"], 1);
    assert_eq!(property("source").get("minLength"), None);
    assert_eq!(property("typologie")["items"].get("enum"), None, "this list is advice");
    assert_eq!(schema["required"], json!(["id", "pivot", "nom", "commune", "code_postal", "adresse", "date_maj"]));
}

#[test]
fn the_row_takes_the_examples_and_refuses_what_blocks() {
    let standard = trial::standard();
    let schema = read(&standard, "ligne-csv.schema.json");
    for field in &standard.fields {
        let property = &schema["properties"][&field.name];
        let accepts = |text: &str| {
            let length = text.chars().count() as u64;
            let pattern = property["pattern"].as_str().is_none_or(|p| pattern::compile(p).expect("compiles").is_match(text));
            pattern
                && property["minLength"].as_u64().is_none_or(|min| length >= min)
                && property["maxLength"].as_u64().is_none_or(|max| length <= max)
        };
        assert_eq!(accepts(""), !field.required, "{}", field.name);
        for example in &field.examples {
            assert!(accepts(&example.text("|")), "{}", field.name);
        }
        for counter in &field.counter_examples {
            assert_eq!(accepts(&counter.text), counter.level != Level::Blocking, "{} {}", field.name, counter.text);
        }
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
            "services" => field.required = true,
            "source" => field.kind = Kind::Date,
            _ => {}
        }
    }
    let (place, row) = (read(&standard, "lieu.schema.json"), read(&standard, "ligne-csv.schema.json"));
    assert_eq!(place["properties"]["latitude"]["maximum"], 90.0);
    assert_eq!(place["properties"]["services"]["minItems"], 1);
    assert_eq!(place["properties"]["itinerance"]["enum"].as_array().map(Vec::len), Some(2));
    assert_eq!(row["properties"]["itinerance"]["enum"].as_array().and_then(|values| values.last()), Some(&json!("")));
    assert_eq!(row["properties"]["source"].get("format"), None, "the format of a date refuses an empty cell");
}

#[test]
fn hostile_texts_are_kept_to_the_letter() {
    let standard = trial::hostile();
    let schema = read(&standard, "ligne-csv.schema.json");
    assert_eq!(schema["definitions"]["services"]["oneOf"][0]["description"], trial::HOSTILE);
    let pattern = schema["properties"]["services"]["pattern"].as_str().expect("a pattern");
    let label = &standard.vocabulary("services").expect("a vocabulary").values[0].label;
    let regex = pattern::compile(pattern).expect("compiles");
    assert!(regex.is_match(label) && !regex.is_match("services"));
}

#[test]
fn a_new_field_adds_lines_and_changes_none() {
    let before = trial::standard();
    let mut after = before.clone();
    let mut field = before.fields[2].clone();
    field.name = "nouveau".into();
    field.required = false;
    after.fields.insert(3, field);
    for (old, new) in emit(&before).iter().zip(emit(&after)) {
        let (old, new) = (String::from_utf8_lossy(&old.bytes), String::from_utf8_lossy(&new.bytes));
        let mut lines = new.lines();
        assert!(old.lines().all(|line| lines.any(|other| other == line)), "a line was lost");
    }
}
