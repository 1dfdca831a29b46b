//! The form of questions: one line a question, filled in once for all rows, in any spreadsheet.
//!
//! ```csv
//! passage,colonne,valeur,question,reponses possibles,proposition,raison,cases,reponse
//! 0.1.1 vers 1.0.0,publics_accueillis,Seniors (+ 65 ans),Le lieu…,"reprendre : « Seniors » …",reprendre_si_seule,L'ancienne…,170,
//! ```

use standard_mediation_model::Standard;
use standard_mediation_model::count::number;
use standard_mediation_model::data::{Block, CsvLine};
use standard_mediation_model::migration::{Decisions, Plan, WhyWrong, WrongAnswer};

use crate::Refusal;
use crate::reading::Reading;

/// The columns of the form.
const COLUMNS: [&str; 9] =
    ["passage", "colonne", "valeur", "question", "reponses possibles", "proposition", "raison", "cases", "reponse"];

/// Questions read at most; the standard asks about twenty.
const MOST: usize = 10_000;

/// The form to fill in, with the questions that the file raised. `None` when it raised none.
/// `asked` is that of [`standard_mediation_model::migration::Mover::asked`].
pub fn blank(plan: &Plan, asked: &[u64]) -> Option<Vec<u8>> {
    let raised: Vec<_> = plan.questions().iter().zip(asked).filter(|(_, count)| **count > 0).collect();
    if raised.is_empty() {
        return None;
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
    Some(text)
}

/// The answers of a form, called `name` in messages, whatever the spreadsheet did to its encoding and separators.
///
/// # Errors
/// When it is no form, or answers what nobody asks.
pub fn read(name: &str, mut input: Reading, standard: &Standard) -> Result<Decisions, Refusal> {
    let header = input.rows.header().to_vec();
    let rank = |name: &str| header.iter().position(|column| column.trim() == name);
    let (Some(step), Some(column), Some(value), Some(answer)) =
        (rank("passage"), rank("colonne"), rank("valeur"), rank("reponse"))
    else {
        let message =
            "il lui faut les colonnes passage, colonne, valeur et reponse ; supprimez-le pour qu'il soit écrit de nouveau";
        return Err(Refusal::Said(format!("« {name} » n'est pas un formulaire de questions : {message}")));
    };
    let mut decisions = Decisions::default();
    let mut block = Block::new();
    let mut count = 0;
    while input.rows.next(&mut block).map_err(Refusal::Read)? {
        count += block.len();
        if count > MOST {
            let most = number(MOST);
            return Err(Refusal::Said(format!("« {name} » a plus de {most} lignes : ce n'est pas le bon fichier")));
        }
        for row in block.rows() {
            decisions.answer(&row.text(step), &row.text(column), &row.text(value), &row.text(answer));
        }
    }
    decisions.check(&standard.migrations).map_err(|wrong| refused(&format!("« {name} »"), &wrong))?;
    Ok(decisions)
}

/// Why nothing is done with an answer of `place`, in French.
pub fn refused(place: &str, wrong: &WrongAnswer) -> Refusal {
    let WrongAnswer { step, column, value, answer, why } = wrong;
    Refusal::Said(match why {
        WhyWrong::NoQuestion => {
            format!("{place} répond à une question que personne ne pose : {step}, colonne {column}, « {value} »")
        }
        WhyWrong::NotAllowed(allowed) => {
            let allowed = allowed.join(", ");
            format!("dans {place}, la réponse « {answer} » à « {value} » ({column}) n'est pas possible : écrivez {allowed}")
        }
        WhyWrong::AnsweredBefore(first) => format!(
            "dans {place}, la question sur « {value} » ({column}) a deux réponses, « {first} » et « {answer} » : n'en gardez qu'une"
        ),
    })
}
