//! Expressions that every reader of the published schemas must understand alike.

use regex_syntax::ast;
use standard_mediation_model::{Finding, pattern};

use crate::portable::unportable;
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
