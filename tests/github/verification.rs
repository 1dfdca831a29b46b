//! `verification.yml`, and what every workflow starts with.

use std::fs;

use super::runner::{Runner, Step, TOOL};

#[test]
pub(super) fn findings_are_shown_on_their_lines_in_french() {
    let runner = Runner::new();
    let step = Step::of("workflows/verification.yml", "Vérifier la source et ce qui en découle");
    let work = runner.clone(TOOL, "main", "machine");
    let sound = runner.step(&work, &step, &[]);
    assert_eq!((sound.code, sound.said.as_str()), (0, ""));
    assert_eq!(sound.summary, "La source se lit sans faute.\n");
    let path = work.join("schema/champs/nom.yaml");
    let text = fs::read_to_string(&path).expect("a file");
    fs::write(&path, text.replacen("titre:", "tître:", 1)).expect("a file");
    let broken = runner.step(&work, &step, &[]);
    assert_eq!(broken.code, 1);
    assert!(broken.said.contains("::error file=schema/champs/nom.yaml,line=2,"), "{}", broken.said);
    assert!(broken.said.contains("title=cle-inconnue::la clé « tître » n'existe pas ici"), "{}", broken.said);
    assert!(broken.summary.contains("| `cle-inconnue` |"), "{}", broken.summary);
}

#[test]
pub(super) fn rust_is_installed_and_its_version_known() {
    let runner = Runner::new();
    runner.install("rustup", "#!/bin/sh\nprintf '%s\\n' \"$*\" >> \"$CALLS\"\n");
    runner.install("rustc", "#!/bin/sh\necho 'rustc 1.95.0 (59807616e 2026-03-21)'\n");
    let step = Step::of("actions/rust/action.yml", "Installer Rust");
    let ran = runner.step(&runner.path("temp"), &step, &[]);
    assert_eq!((ran.code, ran.outputs["version"].as_str()), (0, "1.95.0"), "{}", ran.said);
    let installed = "toolchain install stable --profile minimal --component clippy --component rustfmt";
    assert_eq!(runner.calls(), [installed, "default stable"]);
}
