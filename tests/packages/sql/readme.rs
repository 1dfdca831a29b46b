//! The examples of the README, run to the letter.

use std::fs;
use std::path::Path;
use std::process::Command;

use standard_mediation_codegen::emit;
use standard_mediation_model::Standard;

use super::super::tool;
use super::server::Server;
use crate::support::standard;

/// The block of code of a language.
fn block(folder: &Path, language: &str) -> String {
    let text = fs::read_to_string(folder.join("README.md")).expect("a README");
    let start = text.find(&format!("```{language}\n")).unwrap_or_else(|| panic!("no {language}")) + language.len() + 4;
    let end = text[start..].find("\n```").expect("an end");
    text[start..start + end].to_owned()
}

/// The folder of the package with an example file; the file without fault, or with one.
fn folder(standard: &Standard, path: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    tool::write(standard, "sql", folder.path());
    let example = emit::all(standard).into_iter().find(|artifact| artifact.path == path).expect("an example");
    fs::write(folder.path().join("lieux.csv"), example.bytes).expect("writable");
    folder
}

#[test]
#[ignore = "needs PostgreSQL; run by .ci/paquets/sql/run"]
fn the_example_for_postgresql_runs() {
    let server = Server::start();
    let standard = standard();
    let path = format!("{}:{}", tool::folder("sql").join("postgresql").display(), std::env::var("PATH").expect("a path"));
    for (rank, (file, versees, told)) in [
        ("exemples/valides/lieux.csv", standard.examples.len(), None),
        ("exemples/invalides/code_postal-motif.csv", 0, Some("n'a pas la forme attendue")),
    ]
    .into_iter()
    .enumerate()
    {
        let folder = folder(&standard, file);
        let database = server.database(&format!("exemple{rank}"), "public");
        let mut command = Command::new("sh");
        command.args(["-e", "-c", &block(folder.path(), "sh")]).current_dir(folder.path()).env("PATH", &path);
        database.environment(command.env("LANG", "C.UTF-8"));
        let said = tool::succeed(&mut command);
        assert!(!said.contains("ERROR") && !said.contains("ERREUR"), "{said}");
        let counted = said.lines().skip_while(|line| line.trim() != "versees").nth(2).map(str::trim);
        assert_eq!(counted, Some(versees.to_string().as_str()), "{said}");
        assert!(told.is_none_or(|told| said.contains(told)), "{said}");
        if told.is_none() {
            assert!(said.contains("(0 rows)") && said.contains("fixe"), "{said}");
            let (before, after) = (fs::read(folder.path().join("lieux.csv")), fs::read(folder.path().join("sortie.csv")));
            assert_eq!(before.expect("a file"), after.expect("a file"));
        }
    }
}

#[test]
#[ignore = "needs DuckDB; run by .ci/paquets/sql/run"]
fn the_example_for_duckdb_runs() {
    let standard = standard();
    for (file, expected) in [
        ("exemples/valides/lieux.csv", "fautes : 0\n"),
        (
            "exemples/invalides/code_postal-motif.csv",
            "ligne 2, code_postal : « 1000 » n'a pas la forme attendue [motif] ; il faut cinq chiffres, sans espace\nfautes : 1\n",
        ),
    ] {
        let folder = folder(&standard, file);
        let mut command = tool::program("sql", "bin/python");
        command.args(["-X", "utf8", "-c", &block(folder.path(), "python")]).current_dir(folder.path());
        assert_eq!(tool::succeed(&mut command), expected);
    }
}
