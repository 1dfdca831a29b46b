//! `mise-a-jour.yml`: what follows from a branch is recorded in it.

use std::fs;
use std::path::{Path, PathBuf};

use super::runner::{Ran, Runner, Step, TOOL};
use crate::support::{command, run};

const FILE: &str = "workflows/mise-a-jour.yml";

/// A branch of the hub in which the file was changed.
fn branch(runner: &Runner, path: &str, change: fn(&str) -> String) -> PathBuf {
    let work = runner.clone(TOOL, "main", "personne");
    runner.git(&work, &["switch", "--quiet", "--create", "idee"]);
    let text = fs::read_to_string(work.join(path)).expect("a file");
    fs::write(work.join(path), change(&text)).expect("a file");
    runner.commit(&work, "Propose");
    runner.git(&work, &["push", "--quiet", "origin", "idee"]);
    runner.clone(TOOL, "idee", "machine")
}

fn titled(text: &str) -> String {
    assert!(text.contains("titre: Nom"), "{text}");
    text.replacen("titre: Nom", "titre: Nom du lieu", 1)
}

pub(super) fn prepare(runner: &Runner, work: &Path) -> Ran {
    let patch = runner.path("temp/mise-a-jour.patch");
    runner.step(work, &Step::of(FILE, "Mettre à jour"), &[("CORRECTIF", &patch.to_string_lossy())])
}

pub(super) fn record(runner: &Runner) -> Ran {
    let patch = runner.path("temp/mise-a-jour.patch").to_string_lossy().into_owned();
    let variables = [("BRANCHE", "idee"), ("CORRECTIF", patch.as_str()), ("GH_TOKEN", "jeton")];
    runner.step(&runner.path("enregistrement"), &Step::of(FILE, "Enregistrer dans la branche"), &variables)
}

#[test]
pub(super) fn what_follows_from_a_change_is_recorded_in_its_branch() {
    let runner = Runner::new();
    let work = branch(&runner, "schema/champs/nom.yaml", titled);
    let prepared = prepare(&runner, &work);
    assert_eq!((prepared.code, prepared.outputs["etat"].as_str()), (0, "change"), "{}", prepared.said);

    let before = runner.at(TOOL, "idee");
    runner.clone(TOOL, "idee", "enregistrement");
    let recorded = record(&runner);
    assert_eq!(recorded.code, 0, "{}", recorded.said);
    assert_eq!(runner.at(TOOL, "idee~"), before, "one commit more");

    let work = runner.clone(TOOL, "idee", "relecture");
    let (code, stdout, _) = run(command().current_dir(&work).arg("check"));
    assert_eq!(code, 0, "{stdout}");
    assert_eq!(
        runner.git(&work, &["log", "-1", "--format=%an, %s"]),
        "github-actions[bot], Met à jour ce qui découle de schema/"
    );
    let touched = runner.git(&work, &["diff", "--name-only", "HEAD~"]);
    assert!(touched.lines().any(|path| path == "generated/pages/champs/nom.md"), "{touched}");
    assert!(touched.lines().any(|path| path == ".github/ISSUE_TEMPLATE/signaler-une-erreur.yml"), "{touched}");
    // The commit starts nothing by itself.
    assert_eq!(runner.calls(), [format!("workflow run verification.yml --repo {TOOL} --ref idee")]);
}

#[test]
fn a_branch_that_is_up_to_date_is_left_alone() {
    let runner = Runner::new();
    let work = runner.clone(TOOL, "main", "machine");
    let prepared = prepare(&runner, &work);
    assert_eq!((prepared.code, prepared.outputs["etat"].as_str()), (0, "rien"), "{}", prepared.said);
    assert!(!runner.path("temp/mise-a-jour.patch").exists());
}

#[test]
fn sources_that_do_not_load_are_left_to_the_verification() {
    let runner = Runner::new();
    let work = branch(&runner, "schema/champs/nom.yaml", |text| text.replacen("titre:", "tître:", 1));
    let prepared = prepare(&runner, &work);
    assert_eq!((prepared.code, prepared.outputs["etat"].as_str()), (0, "illisible"), "{}", prepared.said);
    assert!(prepared.said.contains("::notice title=Rien à mettre à jour::"), "{}", prepared.said);
    assert_eq!(runner.git(&work, &["status", "--porcelain"]), "");
}

#[test]
fn a_tool_that_does_not_work_is_a_failure() {
    let runner = Runner::new();
    runner.install("cargo", "#!/bin/sh\nexit 101\n");
    let work = runner.clone(TOOL, "main", "machine");
    let prepared = prepare(&runner, &work);
    assert_eq!(prepared.code, 101);
    assert!(prepared.said.contains("::error title=Mise à jour impossible::") && prepared.outputs.is_empty(), "{}", prepared.said);
}

#[test]
pub(super) fn a_form_that_is_no_longer_emitted_goes() {
    let runner = Runner::new();
    let work = runner.clone(TOOL, "main", "machine");
    fs::write(work.join(".github/ISSUE_TEMPLATE/ancien.yml"), "name: Ancien\n").expect("a file");
    runner.commit(&work, "Garde un ancien formulaire");
    let prepared = prepare(&runner, &work);
    assert_eq!(prepared.outputs["etat"], "change", "{}", prepared.said);
    let staged = runner.git(&work, &["diff", "--cached", "--name-status"]);
    assert_eq!(staged, "D\t.github/ISSUE_TEMPLATE/ancien.yml");
}

#[test]
fn a_branch_that_moved_meanwhile_is_not_overwritten() {
    let runner = Runner::new();
    let work = branch(&runner, "schema/champs/nom.yaml", titled);
    prepare(&runner, &work);
    runner.clone(TOOL, "idee", "enregistrement");
    let person = runner.path("personne");
    runner.git(&person, &["commit", "--quiet", "--allow-empty", "--message", "Reprend"]);
    runner.git(&person, &["push", "--quiet", "origin", "idee"]);
    let before = runner.at(TOOL, "idee");
    let recorded = record(&runner);
    assert_eq!(recorded.code, 0, "{}", recorded.said);
    assert!(recorded.said.contains("::notice title=Branche modifiée entre-temps::"), "{}", recorded.said);
    assert_eq!((runner.at(TOOL, "idee"), runner.calls()), (before, vec![]));
}

#[test]
fn a_protected_branch_is_said() {
    let runner = Runner::new();
    let work = branch(&runner, "schema/champs/nom.yaml", titled);
    prepare(&runner, &work);
    runner.clone(TOOL, "idee", "enregistrement");
    runner.protect(TOOL, Some("exit 1"));
    let recorded = record(&runner);
    assert_eq!(recorded.code, 1);
    assert!(
        recorded.said.contains("::error title=Branche protégée::") && recorded.said.contains("« idee »"),
        "{}",
        recorded.said
    );
}

#[test]
fn a_verification_that_cannot_be_asked_for_is_said_and_the_update_kept() {
    let runner = Runner::new();
    let work = branch(&runner, "schema/champs/nom.yaml", titled);
    prepare(&runner, &work);
    runner.clone(TOOL, "idee", "enregistrement");
    runner.install("gh", "#!/bin/sh\nexit 1\n");
    let before = runner.at(TOOL, "idee");
    let recorded = record(&runner);
    assert_eq!(recorded.code, 0, "{}", recorded.said);
    assert!(recorded.said.contains("::warning title=Vérification à lancer::"), "{}", recorded.said);
    assert_eq!(runner.at(TOOL, "idee~"), before);
}

/// The patch comes from a job that ran the code of the branch and of what it depends on.
#[test]
fn a_patch_changes_nothing_but_what_is_made() {
    let runner = Runner::new();
    let work = branch(&runner, "schema/champs/nom.yaml", titled);
    fs::write(work.join(".github/workflows/verification.yml"), "name: Piège\n").expect("a file");
    fs::write(work.join("piege"), "x").expect("a file");
    fs::write(work.join("generated/pages/champs/nouveau.md"), "# Nouveau\n").expect("a file");
    runner.git(&work, &["add", "--all"]);
    let patch = runner.git(&work, &["diff", "--cached", "--binary"]);
    fs::write(runner.path("temp/mise-a-jour.patch"), patch + "\n").expect("a patch");
    runner.clone(TOOL, "idee", "enregistrement");
    let recorded = record(&runner);
    assert_eq!(recorded.code, 0, "{}", recorded.said);
    let work = runner.clone(TOOL, "idee", "relecture");
    assert_eq!(runner.git(&work, &["diff", "--name-only", "HEAD~"]), "generated/pages/champs/nouveau.md");
}

#[test]
fn the_token_is_given_to_git_and_written_nowhere() {
    let runner = Runner::new();
    let work = runner.clone(TOOL, "main", "machine");
    let ask = ". .github/scripts/machine.sh; printf 'protocol=https\\nhost=github.com\\n\\n' | git_avec_jeton credential fill";
    let asked = runner.bash(&work, ask, &[("GH_TOKEN", "jeton-secret")]);
    assert_eq!(asked.code, 0, "{}", asked.said);
    assert!(asked.said.contains("username=x-access-token\npassword=jeton-secret\n"), "{}", asked.said);
    let config = fs::read_to_string(work.join(".git/config")).expect("the settings");
    assert!(!config.contains("jeton-secret") && !runner.path("home/.gitconfig").exists());
}
