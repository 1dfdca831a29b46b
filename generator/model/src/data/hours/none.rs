//! Sentences, told from opening hours at sight.
//!
//! In: a text. Out: true only when no parser of opening hours reads it.

/// Whether a text surely is no opening hours: it holds a sign or a word that the grammar of OpenStreetMap does not have,
/// as « Lundi 9h-12h » does. Comments, between quotation marks, may hold anything.
pub(crate) fn are_none(text: &str) -> bool {
    let text = text.as_bytes();
    let is_comment = text.contains(&b'"');
    let mut runs = text.chunk_by(|sign, next| sign.is_ascii_alphabetic() == next.is_ascii_alphabetic());
    let is_known = |run: &[u8]| match run.first() {
        Some(letter) if letter.is_ascii_alphabetic() => run.len() > LONGEST_RUN || are_words(run),
        _ => run.iter().all(|sign| b"0123456789;,|()[]+-/: ".contains(sign)),
    };
    !is_comment && !runs.all(is_known)
}

/// Letters that follow one another; longer runs are left to the parser.
const LONGEST_RUN: usize = 32;

/// The words of the grammar, in any case.
const WORDS: [&[u8]; 33] = [
    b"mo", b"tu", b"we", b"th", b"fr", b"sa", b"su", b"jan", b"feb", b"mar", b"apr", b"may", b"jun", b"jul", b"aug", b"sep",
    b"oct", b"nov", b"dec", b"ph", b"sh", b"off", b"open", b"closed", b"unknown", b"day", b"days", b"week", b"easter", b"dawn",
    b"sunrise", b"sunset", b"dusk",
];

/// Whether letters are such words, one after the other.
fn are_words(letters: &[u8]) -> bool {
    let is_first = |word: &&&[u8]| letters.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
    letters.is_empty() || WORDS.iter().filter(is_first).any(|word| are_words(&letters[word.len()..]))
}
