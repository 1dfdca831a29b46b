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

/// Communes in a block of [`List::bodies`].
pub(super) const BLOCK: usize = 8;
const HEAD: usize = 36;

/// The sections of the list.
pub(super) struct List {
    /// Number of communes, municipal districts included.
    pub(super) count: usize,
    /// Section 1, lines of 6 bytes.
    pub(super) blocks: &'static [u8],
    /// Section 2.
    pub(super) bodies: &'static [u8],
    /// Section 3, lines of 6 bytes.
    pub(super) postals: &'static [u8],
    /// Section 4.
    pub(super) served: &'static [u8],
    /// Section 5, lines of 5 bytes.
    pub(super) former_codes: &'static [u8],
    /// Section 6, lines of 5 bytes.
    pub(super) former_names: &'static [u8],
    /// Section 7.
    pub(super) old_names: &'static [u8],
}

/// Cut when the crate is compiled: a file whose lengths lie does not build.
#[cfg(not(target_arch = "wasm32"))]
static LIST: List = match List::cut(super::LIST) {
    Some(list) => list,
    None => panic!("the sections do not end where the file does"),
};

/// Whoever runs the module gives it: half of its weight would be the list.
#[cfg(target_arch = "wasm32")]
static LIST: std::sync::OnceLock<List> = std::sync::OnceLock::new();

/// The list. On `wasm32`, none of it until it is given.
#[inline]
pub(super) fn list() -> &'static List {
    #[cfg(not(target_arch = "wasm32"))]
    return &LIST;
    #[cfg(target_arch = "wasm32")]
    LIST.get().unwrap_or(&List::NONE)
}

/// Gives the bytes of `communes.bin`. False when they are not.
#[cfg(target_arch = "wasm32")]
pub(super) fn give(bytes: &'static [u8]) -> bool {
    List::cut(bytes).is_some_and(|list| LIST.set(list).is_ok())
}

impl List {
    #[cfg(target_arch = "wasm32")]
    const NONE: Self = Self {
        count: 0,
        blocks: &[],
        bodies: &[],
        postals: &[],
        served: &[],
        former_codes: &[],
        former_names: &[],
        old_names: &[],
    };

    /// The sections, when their lengths add up.
    const fn cut(bytes: &'static [u8]) -> Option<Self> {
        let mut sections: [&[u8]; 7] = [&[]; 7];
        let Some((head, mut rest)) = bytes.split_at_checked(HEAD) else { return None };
        let mut rank = 0;
        while rank < sections.len() {
            let Some((section, after)) = rest.split_at_checked(word(head, 2 + rank)) else { return None };
            (sections[rank], rest) = (section, after);
            rank += 1;
        }
        if !rest.is_empty() {
            return None;
        }
        let [blocks, bodies, postals, served, former_codes, former_names, old_names] = sections;
        Some(Self { count: word(head, 1), blocks, bodies, postals, served, former_codes, former_names, old_names })
    }
}

const fn word(bytes: &[u8], rank: usize) -> usize {
    let at = rank * 4;
    u32::from_le_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]]) as usize
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_that_lie_are_no_list() {
        let mut bytes = vec![0; HEAD];
        assert!(List::cut(bytes.clone().leak()).is_some());
        bytes[8] = 1;
        assert!(List::cut(bytes.clone().leak()).is_none());
        bytes.push(7);
        assert_eq!(List::cut(bytes.clone().leak()).map(|list| list.blocks), Some(&[7][..]));
        bytes.push(7);
        assert!(List::cut(bytes.leak()).is_none());
        assert!(List::cut(b"COMM").is_none());
    }
}
