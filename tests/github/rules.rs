//! What must hold of every workflow, whatever it does.

use std::collections::BTreeSet;
use std::fs;

use serde_yaml::Value;

use super::runner::{key, steps};
use super::{comparison, publication, update, verification};
use crate::support::{files, root, standard};

/// Each step that runs something, with a test that runs it.
const RUN: &[(&str, &str, fn())] = &[
    ("actions/rust/action.yml", "Installer Rust", verification::rust_is_installed_and_its_version_known),
    ("workflows/comparaison.yml", "Trouver ce qu'il faut comparer", comparison::a_proposal_from_nowhere_is_refused),
    ("workflows/comparaison.yml", "Écrire le commentaire", comparison::a_proposal_that_does_not_load_is_said_in_french),
    ("workflows/comparaison.yml", "Poser ou remplacer le commentaire", comparison::our_comment_is_replaced),
    ("workflows/mise-a-jour.yml", "Mettre à jour", update::a_form_that_is_no_longer_emitted_goes),
    ("workflows/mise-a-jour.yml", "Enregistrer dans la branche", update::what_follows_from_a_change_is_recorded_in_its_branch),
    ("workflows/publication.yml", "Préparer la version", publication::a_dry_run_makes_everything_and_sends_nothing),
    ("workflows/publication.yml", "Vérifier les réglages", publication::a_key_or_a_token_is_needed),
    ("workflows/publication.yml", "Publier", publication::a_version_is_sent_to_both_repositories),
    (
        "workflows/verification.yml",
        "Vérifier la source et ce qui en découle",
        verification::findings_are_shown_on_their_lines_in_french,
    ),
];

/// Steps that are what runs the tests.
const RUN_BY_CI: &[&str] = &["bash .ci/run", "bash .ci/publication"];

/// The files of workflows and actions, below `.github/`.
fn workflows() -> Vec<String> {
    let all = files(&root().join(".github")).into_keys();
    all.filter(|path| path.starts_with("workflows/") || path.starts_with("actions/")).collect()
}

fn document(file: &str) -> Value {
    let text = fs::read_to_string(root().join(".github").join(file)).expect("a file");
    serde_yaml::from_str(&text).expect("YAML")
}

/// The jobs of a workflow, by name.
fn jobs(file: &str) -> Vec<(String, Value)> {
    let document = document(file);
    let jobs = document["jobs"].as_mapping().cloned().unwrap_or_default();
    jobs.into_iter().map(|(name, job)| (key(&name), job)).collect()
}

fn text_of(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

#[test]
fn every_step_is_run_by_a_test() {
    let mut found = BTreeSet::new();
    for file in workflows() {
        for step in steps(&file).iter().filter(|step| step["run"].is_string()) {
            if !RUN_BY_CI.contains(&text_of(&step["run"]).trim()) {
                found.insert((file.clone(), text_of(&step["name"]).to_owned()));
            }
        }
    }
    let tested = RUN.iter().map(|(file, name, _)| ((*file).to_owned(), (*name).to_owned())).collect();
    assert_eq!(found, tested);
}

#[test]
fn no_step_holds_what_somebody_else_wrote() {
    for file in workflows() {
        for step in steps(&file) {
            assert!(!text_of(&step["run"]).contains("${{"), "{file}: pass it by the environment: {step:?}");
        }
    }
}

#[test]
fn only_actions_of_github_and_our_own_are_used() {
    for file in workflows() {
        for step in steps(&file) {
            let uses = text_of(&step["uses"]);
            let ours =
                uses.strip_prefix("./.github/").is_some_and(|path| root().join(".github").join(path).join("action.yml").exists());
            assert!(uses.is_empty() || uses.starts_with("actions/") || ours, "{file}: {uses}");
        }
    }
}

#[test]
fn a_job_that_may_write_builds_nothing() {
    let mut writing = 0;
    for file in workflows() {
        for (name, job) in jobs(&file) {
            let permissions =
                if job["permissions"].is_mapping() { job["permissions"].clone() } else { document(&file)["permissions"].clone() };
            let granted = permissions.as_mapping().unwrap_or_else(|| panic!("{file}: {name} says no permission")).clone();
            if granted.values().all(|right| right == "read") && !job["environment"].is_string() {
                continue;
            }
            writing += 1;
            for step in job["steps"].as_sequence().expect("steps") {
                let said = serde_yaml::to_string(step).expect("YAML");
                assert!(!said.contains("actions/rust") && !said.contains("cargo"), "{file}: {name}: {said}");
                // Nor do the scripts that it runs.
                let script = text_of(&step["run"]).rsplit(' ').next().and_then(|path| path.rsplit_once(".github/"));
                if let Some((_, path)) = script {
                    let script = fs::read_to_string(root().join(".github").join(path.trim())).expect("a script");
                    assert!(!script.contains("cargo"), "{file}: {name}: {path}");
                }
            }
        }
    }
    assert_eq!(writing, 3);
}

#[test]
fn the_code_of_a_proposal_is_never_checked_out_where_it_could_write() {
    for file in workflows() {
        if document(&file)["on"]["pull_request_target"].is_null() {
            continue;
        }
        for step in steps(&file).iter().filter(|step| text_of(&step["uses"]).starts_with("actions/checkout@")) {
            let with = &step["with"];
            assert!(
                with["ref"].is_null() && with["repository"].is_null() && with["persist-credentials"] == false,
                "{file}: {step:?}"
            );
        }
        let caches: Vec<Value> =
            steps(&file).into_iter().map(|step| step["with"]["cache"].clone()).filter(|c| !c.is_null()).collect();
        assert_eq!(caches, ["lire"], "{file}: what it built must not reach the builds of main");
    }
}

#[test]
fn the_three_ways_to_cache_are_those_of_the_action() {
    let action = fs::read_to_string(root().join(".github/actions/rust/action.yml")).expect("the action");
    let mut used = BTreeSet::new();
    for step in workflows().iter().flat_map(|file| steps(file)).filter(|step| text_of(&step["uses"]).ends_with("actions/rust")) {
        let with = step["with"].as_mapping().expect("inputs");
        assert_eq!(with.keys().map(key).collect::<Vec<_>>(), ["cache"]);
        used.insert(text_of(&step["with"]["cache"]).to_owned());
    }
    assert!(used.iter().all(|way| action.contains(&format!("« {way} »"))), "{used:?}");
    assert_eq!(used.len(), 3);
}

#[test]
fn every_script_is_run_or_read_by_something() {
    let scripts: BTreeSet<String> = files(&root().join(".github/scripts")).into_keys().collect();
    let all: String = files(&root().join(".github"))
        .into_iter()
        .filter(|(path, _)| path.starts_with("workflows/") || path.starts_with("scripts/"))
        .map(|(_, bytes)| String::from_utf8(bytes).expect("UTF-8"))
        .collect();
    for script in scripts {
        let called = [
            format!("bash .github/scripts/{script}"),
            format!(". .github/scripts/{script}"),
            format!("outil/.github/scripts/{script}"),
        ];
        assert!(called.iter().any(|call| all.contains(call.as_str())), "{script}");
    }
}

#[test]
fn what_has_to_be_set_once_is_said() {
    let guide = fs::read_to_string(root().join(".github/LISEZMOI.md")).expect("the guide");
    for file in workflows() {
        let text = fs::read_to_string(root().join(".github").join(&file)).expect("a file");
        let name = file.rsplit('/').next().expect("a name");
        assert!(!file.starts_with("workflows/") || guide.contains(name), "{name}");
        for mark in ["secrets.", "vars."] {
            for (at, _) in text.match_indices(mark) {
                let setting: String =
                    text[at + mark.len()..].chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
                assert!(guide.contains(&format!("`{setting}`")), "{setting}");
            }
        }
    }
}

/// An organisation reviews nothing: GitHub wants a person, one of its teams, or an address.
#[test]
fn owners_are_teams_and_what_they_own_exists() {
    let organisation = standard().identity.repository.split('/').rev().nth(1).map(str::to_owned).expect("an organisation");
    let text = fs::read_to_string(root().join(".github/CODEOWNERS")).expect("the owners");
    let lines = text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty());
    for line in lines {
        let mut words = line.split_whitespace();
        let path = words.next().expect("a path");
        assert!(path == "*" || path.starts_with('/') && root().join(&path[1..]).exists(), "{path}");
        for owner in words {
            let team = owner
                .strip_prefix('@')
                .and_then(|name| name.split_once('/'))
                .is_some_and(|(org, team)| org == organisation && !team.is_empty());
            assert!(team || owner.contains('@') && !owner.starts_with('@'), "{owner}");
        }
    }
}
