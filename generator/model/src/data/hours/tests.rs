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
    for text in
        ["", "Mo", "Lundi 9h-12h", "Mo-Fr 09:00-12:00;", "Mo-Fr 09:00-25:00", "24/7", "Mo-Fr  09:00-12:00", "Mo-Fr 9:00-12:00"]
    {
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
        let is_good = || opening_hours_syntax::parse(text).is_ok() && !rules(text).skip(1).any(starts_with_time);
        assert!(!are_plain(text.as_bytes()) || is_good(), "{text}");
    });
    assert!(told > 500, "{told}");
}

#[test]
fn sentences_are_no_hours() {
    for text in ["Lundi 9h-12h", "Mo-Fr 9h-12h", "fermé", "Mo – Fr", "Mo.", "sur rendez-vous", "MoFrx", "Du mardi au samedi"] {
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
