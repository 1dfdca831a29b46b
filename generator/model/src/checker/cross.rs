//! What is wrong between the cells of a row.

use std::borrow::Cow;

#[cfg(feature = "communes")]
use crate::communes;
use crate::{CrossKind, CrossRule, territory};

use super::{Checker, Violation};

impl Checker<'_> {
    /// What is wrong between the cells of a row. `cell` is that of [`Checker::row`].
    pub(crate) fn cross_rules<'r>(&self, cell: &impl Fn(&str) -> Option<Cow<'r, str>>) -> Vec<Violation> {
        let mut known = communes::Known::default();
        self.standard.rules.iter().filter_map(|rule| self.cross(rule, cell, &mut known)).collect()
    }

    fn cross<'r>(
        &self,
        rule: &CrossRule,
        cell: &impl Fn(&str) -> Option<Cow<'r, str>>,
        known: &mut communes::Known,
    ) -> Option<Violation> {
        let text = |name: &str| cell(name).unwrap_or_default();
        let holds = |name: &str, code: &str| {
            let field = self.standard.field(name)?;
            let label = &self.standard.vocabulary_of(field)?.by_code(code)?.label;
            let text = text(name);
            let mut parts = text.split(self.standard.separator_of(field));
            parts.any(|part| part == label).then(|| (label.clone(), text == *label))
        };
        // The first field that the rule reads is the one it speaks of, unless another one surely is wrong.
        let mut at = 0;
        let message = match &rule.kind {
            CrossKind::Together { fields } => {
                let empty: Vec<&str> = fields.iter().map(String::as_str).filter(|name| text(name).is_empty()).collect();
                if empty.is_empty() || empty.len() == fields.len() {
                    return None;
                }
                let named: Vec<String> = empty.iter().map(|name| format!("« {name} »")).collect();
                format!("{} : il manque {}", rule.title, named.join(", "))
            }
            CrossKind::ExclusiveValue { field, code } => {
                let (label, alone) = holds(field, code)?;
                if alone {
                    return None;
                }
                format!("« {label} » ne peut pas être accompagné d'une autre valeur")
            }
            CrossKind::ValueNeedsField { field, code, needs } => {
                let (label, _) = holds(field, code)?;
                if !text(needs).is_empty() {
                    return None;
                }
                format!("« {label} » demande de remplir la colonne {needs}")
            }
            CrossKind::PointInCommune { code_insee, latitude, longitude } => {
                communes::point(known, &text(code_insee), &text(latitude), &text(longitude))?
            }
            CrossKind::CodesOfCommune { code_postal, code_insee } => {
                let wrong = communes::codes(known, &text(code_postal), &text(code_insee))?;
                at = wrong.at;
                wrong.message
            }
            CrossKind::NameOfCommune { commune, code_insee, code_postal } => {
                let (name, code) = (text(commune), text(code_insee));
                let postal = code_postal.as_deref().map(text).unwrap_or_default();
                if code.is_empty() {
                    let wrong = communes::served_name(&name, &postal)?;
                    at = wrong.at;
                    wrong.message
                } else {
                    communes::name(known, &name, &code, &postal)?
                }
            }
            CrossKind::NumberOfTerritory { number, code_postal } => territory::breach(&text(number), &text(code_postal))?,
        };
        let field = rule.kind.fields().get(at).map_or_else(|| "".into(), |name| (*name).into());
        let (name, remedy) = (rule.name.clone().into(), rule.remedy.clone().into());
        Some(Violation { rule: name, level: rule.level, field, part: None, message, help: remedy })
    }
}

/// The rules that need the list of communes say nothing without it.
#[cfg(not(feature = "communes"))]
mod communes {
    #[derive(Default)]
    pub(super) struct Known(());

    pub(super) struct Wrong {
        pub(super) message: String,
        pub(super) at: usize,
    }

    pub(super) fn codes(_: &mut Known, _: &str, _: &str) -> Option<Wrong> {
        None
    }

    pub(super) fn point(_: &mut Known, _: &str, _: &str, _: &str) -> Option<String> {
        None
    }

    pub(super) fn name(_: &mut Known, _: &str, _: &str, _: &str) -> Option<String> {
        None
    }

    pub(super) fn served_name(_: &str, _: &str) -> Option<Wrong> {
        None
    }
}
