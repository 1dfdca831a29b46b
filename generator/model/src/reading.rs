//! How one value is read: whether it is of the kind of its field, and as what it is compared.
//!
//! In: a field and a text. Out: nothing to say, or a rule with words for the person who wrote the text. Plain texts,
//! numbers and days, which most cells hold, are read by hand; the other kinds through their expression.

use crate::pattern::{self, Regex};
use crate::{CellRule, Date, Field, Kind, Limit};

/// Whether a kind is read without an expression, as most columns of most files are.
fn reads_by_hand(field: &Field) -> bool {
    match field.kind {
        Kind::Text | Kind::Date => field.format.is_none(),
        Kind::Number => field.decimal_sign.is_none(),
        _ => false,
    }
}

/// The expression of the kind of a field, compiled; `None` when its values are read without one.
///
/// # Errors
/// The words of the engine, when the expression does not compile.
pub(crate) fn compiled(field: &Field) -> Result<Option<Regex>, String> {
    if reads_by_hand(field) {
        return Ok(None);
    }
    let expression = field.kind.expression(field.format.as_deref(), field.truth.as_ref(), field.decimal_sign);
    expression.map(|expression| pattern::compile(&expression)).transpose()
}

/// Rule, message and remedy when a text is not of the kind of a field, whose expression was [`compiled`].
pub(crate) fn breach(field: &Field, expression: Option<&Regex>, text: &str) -> Option<(CellRule, String, String)> {
    let Field { kind, format, .. } = field;
    let fits = if reads_by_hand(field) {
        match kind {
            Kind::Number => is_number(text),
            Kind::Date => text.parse::<Date>().is_ok(),
            _ => true,
        }
    } else {
        expression.is_none_or(|regex| regex.is_match(text)) && kind.is_real(format.as_deref(), text)
    };
    if fits {
        return None;
    }
    Some(match kind {
        Kind::Number => {
            let sign = field.decimal_sign.unwrap_or('.');
            let help = match sign {
                '.' => "écrivez le nombre en chiffres, avec un point pour les décimales : 43.296".to_owned(),
                sign => format!("écrivez le nombre en chiffres, avec « {sign} » avant les décimales"),
            };
            (CellRule::Number, format!("« {text} » n'est pas un nombre"), help)
        }
        Kind::Integer => {
            let help = "écrivez le nombre en chiffres, sans décimale ni espace";
            (CellRule::Number, format!("« {text} » n'est pas un nombre entier"), help.to_owned())
        }
        Kind::Date => {
            let help = match format {
                Some(format) => format!("la date s'écrit sous la forme {format}, et doit exister dans le calendrier"),
                None => text.parse::<Date>().err().map(|error| error.to_string()).unwrap_or_default(),
            };
            (CellRule::Date, format!("« {text} » n'est pas une date"), help)
        }
        _ => {
            let wanted = kind.in_words().unwrap_or("un texte de la forme prévue");
            (CellRule::Kind, format!("« {text} » n'est pas du type attendu"), format!("il faut {wanted}"))
        }
    })
}

/// The items of a list written as JSON; `None` when the field is something else.
pub(crate) fn items(field: &Field, text: &str) -> Option<Vec<String>> {
    if field.kind != Kind::Array {
        return None;
    }
    let items: Vec<serde_json::Value> = serde_json::from_str(text).ok()?;
    Some(items.into_iter().map(|item| item.as_str().map_or_else(|| item.to_string(), str::to_owned)).collect())
}

/// A text as something that bounds compare.
pub(crate) fn limit(field: &Field, text: &str) -> Option<Limit> {
    match field.kind {
        Kind::Date if field.format.is_none() => text.parse().ok().map(Limit::Day),
        kind if kind.is_numeric() => {
            let sign = field.decimal_sign.unwrap_or('.');
            text.replace(sign, ".").parse().ok().map(Limit::Number)
        }
        _ => None,
    }
}

/// Optional minus sign, digits, and possibly a point and digits: what every reader of a CSV file takes as a number.
pub(crate) fn is_number(text: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let unsigned = text.strip_prefix('-').unwrap_or(text);
    match unsigned.split_once('.') {
        Some((whole, decimals)) => digits(whole) && digits(decimals),
        None => digits(unsigned),
    }
}
