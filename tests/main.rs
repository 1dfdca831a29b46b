//! The toolkit as a person runs it, on the real standard and on small broken ones.
//!
//! `UPDATE_EXPECT=1 cargo test` rewrites the expected texts of `cases/`; read the difference before committing it.

mod audit;
mod audit_bad_input;
mod audit_languages;
mod bad_input;
mod cases;
mod diff;
mod editor;
mod emitted_crate;
mod frozen;
mod generated;
mod github;
mod hostile;
mod imports;
mod mutations;
mod publication;
mod readers;
mod release;
mod round_trip;
mod rows;
mod support;
