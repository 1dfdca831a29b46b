//! `gabarit/fiches.html`: one card a field, to print, cut and discuss around a table.
//!
//! In: the standard. Out: one page that needs nothing else, read on a screen or printed two cards a sheet of A4, none cut
//! in two. Must not: run a program, fetch anything, or hold a list that nobody would read on paper.
//!
//! Families come in the order in which people read them, and fields in the order of the columns: a workshop takes them
//! family by family. What a card has no room for (long definitions, long lists) is cut, and the cut shows.

use serde_json::{Value, json};
use standard_mediation_model::{Field, Group, Kind, Level, Standard, Vocabulary};

use super::{palette, words};
use crate::{Artifact, render};

/// Values with their definitions on a card; beyond, values alone.
const MOST_DEFINED: usize = 14;
/// Values on a card.
const MOST_VALUES: usize = 120;
/// Length of all the definitions of a list, of the longest one, and of an example: what half a page of A4 holds.
const DEFINITIONS: usize = 900;
const DEFINITION: usize = 110;
const SAMPLE: usize = 180;
/// Examples on a card.
const SAMPLES: usize = 2;

pub(super) fn emit(standard: &Standard) -> Vec<Artifact> {
    let view = json!({
        "titre": standard.identity.title,
        "version": standard.identity.version,
        "description": standard.identity.description,
        "familles": families(standard),
    });
    vec![Artifact::text("gabarit/fiches.html", &render::html("gabarit/fiches", &view))]
}

/// What the cards of each family show.
pub(crate) fn families(standard: &Standard) -> Vec<Value> {
    standard.groups.iter().map(|group| family(standard, group)).collect()
}

fn family(standard: &Standard, group: &Group) -> Value {
    let hue = palette::of(standard, &group.name);
    json!({
        "nom": group.name,
        "titre": group.title,
        "description": group.description,
        "teinte": palette::rank(standard, &group.name),
        "couleurs": { "sombre": format!("#{:06x}", hue.dark), "clair": format!("#{:06x}", hue.light) },
        "fiches": standard.fields_of(&group.name).map(|field| card(standard, field)).collect::<Vec<_>>(),
    })
}

fn card(standard: &Standard, field: &Field) -> Value {
    // The items of a list written as JSON are not what its cell holds.
    let list = standard.vocabulary_of(field).filter(|list| field.kind != Kind::Array && !list.values.is_empty());
    let examples: Vec<String> =
        field.examples.iter().take(SAMPLES).map(|cell| words::within(&standard.text_of(field, cell), SAMPLE)).collect();
    json!({
        "nom": field.name,
        "titre": field.title,
        "obligatoire": field.required,
        "multiple": field.multiple,
        "separateur": standard.separator_of(field),
        "description": field.description,
        "saisie": field.usage,
        // That a value is in the list, the list says.
        "demandes": words::asked(standard, field, list.is_none()),
        "plusieurs_exemples": examples.len() > 1,
        "exemples": examples,
        "liste": list.map(values),
    })
}

fn values(list: &Vocabulary) -> Value {
    let defined = list.values.len() <= MOST_DEFINED;
    let length = (DEFINITIONS / list.values.len().max(1)).min(DEFINITION);
    let with_definition = |value: &standard_mediation_model::Value| {
        json!({
            "libelle": value.label,
            "definition": words::within(&value.definition, length),
            "deprecie": value.deprecated.is_some(),
        })
    };
    json!({
        "conseil": list.level == Level::Recommendation,
        "valeurs": if defined { list.values.iter().map(with_definition).collect() } else { Vec::new() },
        "courtes": if defined { Vec::new() } else { list.labels().take(MOST_VALUES).collect::<Vec<_>>() },
        "reste": list.values.len() > MOST_VALUES,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::emit::trial;

    fn page(standard: &Standard) -> String {
        let mut artifacts = emit(standard);
        String::from_utf8(artifacts.remove(0).bytes).expect("UTF-8")
    }

    #[test]
    fn each_field_has_a_card_that_says_whether_it_must_be_filled() {
        let standard = trial::standard();
        let page = page(&standard);
        for field in &standard.fields {
            let card =
                page.split(&format!("id=\"champ-{}\"", field.name)).nth(1).and_then(|rest| rest.split("</article>").next());
            let card = card.unwrap_or_else(|| panic!("no card for {}", field.name));
            assert_eq!(card.contains("class=\"tampon\""), field.required, "{}", field.name);
            assert_eq!(card.matches("Notes et post-it").count(), 1, "{}", field.name);
            for label in standard.vocabulary_of(field).into_iter().flat_map(Vocabulary::labels) {
                assert!(card.contains(&render::html_text(label)), "{}: {label}", field.name);
            }
        }
    }

    #[test]
    fn the_page_needs_nothing_else_and_runs_nothing() {
        let page = page(&trial::standard());
        for outside in ["<script", "<link", "<img", "src=", "url(", "@import", "http-equiv"] {
            assert!(!page.contains(outside), "{outside}");
        }
    }

    #[test]
    fn hostile_texts_stay_texts() {
        let page = page(&trial::hostile());
        for markup in ["</script>", "{{x}}\"", "<b>", "[a](b)</a>"] {
            assert!(!page.contains(markup), "{markup}");
        }
        assert!(page.contains("&lt;/script&gt; {{x}} &quot;&#x27;"));
        for tag in ["article", "section", "dl", "ul", "li", "p", "div"] {
            let opened = page.matches(&format!("<{tag}>")).count() + page.matches(&format!("<{tag} ")).count();
            assert_eq!(opened, page.matches(&format!("</{tag}>")).count(), "{tag}");
        }
    }

    #[test]
    fn a_list_that_no_paper_holds_is_cut_and_says_so() {
        let mut standard = trial::standard();
        let one = standard.vocabularies[0].values[0].clone();
        standard.vocabularies[0].values =
            (0..10_000).map(|n| standard_mediation_model::Value { label: format!("v{n}"), ..one.clone() }).collect();
        let page = page(&standard);
        assert!(page.contains("<li>v119</li>") && !page.contains("<li>v120</li>") && page.contains("La liste est plus longue."));
    }
}
