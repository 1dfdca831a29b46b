//! What was already accepted of communes: rows of a file speak again and again of the same ones.
//!
//! In: texts of cells. Out: true only when the rules about communes surely say nothing. What is remembered is bounded, a
//! place being taken by the last that comes to it, and never changes the answer.

use crate::communes::{self, Point};

/// What was already accepted. Meant to be kept from a block to the next.
#[derive(Debug, Default)]
pub(in super::super) struct Known {
    pairs: Vec<Pair>,
    places: Vec<Place>,
}

/// Number of texts remembered of each kind, a power of two.
const KEPT: usize = 1 << 10;
/// Bytes of two texts; others are asked each time.
const LONGEST: usize = 45;

/// Two texts that go together, one after the other.
#[derive(Debug, Clone, Copy)]
struct Pair {
    kind: u8,
    /// Bytes of the first and of both.
    ends: [u8; 2],
    text: [u8; LONGEST],
}

/// Where the commune of a code is.
#[derive(Debug, Clone, Copy)]
struct Place {
    code: [u8; 5],
    /// `None` when nothing can be said of points.
    circle: Option<Circle>,
}

/// A circle, flat.
#[derive(Debug, Clone, Copy)]
struct Circle {
    /// Millionths of a degree.
    latitude: i32,
    longitude: i32,
    cosine: f64,
    /// The square of the distance from the centre, in kilometres, at which a point is surely not misplaced.
    reach: f64,
}

impl Known {
    /// A postal code, and an official code.
    pub(super) fn codes(&mut self, postal: &[u8], code: &[u8]) -> bool {
        self.pair(0, postal, code, |known, postal, code| communes::codes(known, postal, code).is_none())
    }

    /// The name of a commune, and an official code.
    pub(super) fn name(&mut self, name: &[u8], code: &[u8]) -> bool {
        self.pair(1, name, code, |known, name, code| communes::name(known, name, code, "").is_none())
    }

    /// The name of a commune, and a postal code.
    pub(super) fn served(&mut self, name: &[u8], postal: &[u8]) -> bool {
        self.pair(2, name, postal, |_, name, postal| communes::served_name(name, postal).is_none())
    }

    fn pair(
        &mut self,
        kind: u8,
        first: &[u8],
        second: &[u8],
        is_good: impl Fn(&mut communes::Known, &str, &str) -> bool,
    ) -> bool {
        if self.pairs.is_empty() {
            self.pairs = vec![Pair { kind: u8::MAX, ends: [0; 2], text: [0; LONGEST] }; KEPT];
        }
        let pair = Pair::new(kind, first, second);
        let slot = pair.as_ref().map(|pair| (pair, mixed(first).rotate_left(5) ^ mixed(second) ^ usize::from(kind)));
        if let Some((pair, slot)) = slot
            && self.pairs[slot % KEPT].is(pair)
        {
            return true;
        }
        let (Ok(first), Ok(second)) = (str::from_utf8(first), str::from_utf8(second)) else { return false };
        let is_good = is_good(&mut communes::Known::default(), first, second);
        if let Some((pair, slot)) = slot
            && is_good
        {
            self.pairs[slot % KEPT] = *pair;
        }
        is_good
    }

    /// An official code, a latitude and a longitude.
    pub(super) fn point(&mut self, code: &[u8], latitude: &[u8], longitude: &[u8]) -> bool {
        if latitude.is_empty() || longitude.is_empty() {
            return true;
        }
        let (Some(latitude), Some(longitude)) = (millionths(latitude), millionths(longitude)) else { return false };
        // What is no code has a rule of its own.
        let Some(code) = code.as_array() else { return is_usual(latitude, longitude) };
        if self.places.is_empty() {
            self.places = vec![Place { code: [0; 5], circle: None }; KEPT];
        }
        let place = &mut self.places[mixed(code) % KEPT];
        if place.code != *code {
            *place = Place { code: *code, circle: str::from_utf8(code).ok().and_then(Circle::of) };
        }
        place.circle.map_or_else(|| is_usual(latitude, longitude), |circle| circle.surely_holds(latitude, longitude))
    }
}

impl Pair {
    /// `None` when the texts are too long to be remembered.
    #[inline]
    fn new(kind: u8, first: &[u8], second: &[u8]) -> Option<Self> {
        let end = first.len() + second.len();
        let mut text = [0; LONGEST];
        text.get_mut(..first.len())?.copy_from_slice(first);
        text.get_mut(first.len()..end)?.copy_from_slice(second);
        Some(Self { kind, ends: [u8::try_from(first.len()).ok()?, u8::try_from(end).ok()?], text })
    }

    #[inline]
    fn is(&self, other: &Self) -> bool {
        (self.kind, self.ends, self.text) == (other.kind, other.ends, other.text)
    }
}

/// Whether a point is where most places are: on the continent, inside the box of [`crate::france`].
fn is_usual(latitude: i32, longitude: i32) -> bool {
    (41_300_000..51_100_000).contains(&latitude) && (-5_200_000..9_600_000).contains(&longitude)
}

/// Kilometres of a millionth of a degree, on the sphere that circles are drawn on.
const KM: f64 = std::f64::consts::PI / 180e6 * communes::EARTH_KM;
/// Radians of a millionth of a degree.
const RADIANS: f64 = std::f64::consts::PI / 180e6;
/// A degree: beyond, the ground is no longer flat enough.
const MOST: i32 = 1_000_000;

impl Circle {
    /// The circle of the commune of a code.
    #[allow(clippy::cast_possible_truncation)]
    fn of(code: &str) -> Option<Self> {
        let territory = communes::by_code(code)?.territory()?;
        let Point { latitude, longitude } = territory.centre;
        let whole = |degrees: f64| (degrees * 1e6).round() as i32;
        // A hundred metres and a thousandth are left to what is not computed to the letter here.
        let reach = ((territory.radius_km + communes::TOLERANCE_KM - 0.1) / 1.001).max(0.0).powi(2);
        Some(Self { latitude: whole(latitude), longitude: whole(longitude), cosine: latitude.to_radians().cos(), reach })
    }

    /// Whether a point is in the circle, for sure. A degree goes no further than on the parallel where it is longest.
    fn surely_holds(self, latitude: i32, longitude: i32) -> bool {
        let (north, east) = ((latitude - self.latitude).abs(), (longitude - self.longitude).abs());
        if north > MOST || east > MOST {
            return false;
        }
        let (north, east) = (f64::from(north), f64::from(east));
        let east = east * (self.cosine + north * RADIANS);
        (north * north + east * east) * (KM * KM) <= self.reach
    }
}

/// A number of degrees, cut to its sixth decimal. `None` when it is written in any other way than digits and a point.
fn millionths(text: &[u8]) -> Option<i32> {
    let (sign, digits) = match text {
        [b'-', digits @ ..] => (-1, digits),
        digits => (1, digits),
    };
    let (mut number, mut whole, mut decimals) = (0, 0, None);
    for byte in digits {
        match (byte, decimals) {
            (b'0'..=b'9', None) => {
                whole += 1;
                number = number * 10 + i32::from(byte - b'0');
                if whole > 3 {
                    return None;
                }
            }
            (b'0'..=b'9', Some(count)) => {
                if count < 6 {
                    number = number * 10 + i32::from(byte - b'0');
                }
                decimals = Some(count + 1);
            }
            (b'.', None) => decimals = Some(0),
            _ => return None,
        }
    }
    if whole == 0 || decimals == Some(0) {
        return None;
    }
    Some(sign * number * 10i32.pow(6 - decimals.unwrap_or(0).min(6)))
}

/// A number for a place in a table.
#[inline]
#[allow(clippy::cast_possible_truncation)]
fn mixed(text: &[u8]) -> usize {
    let word = match (text.first_chunk::<8>(), text.last_chunk::<8>()) {
        (Some(first), Some(last)) => u64::from_le_bytes(*first) ^ u64::from_le_bytes(*last).rotate_left(29),
        _ => text.iter().fold(0, |word, byte| word << 8 | u64::from(*byte)),
    };
    ((word ^ text.len() as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn degrees_are_read_to_the_sixth_decimal() {
        for (text, number) in [
            ("49.2532", Some(49_253_200)),
            ("-0.5", Some(-500_000)),
            ("4.0323456789", Some(4_032_345)),
            ("180", Some(180_000_000)),
            ("", None),
            ("-", None),
            ("4.", None),
            (".5", None),
            ("1234", None),
            ("4,5", None),
            ("1e2", None),
            ("+4.5", None),
            ("4.5.6", None),
        ] {
            assert_eq!(millionths(text.as_bytes()), number, "{text}");
        }
    }

    #[test]
    fn a_point_accepted_at_sight_is_one_that_the_list_accepts() {
        let (mut known, mut accepted) = (Known::default(), 0);
        for commune in communes::all().step_by(37) {
            let (code, Some(territory)) = (commune.code(), commune.territory()) else { continue };
            for (rank, far) in [0.0, 0.2, 0.5, 0.9, 0.99, 1.01, 1.5, 40.0].into_iter().enumerate() {
                for turn in 0..8 {
                    let angle = f64::from(turn) * 0.8 + f64::from(u8::try_from(rank).expect("few"));
                    let degrees = (territory.radius_km + communes::TOLERANCE_KM) * far / 111.19;
                    let latitude = territory.centre.latitude + degrees * angle.sin();
                    let longitude = territory.centre.longitude + degrees * angle.cos() / latitude.to_radians().cos();
                    let (latitude, longitude) = (format!("{latitude:.6}"), format!("{longitude:.6}"));
                    let told = communes::point(&mut communes::Known::default(), code.as_str(), &latitude, &longitude);
                    if known.point(code.as_str().as_bytes(), latitude.as_bytes(), longitude.as_bytes()) {
                        accepted += 1;
                        assert_eq!(told, None, "{code} {latitude} {longitude}");
                    } else {
                        assert!(far > 0.9 || territory.radius_km > 90.0, "{code} {latitude} {longitude}");
                    }
                }
            }
        }
        assert!(accepted > 10_000, "{accepted}");
    }

    #[test]
    fn what_is_remembered_changes_no_answer() {
        let mut known = Known::default();
        let names: Vec<_> = communes::all().step_by(11).collect();
        for _ in 0..2 {
            for pair in names.windows(2) {
                let [one, other] = pair else { continue };
                let (code, postal) = (one.code(), one.postal_codes().next());
                assert!(known.name(one.name().as_bytes(), code.as_str().as_bytes()), "{code}");
                let told = communes::name(&mut communes::Known::default(), other.name(), code.as_str(), "");
                assert_eq!(known.name(other.name().as_bytes(), code.as_str().as_bytes()), told.is_none(), "{code}");
                if let Some(postal) = postal {
                    assert!(known.codes(postal.as_str().as_bytes(), code.as_str().as_bytes()), "{code} {postal}");
                    assert!(!known.codes(b"00001", code.as_str().as_bytes()), "{code}");
                }
            }
        }
    }
}
