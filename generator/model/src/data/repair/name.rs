//! Names of communes that are nearly right: the name is offered, since the codes of the row say which one it is.
//!
//! In: the name and the codes of a row. Out: what the name may become, never sure.

use std::borrow::Cow;

use super::row::Mended;
use super::{Certainty, Proposal, place};
use crate::data::{Judge, Row};
use crate::{CrossKind, CrossRule};

/// The columns that say which commune a place is in.
#[derive(Debug, Clone)]
pub(super) struct Name {
    column: usize,
    code: Option<usize>,
    postal: Option<usize>,
    rule: Cow<'static, str>,
}

impl Name {
    /// `None` when a file has no such column, or a standard no rule about it.
    pub(super) fn of(judge: &Judge<'_>) -> Option<Self> {
        let standard = judge.standard;
        let column = |name: &str| judge.columns.named(standard, name);
        let of = |rule: &CrossRule| match &rule.kind {
            CrossKind::NameOfCommune { commune, code_insee, code_postal } => Some(Self {
                column: column(commune)?,
                code: column(code_insee),
                postal: code_postal.as_deref().and_then(column),
                rule: rule.name.clone().into(),
            }),
            _ => None,
        };
        standard.rules.iter().find_map(of)
    }

    /// The rule that such a name breaks.
    pub(super) fn rule(&self) -> &str {
        &self.rule
    }

    /// What the name in a row may become, when the row breaks the rule.
    pub(super) fn mend(&self, row: Row<'_>) -> Mended {
        let cell = |column: Option<usize>| column.map(|column| row.text(column)).unwrap_or_default();
        let (name, code, postal) = (row.text(self.column), cell(self.code), cell(self.postal));
        // A number before the name is a code that has its own column.
        let start = name.trim_start_matches(|sign: char| sign.is_ascii_digit() || sign.is_whitespace());
        let Some(after) = place::nearly_named(start, &code, &postal) else { return Mended::new() };
        let why = match &*code {
            // Others may have the same postal code.
            "" => format!("le code postal {postal} dessert {after}"),
            code => format!("c'est ainsi que s'appelle la commune que désigne le code INSEE {code}"),
        };
        let proposal = Proposal {
            certainty: Certainty::ToConfirm,
            after: Some(after.to_owned()),
            rules: vec![self.rule.clone()],
            is_partial: false,
            kind: "nom de la commune",
            why,
        };
        vec![(self.column, proposal)]
    }
}
