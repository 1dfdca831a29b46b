//! Ce que les listes de valeurs ont en commun.

use crate::proche::proche;
use crate::{Defaut, Erreur};

/// Une liste de valeurs.
pub(crate) trait Vocabulaire: Sized + Clone + PartialEq + 'static {
    /// Nom de la liste.
    const NOM: &'static str;
    /// Les valeurs de la liste.
    const TOUTES: &'static [Self];

    /// Le texte échangé.
    fn texte(&self) -> &str;

    /// Les autres écritures reconnues.
    fn alias(&self) -> &'static [&'static str];

    /// La valeur qui garde un texte hors de la liste, quand la liste n'est qu'un conseil.
    fn hors_liste(_: &str) -> Option<Self> {
        None
    }
}

/// La valeur écrite ainsi, à la lettre.
pub(crate) fn exacte<V: Vocabulaire>(texte: &str) -> Result<V, Erreur> {
    let connue = V::TOUTES.iter().find(|valeur| valeur.texte() == texte).cloned();
    connue.or_else(|| V::hors_liste(texte)).ok_or_else(|| inconnue::<V>(texte))
}

/// La valeur écrite ainsi, ou d'une autre manière connue.
pub(crate) fn reconnue<V: Vocabulaire>(texte: &str) -> Result<V, Erreur> {
    let connue = |valeur: &&V| valeur.texte() == texte;
    let alias = |valeur: &&V| valeur.alias().contains(&texte);
    let trouvee = V::TOUTES.iter().find(connue).or_else(|| V::TOUTES.iter().find(alias)).cloned();
    trouvee.or_else(|| V::hors_liste(texte)).ok_or_else(|| inconnue::<V>(texte))
}

fn inconnue<V: Vocabulaire>(texte: &str) -> Erreur {
    let alias = V::TOUTES.iter().find(|valeur| valeur.alias().contains(&texte)).map(V::texte);
    let proche = alias.or_else(|| proche(texte, V::TOUTES.iter().map(V::texte)));
    Erreur::new(texte, Defaut::HorsListe { liste: V::NOM, proche })
}

/// Donne à une liste de valeurs sa lecture et son écriture.
macro_rules! vocabulaire {
    ($nom:ident) => {
        impl std::fmt::Display for $nom {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.libelle())
            }
        }

        impl std::str::FromStr for $nom {
            type Err = $crate::Erreur;

            /// Reconnaît le libellé, et les autres écritures vues dans de vrais fichiers.
            fn from_str(texte: &str) -> Result<Self, $crate::Erreur> {
                $crate::vocabulaire::reconnue(texte)
            }
        }

        impl serde::Serialize for $nom {
            fn serialize<S: serde::Serializer>(&self, sortie: S) -> Result<S::Ok, S::Error> {
                sortie.serialize_str(self.libelle())
            }
        }

        impl<'de> serde::Deserialize<'de> for $nom {
            fn deserialize<D: serde::Deserializer<'de>>(entree: D) -> Result<Self, D::Error> {
                let texte = <String as serde::Deserialize>::deserialize(entree)?;
                $crate::vocabulaire::exacte(&texte).map_err(serde::de::Error::custom)
            }
        }

        impl $crate::cellule::Cellule for $nom {
            fn lire(texte: &str, _: char) -> Result<Self, $crate::Erreur> {
                $crate::vocabulaire::exacte(texte)
            }

            fn ecrire(&self, _: char) -> String {
                self.libelle().to_owned()
            }
        }
    };
}
pub(crate) use vocabulaire;
