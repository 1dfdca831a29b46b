//! Reads the YAML of the standard and emits every artifact from it.
//!
//! `Sources → source (form, sense) → Standard → emit: fn(&Standard) -> Vec<Artifact>`
//!
//! Pure: bytes in, bytes out. The disk, the clock and the terminal belong to the command.

mod artifact;
pub mod base64;
pub mod contract;
pub mod depot;
pub mod differences;
pub mod emit;
pub mod import;
mod plain;
mod portable;
mod render;
pub mod report;
pub mod rules;
pub mod site;
pub mod source;

pub use artifact::Artifact;
