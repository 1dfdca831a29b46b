//! Regular expressions that Rust, Python and ECMA-262 read alike.
//!
//! In: the tree of an expression, without the anchors around it. Out: what does not mean the same everywhere. The subset
//! that does: classes, literals, repetitions, groups; the rest compiles in one and means something else, or nothing, in
//! another. ECMA-262 is taken in Unicode mode, the one of JSON Schema validators.

use std::convert::Infallible;

use regex_syntax::ast::{
    self, Ast, ClassSetBinaryOp, ClassSetItem, ClassSetRange, GroupKind, Literal, LiteralKind, Repetition,
    SpecialLiteralKind as Special, Visitor,
};

/// What is said of a part that is not portable: what it is, and what to write instead.
pub(crate) type Fault = (&'static str, &'static str);

/// What does not mean the same everywhere, each with its remedy, once.
pub(crate) fn unportable(ast: &Ast) -> Vec<Fault> {
    let mut found = Vec::new();
    if matches!(ast, Ast::Alternation(_)) {
        found.push(("des choix « | » sans parenthèses autour", "entourez-les : (?:a|b)"));
    }
    // The visitor never fails: its error type has no value.
    let Ok(others) = ast::visit(ast, Portability::default());
    for fault in others {
        if !found.contains(&fault) {
            found.push(fault);
        }
    }
    found
}

#[derive(Default)]
struct Portability {
    found: Vec<Fault>,
}

impl Visitor for Portability {
    type Output = Vec<Fault>;
    type Err = Infallible;

    fn finish(self) -> Result<Self::Output, Infallible> {
        Ok(self.found)
    }

    fn visit_pre(&mut self, ast: &Ast) -> Result<(), Infallible> {
        self.found.extend(fault(ast));
        Ok(())
    }

    fn visit_class_set_item_pre(&mut self, item: &ClassSetItem) -> Result<(), Infallible> {
        match item {
            ClassSetItem::Perl(_) | ClassSetItem::Unicode(_) | ClassSetItem::Ascii(_) => {
                self.found.push(("\\d, \\w, \\s ou une classe nommée entre crochets", "écrivez les signes permis : [0-9A-Za-z]"));
            }
            ClassSetItem::Bracketed(_) => {
                self.found.push(("des crochets dans des crochets", "n'en gardez qu'une paire, ou écrivez \\[ pour le signe"));
            }
            ClassSetItem::Literal(literal) => self.found.extend(literal_fault(literal, true)),
            ClassSetItem::Range(ClassSetRange { start, end, .. }) => {
                self.found.extend(literal_fault(start, true).or_else(|| literal_fault(end, true)));
            }
            ClassSetItem::Empty(_) | ClassSetItem::Union(_) => {}
        }
        Ok(())
    }

    fn visit_class_set_binary_op_pre(&mut self, _: &ClassSetBinaryOp) -> Result<(), Infallible> {
        self.found.push(("une opération entre classes (&&, -- ou ~~)", "écrivez directement les signes permis"));
        Ok(())
    }
}

fn fault(ast: &Ast) -> Option<Fault> {
    match ast {
        Ast::Dot(_) => {
            Some(("un point, qui accepte n'importe quel signe", "écrivez \\. pour un vrai point, ou une classe comme [a-z]"))
        }
        Ast::Assertion(_) => Some(("une ancre (^, $ ou \\b)", "retirez-la : l'outil encadre l'expression lui-même")),
        Ast::ClassPerl(_) => {
            Some(("\\d, \\w ou \\s, qui n'ont pas le même sens partout", "écrivez [0-9], [A-Za-z0-9_] ou une espace"))
        }
        Ast::ClassUnicode(_) => {
            Some(("\\p{…}, que tous les logiciels ne connaissent pas", "écrivez les lettres permises : [a-zà-ÿ]"))
        }
        Ast::Flags(_) => Some(("une option comme (?i)", "écrivez les deux casses : [a-zA-Z]")),
        Ast::Group(group) if matches!(group.kind, GroupKind::CaptureName { .. }) => Some(("un groupe nommé", "écrivez (?:…)")),
        Ast::Group(group) if group.flags().is_some_and(|flags| !flags.items.is_empty()) => {
            Some(("une option comme (?i:…)", "écrivez (?:…)"))
        }
        Ast::Repetition(repetition) if repeats_a_repetition(repetition) => {
            Some(("deux répétitions à la suite", "gardez-en une, ou mettez la première entre parenthèses"))
        }
        Ast::Literal(literal) => literal_fault(literal, false),
        _ => None,
    }
}

/// `a**`, `a++`, `a{2}{3}`: an error for Python and ECMA-262, or another meaning.
fn repeats_a_repetition(repetition: &Repetition) -> bool {
    matches!(*repetition.ast, Ast::Repetition(_))
}

/// ECMA-262 in Unicode mode only allows the escape of its own signs; a dash is one of them between brackets only.
fn literal_fault(literal: &Literal, in_class: bool) -> Option<Fault> {
    let own = matches!(literal.c, '^' | '$' | '\\' | '.' | '*' | '+' | '?' | '(' | ')' | '[' | ']' | '{' | '}' | '|' | '/');
    match literal.kind {
        LiteralKind::Verbatim if !in_class && matches!(literal.c, ']' | '{' | '}') => {
            Some(("un crochet ou une accolade seuls", "mettez une barre oblique inverse devant : \\]"))
        }
        // Line ends and tabs have one name everywhere, and could not be typed otherwise.
        LiteralKind::Verbatim | LiteralKind::Special(Special::LineFeed | Special::CarriageReturn | Special::Tab) => None,
        LiteralKind::Meta | LiteralKind::Superfluous if own || in_class && literal.c == '-' => None,
        LiteralKind::Meta | LiteralKind::Superfluous => {
            Some(("une barre oblique inverse inutile", "retirez-la : ce signe s'écrit tel quel"))
        }
        _ => Some(("un caractère écrit par son code", "écrivez le caractère lui-même")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(expression: &str) -> Vec<&'static str> {
        let ast = ast::parse::Parser::new().parse(expression).unwrap_or_else(|error| panic!("{expression}: {error}"));
        unportable(&ast).into_iter().map(|(what, _)| what).collect()
    }

    #[test]
    fn the_common_subset_is_silent() {
        for good in [
            "[0-9]{5}",
            r"(?:a|b\.)(?:\|(?:a|b\.))*",
            r"\+33[0-9]{6,9}",
            r"[a-z\-_.]+?",
            "(a|b)/c",
            "é-è",
            r"[^\|]{0,3}",
            r"[^\n]",
        ] {
            assert!(faults(good).is_empty(), "{good}: {:?}", faults(good));
        }
    }

    #[test]
    fn what_differs_is_named_once() {
        for (wrong, expected) in [
            ("a|b", "sans parenthèses"),
            (".+.", "un point"),
            ("a$b", "une ancre"),
            (r"\d", "\\d, \\w ou \\s"),
            (r"[\d]", "entre crochets"),
            (r"\p{L}", "\\p{…}"),
            ("(?i)a", "une option"),
            ("(?i:a)", "une option"),
            ("(?P<x>a)", "un groupe nommé"),
            ("[a[b]]", "des crochets dans"),
            ("[a&&b]", "entre classes"),
            ("a**", "deux répétitions"),
            ("a{2}{3}", "deux répétitions"),
            (r"a\-b", "inutile"),
            (r"[\'a]", "inutile"),
            (r"[\'-a]", "inutile"),
            ("a]b", "un crochet"),
            (r"\x41", "par son code"),
            (r"[\x0A]", "par son code"),
        ] {
            let found = faults(wrong);
            assert!(matches!(found.as_slice(), [one] if one.contains(expected)), "{wrong}: {found:?}");
        }
    }
}
