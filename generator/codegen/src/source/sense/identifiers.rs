//! Names that programs could not tell apart: columns among themselves, lists among themselves.
//!
//! A name becomes an identifier, a column of a database and a file: signs are lost on the way in one language, case in
//! another. Letters and digits alone are compared, as they are when the header of a file is read.

use std::collections::BTreeMap;

use standard_mediation_model::{Finding, data::column_key};

use crate::source::document::Document;
use crate::source::files::Files;

pub(super) fn check(files: &Files, findings: &mut Vec<Finding>) {
    apart("la colonne", &files.fields, findings);
    apart("la liste", &files.vocabularies, findings);
}

fn apart<T>(what: &str, documents: &[Document<T>], findings: &mut Vec<Finding>) {
    let names: Vec<&str> = documents.iter().map(Document::stem).collect();
    for (rank, first) in twins(&names) {
        let document = &documents[rank];
        let message = format!(
            "les programmes confondraient « {} » et {what} « {} » : mêmes lettres, aux majuscules et aux tirets près",
            names[rank], names[first]
        );
        let help = "faites-les différer par une lettre ou un chiffre, dans le nom du fichier et partout où il est cité";
        let mut report = document.report();
        report.at(document.span(&["nom".into()]), "noms-voisins", message, help);
        findings.extend(report.into_findings());
    }
}

/// The ranks of names that have the letters and digits of an earlier one, with the rank of that one.
fn twins(names: &[&str]) -> Vec<(usize, usize)> {
    let mut first: BTreeMap<String, usize> = BTreeMap::new();
    let twin = |(rank, name): (usize, &&str)| {
        let earlier = *first.entry(column_key(name)).or_insert(rank);
        (earlier != rank).then_some((rank, earlier))
    };
    names.iter().enumerate().filter_map(twin).collect()
}

#[cfg(test)]
mod tests {
    use super::twins;

    #[test]
    fn signs_and_case_tell_no_names_apart() {
        assert_eq!(twins(&["a-b", "a_b", "code", "A_B", "Code"]), [(1, 0), (3, 0), (4, 2)]);
        assert_eq!(twins(&["labels_1", "labels1"]), [(1, 0)]);
    }

    #[test]
    fn a_letter_or_a_digit_does() {
        assert_eq!(twins(&["adresse", "adresses", "adresse_2", "adresse_22", "code_postal", "code_insee"]), []);
    }
}
