//! What the published schemas ask of the text of a cell.
//!
//! In: a field. Out: the closed list, the expression or the pattern that carries its *blocking* constraints; advice
//! stays out. Table Schema and the JSON Schema of a CSV row both read from here, so that they cannot disagree.
//!
//! ```text
//! services, a list of the vocabulary   ^(?:a|b)(?:\|(?:a|b))*$
//! code_postal                          ^(?:[0-9]{5})$
//! ```

use standard_mediation_model::{Field, Kind, Level, Pattern, Standard, Vocabulary, pattern};

/// The vocabulary out of which a value makes data invalid.
pub(super) fn closed_list<'a>(standard: &'a Standard, field: &Field) -> Option<&'a Vocabulary> {
    blocking_vocabulary(standard, field).filter(|_| field.kind != Kind::Array)
}

/// The vocabulary out of which an item of a list written as JSON makes data invalid.
pub(super) fn item_list<'a>(standard: &'a Standard, field: &Field) -> Option<&'a Vocabulary> {
    blocking_vocabulary(standard, field).filter(|_| field.kind == Kind::Array)
}

pub(super) fn blocking_vocabulary<'a>(standard: &'a Standard, field: &Field) -> Option<&'a Vocabulary> {
    let vocabulary = standard.vocabulary_of(field)?;
    (vocabulary.level == Level::Blocking && !vocabulary.values.is_empty()).then_some(vocabulary)
}

/// What JSON holds for a value, when that is something else than its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Native {
    /// A number.
    Number,
    /// A whole number.
    Integer,
    /// True or false.
    Boolean,
}

/// Values of a list, and kinds written in their own way, stay texts.
pub(super) fn native(field: &Field) -> Option<Native> {
    match field.kind {
        _ if field.vocabulary.is_some() => None,
        Kind::Number if field.decimal_sign.is_none() => Some(Native::Number),
        Kind::Integer => Some(Native::Integer),
        Kind::Boolean if field.truth.is_none() => Some(Native::Boolean),
        _ => None,
    }
}

/// The pattern that a field imposes, if it does.
pub(super) fn blocking_pattern(field: &Field) -> Option<&Pattern> {
    field.pattern.as_ref().filter(|pattern| pattern.level == Level::Blocking)
}

/// The expression, without anchors, that one value must have the form of.
pub(super) fn expression(standard: &Standard, field: &Field) -> Option<String> {
    if let Some(pattern) = blocking_pattern(field) {
        return Some(pattern.expression.clone());
    }
    if let Some(vocabulary) = item_list(standard, field) {
        return Some(json_list(vocabulary));
    }
    field.kind.expression(field.format.as_deref(), field.truth.as_ref(), field.decimal_sign)
}

/// A list written as JSON, its items from a vocabulary.
fn json_list(vocabulary: &Vocabulary) -> String {
    let item = |label: &str| pattern::escaped(&serde_json::Value::from(label).to_string());
    let items = vocabulary.labels().map(item).collect::<Vec<_>>().join("|");
    format!(r" *\[ *(?:(?:{items})(?: *, *(?:{items}))*)? *\] *")
}

/// The anchored pattern of the text of a filled cell. `None` when any text will do, and for one value of a closed
/// list, which schemas spell as `enum`.
pub(super) fn cell_pattern(standard: &Standard, field: &Field) -> Option<String> {
    let separator = standard.separator_of(field);
    let list = closed_list(standard, field);
    if !field.multiple {
        return if list.is_some() { None } else { expression(standard, field).map(|form| pattern::anchored(&form)) };
    }
    if let Some(vocabulary) = list {
        return Some(pattern::of_vocabulary(vocabulary, Some(separator)));
    }
    // Outside a closed list, an empty part is pointed at and not refused: each part is optional.
    match (expression(standard, field), field.max_length) {
        (Some(expression), _) => Some(pattern::of_list(&format!("(?:{expression})?"), separator)),
        (None, Some(length)) => {
            let separator_class = pattern::escaped(&separator.to_string());
            Some(pattern::of_list(&format!("[^{separator_class}]{{0,{length}}}"), separator))
        }
        (None, None) => None,
    }
}

/// The same pattern, which lets an empty cell through, and the texts that stand for one.
pub(super) fn or_empty(standard: &Standard, anchored: &str) -> String {
    let inner = anchored.strip_prefix('^').unwrap_or(anchored);
    let inner = inner.strip_suffix('$').unwrap_or(inner);
    let missing = standard.dialect.missing_values.iter().map(|text| format!("|{}", pattern::escaped(text)));
    format!("^(?:{inner}{})?$", missing.collect::<String>())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::emit::trial;

    fn accepts(pattern: &str, text: &str) -> bool {
        // `compile` anchors and groups again, which changes nothing.
        pattern::compile(pattern).expect("compiles").is_match(text)
    }

    #[test]
    fn a_list_of_a_closed_vocabulary_takes_nothing_else() {
        let standard = trial::standard();
        let field = standard.field("frais_a_charge").expect("a field of the standard");
        let pattern = cell_pattern(&standard, field).expect("a pattern");
        assert!(accepts(&pattern, "Gratuit|Payant"));
        for wrong in ["", "|Gratuit", "Gratuit|", "Gratuit||Payant", "Gratuit;Payant", "gratuit", "Gratuite"] {
            assert!(!accepts(&pattern, wrong), "{wrong}");
        }
        assert!(accepts(&or_empty(&standard, &pattern), "") && accepts(&or_empty(&standard, &pattern), "Gratuit"));
        assert!(!accepts(&or_empty(&standard, &pattern), "|"));
    }

    #[test]
    fn a_free_list_with_a_form_or_a_length_reads_each_part() {
        let mut standard = trial::standard();
        let rank = standard.fields.iter().position(|field| field.name == "courriels").expect("a field of the standard");
        assert_eq!(cell_pattern(&standard, &standard.fields[rank]), None);
        standard.fields[rank].max_length = Some(3);
        let pattern = cell_pattern(&standard, &standard.fields[rank]).expect("a pattern");
        assert!(accepts(&pattern, "abc|é||d") && !accepts(&pattern, "abcd") && !accepts(&pattern, "a|abcd"));
        standard.fields[rank].kind = Kind::Number;
        let pattern = cell_pattern(&standard, &standard.fields[rank]).expect("a pattern");
        assert!(accepts(&pattern, "-1.5||2") && !accepts(&pattern, "1.") && !accepts(&pattern, "1|x"));
    }

    #[test]
    fn advice_is_not_published() {
        let mut standard = trial::standard();
        let typologie = standard.field("typologie").expect("a field of the standard");
        assert_eq!(cell_pattern(&standard, typologie), None);
        let rank = standard.fields.iter().position(|field| field.name == "code_postal").expect("a field of the standard");
        assert_eq!(cell_pattern(&standard, &standard.fields[rank]).as_deref(), Some("^(?:[0-9]{5})$"));
        if let Some(pattern) = &mut standard.fields[rank].pattern {
            pattern.level = Level::Recommendation;
        }
        assert_eq!(cell_pattern(&standard, &standard.fields[rank]), None);
    }
}
