//! Cells as JSON: lists are arrays, numbers are numbers, the rest is text; an empty cell is absent.
//!
//! ```json
//! { "id": "corte", "latitude": 42.3065, "services": ["Insertion professionnelle via le numérique"] }
//! ```

use serde_json::{Map, Number, Value};
use standard_mediation_model::{Cell, ExampleRow, Field, Standard};

use super::cell_form::{self, Native};

/// The content of a cell.
pub(super) fn value(field: &Field, cell: &Cell) -> Value {
    let parts = cell.parts().iter().map(|part| scalar(cell_form::native(field), part));
    if field.multiple { Value::Array(parts.collect()) } else { parts.into_iter().next().unwrap_or_default() }
}

/// A row, in column order.
pub(super) fn object(standard: &Standard, row: &ExampleRow) -> Value {
    let filled = |field: &Field| Some((field.name.clone(), value(field, row.cell(&field.name)?)));
    Value::Object(standard.fields.iter().filter_map(filled).collect::<Map<_, _>>())
}

fn scalar(native: Option<Native>, text: &str) -> Value {
    match native {
        Some(Native::Number | Native::Integer) => number(text).map_or_else(|| text.into(), Value::Number),
        Some(Native::Boolean) => matches!(text, "true" | "True" | "TRUE" | "1").into(),
        None => text.into(),
    }
}

/// The digits as they were written whenever JSON writes them so: `42.3061` and `12`, not `42.306100000000001` or `12.0`.
fn number(text: &str) -> Option<Number> {
    let as_written = serde_json::from_str::<Number>(text).ok();
    as_written.or_else(|| text.parse().ok().and_then(Number::from_f64))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_keep_their_digits() {
        for (text, json) in [("42.3061", "42.3061"), ("-21", "-21"), ("12", "12"), ("0.1", "0.1"), ("007", "7.0")] {
            assert_eq!(scalar(Some(Native::Number), text).to_string(), json);
        }
        assert_eq!(scalar(None, "01000"), Value::from("01000"));
    }
}
