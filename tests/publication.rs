//! `check --publication` as a person runs it: on the disk, in every format.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;

use serde_json::Value;

use crate::support::{command, copy, root, run, standard};

/// A folder with the small standard and all that comes from it.
fn workplace() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    copy(&root().join("tests/cases/base"), &folder.path().join("schema"));
    assert_eq!(verb(folder.path(), &["generate"]).0, 0);
    folder
}

fn verb(folder: &Path, arguments: &[&str]) -> (i32, String, String) {
    run(command().current_dir(folder).args(arguments))
}

fn replace(folder: &Path, file: &str, from: &str, to: &str) {
    let path = folder.join("generated/publication").join(file);
    let text = fs::read_to_string(&path).expect("a text");
    assert!(text.contains(from), "{file} does not hold {from}");
    fs::write(&path, text.replacen(from, to, 1)).expect("writable");
}

#[test]
fn both_standards_respect_the_contract() {
    let tag = standard().identity.version.tag();
    let (code, stdout, stderr) = verb(root(), &["check", "--publication", "--tag", &tag]);
    assert_eq!((code, stderr.as_str()), (0, ""), "{stdout}");
    assert!(stdout.ends_with("generated/publication respecte le contrat de publication\n"), "{stdout}");
    let folder = workplace();
    let (code, stdout, _) = verb(folder.path(), &["check", "--publication"]);
    assert_eq!(
        (code, stdout.as_str()),
        (0, "schema et generated sont d'accord\ngenerated/publication respecte le contrat de publication\n")
    );
}

#[test]
fn another_tag_is_refused_where_the_version_is_written() {
    let folder = workplace();
    let (code, stdout, _) = verb(folder.path(), &["check", "--publication", "--tag", "v1.2.0"]);
    assert_eq!(code, 1);
    assert!(stdout.contains("faute[publication-etiquette]") && stdout.contains("publication/schema.json:9:14"), "{stdout}");
    assert!(stdout.contains("\"version\": \"v1.1.0\"") && !stdout.contains("respecte"), "{stdout}");
    let (code, _, stderr) = verb(folder.path(), &["check", "--tag", "v1.1.0"]);
    assert_eq!(code, 2);
    assert!(stderr.contains("--publication"), "{stderr}");
}

#[test]
fn findings_are_the_same_in_every_format_and_absent_without_the_flag() {
    let folder = workplace();
    replace(folder.path(), "schema.json", "\"title\": \"Nom\"", "\"title\": \"Nom (usuel)\"");
    replace(folder.path(), ".github/workflows/assert_version.yml", "assert_version.py", "autre.py");
    let asked = |format: &str| verb(folder.path(), &["check", "--publication", "--format", format]);
    let (code, json, _) = asked("json");
    let findings: Value = serde_json::from_str(&json).expect("JSON");
    let ours: Vec<&Value> = findings.as_array().expect("a list").iter().filter(|f| is_about_publication(&f["regle"])).collect();
    assert_eq!(code, 1);
    let places: Vec<&str> = ours.iter().filter_map(|finding| finding["lieu"]["fichier"].as_str()).collect();
    assert_eq!(places, ["generated/publication/.github/workflows/assert_version.yml", "generated/publication/schema.json"]);
    assert!(ours[1]["lieu"]["ligne"].is_u64() && ours[1]["niveau"] == "recommandation", "{ours:?}");
    let (_, github, _) = asked("github");
    assert!(github.contains("::warning file=generated/publication/schema.json,line="), "{github}");
    assert!(github.contains("title=publication-outillage::"), "{github}");
    let (_, sarif, _) = asked("sarif");
    let sarif: Value = serde_json::from_str(&sarif).expect("JSON");
    let results = sarif["runs"][0]["results"].as_array().expect("results");
    assert_eq!(results.iter().filter(|result| is_about_publication(&result["ruleId"])).count(), ours.len());
    let (_, terminal, _) = asked("terminal");
    assert!(terminal.contains("conseil[publication-titre]") && terminal.contains("Nom (usuel)"), "{terminal}");
    let (_, without, _) = verb(folder.path(), &["check"]);
    assert!(without.contains("n'est plus à jour") && !without.contains("publication-"), "{without}");
}

fn is_about_publication(rule: &Value) -> bool {
    rule.as_str().is_some_and(|rule| rule.starts_with("publication-"))
}

/// The tree on the disk is what will be published: it is read even when the sources are at fault.
#[test]
fn the_tree_is_read_even_when_the_sources_do_not_load() {
    let folder = workplace();
    fs::write(folder.path().join("schema/champs/nom.yaml"), "nom: nom\n").expect("a file");
    fs::remove_file(folder.path().join("generated/publication/README.md")).expect("removed");
    let (code, stdout, _) = verb(folder.path(), &["check", "--publication"]);
    assert_eq!(code, 1);
    assert!(stdout.contains("faute[cle-manquante]") && stdout.contains("faute[publication-fichier-manquant]"), "{stdout}");
}

#[test]
fn bad_trees_are_answered_in_french() {
    let folder = workplace();
    let tree = folder.path().join("generated/publication");
    fs::write(tree.join("schema.json"), "[".repeat(20 << 20)).expect("a big file");
    fs::write(tree.join("exemple-valide.json"), "[".repeat(1 << 20)).expect("a deep file");
    fs::write(tree.join("README.md"), b"# \xff").expect("a file");
    let (code, stdout, _) = verb(folder.path(), &["check", "--publication"]);
    assert_eq!(code, 1);
    for said in ["ce fichier dépasse 4 Mio", "trop de niveaux sont imbriqués", "n'est pas en UTF-8"] {
        assert!(stdout.contains(said), "{said}: {}", stdout.chars().take(2000).collect::<String>());
    }
    symlink("..", tree.join("boucle")).expect("a link");
    let (code, _, stderr) = verb(folder.path(), &["check", "--publication"]);
    assert_eq!(code, 2);
    assert!(stderr.contains("est un lien vers un dossier"), "{stderr}");
    fs::remove_dir_all(&tree).expect("removed");
    let (code, _, stderr) = verb(folder.path(), &["check", "--publication"]);
    assert_eq!(code, 2);
    assert!(stderr.contains("generated/publication") && stderr.contains("il n'existe pas"), "{stderr}");
}
