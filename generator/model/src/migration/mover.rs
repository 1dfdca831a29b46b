//! Rows of the old version into rows of the new one.
//!
//! In: a plan, the header of a file, then its rows. Out: the cells of each new row, and a line for each value that is lost
//! or waits for a person. A cell that does not change is never copied: [`Origin::Cell`] says where it stands in the old row.

use std::borrow::Cow;

use super::build::{Build, is_longer};
use super::check::Check;
use super::moved::{MovedColumn, moved};
use super::plan::{End, Flow, Plan, TargetColumn};
use super::report::{Done, Line, Reason};
use super::split::Split;
use crate::Checker;
use crate::data::Parts;

/// Where a cell of the new row comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// The cell of the old row at that rank, as it is.
    Cell(usize),
    /// What was built for the column of that rank: [`Mover::built`].
    Built(usize),
}

/// A plan bound to the header of a file, and what it counted. Rows may be moved by several, cloned from one that counted
/// nothing, whose counts are then added up: [`Mover::absorb`].
#[derive(Debug, Clone)]
pub struct Mover<'p> {
    plan: &'p Plan,
    width: usize,
    origins: Vec<Origin>,
    sources: Vec<Source<'p>>,
    moved: Vec<MovedColumn<'p>>,
    built: Vec<String>,
    asked: Vec<u64>,
    checker: Option<&'p Checker<'p>>,
    parts: Parts,
    extra: Vec<(usize, String)>,
}

/// A column of the file: its rank, its name, and how its values go on or why they do not.
type Column<'p> = (usize, &'p str, Result<&'p Flow, &'p str>);

/// A column of the file that is not simply copied.
#[derive(Debug, Clone)]
struct Source<'p> {
    rank: usize,
    name: &'p str,
    work: Work<'p>,
    check: Option<Check<'p>>,
}

#[derive(Debug, Clone)]
enum Work<'p> {
    Lost(&'p str),
    Copy,
    Measure(usize),
    Build(Box<Build<'p>>),
}

impl<'p> Mover<'p> {
    /// Binds a plan to a header. Columns are recognised by their names, to the letter, which [`super::Heading`] gives: of the
    /// old version first, then of the new one (a file begun by hand). The others are kept after those of the version.
    pub fn new<S: AsRef<str>>(plan: &'p Plan, header: &[S]) -> Self {
        let mut flows: Vec<Column<'p>> = Vec::new();
        let mut extra = Vec::new();
        for (rank, name) in header.iter().map(AsRef::as_ref).enumerate() {
            let seen = flows.iter().any(|(_, known, _)| *known == name);
            let old = plan.columns.iter().find(|column| column.name == name && !seen);
            let new = plan.targets.iter().position(|target| target.name == name && !seen);
            match (old, new) {
                (Some(column), _) => {
                    let flow = column.flow.as_ref().map_err(String::as_str);
                    flows.push((rank, &column.name, flow));
                }
                (None, Some(target)) => {
                    flows.push((rank, &plan.targets[target].name, Ok(&plan.new[target])));
                }
                (None, None) => extra.push((rank, name.to_owned())),
            }
        }
        let mut origins: Vec<Origin> = (0..plan.targets.len()).map(Origin::Built).collect();
        let feeders = feeders(plan, &flows);
        let mut sources = Vec::new();
        let moved = flows.iter().filter_map(|(_, name, flow)| moved(plan, name, flow.ok()?)).collect();
        for (rank, name, flow) in flows {
            let check = flow.ok().and_then(Check::of);
            let work = match flow {
                Err(why) => Work::Lost(why),
                Ok(flow) if feeders[flow.usual] == 1 && is_copy(flow, &plan.targets[flow.usual]) => {
                    origins[flow.usual] = Origin::Cell(rank);
                    match flow.shorter {
                        Some(longest) => Work::Measure(longest),
                        None if check.is_some() => Work::Copy,
                        None => continue,
                    }
                }
                Ok(flow) => Work::Build(Box::new(Build::new(flow))),
            };
            sources.push(Source { rank, name, work, check });
        }
        origins.extend(extra.iter().map(|(rank, _)| Origin::Cell(*rank)));
        Self {
            plan,
            width: header.len(),
            origins,
            sources,
            moved,
            built: vec![String::new(); plan.targets.len()],
            asked: vec![0; plan.questions.len()],
            checker: None,
            parts: Parts::default(),
            extra,
        }
    }

    /// The same, which also says the values that break a rule of the new version where the steps ask to look.
    #[must_use]
    pub fn checked_by(mut self, checker: &'p Checker<'p>) -> Self {
        for check in self.sources.iter_mut().filter_map(|source| source.check.as_mut()) {
            check.prepare(self.plan, checker);
        }
        Self { checker: Some(checker), ..self }
    }

    /// The header of the new file.
    pub fn header(&self) -> impl Iterator<Item = &str> {
        let extra = self.extra.iter().map(|(_, name)| name.as_str());
        self.plan.targets.iter().map(|target| target.name.as_str()).chain(extra)
    }

    /// The columns of the file that have another name in the new one, or another sign between their values.
    pub fn moved(&self) -> &[MovedColumn<'p>] {
        &self.moved
    }

    /// Where each cell of the new row comes from, in the order of [`Mover::header`].
    pub fn origins(&self) -> &[Origin] {
        &self.origins
    }

    /// What the last row built for the column of that rank.
    pub fn built(&self, rank: usize) -> &str {
        &self.built[rank]
    }

    /// The cells of the new row, from those of the old one that was given to [`Mover::row`].
    pub fn cells<'c, C: AsRef<str>>(&'c self, cells: &'c [C]) -> impl Iterator<Item = &'c str> {
        self.origins.iter().map(move |origin| match origin {
            Origin::Cell(rank) => cells.get(*rank).map_or("", AsRef::as_ref),
            Origin::Built(rank) => self.built[*rank].as_str(),
        })
    }

    /// Moves a row, numbered by the caller, of `count` cells, and says what does not simply go on. Cells that are missing at the
    /// end of the row are empty ones. `cell` is asked only for those that are looked at: the others stay where they are.
    pub fn row<'c>(&mut self, row: u64, count: usize, cell: impl Fn(usize) -> Cow<'c, str>, say: &mut impl FnMut(&Line<'_, 'p>)) {
        let Self { plan, width, sources, built, asked, origins, checker, parts, .. } = self;
        let plan: &'p Plan = plan;
        built.iter_mut().for_each(String::clear);
        for source in sources.iter_mut().filter(|source| source.rank < count) {
            let (cell, column) = (cell(source.rank), source.name);
            if cell.is_empty() {
                continue;
            }
            let value = &*cell;
            match &mut source.work {
                Work::Copy => {}
                Work::Lost(why) => say(&Line { row, column, value, reason: Reason::DroppedColumn(why) }),
                Work::Measure(longest) => {
                    if is_longer(value, *longest) {
                        say(&Line { row, column, value, reason: Reason::TooLong(*longest) });
                    }
                }
                Work::Build(build) => build.cell(plan, (row, column, value), (built, asked), say),
            }
        }
        if let Some(checker) = checker {
            for Source { rank, name: column, check, .. } in sources.iter().filter(|source| source.rank < count) {
                let Some(check) = check else { continue };
                let value = &*cell(*rank);
                let text = if origins[check.target] == Origin::Cell(*rank) { value } else { &built[check.target] };
                if !value.is_empty() && check.is_broken(plan, checker, text, parts) {
                    say(&Line { row, column, value, reason: Reason::ToCheck(&check.asked.said) });
                }
            }
        }
        if count < *width {
            say(&Line { row, column: "", value: "", reason: Reason::ShortRow(count, *width) });
        }
        for value in (*width..count).map(cell).filter(|value| !value.is_empty()) {
            say(&Line { row, column: "", value: &value, reason: Reason::NoColumn });
        }
    }

    /// Adds what another one counted, bound to the same header, and makes that one forget it. What is counted does not depend
    /// on who counts when rows are parted the same way, and their parts added in their order.
    pub fn absorb(&mut self, other: &mut Self) {
        for (asked, more) in self.asked.iter_mut().zip(&mut other.asked) {
            *asked += std::mem::take(more);
        }
        for (source, other) in self.sources.iter_mut().zip(&mut other.sources) {
            if let (Work::Build(build), Work::Build(more)) = (&mut source.work, &mut other.work) {
                build.absorb(more);
            }
        }
    }

    /// How many cells raised each question of [`Plan::questions`], answered or not.
    pub fn asked(&self) -> &[u64] {
        &self.asked
    }

    /// What went on under another name or in another column, in the order of the columns and values of the old version.
    pub fn done(&self) -> Vec<Done<'_>> {
        let mut done = Vec::new();
        for source in &self.sources {
            let Work::Build(build) = &source.work else { continue };
            for (value, entry, (count, merged)) in build.counted().filter(|(_, _, (count, _))| *count > 0) {
                // An answer that only holds for a value alone in its cell leads nowhere otherwise.
                let end = [&entry.among, &entry.alone].into_iter().find(|end| matches!(end, End::At { .. }));
                let Some(End::At { target, text }) = end else { continue };
                let to_column = self.plan.targets[*target].name.as_str();
                if merged == 0 && to_column == source.name && text == value {
                    continue;
                }
                done.push(Done { column: source.name, value, to_column, to_value: text, count, merged });
            }
        }
        done
    }
}

/// How many columns of the file may lead to each column of the new version.
fn feeders(plan: &Plan, flows: &[Column<'_>]) -> Vec<usize> {
    let mut feeders = vec![0; plan.targets.len()];
    for flow in flows.iter().filter_map(|(_, _, flow)| flow.ok()) {
        let ends = flow.entries.iter().flat_map(|entry| [&entry.among, &entry.alone]);
        let mut reached: Vec<usize> =
            ends.filter_map(|end| if let End::At { target, .. } = end { Some(*target) } else { None }).collect();
        reached.push(flow.usual);
        reached.sort_unstable();
        reached.dedup();
        for target in reached {
            feeders[target] += 1;
        }
    }
    feeders
}

/// Whether cells go on as they are.
fn is_copy(flow: &Flow, target: &TargetColumn) -> bool {
    let same_sign = match &flow.split {
        Split::Whole => true,
        Split::By(sign) => *sign == target.separator,
        Split::Before { .. } => false,
    };
    same_sign && flow.entries.is_empty()
}
