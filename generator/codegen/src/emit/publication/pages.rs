//! The pages of a tag. Here are the facts they show; the words are in `templates/publication/`.

use serde::Serialize;
use standard_mediation_model::count::counted;
use standard_mediation_model::diff::Difference;
use standard_mediation_model::{Change, Comparison, Date, Field, Identity, Impact, Standard, Version};

use crate::emit::history::{self, Entry};
use crate::emit::{cell_form, words};
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
        kind => words::kind_in_words(kind),
    }
    .to_owned();
    if let Some(pattern) = &field.pattern {
        content = format!("{content}\u{a0}: {}", pattern.asked());
    }
    if let Some(length) = field.max_length {
        content = format!("{content}, {} au plus", counted(length, "caractère", "caractères"));
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
    /// Published, with nothing before it to be compared with, and nothing told of it.
    silent: bool,
    sections: Vec<Section<'a>>,
    /// What was computed, and the version it was compared with.
    computed: Option<Computed>,
}

#[derive(Serialize)]
struct Section<'a> {
    major: bool,
    minor: bool,
    changes: Vec<Told<'a>>,
}

#[derive(Serialize)]
struct Told<'a> {
    #[serde(flatten)]
    change: &'a Change,
    decided: Option<&'a str>,
    columns: String,
}

#[derive(Serialize)]
struct Computed {
    before: Version,
    lines: Vec<Line>,
}

#[derive(Serialize)]
struct Line {
    text: String,
    level: &'static str,
}

pub(super) fn changelog(standard: &Standard) -> String {
    let versions = history::entries(standard).into_iter().map(|entry| release(standard, &entry)).collect();
    render::markdown("publication/changelog", &Changelog { title: &standard.identity.title, versions })
}

fn release<'a>(standard: &'a Standard, entry: &Entry<'a>) -> Release<'a> {
    Release {
        number: entry.version,
        date: entry.date,
        unpublished: !entry.published,
        silent: entry.published && entry.changes.is_empty() && entry.comparison.is_none(),
        sections: sections(standard, &entry.changes),
        computed: entry.comparison.map(computed),
    }
}

fn computed(comparison: &Comparison) -> Computed {
    let lines = history::weighty(comparison).into_iter();
    let line = |difference: &Difference| Line { text: difference.sentence(), level: difference.impact.word() };
    Computed { before: comparison.before, lines: lines.map(line).collect() }
}

/// What is told of a version, the heaviest first.
fn sections<'a>(standard: &'a Standard, changes: &[&'a Change]) -> Vec<Section<'a>> {
    let told = |change: &'a Change| Told {
        change,
        decided: standard.decision_of(change).map(|decision| decision.title.as_str()),
        columns: columns(change),
    };
    let section = |impact| {
        let changes = changes.iter().filter(|change| change.impact == impact);
        Section {
            major: impact == Impact::Major,
            minor: impact == Impact::Minor,
            changes: changes.map(|change| told(change)).collect(),
        }
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
