//! The pages of a tag. Here are the facts they show; the words are in `templates/publication/`.

use serde::Serialize;
use standard_mediation_model::{Change, Date, Field, Identity, Impact, Kind, Standard, Version};

use crate::emit::cell_form;
use crate::render;

#[derive(Serialize)]
struct Readme<'a> {
    identity: &'a Identity,
    tag: String,
    /// Address below which the files of the tag are, since the national site shows this page elsewhere. Not named
    /// `raw`: handlebars has a helper of that name, which writes nothing.
    tagged: String,
    encoding: String,
    delimiter: String,
    quote: String,
    separator: String,
    file_name: String,
    columns: Vec<Column<'a>>,
}

#[derive(Serialize)]
struct Column<'a> {
    name: String,
    title: &'a str,
    required: bool,
    content: String,
    multiple: bool,
}

pub(super) fn readme(standard: &Standard) -> String {
    let (identity, dialect) = (&standard.identity, &standard.dialect);
    let tag = identity.version.tag();
    let view = Readme {
        identity,
        tagged: format!("{}/{tag}", identity.raw_repository),
        tag,
        encoding: dialect.encoding.to_uppercase(),
        delimiter: render::code(&dialect.delimiter.to_string()),
        quote: render::code(&dialect.quote.to_string()),
        separator: render::code(&standard.separator()),
        file_name: render::code(&dialect.file_name),
        columns: standard.fields.iter().map(|field| column(standard, field)).collect(),
    };
    render::markdown("publication/readme", &view)
}

fn column<'a>(standard: &Standard, field: &'a Field) -> Column<'a> {
    let closed = cell_form::closed_list(standard, field).is_some();
    let mut content = match field.kind {
        _ if closed => "valeur d'une liste",
        _ if field.vocabulary.is_some() => "valeur d'une liste conseillée",
        Kind::Text => "texte",
        Kind::Number => "nombre",
        Kind::Date => "date",
    }
    .to_owned();
    if let Some(pattern) = &field.pattern {
        content = format!("{content}\u{a0}: {}", pattern.in_words);
    }
    if let Some(length) = field.max_length {
        content = format!("{content}, {length} caractères au plus");
    }
    Column { name: render::code(&field.name), title: &field.title, required: field.required, content, multiple: field.multiple }
}

#[derive(Serialize)]
struct Changelog<'a> {
    title: &'a str,
    versions: Vec<Release<'a>>,
}

#[derive(Serialize)]
struct Release<'a> {
    number: Version,
    date: Date,
    /// Written, never published by the national site.
    unpublished: bool,
    /// Published, before changes were recorded.
    silent: bool,
    sections: Vec<Section<'a>>,
}

#[derive(Serialize)]
struct Section<'a> {
    major: bool,
    minor: bool,
    changes: Vec<Entry<'a>>,
}

#[derive(Serialize)]
struct Entry<'a> {
    #[serde(flatten)]
    change: &'a Change,
    columns: String,
}

pub(super) fn changelog(standard: &Standard) -> String {
    let identity = &standard.identity;
    let past = standard.history.iter().map(|release| (release.version, release.date, release.published));
    let mut versions: Vec<_> = past.chain([(identity.version, identity.modified, true)]).collect();
    versions.sort_by_key(|(version, ..)| std::cmp::Reverse(*version));
    let release = |(number, date, published): (Version, Date, bool)| {
        let sections = sections(standard, number);
        Release { number, date, unpublished: !published, silent: sections.is_empty(), sections }
    };
    let view = Changelog { title: &identity.title, versions: versions.into_iter().map(release).collect() };
    render::markdown("publication/changelog", &view)
}

/// What a version changed, the heaviest first.
fn sections(standard: &Standard, version: Version) -> Vec<Section<'_>> {
    let entry = |change| Entry { change, columns: columns(change) };
    let section = |impact| {
        let changes = standard.changes.iter().filter(|change| change.version == version && change.impact == impact);
        Section { major: impact == Impact::Major, minor: impact == Impact::Minor, changes: changes.map(entry).collect() }
    };
    let sections = [Impact::Major, Impact::Minor, Impact::Patch].map(section);
    sections.into_iter().filter(|section| !section.changes.is_empty()).collect()
}

fn columns(change: &Change) -> String {
    change.fields.iter().map(|name| render::code(name)).collect::<Vec<_>>().join(", ")
}

pub(super) fn licence(standard: &Standard) -> String {
    render::markdown("publication/licence", &standard.identity)
}
