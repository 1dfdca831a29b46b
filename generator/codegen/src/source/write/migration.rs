//! A step from version to version.

use standard_mediation_model::migration::{Answer, ColumnChange, Fate, Migration, Target, ValueChange, Word};

use super::yaml::Yaml;

/// The file of a step.
pub(super) fn write(step: &Migration) -> Yaml {
    let mut yaml = Yaml::default();
    yaml.text("de", &step.before.to_string());
    yaml.text("vers", &step.after.to_string());
    yaml.prose("titre", &step.title);
    yaml.prose("description", &step.description);
    if step.columns.is_empty() {
        yaml.raw("colonnes", "[]");
        return yaml;
    }
    yaml.open("colonnes");
    for change in &step.columns {
        yaml.nest(|yaml| yaml.item(|yaml| column(yaml, change)));
    }
    yaml
}

fn column(yaml: &mut Yaml, change: &ColumnChange) {
    yaml.text("avant", &change.before);
    if !change.after.is_empty() && change.after != [change.before.as_str()] {
        yaml.list("apres", change.after.iter().map(String::as_str));
    }
    if let Some(why) = &change.lost {
        yaml.prose("perdue", why);
    }
    if !change.separators.is_empty() {
        let signs: Vec<String> = change.separators.iter().map(char::to_string).collect();
        yaml.list("separateurs", signs.iter().map(String::as_str));
    }
    if !change.starts.is_empty() {
        yaml.list("debuts", change.starts.iter().map(String::as_str));
    }
    if let Some(text) = &change.to_check {
        yaml.prose("a_verifier", text);
    }
    if !change.values.is_empty() {
        yaml.open("valeurs");
        for change_of in &change.values {
            yaml.nest(|yaml| yaml.item(|yaml| value(yaml, change, change_of)));
        }
    }
}

fn value(yaml: &mut Yaml, column: &ColumnChange, change: &ValueChange) {
    yaml.text("avant", cited(&change.before));
    if !change.aliases.is_empty() {
        yaml.list("alias", change.aliases.iter().map(String::as_str));
    }
    match &change.fate {
        Fate::Becomes(place) => target(yaml, column, place),
        Fate::Lost(why) => yaml.prose("perdue", why),
        Fate::Asked(asked) => {
            yaml.prose("question", &asked.question);
            yaml.open("reponses");
            for possible in &asked.answers {
                yaml.nest(|yaml| yaml.item(|yaml| answer(yaml, column, possible)));
            }
            yaml.text("proposition", &asked.proposition);
            yaml.prose("raison", &asked.reason);
        }
    }
}

fn answer(yaml: &mut Yaml, column: &ColumnChange, answer: &Answer) {
    yaml.text("reponse", &answer.name);
    if let Some(place) = &answer.target {
        target(yaml, column, place);
    }
    if answer.alone {
        yaml.raw("seule", "true");
    }
}

fn target(yaml: &mut Yaml, column: &ColumnChange, target: &Target) {
    yaml.option("apres", target.value.as_ref().map(cited));
    // Where the column is the only one and the value is said, the column goes without saying.
    if target.value.is_none() || column.after != [target.column.as_str()] {
        yaml.text("dans", &target.column);
    }
}

/// A value as the sources cite it.
fn cited(word: &Word) -> &str {
    word.code.as_deref().unwrap_or(&word.label)
}
