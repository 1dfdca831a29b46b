//! What is accepted between the cells of a row, at sight.
//!
//! In: the rules of a standard between fields, then rows. Out: for a row, true only when it surely breaks none of them. A
//! false says nothing: [`crate::Checker`] then decides, as [`super::plan`] has it for cells.

#[cfg(feature = "communes")]
mod known;
#[cfg(not(feature = "communes"))]
#[path = "between/unknown.rs"]
mod known;

use memchr::memmem::Finder;

use crate::{CrossKind, CrossRule, Standard, territory};

use super::Columns;
use super::block::Span;
pub(super) use known::Known;

/// The rules between fields, for the columns of a file.
#[derive(Debug)]
pub(super) struct Between {
    rules: Vec<Rule>,
    /// The columns that they read.
    columns: Vec<usize>,
}

#[derive(Debug)]
enum Rule {
    /// All are filled, or none is.
    Together(Vec<Option<usize>>),
    /// A value stands alone in its list.
    Alone { column: usize, label: Finder<'static> },
    /// A value asks for something in another column.
    Needs { column: usize, label: Finder<'static>, needs: Option<usize> },
    /// A postal code and an official code are of one commune.
    Codes { postal: usize, code: usize },
    /// A name and an official code are of one commune; without a code, a name and a postal code.
    Name { name: usize, code: Option<usize>, postal: Option<usize> },
    /// A number is as long as those of its territory.
    Number { number: usize, postal: usize },
    /// A point is in the commune of a code, or in France.
    Point { code: Option<usize>, latitude: usize, longitude: usize },
}

impl Between {
    /// The rules of a standard. Those that read a column that is not there, and then never break, are left out.
    pub(super) fn new(standard: &Standard, columns: &Columns) -> Self {
        let column = |name: &str| columns.named(standard, name);
        let rules = standard.rules.iter().filter_map(|rule| Rule::of(standard, rule, &column)).collect();
        let mut read: Vec<usize> = standard.rules.iter().flat_map(|rule| rule.kind.fields()).filter_map(column).collect();
        read.sort_unstable();
        read.dedup();
        Self { rules, columns: read }
    }

    /// Whether a row of a text in UTF-8 surely breaks no rule.
    pub(super) fn accepts(&self, text: &[u8], cells: &[Span], known: &mut Known) -> bool {
        let is_plain = |column: &usize| cells.get(*column).is_none_or(|cell| !cell.is_doubled());
        let cell = |column: usize| cells.get(column).map_or(&[][..], |cell| &text[cell.range()]);
        self.columns.iter().all(is_plain)
            && self.rules.iter().all(|rule| match rule {
                Rule::Together(columns) => {
                    let is_filled = |column: &Option<usize>| column.is_some_and(|column| !cell(column).is_empty());
                    let filled = columns.iter().filter(|column| is_filled(column)).count();
                    filled == 0 || filled == columns.len()
                }
                Rule::Alone { column, label } => {
                    let text = cell(*column);
                    text.len() <= label.needle().len() || label.find(text).is_none()
                }
                Rule::Needs { column, label, needs } => {
                    needs.is_some_and(|needs| !cell(needs).is_empty()) || label.find(cell(*column)).is_none()
                }
                Rule::Codes { postal, code } => known.codes(cell(*postal), cell(*code)),
                Rule::Name { name, code, postal } => match (code.map_or(&[][..], cell), postal) {
                    ([], Some(postal)) => known.served(cell(*name), cell(*postal)),
                    ([], None) => true,
                    (code, _) => known.name(cell(*name), code),
                },
                Rule::Number { number, postal } => !territory::is_short(cell(*number)) || territory::may_be_short(cell(*postal)),
                Rule::Point { code, latitude, longitude } => {
                    known.point(code.map_or(&[][..], cell), cell(*latitude), cell(*longitude))
                }
            })
    }
}

impl Rule {
    fn of(standard: &Standard, rule: &CrossRule, column: &impl Fn(&str) -> Option<usize>) -> Option<Self> {
        let label = |name: &str, code: &str| {
            let value = standard.vocabulary_of(standard.field(name)?)?.by_code(code)?;
            Some(Finder::new(value.label.as_bytes()).into_owned())
        };
        match &rule.kind {
            kind if !kind.is_evaluated() => None,
            CrossKind::Together { fields } => Some(Self::Together(fields.iter().map(|name| column(name)).collect())),
            CrossKind::ExclusiveValue { field, code } => Some(Self::Alone { column: column(field)?, label: label(field, code)? }),
            CrossKind::ValueNeedsField { field, code, needs } => {
                Some(Self::Needs { column: column(field)?, label: label(field, code)?, needs: column(needs) })
            }
            CrossKind::CodesOfCommune { code_postal, code_insee } => {
                Some(Self::Codes { postal: column(code_postal)?, code: column(code_insee)? })
            }
            CrossKind::NameOfCommune { commune, code_insee, code_postal } => {
                let postal = code_postal.as_deref().and_then(column);
                Some(Self::Name { name: column(commune)?, code: column(code_insee), postal })
            }
            CrossKind::NumberOfTerritory { number, code_postal } => {
                Some(Self::Number { number: column(number)?, postal: column(code_postal)? })
            }
            CrossKind::PointInCommune { code_insee, latitude, longitude } => {
                let (latitude, longitude) = (column(latitude)?, column(longitude)?);
                Some(Self::Point { code: column(code_insee), latitude, longitude })
            }
        }
    }
}
