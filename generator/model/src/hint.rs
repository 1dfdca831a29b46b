//! « Vouliez-vous écrire … ? »: the nearest known word.

use rapidfuzz::distance::osa;
use unicode_normalization::char::{decompose_compatible, is_combining_mark};

/// How alike two folded texts must be, from 0 to 1, to be offered as a correction.
const NEAR: f64 = 0.6;

/// The same for one of their words, among others that are alike.
const HALF: f64 = 0.5;

/// Bytes of a candidate beyond which its letters are not counted; no known word is as long.
const LONGEST: usize = 1 << 12;

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
    let mut folded = String::with_capacity(text.len());
    let mut is_apart = false;
    let mut add = |letter: char| {
        if letter.is_whitespace() {
            is_apart = true;
            return;
        }
        if std::mem::take(&mut is_apart) && !folded.is_empty() {
            folded.push(' ');
        }
        folded.push(letter);
    };
    for letter in text.chars() {
        if letter.is_ascii() {
            add(usual(letter.to_ascii_lowercase()));
            continue;
        }
        decompose_compatible(letter, |part| {
            if !is_combining_mark(part) {
                part.to_lowercase().map(usual).for_each(&mut add);
            }
        });
    }
    folded
}

/// The sign that stands for those that are taken for one another.
fn usual(letter: char) -> char {
    match letter {
        '’' | 'ʼ' | '‘' | '`' | '´' => '\'',
        '–' | '—' | '‑' | '_' => '-',
        'œ' => 'o',
        'æ' => 'a',
        letter => letter,
    }
}

/// The candidate most like `word`, when one is near enough to be worth a question.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let candidates: Vec<&str> = candidates.into_iter().collect();
    rank_of_nearest(word, candidates.iter().map(|candidate| folded(candidate))).map(|rank| candidates[rank])
}

/// Whether a text says more than the value it starts with.
pub(crate) fn goes_on(text: &str, value: &str) -> bool {
    let (text, value) = (folded(text), folded(value));
    text.strip_prefix(&value).is_some_and(|rest| {
        let is_apart = !rest.starts_with(char::is_alphanumeric);
        is_apart && rest.chars().any(char::is_alphanumeric)
    })
}

/// Whether what follows a value in such a text is set apart from it, as another value is.
pub(crate) fn lists_more(text: &str, value: &str) -> bool {
    let (text, value) = (folded(text), folded(value));
    text.strip_prefix(&value).is_some_and(|rest| {
        let word = rest.trim_start();
        word.starts_with([';', ',', '/', '|', '+', '&'])
            || rest.starts_with(' ') && ["et ", "- "].iter().any(|sign| word.starts_with(sign))
    })
}

/// The rank of that candidate, from 0, each being given [`folded`]: for those that are asked again and again.
pub(crate) fn rank_of_nearest<F: AsRef<str>>(word: &str, candidates: impl IntoIterator<Item = F>) -> Option<usize> {
    let word = Word::new(folded(word));
    let mut best: Option<(f64, usize)> = None;
    for (rank, other) in candidates.into_iter().enumerate() {
        let other = other.as_ref();
        if *other == word.text {
            // Nothing is more alike, and the first of two equals is the one.
            return Some(rank);
        }
        let least = best.map_or(NEAR, |(score, _)| score);
        let mut likeness = if word.may_be_near(other, least) { likeness(&word.text, other) } else { 0.0 };
        // A value with its description glued behind it is far by distance and still obvious.
        if word.text.len() > 3 && other.len() > 3 && (word.text.starts_with(other) || other.starts_with(&word.text)) {
            likeness = likeness.max(NEAR);
        }
        if likeness >= NEAR && say_the_same(&word.text, other) && best.is_none_or(|(score, _)| likeness > score) {
            best = Some((likeness, rank));
        }
    }
    best.map(|(_, rank)| rank)
}

/// Whether two texts that have the same letters, or nearly, may say the same. What they say in brackets is alike too, when both
/// do: it is what tells « (anglais) » from « (autres) ». Neither denies what the other says, nor has another word in its place:
/// « collectif » is not « individuel » misspelt.
fn say_the_same(one: &str, other: &str) -> bool {
    let inside = |text: &str| Some(text.split_once('(')?.1.trim_end_matches(')').to_owned());
    let is_inside_alike = inside(one).zip(inside(other)).is_none_or(|(one, other)| likeness(&one, &other) >= NEAR);
    is_inside_alike && denies(one) == denies(other) && are_words_alike(one, other)
}

/// Whether a folded text has a word that makes it say the contrary.
fn denies(text: &str) -> bool {
    const WORDS: [&str; 10] = ["non", "pas", "ne", "ni", "sans", "ex", "hors", "aucun", "aucune", "jamais"];
    text.split(|letter: char| !letter.is_alphanumeric()).any(|word| WORDS.contains(&word))
}

/// Whether texts of as many words, several, have the same ones, or nearly, but for the small ones.
fn are_words_alike(one: &str, other: &str) -> bool {
    let (one, other): (Vec<&str>, Vec<&str>) = (one.split(' ').collect(), other.split(' ').collect());
    let is_alike = |(one, other): (&&str, &&str)| one.len().min(other.len()) < 4 || likeness(one, other) >= HALF;
    one.len() != other.len() || one.len() == 1 || one.iter().zip(&other).all(is_alike)
}

/// How alike two texts are, from 0 to 1: the letters that are put in, taken away, replaced or put in the place of the next one
/// (Damerau and Levenshtein; optimal string alignment), for one letter of the longer.
/// What both start with, or end with, makes none, and the time it takes grows with the square of what is compared.
fn likeness(one: &str, other: &str) -> f64 {
    let longest = one.chars().count().max(other.chars().count());
    let same = |(one, other): &(char, char)| one == other;
    let start: usize = one.chars().zip(other.chars()).take_while(same).map(|(letter, _)| letter.len_utf8()).sum();
    let (one, other) = (&one[start..], &other[start..]);
    let end: usize = one.chars().rev().zip(other.chars().rev()).take_while(same).map(|(letter, _)| letter.len_utf8()).sum();
    let (one, other) = (&one[..one.len() - end], &other[..other.len() - end]);
    // Texts are far shorter than 2⁵² characters: nothing is lost.
    #[allow(clippy::cast_precision_loss)]
    let (differences, longest) = (osa::distance(one.chars(), other.chars()) as f64, longest.max(1) as f64);
    1.0 - differences / longest
}

/// A folded text that is compared with others.
struct Word {
    text: String,
    /// Number of characters.
    length: usize,
    /// How many there are of each letter; none when some take several bytes, which would count more than once.
    letters: Option<[i16; 128]>,
}

impl Word {
    fn new(text: String) -> Self {
        let counts = text.bytes().try_fold([0; 128], |mut counts: [i16; 128], byte| {
            let count = counts.get_mut(usize::from(byte))?;
            *count = count.checked_add(1)?;
            Some(counts)
        });
        Self { length: text.chars().count(), letters: counts, text }
    }

    /// Whether another text may be alike enough, from 0 to 1. Two texts are never more alike than their lengths, and each
    /// letter that one has and the other has not is a difference: far quicker than the distance, whose table fills the memory
    /// for long texts.
    fn may_be_near(&self, other: &str, least: f64) -> bool {
        let length = other.chars().count();
        let longest = self.length.max(length);
        let most = |differences: usize| {
            #[allow(clippy::cast_precision_loss)]
            let (differences, longest) = (differences as f64, longest as f64);
            differences <= (1.0 - least) * longest + 1e-6
        };
        if !most(self.length.abs_diff(length)) {
            return false;
        }
        let Some(mut counts) = self.letters.filter(|_| other.is_ascii() && other.len() <= LONGEST) else { return true };
        other.bytes().for_each(|byte| counts[usize::from(byte)] -= 1);
        let more: i32 = counts.iter().map(|count| i32::from((*count).max(0))).sum();
        let less: i32 = counts.iter().map(|count| i32::from((*count).min(0))).sum();
        most(more.max(-less).unsigned_abs() as usize)
    }
}

#[cfg(test)]
mod tests {
    use unicode_normalization::UnicodeNormalization;

    use super::*;

    #[test]
    fn each_letter_is_folded_as_the_text_around_it() {
        let by_text = |text: &str| {
            let plain = text.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).map(usual);
            plain.collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
        };
        for letter in '\0'..=char::MAX {
            let text = format!(" {letter}a\u{301} {letter}");
            assert_eq!(folded(&text), by_text(&text), "{letter:?}");
        }
    }

    #[test]
    fn what_is_left_out_at_once_is_far() {
        let number = |count: usize| f64::from(u32::try_from(count).expect("short words"));
        let words = ["titre", "titres", "tire", "description", "desciption", "couleur", "a", "", "obligatoire", "ordre"];
        for one in words {
            for other in words {
                // They are in ASCII.
                let longest = one.len().max(other.len()).max(1);
                let likeness = 1.0 - number(strsim::osa_distance(one, other)) / number(longest);
                assert!((likeness - super::likeness(one, other)).abs() < 1e-9, "{one} {other}");
                for least in [NEAR, 0.7, 0.8, 0.9, 1.0] {
                    assert!(likeness < least || Word::new(one.to_owned()).may_be_near(other, least), "{one} {other} {least}");
                }
            }
        }
    }

    #[test]
    fn letters_of_several_bytes_count_once() {
        let word = Word::new("あ".repeat(1_000));
        assert!(!word.may_be_near(&"é".repeat(50), NEAR) && !word.may_be_near("titre", NEAR), "too long, and compared");
        assert!(word.may_be_near(&"あ".repeat(700), NEAR));
        assert!(Word::new("été".to_owned()).may_be_near("etés", NEAR));
    }

    #[test]
    fn near_words_are_offered_and_far_ones_are_not() {
        let known = ["titre", "description", "obligatoire"];
        assert_eq!(nearest("titres", known), Some("titre"));
        assert_eq!(nearest("Desciption", known), Some("description"));
        assert_eq!(nearest("couleur", known), None);
    }

    #[test]
    fn what_is_in_brackets_counts() {
        let known = ["Langues étrangères (anglais)", "Langues étrangères (autres)"];
        assert_eq!(nearest("Langues étrangères (espagnol)", known), None);
        assert_eq!(nearest("langue étrangère (anglai)", known), Some(known[0]));
        assert_eq!(nearest("Langues étrangères anglais", known), Some(known[0]));
    }

    #[test]
    fn the_contrary_is_not_offered() {
        let known = ["Ce lieu n'accueille pas de public", "Se présenter", "Gratuit", "Payant", "Accompagnement individuel"];
        for text in
            ["Ce lieu accueille du public", "Ne pas se présenter", "Non payant", "Pas gratuit", "Accompagnement collectif"]
        {
            assert_eq!(nearest(text, known), None, "{text}");
        }
        assert_eq!(nearest("Ce lieu naccueille pas de publique", known), Some(known[0]));
        assert_eq!(nearest("Accompagnements individuelles", known), Some(known[4]));
    }

    #[test]
    fn a_glued_description_is_seen_through() {
        let value = "Dans un atelier collectif";
        assert_eq!(nearest("Dans un atelier collectif : j'apprends à plusieurs", [value]), Some(value));
    }

    #[test]
    fn what_follows_a_value_is_not_the_value() {
        for (text, more) in [
            ("Gratuit;Payant", true),
            ("gratuit : tout le monde", true),
            ("Gratuit", false),
            ("gratuit !", false),
            ("Gratuite", false),
            ("Gratui", false),
        ] {
            assert_eq!(goes_on(text, "Gratuit"), more, "{text}");
            assert_eq!(lists_more(text, "Gratuit"), text.contains(';'), "{text}");
        }
        assert!(lists_more("Gratuit et payant", "Gratuit") && lists_more("Gratuit - Payant", "Gratuit"));
        assert!(!lists_more("Gratuit été", "Gratuit") && !lists_more("Gratuit-payant", "Gratuit"));
    }
}
