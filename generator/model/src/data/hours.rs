//! Opening hours as most people write them, told at sight.
//!
//! In: a text. Out: true only when it is surely opening hours of OpenStreetMap: days, ranges of hours, rules that close
//! on public or school holidays. Whatever else goes to the full parser, which is a thousand times slower.

/// Whether the text is made of these parts and no other: `Mo-Fr 09:00-12:00,14:00-18:00; Sa 10:00-12:00; PH off`.
pub(super) fn are_plain(text: &[u8]) -> bool {
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
}
