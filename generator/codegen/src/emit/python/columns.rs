//! `colonnes.py`: what a file of the standard is made of.
//!
//! ```python
//! COLONNES = ("id", "nom")
//! ```

use standard_mediation_model::{Field, Standard};

use super::code::{Code, doc};
use super::names::Names;
use super::types;
use crate::emit::cell_form::{self, Native};

pub(super) fn source(standard: &Standard, names: &Names) -> String {
    let dialect = &standard.dialect;
    let texts = |texts: &[String]| Code::tuple(texts.iter().map(Code::text));
    let unique = standard.fields.iter().filter(|field| field.unique).map(|field| vec![field.name.clone()]);
    let mut keys: Vec<Vec<String>> = unique.collect();
    if !standard.primary_key.is_empty() && !keys.contains(&standard.primary_key) {
        keys.push(standard.primary_key.clone());
    }
    let columns: Vec<String> = standard.fields.iter().map(|field| field.name.clone()).collect();
    let beside = standard.fields.iter().any(|field| types::beside(standard, field).is_some());
    let constants = [
        ("VERSION", Code::text(standard.identity.version.to_string()), "La version du standard."),
        ("DELIMITEUR", Code::text(dialect.delimiter), "Le signe entre les cases."),
        ("GUILLEMET", Code::text(dialect.quote), "Le signe autour des cases qui en ont besoin."),
        ("SEPARATEUR", Code::text(dialect.list_separator), "Le signe entre les valeurs d'une même case."),
        ("COLONNES", texts(&columns), "Les noms des colonnes, dans l'ordre du fichier."),
    ];
    let tuples = [
        (
            "MANQUANTES: tuple[str, ...]",
            texts(&dialect.missing_values),
            "Les textes qui valent une case vide, en plus de la case vide.",
        ),
        (
            "CLES: tuple[tuple[str, ...], ...]",
            Code::tuple(keys.iter().map(|key| texts(key))),
            "Les colonnes, seules ou ensemble, dont deux lignes ne peuvent partager le contenu.",
        ),
        (
            "CHAMPS: tuple[Champ, ...]",
            Code::tuple(standard.fields.iter().map(|field| described(standard, names, field))),
            "Les champs, dans l'ordre des colonnes.",
        ),
    ];
    let mut out = doc(0, &["Les colonnes d'un fichier."]);
    out.push('\n');
    if beside {
        out.push_str("from .controle import Forme, Texte\n");
    }
    out.push_str("from .ligne import Champ\n");
    for (name, value, what) in constants.into_iter().chain(tuples) {
        out.push('\n');
        out.push_str(&value.statement(0, &format!("{name} = ")));
        out.push_str(&doc(0, &[what]));
    }
    out
}

fn described(standard: &Standard, names: &Names, field: &Field) -> Code {
    let yes = |name, holds: bool| holds.then(|| (name, Code::word("True")));
    let fixed = [("", Code::text(&field.name)), ("", Code::text(names.attribute(&field.name))), ("", Code::text(&field.title))];
    let closed = field.multiple && cell_form::blocking_vocabulary(standard, field).is_some();
    let nature = match cell_form::native(field) {
        Some(Native::Number) => Some("nombre"),
        Some(Native::Integer) => Some("entier"),
        Some(Native::Boolean) => Some("oui_non"),
        None => None,
    };
    let optional = [
        yes("obligatoire", field.required),
        field.multiple.then(|| ("separateur", Code::text(standard.separator_of(field)))),
        yes("fermee", closed),
        nature.map(|nature| ("nature", Code::text(nature))),
        types::beside(standard, field).map(|control| ("controle", control)),
    ];
    Code::call("Champ", fixed.into_iter().chain(optional.into_iter().flatten()))
}
