//! The list as it is kept: bytes read in place.
//!
//! In: `communes.bin`, written by `generator/model/communes/generer.py`. Out: its sections, and a cursor over them.
//! Nothing is decoded before it is asked for, and nothing here can fail: past the end there are zeros.
//!
//! A head (four letters, the number of communes, the lengths of seven sections), then the sections:
//!
//! 1. one line for 8 communes: code of the first, where it starts in 2;
//! 2. communes by code: step from the code before, length of the name with two flags, name, postal codes as ranks in 3,
//!    then latitude, longitude and radius; ranks and coordinates are steps from the commune before, from 0 in each block;
//! 3. one line for a postal code: the code, where it starts in 4;
//! 4. for each postal code, how many communes, and their ranks;
//! 5. one line for a former code: the code, the rank of the present commune;
//! 6. one line for a former name: the rank of the present commune, where it starts in 7;
//! 7. former names.

const BYTES: &[u8] = include_bytes!("communes.bin");
const HEAD: usize = 36;

/// Number of communes, municipal districts included.
pub(super) const COUNT: usize = word(1);
/// Communes in a block of [`BODIES`].
pub(super) const BLOCK: usize = 8;
/// Section 1, lines of 6 bytes.
pub(super) const BLOCKS: &[u8] = section(0);
/// Section 2.
pub(super) const BODIES: &[u8] = section(1);
/// Section 3, lines of 6 bytes.
pub(super) const POSTALS: &[u8] = section(2);
/// Section 4.
pub(super) const SERVED: &[u8] = section(3);
/// Section 5, lines of 5 bytes.
pub(super) const FORMER_CODES: &[u8] = section(4);
/// Section 6, lines of 5 bytes.
pub(super) const FORMER_NAMES: &[u8] = section(5);
/// Section 7.
pub(super) const OLD_NAMES: &[u8] = section(6);

const fn word(rank: usize) -> usize {
    let at = rank * 4;
    u32::from_le_bytes([BYTES[at], BYTES[at + 1], BYTES[at + 2], BYTES[at + 3]]) as usize
}

/// Cut when the crate is compiled: a file whose lengths lie does not build.
const fn section(rank: usize) -> &'static [u8] {
    let (mut start, mut i) = (HEAD, 0);
    while i < rank {
        start += word(2 + i);
        i += 1;
    }
    let (_, rest) = BYTES.split_at(start);
    let (section, rest) = rest.split_at(word(2 + rank));
    assert!(rank < 6 || rest.is_empty(), "the last section ends the file");
    section
}

/// The whole number of `SIZE` bytes at `at`, the lowest first.
pub(super) fn small<const SIZE: usize>(bytes: &[u8], at: usize) -> usize {
    let found = bytes.get(at..).and_then(<[u8]>::first_chunk::<SIZE>);
    found.map_or(0, |found| found.iter().rev().fold(0, |number, byte| number << 8 | usize::from(*byte)))
}

/// How many lines of `WIDTH` bytes come before the first one that begins with `key`, in `SIZE` bytes, or more.
pub(super) fn lower<const WIDTH: usize, const SIZE: usize>(lines: &[u8], key: usize) -> usize {
    let (mut low, mut high) = (0, lines.len() / WIDTH);
    while low < high {
        let middle = usize::midpoint(low, high);
        if small::<SIZE>(lines, middle * WIDTH) < key {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    low
}

/// A place in a section.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cursor(&'static [u8]);

impl Cursor {
    pub(super) fn new(section: &'static [u8], at: usize) -> Self {
        Self(section.get(at..).unwrap_or_default())
    }

    #[inline]
    pub(super) fn byte(&mut self) -> u8 {
        let Some((first, rest)) = self.0.split_first() else { return 0 };
        self.0 = rest;
        *first
    }

    #[inline]
    pub(super) fn take(&mut self, size: usize) -> &'static [u8] {
        let (taken, rest) = self.0.split_at_checked(size).unwrap_or_default();
        self.0 = rest;
        taken
    }

    /// A number in groups of seven bits, the lowest first.
    #[inline]
    pub(super) fn number(&mut self) -> usize {
        let (mut number, mut shift) = (0, 0);
        loop {
            let byte = self.byte();
            number |= usize::from(byte & 127) << shift;
            shift += 7;
            if byte < 128 || shift > 28 {
                return number;
            }
        }
    }

    /// `from` moved by a step that may go down: 0, -1, 1, -2…
    pub(super) fn step(&mut self, from: i32) -> i32 {
        let number = i32::try_from(self.number()).unwrap_or_default();
        let step = if number & 1 == 0 { number >> 1 } else { -(number >> 1) - 1 };
        from.wrapping_add(step)
    }
}
