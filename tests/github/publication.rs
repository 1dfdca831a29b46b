//! `publication.yml`: a version is made, shown, then sent; or nothing is.
//!
//! `cargo standard release` is played by [`RELEASE`], which does what its page says: one commit more on the branch, and an
//! annotated tag on a commit whose tree is `generated/publication/`.

use std::fs;
use std::path::PathBuf;

use super::runner::{Ran, Runner, Step, TOOL};

const FILE: &str = "workflows/publication.yml";
/// The standard's own repository.
const STANDARD: &str = "org/standard";
const RELEASE: &str = r#"#!/usr/bin/env bash
set -euo pipefail
printf '%s\n' "$*" >> "$(dirname "$CALLS")/cargo"
echo "$3" > generated/publication/version.txt
git add --all
git commit --quiet --message "Publie $3"
git tag --annotate --message "$3" "$3" "$(git commit-tree -m "$3" HEAD:generated/publication)"
"#;

fn runner() -> Runner {
    let runner = Runner::new();
    runner.install("cargo", RELEASE);
    runner.host(STANDARD);
    let first = runner.clone(TOOL, "main", "premiere");
    runner.git(&first, &["push", "--quiet", &runner.hub(STANDARD), "main"]);
    runner
}

fn prepare(runner: &Runner, version: &str, sent: &str) -> Ran {
    prepare_on(runner, "refs/heads/main", version, sent)
}

fn prepare_on(runner: &Runner, reference: &str, version: &str, sent: &str) -> Ran {
    let work = runner.clone(TOOL, "main", "machine");
    let bundle = runner.path("temp/publication.bundle");
    let variables = [("ENVOI", sent), ("PAQUET", &*bundle.to_string_lossy()), ("VERSION", version)];
    runner.step(&work, &Step::of(FILE, "Préparer la version").on(reference), &variables)
}

/// As the second job finds it: both repositories beside each other, the bundle where the first job left it.
fn publish(runner: &Runner) -> Ran {
    fs::create_dir_all(runner.path("envoi")).expect("a folder");
    runner.clone(TOOL, "main", "envoi/outil");
    runner.clone(STANDARD, "main", "envoi/depot");
    let bundle = runner.path("temp/publication.bundle");
    let variables = [("GH_TOKEN", "jeton"), ("PAQUET", &*bundle.to_string_lossy()), ("VERSION", "9.8.7")];
    runner.step(&runner.path("envoi"), &Step::of(FILE, "Publier"), &variables)
}

fn advance(runner: &Runner) {
    let person = runner.clone(TOOL, "main", "personne");
    runner.git(&person, &["commit", "--quiet", "--allow-empty", "--message", "Avance"]);
    runner.git(&person, &["push", "--quiet", "origin", "main"]);
}

fn tag(runner: &Runner) -> String {
    runner.at(STANDARD, "refs/tags/v9.8.7")
}

#[test]
pub(super) fn a_dry_run_makes_everything_and_sends_nothing() {
    let runner = runner();
    let before = runner.at(TOOL, "main");
    let prepared = prepare(&runner, "9.8.7", "false");
    assert_eq!(prepared.code, 0, "{}", prepared.said);
    assert_eq!(fs::read_to_string(runner.path("cargo")).expect("a call"), "standard release v9.8.7 --tag\n");
    assert!(prepared.summary.starts_with("## Essai à blanc de v9.8.7") && prepared.summary.contains("\n    schema.json\n"));
    let heads = runner.git(&runner.path("machine"), &["bundle", "list-heads", "../temp/publication.bundle"]);
    assert!(heads.contains(" refs/heads/main") && heads.contains(" refs/tags/v9.8.7"), "{heads}");
    assert_eq!(
        (runner.at(TOOL, "main"), tag(&runner), runner.at(TOOL, "refs/tags/v9.8.7")),
        (before, String::new(), String::new())
    );
}

#[test]
pub(super) fn a_version_is_sent_to_both_repositories() {
    let runner = runner();
    let before = runner.at(TOOL, "main");
    let prepared = prepare(&runner, "v9.8.7", "true");
    assert!(prepared.summary.starts_with("## v9.8.7 est prête"), "{}", prepared.summary);
    let published = publish(&runner);
    assert_eq!(published.code, 0, "{}", published.said);
    assert_eq!(runner.at(TOOL, "main~"), before);
    let work = runner.clone(TOOL, "main", "relecture");
    assert_eq!(runner.git(&work, &["log", "-1", "--format=%an"]), "github-actions[bot]");
    let tree = runner.git(&work, &["rev-parse", "HEAD:generated/publication"]);
    assert_eq!(runner.at(STANDARD, "refs/tags/v9.8.7^{tree}"), tree, "the tag is the published folder and nothing else");
    let path = runner.path(&format!("hub/{STANDARD}.git"));
    assert_eq!(runner.git(&path, &["cat-file", "-t", "v9.8.7"]), "tag");
    assert_eq!(runner.calls(), [format!("workflow run verification.yml --repo {TOOL} --ref main")]);
    assert!(published.summary.starts_with("## v9.8.7 est publiée"), "{}", published.summary);
}

#[test]
fn what_is_not_a_version_goes_nowhere() {
    let runner = runner();
    let words = [
        "",
        "1.1",
        "1.1.0-rc.1",
        "01.1.0",
        "1.1.0.0",
        "vv1.1.0",
        "1.1.0 ",
        "1.1.0\n2",
        "$(touch execute)",
        "1.1.0; touch execute",
        "--help",
    ];
    for word in words {
        let prepared = prepare(&runner, word, "true");
        assert_eq!(prepared.code, 1, "{word:?}");
        assert!(prepared.said.contains("::error title=Version::"), "{word:?}: {}", prepared.said);
    }
    assert!(!runner.path("cargo").exists() && !runner.path("machine/execute").exists());
}

#[test]
fn a_version_is_only_made_from_main() {
    let runner = runner();
    let prepared = prepare_on(&runner, "refs/heads/idee", "9.8.7", "true");
    assert_eq!(prepared.code, 1);
    assert!(prepared.said.contains("::error title=Branche::") && !runner.path("cargo").exists(), "{}", prepared.said);
}

#[test]
fn a_version_that_the_tool_refuses_is_not_made() {
    let runner = runner();
    runner.install("cargo", "#!/bin/sh\necho 'erreur[version-trop-petite]'\nexit 1\n");
    let prepared = prepare(&runner, "9.8.7", "true");
    assert_eq!(prepared.code, 1);
    assert!(prepared.said.contains("erreur[version-trop-petite]") && prepared.said.contains("::error title=v9.8.7::"));
    assert!(!runner.path("temp/publication.bundle").exists());
}

#[test]
fn a_tag_that_is_not_the_published_folder_is_refused() {
    let runner = runner();
    let wrong = [
        // The whole repository; a light tag; nothing.
        RELEASE.replace("HEAD:generated/publication)", "HEAD^{tree})"),
        RELEASE.replace("--annotate --message \"$3\"", ""),
        RELEASE.replace("git tag", "true"),
    ];
    for release in wrong {
        runner.install("cargo", &release);
        let prepared = prepare(&runner, "9.8.7", "true");
        assert_eq!(prepared.code, 1, "{release}");
        assert!(prepared.said.contains("exactement generated/publication/"), "{}", prepared.said);
        assert!(!runner.path("temp/publication.bundle").exists());
    }
}

#[test]
fn main_that_moved_meanwhile_stops_everything() {
    let runner = runner();
    prepare(&runner, "9.8.7", "true");
    advance(&runner);
    let before = runner.at(TOOL, "main");
    let published = publish(&runner);
    assert_eq!(published.code, 1);
    assert!(published.said.contains("« main » a changé pendant la publication"), "{}", published.said);
    assert_eq!((runner.at(TOOL, "main"), tag(&runner)), (before, String::new()));
}

#[test]
fn a_published_version_never_moves() {
    let runner = runner();
    prepare(&runner, "9.8.7", "true");
    let other = runner.clone(STANDARD, "main", "autre");
    runner.git(&other, &["tag", "v9.8.7"]);
    runner.git(&other, &["push", "--quiet", "origin", "v9.8.7"]);
    let before = (runner.at(TOOL, "main"), tag(&runner));
    let published = publish(&runner);
    assert_eq!(published.code, 1);
    assert!(published.said.contains("déjà publiée"), "{}", published.said);
    assert_eq!((runner.at(TOOL, "main"), tag(&runner)), before);
}

#[test]
fn a_failure_half_way_is_mended_by_running_it_again() {
    let runner = runner();
    prepare(&runner, "9.8.7", "true");
    runner.protect(STANDARD, Some("exit 1"));
    let published = publish(&runner);
    assert_eq!(published.code, 1);
    assert!(published.said.contains("Re-run failed jobs") && tag(&runner).is_empty(), "{}", published.said);
    // Meanwhile, work went on above the release.
    advance(&runner);
    let before = runner.at(TOOL, "main");
    runner.protect(STANDARD, None);
    let published = publish(&runner);
    assert_eq!(published.code, 0, "{}", published.said);
    assert_eq!(runner.at(TOOL, "main"), before, "the release is there, and what came after it too");
    assert_ne!(tag(&runner), "");
    assert_eq!(publish(&runner).code, 0, "and once more does nothing");
}

#[test]
fn a_protected_main_is_said_and_no_tag_is_sent() {
    let runner = runner();
    prepare(&runner, "9.8.7", "true");
    runner.protect(TOOL, Some("exit 1"));
    let published = publish(&runner);
    assert_eq!(published.code, 1);
    assert!(published.said.contains("« main » refuse la version") && tag(&runner).is_empty(), "{}", published.said);
}

#[test]
pub(super) fn a_key_or_a_token_is_needed() {
    let runner = runner();
    let step = Step::of(FILE, "Vérifier les réglages");
    let folder: PathBuf = runner.path("temp");
    for (key, token, code) in [("false", "false", 1), ("true", "false", 0), ("false", "true", 0), ("true", "true", 0)] {
        let ran = runner.step(&folder, &step, &[("CLE", key), ("JETON", token)]);
        assert_eq!(ran.code, code, "{key} {token}");
        assert_eq!(ran.said.contains("::error title=Réglage manquant::"), code == 1);
    }
}
