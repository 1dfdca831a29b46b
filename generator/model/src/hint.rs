//! « Vouliez-vous écrire … ? »: the nearest known word.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// How alike two folded texts must be, from 0 to 1, to be offered as a correction.
const NEAR: f64 = 0.6;

/// A text without what people get wrong first: case, accents, kinds of apostrophe, dash and space, doubled spaces.
///
/// Two values with the same folded text are the same value misspelt.
///
/// ```
/// use standard_mediation_model::hint::folded;
/// assert_eq!(folded("Compréhension"), folded("Comprehension"));
/// assert_eq!(folded("l’accueil\u{a0}"), folded("L'accueil"));
/// ```
pub fn folded(text: &str) -> String {
    let plain = text.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).map(|c| match c {
        '’' | 'ʼ' | '‘' | '`' | '´' => '\'',
        '–' | '—' | '‑' | '_' => '-',
        'œ' => 'o',
        'æ' => 'a',
        c if c.is_whitespace() => ' ',
        c => c,
    });
    plain.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The candidate most like `word`, when one is near enough to be worth a question.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = folded(word);
    let mut best: Option<(f64, &str)> = None;
    for candidate in candidates {
        let other = folded(candidate);
        let mut likeness = if may_be_near(&word, &other) { strsim::normalized_damerau_levenshtein(&word, &other) } else { 0.0 };
        // A value with its description glued behind it is far by distance and still obvious.
        if word.len() > 3 && other.len() > 3 && (word.starts_with(&other) || other.starts_with(&word)) {
            likeness = likeness.max(NEAR);
        }
        if likeness >= NEAR && best.is_none_or(|(score, _)| likeness > score) {
            best = Some((likeness, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// Whether two texts may be alike enough: each letter that one has and the other has not is a difference. Far quicker than
/// the distance, and enough to leave most candidates out.
fn may_be_near(one: &str, other: &str) -> bool {
    let mut counts = [0i32; 256];
    one.bytes().for_each(|byte| counts[usize::from(byte)] += 1);
    other.bytes().for_each(|byte| counts[usize::from(byte)] -= 1);
    let more: i32 = counts.iter().filter(|count| **count > 0).sum();
    let less: i32 = counts.iter().filter(|count| **count < 0).sum();
    // Letters of several bytes count more than once on both sides: only texts of plain letters are left out.
    let plain = one.is_ascii() && other.is_ascii();
    let longest = u32::try_from(one.len().max(other.len())).unwrap_or(u32::MAX);
    !plain || f64::from(more.max(-less)) <= (1.0 - NEAR) * f64::from(longest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_out_at_once_is_far() {
        let words = ["titre", "titres", "tire", "description", "desciption", "couleur", "a", "", "obligatoire", "ordre"];
        for one in words {
            for other in words {
                let near = strsim::normalized_damerau_levenshtein(one, other) >= NEAR;
                assert!(!near || may_be_near(one, other), "{one} {other}");
            }
        }
    }

    #[test]
    fn near_words_are_offered_and_far_ones_are_not() {
        let known = ["titre", "description", "obligatoire"];
        assert_eq!(nearest("titres", known), Some("titre"));
        assert_eq!(nearest("Desciption", known), Some("description"));
        assert_eq!(nearest("couleur", known), None);
    }

    #[test]
    fn a_glued_description_is_seen_through() {
        let value = "Dans un atelier collectif";
        assert_eq!(nearest("Dans un atelier collectif : j'apprends à plusieurs", [value]), Some(value));
    }
}
