//! From the first row to the last, on one thread.

use std::borrow::Cow;
use std::io::Write;

use standard_mediation_model::data::{Block, CsvLine, FileRule, Rows};
use standard_mediation_model::migration::{Line, Mover, NoWay};
use standard_mediation_model::{Standard, Version};

use super::Ledger;
use crate::Refusal;

/// Bytes of new rows gathered before they are written.
const FULL: usize = 256 << 10;

/// Reads, moves and writes every row. Gives their number.
///
/// # Errors
/// When the file cannot be read to its end: what was written must not be kept.
pub fn run(
    rows: &mut dyn Rows,
    line: CsvLine,
    mover: &mut Mover<'_>,
    out: &mut dyn Write,
    ledger: &mut Ledger<'_>,
) -> Result<u64, Refusal> {
    let mut text = Vec::with_capacity(FULL + (64 << 10));
    line.write(&mut text, mover.header());
    let mut block = Block::new();
    let mut count = 0;
    while rows.next(&mut block).map_err(Refusal::Read)? {
        let mut cells: Vec<Cow<'_, str>> = Vec::new();
        for row in block.rows() {
            cells.clear();
            cells.extend(row.texts());
            mover.row(row.number(), &cells, &mut |line: &Line<'_>| ledger.add(line));
            line.write(&mut text, mover.cells(&cells));
            if text.len() >= FULL {
                out.write_all(&text).map_err(Refusal::Write)?;
                text.clear();
            }
            count += 1;
        }
        for fault in block.faults() {
            if fault.rule == FileRule::Capped {
                return Err(Refusal::Said(format!("{} ; {} ; rien n'a été écrit", fault.message, fault.help)));
            }
            ledger.fault(fault);
        }
        ledger.flush()?;
    }
    out.write_all(&text).map_err(Refusal::Write)?;
    Ok(count)
}

/// Why no plan leads from a version to another, in French. `present` knows every version.
pub fn no_way(why: NoWay, from: Version, to: Version, present: &Standard) -> Refusal {
    let known = present.versions().map(|version| version.to_string()).collect::<Vec<_>>().join(", ");
    Refusal::Said(match why {
        NoWay::UnknownVersion(version) => format!("la version {version} n'existe pas ; il y a {known}"),
        NoWay::NotLater => format!("le fichier est de la version {from}, et {to} ne vient pas après : il n'y a rien à convertir"),
        NoWay::NoStep(version) => {
            format!("aucune étape ne mène de {version} à {to} : seules les versions publiées s'atteignent")
        }
    })
}
