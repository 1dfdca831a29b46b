//! Findings for a person in front of a terminal.
//!
//! ```text
//! faute[cle-inconnue]: la clé « titres » n'existe pas ici
//!  --> schema/champs/nom.yaml:2:1
//!   |
//! 2 | titres: Nom
//!   | ^^^^^^
//!   |
//!   = aide: vouliez-vous écrire « titre » ?
//!
//! generated/champs.csv : ce fichier n'est plus à jour (- sur le disque, + attendu)
//!     - nom,titre
//!     + nom,title
//! ```

use std::fmt::Write;

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Group, Level as Title, Origin, Renderer, Snippet};
use standard_mediation_model::count::counted;
use standard_mediation_model::{Finding, Level};

use super::Output;

/// Colours and characters of a rendering.
#[derive(Debug, Clone, Copy)]
pub(super) struct Style {
    pub(super) colours: bool,
}

impl Style {
    /// Neither colours nor anything that a terminal alone would show.
    pub(super) const PLAIN: Self = Self { colours: false };
}

/// Findings shown one by one; beyond, only their number.
const SHOWN: usize = 200;

/// Colours only on a terminal that wants them (`NO_COLOR`, `CLICOLOR`, `TERM`).
pub(super) fn style() -> Style {
    let choice = anstream::AutoStream::choice(&std::io::stdout());
    Style { colours: !matches!(choice, anstream::ColorChoice::Never) }
}

/// Every finding about the sources in its frame, a paragraph per artifact that differs, then their number.
pub(super) fn render(output: &Output<'_>, style: Style) -> String {
    let renderer = if style.colours { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.decor_style(DecorStyle::Ascii);
    let mut out = String::new();
    let (mut errors, mut warnings, mut drift) = (0, 0, 0);
    for (finding, text) in output.findings() {
        let is_drift = finding.rule.starts_with("artefact-");
        match finding.level {
            _ if is_drift => drift += 1,
            Level::Blocking => errors += 1,
            Level::Recommendation => warnings += 1,
        }
        if errors + warnings + drift > SHOWN {
            continue;
        }
        // Writing to a text cannot fail.
        let _ = if is_drift {
            writeln!(out, "{} : {}", finding.place.path, finding.message.replace('\n', "\n    "))
        } else {
            writeln!(out, "{}\n", renderer.render(&[group(&finding, text)]))
        };
    }
    if errors + warnings + drift > SHOWN {
        let _ = writeln!(out, "… et {}", counted(errors + warnings + drift - SHOWN, "autre constat", "autres constats"));
    }
    if errors + warnings > 0 {
        let _ = writeln!(out, "{}, {}", counted(errors, "faute", "fautes"), counted(warnings, "conseil", "conseils"));
    }
    if drift > 0 {
        let _ = writeln!(out, "{}", counted(drift, "fichier produit à revoir", "fichiers produits à revoir"));
    }
    out
}

fn group<'a>(finding: &'a Finding, text: Option<&'a str>) -> Group<'a> {
    let level = match finding.level {
        Level::Blocking => Title::ERROR,
        Level::Recommendation => Title::WARNING,
    };
    let level = level.with_name(finding.level.said());
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
