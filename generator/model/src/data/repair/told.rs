//! What may be done to a row, and to the way a block is written, told.

use super::hand::{Hand, Ready};
use super::left;
use super::output::{HIDDEN, text_of};
use super::row::{self, Mended};
use super::{Certainty, Proposal, Repair};
use crate::count::counted;
use crate::data::{Fault, FileRule, Found, Row};

impl Hand<'_, '_> {
    /// What may be done to a row, told. `rank` is that of the row among those of the part, `here` what was found there.
    pub(super) fn tell(
        &self,
        row: Row<'_>,
        rank: u64,
        here: &[Found],
        (mut columns, swapped): (Vec<usize>, Mended),
        ready: &mut Ready,
    ) -> Mended {
        let Ready { repairs, said, .. } = ready;
        let (number, label) = (row.number(), self.judge.label_of(row));
        let at = |repair| Repair { row: Some(number), row_after: Some(rank), label: label.clone(), ..repair };
        for column in columns.iter().copied().filter(|column| !row.is_utf8(*column)) {
            repairs.push(at(Repair {
                column: Some(column),
                field: self.name(column),
                before: Some(String::from_utf8_lossy(row.raw(column)).into()),
                after: Some(row.text(column).into_owned()),
                ..Repair::of_file(Certainty::Sure, FileRule::Encoding.id(), "case qui n'était pas en UTF-8", "")
            }));
        }
        for found in here.iter().filter(|found| is_bare(found)) {
            let why = "la case est écrite entre guillemets, les siens doublés : son texte ne change pas";
            let kind = "guillemets du texte doublés";
            let repair = Repair::of_file(Certainty::Sure, FileRule::BareQuote.id(), kind, why);
            repairs.push(at(Repair { column: found.column, field: found.field.clone(), ..repair }));
        }
        let (count, expected) = (row.len(), self.header.len());
        if count != expected {
            let (rule, kind, what) = if count > expected {
                (FileRule::ExtraCells, "ligne avec des cases en trop", "elle est gardée telle quelle")
            } else {
                (FileRule::MissingCells, "ligne à laquelle il manque des cases", "vérifiez que chacune est dans la bonne colonne")
            };
            let message = match rule {
                FileRule::ExtraCells => self.judge.extra(row).message,
                _ => format!("cette ligne a {}, l'en-tête en a {expected}", counted(count, "case", "cases")),
            };
            let why = format!("{message} ; {what}");
            repairs.push(at(Repair::of_file(Certainty::ToConfirm, rule.id(), kind, why)));
        }
        said.has_uneven_rows |= count != expected && !self.layout.keeps(count, expected);
        if count > expected {
            return Mended::new();
        }
        let is_read = |found: &&Found| !left::is_of_reading(found);
        columns.extend(here.iter().filter(is_read).filter_map(|found| found.column).filter(|column| *column < count));
        let mut mended = row::mend(self.judge, row, &columns, (&self.known.orders, true), &mut said.orders);
        // A row left with nothing, or with the names of the columns, would be no row any more.
        let no_row = if (0..count).all(|column| text_of(row, &mended, column).is_empty()) {
            Some("il ne resterait rien sur cette ligne : retirez-la, ou remplissez-la")
        } else if self.judge.columns.are_names(count, |column| text_of(row, &mended, column)) {
            Some("cette ligne répète l'en-tête : retirez-la")
        } else {
            None
        };
        if let Some(why) = no_row {
            for (_, proposal) in mended.iter_mut().filter(|(_, proposal)| proposal.certainty == Certainty::Sure) {
                proposal.certainty = Certainty::ToConfirm;
                why.clone_into(&mut proposal.why);
            }
        }
        for (column, proposal) in swapped {
            mended.retain(|(at, known)| *at != column || known.certainty == Certainty::Sure);
            mended.push((column, proposal));
        }
        for (column, Proposal { certainty, after, rules, kind, why, .. }) in &mended {
            // What is left to a person is of the cell as it is written.
            let before = if *certainty == Certainty::Sure { row.text(*column) } else { text_of(row, &mended, *column) };
            repairs.push(at(Repair {
                certainty: *certainty,
                column: Some(*column),
                field: self.name(*column),
                before: Some(before.into()),
                after: after.clone(),
                rules: rules.clone(),
                ..Repair::of_file(*certainty, "", *kind, why.clone())
            }));
        }
        mended
    }

    /// What was done to the way rows are written.
    pub(super) fn of_faults(&self, faults: &[Fault], ready: &mut Ready) {
        let Ready { repairs, lost, .. } = ready;
        for fault in faults {
            match fault.rule {
                FileRule::StrayQuote => repairs.push(Repair {
                    row: fault.row,
                    column: fault.column,
                    field: fault.column.and_then(|column| self.name(column)),
                    ..Repair::of_file(Certainty::Sure, fault.rule.id(), "guillemet mal fermé, relu", fault.message.clone())
                }),
                FileRule::StrayComma => repairs.push(Repair {
                    row: fault.row,
                    ..Repair::of_file(Certainty::Sure, fault.rule.id(), "virgule mal placée dans la liste", fault.message.clone())
                }),
                // Its values are there, one after the other; whoever tells of that cell already says what to do.
                FileRule::ListForOne => {
                    let is_here = |row, column| row == fault.row && column == fault.column;
                    let is_told =
                        repairs.iter().any(|repair| is_here(repair.row, repair.column) && repair.certainty != Certainty::Sure)
                            || faults.iter().any(|other| other.rule == FileRule::Unreadable && is_here(other.row, other.column));
                    if !is_told {
                        let why = format!("{} ; s'il y en a plusieurs, elles sont à la suite : gardez-en une", fault.message);
                        let repair = Repair::of_file(Certainty::ToConfirm, fault.rule.id(), "liste écrite sans crochets", why);
                        let field = fault.column.and_then(|column| self.name(column));
                        repairs.push(Repair { row: fault.row, column: fault.column, field, ..repair });
                    }
                }
                FileRule::Encoding => repairs.push(Repair {
                    row: fault.row,
                    ..Repair::of_file(Certainty::Sure, fault.rule.id(), "texte qui n'était pas en UTF-8", fault.message.clone())
                }),
                FileRule::Hidden | FileRule::Merged => {
                    let kind = if fault.rule == FileRule::Hidden { HIDDEN } else { "cases fusionnées" };
                    let why = format!("{} ; {}", fault.message, fault.help);
                    repairs.push(Repair { row: fault.row, ..Repair::of_file(Certainty::Impossible, fault.rule.id(), kind, why) });
                }
                FileRule::LongRow | FileRule::Capped => {
                    lost.get_or_insert_with(|| fault.clone());
                }
                _ => {}
            }
        }
        repairs.sort_by_key(|repair| repair.row);
    }
}

/// Whether a finding is about quotes that the way of writing mends: the output has them doubled.
pub(super) fn is_bare(found: &Found) -> bool {
    found.rule == FileRule::BareQuote.id()
}
