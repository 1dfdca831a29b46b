//! Lieux en JSON, avec des erreurs qui nomment le champ.

use crate::{Defaut, Erreur, Lieu};

impl Lieu {
    /// Lit un lieu écrit en JSON.
    ///
    /// # Errors
    /// Le champ, la valeur et, si possible, la valeur permise la plus proche.
    pub fn depuis_json(texte: &str) -> Result<Self, Erreur> {
        lire(texte)
    }

    /// Lit une liste de lieux écrite en JSON.
    ///
    /// # Errors
    /// La première erreur, avec le rang du lieu et le champ.
    pub fn liste_depuis_json(texte: &str) -> Result<Vec<Self>, Erreur> {
        lire(texte)
    }

    /// Écrit le lieu en JSON, sur une ligne.
    ///
    /// # Errors
    /// Quand un nombre n'est pas fini, ce que le JSON ne sait pas écrire.
    pub fn en_json(&self) -> Result<String, Erreur> {
        serde_json::to_string(self).map_err(|erreur| Erreur::new("", Defaut::Illisible(erreur.to_string())))
    }
}

fn lire<T: serde::de::DeserializeOwned>(texte: &str) -> Result<T, Erreur> {
    let mut lecteur = serde_json::Deserializer::from_str(texte);
    let lu = serde_path_to_error::deserialize(&mut lecteur).map_err(|erreur| {
        let champ = erreur.path().to_string();
        Erreur::new("", Defaut::Illisible(erreur.into_inner().to_string())).dans(&champ)
    })?;
    lecteur.end().map_err(|erreur| Erreur::new("", Defaut::Illisible(erreur.to_string())))?;
    Ok(lu)
}
