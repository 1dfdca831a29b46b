//! What is wrong with a header, in French.
//!
//! In: what became of each column. Out: [`Fault`]s of row 1. Nobody is told to delete a column that may hold data.

mod together;
mod whole;

use crate::{Field, Level, Standard};

use super::columns::Reading;
use super::signs::{self, shown};
use super::{Fault, FileRule, letters};
use together::{all_later, all_unknown, all_unnamed, all_values, later, list};

/// Known names that make a header, where one is looked for.
pub(super) const ENOUGH: usize = 2;
/// First rows of a table in which a header may be.
pub(super) const FIRST_ROWS: usize = 20;
/// Columns of one kind told one by one; beyond, together.
const ONE_BY_ONE: usize = 3;
/// Says that the header is below other rows, of which `first` is the first and `texts` what is in them.
pub(super) fn above_header(first: u64, number: u64, mut texts: Vec<String>) -> Fault {
    texts.retain(|text| !text.trim().is_empty());
    let message = format!("l'en-tête vient à la ligne {number}, ce qui est au-dessus n'est pas lu");
    let help = "supprimez les lignes au-dessus de l'en-tête";
    let fault = Fault::new(FileRule::AboveHeader, Some(first), message, help);
    Fault { value: (!texts.is_empty()).then(|| texts.join(" / ")), ..fault }
}

pub(super) fn faults(standard: &Standard, header: &[String], readings: &[Reading], columns: &[Option<usize>]) -> Vec<Fault> {
    if let Some(fault) = whole::uncut(standard, header).or_else(|| whole::headless(header, readings)) {
        return vec![fault];
    }
    let mut faults: Vec<Fault> = Vec::new();
    let later = later(standard, header, readings);
    let of =
        |reading: &Reading| (0..header.len()).filter(|i| readings[*i] == *reading && !later.contains_key(i)).collect::<Vec<_>>();
    let several = |reading: &Reading| of(reading).len() > ONE_BY_ONE;
    let (unknown, unnamed) = (several(&Reading::Unknown), several(&Reading::Unnamed));
    for (i, (name, reading)) in header.iter().zip(readings).enumerate() {
        let told = match reading {
            _ if later.contains_key(&i) => None,
            Reading::Unknown if unknown => None,
            Reading::Unnamed if unnamed => None,
            reading => column(standard, header, i, name, reading),
        };
        faults.extend(told.map(|fault| Fault { column: Some(i), value: Some(name.clone()), ..fault }));
    }
    faults.extend(all_later(standard, header, &later));
    faults.extend(all_values(standard, header, readings));
    if unknown {
        faults.push(all_unknown(header, &of(&Reading::Unknown)));
    }
    if unnamed {
        faults.push(all_unnamed(&of(&Reading::Unnamed)));
    }
    missing(standard, header, readings, columns, &mut faults);
    faults.extend(order(standard, readings));
    faults
}

fn column(standard: &Standard, header: &[String], i: usize, name: &str, reading: &Reading) -> Option<Fault> {
    let shown = shown(name);
    let fields = &standard.fields;
    let fault = |rule, message: String, help: String| Some(Fault::new(rule, Some(1), message, help));
    match reading {
        // Those that are values are told together.
        Reading::Exact(_) | Reading::Value(_) => None,
        Reading::Sure(field) => {
            let field = &fields[*field];
            let message = if shown == field.name {
                format!("le nom de la colonne « {shown} » est entouré de signes qu'on ne voit pas")
            } else {
                format!("la colonne « {shown} » est lue comme « {} » ({})", field.name, field.title)
            };
            let help = format!("renommez-la « {} », à la lettre près", field.name);
            let fault = Fault::new(FileRule::MisnamedColumn, Some(1), message, help);
            Some(Fault { correction: Some(field.name.clone()), ..fault })
        }
        Reading::Taken(field, other, true) => {
            let (field, first) = (&fields[*field].name, signs::shown(&header[*other]));
            let message = if shown == first {
                format!("la colonne « {shown} » est là deux fois ; seule la première est lue")
            } else {
                format!("« {first} » et « {shown} » sont deux noms de la colonne « {field} » ; seule « {first} » est lue")
            };
            fault(FileRule::DuplicateColumn, message, "réunissez-les en une seule, sans perdre ce que chacune contient".into())
        }
        Reading::Taken(field, _, false) => {
            let message = format!("la colonne « {shown} » n'est pas dans le standard");
            let help = format!("ce qu'elle dit va dans « {} », qui est déjà là ; seule celle-ci est lue", fields[*field].name);
            fault(FileRule::UnknownColumn, message, help)
        }
        Reading::Split(several) => {
            let names: Vec<String> = several.iter().map(|field| fields[*field].name.clone()).collect();
            let message = format!("la colonne « {shown} » est d'une ancienne version du standard ; elle n'est pas lue");
            let help = format!("répartissez ce qu'elle contient entre {}", list(names.iter().map(String::as_str)));
            fault(FileRule::UnknownColumn, message, help)
        }
        Reading::Guess(field) => {
            let message = format!("la colonne « {shown} » n'est pas dans le standard ; elle n'est pas lue");
            fault(FileRule::UnknownColumn, message, format!("vouliez-vous écrire « {} » ?", fields[*field].name))
        }
        Reading::Unknown => {
            let message = format!("la colonne « {shown} » n'est pas dans le standard");
            fault(
                FileRule::UnknownColumn,
                message,
                "ce qui n'est pas du standard n'est pas vérifié ; à garder si cela vous sert".into(),
            )
        }
        Reading::Unnamed => {
            let message = format!("la colonne {} n'a pas de nom", letters(i));
            fault(FileRule::UnnamedColumn, message, "donnez-lui un nom, ou retirez-la si elle est vide".into())
        }
    }
}

fn missing(standard: &Standard, header: &[String], readings: &[Reading], columns: &[Option<usize>], faults: &mut Vec<Fault>) {
    let absent = standard.fields.iter().enumerate().filter(|(rank, _)| columns[*rank].is_none());
    let guessed = |rank: usize| readings.iter().position(|reading| *reading == Reading::Guess(rank));
    // What may be there under another name was said of that column.
    let (required, optional): (Vec<_>, Vec<_>) =
        absent.filter(|(rank, field)| field.required || guessed(*rank).is_none()).partition(|(_, field)| field.required);
    for (rank, field) in required {
        let help = match guessed(rank) {
            Some(column) => format!(
                "c'est peut-être « {} » : si oui, renommez-la, sans rien effacer ; sinon, ajoutez-la et remplissez-la",
                shown(&header[column])
            ),
            None => "à ajouter et à remplir : c'est obligatoire".to_owned(),
        };
        faults.push(Fault { field: Some(rank), ..Fault::new(FileRule::MissingColumn, Some(1), lacks(field), help) });
    }
    let fault = match optional.as_slice() {
        [] => return,
        [(rank, field)] => {
            let help = "ajoutez-la, même vide : elle est facultative";
            Fault { field: Some(*rank), ..Fault::new(FileRule::MissingColumn, Some(1), lacks(field), help) }
        }
        several => {
            let names = several.iter().map(|(_, field)| field.name.as_str()).collect::<Vec<_>>().join(", ");
            let message = format!("il manque {} colonnes facultatives : {names}", several.len());
            Fault::new(FileRule::MissingColumn, Some(1), message, "ajoutez-les, même vides, si vous le pouvez")
        }
    };
    faults.push(Fault { level: Level::Recommendation, ..fault });
}

fn lacks(field: &Field) -> String {
    format!("il manque la colonne « {} » ({})", field.name, field.title)
}

/// The first column that comes after one that it should come before.
fn order(standard: &Standard, readings: &[Reading]) -> Option<Fault> {
    let mut last: Option<usize> = None;
    for (i, reading) in readings.iter().enumerate() {
        let (Reading::Exact(field) | Reading::Sure(field)) = reading else { continue };
        if let Some(last) = last.filter(|last| last > field) {
            let (before, after) = (&standard.fields[*field].name, &standard.fields[last].name);
            let message =
                format!("les colonnes ne sont pas dans l'ordre du standard : « {before} » devrait venir avant « {after} »");
            let help = "elles sont lues quand même ; remettez-les dans l'ordre pour les comparer d'un fichier à l'autre";
            let fault = Fault::new(FileRule::ColumnOrder, Some(1), message, help);
            return Some(Fault { column: Some(i), ..fault });
        }
        last = Some(*field);
    }
    None
}
