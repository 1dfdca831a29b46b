//! The values of a cell.
//!
//! In: the text of a cell, and how its version parts values. Out: each value, without the spaces around it, empty ones
//! left out. Must not allocate: this is asked of every list of every row.

use crate::data::find;

/// How the values of a cell are parted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Split {
    /// The cell is one value.
    Whole,
    /// By this sign.
    By(char),
    /// By one of these signs, only before one of these beginnings; anywhere when there is none.
    Before { signs: Vec<char>, starts: Vec<String> },
}

impl Split {
    /// The first value of a cell, and the rest of the cell after the sign.
    fn first<'t>(&self, cell: &'t str) -> (&'t str, Option<&'t str>) {
        let cut = match self {
            Self::Whole => None,
            Self::By(sign) => cut(*sign, cell),
            Self::Before { signs, starts } => cell
                .char_indices()
                .filter(|(_, sign)| signs.contains(sign))
                .map(|(at, sign)| (&cell[..at], &cell[at + sign.len_utf8()..]))
                .find(|(_, rest)| starts.is_empty() || starts.iter().any(|start| begins(rest.trim_start(), start))),
        };
        cut.map_or((cell, None), |(part, rest)| (part, Some(rest)))
    }

    /// The values of a cell.
    pub(super) fn parts<'t>(&'t self, cell: &'t str) -> impl Iterator<Item = &'t str> {
        let mut rest = Some(cell);
        std::iter::from_fn(move || {
            let (part, after) = self.first(rest?);
            rest = after;
            Some(part.trim())
        })
        .filter(|part| !part.is_empty())
    }
}

/// The text before a sign, and the text after it: [`str::split_once`], quicker on texts as short as those of cells.
fn cut(sign: char, text: &str) -> Option<(&str, &str)> {
    match u8::try_from(sign).ok().filter(u8::is_ascii) {
        Some(byte) => find(byte, text.as_bytes()).map(|at| (&text[..at], &text[at + 1..])),
        None => text.split_once(sign),
    }
}

/// Whether a list has a value, to the letter.
pub(super) fn has(list: &str, separator: char, value: &str) -> bool {
    let mut rest = Some(list);
    std::iter::from_fn(|| {
        let (part, after) = cut(separator, rest?).map_or((rest?, None), |(part, after)| (part, Some(after)));
        rest = after;
        Some(part)
    })
    .any(|part| part == value)
}

fn begins(text: &str, start: &str) -> bool {
    text.get(..start.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(split: &Split, cell: &str) -> Vec<String> {
        split.parts(cell).map(str::to_owned).collect()
    }

    #[test]
    fn values_are_parted_and_trimmed() {
        assert_eq!(parts(&Split::By(';'), "a ; b;;c;"), ["a", "b", "c"]);
        assert_eq!(parts(&Split::Whole, " a;b "), ["a;b"]);
        assert!(parts(&Split::By(';'), " ; ").is_empty());
        assert_eq!(parts(&Split::By('·'), "é·à"), ["é", "à"]);
        assert!(has("é|à", '|', "à") && has("é·à", '·', "é") && has("", '|', "") && !has("ab|c", '|', "b"));
    }

    #[test]
    fn an_address_keeps_its_commas() {
        let split = Split::Before { signs: vec![',', ';'], starts: vec!["http".into(), "www.".into()] };
        let cell = "https://a.fr/x,y;z, HTTPS://b.fr;www.c.fr";
        assert_eq!(parts(&split, cell), ["https://a.fr/x,y;z", "HTTPS://b.fr", "www.c.fr"]);
        let anywhere = Split::Before { signs: vec![',', ';'], starts: Vec::new() };
        assert_eq!(parts(&anywhere, "a,b;c"), ["a", "b", "c"]);
    }
}
