//! `champs.csv`: the fields, one a row, in column order; the table that people sort in a spreadsheet.
//!
//! ```csv
//! nom,titre,groupe,type,obligatoire,unique,multiple,vocabulaire,forme_attendue,longueur_max,exemple,depuis,description
//! code_postal,Code postal,Localiser la structure,texte,oui,non,non,,"cinq chiffres, sans espace",,51100,0.1.0,Le code…
//! ```
//!
//! RFC 4180, UTF-8, lines ended by LF. No rank: inserting a field would change every row after it.

use standard_mediation_model::{Field, Level, Standard};

use super::{table, words};
use crate::Artifact;

const HEADER: [&str; 13] = [
    "nom",
    "titre",
    "groupe",
    "type",
    "obligatoire",
    "unique",
    "multiple",
    "vocabulaire",
    "forme_attendue",
    "longueur_max",
    "exemple",
    "depuis",
    "description",
];

pub(super) fn emit(standard: &Standard) -> Vec<Artifact> {
    vec![table::csv("champs.csv", HEADER, standard.fields.iter().map(|field| row(standard, field)))]
}

fn row(standard: &Standard, field: &Field) -> [String; 13] {
    let group = standard.groups.iter().find(|group| group.name == field.group);
    [
        field.name.clone(),
        field.title.clone(),
        group.map_or(&field.group, |group| &group.title).clone(),
        field.kind.word().to_owned(),
        words::yes_no(field.required).to_owned(),
        words::yes_no(field.unique).to_owned(),
        words::yes_no(field.multiple).to_owned(),
        field.vocabulary.clone().unwrap_or_default(),
        form(standard, field),
        field.max_length.map(|max| max.to_string()).unwrap_or_default(),
        field.examples.first().map(|cell| standard.text_of(field, cell)).unwrap_or_default(),
        field.since.to_string(),
        field.description.clone(),
    ]
}

/// What is asked of a value, as a person says it; empty for any text.
fn form(standard: &Standard, field: &Field) -> String {
    let said = words::demands(standard, field).into_iter().map(|demand| match demand.level {
        Level::Blocking => demand.words,
        Level::Recommendation => format!("{} (conseil)", demand.words),
    });
    said.collect::<Vec<_>>().join("\u{a0}; ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::emit::{table, trial};

    #[test]
    fn hostile_texts_come_back_whole() {
        let mut standard = trial::standard();
        let hostile = "a \"b\", c\r\nd | é ;";
        standard.fields[0].title = hostile.to_owned();
        let rows = table::read(&emit(&standard)[0]);
        assert_eq!(rows.len(), standard.fields.len() + 1);
        assert_eq!(rows[1][1], hostile);
        assert!(rows.iter().all(|row| row.len() == HEADER.len()));
    }

    #[test]
    fn forms_are_said_in_words() {
        let standard = trial::standard();
        let form_of = |name| form(&standard, standard.field(name).expect("a field"));
        assert_eq!(form_of("code_postal"), "cinq chiffres, sans espace");
        assert!(form_of("latitude").ends_with("\u{a0}; un nombre entre -90 et 90 (conseil)"));
        assert_eq!(form_of("adresse"), "");
    }
}
