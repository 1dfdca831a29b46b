//! Whether a text is of the kind of its field, in SQL.
//!
//! In: a field and an expression of SQL that gives a text. Out: an expression that says yes or no, and the words of the
//! engine for no. That a day exists is said by an expression too, so that nothing has to be tried and caught.

use standard_mediation_model::{CellRule, Field, Kind};

use super::{Dialect, quoting};

/// The days of the Gregorian calendar, from year 0000 to 9999: months of 31 days, of 30, February, leap years.
pub(super) const DAY: &str = "(?:[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)\
                              |02-(?:0[1-9]|1[0-9]|2[0-8]))|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])\
                              |(?:[02468][048]|[13579][26])00)-02-29)";

/// Digits, with a sign and decimals if there are: what the engine takes as a number.
pub(super) const NUMBER: &str = r"-?[0-9]+(?:\.[0-9]+)?";

/// That a text is of the kind of a field; `None` when any text is.
pub(super) fn holds(dialect: Dialect, field: &Field, text: &str) -> Option<String> {
    let format = field.format.as_deref();
    let form = match (field.kind, format) {
        (Kind::Date, None) => Some(DAY.to_owned()),
        (kind, format) => kind.expression(format, field.truth.as_ref(), field.decimal_sign),
    };
    let shaped = form.and_then(|form| dialect.matches(text, &form));
    match (shaped, real(dialect, field, text)) {
        (Some(shaped), Some(real)) => Some(format!("CASE WHEN {shaped} THEN {real} ELSE false END")),
        (shaped, real) => shaped.or(real),
    }
}

/// What the form does not say.
fn real(dialect: Dialect, field: &Field, text: &str) -> Option<String> {
    match (field.kind, field.format.as_deref()) {
        (Kind::Date, Some(format)) => written_day(dialect, format, text),
        (Kind::DateTime, None) => dialect.matches(&format!("left({text}, 10)"), DAY),
        (Kind::GeoJson | Kind::Object, _) | (Kind::Point, Some("object")) => Some(dialect.is_json(text, "object")),
        (Kind::Array, _) => Some(dialect.is_json(text, "array")),
        (Kind::Duration, _) => Some(format!("{text} NOT IN ('P') AND right({text}, 1) <> 'T'")),
        _ => None,
    }
}

/// That a day written by directives of `strftime` exists. `None` where a directive is not one of ours: the engine reads
/// such days, SQL lets them through.
fn written_day(dialect: Dialect, format: &str, text: &str) -> Option<String> {
    let pieces = pieces(format)?;
    let part = |directive: char| -> Option<String> {
        let at = pieces.iter().position(|piece| *piece == Piece::Directive(directive))?;
        let written = |pieces: &[Piece]| pieces.iter().map(Piece::expression).collect::<String>();
        dialect.extracted(text, &written(&pieces[..at]), &pieces[at].expression(), &written(&pieces[at + 1..]))
    };
    let two = |directive| part(directive).map(|part| format!("lpad({part}, 2, '0')"));
    let year = part('Y').or_else(|| {
        let year = part('y')?;
        Some(format!("CASE WHEN {year} >= '69' THEN '19' ELSE '20' END || {year}"))
    });
    // Without a year, a month or a day, the engine reads no day at all.
    let (Some(year), Some(month), Some(day)) = (year, two('m'), two('d')) else { return Some("false".to_owned()) };
    dialect.matches(&format!("({year} || '-' || {month} || '-' || {day})"), DAY)
}

#[derive(Debug, PartialEq, Eq)]
enum Piece {
    Sign(char),
    Directive(char),
}

impl Piece {
    /// As [`Kind::expression`] has it.
    fn expression(&self) -> String {
        let format = match self {
            Self::Sign(c) => c.to_string(),
            Self::Directive(c) => format!("%{c}"),
        };
        Kind::Date.expression(Some(&format), None, None).unwrap_or_default()
    }
}

fn pieces(format: &str) -> Option<Vec<Piece>> {
    let mut pieces = Vec::new();
    let mut chars = format.chars();
    while let Some(c) = chars.next() {
        pieces.push(match c {
            '%' => match chars.next()? {
                '%' => Piece::Sign('%'),
                directive if "YymdHMS".contains(directive) => Piece::Directive(directive),
                _ => return None,
            },
            c => Piece::Sign(c),
        });
    }
    (format != "any").then_some(pieces)
}

/// The rule, the message and the remedy of a text that is not of its kind: those of the engine, as texts of SQL.
pub(super) fn words(field: &Field, text: &str) -> (CellRule, String, String) {
    let said = |after: &str| super::said("« ", text, after);
    let (rule, message, help) = match field.kind {
        Kind::Number => {
            let help = match field.decimal_sign.unwrap_or('.') {
                '.' => "écrivez le nombre en chiffres, avec un point pour les décimales : 43.296".to_owned(),
                sign => format!("écrivez le nombre en chiffres, avec « {sign} » avant les décimales"),
            };
            (CellRule::Number, said(" » n'est pas un nombre"), help)
        }
        Kind::Integer => {
            let help = "écrivez le nombre en chiffres, sans décimale ni espace";
            (CellRule::Number, said(" » n'est pas un nombre entier"), help.to_owned())
        }
        Kind::Date => {
            let help = match &field.format {
                Some(format) => format!("la date s'écrit sous la forme {format}, et doit exister dans le calendrier"),
                None => "une date s'écrit année-mois-jour, comme 2026-04-02, et doit exister dans le calendrier".to_owned(),
            };
            (CellRule::Date, said(" » n'est pas une date"), help)
        }
        kind => {
            let wanted = kind.in_words().unwrap_or("un texte de la forme prévue");
            (CellRule::Kind, said(" » n'est pas du type attendu"), format!("il faut {wanted}"))
        }
    };
    (rule, message, quoting::literal(&help))
}
