//! Letters as they are compared: without accents, case, and kinds of apostrophe, dash and space.

use unicode_normalization::char::{decompose_compatible, is_combining_mark};

/// One letter for another, so that positions are kept: `É` is `e`, `’` is `'`, a non-breaking space is a space.
pub(super) fn folded(c: char) -> char {
    if c.is_ascii() {
        return c.to_ascii_lowercase();
    }
    match c {
        '’' | '‘' | 'ʼ' | '´' | '′' => '\'',
        '–' | '—' | '‑' | '‐' => '-',
        'œ' | 'Œ' => 'o',
        'æ' | 'Æ' => 'a',
        _ if is_space(c) => ' ',
        _ => {
            let mut base = c;
            decompose_compatible(c, |part| {
                if base == c && !is_combining_mark(part) {
                    base = part;
                }
            });
            base.to_lowercase().next().unwrap_or(base)
        }
    }
}

/// White space inside a line, and what looks like nothing.
pub(super) fn is_space(c: char) -> bool {
    c == ' ' || (!c.is_ascii() && (c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}')))
}

/// The folded letters of a text, without its spaces.
pub(super) fn skeleton(text: impl Iterator<Item = char>) -> Vec<char> {
    text.filter(|c| !is_space(*c)).map(folded).collect()
}

/// The folded letters and digits of a text, without anything else.
pub(super) fn letters(text: impl Iterator<Item = char>) -> String {
    text.filter(|c| c.is_alphanumeric()).map(folded).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_letter_for_another() {
        let of = |text: &str| skeleton(text.chars()).into_iter().collect::<String>();
        assert_eq!(of("L’Été\u{a0}à Noël"), "l'eteanoel");
        assert_eq!(of("Étapes numériques (La Poste)"), "etapesnumeriques(laposte)");
        assert_eq!(letters("Formé à « DUPLEX » (illettrisme)".chars()), "formeaduplexillettrisme");
    }
}
