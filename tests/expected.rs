//! Texts that are kept beside their case, and what is observed: the one place that compares them.
//!
//! `UPDATE_EXPECT=1` writes what is observed in place of what was expected, and then finds no difference: the difference to
//! read is the one of Git.

use std::fs;
use std::path::Path;

/// What differs from what was expected, told all at once.
pub(crate) struct Differences {
    update: bool,
    told: Vec<String>,
}

impl Differences {
    /// None yet.
    pub(crate) fn new() -> Self {
        Self { update: std::env::var_os("UPDATE_EXPECT").is_some(), told: Vec::new() }
    }

    /// Compares a text with the one of a file, which is missing for a case that is new.
    pub(crate) fn of(&mut self, name: &str, file: &Path, observed: &str) {
        if self.update {
            fs::write(file, observed).expect("writable");
        }
        let expected = fs::read_to_string(file).unwrap_or_default();
        if observed != expected {
            let file = file.file_name().unwrap_or_default().to_string_lossy();
            self.add(format!("== {name}, {file}\n-- expected\n{expected}\n-- observed\n{observed}"));
        }
    }

    /// Adds what no new text would make right.
    pub(crate) fn add(&mut self, told: String) {
        self.told.push(told);
    }

    /// Fails when there is something to tell.
    pub(crate) fn none(self) {
        assert!(self.told.is_empty(), "UPDATE_EXPECT=1 accepts the new texts\n{}", self.told.join("\n"));
    }
}

#[test]
fn a_text_that_differs_is_told_and_kept_when_it_is_accepted() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("attendu.txt");
    fs::write(&file, "avant").expect("writable");
    let mut differences = Differences { update: false, told: Vec::new() };
    differences.of("cas", &file, "avant");
    assert!(differences.told.is_empty());
    differences.of("cas", &file, "après");
    assert!(differences.told[0].contains("cas, attendu.txt") && differences.told[0].ends_with("après"));
    assert_eq!(fs::read_to_string(&file).expect("a text"), "avant");
    let mut accepted = Differences { update: true, told: Vec::new() };
    accepted.of("cas", &file, "après");
    accepted.none();
    assert_eq!(fs::read_to_string(&file).expect("a text"), "après");
}
