//! The engine of the page « Vérifier mon fichier », compiled to WebAssembly when the site is built.
//!
//! In: the repository that this command was compiled in. Out: the bytes of the module, or nothing and a sentence that says
//! why: the rest of the site does without it.

use std::path::Path;
use std::process::{Command, Stdio};

use crate::show::say;

const TARGET: &str = "wasm32-unknown-unknown";
const PACKAGE: &str = "standard-mediation-browser";

/// The module. `None` when it cannot be had, which is said.
pub(crate) fn built() -> Option<Vec<u8>> {
    say(format_args!(
        "compilation du moteur de « Vérifier mon fichier » : quelques minutes la première fois ; --sans-verifier s'en passe"
    ));
    match compiled() {
        Ok(module) => Some(module),
        Err(why) => {
            say(format_args!("la page « Vérifier mon fichier » est laissée de côté : {why}"));
            None
        }
    }
}

fn compiled() -> Result<Vec<u8>, String> {
    let repository = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(["rustc", "--quiet", "--profile", "navigateur", "--target", TARGET, "--package", PACKAGE])
        .args(["--lib", "--crate-type", "cdylib", "--message-format=json-render-diagnostics"])
        // Names of functions are for people who look for a fault.
        .args(["--", "-C", "link-arg=--strip-all"])
        // Vectors of 128 bits: every browser of the last years has them.
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", "-C target-feature=+simd128")
        .current_dir(&repository)
        .stdin(Stdio::null())
        .output()
        .map_err(|error| format!("cargo ne se lance pas ({error})"))?;
    if !output.status.success() {
        return Err(reason(&String::from_utf8_lossy(&output.stderr)));
    }
    let messages = String::from_utf8_lossy(&output.stdout);
    let module = messages.lines().find_map(module_of).ok_or("cargo ne nomme pas le module qu'il a compilé")?;
    std::fs::read(&module).map_err(|error| format!("« {module} » ne se lit pas ({error})"))
}

/// The module that a message of cargo names.
fn module_of(message: &str) -> Option<String> {
    let message: serde_json::Value = serde_json::from_str(message).ok()?;
    let files = message["filenames"].as_array()?.iter().filter_map(|file| file.as_str());
    files.filter(|file| file.ends_with("standard_mediation_browser.wasm")).map(str::to_owned).next()
}

/// Why cargo failed.
fn reason(errors: &str) -> String {
    if errors.contains("can't find crate for `core`") || errors.contains("can't find crate for `std`") {
        return format!("la cible {TARGET} manque ; « rustup target add {TARGET} » l'installe");
    }
    let first = errors.lines().find(|line| line.starts_with("error")).unwrap_or("cargo ne dit pas pourquoi");
    format!("le moteur ne se compile pas ({first})")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_reason_is_said() {
        let missing =
            "error[E0463]: can't find crate for `core`\n  = note: the `wasm32-unknown-unknown` target may not be installed\n";
        assert!(reason(missing).contains("rustup target add wasm32-unknown-unknown"));
        assert_eq!(reason("warning: x\nerror: no such package\n"), "le moteur ne se compile pas (error: no such package)");
    }

    #[test]
    fn the_module_is_found_among_messages() {
        let message = r#"{"reason":"compiler-artifact","filenames":["/x/libx.rlib","/x/standard_mediation_browser.wasm"]}"#;
        assert_eq!(module_of(message).as_deref(), Some("/x/standard_mediation_browser.wasm"));
        assert_eq!(module_of("{\"reason\":\"build-finished\"}"), None);
    }
}
