//! One row, mended as a whole: a cell is read in the light of the others, and no mended cell may put the row at odds with
//! itself.

use std::borrow::Cow;

use super::day::DayOrder;
use super::{Certainty, Context, Proposal};
use crate::data::{Judge, Row};

/// Cells of a row, by column, with what they may become.
pub(in crate::data) type Mended = Vec<(usize, Proposal)>;

/// What the cells of these columns may become; only what is sure, unless it `guesses`. `known` is what is known of the dates of
/// each column, `said` what this row adds to it.
pub(in crate::data) fn mend(
    judge: &Judge<'_>,
    row: Row<'_>,
    columns: &[usize],
    (known, guesses): (&[DayOrder], bool),
    said: &mut [DayOrder],
) -> Mended {
    let mut columns: Vec<usize> = columns.iter().copied().filter(|column| judge.columns.field(*column).is_some()).collect();
    columns.sort_by_key(|column| (judge.columns.field(*column).map(|field| judge.mender.precedence(field)), *column));
    columns.dedup();
    let mut refused: Vec<(usize, String)> = Vec::new();
    // Each turn refuses at least one more cell, or is the last.
    loop {
        let mended = propose(judge, row, &columns, (known, guesses), said, &refused);
        let more = refusals(judge, row, &mended);
        if more.is_empty() {
            return mended;
        }
        refused.extend(more);
    }
}

fn propose(
    judge: &Judge<'_>,
    row: Row<'_>,
    columns: &[usize],
    (known, guesses): (&[DayOrder], bool),
    said: &mut [DayOrder],
    refused: &[(usize, String)],
) -> Mended {
    let mut mended: Mended = Vec::new();
    for column in columns {
        let Some(field) = judge.columns.field(*column) else { continue };
        let cell = |name: &str| text_of(judge, row, &mended, name).unwrap_or_default();
        let is_day_first = known.get(*column).is_some_and(|order| order.is_french());
        let context = Context { cell: &cell, checker: &judge.checker, is_day_first, guesses };
        let (proposal, order) = judge.mender.propose(field, &row.text(*column), context);
        let Some(mut proposal) = proposal else { continue };
        match refused.iter().find(|(refused, _)| refused == column) {
            Some((_, why)) if proposal.certainty == Certainty::Sure => {
                proposal.certainty = Certainty::ToConfirm;
                proposal.why.clone_from(why);
            }
            _ => {
                if let Some(said) = said.get_mut(*column) {
                    said.add(order);
                }
            }
        }
        // What is left of a cell of which parts are mended is for a person, who is told.
        let again = proposal.after.as_deref().filter(|_| proposal.is_partial && proposal.certainty == Certainty::Sure);
        let rest = again.and_then(|after| judge.mender.propose(field, after, context).0);
        let rest = rest.filter(|rest| rest.certainty != Certainty::Sure);
        mended.push((*column, proposal));
        mended.extend(rest.map(|rest| (*column, rest)));
    }
    mended.sort_by_key(|(column, _)| *column);
    mended
}

/// The text of a field in the row, once mended.
fn text_of<'r>(judge: &Judge<'_>, row: Row<'r>, mended: &Mended, name: &str) -> Option<Cow<'r, str>> {
    let field = judge.standard.fields.iter().position(|field| field.name == name)?;
    let column = judge.columns.column(field)?;
    let sure = mended.iter().find(|(at, proposal)| *at == column && proposal.certainty == Certainty::Sure);
    match sure.and_then(|(_, proposal)| proposal.after.clone()) {
        Some(after) => Some(Cow::Owned(after)),
        None => Some(row.text(column)),
    }
}

/// Mended cells that break a rule between fields which the row did not break before.
fn refusals(judge: &Judge<'_>, row: Row<'_>, mended: &Mended) -> Vec<(usize, String)> {
    let is_sure = |column: usize| mended.iter().any(|(at, proposal)| *at == column && proposal.certainty == Certainty::Sure);
    if !mended.iter().any(|(column, _)| is_sure(*column)) {
        return Vec::new();
    }
    let none = Mended::new();
    let before = judge.checker.cross_rules(&|name: &str| text_of(judge, row, &none, name));
    let after = judge.checker.cross_rules(&|name: &str| text_of(judge, row, mended, name));
    let mut refused = Vec::new();
    for violation in after.iter().filter(|violation| !before.iter().any(|known| known.rule == violation.rule)) {
        let rule = judge.standard.rules.iter().find(|rule| rule.name == violation.rule);
        let fields = rule.map(|rule| rule.kind.fields()).unwrap_or_default();
        let columns = fields.iter().filter_map(|name| {
            let field = judge.standard.fields.iter().position(|field| field.name == *name)?;
            judge.columns.column(field).filter(|column| is_sure(*column))
        });
        refused.extend(columns.map(|column| (column, violation.message.clone())));
    }
    refused
}
