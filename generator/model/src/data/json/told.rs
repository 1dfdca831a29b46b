//! What is said of a JSON file that does not read as one should.
//!
//! In: where the reader is. Out: a [`Fault`], in French, with its remedy.

use memchr::memmem;

use super::super::csv::{LONGEST_ROW, MOST_COLUMNS};
use super::super::{Fault, FileRule, Unit};
use super::{MOST_BAD_ROWS, MOST_OF_A_LIST};
use crate::count;

/// There is nothing in the file.
pub(super) fn empty() -> Fault {
    let help = "vérifiez que l'export s'est terminé, puis exportez de nouveau";
    Fault::new(FileRule::Empty, None, "le fichier est vide", help)
}

/// The list is inside an object, as services on the web give it, or maps: `text` is how it starts.
pub(super) fn wrapped(text: &[u8]) -> Fault {
    if memmem::find(text, b"\"FeatureCollection\"").is_some() {
        let message = "ce fichier est une carte au format GeoJSON, et non un tableau";
        let help = "exportez-le en CSV depuis votre logiciel de cartes, avec une colonne latitude et une colonne longitude";
        return Fault::new(FileRule::Unreadable, None, message, help);
    }
    let message = "ce fichier est un objet JSON dont une clé contient une liste, il faut la liste elle-même";
    let help = "gardez la liste seule, de son crochet ouvrant à son crochet fermant, ou un objet par ligne";
    Fault::new(FileRule::Unreadable, None, message, help)
}

/// There are more keys than columns may be.
pub(super) fn too_many_keys() -> Fault {
    let message = format!("les objets ont plus de {} clés, le fichier n'est pas lu", count::number(MOST_COLUMNS));
    Fault::new(FileRule::Unreadable, None, message, "retirez les clés inutiles, puis exportez de nouveau")
}

/// An element holds bytes that are not UTF-8.
pub(super) fn not_utf8(unit: Unit, number: u64) -> Fault {
    let message = format!("{} n'est pas en UTF-8 comme le reste du fichier", unit.this());
    Fault::new(FileRule::Encoding, Some(number), message, "exportez de nouveau en UTF-8")
}

/// A comma lacks in a list, or is one too many.
pub(super) fn stray_comma(message: &str, number: u64) -> Fault {
    let help = "mettez une virgule, et une seule, entre deux éléments ; vérifiez toute la liste, cela n'est dit qu'une fois";
    Fault::new(FileRule::StrayComma, Some(number), message, help)
}

/// Reading stops: too many elements one after the other are no object.
pub(super) fn hopeless(unit: Unit, number: u64) -> Fault {
    let message = format!("{} {}s de suite ne se lisent pas : la lecture s'arrête là", count::number(MOST_BAD_ROWS), unit.word());
    let help = "vérifiez que le fichier est bien une liste d'objets JSON, ou un objet par ligne";
    Fault::new(FileRule::Capped, Some(number), message, help)
}

/// Something follows the end of the list.
pub(super) fn after_the_end(number: u64) -> Fault {
    let message = "il y a du texte après la fin de la liste, il n'est pas lu";
    let help = "gardez une seule liste, de son crochet ouvrant à son crochet fermant";
    Fault::new(FileRule::Capped, Some(number), message, help)
}

/// An element is longer than what is held in memory.
pub(super) fn too_long(unit: Unit, number: u64) -> Fault {
    let (it, help) = match unit {
        Unit::Row | Unit::Line => ("elle n'est pas lue", "coupez-la, ou cherchez un guillemet ou une accolade restés ouverts"),
        Unit::Element => ("il n'est pas lu", "coupez-le, ou cherchez un guillemet ou une accolade restés ouverts"),
    };
    let message = format!("{} dépasse {} Mio, {it}", unit.this(), LONGEST_ROW >> 20);
    Fault::new(FileRule::LongRow, Some(number), message, help)
}

/// Reading stops: a list is larger than what is read of one.
pub(super) fn capped(number: u64) -> Fault {
    let message = format!("la liste dépasse {} Mio : la lecture s'arrête là", MOST_OF_A_LIST >> 20);
    let help = "écrivez un objet par ligne (NDJSON), qui se lit quelle que soit la taille, ou faites plusieurs fichiers";
    Fault::new(FileRule::Capped, Some(number), message, help)
}

/// The file stops in the middle of something.
pub(super) fn cut(number: u64) -> Fault {
    let message = "le fichier s'arrête au milieu : la fin manque";
    let help = "exportez-le ou téléchargez-le de nouveau, en entier ; les lieux d'avant ont été lus";
    Fault::new(FileRule::Truncated, Some(number), message, help)
}

/// An element is no object, or is badly written.
pub(super) fn unreadable(unit: Unit, number: u64, error: &serde_json::Error) -> Fault {
    let this = unit.this();
    let (message, help) = if error.is_data() {
        (format!("{this} n'est pas un objet JSON"), "un lieu s'écrit entre accolades : {\"id\": \"1\", \"nom\": \"…\"}")
    } else if error.is_eof() {
        (format!("{this} n'est pas du JSON : la fin manque"), "vérifiez que guillemets, crochets et accolades sont refermés")
    } else {
        let place = if unit == Unit::Line { format!(", au caractère {}", error.column()) } else { String::new() };
        (
            format!("{this} n'est pas du JSON : il y a une faute{place}"),
            "vérifiez les virgules, les guillemets et les deux-points",
        )
    };
    Fault::new(FileRule::Unreadable, Some(number), message, help)
}
