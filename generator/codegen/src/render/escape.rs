//! Any text, shown as itself by Markdown.
//!
//! In: a text of the standard, whatever it holds. Out: Markdown (the GitHub flavour) that reads as that text: no tag,
//! link, emphasis, heading or table cell that its author did not mean. The one markup kept is `` `code` ``, which the
//! standard's own prose uses. The builder of the national pages reads `{{` as a template: it is broken up.

/// Where the text goes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// A paragraph, a heading, an item of a list.
    Line,
    /// A cell of a table, where even code must not hold a bare `|`.
    Cell,
}

/// Prose: markup is escaped, except `` `code` `` that is closed.
pub(super) fn prose(text: &str, place: Place) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut rest = text;
    while let Some(at) = rest.find('`') {
        plain(&rest[..at], place, &mut out);
        let run = backticks(&rest[at..]);
        let inside = &rest[at + run..];
        if let Some(end) = closing(inside, run) {
            out.push_str(&code(&inside[..end], place));
            rest = &inside[end + run..];
        } else {
            out.push_str(&"\\`".repeat(run));
            rest = inside;
        }
    }
    plain(rest, place, &mut out);
    out
}

/// A text to copy to the letter, as `` `code` ``.
pub(super) fn code(text: &str, place: Place) -> String {
    // A table takes `\|` for a bar before it looks at code: a backslash just before a bar cannot be told from that.
    if place == Place::Cell && text.contains("\\|") {
        return format!("<code>{}</code>", entities(text));
    }
    let text = text.replace(['\n', '\r', '\t'], " ");
    let fence = "`".repeat(longest_run(&text) + 1);
    let blank = text.chars().all(|c| c == ' ');
    let stripped = !blank && text.starts_with(' ') && text.ends_with(' ');
    let pad = if stripped || text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    let text = if place == Place::Cell { text.replace('|', "\\|") } else { text };
    format!("{fence}{pad}{text}{pad}{fence}")
}

/// Text without code.
fn plain(text: &str, place: Place, out: &mut String) {
    let start = place == Place::Line && out.is_empty();
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        let rest = &text[at + c.len_utf8()..];
        let next = rest.chars().next().unwrap_or(' ');
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' if is_entity(rest) => out.push_str("&amp;"),
            '|' if place == Place::Cell => out.push_str("\\|"),
            '*' | '\\' | '[' | ']' | '~' => out.extend(['\\', c]),
            '{' if before == '{' => out.push_str(" {"),
            '_' if !(before.is_alphanumeric() && next.is_alphanumeric()) => out.push_str("\\_"),
            '#' | '+' | '-' | '=' if start && at == 0 => out.extend(['\\', c]),
            '.' | ')' if start && next == ' ' && is_rank(&text[..at]) => out.extend(['\\', c]),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
        before = c;
    }
}

/// Whether a line that starts so would be read as an item of a numbered list.
fn is_rank(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

/// Whether what follows `&` would be read as a character reference.
fn is_entity(rest: &str) -> bool {
    rest.split_once(';').is_some_and(|(name, _)| {
        let name = name.strip_prefix('#').unwrap_or(name);
        !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric())
    })
}

/// Every sign of punctuation as a character reference: nothing is left for Markdown to read.
fn entities(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    for c in text.chars() {
        if c.is_ascii_punctuation() {
            out.push_str("&#");
            out.push_str(&u32::from(c).to_string());
            out.push(';');
        } else {
            out.push(if c.is_control() { ' ' } else { c });
        }
    }
    out
}

/// How many backticks the text starts with.
fn backticks(text: &str) -> usize {
    text.bytes().take_while(|b| *b == b'`').count()
}

/// Where the next run of exactly `run` backticks is.
fn closing(text: &str, run: usize) -> Option<usize> {
    let mut at = 0;
    while let Some(found) = text[at..].find('`') {
        at += found;
        let length = backticks(&text[at..]);
        if length == run {
            return Some(at);
        }
        at += length;
    }
    None
}

fn longest_run(text: &str) -> usize {
    let mut longest = 0;
    let mut rest = text;
    while let Some(at) = rest.find('`') {
        let run = backticks(&rest[at..]);
        longest = longest.max(run);
        rest = &rest[at + run..];
    }
    longest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prose_shows_markup_as_text() {
        let cases = [
            ("Aide aux démarches", "Aide aux démarches"),
            ("<b>gras</b> & co", "&lt;b&gt;gras&lt;/b&gt; & co"),
            ("R&amp;D", "R&amp;amp;D"),
            ("[lien](http://x.fr) *a* ~~b~~", "\\[lien\\](http://x.fr) \\*a\\* \\~\\~b\\~\\~"),
            ("code_insee et _a_", "code_insee et \\_a\\_"),
            ("deux\nlignes", "deux lignes"),
            ("# titre", "\\# titre"),
            ("- puce", "\\- puce"),
            ("{{d}}", "{ {d}}"),
            ("12. point", "12\\. point"),
            ("1.0.0 et 3.5", "1.0.0 et 3.5"),
            ("en 2026. Puis", "en 2026. Puis"),
            ("le signe `|` ou `<b>`", "le signe `|` ou `<b>`"),
            ("``a`b`` puis <b>", "``a`b`` puis &lt;b&gt;"),
            ("seul ` et <b>", "seul \\` et &lt;b&gt;"),
            ("a``b` <b>", "a\\`\\`b\\` &lt;b&gt;"),
        ];
        for (text, expected) in cases {
            assert_eq!(prose(text, Place::Line), expected, "{text}");
        }
    }

    #[test]
    fn a_cell_holds_no_bare_bar() {
        assert_eq!(prose("a | b `c|d`", Place::Cell), "a \\| b `c\\|d`");
        assert_eq!(code("a|b", Place::Cell), "`a\\|b`");
        assert_eq!(code("a\\|b", Place::Cell), "<code>a&#92;&#124;b</code>");
        assert_eq!(code("a\\|b", Place::Line), "`a\\|b`");
    }

    #[test]
    fn code_keeps_spaces_and_backticks() {
        assert_eq!(code("Crest", Place::Line), "`Crest`");
        assert_eq!(code(" Crest", Place::Line), "` Crest`");
        assert_eq!(code(" Crest ", Place::Line), "`  Crest  `");
        assert_eq!(code(" ", Place::Line), "` `");
        assert_eq!(code("`a`", Place::Line), "`` `a` ``");
        assert_eq!(code("a```b", Place::Line), "````a```b````");
    }
}
