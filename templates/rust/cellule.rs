//! Une case de fichier : ce qu'on y lit, ce qu'on y écrit.

use crate::colonnes::MANQUANTES;
use crate::{Defaut, Erreur, SEPARATEUR};

/// Un contenu de case.
pub(crate) trait Cellule: Sized {
    /// Lit le texte d'une case, jamais vide. `signe` sépare les valeurs d'une liste.
    fn lire(texte: &str, signe: char) -> Result<Self, Erreur>;

    /// Lit une case absente ou vide.
    fn vide() -> Result<Self, Erreur> {
        Err(Erreur::new("", Defaut::Vide))
    }

    /// Le texte de la case.
    fn ecrire(&self, signe: char) -> String;
}

impl<T: Cellule> Cellule for Option<T> {
    fn lire(texte: &str, signe: char) -> Result<Self, Erreur> {
        T::lire(texte, signe).map(Some)
    }

    fn vide() -> Result<Self, Erreur> {
        Ok(None)
    }

    fn ecrire(&self, signe: char) -> String {
        self.as_ref().map(|valeur| valeur.ecrire(signe)).unwrap_or_default()
    }
}

impl<T: Cellule + PartialEq> Cellule for Vec<T> {
    fn lire(texte: &str, signe: char) -> Result<Self, Erreur> {
        let mut valeurs = Self::new();
        for partie in texte.split(signe) {
            if partie.is_empty() {
                return Err(Erreur::new(texte, Defaut::PartieVide));
            }
            let valeur = T::lire(partie, signe)?;
            if valeurs.contains(&valeur) {
                return Err(Erreur::new(partie, Defaut::Doublon));
            }
            valeurs.push(valeur);
        }
        Ok(valeurs)
    }

    fn vide() -> Result<Self, Erreur> {
        Ok(Self::new())
    }

    fn ecrire(&self, signe: char) -> String {
        self.iter().map(|valeur| valeur.ecrire(signe)).collect::<Vec<_>>().join(&signe.to_string())
    }
}

impl Cellule for String {
    fn lire(texte: &str, _: char) -> Result<Self, Erreur> {
        Ok(texte.to_owned())
    }

    fn ecrire(&self, _: char) -> String {
        self.clone()
    }
}

impl Cellule for f64 {
    fn lire(texte: &str, _: char) -> Result<Self, Erreur> {
        let chiffres = |partie: &str| !partie.is_empty() && partie.bytes().all(|b| b.is_ascii_digit());
        let sans_signe = texte.strip_prefix('-').unwrap_or(texte);
        let decimal = match sans_signe.split_once('.') {
            Some((entier, decimales)) => chiffres(entier) && chiffres(decimales),
            None => chiffres(sans_signe),
        };
        let nombre = if decimal { texte.parse().ok() } else { None };
        nombre.ok_or_else(|| Erreur::new(texte, Defaut::Nombre))
    }

    fn ecrire(&self, _: char) -> String {
        self.to_string()
    }
}

impl Cellule for i64 {
    fn lire(texte: &str, _: char) -> Result<Self, Erreur> {
        let chiffres = texte.strip_prefix('-').unwrap_or(texte).bytes().all(|b| b.is_ascii_digit());
        let nombre = if chiffres { texte.parse().ok() } else { None };
        nombre.ok_or_else(|| Erreur::new(texte, Defaut::Entier))
    }

    fn ecrire(&self, _: char) -> String {
        self.to_string()
    }
}

impl Cellule for bool {
    fn lire(texte: &str, _: char) -> Result<Self, Erreur> {
        match texte {
            "true" | "True" | "TRUE" | "1" => Ok(true),
            "false" | "False" | "FALSE" | "0" => Ok(false),
            _ => Err(Erreur::new(texte, Defaut::OuiNon)),
        }
    }

    fn ecrire(&self, _: char) -> String {
        self.to_string()
    }
}

impl Cellule for crate::DateIso {
    fn lire(texte: &str, _: char) -> Result<Self, Erreur> {
        texte.parse()
    }

    fn ecrire(&self, _: char) -> String {
        self.to_string()
    }
}

/// Lit la case d'un champ ; une erreur est gardée et la lecture continue.
pub(crate) fn champ<T: Cellule>(nom: &str, texte: Option<&str>, signe: char, erreurs: &mut Vec<Erreur>) -> Option<T> {
    let lu = match texte {
        None | Some("") => T::vide(),
        Some(texte) if MANQUANTES.contains(&texte) => T::vide(),
        Some(texte) => T::lire(texte, signe),
    };
    lu.map_err(|erreur| erreurs.push(erreur.dans(nom))).ok()
}

/// La liste d'un champ obligatoire, où il faut au moins une valeur.
pub(crate) fn rempli<T>(nom: &str, lu: Option<Vec<T>>, erreurs: &mut Vec<Erreur>) -> Option<Vec<T>> {
    if lu.as_ref().is_some_and(Vec::is_empty) {
        erreurs.push(Erreur::new("", Defaut::Vide).dans(nom));
        return None;
    }
    lu
}

/// La plus petite et la plus grande valeur d'un champ, permises toutes les deux.
#[derive(Debug)]
pub(crate) struct Bornes {
    /// La plus petite.
    pub(crate) minimum: Option<&'static str>,
    /// La plus grande.
    pub(crate) maximum: Option<&'static str>,
    /// Les deux, en toutes lettres.
    pub(crate) attendu: &'static str,
}

/// Une valeur que des bornes comparent.
pub(crate) trait Mesure {
    /// Vrai quand la valeur est hors des bornes.
    fn hors(&self, bornes: &Bornes) -> bool;
}

impl Mesure for f64 {
    fn hors(&self, bornes: &Bornes) -> bool {
        let limite = |texte: Option<&str>| texte.and_then(|texte| texte.parse::<f64>().ok());
        limite(bornes.minimum).is_some_and(|minimum| *self < minimum) || limite(bornes.maximum).is_some_and(|maximum| *self > maximum)
    }
}

impl Mesure for i64 {
    fn hors(&self, bornes: &Bornes) -> bool {
        #[allow(clippy::cast_precision_loss, reason = "une borne est un nombre décimal")]
        (*self as f64).hors(bornes)
    }
}

impl<T: Mesure> Mesure for Option<T> {
    fn hors(&self, bornes: &Bornes) -> bool {
        self.as_ref().is_some_and(|valeur| valeur.hors(bornes))
    }
}

/// La valeur d'un champ, si elle est dans ses bornes.
pub(crate) fn borne<T: Cellule + Mesure>(nom: &str, lu: Option<T>, bornes: &Bornes, erreurs: &mut Vec<Erreur>) -> Option<T> {
    let valeur = lu?;
    if valeur.hors(bornes) {
        erreurs.push(Erreur::new(&valeur.ecrire(SEPARATEUR), Defaut::Bornes { attendu: bornes.attendu }).dans(nom));
        return None;
    }
    Some(valeur)
}

/// Lit une valeur JSON dans ses bornes.
pub(crate) fn bornee<'de, D, T>(entree: D, bornes: &Bornes) -> Result<T, D::Error>
where
    D: serde::Deserializer<'de>,
    T: serde::Deserialize<'de> + Cellule + Mesure,
{
    let valeur = T::deserialize(entree)?;
    if valeur.hors(bornes) {
        let erreur = Erreur::new(&valeur.ecrire(SEPARATEUR), Defaut::Bornes { attendu: bornes.attendu });
        return Err(serde::de::Error::custom(erreur));
    }
    Ok(valeur)
}

/// Lit une liste JSON sans valeur répétée, où il faut au moins une valeur.
pub(crate) fn liste_remplie<'de, D, T>(entree: D) -> Result<Vec<T>, D::Error>
where
    D: serde::Deserializer<'de>,
    T: serde::Deserialize<'de> + Cellule + PartialEq,
{
    let valeurs = sans_doublon(entree)?;
    if valeurs.is_empty() { Err(serde::de::Error::custom(Erreur::new("", Defaut::Vide))) } else { Ok(valeurs) }
}

/// Lit une liste JSON sans valeur répétée.
pub(crate) fn sans_doublon<'de, D, T>(entree: D) -> Result<Vec<T>, D::Error>
where
    D: serde::Deserializer<'de>,
    T: serde::Deserialize<'de> + Cellule + PartialEq,
{
    let valeurs = <Vec<T> as serde::Deserialize>::deserialize(entree)?;
    for (i, valeur) in valeurs.iter().enumerate() {
        if valeurs[..i].contains(valeur) {
            return Err(serde::de::Error::custom(Erreur::new(&valeur.ecrire(SEPARATEUR), Defaut::Doublon)));
        }
    }
    Ok(valeurs)
}
