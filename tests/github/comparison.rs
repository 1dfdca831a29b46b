//! `comparaison.yml`: what a proposal changes is said under it, wherever it comes from, and nothing of it is run.

use std::fs;
use std::path::{Path, PathBuf};

use super::runner::{Ran, Runner, Step, TOOL};

const FILE: &str = "workflows/comparaison.yml";

/// A base that went on since the proposal number 7, from a fork, left it. Gives what is checked out: the base.
fn base(runner: &Runner, change: fn(&Runner, &Path)) -> PathBuf {
    let fork = runner.clone(TOOL, "main", "copie");
    change(runner, &fork);
    runner.commit(&fork, "Propose");
    runner.git(&fork, &["push", "--quiet", "origin", "HEAD:refs/pull/7/head"]);
    let person = runner.clone(TOOL, "main", "personne");
    fs::write(person.join("schema/champs/site_web.yaml"), "# autre\n").expect("a file");
    runner.commit(&person, "Avance");
    runner.git(&person, &["push", "--quiet", "origin", "main"]);
    runner.clone(TOOL, "main", "machine")
}

fn edited(_: &Runner, fork: &Path) {
    fs::write(fork.join("schema/champs/nom.yaml"), "nom: nom\n").expect("a file");
    fs::write(fork.join("piege.sh"), "touch execute\n").expect("a file");
    fs::write(fork.join(".github/scripts/machine.sh"), "touch execute\n").expect("a file");
}

fn find(runner: &Runner, work: &Path) -> Ran {
    let variables = [("GH_TOKEN", "jeton"), ("NUMERO", "7")];
    runner.step(work, &Step::of(FILE, "Trouver ce qu'il faut comparer"), &variables)
}

#[test]
fn a_proposal_is_compared_with_what_it_left_and_never_checked_out() {
    let runner = Runner::new();
    let work = base(&runner, edited);
    let found = find(&runner, &work);
    assert_eq!((found.code, found.outputs["touche"].as_str()), (0, "oui"), "{}", found.said);
    assert_eq!(found.outputs["apres"], runner.at(TOOL, "refs/pull/7/head"));
    assert_eq!(found.outputs["avant"], runner.at(TOOL, "main~"), "not the tip of the base, which went on");
    assert_eq!(runner.git(&work, &["status", "--porcelain"]), "");
    assert!(!work.join("piege.sh").exists() && !work.join("execute").exists());
}

#[test]
fn a_proposal_that_leaves_the_standard_alone_is_not_compared() {
    let runner = Runner::new();
    let work = base(&runner, |_, fork| fs::write(fork.join("README.md"), "# Autre\n").expect("a file"));
    let found = find(&runner, &work);
    assert_eq!((found.code, found.outputs["touche"].as_str()), (0, "non"), "{}", found.said);
}

#[test]
pub(super) fn a_proposal_from_nowhere_is_refused() {
    let runner = Runner::new();
    let work = base(&runner, |runner, fork| {
        runner.git(fork, &["switch", "--quiet", "--orphan", "ailleurs"]);
        fs::write(fork.join("x"), "x").expect("a file");
    });
    let found = find(&runner, &work);
    assert_eq!(found.code, 1);
    assert!(found.said.contains("::error title=Comparaison impossible::") && found.outputs.is_empty(), "{}", found.said);
}

/// Has the tool answer to `diff`, and writes the comment. Gives the comment, and what the tool was asked.
fn write(runner: &Runner, answer: &str, touched: &str, fork: &str) -> (Ran, String, String) {
    let (asked, comment) = (runner.path("asked"), runner.path("temp/commentaire.md"));
    runner.install("cargo", &format!("#!/bin/bash\nprintf '%s\\n' \"$*\" >> '{}'\n{answer}\n", asked.display()));
    let path = comment.to_string_lossy();
    let variables = [("APRES", "bbb"), ("AVANT", "aaa"), ("COMMENTAIRE", &*path), ("COPIE", fork), ("TOUCHE", touched)];
    let work = runner.clone(TOOL, "main", "machine");
    let ran = runner.step(&work, &Step::of(FILE, "Écrire le commentaire"), &variables);
    let read = |path| fs::read_to_string(path).unwrap_or_default();
    (ran, read(comment), read(asked))
}

const MARK: &str = "<!-- comparaison-du-standard -->\n";

#[test]
fn the_comment_is_what_the_tool_says_whatever_its_verdict() {
    let runner = Runner::new();
    for verdict in [0, 1] {
        let (ran, comment, asked) = write(&runner, &format!("echo '## Une valeur de plus'; exit {verdict}"), "oui", "false");
        assert_eq!(ran.code, 0, "{}", ran.said);
        assert_eq!(comment, format!("{MARK}## Une valeur de plus\n"));
        assert_eq!(ran.summary, "## Une valeur de plus\n");
        assert!(asked.ends_with("standard diff aaa bbb --format markdown\n"), "{asked}");
    }
}

#[test]
pub(super) fn a_proposal_that_does_not_load_is_said_in_french() {
    let runner = Runner::new();
    let answer = "echo '| moitié'; echo 'erreur : schema/ ne se lit pas </details> @LaMednum' >&2; exit 2";
    let (ran, comment, _) = write(&runner, answer, "oui", "false");
    assert_eq!(ran.code, 0, "{}", ran.said);
    assert!(comment.starts_with(&format!("{MARK}**La comparaison avec le standard n'a pas pu être faite.**")), "{comment}");
    assert!(comment.contains("\n    erreur : schema/ ne se lit pas </details> @\u{200b}LaMednum\n"), "{comment}");
    assert!(!comment.contains("moitié") && ran.said.contains("erreur : schema/ ne se lit pas"), "{comment}");
    let (_, silent, _) = write(&runner, "exit 0", "oui", "false");
    assert!(silent.starts_with(&format!("{MARK}**La comparaison")) && !silent.contains("<details>"), "{silent}");
}

#[test]
fn no_one_is_called_by_a_text_of_the_standard() {
    let runner = Runner::new();
    let (_, comment, _) = write(&runner, "printf '@LaMednum (@toi) contact@lieu.example\\n'", "oui", "false");
    assert_eq!(comment, format!("{MARK}@\u{200b}LaMednum (@\u{200b}toi) contact@lieu.example\n"));
}

#[test]
fn a_comment_too_long_for_github_is_cut_between_two_lines() {
    let runner = Runner::new();
    let line = "é".repeat(50);
    let (ran, comment, _) = write(&runner, &format!("for n in $(seq 3000); do echo \"$n {line}\"; done"), "oui", "true");
    assert_eq!(ran.code, 0, "{}", ran.said);
    assert!(comment.len() < 65_536 && comment.len() > 59_000, "{}", comment.len());
    assert!(comment.contains("> Ce commentaire est trop long") && comment.contains(&format!("{TOOL}/actions/runs/42")));
    let ours = |text: &str| text.is_empty() || text.starts_with('>') || text.starts_with('<') || text.ends_with(&line);
    assert!(comment.lines().all(ours), "no line is cut");
    assert_eq!(ran.summary.lines().count(), 3000);
}

#[test]
fn a_proposal_from_a_fork_is_told_who_will_go_on() {
    let runner = Runner::new();
    let (_, comment, _) = write(&runner, "echo x", "oui", "true");
    assert!(
        comment.contains("> Cette proposition vient d'une copie du dépôt") && comment.contains("`Allow edits by maintainers`")
    );
    let (_, comment, _) = write(&runner, "echo x", "oui", "false");
    assert!(!comment.contains("copie"), "{comment}");
}

#[test]
fn a_proposal_that_changes_nothing_any_more_is_not_compared() {
    let runner = Runner::new();
    let (ran, comment, asked) = write(&runner, "exit 101", "non", "true");
    assert_eq!((ran.code, asked.as_str()), (0, ""), "{}", ran.said);
    assert_eq!(comment, format!("{MARK}Cette proposition ne change plus rien à ce que dit le standard.\n"));
}

fn post(runner: &Runner, touched: &str) -> Ran {
    let comment = runner.path("temp/commentaire.md");
    fs::write(&comment, "texte\n").expect("a file");
    let path = comment.to_string_lossy();
    let variables = [("COMMENTAIRE", &*path), ("GH_TOKEN", "jeton"), ("NUMERO", "7"), ("TOUCHE", touched)];
    let work = runner.clone(TOOL, "main", "machine");
    let ran = runner.step(&work, &Step::of(FILE, "Poser ou remplacer le commentaire"), &variables);
    assert_eq!(ran.code, 0, "{}", ran.said);
    ran
}

/// What was asked of GitHub after the list of comments.
fn asked(runner: &Runner) -> Vec<String> {
    let calls = runner.calls();
    assert!(calls[0].starts_with(&format!("api --paginate repos/{TOOL}/issues/7/comments --jq ")), "{calls:?}");
    calls.into_iter().filter(|call| call.contains("--method")).collect()
}

const OTHERS: &str = r#"{ "id": 1, "user": { "login": "github-actions[bot]" }, "body": "Autre chose" },
    { "id": 2, "user": { "login": "curieux" }, "body": "<!-- comparaison-du-standard --> moi aussi" }"#;
const OURS: &str = r#"{ "id": 3, "user": { "login": "github-actions[bot]" }, "body": "<!-- comparaison-du-standard -->\ndéjà" }"#;

#[test]
fn a_first_comment_is_created_whoever_else_wrote_our_mark() {
    let runner = Runner::new();
    runner.comments(&format!("[{OTHERS}]"));
    post(&runner, "oui");
    let path = runner.path("temp/commentaire.md");
    let created = format!("api --silent --method POST repos/{TOOL}/issues/7/comments --field body=@{}", path.display());
    assert_eq!(asked(&runner), [created]);
    assert_eq!(fs::read_to_string(runner.path("body.md")).expect("the comment"), "texte\n");
}

#[test]
pub(super) fn our_comment_is_replaced() {
    let runner = Runner::new();
    runner.comments(&format!("[{OTHERS}, {OURS}, {}]", OURS.replace('3', "4")));
    post(&runner, "non");
    let path = runner.path("temp/commentaire.md");
    let replaced = format!("api --silent --method PATCH repos/{TOOL}/issues/comments/3 --field body=@{}", path.display());
    assert_eq!(asked(&runner), [replaced]);
}

#[test]
fn a_proposal_that_never_changed_anything_gets_no_comment() {
    let runner = Runner::new();
    runner.comments(&format!("[{OTHERS}]"));
    let ran = post(&runner, "non");
    assert!(asked(&runner).is_empty() && ran.said.contains("Rien à dire"), "{}", ran.said);
}
