//! What is committed is what the sources say, to the byte, and nothing else.

use std::collections::{BTreeMap, BTreeSet};

use standard_mediation_codegen::emit::{self, EMITTERS};
use standard_mediation_codegen::source;
use standard_mediation_model::Standard;

use crate::support::{command, files, root, run, said, sources, standard, unpublished};

fn emitted(standard: &Standard) -> BTreeMap<String, Vec<u8>> {
    emit::all(standard).into_iter().map(|artifact| (artifact.path, artifact.bytes)).collect()
}

#[test]
fn generated_is_up_to_date() {
    let (code, stdout, stderr) = run(command().arg("check"));
    assert_eq!((code, stderr.as_str()), (0, ""), "lancez : cargo standard generate\n{stdout}");
}

#[test]
fn two_runs_write_the_same_bytes() {
    assert!(emitted(&standard()) == emitted(&standard()));
}

#[test]
fn each_file_has_exactly_one_emitter() {
    let standard = standard();
    let mut owners: BTreeMap<String, usize> = BTreeMap::new();
    for (rank, emitter) in EMITTERS.iter().enumerate() {
        let artifacts = (emitter.emit)(&standard);
        assert!(!artifacts.is_empty(), "{:?} writes nothing", emitter.writes);
        for artifact in artifacts {
            let inside = emitter
                .writes
                .iter()
                .any(|path| artifact.path == *path || (path.ends_with('/') && artifact.path.starts_with(path)));
            assert!(inside, "{} is not below {:?}", artifact.path, emitter.writes);
            assert_eq!(owners.insert(artifact.path.clone(), rank), None, "{} has two owners", artifact.path);
        }
    }
    let portable = |path: &str| path.bytes().all(|b| b.is_ascii_alphanumeric() || b"/._-".contains(&b)) && !path.contains("..");
    assert!(owners.keys().all(|path| portable(path)));
}

#[test]
fn texts_end_with_one_line_feed_and_hold_no_carriage_return() {
    for (path, bytes) in emitted(&standard()).into_iter().filter(|(path, _)| !path.ends_with(".xlsx")) {
        let text = String::from_utf8(bytes).unwrap_or_else(|_| panic!("{path} is not UTF-8"));
        assert!(text.ends_with('\n') && !text.ends_with("\n\n") && !text.contains('\r'), "{path}");
    }
}

#[test]
fn the_resolved_standard_reads_back() {
    let standard = standard();
    let text = &emitted(&standard)["standard.json"];
    let back: Standard = serde_json::from_slice(text).expect("standard.json reads back");
    assert_eq!(back, standard);
}

/// The words that a changed libelle may touch, and only them.
#[test]
fn a_libelle_changed_in_one_place_changes_every_file_that_shows_it_and_nothing_else() {
    let (old, new) = ("Promeneurs du net", "Promeneurs du réseau");
    let mut edited = unpublished(sources(&root().join("schema")));
    let before = source::load(&edited).standard.expect("the standard loads");
    let path = "vocabulaires/dispositif_programmes_nationaux.yaml";
    let text = String::from_utf8(edited[path].clone()).expect("UTF-8");
    edited.insert(path.to_owned(), text.replace(&format!("libelle: {old}"), &format!("libelle: {new}")).into_bytes());
    let loaded = source::load(&edited);
    let changed = loaded.standard.unwrap_or_else(|| panic!("{:#?}", loaded.findings));
    let (before, after) = (emitted(&before), emitted(&changed));
    assert_eq!(before.keys().collect::<Vec<_>>(), after.keys().collect::<Vec<_>>());
    let mut touched = 0;
    for (path, bytes) in &before {
        let (before, after) = (said(path, bytes), said(path, &after[path]));
        // The definition of the value and the alias-free prose keep their own words: only the libelle moves.
        let shows = before.contains(old);
        assert_eq!(before != after, shows, "{path}");
        assert!(!after.contains(old), "{path} still shows the old libelle");
        touched += usize::from(shows);
    }
    assert!(touched >= 10, "only {touched} files show the value");
}

#[test]
fn a_new_field_changes_no_page_of_another() {
    let mut edited = unpublished(sources(&root().join("schema")));
    let before = source::load(&edited).standard.expect("the standard loads");
    let index = String::from_utf8(edited["standard.yaml"].clone()).expect("UTF-8");
    edited.insert(
        "standard.yaml".into(),
        index.replace("  prise_rdv: offre\n", "  prise_rdv: offre\n  wifi: offre\n").into_bytes(),
    );
    let field = "nom: wifi\ntitre: Wifi\ndescription: >-\n  Dit si le lieu donne accès au réseau sans fil.\ntype: texte\nobligatoire: false\ndepuis: 1.1.0\nexemples:\n  - oui\n";
    edited.insert("champs/wifi.yaml".into(), field.as_bytes().to_vec());
    let full = edited
        .iter()
        .find(|(path, bytes)| path.starts_with("exemples/") && String::from_utf8_lossy(bytes).contains("genre: complet"));
    let (path, bytes) = full.expect("a full row");
    let (path, text) = (path.clone(), format!("{}\n  wifi: oui\n", String::from_utf8_lossy(bytes).trim_end()));
    edited.insert(path, text.into_bytes());
    let loaded = source::load(&edited);
    let changed = loaded.standard.unwrap_or_else(|| panic!("{:#?}", loaded.findings));
    let (before, after) = (emitted(&before), emitted(&changed));
    let changed: BTreeSet<&String> =
        before.iter().filter(|(path, bytes)| after.get(*path) != Some(*bytes)).map(|(path, _)| path).collect();
    let page = |path: &str| path.starts_with("pages/champs/") || path.starts_with("pages/vocabulaires/");
    assert!(changed.iter().all(|path| !page(path)), "{changed:?}");
    assert!(changed.iter().all(|path| !path.starts_with("vocabulaires.")), "{changed:?}");
    assert!(before.keys().all(|path| after.contains_key(path)));
}

#[test]
fn editor_setting_of_the_repository_is_the_emitted_one() {
    let committed = std::fs::read(root().join(".vscode/settings.json")).expect("the setting");
    assert!(committed == emitted(&standard())["editeur/settings.json"], "lancez : bash .github/scripts/generer.sh");
}

#[test]
fn issue_forms_of_the_repository_are_the_emitted_ones() {
    let committed = files(&root().join(".github/ISSUE_TEMPLATE"));
    let emitted = emitted(&standard());
    let forms =
        emitted.iter().filter_map(|(path, bytes)| Some((path.strip_prefix("github/ISSUE_TEMPLATE/")?.to_owned(), bytes.clone())));
    assert!(committed == forms.collect(), "lancez : bash .github/scripts/generer.sh");
}

#[test]
fn nothing_of_this_machine_leaks() {
    let home = root().to_string_lossy().into_owned();
    for (path, bytes) in files(&root().join("generated")) {
        assert!(!said(&path, &bytes).contains(&home), "{path}");
    }
}

/// The one exception publishes the shapes of the sources themselves.
#[test]
fn emitters_import_only_the_model() {
    let folder = root().join("generator/codegen/src/emit");
    for (path, bytes) in files(&folder) {
        let text = String::from_utf8(bytes).expect("UTF-8");
        // Unit tests read the real sources.
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        let is_test = path.ends_with("tests.rs") || path.ends_with("trial.rs");
        if path != "editor/mod.rs" && !is_test {
            assert!(!code.contains("crate::source") && !code.contains("source::load"), "{path}");
        }
        assert!(!code.contains("std::fs") && !code.contains("std::env") || is_test, "{path}");
    }
}

#[test]
fn the_diagnostic_of_the_readme_is_real() {
    let folder = tempfile::tempdir().expect("a folder");
    let schema = folder.path().join("schema");
    crate::support::copy(&root().join("schema"), &schema);
    let path = schema.join("vocabulaires/services.yaml");
    let text = std::fs::read_to_string(&path).expect("the services");
    let edited = text.replace("libelle: Compréhension du monde numérique", "libélé: Compréhension du monde numérique");
    std::fs::write(&path, edited).expect("writable");
    let (_, stdout, _) = run(command().current_dir(folder.path()).arg("check"));
    let frame = stdout.split("\n\n").next().expect("a frame");
    let readme = std::fs::read_to_string(root().join("README.md")).expect("the README");
    assert!(readme.contains(frame), "{frame}");
}
