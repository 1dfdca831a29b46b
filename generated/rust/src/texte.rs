//! Textes contrôlés : un type par forme, et tout ce que ces types ont en commun.

use crate::Defaut;

/// Donne à un type `struct Nom(String)` doté de `controle` sa lecture, son écriture et son schéma.
macro_rules! texte {
    ($nom:ident, $schema:tt) => {
        impl $nom {
            /// Le texte.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::str::FromStr for $nom {
            type Err = $crate::Erreur;

            fn from_str(texte: &str) -> Result<Self, $crate::Erreur> {
                match Self::controle(texte) {
                    Ok(()) => Ok(Self(texte.to_owned())),
                    Err(defaut) => Err($crate::Erreur::new(texte, defaut)),
                }
            }
        }

        impl TryFrom<&str> for $nom {
            type Error = $crate::Erreur;

            fn try_from(texte: &str) -> Result<Self, $crate::Erreur> {
                texte.parse()
            }
        }

        impl std::fmt::Display for $nom {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl AsRef<str> for $nom {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl From<$nom> for String {
            fn from(texte: $nom) -> Self {
                texte.0
            }
        }

        impl serde::Serialize for $nom {
            fn serialize<S: serde::Serializer>(&self, sortie: S) -> Result<S::Ok, S::Error> {
                sortie.serialize_str(&self.0)
            }
        }

        impl<'de> serde::Deserialize<'de> for $nom {
            fn deserialize<D: serde::Deserializer<'de>>(entree: D) -> Result<Self, D::Error> {
                let texte = <String as serde::Deserialize>::deserialize(entree)?;
                texte.parse().map_err(serde::de::Error::custom)
            }
        }

        impl $crate::cellule::Cellule for $nom {
            fn lire(texte: &str, _: char) -> Result<Self, $crate::Erreur> {
                texte.parse()
            }

            fn ecrire(&self, _: char) -> String {
                self.0.clone()
            }
        }

        impl $crate::cellule::Mesure for $nom {
            fn hors(&self, bornes: &$crate::cellule::Bornes) -> bool {
                // Un nombre écrit avec une virgule, une année : le texte se lit comme un nombre.
                self.0.replace(',', ".").parse::<f64>().is_ok_and(|nombre| nombre.hors(bornes))
            }
        }

        #[cfg(feature = "schemars")]
        impl schemars::JsonSchema for $nom {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($nom).into()
            }

            fn inline_schema() -> bool {
                true
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!($schema)
            }
        }
    };
}
pub(crate) use texte;

/// Un texte d'au moins un signe.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TexteNonVide(String);

impl TexteNonVide {
    fn controle(texte: &str) -> Result<(), Defaut> {
        if texte.is_empty() { Err(Defaut::Vide) } else { Ok(()) }
    }
}

texte!(TexteNonVide, { "type": "string", "minLength": 1 });
