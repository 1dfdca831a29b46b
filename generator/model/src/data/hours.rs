//! Opening hours as most people write them, told at sight, and sentences that are none.
//!
//! In: a text. Out: true only when it is surely opening hours of OpenStreetMap: days, ranges of hours, rules that close
//! on public or school holidays; or, for [`are_none`], when it surely is not. Whatever else goes to the full parser, which is a
//! thousand times slower.

/// Whether the text is made of these parts and no other: `Mo-Fr 09:00-12:00,14:00-18:00; Jul-Aug Sa[1] 10:00-12:00; PH off`,
/// `week 1-52/2 We 14:00-17:00 "sur rendez-vous"`.
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

/// One rule: when in the year, on which days, then hours or « off », and what is said of it.
fn rule(text: &[u8]) -> Option<&[u8]> {
    let months = list(text, months).and_then(spaced);
    let weeks = months.is_none().then(|| text.strip_prefix(b"week ").and_then(weeks).and_then(spaced)).flatten();
    let season = months.or(weeks);
    let rest = match list(season.unwrap_or(text), days).and_then(spaced) {
        Some(rest) => rest,
        None => season?,
    };
    let rest = match rest.strip_prefix(b"off") {
        Some(rest) => rest,
        None => list(rest, range)?,
    };
    let Some(comment) = rest.strip_prefix(b" \"") else { return Some(rest) };
    let end = comment.iter().position(|sign| *sign == b'"').filter(|end| *end > 0)?;
    Some(&comment[end + 1..])
}

fn spaced(text: &[u8]) -> Option<&[u8]> {
    text.strip_prefix(b" ")
}

/// Things with commas between.
fn list(text: &[u8], one: fn(&[u8]) -> Option<&[u8]>) -> Option<&[u8]> {
    let mut rest = one(text)?;
    while let Some(more) = rest.strip_prefix(b",") {
        rest = one(more)?;
    }
    Some(rest)
}

/// Days of the week, one of a month, or holidays: `Mo-Fr`, `Sa`, `Mo[1]`, `PH`.
fn days(text: &[u8]) -> Option<&[u8]> {
    if let Some(rest) = text.strip_prefix(b"PH").or_else(|| text.strip_prefix(b"SH")) {
        return Some(rest);
    }
    match day(text)? {
        [b'-', rest @ ..] => day(rest),
        [b'[', b'1'..=b'5', b']', rest @ ..] | rest => Some(rest),
    }
}

fn day(text: &[u8]) -> Option<&[u8]> {
    let (name, rest) = text.split_first_chunk::<2>()?;
    [b"Mo", b"Tu", b"We", b"Th", b"Fr", b"Sa", b"Su"].contains(&name).then_some(rest)
}

/// `Jan`, `Sep-Jun`.
fn months(text: &[u8]) -> Option<&[u8]> {
    let rest = month(text)?;
    rest.strip_prefix(b"-").map_or(Some(rest), month)
}

fn month(text: &[u8]) -> Option<&[u8]> {
    const MONTHS: [&[u8; 3]; 12] =
        [b"Jan", b"Feb", b"Mar", b"Apr", b"May", b"Jun", b"Jul", b"Aug", b"Sep", b"Oct", b"Nov", b"Dec"];
    let (name, rest) = text.split_first_chunk::<3>()?;
    MONTHS.contains(&name).then_some(rest)
}

/// `1-52`, `1-53/2`: the first before the last.
fn weeks(text: &[u8]) -> Option<&[u8]> {
    let (first, rest) = week(text)?;
    let (last, rest) = week(rest.strip_prefix(b"-")?)?;
    let ([b'/', b'2'..=b'9', rest @ ..] | rest) = rest;
    (first < last).then_some(rest)
}

/// The number of a week.
fn week(text: &[u8]) -> Option<(u8, &[u8])> {
    let (number, rest) = match text {
        [tens @ b'0'..=b'9', units @ b'0'..=b'9', rest @ ..] => ((tens - b'0') * 10 + units - b'0', rest),
        [units @ b'1'..=b'9', rest @ ..] => (units - b'0', rest),
        _ => return None,
    };
    (1..=53).contains(&number).then_some((number, rest))
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

    const PLAIN: [&str; 11] = [
        "Mo-Fr 09:00-12:00,14:00-18:30; Sa 08:30-12:00; PH off",
        "We 14:00-17:00; SH off",
        "Mo,We-Fr 09:00-12:00",
        "Tu,Th 00:00-23:59",
        "PH off",
        "Mo-Su,PH 09:00-12:00; PH,SH off",
        "Sep-Jun Mo[1] 09:00-12:00 \"sur rendez-vous\"; Aug off",
        "week 1-53/2 We,Sa[1],Sa[3] 14:00-17:00 \"à l'étage ; sonner\"",
        "week 02-40 Mo-Fr 10:00-12:00; Jul,Aug 10:00-12:00",
        "week 10-20 off; Dec-Feb off",
        "Jan,Mar-May Mo off \"travaux\"",
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

    /// The texts with something put in, put in place of one sign, or one sign taken away.
    #[cfg(feature = "horaires")]
    fn each_changed<'t>(texts: impl Iterator<Item = &'t str>, pieces: &[&str], mut each: impl FnMut(&str)) {
        for text in texts {
            let places: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
            for at in places {
                let after = text[at..].char_indices().nth(1).map_or("", |(next, _)| &text[at + next..]);
                for piece in pieces {
                    each(&format!("{}{piece}{after}", &text[..at]));
                    each(&format!("{}{piece}{}", &text[..at], &text[at..]));
                }
            }
        }
    }

    #[cfg(feature = "horaires")]
    #[test]
    fn what_is_told_at_sight_is_what_the_parser_reads() {
        let pieces = [
            "",
            " ",
            "-",
            ",",
            ":",
            "; ",
            "\"",
            "\"\"",
            "[1]",
            "[5]",
            "/2",
            "0",
            "1",
            "3",
            "5",
            "9",
            "Mo",
            "Fr",
            "PH",
            "SH",
            "Jan",
            "Dec",
            "Feb ",
            "week ",
            "week 1-2 ",
            "off",
            "é",
            "-PH",
            "-Mo",
        ];
        let mut told = 0;
        for text in PLAIN {
            assert!(opening_hours_syntax::parse(text).is_ok(), "{text}");
        }
        each_changed(PLAIN.into_iter(), &pieces, |text| {
            told += usize::from(are_plain(text.as_bytes()));
            assert!(!are_plain(text.as_bytes()) || opening_hours_syntax::parse(text).is_ok(), "{text}");
        });
        assert!(told > 500, "{told}");
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
        }
        let pieces = ["", "h", "é", "t", "u", "a", "MO", ".", "–", "\t", "\"", "=", "day", "weeken"];
        each_changed(PLAIN.into_iter().chain(rare), &pieces, |text| {
            none += usize::from(are_none(text));
            assert!(!are_none(text) || opening_hours_syntax::parse(text).is_err(), "{text}");
        });
        assert!(none > 1_000, "{none}");
    }
}
