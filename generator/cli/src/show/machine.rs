//! Findings for programs: our own JSON, and SARIF 2.1.0.

use serde_json::{Value, json};
use standard_mediation_codegen::rules;
use standard_mediation_model::{Finding, Level};

use super::Output;

/// A list of findings: `[{"lieu": {"fichier", "ligne", "colonne"…}, "regle", "niveau", "message", "aide"}]`.
pub(super) fn json(output: &Output<'_>) -> String {
    let findings: Vec<Finding> = output.findings().map(|(finding, _)| finding).collect();
    pretty(&json!(findings))
}

/// SARIF 2.1.0, for code-scanning services and editors.
pub(super) fn sarif(output: &Output<'_>) -> String {
    let findings: Vec<Finding> = output.findings().map(|(finding, _)| finding).collect();
    let mut ids: Vec<&str> = findings.iter().map(|finding| finding.rule.as_str()).collect();
    ids.sort_unstable();
    ids.dedup();
    let descriptions: Vec<Value> = ids
        .iter()
        .map(|id| match rules::find(id) {
            Some(rule) => json!({ "id": id, "shortDescription": { "text": rule.title() }, "help": { "text": rule.body().trim(), "markdown": rule.body().trim() } }),
            None => json!({ "id": id }),
        })
        .collect();
    let results: Vec<Value> = findings.iter().map(result).collect();
    pretty(&json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": { "name": "standard-mediation", "version": env!("CARGO_PKG_VERSION"), "language": "fr", "rules": descriptions } },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    }))
}

fn result(finding: &Finding) -> Value {
    let mut place = json!({ "artifactLocation": { "uri": uri(&finding.place.path) } });
    if let Some(span) = finding.place.span {
        place["region"] =
            json!({ "startLine": span.line, "startColumn": span.column, "endLine": span.end_line, "endColumn": span.end_column });
    }
    let level = match finding.level {
        Level::Blocking => "error",
        Level::Recommendation => "warning",
    };
    let text = format!("{} — aide : {}", finding.message, finding.help);
    json!({ "ruleId": finding.rule, "level": level, "message": { "text": text }, "locations": [{ "physicalLocation": place }] })
}

/// A relative reference (RFC 3986): what is not plain is percent-encoded.
fn uri(path: &str) -> String {
    let plain = |b: u8| b.is_ascii_alphanumeric() || b"-._~/".contains(&b);
    path.bytes().map(|b| if plain(b) { char::from(b).to_string() } else { format!("%{b:02X}") }).collect()
}

pub(super) fn pretty(value: &Value) -> String {
    format!("{value:#}\n")
}
