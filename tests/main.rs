//! The toolkit as a person runs it, on the real standard and on small broken ones.
//!
//! `UPDATE_EXPECT=1 cargo test` rewrites the expected texts of `cases/`; read the difference before committing it.

mod audit;
mod audit_bad_input;
mod audit_languages;
mod bad_input;
mod browser;
mod cases;
mod communes;
mod data_cases;
mod data_versions;
mod dice;
mod diff;
mod editor;
mod emitted_crate;
mod engine;
mod expected;
mod frozen;
mod generated;
mod github;
mod hostile;
mod html_report;
mod imports;
mod migrate;
mod mutations;
mod options;
mod outputs;
mod packages;
mod places;
mod publication;
mod readers;
mod readme;
mod realistic;
mod realistic_files;
mod release;
mod repair;
mod repair_promises;
mod round_trip;
mod rows;
mod site;
mod statistics;
mod streaming;
mod support;
mod template;
mod terminal;
mod threads;
