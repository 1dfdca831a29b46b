//! Fichiers CSV : une ligne par lieu, une colonne par champ.

use std::fmt;
use std::io;

use crate::{COLONNES, Erreur, Lieu};

/// Ce qui empêche de lire une ligne ou un fichier.
#[derive(Debug)]
#[non_exhaustive]
pub enum ErreurCsv {
    /// Des cases de la ligne ne sont pas valides.
    Ligne {
        /// Numéro de la ligne, tel que le montre un tableur : l'en-tête est la ligne 1.
        ligne: u64,
        /// Une erreur par case en défaut.
        erreurs: Vec<Erreur>,
    },
    /// Le fichier ne se lit pas comme du CSV en UTF-8.
    Fichier(csv::Error),
}

impl fmt::Display for ErreurCsv {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Ligne { ligne, erreurs } => {
                write!(f, "ligne {ligne}")?;
                erreurs.iter().try_for_each(|erreur| write!(f, "\n  {erreur}"))
            }
            Self::Fichier(erreur) => write!(f, "le fichier ne se lit pas : {erreur}"),
        }
    }
}

impl std::error::Error for ErreurCsv {}

impl From<csv::Error> for ErreurCsv {
    fn from(erreur: csv::Error) -> Self {
        Self::Fichier(erreur)
    }
}

/// Lit des lieux. L'ordre des colonnes est libre, une colonne inconnue est ignorée, une colonne absente est vide.
///
/// Chaque ligne donne un lieu ou ses erreurs : la lecture continue après une ligne en défaut.
pub fn lire<R: io::Read>(entree: R) -> impl Iterator<Item = Result<Lieu, ErreurCsv>> {
    let mut lecteur = csv::ReaderBuilder::new().flexible(true).from_reader(entree);
    let (colonnes, mut echec) = match lecteur.headers() {
        Ok(entete) => (entete.clone(), None),
        Err(erreur) => (csv::StringRecord::new(), Some(erreur)),
    };
    let rangs = COLONNES.map(|nom| colonnes.iter().position(|colonne| colonne == nom));
    let mut lignes = lecteur.into_records();
    let mut numero = 1;
    std::iter::from_fn(move || {
        if let Some(erreur) = echec.take() {
            return Some(Err(erreur.into()));
        }
        let ligne = match lignes.next()? {
            Ok(ligne) => ligne,
            Err(erreur) => return Some(Err(erreur.into())),
        };
        numero += 1;
        let case = |nom: &str| {
            let colonne = COLONNES.iter().position(|colonne| *colonne == nom)?;
            ligne.get(rangs[colonne]?)
        };
        Some(Lieu::depuis_cases(case).map_err(|erreurs| ErreurCsv::Ligne { ligne: numero, erreurs }))
    })
}

/// Écrit des lieux, précédés de l'en-tête.
///
/// # Errors
/// Quand la sortie refuse l'écriture.
pub fn ecrire<'a, W: io::Write>(sortie: W, lieux: impl IntoIterator<Item = &'a Lieu>) -> Result<(), ErreurCsv> {
    let mut ecrivain = csv::Writer::from_writer(sortie);
    ecrivain.write_record(COLONNES)?;
    for lieu in lieux {
        ecrivain.write_record(lieu.cases())?;
    }
    ecrivain.flush().map_err(|erreur| ErreurCsv::Fichier(erreur.into()))
}
