//! What a migration did: every line to a file, groups in memory, questions as a form.
//!
//! In: rows and a plan. Out: bytes of the new file, lines of the report, and groups with their counts and first rows, in
//! bounded memory.

mod form;
mod ledger;
mod lines;
mod origin;
mod run;

pub use form::{blank, read, refused};
pub use ledger::{Group, Key, Ledger, Piles};
pub use lines::{Format, Lines};
pub use origin::{Choice, origin};
pub use run::{Hand, Moved, Moving, checker, no_way, run};
