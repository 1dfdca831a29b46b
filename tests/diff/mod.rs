//! `diff` as a person runs it.
//!
//! `cases/diff/<case>/` holds `COMMANDE`, the words after `diff`, and `attendu.txt`, what is then said and the exit code.
//! With `MODIFIER`, the command runs beside `avant.json`, the small standard, and `apres.json`, the same after some edits:
//! a JSON pointer and the new value a line, or `retirer`. Without it, it runs in the repository.

mod real;
mod revisions;
mod sides;

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::expected::Differences;
use crate::support::{self, command, copy, root, run};

fn cases() -> Vec<PathBuf> {
    let cases = support::cases("diff");
    assert!(cases.len() > 10);
    cases
}

/// A folder with a valid small `schema/`, and what it generates.
fn workplace() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    copy(&root().join("tests/cases/base"), &folder.path().join("schema"));
    assert_eq!(run(command().current_dir(folder.path()).arg("generate")).0, 0);
    folder
}

fn diff(folder: &Path, arguments: &[&str]) -> (i32, String, String) {
    run(command().current_dir(folder).arg("diff").args(arguments))
}

fn read(path: &Path) -> Value {
    serde_json::from_str(&fs::read_to_string(path).expect("a text")).expect("JSON")
}

/// Applies the edits of `MODIFIER`.
fn edit(value: &mut Value, edits: &str) {
    for line in edits.lines() {
        let (pointer, new) = line.split_once(' ').unwrap_or_else(|| panic!("« {line} » is not an edit"));
        let (parent, key) = pointer.rsplit_once('/').expect("a pointer");
        let parent = value.pointer_mut(parent).unwrap_or_else(|| panic!("nothing at {pointer}"));
        let new: Option<Value> =
            (new != "retirer").then(|| serde_json::from_str(new).unwrap_or_else(|error| panic!("{line}: {error}")));
        match (parent, new) {
            (Value::Object(object), Some(new)) => drop(object.insert(key.to_owned(), new)),
            (Value::Object(object), None) => drop(object.shift_remove(key).expect("a key to take away")),
            (Value::Array(list), Some(new)) if key == "-" => list.push(new),
            (Value::Array(list), Some(new)) => list[key.parse::<usize>().expect("a rank")] = new,
            (Value::Array(list), None) => drop(list.remove(key.parse().expect("a rank"))),
            (other, _) => panic!("{pointer}: {other}"),
        }
    }
}

fn observed(case: &Path, generated: &Value) -> String {
    let arguments = fs::read_to_string(case.join("COMMANDE")).expect("a command");
    let arguments: Vec<&str> = arguments.split_whitespace().collect();
    let (code, stdout, stderr) = match fs::read_to_string(case.join("MODIFIER")) {
        Ok(edits) => {
            let folder = tempfile::tempdir().expect("a folder");
            let mut after = generated.clone();
            edit(&mut after, &edits);
            fs::write(folder.path().join("avant.json"), generated.to_string()).expect("a file");
            fs::write(folder.path().join("apres.json"), after.to_string()).expect("a file");
            diff(folder.path(), &arguments)
        }
        Err(_) => diff(root(), &arguments),
    };
    format!("{stdout}{stderr}(code {code})\n")
}

#[test]
fn each_case_says_what_is_expected() {
    let folder = workplace();
    let generated = read(&folder.path().join("generated/standard.json"));
    let mut differences = Differences::new();
    for case in cases() {
        let output = observed(&case, &generated);
        differences.of(&case.display().to_string(), &case.join("attendu.txt"), &output);
    }
    differences.none();
}

#[test]
fn colours_and_summaries_where_they_are_wanted() {
    let folder = workplace();
    let on_colour = |wanted: bool| {
        let mut command = command();
        command.current_dir(folder.path()).args(["diff", "1.0.0"]);
        if wanted {
            command.env_remove("NO_COLOR").env("CLICOLOR_FORCE", "1");
        }
        run(&mut command).1
    };
    assert!(on_colour(true).contains("\u{1b}[33mmineur"), "{}", on_colour(true));
    assert!(!on_colour(false).contains('\u{1b}'));
    let summary = folder.path().join("resume.md");
    run(command().current_dir(folder.path()).env("GITHUB_STEP_SUMMARY", &summary).args(["diff", "1.0.0", "--format", "github"]));
    assert!(fs::read_to_string(summary).expect("a summary").contains("### Pour qui publie des données"));
}
