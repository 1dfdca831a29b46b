//! Changes of files, of what the schema says of itself, of the examples and of the JSON Schemas.

use serde_json::json;

use super::{
    EXAMPLE, INVALID, Mutation, PLACE, SCHEMA, TEMPLATE, VALID, cell, column, edit, example, place, rank, remove, replace, rows,
    schema, sound_rows, template,
};

pub(super) const ALL: &[Mutation] = &[
    ("publication-fichier-manquant", "no README", |tree| drop(tree.remove("README.md"))),
    ("publication-fichier-manquant", "no schema", |tree| drop(tree.remove(SCHEMA))),
    ("publication-fichier-manquant", "no example", |tree| drop(tree.remove(VALID))),
    ("publication-fichier-manquant", "no invalid example", |tree| drop(tree.remove(INVALID))),
    ("publication-fichier-manquant", "no schema of a place", |tree| drop(tree.remove(PLACE))),
    ("publication-fichier-manquant", "no example in JSON", |tree| drop(tree.remove(EXAMPLE))),
    ("publication-fichier-manquant", "no workflow", |tree| drop(tree.remove(".github/workflows/frictionless_tests.yml"))),
    ("publication-fichier-manquant", "an empty change log", |tree| edit(tree, "CHANGELOG.md", |_| "\n".into())),
    ("publication-fichier-manquant", "an empty schema", |tree| edit(tree, SCHEMA, |_| " \n".into())),
    ("publication-fichier-manquant", "no template", |tree| drop(tree.remove(TEMPLATE))),
    ("publication-gabarit", "another column", |tree| template(tree, |fields| fields[3].name = "ville".into())),
    ("publication-gabarit", "another order", |tree| template(tree, |fields| fields.swap(0, 1))),
    ("publication-gabarit", "a column less", |tree| template(tree, |fields| drop(fields.pop()))),
    ("publication-gabarit", "a column more", |tree| template(tree, |fields| fields.push(fields[0].clone()))),
    ("publication-illisible", "half a template", |tree| {
        let half = tree[TEMPLATE].len() / 2;
        tree.get_mut(TEMPLATE).expect("a file").truncate(half);
    }),
    ("publication-illisible", "a page for a template", |tree| drop(tree.insert(TEMPLATE.into(), b"<html></html>".to_vec()))),
    ("publication-illisible", "half a schema", |tree| edit(tree, SCHEMA, |text| text[..500].into())),
    ("publication-illisible", "a conflict", |tree| replace(tree, SCHEMA, "  \"name\"", "<<<<<<< HEAD\n  \"name\"")),
    ("publication-illisible", "a list", |tree| edit(tree, SCHEMA, |text| format!("[{text}]"))),
    ("publication-illisible", "a mark", |tree| edit(tree, SCHEMA, |text| format!("\u{feff}{text}"))),
    ("publication-illisible", "a mark in a CSV file", |tree| edit(tree, VALID, |text| format!("\u{feff}{text}"))),
    ("publication-illisible", "a key twice", |tree| replace(tree, SCHEMA, "  \"name\"", "  \"name\": \"a\",\n  \"name\"")),
    ("publication-illisible", "latin-1", |tree| drop(tree.insert("README.md".into(), b"# \xe9t\xe9".to_vec()))),
    ("publication-illisible", "half a schema of a place", |tree| edit(tree, PLACE, |text| text[..500].into())),
    ("publication-illisible", "a huge page", |tree| edit(tree, "README.md", |text| text.repeat(1000))),
    ("publication-etiquette", "no v", |tree| replace(tree, SCHEMA, "\"version\": \"{tag}\"", "\"version\": \"{version}\"")),
    ("publication-etiquette", "a candidate", |tree| {
        replace(tree, SCHEMA, "\"version\": \"{tag}\"", "\"version\": \"{tag}-rc\"");
    }),
    ("publication-etiquette", "no version", |tree| schema(tree, |schema| remove(schema, "version"))),
    ("publication-autre-version", "in the description", |tree| {
        schema(tree, |schema| schema["description"] = "Suite de 1.0.1.".into());
    }),
    ("publication-autre-version", "in the path", |tree| replace(tree, SCHEMA, "/{tag}/schema.json", "/v1.0.1/schema.json")),
    ("publication-autre-version", "in the path, without v", |tree| {
        replace(tree, SCHEMA, "/{tag}/schema.json", "/{version}/schema.json");
    }),
    ("publication-autre-version", "in a resource", |tree| replace(tree, SCHEMA, "/{tag}/exemple", "/v1.0.1/exemple")),
    ("publication-autre-version", "in the README", |tree| {
        replace(tree, "README.md", "/{tag}/schema.json", "/v1.0.1/schema.json");
    }),
    ("publication-autre-version", "in a JSON Schema", |tree| replace(tree, PLACE, "/{tag}/", "/v1.0.1/")),
    ("publication-adresse", "a branch", |tree| replace(tree, SCHEMA, "/{tag}/schema.json", "/main/schema.json")),
    ("publication-adresse", "no path", |tree| schema(tree, |schema| remove(schema, "path"))),
    ("publication-adresse", "no resource", |tree| schema(tree, |schema| schema["resources"] = json!([]))),
    ("publication-adresse", "a resource without a name", |tree| {
        schema(tree, |schema| remove(&mut schema["resources"][0], "name"));
    }),
    ("publication-adresse", "a resource that is no file", |tree| replace(tree, SCHEMA, "/exemple-valide.csv", "/exemple.csv")),
    ("publication-adresse", "another repository", |tree| {
        schema(tree, |schema| schema["homepage"] = "https://github.com/LaMednum/autre".into());
    }),
    ("publication-adresse", "a short link", |tree| {
        edit(tree, "README.md", |text| format!("{text}\nVoir [le schéma](schema.json).\n"));
    }),
    ("publication-adresse", "a link to a branch", |tree| replace(tree, "README.md", "/{tag}/schema.json", "/main/schema.json")),
    ("publication-adresse", "an identifier elsewhere", |tree| {
        place(tree, |schema| schema["$id"] = "https://exemple.fr/lieu".into());
    }),
    ("publication-metadonnees", "a capital in the name", |tree| schema(tree, |schema| schema["name"] = "Standard".into())),
    ("publication-metadonnees", "no title", |tree| schema(tree, |schema| remove(schema, "title"))),
    ("publication-metadonnees", "a list of titles", |tree| schema(tree, |schema| schema["title"] = json!(["a"]))),
    ("publication-metadonnees", "an empty description", |tree| schema(tree, |schema| schema["description"] = "".into())),
    ("publication-metadonnees", "no homepage", |tree| schema(tree, |schema| remove(schema, "homepage"))),
    ("publication-metadonnees", "a country in small letters", |tree| schema(tree, |schema| schema["countryCode"] = "fr".into())),
    ("publication-metadonnees", "no keyword", |tree| schema(tree, |schema| schema["keywords"] = json!([]))),
    ("publication-metadonnees", "a list of authors", |tree| schema(tree, |schema| schema["author"] = json!(["a"]))),
    ("publication-metadonnees", "the profile of version 2", |tree| {
        schema(tree, |schema| schema["$schema"] = "https://datapackage.org/profiles/2.0/tableschema.json".into());
    }),
    ("publication-metadonnees", "a column without title", |tree| column(tree, "nom", |field| remove(field, "title"))),
    ("publication-metadonnees", "a column without description", |tree| column(tree, "nom", |field| remove(field, "description"))),
    ("publication-mentions", "no author", |tree| {
        schema(tree, |schema| schema["contributors"][0]["role"] = "contributor".into());
    }),
    ("publication-mentions", "two authors", |tree| schema(tree, |schema| schema["contributors"][1]["role"] = "author".into())),
    ("publication-mentions", "no e-mail", |tree| schema(tree, |schema| remove(&mut schema["contributors"][0], "email"))),
    ("publication-mentions", "no organisation", |tree| {
        schema(tree, |schema| remove(&mut schema["contributors"][2], "organisation"));
    }),
    ("publication-mentions", "no licence", |tree| schema(tree, |schema| schema["licenses"] = json!([]))),
    ("publication-mentions", "a licence without address", |tree| {
        schema(tree, |schema| remove(&mut schema["licenses"][0], "path"));
    }),
    ("publication-mentions", "another licence in the page", |tree| replace(tree, "LICENSE.md", "etalab-2.0", "ODbL")),
    ("publication-mentions", "half a source", |tree| schema(tree, |schema| schema["sources"] = json!([{ "title": "Loi" }]))),
    ("publication-date", "not a date", |tree| schema(tree, |schema| schema["created"] = "2022-7-4".into())),
    ("publication-date", "no last change", |tree| schema(tree, |schema| remove(schema, "lastModified"))),
    ("publication-date", "a change before the creation", |tree| schema(tree, |schema| schema["created"] = "2999-12-31".into())),
    ("publication-date", "another day than the change log", |tree| {
        schema(tree, |schema| schema["lastModified"] = "2999-12-31".into());
    }),
    ("publication-journal", "another heading", |tree| replace(tree, "CHANGELOG.md", "## Version {version}", "## {version}")),
    ("publication-journal", "not a day", |tree| replace(tree, "CHANGELOG.md", "{version} - {date}", "{version} - 2026-11-31")),
    ("publication-journal", "the oldest first", |tree| {
        edit(tree, "CHANGELOG.md", |text| format!("{text}\n## Version 1.0.9 - 2020-01-01\n\nRien.\n"));
    }),
    ("publication-journal", "the present one left out", |tree| {
        edit(tree, "CHANGELOG.md", |text| {
            let headings: Vec<usize> = text.match_indices("\n## Version").map(|(at, _)| at).collect();
            format!("{}{}", &text[..headings[0]], &text[headings[1]..])
        });
    }),
    ("publication-outillage", "no fixed version", |tree| edit(tree, "requirements.txt", |_| "frictionless>=4\n".into())),
    ("publication-outillage", "a check taken away", |tree| {
        replace(
            tree,
            ".github/workflows/frictionless_tests.yml",
            "run: frictionless validate --schema",
            "run: true # frictionless",
        );
    }),
    ("publication-outillage", "no check of the version", |tree| {
        replace(tree, ".github/workflows/assert_version.yml", "assert_version.py", "autre.py");
    }),
    ("publication-csv-valide", "columns out of order", |tree| replace(tree, VALID, "id,pivot", "pivot,id")),
    ("publication-csv-valide", "semicolons", |tree| edit(tree, VALID, |text| text.replace(',', ";"))),
    ("publication-csv-valide", "one row", |tree| {
        edit(tree, VALID, |text| text.split_inclusive('\n').take(2).collect());
    }),
    ("publication-csv-valide", "a stray quote", |tree| edit(tree, VALID, |text| format!("{text}essai\"ligne\n"))),
    ("publication-csv-valide", "a cell too many", |tree| rows(tree, VALID, |rows| rows[1].push("x".into()))),
    ("publication-csv-valide", "a blank line", |tree| edit(tree, VALID, |text| format!("{text}\n"))),
    ("publication-csv-valide", "a wrong cell", |tree| cell(tree, VALID, "code_postal", "2025")),
    ("publication-csv-valide", "an empty cell", |tree| cell(tree, VALID, "code_postal", "")),
    ("publication-csv-valide", "an identifier twice", |tree| sound_rows(tree, VALID, 2)),
    ("publication-csv-valide", "half a position", |tree| cell(tree, VALID, "longitude", "")),
    ("publication-csv-valide", "hours in words", |tree| cell(tree, VALID, "horaires", "lundi matin")),
    ("publication-csv-valide", "a column never filled", |tree| {
        rows(tree, VALID, |rows| {
            let rank = rank(rows, "prise_rdv");
            rows[1..].iter_mut().for_each(|row| row[rank].clear());
        });
    }),
    ("publication-csv-invalide", "a sound row", |tree| sound_rows(tree, INVALID, 1)),
    ("publication-csv-invalide", "no row", |tree| edit(tree, INVALID, |text| text.lines().take(1).collect())),
    ("publication-csv-invalide", "another header", |tree| replace(tree, INVALID, "id,pivot", "pivot,id")),
    ("publication-csv-invalide", "a number that some tools read", |tree| cell(tree, INVALID, "latitude", "4e1")),
    ("publication-csv-invalide", "a constraint let go", |tree| {
        column(tree, "presentation_resume", |field| remove(&mut field["constraints"], "maxLength"));
    }),
    ("publication-json-schema", "another draft", |tree| {
        place(tree, |schema| schema["$schema"] = "https://json-schema.org/draft/2020-12/schema".into());
    }),
    ("publication-json-schema", "a list at the root", |tree| place(tree, |schema| schema["type"] = "array".into())),
    ("publication-json-schema", "a later keyword", |tree| place(tree, |schema| schema["dependentRequired"] = json!({}))),
    ("publication-json-schema", "a later keyword inside", |tree| {
        place(tree, |schema| schema["properties"]["courriels"]["items"]["unevaluatedItems"] = false.into());
    }),
    ("publication-json-schema", "a reference elsewhere", |tree| {
        place(tree, |schema| schema["properties"]["nom"]["$ref"] = "#/$defs/nom".into());
    }),
    ("publication-json-divergent", "a field more", |tree| place(tree, |schema| schema["properties"]["wifi"] = json!({}))),
    ("publication-json-divergent", "a field less", |tree| place(tree, |schema| remove(&mut schema["properties"], "source"))),
    ("publication-json-divergent", "an obligation less", |tree| {
        place(tree, |schema| schema["required"] = json!(["id", "pivot", "nom"]));
    }),
    ("publication-json-divergent", "a value more", |tree| {
        place(tree, |schema| schema["properties"]["itinerance"]["items"]["enum"] = json!(["Itinérant", "Fixe", "Autre"]));
    }),
    ("publication-json-divergent", "an open list", |tree| {
        place(tree, |schema| remove(&mut schema["properties"]["itinerance"]["items"], "enum"));
    }),
    ("publication-json-divergent", "a value misspelt in a definition", |tree| {
        place(tree, |schema| {
            schema["properties"]["itinerance"] = json!({ "type": "array", "items": { "$ref": "#/definitions/itinerance" } });
            schema["definitions"]["itinerance"]["oneOf"][0]["const"] = "Itinerant".into();
        });
    }),
    ("publication-json-exemple", "a list", |tree| edit(tree, EXAMPLE, |text| format!("[{text}]"))),
    ("publication-json-exemple", "an unknown key", |tree| example(tree, |place| place["wifi"] = true.into())),
    ("publication-json-exemple", "no name", |tree| example(tree, |place| remove(place, "nom"))),
    ("publication-json-exemple", "a number in quotes", |tree| example(tree, |place| place["latitude"] = "42.3".into())),
    ("publication-json-exemple", "a value that is not in the list", |tree| {
        example(tree, |place| place["services"][0] = "Autre".into());
    }),
    ("publication-json-exemple", "four digits", |tree| example(tree, |place| place["code_postal"] = "2025".into())),
    ("publication-json-exemple", "an empty text", |tree| example(tree, |place| place["nom"] = "".into())),
];
