//! wip
use super::report::Report;
use super::tree::Node;
use schemars::JsonSchema;
pub(crate) fn check<T: JsonSchema>(_root: &Node, _text: &str, _report: &mut Report<'_>) -> bool {
    true
}
