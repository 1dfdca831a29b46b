use serde_json::{Value, json};
use standard_mediation_model::Standard;

use super::checks::faults;
use super::*;
use crate::emit::trial;

fn forms(standard: &Standard) -> Vec<(String, Value)> {
    let read = |artifact: Artifact| {
        let text = String::from_utf8(artifact.bytes).expect("UTF-8");
        (artifact.path, plain::decode(&text).expect("YAML"))
    };
    emit(standard).into_iter().map(read).collect()
}

fn form(standard: &Standard, name: &str) -> Value {
    let path = format!("github/ISSUE_TEMPLATE/{name}.yml");
    forms(standard).into_iter().find(|(found, _)| *found == path).map(|(_, form)| form).expect("the form")
}

/// The choices of the question of that identifier.
fn options(form: &Value, id: &str) -> Vec<String> {
    let element = form["body"].as_array().expect("a body").iter().find(|element| element["id"] == id).expect("the question");
    let options = element["attributes"]["options"].as_array().expect("choices");
    options.iter().map(|option| option.as_str().expect("a text").to_owned()).collect()
}

#[test]
fn github_accepts_the_forms_of_any_standard() {
    for standard in [trial::standard(), trial::hostile(), bare()] {
        for (path, form) in forms(&standard).iter().filter(|(path, _)| !path.ends_with("config.yml")) {
            assert_eq!(faults(form), Vec::<String>::new(), "{path}");
        }
    }
}

/// A standard without any list of values.
fn bare() -> Standard {
    let mut standard = trial::standard();
    standard.vocabularies.clear();
    standard.fields.truncate(1);
    standard.fields[0].vocabulary = None;
    standard
}

#[test]
fn choices_are_those_of_the_model_in_the_order_people_read() {
    let standard = trial::standard();
    let lists = options(&form(&standard, "proposer-une-valeur"), "liste");
    assert_eq!(lists.len(), standard.vocabularies.len());
    assert!(lists.contains(&"Frais à charge (frais_a_charge)".to_owned()), "{lists:?}");
    let groups = options(&form(&standard, "proposer-un-champ"), "groupe");
    assert_eq!(groups.first().map(String::as_str), Some("Définir la structure (definir)"));
    let fields = options(&form(&standard, "signaler-une-erreur"), "champ");
    assert_eq!(fields.len(), standard.fields.len() + 1);
    let rank = |name: &str| fields.iter().position(|field| field.ends_with(&format!("({name})"))).expect("the field");
    // `typologie` comes after `commune` in a file, and before it here, with its group.
    assert!(rank("typologie") < rank("commune"));
    assert_eq!(fields.last().map(String::as_str), Some("Aucun en particulier"));
}

#[test]
fn a_title_that_reads_as_something_else_stays_a_choice() {
    let mut standard = trial::standard();
    for (list, title) in
        standard.vocabularies.iter_mut().zip(["None", "no", "12:30", "01000", "- a", "# b", "a: b", "[c]", "", "é"])
    {
        list.title = title.to_owned();
    }
    let form = form(&standard, "proposer-une-valeur");
    assert_eq!(faults(&form), Vec::<String>::new());
    let lists = options(&form, "liste");
    let names = standard.vocabularies.iter().map(|list| choice(&list.title, &list.name));
    assert!(lists.into_iter().eq(names));
}

#[test]
fn two_titles_alike_are_two_choices_and_a_line_break_is_a_space() {
    assert_ne!(choice("Services", "services"), choice("Services", "offre"));
    assert_eq!(choice(" a\n\tb\u{7} ", "c"), "a b (c)");
    assert_eq!(choice("Qui\u{a0}?", "c"), "Qui\u{a0}? (c)");
}

#[test]
fn what_has_no_choice_is_not_asked() {
    let standard = bare();
    let paths: Vec<String> = forms(&standard).into_iter().map(|(path, _)| path).collect();
    assert!(!paths.iter().any(|path| path.contains("proposer-une-valeur")), "{paths:?}");
    let report = form(&standard, "signaler-une-erreur");
    let ids: Vec<&Value> = report["body"].as_array().expect("a body").iter().map(|element| &element["id"]).collect();
    assert!(ids.contains(&&json!("champ")) && !ids.contains(&&json!("liste")), "{ids:?}");
}

#[test]
fn no_mark_is_left_and_texts_of_the_standard_are_never_marks() {
    let mut standard = trial::standard();
    standard.vocabularies[0].title = "<contact> <champs>".to_owned();
    let texts: Vec<String> = emit(&standard).into_iter().map(|a| String::from_utf8(a.bytes).expect("UTF-8")).collect();
    let all = texts.concat();
    assert!(["<depot>", "<listes>", "<groupes>"].iter().all(|mark| !all.contains(mark)));
    let lists = options(&form(&standard, "proposer-une-valeur"), "liste");
    assert_eq!(lists[0], format!("<contact> <champs> ({})", standard.vocabularies[0].name));
}

#[test]
fn a_new_version_changes_no_form() {
    let mut next = trial::standard();
    let before = emit(&next);
    next.identity.version = "9.8.7".parse().expect("a version");
    next.identity.modified = next.identity.created;
    assert_eq!(emit(&next), before);
}

#[test]
fn the_chooser_leads_to_the_standard() {
    let standard = trial::standard();
    let config = form(&standard, "config");
    let link = &config["contact_links"][0];
    assert_eq!(link["url"], standard.identity.repository.as_str());
    assert!(link["about"].as_str().is_some_and(|about| about.contains(&standard.identity.contact)));
}

#[test]
fn forms_are_set_in_french() {
    for (path, form) in forms(&trial::standard()) {
        for text in texts(&form) {
            let bare = [" ?", " !", " ;", " :", "’"].iter().find(|sign| text.contains(*sign));
            assert_eq!(bare, None, "{path}: {text}");
        }
    }
}

fn texts(value: &Value) -> Vec<&str> {
    match value {
        Value::String(text) => vec![text],
        Value::Array(items) => items.iter().flat_map(texts).collect(),
        Value::Object(entries) => entries.values().flat_map(texts).collect(),
        _ => Vec::new(),
    }
}

/// A sound form, changed: the checks must see it.
#[test]
fn each_check_fires() {
    let sound = json!({
        "name": "a", "description": "b", "title": "c", "labels": ["d"],
        "body": [
            { "type": "markdown", "attributes": { "value": "texte" } },
            { "type": "dropdown", "id": "liste", "attributes": { "label": "Liste", "options": ["un", "deux"] }, "validations": { "required": true } },
            { "type": "checkboxes", "id": "cases", "attributes": { "label": "Cases", "options": [{ "label": "Lu", "required": true }] } },
        ],
    });
    assert_eq!(faults(&sound), Vec::<String>::new());
    let cases = [
        ("/name", json!(true), "name must be a text"),
        ("/description", json!("  "), "description must be a text"),
        ("/hello", json!("x"), "hello is not a key"),
        ("/body", json!([{ "type": "markdown", "attributes": { "value": "x" } }]), "body asks nothing"),
        ("/body/0/id", json!("x"), "body[0]: id is not a key"),
        ("/body/0/attributes", json!({}), "body[0]: value is missing"),
        ("/body/1/type", json!("select"), "body[1]: type is unknown"),
        ("/body/1/id", json!("une liste"), "body[1]: id holds a sign"),
        ("/body/1/id", json!("cases"), "body[2]: id is not unique"),
        ("/body/1/attributes/label", json!(12), "body[1]: label must be a text"),
        ("/body/1/attributes/label", json!("cases ?"), "body[2]: label is like another"),
        ("/body/1/attributes/label", json!("Password"), "body[1]: label holds a forbidden word"),
        ("/body/1/attributes/render", json!("text"), "body[1]: render is not an attribute"),
        ("/body/1/attributes/options", json!([]), "body[1]: options are empty"),
        ("/body/1/attributes/options", json!(["un", "un"]), "body[1]: options are not unique"),
        ("/body/1/attributes/options", json!(["none"]), "body[1]: an option is None"),
        ("/body/1/attributes/options", json!([false]), "body[1]: an option must be a text"),
        ("/body/1/validations/required", json!("oui"), "body[1]: validations: required"),
        ("/body/2/attributes/options/0/required", json!("oui"), "body[2]: option: required"),
    ];
    for (at, with, expected) in cases {
        let mut form = sound.clone();
        let (parent, key) = at.rsplit_once('/').expect("a pointer");
        form.pointer_mut(parent).and_then(Value::as_object_mut).expect("a map").insert(key.to_owned(), with);
        assert_eq!(faults(&form), [expected], "{at}");
    }
    let mut nameless = sound;
    nameless.as_object_mut().expect("a map").remove("name");
    assert_eq!(faults(&nameless), ["name is missing"]);
}
