//! French spaces in prose.
//!
//! A committee member types ordinary spaces; pages show « non-breaking » ones where French asks for them. Values are
//! never touched: they are copied and compared to the letter.

/// Non-breaking space.
const NBSP: char = '\u{a0}';

/// The text with non-breaking spaces before `: ; ? ! »` and after `«`, outside `` `code` ``.
///
/// ```text
/// « Pix » : oui ?   →   «⍽Pix⍽»⍽: oui⍽?
/// ```
pub(crate) fn prose(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    let mut chars = text.trim().chars().peekable();
    let mut code = false;
    while let Some(c) = chars.next() {
        code ^= c == '`';
        let before_sign = c == ' ' && matches!(chars.peek(), Some(':' | ';' | '?' | '!' | '»'));
        let after_quote = c == ' ' && out.ends_with('«');
        out.push(if !code && (before_sign || after_quote) { NBSP } else { c });
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spaces_of_french_are_non_breaking_in_prose_only() {
        assert_eq!(prose("« Pix » : oui ?"), "«\u{a0}Pix\u{a0}»\u{a0}: oui\u{a0}?");
        assert_eq!(prose("écrire `a : b` ; puis"), "écrire `a : b`\u{a0}; puis");
        assert_eq!(prose("https://x.fr et 09:00"), "https://x.fr et 09:00");
    }
}
