//! What several tests share: where things are, and how the command is run.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// Root of the repository.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("tests/ has a parent")
}

/// The command, built with the tests.
///
/// Cargo only builds the binaries of the package under test, so the first caller builds this one; it is the same
/// profile and the same target folder, hence usually already there.
pub(crate) fn command() -> Command {
    static BUILT: std::sync::OnceLock<PathBuf> = std::sync::OnceLock::new();
    let path = BUILT.get_or_init(|| built(&[]));
    let mut command = Command::new(path);
    command.current_dir(root()).env_remove("GITHUB_STEP_SUMMARY").env("NO_COLOR", "1");
    command
}

/// Builds the command, with these options besides, and gives where it is.
pub(crate) fn built(options: &[&str]) -> PathBuf {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let built = Command::new(cargo)
        .args(["build", "--quiet", "--package", "standard-mediation", "--message-format=json-render-diagnostics"])
        .args(options)
        .current_dir(root())
        .output()
        .expect("cargo runs");
    assert!(built.status.success(), "the command does not build:\n{}", String::from_utf8_lossy(&built.stderr));
    let messages = String::from_utf8(built.stdout).expect("cargo writes UTF-8");
    let executable = messages.lines().find_map(|line| {
        let message: serde_json::Value = serde_json::from_str(line).ok()?;
        (message["target"]["name"] == "standard-mediation").then(|| message["executable"].as_str().map(PathBuf::from))?
    });
    executable.expect("cargo names the executable it built")
}

/// Runs the command and gives its exit code, its output and its errors.
pub(crate) fn run(command: &mut Command) -> (i32, String, String) {
    let Output { status, stdout, stderr } = command.output().expect("the command runs");
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("the command writes UTF-8");
    let (stdout, stderr) = (text(stdout), text(stderr));
    assert!(!stderr.contains("panicked"), "{stderr}");
    (status.code().expect("not killed"), stdout, stderr)
}

/// The folders of `tests/cases/<kind>`, by name.
pub(crate) fn cases(kind: &str) -> Vec<PathBuf> {
    let folder = root().join("tests/cases").join(kind);
    let mut cases: Vec<PathBuf> = fs::read_dir(folder).expect("the cases").map(|entry| entry.expect("a case").path()).collect();
    cases.sort();
    assert!(!cases.is_empty());
    cases
}

/// The name of a case.
pub(crate) fn name_of(case: &Path) -> &str {
    case.file_name().and_then(|name| name.to_str()).expect("a plain name")
}

/// Copies a folder.
pub(crate) fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).unwrap_or_else(|error| panic!("{}: {error}", from.display())) {
        let entry = entry.expect("an entry");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("a copy");
        }
    }
}

/// The files below a folder: relative path with `/`, bytes.
pub(crate) fn files(folder: &Path) -> std::collections::BTreeMap<String, Vec<u8>> {
    fn walk(folder: &Path, prefix: &str, out: &mut std::collections::BTreeMap<String, Vec<u8>>) {
        for entry in fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
            let entry = entry.expect("an entry");
            let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
            if entry.path().is_dir() {
                walk(&entry.path(), &format!("{path}/"), out);
            } else {
                out.insert(path, fs::read(entry.path()).expect("a file"));
            }
        }
    }
    let mut out = std::collections::BTreeMap::new();
    walk(folder, "", &mut out);
    out
}

/// The parts of a workbook, by name.
pub(crate) fn workbook(bytes: &[u8]) -> std::collections::BTreeMap<String, String> {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("an archive");
    let ranks = 0..archive.len();
    let part = |rank| {
        let mut part = archive.by_index(rank).expect("a part");
        let text = std::io::read_to_string(&mut part).expect("UTF-8");
        (part.name().expect("a name").into_owned(), text)
    };
    ranks.map(part).collect()
}

/// What an artifact says: its text, or the texts of the parts of a workbook.
pub(crate) fn said(path: &str, bytes: &[u8]) -> String {
    if path.ends_with(".xlsx") {
        return workbook(bytes).into_values().collect();
    }
    String::from_utf8(bytes.to_vec()).unwrap_or_else(|_| panic!("{path} is not UTF-8"))
}

/// The sources of a folder, as the loader takes them.
pub(crate) fn sources(folder: &Path) -> standard_mediation_codegen::source::Sources {
    files(folder)
}

/// The same, as if nothing had been published before: a change then has nothing to answer for.
pub(crate) fn unpublished(
    mut sources: standard_mediation_codegen::source::Sources,
) -> standard_mediation_codegen::source::Sources {
    let index = String::from_utf8(sources["standard.yaml"].clone()).expect("UTF-8").replace("publiee: true", "publiee: false");
    let present = index.lines().find_map(|line| line.strip_prefix("version: ")).expect("a version").to_owned();
    // Once released, the present version is frozen too.
    let frozen = sources.remove(&format!("versions/{present}.json")).is_some();
    let lines: Vec<&str> = index.split_inclusive('\n').collect();
    let entry = lines.iter().position(|line| frozen && line.trim_end() == format!("  - numero: {present}"));
    let kept = lines.iter().enumerate().filter(|(i, _)| entry.is_none_or(|entry| !(entry..entry + 3).contains(i)));
    let index: String = kept.map(|(_, line)| *line).collect();
    sources.insert("standard.yaml".into(), index.into_bytes());
    // Steps lead from one published version to the next: there is none any more.
    sources.retain(|path, _| !path.starts_with("migrations/"));
    sources
}

/// The real standard.
pub(crate) fn standard() -> standard_mediation_model::Standard {
    let loaded = standard_mediation_codegen::source::load(&sources(&root().join("schema")));
    loaded.standard.unwrap_or_else(|| panic!("the real sources do not load: {:#?}", loaded.findings))
}
