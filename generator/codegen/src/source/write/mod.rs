//! From a [`Standard`] back to its YAML files.
//!
//! In: a standard. Out: [`Sources`] that read back as the same standard, written as a careful person would: keys in the
//! order of `LISEZMOI.md`, prose folded, codes instead of labels, nothing that has its usual value. Must not decide
//! anything: what the loader would refuse is written all the same, for `check` to say. Frozen versions are left out:
//! they are kept to the byte.

mod field;
mod index;
mod migration;
mod scalar;
mod yaml;

use standard_mediation_model::{
    Cell, Change, CrossKind, CrossRule, Decision, ExampleKind, ExampleRow, Field, Kind, Level, Standard, Vocabulary,
};

use super::Sources;
use yaml::Yaml;

/// Writes the files of a standard.
pub fn write(standard: &Standard) -> Sources {
    let mut sources = Sources::new();
    let mut file = |path: String, yaml: Yaml| {
        sources.insert(path, yaml.into_bytes());
    };
    file("standard.yaml".into(), index::write(standard));
    file("regles.yaml".into(), rules(&standard.rules));
    for field in &standard.fields {
        file(format!("champs/{}.yaml", field.name), field::write(standard, field));
    }
    for list in &standard.vocabularies {
        file(format!("vocabulaires/{}.yaml", list.name), vocabulary(list));
    }
    for row in &standard.examples {
        file(format!("exemples/{}.yaml", row.name), example(standard, row));
    }
    for change in &standard.changes {
        file(format!("evolutions/{}.yaml", change.name), self::change(change));
    }
    for decision in &standard.decisions {
        file(format!("decisions/{}.yaml", decision.name), self::decision(decision));
    }
    for step in &standard.migrations {
        file(format!("migrations/{}-vers-{}.yaml", step.before, step.after), migration::write(step));
    }
    sources
}

fn rules(rules: &[CrossRule]) -> Yaml {
    let mut yaml = Yaml::default();
    if rules.is_empty() {
        yaml.raw("regles", "[]");
        return yaml;
    }
    yaml.open("regles");
    for rule in rules {
        yaml.nest(|yaml| {
            yaml.item(|yaml| {
                yaml.text("nom", &rule.name);
                yaml.text("genre", genre(&rule.kind));
                yaml.text("niveau", rule.level.word());
                yaml.prose("titre", &rule.title);
                yaml.prose("explication", &rule.explanation);
                yaml.prose("remede", &rule.remedy);
                match &rule.kind {
                    CrossKind::ValueNeedsField { field, code, needs } => {
                        yaml.list("champs", [field.as_str()]);
                        yaml.text("valeur", code);
                        yaml.text("exige", needs);
                    }
                    CrossKind::ExclusiveValue { field, code } => {
                        yaml.list("champs", [field.as_str()]);
                        yaml.text("valeur", code);
                    }
                    kind => yaml.list("champs", kind.fields()),
                }
            });
        });
    }
    yaml
}

fn genre(kind: &CrossKind) -> &'static str {
    match kind {
        CrossKind::Together { .. } => "ensemble",
        CrossKind::ExclusiveValue { .. } => "valeur_exclusive",
        CrossKind::ValueNeedsField { .. } => "valeur_exige_champ",
        CrossKind::PointInCommune { .. } => "coordonnees_commune",
        CrossKind::CodesOfCommune { .. } => "codes_commune",
        CrossKind::NameOfCommune { .. } => "nom_de_commune",
        CrossKind::NumberOfTerritory { .. } => "numero_du_territoire",
    }
}

fn vocabulary(list: &Vocabulary) -> Yaml {
    let mut yaml = Yaml::default();
    yaml.text("nom", &list.name);
    yaml.prose("titre", &list.title);
    yaml.prose("description", &list.description);
    if list.level != Level::Blocking {
        yaml.text("niveau", list.level.word());
    }
    yaml.option("origine", list.origin.as_deref());
    yaml.open("valeurs");
    for value in &list.values {
        yaml.nest(|yaml| {
            yaml.item(|yaml| {
                yaml.text("code", &value.code);
                yaml.text("libelle", &value.label);
                yaml.prose("definition", &value.definition);
                yaml.text("depuis", &value.since.to_string());
                if !value.aliases.is_empty() {
                    yaml.open("alias");
                    yaml.nest(|yaml| value.aliases.iter().for_each(|alias| yaml.item_text(alias)));
                }
                yaml.option("deprecie", value.deprecated.map(|version| version.to_string()).as_deref());
                yaml.option("remplace_par", value.replaced_by.as_deref());
            });
        });
    }
    yaml
}

fn example(standard: &Standard, row: &ExampleRow) -> Yaml {
    let mut yaml = Yaml::default();
    yaml.text("nom", &row.name);
    yaml.prose("titre", &row.title);
    let genre = match row.kind {
        ExampleKind::Full => "complet",
        ExampleKind::Minimal => "minimal",
        ExampleKind::Usual => "courant",
    };
    yaml.text("genre", genre);
    yaml.prose("description", &row.description);
    if row.cells.is_empty() {
        yaml.raw("lieu", "{}");
        return yaml;
    }
    yaml.open("lieu");
    yaml.nest(|yaml| {
        for (name, cell) in &row.cells {
            match standard.field(name) {
                Some(field) => match Written::of(standard, field, cell) {
                    Written::List(items) => yaml.list(name, items.iter().map(String::as_str)),
                    Written::Number(text) => yaml.raw(name, &text),
                    Written::Text(text) if text.chars().count() > 80 && text.trim() == text => yaml.long(name, &text),
                    Written::Text(text) => yaml.text(name, &text),
                },
                None => yaml.text(name, &cell.text(&standard.separator())),
            }
        }
    });
    yaml
}

fn change(change: &Change) -> Yaml {
    let mut yaml = Yaml::default();
    yaml.prose("titre", &change.title);
    yaml.text("version", &change.version.to_string());
    yaml.text("niveau", change.impact.word());
    if !change.fields.is_empty() {
        yaml.list("champs", change.fields.iter().map(String::as_str));
    }
    if !change.values.is_empty() {
        yaml.list("valeurs", change.values.iter().map(String::as_str));
    }
    yaml.prose("description", &change.description);
    yaml.prose("raison", &change.reason);
    if let Some(decision) = &change.decision {
        yaml.text("decision", decision);
    }
    yaml
}

fn decision(decision: &Decision) -> Yaml {
    let mut yaml = Yaml::default();
    yaml.prose("titre", &decision.title);
    yaml.prose("date", &decision.date);
    yaml.text("etat", decision.status.word());
    yaml.prose("description", &decision.description);
    if !decision.pending.is_empty() {
        yaml.list("en_attente", decision.pending.iter().map(String::as_str));
    }
    yaml
}

/// The content of a cell, as the sources write it.
enum Written {
    Text(String),
    /// Without quotes.
    Number(String),
    List(Vec<String>),
}

impl Written {
    fn of(standard: &Standard, field: &Field, cell: &Cell) -> Self {
        let vocabulary = standard.vocabulary_of(field);
        let code = |label: &str| match vocabulary {
            Some(vocabulary) => vocabulary.by_label(label).map(|value| value.code.clone()),
            None => Some(label.to_owned()),
        };
        match cell {
            Cell::Many(parts) => Self::List(parts.iter().map(|part| code(part).unwrap_or_else(|| part.clone())).collect()),
            Cell::One(text) if field.kind == Kind::Array => match items(text) {
                Some(items) => match items.iter().map(|item| code(item)).collect::<Option<Vec<_>>>() {
                    Some(codes) => Self::List(codes),
                    None => Self::Text(text.clone()),
                },
                None => Self::Text(text.clone()),
            },
            Cell::One(text) if vocabulary.is_some() => Self::Text(code(text).unwrap_or_else(|| text.clone())),
            // Bare, a number must come back with the same digits.
            Cell::One(text) if field.kind.is_numeric() && text.parse().is_ok_and(|number: f64| number.to_string() == *text) => {
                Self::Number(text.clone())
            }
            Cell::One(text) => Self::Text(text.clone()),
        }
    }
}

/// The texts of a list of JSON, when it is written as the loader would write it.
fn items(text: &str) -> Option<Vec<String>> {
    let items: Vec<String> = serde_json::from_str(text).ok()?;
    let written = serde_json::Value::from(items.clone()).to_string();
    (!items.is_empty() && written == text).then_some(items)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::emit::trial;
    use crate::source;

    #[test]
    fn our_own_standard_reads_back_from_what_is_written() {
        let standard = trial::standard();
        let mut sources = write(&standard);
        // Frozen versions are kept to the byte: they are nobody's to write again. The present one may be frozen already.
        let present = source::past::path(standard.identity.version);
        let frozen = trial::sources().into_iter().filter(|(path, _)| path.starts_with("versions/") && *path != present);
        sources.extend(frozen);
        let loaded = source::load(&sources);
        assert_eq!(loaded.standard.as_ref(), Some(&standard), "{:#?}", loaded.findings);
    }

    /// A standard that the loader refuses is written all the same.
    #[test]
    fn whatever_the_texts_something_is_written_and_read() {
        let sources = write(&trial::hostile());
        let loaded = source::load(&sources);
        assert!(loaded.standard.is_none());
        assert!(loaded.findings.iter().all(|finding| finding.rule != "syntaxe"), "{:#?}", loaded.findings);
    }

    /// What a person would have written, nearly to the letter.
    #[test]
    fn a_field_is_written_as_a_person_would() {
        let standard = trial::standard();
        let sources = write(&standard);
        let text = String::from_utf8(sources["champs/latitude.yaml"].clone()).expect("UTF-8");
        assert!(text.starts_with("nom: latitude\ntitre: Latitude\ndescription: >-\n  La position du lieu"), "{text}");
        assert!(text.contains("\nbornes:\n  minimum: -90\n  maximum: 90\n  niveau: recommandation\ndepuis: 0.1.0\n"), "{text}");
        assert!(text.contains("\nexemples:\n  - 49.2532\n"), "{text}");
        assert!(text.contains("  - valeur: 49,2532\n    regle: nombre\n"), "{text}");
    }
}
