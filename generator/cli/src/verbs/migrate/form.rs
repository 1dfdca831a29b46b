//! The form of questions: one line a question, filled in once for all rows, in any spreadsheet.
//!
//! ```csv
//! passage,colonne,valeur,question,reponses possibles,proposition,raison,cases,reponse
//! 0.1.1 vers 1.0.0,publics_accueillis,Seniors (+ 65 ans),Le lieu…,"reprendre : « Seniors » …",reprendre_si_seule,L'ancienne…,170,
//! ```

use std::path::Path;

use standard_mediation_model::Standard;
use standard_mediation_model::count::number;
use standard_mediation_model::data::{Block, CsvLine};
use standard_mediation_model::migration::{Decisions, Plan, WrongAnswer};

use super::shown;
use crate::disk::{Failure, Pending};
use crate::input;

/// The columns of the form.
const COLUMNS: [&str; 9] =
    ["passage", "colonne", "valeur", "question", "reponses possibles", "proposition", "raison", "cases", "reponse"];

/// Questions read at most; the standard asks about twenty.
const MOST: usize = 10_000;

/// The form to fill in, with the questions that the file raised. `None` when it raised none.
pub(super) fn blank(path: &Path, plan: &Plan, asked: &[u64], force: bool) -> Result<Option<Pending>, Failure> {
    let raised: Vec<_> = plan.questions().iter().zip(asked).filter(|(_, count)| **count > 0).collect();
    if raised.is_empty() {
        return Ok(None);
    }
    // A spreadsheet in French opens it with accents and columns.
    let line = CsvLine::french();
    let mut text = "\u{feff}".as_bytes().to_vec();
    line.write(&mut text, COLUMNS);
    for (question, count) in raised {
        let asked = &question.arbitration;
        let answers = asked.answers.iter().map(|answer| format!("{} : {}", answer.name, answer.in_words()));
        let answers = answers.collect::<Vec<_>>().join(" ; ");
        let count = count.to_string();
        let cells = [&question.step, &question.column, &question.value, &asked.question, &answers];
        let cells = cells.into_iter().chain([&asked.proposition, &asked.reason, &count]).map(String::as_str);
        line.write(&mut text, cells.chain([""]));
    }
    let mut draft = Pending::start(path, force, &[])?;
    draft.add(&text)?;
    Ok(Some(draft))
}

/// The answers of a form, whatever the spreadsheet did to its encoding and separators.
pub(super) fn read(path: &Path, standard: &Standard) -> Result<Decisions, Failure> {
    let mut input = input::open(path, standard)?;
    let header = input.rows.header().to_vec();
    let rank = |name: &str| header.iter().position(|column| column.trim() == name);
    let (Some(step), Some(column), Some(value), Some(answer)) =
        (rank("passage"), rank("colonne"), rank("valeur"), rank("reponse"))
    else {
        let message =
            "il lui faut les colonnes passage, colonne, valeur et reponse ; supprimez-le pour qu'il soit écrit de nouveau";
        return Err(Failure::usage(format!("« {} » n'est pas un formulaire de questions : {message}", shown(path))));
    };
    let mut decisions = Decisions::default();
    let mut block = Block::new();
    let mut count = 0;
    while input.rows.next(&mut block).map_err(|error| Failure::new("lecture impossible de", path, &error))? {
        count += block.len();
        if count > MOST {
            return Err(Failure::usage(format!(
                "« {} » a plus de {} lignes : ce n'est pas le bon fichier",
                shown(path),
                number(MOST)
            )));
        }
        for row in block.rows() {
            decisions.answer(&row.text(step), &row.text(column), &row.text(value), &row.text(answer));
        }
    }
    decisions.check(&standard.migrations).map_err(|wrong| refused(path, &wrong))?;
    Ok(decisions)
}

fn refused(path: &Path, wrong: &WrongAnswer) -> Failure {
    let WrongAnswer { step, column, value, answer, allowed } = wrong;
    let path = shown(path);
    Failure::usage(if allowed.is_empty() {
        format!("« {path} » répond à une question que personne ne pose : {step}, colonne {column}, « {value} »")
    } else {
        let allowed = allowed.join(", ");
        format!("dans « {path} », la réponse « {answer} » à « {value} » ({column}) n'est pas possible : écrivez {allowed}")
    })
}
