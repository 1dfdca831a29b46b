//! Where a commune is: a circle that holds it.

/// Radius of the Earth taken for a sphere, in kilometres, as `generer.py` takes it.
pub(crate) const EARTH_KM: f64 = 6371.0;

/// A point, in degrees.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// North of the equator.
    pub latitude: f64,
    /// East of Greenwich.
    pub longitude: f64,
}

/// The circle that holds the territory of a commune.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Territory {
    /// Its centre, to the hundredth of a degree: no place to show on a map.
    pub centre: Point,
    /// No corner of the outline is further from that centre, in kilometres.
    pub radius_km: f64,
}

impl Point {
    /// Kilometres to another point, over the ground.
    pub fn distance_km(self, other: Self) -> f64 {
        let (from, to) = (self.latitude.to_radians(), other.latitude.to_radians());
        let half = |a: f64, b: f64| ((b - a).to_radians() / 2.0).sin().powi(2);
        let chord = half(self.latitude, other.latitude) + from.cos() * to.cos() * half(self.longitude, other.longitude);
        2.0 * EARTH_KM * chord.sqrt().min(1.0).asin()
    }
}

impl Territory {
    /// How far outside the circle a point is, in kilometres; 0 within.
    pub fn beyond_km(&self, point: Point) -> f64 {
        (self.centre.distance_km(point) - self.radius_km).max(0.0)
    }
}
