//! `generated/python/`, read by mypy and pyright, laid out by ruff, run, built and installed by Python.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;
use standard_mediation_codegen::emit;
use standard_mediation_model::{Kind, Standard};

use super::{Shown, Trial, cases, frozen, standards, tool, trials, trials_and_past};
use crate::support::{root, standard};

/// A program of the tools, whose modules are those of a package written at `place`.
fn with_package(program: &str, place: &Path) -> Command {
    let mut command = tool::program("python", &format!("bin/{program}"));
    command.env("PYTHONPATH", place.join("src")).env("PYTHONDONTWRITEBYTECODE", "1").env("PYTHONWARNINGS", "error");
    command
}

fn written(standard: &Standard) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    tool::write(standard, "python", folder.path());
    folder
}

/// The file of that name beside these tests.
fn beside(name: &str) -> std::path::PathBuf {
    root().join("tests/packages/python").join(name)
}

/// The cases on which the package may differ from the engine: the calendar of Python has no year 0.
fn is_known(standard: &Standard, name: &str) -> bool {
    standard.fields.iter().any(|field| field.kind == Kind::Date && name == format!("{} : \"0000-01-01\"", field.name))
}

#[test]
#[ignore = "needs Python tools; run by .ci/paquets/python/run"]
fn the_package_decides_as_the_engine_and_loses_nothing() {
    for Trial { name, standard, cases: shared } in trials_and_past() {
        let package = written(standard);
        let path = package.path().join("cas.json");
        fs::write(&path, cases::json(standard, shared)).expect("writable");
        let said = tool::succeed(with_package("python", package.path()).arg(beside("cas.py")).arg(&path));
        let verdict: Value = serde_json::from_str(&said).unwrap_or_else(|error| panic!("{name}: {error}\n{said}"));
        let accepted = shared.iter().filter(|case| case.refused.is_empty()).count();
        assert_eq!(verdict["accepted"], accepted, "{name}");
        assert_eq!(verdict["refused"], shared.len() - accepted, "{name}");
        let list = |key: &str| verdict[key].as_array().unwrap_or_else(|| panic!("{name}: no {key}")).clone();
        let gaps: Vec<Value> = list("disagreements");
        let unknown: Vec<&Value> =
            gaps.iter().filter(|gap| gap[0].as_str().is_none_or(|case| !is_known(standard, case))).collect();
        assert!(unknown.is_empty(), "{name}: {unknown:#?}");
        let known = shared.iter().filter(|case| is_known(standard, &case.name) && case.refused.is_empty()).count();
        assert_eq!(gaps.len(), known, "{name}: a known gap has closed");
        // A closed list of numbers says that a value is not one of its own; the engine, that it is no number.
        let listed =
            |field: &str| standard.field(field).is_some_and(|field| field.vocabulary.is_some() && field.kind != Kind::Text);
        let explained = |case: &str, field: &str| is_known(standard, case) || listed(field);
        let text = |value: &Value| value.as_str().expect("a text").to_owned();
        let others = list("other_rules").into_iter().filter(|other| !explained(&text(&other[0]), &text(&other[1])));
        assert_eq!(others.collect::<Vec<_>>(), Vec::<Value>::new(), "{name}");
        assert_eq!(list("lost"), Vec::<Value>::new(), "{name}");
    }
}

#[test]
#[ignore = "needs Python tools; run by .ci/paquets/python/run"]
fn type_checkers_find_nothing_in_the_package() {
    for trial in trials() {
        let (name, package) = (&trial.name, written(&trial.standard));
        let source = package.path().join("src");
        let said = tool::succeed(with_package("mypy", package.path()).args(MYPY).arg(&source));
        assert!(said.contains("no issues found"), "{name}: {said}");
        let said = pyright(package.path(), &[]);
        assert!(said.contains("0 errors, 0 warnings"), "{name}: {said}");
    }
}

#[test]
#[ignore = "needs Python tools; run by .ci/paquets/python/run"]
fn type_checkers_see_what_a_program_does_wrong() {
    let package = written(&standard());
    let program = package.path().join("consommateur.py");
    fs::copy(beside("consommateur.py"), &program).expect("a copy");
    // Each line that is wrong is marked, and a mark without need is an error.
    let said = tool::succeed(with_package("mypy", package.path()).args(MYPY).arg(&program));
    assert!(said.contains("no issues found"), "{said}");
    let said = pyright(package.path(), &["consommateur.py"]);
    assert!(said.contains("0 errors, 0 warnings"), "{said}");
    let bare = fs::read_to_string(&program).expect("the program").replace("# type: ignore", "# ");
    fs::write(&program, &bare).expect("writable");
    let ran = tool::run(with_package("mypy", package.path()).args(MYPY).arg(&program));
    let marked: Vec<usize> = bare.lines().zip(1..).filter(|(line, _)| line.contains("  # [")).map(|(_, rank)| rank).collect();
    assert!(marked.len() > 4);
    for rank in marked {
        assert!(ran.said.contains(&format!("consommateur.py:{rank}: error")), "{rank}: {}", ran.said);
    }
}

/// The oldest Python of `requires-python`: what it lacks is an error.
const MYPY: [&str; 3] = ["--strict", "--python-version=3.10", "--cache-dir=/dev/null"];

fn pyright(package: &Path, more: &[&str]) -> String {
    let include = [&["src"], more].concat();
    let settings = serde_json::json!({
        "include": include,
        "typeCheckingMode": "strict",
        "pythonVersion": "3.10",
        "reportUnnecessaryTypeIgnoreComment": "error",
    });
    fs::write(package.join("pyrightconfig.json"), settings.to_string()).expect("writable");
    let python = tool::folder("python").join("bin/python");
    tool::run(with_package("pyright", package).current_dir(package).arg("--pythonpath").arg(python)).said
}

#[test]
#[ignore = "needs Python tools; run by .ci/paquets/python/run"]
fn the_formatter_would_change_nothing() {
    let package = written(&standard());
    let here = |arguments: &[&str]| {
        tool::succeed(with_package("ruff", package.path()).current_dir(package.path()).args(arguments).arg("--no-cache").arg("."))
    };
    here(&["format", "--check"]);
    here(&["check", "--select", "E,F,I,B,UP,RUF", "--ignore", "RUF001,RUF002,RUF003"]);
}

#[test]
#[ignore = "needs Python tools; run by .ci/paquets/python/run"]
fn the_example_of_the_readme_runs() {
    let package = written(&standard());
    let readme = fs::read_to_string(package.path().join("README.md")).expect("the README");
    let example = readme.split("```python\n").nth(1).and_then(|rest| rest.split("```").next()).expect("an example");
    assert_eq!(example.lines().count(), 10, "{example}");
    fs::write(package.path().join("exemple.py"), example).expect("writable");
    let places = fs::read_to_string(root().join("generated/exemples/valides/lieux.csv")).expect("the examples");
    fs::write(package.path().join("lieux.csv"), &places).expect("writable");
    let run = || tool::succeed(with_package("python", package.path()).current_dir(package.path()).arg("exemple.py"));
    let said = run();
    let expected = fs::read_to_string(root().join("generated/exemples/valides/lieux.ndjson")).expect("the examples");
    let values = |text: &str| -> Vec<Value> { text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect() };
    assert_eq!(values(&said), values(&expected));
    // Written as the examples are, to the byte.
    assert_eq!(fs::read_to_string(package.path().join("copie.csv")).expect("the copy"), places);
    let wrong = fs::read_to_string(root().join("generated/exemples/invalides/services-vocabulaire.csv")).expect("a case");
    fs::write(package.path().join("lieux.csv"), wrong).expect("writable");
    let said = run();
    assert!(said.contains("ligne 2\n  services : « ") && said.contains("n'est pas une valeur de services"), "{said}");
}

/// Each README shows a refusal of its own standard, in the words of the package.
#[test]
#[ignore = "needs Python tools; run by .ci/paquets/python/run"]
fn the_refusal_of_the_readme_is_that_of_the_package() {
    let program = "import sys, lieux_mediation_numerique as m; print(*m.lire_csv(sys.argv[1]))";
    let mut seen = 0;
    for (name, standard) in standards() {
        let package = written(standard);
        let Some(shown) = Shown::of(&fs::read_to_string(package.path().join("README.md")).expect("the README")) else { continue };
        let file = package.path().join("lieux.csv");
        fs::write(&file, shown.csv(standard)).expect("writable");
        let said = tool::succeed(with_package("python", package.path()).args(["-c", program]).arg(file));
        assert!(said.starts_with("ligne 2\n") && said.lines().any(|line| line == shown.line), "{name}: {}\n{said}", shown.line);
        seen += 1;
    }
    assert!(seen > frozen().len(), "{seen}");
}

/// Built by its backend, installed where there is nothing but the oldest pydantic it asks for, and used there.
#[test]
#[ignore = "needs Python tools; run by .ci/paquets/python/run"]
fn the_wheel_installs_and_is_typed() {
    let package = written(&standard());
    let here = package.path();
    tool::succeed(with_package("python", here).current_dir(here).args([
        "-m",
        "build",
        "--wheel",
        "--no-isolation",
        "--outdir",
        "roues",
    ]));
    let wheel = fs::read_dir(here.join("roues")).expect("wheels").map(|entry| entry.expect("an entry").path()).next();
    let wheel = wheel.expect("a wheel");
    tool::succeed(tool::program("python", "bin/python").args(["-m", "venv"]).arg(here.join("neuf")));
    let fresh = |program: &str| {
        let mut command = Command::new(here.join("neuf/bin").join(program));
        // Not the folder of the sources, which Python would read first.
        command.current_dir(here.join("neuf"));
        command
    };
    let wheels = tool::folder("python").join("roues");
    tool::succeed(
        fresh("pip")
            .args(["install", "--quiet", "--disable-pip-version-check", "--no-index", "--find-links"])
            .arg(wheels)
            .arg(wheel),
    );
    let said = tool::succeed(fresh("python").arg("-c").arg(INSTALLED).arg(root().join("generated/exemples/valides/lieux.csv")));
    let rows = standard().examples.len();
    let version = standard().identity.version;
    assert_eq!(said.trim(), format!("{version} {rows} True 2.7.0"), "{said}");
}

const INSTALLED: &str = "
import importlib.metadata, importlib.resources, sys
from lieux_mediation_numerique import Lieu, lire_csv
lieux = [lieu for lieu in lire_csv(sys.argv[1]) if isinstance(lieu, Lieu)]
typed = importlib.resources.files('lieux_mediation_numerique').joinpath('py.typed').is_file()
version = importlib.metadata.version
print(version('lieux-mediation-numerique'), len(lieux), typed, version('pydantic'))
";

/// Emission is the same whatever the rank of the call, and no line is longer than the package says.
#[test]
fn sources_are_neat_and_the_same_each_time() {
    let python = |standard: &Standard| -> Vec<(String, String)> {
        let artifacts = emit::all(standard).into_iter().filter(|artifact| artifact.path.starts_with("python/"));
        artifacts.map(|artifact| (artifact.path, String::from_utf8(artifact.bytes).expect("UTF-8"))).collect()
    };
    let standard = standard();
    let first = python(&standard);
    assert_eq!(first, python(&standard));
    let long = |text: &str| text.lines().filter(|line| line.chars().count() > 120).map(str::to_owned).collect::<Vec<_>>();
    for (path, text) in first.iter().filter(|(path, _)| path.ends_with(".py")) {
        assert_eq!(long(text), Vec::<String>::new(), "{path}");
    }
}
