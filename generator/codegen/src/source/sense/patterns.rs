//! Expressions that every reader of the published schemas must understand alike.
//!
//! The subset: classes, literals, repetitions, groups. Rust, Python and ECMA-262 read it the same way; the rest
//! compiles in one and means something else, or nothing, in another.

use regex_syntax::ast::{self, Ast, ClassSetItem, LiteralKind, Visitor};
use standard_mediation_model::{Finding, pattern};

use crate::source::files::Files;

pub(super) fn check(files: &Files, findings: &mut Vec<Finding>) {
    for document in &files.fields {
        let Some(shape) = &document.shape.motif else { continue };
        let mut report = document.report();
        let at = document.span(&["motif".into(), "expression".into()]);
        let parsed = ast::parse::Parser::new().parse(&shape.expression);
        if let (Ok(ast), Ok(_)) = (parsed, pattern::compile(&shape.expression)) {
            for (what, help) in unportable(&ast) {
                report.at(at.clone(), "motif-non-portable", format!("l'expression contient {what}"), help);
            }
        } else {
            let help = "vérifiez parenthèses, crochets et accolades ; demandez de l'aide sur la proposition si besoin";
            report.at(at, "motif-invalide", "l'expression ne se lit pas comme une expression régulière", help);
        }
        findings.extend(report.into_findings());
    }
}

/// What does not mean the same everywhere, each with its remedy, once.
fn unportable(ast: &Ast) -> Vec<(&'static str, &'static str)> {
    let mut found = Vec::new();
    if matches!(ast, Ast::Alternation(_)) {
        found.push(("des choix « | » sans parenthèses autour", "entourez-les : (?:a|b)"));
    }
    // The visitor never fails: its error type has no value.
    let Ok(others) = ast::visit(ast, Portability::default());
    found.extend(others);
    found.dedup();
    found
}

#[derive(Default)]
struct Portability {
    found: Vec<(&'static str, &'static str)>,
}

impl Visitor for Portability {
    type Output = Vec<(&'static str, &'static str)>;
    type Err = std::convert::Infallible;

    fn finish(self) -> Result<Self::Output, Self::Err> {
        Ok(self.found)
    }

    fn visit_pre(&mut self, ast: &Ast) -> Result<(), Self::Err> {
        let found = match ast {
            Ast::Dot(_) => {
                ("un point, qui accepte n'importe quel signe", "écrivez \\. pour un vrai point, ou une classe comme [a-z]")
            }
            Ast::Assertion(_) => ("une ancre (^, $ ou \\b)", "retirez-la : l'outil encadre l'expression lui-même"),
            Ast::ClassPerl(_) => {
                ("\\d, \\w ou \\s, qui n'ont pas le même sens partout", "écrivez [0-9], [A-Za-z0-9_] ou une espace")
            }
            Ast::ClassUnicode(_) => {
                ("\\p{…}, que tous les logiciels ne connaissent pas", "écrivez les lettres permises : [a-zà-ÿ]")
            }
            Ast::Flags(_) => ("une option comme (?i)", "écrivez les deux casses : [a-zA-Z]"),
            Ast::Group(group) if matches!(group.kind, ast::GroupKind::CaptureName { .. }) => ("un groupe nommé", "écrivez (?:…)"),
            Ast::Group(group) if group.flags().is_some_and(|flags| !flags.items.is_empty()) => {
                ("une option comme (?i:…)", "écrivez (?:…)")
            }
            Ast::Literal(literal) => match unportable_literal(literal) {
                Some(found) => found,
                None => return Ok(()),
            },
            _ => return Ok(()),
        };
        self.found.push(found);
        Ok(())
    }

    fn visit_class_set_item_pre(&mut self, item: &ClassSetItem) -> Result<(), Self::Err> {
        match item {
            ClassSetItem::Perl(_) | ClassSetItem::Unicode(_) | ClassSetItem::Ascii(_) => {
                self.found.push(("\\d, \\w, \\s ou une classe nommée entre crochets", "écrivez les signes permis : [0-9A-Za-z]"));
            }
            _ => {}
        }
        Ok(())
    }

    fn visit_class_set_binary_op_pre(&mut self, _: &ast::ClassSetBinaryOp) -> Result<(), Self::Err> {
        self.found.push(("une opération entre classes (&&, -- ou ~~)", "écrivez directement les signes permis"));
        Ok(())
    }
}

/// Outside brackets, ECMA-262 in Unicode mode only allows the escape of its own signs.
fn unportable_literal(literal: &ast::Literal) -> Option<(&'static str, &'static str)> {
    let own = matches!(literal.c, '^' | '$' | '\\' | '.' | '*' | '+' | '?' | '(' | ')' | '[' | ']' | '{' | '}' | '|' | '/' | '-');
    match literal.kind {
        LiteralKind::Verbatim => None,
        LiteralKind::Meta | LiteralKind::Superfluous if own => None,
        LiteralKind::Meta | LiteralKind::Superfluous => {
            Some(("une barre oblique inverse inutile", "retirez-la : ce signe s'écrit tel quel"))
        }
        _ => Some(("un caractère écrit par son code", "écrivez le caractère lui-même")),
    }
}
