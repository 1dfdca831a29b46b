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

#[allow(dead_code, reason = "un standard n'a pas toujours de champ à plusieurs valeurs")]
mod cellule;
mod colonnes;
#[cfg(feature = "csv")]
pub mod csv;
mod date;
mod erreur;
#[allow(dead_code, reason = "un standard n'a pas toujours de texte qui ait une forme")]
mod forme;
#[cfg(feature = "json")]
mod json;
mod lieu;
mod listes;
#[allow(dead_code, reason = "un standard n'a pas toujours de liste de valeurs")]
mod proche;
#[allow(unused_imports, reason = "un standard n'a pas toujours de texte contrôlé")]
mod texte;
mod textes;
#[allow(dead_code, unused_imports, unused_macros, reason = "un standard n'a pas toujours de liste de valeurs")]
mod vocabulaire;

pub use colonnes::{CHAMPS, COLONNES, Champ, SEPARATEUR};
pub use date::DateIso;
pub use erreur::{Defaut, Erreur};
pub use lieu::Lieu;
#[allow(unused_imports, reason = "un standard n'a pas toujours de liste de valeurs")]
pub use listes::*;
pub use texte::TexteNonVide;
#[allow(unused_imports, reason = "un standard n'a pas toujours de texte contrôlé")]
pub use textes::*;

/// Le schéma JSON d'un lieu, tel qu'il est publié.
pub const JSON_SCHEMA: &str = include_str!("../lieu.schema.json");
