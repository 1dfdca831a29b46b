//! What the page asks, as JSON.
//!
//! ```json
//! {"nom": "lieux.csv", "jour": "2026-11-28", "versions": ["0.1.0", "1.0.1"], "rapports": ["json"]}
//! ```

use serde::Deserialize;
use standard_mediation_model::{Date, Version};
use standard_mediation_report::Refusal;

use crate::host::{self, Host, Source};

/// What is asked.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Options {
    /// The name of the file, as people see it.
    #[serde(rename = "nom")]
    pub(crate) name: String,
    /// The name of what is written.
    #[serde(rename = "sortie", default)]
    pub(crate) output: String,
    /// The day of the machine, which dates may not pass.
    #[serde(rename = "jour")]
    pub(crate) today: Date,
    /// The version to hold the file against; otherwise that of its header.
    #[serde(default)]
    pub(crate) standard: Option<Version>,
    /// Whether only what blocks is looked for.
    #[serde(rename = "bloquant", default)]
    pub(crate) only_blocking: bool,
    /// The frozen versions that the host holds, in the order of their sources.
    pub(crate) versions: Vec<Version>,
    /// The reports that are wanted besides what the page shows.
    #[serde(rename = "rapports", default)]
    pub(crate) reports: Vec<ReportKind>,
    /// The version of the file, for a migration; otherwise that of its header.
    #[serde(rename = "depuis", default)]
    pub(crate) from: Option<Version>,
    /// The version to reach; otherwise the present one.
    #[serde(rename = "vers", default)]
    pub(crate) to: Option<Version>,
    /// Whether there is a form of questions.
    #[serde(rename = "formulaire", default)]
    pub(crate) has_form: bool,
    /// Answers to questions: step, column, value, answer.
    #[serde(rename = "reponses", default)]
    pub(crate) answers: Vec<[String; 4]>,
}

/// A form of report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum ReportKind {
    Json,
    Csv,
}

impl Options {
    pub(crate) fn read<H: Host>(host: &H) -> Result<Self, Refusal> {
        let bytes = host::whole(host, Source::Options).map_err(Refusal::Read)?;
        serde_json::from_slice(&bytes).map_err(|error| Refusal::Said(format!("la demande de la page ne se lit pas : {error}")))
    }

    pub(crate) fn wants(&self, kind: ReportKind) -> bool {
        self.reports.contains(&kind)
    }
}
