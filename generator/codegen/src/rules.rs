//! The rules that findings name, each with its page in French.
//!
//! A rule is an id, a level, a family and a page; `explain <rule>` and the page of rules show the same text. Rules
//! between fields are declared in the sources and are not listed here.

use standard_mediation_model::{Level, hint};

/// A rule and its page.
#[derive(Debug)]
pub struct Rule {
    /// Stable id, in kebab case.
    pub id: &'static str,
    /// How much breaking it weighs; on data, the level of the constraint that a field declares comes first.
    pub level: Level,
    /// What it is about.
    pub family: Family,
    page: &'static str,
}

/// What a rule is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Family {
    /// Files of the sources.
    Files,
    /// Syntax of YAML.
    Syntax,
    /// Keys and kinds of values.
    Form,
    /// Names that refer to something.
    References,
    /// Versions and dates.
    Versions,
    /// Values of vocabularies.
    Values,
    /// Texts that people read.
    Texts,
    /// Regular expressions and constraints.
    Patterns,
    /// Examples and counter-examples.
    Examples,
    /// Files made from the sources.
    Artifacts,
    /// Data published by producers.
    Data,
}

impl Family {
    /// Its title, in French.
    pub fn title(self) -> &'static str {
        match self {
            Self::Files => "Fichiers de la source",
            Self::Syntax => "Syntaxe du YAML",
            Self::Form => "Clés et genres de valeurs",
            Self::References => "Noms et renvois",
            Self::Versions => "Versions et dates",
            Self::Values => "Valeurs des vocabulaires",
            Self::Texts => "Textes",
            Self::Patterns => "Formes et contraintes",
            Self::Examples => "Exemples et contre-exemples",
            Self::Artifacts => "Fichiers produits",
            Self::Data => "Données publiées",
        }
    }
}

impl Rule {
    /// Its title, the first line of its page.
    pub fn title(&self) -> &'static str {
        self.page.lines().next().unwrap_or_default().trim_start_matches("# ")
    }

    /// Its page without the title, in Markdown; headings are of level two.
    pub fn body(&self) -> &'static str {
        self.page.split_once('\n').map_or("", |(_, body)| body)
    }
}

/// The rule of that id.
pub fn find(id: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.id == id)
}

/// The level of a rule of the sources or the artifacts.
pub fn level(id: &str) -> Level {
    find(id).map_or(Level::Blocking, |rule| rule.level)
}

/// The id most like a word.
pub fn nearest(id: &str) -> Option<&'static str> {
    hint::nearest(id, RULES.iter().map(|rule| rule.id))
}

macro_rules! rules {
    ($($family:ident { $($level:ident $id:literal)* })*) => {
        /// Every rule, by family, in the order in which pages show them.
        pub const RULES: &[Rule] = &[$($(Rule {
            id: $id,
            level: Level::$level,
            family: Family::$family,
            page: include_str!(concat!("../../../templates/regles/", $id, ".md")),
        }),*),*];
    };
}

rules! {
    Files {
        Blocking "fichier-manquant"
        Blocking "fichier-inattendu"
        Blocking "fichier-illisible"
        Blocking "fichier-trop-gros"
        Blocking "fichier-vide"
    }
    Syntax {
        Blocking "syntaxe"
        Blocking "tabulation"
        Blocking "yaml-trop-profond"
        Blocking "yaml-hors-sous-ensemble"
        Blocking "cle-en-double"
        Blocking "cle-inattendue"
        Blocking "commentaire-avale"
    }
    Form {
        Blocking "cle-inconnue"
        Blocking "cle-manquante"
        Blocking "genre-de-valeur"
        Blocking "guillemets-manquants"
        Blocking "choix-inconnu"
        Blocking "forme-de-texte"
        Blocking "texte-vide"
        Blocking "liste-vide"
        Blocking "liste-inattendue"
    }
    References {
        Blocking "nom-de-fichier"
        Blocking "champ-sans-groupe"
        Blocking "champ-dans-deux-groupes"
        Blocking "groupe-inconnu"
        Recommendation "groupe-vide"
        Blocking "groupe-en-double"
        Blocking "colonne-sans-champ"
        Blocking "champ-inconnu"
        Blocking "vocabulaire-inconnu"
        Blocking "vocabulaire-inutilise"
        Blocking "controle-inconnu"
        Blocking "regle-inconnue"
        Blocking "regle-incomplete"
        Blocking "regle-en-double"
        Blocking "valeur-inconnue"
        Blocking "auteur"
    }
    Versions {
        Blocking "version-invalide"
        Blocking "version-incoherente"
        Blocking "date-invalide"
        Blocking "date-incoherente"
    }
    Values {
        Blocking "code-en-double"
        Blocking "libelle-en-double"
        Blocking "valeurs-voisines"
        Blocking "alias-ambigu"
        Blocking "separateur-dans-valeur"
        Blocking "caractere-interdit"
        Blocking "espaces-en-trop"
        Blocking "remplacement-sans-cible"
    }
    Texts {
        Blocking "html-ou-accolades"
        Blocking "titre-ponctue"
        Recommendation "mot-reserve"
        Blocking "texte-en-plusieurs-paragraphes"
        Blocking "mot-de-remplissage"
    }
    Patterns {
        Blocking "motif-invalide"
        Blocking "motif-non-portable"
        Blocking "champ-incoherent"
    }
    Examples {
        Blocking "exemple-invalide"
        Blocking "contre-exemple-accepte"
        Blocking "contre-exemple-autre-regle"
        Blocking "contrainte-sans-contre-exemple"
        Blocking "valeur-sans-exemple"
        Blocking "exemple-incoherent"
        Blocking "exemple-incomplet"
    }
    Artifacts {
        Blocking "artefact-manquant"
        Blocking "artefact-perime"
        Blocking "artefact-orphelin"
        Blocking "artefact-etranger"
    }
    Data {
        Blocking "obligatoire"
        Blocking "unique"
        Blocking "nombre"
        Blocking "date"
        Blocking "motif"
        Blocking "longueur"
        Blocking "vocabulaire"
        Blocking "partie-vide"
        Recommendation "bornes"
        Recommendation "doublon"
        Recommendation "espaces"
        Recommendation "siret"
        Recommendation "rna"
        Recommendation "ridet"
        Recommendation "pivot-fictif"
        Recommendation "courriel"
        Recommendation "url"
        Recommendation "telephone"
        Recommendation "horaires"
        Recommendation "date-future"
        Recommendation "date-epoque"
    }
}
