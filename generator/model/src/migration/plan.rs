//! The way from one version to another, walked once.
//!
//! In: the standards, the steps, the answers of a person. Out: for each old column, each value it may hold and the place
//! where it arrives. Must not see any data.

use std::collections::BTreeMap;

use super::check::ToCheck;
use super::decisions::{Decisions, Question};
use super::lookup::Lookup;
use super::route::{self, Arrival, Step};
use super::split::Split;
use super::{ColumnChange, Migration};
use crate::{Field, Kind, Standard, Version, hint};

/// What becomes of a file of a version in another one.
#[derive(Debug, Clone)]
pub struct Plan {
    /// The version of the files it takes.
    pub from: Version,
    /// The version of the files it gives.
    pub to: Version,
    /// The steps, in order.
    pub steps: Vec<(Version, Version)>,
    pub(super) columns: Vec<Planned>,
    pub(super) targets: Vec<TargetColumn>,
    /// For each of them, what becomes of it in a file begun by hand: it goes on as it is.
    pub(super) new: Vec<Flow>,
    pub(super) questions: Vec<Question>,
}

/// Why no plan leads from a version to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoWay {
    /// Nothing describes this version.
    UnknownVersion(Version),
    /// The file is of that version already, or of a later one.
    NotLater,
    /// No step leads on from this version without going past the one that was asked for.
    NoStep(Version),
}

/// An old column.
#[derive(Debug, Clone)]
pub(super) struct Planned {
    pub(super) name: String,
    pub(super) flow: Result<Flow, String>,
}

/// How the values of a column go on.
#[derive(Debug, Clone)]
pub(super) struct Flow {
    pub(super) split: Split,
    /// Where what is not known goes: a number of [`Plan::targets`].
    pub(super) usual: usize,
    /// Whether a value out of [`Flow::entries`] is worth a line: its version had a closed list.
    pub(super) is_closed: bool,
    pub(super) entries: Vec<Entry>,
    pub(super) exact: Lookup,
    /// The same, without what people get wrong first; empty where the old version took any text.
    pub(super) folded: BTreeMap<String, usize>,
    /// Whether some value goes elsewhere when it is alone in its cell.
    pub(super) alone_matters: bool,
    /// The greatest number of characters, when the old version took more.
    pub(super) shorter: Option<usize>,
    /// What a person should look at afterwards, when the length does not say it all.
    pub(super) to_check: Option<ToCheck>,
}

impl Flow {
    /// A column of the new version in a file of the old one.
    pub(super) fn of_new(rank: usize, TargetColumn { separator, joins, .. }: &TargetColumn) -> Self {
        Self {
            split: if *joins { Split::By(*separator) } else { Split::Whole },
            usual: rank,
            is_closed: false,
            entries: Vec::new(),
            exact: Lookup::default(),
            folded: BTreeMap::new(),
            alone_matters: false,
            shorter: None,
            to_check: None,
        }
    }
}

/// A value that a plan knows.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Entry {
    pub(super) value: String,
    pub(super) among: End,
    pub(super) alone: End,
    /// Number of the question about it.
    pub(super) question: Option<usize>,
}

/// Where a value ends.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum End {
    At { target: usize, text: String },
    Lost(String),
    Refused(usize),
    Unanswered(usize),
}

/// A column of the new version.
#[derive(Debug, Clone)]
pub(super) struct TargetColumn {
    pub(super) name: String,
    pub(super) separator: char,
    /// Whether it takes several values.
    pub(super) joins: bool,
}

impl Plan {
    /// Walks the steps from a version to a later one. Each step is the declared one that goes furthest without going past
    /// `to`; a version and the next one that nothing is declared between differ in nothing that data needs.
    ///
    /// # Errors
    /// When no standard describes a version, when `to` does not come after `from`, or when no step leads there.
    pub fn between(
        standards: &[&Standard],
        migrations: &[Migration],
        (from, to): (Version, Version),
        decisions: &Decisions,
    ) -> Result<Self, NoWay> {
        let standard = |version: Version| {
            let found = standards.iter().find(|standard| standard.identity.version == version);
            found.copied().ok_or(NoWay::UnknownVersion(version))
        };
        let (first, last) = (standard(from)?, standard(to)?);
        if to <= from {
            return Err(NoWay::NotLater);
        }
        let mut steps = Vec::new();
        let mut here = from;
        while here != to {
            let migration = next(migrations, last, here, to).ok_or(NoWay::NoStep(here))?;
            let (before, after) = (standard(here)?, standard(migration.after)?);
            here = migration.after;
            steps.push(Step { before, after, migration });
        }
        Ok(Self::walk(first, last, &steps, decisions))
    }

    /// The questions that values of the old version raise, in the order of its columns.
    pub fn questions(&self) -> &[Question] {
        &self.questions
    }

    /// The column where what is not known of an old column goes.
    pub(super) fn usual(&self, column: &str) -> Option<&str> {
        let planned = self.columns.iter().find(|planned| planned.name == column)?;
        planned.flow.as_ref().ok().map(|flow| self.targets[flow.usual].name.as_str())
    }

    fn walk(first: &Standard, last: &Standard, steps: &[Step<'_>], decisions: &Decisions) -> Self {
        let mut plan = Self {
            from: first.identity.version,
            to: last.identity.version,
            steps: steps.iter().map(|step| (step.before.identity.version, step.after.identity.version)).collect(),
            columns: Vec::new(),
            targets: last
                .fields
                .iter()
                .map(|field| TargetColumn {
                    name: field.name.clone(),
                    separator: last.separator_of(field),
                    joins: field.multiple,
                })
                .collect(),
            new: Vec::new(),
            questions: Vec::new(),
        };
        for field in &first.fields {
            let flow = route::usual(steps, &field.name).map(|usual| plan.flow(first, last, steps, (field, &usual), decisions));
            plan.columns.push(Planned { name: field.name.clone(), flow });
        }
        plan.new = plan.targets.iter().enumerate().map(|(rank, target)| Flow::of_new(rank, target)).collect();
        plan
    }

    fn flow(
        &mut self,
        first: &Standard,
        last: &Standard,
        steps: &[Step<'_>],
        (field, usual): (&Field, &str),
        decisions: &Decisions,
    ) -> Flow {
        let mut entries: Vec<Entry> = Vec::new();
        for text in route::spellings(steps, &field.name) {
            let mut met = Vec::new();
            let [among, alone] =
                [false, true].map(|alone| route::follow(steps, (&field.name, &text, alone), decisions, &mut met));
            let question = met.into_iter().next().map(|question| self.question(question));
            let [among, alone] = [among, alone].map(|arrival| self.end(arrival, question));
            entries.push(Entry { value: text, among, alone, question });
        }
        let usual = self.target(usual);
        // What several values of a list may lead to takes several texts, even where its version says one: it did before.
        if field.multiple {
            let ends = entries.iter().flat_map(|entry| [&entry.among, &entry.alone]);
            let reached = ends.filter_map(|end| if let End::At { target, .. } = end { Some(*target) } else { None });
            for target in reached.chain([usual]).collect::<Vec<_>>() {
                self.targets[target].joins |= last.fields[target].kind == Kind::Text;
            }
        }
        let change = steps.first().and_then(|step| step.migration.column(&field.name));
        let longest = last.fields[usual].max_length;
        let shorter = longest.filter(|longest| field.max_length.is_none_or(|before| before > *longest));
        let said = route::to_check(steps, &field.name).filter(|_| shorter.is_none());
        let Field { kind, pattern, .. } = &last.fields[usual];
        let is_free = *kind == Kind::Text && pattern.is_none() && last.vocabulary_of(&last.fields[usual]).is_none();
        let is_closed = first.vocabulary_of(field).is_some();
        Flow {
            split: split(first, field, change),
            usual,
            is_closed,
            alone_matters: entries.iter().any(|entry| entry.among != entry.alone),
            exact: Lookup::new(entries.iter().enumerate().map(|(number, entry)| (entry.value.clone(), number))),
            folded: if is_closed { folded(&entries) } else { BTreeMap::new() },
            entries,
            to_check: said.map(|said| ToCheck { said, is_advice: is_free }),
            shorter,
        }
    }

    fn end(&self, arrival: Arrival, question: Option<usize>) -> End {
        match (arrival, question) {
            (Arrival::At { column, text }, _) => End::At { target: self.target(&column), text },
            (Arrival::Lost(why), _) => End::Lost(why),
            (Arrival::Refused, Some(question)) => End::Refused(question),
            (Arrival::Unanswered, Some(question)) => End::Unanswered(question),
            (Arrival::Refused | Arrival::Unanswered, None) => End::Lost(String::new()),
        }
    }

    /// The number of a question, the same for all the spellings that raise it.
    fn question(&mut self, question: Question) -> usize {
        let known = self.questions.iter().position(|known| *known == question);
        known.unwrap_or_else(|| {
            self.questions.push(question);
            self.questions.len() - 1
        })
    }

    /// The number of a column of the new version. Declared steps lead to columns that exist: `check` says so.
    fn target(&self, name: &str) -> usize {
        self.targets.iter().position(|target| target.name == name).unwrap_or(0)
    }
}

/// Values without what people get wrong first. The first of two same ones wins, as in the exact table.
fn folded(entries: &[Entry]) -> BTreeMap<String, usize> {
    entries.iter().enumerate().rev().map(|(number, entry)| (hint::folded(&entry.value), number)).collect()
}

fn split(standard: &Standard, field: &Field, change: Option<&ColumnChange>) -> Split {
    match change {
        Some(change) if !change.separators.is_empty() => {
            Split::Before { signs: change.separators.clone(), starts: change.starts.clone() }
        }
        _ if field.multiple => Split::By(standard.separator_of(field)),
        _ => Split::Whole,
    }
}

/// The step that leads on from a version: the declared one, or a silent one to the next version that was published.
fn next(migrations: &[Migration], last: &Standard, here: Version, to: Version) -> Option<Migration> {
    let declared = migrations.iter().filter(|step| step.before == here && step.after <= to).max_by_key(|step| step.after);
    declared.cloned().or_else(|| successor(last, here).filter(|next| *next <= to).map(|next| Migration::silent(here, next)))
}

/// The version that files of `here` go on to: the next one that was published, or that `standard` describes.
pub fn successor(standard: &Standard, here: Version) -> Option<Version> {
    let published = standard.history.iter().filter(|release| release.published).map(|release| release.version);
    published.chain([standard.identity.version]).filter(|version| *version > here).min()
}
