//! One commune, read from its bytes.

use std::ops::Range;

use super::bytes::{BLOCK, Cursor, list, lower, small};
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

impl Postals {
    fn ranks(self) -> impl Iterator<Item = usize> {
        let Self { left, mut before, mut cursor } = self;
        (0..left).map(move |_| {
            before = cursor.step(before);
            usize::try_from(before).unwrap_or_default()
        })
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
        self.postals.ranks().take(usize::from(self.own)).map(postal_code)
    }

    /// Whether it, or one of its streets that a post office nearby serves, has a postal code.
    pub fn has_postal_code(&self, text: &str) -> bool {
        postal_rank(text).is_some_and(|rank| self.postals.ranks().any(|other| other == rank))
    }

    /// Where it is; not known for lands where nobody lives.
    pub fn territory(&self) -> Option<Territory> {
        self.territory
    }

    /// The names of the communes that it took the place of.
    pub fn former_names(&self) -> impl Iterator<Item = &'static str> + use<> {
        let (first, rank) = (lower::<5, 2>(list().former_names, self.rank), self.rank);
        let lines = (first..)
            .take_while(move |line| line * 5 < list().former_names.len() && small::<2>(list().former_names, line * 5) == rank);
        lines.map(|line| {
            let mut cursor = Cursor::new(list().old_names, small::<3>(list().former_names, line * 5 + 2));
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
}

/// The commune of a code, present or former.
pub(super) fn of_code(code: Code) -> Option<Commune> {
    present(code.key()).or_else(|| {
        let line = lower::<5, 3>(list().former_codes, code.key());
        (small::<3>(list().former_codes, line * 5) == code.key())
            .then(|| of_rank(small::<2>(list().former_codes, line * 5 + 3)))?
    })
}

fn present(key: usize) -> Option<Commune> {
    let block = Block::at(lower::<6, 3>(list().blocks, key + 1).checked_sub(1)?);
    block.take_while(|body| body.key <= key).find(|body| body.key == key).map(Body::commune)
}

/// The commune of a rank in the order of the codes.
pub(super) fn of_rank(rank: usize) -> Option<Commune> {
    Block::at(rank / BLOCK).nth(rank % BLOCK).map(Body::commune)
}

/// The communes of a block that are still to be read, and the one before them.
struct Block {
    ranks: Range<usize>,
    before: Body,
    cursor: Cursor,
}

/// A commune as its bytes say it; most are only gone through on the way to another.
#[derive(Clone, Copy)]
struct Body {
    rank: usize,
    key: usize,
    name: &'static [u8],
    own: u8,
    postals: Postals,
    /// The last rank of a postal code.
    postal: i32,
    /// Hundredths of a degree, and tenths of a kilometre.
    latitude: i32,
    longitude: i32,
    radius: Option<i32>,
}

impl Block {
    fn at(rank: usize) -> Self {
        let (key, at) = (small::<3>(list().blocks, rank * 6), small::<3>(list().blocks, rank * 6 + 3));
        let cursor = Cursor::new(list().bodies, at);
        let postals = Postals { left: 0, before: 0, cursor };
        let before = Body { rank, key, name: &[], own: 0, postals, postal: 0, latitude: 0, longitude: 0, radius: None };
        Self { ranks: rank * BLOCK..list().count.min(rank * BLOCK + BLOCK), before, cursor }
    }
}

impl Iterator for Block {
    type Item = Body;

    fn next(&mut self) -> Option<Body> {
        let (body, cursor) = (&mut self.before, &mut self.cursor);
        body.rank = self.ranks.next()?;
        body.key += cursor.number();
        let head = cursor.byte();
        body.name = cursor.take(usize::from(head & NAME));
        let near = if head & SEVERAL == 0 {
            body.own = 1;
            0
        } else {
            body.own = cursor.byte();
            cursor.byte()
        };
        body.postals = Postals { left: usize::from(body.own) + usize::from(near), before: body.postal, cursor: *cursor };
        for _ in 0..body.postals.left {
            body.postal = cursor.step(body.postal);
        }
        body.radius = None;
        if head & NOWHERE == 0 {
            body.latitude = cursor.step(body.latitude);
            body.longitude = cursor.step(body.longitude);
            body.radius = i32::try_from(cursor.number()).ok();
        }
        Some(*body)
    }
}

impl Body {
    fn commune(self) -> Commune {
        let Self { rank, key, name, own, postals, latitude, longitude, radius, .. } = self;
        let centre = Point { latitude: f64::from(latitude) / 100.0, longitude: f64::from(longitude) / 100.0 };
        let territory = radius.map(|radius| Territory { centre, radius_km: f64::from(radius) / 10.0 });
        Commune { rank, code: Code::of_key(key), name, postals, own, territory }
    }
}

/// The rank of a postal code among those of the list.
pub(super) fn postal_rank(text: &str) -> Option<usize> {
    let number = Code::postal(text)?.number();
    let line = lower::<6, 3>(list().postals, number);
    (line * 6 < list().postals.len() && small::<3>(list().postals, line * 6) == number).then_some(line)
}

fn postal_code(rank: usize) -> Code {
    Code::of_number(small::<3>(list().postals, rank * 6))
}

/// Where the communes of a postal code start.
pub(super) fn served_at(rank: usize) -> usize {
    small::<3>(list().postals, rank * 6 + 3)
}
