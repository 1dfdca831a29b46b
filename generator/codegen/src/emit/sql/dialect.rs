//! What PostgreSQL and DuckDB write differently.

use standard_mediation_model::Standard;

use super::{expression, quoting, schema};

/// A database that the SQL is written for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Dialect {
    /// PostgreSQL, from version 14.
    PostgreSql,
    /// DuckDB, from version 1.3.
    DuckDb,
}

impl Dialect {
    /// What goes before the name of a table: PostgreSQL looks for names in the schema when the file is read.
    pub(super) fn prefix(self, standard: &Standard) -> String {
        match self {
            Self::PostgreSql => String::new(),
            Self::DuckDb => format!("{}.", schema(standard)),
        }
    }

    /// That the whole of a text has the form of an expression.
    pub(super) fn matches(self, text: &str, expression: &str) -> Option<String> {
        let form = expression::translated(self, expression)?;
        Some(match self {
            Self::PostgreSql => format!("{text} ~ {}", quoting::literal(&format!("^(?:{form})$"))),
            Self::DuckDb => format!("regexp_full_match({text}, {})", quoting::literal(&form)),
        })
    }

    /// The part of a text that an expression puts in its first group.
    pub(super) fn extracted(self, text: &str, before: &str, inside: &str, after: &str) -> Option<String> {
        let part = |expression| expression::translated(self, expression);
        let form = quoting::literal(&format!("^{}({}){}$", part(before)?, part(inside)?, part(after)?));
        Some(match self {
            Self::PostgreSql => format!("substring({text} from {form})"),
            Self::DuckDb => format!("regexp_extract({text}, {form}, 1)"),
        })
    }

    /// The number of characters of a text (Unicode scalar values).
    pub(super) fn length(self, text: &str) -> String {
        match self {
            Self::PostgreSql => format!("char_length({text})"),
            Self::DuckDb => format!("length({text})"),
        }
    }

    /// A number of characters, in words, as [`standard_mediation_model::count`] has it.
    pub(super) fn characters(self, count: &str) -> String {
        let number = match self {
            Self::PostgreSql => format!("to_char({count}, 'FM999,999,999')"),
            Self::DuckDb => format!("format('{{:,}}', {count})"),
        };
        let noun = format!("CASE WHEN {count} < 2 THEN ' caractère' ELSE ' caractères' END");
        format!("replace({number}, ',', '\u{202f}') || {noun}")
    }

    /// The parts of a list.
    pub(super) fn split(self, text: &str, separator: char) -> String {
        let separator = quoting::literal(&separator.to_string());
        match self {
            Self::PostgreSql => format!("string_to_array({text}, {separator})"),
            Self::DuckDb => format!("string_split({text}, {separator})"),
        }
    }

    /// A list of texts.
    pub(super) fn list<'a>(self, texts: impl IntoIterator<Item = &'a str>) -> String {
        let texts = quoting::literals(texts);
        match self {
            Self::PostgreSql => format!("ARRAY[{texts}]::text[]"),
            Self::DuckDb => format!("[{texts}]::VARCHAR[]"),
        }
    }

    /// That all parts of a list are among others.
    pub(super) fn all_among(self, parts: &str, others: &str) -> String {
        match self {
            Self::PostgreSql => format!("{parts} <@ {others}"),
            Self::DuckDb => format!("list_has_all({others}, {parts})"),
        }
    }

    /// That a list has a part.
    pub(super) fn has(self, parts: &str, part: &str) -> String {
        match self {
            Self::PostgreSql => format!("{part} = ANY ({parts})"),
            Self::DuckDb => format!("list_contains({parts}, {part})"),
        }
    }

    /// That a text is JSON of a type, `object` or `array`.
    pub(super) fn is_json(self, text: &str, kind: &str) -> String {
        match self {
            Self::PostgreSql => format!("coalesce(type_json({text}) = '{kind}', false)"),
            Self::DuckDb => {
                format!("CASE WHEN json_valid({text}) THEN json_type({text}) = '{}' ELSE false END", kind.to_uppercase())
            }
        }
    }

    /// The items of a list written as JSON, as texts; an empty list when it is not one.
    pub(super) fn items(self, text: &str) -> String {
        match self {
            Self::PostgreSql => format!("elements_json({text})"),
            Self::DuckDb => format!(
                "CASE WHEN json_valid({text}) THEN coalesce(json_extract_string({text}, '$[*]'), []::VARCHAR[]) ELSE []::VARCHAR[] END"
            ),
        }
    }

    /// A number that was read by its form, as a double; beyond what a double holds, the infinity on its side.
    pub(super) fn real(self, text: &str) -> String {
        match self {
            Self::PostgreSql => format!("reel({text})"),
            Self::DuckDb => {
                format!("coalesce(TRY_CAST({text} AS DOUBLE), CASE WHEN {text} LIKE '-%' THEN '-inf' ELSE 'inf' END::DOUBLE)")
            }
        }
    }

    /// A double.
    pub(super) fn double(self, number: f64) -> String {
        let number = quoting::literal(&number.to_string());
        match self {
            Self::PostgreSql => format!("{number}::double precision"),
            Self::DuckDb => format!("{number}::DOUBLE"),
        }
    }

    /// That a text, which is a day of the calendar, is not before or not after another.
    pub(super) fn compared(self, text: &str, sign: &str, day: &str) -> String {
        match self {
            Self::PostgreSql => format!("{text} COLLATE \"C\" {sign} '{day}'"),
            Self::DuckDb => format!("{text} {sign} '{day}'"),
        }
    }
}
