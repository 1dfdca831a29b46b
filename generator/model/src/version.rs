//! Versions of the standard.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A version of the standard, three numbers as in <https://semver.org>, without pre-release or build part.
///
/// Written `1.1.0`; its Git tag is written `v1.1.0` ([`Version::tag`]), the form the national site expects.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Version {
    /// Raised when published data may stop being valid.
    pub major: u32,
    /// Raised when something is added.
    pub minor: u32,
    /// Raised when nothing changes for data: texts, corrections.
    pub patch: u32,
}

impl Version {
    /// The name of the Git tag that publishes this version, `v1.1.0`.
    pub fn tag(self) -> String {
        format!("v{self}")
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.major, self.minor, self.patch)
    }
}

/// The text is not three whole numbers separated by dots.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAVersion;

impl fmt::Display for NotAVersion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("une version s'écrit avec trois nombres séparés par des points, comme 1.1.0")
    }
}

impl std::error::Error for NotAVersion {}

impl FromStr for Version {
    type Err = NotAVersion;

    fn from_str(text: &str) -> Result<Self, NotAVersion> {
        let mut numbers = text.split('.').map(|part| {
            let plain = part.bytes().all(|b| b.is_ascii_digit()) && (part == "0" || !part.starts_with('0'));
            if plain { part.parse().map_err(|_| NotAVersion) } else { Err(NotAVersion) }
        });
        let mut next = || numbers.next().unwrap_or(Err(NotAVersion));
        let version = Self { major: next()?, minor: next()?, patch: next()? };
        if numbers.next().is_some() { Err(NotAVersion) } else { Ok(version) }
    }
}

impl Serialize for Version {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Version {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_numbers_and_nothing_else() {
        assert_eq!("1.10.0".parse(), Ok(Version { major: 1, minor: 10, patch: 0 }));
        for wrong in ["", "1", "1.0", "1.0.0.0", "v1.0.0", "1.0.x", "01.0.0", "1..0", "1.0.0-rc", "+1.0.0", "99999999999.0.0"] {
            assert_eq!(wrong.parse::<Version>(), Err(NotAVersion), "{wrong}");
        }
    }

    #[test]
    fn versions_are_ordered_as_numbers() {
        let version = |text: &str| text.parse::<Version>().expect("a version");
        assert!(version("1.9.0") < version("1.10.0"));
    }
}
