//! `release`: a gate, then a freeze, all or nothing.

use std::fs;
use std::path::Path;
use std::process::Command;

use standard_mediation_model::Version;

use crate::support::{command, copy, files, root, run};

/// The repository of a standard, committed: its sources, what they emit, nothing else.
fn repository(schema: &Path) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    copy(schema, &folder.path().join("schema"));
    let (code, stdout, _) = verb(folder.path(), &["generate"]);
    assert_eq!(code, 0, "{stdout}");
    commit_all(folder.path());
    folder
}

/// Makes a repository of a folder.
fn commit_all(folder: &Path) {
    git(folder, &["init", "--quiet", "--initial-branch", "main"]);
    git(folder, &["config", "user.name", "Essai"]);
    git(folder, &["config", "user.email", "essai@standard.example"]);
    commit(folder);
}

fn real() -> tempfile::TempDir {
    repository(&root().join("schema"))
}

fn small() -> tempfile::TempDir {
    repository(&root().join("tests/cases/base"))
}

fn commit(folder: &Path) {
    git(folder, &["add", "--all"]);
    git(folder, &["commit", "--quiet", "--message", "Un état"]);
}

fn git(folder: &Path, arguments: &[&str]) -> String {
    let output = Command::new("git").current_dir(folder).args(arguments).output().expect("git is installed");
    assert!(output.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8").trim().to_owned()
}

fn verb(folder: &Path, arguments: &[&str]) -> (i32, String, String) {
    run(command().current_dir(folder).args(arguments))
}

fn edit(folder: &Path, path: &str, old: &str, new: &str) {
    let path = folder.join("schema").join(path);
    let text = fs::read_to_string(&path).expect("a text");
    assert!(text.contains(old), "{} lacks {old}", path.display());
    fs::write(path, text.replace(old, new)).expect("writable");
}

/// What a refused release must leave: not a byte, not a commit, not a tag.
fn untouched(folder: &Path, act: impl FnOnce()) {
    let state = || {
        (
            files(&folder.join("schema")),
            files(&folder.join("generated")),
            git(folder, &["rev-parse", "HEAD"]),
            git(folder, &["tag"]),
            git(folder, &["status", "--porcelain"]),
        )
    };
    let before = state();
    act();
    assert!(state() == before, "something was left behind");
}

/// The number that the real standard may be released under: the one in preparation, or the next when that one is frozen.
fn releasable(folder: &Path) -> Version {
    let index = fs::read_to_string(folder.join("schema/standard.yaml")).expect("the index");
    let number = index.lines().find_map(|line| line.strip_prefix("version: ")).expect("a version");
    let version: Version = number.parse().expect("a version");
    if !folder.join(format!("schema/versions/{version}.json")).exists() {
        return version;
    }
    let next = Version { patch: version.patch + 1, ..version };
    edit(folder, "standard.yaml", &format!("version: {version}\ncree_le"), &format!("version: {next}\ncree_le"));
    edit(folder, "champs/nom.yaml", "titre: Nom", "titre: Nom du lieu,");
    assert_eq!(verb(folder, &["generate"]).0, 0);
    commit(folder);
    next
}

#[test]
fn the_real_standard_is_released_and_its_tag_passes_the_gate() {
    let folder = real();
    let version = releasable(folder.path());
    let (tag, day) = (version.tag(), "2099-12-01");
    let (code, stdout, stderr) = verb(folder.path(), &["release", &tag, "--date", day, "--tag"]);
    assert_eq!((code, stderr.as_str()), (0, ""), "{stdout}");
    assert!(stdout.contains(&format!("git push origin HEAD {tag}")), "{stdout}");
    // The tag holds the publication tree, at its root, to the byte.
    let tree = git(folder.path(), &["rev-parse", &format!("{tag}^{{tree}}")]);
    assert_eq!(tree, git(folder.path(), &["rev-parse", "HEAD:generated/publication"]));
    let schema = git(folder.path(), &["show", &format!("{tag}:schema.json")]);
    assert!(schema.contains(&format!("\"version\": \"{tag}\"")) && schema.contains(&format!("\"lastModified\": \"{day}\"")));
    // The frozen version is what programs were given, and everything agrees.
    let frozen = fs::read(folder.path().join(format!("schema/versions/{version}.json"))).expect("frozen");
    assert!(frozen == fs::read(folder.path().join("generated/standard.json")).expect("emitted"));
    assert_eq!(git(folder.path(), &["status", "--porcelain"]), "");
    let (code, stdout, _) = verb(folder.path(), &["check", "--publication", "--tag", &tag]);
    assert_eq!(code, 0, "{stdout}");
    // Comments of the index are still there.
    let index = fs::read_to_string(folder.path().join("schema/standard.yaml")).expect("the index");
    assert!(
        index.contains("# L'histoire, de la plus ancienne à la plus récente.") && index.contains(&format!("numero: {version}"))
    );
    // The same version is not released twice, and what follows needs another number.
    let (code, _, stderr) = verb(folder.path(), &["release", &tag]);
    assert!(code == 2 && stderr.contains("existe déjà"), "{stderr}");
    edit(folder.path(), "champs/commune.yaml", "titre: Commune", "titre: Commune du lieu");
    let (code, stdout, _) = verb(folder.path(), &["check"]);
    let next = Version { patch: version.patch + 1, ..version };
    assert!(code == 1 && stdout.contains("faute[version-deja-publiee]") && stdout.contains(&next.to_string()), "{stdout}");
}

#[test]
fn a_repository_that_starts_releases_its_first_version() {
    let folder = tempfile::tempdir().expect("a folder");
    let schema = root().join("tests/schemas/parkings/schema.json");
    let (code, stdout, stderr) = run(command().current_dir(folder.path()).args(["init", "--depuis"]).arg(schema));
    assert_eq!(code, 0, "{stdout}{stderr}");
    assert_eq!(verb(folder.path(), &["generate"]).0, 0);
    commit_all(folder.path());
    let index = fs::read_to_string(folder.path().join("schema/standard.yaml")).expect("the index");
    let version = index.lines().find_map(|line| line.strip_prefix("version: ")).expect("a version").to_owned();
    let (code, stdout, stderr) = verb(folder.path(), &["release", &version, "--date", "2026-12-01", "--tag"]);
    assert_eq!(code, 0, "{stdout}{stderr}");
    assert_eq!(verb(folder.path(), &["check", "--publication", "--tag", &format!("v{version}")]).0, 0);
}

#[test]
fn tags_of_the_standard_form_one_history() {
    let folder = small();
    assert_eq!(verb(folder.path(), &["release", "1.1.0", "--date", "2026-12-01", "--tag"]).0, 0);
    edit(folder.path(), "standard.yaml", "version: 1.1.0\ncree", "version: 1.1.1\ncree");
    edit(folder.path(), "champs/nom.yaml", "titre: Nom", "titre: Nom du lieu");
    assert_eq!(verb(folder.path(), &["generate"]).0, 0);
    commit(folder.path());
    let (code, stdout, stderr) = verb(folder.path(), &["release", "v1.1.1", "--date", "2026-12-02", "--tag"]);
    assert_eq!(code, 0, "{stdout}{stderr}");
    assert_eq!(git(folder.path(), &["rev-parse", "v1.1.1^{commit}^"]), git(folder.path(), &["rev-parse", "v1.1.0^{commit}"]));
}

#[test]
fn without_tag_the_commands_are_told_and_they_work() {
    let folder = small();
    let (code, stdout, _) = verb(folder.path(), &["release", "v1.1.0", "--date", "2026-12-01"]);
    assert_eq!(code, 0, "{stdout}");
    assert_eq!(git(folder.path(), &["tag"]), "");
    let script: String = stdout
        .lines()
        .filter_map(|line| line.strip_prefix("  git "))
        .filter(|line| !line.starts_with("push"))
        .map(|line| format!("git {line}\n"))
        .collect();
    assert_eq!(script.lines().count(), 3, "{stdout}");
    let done = Command::new("bash").current_dir(folder.path()).args(["-euc", &script]).output().expect("bash runs");
    assert!(done.status.success(), "{script}{}", String::from_utf8_lossy(&done.stderr));
    assert_eq!(
        git(folder.path(), &["rev-parse", "v1.1.0^{tree}"]),
        git(folder.path(), &["rev-parse", "HEAD:generated/publication"])
    );
}

#[test]
fn what_was_never_told_is_not_released() {
    let folder = small();
    // Removed without a word.
    fs::remove_file(folder.path().join("schema/evolutions/1.1.0-en-ligne.yaml")).expect("the fragment");
    commit(folder.path());
    untouched(folder.path(), || {
        let (code, stdout, _) = verb(folder.path(), &["release", "v1.1.0", "--tag"]);
        assert!(code == 1 && stdout.contains("faute[evolution-manquante]") && stdout.contains("en_ligne"), "{stdout}");
    });
}

#[test]
fn a_patch_cannot_hide_a_removed_value() {
    let folder = small();
    let value = "  - code: materiel\n    libelle: Prêt d'ordinateur\n    definition: >-\n      Un ordinateur est prêté sur place.\n    depuis: 1.0.0\n";
    edit(folder.path(), "vocabulaires/services.yaml", value, "");
    edit(folder.path(), "champs/services.yaml", "[demarches, materiel]", "[demarches, en_ligne]");
    for (path, bytes) in files(&folder.path().join("schema/exemples")) {
        let text = String::from_utf8(bytes)
            .expect("UTF-8")
            .replace("materiel, ", "")
            .replace(", materiel", "")
            .replace("[materiel]", "[demarches]");
        fs::write(folder.path().join("schema/exemples").join(path), text).expect("writable");
    }
    let fragment = "titre: Une valeur disparaît\nversion: 1.1.0\nniveau: correctif\nchamps: [services]\nvaleurs: [materiel]\ndescription: >-\n  Une valeur de moins.\nraison: >-\n  Elle ne servait pas.\n";
    fs::write(folder.path().join("schema/evolutions/1.1.0-materiel.yaml"), fragment).expect("writable");
    commit(folder.path());
    untouched(folder.path(), || {
        let (code, stdout, _) = verb(folder.path(), &["release", "v1.1.0", "--tag"]);
        assert_eq!(code, 1, "{stdout}");
        assert!(stdout.contains("faute[evolution-trop-legere]") && stdout.contains("faute[version-trop-basse]"), "{stdout}");
        assert!(stdout.contains("2.0.0"), "{stdout}");
    });
}

#[test]
fn a_breaking_change_waits_for_its_decision() {
    let folder = small();
    edit(folder.path(), "standard.yaml", "version: 1.1.0\ncree", "version: 2.0.0\ncree");
    edit(folder.path(), "evolutions/1.1.0-en-ligne.yaml", "version: 1.1.0", "version: 2.0.0");
    edit(folder.path(), "vocabulaires/services.yaml", "depuis: 1.1.0", "depuis: 2.0.0");
    edit(folder.path(), "champs/site_web.yaml", "depuis: 1.1.0", "depuis: 2.0.0");
    edit(folder.path(), "champs/nom.yaml", "type: texte\n", "type: texte\nlongueur_max: 30\n");
    let fragment = "titre: Des noms courts\nversion: 2.0.0\nniveau: majeur\nchamps: [nom]\ndescription: >-\n  Trente caractères au plus.\nraison: >-\n  Les cartes coupent.\ndecision: a-venir\n";
    fs::write(folder.path().join("schema/evolutions/2.0.0-noms.yaml"), fragment).expect("writable");
    let decision = "titre: Réunion à venir\ndate: bientôt\netat: a_confirmer\ndescription: >-\n  À trancher.\n";
    fs::write(folder.path().join("schema/decisions/a-venir.yaml"), decision).expect("writable");
    edit(
        folder.path(),
        "champs/nom.yaml",
        "contre_exemples:\n",
        "contre_exemples:\n  - valeur: Un nom beaucoup trop long pour tenir quelque part\n    regle: longueur\n",
    );
    commit(folder.path());
    untouched(folder.path(), || {
        let (code, stdout, _) = verb(folder.path(), &["release", "v2.0.0", "--date", "2026-12-01", "--tag"]);
        assert!(code == 1 && stdout.contains("faute[decision-a-confirmer]"), "{stdout}");
    });
    edit(folder.path(), "decisions/a-venir.yaml", "a_confirmer", "prise");
    commit(folder.path());
    let (code, stdout, stderr) = verb(folder.path(), &["release", "v2.0.0", "--date", "2026-12-01", "--tag"]);
    assert_eq!(code, 0, "{stdout}{stderr}");
}

#[test]
fn a_release_that_makes_no_sense_is_refused() {
    let folder = small();
    untouched(folder.path(), || {
        for (arguments, said) in [
            (&["release", "1.1"][..], "n'est pas une version"),
            (&["release", "v1.0.0"], "n'est pas plus récente"),
            (&["release", "v1.1.0", "--date", "hier"], "n'est pas une date"),
            (&["release", "v1.1.0", "--schema", "ailleurs"], "ailleurs"),
            (&["release"], "erreur"),
        ] {
            let (code, stdout, stderr) = verb(folder.path(), arguments);
            assert!(code == 2 && stderr.contains(said), "{arguments:?}: {stdout}{stderr}");
        }
    });
    fs::write(folder.path().join("schema/champs/nom.yaml.bak"), "x").expect("writable");
    let (code, _, stderr) = verb(folder.path(), &["release", "v1.1.0"]);
    assert!(code == 2 && stderr.contains("pas enregistrés"), "{stderr}");
}

#[test]
fn outside_a_repository_nothing_is_released() {
    let folder = tempfile::tempdir().expect("a folder");
    copy(&root().join("tests/cases/base"), &folder.path().join("schema"));
    let (code, _, stderr) =
        run(command().current_dir(folder.path()).env("GIT_CEILING_DIRECTORIES", folder.path()).args(["release", "v1.1.0"]));
    assert!(code == 2 && stderr.contains("pas dans un dépôt Git"), "{stderr}");
    assert!(!folder.path().join("schema/versions/1.1.0.json").exists());
    let (code, _, stderr) = run(command().current_dir(folder.path()).env("PATH", folder.path()).args(["release", "v1.1.0"]));
    assert!(code == 2 && stderr.contains("installez Git"), "{stderr}");
}

#[test]
fn when_git_refuses_everything_is_put_back() {
    let folder = small();
    git(folder.path(), &["config", "--unset", "user.name"]);
    git(folder.path(), &["config", "--unset", "user.email"]);
    git(folder.path(), &["config", "user.useConfigOnly", "true"]);
    untouched(folder.path(), || {
        let (code, _, stderr) = run(command()
            .current_dir(folder.path())
            .env("HOME", folder.path().join(".git"))
            .env_remove("GIT_AUTHOR_NAME")
            .env_remove("GIT_COMMITTER_NAME")
            .env_remove("GIT_AUTHOR_EMAIL")
            .env_remove("GIT_COMMITTER_EMAIL")
            .env("GIT_CONFIG_NOSYSTEM", "1")
            .env("GIT_CONFIG_GLOBAL", "/dev/null")
            .args(["release", "v1.1.0", "--date", "2026-12-01", "--tag"]));
        assert!(code == 2 && stderr.contains("git répond"), "{stderr}");
    });
}
