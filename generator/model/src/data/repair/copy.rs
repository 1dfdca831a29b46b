//! Postal codes written in the place of the official code: the name tells which commune is meant, or nothing does.
//!
//! In: the name and the codes of a row that breaks the rule about them. Out: what the official code may become, never sure.

use std::borrow::Cow;

use super::code::COPIED;
use super::row::Mended;
use super::{Certainty, Proposal, place};
use crate::data::{Judge, Row};
use crate::{CrossKind, CrossRule};

/// The columns that say which commune a place is in.
#[derive(Debug, Clone)]
pub(super) struct Copy {
    code: usize,
    postal: usize,
    name: Option<usize>,
    rule: Cow<'static, str>,
}

impl Copy {
    /// `None` when a file has no such columns, or a standard no rule about them.
    pub(super) fn of(judge: &Judge<'_>) -> Option<Self> {
        let standard = judge.standard;
        let column = |name: &str| judge.columns.named(standard, name);
        let of = |rule: &CrossRule| match &rule.kind {
            CrossKind::CodesOfCommune { code_postal, code_insee } => {
                let (code, postal) = (column(code_insee)?, column(code_postal)?);
                Some(Self { code, postal, name: column("commune"), rule: rule.name.clone().into() })
            }
            _ => None,
        };
        standard.rules.iter().find_map(of)
    }

    /// The rule that such a code breaks.
    pub(super) fn rule(&self) -> &str {
        &self.rule
    }

    /// What the official code of a row may become, when the row breaks the rule.
    pub(super) fn mend(&self, row: Row<'_>) -> Mended {
        let (code, postal) = (row.text(self.code), row.text(self.postal));
        let name = self.name.map(|name| row.text(name)).unwrap_or_default();
        let Some((after, why)) = (code == postal).then(|| told(&name, &postal)).flatten() else { return Mended::new() };
        let proposal = Proposal {
            certainty: if after.is_some() { Certainty::ToConfirm } else { Certainty::Impossible },
            after,
            rules: vec![self.rule.clone()],
            is_partial: false,
            kind: COPIED,
            why,
        };
        vec![(self.code, proposal)]
    }
}

/// The official code that was meant, if it can be told, and why.
fn told(name: &str, postal: &str) -> Option<(Option<String>, String)> {
    Some(match place::copied(name, postal)? {
        Ok((code, shown)) => (Some(code), format!("le code postal {postal} et le nom de la commune désignent {shown}")),
        Err(served) => {
            let why = format!(
                "le code postal {postal} y est recopié ; il dessert {served} : recopiez le code INSEE de la commune, en cherchant l'adresse sur https://adresse.data.gouv.fr"
            );
            (None, why)
        }
    })
}

#[cfg(all(test, feature = "communes"))]
mod tests {
    use super::*;

    #[test]
    fn the_name_tells_which_commune_is_meant() {
        let (after, why) = told("Reims", "51100").expect("something to say");
        assert_eq!(
            (after.as_deref(), &*why),
            (Some("51454"), "le code postal 51100 et le nom de la commune désignent 51454 (Reims)")
        );
        for name in ["Chalon", "Lyon", ""] {
            let (after, why) = told(name, "71100").expect("something to say");
            assert!(after.is_none() && why.contains("recopiez le code INSEE"), "{name}: {why}");
        }
        assert_eq!(told("Reims", "51724"), None, "a CEDEX is in no list");
    }
}
