//! Who made a schema, and to whom one writes about it.
//!
//! Our sources want one author, with an address: what a schema does not say is understood from the rest, and said.

use std::ops::Range;

use standard_mediation_model::{Contributor, Identity, Role};

use super::json::{Node, Value};
use super::remark::{Object, Remarks};

/// Who made it; the author is first, and there is one.
pub(super) fn contributors(
    object: &mut Object<'_>,
    author: Option<(&str, Range<usize>)>,
    contact: Option<&str>,
    remarks: &mut Remarks<'_>,
) -> Vec<Contributor> {
    let mut out: Vec<Contributor> =
        object.list("contributors", remarks).iter().filter_map(|item| person(item, remarks)).collect();
    let authors = out.iter().filter(|person| person.role == Role::Author).count();
    if authors == 0
        && let Some((text, at)) = author
    {
        let (name, email) = match text.split_once('<') {
            Some((name, email)) => (name.trim(), Some(email.trim_end_matches(['>', ' ']))),
            None => (text.trim_end_matches('.'), None),
        };
        let email = email.or(contact).filter(|email| email.contains('@')).map(str::to_owned);
        remarks.deduced(at, format!("l'auteur est « {name} », d'après la clé « author »"));
        out.insert(0, Contributor { title: None, organisation: name.to_owned(), email, role: Role::Author });
    } else if let Some((_, at)) = author {
        remarks.homeless(at, "la clé « author »", "les contributeurs disent déjà qui est l'auteur");
    } else if authors == 0
        && let Some(first) = out.first_mut()
    {
        remarks.deduced(0..1, format!("aucun contributeur n'est auteur : « {} », le premier, en tient lieu", first.organisation));
        first.role = Role::Author;
    }
    let mut seen = false;
    for person in &mut out {
        if person.role == Role::Author && std::mem::replace(&mut seen, true) {
            remarks.corrected(0..1, format!("« {} » est un second auteur : il devient contributeur", person.organisation));
            person.role = Role::Contributor;
        }
    }
    if let Some(author) = out.iter_mut().find(|person| person.role == Role::Author)
        && author.email.is_none()
    {
        author.email = contact.filter(|contact| contact.contains('@')).map(str::to_owned);
        if author.email.is_some() {
            remarks.deduced(0..1, "l'auteur n'a pas d'adresse de courriel : celle de la clé « contact » en tient lieu");
        }
    }
    out.sort_by_key(|person| person.role);
    out
}

fn person(item: &Node, remarks: &mut Remarks<'_>) -> Option<Contributor> {
    if let Value::Text(name) = &item.value {
        return Some(Contributor { title: None, organisation: name.clone(), email: None, role: Role::Contributor });
    }
    let Some(mut object) = Object::of(item) else {
        remarks.homeless(item.span.clone(), "ce contributeur", "il faudrait un objet");
        return None;
    };
    let title = object.text("title", remarks).map(|(text, _)| text.to_owned());
    let organisation = object.text("organisation", remarks).or_else(|| object.text("organization", remarks));
    let organisation = organisation.map(|(text, _)| text.to_owned());
    let email = object.text("email", remarks).map(|(text, _)| text.to_owned());
    let role = match object.text("role", remarks) {
        Some(("author", _)) => Role::Author,
        Some(("contributor", _)) | None => Role::Contributor,
        Some((role, at)) => {
            remarks.corrected(at, format!("le rôle {role} devient contributor : nous n'avons qu'auteur et contributeur"));
            Role::Contributor
        }
    };
    object.rest("d'un contributeur", remarks);
    let Some(organisation) = organisation.or_else(|| title.clone()) else {
        remarks.homeless(item.span.clone(), "ce contributeur", "il n'a pas de nom");
        return None;
    };
    let title = title.filter(|title| *title != organisation);
    Some(Contributor { title, organisation, email, role })
}

/// The address to write to.
pub(super) fn contact(
    written: Option<(&str, Range<usize>)>,
    contributors: &[Contributor],
    main: Option<&Identity>,
    remarks: &mut Remarks<'_>,
) -> String {
    if let Some((text, at)) = written {
        if text.contains('@') && !text.contains(' ') {
            return text.to_owned();
        }
        remarks.homeless(at, &format!("le contact « {text} »"), "il faudrait une adresse de courriel");
    }
    let other = contributors.iter().find_map(|person| person.email.clone()).or(main.map(|main| main.contact.clone()));
    let contact = other.unwrap_or_else(|| "contact@example.org".into());
    remarks.deduced(0..1, format!("le schéma ne dit pas à qui écrire : {contact} en tient lieu"));
    contact
}
