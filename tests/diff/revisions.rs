//! Revisions of a repository.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::{diff, workplace};

fn git(folder: &Path, arguments: &[&str]) {
    let identity = ["-c", "user.name=Essai", "-c", "user.email=essai@example.org", "-c", "init.defaultBranch=main"];
    let done = Command::new("git").current_dir(folder).args(identity).args(arguments).output().expect("git runs");
    assert!(done.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&done.stderr));
}

fn commit(folder: &Path, message: &str) {
    git(folder, &["add", "--all"]);
    git(folder, &["commit", "--quiet", "--message", message]);
}

#[test]
fn a_side_may_be_a_revision() {
    let folder = workplace();
    let path = folder.path();
    git(path, &["init", "--quiet"]);
    commit(path, "Premier état");
    git(path, &["tag", "v9.0.0"]);
    let list = path.join("schema/vocabulaires/services.yaml");
    let text = fs::read_to_string(&list).expect("a text");
    fs::write(&list, text.replace("Aide en ligne (visio)", "Aide à distance")).expect("a file");
    // A name that is not ASCII is quoted by a careless reading of what git lists.
    fs::write(path.join("schema/à-lire.md"), "Une note.\n").expect("a file");
    commit(path, "Une valeur s'écrit autrement");
    for arguments in [&["HEAD~1", "HEAD"][..], &["HEAD~1"], &["v9.0.0", "main"], &["HEAD^", "schema"]] {
        let (code, stdout, stderr) = diff(path, arguments);
        assert_eq!((code, stderr.as_str()), (0, ""), "{arguments:?}: {stdout}");
        assert!(stdout.contains("« Aide en ligne (visio) » s'écrit désormais « Aide à distance »"), "{stdout}");
        // Both are the version in preparation: it is held against the last published one, that never had this value.
        assert!(stdout.contains("par rapport à la dernière publiée, 1.0.0. La version déclarée, 1.1.0, suffit"), "{stdout}");
    }
    let (code, _, stderr) = diff(path, &["HEAD~9", "HEAD"]);
    assert_eq!(code, 2);
    assert!(stderr.contains("« HEAD~9 »") && stderr.contains("ni une révision de ce dépôt Git"), "{stderr}");
    assert!(stderr.contains("0.9.0, 1.0.0"), "{stderr}");
    // A version comes before a tag of that name.
    git(path, &["tag", "v1.0.0"]);
    assert!(diff(path, &["v1.0.0"]).1.contains("la version 1.0.0 → "));
}

#[test]
fn a_revision_without_sources_is_read_from_what_it_had() {
    let folder = workplace();
    // Not at the root of the repository: paths are those of the folder the command runs in.
    let path = folder.path().join("sous/dossier");
    fs::create_dir_all(&path).expect("a folder");
    for name in ["schema", "generated"] {
        fs::rename(folder.path().join(name), path.join(name)).expect("moved");
    }
    git(folder.path(), &["init", "--quiet"]);
    commit(folder.path(), "Tout");
    fs::rename(path.join("schema"), folder.path().join("schema-ailleurs")).expect("moved");
    commit(folder.path(), "Sans la source");
    fs::rename(path.join("generated/table-schema/schema.json"), folder.path().join("schema.json")).expect("moved");
    fs::remove_dir_all(path.join("generated")).expect("removed");
    commit(folder.path(), "Un Table Schema");
    fs::remove_file(folder.path().join("schema.json")).expect("removed");
    commit(folder.path(), "Plus rien");
    for (arguments, label) in [
        (["HEAD~3", "HEAD~2"], "HEAD~3 (1.1.0) → HEAD~2:sous/dossier/generated/standard.json (1.1.0)"),
        (["HEAD~2", "HEAD~1"], "HEAD~1:schema.json (1.1.0)"),
    ] {
        let (code, stdout, stderr) = diff(&path, &arguments);
        // A Table Schema of ours lets an empty part through where an import only advises against it: that is said.
        assert_eq!(stderr.starts_with("note : la lecture de HEAD~1:schema.json"), label.contains("schema.json"), "{stderr}");
        assert!(code < 2 && stdout.contains(label), "{stdout}");
    }
    let (code, _, stderr) = diff(&path, &["HEAD~1", "HEAD"]);
    assert_eq!(code, 2);
    assert!(stderr.contains("« HEAD » ne contient pas de standard"), "{stderr}");
}

#[test]
fn sources_that_do_not_load_are_shown_with_their_side() {
    let folder = workplace();
    let path = folder.path();
    git(path, &["init", "--quiet"]);
    fs::rename(path.join("generated"), path.join("mis-de-cote")).expect("moved");
    fs::write(path.join("schema/champs/nom.yaml"), "nom: nom\ntitres: Nom\n").expect("a file");
    commit(path, "Une source fautive");
    for (arguments, place, side) in [
        (["1.0.0", "schema"], "schema/champs/nom.yaml:2:1", "le côté APRÈS (« schema »)"),
        (["HEAD", "1.0.0"], "HEAD:schema/champs/nom.yaml:2:1", "le côté AVANT (« HEAD »)"),
        (["1.1.0", "1.0.0"], "schema/champs/nom.yaml:2:1", "le côté AVANT (« 1.1.0 »)"),
    ] {
        let (code, stdout, stderr) = diff(path, &arguments);
        assert_eq!(code, 2, "{stdout}{stderr}");
        assert!(stdout.contains("faute[cle-inconnue]") && stdout.contains(place), "{stdout}");
        assert!(stderr.contains(side), "{stderr}");
    }
    // A comment is asked for: what stands on the standard output would be published.
    let (code, stdout, stderr) = diff(path, &["HEAD", "schema", "--format", "markdown"]);
    assert_eq!((code, stdout.as_str()), (2, ""));
    assert!(stderr.contains("faute[cle-inconnue]"), "{stderr}");
    assert!(stderr.contains("le côté AVANT") && stderr.contains("le côté APRÈS"), "{stderr}");
    // What that revision had generated may be older than its sources: it never speaks in their place.
    fs::rename(path.join("mis-de-cote"), path.join("generated")).expect("moved");
    commit(path, "Ce qu'elle avait produit");
    assert_eq!(diff(path, &["1.0.0", "HEAD"]).0, 2);
}

/// What `check` refuses because nobody tells it is just what a comparison is there to show.
#[test]
fn a_change_that_nobody_tells_is_compared_all_the_same() {
    let folder = workplace();
    let path = folder.path();
    git(path, &["init", "--quiet"]);
    commit(path, "Avant");
    let field = path.join("schema/champs/nom.yaml");
    let text = fs::read_to_string(&field).expect("a text");
    let shorter = text.replace("obligatoire: true\n", "obligatoire: true\nlongueur_max: 30\n");
    let shown = "contre_exemples:\n  - valeur: Un nom beaucoup trop long pour tenir quelque part\n    regle: longueur\n";
    fs::write(&field, shorter.replace("contre_exemples:\n", shown)).expect("a file");
    let (code, stdout, _) = crate::support::run(crate::support::command().current_dir(path).arg("check"));
    assert!(code == 1 && stdout.contains("faute[evolution-manquante]"), "{stdout}");
    commit(path, "Après, sans regénérer");
    for arguments in [&["HEAD~1", "HEAD"][..], &["HEAD~1", "schema"], &["1.0.0", "schema"]] {
        for format in ["terminal", "markdown"] {
            let (code, stdout, stderr) = diff(path, &[arguments, &["--format", format]].concat());
            assert_eq!((code, stderr.as_str()), (1, ""), "{arguments:?}: {stdout}");
            assert!(stdout.contains("30 caractères au plus") && stdout.contains("2.0.0"), "{stdout}");
        }
    }
}
