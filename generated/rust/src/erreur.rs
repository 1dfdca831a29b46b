//! Ce qui peut clocher dans une valeur, dit en français.

use std::fmt;

/// Une valeur qui n'a pas pu être lue : dans quel champ, laquelle, et pourquoi.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Erreur {
    /// Nom de la colonne ; vide quand la valeur a été lue hors d'un lieu.
    pub champ: String,
    /// Le texte tel qu'il a été lu.
    pub valeur: String,
    /// Ce qui ne va pas.
    pub defaut: Defaut,
}

/// Ce qui ne va pas dans une valeur.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Defaut {
    /// La case est obligatoire, et vide.
    Vide,
    /// Le texte n'a pas la forme attendue, dite en toutes lettres.
    Forme {
        /// La forme attendue : « cinq chiffres ».
        attendu: &'static str,
    },
    /// Le texte dépasse le nombre de caractères permis.
    Longueur {
        /// Nombre de caractères permis.
        maximum: usize,
    },
    /// Le texte n'atteint pas le nombre de caractères demandé.
    TropCourt {
        /// Nombre de caractères demandé.
        minimum: usize,
    },
    /// La valeur est trop petite, ou trop grande.
    Bornes {
        /// Ce qui est permis : « un nombre entre -90 et 90 ».
        attendu: &'static str,
    },
    /// Ce n'est pas un nombre décimal.
    Nombre,
    /// Ce n'est pas un nombre entier.
    Entier,
    /// Ce n'est ni oui ni non.
    OuiNon,
    /// Ce n'est pas un jour du calendrier, année-mois-jour.
    Date,
    /// Le texte n'est pas dans la liste des valeurs permises.
    HorsListe {
        /// Nom de la liste.
        liste: &'static str,
        /// La valeur permise la plus proche, s'il y en a une.
        proche: Option<&'static str>,
    },
    /// La valeur est écrite deux fois dans la même liste.
    Doublon,
    /// Une valeur vide entre deux séparateurs.
    PartieVide,
    /// Le texte ne se lit pas comme du JSON ou du CSV ; le détail vient du lecteur.
    Illisible(String),
}

impl Erreur {
    /// Un défaut d'une valeur, encore sans champ.
    pub(crate) fn new(valeur: &str, defaut: Defaut) -> Self {
        Self {
            champ: String::new(),
            valeur: valeur.to_owned(),
            defaut,
        }
    }

    /// La même erreur, dans un champ.
    #[must_use]
    pub(crate) fn dans(mut self, champ: &str) -> Self {
        champ.clone_into(&mut self.champ);
        self
    }
}

impl fmt::Display for Erreur {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.champ.is_empty() {
            write!(f, "{} : ", self.champ)?;
        }
        match &self.defaut {
            Defaut::Vide => f.write_str("la case est obligatoire, et vide"),
            Defaut::Forme { attendu } => {
                write!(f, "« {} » n'a pas la forme attendue : {attendu}", self.valeur)
            }
            Defaut::Longueur { maximum } => {
                write!(f, "le texte dépasse {maximum} caractères : « {} »", self.valeur)
            }
            Defaut::TropCourt { minimum } => {
                write!(f, "le texte compte moins de {minimum} caractères : « {} »", self.valeur)
            }
            Defaut::Bornes { attendu } => write!(f, "« {} » est hors des bornes : il faut {attendu}", self.valeur),
            Defaut::Entier => write!(f, "« {} » n'est pas un nombre entier", self.valeur),
            Defaut::OuiNon => write!(f, "« {} » ne se lit ni comme vrai ni comme faux", self.valeur),
            Defaut::Nombre => write!(f, "« {} » n'est pas un nombre", self.valeur),
            Defaut::Date => {
                write!(f, "« {} » n'est pas une date (année-mois-jour)", self.valeur)
            }
            Defaut::HorsListe { liste, proche } => {
                write!(f, "« {} » n'est pas une valeur de {liste}", self.valeur)?;
                match proche {
                    Some(proche) => write!(f, " ; vouliez-vous écrire « {proche} » ?"),
                    None => Ok(()),
                }
            }
            Defaut::Doublon => write!(f, "« {} » est écrit deux fois", self.valeur),
            Defaut::PartieVide => {
                write!(f, "il manque une valeur entre deux séparateurs : « {} »", self.valeur)
            }
            Defaut::Illisible(detail) => f.write_str(detail),
        }
    }
}

impl std::error::Error for Erreur {}
