//! One commune, read from its bytes.

use super::bytes::{BLOCK, BLOCKS, BODIES, COUNT, Cursor, FORMER_CODES, FORMER_NAMES, OLD_NAMES, POSTALS, lower, small};
use super::code::Code;
use super::territory::{Point, Territory};

const NAME: u8 = 63;
const SEVERAL: u8 = 64;
const NOWHERE: u8 = 128;

/// A commune of today, or a municipal district of Paris, Lyon or Marseille.
#[derive(Debug, Clone, Copy)]
pub struct Commune {
    rank: usize,
    code: Code,
    name: &'static [u8],
    postals: Postals,
    /// How many of the postal codes are its own.
    own: u8,
    territory: Option<Territory>,
}

/// The ranks of the postal codes of a commune.
#[derive(Debug, Clone, Copy)]
struct Postals {
    left: usize,
    before: i32,
    cursor: Cursor,
}

impl Iterator for Postals {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        self.left = self.left.checked_sub(1)?;
        self.before = self.cursor.step(self.before);
        Some(usize::try_from(self.before).unwrap_or_default())
    }
}

impl Commune {
    /// Its official code.
    pub fn code(&self) -> Code {
        self.code
    }

    /// Its official name.
    pub fn name(&self) -> &'static str {
        str::from_utf8(self.name).unwrap_or_default()
    }

    /// Its postal codes, the main one first; none for lands where nobody lives.
    pub fn postal_codes(&self) -> impl Iterator<Item = Code> + use<> {
        self.postal_ranks().take(usize::from(self.own)).map(postal_code)
    }

    /// Whether it, or one of its streets that a post office nearby serves, has a postal code.
    pub fn has_postal_code(&self, text: &str) -> bool {
        postal_rank(text).is_some_and(|rank| self.postal_ranks().any(|other| other == rank))
    }

    /// Where it is; not known for lands where nobody lives.
    pub fn territory(&self) -> Option<Territory> {
        self.territory
    }

    /// The names of the communes that it took the place of.
    pub fn former_names(&self) -> impl Iterator<Item = &'static str> + use<> {
        let (first, rank) = (lower(FORMER_NAMES, 5, 2, self.rank), self.rank);
        let lines = (first..).take_while(move |line| line * 5 < FORMER_NAMES.len() && small(FORMER_NAMES, line * 5, 2) == rank);
        lines.map(|line| {
            let mut cursor = Cursor::new(OLD_NAMES, small(FORMER_NAMES, line * 5 + 2, 3));
            let length = usize::from(cursor.byte());
            str::from_utf8(cursor.take(length)).unwrap_or_default()
        })
    }

    /// The city that it is a district of.
    pub fn city(&self) -> Option<Self> {
        let city = match self.code.number() {
            75101..=75120 => 75056,
            69381..=69389 => 69123,
            13201..=13216 => 13055,
            _ => return None,
        };
        present(Code::of_number(city).key())
    }

    fn postal_ranks(&self) -> Postals {
        self.postals
    }
}

/// The commune of a code, present or former.
pub(super) fn of_code(code: Code) -> Option<Commune> {
    present(code.key()).or_else(|| {
        let line = lower(FORMER_CODES, 5, 3, code.key());
        (small(FORMER_CODES, line * 5, 3) == code.key()).then(|| of_rank(small(FORMER_CODES, line * 5 + 3, 2)))?
    })
}

fn present(key: usize) -> Option<Commune> {
    let after = lower(BLOCKS, 6, 3, key + 1);
    block(after.checked_sub(1)?).find(|commune| commune.code.key() >= key).filter(|commune| commune.code.key() == key)
}

/// The commune of a rank in the order of the codes.
pub(super) fn of_rank(rank: usize) -> Option<Commune> {
    block(rank / BLOCK).nth(rank % BLOCK)
}

/// The communes of a block.
fn block(rank: usize) -> impl Iterator<Item = Commune> {
    let (mut key, at) = (small(BLOCKS, rank * 6, 3), small(BLOCKS, rank * 6 + 3, 3));
    let (mut cursor, mut postal, mut latitude, mut longitude) = (Cursor::new(BODIES, at), 0, 0, 0);
    (rank * BLOCK..COUNT.min(rank * BLOCK + BLOCK)).map(move |rank| {
        key += cursor.number();
        let head = cursor.byte();
        let name = cursor.take(usize::from(head & NAME));
        let (own, near) = if head & SEVERAL == 0 { (1, 0) } else { (cursor.byte(), cursor.byte()) };
        let postals = Postals { left: usize::from(own) + usize::from(near), before: postal, cursor };
        for _ in 0..postals.left {
            postal = cursor.step(postal);
        }
        let territory = (head & NOWHERE == 0).then(|| {
            latitude = cursor.step(latitude);
            longitude = cursor.step(longitude);
            let radius = i32::try_from(cursor.number()).unwrap_or_default();
            let centre = Point { latitude: f64::from(latitude) / 100.0, longitude: f64::from(longitude) / 100.0 };
            Territory { centre, radius_km: f64::from(radius) / 10.0 }
        });
        Commune { rank, code: Code::of_key(key), name, postals, own, territory }
    })
}

/// The rank of a postal code among those of the list.
pub(super) fn postal_rank(text: &str) -> Option<usize> {
    let number = Code::postal(text)?.number();
    let line = lower(POSTALS, 6, 3, number);
    (line * 6 < POSTALS.len() && small(POSTALS, line * 6, 3) == number).then_some(line)
}

fn postal_code(rank: usize) -> Code {
    Code::of_number(small(POSTALS, rank * 6, 3))
}

/// Where the communes of a postal code start.
pub(super) fn served_at(rank: usize) -> usize {
    small(POSTALS, rank * 6 + 3, 3)
}
