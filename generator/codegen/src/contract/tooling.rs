//! What checks the tag on its own repository: the official template asks for it.
//!
//! In: `requirements.txt` and the workflows. Out: findings about a version of the checker that is not fixed, or a
//! workflow that no longer runs the check it is there for.

use super::files::{DATA_WORKFLOW, Files, REQUIREMENTS, VERSION_WORKFLOW};
use super::report::Report;

/// What each workflow must run.
const RUNS: [(&str, &[&str]); 2] = [
    (
        DATA_WORKFLOW,
        &[
            "pip install -r requirements.txt",
            "frictionless validate --type schema schema.json",
            "frictionless validate --schema schema.json exemple-valide.csv",
        ],
    ),
    (VERSION_WORKFLOW, &["assert_version.py"]),
];

const RULE: &str = "publication-outillage";

pub(super) fn check(files: &Files<'_>, report: &mut Report<'_>) {
    if let Some(text) = files.text(REQUIREMENTS).filter(|text| !text.trim().is_empty()) {
        let is_fixed = |line: &str| {
            let version = line.trim().strip_prefix("frictionless==");
            version.is_some_and(|version| version.starts_with(|c: char| c.is_ascii_digit()) && !version.contains('*'))
        };
        if !text.lines().any(is_fixed) {
            let help = "écrivez une ligne « frictionless==4.40.8 », la version du modèle officiel";
            report.whole(REQUIREMENTS, RULE, "la version du vérificateur n'est pas fixée", help);
        }
    }
    for (path, commands) in RUNS {
        let Some(text) = files.text(path).filter(|text| !text.trim().is_empty()) else { continue };
        let runs = |command: &str| text.lines().any(|line| line.contains(command) && !line.trim_start().starts_with('#'));
        for command in commands.iter().filter(|command| !runs(command)) {
            let help = "reprenez le fichier que l'outil produit";
            report.whole(path, RULE, format!("cette vérification ne lance plus « {command} »"), help);
        }
    }
}
