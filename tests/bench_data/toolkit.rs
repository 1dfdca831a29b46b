//! The command that is measured.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::files::{Data, Files};
use crate::support::{self, root};
use crate::task::{Task, Work};

/// The task that peers are compared with.
pub(crate) const MAIN: &str = "validate, blocking, 1 thread";

/// The same with the number of threads that a person gets.
pub(crate) const DEFAULT: &str = "validate, blocking";

/// The command, and what it cannot do yet.
pub(crate) struct Toolkit {
    path: PathBuf,
    missing: Vec<String>,
}

impl Toolkit {
    /// Builds the command for release, and looks for the verbs and options that are measured.
    pub(crate) fn build() -> Self {
        let path = support::built(&["--release"]);
        let mut missing = Vec::new();
        for (verb, options) in [
            ("validate", ["--threads", "--level", "--format"].as_slice()),
            ("repair", &["--out", "--threads"]),
            ("migrate", &["--out", "--threads"]),
        ] {
            match help(&path, verb) {
                None => missing.push(format!("the verb {verb}")),
                Some(help) => {
                    let absent = options.iter().filter(|option| !help.contains(**option));
                    missing.extend(absent.map(|option| format!("the option {option} of {verb}")));
                }
            }
        }
        Self { path, missing }
    }

    /// What is measured and cannot be.
    pub(crate) fn missing(&self) -> &[String] {
        &self.missing
    }

    /// Whether a verb, or an option of a verb, is there.
    fn has(&self, what: &str) -> bool {
        !self.missing.iter().any(|missing| missing == what)
    }

    /// `validate`, for programs.
    pub(crate) fn validate(&self, path: &Path, options: &[&str]) -> Option<Vec<String>> {
        let has = |option: &&str| !option.starts_with("--") || self.has(&format!("the option {option} of validate"));
        let is_there = self.has("the verb validate") && options.iter().all(has);
        is_there.then(|| self.words("validate", path, &[&["--format", "ndjson"], options].concat()))
    }

    fn words(&self, verb: &str, path: &Path, options: &[&str]) -> Vec<String> {
        let text = |path: &Path| path.to_str().expect("a path in UTF-8").to_owned();
        let start = [text(&self.path), verb.to_owned(), text(path)];
        start.into_iter().chain(options.iter().map(|option| (*option).to_owned())).collect()
    }

    /// Everything measured of it.
    pub(crate) fn tasks(&self, files: &Files) -> Vec<Task> {
        let mut tasks = Vec::new();
        let blocking = ["--level", "bloquant"];
        for file in files.all().filter(|file| file.name != "every fault") {
            let mut add = |name: &str, options: &[&str]| {
                let words = self.validate(&file.path, options);
                tasks.extend(words.map(|words| Task::new(name, file, Work::Command(words))));
            };
            add(MAIN, &[&blocking[..], &["--threads", "1"]].concat());
            add(DEFAULT, &blocking);
            if matches!(file.name, "reference" | "million" | "version 0.1.1") {
                add("validate, blocking, 2 threads", &[&blocking[..], &["--threads", "2"]].concat());
                add("validate, 1 thread", &["--threads", "1"]);
                add("validate, 2 threads", &["--threads", "2"]);
            }
            if matches!(file.name, "one row" | "national" | "reference" | "million" | "version 0.1.1") {
                add("validate", &[]);
            }
        }
        let one: [&str; 2] = ["--threads", "1"];
        for (name, options) in [("repair", &[][..]), ("repair, 1 thread", &one)] {
            tasks.extend(files.named("reference").and_then(|file| self.writing(name, "repair", file, options)));
        }
        // To the newest version, as a person does.
        for (name, options) in [("migrate", &[][..]), ("migrate, 1 thread", &one)] {
            tasks.extend(files.named("version 0.1.1").and_then(|file| self.writing(name, "migrate", file, options)));
        }
        tasks
    }

    fn writing(&self, name: &str, verb: &str, file: &Data, options: &[&str]) -> Option<Task> {
        let output = file.path.with_extension(format!("{verb}.csv"));
        let named = ["--out", output.to_str()?];
        let is_there = self.has(&format!("the verb {verb}")) && self.has(&format!("the option --out of {verb}"));
        let words = is_there.then(|| self.words(verb, &file.path, &[options, &named[..]].concat()))?;
        Some(Task::new(name, file, Work::Command(words)).writing(output.clone()))
    }
}

fn help(path: &Path, verb: &str) -> Option<String> {
    let output = Command::new(path).args([verb, "--help"]).current_dir(root()).output().expect("the command runs");
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}
