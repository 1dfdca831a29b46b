//! Rules between fields.

use standard_mediation_model::{CrossKind, CrossRule};

use super::{Resolver, level};
use crate::source::shapes::{RuleKindShape, RuleShape};
use crate::source::typography::prose;

impl Resolver<'_> {
    pub(super) fn rules(&mut self) -> Vec<CrossRule> {
        let document = &self.files.rules;
        let mut rules = Vec::new();
        for (i, rule) in document.shape.regles.iter().enumerate() {
            match kind(rule) {
                Ok(kind) => rules.push(CrossRule {
                    name: rule.nom.clone(),
                    kind,
                    level: level(rule.niveau),
                    title: prose(&rule.titre),
                    explanation: prose(&rule.explication),
                    remedy: prose(&rule.remede),
                }),
                Err(wanted) => {
                    let path = ["regles".into(), i.into(), "genre".into()];
                    let message = "ce genre de règle n'a pas ce qu'il lui faut".to_owned();
                    self.fault(document, document.span(&path), "regle-incomplete", message, wanted.to_owned());
                }
            }
        }
        rules
    }
}

/// The kind of a rule with its fields, or what it lacks.
fn kind(rule: &RuleShape) -> Result<CrossKind, &'static str> {
    let fields: Vec<String> = rule.champs.clone();
    match (rule.genre, fields.as_slice(), &rule.valeur, &rule.exige) {
        (RuleKindShape::Ensemble, [_, _, ..], None, None) => Ok(CrossKind::Together { fields }),
        (RuleKindShape::Ensemble, ..) => Err("donnez au moins deux champs, et rien dans « valeur » ni « exige »"),
        (RuleKindShape::ValeurExclusive, [field], Some(code), None) => {
            Ok(CrossKind::ExclusiveValue { field: field.clone(), code: code.clone() })
        }
        (RuleKindShape::ValeurExclusive, ..) => Err("donnez un champ et « valeur », sans « exige »"),
        (RuleKindShape::ValeurExigeChamp, [field], Some(code), Some(needs)) => {
            Ok(CrossKind::ValueNeedsField { field: field.clone(), code: code.clone(), needs: needs.clone() })
        }
        (RuleKindShape::ValeurExigeChamp, ..) => Err("donnez un champ, « valeur » et « exige »"),
        (RuleKindShape::CoordonneesCommune, [code_insee, latitude, longitude], None, None) => Ok(CrossKind::PointInCommune {
            code_insee: code_insee.clone(),
            latitude: latitude.clone(),
            longitude: longitude.clone(),
        }),
        (RuleKindShape::CoordonneesCommune, ..) => Err("donnez trois champs : code de la commune, latitude, longitude"),
        (RuleKindShape::CodesCommune, [code_postal, code_insee], None, None) => {
            Ok(CrossKind::CodesOfCommune { code_postal: code_postal.clone(), code_insee: code_insee.clone() })
        }
        (RuleKindShape::CodesCommune, ..) => Err("donnez deux champs : code postal, code de la commune"),
        (RuleKindShape::NomDeCommune, [commune, code_insee, code_postal @ ..], None, None) if code_postal.len() < 2 => {
            let code_postal = code_postal.first().cloned();
            Ok(CrossKind::NameOfCommune { commune: commune.clone(), code_insee: code_insee.clone(), code_postal })
        }
        (RuleKindShape::NomDeCommune, ..) => {
            Err("donnez deux ou trois champs : nom de la commune, code de la commune, et code postal si l'on veut")
        }
        (RuleKindShape::NumeroDuTerritoire, [number, code_postal], None, None) => {
            Ok(CrossKind::NumberOfTerritory { number: number.clone(), code_postal: code_postal.clone() })
        }
        (RuleKindShape::NumeroDuTerritoire, ..) => Err("donnez deux champs : numéro de la structure, code postal"),
    }
}
