//! A machine of GitHub, as far as the steps can tell: commands, folders, variables, and repositories behind an address.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_yaml::Value;

use crate::support::{command, copy, root};

/// The repository that the workflows belong to, on [`Runner::hub`].
pub(super) const TOOL: &str = "org/outil";

/// Records its arguments, and answers like GitHub to the two questions it is asked: the comments, and what to do with one.
const GH: &str = r#"#!/usr/bin/env bash
set -euo pipefail
printf '%s\n' "$*" >> "$CALLS"
if [ -n "${GH_FAILS:-}" ]; then exit 1; fi
while [ $# -gt 0 ]; do
    case "$1" in
        --jq) jq --raw-output "$2" "$(dirname "$CALLS")/comments.json"; shift ;;
        body=@*) cp "${1#body=@}" "$(dirname "$CALLS")/body.md" ;;
    esac
    shift
done
"#;

/// A step of a workflow or of an action.
pub(super) struct Step {
    text: String,
    variables: BTreeSet<String>,
}

impl Step {
    /// The step of that name in a file below `.github/`.
    pub(super) fn of(file: &str, name: &str) -> Self {
        let step = steps(file).into_iter().find(|step| step["name"] == name).unwrap_or_else(|| panic!("{file}: no step {name}"));
        let text = step["run"].as_str().expect("a step that runs something").to_owned();
        let names = |map: &Value| map.as_mapping().into_iter().flat_map(serde_yaml::Mapping::keys).map(key).collect();
        Self { text, variables: names(&step["env"]) }
    }

    /// The same, in a run of another branch than `main`.
    pub(super) fn on(self, reference: &str) -> Self {
        Self { text: format!("export GITHUB_REF='{reference}'\n{}", self.text), ..self }
    }
}

/// The steps of a file below `.github/`, whatever their job.
pub(super) fn steps(file: &str) -> Vec<Value> {
    let text = fs::read_to_string(root().join(".github").join(file)).unwrap_or_else(|error| panic!("{file}: {error}"));
    let document: Value = serde_yaml::from_str(&text).unwrap_or_else(|error| panic!("{file}: {error}"));
    let jobs: Vec<&Value> = match document["jobs"].as_mapping() {
        Some(jobs) => jobs.values().collect(),
        None => vec![&document["runs"]],
    };
    jobs.into_iter().flat_map(|job| job["steps"].as_sequence().cloned().expect("steps")).collect()
}

/// A key as text.
pub(super) fn key(value: &Value) -> String {
    value.as_str().expect("a key is a text").to_owned()
}

/// What a step did.
pub(super) struct Ran {
    pub(super) code: i32,
    /// All it said.
    pub(super) said: String,
    /// What it left for the next steps.
    pub(super) outputs: BTreeMap<String, String>,
    pub(super) summary: String,
}

/// The machine.
pub(super) struct Runner {
    folder: tempfile::TempDir,
}

impl Runner {
    /// With `gh`, the real tool as `cargo standard`, and the repository of the workflows on the hub: the small standard of
    /// the tests, up to date, on `main`.
    pub(super) fn new() -> Self {
        let runner = Self { folder: tempfile::tempdir().expect("a folder") };
        for folder in ["bin", "temp", "home"] {
            fs::create_dir(runner.path(folder)).expect("a folder");
        }
        runner.install("gh", GH);
        let tool = PathBuf::from(command().get_program());
        let tool = tool.display();
        runner.install("cargo", &format!("#!/bin/sh\ntest \"$1\" = standard || exit 101\nshift\nexec '{tool}' \"$@\"\n"));
        runner.comments("[]");
        runner.host(TOOL);
        let work = runner.path("seed");
        copy(&root().join(".github"), &work.join(".github"));
        copy(&root().join("tests/cases/base"), &work.join("schema"));
        fs::create_dir(work.join(".vscode")).expect("a folder");
        runner.git(&work, &["init", "--quiet", "--initial-branch=main"]);
        let generated = runner.bash(&work, "bash .github/scripts/generer.sh", &[]);
        assert_eq!(generated.code, 0, "{}", generated.said);
        runner.commit(&work, "Commence");
        runner.git(&work, &["push", "--quiet", &runner.hub(TOOL), "main"]);
        runner
    }

    /// A path on the machine.
    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Puts a command before all others.
    pub(super) fn install(&self, name: &str, text: &str) {
        let path = self.path("bin").join(name);
        fs::write(&path, text).expect("a command");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).expect("executable");
    }

    /// Makes an empty repository on the hub.
    pub(super) fn host(&self, name: &str) {
        let path = self.path(&format!("hub/{name}.git"));
        fs::create_dir_all(&path).expect("a folder");
        self.git(&path, &["init", "--quiet", "--bare", "--initial-branch=main"]);
    }

    /// The address of a repository of the hub.
    pub(super) fn hub(&self, name: &str) -> String {
        format!("file://{}/{name}.git", self.path("hub").display())
    }

    /// Has the hub refuse what the script, run by git for each reference, fails on.
    pub(super) fn protect(&self, name: &str, script: Option<&str>) {
        let hook = self.path(&format!("hub/{name}.git/hooks/update"));
        match script {
            Some(script) => {
                fs::create_dir_all(hook.parent().expect("a parent")).expect("a folder");
                fs::write(&hook, format!("#!/bin/sh\n{script}\n")).expect("a hook");
                fs::set_permissions(&hook, fs::Permissions::from_mode(0o755)).expect("executable");
            }
            None => fs::remove_file(hook).expect("the hook"),
        }
    }

    /// A revision of a repository of the hub; nothing when it has none of that name.
    pub(super) fn at(&self, name: &str, revision: &str) -> String {
        let path = self.path(&format!("hub/{name}.git"));
        self.try_git(&path, &["rev-parse", "--quiet", "--verify", revision]).1.trim().to_owned()
    }

    /// A fresh clone of a branch of the hub.
    pub(super) fn clone(&self, name: &str, branch: &str, into: &str) -> PathBuf {
        let path = self.path(into);
        if path.exists() {
            fs::remove_dir_all(&path).expect("removed");
        }
        self.git(self.folder.path(), &["clone", "--quiet", "--branch", branch, &self.hub(name), into]);
        path
    }

    /// Records all that is in a folder.
    pub(super) fn commit(&self, folder: &Path, message: &str) {
        self.git(folder, &["add", "--all"]);
        self.git(folder, &["commit", "--quiet", "--message", message]);
    }

    /// Runs git, which must succeed, and gives what it printed.
    pub(super) fn git(&self, folder: &Path, arguments: &[&str]) -> String {
        let (done, stdout, stderr) = self.try_git(folder, arguments);
        assert!(done, "git {arguments:?}: {stderr}");
        stdout.trim_end().to_owned()
    }

    fn try_git(&self, folder: &Path, arguments: &[&str]) -> (bool, String, String) {
        let output = self.command("git").args(arguments).current_dir(folder).output().expect("git runs");
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("UTF-8");
        (output.status.success(), text(output.stdout), text(output.stderr))
    }

    /// Runs a step in a folder. It is given the variables that its workflow names, all of them and no other.
    pub(super) fn step(&self, folder: &Path, step: &Step, variables: &[(&str, &str)]) -> Ran {
        let given: BTreeSet<String> = variables.iter().map(|(name, _)| (*name).to_owned()).collect();
        assert_eq!(given, step.variables, "the variables of the workflow");
        self.bash(folder, &step.text, variables)
    }

    /// Runs a script as GitHub does.
    pub(super) fn bash(&self, folder: &Path, script: &str, variables: &[(&str, &str)]) -> Ran {
        let (outputs, summary) = (self.path("temp/outputs"), self.path("temp/summary"));
        for file in [&outputs, &summary] {
            fs::write(file, "").expect("a file");
        }
        let mut bash = self.command("bash");
        bash.args(["--noprofile", "--norc", "-euo", "pipefail", "-c", script]).current_dir(folder);
        bash.env("GITHUB_OUTPUT", &outputs).env("GITHUB_STEP_SUMMARY", &summary).env("CALLS", self.path("calls"));
        let output = bash.envs(variables.iter().copied()).output().expect("bash runs");
        let said = [output.stdout, output.stderr].concat();
        let read = |path: &Path| fs::read_to_string(path).expect("a text");
        let pair = |line: &str| line.split_once('=').map(|(name, value)| (name.to_owned(), value.to_owned()));
        Ran {
            code: output.status.code().expect("not killed"),
            said: String::from_utf8(said).expect("UTF-8"),
            outputs: read(&outputs).lines().filter_map(pair).collect(),
            summary: read(&summary),
        }
    }

    /// A command with nothing of the environment of the tests but the way to other commands.
    fn command(&self, name: &str) -> Command {
        let others = std::env::var("PATH").expect("a PATH");
        let mut command = Command::new(name);
        command.env_clear().env("PATH", format!("{}:{others}", self.path("bin").display()));
        command.env("HOME", self.path("home")).env("GIT_CONFIG_NOSYSTEM", "1").env("LANG", "C.UTF-8");
        command.env("RUNNER_TEMP", self.path("temp")).env("GITHUB_RUN_ID", "42").env("GITHUB_REF", "refs/heads/main");
        command.env("GITHUB_SERVER_URL", format!("file://{}", self.path("hub").display())).env("GITHUB_REPOSITORY", TOOL);
        command.env("GIT_AUTHOR_NAME", "Une personne").env("GIT_AUTHOR_EMAIL", "une.personne@lieu.example");
        command.env("GIT_COMMITTER_NAME", "Une personne").env("GIT_COMMITTER_EMAIL", "une.personne@lieu.example");
        command
    }

    /// Sets the comments that GitHub has.
    pub(super) fn comments(&self, json: &str) {
        fs::write(self.path("comments.json"), json).expect("a file");
    }

    /// What was asked of `gh` since the machine started.
    pub(super) fn calls(&self) -> Vec<String> {
        let calls = fs::read_to_string(self.path("calls")).unwrap_or_default();
        calls.lines().map(str::to_owned).collect()
    }
}
