//! Findings for a person in front of a terminal.
//!
//! ```text
//! erreur[cle-inconnue]: la clé « titres » n'existe pas ici
//!  --> schema/champs/nom.yaml:2:1
//!   |
//! 2 | titres: Nom
//!   | ^^^^^^
//!   |
//!   = aide: vouliez-vous écrire « titre » ?
//! ```

use std::fmt::Write;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level as Title, Origin, Renderer, Snippet};
use standard_mediation_model::{Finding, Level};

use super::Output;

/// Colours and characters of a rendering.
#[derive(Debug, Clone, Copy)]
pub(super) struct Style {
    colours: bool,
}

/// Findings shown one by one; beyond, only their number.
const SHOWN: usize = 200;

/// Colours only on a terminal that wants them (`NO_COLOR`, `CLICOLOR`, `TERM`).
pub(super) fn style() -> Style {
    let choice = anstream::AutoStream::choice(&std::io::stdout());
    Style { colours: !matches!(choice, anstream::ColorChoice::Never) }
}

/// Every finding with its frame, then their number.
pub(super) fn render(output: &Output<'_>, style: Style) -> String {
    let renderer = if style.colours { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.decor_style(DecorStyle::Ascii);
    let mut out = String::new();
    let (mut errors, mut warnings) = (0, 0);
    for (finding, text) in output.findings() {
        match finding.level {
            Level::Blocking => errors += 1,
            Level::Recommendation => warnings += 1,
        }
        if errors + warnings <= SHOWN {
            // Writing to a text cannot fail.
            let _ = writeln!(out, "{}\n", renderer.render(&[group(&finding, text)]));
        }
    }
    let total: usize = errors + warnings;
    if total > SHOWN {
        let _ = writeln!(out, "… et {} autres constats\n", total - SHOWN);
    }
    if total > 0 {
        let counted = |number: usize, word: &str| format!("{number} {word}{}", if number > 1 { "s" } else { "" });
        let _ = writeln!(out, "{}, {}", counted(errors, "erreur"), counted(warnings, "recommandation"));
    }
    out
}

fn group<'a>(finding: &'a Finding, text: Option<&'a str>) -> Group<'a> {
    let level = match finding.level {
        Level::Blocking => Title::ERROR.with_name("erreur"),
        Level::Recommendation => Title::WARNING.with_name("recommandation"),
    };
    let title = level.primary_title(finding.message.as_str()).id(finding.rule.as_str());
    let path = finding.place.path.as_str();
    let group = match (text, finding.place.span) {
        (Some(text), Some(span)) => {
            let snippet = Snippet::source(text).path(path).line_start(1);
            title.element(snippet.annotation(AnnotationKind::Primary.span(span.start..span.end)))
        }
        _ => title.element(Origin::path(path)),
    };
    group.element(Title::HELP.with_name("aide").message(finding.help.as_str()))
}
