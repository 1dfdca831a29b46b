//! A validation: verdict, groups by column, findings, map.
//!
//! ```json
//! {"fichier":"lieux.csv","lecture":["CSV en UTF-8, …"],"resume":{…},"groupes":[{"regle":"motif",…}],"constats":[…],"carte":{…}}
//! ```

use std::io::{self, Write};

use serde_json::{Map, Value, json};
use standard_mediation_model::data::{Block, Columns, Found, Group, Sink, Summary};
use standard_mediation_model::{Level, Standard, Version};
use standard_mediation_report::findings::{Kept, Report, Subject, object, totals};
use standard_mediation_report::map::{Points, State, Tile};

/// Keeps what the page shows until the end.
pub(crate) struct Findings<W> {
    out: W,
    kept: Kept,
    points: Points,
    /// Rows of the present block with a finding, in order, and the gravest of their findings.
    wrong: Vec<(u64, Level)>,
    /// The version that the file could be moved to.
    later: Option<Version>,
}

impl<W> Findings<W> {
    pub(crate) fn new(out: W, standard: &Standard, later: Option<Version>) -> Self {
        Self { out, kept: Kept::default(), points: Points::new(standard), wrong: Vec::new(), later }
    }
}

impl<W: Write> Sink for Findings<W> {
    fn found(&mut self, found: &Found) -> io::Result<()> {
        if let Some(row) = found.row {
            match self.wrong.last_mut() {
                Some((last, level)) if *last == row => *level = (*level).min(found.level),
                _ => self.wrong.push((row, found.level)),
            }
        }
        self.kept.add(found);
        Ok(())
    }

    fn block(&mut self, block: &Block, columns: &Columns) -> io::Result<()> {
        self.points.add(block, columns, &self.wrong);
        self.wrong.clear();
        Ok(())
    }
}

impl<W: Write> Report for Findings<W> {
    fn start(&mut self, _: &Subject<'_>) -> io::Result<()> {
        Ok(())
    }

    fn end(&mut self, subject: &Subject<'_>, summary: &Summary) -> io::Result<()> {
        let kept = std::mem::take(&mut self.kept);
        let (seen, rows) = (kept.seen(), kept.into_rows());
        let page = json!({
            "fichier": subject.name,
            "titre": subject.standard.identity.title,
            "lecture": subject.assumed,
            "vers": self.later.map(|version| version.to_string()),
            "unite": subject.unit.word(),
            "lisible": summary.is_readable,
            "resume": totals(subject, summary),
            "champs": subject.standard.fields.iter()
                .map(|field| json!({ "nom": field.name, "titre": field.title, "obligatoire": field.required }))
                .collect::<Vec<_>>(),
            "regles": subject.standard.rules.iter()
                .map(|rule| (rule.name.clone(), Value::from(rule.title.as_str()))).collect::<Map<_, _>>(),
            "groupes": summary.groups.iter().map(|group| self::group(subject, group)).collect::<Vec<_>>(),
            "constats": rows.iter().map(|found| shown(subject, found)).collect::<Vec<_>>(),
            "constats_en_tout": seen,
            "carte": map(&self.points),
        });
        serde_json::to_writer(&mut self.out, &page)?;
        Ok(())
    }

    fn close(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// A finding as in the JSON of the command, with the name of its place.
fn shown(subject: &Subject<'_>, found: &Found) -> Value {
    let mut object = object(subject.name, found);
    if let Some(label) = &found.label {
        object["lieu"] = (**label).into();
    }
    if let Some((_, parts)) = found.part {
        object["parties"] = parts.into();
    }
    object
}

fn group(subject: &Subject<'_>, group: &Group) -> Value {
    json!({
        "regle": group.rule,
        "niveau": group.level.word(),
        "numero_de_colonne": group.column.map(|column| column + 1),
        "colonne": group.field.as_deref(),
        "nombre": group.count,
        "corriges": group.corrected,
        "exemples": group.examples.iter().map(|found| shown(subject, found)).collect::<Vec<_>>(),
    })
}

fn map(points: &Points) -> Value {
    let picture = points.picture();
    json!({
        "places": points.count(),
        "sans": points.without,
        "ailleurs": points.elsewhere,
        "omis": points.dropped,
        "cases": points.squares(),
        "largeur": picture.width,
        "hauteur": picture.height,
        "dessins": picture.tiles.iter().map(tile).collect::<Vec<_>>(),
    })
}

fn tile(tile: &Tile) -> Value {
    let path = |(state, path): &(State, String)| {
        let state = match state {
            State::Good => "bon",
            State::Advice => "moyen",
            State::Error => "mauvais",
        };
        json!({ "etat": state, "trace": path })
    };
    json!({
        "nom": tile.name,
        "x": tile.at.0,
        "y": tile.at.1,
        "largeur": tile.sides.0,
        "hauteur": tile.sides.1,
        "cote": tile.coast,
        "points": tile.points.iter().map(path).collect::<Vec<_>>(),
    })
}
