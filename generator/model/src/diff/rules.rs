//! Rules between columns, and checks that only the national validator knows.

use super::field::reworded;
use super::pairing::Pairing;
use super::{Difference, DifferenceKind as Is, FieldNames};
use crate::{CrossKind, CrossRule, CustomCheck, Impact, Level, Standard};

/// What changed in the rules between columns: by name first, then by what they compare.
pub(super) fn compare(before: &Standard, after: &Standard, pairing: &Pairing<'_>, out: &mut Vec<Difference>) {
    let old: Vec<(&CrossRule, CrossKind)> =
        before.rules.iter().map(|rule| (rule, under_new_names(&rule.kind, pairing))).collect();
    let partner = |new: &CrossRule| {
        let by_name = old.iter().find(|(rule, _)| rule.name == new.name);
        let unnamed = |rule: &CrossRule| !after.rules.iter().any(|other| other.name == rule.name);
        by_name.or_else(|| old.iter().find(|(rule, kind)| *kind == new.kind && unnamed(rule)))
    };
    for new in &after.rules {
        let fields = named(&new.kind.fields());
        let mut add = |difference: Difference| out.push(difference.on(&fields).about(&*new.title));
        let Some((rule, kind)) = partner(new) else {
            add(Difference::new(Is::RuleAdded, adding(new.level)));
            continue;
        };
        if *kind != new.kind {
            add(Difference::new(Is::RuleChanged, adding(new.level)));
        }
        if rule.level != new.level {
            add(Difference::new(Is::RuleLevel, adding(new.level)).texts(rule.level.word(), new.level.word()));
        }
        let texts = [(&rule.title, &new.title), (&rule.explanation, &new.explanation), (&rule.remedy, &new.remedy)];
        if texts.into_iter().any(|(old, new)| reworded(old, new)) || rule.name != new.name {
            add(Difference::new(Is::RuleTexts, Impact::Patch));
        }
    }
    let kept: Vec<&str> = after.rules.iter().filter_map(partner).map(|(rule, _)| rule.name.as_str()).collect();
    for (rule, kind) in old.iter().filter(|(rule, _)| !kept.contains(&rule.name.as_str())) {
        let fields = kind.fields();
        out.push(Difference::new(Is::RuleRemoved, Impact::Minor).on(&named(&fields)).about(&*rule.title));
    }
    custom_checks(before, after, out);
}

/// Checks of the national validator: what they refuse is only known there, so that a new one weighs most.
fn custom_checks(before: &Standard, after: &Standard, out: &mut Vec<Difference>) {
    let said = |check: &CustomCheck| {
        let parameters = check.parameters.iter().map(|(name, cell)| format!("{name} : {}", cell.text(", ")));
        match parameters.collect::<Vec<_>>().as_slice() {
            [] => check.name.clone(),
            parameters => format!("{} ({})", check.name, parameters.join(" ; ")),
        }
    };
    for check in after.custom_checks.iter().filter(|check| !before.custom_checks.contains(check)) {
        out.push(Difference::new(Is::CustomCheckAdded, Impact::Major).about(said(check)));
    }
    for check in before.custom_checks.iter().filter(|check| !after.custom_checks.contains(check)) {
        out.push(Difference::new(Is::CustomCheckRemoved, Impact::Minor).about(said(check)));
    }
}

fn adding(level: Level) -> Impact {
    match level {
        Level::Blocking => Impact::Major,
        Level::Recommendation => Impact::Minor,
    }
}

fn named(fields: &[&str]) -> Vec<FieldNames> {
    let both = |name: &&str| FieldNames { before: Some((*name).to_owned()), after: Some((*name).to_owned()) };
    fields.iter().map(both).collect()
}

/// The same comparison, its fields under the names they have after.
fn under_new_names(kind: &CrossKind, pairing: &Pairing<'_>) -> CrossKind {
    let renamed = |name: &String| pairing.renamed(name).to_owned();
    match kind {
        CrossKind::Together { fields } => CrossKind::Together { fields: fields.iter().map(renamed).collect() },
        CrossKind::ExclusiveValue { field, code } => CrossKind::ExclusiveValue { field: renamed(field), code: code.clone() },
        CrossKind::ValueNeedsField { field, code, needs } => {
            CrossKind::ValueNeedsField { field: renamed(field), code: code.clone(), needs: renamed(needs) }
        }
        CrossKind::PointInCommune { code_insee, latitude, longitude } => CrossKind::PointInCommune {
            code_insee: renamed(code_insee),
            latitude: renamed(latitude),
            longitude: renamed(longitude),
        },
        CrossKind::CodesOfCommune { code_postal, code_insee } => {
            CrossKind::CodesOfCommune { code_postal: renamed(code_postal), code_insee: renamed(code_insee) }
        }
        CrossKind::NameOfCommune { commune, code_insee, code_postal } => CrossKind::NameOfCommune {
            commune: renamed(commune),
            code_insee: renamed(code_insee),
            code_postal: code_postal.as_ref().map(renamed),
        },
        CrossKind::NumberOfTerritory { number, code_postal } => {
            CrossKind::NumberOfTerritory { number: renamed(number), code_postal: renamed(code_postal) }
        }
    }
}
