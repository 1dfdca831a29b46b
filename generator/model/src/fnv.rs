//! FNV-1a, over bytes that are few: their place in a small table of what is remembered. Texts chosen to share a place only forget one another.

/// The print of bytes that follow what `start` stands for.
pub(crate) fn print(start: u64, bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xCBF2_9CE4_8422_2325 ^ start, |print, byte| (print ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01B3))
}

/// The place of a print in a table of so many.
pub(crate) fn place(print: u64, places: usize) -> usize {
    usize::try_from(print >> 40).unwrap_or_default() % places
}
