//! The gaps that are known: each has texts that two readers do take differently, and is on the page of gaps. A gap that
//! closes fails here, as does one that nobody wrote down.

use std::collections::BTreeSet;
use std::fs;

use standard_mediation_model::{Field, Kind};

use crate::support::root;

/// What two readers do not take alike.
pub(super) struct Gap {
    /// What the page of gaps says is written.
    said: &'static str,
    /// A column and a text for each thing that is said.
    shown: &'static [(&'static str, &'static str)],
    /// Whether a text of a field that the readers take differently is of this gap.
    holds: fn(&Field, &str) -> bool,
}

/// Accepted by readers of Table Schema, and not by ours.
pub(super) const TABLE: &[Gap] = &[
    Gap {
        said: "`4e1`, `NaN`, `INF` ou `+49.2` dans une colonne de nombres",
        shown: &[("latitude", "4e1"), ("latitude", "NaN"), ("latitude", "INF"), ("latitude", "+49.2")],
        holds: |field, text| field.kind == Kind::Number && text.parse::<f64>().is_ok(),
    },
    Gap {
        said: "Des espaces autour d'un nombre",
        shown: &[("latitude", " 49.2"), ("longitude", "4.03\n")],
        holds: |field, text| field.kind == Kind::Number && text.trim() != text,
    },
    Gap {
        said: "`2024-4-2` dans une colonne de dates",
        shown: &[("date_maj", "2024-4-2")],
        holds: |field, text| field.kind == Kind::Date && text.len() < 10,
    },
    Gap {
        said: "Les chiffres d'une autre écriture (`٤٩`) dans un nombre ou une date",
        shown: &[("latitude", "٤٩"), ("date_maj", "٢٠٢٤-04-02")],
        holds: |field, text| matches!(field.kind, Kind::Number | Kind::Date) && !text.is_ascii(),
    },
    Gap {
        said: "Un passage à la ligne après un code, un numéro ou une valeur de liste",
        shown: &[
            ("code_postal", "51100\n"),
            ("telephone", "+33180059880\n"),
            ("services", "Aide aux démarches administratives\n"),
        ],
        holds: |field, text| field.kind == Kind::Text && text.ends_with('\n'),
    },
];

/// Refused in a place, and only advised against in a row; or accepted there, once it is JSON.
pub(super) const PLACE: &[Gap] = &[
    Gap {
        said: "Deux fois la même valeur dans une liste (tableau JSON)",
        shown: &[("frais_a_charge", "Gratuit|Gratuit")],
        holds: |field, text| {
            let parts: Vec<&str> = text.split('|').collect();
            field.multiple && parts.iter().collect::<BTreeSet<_>>().len() < parts.len()
        },
    },
    Gap {
        said: "`4e1` comme nombre, dans le JSON d'un lieu",
        shown: &[("latitude", "4e1")],
        holds: |field, text| field.kind == Kind::Number && text.parse::<f64>().is_ok(),
    },
];

/// The texts that show gaps.
pub(super) fn shown(gaps: &[Gap]) -> impl Iterator<Item = (&'static str, &'static str)> {
    gaps.iter().flat_map(|gap| gap.shown.iter().copied())
}

/// Holds that what differs is what is written down, and the contrary.
pub(super) fn hold(gaps: &[Gap], differing: &[(&Field, String)]) {
    let page = fs::read_to_string(root().join("generated/pages/ecarts.md")).expect("the page of gaps");
    for gap in gaps {
        assert!(page.contains(&format!("| {} |", gap.said)), "the page of gaps does not say: {}", gap.said);
        for (column, text) in gap.shown {
            let differs = differing.iter().any(|(field, other)| field.name == *column && other == text);
            assert!(differs, "this gap is no more: {column}, {text:?}");
        }
    }
    let is_new = |(field, text): &&(&Field, String)| !gaps.iter().any(|gap| (gap.holds)(field, text));
    let new: Vec<String> = differing.iter().filter(is_new).map(|(field, text)| format!("{} : {text:?}", field.name)).collect();
    assert!(new.is_empty(), "gaps that are not written down: {new:#?}");
}
