//! Tags of web pages in a text: `<p>`, `<br/>`, `<strong>`.
//!
//! In: a text. Out: the tag that is first, and the text without any. A text that was typed in the editor of a site keeps them
//! when it is exported. Must not touch what is no tag: « 3 < 4 », « <3 », `<nom@domaine.fr>`.

/// Names of tags that editors of sites write.
const NAMES: [&str; 36] = [
    "a",
    "b",
    "blockquote",
    "br",
    "center",
    "code",
    "div",
    "em",
    "font",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "i",
    "iframe",
    "img",
    "li",
    "ol",
    "p",
    "pre",
    "script",
    "small",
    "span",
    "strong",
    "style",
    "sub",
    "sup",
    "table",
    "td",
    "th",
    "tr",
    "u",
    "ul",
];

/// Whether a tag may start with two bytes.
#[inline]
pub(super) fn may_start(a: u8, b: u8) -> bool {
    a == b'<' && (b.is_ascii_alphabetic() || b == b'/')
}

/// A tag: what it is named, and the whole of it.
struct Tag<'t> {
    name: String,
    written: &'t str,
}

/// The text up to the first tag, the tag, and what follows.
fn split(text: &str) -> Option<(&str, Tag<'_>, &str)> {
    text.match_indices('<').find_map(|(at, _)| {
        let (before, from) = text.split_at(at);
        // Up to the next sign only: a text of nothing but these would be read as many times as it is long.
        let end = from[1..].find(['<', '>']).map(|end| end + 1).filter(|end| from[*end..].starts_with('>'))?;
        let (written, after) = from.split_at(end + 1);
        let inside = &written[1..written.len() - 1];
        let inside = inside.strip_prefix('/').unwrap_or(inside);
        let end = inside.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(inside.len());
        let (name, rest) = (inside[..end].to_ascii_lowercase(), &inside[end..]);
        // What follows the name of a tag is an attribute, or closes it.
        let is_tag = NAMES.contains(&name.as_str()) && (rest.is_empty() || rest.starts_with([' ', '\n', '\t', '/']));
        is_tag.then_some((before, Tag { name, written }, after))
    })
}

/// The first tag of a text, as it is written.
pub(super) fn first(text: &str) -> Option<&str> {
    split(text).map(|(_, tag, _)| tag.written)
}

/// The text without tags, with one space where one parted lines; `None` when it has none, or when one holds an address, which
/// would be lost.
pub(super) fn without(text: &str) -> Option<String> {
    let (mut out, mut rest, mut is_any) = (String::with_capacity(text.len()), text, false);
    while let Some((before, tag, after)) = split(rest) {
        let written = tag.written.to_ascii_lowercase();
        if written.contains("href") || written.contains("src") {
            return None;
        }
        out.push_str(before);
        let parts_lines = !matches!(
            tag.name.as_str(),
            "a" | "b" | "code" | "em" | "font" | "i" | "small" | "span" | "strong" | "sub" | "sup" | "u"
        );
        if parts_lines && !out.ends_with(char::is_whitespace) && !after.starts_with(char::is_whitespace) {
            out.push(' ');
        }
        (rest, is_any) = (after, true);
    }
    out.push_str(rest);
    is_any.then(|| out.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_told_and_taken_out() {
        for (text, tag, plain) in [
            ("<p>Bonjour</p>", "<p>", "Bonjour"),
            ("<p class=\"x\">Un.</p><p>Deux.</p>", "<p class=\"x\">", "Un. Deux."),
            ("Lundi<br/>mardi<BR>mercredi<br />\njeudi", "<br/>", "Lundi mardi mercredi\njeudi"),
            ("Aide <strong>gratuite</strong>.", "<strong>", "Aide gratuite."),
            ("<ul><li>un</li><li>deux</li></ul>", "<ul>", "un deux"),
            ("fini</div>", "</div>", "fini"),
            ("a < b et <i>c</i>", "<i>", "a < b et c"),
        ] {
            assert_eq!(first(text), Some(tag), "{text}");
            assert_eq!(without(text).as_deref(), Some(plain), "{text}");
            assert_eq!((first(plain), without(plain)), (None, None), "{plain}");
            assert!(text.as_bytes().windows(2).any(|pair| may_start(pair[0], pair[1])), "{text}");
        }
        for text in [
            "",
            "3 < 4 > 2",
            "J'ai <3 ans",
            "<contact@ville.example>",
            "<nom>",
            "<b",
            "a<b, c>d",
            "<p.1>",
            "< p >",
            "<p <",
            "<<>>",
            "<p",
        ] {
            assert_eq!((first(text), without(text)), (None, None), "{text}");
        }
    }

    /// The address that a link leads to is nowhere else.
    #[test]
    fn addresses_are_kept() {
        for text in ["<a href=\"https://ville.example\">ici</a>", "<p>Plan : <img src='plan.png'></p>"] {
            assert!(first(text).is_some(), "{text}");
            assert_eq!(without(text), None, "{text}");
        }
    }
}
