//! The resolved standard, and the reading of one row against it.
//!
//! In: nothing but values. Out: [`Standard`] (what every emitter reads), [`Finding`] (what every diagnostic is) and
//! [`Checker`] (what a row of data must obey).
//!
//! This crate must not touch the disk, the clock, the environment or the network, and must stay light enough for a
//! browser. A [`Standard`] is fully explicit and valid by construction: defaults are filled, order is fixed, versions
//! and dates are typed, so that whoever holds one never has to handle an error about it.
//!
//! Rust names are English; the names written in `standard.json` are the French keys of the YAML sources, so that a
//! person learns one vocabulary only.

#[cfg(feature = "audit")]
pub mod audit;
mod cell;
mod change;
mod check;
mod checker;
#[cfg(feature = "communes")]
pub mod communes;
mod copy_rule;
pub mod count;
mod cross;
pub mod data;
mod date;
mod decision;
pub mod diff;
mod example;
mod field;
mod finding;
mod fnv;
mod former;
mod france;
pub mod hint;
mod kind;
pub mod migration;
mod near;
mod nothing;
pub mod pattern;
mod reading;
mod rule;
mod standard;
mod territory;
mod version;
mod vocabulary;

pub use cell::Cell;
pub use change::{Change, Comparison, Impact};
pub use check::Check;
pub use checker::{Checker, Violation};
pub use copy_rule::CopyRule;
pub use cross::{CrossKind, CrossRule};
pub use date::Date;
pub use decision::{Decision, Status};
pub use example::{ExampleKind, ExampleRow};
pub use field::{Bounds, CounterExample, Field, FormerName, Limit, Pattern, Truth};
pub use finding::{Finding, Level, Place, Span};
pub use kind::Kind;
pub use rule::CellRule;
pub use standard::{Contributor, CustomCheck, Dialect, Group, Identity, Licence, Release, Role, Source, Standard};
pub use version::Version;
pub use vocabulary::{Value, Vocabulary};
