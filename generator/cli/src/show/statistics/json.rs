//! Counts as one JSON object, for programs.

use std::io::{self, Write};

use serde_json::{Map, Value, json};
use standard_mediation_model::data::Group;
use standard_mediation_model::data::statistics::{Month, Months, ValueCounts};

use super::{Counted, GIVEN, unread};

pub(super) fn write(out: &mut dyn Write, counted: &Counted<'_>) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, &object(counted))?;
    out.write_all(b"\n")
}

fn object(counted: &Counted<'_>) -> Value {
    let (summary, counts, standard) = (counted.summary, counted.counts, counted.standard);
    let column = |column: &standard_mediation_model::data::ColumnSummary| {
        json!({
            "colonne": column.name,
            "champ": column.field.map(|field| standard.fields[field].name.as_str()),
            "remplies": column.filled,
        })
    };
    let missing = standard.fields.iter().enumerate();
    let missing = missing.filter(|(rank, _)| !summary.columns.iter().any(|column| column.field == Some(*rank)));
    json!({
        "fichier": counted.name,
        "standard": standard.identity.version.to_string(),
        "lignes": summary.rows,
        "lignes_vides": summary.blank_rows,
        "en_tetes_repetes": counts.headers,
        "non_lu": unread(summary).map(left_out).collect::<Vec<_>>(),
        "colonnes": summary.columns.iter().map(column).collect::<Vec<_>>(),
        "colonnes_absentes": missing.map(|(_, field)| field.name.as_str()).collect::<Vec<_>>(),
        "qualite": { "moyenne": summary.quality.score(), "lignes_par_dizaine": summary.quality.tens },
        "valeurs": counts.values.iter().map(|values| (standard.fields[values.field].name.clone(), valued(counted, values))).collect::<Map<_, _>>(),
        "territoires": counts.territories.as_ref().map(|territories| json!({
            "lignes": territories.counts.iter().map(|(territory, rows)| json!({
                "code": territory.code(), "nom": territory.name(), "lignes": rows,
            })).collect::<Vec<_>>(),
            "inconnu": territories.unknown,
        })),
        "mises_a_jour": counts.months.as_ref().map(|months| dated(counted, months)),
    })
}

fn left_out(group: &Group) -> Value {
    let first = group.examples.first();
    json!({
        "regle": group.rule,
        "fois": group.count,
        "premieres_lignes": group.examples.iter().filter_map(|found| found.row).collect::<Vec<_>>(),
        "message": first.map(|found| found.message.as_str()),
        "aide": first.map(|found| &*found.help),
    })
}

fn valued(counted: &Counted<'_>, values: &ValueCounts) -> Value {
    let field = &counted.standard.fields[values.field];
    let labels = counted.standard.vocabulary_of(field).into_iter().flat_map(|vocabulary| vocabulary.values.iter());
    let known = labels.zip(&values.known);
    let known = known.map(|(value, rows)| json!({ "valeur": value.label, "code": value.code, "lignes": rows }));
    let unknown = values.unknown.iter().take(counted.most(GIVEN)).map(|(label, times)| json!({ "valeur": label, "fois": times }));
    json!({
        "lignes_remplies": values.filled,
        "valeurs": known.collect::<Vec<_>>(),
        "hors_liste": { "fois": values.out_of_list, "premieres": unknown.collect::<Vec<_>>() },
    })
}

fn dated(counted: &Counted<'_>, months: &Months) -> Value {
    let today = Month::from(counted.today);
    let newest = months.newest.map(Month::from);
    let window = |last: Month| json!({ "de": last.plus(-11).to_string(), "a": last.to_string(), "lignes": months.fresh(last) });
    json!({
        "mois": months.counts.iter().map(|(month, rows)| json!({ "mois": month.to_string(), "lignes": rows })).collect::<Vec<_>>(),
        "plus_ancienne": months.oldest.map(|date| date.to_string()),
        "plus_recente": months.newest.map(|date| date.to_string()),
        "sans_date": months.empty,
        "illisibles": months.unreadable,
        "douze_derniers_mois": window(today),
        "douze_mois_avant_la_plus_recente": newest.map(window),
        "a_venir": months.after(today),
    })
}
