//! A migration: the way, what was done, what is lost, what waits for an answer.

use std::io::{self, Write};

use serde_json::{Value, json};
use standard_mediation_model::migration::{Done, Heading, Mover, Plan, Question, Why};
use standard_mediation_report::migration::{Group, Key, Piles};

/// A migration, as it is shown.
pub(crate) struct Moved<'a> {
    pub(crate) name: &'a str,
    /// What was assumed, one sentence each.
    pub(crate) assumed: &'a [String],
    pub(crate) plan: &'a Plan,
    pub(crate) heading: &'a Heading,
    pub(crate) mover: &'a Mover<'a>,
    pub(crate) rows: u64,
    pub(crate) piles: &'a Piles,
}

/// Groups shown of the piles; the others are in the report.
const MOST: usize = 500;

/// Writes what a migration came to.
pub(crate) fn migrated(out: &mut dyn Write, moved: &Moved<'_>) -> io::Result<()> {
    let Moved { name, assumed, plan, heading, mover, rows, piles } = moved;
    let asked = plan.questions().iter().zip(mover.asked()).filter(|(_, count)| **count > 0);
    let unknown = heading.aside.iter().filter(|aside| aside.why == Why::Unknown);
    let page = json!({
        "fichier": name,
        "lecture": assumed,
        "depuis": plan.from.to_string(),
        "vers": plan.to.to_string(),
        "etapes": plan.steps.iter().map(|(_, after)| after.to_string()).collect::<Vec<_>>(),
        "lignes": rows,
        "colonnes_lues": heading.read,
        "colonnes_inconnues": unknown.map(|aside| aside.name.as_str()).collect::<Vec<_>>(),
        "fait": mover.done().iter().map(done).collect::<Vec<_>>(),
        "piles": piles.iter().take(MOST).map(pile).collect::<Vec<_>>(),
        "piles_en_tout": piles.len(),
        "questions": asked.map(|(question, count)| self::question(question, *count)).collect::<Vec<_>>(),
    });
    serde_json::to_writer(&mut *out, &page)?;
    out.flush()
}

fn done(done: &Done<'_>) -> Value {
    json!({
        "colonne": done.column, "valeur": done.value, "vers_colonne": done.to_column, "devient": done.to_value,
        "nombre": done.count, "reunies": done.merged,
    })
}

fn pile((key, group): (&Key, &Group)) -> Value {
    json!({
        "pile": key.pile.word(), "regle": key.id, "colonne": key.column, "valeur": key.value, "nombre": group.count,
        "lignes": group.rows, "explication": group.sentence,
    })
}

fn question(question: &Question, count: u64) -> Value {
    let asked = &question.arbitration;
    let answers = asked.answers.iter().map(|answer| json!({ "reponse": answer.name, "en_mots": answer.in_words() }));
    json!({
        "passage": question.step, "colonne": question.column, "valeur": question.value, "question": asked.question,
        "reponses": answers.collect::<Vec<_>>(), "proposition": asked.proposition, "raison": asked.reason,
        "nombre": count, "reponse": question.answer.as_ref().map(|answer| answer.name.as_str()),
    })
}
