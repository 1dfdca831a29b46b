//! The engine as a library: `cargo run --release --example validate -- generated/standard.json lieux.csv`.
//!
//! Prints the number of rows, and the first findings of each kind.

#![allow(clippy::disallowed_types, clippy::disallowed_methods, reason = "the engine opens no file: its user does")]

use std::error::Error;
use std::fs::File;

use standard_mediation_model::data::{self, Judge, Options};
use standard_mediation_model::{Date, Level, Standard};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(standard), Some(file)) = (arguments.next(), arguments.next()) else {
        return Err("usage: validate standard.json lieux.csv [bloquant]".into());
    };
    let only = arguments.next().filter(|level| level == "bloquant").map(|_| Level::Blocking);
    let standard: Standard = serde_json::from_slice(&std::fs::read(standard)?)?;
    let (mut rows, _) = data::open_csv(File::open(file)?, &standard)?;
    let judge = Judge::new(&standard, &mut rows, Options { only, ..Options::new(Date::LATEST) })?;
    let summary = data::validate(&mut rows, &judge, &mut ())?;
    println!("{} rows, {} of them not valid", summary.rows, summary.invalid_rows);
    for group in &summary.groups {
        for found in &group.examples {
            println!("row {:?}, {:?}: {} ; {}", found.row, found.field, found.message, found.help);
        }
    }
    Ok(())
}
