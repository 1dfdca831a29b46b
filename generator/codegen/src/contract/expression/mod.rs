//! Regular expressions of a publication: do they compile everywhere, mean the same everywhere, and end in time?
//!
//! In: the text of an expression and its place. Out: findings, and what the rest of the contract needs: the compiled
//! expression, and the values when the expression is a list of them. An expression written in several files is judged
//! once, at its first place.

mod ambiguity;
mod automaton;
mod values;

use std::collections::BTreeMap;

use regex::{Regex, RegexBuilder};
use regex_syntax::ast::{self, AssertionKind, Ast};

use self::ambiguity::Cost;
pub(super) use self::values::Values;
use super::json::Node;
use super::report::Report;
use crate::portable::unportable;

/// What is known of an expression.
#[derive(Debug, Clone, Default)]
pub(super) struct Expression {
    /// For whole cells, as the national tools read it; `None` when it does not compile or is not worth trying.
    pub(super) regex: Option<Regex>,
    /// The values, when it is a list of them.
    pub(super) values: Option<Values>,
    /// Nothing was found about it.
    pub(super) is_sound: bool,
}

/// The expressions judged so far.
pub(super) struct Expressions {
    known: BTreeMap<String, Expression>,
    steps: usize,
}

/// Steps spent on all expressions: the real ones take a fortieth of them.
const STEPS: usize = 5_000_000;
/// Steps spent on one.
const STEPS_OF_ONE: usize = 1_000_000;
/// Longest expression that is read, in bytes, and largest program of the engine.
const LONGEST: usize = 100_000;
const PROGRAM: usize = 4 << 20;

impl Expressions {
    pub(super) fn new() -> Self {
        Self { known: BTreeMap::new(), steps: STEPS }
    }

    /// Judges the expression that a node holds; nothing when it holds no text.
    pub(super) fn judge(&mut self, path: &str, node: &Node, report: &mut Report<'_>) -> Option<&Expression> {
        let text = node.text()?;
        if !self.known.contains_key(text) {
            let expression = self.read(path, node, text, report);
            self.known.insert(text.to_owned(), expression);
        }
        self.known.get(text)
    }

    fn read(&mut self, path: &str, node: &Node, text: &str, report: &mut Report<'_>) -> Expression {
        let too_costly = |report: &mut Report<'_>, message: &str| {
            let help = "faites que chaque texte ne puisse se lire que d'une façon, sans répétition dans une répétition";
            report.at(path, &node.span, "publication-motif-couteux", message, help);
        };
        if text.len() > LONGEST {
            too_costly(report, "cette expression est trop longue pour être jugée");
            return Expression::default();
        }
        let Ok(ast) = ast::parse::Parser::new().parse(text) else {
            let help = "vérifiez parenthèses, crochets et accolades ; sans renvoi ni condition autour, comme (?=…)";
            let message = "cette expression n'est pas lue par tous les langages";
            report.at(path, &node.span, "publication-motif-invalide", message, help);
            return Expression::default();
        };
        let (inner, is_anchored) = inside(ast);
        let mut is_sound = is_anchored;
        if !is_anchored {
            let message = "cette expression n'est pas encadrée : les outils ne la lisent pas tous en entier";
            let help = "écrivez ^(?:…)$, avec toute l'expression entre les parenthèses";
            report.at(path, &node.span, "publication-motif-divergent", message, help);
        }
        for (what, help) in unportable(&inner).into_iter().filter(|_| is_anchored) {
            report.at(path, &node.span, "publication-motif-divergent", format!("cette expression contient {what}"), help);
            is_sound = false;
        }
        let mut steps = STEPS_OF_ONE.min(self.steps);
        self.steps -= steps;
        let cost = ambiguity::cost(&inner, &mut steps);
        self.steps += steps;
        let message = match cost {
            Some(Cost::Doubling) => Some("une répétition de cette expression lit le même texte de deux façons"),
            Some(Cost::Roads) => Some("cette expression peut lire un même texte d'un million de façons"),
            Some(Cost::Unjudged) => Some("cette expression est trop grande pour être jugée"),
            None => None,
        };
        if let Some(message) = message {
            too_costly(report, message);
            is_sound = false;
        }
        let compiled = (cost != Some(Cost::Unjudged))
            .then(|| RegexBuilder::new(&format!("^(?:{text})$")).size_limit(PROGRAM).build().ok())
            .flatten();
        if compiled.is_none() && cost != Some(Cost::Unjudged) {
            let help = "écrivez les signes permis entre crochets, et des répétitions plus courtes";
            report.at(path, &node.span, "publication-motif-invalide", "cette expression ne se compile pas", help);
            is_sound = false;
        }
        Expression { regex: compiled, values: values::of(&inner), is_sound }
    }
}

/// What stands between `^` and `$`, and whether both are there around the whole.
fn inside(mut ast: Ast) -> (Ast, bool) {
    let is = |ast: Option<&Ast>, wanted: AssertionKind| matches!(ast, Some(Ast::Assertion(found)) if found.kind == wanted);
    let Ast::Concat(concat) = &mut ast else { return (ast, false) };
    let ends = (concat.asts.first(), concat.asts.last());
    if concat.asts.len() < 2 || !is(ends.0, AssertionKind::StartLine) || !is(ends.1, AssertionKind::EndLine) {
        return (ast, false);
    }
    concat.asts.pop();
    concat.asts.remove(0);
    if concat.asts.len() == 1 {
        return (concat.asts.remove(0), true);
    }
    (ast, true)
}
