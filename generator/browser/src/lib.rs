//! The engine of data in a browser: validation, repair and migration of a file that never leaves the machine.
//!
//! ```text
//! page ──► worker ──► valider() | reparer() | migrer()      three functions without argument
//!                        │ reads its sources piece by piece: options, standard, file   ── taille, lire
//!                        └ writes to its channels: page, JSON, CSV, file, form, refusal ── ecrire, recommencer
//! ```
//!
//! In: a [`Host`], that lends bytes and takes bytes. Out: the same JSON and CSV as the command, to the byte, and one JSON
//! document for the page. Memory does not grow with the file: it is read as it is needed, and the host keeps what is
//! written. How far the reading is, the host knows from what is read.
//!
//! Must not decide anything: it binds the engine of `standard-mediation-model` to what `standard-mediation-report` says.

#[cfg(target_arch = "wasm32")]
#[allow(unsafe_code)]
mod abi;
mod host;
mod migrate;
mod options;
mod page;
mod repair;
mod standards;
mod validate;

pub use host::{Channel, Host, Source};
pub use migrate::migrate;
pub use repair::repair;
pub use validate::validate;

use standard_mediation_report::Refusal;

/// Runs one of the three, and writes why it came to nothing to [`Channel::Refusal`]. `false` then.
pub fn run<H: Host>(host: &H, task: impl FnOnce(&H) -> Result<(), Refusal>) -> bool {
    let Err(refusal) = task(host) else { return true };
    let message = match refusal {
        Refusal::Said(message) => message,
        Refusal::Read(error) => {
            format!("le fichier ne se lit plus ({error}) : a-t-il été déplacé ou modifié ? choisissez-le de nouveau")
        }
        Refusal::Write(error) | Refusal::Report(error) => format!("la réponse ne s'écrit pas : {error}"),
    };
    host.write(Channel::Refusal, message.as_bytes());
    false
}
