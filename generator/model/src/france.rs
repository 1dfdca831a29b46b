//! Where France is, to a few kilometres.
//!
//! In: degrees. Out: whether a point may be in one of its territories. Boxes are a little wide: what is out of them is
//! surely elsewhere.

/// Boxes of the French territories: south, north, west, east, in degrees. That of the continent comes first.
const TERRITORIES: [[f64; 4]; 12] = [
    [41.2, 51.2, -5.3, 9.7],
    [15.7, 16.6, -61.9, -60.9],
    [17.8, 18.2, -63.2, -62.7],
    [14.3, 15.0, -61.3, -60.7],
    [2.0, 6.0, -54.7, -51.5],
    [-21.5, -20.8, 55.1, 55.9],
    [-13.1, -12.5, 44.9, 45.4],
    [46.7, 47.2, -56.5, -56.1],
    [-14.5, -13.1, -178.3, -176.0],
    [-28.0, -7.5, -155.0, -134.0],
    [-23.0, -19.0, 163.0, 168.5],
    [-50.1, -46.0, 51.0, 70.7],
];

/// Whether a point may be in France.
pub(crate) fn holds(latitude: f64, longitude: f64) -> bool {
    let is_in =
        |[south, north, west, east]: &[f64; 4]| (*south..=*north).contains(&latitude) && (*west..=*east).contains(&longitude);
    TERRITORIES.iter().any(is_in)
}

/// What brings a point where it was meant to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Step {
    /// Each number takes the place of the other, first.
    pub(crate) is_swapped: bool,
    /// Whether the latitude and the longitude then need the opposite sign.
    pub(crate) opposite: [bool; 2],
}

/// Where a point is, for a commune.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(not(feature = "communes"), expect(dead_code, reason = "without the list nothing is known of a commune"))]
pub(crate) enum Aim {
    /// Nothing is known of the commune, or the numbers are no degrees.
    Unknown,
    /// It is there, or just across its border.
    There,
    /// It is elsewhere, and this step brings it there.
    Missed(Step),
    /// It is elsewhere, whatever is done.
    Elsewhere,
}

/// Whether latitude and longitude only make sense the other way round.
pub(crate) fn are_swapped(latitude: f64, longitude: f64) -> bool {
    holds(longitude, latitude) && !holds(latitude, longitude)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_point_that_makes_sense_the_other_way_round_is_swapped() {
        assert!(are_swapped(2.3522, 48.8566));
        assert!(are_swapped(55.45, -20.88));
        for (latitude, longitude) in [(48.8566, 2.3522), (-20.88, 55.45), (0.0, 0.0), (35.0, 139.0), (48.8, 48.8)] {
            assert!(!are_swapped(latitude, longitude), "{latitude} {longitude}");
        }
    }
}
