//! The TypeScript package, read by two compilers, run by node, packed by npm.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};
use standard_mediation_model::{Kind, Standard};
use tempfile::TempDir;

use super::cases::{self, Case};
use super::tool::{Ran, folder, run, succeed, write};
use super::{Shown, Trial, frozen, standards, trials, trials_and_past};
use crate::support::{files, root};

const PACKAGE: &str = "typescript";

/// The compiler of today, and the oldest one still in wide use.
const COMPILERS: [&str; 2] = ["typescript", "typescript-ancien"];

/// A folder where the package is installed, as that of a program that uses it.
struct Consumer {
    folder: TempDir,
}

impl Consumer {
    fn of(standard: &Standard) -> Self {
        let consumer = Self { folder: tempfile::tempdir().expect("a folder") };
        consumer.file("package.json", r#"{ "name": "essai", "private": true, "type": "module" }"#);
        write(standard, PACKAGE, &consumer.package());
        consumer
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn package(&self) -> PathBuf {
        self.path("node_modules/lieux-mediation-numerique")
    }

    fn file(&self, name: &str, text: &str) {
        fs::write(self.path(name), text).expect("writable");
    }

    /// What a compiler says of files, with every check that it has. Nothing is skipped, declarations of the package included.
    fn compiled(&self, compiler: &str, arguments: &[&str]) -> Ran {
        let entry = folder(PACKAGE).join("node_modules").join(compiler).join("bin/tsc");
        assert!(entry.exists(), "{} is missing: run « bash .ci/paquets/{PACKAGE}/run »", entry.display());
        let mut command = node(self.folder.path());
        command.arg(entry).args(["--noEmit", "--strict", "--exactOptionalPropertyTypes", "--noUncheckedIndexedAccess"]);
        command.args(["--noPropertyAccessFromIndexSignature", "--noUnusedLocals", "--skipLibCheck", "false"]);
        run(command.args(["--target", "es2022", "--module", "nodenext", "--moduleResolution", "nodenext"]).args(arguments))
    }

    fn compiles(&self, arguments: &[&str], why: &str) {
        for compiler in COMPILERS {
            let ran = self.compiled(compiler, arguments);
            assert_eq!(ran.code, Some(0), "{why}, {compiler}\n{}", ran.said);
        }
    }

    /// Runs a script of `tests/packages/typescript/`, and gives what it said.
    fn runs(&self, script: &str) -> String {
        let source = root().join("tests/packages/typescript").join(script);
        fs::copy(source, self.path(script)).expect("a copy");
        succeed(node(self.folder.path()).arg(script))
    }
}

fn node(folder: &Path) -> Command {
    let mut command = Command::new("node");
    command.current_dir(folder);
    command
}

fn real() -> &'static Standard {
    &trials()[0].standard
}

#[test]
#[ignore = "needs TypeScript; run by .ci/paquets/typescript/run"]
fn both_compilers_take_the_package_of_each_standard() {
    // Of the frozen versions, the oldest: a compiler is slow.
    for (name, standard) in standards().take(trials().len() + 1) {
        let consumer = Consumer::of(standard);
        consumer.file("usage.ts", include_str!("typescript/usage.ts"));
        consumer.compiles(&["usage.ts"], name);
    }
}

#[test]
#[ignore = "needs TypeScript; run by .ci/paquets/typescript/run"]
fn a_wrong_literal_does_not_compile() {
    let consumer = Consumer::of(real());
    // Each line that must be refused says so; a compiler that takes it fails.
    consumer.file("types.ts", include_str!("typescript/types.ts"));
    consumer.compiles(&["types.ts"], "types.ts");
    // Without these words, each of them is refused, on its own line.
    let refused = include_str!("typescript/types.ts").replace("// @ts-expect-error", "//");
    consumer.file("types.ts", &refused);
    for compiler in COMPILERS {
        let ran = consumer.compiled(compiler, &["types.ts", "--pretty", "false"]);
        let expected = include_str!("typescript/types.ts").matches("@ts-expect-error").count();
        let said = ran.said.lines().filter(|line| line.starts_with("types.ts(") && line.contains("error TS")).count();
        assert_eq!(said, expected, "{compiler}\n{}", ran.said);
        assert!(expected >= 8);
    }
}

/// The JavaScript, read without the declarations, has the types that they announce.
#[test]
#[ignore = "needs TypeScript; run by .ci/paquets/typescript/run"]
fn the_code_is_what_the_declarations_say() {
    for Trial { name, standard, .. } in trials() {
        let consumer = Consumer::of(standard);
        for (path, bytes) in files(&consumer.package().join("src")) {
            let text = String::from_utf8(bytes).expect("UTF-8");
            let (into, text) = if path.ends_with(".d.ts") {
                ("dit", text)
            } else {
                // Types come from the declarations; values from the code.
                let lines = text.lines().map(|line| {
                    if line.trim_start().starts_with("/** @import") {
                        return line.replace("\"./", "\"../dit/");
                    }
                    // This one has no declarations: its types are those of the code.
                    line.replace("import(\"./csv.js\")", "import('./csv.js')").replace("import(\"./", "import(\"../dit/")
                });
                ("ecrit", lines.collect::<Vec<_>>().join("\n"))
            };
            fs::create_dir_all(consumer.path(into)).expect("a folder");
            consumer.file(&format!("{into}/{path}"), &text);
        }
        consumer.file(
            "pareil.ts",
            "import * as dit from \"./dit/index.js\";\nimport * as ecrit from \"./ecrit/index.js\";\nexport const pareil: typeof dit = ecrit;\n",
        );
        let arguments = ["pareil.ts", "--allowJs", "--checkJs", "--lib", "es2022,dom"];
        let ran = consumer.compiled(COMPILERS[0], &arguments);
        assert_eq!(ran.code, Some(0), "{name}\n{}", ran.said);
        // The same check sees a code that says something else.
        let broken = consumer.path("ecrit/ligne.js");
        let text = fs::read_to_string(&broken).expect("the code").replace("export function checkLieu", "export function verifie");
        fs::write(&broken, text).expect("writable");
        assert_ne!(consumer.compiled(COMPILERS[0], &arguments).code, Some(0), "{name}");
    }
}

/// A number that JavaScript would change: it is refused, where the engine, which reads texts, accepts it.
fn is_out_of_reach(standard: &Standard, field: &str, text: &str) -> bool {
    let field = standard.field(field).expect("a field");
    let is_a_number = matches!(field.kind, Kind::Number | Kind::Integer) && field.vocabulary.is_none();
    let in_digits = text.chars().all(|c| c.is_ascii_digit());
    is_a_number
        && field.decimal_sign.is_none()
        && in_digits
        && text.parse::<f64>().is_ok_and(|number| number > 9_007_199_254_740_991.0)
}

/// What a package must refuse of a case: row, field, rule.
fn expected(standard: &Standard, case: &Case) -> Vec<Value> {
    let mut refused: Vec<(usize, &str, &str)> =
        case.refused.iter().map(|refusal| (refusal.row, refusal.field.as_str(), refusal.rule.as_str())).collect();
    for (rank, row) in case.rows.iter().enumerate() {
        for (name, _) in row.iter().filter(|(name, text)| is_out_of_reach(standard, name, text)) {
            // What cannot be read is compared with no bound.
            refused.retain(|(row, field, _)| *row != rank || field != name);
            refused.push((rank, name, "nombre"));
        }
    }
    refused.sort_unstable();
    refused.into_iter().map(|(row, field, rule)| json!([row, field, rule])).collect()
}

#[test]
#[ignore = "needs node; run by .ci/paquets/typescript/run"]
fn every_verdict_is_that_of_the_engine() {
    for Trial { name, standard, cases } in trials_and_past() {
        let consumer = Consumer::of(standard);
        consumer.file("cases.json", &cases::json(standard, cases));
        let files: Vec<String> =
            cases.iter().map(|case| String::from_utf8(cases::csv(standard, &case.rows)).expect("UTF-8")).collect();
        consumer.file("files.json", &json!(files).to_string());
        let said: Value = serde_json::from_str(&consumer.runs("cases.mjs")).expect("JSON");
        let said = said.as_array().expect("one a case");
        assert_eq!(said.len(), cases.len(), "{name}");
        let (mut accepted, mut refused) = (0, 0);
        for (case, said) in cases.iter().zip(said) {
            let expected = expected(standard, case);
            assert_eq!(said["rows"], json!(expected), "{name}: {}, rows", case.name);
            assert_eq!(said["file"], json!(expected), "{name}: {}, file", case.name);
            assert_eq!(said["lost"], json!([]), "{name}: {}, written back", case.name);
            *(if expected.is_empty() { &mut accepted } else { &mut refused }) += 1;
        }
        assert!(accepted > 40 && refused > 40, "{name}: {accepted}, {refused}");
    }
}

#[test]
#[ignore = "needs node; run by .ci/paquets/typescript/run"]
fn bad_input_is_told_and_loses_nothing() {
    let consumer = Consumer::of(real());
    assert_eq!(consumer.runs("conduct.mjs"), "fini\n");
}

#[test]
#[ignore = "needs node; run by .ci/paquets/typescript/run"]
fn the_published_examples_read_as_their_json_and_come_back() {
    let consumer = Consumer::of(real());
    for name in ["lieux.csv", "lieux.json"] {
        fs::copy(root().join("generated/exemples/valides").join(name), consumer.path(name)).expect("a copy");
    }
    assert_eq!(consumer.runs("examples.mjs"), "fini\n");
}

/// The example of the README, run as it is, on the valid examples and one row that is not.
#[test]
#[ignore = "needs node; run by .ci/paquets/typescript/run"]
fn the_example_of_the_readme_works() {
    let consumer = Consumer::of(real());
    let readme = fs::read_to_string(consumer.package().join("README.md")).expect("the README");
    let example = readme.split("```js\n").nth(1).and_then(|rest| rest.split("```").next()).expect("an example");
    assert!(example.lines().count() <= 10, "{example}");
    let valid = fs::read_to_string(root().join("generated/exemples/valides/lieux.csv")).expect("the examples");
    let rows = real().examples.len();
    let wrong = fs::read_to_string(root().join("generated/exemples/invalides/services-vocabulaire.csv")).expect("an example");
    consumer.file("lieux.csv", &format!("{valid}{}", wrong.lines().nth(1).expect("a row")));
    consumer.file("exemple.js", example);
    let said = succeed(node(consumer.folder.path()).arg("exemple.js"));
    assert!(said.contains(&format!("{rows} lieux valides\n")), "{said}");
    assert!(said.contains(&format!("ligne {}, services : « ", rows + 2)), "{said}");
    let written = fs::read_to_string(consumer.path("lieux-valides.csv")).expect("what the example writes");
    assert_eq!(written.lines().next(), valid.lines().next());
    assert_eq!(written.lines().count(), rows + 1);
}

/// Each README shows a refusal of its own standard, in the words of the package.
#[test]
#[ignore = "needs node; run by .ci/paquets/typescript/run"]
fn the_refusal_of_the_readme_is_that_of_the_package() {
    let mut seen = 0;
    for (name, standard) in standards() {
        let consumer = Consumer::of(standard);
        let Some(shown) = Shown::of(&fs::read_to_string(consumer.package().join("README.md")).expect("the README")) else {
            continue;
        };
        fs::write(consumer.path("lieux.csv"), shown.csv(standard)).expect("writable");
        let said = consumer.runs("refusals.mjs");
        assert!(said.lines().any(|line| line == shown.line), "{name}: {}\n{said}", shown.line);
        seen += 1;
    }
    assert!(seen > frozen().len(), "{seen}");
}

#[test]
#[ignore = "needs npm; run by .ci/paquets/typescript/run"]
fn npm_packs_what_is_emitted_and_nothing_else() {
    let consumer = Consumer::of(real());
    let package = consumer.package();
    let mut command = Command::new("npm");
    command.current_dir(&package).args(["pack", "--dry-run", "--json", "--loglevel=silent"]);
    let said: Value = serde_json::from_str(&succeed(&mut command)).expect("JSON");
    // One package; older npm gives a list, newer ones an object by name.
    let packed = said.get(0).or_else(|| said.as_object()?.values().next()).unwrap_or(&said);
    let listed = packed["files"].as_array().unwrap_or_else(|| panic!("{said}"));
    let mut listed: Vec<&str> = listed.iter().map(|file| file["path"].as_str().expect("a path")).collect();
    listed.sort_unstable();
    let emitted = files(&package);
    assert_eq!(listed, emitted.keys().map(String::as_str).collect::<Vec<_>>());
    assert_eq!(packed["version"], real().identity.version.to_string());
}
