//! What a row of data must obey.
//!
//! In: a [`Standard`] of any version, and the text of cells. Out: [`Violation`]s. Nothing is read from a file here.

mod cross;
mod part;
mod report;

use std::borrow::Cow;
use std::collections::BTreeMap;
#[allow(clippy::disallowed_types, reason = "only asked whether it holds a text: no order is seen")]
use std::collections::HashSet;
use std::fmt;
use std::sync::{Arc, OnceLock};

use crate::data::AtSight;
use crate::former::{Former, Formers};
use crate::near::Near;
use crate::pattern::{self, Regex};
use crate::{CellRule, Date, Field, Level, Standard, reading};
use report::Report;

/// A rule broken by a row, with words for the person who wrote it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation {
    /// Stable id of the rule: a [`CellRule`], a [`crate::Check`] or the name of a [`crate::CrossRule`].
    pub rule: Cow<'static, str>,
    /// How much it weighs.
    pub level: Level,
    /// Name of the field, the first one for a rule between fields.
    pub field: Arc<str>,
    /// Rank of the part, from 1, when the cell is a list and the part alone is wrong.
    pub part: Option<usize>,
    /// What is wrong, in French.
    pub message: String,
    /// What to do, in French.
    pub help: Cow<'static, str>,
}

/// A rule broken by a cell, when no one is to be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Breach {
    /// As [`Violation::rule`].
    pub(crate) rule: &'static str,
    /// How much it weighs.
    pub(crate) level: Level,
}

/// Reads cells and rows against a standard.
pub struct Checker<'a> {
    standard: &'a Standard,
    columns: BTreeMap<&'a str, Column<'a>>,
    today: Date,
}

struct Column<'a> {
    field: &'a Field,
    name: Arc<str>,
    separator: char,
    /// Whether a text must say something.
    is_prose: bool,
    /// The form of the kind, when it is neither a plain text, a plain number nor a plain day.
    kind: Option<Regex>,
    regex: Option<Regex>,
    vocabulary: Option<Near<'a>>,
    /// Made for the first text that is no value: most files have few.
    formers: OnceLock<Formers<'a>>,
}

impl fmt::Debug for Checker<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Checker").field("version", &self.standard.identity.version).finish_non_exhaustive()
    }
}

impl<'a> Checker<'a> {
    /// Prepares the reading. `today` is the day that dates may not pass.
    ///
    /// # Errors
    /// The name of a field whose pattern does not compile; never for a standard loaded from our sources.
    pub fn new(standard: &'a Standard, today: Date) -> Result<Self, String> {
        let column = |field: &'a Field| {
            let regex = field.pattern.as_ref().map(|pattern| pattern::compile(&pattern.expression)).transpose();
            let regex = regex.map_err(|_| field.name.clone())?;
            let kind = reading::compiled(field).map_err(|_| field.name.clone())?;
            let separator = standard.separator_of(field);
            let vocabulary = standard.vocabulary_of(field).map(Near::new);
            let (name, formers, is_prose) = (field.name.as_str().into(), OnceLock::new(), standard.is_prose(field));
            Ok((field.name.as_str(), Column { field, name, separator, is_prose, kind, regex, vocabulary, formers }))
        };
        let columns = standard.fields.iter().map(column).collect::<Result<_, String>>()?;
        Ok(Self { standard, columns, today })
    }

    /// What is wrong with one cell: the first hundred violations of each level, then that the rest of the cell is not read, or
    /// how many more recommendations there are. An unknown field has nothing wrong.
    pub fn cell(&self, field: &str, text: &str) -> Vec<Violation> {
        let Some(column) = self.columns.get(field) else { return Vec::new() };
        let mut found = Report::new(&column.name);
        self.read(column, text, &mut found);
        let found = found.finish();
        debug_assert!(
            self.breaches(field, text)
                .iter()
                .map(|breach| (breach.rule, breach.level))
                .eq(found.iter().map(|found| (&*found.rule, found.level)))
        );
        found
    }

    /// The rules of [`Checker::cell`], in the same order, far quicker.
    pub(crate) fn breaches(&self, field: &str, text: &str) -> Vec<Breach> {
        let Some(column) = self.columns.get(field) else { return Vec::new() };
        let mut found = Report::without_words(&column.name);
        self.read(column, text, &mut found);
        found.into_breaches()
    }

    /// The day that dates may not pass.
    pub(crate) fn today(&self) -> Date {
        self.today
    }

    /// What is accepted of a field without being read: nothing that [`Checker::breaches`] would tell of, of that level.
    pub(crate) fn at_sight(&self, field: &str, only: Option<Level>) -> Option<AtSight> {
        Some(AtSight::new(self.standard, self.standard.field(field)?, only, self.today))
    }

    /// The value of a field that a text is most like, when one is near enough to be worth a question.
    pub(crate) fn nearest(&self, field: &str, text: &str) -> Option<&'a str> {
        self.columns.get(field)?.vocabulary.as_ref()?.of(text)
    }

    /// What a text was in a version past, when it was a value of a field that has it no more.
    pub(crate) fn former(&self, field: &str, text: &str) -> Option<Former<'a>> {
        self.former_of(self.columns.get(field)?, text)
    }

    fn former_of(&self, column: &Column<'a>, text: &str) -> Option<Former<'a>> {
        column.formers.get_or_init(|| Formers::of(self.standard, column.field)).get(text)
    }

    /// What is wrong with one row. `cell` gives the text of a field, `""` or `None` when it is empty or absent.
    pub fn row<'r>(&self, cell: impl Fn(&str) -> Option<&'r str>) -> Vec<Violation> {
        let mut out = Vec::new();
        for field in &self.standard.fields {
            out.extend(self.cell(&field.name, cell(&field.name).unwrap_or_default()));
        }
        out.extend(self.cross_rules(&|name| cell(name).map(Cow::Borrowed)));
        out
    }

    /// What is wrong with the rows of a file, each with its rank from 0: their own violations, and shared values of
    /// unique fields.
    pub fn rows<'r, F: Fn(&str) -> Option<&'r str>>(&self, rows: impl IntoIterator<Item = F>) -> Vec<(usize, Violation)> {
        let mut out = Vec::new();
        let mut seen: BTreeMap<(usize, Vec<&str>), usize> = BTreeMap::new();
        let keys = self.keys();
        for (rank, cell) in rows.into_iter().enumerate() {
            out.extend(self.row(&cell).into_iter().map(|violation| (rank, violation)));
            for (i, key) in keys.iter().enumerate() {
                let texts: Option<Vec<&str>> =
                    key.iter().map(|field| cell(&field.name).filter(|text| !self.is_missing(text))).collect();
                let (Some(texts), Some(field)) = (texts, key.first()) else { continue };
                let said = texts.join(", ");
                if seen.insert((i, texts), rank).is_some() {
                    let mut report = Report::new(&field.name.as_str().into());
                    report.add(CellRule::Unique, Level::Blocking, None, || {
                        let message = format!("« {said} » est déjà utilisé par une autre ligne");
                        (message, "donnez à chaque lieu une valeur qui n'appartient qu'à lui")
                    });
                    out.extend(report.finish().into_iter().map(|violation| (rank, violation)));
                }
            }
        }
        out
    }

    /// The fields, alone or together, of which two rows may not share the contents.
    fn keys(&self) -> Vec<Vec<&'a Field>> {
        let fields = &self.standard.fields;
        let mut keys: Vec<Vec<&Field>> = fields.iter().filter(|field| field.unique).map(|field| vec![field]).collect();
        let primary: Vec<&Field> = self.standard.primary_key.iter().filter_map(|name| self.standard.field(name)).collect();
        if !primary.is_empty() && !keys.contains(&primary) {
            keys.push(primary);
        }
        keys
    }

    fn is_missing(&self, text: &str) -> bool {
        text.is_empty() || self.standard.dialect.missing_values.iter().any(|missing| missing == text)
    }

    fn read(&self, column: &Column<'a>, text: &str, found: &mut Report) {
        let field = column.field;
        if self.is_missing(text) {
            if field.required {
                found.add(CellRule::Required, Level::Blocking, None, || {
                    let message = format!("la colonne « {} » est obligatoire et la case est vide", field.title);
                    (message, "remplissez la case")
                });
            }
            return;
        }
        if !field.multiple {
            self.part(column, text, None, found);
            return;
        }
        #[allow(clippy::disallowed_types, reason = "only asked whether it holds a text: no order is seen")]
        let mut seen = HashSet::new();
        for (i, part) in text.split(column.separator).enumerate() {
            if found.is_over() {
                return;
            }
            self.part(column, part, Some(i + 1), found);
            if !part.is_empty() && !seen.insert(part) {
                found.add(CellRule::Duplicate, Level::Recommendation, Some(i + 1), || {
                    (format!("« {part} » est écrit deux fois"), "une seule fois suffit : retirez l'autre")
                });
            }
        }
    }
}
