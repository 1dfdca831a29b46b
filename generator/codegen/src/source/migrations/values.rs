//! The values that a step cites, by code where their version has a vocabulary.

use standard_mediation_model::migration::{Answer, Arbitration, Fate, NOTHING, Target, ValueChange, Word};
use standard_mediation_model::{Standard, hint};

use super::Both;
use crate::source::report::Report;
use crate::source::shapes::{AnswerShape, ColumnShape, ValueChangeShape};
use crate::source::tree::Step;
use crate::source::typography::prose;

/// Where something stands in the file.
type Path<'p> = Vec<Step<'p>>;

impl Both<'_> {
    /// The values of a column; `None` when one of them cannot be read.
    pub(super) fn values(
        &self,
        i: usize,
        column: &ColumnShape,
        after: &[String],
        report: &mut Report<'_>,
    ) -> Option<Vec<ValueChange>> {
        let mut values: Vec<ValueChange> = Vec::new();
        let mut is_whole = true;
        for (j, shape) in column.valeurs.iter().enumerate() {
            let path: Path<'_> = vec!["colonnes".into(), i.into(), "valeurs".into(), j.into()];
            let Some(value) = self.value(&path, column, after, shape, report) else {
                is_whole = false;
                continue;
            };
            let spellings = || std::iter::once(&value.before.label).chain(&value.aliases);
            let known = |text: &String| values.iter().any(|other| other.before.label == *text || other.aliases.contains(text));
            if let Some(text) = spellings().find(|text| known(text)) {
                let message = format!("« {text} » est déjà dans la liste");
                let help = "réunissez en un seul bloc ce qui est dit de cette valeur";
                report.at(self.document.span(&ending(&path, "avant")), "migration-double", message, help);
                is_whole = false;
                continue;
            }
            values.push(value);
        }
        is_whole.then_some(values)
    }

    fn value(
        &self,
        path: &Path<'_>,
        column: &ColumnShape,
        after: &[String],
        shape: &ValueChangeShape,
        report: &mut Report<'_>,
    ) -> Option<ValueChange> {
        let before = self.word(self.old, &column.avant, &shape.avant, &ending(path, "avant"), report)?;
        let is_asked =
            shape.question.is_some() || !shape.reponses.is_empty() || shape.proposition.is_some() || shape.raison.is_some();
        let goes = shape.apres.is_some() || shape.dans.is_some();
        let fate = match (goes, &shape.perdue, is_asked) {
            (true, None, false) => {
                Fate::Becomes(self.target(path, after, (shape.apres.as_deref(), shape.dans.as_deref()), report)?)
            }
            (false, Some(why), false) => Fate::Lost(prose(why)),
            (false, None, true) => Fate::Asked(self.question(path, after, shape, report)?),
            _ => {
                let message = format!("il faut dire une chose, et une seule, de ce que devient « {} »", before.label);
                let help = "écrivez « apres » (la valeur qui la remplace), « perdue » (aucune) ou « question » (à demander)";
                report.at(self.document.span(&ending(path, "avant")), "migration-reponse", message, help);
                return None;
            }
        };
        Some(ValueChange { before, aliases: shape.alias.clone(), fate })
    }

    /// The value that a code names, or a text where there is no vocabulary.
    fn word(&self, standard: &Standard, column: &str, text: &str, path: &Path<'_>, report: &mut Report<'_>) -> Option<Word> {
        let Some(vocabulary) = standard.field(column).and_then(|field| standard.vocabulary_of(field)) else {
            return Some(Word { code: None, label: text.to_owned() });
        };
        if let Some(value) = vocabulary.by_code(text) {
            return Some(Word { code: Some(value.code.clone()), label: value.label.clone() });
        }
        let version = standard.identity.version;
        let message = format!("« {text} » n'est pas un code de la colonne « {column} » de la version {version}");
        let by_label = vocabulary.values.iter().find(|value| hint::folded(&value.label) == hint::folded(text));
        let near = by_label.map(|value| value.code.as_str());
        let help = match near.or_else(|| hint::nearest(text, vocabulary.values.iter().map(|value| value.code.as_str()))) {
            Some(near) => format!("écrivez le code : « {near} »"),
            None => format!("les codes sont dans versions/{version}.json ou dans vocabulaires/{}.yaml", vocabulary.name),
        };
        report.at(self.document.span(path), "migration-cible", message, help);
        None
    }

    fn target(
        &self,
        path: &Path<'_>,
        after: &[String],
        (value, column): (Option<&str>, Option<&str>),
        report: &mut Report<'_>,
    ) -> Option<Target> {
        let column = match (column, after) {
            (Some(column), _) => self.exists(self.new, column, &ending(path, "dans"), report).then(|| column.to_owned())?,
            (None, [only]) => only.clone(),
            (None, _) => {
                let message = "cette colonne se partage, et rien ne dit où va la valeur";
                let help = format!("ajoutez « dans: » et l'une des colonnes : {}", after.join(", "));
                report.at(self.document.span(&ending(path, "apres")), "migration-cible", message, help);
                return None;
            }
        };
        let value = match value {
            Some(text) => Some(self.word(self.new, &column, text, &ending(path, "apres"), report)?),
            None if self.new.field(&column).is_some_and(|field| field.vocabulary.is_none()) => None,
            None => {
                let message = format!("« {column} » a une liste de valeurs : l'ancien texte n'en est pas");
                report.at(self.document.span(&ending(path, "dans")), "migration-cible", message, "ajoutez « apres: » et un code");
                return None;
            }
        };
        Some(Target { column, value })
    }

    fn question(
        &self,
        path: &Path<'_>,
        after: &[String],
        shape: &ValueChangeShape,
        report: &mut Report<'_>,
    ) -> Option<Arbitration> {
        let mut fault = |key: &'static str, message: String, help: &str| {
            report.at(self.document.span(&ending(path, key)), "migration-reponse", message, help);
        };
        let (Some(question), Some(proposition), Some(reason)) = (&shape.question, &shape.proposition, &shape.raison) else {
            let help = "écrivez « question », « reponses », « proposition » et « raison »";
            fault("avant", "cette question n'est pas entière".to_owned(), help);
            return None;
        };
        let names: Vec<&str> = shape.reponses.iter().map(|answer| answer.reponse.as_str()).collect();
        if names.len() < 2 {
            fault("question", "une question a deux réponses au moins".to_owned(), "ajoutez les autres réponses, dont « aucune »");
            return None;
        }
        if let Some(twice) = names.iter().enumerate().find(|(k, name)| names[..*k].contains(name)).map(|(_, name)| *name) {
            fault("reponses", format!("la réponse « {twice} » est deux fois dans la liste"), "donnez un nom à chacune");
            return None;
        }
        if !names.contains(&proposition.as_str()) {
            let help = format!("choisissez parmi : {}", names.join(", "));
            fault("proposition", format!("« {proposition} » n'est pas l'une des réponses"), &help);
            return None;
        }
        let answers = shape.reponses.iter().enumerate().map(|(k, answer)| {
            let mut path = ending(path, "reponses");
            path.push(k.into());
            self.answer(&path, after, answer, report)
        });
        // All of them, so that every fault is said.
        let answers: Vec<Option<Answer>> = answers.collect();
        Some(Arbitration {
            question: prose(question),
            answers: answers.into_iter().collect::<Option<_>>()?,
            proposition: proposition.clone(),
            reason: prose(reason),
        })
    }

    fn answer(&self, path: &Path<'_>, after: &[String], shape: &AnswerShape, report: &mut Report<'_>) -> Option<Answer> {
        let goes = shape.apres.is_some() || shape.dans.is_some();
        let target = match (shape.reponse == NOTHING, goes) {
            (true, false) => None,
            (false, true) => Some(self.target(path, after, (shape.apres.as_deref(), shape.dans.as_deref()), report)?),
            (is_nothing, _) => {
                let message = if is_nothing {
                    "« aucune » ne mène nulle part".to_owned()
                } else {
                    format!("rien ne dit où mène la réponse « {} »", shape.reponse)
                };
                let help = "ajoutez « apres » ou « dans », ou nommez-la « aucune » pour ne rien garder";
                report.at(self.document.span(&ending(path, "reponse")), "migration-reponse", message, help);
                return None;
            }
        };
        Some(Answer { name: shape.reponse.clone(), target, alone: shape.seule })
    }
}

fn ending<'p>(path: &Path<'p>, key: &'p str) -> Path<'p> {
    let mut path = path.clone();
    path.push(key.into());
    path
}
