//! What the cells of one row share: where the place is, what it is, how it is reached.

use std::fmt::Write;

use super::communes::{COMMUNES, Commune};
use super::words::{KINDS, NAMES};
use crate::dice::{Dice, scattered};

/// A place, before it is written.
pub(super) struct Place {
    /// Rank of the row.
    pub(super) rank: u64,
    /// Seed of the file.
    pub(super) seed: u64,
    /// Where it is.
    pub(super) commune: &'static Commune,
    /// What it is, and the code of its kind.
    pub(super) kind: (&'static str, &'static str),
    /// How it is called.
    pub(super) name: &'static str,
    /// Whether an appointment can be made online.
    pub(super) books: bool,
}

impl Place {
    /// Draws the place of a row.
    pub(super) fn draw(rank: u64, seed: u64, dice: &mut Dice) -> Self {
        Self {
            rank,
            seed,
            commune: &COMMUNES[dice.below(COMMUNES.len())],
            kind: KINDS[dice.below(KINDS.len())],
            name: NAMES[dice.below(NAMES.len())],
            books: dice.percent(25),
        }
    }

    /// The identifier of a row: a UUID, that no other row of the file has.
    pub(super) fn identifier(rank: u64, seed: u64) -> String {
        let mut text = String::with_capacity(36);
        write_identifier(rank, seed, &mut text);
        text
    }
}

/// Writes [`Place::identifier`].
pub(super) fn write_identifier(rank: u64, seed: u64, out: &mut String) {
    // The last twelve digits are enough to tell ranks below 2^48 apart, and `scattered` makes the rest look random.
    let (high, low) = (scattered(rank ^ seed.rotate_left(17)), (rank + 1).wrapping_mul(0x0000_5DEE_CE66_D00B) & 0xFFFF_FFFF_FFFF);
    let part = |shift: u32, mask: u64| (high >> shift) & mask;
    write!(out, "{:08x}-{:04x}-4{:03x}-9", part(32, 0xFFFF_FFFF), part(16, 0xFFFF), part(4, 0xFFF)).expect("a text");
    write!(out, "{:03x}-{low:012x}", (high.rotate_left(9)) & 0xFFF).expect("a text");
}

/// Adds a control digit (Luhn) to digits.
pub(super) fn write_key(digits: &str, out: &mut String) {
    let doubled = |digit: u32| digit * 2 / 10 + digit * 2 % 10;
    let digits = digits.bytes().rev().map(|byte| u32::from(byte - b'0'));
    let sum: u32 = digits.enumerate().map(|(i, digit)| if i % 2 == 0 { doubled(digit) } else { digit }).sum();
    write!(out, "{}", (10 - sum % 10) % 10).expect("a text");
}

/// Writes the official number of the structure: that of the commune, of an association, or of an overseas register.
pub(super) fn write_pivot(place: &Place, dice: &mut Dice, out: &mut String) {
    let (start, commune) = (out.len(), place.commune);
    let branch = 1 + dice.below(98);
    let establishment = |siren: &str, out: &mut String| {
        out.push_str(siren);
        write!(out, "{branch:04}").expect("a text");
        let digits = out[start..].to_owned();
        write_key(&digits, out);
    };
    match (commune.insee.get(..3), dice.below(20)) {
        (Some("988"), _) => write!(out, "0{:06}{branch:03}", 100_000 + dice.below(900_000)).expect("a text"),
        (Some("987"), _) => write!(out, "A{:05}{branch:03}", 10_000 + dice.below(90_000)).expect("a text"),
        (_, 0..=1) => {
            write!(out, "W{}1{:06}", &commune.insee[..2].replace(['A', 'B'], "0"), dice.below(1_000_000)).expect("a text");
        }
        (_, 2) => {
            // La Poste: the plain sum of the digits is a multiple of five.
            write!(out, "356000000{:04}", dice.below(10_000)).expect("a text");
            let sum: u32 = out[start..].bytes().map(|byte| u32::from(byte - b'0')).sum();
            write!(out, "{}", (5 - sum % 5) % 5).expect("a text");
        }
        (_, 3..=10) => {
            write!(out, "{}", 30_000_000 + dice.below(60_000_000)).expect("a text");
            let digits = out[start..].to_owned();
            write_key(&digits, out);
            let siren = out[start..].to_owned();
            out.truncate(start);
            establishment(&siren, out);
        }
        _ => establishment(commune.siren, out),
    }
}

/// Writes a number of the plan of the place's territory, in the slices kept for fiction where there are any.
pub(super) fn write_phone(place: &Place, dice: &mut Dice, out: &mut String) {
    const FICTION: [&str; 6] = ["+3319900", "+3326191", "+3335301", "+3346571", "+3353649", "+3363998"];
    let six = dice.below(1_000_000);
    match place.commune.insee.get(..3) {
        Some("971") => write!(out, "+590590{six:06}"),
        Some("972") => write!(out, "+596596{six:06}"),
        Some("973") => write!(out, "+594594{six:06}"),
        Some("974") => write!(out, "+262262{six:06}"),
        Some("976") => write!(out, "+262269{six:06}"),
        Some("987") => write!(out, "+68940{six:06}"),
        Some("988") => write!(out, "+68724{:04}", six % 10_000),
        _ => write!(out, "{}{:04}", dice.pick(&FICTION), six % 10_000),
    }
    .expect("a text");
}
