//! What is wrong with a header, one paragraph a rule: a person reads at once which columns are missing, unknown or renamed.
//!
//! In: the groups of a summary, where each column has its own. Out: [`Paragraph`]s. Formats for programs keep one finding a
//! column.

use standard_mediation_codegen::rules;
use standard_mediation_model::Level;
use standard_mediation_model::count::counted;
use standard_mediation_model::data::{Example, FileRule, Group, Summary, Unit, letters};

/// The rules that are about a header.
const RULES: [FileRule; 6] = [
    FileRule::MissingColumn,
    FileRule::DuplicateColumn,
    FileRule::MisnamedColumn,
    FileRule::UnknownColumn,
    FileRule::UnnamedColumn,
    FileRule::ColumnOrder,
];

/// What is said of one rule.
pub(super) struct Paragraph<'a> {
    pub(super) level: Level,
    pub(super) rule: &'a str,
    /// What is wrong, in one sentence.
    pub(super) title: String,
    /// What to do, one sentence a line.
    pub(super) help: Vec<String>,
}

/// Whether a group is about the header. Elements of JSON have their own keys: one that is there twice, or that no column is,
/// is told with the number of its element, which a header has not.
pub(super) fn is_about(unit: Unit, group: &Group) -> bool {
    let is_of_element = unit != Unit::Row && group.examples.iter().any(|found| found.row.is_some());
    !is_of_element && RULES.iter().any(|rule| rule.id() == group.rule)
}

/// The paragraphs about a header, those that block first.
pub(super) fn paragraphs(unit: Unit, summary: &Summary) -> Vec<Paragraph<'_>> {
    let about: Vec<&Group> = summary.groups.iter().filter(|group| is_about(unit, group)).collect();
    let mut out = Vec::new();
    for level in [Level::Blocking, Level::Recommendation] {
        for rule in RULES {
            let groups = about.iter().filter(|group| group.rule == rule.id() && group.level == level);
            // Columns that are many are told together already.
            let (each, together): (Vec<&Example>, Vec<&Example>) =
                groups.flat_map(|group| &group.examples).partition(|found| found.value.is_some() || found.field.is_some());
            out.extend(paragraph(rule, level, &each));
            out.extend(together.iter().filter_map(|found| paragraph(rule, level, &[found])));
        }
    }
    out
}

fn paragraph<'a>(rule: FileRule, level: Level, found: &[&'a Example]) -> Option<Paragraph<'a>> {
    let first = *found.first()?;
    let rule_id = &*first.rule;
    if found.len() == 1 {
        return Some(Paragraph { level, rule: rule_id, title: first.message.clone(), help: vec![first.help.to_string()] });
    }
    let names: Vec<String> = found.iter().map(|example| named(rule, example)).collect();
    let title = format!("{} : {}", intro(rule, found.len()), names.join(", "));
    let help = match rule {
        FileRule::MisnamedColumn => vec!["renommez-les ainsi, à la lettre près".to_owned()],
        FileRule::UnnamedColumn => vec!["donnez-leur un nom, ou retirez-les si elles sont vides".to_owned()],
        _ => helps(found),
    };
    Some(Paragraph { level, rule: rule_id, title, help })
}

/// What several columns have in common.
fn intro(rule: FileRule, count: usize) -> String {
    match rule {
        FileRule::MissingColumn => counted(count, "colonne obligatoire manque", "colonnes obligatoires manquent"),
        FileRule::MisnamedColumn => counted(count, "colonne a un autre nom", "colonnes ont un autre nom que dans le standard"),
        FileRule::UnknownColumn => counted(count, "colonne n'est pas dans le standard", "colonnes ne sont pas dans le standard"),
        FileRule::UnnamedColumn => counted(count, "colonne n'a pas de nom", "colonnes n'ont pas de nom"),
        rule => {
            let title = rules::find(rule.id()).map_or(rule.id(), rules::Rule::title);
            format!("{title} ({})", counted(count, "fois", "fois"))
        }
    }
}

/// A column, as it is listed.
fn named(rule: FileRule, example: &Example) -> String {
    let written = example.value.as_deref().map(super::words::short);
    match (rule, written, &example.correction, &example.field) {
        (FileRule::MisnamedColumn, Some(written), Some(correction), _) => format!("« {written} » → {correction}"),
        (FileRule::MissingColumn, _, _, Some(field)) => field.to_string(),
        (FileRule::UnnamedColumn, ..) => example.column.map(letters).unwrap_or_default(),
        (FileRule::DuplicateColumn, ..) => example.message.clone(),
        (_, Some(written), ..) => format!("« {written} »"),
        _ => example.message.clone(),
    }
}

/// What to do: once when it is the same for all, else for each.
fn helps(found: &[&Example]) -> Vec<String> {
    let mut helps: Vec<(&str, Vec<String>)> = Vec::new();
    for example in found {
        let name = example
            .value
            .as_deref()
            .map(super::words::short)
            .or_else(|| example.field.as_deref().map(str::to_owned))
            .unwrap_or_default();
        match helps.iter_mut().find(|(help, _)| *help == example.help) {
            Some((_, names)) => names.push(name),
            None => helps.push((&example.help, vec![name])),
        }
    }
    match helps.as_slice() {
        [(help, _)] => vec![(*help).to_owned()],
        several => several.iter().map(|(help, names)| format!("{} : {help}", quoted(names))).collect(),
    }
}

fn quoted(names: &[String]) -> String {
    names.iter().map(|name| format!("« {name} »")).collect::<Vec<_>>().join(", ")
}
