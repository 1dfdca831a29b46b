//! Fields that contradict themselves: a constraint that their kind of content cannot have.

use standard_mediation_model::{Check, Finding, Limit};

use crate::source::document::Document;
use crate::source::files::Files;
use crate::source::report::Report;
use crate::source::resolve::fields::limit;
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
    let listed = shape.vocabulaire.is_some();
    let bounded: Option<fn(Limit) -> bool> = match shape.genre {
        KindShape::Nombre | KindShape::Entier | KindShape::Annee => Some(|limit| matches!(limit, Limit::Number(_))),
        KindShape::Date if shape.format.is_none() => Some(|limit| matches!(limit, Limit::Day(_))),
        _ => None,
    };
    if let Some(bounds) = &shape.bornes {
        let ends = [&bounds.minimum, &bounds.maximum].map(|end| end.as_deref().map(limit));
        match bounded {
            None => conflict("bornes", "des bornes n'ont de sens que pour un nombre, une année ou une date"),
            Some(_) if ends == [None, None] => conflict("bornes", "il faut au moins un minimum ou un maximum"),
            Some(fits) if ends.iter().flatten().any(|end| !end.is_some_and(fits)) => {
                conflict("bornes", "une borne n'est pas du même type que le champ");
            }
            Some(_) => {
                if let [Some(Some(minimum)), Some(Some(maximum))] = ends
                    && minimum > maximum
                {
                    conflict("bornes", "le minimum dépasse le maximum : rien ne convient");
                }
            }
        }
    }
    for (key, there) in [("longueur_min", shape.longueur_min.is_some()), ("longueur_max", shape.longueur_max.is_some())] {
        if there && (!text || listed) {
            conflict(key, "une longueur n'a de sens que pour un texte libre");
        }
    }
    if shape.longueur_min.zip(shape.longueur_max).is_some_and(|(min, max)| min > max) {
        conflict("longueur_min", "le texte devrait être plus long que ce qui est permis");
    }
    if shape.motif.is_some() && (!text || listed || shape.format.is_some()) {
        conflict("motif", "une forme n'a de sens que pour un texte libre");
    }
    let countable = matches!(shape.genre, KindShape::Nombre | KindShape::Entier | KindShape::Annee | KindShape::Tableau);
    if listed && !text && !countable {
        conflict("vocabulaire", "les valeurs d'un vocabulaire sont des textes ou des nombres");
    }
    if shape.multiple && !text {
        conflict("multiple", "les formats publiés ne savent pas faire de listes de nombres ou de dates");
    }
    if shape.multiple && shape.unique {
        conflict("unique", "une liste ne peut pas servir d'identifiant");
    }
    if shape.separateur.is_some() && !shape.multiple {
        conflict("separateur", "un séparateur n'a de sens que pour une liste");
    }
    if shape.oui_non.is_some() && shape.genre != KindShape::Booleen {
        conflict("oui_non", "ces mots n'ont de sens que pour le type booleen");
    }
    if shape.signe_decimal.is_some() && shape.genre != KindShape::Nombre {
        conflict("signe_decimal", "ce signe n'a de sens que pour un nombre");
    }
    let formats: &[&str] = match shape.genre {
        KindShape::Texte => &["email", "uri", "uuid", "binary"],
        KindShape::Point => &["array", "object"],
        KindShape::Geojson => &["topojson"],
        _ => &[],
    };
    let dated = matches!(shape.genre, KindShape::Date | KindShape::DateHeure | KindShape::Heure);
    if let Some(format) = &shape.format
        && !(formats.contains(&format.as_str()) || dated && (format == "any" || format.contains('%')))
    {
        conflict("format", "ce type de contenu ne s'écrit pas sous ce format");
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
