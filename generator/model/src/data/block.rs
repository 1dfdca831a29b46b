//! Some consecutive rows of a file: one text, and where its cells are.

mod row;

use std::borrow::Cow;
use std::ops::Range;

use super::Fault;
use super::encoding::windows_1252;
pub use row::Row;

/// Some consecutive rows of a file.
///
/// The text of a CSV file is kept as it was read, quotes and all; a cell is a range of it. Other readers write their
/// cells one after the other. A block is meant to be filled again and again.
#[derive(Debug, Default)]
pub struct Block {
    pub(super) text: Vec<u8>,
    pub(super) cells: Vec<Span>,
    pub(super) rows: Vec<RowSpan>,
    /// What is wrong with the way rows are written, in the order of the file.
    pub(super) faults: Vec<Fault>,
    /// Rows with nothing in them, which are in no other list.
    pub(super) blank: u64,
    /// The number of the first of them.
    pub(super) first_blank: Option<u64>,
    /// Whether some cell may hold quotes without being between quotes, in the text of a CSV file.
    pub(super) may_be_bare: bool,
    /// The numbers of rows that were taken out.
    pub(super) taken_out: Vec<u64>,
}

/// Faults of a block, before its reader ends it: they are held together, and a text of nothing but quotes in the wrong
/// place, or of elements that are no object, has one every few bytes.
const MOST_FAULTS: usize = 1_024;

/// Cells of a block, before its reader ends it: half of what a text of nothing but delimiters has. Rows of objects and of sheets
/// have all the columns of the header, however little they say.
const MOST_CELLS: usize = 128 << 10;

/// Rows of a block, before its reader ends it: what is found in each, and made of each, is held until the whole block is told.
/// Rows of all the columns are far fewer in a block.
pub(super) const MOST_ROWS: usize = 2_048;

/// Bit of [`Span::end`] that says that quotes of the cell are doubled.
const DOUBLED: u32 = 1 << 31;

/// Where a cell is in the text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Span {
    start: u32,
    /// Byte just after the last one, and [`DOUBLED`].
    end: u32,
}

impl Span {
    /// Both places are below two thousand million: blocks are a thousand times smaller.
    #[allow(clippy::cast_possible_truncation)]
    pub(super) fn new(start: usize, end: usize, doubled: bool) -> Self {
        Self { start: start as u32, end: end as u32 | if doubled { DOUBLED } else { 0 } }
    }

    pub(super) fn range(self) -> std::ops::Range<usize> {
        self.start as usize..(self.end & !DOUBLED) as usize
    }

    #[inline]
    pub(super) fn is_empty(self) -> bool {
        self.start == self.end & !DOUBLED
    }

    /// Whether each pair of quotes in it stands for one.
    pub(super) fn is_doubled(self) -> bool {
        self.end & DOUBLED != 0
    }
}

/// Where a row is.
#[derive(Debug, Clone, Copy)]
pub(super) struct RowSpan {
    /// Rank of its first cell in the block.
    pub(super) first: u32,
    /// Rows of the block before it that have nothing in them.
    blank: u32,
    /// As a spreadsheet numbers it: the header is 1.
    pub(super) number: u64,
}

impl RowSpan {
    /// The row of that number, whose first cell has that rank, after so many `blank` ones.
    #[inline]
    pub(super) fn new(first: usize, number: u64, blank: u64) -> Self {
        let held = |count: u64| u32::try_from(count).unwrap_or(u32::MAX);
        Self { first: held(first as u64), blank: held(blank), number }
    }
}

impl Block {
    /// An empty block.
    pub fn new() -> Self {
        Self::default()
    }

    /// Empties it, and keeps its memory.
    pub fn clear(&mut self) {
        self.text.clear();
        self.cells.clear();
        self.rows.clear();
        self.faults.clear();
        self.blank = 0;
        self.first_blank = None;
        self.may_be_bare = false;
        self.taken_out.clear();
    }

    /// Takes out the rows that are so. They are hardly ever any.
    pub(super) fn take_out(&mut self, is_so: impl Fn(Row<'_>) -> bool) {
        let rows = self.rows_in(None).filter(|row| is_so(*row));
        self.taken_out = rows.map(|row| row.number()).collect();
        if self.taken_out.is_empty() {
            return;
        }
        let mut cells = Vec::with_capacity(self.cells.len());
        let mut rows = Vec::with_capacity(self.rows.len());
        for (index, row) in self.rows.iter().enumerate() {
            if self.taken_out.binary_search(&row.number).is_err() {
                rows.push(RowSpan::new(cells.len(), row.number, u64::from(row.blank)));
                cells.extend_from_slice(self.cells_of(index));
            }
        }
        (self.rows, self.cells) = (rows, cells);
    }

    /// The numbers of the rows that were taken out, see [`super::WithoutHeaders`].
    pub fn taken_out(&self) -> &[u64] {
        &self.taken_out
    }

    /// Keeps the first rows only, as if the file stopped before the others. Faults are left as they are.
    pub(super) fn keep(&mut self, count: usize) {
        let Some(next) = self.rows.get(count).copied() else { return };
        self.rows.truncate(count);
        self.cells.truncate(next.first as usize);
        self.blank = u64::from(next.blank);
        self.first_blank = self.first_blank.filter(|first| *first < next.number);
    }

    /// Number of rows.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The rows, in the order of the file.
    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.rows_in(self.valid())
    }

    /// The rows, when it is known whether the text is valid.
    pub(super) fn rows_in<'b>(&'b self, text: Option<&'b str>) -> impl Iterator<Item = Row<'b>> {
        self.rows_among(text, 0..self.rows.len())
    }

    /// Some of the rows, by rank, when it is known whether the text is valid.
    pub(super) fn rows_among<'b>(&'b self, text: Option<&'b str>, ranks: Range<usize>) -> impl Iterator<Item = Row<'b>> {
        ranks.map(move |index| self.row_in(text, index))
    }

    /// Some of the rows, by rank from 0.
    pub fn rows_of(&self, ranks: Range<usize>) -> impl Iterator<Item = Row<'_>> {
        self.rows_among(self.valid(), ranks)
    }

    /// The text, when all of it is UTF-8.
    pub(super) fn valid(&self) -> Option<&str> {
        simdutf8::basic::from_utf8(&self.text).ok()
    }

    /// The row of a rank that there is, when it is known whether the text is valid.
    pub(super) fn row_in<'b>(&'b self, text: Option<&'b str>, index: usize) -> Row<'b> {
        Row { block: self, index, text }
    }

    /// The row of that rank, from 0.
    pub fn row(&self, index: usize) -> Option<Row<'_>> {
        (index < self.rows.len()).then_some(Row { block: self, index, text: None })
    }

    /// What is wrong with the way rows are written, in the order of the file.
    pub fn faults(&self) -> &[Fault] {
        &self.faults
    }

    /// Says that something is wrong with the way a row is written.
    pub fn fault(&mut self, fault: Fault) {
        self.faults.push(fault);
    }

    /// Says that the row of that number has nothing in it.
    pub fn blank_row(&mut self, number: u64) {
        self.blank += 1;
        self.first_blank.get_or_insert(number);
    }

    /// Says that rows, from that number, have nothing in them.
    #[cfg(feature = "classeurs")]
    pub(super) fn blank_rows(&mut self, first: u64, count: u64) {
        self.blank += count;
        self.first_blank.get_or_insert(first);
    }

    /// Starts a row; [`Block::push`] then adds its cells. `number` is the one of a spreadsheet, where the header is 1.
    pub fn start_row(&mut self, number: u64) {
        self.rows.push(RowSpan::new(self.cells.len(), number, self.blank));
    }

    /// Adds a cell to the last row.
    pub fn push(&mut self, cell: &str) {
        let start = self.text.len();
        self.text.extend_from_slice(cell.as_bytes());
        self.cells.push(Span::new(start, self.text.len(), false));
    }

    /// Whether its reader ends it, whatever its text: what is held besides would grow otherwise.
    pub(super) fn is_full(&self) -> bool {
        self.faults.len() >= MOST_FAULTS || self.cells.len() >= MOST_CELLS || self.rows.len() >= MOST_ROWS
    }

    /// Number of bytes of its text.
    pub fn size(&self) -> usize {
        self.text.len()
    }

    /// Whether a cell of a CSV file holds quotes without being between quotes: what is before it is then a delimiter, the
    /// end of a row, or nothing.
    #[inline]
    pub(super) fn is_bare(&self, span: Span) -> bool {
        if !self.may_be_bare {
            return false;
        }
        let range = span.range();
        let opens = range.start.checked_sub(1).and_then(|before| self.text.get(before)) == Some(&b'"');
        !span.is_doubled() && !opens && super::csv::find(b'"', &self.text[range]).is_some()
    }

    /// The cells of a row.
    pub(super) fn cells_of(&self, index: usize) -> &[Span] {
        let first = self.rows[index].first as usize;
        let end = self.rows.get(index + 1).map_or(self.cells.len(), |next| next.first as usize);
        &self.cells[first..end]
    }
}

/// Bytes as text: UTF-8, and what is not UTF-8 in it as Windows-1252, which any bytes are.
pub(super) fn decoded(bytes: &[u8]) -> Cow<'_, str> {
    if let Ok(text) = simdutf8::basic::from_utf8(bytes) {
        return Cow::Borrowed(text);
    }
    let mut text = String::with_capacity(bytes.len() + 8);
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        windows_1252(chunk.invalid(), &mut text);
    }
    Cow::Owned(text)
}
