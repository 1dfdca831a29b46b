//! What a person may type, and what they are told when it is something else. All in French.

mod answer;
mod data;
mod sources;

use clap::{Parser, Subcommand};
use standard_mediation_model::Version;

pub(crate) use answer::parse;
pub(crate) use data::{Counting, DataFormat, Mended, Migrated, RepairFormat, Severity, StatisticsFormat, Validated};
pub(crate) use sources::{Audited, Built, Checked, Compared, Explained, Folders, Format, Import, Init, Released, ReportFormat};

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

/// A version, with or without the `v` of its tag.
fn version(text: &str) -> Result<Version, String> {
    text.strip_prefix('v').unwrap_or(text).parse::<Version>().map_err(|error| error.to_string())
}
