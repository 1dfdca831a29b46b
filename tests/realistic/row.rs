//! The cells of a row, in one text that is used again for the next row.

/// The cells of a row.
#[derive(Default)]
pub(crate) struct Row {
    text: String,
    ends: Vec<usize>,
}

impl Row {
    /// Takes every cell away.
    pub(super) fn clear(&mut self) {
        self.text.clear();
        self.ends.clear();
    }

    /// Where the next cell is written.
    pub(super) fn open(&mut self) -> &mut String {
        &mut self.text
    }

    /// Ends the cell being written.
    pub(super) fn close(&mut self) {
        self.ends.push(self.text.len());
    }

    /// How many cells there are.
    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// A cell, `""` past the last one.
    pub(crate) fn cell(&self, rank: usize) -> &str {
        let start = rank.checked_sub(1).map_or(Some(0), |before| self.ends.get(before).copied());
        match (start, self.ends.get(rank)) {
            (Some(start), Some(end)) => &self.text[start..*end],
            _ => "",
        }
    }

    /// Every cell.
    pub(super) fn cells(&self) -> impl Iterator<Item = &str> {
        self.ends.iter().scan(0, |start, end| Some(&self.text[std::mem::replace(start, *end)..*end]))
    }

    /// Replaces a cell.
    pub(super) fn set(&mut self, rank: usize, text: &str) {
        let mut cells: Vec<String> = self.cells().map(str::to_owned).collect();
        text.clone_into(&mut cells[rank]);
        self.clear();
        for cell in &cells {
            self.push(cell);
        }
    }

    /// Adds a cell at the end.
    pub(super) fn push(&mut self, text: &str) {
        self.text.push_str(text);
        self.close();
    }

    /// Takes the last cell away.
    pub(super) fn pop(&mut self) {
        self.ends.pop();
        self.text.truncate(self.ends.last().copied().unwrap_or(0));
    }
}
