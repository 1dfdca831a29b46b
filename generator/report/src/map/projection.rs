//! Where a point of the Earth falls on the drawing: a frame for the mainland and Corsica, a small one for each territory
//! overseas, all within one picture.

use super::outline::{self, Outline};

/// A rectangle of the Earth, drawn as it is locally: degrees of longitude shrunk as they are at its middle.
#[derive(Debug)]
pub(super) struct Frame {
    /// What it shows.
    pub(super) name: &'static str,
    /// West and east, in degrees.
    longitudes: (f64, f64),
    /// South and north, in degrees.
    latitudes: (f64, f64),
    /// Its coasts.
    pub(super) outlines: &'static [Outline],
}

/// The side of a small frame, in units of the drawing.
pub(super) const SMALL: f64 = 104.0;
/// The sides of the great one.
pub(super) const GREAT: (f64, f64) = (560.0, 540.0);

const fn frame(name: &'static str, longitudes: (f64, f64), latitudes: (f64, f64), outlines: &'static [Outline]) -> Frame {
    Frame { name, longitudes, latitudes, outlines }
}

/// The mainland first.
pub(super) const FRAMES: [Frame; 11] = [
    frame("Hexagone et Corse", (-5.4, 9.9), (41.2, 51.3), outline::METROPOLE),
    frame("Guadeloupe", (-61.9, -61.0), (15.8, 16.55), outline::GUADELOUPE),
    frame("Martinique", (-61.3, -60.75), (14.35, 14.93), outline::MARTINIQUE),
    frame("Guyane", (-54.8, -51.4), (2.0, 5.95), outline::GUYANE),
    frame("La Réunion", (55.15, 55.9), (-21.45, -20.8), outline::REUNION),
    frame("Mayotte", (44.95, 45.35), (-13.05, -12.6), outline::MAYOTTE),
    frame("Saint-Martin, Saint-Barthélemy", (-63.2, -62.75), (17.8, 18.15), &[]),
    frame("Saint-Pierre-et-Miquelon", (-56.5, -56.05), (46.7, 47.2), &[]),
    frame("Nouvelle-Calédonie", (163.4, 168.3), (-22.9, -19.4), outline::NOUVELLE_CALEDONIE),
    frame("Polynésie française", (-155.0, -134.0), (-28.0, -7.5), &[]),
    frame("Wallis-et-Futuna", (-178.4, -176.0), (-14.6, -13.0), &[]),
];

impl Frame {
    /// Whether a point is of this part of the Earth.
    pub(super) fn holds(&self, latitude: f64, longitude: f64) -> bool {
        (self.latitudes.0..=self.latitudes.1).contains(&latitude) && (self.longitudes.0..=self.longitudes.1).contains(&longitude)
    }

    /// Where a point falls in a drawing of that width and height, from its top left corner.
    pub(super) fn place(&self, latitude: f64, longitude: f64, (width, height): (f64, f64)) -> (f64, f64) {
        let middle = f64::midpoint(self.latitudes.0, self.latitudes.1);
        let shrink = middle.to_radians().cos();
        let (east, north) = ((self.longitudes.1 - self.longitudes.0) * shrink, self.latitudes.1 - self.latitudes.0);
        let scale = (width / east).min(height / north);
        let x = (longitude - self.longitudes.0) * shrink * scale + (width - east * scale) / 2.0;
        let y = (self.latitudes.1 - latitude) * scale + (height - north * scale) / 2.0;
        (x, y)
    }
}

/// Width and height of the drawing of a frame.
pub(super) fn sides(frame: usize) -> (f64, f64) {
    if frame == 0 { GREAT } else { (SMALL, SMALL) }
}

/// The frame that a point falls in.
pub(super) fn frame_of(latitude: f64, longitude: f64) -> Option<usize> {
    FRAMES.iter().position(|frame| frame.holds(latitude, longitude))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn towns_fall_where_they_are() {
        for (name, latitude, longitude) in [
            ("Hexagone et Corse", 48.39, -4.49),
            ("Hexagone et Corse", 41.92, 8.74),
            ("Hexagone et Corse", 51.03, 2.37),
            ("La Réunion", -20.88, 55.45),
            ("Mayotte", -12.78, 45.23),
            ("Nouvelle-Calédonie", -22.27, 166.44),
        ] {
            assert_eq!(frame_of(latitude, longitude).map(|frame| FRAMES[frame].name), Some(name));
        }
        // Latitude and longitude in each other's place, the gulf of Guinea, London.
        for (latitude, longitude) in [(2.35, 48.85), (0.0, 0.0), (51.5, -0.12)] {
            assert_eq!(frame_of(latitude, longitude), None);
        }
    }

    #[test]
    fn every_outline_is_within_its_frame() {
        for frame in &FRAMES {
            for (longitude, latitude) in frame.outlines.iter().copied().flatten() {
                assert!(frame.holds(f64::from(*latitude) / 100.0, f64::from(*longitude) / 100.0), "{}", frame.name);
            }
        }
    }

    #[test]
    fn north_is_up_and_east_is_right() {
        let brest = FRAMES[0].place(48.39, -4.49, GREAT);
        let strasbourg = FRAMES[0].place(48.58, 7.75, GREAT);
        let perpignan = FRAMES[0].place(42.7, 2.9, GREAT);
        assert!(brest.0 < perpignan.0 && perpignan.0 < strasbourg.0 && perpignan.1 > brest.1);
        assert!(brest.0 > 0.0 && strasbourg.0 < GREAT.0 && perpignan.1 < GREAT.1);
    }
}
