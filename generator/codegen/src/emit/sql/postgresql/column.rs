//! The type of the column of a field, and how a cell goes there and back.
//!
//! A column has a type of its own when every text that the engine accepts is one of its values, and one only; otherwise
//! it keeps the text, under the same rules. `numeric` rather than `double precision`: a number comes back as it was
//! written, with its last zeros and without an exponent, which no CSV of the standard may hold.

use standard_mediation_model::{Field, Kind, Level, Standard};

use super::super::{missing, quoting};

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Storage {
    /// The text of the cell.
    Text,
    /// The parts of a list, as texts.
    List,
    /// A number.
    Number,
    /// A whole number, as long as one likes.
    Integer,
    /// Yes or no.
    Boolean,
    /// A day.
    Date,
}

impl Storage {
    pub(super) fn of(standard: &Standard, field: &Field) -> Self {
        // Two texts of one value are two values of a key: `1` and `01`.
        let is_key = field.unique || standard.primary_key.contains(&field.name);
        let is_text = field.vocabulary.is_some()
            || field.pattern.as_ref().is_some_and(|pattern| pattern.level == Level::Blocking)
            || field.min_length.is_some()
            || field.max_length.is_some();
        match field.kind {
            _ if field.multiple => Self::List,
            _ if is_text => Self::Text,
            Kind::Date if field.format.is_none() => Self::Date,
            _ if is_key => Self::Text,
            Kind::Number if field.decimal_sign.is_none() => Self::Number,
            Kind::Integer => Self::Integer,
            Kind::Boolean if field.truth.is_none() => Self::Boolean,
            _ => Self::Text,
        }
    }

    /// The name of the type.
    pub(super) fn type_name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::List => "text[]",
            Self::Number | Self::Integer => "numeric",
            Self::Boolean => "boolean",
            Self::Date => "date",
        }
    }
}

/// The value of a column, from the text of a cell that has no fault.
pub(super) fn read(standard: &Standard, field: &Field, text: &str) -> String {
    let filled = if standard.dialect.missing_values.is_empty() {
        format!("nullif({text}, '')")
    } else {
        format!("CASE WHEN {text} NOT IN ({}) THEN {text} END", missing(standard))
    };
    match Storage::of(standard, field) {
        Storage::Text => filled,
        Storage::List => super::DIALECT.split(&filled, standard.separator_of(field)),
        Storage::Number | Storage::Integer => format!("nombre({filled})"),
        Storage::Boolean => {
            let words = field.kind.expression(None, None, None).unwrap_or_default();
            let is_word = super::DIALECT.matches(text, &words).unwrap_or_else(|| "false".to_owned());
            format!("CASE WHEN {is_word} THEN lower({text}) IN ('true', '1') END")
        }
        Storage::Date => format!("jour({filled})"),
    }
}

/// The text of a cell, from the value of a column.
pub(super) fn write(standard: &Standard, field: &Field, column: &str) -> String {
    match Storage::of(standard, field) {
        Storage::Text => format!("nullif({column}, '')"),
        Storage::List => {
            format!("nullif(array_to_string({column}, {}), '')", quoting::literal(&standard.separator_of(field).to_string()))
        }
        Storage::Number | Storage::Integer | Storage::Boolean => format!("{column}::text"),
        Storage::Date => format!("jour_ecrit({column})"),
    }
}

/// The text of a column, empty when there is none, for rules that look at several: of what is not a text, only whether
/// it is there.
pub(super) fn told(standard: &Standard, field: &Field) -> String {
    let column = quoting::name(&field.name);
    match Storage::of(standard, field) {
        Storage::Text => format!("coalesce({column}, '')"),
        Storage::List => {
            let separator = quoting::literal(&standard.separator_of(field).to_string());
            format!("coalesce(array_to_string({column}, {separator}), '')")
        }
        _ => format!("CASE WHEN {column} IS NULL THEN '' ELSE '-' END"),
    }
}
