//! The emitted Rust crate, built and tested as its users will: alone, with and without its options.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::packages::{Shown, frozen};
use crate::support::{copy, root, unpublished};

/// Copies of the crate look alike to cargo: in one target folder, they take turns.
static TURN: Mutex<()> = Mutex::new(());

fn turn() -> MutexGuard<'static, ()> {
    TURN.lock().unwrap_or_else(PoisonError::into_inner)
}

fn cargo(folder: &Path, arguments: &[&str]) -> String {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command
        .current_dir(folder)
        .args(arguments)
        .env("CARGO_TARGET_DIR", root().join("target/lieux"))
        .env("RUSTFLAGS", "-D warnings");
    let output = command.output().expect("cargo runs");
    let text = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "cargo {arguments:?}\n{text}");
    text
}

#[test]
fn the_emitted_crate_builds_tests_and_packages() {
    let _turn = turn();
    let folder = tempfile::tempdir().expect("a folder");
    let member = folder.path().join("rust");
    copy(&root().join("generated/rust"), &member);
    // The versions that this repository has tried.
    fs::copy(root().join("Cargo.lock"), member.join("Cargo.lock")).expect("a lock file");
    let tested = cargo(&member, &["test", "--all-features"]);
    assert!(tested.contains("les_types_et_le_schema_publie_disent_la_meme_chose ... ok"), "{tested}");
    assert!(tested.contains("csv_aller_retour ... ok") && tested.contains("json_aller_retour ... ok"), "{tested}");
    cargo(&member, &["test", "--no-default-features"]);
    let examples = root().join("generated/exemples/valides/lieux.csv");
    let said = cargo(&member, &["run", "--quiet", "--all-features", "--example", "lire", "--", &examples.to_string_lossy()]);
    let rows = fs::read_to_string(&examples).expect("the examples").lines().count() - 1;
    assert!(said.contains(&format!("{rows} lignes valides, 0 en défaut")), "{said}");
    let packaged = cargo(&member, &["package", "--allow-dirty"]);
    assert!(!packaged.contains("warning"), "{packaged}");
}

/// The crate refuses what the standard refuses: each blocking counter-example, in a row otherwise valid.
#[test]
fn the_emitted_crate_refuses_every_invalid_example() {
    let _turn = turn();
    let folder = tempfile::tempdir().expect("a folder");
    let member = folder.path().join("rust");
    copy(&root().join("generated/rust"), &member);
    fs::copy(root().join("Cargo.lock"), member.join("Cargo.lock")).expect("a lock file");
    cargo(&member, &["build", "--all-features", "--example", "lire"]);
    let program = root().join("target/lieux/debug/examples/lire");
    let mut seen = 0;
    for entry in fs::read_dir(root().join("generated/exemples/invalides")).expect("the invalid examples") {
        let path = entry.expect("an entry").path();
        // Two rows that share an id are a matter of the file, not of a place.
        if path.extension().is_none_or(|kind| kind != "csv") || path.to_string_lossy().contains("unique") {
            continue;
        }
        let output = Command::new(&program).arg(&path).output().expect("the example runs");
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        let field = path.file_stem().and_then(|name| name.to_str()).and_then(|name| name.split('-').next()).expect("a field");
        assert_eq!(output.status.code(), Some(1), "{} : {said}", path.display());
        assert!(said.contains(&format!("\n  {field} : ")) && said.contains("1 en défaut"), "{} : {said}", path.display());
        seen += 1;
    }
    assert!(seen > 20, "{seen}");
}

/// The crate of the oldest version, which recorded no text, says what its schema says and refuses as its README shows. The
/// site offers it; later versions differ less from the present one.
#[test]
fn the_crate_of_a_frozen_version_is_whole() {
    let _turn = turn();
    let (_, oldest) = frozen().first().expect("a frozen version");
    let folder = tempfile::tempdir().expect("a folder");
    for artifact in standard_mediation_codegen::emit::all(oldest).iter().filter(|artifact| artifact.path.starts_with("rust/")) {
        let path = folder.path().join(&artifact.path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, &artifact.bytes).expect("writable");
    }
    let member = folder.path().join("rust");
    fs::copy(root().join("Cargo.lock"), member.join("Cargo.lock")).expect("a lock file");
    let tested = cargo(&member, &["test", "--all-features", "--tests"]);
    assert!(tested.contains("les_types_et_le_schema_publie_disent_la_meme_chose ... ok"), "{tested}");
    let shown = Shown::of(&fs::read_to_string(member.join("README.md")).expect("the README")).expect("a refusal");
    let file = folder.path().join("lieux.csv");
    fs::write(&file, shown.csv(oldest)).expect("writable");
    cargo(&member, &["build", "--all-features", "--example", "lire"]);
    let output = Command::new(root().join("target/lieux/debug/examples/lire")).arg(file).output().expect("the example runs");
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.code() == Some(1) && said.lines().any(|line| line.trim() == shown.line), "{}\n{said}", shown.line);
}

/// Words of Rust as names, and labels that would break out of a text, still make a crate that compiles without warning.
#[test]
fn a_hostile_standard_still_makes_a_crate() {
    let _turn = turn();
    let mut sources = crate::support::sources(&root().join("tests/cases/base"));
    let mut edit = |path: &str, from: &str, to: &str| {
        let text = String::from_utf8(sources[path].clone()).expect("UTF-8");
        assert!(text.contains(from), "{path} : {from}");
        sources.insert(path.to_owned(), text.replace(from, to).into_bytes());
    };
    edit("vocabulaires/services.yaml", "code: demarches", "code: self");
    edit("vocabulaires/services.yaml", "libelle: Aide aux démarches", r##"libelle: '"; } */ \ {x} #"# //'"##);
    edit("vocabulaires/services.yaml", "code: materiel", "code: match");
    edit("vocabulaires/services.yaml", "      Quelqu'un aide", r"      Quelqu'un [aide](x) `{` \u{7f} */ \n");
    edit("exemples/complet.yaml", "[demarches, materiel]", "[self, match]");
    edit("champs/services.yaml", "[demarches, materiel]", "[self, match]");
    edit("champs/services.yaml", "Aide aux demarches", "Autre chose");
    for (path, name, group) in [("champs/nom.yaml", "type", "definir"), ("champs/latitude.yaml", "self", "localiser")] {
        let old = path.trim_start_matches("champs/").trim_end_matches(".yaml");
        edit(path, &format!("nom: {old}\n"), &format!("nom: {name}\n"));
        edit("standard.yaml", &format!("  {old}: {group}"), &format!("  {name}: {group}"));
    }
    edit("champs/code_postal.yaml", "[latitude]", "[self]");
    edit("exemples/complet.yaml", "  nom: ", "  type: ");
    edit("exemples/complet.yaml", "  latitude: ", "  self: ");
    edit("exemples/minimal.yaml", "  nom: ", "  type: ");
    edit("exemples/en-ligne.yaml", "  nom: ", "  type: ");
    let (nom, latitude) = (sources.remove("champs/nom.yaml"), sources.remove("champs/latitude.yaml"));
    sources.insert("champs/type.yaml".into(), nom.expect("a field"));
    sources.insert("champs/self.yaml".into(), latitude.expect("a field"));
    let loaded = standard_mediation_codegen::source::load(&unpublished(sources));
    let standard = loaded.standard.unwrap_or_else(|| panic!("{:#?}", loaded.findings));
    let folder = tempfile::tempdir().expect("a folder");
    for artifact in standard_mediation_codegen::emit::all(&standard) {
        let path = folder.path().join(&artifact.path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, artifact.bytes).expect("writable");
    }
    let member = folder.path().join("rust");
    fs::copy(root().join("Cargo.lock"), member.join("Cargo.lock")).expect("a lock file");
    cargo(&member, &["test", "--all-features"]);
}

/// A standard that uses every type, separator and constraint: its crate compiles without warning, says the same as its
/// schema, reads its valid examples and refuses its invalid ones.
#[test]
fn a_standard_of_every_kind_makes_a_crate_that_agrees() {
    use standard_mediation_codegen::import::{Options, completed, import};
    use standard_mediation_model::Kind;

    let _turn = turn();
    let bytes = fs::read(root().join("tests/schemas/tous-les-types/schema.json")).expect("a schema");
    let imported = import("schema.json", &bytes, &Options::default());
    let (standard, _) = completed(imported.standard.unwrap_or_else(|| panic!("{:#?}", imported.remarks)));
    for kind in Kind::ALL {
        assert!(standard.fields.iter().any(|field| field.kind == kind), "no field of {kind:?}");
    }
    let loaded = standard_mediation_codegen::source::load(&standard_mediation_codegen::source::write(&standard));
    let standard = loaded.standard.unwrap_or_else(|| panic!("{:#?}", loaded.findings));
    let folder = tempfile::tempdir().expect("a folder");
    for artifact in standard_mediation_codegen::emit::all(&standard) {
        let path = folder.path().join(&artifact.path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, artifact.bytes).expect("writable");
    }
    let member = folder.path().join("rust");
    fs::copy(root().join("Cargo.lock"), member.join("Cargo.lock")).expect("a lock file");
    cargo(&member, &["test", "--all-features"]);
    cargo(&member, &["build", "--all-features", "--example", "lire"]);
    let read = |path: &Path| {
        let output = Command::new(root().join("target/lieux/debug/examples/lire")).arg(path).output().expect("the example runs");
        (output.status.code(), String::from_utf8_lossy(&output.stdout).into_owned())
    };
    let (code, said) = read(&folder.path().join("exemples/valides/lieux.csv"));
    assert_eq!(code, Some(0), "{said}");
    // That a text is JSON, or a day under another format, is for the engine: see the page of gaps.
    let unread = |field: &standard_mediation_model::Field| {
        matches!(field.kind, Kind::GeoJson | Kind::Object | Kind::Array)
            || (field.kind == Kind::Point && field.format.as_deref() == Some("object"))
    };
    let mut seen = 0;
    for entry in fs::read_dir(folder.path().join("exemples/invalides")).expect("the invalid examples") {
        let path = entry.expect("an entry").path();
        let stem = path.file_stem().expect("a name").to_string_lossy().into_owned();
        let Some((name, rule)) = stem.rsplit_once('-').filter(|_| path.extension().is_some_and(|kind| kind == "csv")) else {
            continue;
        };
        let Some(field) = standard.field(name) else { continue };
        if rule == "unique" || (rule == "type" && unread(field)) {
            continue;
        }
        let (code, said) = read(&path);
        assert_eq!(code, Some(1), "{stem}: {said}");
        assert!(said.contains(&format!("\n  {name} : ")), "{stem}: {said}");
        seen += 1;
    }
    assert!(seen > 25, "{seen}");
}
