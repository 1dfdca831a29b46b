//! The schemas that editors check the sources with: they agree with `check` where they speak.

use std::collections::BTreeMap;

use jsonschema::Validator;
use serde_json::Value;

use crate::support::{root, sources, standard};

/// The emitted schemas, by the folder or file of the sources that the setting gives them.
fn schemas() -> BTreeMap<String, Validator> {
    let artifacts: BTreeMap<String, Vec<u8>> = standard_mediation_codegen::emit::all(&standard())
        .into_iter()
        .map(|artifact| (format!("./generated/{}", artifact.path), artifact.bytes))
        .collect();
    let json = |path: &str| -> Value { serde_json::from_slice(&artifacts[path]).expect("JSON") };
    let setting = json("./generated/editeur/settings.json");
    let wiring = setting["yaml.schemas"].as_object().expect("the wiring");
    let compiled = |path: &String| jsonschema::draft7::new(&json(path)).unwrap_or_else(|error| panic!("{path}: {error}"));
    wiring
        .iter()
        .map(|(path, glob)| {
            let place = glob.as_str().expect("a glob").trim_start_matches("schema/").trim_end_matches("*.yaml");
            (place.to_owned(), compiled(path))
        })
        .collect()
}

/// Every source file: path, kind, text.
fn files(schemas: &BTreeMap<String, Validator>) -> Vec<(String, String, String)> {
    let kind = |path: &str| schemas.keys().find(|place| path.starts_with(place.as_str())).cloned();
    let yaml = sources(&root().join("schema")).into_iter().filter(|(path, _)| path.ends_with(".yaml"));
    yaml.map(|(path, bytes)| {
        let place = kind(&path).unwrap_or_else(|| panic!("no schema is wired to {path}"));
        (path, place, String::from_utf8(bytes).expect("UTF-8"))
    })
    .collect()
}

fn errors(schema: &Validator, text: &str) -> Vec<String> {
    let value: Value = serde_yaml::from_str(text).expect("YAML");
    schema.iter_errors(&value).map(|error| format!("{} : {error}", error.instance_path())).collect()
}

#[test]
fn every_source_file_is_accepted() {
    let schemas = schemas();
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for (path, place, text) in files(&schemas) {
        assert_eq!(errors(&schemas[&place], &text), Vec::<String>::new(), "{path}");
        *seen.entry(place).or_default() += 1;
    }
    assert_eq!(seen.len(), schemas.len(), "a schema is wired to nothing: {seen:?}");
}

#[test]
fn a_misspelt_key_is_refused_in_every_file() {
    let schemas = schemas();
    for (path, place, text) in files(&schemas) {
        let first = text.lines().find(|line| !line.starts_with('#')).and_then(|line| line.split(':').next()).expect("a key");
        let misspelt = text.replacen(&format!("{first}:"), &format!("{first}s:"), 1);
        assert!(!errors(&schemas[&place], &misspelt).is_empty(), "{path}: « {first}s » is accepted");
    }
}

#[test]
fn what_check_refuses_in_a_field_is_refused() {
    let schemas = schemas();
    let text = std::fs::read_to_string(root().join("schema/champs/site_web.yaml")).expect("a field");
    for (good, bad) in [
        ("nom: site_web", "nom: Site Web"),
        ("type: texte", "type: chaine"),
        ("type: texte", "type: texte\nvocabulaire:"),
        ("obligatoire: false", "obligatoire: oui"),
        ("controles: [url]", "controles: [urls]"),
        ("controles: [url]", "controles: []"),
        ("controles: [url]", "controles: url"),
        ("depuis: ", "longueur_max: 0\ndepuis: "),
        ("regle: url", "regle: adresse"),
    ] {
        assert!(text.contains(good), "{good}");
        assert!(!errors(&schemas["champs/"], &text.replacen(good, bad, 1)).is_empty(), "{bad} is accepted");
    }
}

/// A proposal names what it has just added: the schemas, made before it, must not get in its way.
#[test]
fn a_new_name_is_not_refused() {
    let schemas = schemas();
    let field = std::fs::read_to_string(root().join("schema/champs/nom.yaml")).expect("a field");
    let field = field.replacen("type: texte", "type: texte\nvocabulaire: nouveau", 1).replacen("nom: nom", "nom: autre", 1);
    assert_eq!(errors(&schemas["champs/"], &field), Vec::<String>::new());
    let row = std::fs::read_to_string(root().join("schema/exemples/foix.yaml")).expect("a row");
    let row = format!("{}\n  wifi: oui\n  services: [nouveau_code]\n", row.trim_end());
    assert_eq!(errors(&schemas["exemples/"], &row), Vec::<String>::new());
}

#[test]
fn a_cell_that_a_spreadsheet_would_spoil_is_refused() {
    let schemas = schemas();
    let row = std::fs::read_to_string(root().join("schema/exemples/foix.yaml")).expect("a row");
    assert!(row.contains("\"09000\""));
    for bad in ["9000", "{ a: b }", "[\"09000\"]"] {
        assert!(!errors(&schemas["exemples/"], &row.replacen("\"09000\"", bad, 1)).is_empty(), "{bad} is accepted");
    }
}

/// Editors fall back on their own words, in English, wherever the schema brings none.
#[test]
fn every_refusal_has_french_words() {
    fn walk(path: &str, schema: &Value, silent: &mut Vec<String>) {
        let Some(entries) = schema.as_object() else { return };
        if (entries.contains_key("type") || entries.contains_key("enum")) && !entries.contains_key("errorMessage") {
            let open_map = entries.get("additionalProperties").is_some_and(Value::is_object);
            if !open_map {
                silent.push(path.to_owned());
            }
        }
        if entries.contains_key("pattern") && !entries.contains_key("patternErrorMessage") {
            silent.push(format!("{path} (pattern)"));
        }
        for (key, inner) in entries.get("properties").and_then(Value::as_object).into_iter().flatten() {
            if inner.get("description").is_none() {
                silent.push(format!("{path}/{key} (description)"));
            }
            walk(&format!("{path}/{key}"), inner, silent);
        }
        for key in ["items", "additionalProperties"] {
            walk(&format!("{path}/{key}"), entries.get(key).unwrap_or(&Value::Null), silent);
        }
    }
    for artifact in standard_mediation_codegen::emit::all(&standard()) {
        if artifact.path.starts_with("editeur/") && artifact.path.ends_with(".schema.json") {
            let schema: Value = serde_json::from_slice(&artifact.bytes).expect("JSON");
            let mut silent = Vec::new();
            walk(&artifact.path, &schema, &mut silent);
            assert!(silent.is_empty(), "{silent:#?}");
            assert!(schema["title"].as_str().is_some_and(|title| !title.ends_with("File")), "{}", artifact.path);
        }
    }
}
