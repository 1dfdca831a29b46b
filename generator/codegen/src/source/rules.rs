//! wip
use standard_mediation_model::Level;
/// wip
pub struct Rule;
/// wip
pub fn find(_id: &str) -> Option<&'static Rule> {
    Some(&Rule)
}
pub(crate) fn level(_id: &str) -> Level {
    Level::Blocking
}
