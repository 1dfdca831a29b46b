//! From the first row to the summary, on one thread.

use std::io;

use crate::Standard;

use super::{Block, Columns, Fault, Judge, Judged, Merger, Sink, Summary, Unit};

/// A table, read some rows at a time.
pub trait Rows {
    /// The names of the columns, as written. Empty when there is none, and then [`Rows::faults`] says why.
    fn header(&self) -> &[String];

    /// What is wrong with the file as a whole, known before any row.
    fn faults(&self) -> &[Fault];

    /// What the number of a row counts.
    fn unit(&self) -> Unit {
        Unit::Row
    }

    /// The row of the header, as a spreadsheet numbers it; `None` for a file whose columns have no row of their own.
    fn header_row(&self) -> Option<u64> {
        Some(1)
    }

    /// Whether the number of a row is that of its line in the file, as long as no row above spans several.
    fn counts_lines(&self) -> bool {
        self.unit() == Unit::Line
    }

    /// Whether they are those of a sheet of a workbook, whose columns a person calls by letters and whose cells nothing parts.
    fn is_sheet(&self) -> bool {
        false
    }

    /// Says which standard the columns of the header were recognised in, before any row is asked for. A file without a
    /// header of its own may have more columns then: [`recognised`] reads [`Rows::header`] again.
    fn adopt(&mut self, _standard: &Standard, _columns: &Columns) {}

    /// Replaces the contents of `block` with the next rows. False when there is none left.
    ///
    /// # Errors
    /// Those of the source of bytes, and nothing else: what is wrong with the file is a [`Fault`] of the block.
    fn next(&mut self, block: &mut Block) -> io::Result<bool>;
}

/// Recognises the columns of rows in a standard, before the first is asked for, and has them [adopt](Rows::adopt) it.
pub fn recognised(standard: &Standard, rows: &mut dyn Rows) -> Columns {
    let columns = Columns::read(standard, rows.header());
    rows.adopt(standard, &columns);
    // What is not a table has the columns that it is asked for.
    Columns::read(standard, rows.header())
}

/// Validates a table with the judge that was made of it, [`Judge::new`]: each finding goes to `sink`, in the order of the file.
/// It stops where too much is wrong, and says it: see [`super::Options::most`].
///
/// # Errors
/// Those of the source of bytes and of the sink.
pub fn validate(rows: &mut dyn Rows, judge: &Judge<'_>, sink: &mut dyn Sink) -> io::Result<Summary> {
    let mut merger = Merger::new(judge, rows.header(), rows.faults(), sink)?;
    let (mut block, mut judged) = (Block::new(), Judged::default());
    while rows.next(&mut block)? {
        judge.judge(&block, &mut judged);
        if !merger.add(&mut block, &mut judged, sink)? {
            break;
        }
    }
    merger.finish(sink)
}

#[cfg(test)]
mod tests {
    use super::super::{Found, Options, open_csv, open_json};
    use super::*;
    use crate::Date;

    #[derive(Default)]
    struct Told(Vec<(String, Option<u64>, String)>);

    impl Sink for Told {
        fn found(&mut self, found: &Found) -> io::Result<()> {
            self.0.push((found.rule.to_string(), found.row, found.message.clone()));
            Ok(())
        }
    }

    fn told(rows: &mut dyn Rows, standard: &Standard) -> Vec<(String, Option<u64>, String)> {
        let judge = Judge::new(standard, rows, Options::new(Date::LATEST)).expect("patterns compile");
        let mut told = Told::default();
        validate(rows, &judge, &mut told).expect("bytes in memory");
        told.0
    }

    /// Nothing else is to be asked of rows: where their header is, how they are numbered, which columns they may have.
    #[test]
    fn a_judge_knows_the_rows_that_it_was_made_of() {
        let standard = include_str!("../../../../schema/versions/1.0.1.json");
        let standard: Standard = serde_json::from_str(standard).expect("it reads back");
        let text = "Lieux de médiation,,,,\n,,,,\nid,nom,comune,adresse,date_maj\n1,A,Reims,1 rue B,\n1,A,Reims,1 rue B,\n";
        let (mut rows, _) = open_csv(text.as_bytes(), &standard).expect("bytes in memory");
        let said = told(&mut rows, &standard);
        let of = |rule: &str| said.iter().find(|(own, ..)| own == rule).unwrap_or_else(|| panic!("no {rule}: {said:?}"));
        assert_eq!(of("colonne-inconnue").1, Some(3));
        assert_eq!((of("unique").1, of("unique").2.as_str()), (Some(5), "« 1 » est déjà utilisé à la ligne 4"));
        let json = r#"[{"id":"1","nom":"A"},{"id":"1","nom":"A","commune":"Reims"}]"#;
        let (mut rows, _) = open_json(json.as_bytes()).expect("bytes in memory");
        let said = told(&mut rows, &standard);
        let is_said = |rule: &str, message: &str| said.iter().any(|(own, _, told)| own == rule && told.contains(message));
        // A key that comes late is a column of the standard.
        assert!(!is_said("colonne-manquante", "commune") && !is_said("colonne-inconnue", "commune"), "{said:?}");
        assert!(is_said("unique", "« 1 » est déjà utilisé à l'élément 1"), "{said:?}");
    }
}
