//! Changes of the columns, their constraints and their texts.

use serde_json::json;

use super::{Mutation, SCHEMA, column, edit, new_column, place, remove, replace, schema};

pub(super) const ALL: &[Mutation] = &[
    ("publication-colonne", "no column", |tree| schema(tree, |schema| schema["fields"] = json!([]))),
    ("publication-colonne", "no fields", |tree| schema(tree, |schema| remove(schema, "fields"))),
    ("publication-colonne", "a column twice", |tree| {
        schema(tree, |schema| {
            let first = schema["fields"][0].clone();
            schema["fields"].as_array_mut().expect("fields").push(first);
        });
    }),
    ("publication-colonne", "a column without name", |tree| {
        schema(tree, |schema| schema["fields"].as_array_mut().expect("fields").push(json!({ "type": "string" })));
    }),
    ("publication-colonne", "an unknown key", |tree| schema(tree, |schema| schema["primaryKey"] = json!(["id", "cle"]))),
    ("publication-type", "a list", |tree| column(tree, "nom", |field| field["type"] = "list".into())),
    ("publication-type", "any", |tree| column(tree, "nom", |field| field["type"] = "any".into())),
    ("publication-type", "no type", |tree| column(tree, "nom", |field| remove(field, "type"))),
    ("publication-contrainte", "a form on a date", |tree| {
        column(tree, "date_maj", |field| field["constraints"]["pattern"] = "^(?:[0-9-]{10})$".into());
    }),
    ("publication-contrainte", "a bound of version 2", |tree| {
        column(tree, "latitude", |field| field["constraints"]["exclusiveMinimum"] = (-91).into());
    }),
    ("publication-contrainte", "a constraint out of place", |tree| {
        column(tree, "source", |field| field["required"] = false.into());
    }),
    ("publication-contrainte", "constraints in a list", |tree| column(tree, "source", |field| field["constraints"] = json!([]))),
    ("publication-contrainte", "an empty list", |tree| column(tree, "source", |field| field["constraints"]["enum"] = json!([]))),
    ("publication-contrainte", "a value twice", |tree| {
        new_column(tree, "a", &json!({ "enum": ["a", "b", "a"] }), &json!({ "enum": ["a", "b"] }));
    }),
    ("publication-contrainte", "true in quotes", |tree| {
        column(tree, "source", |field| field["constraints"]["required"] = "false".into());
    }),
    ("publication-contrainte", "a number in quotes", |tree| {
        column(tree, "source", |field| field["constraints"]["maxLength"] = "280".into());
    }),
    ("publication-contrainte", "labelled missing values", |tree| {
        schema(tree, |schema| schema["missingValues"] = json!([{ "value": "", "label": "vide" }]));
    }),
    ("publication-contrainte", "a list of matches", |tree| schema(tree, |schema| schema["fieldsMatch"] = json!(["equal"]))),
    ("publication-format", "default", |tree| column(tree, "nom", |field| field["format"] = "default".into())),
    ("publication-exemple", "no example", |tree| column(tree, "nom", |field| remove(field, "example"))),
    ("publication-exemple", "a number", |tree| column(tree, "latitude", |field| field["example"] = 49.25.into())),
    ("publication-exemple", "a comma", |tree| column(tree, "latitude", |field| field["example"] = "49,25".into())),
    ("publication-exemple", "four digits", |tree| column(tree, "code_postal", |field| field["example"] = "1000".into())),
    ("publication-exemple", "an unknown value", |tree| column(tree, "services", |field| field["example"] = "Autre".into())),
    ("publication-exemple", "a short date", |tree| column(tree, "date_maj", |field| field["example"] = "2026-9-4".into())),
    ("publication-exemple", "too long", |tree| {
        column(tree, "presentation_resume", |field| field["example"] = "a".repeat(281).into());
    }),
    ("publication-exemple", "out of bounds", |tree| {
        column(tree, "latitude", |field| field["constraints"]["minimum"] = (-90).into());
        column(tree, "latitude", |field| field["example"] = "-90.5".into());
    }),
    ("publication-motif-invalide", "an open brace", |tree| {
        column(tree, "code_postal", |field| field["constraints"]["pattern"] = "^(?:[0-9]{5)$".into());
    }),
    ("publication-motif-invalide", "a condition", |tree| {
        column(tree, "code_postal", |field| field["constraints"]["pattern"] = "^(?=[0-9])[0-9]{5}$".into());
    }),
    ("publication-motif-invalide", "in a JSON Schema", |tree| {
        place(tree, |schema| schema["properties"]["nom"]["pattern"] = "(".into());
    }),
    ("publication-motif-divergent", "no anchor", |tree| {
        column(tree, "code_postal", |field| field["constraints"]["pattern"] = "[0-9]{5}".into());
    }),
    ("publication-motif-divergent", "a bare choice", |tree| {
        column(tree, "code_postal", |field| field["constraints"]["pattern"] = "^[0-9]{5}|[0-9]{5}$".into());
    }),
    ("publication-motif-divergent", "\\d", |tree| {
        column(tree, "code_postal", |field| field["constraints"]["pattern"] = "^(?:\\d{5})$".into());
    }),
    ("publication-motif-divergent", "a named group", |tree| {
        column(tree, "code_postal", |field| field["constraints"]["pattern"] = "^(?P<code>[0-9]{5})$".into());
    }),
    ("publication-motif-couteux", "a repetition in a repetition", |tree| {
        new_column(tree, "abc", &json!({ "pattern": "^(?:([a-z]+)+)$" }), &json!({ "type": "string" }));
    }),
    ("publication-motif-couteux", "a huge repetition", |tree| {
        new_column(tree, "abc", &json!({ "pattern": "^(?:([a-z]{0,500}){500})$" }), &json!({ "type": "string" }));
    }),
    ("publication-motif-couteux", "in a JSON Schema", |tree| {
        place(tree, |schema| schema["properties"]["nom"]["pattern"] = "^(?:([A-Za-zé ]+)+)$".into());
    }),
    ("publication-liste-divergente", "a value at the first place only", |tree| {
        replace(tree, SCHEMA, "(?:\\\\|(?:Itinérant|Fixe))*$", "(?:\\\\|(?:Fixe))*$");
    }),
    ("publication-liste-en-motif", "one value of a list", |tree| {
        new_column(tree, "oui", &json!({ "pattern": "^(?:oui|non)$" }), &json!({ "enum": ["oui", "non"] }));
    }),
    ("publication-valeurs-tues", "a value left out", |tree| replace(tree, SCHEMA, "`Gratuit`, ", "")),
    ("publication-valeurs-tues", "a value misspelt", |tree| replace(tree, SCHEMA, "`Étudiants`", "`Etudiants`")),
    ("publication-description", "a space at the end", |tree| {
        column(tree, "nom", |field| field["description"] = "Le nom. ".into());
    }),
    ("publication-description", "two paragraphs", |tree| column(tree, "nom", |field| field["description"] = "Le\n\nnom.".into())),
    ("publication-description", "a star", |tree| schema(tree, |schema| schema["description"] = "Le *standard*.".into())),
    ("publication-html", "a tag", |tree| column(tree, "nom", |field| field["description"] = "Le <nom>.".into())),
    ("publication-html", "braces", |tree| column(tree, "nom", |field| field["description"] = "Le `{{nom}}`.".into())),
    ("publication-html", "a tag in the README", |tree| edit(tree, "README.md", |text| format!("{text}\n<script>\n"))),
    ("publication-html", "braces in the change log", |tree| edit(tree, "CHANGELOG.md", |text| format!("{text}\n{{{{ x }}}}\n"))),
    ("publication-titre", "parentheses", |tree| column(tree, "courriels", |field| field["title"] = "Courriel(s)".into())),
    ("publication-titre", "a curly apostrophe", |tree| column(tree, "courriels", |field| field["title"] = "L’adresse".into())),
    ("publication-mot-reserve", "in another column", |tree| {
        column(tree, "id", |field| field["description"] = "Différent du SIRET.".into());
    }),
    ("publication-controle", "an unknown check", |tree| {
        schema(tree, |schema| schema["custom_checks"][0]["name"] = "horaires".into());
    }),
    ("publication-controle", "a check that stops the validator", |tree| {
        let check = json!({ "name": "french-gps-coordinates", "params": { "column": "latitude" } });
        schema(tree, |schema| schema["custom_checks"][0] = check);
    }),
    ("publication-controle-etroit", "a check that refuses associations", |tree| {
        schema(tree, |schema| schema["custom_checks"][0] = json!({ "name": "siret", "params": { "column": "pivot" } }));
    }),
    ("publication-controle", "no parameter", |tree| schema(tree, |schema| remove(&mut schema["custom_checks"][0], "params"))),
    ("publication-controle", "an unknown column", |tree| {
        schema(tree, |schema| schema["custom_checks"][1]["params"]["othercolumns"] = json!(["longitudes"]));
    }),
    ("publication-controle", "not a list", |tree| schema(tree, |schema| schema["custom_checks"] = json!({}))),
    ("publication-controle", "in a column", |tree| column(tree, "horaires", |field| field["customCheck"] = "siret".into())),
];
