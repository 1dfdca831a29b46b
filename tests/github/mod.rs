//! The workflows, each step run as GitHub runs it: on repositories that live for one test, with a `gh` that records.

mod comparison;
mod publication;
mod rules;
mod runner;
mod update;
mod verification;
