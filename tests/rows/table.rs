//! A cell as the reference reader of Table Schema, frictionless, takes it: written after its code and its answers, and
//! without anything of ours.

use jsonschema::Validator;
use regex::Regex;
use serde_json::{Value, json};

/// Reads the columns of a published schema.
pub(super) struct Table {
    schema: Value,
    /// Days of the calendar, of the library that reads JSON Schema.
    calendar: Validator,
    /// What Python takes for a day: months and days may lack their zero, digits may be of any writing.
    day: Regex,
}

impl Table {
    pub(super) fn new(schema: Value) -> Self {
        let is_day = json!({ "type": "string", "format": "date" });
        let calendar = jsonschema::options().should_validate_formats(true).build(&is_day).expect("a schema");
        let day = Regex::new(r"^(\d{4})-(1[0-2]|0[1-9]|[1-9])-(3[01]|[12]\d|0[1-9]|[1-9]| [1-9])$").expect("compiles");
        Self { schema, calendar, day }
    }

    /// Whether a cell of a column is accepted.
    pub(super) fn accepts(&self, column: &str, text: &str) -> bool {
        let mut fields = self.schema["fields"].as_array().expect("fields").iter();
        let field = fields.find(|field| field["name"] == column).expect("the column is published");
        let constraints = &field["constraints"];
        if text.is_empty() {
            return constraints["required"] != json!(true);
        }
        // The last sign of an expression of Python also stands before a line break that ends the text.
        let pattern = constraints["pattern"].as_str().map(|pattern| Regex::new(pattern).expect("compiles"));
        let is_match = |regex: Regex| regex.is_match(text) || text.strip_suffix('\n').is_some_and(|text| regex.is_match(text));
        let listed = constraints["enum"].as_array().is_none_or(|values| values.iter().any(|value| value == text));
        let length = constraints["maxLength"].as_u64().is_none_or(|max| text.chars().count() as u64 <= max);
        self.is_typed(field, text) && listed && length && pattern.is_none_or(is_match)
    }

    fn is_typed(&self, field: &Value, text: &str) -> bool {
        let word = |key: &str| field[key].as_array().expect("words").iter().any(|word| word == text);
        match field["type"].as_str().expect("a type") {
            "string" => true,
            "boolean" => word("trueValues") || word("falseValues"),
            "number" => is_decimal(text),
            "date" => self.is_day(text),
            other => panic!("no reader of {other}"),
        }
    }

    fn is_day(&self, text: &str) -> bool {
        let Some(parts) = self.day.captures(text) else { return false };
        let number = |rank: usize| ascii(parts[rank].trim()).parse::<u32>().expect("digits");
        let (year, month, day) = (number(1), number(2), number(3));
        // The calendar of Python starts at year 1.
        year > 0 && self.calendar.is_valid(&json!(format!("{year:04}-{month:02}-{day:02}")))
    }
}

/// `Decimal` of Python: spaces around, signs, exponents, what is no number, digits of any writing.
fn is_decimal(text: &str) -> bool {
    ascii(text.trim()).replace('_', "").parse::<f64>().is_ok()
}

/// The same text with the digits of Arabic in ASCII: those of one other writing are enough to see the gap.
fn ascii(text: &str) -> String {
    let digit =
        |sign: char| ('٠'..='٩').position(|other| other == sign).and_then(|rank| char::from_digit(u32::try_from(rank).ok()?, 10));
    text.chars().map(|sign| digit(sign).unwrap_or(sign)).collect()
}

#[test]
fn a_cell_is_taken_as_frictionless_takes_it() {
    let field = |name: &str, kind: &str| json!({ "name": name, "type": kind, "constraints": {} });
    let mut code = field("code", "string");
    code["constraints"]["pattern"] = json!("^(?:[0-9]{5})$");
    let table = Table::new(json!({ "fields": [code, field("jour", "date"), field("nombre", "number")] }));
    // What frictionless 5.21 answers.
    for (column, text, expected) in [
        ("code", "51100", true),
        ("code", "51100\n", true),
        ("code", "51100 ", false),
        ("code", "٥١١٠٠", false),
        ("jour", "2024-4-2", true),
        ("jour", "2024-4- 2", true),
        ("jour", "2024- 4-2", false),
        ("jour", "٢٠٢٤-04-02", true),
        ("jour", "2024-04-02\n", false),
        ("jour", "2023-02-29", false),
        ("jour", "24-04-02", false),
        ("jour", "0000-01-01", false),
        ("nombre", "4e1", true),
        ("nombre", "NaN", true),
        ("nombre", "INF", true),
        ("nombre", "+49.2", true),
        ("nombre", " 49.2\n", true),
        ("nombre", "4_9.2", true),
        ("nombre", "٤٩", true),
        ("nombre", ".", false),
        ("nombre", " ", false),
        ("nombre", "0x10", false),
    ] {
        assert_eq!(table.accepts(column, text), expected, "{column} : {text:?}");
    }
}
