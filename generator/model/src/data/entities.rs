//! Codes of web pages in a text: `&amp;`, `&#39;`, `&eacute;`.
//!
//! In: a text. Out: the same with the characters that its codes stand for. A text copied from a page, or exported from a site,
//! holds them; nobody types them. Must not touch a sign that starts no code: « R&D » is what it says.

use std::borrow::Cow;

use super::signs::is_hidden;

/// Codes of codes: `&amp;amp;` was written down twice.
const MOST: usize = 4;

/// Whether a code may start with two bytes.
#[inline]
pub(super) fn may_start(a: u8, b: u8) -> bool {
    a == b'&' && (b.is_ascii_alphabetic() || b == b'#')
}

/// The text without codes; `None` when it has none, or when one stands for a character that nobody sees.
pub(super) fn decoded(text: &str) -> Option<String> {
    let mut plain = Cow::Borrowed(text);
    for _ in 0..MOST {
        match html_escape::decode_html_entities(&plain) {
            Cow::Owned(decoded) if *decoded != *plain => plain = Cow::Owned(decoded),
            _ => break,
        }
    }
    let is_shown = |c: char| !is_hidden(c) || text.contains(c);
    match plain {
        Cow::Owned(plain) if plain.chars().all(is_shown) => Some(plain),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_what_they_stand_for() {
        for (text, plain) in [
            ("Médiathèque de l&#39;Étang", "Médiathèque de l'Étang"),
            ("M&eacute;diath&egrave;que", "Médiathèque"),
            ("Caf&eacute; &amp; Cie", "Café & Cie"),
            ("Caf&amp;eacute;", "Café"),
            ("l&rsquo;accueil&nbsp;: 9&#x202F;h", "l’accueil\u{a0}: 9\u{202f}h"),
            ("https://lieu.example/?a=1&amp;b=2", "https://lieu.example/?a=1&b=2"),
        ] {
            assert_eq!(decoded(text).as_deref(), Some(plain), "{text}");
            assert_eq!(decoded(plain), None, "{plain}");
            assert!(text.as_bytes().windows(2).any(|pair| may_start(pair[0], pair[1])), "{text}");
        }
        for text in ["", "R&D", "Pierre & Paul", "?a=1&copy=2", "&unknown;", "&#0;", "co&shy;op", "a &; b", "&#xZZ;", "&"] {
            assert_eq!(decoded(text), None, "{text}");
        }
    }
}
