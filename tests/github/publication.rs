//! `publication.yml`: a version is made, shown, then sent; or nothing is.
//!
//! `cargo standard release` is the real one, on a fixed day; [`RELEASE`] plays a tool that would tag something else.

use std::fs;
use std::path::PathBuf;

use super::runner::{Ran, Runner, Step, TOOL};

const FILE: &str = "workflows/publication.yml";
/// The standard's own repository.
const STANDARD: &str = "org/standard";
const RELEASE: &str = r#"#!/usr/bin/env bash
set -euo pipefail
echo "$3" > generated/publication/version.txt
git add --all
git commit --quiet --message "Publie $3"
git tag --annotate --message "$3" "$3" "$(git commit-tree -m "$3" HEAD:generated/publication)"
"#;

fn runner() -> Runner {
    let runner = Runner::new();
    let tool = fs::read_to_string(runner.path("bin/cargo")).expect("the tool");
    let recorded = "printf '%s\\n' \"$*\" >> \"$(dirname \"$CALLS\")/cargo\"";
    runner.install("cargo", &tool.replace("exec", &format!("{recorded}\nexec")).replace("\"$@\"", "\"$@\" --date 2026-12-01"));
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
    let path = bundle.to_string_lossy();
    let variables = [("ENVOI", sent), ("GH_TOKEN", "jeton"), ("PAQUET", &*path), ("STANDARD", STANDARD), ("VERSION", version)];
    runner.step(&work, &Step::of(FILE, "Préparer la version").on(reference), &variables)
}

/// As the second job finds it: both repositories beside each other, the bundle where the first job left it.
fn publish(runner: &Runner) -> Ran {
    fs::create_dir_all(runner.path("envoi")).expect("a folder");
    runner.clone(TOOL, "main", "envoi/outil");
    runner.clone(STANDARD, "main", "envoi/depot");
    let bundle = runner.path("temp/publication.bundle");
    let variables = [("GH_TOKEN", "jeton"), ("PAQUET", &*bundle.to_string_lossy()), ("VERSION", "1.1.0")];
    runner.step(&runner.path("envoi"), &Step::of(FILE, "Publier"), &variables)
}

fn advance(runner: &Runner) {
    let person = runner.clone(TOOL, "main", "personne");
    runner.git(&person, &["commit", "--quiet", "--allow-empty", "--message", "Avance"]);
    runner.git(&person, &["push", "--quiet", "origin", "main"]);
}

fn tag(runner: &Runner) -> String {
    runner.at(STANDARD, "refs/tags/v1.1.0")
}

#[test]
pub(super) fn a_dry_run_makes_everything_and_sends_nothing() {
    let runner = runner();
    let before = runner.at(TOOL, "main");
    let prepared = prepare(&runner, "1.1.0", "false");
    assert_eq!(prepared.code, 0, "{}", prepared.said);
    assert_eq!(fs::read_to_string(runner.path("cargo")).expect("a call"), "release v1.1.0 --tag\n");
    assert!(prepared.summary.starts_with("## Essai à blanc de v1.1.0") && prepared.summary.contains("\n    schema.json\n"));
    let heads = runner.git(&runner.path("machine"), &["bundle", "list-heads", "../temp/publication.bundle"]);
    assert!(heads.contains(" refs/heads/main") && heads.contains(" refs/tags/v1.1.0"), "{heads}");
    assert_eq!(
        (runner.at(TOOL, "main"), tag(&runner), runner.at(TOOL, "refs/tags/v1.1.0")),
        (before, String::new(), String::new())
    );
}

#[test]
pub(super) fn a_version_is_sent_to_both_repositories() {
    let runner = runner();
    let before = runner.at(TOOL, "main");
    let prepared = prepare(&runner, "v1.1.0", "true");
    assert!(prepared.summary.starts_with("## v1.1.0 est prête"), "{}", prepared.summary);
    let published = publish(&runner);
    assert_eq!(published.code, 0, "{}", published.said);
    assert_eq!(runner.at(TOOL, "main~"), before);
    let work = runner.clone(TOOL, "main", "relecture");
    assert_eq!(runner.git(&work, &["log", "-1", "--format=%an"]), "github-actions[bot]");
    let tree = runner.git(&work, &["rev-parse", "HEAD:generated/publication"]);
    assert_eq!(runner.at(STANDARD, "refs/tags/v1.1.0^{tree}"), tree, "the tag is the published folder and nothing else");
    let path = runner.path(&format!("hub/{STANDARD}.git"));
    assert_eq!(runner.git(&path, &["cat-file", "-t", "v1.1.0"]), "tag");
    assert_eq!(runner.calls(), [format!("workflow run verification.yml --repo {TOOL} --ref main")]);
    assert!(published.summary.starts_with("## v1.1.0 est publiée"), "{}", published.summary);
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
    let prepared = prepare_on(&runner, "refs/heads/idee", "1.1.0", "true");
    assert_eq!(prepared.code, 1);
    assert!(prepared.said.contains("::error title=Branche::") && !runner.path("cargo").exists(), "{}", prepared.said);
}

#[test]
fn a_version_that_the_tool_refuses_is_not_made() {
    let runner = runner();
    // Older than what is frozen.
    let prepared = prepare(&runner, "0.8.0", "true");
    assert_eq!(prepared.code, 1);
    assert!(
        prepared.said.contains("n'est pas plus récente") && prepared.said.contains("::error title=v0.8.0::"),
        "{}",
        prepared.said
    );
    assert!(!runner.path("temp/publication.bundle").exists());
}

#[test]
fn a_version_that_the_standard_has_already_is_not_made() {
    let runner = runner();
    let other = runner.clone(STANDARD, "main", "autre");
    runner.git(&other, &["tag", "v1.1.0"]);
    runner.git(&other, &["push", "--quiet", "origin", "v1.1.0"]);
    let prepared = prepare(&runner, "1.1.0", "true");
    assert!(prepared.code == 1 && prepared.said.contains("l'étiquette v1.1.0 existe déjà"), "{}", prepared.said);
}

#[test]
fn a_version_follows_the_one_before() {
    let runner = runner();
    let before = runner.clone(STANDARD, "main", "autre");
    fs::write(before.join("schema.json"), "{}").expect("a file");
    runner.commit(&before, "Version 0.9.0");
    runner.git(&before, &["tag", "--annotate", "--message", "Version 0.9.0", "v0.9.0"]);
    runner.git(&before, &["push", "--quiet", "origin", "v0.9.0"]);
    let prepared = prepare(&runner, "1.1.0", "true");
    assert_eq!(prepared.code, 0, "{}", prepared.said);
    assert_eq!(publish(&runner).code, 0);
    assert_eq!(runner.at(STANDARD, "v1.1.0^{commit}~"), runner.at(STANDARD, "v0.9.0^{commit}"));
}

#[test]
fn a_repository_that_cannot_be_read_is_said() {
    let runner = runner();
    fs::remove_dir_all(runner.path(&format!("hub/{STANDARD}.git"))).expect("removed");
    let prepared = prepare(&runner, "1.1.0", "true");
    assert!(prepared.code == 1 && prepared.said.contains("DEPOT_DU_STANDARD"), "{}", prepared.said);
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
        let prepared = prepare(&runner, "1.1.0", "true");
        assert_eq!(prepared.code, 1, "{release}");
        assert!(prepared.said.contains("exactement generated/publication/"), "{}", prepared.said);
        assert!(!runner.path("temp/publication.bundle").exists());
    }
}

#[test]
fn main_that_moved_meanwhile_stops_everything() {
    let runner = runner();
    prepare(&runner, "1.1.0", "true");
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
    prepare(&runner, "1.1.0", "true");
    let other = runner.clone(STANDARD, "main", "autre");
    runner.git(&other, &["tag", "v1.1.0"]);
    runner.git(&other, &["push", "--quiet", "origin", "v1.1.0"]);
    let before = (runner.at(TOOL, "main"), tag(&runner));
    let published = publish(&runner);
    assert_eq!(published.code, 1);
    assert!(published.said.contains("déjà publiée"), "{}", published.said);
    assert_eq!((runner.at(TOOL, "main"), tag(&runner)), before);
}

#[test]
fn a_failure_half_way_is_mended_by_running_it_again() {
    let runner = runner();
    prepare(&runner, "1.1.0", "true");
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
    prepare(&runner, "1.1.0", "true");
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
