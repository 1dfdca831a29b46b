//! Whether each part of each cell of a row is in the new one, in a column that the steps lead to, or on a line of the report:
//! shared by the tests and by the fuzz targets. The count is made from the declared steps alone, never with the code that moves values.

use std::borrow::Cow;
use std::collections::BTreeMap;

use standard_mediation_model::migration::{ColumnChange, Fate, Line, Mover, Reason, Target};
use standard_mediation_model::{Field, Standard, Version};

/// Between which versions rows go.
pub(crate) struct Account<'s> {
    /// Every version up to the new one, oldest first.
    pub(crate) standards: &'s [Standard],
    /// The old one.
    pub(crate) from: &'s Standard,
    /// The new one.
    pub(crate) to: &'s Standard,
    /// What each part met so far may become.
    known: BTreeMap<String, Vec<String>>,
    /// The columns that each one met so far leads to.
    columns: BTreeMap<String, Vec<String>>,
}

impl<'s> Account<'s> {
    /// Nothing is moved yet.
    pub(crate) fn new(standards: &'s [Standard], from: &'s Standard, to: &'s Standard) -> Self {
        Self { standards, from, to, known: BTreeMap::new(), columns: BTreeMap::new() }
    }

    /// Moves a row and holds that nothing disappears. Gives the number of parts.
    pub(crate) fn row(&mut self, mover: &mut Mover<'_>, header: &[String], number: u64, cells: &[String]) -> usize {
        let mut lines: Vec<(String, String, bool)> = Vec::new();
        mover.row(number, cells.len(), |rank| Cow::Borrowed(cells[rank].as_ref()), &mut |line: &Line<'_, '_>| {
            assert_eq!(line.row, number);
            assert!(!line.reason.sentence().is_empty());
            // What stands beyond the last column has no name, nor what lacks.
            assert_eq!(matches!(line.reason, Reason::NoColumn | Reason::ShortRow(..)), line.column.is_empty());
            lines.push((line.column.to_owned(), line.value.to_owned(), line.reason.is_kept()));
        });
        let new: Vec<(&str, String)> =
            mover.header().zip(mover.cells(cells)).map(|(name, cell)| (name, cell.to_owned())).collect();
        let part = |(name, cell): &(&str, String)| {
            let sign = self.to.field(name).map_or('|', |field| self.to.separator_of(field));
            cell.split(sign).map(str::trim).map(str::to_owned).chain([cell.trim().to_owned()]).collect::<Vec<_>>()
        };
        let present: Vec<(&str, Vec<String>)> = new.iter().map(|cell| (cell.0, part(cell))).collect();
        let mut total = 0;
        for (rank, cell) in cells.iter().enumerate() {
            let name = header.get(rank).map_or("", String::as_str);
            let of_version = || [self.from, self.to].into_iter().find_map(|of| Some((of, of.field(name)?)));
            let seen = header.iter().take(rank).any(|other| other == name);
            let parts = match of_version().filter(|_| !seen) {
                Some((of, field)) => parts(of, field, cell),
                None => vec![cell.trim().to_owned()],
            };
            // Its signs part addresses only: in a text that is none of them, they stay where they were.
            let site = new.iter().find(|(to, _)| name == "site_web" && *to == name).map_or("", |(_, text)| text);
            let (all, from, to) = (self.standards, self.from, self.to.identity.version);
            let led = self.columns.entry(name.to_owned()).or_insert_with(|| leads_to(all, from, to, name));
            // The second of two columns of one name stays under it.
            let is_led = |to: &str| led.iter().any(|column| column == to) || seen && to == name;
            for part in parts.into_iter().filter(|part| !part.is_empty()) {
                total += 1;
                let is_said = lines.iter().any(|(column, value, is_kept)| !is_kept && column == name && value.trim() == part);
                let (standards, from) = (self.standards, self.from.identity.version);
                let becomes = self.known.entry(part.clone()).or_insert_with(|| may_become(standards, (from, to), &part));
                let mut here = present.iter().filter(|(column, _)| is_led(column)).flat_map(|(_, parts)| parts);
                let is_there = here.any(|text| becomes.contains(text));
                // One that holds the sign of the new version stands in several parts: it is said, and there to the letter.
                let is_of_it = |(column, value, is_kept): &(String, String, bool)| *is_kept && column == name && *value == part;
                let is_whole = lines.iter().any(is_of_it) && new.iter().any(|(to, cell)| is_led(to) && cell.contains(&part));
                let is_kept = is_there || is_whole || site.contains(&part);
                assert!(is_said || is_kept, "{from} → {to} {name} « {part} »\n{new:#?}\n{lines:#?}");
            }
        }
        total
    }
}

/// The sign that the drawn lists of a field are written with. Sites of 0.1 were parted by more than one.
pub(crate) fn sign(standard: &Standard, field: &Field) -> char {
    if field.name == "site_web" { standard.dialect.list_separator } else { standard.separator_of(field) }
}

/// The parts that a person sees in a cell of a version.
fn parts(standard: &Standard, field: &Field, cell: &str) -> Vec<String> {
    let parts: Vec<&str> = if field.multiple { cell.split(sign(standard, field)).collect() } else { vec![cell] };
    parts.into_iter().map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// The columns that a column of a file may lead to, step by step: those that are declared, or the one of its name. What the
/// old version does not have keeps its name.
fn leads_to(standards: &[Standard], from: &Standard, to: Version, name: &str) -> Vec<String> {
    let mut columns = vec![name.to_owned()];
    if from.field(name).is_none() {
        return columns;
    }
    let (steps, mut at) = (&standards.last().expect("a standard").migrations, from.identity.version);
    while let Some(step) = steps.iter().find(|step| step.before == at && step.after <= to) {
        let next = |column: String| step.column(&column).map_or_else(|| vec![column], declared);
        columns = columns.into_iter().flat_map(next).collect();
        at = step.after;
    }
    columns
}

/// Where the values of a column go: the column of those that nothing is said of, then that of each other one.
fn declared(change: &ColumnChange) -> Vec<String> {
    let of_values = change.values.iter().flat_map(|value| targets(&value.fate));
    change.after.iter().chain(of_values.map(|target| &target.column)).cloned().collect()
}

/// Where a value may go, whatever the answer.
fn targets(fate: &Fate) -> Vec<&Target> {
    match fate {
        Fate::Becomes(target) => vec![target],
        Fate::Lost(_) => Vec::new(),
        Fate::Asked(asked) => asked.answers.iter().filter_map(|answer| answer.target.as_ref()).collect(),
    }
}

/// The texts that a value may legitimately become in the new version: itself, and what the steps declare, whatever the
/// answer.
fn may_become(standards: &[Standard], (from, to): (Version, Version), value: &str) -> Vec<String> {
    let folded = standard_mediation_model::hint::folded;
    // A misspelt value may get its spelling back.
    let labels = standards.iter().flat_map(|standard| &standard.vocabularies).flat_map(|list| &list.values);
    let spelt = |value_of: &&standard_mediation_model::Value| {
        std::iter::once(&value_of.label).chain(&value_of.aliases).any(|text| folded(text) == folded(value))
    };
    let mut texts: Vec<String> = labels.filter(spelt).map(|value| value.label.clone()).collect();
    texts.push(value.to_owned());
    let present = standards.last().expect("a standard");
    for step in present.migrations.iter().filter(|step| step.before >= from && step.after <= to) {
        for change in step.columns.iter().flat_map(|column| &column.values) {
            let spellings: Vec<String> =
                std::iter::once(&change.before.label).chain(&change.aliases).map(|text| folded(text)).collect();
            if !texts.iter().any(|text| spellings.contains(&folded(text))) {
                continue;
            }
            for target in targets(&change.fate) {
                texts.push(target.value.as_ref().map_or_else(|| change.before.label.clone(), |word| word.label.clone()));
            }
        }
    }
    texts
}
