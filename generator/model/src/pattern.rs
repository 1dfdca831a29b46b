//! Regular expressions that mean the same for every reader of a published schema.
//!
//! Some engines search, others match whole values; some wrap `^…$` without grouping. Every expression published is
//! therefore anchored and grouped, `^(?:…)$`, and lists are spelled out from their values, escaped.

use regex_automata::meta;
pub use regex_automata::meta::Regex;

use crate::Vocabulary;

/// The published form of an expression: anchored and grouped.
///
/// ```
/// assert_eq!(standard_mediation_model::pattern::anchored("a|b"), "^(?:a|b)$");
/// ```
pub fn anchored(expression: &str) -> String {
    format!("^(?:{expression})$")
}

/// What an expression asks for, as the end of « il faut … », when a few words say it.
///
/// ```
/// assert_eq!(standard_mediation_model::pattern::in_words("[0-9]{5}").as_deref(), Some("5 chiffres"));
/// assert_eq!(standard_mediation_model::pattern::in_words("[0-9]{5}|x"), None);
/// ```
pub fn in_words(expression: &str) -> Option<String> {
    let count = expression.strip_prefix("[0-9]{")?.strip_suffix('}')?.parse::<usize>().ok()?;
    Some(if count == 1 { "un chiffre".into() } else { format!("{count} chiffres") })
}

/// The published form of a list cell whose parts come from a vocabulary, or of a single value when `separator` is
/// `None`.
///
/// For the values `a` and `b.`: `^(?:a|b\.)(?:\|(?:a|b\.))*$`
pub fn of_vocabulary(vocabulary: &Vocabulary, separator: Option<char>) -> String {
    let values = vocabulary.labels().map(escaped).collect::<Vec<_>>().join("|");
    match separator {
        Some(separator) => {
            let separator = escaped(&separator.to_string());
            format!("^(?:{values})(?:{separator}(?:{values}))*$")
        }
        None => anchored(&values),
    }
}

/// The published form of a list cell whose parts each have the form `expression`.
pub fn of_list(expression: &str, separator: char) -> String {
    let separator = escaped(&separator.to_string());
    format!("^(?:{expression})(?:{separator}(?:{expression}))*$")
}

/// A text that an expression must take to the letter. Only what all engines agree to read as escaped is escaped:
/// ECMA-262 in Unicode mode refuses a backslash before an ordinary character.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '^' | '$' | '.' | '|' | '?' | '*' | '+' | '(' | ')' | '[' | ']' | '{' | '}') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// Compiles an expression for whole values.
///
/// # Errors
/// The engine's own words, in English, when the expression does not compile or is too large.
pub fn compile(expression: &str) -> Result<Regex, String> {
    // A table of every state costs more than what it saves: few cells meet an expression.
    let config = meta::Config::new().dfa(false);
    Regex::builder().configure(config).build(&anchored(expression)).map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Level, Value, Version};

    fn vocabulary(labels: &[&str]) -> Vocabulary {
        let value = |label: &&str| Value {
            code: "c".into(),
            label: (*label).into(),
            definition: String::new(),
            since: Version { major: 1, minor: 0, patch: 0 },
            deprecated: None,
            replaced_by: None,
            aliases: Vec::new(),
        };
        Vocabulary {
            name: "v".into(),
            title: "V".into(),
            description: String::new(),
            level: Level::Blocking,
            origin: None,
            values: labels.iter().map(value).collect(),
        }
    }

    #[test]
    fn a_list_takes_its_values_to_the_letter() {
        let pattern = of_vocabulary(&vocabulary(&["ORDI 3.0", "Mes Papiers (Lyon)", "et/ou"]), Some('|'));
        assert_eq!(pattern, r"^(?:ORDI 3\.0|Mes Papiers \(Lyon\)|et/ou)(?:\|(?:ORDI 3\.0|Mes Papiers \(Lyon\)|et/ou))*$");
        let regex = Regex::new(&pattern).expect("compiles");
        for good in ["ORDI 3.0", "et/ou|ORDI 3.0", "Mes Papiers (Lyon)"] {
            assert!(regex.is_match(good), "{good}");
        }
        for bad in ["ORDI 3X0", "|et/ou", "et/ou|", "n'importe quoi|et/ou", ""] {
            assert!(!regex.is_match(bad), "{bad}");
        }
    }
}
