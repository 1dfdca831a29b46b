//! What the page shows, as one JSON document for each task. Nothing in it is HTML: the page makes texts of it.
//!
//! Must not grow with the file: findings, groups and points are bounded, and what is left out is counted.

mod findings;
mod migration;
mod repairs;

pub(crate) use findings::Findings;
pub(crate) use migration::{Moved, migrated};
pub(crate) use repairs::repaired;
