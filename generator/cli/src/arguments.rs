//! What a person may type, and what they are told when it is something else. All in French.

use std::ffi::OsString;
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};
use standard_mediation_model::{Date, Version, hint};

use crate::show::say;
use crate::standards::Where;

const TEMPLATE: &str = "{about-with-newline}\nUsage : {usage}\n\n{all-args}{after-help}";

/// Le standard national des lieux de médiation numérique, de sa source YAML à tout ce qui en découle.
#[derive(Debug, Parser)]
#[command(name = "cargo standard", bin_name = "cargo standard", version, help_template = TEMPLATE, disable_help_subcommand = true)]
#[command(
    subcommand_help_heading = "Commandes",
    subcommand_value_name = "COMMANDE",
    disable_help_flag = true,
    disable_version_flag = true
)]
#[command(after_help = "Code de sortie : 0 tout va bien, 1 il y a quelque chose à corriger, 2 commande ou disque en défaut.")]
pub(crate) struct Arguments {
    /// Affiche cette aide
    #[arg(short = 'h', long = "help", visible_alias = "aide", global = true, action = clap::ArgAction::Help, help_heading = "Options")]
    help: Option<bool>,
    /// Affiche la version de l'outil
    #[arg(short = 'V', long = "version", action = clap::ArgAction::Version, help_heading = "Options")]
    version: Option<bool>,
    #[command(subcommand)]
    pub(crate) verb: Verb,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Verb {
    /// Écrit tous les fichiers qui découlent de la source [alias : generer]
    #[command(alias = "generer", alias = "générer", help_template = TEMPLATE)]
    Generate(Folders),
    /// Lit la source et vérifie que tout ce qui en découle est à jour, sans rien écrire [alias : verifier]
    #[command(alias = "verifier", alias = "vérifier", help_template = TEMPLATE)]
    Check(Checked),
    /// Compare deux versions, colonne par colonne et valeur par valeur [alias : comparer]
    #[command(alias = "comparer", help_template = TEMPLATE)]
    Diff(Compared),
    /// Explique une règle ou un genre de différence : ce qu'elle dit, pourquoi, comment corriger [alias : expliquer]
    #[command(alias = "expliquer", help_template = TEMPLATE)]
    Explain(Explained),
    /// Publie une version : vérifie tout, fige la version et prépare son étiquette [alias : publier]
    #[command(alias = "publier", help_template = TEMPLATE)]
    Release(Released),
    /// Importe un Table Schema : en dossier de source, ou en version gelée [alias : importer]
    #[command(alias = "importer", help_template = TEMPLATE)]
    Import(Import),
    /// Compare une copie des vocabulaires (fichier, dossier de code) avec le standard [alias : auditer]
    #[command(alias = "auditer", help_template = TEMPLATE)]
    Audit(Audited),
    /// Vérifie des fichiers de données : fautes, conseils, et comment corriger [alias : valider]
    #[command(alias = "valider", help_template = TEMPLATE)]
    Validate(Validated),
    /// Convertit un fichier d'une ancienne version : ce qui est fait, perdu, à arbitrer [alias : migrer]
    #[command(alias = "migrer", help_template = TEMPLATE)]
    Migrate(Migrated),
    /// Compte ce que dit un fichier de données : cases remplies, valeurs, territoires, mois [alias : statistiques]
    #[command(alias = "statistiques", help_template = TEMPLATE)]
    #[command(
        after_help = "Code de sortie : 0 tout est compté, 1 rien n'est à compter ou une partie du fichier n'a pas été lue (ce qui est \
                      dit), 2 commande, fichier ou disque en défaut."
    )]
    Stats(Counting),
    /// Répare un fichier de données là où rien n'est à deviner, et dit ce qui reste à faire [alias : reparer]
    #[command(alias = "reparer", alias = "réparer", help_template = TEMPLATE)]
    Repair(Mended),
    /// Crée le dépôt d'un standard, à partir d'un Table Schema ou de rien
    #[command(alias = "initialiser", help_template = TEMPLATE)]
    Init(Init),
    /// Construit le site du standard, pour n'importe quel hébergeur, ou le montre sur cette machine
    #[command(help_template = TEMPLATE)]
    Site(Built),
}

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

/// A version, with or without the `v` of its tag.
fn version(text: &str) -> Result<Version, String> {
    text.strip_prefix('v').unwrap_or(text).parse::<Version>().map_err(|error| error.to_string())
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

/// What to print instead of running.
pub(crate) struct Answer {
    text: String,
    failed: bool,
}

impl Answer {
    /// Prints it where it belongs, and gives the exit code.
    pub(crate) fn print(&self) -> ExitCode {
        if self.failed {
            eprintln!("{}", self.text);
            ExitCode::from(2)
        } else {
            say(format_args!("{}", self.text.trim_end()));
            ExitCode::SUCCESS
        }
    }
}

/// Reads the command line.
pub(crate) fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Arguments, Answer> {
    let matches = Arguments::command().try_get_matches_from(arguments);
    matches.and_then(|matches| Arguments::from_arg_matches(&matches)).map_err(|error| answer(&error))
}

fn answer(error: &clap::Error) -> Answer {
    let help = || "« cargo standard --help » montre ce qui est possible";
    let text = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    };
    let text = match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => return Answer { text: error.render().to_string(), failed: false },
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand | ErrorKind::MissingSubcommand => {
            format!("{}\nerreur : il manque une commande", Arguments::command().render_help())
        }
        ErrorKind::InvalidSubcommand => {
            let word = text(ContextKind::InvalidSubcommand);
            let command = Arguments::command();
            let names = |verb: &clap::Command| {
                std::iter::once(verb.get_name()).chain(verb.get_all_aliases()).map(str::to_owned).collect::<Vec<_>>()
            };
            let known: Vec<String> = command.get_subcommands().flat_map(names).collect();
            let known = known.iter().map(String::as_str);
            let near =
                hint::nearest(&word, known).map_or_else(|| help().to_owned(), |near| format!("vouliez-vous écrire « {near} » ?"));
            format!("erreur : la commande « {word} » n'existe pas ; {near}")
        }
        ErrorKind::UnknownArgument => {
            format!("erreur : « {} » n'est pas attendu ici ; {}", text(ContextKind::InvalidArg), help())
        }
        ErrorKind::MissingRequiredArgument => format!("erreur : il manque {} ; {}", text(ContextKind::InvalidArg), help()),
        ErrorKind::InvalidValue if text(ContextKind::InvalidValue).is_empty() => {
            format!("erreur : il manque une valeur après {}", text(ContextKind::InvalidArg))
        }
        ErrorKind::InvalidValue => format!(
            "erreur : « {} » n'est pas possible pour {} ; il faut : {}",
            text(ContextKind::InvalidValue),
            text(ContextKind::InvalidArg),
            text(ContextKind::ValidValue)
        ),
        ErrorKind::ValueValidation => {
            let (value, argument) = (text(ContextKind::InvalidValue), text(ContextKind::InvalidArg));
            let why = std::error::Error::source(error).map(ToString::to_string).unwrap_or_default();
            format!("erreur : « {value} » n'est pas possible pour {argument} ; {why}")
        }
        _ => format!("erreur : cette ligne de commande n'est pas comprise ; {}", help()),
    };
    Answer { text, failed: true }
}
