//! What changes for a column as a whole: its name, the sign between its values.

use super::plan::{End, Flow, Plan};
use super::split::Split;

/// A column that changes as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MovedColumn<'p> {
    /// Its name in the file.
    pub column: &'p str,
    /// The columns that its values go to, the usual one first.
    pub to: Vec<&'p str>,
    /// The signs between its values that are replaced; none when they stay.
    pub signs: Vec<char>,
    /// The sign between values in the new file.
    pub separator: char,
}

/// What changes for a column as a whole; `None` when nothing does.
pub(super) fn moved<'p>(plan: &'p Plan, column: &'p str, flow: &Flow) -> Option<MovedColumn<'p>> {
    let target = &plan.targets[flow.usual];
    let mut to = vec![target.name.as_str()];
    let ends = flow.entries.iter().flat_map(|entry| [&entry.among, &entry.alone]);
    for end in ends {
        if let End::At { target, .. } = end
            && !to.contains(&plan.targets[*target].name.as_str())
        {
            to.push(&plan.targets[*target].name);
        }
    }
    let signs = match &flow.split {
        Split::Whole => Vec::new(),
        Split::By(sign) => vec![*sign],
        Split::Before { signs, .. } => signs.clone(),
    };
    let signs: Vec<char> = signs.into_iter().filter(|sign| target.joins && *sign != target.separator).collect();
    let is_moved = to != [column] || !signs.is_empty();
    is_moved.then_some(MovedColumn { column, to, signs, separator: target.separator })
}
