use serde_json::Value;

use super::*;
use crate::emit::trial;

/// The same bytes under another path.
fn same(standard: &Standard, path: &str, emitted: &[Artifact], other: &str) {
    let artifacts = emit(standard);
    assert_eq!(trial::text(&artifacts, path), trial::text(emitted, other), "{path}");
}

#[test]
fn the_tree_is_the_one_of_a_tag() {
    let paths: Vec<String> = emit(&trial::standard()).into_iter().map(|artifact| artifact.path).collect();
    let expected = [
        "schema.json",
        "README.md",
        "CHANGELOG.md",
        "LICENSE.md",
        "exemple-valide.csv",
        "exemple-invalide.csv",
        "exemple-valide.json",
        "lieu.schema.json",
        "lieux.schema.json",
        "ligne-csv.schema.json",
        "requirements.txt",
        ".github/pull_request_template.md",
        ".github/workflows/assert_version.py",
        ".github/workflows/assert_version.yml",
        ".github/workflows/frictionless_tests.yml",
    ];
    assert_eq!(paths, expected.map(|path| format!("publication/{path}")));
}

#[test]
fn what_others_write_is_the_same_here() {
    let standard = trial::standard();
    let schema = super::super::table_schema::emit(&standard);
    same(&standard, "publication/schema.json", &schema, "table-schema/schema.json");
    let examples = super::super::examples::emit(&standard);
    same(&standard, "publication/exemple-valide.csv", &examples, "exemples/valides/lieux.csv");
    let place = super::super::json_schema::emit(&standard);
    same(&standard, "publication/lieu.schema.json", &place, "json-schema/lieu.schema.json");
}

#[test]
fn the_json_example_is_one_full_place() {
    let standard = trial::standard();
    let artifacts = emit(&standard);
    let place: Value = serde_json::from_str(trial::text(&artifacts, "publication/exemple-valide.json")).expect("JSON");
    let names = place.as_object().expect("an object").keys();
    assert!(names.eq(standard.fields.iter().map(|field| &field.name)), "every field, in column order");
}

#[test]
fn the_invalid_example_breaks_one_rule_a_row_and_says_which() {
    let standard = trial::standard();
    let artifacts = emit(&standard);
    let mut reader = csv::Reader::from_reader(trial::text(&artifacts, "publication/exemple-invalide.csv").as_bytes());
    let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("a row")).collect();
    let cell = |row: &'_ csv::StringRecord, name: &str| {
        let column = standard.fields.iter().position(|field| field.name == name)?;
        row.get(column).map(str::to_owned)
    };
    let checker = standard_mediation_model::Checker::new(&standard, standard.identity.modified).expect("patterns compile");
    let texts: Vec<Vec<(String, String)>> = rows
        .iter()
        .map(|row| standard.fields.iter().map(|f| (f.name.clone(), cell(row, &f.name).unwrap_or_default())).collect())
        .collect();
    let found = checker
        .rows(texts.iter().map(|row| |name: &str| row.iter().find(|(field, _)| field == name).map(|(_, text)| text.as_str())));
    let blocking: Vec<_> = found.iter().filter(|(_, found)| found.level == standard_mediation_model::Level::Blocking).collect();
    assert_eq!(blocking.len(), broken::all(&standard).len());
    for (rank, found) in blocking {
        let id = cell(&rows[*rank], "id").unwrap_or_default();
        let tested = &*found.field == "id" && found.rule != "unique";
        assert!(tested || id.ends_with(&format!("-{}-{}", found.field, found.rule)), "{id}: {found:?}");
    }
}

#[test]
fn the_change_log_has_every_version_newest_first_with_words_under_each() {
    let standard = trial::standard();
    let artifacts = emit(&standard);
    let page = trial::text(&artifacts, "publication/CHANGELOG.md");
    let mut versions: Vec<String> = standard.history.iter().map(|r| format!("{} - {}", r.version, r.date)).collect();
    versions.push(format!("{} - {}", standard.identity.version, standard.identity.modified));
    versions.reverse();
    let parts: Vec<&str> = page.split("\n## Version ").skip(1).collect();
    assert_eq!(parts.iter().filter_map(|part| part.lines().next()).collect::<Vec<_>>(), versions);
    assert!(parts.iter().all(|part| part.lines().skip(1).any(|line| !line.trim().is_empty())));
    for change in &standard.changes {
        assert!(page.contains(&format!("- **{}.**", crate::render::prose(&change.title))), "{}", change.name);
    }
    assert!(!page.contains("\n\n\n"));
}

#[test]
fn pages_hold_no_markup_that_the_national_site_would_compile() {
    for standard in [trial::standard(), trial::hostile()] {
        for artifact in emit(&standard).iter().filter(|artifact| artifact.path.to_lowercase().ends_with(".md")) {
            let text = std::str::from_utf8(&artifact.bytes).expect("UTF-8");
            // What stands in code is shown, not compiled.
            let outside_code: String = text.split('`').step_by(2).collect();
            assert!(!outside_code.contains('<') && !outside_code.contains("{{"), "{}:\n{text}", artifact.path);
        }
    }
}

#[test]
fn the_readme_lists_every_column_and_follows_the_dialect() {
    let mut standard = trial::standard();
    standard.dialect.list_separator = ';';
    let artifacts = emit(&standard);
    let page = trial::text(&artifacts, "publication/README.md");
    assert!(page.contains("Séparateur des listes\u{a0}: `;`") && page.contains(&standard.dialect.file_name));
    for field in &standard.fields {
        let filling = if field.required { "**obligatoire**" } else { "facultatif" };
        let row = page.lines().find(|line| line.starts_with(&format!("| `{}` |", field.name))).expect("a row of the table");
        assert!(row.contains(filling) && row.contains(&crate::render::prose(&field.title)), "{row}");
        assert_eq!(row.replace("\\|", "").matches('|').count(), 6, "{row}");
    }
}

#[test]
fn the_licence_is_named_and_linked() {
    let artifacts = emit(&trial::standard());
    let page = trial::text(&artifacts, "publication/LICENSE.md");
    assert!(
        page.contains("[Licence Ouverte 2.0](https://www.etalab.gouv.fr/licence-ouverte-open-licence)")
            && page.contains("etalab-2.0")
    );
}

/// The national site shows the page away from the files: only whole addresses lead somewhere.
#[test]
fn every_link_of_the_readme_is_a_whole_address_and_files_are_those_of_the_tag() {
    let standard = trial::standard();
    let artifacts = emit(&standard);
    let page = trial::text(&artifacts, "publication/README.md");
    let links: Vec<&str> = page.split("](").skip(1).filter_map(|rest| rest.split(')').next()).collect();
    assert!(links.iter().all(|link| link.starts_with("https://")), "{links:?}");
    let base = format!("{}/{}/", standard.identity.raw_repository, standard.identity.version.tag());
    let files: Vec<&str> = links.iter().filter_map(|link| link.strip_prefix(base.as_str())).collect();
    assert!(files.len() >= 8, "{links:?}");
    for file in files {
        let path = format!("publication/{file}");
        assert!(path == "publication/gabarit.xlsx" || artifacts.iter().any(|artifact| artifact.path == path), "{file}");
    }
}
