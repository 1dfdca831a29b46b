//! Points that are where nobody is, and make sense once something in them is changed: a question for a person.
//!
//! In: the latitude and the longitude of a row, its official code. Out: what both may become, never sure.

use std::borrow::Cow;

use super::row::Mended;
use super::{Certainty, Proposal, place};
use crate::data::{Judge, Row};
use crate::france::are_swapped;
use crate::{CrossKind, CrossRule};

/// The columns that say where a place is.
#[derive(Debug, Clone)]
pub(super) struct Point {
    latitude: usize,
    longitude: usize,
    code: Option<usize>,
    /// The rules that a point out of its place breaks; those of a standard without any are not told by its judge.
    rules: Vec<Cow<'static, str>>,
}

impl Point {
    /// `None` when a file has no points.
    pub(super) fn of(judge: &Judge<'_>) -> Option<Self> {
        let standard = judge.standard;
        let column = |name: &str| {
            let field = standard.fields.iter().position(|field| field.name == name)?;
            judge.columns.column(field)
        };
        let is_of_points = |rule: &&CrossRule| matches!(rule.kind, CrossKind::PointInCommune { .. });
        let rules = standard.rules.iter().filter(is_of_points).map(|rule| rule.name.clone().into()).collect();
        Some(Self { latitude: column("latitude")?, longitude: column("longitude")?, code: column("code_insee"), rules })
    }

    /// What the cells of a row may become. `is_good` when nothing was found wrong in the row.
    pub(super) fn mend(&self, row: Row<'_>, is_good: bool) -> Mended {
        if is_good && !self.rules.is_empty() {
            return Mended::new();
        }
        let (latitude, longitude) = (with_point(row.text(self.latitude)), with_point(row.text(self.longitude)));
        let Some((north, east)) = latitude.parse().ok().zip(longitude.parse().ok()) else { return Mended::new() };
        if are_swapped(north, east) {
            let (kind, why) = ("latitude et longitude inversées", "ce point n'est pas en France, et l'inverse y est");
            return self.both((Some(longitude.into_owned()), Some(latitude.into_owned())), kind, why);
        }
        let code = self.code.map(|code| row.text(code)).unwrap_or_default();
        let Some([is_south, is_west]) = place::opposite(&code, &latitude, &longitude) else { return Mended::new() };
        let opposite = |number: &str| number.strip_prefix('-').map_or_else(|| format!("-{number}"), str::to_owned);
        let (kind, why) =
            ("signe d'une coordonnée", "le point n'est pas dans la commune du code INSEE, et avec le signe contraire il y est");
        self.both((is_south.then(|| opposite(&latitude)), is_west.then(|| opposite(&longitude))), kind, why)
    }

    fn both(&self, (latitude, longitude): (Option<String>, Option<String>), kind: &'static str, why: &str) -> Mended {
        let proposal = |after: String| Proposal {
            certainty: Certainty::ToConfirm,
            after: Some(after),
            rules: self.rules.clone(),
            is_partial: false,
            kind,
            why: why.to_owned(),
        };
        let of = |column: usize, after: Option<String>| after.map(|after| (column, proposal(after)));
        [of(self.latitude, latitude), of(self.longitude, longitude)].into_iter().flatten().collect()
    }
}

/// A number as the column has it.
fn with_point(text: Cow<'_, str>) -> Cow<'_, str> {
    if text.contains(',') { Cow::Owned(text.trim().replace(',', ".")) } else { text }
}
