//! What was put in a file.

use std::io::{self, Write};

use standard_mediation_model::Level;

/// A fault put in a file: the finding that a reader owes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Injected {
    /// Rank of the row, from 0, the header not counted.
    pub(crate) rank: u64,
    /// Name of the field; empty when the row itself is wrong.
    pub(crate) column: String,
    /// Id of the rule.
    pub(crate) rule: &'static str,
    /// Its level.
    pub(crate) level: Level,
}

impl Injected {
    /// The row as a spreadsheet numbers it: the header is 1.
    pub(crate) fn line(&self) -> u64 {
        self.rank + 2
    }
}

/// Writes the truth beside a file: `ligne,colonne,regle,niveau`.
///
/// # Errors
/// Those of `out`.
#[allow(dead_code, reason = "for the benchmark")]
pub(crate) fn write(truth: &[Injected], out: &mut impl Write) -> io::Result<()> {
    writeln!(out, "ligne,colonne,regle,niveau")?;
    for injected in truth {
        let level = if injected.level == Level::Blocking { "bloquant" } else { "recommandation" };
        writeln!(out, "{},{},{},{level}", injected.line(), injected.column, injected.rule)?;
    }
    out.flush()
}
