//! Un jour du calendrier.

use std::fmt;
use std::str::FromStr;

use crate::{Defaut, Erreur};

/// Un jour du calendrier, écrit année-mois-jour (ISO 8601).
///
/// ```
/// use lieux_mediation_numerique::DateIso;
///
/// let jour: DateIso = "2024-02-29".parse()?;
/// assert_eq!((jour.annee(), jour.mois(), jour.jour()), (2024, 2, 29));
/// assert!("2023-02-29".parse::<DateIso>().is_err());
/// # Ok::<(), lieux_mediation_numerique::Erreur>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DateIso {
    annee: u16,
    mois: u8,
    jour: u8,
}

impl DateIso {
    /// Le jour de cette année, ce mois, ce quantième ; `None` s'il n'existe pas.
    #[must_use]
    pub fn new(annee: u16, mois: u8, jour: u8) -> Option<Self> {
        let bissextile = annee.is_multiple_of(4) && !annee.is_multiple_of(100) || annee.is_multiple_of(400);
        let jours = match mois {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 if bissextile => 29,
            2 => 28,
            _ => return None,
        };
        (annee <= 9999 && (1..=jours).contains(&jour)).then_some(Self { annee, mois, jour })
    }

    /// L'année, de 0 à 9999.
    #[must_use]
    pub fn annee(self) -> u16 {
        self.annee
    }

    /// Le mois, de 1 à 12.
    #[must_use]
    pub fn mois(self) -> u8 {
        self.mois
    }

    /// Le jour du mois, de 1 à 31.
    #[must_use]
    pub fn jour(self) -> u8 {
        self.jour
    }
}

impl fmt::Display for DateIso {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.annee, self.mois, self.jour)
    }
}

impl FromStr for DateIso {
    type Err = Erreur;

    fn from_str(texte: &str) -> Result<Self, Erreur> {
        let octets = texte.as_bytes();
        let forme = octets.len() == 10
            && octets.iter().enumerate().all(|(i, b)| {
                if matches!(i, 4 | 7) {
                    *b == b'-'
                } else {
                    b.is_ascii_digit()
                }
            });
        let nombre = |plage: &[u8]| plage.iter().fold(0_u16, |n, b| n * 10 + u16::from(b - b'0'));
        let date = forme.then(|| {
            // Deux chiffres tiennent toujours dans un octet.
            let petit = |plage: &[u8]| u8::try_from(nombre(plage)).unwrap_or(0);
            Self::new(nombre(&octets[..4]), petit(&octets[5..7]), petit(&octets[8..]))
        });
        date.flatten().ok_or_else(|| Erreur::new(texte, Defaut::Date))
    }
}

impl serde::Serialize for DateIso {
    fn serialize<S: serde::Serializer>(&self, sortie: S) -> Result<S::Ok, S::Error> {
        sortie.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for DateIso {
    fn deserialize<D: serde::Deserializer<'de>>(entree: D) -> Result<Self, D::Error> {
        String::deserialize(entree)?.parse().map_err(serde::de::Error::custom)
    }
}

impl crate::cellule::Mesure for DateIso {
    fn hors(&self, bornes: &crate::cellule::Bornes) -> bool {
        // Écrites année-mois-jour, les dates se rangent comme des textes.
        let texte = self.to_string();
        bornes.minimum.is_some_and(|minimum| texte.as_str() < minimum) || bornes.maximum.is_some_and(|maximum| texte.as_str() > maximum)
    }
}

#[cfg(feature = "schemars")]
impl schemars::JsonSchema for DateIso {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "DateIso".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "format": "date",
            "pattern": "^(?:[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01]))$",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seuls_les_jours_du_calendrier_sont_lus() {
        for bon in ["2024-02-29", "2000-02-29", "1999-12-31", "0001-01-01"] {
            assert_eq!(bon.parse::<DateIso>().map(|jour| jour.to_string()).as_deref(), Ok(bon));
        }
        for mauvais in ["", "2023-02-29", "1900-02-29", "2024-13-01", "2024-00-10", "2024-04-31", "20240402", "2024-4-2", "02/04/2024", "2024-04-0é"] {
            assert!(mauvais.parse::<DateIso>().is_err(), "{mauvais}");
        }
    }
}
