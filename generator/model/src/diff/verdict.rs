//! Which version a set of differences asks for (<https://semver.org>).

use serde::{Deserialize, Serialize};

use super::Difference;
use crate::{Impact, Version};

/// The version that differences ask for, against the one declared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Verdict {
    /// The version before.
    #[serde(rename = "avant")]
    pub before: Version,
    /// The version that after declares.
    #[serde(rename = "declaree")]
    pub declared: Version,
    /// The heaviest of the differences; `None` when there is none.
    #[serde(rename = "niveau")]
    pub impact: Option<Impact>,
    /// The smallest version that says so much; the one before when nothing changes.
    #[serde(rename = "requise")]
    pub required: Version,
    /// Whether the declared version says so much.
    #[serde(rename = "conclusion")]
    pub outcome: Outcome,
}

/// What is to be said of a declared version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Outcome {
    /// It says as much as what changes, or more.
    #[serde(rename = "suffisante")]
    Enough,
    /// It says less than what changes.
    #[serde(rename = "trop_basse")]
    TooLow,
    /// The number rose and nothing changes.
    #[serde(rename = "rien_ne_change")]
    Unchanged,
    /// Nothing changes, not even the number.
    #[serde(rename = "identique")]
    Same,
    /// It is lower than the one before.
    #[serde(rename = "recule")]
    Backwards,
}

impl Verdict {
    /// Whether the declared version may stand.
    pub fn is_enough(&self) -> bool {
        !matches!(self.outcome, Outcome::TooLow | Outcome::Backwards)
    }

    /// The verdict in one French sentence.
    pub fn sentence(&self) -> String {
        let Self { before, declared, required, .. } = self;
        match (self.outcome, self.impact) {
            (Outcome::Same, _) => format!("Rien ne change, et la version reste {declared}."),
            (Outcome::Unchanged, _) => format!("Rien ne change : la version {declared} n'apporte rien à la version {before}."),
            (Outcome::Backwards, _) => {
                format!(
                    "La version déclarée, {declared}, est plus basse que la version de départ, {before} : une version ne recule pas."
                )
            }
            (Outcome::Enough, impact) => {
                format!("La version déclarée, {declared}, suffit : {}, il fallait au moins {required}.", weight(impact))
            }
            (Outcome::TooLow, impact) if declared == before => {
                format!("La version est restée {declared} : {}, il faut au moins {required}.", weight(impact))
            }
            (Outcome::TooLow, impact) => {
                format!("La version déclarée, {declared}, est trop basse : {}, il faut au moins {required}.", weight(impact))
            }
        }
    }
}

fn weight(impact: Option<Impact>) -> &'static str {
    match impact {
        Some(Impact::Major) => "un changement au moins est majeur",
        Some(Impact::Minor) => "le changement le plus lourd est mineur",
        Some(Impact::Patch) => "tout est correctif",
        None => "rien ne change",
    }
}

/// Weighs the differences between `before` and what declares to be `declared`.
///
/// Before 1.0.0 nothing is promised yet: what breaks raises the second number, anything else the third.
pub fn verdict(before: Version, declared: Version, differences: &[Difference]) -> Verdict {
    // Impacts are ordered heaviest first.
    let impact = differences.iter().map(|difference| difference.impact).min();
    let required = impact.map_or(before, |impact| raised(before, impact));
    let outcome = match impact {
        _ if declared < before => Outcome::Backwards,
        None if declared == before => Outcome::Same,
        None => Outcome::Unchanged,
        Some(_) if declared >= required => Outcome::Enough,
        Some(_) => Outcome::TooLow,
    };
    Verdict { before, declared, impact, required, outcome }
}

fn raised(version: Version, impact: Impact) -> Version {
    let Version { major, minor, patch } = version;
    let next = |number: u32| number.saturating_add(1);
    match (impact, major) {
        (Impact::Major, 1..) => Version { major: next(major), minor: 0, patch: 0 },
        (Impact::Major, 0) | (Impact::Minor, 1..) => Version { major, minor: next(minor), patch: 0 },
        (Impact::Minor | Impact::Patch, _) => Version { major, minor, patch: next(patch) },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diff::DifferenceKind;

    fn judged(before: &str, declared: &str, impacts: &[Impact]) -> (String, Outcome) {
        let version = |text: &str| text.parse::<Version>().expect("a version");
        let differences: Vec<Difference> =
            impacts.iter().map(|impact| Difference::new(DifferenceKind::FieldAdded, *impact)).collect();
        let verdict = verdict(version(before), version(declared), &differences);
        assert_eq!(verdict.is_enough(), !matches!(verdict.outcome, Outcome::TooLow | Outcome::Backwards));
        (verdict.required.to_string(), verdict.outcome)
    }

    #[test]
    fn the_heaviest_difference_decides() {
        use Impact::{Major, Minor, Patch};
        use Outcome::{Backwards, Enough, Same, TooLow, Unchanged};
        for (before, declared, impacts, required, outcome) in [
            ("1.2.3", "2.0.0", &[Patch, Major, Minor][..], "2.0.0", Enough),
            ("1.2.3", "1.3.0", &[Major], "2.0.0", TooLow),
            ("1.2.3", "1.3.0", &[Minor, Patch], "1.3.0", Enough),
            ("1.2.3", "1.2.4", &[Minor], "1.3.0", TooLow),
            ("1.2.3", "1.2.4", &[Patch], "1.2.4", Enough),
            ("1.2.3", "1.2.3", &[Patch], "1.2.4", TooLow),
            ("1.2.3", "3.0.0", &[Patch], "1.2.4", Enough),
            ("1.2.3", "1.2.3", &[], "1.2.3", Same),
            ("1.2.3", "1.2.4", &[], "1.2.3", Unchanged),
            ("1.2.3", "1.2.2", &[], "1.2.3", Backwards),
            ("1.2.3", "1.2.2", &[Major], "2.0.0", Backwards),
            ("0.1.1", "0.1.2", &[Major], "0.2.0", TooLow),
            ("0.1.1", "0.2.0", &[Major], "0.2.0", Enough),
            ("0.1.1", "1.0.0", &[Major], "0.2.0", Enough),
            ("0.1.0", "0.1.1", &[Minor], "0.1.1", Enough),
            ("0.1.0", "0.1.1", &[Patch], "0.1.1", Enough),
            ("0.1.0", "0.1.0", &[Patch], "0.1.1", TooLow),
        ] {
            let expected = (required.to_owned(), outcome);
            assert_eq!(judged(before, declared, impacts), expected, "{before} {declared} {impacts:?}");
        }
    }
}
