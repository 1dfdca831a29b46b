//! Opening hours as most people write them, told at sight, and sentences that are none.
//!
//! In: a text. Out: true only when it is surely opening hours of OpenStreetMap: days, ranges of hours, rules that close
//! on public or school holidays; or, for [`are_none`], when it surely is not. Whatever else goes to the full parser, which is a
//! thousand times slower.

mod none;

pub(crate) use none::are_none;

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

/// The rules of a text, which semicolons separate; what is between quotation marks is left whole.
pub(crate) fn rules(text: &str) -> impl Iterator<Item = &str> {
    let mut is_said = false;
    let is_end = move |sign: char| {
        is_said ^= sign == '"';
        sign == ';' && !is_said
    };
    text.split(is_end).map(str::trim)
}

/// Whether a rule starts with a time, `9:00` or `09:00`, rather than with days.
pub(crate) fn starts_with_time(rule: &str) -> bool {
    matches!(rule.as_bytes(), [h, b':', m, ..] | [_, h, b':', m, ..] if h.is_ascii_digit() && m.is_ascii_digit())
}

#[cfg(test)]
mod tests;
