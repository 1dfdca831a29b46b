use super::*;
use crate::emit::trial;

fn emitted(standard: &Standard, path: &str) -> String {
    trial::text(&emit(standard), path).to_owned()
}

#[test]
fn columns_have_types_and_constraints_have_names() {
    let sql = emitted(&trial::standard(), "sql/postgresql.sql");
    for line in [
        "CREATE SCHEMA IF NOT EXISTS standard_mediation_num;",
        "  \"id\" text NOT NULL,",
        "  \"latitude\" numeric,",
        "  \"services\" text[],",
        "  \"date_maj\" date NOT NULL,",
        "  CONSTRAINT \"donnees_cle\" PRIMARY KEY (\"id\")",
        "  ADD CONSTRAINT \"code_postal_motif\" CHECK (\"code_postal\" IN ('') OR \"code_postal\" ~ '^(?:[0-9]{5})$'),",
        "  ADD CONSTRAINT \"services_vocabulaire\" CHECK (\"services\" <@ ARRAY[",
    ] {
        assert!(sql.contains(line), "{line}");
    }
    // Advice is no constraint.
    assert!(!sql.contains("typologie_vocabulaire") && !sql.contains("latitude_bornes"));
}

#[test]
fn hostile_texts_stay_inside_their_quotes() {
    for artifact in emit(&trial::hostile()).iter().filter(|artifact| artifact.path.ends_with(".sql")) {
        let text = std::str::from_utf8(&artifact.bytes).expect("UTF-8");
        let sql: String = text.split_inclusive('\n').filter(|line| !line.starts_with("-- ")).collect();
        assert!(!sql.contains('\r') && sql.matches('\'').count().is_multiple_of(2), "{}", artifact.path);
        // What is left once the texts are taken away says nothing of them.
        let outside: String = sql.replace("''", "").split('\'').step_by(2).collect();
        for trap in ["</script>", "{{x}}", "*/", "# é"] {
            assert!(sql.contains(trap) && !outside.contains(trap), "{}: {trap}", artifact.path);
        }
    }
}

#[test]
fn columns_of_keys_and_of_lists_keep_their_texts() {
    let mut standard = trial::standard();
    let rank = standard.fields.iter().position(|field| field.name == "latitude").expect("a field");
    standard.primary_key.push("latitude".into());
    assert!(emitted(&standard, "sql/postgresql.sql").contains("  \"latitude\" text,"));
    standard.primary_key.pop();
    standard.fields[rank].multiple = true;
    let sql = emitted(&standard, "sql/postgresql.sql");
    assert!(sql.contains("  \"latitude\" text[],") && sql.contains("CHECK (\"latitude_nombre\"(\"latitude\"))"));
}

#[test]
fn the_column_of_numbers_has_a_name_of_its_own() {
    let mut standard = trial::standard();
    assert!(emitted(&standard, "sql/postgresql.sql").contains("  \"ligne\" bigint GENERATED"));
    standard.fields[1].name = "Ligne".into();
    assert!(emitted(&standard, "sql/postgresql.sql").contains("  \"ligne_\" bigint GENERATED"));
}

#[test]
fn the_readme_names_the_schema_and_a_list() {
    let readme = emitted(&trial::standard(), "sql/README.md");
    assert!(readme.contains("standard_mediation_num.verifier('lieux.csv')") && readme.contains("ANY (\"itinerance\")"));
    let mut standard = trial::standard();
    standard.vocabularies.clear();
    standard.dialect.delimiter = ';';
    let readme = emitted(&standard, "sql/README.md");
    assert!(!readme.contains("JOIN valeurs") && readme.contains("HEADER, DELIMITER ';'"));
}
