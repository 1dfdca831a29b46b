//! Files of data, opened and told to programs: what the command and the browser share, so that both say the same to the byte.
//!
//! In: bytes from anywhere ([`reading::Bytes`]), what the engine found. Out: rows ready for the engine ([`reading`], [`version`]),
//! JSON and CSV ([`findings`], [`repairs`], [`migration`]), the places of a map ([`map`]).
//!
//! This crate must not touch the disk, the clock, the environment or the network: it runs in a browser too. It decides
//! nothing of what is right.

pub mod findings;
pub mod map;
pub mod migration;
pub mod reading;
mod refusal;
pub mod repairs;
pub mod version;

pub use refusal::Refusal;

/// What the output of a table said, as it said it: who reads may have left.
fn of_output(error: ::csv::Error) -> std::io::Error {
    match error.into_kind() {
        ::csv::ErrorKind::Io(error) => error,
        kind => std::io::Error::other(format!("{kind:?}")),
    }
}
