//! The one file that talks to the page by addresses: three functions out, four in, nothing but numbers across.
//!
//! Why `unsafe` is needed, and why it is sound: calling a function of another language is `unsafe` in Rust. Each call
//! below hands an address and a length taken from a slice that lives during the call; the page writes at most that many
//! bytes, all of them initialised before (`lire`), or only reads them (`ecrire`). Nothing is kept on either side once a call
//! is over, and no address ever comes from the page. The memory of WebAssembly bounds whatever the page could do wrong to
//! this module alone.

use std::io;

use crate::{Channel, Host, Source, migrate, repair, run, validate};

#[link(wasm_import_module = "page")]
unsafe extern "C" {
    /// Number of bytes of a source: a number that JavaScript holds exactly.
    fn taille(source: u32) -> f64;
    /// Writes at an address the bytes of a source from a place; gives their number, negative when it cannot.
    fn lire(source: u32, place: f64, address: *mut u8, length: usize) -> i32;
    /// Takes bytes.
    fn ecrire(channel: u32, address: *const u8, length: usize);
    /// Forgets the bytes that a channel took.
    fn recommencer(channel: u32);
}

/// The page, as a host.
#[derive(Clone, Copy)]
struct Page;

impl Host for Page {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    fn size(&self, source: Source) -> u64 {
        // SAFETY: numbers in, a number out.
        unsafe { taille(source.number()) as u64 }
    }

    #[allow(clippy::cast_precision_loss)]
    fn read(&self, source: Source, at: u64, out: &mut [u8]) -> io::Result<usize> {
        // SAFETY: the page writes `out.len()` bytes at most, within `out`, which is borrowed until it returns.
        let read = unsafe { lire(source.number(), at as f64, out.as_mut_ptr(), out.len()) };
        let read = usize::try_from(read).map_err(|_| io::Error::other("le navigateur n'y a plus accès"))?;
        Ok(read.min(out.len()))
    }

    fn write(&self, channel: Channel, bytes: &[u8]) {
        // SAFETY: the page copies `bytes`, which are borrowed until it returns.
        unsafe { ecrire(channel.number(), bytes.as_ptr(), bytes.len()) }
    }

    fn restart(&self, channel: Channel) {
        // SAFETY: a number in, nothing out.
        unsafe { recommencer(channel.number()) }
    }
}

/// Validates. 1 when it came to something, 0 when [`Channel::Refusal`] says why not.
// SAFETY: no other symbol of the module has this name.
#[unsafe(no_mangle)]
extern "C" fn valider() -> u32 {
    run(&Page, validate).into()
}

/// Repairs, likewise.
// SAFETY: no other symbol of the module has this name.
#[unsafe(no_mangle)]
extern "C" fn reparer() -> u32 {
    run(&Page, repair).into()
}

/// Migrates, likewise.
// SAFETY: no other symbol of the module has this name.
#[unsafe(no_mangle)]
extern "C" fn migrer() -> u32 {
    run(&Page, migrate).into()
}
