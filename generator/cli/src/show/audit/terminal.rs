//! An audit for a person in front of a terminal; see [`super::audit`] for a sample.

use std::fmt::Write;

use standard_mediation_model::audit::VocabularyTally;
use standard_mediation_model::{Finding, Level};

use super::Audit;
use crate::disk::Skip;
use standard_mediation_model::count::{counted, others};

/// Findings shown of one file, and in all; beyond, only their number.
const SHOWN_OF_A_FILE: usize = 20;
const SHOWN: usize = 200;
/// Names shown of what is absent or not read.
const NAMED: usize = 3;

/// The findings by file, a line for each vocabulary that was met, what was read.
pub(super) fn render(audit: &Audit) -> String {
    let findings: Vec<&Finding> = audit.findings.iter().map(|(finding, _)| finding).collect();
    let mut out = String::new();
    let mut shown = 0;
    for file in findings.chunk_by(|one, other| one.place.path == other.place.path) {
        let few = SHOWN_OF_A_FILE.min(SHOWN - shown).min(file.len());
        shown += few;
        if few == 0 {
            continue;
        }
        for finding in &file[..few] {
            line(&mut out, finding);
        }
        if file.len() > few {
            let _ =
                writeln!(out, "{} : … et {}", file[0].place.path, counted(file.len() - few, "autre constat", "autres constats"));
        }
        out.push('\n');
    }
    let left: usize = findings.len() - shown;
    if left > 0 || audit.untold > 0 {
        let _ =
            writeln!(out, "constats non montrés : {} (--format json en donne {})\n", left as u64 + audit.untold, findings.len());
    }
    table(&mut out, audit);
    let errors = findings.iter().filter(|finding| finding.level == Level::Blocking).count();
    if findings.is_empty() {
        out.push_str("rien à corriger\n");
    } else {
        let advice = counted(findings.len() - errors, "conseil", "conseils");
        let _ = writeln!(out, "{}, {advice}", counted(errors, "faute", "fautes"));
    }
    read(&mut out, audit);
    out
}

fn line(out: &mut String, finding: &Finding) {
    let (line, column) = finding.place.span.map_or((1, 1), |span| (span.line, span.column));
    let level = finding.level.said();
    let _ = writeln!(out, "{}:{line}:{column} {level}[{}] {}", finding.place.path, finding.rule, finding.message);
    let _ = writeln!(out, "    aide : {}", finding.help);
}

/// A line for each vocabulary of which something was met.
fn table(out: &mut String, audit: &Audit) {
    let rows: Vec<[String; 4]> = audit.tally.vocabularies().iter().filter(|list| list.is_met()).map(row).collect();
    if rows.is_empty() {
        out.push_str("aucune valeur du standard n'a été rencontrée\n");
        return;
    }
    let head = ["vocabulaire", "valeurs justes", "fautes", "absentes"].map(str::to_owned);
    let width = |column: usize| rows.iter().chain([&head]).map(|row| row[column].chars().count()).max().unwrap_or_default();
    let widths = [width(0), width(1), width(2)];
    for [name, right, wrong, missing] in [&head].into_iter().chain(&rows) {
        let _ = writeln!(out, "{name:<0$}  {right:<1$}  {wrong:>2$}  {missing}", widths[0], widths[1], widths[2]);
    }
    out.push('\n');
}

fn row(list: &VocabularyTally) -> [String; 4] {
    let right = list.values.iter().filter(|value| value.right > 0).count();
    let wrong = list.former + list.values.iter().map(|value| value.wrong).sum::<u64>();
    let missing: Vec<&str> =
        list.values.iter().filter(|value| value.right + value.wrong == 0).map(|value| value.label.as_str()).collect();
    let absent = match missing.as_slice() {
        _ if list.values.is_empty() => "(vocabulaire d'une ancienne version)".to_owned(),
        [] => "-".to_owned(),
        some if some.len() * 2 > list.values.len() => counted(some.len(), "valeur", "valeurs"),
        some => named(some.iter().map(|label| format!("« {label} »")), some.len()),
    };
    let all = list.values.len();
    let right = if all == 0 { "-".to_owned() } else { format!("{right} sur {all}") };
    [list.vocabulary.clone(), right, wrong.to_string(), absent]
}

/// What was read, what was not, and why.
fn read(out: &mut String, audit: &Audit) {
    let files = counted(audit.files, "fichier lu", "fichiers lus");
    let _ = writeln!(out, "{files} ({})", counted(audit.bytes, "octet", "octets"));
    for (why, count) in &audit.skips {
        let paths = audit.skipped.iter().filter(|skipped| skipped.why == *why).map(|skipped| skipped.path.clone());
        let _ = writeln!(out, "non lus, {} : {}", reason(*why), named(paths, usize::try_from(*count).unwrap_or(usize::MAX)));
    }
}

fn reason(why: Skip) -> &'static str {
    match why {
        Skip::Binary => "binaires",
        Skip::Utf16 => "en UTF-16 (enregistrez-les en UTF-8)",
        Skip::Link => "liens",
        Skip::Special => "ni fichiers ni dossiers",
        Skip::Tool => "dossiers d'outils",
        Skip::Unreadable => "illisibles",
    }
}

/// The first names, and how many more there are.
fn named(names: impl Iterator<Item = String>, count: usize) -> String {
    let names: Vec<String> = names.take(NAMED).collect();
    let more = count - names.len().min(count);
    let names = names.join(", ");
    if more == 0 { names } else { format!("{names} et {}", others(more)) }
}
