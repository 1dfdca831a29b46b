//! The edit of `standard.yaml` that a release makes: its number, its day, its line in the list of versions.
//!
//! In: the text as somebody wrote it. Out: the same text, comments and all, with those three things said. Nothing else is
//! touched, and a text whose keys are not found where they are looked for is refused rather than rewritten.

use standard_mediation_model::{Date, Version};

use super::report::Report;
use super::tree::{self, Node, NodeKind, Step};

/// The text of `standard.yaml` once `version` is the version in preparation, last modified on `date`.
///
/// `None` when the text does not read, or lacks `version` or `modifie_le`.
pub fn with_version(text: &str, version: Version, date: Date) -> Option<String> {
    let root = tree::read(text, &mut Report::new("standard.yaml", text))?;
    let mut edits = [
        (scalar(&root, "version")?.span.clone(), version.to_string()),
        (scalar(&root, "modifie_le")?.span.clone(), format!("\"{date}\"")),
    ];
    edits.sort_by_key(|(span, _)| std::cmp::Reverse(span.start));
    let mut out = text.to_owned();
    for (span, replacement) in edits {
        out.replace_range(span, &replacement);
    }
    Some(out)
}

/// The text of `standard.yaml` once the list of versions ends with `version`, published on `date`.
///
/// `None` when the text does not read, or writes that list between brackets.
pub fn with_release(text: &str, version: Version, date: Date) -> Option<String> {
    let root = tree::read(text, &mut Report::new("standard.yaml", text))?;
    let entry = format!("  - numero: {version}\n    date: \"{date}\"\n    publiee: true\n");
    let Some(list) = root.child(Step::Key("versions")) else {
        return Some(format!("{}\nversions:\n{entry}", text.trim_end()));
    };
    let is_inline = text[list.span.clone()].starts_with('[');
    if is_inline {
        let is_empty = matches!(&list.kind, NodeKind::List(items) if items.is_empty());
        let mut out = text.to_owned();
        let key_end = text[..list.span.start].trim_end_matches(' ').len();
        out.replace_range(key_end..list.span.end, &format!("\n{}", entry.trim_end()));
        return is_empty.then_some(out);
    }
    // After the last line that the list writes: what follows, comments included, belongs to the next key.
    let end = last(list)?;
    let at = text[end..].find('\n').map_or(text.len(), |line| end + line + 1);
    let missing = if text[..at].ends_with('\n') { "" } else { "\n" };
    Some(format!("{}{missing}{entry}{}", &text[..at], &text[at..]))
}

fn scalar<'a>(root: &'a Node, key: &str) -> Option<&'a Node> {
    root.child(Step::Key(key)).filter(|node| matches!(node.kind, NodeKind::Scalar { .. }))
}

/// Where the last text below a node ends. `None` for an empty list: there is no line to write after.
fn last(node: &Node) -> Option<usize> {
    match &node.kind {
        NodeKind::Scalar { .. } => Some(node.span.end),
        NodeKind::List(items) => items.last().and_then(last),
        NodeKind::Map(entries) => entries.last().and_then(|(_, value)| last(value)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "# carte\nnom: x\nversion: 1.1.0 # en préparation\nmodifie_le: \"2026-11-23\"\nversions:\n  - numero: 1.0.0\n    date: \"2024-04-15\"\n    publiee: true\n# les familles\ngroupes: []\n";

    fn version() -> Version {
        "1.2.0".parse().expect("a version")
    }

    fn date() -> Date {
        "2027-01-12".parse().expect("a date")
    }

    #[test]
    fn only_what_a_release_says_changes() {
        let edited = with_version(TEXT, version(), date()).expect("a text that reads");
        assert_eq!(edited, TEXT.replace("version: 1.1.0", "version: 1.2.0").replace("\"2026-11-23\"", "\"2027-01-12\""));
        let edited = with_release(TEXT, version(), date()).expect("a text that reads");
        let entry = "    publiee: true\n  - numero: 1.2.0\n    date: \"2027-01-12\"\n    publiee: true\n# les familles\n";
        assert_eq!(edited, TEXT.replace("    publiee: true\n# les familles\n", entry));
    }

    #[test]
    fn a_first_release_starts_the_list() {
        let text = "version: 1.0.0\nmodifie_le: \"2026-11-23\"\n";
        let edited = with_release(text, version(), date()).expect("a text that reads");
        assert_eq!(edited, format!("{text}versions:\n  - numero: 1.2.0\n    date: \"2027-01-12\"\n    publiee: true\n"));
        let edited = with_release("versions: []\ngroupes: x\n", version(), date()).expect("a text that reads");
        let list = "versions:\n  - numero: 1.2.0\n    date: \"2027-01-12\"\n    publiee: true\ngroupes: x\n";
        assert_eq!(edited, list);
    }

    #[test]
    fn what_cannot_be_edited_is_refused() {
        for text in ["", "version: [1]\nmodifie_le: x\n", "version: 1.0.0\n", "a: [", "version: 1.0.0\n\tmodifie_le: x\n"] {
            assert_eq!(with_version(text, version(), date()), None, "{text}");
        }
        assert_eq!(with_release("versions: [{ numero: 1.0.0 }]\n", version(), date()), None);
    }
}
