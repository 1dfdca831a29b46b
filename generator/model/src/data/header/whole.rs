//! Headers that are none: nothing else is worth saying of them.

use super::{ENOUGH, Fault, FileRule, Reading};
use crate::Standard;

/// Why all the names of a header are in one cell, when they are: nothing else is worth saying.
pub(super) fn uncut(standard: &Standard, header: &[String]) -> Option<Fault> {
    let (only, rest) = header.split_first()?;
    if !rest.iter().all(String::is_empty) {
        return None;
    }
    let many = |sign: &char| only.split(*sign).filter(|name| standard.is_column(name.trim())).count() >= ENOUGH;
    let sign = ['|', ',', ';', '\t', ':', '/'].into_iter().find(many)?;
    let (message, help) = if matches!(sign, ',' | ';' | '\t') {
        let help = "exportez de nouveau le tableau, ou retirez le guillemet du début et celui de la fin de chaque ligne";
        ("tout l'en-tête est dans une seule case : la ligne entière est entre guillemets".to_owned(), help)
    } else {
        let help = "choisissez la virgule comme séparateur à l'export, puis exportez de nouveau";
        (format!("tout l'en-tête est dans une seule case : le séparateur est « {sign} », qui n'est pas lu"), help)
    };
    Some(Fault::new(FileRule::Unreadable, Some(1), message, help))
}

/// Why the first row is no header, when it looks like any other row: nothing in it is a name, and some of it is data.
pub(super) fn headless(header: &[String], readings: &[Reading]) -> Option<Fault> {
    let are_unknown = readings.iter().all(|reading| matches!(reading, Reading::Unknown | Reading::Unnamed | Reading::Value(_)));
    if !are_unknown || header.iter().filter(|cell| is_data(cell)).count() < ENOUGH {
        return None;
    }
    let message = "la première ligne ressemble à un lieu : les noms des colonnes manquent";
    let help = "ajoutez au-dessus une ligne qui nomme chaque colonne, comme id, pivot, nom, commune";
    Some(Fault::new(FileRule::Unreadable, Some(1), message, help))
}

/// Whether a text is an address of the internet, or a number that is longer than a year: no column is called that.
fn is_data(text: &str) -> bool {
    let text = text.trim();
    let is_address = text.contains("://") || text.contains('@') && !text.contains(char::is_whitespace);
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '+' | '-' | '.' | ',' | '/' | ':');
    is_address || text.chars().all(is_part) && text.chars().filter(char::is_ascii_digit).count() > 4
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn data_are_told_from_names() {
        for text in ["51100", "https://ville.example", "accueil@ville.example", "+33 1 99 00 56 78", "2026-04-02", "-20.8789"] {
            assert!(is_data(text), "{text}");
        }
        for text in ["", "2024", "1", "Population 2021", "code postal (5 chiffres)", "contact @ adresse", "a/b"] {
            assert!(!is_data(text), "{text}");
        }
    }

    #[test]
    fn a_row_of_data_is_no_header() {
        let header = |cells: &[&str]| cells.iter().map(|cell| (*cell).to_owned()).collect::<Vec<_>>();
        let place = header(&["lieu-1", "Médiathèque", "51100", "+33199005678"]);
        let readings = vec![Reading::Unknown; 4];
        assert!(headless(&place, &readings).is_some_and(|fault| fault.rule == FileRule::Unreadable));
        let listed = [Reading::Unknown, Reading::Unknown, Reading::Unknown, Reading::Value(21)];
        assert!(headless(&place, &listed).is_some());
        let named = [Reading::Unknown, Reading::Unknown, Reading::Guess(3), Reading::Unknown];
        assert!(headless(&place, &named).is_none());
        assert!(headless(&header(&["lieu", "2023", "2024", "51100"]), &readings).is_none());
    }
}
