//! `champs/<nom>.md`: one column.

use serde_json::Value;
use standard_mediation_model::{Field, Standard};

use super::links::{self, Below};
use crate::emit::{sheet, words};

pub(super) fn view(standard: &Standard, field: &Field) -> Value {
    let leads = Below { standard };
    let group = standard.groups.iter().find(|group| group.name == field.group);
    let mut view = sheet::field(standard, field, &leads);
    view["groupe"] = group.map_or(&*field.group, |group| &group.title).into();
    view["ancre_groupe"] = links::anchor(&field.group).into();
    view["obligatoire"] = words::yes_no(field.required).into();
    view["plusieurs_anciens_noms"] = (field.former_names.len() > 1).into();
    view["histoire"] = sheet::history_of_field(standard, field, &leads).into();
    view
}
