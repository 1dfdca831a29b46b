//! Texts of the standard as pieces of ECMAScript, whatever they hold.
//!
//! ```text
//! l'« été » */   →   "l'« été » */"   in a literal, and   l'« été » *\/   in a comment
//! ```

/// A text as a literal: that of JSON, which ECMAScript reads alike (ECMA-262, 2019), with nothing in it that closes the
/// script of a page or ends a line.
pub(super) fn literal(text: &str) -> String {
    let json = serde_json::Value::from(text).to_string();
    let escaped = json.replace("</", "\\u003c/").replace("<!", "\\u003c!");
    escaped.replace('\u{2028}', "\\u2028").replace('\u{2029}', "\\u2029")
}

/// Texts as an array of literals.
pub(super) fn array<'a>(texts: impl IntoIterator<Item = &'a String>) -> String {
    let texts: Vec<String> = texts.into_iter().map(|text| literal(text)).collect();
    format!("[{}]", texts.join(", "))
}

/// The name of a property, between quotes when it must.
pub(super) fn key(name: &str) -> String {
    let letter = |c: char| c.is_ascii_alphabetic() || c == '_';
    let is_identifier = name.starts_with(letter) && name.chars().all(|c| letter(c) || c.is_ascii_digit());
    if is_identifier { name.to_owned() } else { literal(name) }
}

/// Properties of an object, one a line, without its braces.
pub(super) fn properties(indent: usize, properties: &[(&str, String)]) -> String {
    let indent = " ".repeat(indent);
    properties.iter().map(|(key, value)| format!("{indent}{key}: {value},\n")).collect()
}

/// Longest line of a comment, its indentation included.
const WIDTH: usize = 110;

/// Paragraphs as a comment of documentation. Empty ones are left out.
pub(super) fn doc(indent: usize, paragraphs: &[&str]) -> String {
    let margin = " ".repeat(indent);
    let paragraphs: Vec<String> = paragraphs.iter().map(|text| prose(text)).filter(|text| !text.is_empty()).collect();
    if let [one] = paragraphs.as_slice()
        && indent + one.chars().count() + 7 <= WIDTH
    {
        return format!("{margin}/** {one} */\n");
    }
    let mut out = format!("{margin}/**\n");
    for (rank, paragraph) in paragraphs.iter().enumerate() {
        if rank > 0 {
            out.push_str(&format!("{margin} *\n"));
        }
        for line in wrapped(paragraph, WIDTH - indent - 3) {
            out.push_str(&format!("{margin} * {line}\n"));
        }
    }
    out + &format!("{margin} */\n")
}

/// A tag of documentation, written by us: its text is prose, its sign is not.
pub(super) fn tag(name: &str, text: &str) -> String {
    format!("{TAG}{name} {text}")
}

/// Stands for the sign of a tag of ours until prose is escaped: no text of a standard may hold it.
const TAG: char = '\u{1}';

/// One line that ends no comment and starts no tag.
fn prose(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            TAG if out.is_empty() => out.push('@'),
            // What ends a line in ECMAScript, and what nobody sees.
            '\n' | '\r' | '\u{2028}' | '\u{2029}' => out.push(' '),
            c if c.is_control() => out.push(' '),
            '/' if out.ends_with('*') => out.push_str("\\/"),
            '@' if out.is_empty() || out.ends_with([' ', '{']) => out.push_str("\\@"),
            c => out.push(c),
        }
    }
    out.trim().to_owned()
}

/// Lines of at most `width` characters, cut at ordinary spaces; a longer word stays whole.
fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}
