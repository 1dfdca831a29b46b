//! Les lieux de médiation numérique : le standard national, en types.
//!
//! Un lieu est un [`Lieu`], ses champs dans l'ordre des colonnes. Chaque liste de valeurs est une énumération dont le
//! `code()` ne change jamais, et dont le `libelle()` est le texte échangé dans les fichiers.
//!
//! ```
//! use lieux_mediation_numerique::{COLONNES, Lieu};
//!
//! // Toutes les cases en défaut sont dites d'un coup.
//! let erreurs = Lieu::depuis_cases(|_| None).unwrap_err();
//! assert!(erreurs.iter().all(|erreur| COLONNES.contains(&erreur.champ.as_str())));
//! ```
//!
//! Options : `csv` (fichiers), `json` (JSON avec des erreurs qui nomment le champ), `schemars` (schéma JSON des types).

#![deny(missing_docs)]
#![forbid(unsafe_code)]

mod cellule;
mod colonnes;
#[cfg(feature = "csv")]
pub mod csv;
mod date;
mod erreur;
mod forme;
#[cfg(feature = "json")]
mod json;
mod lieu;
mod listes;
mod proche;
mod texte;
mod textes;
mod vocabulaire;

pub use colonnes::{CHAMPS, COLONNES, Champ, SEPARATEUR};
pub use date::DateIso;
pub use erreur::{Defaut, Erreur};
pub use lieu::Lieu;
pub use listes::*;
pub use texte::TexteNonVide;
pub use textes::*;

/// Le schéma JSON d'un lieu, tel qu'il est publié.
pub const JSON_SCHEMA: &str = include_str!("../lieu.schema.json");
