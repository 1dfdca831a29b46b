//! What is typed to work on the sources: the standard, its versions, its site, copies of it.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use standard_mediation_model::{Date, Version};

use super::version;

/// Which site, and where.
#[derive(Debug, Args)]
pub(crate) struct Built {
    /// Dossier du site, vide, nouveau, ou déjà écrit par cette commande
    #[arg(short = 'o', long = "out", alias = "sortie", value_name = "DOSSIER", required_unless_present = "serve")]
    #[arg(help_heading = "Options")]
    pub(crate) out: Option<PathBuf>,
    /// Montre le site à une adresse de cette machine, pour elle seule, jusqu'à Ctrl+C
    #[arg(long = "servir", alias = "serve", help_heading = "Options")]
    pub(crate) serve: bool,
    /// Port de cette adresse ; 0 en prend un libre (par défaut : 8000)
    #[arg(long, value_name = "PORT", default_value_t = 8000, hide_default_value = true, help_heading = "Options")]
    #[arg(value_parser = port)]
    pub(crate) port: u16,
    /// Laisse de côté la page « Vérifier mon fichier », dont le moteur est à compiler
    #[arg(long = "sans-verifier", help_heading = "Options")]
    pub(crate) without_checker: bool,
    /// Dossier de la source YAML et des versions figées (par défaut : schema)
    #[arg(long, value_name = "DOSSIER", default_value = "schema", hide_default_value = true, help_heading = "Options")]
    pub(crate) schema: PathBuf,
}

/// A port, said in French when it is none.
fn port(text: &str) -> Result<u16, String> {
    text.parse().map_err(|_| "il faut un nombre entier de 0 à 65535".to_owned())
}

/// What to start from, and where.
#[derive(Debug, Args)]
pub(crate) struct Init {
    /// Le Table Schema dont partir ; sans lui, un petit standard à compléter
    #[arg(long = "depuis", alias = "from", value_name = "FICHIER", help_heading = "Options")]
    pub(crate) from: Option<PathBuf>,
    /// Dossier du dépôt, vide ou nouveau (par défaut : celui où l'on est)
    #[arg(short = 'o', long = "out", alias = "sortie", value_name = "DOSSIER", default_value = ".", hide_default_value = true)]
    #[arg(help_heading = "Options")]
    pub(crate) out: PathBuf,
    /// Présentation des remarques : terminal, github, json ou sarif (par défaut : terminal)
    #[arg(long, value_name = "FORMAT", value_enum, default_value = "terminal", help_heading = "Options")]
    #[arg(hide_default_value = true, hide_possible_values = true)]
    pub(crate) format: Format,
}

/// What to import, and into what.
#[derive(Debug, Args)]
pub(crate) struct Import {
    /// Le Table Schema à importer, un schema.json
    #[arg(value_name = "FICHIER", help_heading = "Arguments")]
    pub(crate) file: PathBuf,
    /// Où écrire : un dossier de source, ou avec --geler un fichier .json
    #[arg(short = 'o', long = "out", alias = "sortie", value_name = "CHEMIN", help_heading = "Options")]
    pub(crate) out: PathBuf,
    /// Écrit la version gelée de ce numéro, sans les textes
    #[arg(long = "geler", alias = "freeze", value_name = "X.Y.Z", requires = "date", help_heading = "Options")]
    #[arg(value_parser = version)]
    pub(crate) freeze: Option<Version>,
    /// Jour de cette version, AAAA-MM-JJ
    #[arg(long, value_name = "DATE", help_heading = "Options")]
    pub(crate) date: Option<Date>,
    /// Dossier de source ou version gelée qui prête ses codes, ses groupes et ses noms ; peut être répété
    #[arg(long, value_name = "CHEMIN", help_heading = "Options")]
    pub(crate) reference: Vec<PathBuf>,
    /// Remplace le fichier qui existe déjà ; un dossier doit toujours être vide ou nouveau
    #[arg(long, help_heading = "Options")]
    pub(crate) force: bool,
    /// Présentation des remarques : terminal, github, json ou sarif (par défaut : terminal)
    #[arg(long, value_name = "FORMAT", value_enum, default_value = "terminal", help_heading = "Options")]
    #[arg(hide_default_value = true, hide_possible_values = true)]
    pub(crate) format: Format,
}

/// Where things are, and how findings are shown.
#[derive(Debug, Args)]
pub(crate) struct Folders {
    /// Dossier de la source YAML (par défaut : schema)
    #[arg(long, value_name = "DOSSIER", default_value = "schema", hide_default_value = true, help_heading = "Options")]
    pub(crate) schema: PathBuf,
    /// Dossier de ce qui en découle (par défaut : generated)
    #[arg(long, value_name = "DOSSIER", default_value = "generated", hide_default_value = true, help_heading = "Options")]
    pub(crate) out: PathBuf,
    /// Présentation des constats : terminal, github, json ou sarif (par défaut : terminal)
    #[arg(long, value_name = "FORMAT", value_enum, default_value = "terminal", help_heading = "Options")]
    #[arg(hide_default_value = true, hide_possible_values = true)]
    pub(crate) format: Format,
}

/// What is checked.
#[derive(Debug, Args)]
pub(crate) struct Checked {
    #[command(flatten)]
    pub(crate) folders: Folders,
    /// Vérifie aussi que l'arbre de publication respecte le contrat du site national
    #[arg(long, help_heading = "Options")]
    pub(crate) publication: bool,
    /// Étiquette qui sera posée, comme v1.1.0 (par défaut : celle de la version que l'arbre déclare)
    #[arg(long, alias = "etiquette", value_name = "ETIQUETTE", requires = "publication", help_heading = "Options")]
    pub(crate) tag: Option<String>,
}

/// How findings are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    Terminal,
    Github,
    Json,
    Sarif,
}

/// What to compare.
#[derive(Debug, Args)]
pub(crate) struct Compared {
    /// La version d'avant : un numéro (1.0.1), un dossier, un fichier JSON ou une révision de Git (HEAD~1)
    #[arg(value_name = "AVANT", help_heading = "Arguments")]
    pub(crate) before: String,
    /// La version d'après, dite de même (par défaut : la source, dans schema)
    #[arg(value_name = "APRÈS", help_heading = "Arguments")]
    pub(crate) after: Option<String>,
    /// Dossier de la source YAML et des versions figées (par défaut : schema)
    #[arg(long, value_name = "DOSSIER", default_value = "schema", hide_default_value = true, help_heading = "Options")]
    pub(crate) schema: PathBuf,
    /// Présentation : terminal, markdown, github ou json (par défaut : terminal)
    #[arg(long, value_name = "FORMAT", value_enum, default_value = "terminal", help_heading = "Options")]
    #[arg(hide_default_value = true, hide_possible_values = true)]
    pub(crate) format: ReportFormat,
}

/// How differences are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ReportFormat {
    Terminal,
    Markdown,
    Github,
    Json,
}

impl From<ReportFormat> for Format {
    /// How findings are then shown, when there is nothing to compare.
    fn from(format: ReportFormat) -> Self {
        match format {
            ReportFormat::Terminal | ReportFormat::Markdown => Self::Terminal,
            ReportFormat::Github => Self::Github,
            ReportFormat::Json => Self::Json,
        }
    }
}

/// What to explain.
#[derive(Debug, Args)]
pub(crate) struct Explained {
    /// Identifiant de la règle ou de la différence, comme cle-inconnue ; sans lui, la liste des règles
    #[arg(value_name = "REGLE", help_heading = "Arguments")]
    pub(crate) rule: Option<String>,
    /// Dossier de la source YAML, pour les règles entre champs (par défaut : schema)
    #[arg(long, value_name = "DOSSIER", default_value = "schema", hide_default_value = true, help_heading = "Options")]
    pub(crate) schema: PathBuf,
}

/// Which version to release, and how far.
#[derive(Debug, Args)]
pub(crate) struct Released {
    /// Version à publier, comme v1.1.0
    #[arg(value_name = "VERSION", help_heading = "Arguments")]
    pub(crate) version: String,
    /// Jour de la publication, année-mois-jour (par défaut : aujourd'hui)
    #[arg(long, value_name = "DATE", help_heading = "Options")]
    pub(crate) date: Option<String>,
    /// Enregistre la version dans Git et pose l'étiquette ; rien n'est envoyé
    #[arg(long, help_heading = "Options")]
    pub(crate) tag: bool,
    #[command(flatten)]
    pub(crate) folders: Folders,
}

/// What to compare with the standard.
#[derive(Debug, Args)]
pub(crate) struct Audited {
    /// Fichier ou dossier à lire ; - pour l'entrée standard
    #[arg(value_name = "CHEMIN", help_heading = "Arguments")]
    pub(crate) path: PathBuf,
    /// Dossier de la source YAML (par défaut : schema)
    #[arg(long, value_name = "DOSSIER", default_value = "schema", hide_default_value = true, help_heading = "Options")]
    pub(crate) schema: PathBuf,
    /// Présentation des constats : terminal, github, json ou sarif (par défaut : terminal)
    #[arg(long, value_name = "FORMAT", value_enum, default_value = "terminal", help_heading = "Options")]
    #[arg(hide_default_value = true, hide_possible_values = true)]
    pub(crate) format: Format,
}
