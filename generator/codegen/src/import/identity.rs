//! Who made a schema, what it is, under which licence.
//!
//! In: the members of the schema that are not about columns. Out: [`Identity`]. What is missing is understood from the
//! rest or from the references, and said.

use std::collections::BTreeSet;
use std::ops::Range;

use standard_mediation_model::{Contributor, Date, Identity, Licence, Role, Source, Standard, Version};

use super::Options;
use super::codes::kebab;
use super::json::{Node, Value};
use super::reference::References;
use super::remark::{Object, Remarks, scalar};

/// The addresses of the profile of Table Schema v1.
const PROFILES: [&str; 2] =
    ["https://frictionlessdata.io/schemas/table-schema.json", "https://specs.frictionlessdata.io/schemas/table-schema.json"];

/// The version that a schema declares, or the one asked for.
pub(super) fn version(object: &mut Object<'_>, options: &Options<'_>, remarks: &mut Remarks<'_>) -> Version {
    let written = object.text("version", remarks);
    let read = written.as_ref().and_then(|(text, at)| number(text, at, remarks));
    let declared = match (written, read) {
        (Some((text, at)), None) => {
            remarks.corrected(at, format!("« {text} » n'est pas une version : 0.1.0 en tient lieu"));
            None
        }
        (None, _) => {
            if options.version.is_none() {
                remarks.deduced(0..1, "le schéma ne dit pas sa version : 0.1.0 en tient lieu");
            }
            None
        }
        (Some((_, at)), Some(read)) => {
            if let Some(asked) = options.version.filter(|asked| *asked != read) {
                remarks.corrected(at, format!("le fichier déclare la version {read}, il est importé sous le numéro {asked}"));
            }
            Some(read)
        }
    };
    options.version.or(declared).unwrap_or(Version { major: 0, minor: 1, patch: 0 })
}

/// `1.0.1`, with or without `v`; missing numbers are zero.
fn number(text: &str, at: &Range<usize>, remarks: &mut Remarks<'_>) -> Option<Version> {
    let plain = text.strip_prefix(['v', 'V']).unwrap_or(text);
    if let Ok(version) = plain.parse() {
        return Some(version);
    }
    let (plain, rest) = plain.split_once(['-', '+']).map_or((plain, None), |(plain, rest)| (plain, Some(rest)));
    if let (Ok(version), Some(_)) = (plain.parse(), rest) {
        remarks.corrected(at.clone(), format!("la version {text} s'écrit {version} : nos versions n'ont que trois nombres"));
        return Some(version);
    }
    let completed = match plain.matches('.').count() {
        0 => format!("{plain}.0.0"),
        1 => format!("{plain}.0"),
        _ => return None,
    };
    let version = completed.parse().ok()?;
    remarks.corrected(at.clone(), format!("la version {text} s'écrit {version}"));
    Some(version)
}

/// Everything else.
pub(super) fn read(
    object: &mut Object<'_>,
    version: Version,
    options: &Options<'_>,
    references: References<'_>,
    remarks: &mut Remarks<'_>,
) -> Identity {
    if let Some((profile, at)) = object.text("$schema", remarks)
        && !PROFILES.contains(&profile)
    {
        remarks.corrected(at, format!("le profil {profile} est remplacé par celui de Table Schema version 1"));
    }
    let main = references.main().map(|standard: &Standard| &standard.identity);
    let homepage = object.text("homepage", remarks).map(|(text, _)| text.trim_end_matches('/').to_owned());
    let title = object.text("title", remarks).map(|(text, _)| text.to_owned());
    let name = name(object, homepage.as_deref(), title.as_deref(), main, remarks);
    let title = title.unwrap_or_else(|| {
        remarks.deduced(0..1, "le schéma n'a pas de titre : son nom en tient lieu");
        name.clone()
    });
    let description = object.text("description", remarks).map(|(text, _)| text.to_owned()).unwrap_or_default();
    let (created, modified) = dates(object, options, remarks);
    let (repository, raw_repository) = addresses(object, homepage, &name, version, main, remarks);
    let licence = licence(object, main, remarks);
    let contact = object.text("contact", remarks);
    let author = object.text("author", remarks);
    let contributors = contributors(object, author, contact.as_ref().map(|(text, _)| *text), remarks);
    let contact = self::contact(contact, &contributors, main, remarks);
    let text = |object: &mut Object<'_>, keys: [&str; 2], usual: &str, remarks: &mut Remarks<'_>| {
        let found = keys.into_iter().find_map(|key| object.text(key, remarks));
        found.map_or_else(|| usual.to_owned(), |(text, _)| text.to_owned())
    };
    let country = text(object, ["countryCode", "country"], "FR", remarks);
    let language = text(object, ["language", "lang"], "fr", remarks);
    Identity {
        title,
        description,
        version,
        created,
        modified,
        country,
        language,
        repository,
        raw_repository,
        contact,
        keywords: keywords(object, remarks),
        licence,
        contributors,
        sources: sources(object, remarks),
        name,
    }
}

fn name(
    object: &mut Object<'_>,
    homepage: Option<&str>,
    title: Option<&str>,
    main: Option<&Identity>,
    remarks: &mut Remarks<'_>,
) -> String {
    if let Some((name, at)) = object.text("name", remarks) {
        let ours = kebab(name);
        if ours != name {
            remarks.corrected(at, format!("le nom {name} s'écrit {ours}"));
        }
        return ours;
    }
    let last = homepage.and_then(|address| address.rsplit('/').next()).map(|last| kebab(last.trim_end_matches(".git")));
    let name = main.map(|main| main.name.clone()).or(last).or(title.map(kebab)).unwrap_or_else(|| "schema".into());
    remarks.deduced(0..1, format!("le schéma n'a pas de nom : {name} en tient lieu"));
    name
}

/// The day of the first version and of this one.
fn dates(object: &mut Object<'_>, options: &Options<'_>, remarks: &mut Remarks<'_>) -> (Date, Date) {
    let mut day = |key: &str| {
        let (text, at) = object.text(key, remarks)?;
        if let Ok(date) = text.parse::<Date>() {
            return Some((date, at));
        }
        let start = text.get(..10).and_then(|start| start.parse::<Date>().ok());
        match start {
            Some(date) => remarks.corrected(at.clone(), format!("« {key} » est une date : {text} devient {date}")),
            None => remarks.homeless(at.clone(), &format!("« {key} », {text},"), "une date s'écrit année-mois-jour"),
        }
        start.map(|date| (date, at))
    };
    let created = day("created");
    let modified = ["lastModified", "updated", "modified"].map(&mut day).into_iter().flatten().next();
    if let (Some(asked), Some((said, at))) = (options.date, &modified)
        && options.version.is_some()
        && asked != *said
    {
        remarks.corrected(at.clone(), format!("le fichier se dit modifié le {said}, il est importé sous la date du {asked}"));
    }
    let declared = modified.map(|(date, _)| date);
    let asked = options.date.filter(|_| options.version.is_some());
    let known = asked.or(declared).or(created.as_ref().map(|(date, _)| *date)).or(options.date);
    let modified = known.unwrap_or_else(|| {
        remarks.deduced(0..1, "le schéma ne dit aucune date : le 1er janvier 2000 en tient lieu");
        FIRST.parse().unwrap_or_else(|_| unreachable!("a day of the calendar"))
    });
    let created = created.map(|(date, _)| date);
    if created.is_none() {
        remarks.deduced(0..1, format!("le schéma ne dit pas le jour de sa création : le {modified} en tient lieu"));
    }
    (created.unwrap_or(modified).min(modified), modified)
}

/// The day of a schema that names none.
const FIRST: &str = "2000-01-01";

/// Where it is published, and where the raw files of a tag are.
fn addresses(
    object: &mut Object<'_>,
    homepage: Option<String>,
    name: &str,
    version: Version,
    main: Option<&Identity>,
    remarks: &mut Remarks<'_>,
) -> (String, String) {
    let path = ["path", "uri"].into_iter().filter_map(|key| object.text(key, remarks)).collect::<Vec<_>>();
    for (other, at) in path.iter().skip(1) {
        remarks.homeless(at.clone(), &format!("l'adresse {other}"), "le schéma en donne déjà une");
    }
    let from_path = path.first().and_then(|(path, _)| raw_root(path, version));
    if let (Some((path, at)), Some(root)) = (path.first(), &from_path) {
        let ours = format!("{root}/{}/schema.json", version.tag());
        if ours != *path {
            remarks.corrected(at.clone(), format!("l'adresse du schéma, {path}, s'écrit {ours}"));
        }
    }
    if let (Some((path, at)), None) = (path.first(), &from_path) {
        remarks.homeless(at.clone(), &format!("l'adresse {path}"), "elle ne finit pas par une étiquette et un nom de fichier");
    }
    let homepage = homepage.map(|address| match address.strip_prefix("http://") {
        Some(rest) => {
            remarks.corrected(0..1, format!("l'adresse {address} devient https://{rest}"));
            format!("https://{rest}")
        }
        None => address,
    });
    let repository = homepage.or(main.map(|main| main.repository.clone())).unwrap_or_else(|| {
        let usual = format!("https://example.org/{name}");
        remarks.deduced(0..1, format!("le schéma ne dit pas son dépôt : {usual} en tient lieu"));
        usual
    });
    let raw = from_path.unwrap_or_else(|| {
        let raw = match repository.strip_prefix("https://github.com/") {
            Some(rest) => format!("https://raw.githubusercontent.com/{rest}"),
            None => format!("{repository}/-/raw"),
        };
        remarks.deduced(0..1, format!("l'adresse des fichiers d'une version n'est pas dite : {raw} en tient lieu"));
        raw
    });
    (repository, raw)
}

/// The address below which `<tag>/<file>` is a raw file: `…/<tag>/…/schema.json` without what follows.
fn raw_root(path: &str, version: Version) -> Option<String> {
    let parts: Vec<&str> = path.split('/').collect();
    if parts.len() < 6 || !path.starts_with("https://") || !parts.last()?.contains('.') {
        return None;
    }
    let tags = [version.tag(), version.to_string()];
    let tag = parts.iter().position(|part| tags.iter().any(|tag| tag == part));
    let raw = parts.iter().position(|part| *part == "raw").map(|at| at + 1);
    // `raw.githubusercontent.com/<owner>/<name>/<branch>/…`
    let github = (parts[2] == "raw.githubusercontent.com").then_some(5);
    let end = tag.or(github).or(raw).unwrap_or(parts.len() - 2);
    (end > 3 && end < parts.len()).then(|| parts[..end].join("/"))
}

fn licence(object: &mut Object<'_>, main: Option<&Identity>, remarks: &mut Remarks<'_>) -> Licence {
    let mut found: Option<Licence> = None;
    for item in object.list("licenses", remarks) {
        let Some(mut member) = Object::of(item) else {
            remarks.homeless(item.span.clone(), "cette licence", "il faudrait un objet");
            continue;
        };
        if found.is_some() {
            remarks.homeless(item.span.clone(), "cette autre licence", "un standard en a une");
            continue;
        }
        let mut text = |key: &str| member.text(key, remarks).map(|(text, _)| text.to_owned());
        let (name, title, url) = (text("name"), text("title"), text("path"));
        let usual = usual_licence();
        let name = name.unwrap_or_else(|| title.as_deref().map_or(usual.name, kebab));
        found = Some(Licence { title: title.unwrap_or_else(|| name.clone()), url: url.unwrap_or(usual.url), name });
        member.rest("de la licence", remarks);
    }
    found.unwrap_or_else(|| {
        let licence = main.map_or_else(usual_licence, |main| main.licence.clone());
        remarks.deduced(0..1, format!("le schéma ne dit pas sa licence : {} en tient lieu", licence.title));
        licence
    })
}

/// The licence of public data in France.
fn usual_licence() -> Licence {
    Licence {
        name: "etalab-2.0".into(),
        title: "Licence Ouverte 2.0".into(),
        url: "https://www.etalab.gouv.fr/licence-ouverte-open-licence".into(),
    }
}

fn keywords(object: &mut Object<'_>, remarks: &mut Remarks<'_>) -> Vec<String> {
    let (mut words, mut known) = (Vec::new(), BTreeSet::new());
    for item in object.list("keywords", remarks) {
        match scalar(&item.value) {
            Some(word) if known.insert(word.clone()) => words.push(word),
            Some(_) => {}
            None => remarks.homeless(item.span.clone(), "ce mot-clé", "il faudrait un texte"),
        }
    }
    words
}

fn sources(object: &mut Object<'_>, remarks: &mut Remarks<'_>) -> Vec<Source> {
    let mut out = Vec::new();
    for item in object.list("sources", remarks) {
        let Some(mut source) = Object::of(item) else {
            remarks.homeless(item.span.clone(), "cette source", "il faudrait un objet");
            continue;
        };
        let title = source.text("title", remarks).map(|(text, _)| text.to_owned());
        let url = source.text("path", remarks).map(|(text, _)| text.to_owned());
        match (title, url) {
            (Some(title), Some(url)) => out.push(Source { title, url }),
            (title, url) => {
                let said = title.or(url).unwrap_or_default();
                remarks.homeless(
                    item.span.clone(),
                    &format!("la source « {said} »"),
                    "il faut un titre et une adresse, « path »",
                );
            }
        }
        source.rest("d'une source", remarks);
    }
    out
}

/// Who made it; the author is first, and there is one.
fn contributors(
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

fn contact(
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_root_of_raw_files_is_what_precedes_the_tag() {
        let version = Version { major: 0, minor: 2, patch: 0 };
        for (path, root) in [
            ("https://raw.githubusercontent.com/a/b/v0.2.0/schema.json", Some("https://raw.githubusercontent.com/a/b")),
            ("https://raw.githubusercontent.com/a/b/v3-wip/statique/schema.json", Some("https://raw.githubusercontent.com/a/b")),
            ("https://github.com/a/b/raw/v0.2.0/build/schemas/x.json", Some("https://github.com/a/b/raw")),
            ("https://gitlab.example/g/a/-/raw/0.1.0/schema.json", Some("https://gitlab.example/g/a/-/raw")),
            ("https://example.org/depot/0.1.0/schema.json", Some("https://example.org/depot")),
            ("https://example.org/schema.json", None),
            ("schema.json", None),
            ("https://github.com/a/b/tree/main", None),
        ] {
            assert_eq!(raw_root(path, version).as_deref(), root, "{path}");
        }
    }
}
