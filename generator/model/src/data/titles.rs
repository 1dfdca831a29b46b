//! The names of columns in other words: a line of titles under the names that programs use.
//!
//! In: the columns of a file, then rows. Out: whether a row only says, in each of its cells, what the column is.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::naming::column_key;
use crate::Standard;

/// The other names of the columns of a file.
#[derive(Debug, Clone, Default)]
pub(super) struct Titles {
    /// A column, the first of those that a standard requires, and its names as people write them: every row is held against
    /// them, and few go further. It is the same once a file is repaired, which adds and moves columns.
    telling: Option<(usize, Vec<String>)>,
    /// Those of each column, by [`column_key`].
    keys: Vec<BTreeSet<String>>,
}

/// Cells that say what their column is, at least: one alone may be the name of a place.
const ENOUGH: usize = 3;

impl Titles {
    /// `fields` are the ranks of the fields of the columns, `columns` those of the columns of the fields.
    pub(super) fn new(standard: &Standard, header: &[String], fields: &[Option<usize>], columns: &[Option<usize>]) -> Self {
        let names = |column: usize| {
            let field = fields[column].map(|field| &standard.fields[field]);
            let names = field.map(|field| [&field.name, &field.title].into_iter().chain(&field.aliases));
            names.into_iter().flatten().chain([&header[column]])
        };
        let mut required = standard.fields.iter().zip(columns).filter(|(field, _)| field.required);
        let telling = required.find_map(|(_, column)| *column);
        let telling = telling.map(|column| {
            let names: BTreeSet<String> = names(column).flat_map(|name| cases(name)).collect();
            (column, names.into_iter().collect())
        });
        let keys = (0..header.len()).map(|column| names(column).map(|name| column_key(name)).collect()).collect();
        Self { telling, keys }
    }

    /// Whether each of so many cells says what its column is, or nothing.
    pub(super) fn are<'c>(&self, count: usize, cell: impl Fn(usize) -> Cow<'c, str>) -> bool {
        let Some((column, names)) = self.telling.as_ref().filter(|(column, _)| *column < count) else { return false };
        let text = cell(*column);
        if !names.iter().any(|name| *name == text) {
            return false;
        }
        let mut said = 0;
        let is_said = |(column, keys): (usize, &BTreeSet<String>)| {
            let cell = cell(column);
            said += usize::from(!cell.is_empty());
            cell.is_empty() || keys.contains(&column_key(&cell))
        };
        count <= self.keys.len() && self.keys[..count].iter().enumerate().all(is_said) && said >= ENOUGH
    }
}

/// A name in the cases that people write it in.
fn cases(name: &str) -> [String; 4] {
    let mut letters = name.chars();
    let capital = letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default();
    [name.to_owned(), name.to_lowercase(), name.to_uppercase(), capital]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::Columns;

    #[test]
    fn a_row_of_titles_is_no_place() {
        let field = |name: &str, title: &str, required: bool| {
            serde_json::json!({
                "nom": name, "groupe": "g", "titre": title, "description": "", "type": "texte", "obligatoire": required,
                "unique": false, "multiple": false, "controles": [], "depuis": "1.0.0", "anciens_noms": [],
                "alias": ["autre nom"], "voir_aussi": [], "exemples": [], "contre_exemples": [],
            })
        };
        let standard = serde_json::json!({
            "nom": "essai", "titre": "Essai", "description": "", "version": "1.0.0", "cree_le": "2024-01-01",
            "modifie_le": "2024-01-01", "pays": "FR", "langue": "fr", "depot": "", "depot_brut": "", "contact": "",
            "mots_cles": [], "licence": { "nom": "", "titre": "", "lien": "" }, "contributeurs": [],
            "format": {
                "encodage": "utf-8", "separateur": ",", "guillemet": "\"", "separateur_de_liste": "|", "nom_de_fichier": "a.csv"
            },
            "versions": [], "groupes": [], "vocabulaires": [], "cle_primaire": [], "regles": [], "exemples": [], "evolutions": [],
            "champs": [field("note", "Remarque", false), field("nom", "Nom du lieu", true), field("ville", "Commune", true)],
        });
        let standard = serde_json::from_value(standard).expect("a standard");
        let header = ["note", "nom", "ville", "ajout"].map(str::to_owned);
        let columns = Columns::read(&standard, &header);
        let are = |cells: &[&'static str]| columns.are_names(cells.len(), |column| Cow::Borrowed(cells[column]));
        for titles in [
            &["note", "nom", "ville", "ajout"][..],
            &["Remarque", "Nom du lieu", "Commune", "Ajout"],
            &["REMARQUES", "NOM DU LIEU", "commune", ""][1..3],
            &["", "Nom du lieu", "Autre nom", "AJOUT"],
            &["Remarque", "nom du lieu", "commune :"],
        ] {
            assert_eq!(are(titles), titles.len() > 2, "{titles:?}");
        }
        for place in [
            &["Remarque", "Nom du lieu", "", ""][..],
            &["Remarque", "Salle A", "Commune", "ajout"],
            &["Remarque", "Nom du lieu", "Commune", "1"],
            &["Remarque", "Nom du lieu", "Commune", "ajout", ""],
            &[],
        ] {
            assert!(!are(place), "{place:?}");
        }
    }
}
