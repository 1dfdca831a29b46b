//! Rows that changed, judged again as they are written.

use super::hand::{Hand, Ready};
use super::left;
use super::told::is_bare;
use crate::data::{Block, FileRule, Found, Judged};

impl Hand<'_, '_> {
    /// Puts what is wrong with the rows that changed in place of what was. What could not be read stays wrong.
    pub(super) fn judge_again(&self, block: &Block, judged: &mut Judged, ready: &mut Ready) {
        let Ready { again, judged_again, .. } = ready;
        let numbers: Vec<u64> = again.rows.iter().map(|row| row.number).collect();
        let is_mended = |found: &Found| {
            let is_judged_again = found.row.is_some_and(|row| numbers.binary_search(&row).is_ok());
            let is_of_writing =
                [FileRule::StrayQuote, FileRule::StrayComma, FileRule::ListForOne].iter().any(|rule| rule.id() == found.rule);
            is_judged_again && !left::is_of_reading(found) || is_of_writing || is_bare(found)
        };
        judged.found.retain(|found| !is_mended(found));
        if numbers.is_empty() {
            return;
        }
        let mut scores = Vec::new();
        let judge = self.judge;
        let mut prints: Vec<Vec<(u128, u64)>> = vec![Vec::new(); judge.keys.len()];
        judge.judge(again, judged_again);
        loop {
            for (prints, more) in prints.iter_mut().zip(&judged_again.keys) {
                prints.extend(more.iter().map(|(print, rank)| (*print, again.rows[*rank as usize].number)));
            }
            judged.found.append(&mut judged_again.found);
            scores.append(&mut judged_again.scores);
            for (filled, more) in judged.filled.iter_mut().zip(&judged_again.filled) {
                *filled += more;
            }
            if !judge.go_on(again, judged_again) {
                break;
            }
        }
        // Columns that tell rows apart are not changed; what tells a place may be.
        for (prints, more) in judged.keys.iter_mut().zip(prints) {
            let rows = judged.rows.clone();
            let index = |number: u64| rows.start + block.rows[rows.clone()].partition_point(|row| row.number < number);
            prints.retain(|(_, at)| numbers.binary_search(&block.rows[*at as usize].number).is_err());
            prints.extend(more.into_iter().filter_map(|(print, number)| Some((print, u32::try_from(index(number)).ok()?))));
            prints.sort_unstable_by_key(|(_, at)| *at);
        }
        for (rank, index) in judged.rows.clone().enumerate() {
            if let Ok(at) = numbers.binary_search(&block.rows[index].number) {
                judged.scores[rank] = scores[at];
                for (filled, span) in judged.filled.iter_mut().zip(block.cells_of(index)) {
                    *filled -= u32::from(!span.is_empty());
                }
            }
        }
    }
}
