//! What is typed to work on a file of data.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::{Args, ValueEnum};
use standard_mediation_model::Version;

use super::version;
use crate::standards::Where;

/// What to validate.
#[derive(Debug, Args)]
pub(crate) struct Validated {
    /// Fichiers de données : CSV, classeur, JSON ; - pour l'entrée standard
    #[arg(value_name = "FICHIER", required = true, help_heading = "Arguments")]
    pub(crate) files: Vec<PathBuf>,
    /// Ne cherche que ce qui est de ce niveau : bloquant (les fautes, sans les conseils)
    #[arg(long, alias = "niveau", value_name = "NIVEAU", value_enum, hide_possible_values = true, help_heading = "Options")]
    pub(crate) level: Option<Severity>,
    /// Montre tous les constats, et non les premiers de chaque sorte, avec terminal ou github (json, ndjson et csv les ont tous)
    #[arg(long, alias = "tout", help_heading = "Options")]
    pub(crate) all: bool,
    /// Présentation : terminal, json, ndjson, csv, github ou html (par défaut : terminal)
    #[arg(long, value_name = "FORMAT", value_enum, default_value = "terminal", help_heading = "Options")]
    #[arg(hide_default_value = true, hide_possible_values = true)]
    pub(crate) format: DataFormat,
    /// Écrit la page dans ce fichier, avec --format html (par défaut : la sortie standard)
    #[arg(short = 'o', long = "out", alias = "sortie", value_name = "FICHIER", help_heading = "Options")]
    pub(crate) out: Option<PathBuf>,
    /// Remplace le fichier qui existe déjà
    #[arg(long, help_heading = "Options")]
    pub(crate) force: bool,
    #[command(flatten)]
    pub(crate) threads: Threads,
    #[command(flatten)]
    pub(crate) place: Where,
}

/// What to migrate.
#[derive(Debug, Args)]
pub(crate) struct Migrated {
    /// Fichier de données d'une ancienne version
    #[arg(value_name = "FICHIER", help_heading = "Arguments")]
    pub(crate) file: PathBuf,
    /// Fichier à écrire, en CSV
    #[arg(short = 'o', long = "out", alias = "sortie", value_name = "SORTIE", help_heading = "Options")]
    pub(crate) out: PathBuf,
    /// Version à atteindre, comme 1.0.1 (par défaut : la plus récente)
    #[arg(long = "vers", value_name = "VERSION", help_heading = "Options")]
    #[arg(value_parser = version)]
    pub(crate) to: Option<Version>,
    /// Version du fichier (par défaut : celle que l'en-tête annonce)
    #[arg(long = "depuis", value_name = "VERSION", help_heading = "Options")]
    #[arg(value_parser = version)]
    pub(crate) from: Option<Version>,
    /// Formulaire des questions, en CSV : écrit s'il n'existe pas, appliqué sinon
    #[arg(long, value_name = "FICHIER", help_heading = "Options")]
    pub(crate) decisions: Option<PathBuf>,
    /// Écrit aussi le rapport entier, ligne par ligne, en .csv ou en .json
    #[arg(long = "rapport", value_name = "FICHIER", help_heading = "Options")]
    pub(crate) report: Option<PathBuf>,
    /// Remplace les fichiers qui existent déjà
    #[arg(long, help_heading = "Options")]
    pub(crate) force: bool,
    #[command(flatten)]
    pub(crate) threads: Threads,
    /// Dossier de la source YAML et des versions figées (par défaut : schema)
    #[arg(long, value_name = "DOSSIER", default_value = "schema", hide_default_value = true, help_heading = "Options")]
    pub(crate) schema: PathBuf,
    /// Dossier où lire standard.json (par défaut : generated)
    #[arg(long, value_name = "DOSSIER", default_value = "generated", hide_default_value = true, help_heading = "Options")]
    pub(crate) generated: PathBuf,
}

/// What to repair, and where to write.
#[derive(Debug, Args)]
pub(crate) struct Mended {
    /// Fichier de données à réparer, jamais modifié ; - pour l'entrée standard
    #[arg(value_name = "FICHIER", help_heading = "Arguments")]
    pub(crate) file: PathBuf,
    /// Où écrire le fichier réparé, en CSV
    #[arg(short = 'o', long = "out", alias = "sortie", value_name = "SORTIE", help_heading = "Options")]
    pub(crate) out: PathBuf,
    /// Où lister chaque réparation : un fichier .csv, .json ou .ndjson
    #[arg(long = "rapport", alias = "report", value_name = "RAPPORT", help_heading = "Options")]
    pub(crate) report: Option<PathBuf>,
    /// Remplace la sortie et le rapport s'ils existent déjà
    #[arg(long, help_heading = "Options")]
    pub(crate) force: bool,
    /// Présentation : terminal, json ou ndjson (par défaut : terminal)
    #[arg(long, value_name = "FORMAT", value_enum, default_value = "terminal", help_heading = "Options")]
    #[arg(hide_default_value = true, hide_possible_values = true)]
    pub(crate) format: RepairFormat,
    #[command(flatten)]
    pub(crate) threads: Threads,
    #[command(flatten)]
    pub(crate) place: Where,
}

/// How a repair is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum RepairFormat {
    Terminal,
    Json,
    Ndjson,
}

/// How many threads work on a file.
#[derive(Debug, Args)]
pub(crate) struct Threads {
    /// Nombre de fils d'exécution (par défaut : ceux de la machine, quatre au plus)
    #[arg(long = "threads", alias = "fils", value_name = "N", help_heading = "Options", value_parser = threads)]
    pub(crate) asked: Option<NonZeroUsize>,
}

/// A number of threads, said in French when it is none.
fn threads(text: &str) -> Result<NonZeroUsize, String> {
    text.parse().map_err(|_| "il faut un nombre entier à partir de 1".to_owned())
}

/// A level that may be asked for alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Severity {
    #[value(alias = "faute")]
    Bloquant,
}

/// How a validation is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum DataFormat {
    Terminal,
    Json,
    Html,
    Ndjson,
    Csv,
    Github,
}

/// What to count.
#[derive(Debug, Args)]
pub(crate) struct Counting {
    /// Fichier de données : CSV, classeur, JSON ; - pour l'entrée standard
    #[arg(value_name = "FICHIER", help_heading = "Arguments")]
    pub(crate) file: PathBuf,
    /// Liste toutes les valeurs et tous les mois, et non les premiers
    #[arg(long, alias = "tout", help_heading = "Options")]
    pub(crate) all: bool,
    /// Présentation : terminal, json ou html (par défaut : terminal)
    #[arg(long, value_name = "FORMAT", value_enum, default_value = "terminal", help_heading = "Options")]
    #[arg(hide_default_value = true, hide_possible_values = true)]
    pub(crate) format: StatisticsFormat,
    /// Écrit dans ce fichier (par défaut : la sortie standard)
    #[arg(short = 'o', long = "out", alias = "sortie", value_name = "FICHIER", help_heading = "Options")]
    pub(crate) out: Option<PathBuf>,
    /// Remplace le fichier qui existe déjà
    #[arg(long, help_heading = "Options")]
    pub(crate) force: bool,
    #[command(flatten)]
    pub(crate) place: Where,
}

/// How counts are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum StatisticsFormat {
    Terminal,
    Json,
    Html,
}
