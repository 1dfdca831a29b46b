//! Signs that nobody sees.
//!
//! In: a sign, or a text. Out: whether it shows, or the text as it is told. They make two equal texts differ, and turn the end of
//! a line around in a terminal.

/// Whether a sign has no shape of its own and does nothing that a reader expects: neither an end of line nor a tabulation. The
/// joiner of emojis is left alone.
pub(crate) fn is_hidden(c: char) -> bool {
    let moves = matches!(c, '\n' | '\r' | '\t');
    let is_mark = matches!(
        c,
        '\u{AD}' | '\u{200B}' | '\u{200C}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}' | '\u{FEFF}'
    );
    c.is_control() && !moves || is_mark
}

/// A name fit to be told: without what cannot be seen, and not too long.
pub(crate) fn shown(name: &str) -> String {
    const LONGEST: usize = 80;
    let plain: String = name.chars().map(|c| if c.is_whitespace() { ' ' } else { c }).filter(|c| !is_hidden(*c)).collect();
    let plain = plain.trim();
    match plain.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &plain[..end]),
        None => plain.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_seen_is_not_told() {
        assert_eq!(shown("\u{feff} id\u{200b}\u{2060}\u{1b}[31m\u{a0}"), "id[31m");
        assert_eq!(shown(&"é".repeat(200)).chars().count(), 81);
    }
}
