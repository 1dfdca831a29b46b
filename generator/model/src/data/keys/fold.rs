//! What is written of a place, whatever its case, its accents and its punctuation.
//!
//! In: the bytes of a cell, UTF-8 or nearly. Out: a hash of its letters and digits. Two numbers stay apart: « 1-2 » is not « 12 ».

use std::hash::Hasher;

use siphasher::sip128::SipHasher13;

/// Bytes folded at once. Each gives two at most.
const PIECE: usize = 64;

/// Each byte once folded, after none, after the byte that starts an accented letter, and in a sign; zero for those left out.
const FOLDS: [[u8; 256]; 3] = {
    let (mut folds, mut byte) = ([[0; 256]; 3], 0);
    while byte < 256 {
        #[allow(clippy::cast_possible_truncation)]
        let sign = byte as u8;
        let is_start = sign == ACCENTED || sign == SIGN;
        let plain = if sign.is_ascii_alphanumeric() || !sign.is_ascii() && !is_start { sign.to_ascii_lowercase() } else { 0 };
        let goes_on = goes_on(sign);
        folds[0][byte] = plain;
        folds[1][byte] = if goes_on { LETTERS[byte % 32] } else { plain };
        folds[2][byte] = if goes_on { 0 } else { plain };
        byte += 1;
    }
    folds
};

/// The byte that starts the letters of French and of its neighbours, and the one that starts dashes and curly apostrophes.
const ACCENTED: u8 = 0xC3;
const SIGN: u8 = 0xE2;
/// Those letters without their accents, large or small.
const LETTERS: [u8; 32] = *b"aaaaaaaceeeeiiiidnooooo\0ouuuuyty";

const fn goes_on(byte: u8) -> bool {
    byte & 0b1100_0000 == 0b1000_0000
}

/// Hashes a text once folded.
pub(super) fn write(hasher: &mut SipHasher13, text: &[u8]) {
    let (mut kind, mut last, mut is_apart) = (0, 0, false);
    for piece in text.chunks(PIECE) {
        let (mut folded, mut length) = ([0; 2 * PIECE], 0);
        for byte in piece {
            kind = match *byte {
                ACCENTED => 1,
                SIGN => 2,
                byte if goes_on(byte) => kind,
                _ => 0,
            };
            let fold = FOLDS[kind][usize::from(*byte)];
            if fold == 0 {
                is_apart = true;
                continue;
            }
            if is_apart && fold.is_ascii_digit() && u8::is_ascii_digit(&last) {
                folded[length] = b' ';
                length += 1;
            }
            folded[length] = fold;
            length += 1;
            (last, is_apart) = (fold, false);
        }
        hasher.write(&folded[..length]);
    }
}

#[cfg(test)]
mod tests {
    use siphasher::sip128::Hasher128;

    use super::*;

    fn print(text: &str) -> u128 {
        let mut hasher = SipHasher13::new();
        write(&mut hasher, text.as_bytes());
        hasher.finish128().as_u128()
    }

    #[test]
    fn case_accents_and_punctuation_do_not_count() {
        let long = "12 rue des Écoles, ".repeat(20);
        for (one, other) in [
            ("12, rue des Écoles", "12 RUE DES ECOLES"),
            (&long, &long.replace(',', " ").replace('r', "R").replace('É', "e")),
            ("L’Étang – Nord", "l'etang nord"),
            ("Maçon - L'Haÿ", "MACON L HAY"),
            ("ÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŒ", "aaàçéèêëîïôöùûüŒ"),
        ] {
            assert_eq!(print(one), print(other), "{one} {other}");
        }
    }

    #[test]
    fn letters_and_numbers_do() {
        for (one, other) in [
            ("1-2 rue Y", "12 rue Y"),
            ("1 2 rue Y", "12 rue Y"),
            ("12 rue Y", "12 bis rue Y"),
            ("Œuvre", "Euvre"),
            ("а", "б"),
            ("", "a"),
        ] {
            assert_ne!(print(one), print(other), "{one} {other}");
        }
        // Wherever the text is cut.
        let shifted = |before: &str| print(&format!("{}{before}1-2", "a".repeat(60)));
        assert_ne!(shifted("aaa"), print(&format!("{}aaa12", "a".repeat(60))));
        assert_eq!(shifted("aaaé"), print(&format!("{}aaae1 2", "a".repeat(60))));
    }
}
