//! `CHANGELOG.md`: the page of changes of the national site.
//!
//! In: its text. Out: the versions it tells, and findings about headings that are not of the one form that is read,
//! `## Version 1.1.0 - 2026-11-23`, or out of order.

use std::ops::Range;

use standard_mediation_model::{Date, Version};

use super::files::{CHANGELOG, Files};
use super::report::Report;
use super::texts::lines_outside_code;

/// A heading of the change log.
pub(super) struct Release {
    pub(super) span: Range<usize>,
    pub(super) version: Option<Version>,
    pub(super) date: Option<Date>,
}

const RULE: &str = "publication-journal";

/// The headings of level two, in order.
pub(super) fn releases(text: &str) -> Vec<Release> {
    let headings = lines_outside_code(text).filter(|(_, line)| line.starts_with("## "));
    headings.map(|(start, line)| release(start, line.trim_end())).collect()
}

fn release(start: usize, line: &str) -> Release {
    let parts = line.strip_prefix("## Version ").and_then(|rest| rest.split_once(" - "));
    let (version, date) = parts.map_or((None, None), |(version, date)| (version.parse().ok(), date.parse().ok()));
    Release { span: start..start + line.len(), version, date }
}

/// `version` is the one of the tree, when it is known.
pub(super) fn check(files: &Files<'_>, version: Option<Version>, report: &mut Report<'_>) {
    let Some(text) = files.text(CHANGELOG).filter(|text| !text.trim().is_empty()) else { return };
    let releases = releases(text);
    for release in releases.iter().filter(|release| release.version.is_none() || release.date.is_none()) {
        let help = "écrivez « ## Version 1.1.0 - 2026-11-23 », avec trois nombres et un jour du calendrier";
        report.at(CHANGELOG, &release.span, RULE, "ce titre n'est pas celui d'une version", help);
    }
    let versions: Vec<(Version, &Release)> = releases.iter().filter_map(|release| Some((release.version?, release))).collect();
    for pair in versions.windows(2) {
        if let [(before, _), (after, release)] = pair
            && after >= before
        {
            let message = format!("la version {after} vient après {before}");
            report.at(CHANGELOG, &release.span, RULE, message, "rangez les versions de la plus récente à la plus ancienne");
        }
    }
    let newest = versions.first().map(|(newest, _)| *newest);
    if let Some(version) = version.filter(|version| newest != Some(*version) && releases.iter().all(|r| r.version.is_some())) {
        let message = format!("ce journal ne commence pas par la version {version}");
        let help = format!("ajoutez en tête « ## Version {version} - AAAA-MM-JJ », puis ce qui change");
        report.whole(CHANGELOG, RULE, message, help);
    }
}
