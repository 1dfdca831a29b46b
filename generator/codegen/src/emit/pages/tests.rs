//! What holds for every page, whatever the texts.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use standard_mediation_model::{Cell, FormerName, Impact, Standard};

use super::emit;
use crate::emit::trial;

/// The pages by path in the repository.
fn pages(standard: &Standard) -> BTreeMap<String, String> {
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    emit(standard).into_iter().map(|page| (format!("generated/{}", page.path), text(page.bytes))).collect()
}

/// [`trial::hostile`], and the texts it leaves alone.
fn hostile() -> Standard {
    let mut standard = trial::hostile();
    let more = "- a\\|b `` <i>c</i> | `d` &lt; ~~e~~ </a>";
    standard.rules.iter_mut().for_each(|rule| rule.explanation = more.to_owned());
    standard.decisions.iter_mut().for_each(|decision| decision.title = more.to_owned());
    for field in &mut standard.fields {
        field.examples.iter_mut().for_each(|cell| *cell = Cell::One(more.to_owned()));
        field.counter_examples.iter_mut().for_each(|bad| (bad.text, bad.why) = (more.to_owned(), Some(more.to_owned())));
    }
    for value in standard.vocabularies.iter_mut().flat_map(|vocabulary| &mut vocabulary.values) {
        value.aliases = vec![more.to_owned()];
    }
    for row in &mut standard.examples {
        row.title = more.to_owned();
        row.cells.iter_mut().for_each(|(_, cell)| *cell = Cell::One(more.to_owned()));
    }
    standard
}

/// The lines of a page, blocks and spans of code blanked.
fn without_code(page: &str) -> Vec<String> {
    let mut fenced = false;
    let mut lines = Vec::new();
    for line in page.lines() {
        let fence = line.trim_start().starts_with("```") && !line.trim_start()[3..].contains('`');
        fenced ^= fence;
        lines.push(if fenced || fence { String::new() } else { without_spans(line) });
    }
    lines
}

fn without_spans(line: &str) -> String {
    let mut out = String::new();
    let mut rest = line;
    while let Some(c) = rest.chars().next() {
        let run = rest.len() - rest.trim_start_matches('`').len();
        if c == '\\' {
            // A sign and the backslash that makes it one.
            let pair: String = rest.chars().take(2).collect();
            out.push_str(&pair);
            rest = &rest[pair.len()..];
        } else if run > 0 {
            let after = &rest[run..];
            let mut ends = after.match_indices('`').map(|(at, _)| at).filter(|at| *at == 0 || !after[..*at].ends_with('`'));
            let end = ends.find(|at| after[*at..].len() - after[*at..].trim_start_matches('`').len() == run);
            let end = end.unwrap_or_else(|| panic!("a span of code is not closed: {line}"));
            rest = &after[end + run..];
        } else {
            out.push(c);
            rest = &rest[c.len_utf8()..];
        }
    }
    out
}

/// The targets of the links of a page.
fn targets(page: &str) -> Vec<String> {
    let target = |rest: &str| rest.split(')').next().unwrap_or_default().to_owned();
    let mut found = Vec::new();
    for line in without_code(page) {
        let starts = line.match_indices("](").filter(|(at, _)| !line[..*at].ends_with('\\'));
        found.extend(starts.map(|(at, _)| target(&line[at + 2..])));
    }
    found
}

/// The anchors that a page declares.
fn anchors(page: &str) -> Vec<&str> {
    page.split("<a id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

/// The path that a link of `page` leads to.
fn resolved(page: &str, target: &str) -> String {
    let mut folders: Vec<&str> = page.split('/').collect();
    folders.pop();
    for step in target.split('/') {
        match step {
            ".." => drop(folders.pop().expect("inside the repository")),
            "." | "" => {}
            name => folders.push(name),
        }
    }
    folders.join("/")
}

#[test]
fn every_link_leads_somewhere() {
    let standard = trial::standard();
    let pages = pages(&standard);
    let emitted: BTreeSet<String> =
        crate::emit::all(&standard).into_iter().map(|file| format!("generated/{}", file.path)).collect();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut inner = 0;
    for (path, page) in &pages {
        for target in targets(page).iter().filter(|target| !target.starts_with("https://")) {
            let (file, anchor) = target.split_once('#').map_or((target.as_str(), None), |(file, id)| (file, Some(id)));
            let file = if file.is_empty() { path.clone() } else { resolved(path, file) };
            let below = format!("{file}/");
            let exists = if file.starts_with("generated/") {
                emitted.contains(&file) || emitted.iter().any(|other| other.starts_with(&below))
            } else {
                root.join(&file).exists()
            };
            assert!(exists, "{path}: {target} leads nowhere");
            if let Some(id) = anchor {
                assert!(anchors(&pages[&file]).contains(&id), "{path}: {target} has no such anchor");
                inner += 1;
            }
        }
    }
    assert!(inner > 300, "links with an anchor were not found");
}

/// What GitHub makes of a heading.
fn slug(heading: &str) -> String {
    let kept = heading.chars().filter(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | ' '));
    kept.flat_map(char::to_lowercase).map(|c| if c == ' ' { '-' } else { c }).collect()
}

#[test]
fn an_anchor_leads_to_one_place() {
    for (path, page) in pages(&trial::standard()) {
        let ids = anchors(&page);
        let mut places: BTreeMap<&str, usize> = BTreeMap::new();
        for id in &ids {
            *places.entry(id).or_default() += 1;
        }
        assert!(places.values().all(|times| *times == 1), "{path}: {places:?}");
        for line in without_code(&page).iter().filter(|line| line.starts_with('#')) {
            let text = line.trim_start_matches('#').trim();
            let (own, text) = match text.strip_prefix("<a id=\"").and_then(|rest| rest.split_once("\"></a>")) {
                Some((own, text)) => (Some(own), text),
                None => (None, text),
            };
            let slug = slug(text);
            assert!(own == Some(slug.as_str()) || !ids.contains(&slug.as_str()), "{path}: « {text} » hides an anchor");
        }
    }
}

#[test]
fn texts_are_never_markup() {
    let (real, hostile) = (pages(&trial::standard()), pages(&hostile()));
    assert!(real.keys().eq(hostile.keys()));
    let structure = |page: &str| -> Vec<String> {
        let marks = without_code(page).into_iter().filter(|line| line.starts_with('#'));
        marks.map(|line| line.split(' ').next().unwrap_or_default().to_owned()).collect()
    };
    for (path, page) in &hostile {
        // Our own anchors, and the code that no backticks can hold.
        let ours = |rest: &str| ["<a id=\"", "</a>", "<code>", "</code>"].iter().any(|tag| rest.starts_with(tag));
        let opens = |rest: &str| rest[1..].starts_with(|c: char| c.is_ascii_alphabetic() || "/!?".contains(c));
        for line in without_code(page) {
            let mut tags = line.match_indices('<').map(|(at, _)| &line[at..]).filter(|rest| opens(rest) && !ours(rest));
            assert_eq!(tags.next(), None, "{path}: {line}");
        }
        assert_eq!(structure(page), structure(&real[path]), "{path}: headings");
        if !path.ends_with("changements.md") {
            assert_eq!(targets(page), targets(&real[path]), "{path}: links");
        }
    }
}

/// How many cells a row has, for a reader that knows `\|`.
fn bars(row: &str) -> usize {
    let mut count = 0;
    let mut chars = row.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' => drop(chars.next()),
            '|' => count += 1,
            _ => {}
        }
    }
    count
}

#[test]
fn rows_have_the_cells_of_their_header() {
    let mut rows = 0;
    for (path, page) in pages(&hostile()).iter().chain(&pages(&trial::standard())) {
        let mut expected = None;
        for line in page.lines() {
            if !line.starts_with('|') {
                expected = None;
                continue;
            }
            rows += 1;
            assert_eq!(bars(line), *expected.get_or_insert(bars(line)), "{path}: {line}");
        }
    }
    assert!(rows > 500);
}

/// One column and nothing else.
fn bare() -> Standard {
    let mut standard = trial::standard();
    standard.fields.truncate(1);
    let field = &mut standard.fields[0];
    (field.required, field.unique, field.usage) = (false, false, None);
    field.see_also.clear();
    field.counter_examples.clear();
    standard.vocabularies.clear();
    standard.rules.clear();
    standard.examples.clear();
    standard.changes.clear();
    standard.history.clear();
    standard
}

/// With all that is seldom there: values that are replaced, names of the past, several of each.
fn busy() -> Standard {
    let mut standard = trial::standard();
    let name = |name: &str| FormerName { name: name.to_owned(), until: standard.identity.version };
    let names = vec![name("un"), name("deux")];
    standard.fields.iter_mut().for_each(|field| field.former_names.clone_from(&names));
    for vocabulary in &mut standard.vocabularies {
        vocabulary.origin = Some("https://liste.example/".to_owned());
        let other = vocabulary.values[0].code.clone();
        for value in vocabulary.values.iter_mut().skip(1) {
            value.deprecated = Some(standard.identity.version);
            value.replaced_by = Some(other.clone());
            value.aliases = vec!["un".to_owned(), "deux".to_owned()];
        }
    }
    for change in &mut standard.changes {
        change.impact = Impact::Major;
        change.decision = Some("COPIL".to_owned());
    }
    standard
}

#[test]
fn no_section_is_empty_and_no_word_is_left_out() {
    let standards = [trial::standard(), bare(), busy()];
    for (path, page) in standards.iter().flat_map(pages) {
        let lines: Vec<&str> = page.lines().filter(|line| !line.is_empty()).collect();
        let depth = |line: &str| line.len() - line.trim_start_matches('#').len();
        for pair in lines.windows(2) {
            let (above, below) = (depth(pair[0]), depth(pair[1]));
            assert!(above == 0 || below == 0 || above < below, "{path}: nothing below {}", pair[0]);
        }
        assert!(!page.contains("\n\n\n"), "{path}: holes");
        // The page of rules speaks of both to those who write the sources, the one of formats of the first to programs.
        let spoken = path.ends_with("/regles.md") || path.ends_with("/formats.md");
        assert!(spoken || !page.contains("null") && !page.contains("{{"), "{path}");
    }
}

#[test]
fn people_read_no_expression() {
    let standard = trial::standard();
    let expressions: Vec<&str> =
        standard.fields.iter().filter_map(|field| field.pattern.as_ref()).map(|pattern| pattern.expression.as_str()).collect();
    assert!(!expressions.is_empty());
    // The page of rules shows one to those who write the sources, no other page does.
    for (path, page) in pages(&standard).into_iter().filter(|(path, _)| !path.ends_with("/regles.md")) {
        assert!(expressions.iter().all(|expression| !page.contains(expression)), "{path}");
    }
}
