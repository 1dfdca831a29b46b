//! Programs of other languages, below `target/paquets/`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use standard_mediation_codegen::emit::EMITTERS;
use standard_mediation_model::Standard;

use crate::support::root;

/// What a program did.
pub(super) struct Ran {
    /// Its exit code; `None` when a signal stopped it.
    pub(super) code: Option<i32>,
    /// What it wrote, then its errors.
    pub(super) said: String,
}

/// The folder where `.ci/paquets/<package>/run` installs the tools of a package.
pub(super) fn folder(package: &str) -> PathBuf {
    root().join("target/paquets").join(package)
}

/// A program of that folder, as a command without input. When it is not there, the test fails and says what to run.
pub(super) fn program(package: &str, path: &str) -> Command {
    let program = folder(package).join(path);
    assert!(program.exists(), "{} is missing: run « bash .ci/paquets/{package}/run », which installs it", program.display());
    let mut command = Command::new(program);
    command.stdin(Stdio::null());
    command
}

/// Runs a command to its end.
pub(super) fn run(command: &mut Command) -> Ran {
    let output = command.output().unwrap_or_else(|error| panic!("{}: {error}", command.get_program().display()));
    let said = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    Ran { code: output.status.code(), said }
}

/// Runs a command that must succeed, and gives what it said.
pub(super) fn succeed(command: &mut Command) -> String {
    let Ran { code, said } = run(command);
    assert_eq!(code, Some(0), "{command:?}\n{said}");
    said
}

/// Writes `generated/<package>/`, as emitted for a standard, into a folder.
pub(super) fn write(standard: &Standard, package: &str, into: &Path) {
    let prefix = format!("{package}/");
    let mut count = 0;
    let emitters = EMITTERS.iter().filter(|emitter| emitter.writes.contains(&prefix.as_str()));
    for artifact in emitters.flat_map(|emitter| (emitter.emit)(standard)) {
        let path = into.join(artifact.path.strip_prefix(&prefix).expect("a path of the package"));
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, artifact.bytes).expect("writable");
        count += 1;
    }
    assert!(count > 0, "no emitter writes {prefix}");
}

mod tests {
    use super::*;

    #[test]
    #[should_panic(expected = "run « bash .ci/paquets/aucun/run »")]
    fn a_missing_program_names_what_installs_it() {
        program("aucun", "bin/aucun");
    }

    #[test]
    fn a_program_that_fails_is_heard() {
        let ran = run(Command::new("sh").args(["-c", "echo non; echo vraiment >&2; exit 3"]));
        assert_eq!((ran.code, ran.said.as_str()), (Some(3), "non\nvraiment\n"));
        assert_eq!(succeed(Command::new("sh").args(["-c", "echo oui"])), "oui\n");
    }

    #[test]
    fn a_package_is_written_without_its_prefix() {
        let folder = tempfile::tempdir().expect("a folder");
        write(&super::super::hostile::standard(), "rust", folder.path());
        assert!(folder.path().join("Cargo.toml").exists() && folder.path().join("src/lib.rs").exists());
    }
}
