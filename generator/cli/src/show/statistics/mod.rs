//! What a file says, counted: to a person, to a program, as charts.
//!
//! In: counts. Out: text on the standard output, or a page. Nothing is decided here.

mod html;
mod json;
mod terminal;

use std::io::{self, Write};

use standard_mediation_model::count::{self, others};
use standard_mediation_model::data::statistics::Statistics;
use standard_mediation_model::data::{FileRule, Group, Summary, Unit};
use standard_mediation_model::{Date, Standard};

use super::data::numbered;
use crate::arguments::StatisticsFormat;

/// What is to be shown.
pub(crate) struct Counted<'a> {
    /// The name of the file, as a person typed it.
    pub(crate) name: &'a str,
    /// What it is held against.
    pub(crate) standard: &'a Standard,
    /// What was assumed of the way it is written, one sentence each.
    pub(crate) assumed: &'a [String],
    /// Rows, filled cells, quality.
    pub(crate) summary: &'a Summary,
    /// What the number of a row counts.
    pub(crate) unit: Unit,
    /// Values, territories, months.
    pub(crate) counts: &'a Statistics,
    /// The day that freshness is told against.
    pub(crate) today: Date,
    /// Whether every value and month is listed, and not only the first ones.
    pub(crate) all: bool,
}

/// What of a file was not read, and is in no count.
pub(crate) fn unread(summary: &Summary) -> impl Iterator<Item = &Group> {
    let is_unread = |rule: FileRule| rule.is_of_unread() || rule == FileRule::OtherSheet;
    summary.groups.iter().filter(move |group| FileRule::by_id(&group.rule).is_some_and(is_unread))
}

/// The same in words: the first ones, then how many more.
fn unread_in_words(counted: &Counted<'_>) -> Vec<String> {
    let mut said = Vec::new();
    for group in unread(counted.summary) {
        said.extend(
            group.examples.iter().map(|found| format!("{}{} ; {}", numbered(counted.unit, found), found.message, found.help)),
        );
        let more = group.count.saturating_sub(group.examples.len() as u64);
        if more > 0 {
            said.push(format!("et {}, pour la même raison ou une semblable", others(more)));
        }
    }
    said
}

/// What is said of the rows that are the header once more.
fn repeated(counted: &Counted<'_>) -> Option<String> {
    let headers = counted.counts.headers;
    (headers > 0)
        .then(|| count::counted(headers, "ligne répète l'en-tête, non comptée", "lignes répètent l'en-tête, non comptées"))
}

/// Values out of a list that are given, the most frequent ones, unless all are asked for.
const GIVEN: usize = 20;

impl Counted<'_> {
    /// How many of a list are given, of which `first` usually are.
    fn most(&self, first: usize) -> usize {
        if self.all { usize::MAX } else { first }
    }
}

/// Shows counts. `bars` are drawn within that number of columns.
pub(crate) fn statistics(
    format: StatisticsFormat,
    counted: &Counted<'_>,
    out: &mut dyn Write,
    bars: Option<usize>,
) -> io::Result<()> {
    match format {
        StatisticsFormat::Terminal => terminal::write(out, counted, bars)?,
        StatisticsFormat::Json => json::write(out, counted)?,
        StatisticsFormat::Html => html::write(out, counted)?,
    }
    out.flush()
}

/// What a column is called.
fn title<'c>(counted: &'c Counted<'_>, column: &'c standard_mediation_model::data::ColumnSummary) -> &'c str {
    column.field.map_or(&column.name, |field| &counted.standard.fields[field].title)
}
