//! `postgresql.sql` in a real PostgreSQL.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use standard_mediation_codegen::emit::EMITTERS;
use standard_mediation_model::{Checker, Field, Kind, Level, Standard};

use super::super::cases::{Row, csv};
use super::super::{Trial, standards, trials_and_past};
use super::server::{Database, Server};
use super::{assert_same, is_blank, said, single_rows, told};
use crate::support::standard;

/// The file, as emitted for a standard.
fn script(standard: &Standard) -> Vec<u8> {
    let emitter = EMITTERS.iter().find(|emitter| emitter.writes == ["sql/"]).expect("an emitter");
    let artifact = (emitter.emit)(standard).into_iter().find(|artifact| artifact.path == "sql/postgresql.sql");
    artifact.expect("an artifact").bytes
}

/// The name of the schema, as the file creates it.
fn schema(script: &[u8]) -> String {
    let text = String::from_utf8_lossy(script);
    let name = text.lines().find_map(|line| line.strip_prefix("CREATE SCHEMA IF NOT EXISTS "));
    name.expect("a schema").trim_end_matches(';').to_owned()
}

/// A database where the file was loaded twice.
fn loaded<'s>(server: &'s Server, name: &str, standard: &Standard) -> Database<'s> {
    let script = script(standard);
    let database = server.database(name, &schema(&script));
    for _ in 0..2 {
        let ran = database.file(&script);
        assert_eq!((ran.code, ran.said.as_str()), (Some(0), ""), "{name}");
    }
    database
}

#[test]
#[ignore = "needs PostgreSQL; run by .ci/paquets/sql/run"]
fn the_database_and_the_engine_refuse_the_same() {
    let server = Server::start();
    for Trial { name, standard, cases } in trials_and_past() {
        let database = loaded(&server, name, standard);
        let rows = single_rows(cases);
        database.copy("csv_entrant", &csv(standard, &rows));
        let faults =
            database.rows("SELECT json_build_array(ligne, champ, partie, valeur, regle, message, aide) AS f FROM fautes");
        let faults: Vec<Value> = faults.into_iter().map(|row| row["f"].clone()).collect();
        assert_same(name, &rows, &said(&faults), &told(standard, &rows));
        constraints(name, &database, standard, &rows);
        for case in cases.iter().filter(|case| case.rows.len() > 1) {
            database.run("TRUNCATE depot RESTART IDENTITY; TRUNCATE donnees");
            database.copy("csv_entrant", &csv(standard, &case.rows));
            let faults = database.rows("SELECT DISTINCT ligne, champ, regle FROM fautes");
            let found: BTreeSet<(u64, String, String)> = faults
                .iter()
                .map(|row| (row["ligne"].as_u64().expect("a row"), text(&row["champ"]), text(&row["regle"])))
                .collect();
            let owed: BTreeSet<(u64, String, String)> = case
                .refused
                .iter()
                .map(|refusal| (refusal.row as u64 + 2, refusal.field.clone(), refusal.rule.clone()))
                .collect();
            assert_eq!(found, owed, "{name}: {}", case.name);
            let wrong: BTreeSet<usize> = case.refused.iter().map(|refusal| refusal.row).collect();
            assert_eq!(
                database.run("SELECT verser()").trim(),
                (case.rows.len() - wrong.len()).to_string(),
                "{name}: {}",
                case.name
            );
            // What is there already is replaced, never doubled.
            if standard.primary_key.iter().all(|key| standard.field(key).is_some_and(|field| field.required)) {
                database.run("SELECT verser()");
            }
            assert_eq!(
                database.run("SELECT count(*) FROM donnees").trim(),
                (case.rows.len() - wrong.len()).to_string(),
                "{name}"
            );
        }
    }
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// Inserts each row past the diagnostics: the constraints alone decide, and what they accept comes back as it was.
fn constraints(name: &str, database: &Database<'_>, standard: &Standard, rows: &[Row]) {
    let names: Vec<String> = standard.fields.iter().map(|field| format!("\"{}\"", field.name)).collect();
    let columns = names.join(", ");
    database.run(&format!(
        "CREATE TABLE essais (rang bigint, contrainte text, colonne text);
         CREATE TABLE sorties AS SELECT 0::bigint AS rang, * FROM csv_sortant;
         DO $essai$
         DECLARE
           un_rang bigint; une_contrainte text; une_colonne text;
         BEGIN
           FOR un_rang IN SELECT (to_json(d) ->> 'ligne')::bigint FROM depot_lu AS d LOOP
             BEGIN
               INSERT INTO donnees ({columns}) SELECT {columns} FROM depot_lu AS d WHERE d.ligne = un_rang;
               INSERT INTO essais VALUES (un_rang, NULL, NULL);
               INSERT INTO sorties SELECT un_rang, * FROM csv_sortant;
               DELETE FROM donnees;
             EXCEPTION WHEN check_violation OR not_null_violation THEN
               GET STACKED DIAGNOSTICS une_contrainte = CONSTRAINT_NAME, une_colonne = COLUMN_NAME;
               INSERT INTO essais VALUES (un_rang, une_contrainte, une_colonne);
             END;
           END LOOP;
         END
         $essai$"
    ));
    let types: BTreeMap<String, String> = database
        .rows("SELECT column_name, data_type FROM information_schema.columns WHERE table_name = 'donnees'")
        .iter()
        .map(|row| (text(&row["column_name"]), text(&row["data_type"])))
        .collect();
    let is_text = |field: &str| matches!(types[field].as_str(), "text" | "ARRAY");
    let checker = Checker::new(standard, standard.identity.modified).expect("patterns compile");
    let verdicts = database.rows("SELECT * FROM essais");
    let written: BTreeMap<u64, Value> =
        database.rows("SELECT * FROM sorties").into_iter().map(|row| (row["rang"].as_u64().expect("a rank"), row)).collect();
    let (mut accepted, mut refused) = (0, 0);
    for verdict in verdicts {
        let number = verdict["rang"].as_u64().expect("a rank");
        let row = &rows[usize::try_from(number).expect("a rank") - 2];
        let cell = |field: &str| row.get(field).map(String::as_str);
        let broken: Vec<_> = checker.row(cell).into_iter().filter(|violation| violation.level == Level::Blocking).collect();
        // A text that is not of the type of its column cannot reach it.
        let of_type = |rule: &str| matches!(rule, "nombre" | "date" | "type");
        if broken.iter().any(|violation| of_type(&violation.rule) && !is_text(&violation.field)) {
            continue;
        }
        let names: BTreeSet<String> = broken
            .iter()
            .flat_map(|violation| {
                let rule = violation.rule.replace('-', "_");
                [format!("{}_{rule}", violation.field), format!("regle_{}", violation.rule)]
            })
            .collect();
        let said = match (&verdict["contrainte"], &verdict["colonne"]) {
            (Value::Null, _) => None,
            (Value::String(constraint), _) if !constraint.is_empty() => Some(constraint.clone()),
            (_, column) => Some(format!("{}_obligatoire", text(column))),
        };
        match said {
            None => {
                assert!(broken.is_empty(), "{name}, accepted: {broken:?} of {row:?}");
                same_cells(name, standard, row, &written[&number]);
                accepted += 1;
            }
            Some(said) => {
                assert!(names.contains(&said), "{name}: {said} refuses, not {names:?}, {row:?}");
                refused += 1;
            }
        }
    }
    assert!(accepted > 100 && refused > 20, "{name}: {accepted}, {refused}");
    database.run("DROP TABLE essais, sorties");
}

/// The cells that come out are those that went in; numbers without their useless zeros, yes and no in one word.
fn same_cells(name: &str, standard: &Standard, row: &Row, written: &Value) {
    for field in &standard.fields {
        let before = row.get(&field.name).map_or("", String::as_str);
        let after = text(&written[&field.name]);
        let is_missing = standard.dialect.missing_values.iter().any(|missing| missing == before);
        let same = match field.kind {
            _ if is_missing => after.is_empty(),
            _ if before == after => true,
            Kind::Number | Kind::Integer => {
                is_number(standard, field, &after) && before.parse::<f64>().ok() == after.parse().ok()
            }
            Kind::Boolean => matches!(before, "1" | "true" | "True" | "TRUE") == (after == "true") && !after.is_empty(),
            _ => false,
        };
        assert!(same, "{name}, {}: {before:?} comes back as {after:?}", field.name);
    }
}

fn is_number(standard: &Standard, field: &Field, text: &str) -> bool {
    let checker = Checker::new(standard, standard.identity.modified).expect("patterns compile");
    checker.cell(&field.name, text).iter().all(|violation| violation.level == Level::Recommendation)
}

#[test]
#[ignore = "needs PostgreSQL; run by .ci/paquets/sql/run"]
fn vocabularies_are_those_of_the_standard() {
    let server = Server::start();
    for (name, standard) in standards() {
        let database = loaded(&server, name, standard);
        let found = database.rows("SELECT * FROM valeurs ORDER BY vocabulaire, rang");
        let mut expected: Vec<Value> = Vec::new();
        let mut vocabularies: Vec<_> = standard.vocabularies.iter().collect();
        vocabularies.sort_by(|a, b| a.name.as_bytes().cmp(b.name.as_bytes()));
        for vocabulary in vocabularies {
            expected.extend(vocabulary.values.iter().enumerate().map(|(rank, value)| {
                serde_json::json!({
                    "vocabulaire": vocabulary.name, "rang": rank + 1, "code": value.code, "libelle": value.label,
                    "definition": value.definition, "depuis": value.since.to_string(),
                    "deprecie": value.deprecated.map(|version| version.to_string()),
                    "remplace_par": value.replaced_by, "alias": value.aliases,
                })
            }));
        }
        assert_eq!(found, expected, "{name}");
        let comments = database.rows(
            "SELECT a.attname AS champ, col_description(a.attrelid, a.attnum) AS dit FROM pg_attribute AS a
             WHERE a.attrelid = 'donnees'::regclass AND a.attnum > 0",
        );
        assert_eq!(comments.len(), standard.fields.len(), "{name}");
        for comment in comments {
            let field = standard.field(comment["champ"].as_str().expect("a name")).expect("a field");
            let (said, texts) = (text(&comment["dit"]), format!("{}. {}", field.title, field.description));
            assert!(said.starts_with(texts.trim_end()) && said.trim_end() == said, "{name}: {said:?}");
        }
    }
}

#[test]
#[ignore = "needs PostgreSQL; run by .ci/paquets/sql/run"]
fn typed_values_that_no_file_can_write_are_refused() {
    let server = Server::start();
    let standard = standard();
    let database = loaded(&server, "types", &standard);
    let example = &standard.examples[0];
    let rows: Vec<Row> = vec![example.cells.iter().map(|(name, cell)| (name.clone(), cell.text("|"))).collect()];
    database.copy("csv_entrant", &csv(&standard, &rows));
    assert_eq!(database.run("SELECT verser()").trim(), "1");
    for (change, constraint) in [
        ("latitude = 'NaN'", "latitude_nombre"),
        ("longitude = 'Infinity'", "longitude_nombre"),
        ("date_maj = 'infinity'", "date_maj_date"),
        ("date_maj = '10000-01-01'", "date_maj_date"),
        ("services = '{Gratuit}'", "services_vocabulaire"),
        ("services = ARRAY['', 'Gratuit']", "services_partie_vide"),
        ("frais_a_charge = ARRAY['Gratuit', NULL]", "frais_a_charge_vocabulaire"),
        ("courriels = ARRAY['a@b.fr|c@d.fr']", "courriels_parties"),
        ("courriels = ARRAY[NULL]::text[]", "courriels_parties"),
        ("nom = ''", "nom_obligatoire"),
        ("code_postal = E'75001\\n'", "code_postal_motif"),
        ("presentation_resume = repeat('é', 281)", "presentation_resume_longueur"),
    ] {
        let said = database.refused(&format!("UPDATE donnees SET {change}"));
        assert!(said.contains(&format!("\"{constraint}\"")), "{change}: {said}");
    }
    for change in ["latitude = 1e-9", "services = '{}'", "courriels = NULL", "presentation_resume = repeat('é', 280)"] {
        database.run(&format!("UPDATE donnees SET {change}"));
    }
    assert_eq!(database.run("SELECT latitude FROM csv_sortant").trim(), "0.000000001");
}

#[test]
#[ignore = "needs PostgreSQL; run by .ci/paquets/sql/run"]
fn another_version_is_not_mixed_and_what_others_made_stays() {
    let server = Server::start();
    let mut standard = standard();
    let database = loaded(&server, "versions", &standard);
    let schema = schema(&script(&standard));
    database.run("CREATE TABLE a_moi AS SELECT * FROM valeurs; CREATE VIEW a_moi_aussi AS SELECT id FROM donnees");
    standard.identity.version.major += 1;
    let ran = database.file(&script(&standard));
    assert_eq!(ran.code, Some(3), "{}", ran.said);
    assert!(ran.said.contains("contient déjà standard-mediation-num") && ran.said.contains("RENAME TO"), "{}", ran.said);
    assert_eq!(database.run("SELECT count(*) FROM standard").trim(), "1");
    database.run(&format!("ALTER SCHEMA {schema} RENAME TO avant"));
    assert_eq!(database.file(&script(&standard)).code, Some(0));
    assert_eq!(database.run("SELECT count(*) FROM avant.a_moi_aussi").trim(), "0");
    assert_eq!(database.run("SELECT count(*) FROM avant.a_moi").trim(), database.run("SELECT count(*) FROM valeurs").trim());
}

#[test]
#[ignore = "needs PostgreSQL; run by .ci/paquets/sql/run"]
fn what_the_base_cannot_hold_is_told_and_nothing_is_lost() {
    let server = Server::start();
    let standard = standard();
    let database = loaded(&server, "limites", &standard);
    let cells = &standard.examples[0].cells;
    let row = |id: &str, latitude: &str| -> Row {
        let texts = cells.iter().map(|(name, cell)| (name.clone(), cell.text("|")));
        texts.chain([("id".into(), id.to_owned()), ("latitude".into(), latitude.to_owned())]).collect()
    };
    // Letters that do not repeat: what a database compresses would fit.
    let long: String = (0..6_000_u32).map(|i| char::from(b'a' + u8::try_from(i * i % 251 % 26).expect("a letter"))).collect();
    let rows = vec![row("un", &"1".repeat(200_000)), row(&long, "1"), Row::new(), row("deux", "1")];
    assert!(is_blank(&rows[2]));
    database.copy("csv_entrant", &csv(&standard, &rows));
    let faults = database.rows("SELECT ligne, champ, regle FROM fautes ORDER BY ligne");
    let told: Vec<(u64, String, String)> =
        faults.iter().map(|row| (row["ligne"].as_u64().expect("a row"), text(&row["champ"]), text(&row["regle"]))).collect();
    let limit = |row, field: &str| (row, field.to_owned(), "limite-de-la-base".to_owned());
    assert_eq!(told, [limit(2, "latitude"), limit(3, "id")]);
    assert_eq!(database.run("SELECT verser()").trim(), "1");
    assert_eq!(database.run("SELECT count(*) FROM depot").trim(), "4");
}
