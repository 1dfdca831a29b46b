//! Opening hours as most people write them, told at sight, and sentences that are none.
//!
//! In: a text. Out: true only when it is surely opening hours of OpenStreetMap: days, ranges of hours, rules that close
//! on public or school holidays; or, for [`are_none`], when it surely is not. Whatever else goes to the full parser, which is a
//! thousand times slower.

/// Whether the text is made of these parts and no other: `Mo-Fr 09:00-12:00,14:00-18:00; Sa 10:00-12:00; PH off`.
pub(crate) fn are_plain(text: &[u8]) -> bool {
    let mut rest = text;
    loop {
        let Some(after) = rule(rest) else { return false };
        match after {
            [] => return true,
            [b';', b' ', more @ ..] => rest = more,
            _ => return false,
        }
    }
}

/// One rule: days, then hours or « off ».
fn rule(text: &[u8]) -> Option<&[u8]> {
    let rest = days(text)?.strip_prefix(b" ")?;
    if let Some(rest) = rest.strip_prefix(b"off") {
        return Some(rest);
    }
    let mut rest = range(rest)?;
    while let Some(more) = rest.strip_prefix(b",") {
        rest = range(more)?;
    }
    Some(rest)
}

fn days(text: &[u8]) -> Option<&[u8]> {
    if let Some(rest) = text.strip_prefix(b"PH").or_else(|| text.strip_prefix(b"SH")) {
        return Some(rest);
    }
    let mut rest = day(text)?;
    loop {
        if let Some(more) = rest.strip_prefix(b"-") {
            rest = day(more)?;
        }
        match rest.strip_prefix(b",") {
            Some(more) => rest = day(more)?,
            None => return Some(rest),
        }
    }
}

fn day(text: &[u8]) -> Option<&[u8]> {
    let (name, rest) = text.split_first_chunk::<2>()?;
    [b"Mo", b"Tu", b"We", b"Th", b"Fr", b"Sa", b"Su"].contains(&name).then_some(rest)
}

fn range(text: &[u8]) -> Option<&[u8]> {
    time(time(text)?.strip_prefix(b"-")?)
}

fn time(text: &[u8]) -> Option<&[u8]> {
    let ([h, hh, b':', m, mm], rest) = text.split_first_chunk::<5>()? else { return None };
    let hour_ok = matches!((h, hh), (b'0' | b'1', b'0'..=b'9') | (b'2', b'0'..=b'3'));
    (hour_ok && matches!(m, b'0'..=b'5') && mm.is_ascii_digit()).then_some(rest)
}

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

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: [&str; 5] = [
        "Mo-Fr 09:00-12:00,14:00-18:30; Sa 08:30-12:00; PH off",
        "We 14:00-17:00; SH off",
        "Mo,We-Fr 09:00-12:00",
        "Tu,Th 00:00-23:59",
        "PH off",
    ];

    #[test]
    fn usual_hours_are_told_at_sight() {
        for text in PLAIN {
            assert!(are_plain(text.as_bytes()), "{text}");
        }
        for text in [
            "",
            "Mo",
            "Lundi 9h-12h",
            "Mo-Fr 09:00-12:00;",
            "Mo-Fr 09:00-25:00",
            "24/7",
            "Mo-Fr  09:00-12:00",
            "Mo-Fr 9:00-12:00",
        ] {
            assert!(!are_plain(text.as_bytes()), "{text}");
        }
    }

    #[cfg(feature = "horaires")]
    #[test]
    fn what_is_told_at_sight_is_what_the_parser_reads() {
        for text in PLAIN {
            assert!(opening_hours_syntax::parse(text).is_ok(), "{text}");
        }
    }
    #[test]
    fn sentences_are_no_hours() {
        for text in ["Lundi 9h-12h", "Mo-Fr 9h-12h", "fermé", "Mo – Fr", "Mo.", "sur rendez-vous", "MoFrx", "Du mardi au samedi"]
        {
            assert!(are_none(text), "{text}");
        }
        for text in ["", "Mar 09:00-12:00", "mofr", "\"sur rendez-vous\"", "24/7", "Mo-Fr 09:00-25:00"] {
            assert!(!are_none(text), "{text}");
        }
    }

    /// Each text with one sign put in, replaced or taken away: what is told to be no hours is never read as such.
    #[cfg(feature = "horaires")]
    #[test]
    fn what_is_told_to_be_none_is_read_by_no_parser() {
        let rare = [
            "24/7",
            "easter -2 days-easter +1 day off",
            "2024 week 1-53/2 Mo[1,-1] +2 days (sunrise+01:00)-(sunset-01:00)",
            "Jan 1-Mar 31,Apr,May,Jun,Jul,Aug,Sep,Oct,Nov,Dec: PH,SH closed || unknown \"?\"",
            "2020-2030/2 dawn-dusk open; Sa-Su 10:00+ \"fermé\"",
        ];
        let mut none = 0;
        for text in PLAIN.into_iter().chain(rare) {
            assert!(opening_hours_syntax::parse(text).is_ok() && !are_none(text), "{text}");
            let places: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
            for at in places {
                let after = text[at..].char_indices().nth(1).map_or("", |(next, _)| &text[at + next..]);
                for sign in ["", "h", "é", "t", "u", "a", "MO", ".", "–", "\t", "\"", "=", "day", "weeken"] {
                    for changed in [format!("{}{sign}{after}", &text[..at]), format!("{}{sign}{}", &text[..at], &text[at..])] {
                        none += usize::from(are_none(&changed));
                        assert!(!are_none(&changed) || opening_hours_syntax::parse(&changed).is_err(), "{changed}");
                    }
                }
            }
        }
        assert!(none > 1_000, "{none}");
    }
}
