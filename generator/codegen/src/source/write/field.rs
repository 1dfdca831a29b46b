//! `champs/<nom>.yaml`.

use standard_mediation_model::{Cell, Field, Level, Limit, Standard};

use super::Written;
use super::yaml::Yaml;

pub(super) fn write(standard: &Standard, field: &Field) -> Yaml {
    let mut yaml = Yaml::default();
    yaml.text("nom", &field.name);
    yaml.prose("titre", &field.title);
    yaml.prose("description", &field.description);
    if let Some(usage) = &field.usage {
        yaml.prose("saisie", usage);
    }
    yaml.text("type", field.kind.word());
    yaml.option("format", field.format.as_deref());
    if let Some(truth) = &field.truth {
        yaml.open("oui_non");
        yaml.nest(|yaml| {
            yaml.list("oui", truth.yes.iter().map(String::as_str));
            yaml.list("non", truth.no.iter().map(String::as_str));
        });
    }
    sign(&mut yaml, "signe_decimal", field.decimal_sign);
    yaml.raw("obligatoire", if field.required { "true" } else { "false" });
    if field.unique {
        yaml.raw("unique", "true");
    }
    if field.multiple {
        yaml.raw("multiple", "true");
    }
    sign(&mut yaml, "separateur", field.separator);
    yaml.option("vocabulaire", field.vocabulary.as_deref());
    constraints(&mut yaml, field);
    if !field.checks.is_empty() {
        yaml.list("controles", field.checks.iter().map(|check| check.id()));
    }
    yaml.text("depuis", &field.since.to_string());
    if !field.former_names.is_empty() {
        yaml.open("anciens_noms");
        for former in &field.former_names {
            yaml.nest(|yaml| {
                yaml.item(|yaml| {
                    yaml.text("nom", &former.name);
                    yaml.text("jusqua", &former.until.to_string());
                });
            });
        }
    }
    if !field.aliases.is_empty() {
        yaml.open("alias");
        yaml.nest(|yaml| field.aliases.iter().for_each(|alias| yaml.item_text(alias)));
    }
    if !field.see_also.is_empty() {
        yaml.list("voir_aussi", field.see_also.iter().map(String::as_str));
    }
    examples(&mut yaml, standard, field);
    yaml
}

fn sign(yaml: &mut Yaml, key: &str, sign: Option<char>) {
    if let Some(sign) = sign {
        yaml.text(key, sign.encode_utf8(&mut [0; 4]));
    }
}

fn constraints(yaml: &mut Yaml, field: &Field) {
    if let Some(pattern) = &field.pattern {
        yaml.open("motif");
        yaml.nest(|yaml| {
            yaml.text("expression", &pattern.expression);
            yaml.prose("en_clair", &pattern.in_words);
            level(yaml, pattern.level);
        });
    }
    for (key, length) in [("longueur_min", field.min_length), ("longueur_max", field.max_length)] {
        if let Some(length) = length {
            yaml.raw(key, &length.to_string());
        }
    }
    if let Some(bounds) = &field.bounds {
        yaml.open("bornes");
        yaml.nest(|yaml| {
            for (key, limit) in [("minimum", bounds.minimum), ("maximum", bounds.maximum)] {
                match limit {
                    Some(Limit::Number(number)) => yaml.raw(key, &number.to_string()),
                    Some(Limit::Day(day)) => yaml.text(key, &day.to_string()),
                    None => {}
                }
            }
            level(yaml, bounds.level);
        });
    }
}

fn level(yaml: &mut Yaml, level: Level) {
    if level != Level::Blocking {
        yaml.text("niveau", level.word());
    }
}

fn examples(yaml: &mut Yaml, standard: &Standard, field: &Field) {
    yaml.open("exemples");
    yaml.nest(|yaml| {
        for cell in &field.examples {
            item(yaml, standard, field, cell);
        }
    });
    if field.counter_examples.is_empty() {
        return;
    }
    yaml.open("contre_exemples");
    for counter in &field.counter_examples {
        yaml.nest(|yaml| {
            yaml.item(|yaml| {
                yaml.text("valeur", &counter.text);
                yaml.text("regle", &counter.rule);
                if let Some(why) = &counter.why {
                    yaml.prose("explication", why);
                }
            });
        });
    }
}

fn item(yaml: &mut Yaml, standard: &Standard, field: &Field, cell: &Cell) {
    match Written::of(standard, field, cell) {
        Written::List(items) => yaml.item_list(&items.iter().map(String::as_str).collect::<Vec<_>>()),
        Written::Number(text) => yaml.item_raw(&text),
        Written::Text(text) => yaml.item_text(&text),
    }
}
