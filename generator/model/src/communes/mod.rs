//! The official list of communes.
//!
//! In: a code, a postal code, a name as it was written. Out: the communes of today, with what a row can be judged by:
//! official name, postal codes, a circle that holds the territory; and the three sentences of the rules that need them.
//! Edition: [`EDITION`]. Sources, licences and limits: `COMMUNES.md` beside this file.
//!
//! The list is 840 KB of bytes searched in place: nothing is decoded nor allocated at the start. For `wasm32` it is given
//! at run time (`give`). Without the feature
//! `communes` none of this is compiled, and [`crate::CrossKind::is_evaluated`] says so.
//!
//! Must not decide more than the list knows: codes of big customers (CEDEX) are not in it, and a circle is no outline.

mod bytes;
mod code;
mod commune;
mod judge;
mod mend;
mod names;
mod territory;
#[cfg(test)]
mod tests;

pub use code::Code;
pub use commune::Commune;
pub(crate) use judge::{Known, codes, name, point, served_name};
pub(crate) use mend::{aim, aim_served, copied, nearly_named, same};
pub(crate) use territory::EARTH_KM;
pub use territory::{Point, Territory};

/// The edition of the list, as a person may cite it.
pub const EDITION: &str = "code officiel géographique 2026";

/// Kilometres beyond the circle of a commune within which a point is not called misplaced: a place may stand just
/// across the border of the commune of its address, and outlines are simplified.
pub const TOLERANCE_KM: f64 = 5.0;

/// Gives the list, the bytes of `communes.bin`, before anything is asked: on this target it is not compiled in, since a
/// browser loads it beside. False when they are something else, or when it was given already.
#[cfg(target_arch = "wasm32")]
pub fn give(list: &'static [u8]) -> bool {
    bytes::give(list)
}

/// The bytes of the list, for whoever gives it to a browser.
#[cfg(not(target_arch = "wasm32"))]
pub const LIST: &[u8] = include_bytes!("communes.bin");

/// All of the communes, by code, municipal districts after the city they belong to.
pub fn all() -> impl Iterator<Item = Commune> {
    (0..bytes::list().count).filter_map(commune::of_rank)
}

/// The commune of an official code. A former code gives the commune of today.
pub fn by_code(code: &str) -> Option<Commune> {
    commune::of_code(Code::official(code)?)
}

/// The communes that a postal code serves, by code; none when the list does not know it.
pub fn by_postal_code(code: &str) -> impl Iterator<Item = Commune> + use<> {
    let start = commune::postal_rank(code).map(commune::served_at);
    let mut cursor = bytes::Cursor::new(bytes::list().served, start.unwrap_or(usize::MAX));
    let count = cursor.number();
    let mut rank = None;
    (0..count).filter_map(move |_| {
        let found = match rank {
            None => usize::from(cursor.byte()) | usize::from(cursor.byte()) << 8,
            Some(before) => before + cursor.number(),
        };
        rank = Some(found);
        commune::of_rank(found)
    })
}

/// Whether a name, as people write it, is a name of the commune: letters compared without case, accents, punctuation and
/// articles, « St » read as « Saint »; the names of the communes it took the place of are its names; numbers of
/// districts and CEDEX are passed over.
pub fn is_named(commune: &Commune, written: &str) -> bool {
    names::is_named(commune, written)
}

/// The one commune of that name whose postal code is these four digits after a lost zero.
pub fn confirms_postal_code(name: &str, digits: &str) -> Option<Commune> {
    let code = with_zero(digits)?;
    let mut named = by_postal_code(&code).filter(|commune| is_named(commune, name) && commune.city().is_none());
    let commune = named.next()?;
    named.next().is_none().then_some(commune)
}

/// The commune of that name whose official code is these four digits after a lost zero.
pub fn confirms_code(name: &str, digits: &str) -> Option<Commune> {
    by_code(&with_zero(digits)?).filter(|commune| is_named(commune, name))
}

fn with_zero(digits: &str) -> Option<String> {
    (digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit())).then(|| format!("0{digits}"))
}
