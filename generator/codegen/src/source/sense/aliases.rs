//! Aliases of columns: each one stands for one field, and says more than its name does.

use std::collections::BTreeMap;

use standard_mediation_model::{Finding, data::column_key};

use crate::source::files::Files;

pub(super) fn check(files: &Files, findings: &mut Vec<Finding>) {
    // Letters of each name, and the field and the kind of name that it is already.
    let mut taken: BTreeMap<String, (&str, &str)> = BTreeMap::new();
    for document in &files.fields {
        taken.insert(column_key(document.stem()), (document.stem(), "le nom"));
    }
    for document in &files.fields {
        taken.entry(column_key(&document.shape.titre)).or_insert((document.stem(), "le titre"));
    }
    for document in &files.fields {
        for former in &document.shape.anciens_noms {
            taken.entry(column_key(&former.nom)).or_insert((document.stem(), "un ancien nom"));
        }
    }
    for document in &files.fields {
        let mut report = document.report();
        for (i, alias) in document.shape.alias.iter().enumerate() {
            let key = column_key(alias);
            let at = document.span(&["alias".into(), i.into()]);
            if key.is_empty() {
                let help = "retirez-le, ou écrivez le nom que l'on rencontre";
                report.at(at, "alias-ambigu", format!("l'alias « {alias} » n'a ni lettre ni chiffre"), help);
                continue;
            }
            match taken.get(&key) {
                None => {
                    taken.insert(key, (document.stem(), "un alias"));
                }
                Some((owner, what)) if *owner == document.stem() => {
                    let message = format!("« {alias} » est déjà {what} de ce champ, aux majuscules, accents et espaces près");
                    report.at(at, "alias-ambigu", message, "retirez l'alias : il n'ajoute rien");
                }
                Some((owner, what)) => {
                    let message = format!("l'alias « {alias} » est déjà {what} du champ « {owner} »");
                    report.at(at, "alias-ambigu", message, "gardez-le pour un seul champ");
                }
            }
        }
        findings.extend(report.into_findings());
    }
}
