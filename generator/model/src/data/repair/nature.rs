//! What a column holds, as far as mending it goes.
//!
//! In: a field. Out: its nature, from its kind, then from its checks; versions of the past declare no check, hence last
//! from its name, which all versions share.

use crate::{Check, Field, Kind, Standard};

/// What the values of a column are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Nature {
    /// From a list.
    Values,
    Number,
    Day,
    Phone,
    /// SIRET, RNA or RIDET.
    Register,
    Email,
    Url,
    PostalCode,
    OfficialCode,
    Hours,
    /// Free text, and all that only spaces and damaged accents are mended of.
    Prose,
}

impl Nature {
    pub(super) fn of(standard: &Standard, field: &Field) -> Self {
        let has = |check: Check| field.checks.contains(&check);
        match field.kind {
            Kind::Number if field.decimal_sign.is_none() => return Self::Number,
            Kind::Date if field.format.is_none() => return Self::Day,
            Kind::Text if field.format.is_none() => {}
            _ => return Self::Prose,
        }
        if standard.vocabulary_of(field).is_some() {
            return Self::Values;
        }
        match field.name.as_str() {
            _ if has(Check::Phone) => Self::Phone,
            _ if has(Check::Siret) => Self::Register,
            _ if has(Check::Email) => Self::Email,
            _ if has(Check::Url) => Self::Url,
            _ if has(Check::OpeningHours) => Self::Hours,
            "telephone" => Self::Phone,
            "pivot" => Self::Register,
            "courriel" | "courriels" => Self::Email,
            "site_web" | "prise_rdv" | "fiche_acces_libre" => Self::Url,
            "code_postal" => Self::PostalCode,
            "code_insee" => Self::OfficialCode,
            _ => Self::Prose,
        }
    }
}
