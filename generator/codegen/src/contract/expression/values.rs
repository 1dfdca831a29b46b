//! The list of values that an expression is, when it is one.
//!
//! ```text
//! ^(?:a|b\.)$                     one value of `a`, `b.`
//! ^(?:a|b\.)(?:\|(?:a|b\.))*$     several of them
//! ```

use std::collections::BTreeSet;

use regex_syntax::ast::{Ast, RepetitionKind};

/// The values of a closed list.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Values {
    /// Those of a cell's first place, in the order written.
    pub(crate) first: Vec<String>,
    /// Those of its other places; `None` when a cell holds one value.
    pub(crate) next: Option<Vec<String>>,
}

/// The list that an expression spells, without its anchors.
pub(super) fn of(inner: &Ast) -> Option<Values> {
    match inner {
        Ast::Group(_) => Some(Values { first: alternatives(inner)?, next: None }),
        Ast::Concat(concat) => {
            let [first, Ast::Repetition(rest)] = concat.asts.as_slice() else { return None };
            let Ast::Group(group) = &*rest.ast else { return None };
            let Ast::Concat(part) = &*group.ast else { return None };
            let (next, separator) = part.asts.split_last()?;
            let is_list = rest.op.kind == RepetitionKind::ZeroOrMore && !separator.is_empty();
            let is_list = is_list && separator.iter().all(|ast| matches!(ast, Ast::Literal(_)));
            is_list.then_some(())?;
            Some(Values { first: alternatives(first)?, next: Some(alternatives(next)?) })
        }
        _ => None,
    }
}

impl Values {
    /// Values that one place of a list accepts and another refuses.
    pub(crate) fn torn(&self) -> Vec<&str> {
        let set = |values: &'_ [String]| -> BTreeSet<String> { values.iter().cloned().collect() };
        let Some(next) = &self.next else { return Vec::new() };
        let (first, others) = (set(&self.first), set(next));
        let torn = |value: &&String| first.contains(*value) != others.contains(*value);
        self.first.iter().chain(next).filter(torn).map(String::as_str).collect()
    }
}

/// The texts of a group of choices, each written sign by sign.
fn alternatives(ast: &Ast) -> Option<Vec<String>> {
    let Ast::Group(group) = ast else { return None };
    match &*group.ast {
        Ast::Alternation(alternation) => alternation.asts.iter().map(literal).collect(),
        one => Some(vec![literal(one)?]),
    }
}

fn literal(ast: &Ast) -> Option<String> {
    match ast {
        Ast::Literal(literal) => Some(literal.c.to_string()),
        Ast::Concat(concat) => concat.asts.iter().map(|ast| if let Ast::Literal(l) = ast { Some(l.c) } else { None }).collect(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(expression: &str) -> Option<Values> {
        of(&regex_syntax::ast::parse::Parser::new().parse(expression).expect("parses"))
    }

    #[test]
    fn only_lists_of_values_are_lists() {
        let list = read(r"(?:a|b\.)(?:\|(?:a|c))*").expect("a list");
        assert_eq!((list.first.join(","), list.torn()), ("a,b.".to_owned(), vec!["b.", "c"]));
        assert_eq!(read("(?:a|b)"), Some(Values { first: vec!["a".into(), "b".into()], next: None }));
        for other in ["[0-9]{5}", "(?:[a-z]|b)", "(?:a|b)x", "(?:a|b)(?:(?:a|b))*", "(?:a|b)(?:;(?:a|b))+", "(?:a|b)[0-9]"] {
            assert_eq!(read(other), None, "{other}");
        }
    }
}
