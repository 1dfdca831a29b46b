//! What people make of the values of a list.

use super::columns::Column;
use super::hurt::ListChange;
use crate::dice::Dice;

/// Changes after which one part is no value of the list.
pub(super) const LISTS: [ListChange; 10] = [
    |column, text, dice| part(column, text, dice, unaccented),
    |column, text, dice| part(column, text, dice, str::to_lowercase),
    |column, text, dice| part(column, text, dice, str::to_uppercase),
    |column, text, dice| part(column, text, dice, |value| format!("{value} ")),
    |column, text, dice| part(column, text, dice, |value| format!(" {value}")),
    |column, text, dice| part(column, text, dice, |value| format!("{value}.")),
    |column, text, dice| part(column, text, dice, |value| value.replace('\'', "’")),
    |column, text, dice| part(column, text, dice, |value| value.replacen(' ', "  ", 1)),
    |column, text, dice| part(column, text, dice, |_| "Autre".to_owned()),
    other_separator,
];

/// Changes after which one part is empty.
pub(super) const PARTS: [ListChange; 3] = [
    |column, text, _| Some(format!("{}{text}", column.separator)),
    |column, text, _| Some(format!("{text}{}", column.separator)),
    |column, text, _| {
        let (first, rest) = text.split_once(column.separator)?;
        Some(format!("{first}{0}{0}{rest}", column.separator))
    },
];

/// One part is written again.
pub(super) fn twice(column: &Column, text: &str, _: &mut Dice) -> Option<String> {
    let first = text.split(column.separator).next()?;
    Some(format!("{text}{}{first}", column.separator))
}

/// A value that stands alone does not.
pub(super) fn not_alone(column: &Column, text: &str, dice: &mut Dice) -> Option<String> {
    (!column.alone.is_empty()).then(|| format!("{text}{}{}", column.separator, dice.pick(&column.alone)))
}

/// Changes one part; `None` when what comes out is a value, or was already there.
fn part(column: &Column, text: &str, dice: &mut Dice, change: fn(&str) -> String) -> Option<String> {
    let parts: Vec<&str> = text.split(column.separator).collect();
    let at = dice.below(parts.len());
    let changed = change(parts[at]);
    if column.knows(&changed) || parts.contains(&changed.as_str()) {
        return None;
    }
    let parts: Vec<&str> = parts.iter().enumerate().map(|(i, part)| if i == at { changed.as_str() } else { part }).collect();
    Some(parts.join(column.separator.encode_utf8(&mut [0; 4])))
}

/// The signs that people and older versions put between values.
fn other_separator(column: &Column, text: &str, dice: &mut Dice) -> Option<String> {
    let sign = *["; ", ", ", ";", " / ", "|"].get(dice.below(5))?;
    let sign = if sign.starts_with(column.separator) { "," } else { sign };
    let (first, rest) = text.split_once(column.separator)?;
    let second = rest.split(column.separator).next()?;
    Some(format!("{first}{sign}{second}"))
}

fn unaccented(value: &str) -> String {
    let plain = |c: char| match c {
        'à' | 'â' => 'a',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'î' | 'ï' => 'i',
        'ô' => 'o',
        'ù' | 'û' => 'u',
        'ç' => 'c',
        'À' => 'A',
        'É' => 'E',
        c => c,
    };
    value.chars().map(plain).collect()
}
