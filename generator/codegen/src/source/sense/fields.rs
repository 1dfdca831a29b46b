//! Fields that contradict themselves: a constraint that their kind of content cannot have.

use standard_mediation_model::{Check, Finding};

use crate::source::document::Document;
use crate::source::files::Files;
use crate::source::report::Report;
use crate::source::shapes::{FieldFile, KindShape};

pub(super) fn check(files: &Files, findings: &mut Vec<Finding>) {
    for document in &files.fields {
        let mut report = document.report();
        field(document, &mut report);
        findings.extend(report.into_findings());
    }
}

fn field(document: &Document<FieldFile>, report: &mut Report<'_>) {
    let shape = &document.shape;
    let mut conflict = |key: &'static str, message: &str| {
        let help = format!("retirez « {key} », ou changez ce qu'il contredit");
        report.at(document.key_span(&[key.into()]), "champ-incoherent", message, help);
    };
    let text = shape.genre == KindShape::Texte;
    if shape.bornes.is_some() && shape.genre != KindShape::Nombre {
        conflict("bornes", "des bornes n'ont de sens que pour un nombre");
    }
    if shape.bornes.as_ref().is_some_and(|bounds| bounds.minimum > bounds.maximum) {
        conflict("bornes", "le minimum dépasse le maximum : aucun nombre ne convient");
    }
    if shape.longueur_max.is_some() && (!text || shape.vocabulaire.is_some()) {
        conflict("longueur_max", "une longueur n'a de sens que pour un texte libre");
    }
    if shape.motif.is_some() && (!text || shape.vocabulaire.is_some()) {
        conflict("motif", "une forme n'a de sens que pour un texte libre");
    }
    if shape.vocabulaire.is_some() && !text {
        conflict("vocabulaire", "les valeurs d'un vocabulaire sont des textes");
    }
    if shape.multiple && !text {
        conflict("multiple", "les formats publiés ne savent pas faire de listes de nombres ou de dates");
    }
    if shape.multiple && shape.unique {
        conflict("unique", "une liste ne peut pas servir d'identifiant");
    }
    for (i, name) in shape.controles.iter().enumerate() {
        let dates = matches!(Check::by_id(name), Some(Check::FutureDate | Check::EpochDate));
        if Check::by_id(name).is_some() && dates != (shape.genre == KindShape::Date) {
            let message = format!("le contrôle « {name} » ne va pas avec ce type de contenu");
            report.at(
                document.span(&["controles".into(), i.into()]),
                "champ-incoherent",
                message,
                "retirez le contrôle, ou changez « type »",
            );
        }
    }
}
