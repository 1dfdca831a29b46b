//! Findings kept for whoever shows them in a table, bounded.

use std::borrow::Cow;

use standard_mediation_model::Level;
use standard_mediation_model::data::Found;

/// Findings kept, blocking ones first.
const MOST: usize = 5_000;
/// Characters of a cell that are kept.
const SHOWN: usize = 200;

/// Findings kept, until the end of the file.
#[derive(Debug, Default)]
pub struct Kept {
    /// With their place among all findings.
    blocking: Vec<(u64, Found)>,
    advice: Vec<(u64, Found)>,
    seen: u64,
}

impl Kept {
    /// Adds a finding, in the order of the file.
    pub fn add(&mut self, found: &Found) {
        let kept = match found.level {
            Level::Blocking => &mut self.blocking,
            Level::Recommendation => &mut self.advice,
        };
        if kept.len() < MOST {
            let value = found.value.as_deref().map(|value| cut(value, SHOWN).into());
            kept.push((self.seen, Found { value, ..found.clone() }));
        }
        self.seen += 1;
    }

    /// How many were added.
    pub fn seen(&self) -> u64 {
        self.seen
    }

    /// Those that are kept, in the order of the file.
    pub fn into_rows(self) -> Vec<Found> {
        let mut rows = self.blocking;
        rows.extend(self.advice.into_iter().take(MOST - rows.len()));
        rows.sort_by_key(|(place, _)| *place);
        rows.into_iter().map(|(_, found)| found).collect()
    }
}

/// The first characters of a text, with an ellipsis when there are more.
pub fn cut(text: &str, most: usize) -> Cow<'_, str> {
    match text.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", &text[..end]).into(),
        None => text.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(level: Level, row: u64) -> Found {
        Found {
            rule: "motif".into(),
            level,
            row: Some(row),
            column: None,
            field: None,
            part: None,
            value: None,
            message: String::new(),
            help: "".into(),
            correction: None,
            label: None,
        }
    }

    #[test]
    fn blocking_findings_come_before_advice_and_the_order_of_the_file_stands() {
        let mut kept = Kept::default();
        (0..MOST as u64).for_each(|row| kept.add(&found(Level::Recommendation, row)));
        (0..2).for_each(|row| kept.add(&found(Level::Blocking, MOST as u64 + row)));
        assert_eq!(kept.seen(), MOST as u64 + 2);
        let rows = kept.into_rows();
        assert_eq!(rows.len(), MOST);
        assert_eq!(rows[0].row, Some(0));
        assert_eq!(rows.iter().filter(|found| found.level == Level::Blocking).count(), 2);
        assert!(rows.is_sorted_by_key(|found| found.row));
    }

    #[test]
    fn a_text_is_cut_between_characters() {
        assert_eq!(cut("été", 3), "été");
        assert_eq!(cut("étés", 3), "été…");
    }
}
