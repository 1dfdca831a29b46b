//! Sharper checks on one value, all of level recommendation.
//!
//! They see what the published schemas let through and what makes a row useless all the same: a key that does not
//! compute, fourteen zeros, the day Unix time began. None of them needs anything but the value.

mod hours;
pub(crate) mod phone;
mod register;
mod web;

use serde::{Deserialize, Serialize};

use crate::Date;
use register::{has_siret_key, is_fourteen_digits, is_overseas_number, is_placeholder, is_rna, starts_as_rna};
use web::{is_email, is_url};

/// A sharper check on one value. Its id is its name in the YAML.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Check {
    /// Fourteen digits whose control key is wrong.
    Siret,
    /// Starts with `W` and is not a number of the register of associations.
    Rna,
    /// Neither fourteen digits nor `W…`, and not an overseas register number either.
    Ridet,
    /// Zeros only, or one digit repeated.
    #[serde(rename = "pivot-fictif")]
    PlaceholderPivot,
    /// Not an e-mail address.
    #[serde(rename = "courriel")]
    Email,
    /// Not a web address.
    Url,
    /// No number of its prefix: too few digits, or those of another territory.
    #[serde(rename = "telephone")]
    Phone,
    /// Not opening hours as OpenStreetMap writes them, or hours that it reads otherwise than was meant.
    #[serde(rename = "horaires")]
    OpeningHours,
    /// After the day of reference.
    #[serde(rename = "date-future")]
    FutureDate,
    /// A day from which machines count: they lost the real one. See [`Date::is_of_a_machine`].
    #[serde(rename = "date-epoque")]
    EpochDate,
}

impl Check {
    /// Every check, in the order in which pages show them.
    pub const ALL: [Self; 10] = [
        Self::Siret,
        Self::Rna,
        Self::Ridet,
        Self::PlaceholderPivot,
        Self::Email,
        Self::Url,
        Self::Phone,
        Self::OpeningHours,
        Self::FutureDate,
        Self::EpochDate,
    ];

    /// Stable id, in kebab case: the name written in `controles`.
    pub fn id(self) -> &'static str {
        match self {
            Self::Siret => "siret",
            Self::Rna => "rna",
            Self::Ridet => "ridet",
            Self::PlaceholderPivot => "pivot-fictif",
            Self::Email => "courriel",
            Self::Url => "url",
            Self::Phone => "telephone",
            Self::OpeningHours => "horaires",
            Self::FutureDate => "date-future",
            Self::EpochDate => "date-epoque",
        }
    }

    /// The check of that id.
    pub fn by_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|check| check.id() == id)
    }

    /// Whether `value` breaks the check. `today` is the day that dates may not pass.
    pub fn is_broken(self, value: &str, today: Date) -> bool {
        match self {
            Self::Siret => is_fourteen_digits(value) && !is_placeholder(value) && !has_siret_key(value),
            Self::Rna => starts_as_rna(value) && !is_rna(value),
            Self::Ridet => {
                !(is_placeholder(value) || starts_as_rna(value) || is_fourteen_digits(value) || is_overseas_number(value))
            }
            Self::PlaceholderPivot => is_placeholder(value),
            Self::Email => !is_email(value),
            Self::Url => !is_url(value),
            Self::Phone => phone::is_wrong(value),
            Self::OpeningHours => hours::is_wrong(value),
            Self::FutureDate => value.parse::<Date>().is_ok_and(|date| date > today),
            Self::EpochDate => value.parse::<Date>().is_ok_and(Date::is_of_a_machine),
        }
    }

    /// Message and remedy when `value` breaks the check. `today` is the day that dates may not pass.
    pub fn breach(self, value: &str, today: Date) -> Option<(String, &'static str)> {
        self.is_broken(value, today).then(|| self.words(value))
    }

    pub(crate) fn words(self, value: &str) -> (String, &'static str) {
        match self {
            Self::Siret => (
                format!("la clé du SIRET « {value} » est fausse : un chiffre a dû être mal recopié"),
                "vérifiez le numéro sur annuaire-entreprises.data.gouv.fr",
            ),
            Self::Rna => (
                format!("« {value} » commence comme un numéro RNA mais n'en a pas la forme"),
                "un numéro RNA s'écrit W suivi de neuf chiffres ou capitales",
            ),
            Self::Ridet => (
                format!("« {value} » n'est ni un SIRET, ni un numéro RNA, ni un RIDET"),
                "un SIRET compte quatorze chiffres ; un RIDET, neuf ou dix",
            ),
            Self::PlaceholderPivot => (
                format!("« {value} » est un numéro de remplissage, il ne désigne aucune structure"),
                "cherchez le numéro de la structure ou de sa commune sur annuaire-entreprises.data.gouv.fr",
            ),
            Self::Email => {
                (format!("« {value} » n'est pas une adresse de courriel"), "une adresse s'écrit nom@domaine.fr, sans espace")
            }
            Self::Url => (
                format!("« {value} » n'est pas une adresse web complète"),
                "commencez par https:// et copiez l'adresse depuis le navigateur",
            ),
            Self::Phone => phone::words(value),
            Self::OpeningHours => hours::words(value),
            Self::FutureDate => {
                (format!("la date « {value} » est dans le futur"), "indiquez le jour où les informations ont été vérifiées")
            }
            Self::EpochDate => (
                format!("la date « {value} » est celle qu'écrit un logiciel quand il a perdu la vraie"),
                "indiquez le jour où les informations ont été vérifiées, ou celui de leur récupération",
            ),
        }
    }
}

fn is_digits(value: &str) -> bool {
    !value.is_empty() && value.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn broken(check: Check, value: &str) -> bool {
        let today = "2026-11-23".parse().expect("a date");
        check.breach(value, today).is_some()
    }

    #[test]
    fn each_check_fires_and_stays_silent() {
        let cases: [(Check, &[&str], &[&str]); 9] = [
            (
                Check::Siret,
                &["43493312300028"],
                &["43493312300029", "35600000010104", "W131004321", "00000000000000", "123456789"],
            ),
            (Check::Rna, &["W13100432", "w131004321", "W13100432é"], &["W131004321", "W9M1000123", "43493312300029"]),
            (
                Check::Ridet,
                &["ABCDEFGHIJ", "12345678901"],
                &["0123456001", "123456001", "A12345001", "43493312300029", "W131004321"],
            ),
            (Check::PlaceholderPivot, &["00000000000000", "111111111"], &["43493312300029"]),
            (Check::Email, &["a@b", "a b@c.fr", "@c.fr", "a@c..fr", "a", "a@@c.fr"], &["a@b.fr", "point.num+x@ville.example"]),
            (
                Check::Url,
                &[
                    "www.ville.example",
                    "http:/x",
                    "javascript:alert(1)",
                    "https://",
                    "https://a b.fr",
                    "https://a.fr/page;https://b.fr",
                    "https://a.fr/page,www.b.fr",
                ],
                &["https://ville.example/a?b#c", "http://ville.example:8080", "https://a.fr/x;y?u=https://b.fr/1,2"],
            ),
            (Check::Phone, &["+33180059", "+68712345"], &["+33180059880", "+687123456", "+68940123456"]),
            (Check::FutureDate, &["2999-01-01"], &["2026-11-23", "n'importe"]),
            (Check::EpochDate, &["1970-01-01", "1969-12-31", "1900-01-01"], &["2024-04-02"]),
        ];
        for (check, bad, good) in cases {
            for value in bad {
                assert!(broken(check, value), "{} accepts {value}", check.id());
            }
            for value in good {
                assert!(!broken(check, value), "{} refuses {value}", check.id());
            }
        }
    }

    #[test]
    fn ids_are_those_of_serde() {
        for check in Check::ALL {
            assert_eq!(serde_json::to_value(check).ok(), Some(serde_json::Value::from(check.id())));
            assert_eq!(Check::by_id(check.id()), Some(check));
        }
    }
}
