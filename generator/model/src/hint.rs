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
    nearest_of_folded(word, candidates.into_iter().map(|candidate| (candidate, folded(candidate))))
}

/// The same, each candidate being given with its text [`folded`]: for those that are asked again and again.
pub(crate) fn nearest_of_folded<'a, F: AsRef<str>>(
    word: &str,
    candidates: impl IntoIterator<Item = (&'a str, F)>,
) -> Option<&'a str> {
    let word = folded(word);
    let mut best: Option<(f64, &str)> = None;
    for (candidate, other) in candidates {
        let other = other.as_ref();
        if *other == word {
            // Nothing is more alike, and the first of two equals is the one.
            return Some(candidate);
        }
        let least = best.map_or(NEAR, |(score, _)| score);
        let mut likeness =
            if may_be_near(&word, other, least) { strsim::normalized_damerau_levenshtein(&word, other) } else { 0.0 };
        // A value with its description glued behind it is far by distance and still obvious.
        if word.len() > 3 && other.len() > 3 && (word.starts_with(other) || other.starts_with(&word)) {
            likeness = likeness.max(NEAR);
        }
        if likeness >= NEAR && best.is_none_or(|(score, _)| likeness > score) {
            best = Some((likeness, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// Whether two texts may be alike enough, from 0 to 1. Two texts are never more alike than their lengths, and each letter that one has
/// and the other has not is a difference: far quicker than the distance, whose table fills the memory for long texts.
fn may_be_near(one: &str, other: &str, least: f64) -> bool {
    let (lengths, longest) = (one.chars().count().abs_diff(other.chars().count()), one.len().max(other.len()));
    let most = |differences: usize| {
        // Texts are far shorter than 2⁵² characters: nothing is lost.
        #[allow(clippy::cast_precision_loss)]
        let (differences, longest) = (differences as f64, longest as f64);
        differences <= (1.0 - least) * longest + 1e-6
    };
    if !most(lengths) {
        return false;
    }
    // Letters of several bytes would count more than once.
    if !one.is_ascii() || !other.is_ascii() {
        return true;
    }
    let mut counts = [0isize; 128];
    one.bytes().for_each(|byte| counts[usize::from(byte)] += 1);
    other.bytes().for_each(|byte| counts[usize::from(byte)] -= 1);
    let more: isize = counts.iter().filter(|count| **count > 0).sum();
    let less: isize = counts.iter().filter(|count| **count < 0).sum();
    most(more.max(-less).unsigned_abs())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_out_at_once_is_far() {
        let words = ["titre", "titres", "tire", "description", "desciption", "couleur", "a", "", "obligatoire", "ordre"];
        for one in words {
            for other in words {
                let likeness = strsim::normalized_damerau_levenshtein(one, other);
                for least in [NEAR, 0.7, 0.8, 0.9, 1.0] {
                    assert!(likeness < least || may_be_near(one, other, least), "{one} {other} {least}");
                }
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
