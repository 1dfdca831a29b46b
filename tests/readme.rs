//! The README shows what the commands say: each command it gives is run, each excerpt it shows is looked for in their output.

use std::fs;
use std::path::Path;

use standard_mediation_model::communes::EDITION;
use standard_mediation_model::count::number;
use standard_mediation_model::data::MOST_BLOCKING;

use crate::support::{command, copy, root, run};

/// Verbs that are run as the README gives them; `generate` and `release` write in the repository, `check` and `audit` are run
/// below, on what their excerpts speak of.
const RUN: [&str; 6] = ["validate", "repair", "migrate", "diff", "import", "init"];

/// The blocks of code of the README, each with its language.
fn blocks(text: &str) -> Vec<(&str, &str)> {
    let fenced = text.split("\n```").skip(1).step_by(2);
    fenced.map(|block| block.split_once('\n').expect("a language, then a text")).collect()
}

/// Whether the lines of an excerpt follow one another in an output.
fn is_shown(excerpt: &str, output: &str) -> bool {
    let (wanted, said): (Vec<&str>, Vec<&str>) = (excerpt.lines().collect(), output.lines().map(str::trim_end).collect());
    said.windows(wanted.len()).any(|lines| lines == wanted)
}

/// What the commands of a block say, in a folder of their own instead of `/tmp`.
fn outputs(block: &str, folder: &Path) -> Vec<String> {
    let place = folder.to_str().expect("UTF-8");
    let commands = block.lines().filter_map(|line| line.strip_prefix("cargo standard "));
    let commands = commands.filter(|line| RUN.iter().any(|verb| line.starts_with(verb)));
    let said = commands.map(|line| {
        let words = line.split(' ').map(|word| word.replace("/tmp", place));
        let (code, stdout, stderr) = run(command().args(words));
        assert!(code < 2, "cargo standard {line}\n{stderr}");
        stdout
    });
    said.collect()
}

/// What `check` says of the real sources with the key of the excerpt.
fn of_a_wrong_key(folder: &Path) -> String {
    copy(&root().join("schema"), &folder.join("schema"));
    let path = folder.join("schema/vocabulaires/services.yaml");
    let text = fs::read_to_string(&path).expect("a vocabulary");
    let right = "libelle: Compréhension du monde numérique";
    assert_eq!(text.matches(right).count(), 1);
    fs::write(&path, text.replace(right, "libélé: Compréhension du monde numérique")).expect("writable");
    run(command().current_dir(folder).arg("check")).1
}

/// What `audit` says of the two copies of the excerpt.
fn of_copies(folder: &Path) -> String {
    fs::create_dir(folder.join("src")).expect("a folder");
    let value = "const ACCES = [\"Ce lieu n’accueille pas de public\"];";
    fs::write(folder.join("src/acces.ts"), format!("{} {value}\n", "\n".repeat(4))).expect("writable");
    let standard = crate::support::standard();
    let labels = standard.vocabularies.iter().find(|list| list.name == "formations_labels").expect("a list");
    let absent = "Étapes numériques (La Poste)";
    // One value a line, from the second one.
    let held: Vec<String> =
        labels.labels().filter(|label| *label != absent).map(|label| format!("  '{}'", label.replace('\'', "''"))).collect();
    let list = format!("SELECT id FROM lieux WHERE label IN (\n{}\n);\n", held.join(",\n"));
    fs::write(folder.join("src/labels.sql"), list).expect("writable");
    run(command().current_dir(folder).args(["audit", "src", "--schema"]).arg(root().join("schema"))).1
}

#[test]
fn the_readme_shows_what_the_commands_say() {
    let readme = fs::read_to_string(root().join("README.md")).expect("the README");
    let folder = tempfile::tempdir().expect("a folder");
    let mut said = vec![of_a_wrong_key(folder.path()), of_copies(folder.path())];
    let (mut commands, mut excerpts) = (0, 0);
    for (language, block) in blocks(&readme) {
        match language {
            "sh" => {
                let outputs = outputs(block, folder.path());
                commands += outputs.len();
                said.extend(outputs);
            }
            "text" => {
                excerpts += 1;
                assert!(said.iter().any(|output| is_shown(block, output)), "no command says\n{block}\nbut\n{}", said.join("\n"));
            }
            other => panic!("a block in {other}"),
        }
    }
    assert!(commands >= 6 && excerpts >= 4, "{commands} commands, {excerpts} excerpts");
}

#[test]
fn an_excerpt_is_whole_lines_in_a_row() {
    assert!(is_shown("b\nc", "a\nb\nc  \nd"));
    assert!(!is_shown("b\nd", "a\nb\nc\nd") && !is_shown("b", "ab"));
}

#[test]
fn the_readme_cites_the_edition_of_the_communes_and_the_limits_of_reading() {
    let readme = fs::read_to_string(root().join("README.md")).expect("the README");
    for said in [EDITION.to_owned(), number(MOST_BLOCKING).replace('\u{202f}', " ")] {
        assert!(readme.contains(&said), "the README does not say « {said} »");
    }
}
