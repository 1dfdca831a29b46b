//! What changes between two versions, as a comment of a pull request: Markdown, for three kinds of readers.
//!
//! ```md
//! ### Pour qui publie des données
//!
//! - **majeur** · La liste « services » ne contient plus la valeur « Imprimer ».
//! ```
//!
//! In: differences and their verdict. Out: text. A comment may not grow without end: each part shows so many lines, and
//! says how many it leaves out.

use serde_json::{Value, json};
use standard_mediation_model::Impact;
use standard_mediation_model::diff::{Difference, DifferenceKind, Outcome, Verdict};

use crate::render;

/// Lines shown in each part.
const SHOWN: usize = 100;

/// The report. `before` and `after` name both sides, as a person would; `conclusion` is the verdict in words.
pub fn markdown(before: &str, after: &str, differences: &[Difference], verdict: &Verdict, conclusion: &str) -> String {
    // Heaviest first; the order of reading otherwise.
    let mut effects: Vec<&Difference> = differences.iter().filter(|difference| difference.impact != Impact::Patch).collect();
    effects.sort_by_key(|difference| difference.impact);
    let patches: Vec<&Difference> = differences.iter().filter(|difference| difference.impact == Impact::Patch).collect();
    let rows = rows(differences);
    let questions = questions(differences, verdict);
    let told = |differences: &[&Difference]| -> Vec<Value> {
        let line = |difference: &&Difference| json!({ "niveau": difference.impact.word(), "phrase": difference.sentence() });
        differences.iter().take(SHOWN).map(line).collect()
    };
    let left = |number: usize| number.saturating_sub(SHOWN);
    render::markdown(
        "diff/rapport",
        &json!({
            "avant": before,
            "apres": after,
            "rien": differences.is_empty(),
            "effets": told(&effects),
            "effets_tus": left(effects.len()),
            "correctifs": told(&patches),
            "correctifs_tus": left(patches.len()),
            "lignes": rows.iter().take(SHOWN).map(Row::view).collect::<Vec<_>>(),
            "lignes_tues": left(rows.len()),
            "questions": questions.iter().take(SHOWN).map(|text| json!({ "texte": text })).collect::<Vec<_>>(),
            "questions_tues": left(questions.len()),
            "verdict": conclusion,
        }),
    )
}

/// Differences of one kind on the same columns.
struct Row<'a> {
    kind: DifferenceKind,
    impact: Impact,
    columns: Vec<String>,
    values: Vec<&'a str>,
}

impl Row<'_> {
    fn view(&self) -> Value {
        let values: Vec<String> = self.values.iter().map(|code| render::code_case(code)).collect();
        json!({
            "genre": self.kind.id(),
            "niveau": self.impact.word(),
            "colonnes": self.columns.join(", "),
            "valeurs": values.join(", "),
        })
    }
}

/// What a program has to follow: names and codes, those of one kind together.
fn rows(differences: &[Difference]) -> Vec<Row<'_>> {
    let mut rows: Vec<Row<'_>> = Vec::new();
    for difference in differences {
        let columns: Vec<String> = difference
            .fields
            .iter()
            .map(|names| match (&names.before, &names.after) {
                (Some(before), Some(after)) if before != after => {
                    format!("{} → {}", render::code_case(before), render::code_case(after))
                }
                _ => render::code_case(names.shown()),
            })
            .collect();
        let values = difference.values.iter().map(String::as_str);
        let alike = |row: &&mut Row<'_>| {
            row.kind == difference.kind && row.impact == difference.impact && row.columns == columns && !row.values.is_empty()
        };
        // Reading order puts what is alike close together.
        match rows.iter_mut().rev().take(8).find(alike) {
            Some(row) => row.values.extend(values),
            None => rows.push(Row { kind: difference.kind, impact: difference.impact, columns, values: values.collect() }),
        }
    }
    rows
}

/// What a person has to answer.
fn questions(differences: &[Difference], verdict: &Verdict) -> Vec<String> {
    let mut questions = Vec::new();
    match verdict.outcome {
        Outcome::TooLow => questions.push(format!(
            "La version {} ne suffit pas : publier la version {}, ou renoncer à ce qui la demande ?",
            verdict.declared, verdict.required
        )),
        Outcome::Backwards => questions.push(format!(
            "La version {} est plus basse que la version {} : laquelle vient après l'autre ?",
            verdict.declared, verdict.before
        )),
        Outcome::Enough | Outcome::Unchanged | Outcome::Same => {}
    }
    if differences.iter().any(|difference| difference.impact == Impact::Major) {
        questions.push("Des fichiers bons aujourd'hui ne le seront plus : accepter chaque changement majeur ?".to_owned());
    }
    for difference in differences {
        if difference.kind == DifferenceKind::PatternUnclear {
            questions.push(format!("{} Qui la relit ?", difference.sentence()));
        }
        questions.extend(difference.question.clone());
    }
    questions
}

#[cfg(test)]
mod tests {
    use standard_mediation_model::diff::{compare, verdict};
    use standard_mediation_model::{Pattern, Standard, Version};

    use super::*;
    use crate::emit::trial;

    fn report(declared: &str, change: impl FnOnce(&mut Standard)) -> String {
        let before = trial::standard();
        let mut after = before.clone();
        change(&mut after);
        let differences = compare(&before, &after);
        let declared: Version = declared.parse().expect("a version");
        let verdict = verdict("1.1.0".parse().expect("a version"), declared, &differences);
        markdown("la version 1.1.0", "schema", &differences, &verdict, &verdict.sentence())
    }

    #[test]
    fn nothing_that_changes_is_said_so() {
        let text = report("1.1.0", |_| {});
        assert!(text.contains("Rien ne change : ni les colonnes") && !text.contains("### Pour qui"), "{text}");
    }

    #[test]
    fn each_reader_has_a_part() {
        let text = report("1.2.0", |after| {
            let services = after.vocabularies.iter_mut().find(|list| list.name == "services").expect("a list");
            services.values.remove(0);
            after.fields[3].title = "Autre titre".into();
            let pattern = after.fields.iter_mut().find_map(|field| field.pattern.as_mut()).expect("a pattern");
            *pattern = Pattern { expression: "(a|b)*a(a|b){30}".into(), ..pattern.clone() };
        });
        let (publishers, rest) = text.split_once("### Pour qui développe").expect("developers");
        let (developers, rest) = rest.split_once("### À décider par le comité").expect("the committee");
        let (committee, verdict) = rest.split_once("### Verdict").expect("a verdict");
        assert!(publishers.contains("- **majeur** · ") && publishers.contains("<details>"), "{publishers}");
        assert!(developers.contains("| `valeur-retiree` | majeur |"), "{developers}");
        assert!(committee.contains("publier la version 2.0.0") && committee.contains("Qui la relit ?"), "{committee}");
        assert!(verdict.contains("trop basse"), "{verdict}");
    }

    #[test]
    fn texts_only_leave_files_alone() {
        let text = report("1.1.1", |after| after.fields[3].description = "Autrement dit.".into());
        assert!(text.contains("Rien à changer dans les fichiers.") && text.contains("Rien à décider."), "{text}");
    }

    #[test]
    fn texts_are_never_markup() {
        // Without backticks: what is between two of them is code, to the letter.
        let hostile = trial::HOSTILE.replace('`', "") + "|";
        let text = report("2.0.0", |after| {
            for value in after.vocabularies.iter_mut().flat_map(|list| &mut list.values) {
                value.label = format!("{}{hostile}", value.code);
            }
            after.fields[0].title.clone_from(&hostile);
            after.rules[0].title.clone_from(&hostile);
            after.identity.contact.clone_from(&hostile);
        });
        let ours = ["<details>", "</details>", "<summary>", "</summary>"];
        let plain = ours.iter().fold(text.clone(), |text, tag| text.replace(tag, ""));
        for wrong in ["</", "<b", "{{", "[a](b)", " *b* "] {
            assert!(!plain.contains(wrong), "« {wrong} » in {text}");
        }
        let rows = text.lines().filter(|line| line.starts_with('|'));
        assert!(rows.clone().count() > 3);
        for row in rows {
            assert_eq!(row.replace("\\|", "").matches('|').count(), 5, "{row}");
        }
    }

    #[test]
    fn a_long_report_is_cut_and_says_so() {
        let text = report("2.0.0", |after| {
            let list = after.vocabularies.iter_mut().max_by_key(|list| list.values.len()).expect("a list");
            let value = list.values[0].clone();
            for rank in 0..300 {
                let mut value = value.clone();
                value.code = format!("valeur_{rank}");
                value.label = format!("Valeur {rank}");
                list.values.push(value);
            }
        });
        assert!(text.contains("… et 200 autres") && text.len() < 60_000, "{} bytes", text.len());
    }
}
