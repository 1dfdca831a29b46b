//! What the published schemas ask of the text of a cell.
//!
//! In: a field. Out: the closed list, the expression or the pattern that carries its *blocking* constraints; advice
//! stays out. Table Schema and the JSON Schema of a CSV row both read from here, so that they cannot disagree.
//!
//! ```text
//! services, a list of the vocabulary   ^(?:a|b)(?:\|(?:a|b))*$
//! code_postal                          ^(?:[0-9]{5})$
//! ```

use standard_mediation_model::{Field, Kind, Level, Standard, Vocabulary, pattern};

/// A decimal number, as [`Kind::Number`] says.
const NUMBER: &str = r"-?[0-9]+(?:\.[0-9]+)?";

/// The shape of a day. That the day exists in the calendar is for `format: date`, which not every tool reads.
const DATE: &str = "[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])";

/// The vocabulary out of which a value makes data invalid.
pub(super) fn closed_list<'a>(standard: &'a Standard, field: &Field) -> Option<&'a Vocabulary> {
    let vocabulary = standard.vocabulary_of(field)?;
    (vocabulary.level == Level::Blocking && !vocabulary.values.is_empty()).then_some(vocabulary)
}

/// The expression, without anchors, that one value must have the form of.
pub(super) fn expression(field: &Field) -> Option<&str> {
    match field.kind {
        Kind::Text => {
            let pattern = field.pattern.as_ref().filter(|pattern| pattern.level == Level::Blocking)?;
            Some(&pattern.expression)
        }
        Kind::Number => Some(NUMBER),
        Kind::Date => Some(DATE),
    }
}

/// The anchored pattern of the text of a filled cell. `None` when any text will do, and for one value of a closed
/// list, which schemas spell as `enum`.
pub(super) fn cell_pattern(standard: &Standard, field: &Field) -> Option<String> {
    let separator = standard.dialect.list_separator;
    let list = closed_list(standard, field);
    if !field.multiple {
        return if list.is_some() { None } else { expression(field).map(pattern::anchored) };
    }
    if let Some(vocabulary) = list {
        return Some(pattern::of_vocabulary(vocabulary, Some(separator)));
    }
    // Outside a closed list, an empty part is pointed at and not refused: each part is optional.
    match (expression(field), field.max_length) {
        (Some(expression), _) => Some(pattern::of_list(&format!("(?:{expression})?"), separator)),
        (None, Some(length)) => {
            let separator_class = pattern::escaped(&separator.to_string());
            Some(pattern::of_list(&format!("[^{separator_class}]{{0,{length}}}"), separator))
        }
        (None, None) => None,
    }
}

/// The same pattern, which lets an empty cell through.
pub(super) fn or_empty(anchored: &str) -> String {
    let inner = anchored.strip_prefix('^').unwrap_or(anchored);
    let inner = inner.strip_suffix('$').unwrap_or(inner);
    format!("^(?:{inner})?$")
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
        assert!(accepts(&or_empty(&pattern), "") && accepts(&or_empty(&pattern), "Gratuit"));
        assert!(!accepts(&or_empty(&pattern), "|"));
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
