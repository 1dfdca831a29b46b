//! What holds of a repair, whatever the file: shared by the tests and by the fuzz targets.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::Cursor;
use std::sync::Arc;

use standard_mediation_model::data::repair::{self, Certainty, Evidence, Outcome, Repair, RepairSink};
use standard_mediation_model::data::{
    self, Block, Columns, Content, Fault, FileRule, Row, Rows, WithoutHeaders, Workbook, column_key,
};
use standard_mediation_model::{CellRule, Level, Standard};

use super::judges::judge;

struct List(Vec<Repair>);

impl RepairSink for List {
    fn repair(&mut self, repair: &Repair) -> std::io::Result<()> {
        self.0.push(repair.clone());
        Ok(())
    }
}

/// Repairs bytes; a second reading when it mends more dates, as the command does.
fn repaired(standard: &'static Standard, bytes: &[u8]) -> (Vec<u8>, Vec<Repair>, Outcome) {
    let (mut known, mut is_first) = (Evidence::default(), true);
    loop {
        let mut rows = opened(standard, bytes);
        let judge = judge(standard, rows.as_mut(), None);
        let (mut out, mut list) = (Vec::new(), List(Vec::new()));
        let outcome = repair::repair(rows.as_mut(), &judge, &known, &mut out, &mut list).expect("bytes in memory");
        if std::mem::take(&mut is_first) && outcome.evidence.is_worth_a_second_reading() {
            known = outcome.evidence;
            continue;
        }
        return (out, list.0, outcome);
    }
}

/// Opens bytes as what they are, as the command does.
fn opened<'b>(standard: &Standard, bytes: &'b [u8]) -> Box<dyn Rows + 'b> {
    let is_known = |text: &str| standard.fields.iter().any(|field| field.name == text || field.title == text);
    let mut rows: Box<dyn Rows + 'b> = match data::content(bytes) {
        Content::Json => Box::new(data::open_json(bytes).expect("bytes in memory").0),
        Content::Archive => Box::new(Workbook::open(Cursor::new(bytes), &is_known).expect("bytes in memory")),
        _ => Box::new(data::open_csv(bytes, standard).expect("bytes in memory").0),
    };
    data::recognised(standard, rows.as_mut());
    rows
}

fn validated(standard: &'static Standard, bytes: &[u8]) -> data::Summary {
    let mut rows = opened(standard, bytes);
    let judge = judge(standard, rows.as_mut(), None);
    data::validate(rows.as_mut(), &judge, &mut ()).expect("bytes in memory")
}

fn table(bytes: &[u8]) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(bytes);
    reader.records().map(|row| row.expect("a row").iter().map(str::to_owned).collect()).collect()
}

/// Repairs bytes and holds every promise: a second repair changes nothing, no new fault, what is told to be left is what
/// is left, nothing disappears. Gives the repairs; `None` when some row or all columns could not be read, since nothing is written
/// then.
pub(crate) fn repair_holds(standard: &'static Standard, bytes: &[u8]) -> Option<Vec<Repair>> {
    let (out, repairs, outcome) = repaired(standard, bytes);
    if outcome.lost.is_some() || !outcome.after.is_readable || !outcome.has_known_column {
        return None;
    }
    let (again, more, _) = repaired(standard, &out);
    assert!(again == out, "a second repair changes\n{}\ninto\n{}", text(&out), text(&again));
    let more: Vec<_> = more.iter().filter(|repair| repair.certainty == Certainty::Sure).collect();
    assert!(more.is_empty(), "{more:#?}");
    let (before, after) = (validated(standard, bytes), validated(standard, &out));
    assert!(after.blocking <= before.blocking, "{} then {} faults\n{}", before.blocking, after.blocking, text(&out));
    no_new_fault(standard, bytes, &out);
    assert_eq!(left(&outcome.after), left(&after), "{}", text(&out));
    let counts = |summary: &data::Summary| (summary.rows, summary.invalid_rows, summary.quality.sum);
    assert_eq!(counts(&outcome.after), counts(&after));
    let filled = |summary: &data::Summary| -> Vec<_> {
        summary.columns.iter().map(|column| (column.name.clone(), column.filled, column.blocking)).collect()
    };
    assert_eq!(filled(&outcome.after), filled(&after), "{}", text(&out));
    let said = repairs.iter().filter(|repair| repair.certainty == Certainty::Unread).count();
    assert_eq!((said, outcome.tally.count(Certainty::Unread)), (unread(standard, bytes), said as u64), "{repairs:#?}");
    nothing_disappears(standard, bytes, &out, &repairs);
    nothing_is_left_untold(standard, &out, &repairs);
    Some(repairs)
}

/// Whatever is wrong with a row of the output was wrong with the row it comes from: the same fault in the same column, or, for
/// an advice, something in that column, which hid it.
fn no_new_fault(standard: &'static Standard, bytes: &[u8], out: &[u8]) {
    let came: BTreeMap<u64, u64> = numbers(standard, out).into_iter().zip(numbers(standard, bytes)).collect();
    let before = found(standard, bytes);
    for new in found(standard, out) {
        let Some(row) = came.get(&new.row) else { continue };
        // A row that is too short is told of the column after its last cell, which may have moved.
        let is_same = |old: &Wrong| old.rule == new.rule && (old.field == new.field || new.rule == FileRule::MissingCells.id());
        // A value that could not be read is written empty.
        let is_unread = |old: &Wrong| new.rule == CellRule::Required.id() && UNREAD.iter().any(|rule| rule.id() == old.rule);
        let is_hidden = |old: &Wrong| old.field == new.field && new.level > old.level || is_unread(old);
        let was = |old: &Wrong| old.row == *row && (is_same(old) || is_hidden(old));
        // What stands between columns is told of one of them, whichever was mended.
        let is_between = standard.rules.iter().any(|rule| rule.name == new.rule && rule.level == Level::Recommendation);
        // Two rows were of one place already, which damaged accents hid.
        let is_place = new.rule == FileRule::SamePlace.id();
        let is_known = is_place || before.iter().any(|old| was(old) || is_between && old.row == *row);
        assert!(is_known, "row {row}: {new:?} is new");
    }
}

/// The numbers of the rows, in the order of a file, without those that are its header once more: those that are read are those
/// that are written.
fn numbers(standard: &'static Standard, bytes: &[u8]) -> Vec<u64> {
    let mut rows = opened(standard, bytes);
    let columns = Columns::read(standard, rows.header());
    let mut rows = WithoutHeaders::new(rows.as_mut(), &columns);
    let (mut block, mut numbers) = (Block::new(), Vec::new());
    while rows.next(&mut block).expect("bytes in memory") {
        numbers.extend(block.rows().map(|row| row.number()));
    }
    numbers
}

/// What is wrong with the rows of a file.
fn found(standard: &'static Standard, bytes: &[u8]) -> Vec<Wrong> {
    let mut rows = opened(standard, bytes);
    let judge = judge(standard, rows.as_mut(), None);
    let mut found = All(Vec::new());
    data::validate(rows.as_mut(), &judge, &mut found).expect("bytes in memory");
    found.0
}

/// What is left, in words that a test compares: the rule, the column, how many there are, the first rows and what is said.
fn left(summary: &data::Summary) -> Vec<String> {
    let of_group = |group: &data::Group| {
        let first: Vec<_> = group.examples.iter().map(|found| (found.row, &found.value)).collect();
        format!("{} {:?} {:?} {} {first:?}", group.rule, group.column, group.field, group.count)
    };
    summary.groups.iter().map(of_group).collect()
}

/// Rules that say that something was not read: a row that is cut, a value that no cell can hold, a key that is there twice
/// or that no column is.
const UNREAD: [FileRule; 4] = [FileRule::Truncated, FileRule::Unreadable, FileRule::DuplicateColumn, FileRule::UnknownColumn];

/// How much could not be read, of which nothing is in the output.
fn unread(standard: &'static Standard, bytes: &[u8]) -> usize {
    let mut rows = opened(standard, bytes);
    let mut block = Block::new();
    let mut count = rows.faults().iter().filter(|fault| fault.rule == FileRule::OtherSheet).count();
    while rows.next(&mut block).expect("bytes in memory") {
        // A row that the file cuts is written as far as it goes.
        let is_written =
            |fault: &&Fault| fault.rule == FileRule::Truncated && block.rows().any(|row| Some(row.number()) == fault.row);
        count += block.faults().iter().filter(|fault| UNREAD.contains(&fault.rule) && !is_written(fault)).count();
    }
    count
}

/// Whatever is wrong with a row of the output is in the list of what is to do.
fn nothing_is_left_untold(standard: &'static Standard, out: &[u8], repairs: &[Repair]) {
    // What is left of the header is told by columns, and one that nobody knows needs nothing.
    for Wrong { row, field, rule, .. } in found(standard, out).into_iter().filter(|wrong| wrong.row > 1) {
        let speaks = |repair: &Repair| {
            let is_here = repair.row_after == Some(row) && repair.certainty != Certainty::Sure;
            is_here && (repair.field == field || repair.rules.contains(&rule))
        };
        assert!(repairs.iter().any(speaks), "row {row}, {field:?}: nobody tells of {rule}\n{}", text(out));
    }
}

/// Something that is found in a row.
#[derive(Debug)]
struct Wrong {
    row: u64,
    field: Option<Arc<str>>,
    rule: Cow<'static, str>,
    level: Level,
}

struct All(Vec<Wrong>);

impl data::Sink for All {
    fn found(&mut self, found: &data::Found) -> std::io::Result<()> {
        let (field, rule, level) = (found.field.clone(), found.rule.clone(), found.level);
        self.0.extend(found.row.map(|row| Wrong { row, field, rule, level }));
        Ok(())
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// Where each column that was read is written: under its name, or the one that is listed. Of those of one name, in the order
/// of the file.
fn places(header: &[String], written: &[String], repairs: &[Repair]) -> Vec<usize> {
    let mut places: Vec<usize> = Vec::new();
    for (column, name) in header.iter().enumerate() {
        let is_renamed = |repair: &&Repair| {
            (repair.row_after, repair.column) == (Some(1), Some(column))
                && repair.rules == [FileRule::MisnamedColumn.id()]
                && repair.before.as_deref() == Some(name)
        };
        let name = repairs.iter().find(is_renamed).and_then(|repair| repair.after.as_ref()).unwrap_or(name);
        let free = (0..written.len()).find(|at| written[*at] == *name && !places.contains(at));
        places.push(free.unwrap_or_else(|| panic!("{name} is lost")));
    }
    places
}

/// Whether it took a row out, which was the header once more.
fn is_of_header(repair: &Repair) -> bool {
    repair.certainty == Certainty::Sure && repair.rules.iter().any(|rule| **rule == *FileRule::RepeatedHeader.id())
}

/// Whether a cell says nothing but what its column is: the name that was read, the one that is written, or another of the field.
fn says_a_name(standard: &Standard, text: &str, (read, written): (&str, &str)) -> bool {
    let field = standard.field(written);
    let others = field.into_iter().flat_map(|field| field.aliases.iter().chain([&field.title])).map(String::as_str);
    text.is_empty() || others.chain([read, written]).any(|name| column_key(name) == column_key(text))
}

/// Each cell that was read is written, or its change is listed.
fn nothing_disappears(standard: &'static Standard, bytes: &[u8], out: &[u8], repairs: &[Repair]) {
    let mut source = opened(standard, bytes);
    let header = source.header().to_vec();
    let written = table(out);
    let place = places(&header, &written[0], repairs);
    let mut rows = written.iter().skip(1);
    let mut block = Block::new();
    while source.next(&mut block).expect("bytes in memory") {
        let is_taken_out = |row: &Row<'_>| repairs.iter().any(|repair| repair.row == Some(row.number()) && is_of_header(repair));
        for row in block.rows() {
            if is_taken_out(&row) {
                let names = header.iter().zip(&place).map(|(name, at)| (name.as_str(), written[0][*at].as_str()));
                assert!(row.texts().zip(names).all(|(text, names)| says_a_name(standard, &text, names)), "row {}", row.number());
                continue;
            }
            let to = rows.next().unwrap_or_else(|| panic!("row {} is lost", row.number()));
            for column in 0..row.len() {
                let at = place.get(column).copied().unwrap_or(column + written[0].len() - header.len());
                let (read, wrote) = (row.text(column), to.get(at).map(String::as_str).unwrap_or_default());
                let is_listed = |repair: &Repair| {
                    (repair.row, repair.column) == (Some(row.number()), Some(column))
                        && repair.certainty == Certainty::Sure
                        && repair.before.as_deref() == Some(&*read)
                        && repair.after.as_deref() == Some(wrote)
                };
                let is_kept = read == wrote || repairs.iter().any(is_listed);
                assert!(is_kept, "row {}, column {column}: {read:?} became {wrote:?}", row.number());
            }
        }
    }
    assert_eq!(rows.next(), None, "a row of nowhere");
    assert!(repairs.iter().all(|repair| repair.certainty != Certainty::Sure || !repair.rules.is_empty()));
}
