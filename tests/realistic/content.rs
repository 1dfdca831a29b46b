//! What a cell of each column holds in a row without a fault.

use std::fmt::Write;

use standard_mediation_model::Field;

use super::columns::Column;
use super::place::{Place, write_identifier, write_phone, write_pivot};
use super::words::{CODES, DOORS, HOURS, LABELS, SENTENCES, SOURCES, STREET_NAMES, STREETS};
use crate::dice::Dice;

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Content {
    Identifier,
    Pivot,
    Name,
    Commune,
    Postal,
    Insee,
    Street,
    Door,
    Latitude,
    Longitude,
    AddressKey,
    Kind,
    Phone,
    Emails,
    Sites,
    Hours,
    Summary,
    Detail,
    Source,
    Parent,
    Day,
    Labels,
    Access,
    AccessSheet,
    Booking,
    /// Values of a list, so often in a hundred rows, at most so many.
    Values(usize, usize),
    /// A field we know nothing about: its first example, or nothing.
    Example,
}

impl Content {
    /// What the column of a field holds, by its name in any version.
    pub(super) fn of(field: &Field) -> Self {
        match field.name.as_str() {
            "id" => Self::Identifier,
            "pivot" => Self::Pivot,
            "nom" => Self::Name,
            "commune" => Self::Commune,
            "code_postal" => Self::Postal,
            "code_insee" => Self::Insee,
            "adresse" => Self::Street,
            "complement_adresse" => Self::Door,
            "latitude" => Self::Latitude,
            "longitude" => Self::Longitude,
            "cle_ban" => Self::AddressKey,
            "typologie" => Self::Kind,
            "telephone" => Self::Phone,
            "courriel" | "courriels" => Self::Emails,
            "site_web" => Self::Sites,
            "horaires" => Self::Hours,
            "presentation_resume" => Self::Summary,
            "presentation_detail" => Self::Detail,
            "source" => Self::Source,
            "structure_parente" => Self::Parent,
            "date_maj" => Self::Day,
            "labels_autres" | "autres_formations_labels" => Self::Labels,
            "modalites_acces" => Self::Access,
            "accessibilite" | "fiche_acces_libre" => Self::AccessSheet,
            "prise_rdv" => Self::Booking,
            "services" => Self::Values(100, 4),
            "frais_a_charge" | "conditions_acces" | "itinerance" => Self::Values(85, 1),
            "modalites_accompagnement" => Self::Values(90, 4),
            "dispositif_programmes_nationaux" | "labels_nationaux" => Self::Values(50, 3),
            _ if field.vocabulary.is_some() => Self::Values(25, 3),
            _ => Self::Example,
        }
    }
}

/// Writes the cell.
pub(super) fn write(column: &Column, place: &Place, dice: &mut Dice, out: &mut String) {
    let commune = place.commune;
    let say = |out: &mut String, text: std::fmt::Arguments| out.write_fmt(text).expect("a text");
    match column.content {
        Content::Identifier => write_identifier(place.rank, place.seed, out),
        Content::Pivot => write_pivot(place, dice, out),
        Content::Name => say(out, format_args!("{} {}", place.kind.0, place.name)),
        Content::Commune => out.push_str(commune.name),
        Content::Postal => out.push_str(commune.postal),
        Content::Insee => out.push_str(commune.insee),
        Content::Street => {
            let bis = if dice.percent(6) { " bis" } else { "" };
            let (street, name) = (dice.pick(&STREETS), dice.pick(&STREET_NAMES));
            say(out, format_args!("{}{bis} {street} {name}", 1 + dice.below(240)));
        }
        Content::Door if dice.percent(30) => out.push_str(dice.pick(&DOORS)),
        Content::Latitude => degrees(commune.point.0, dice, out),
        Content::Longitude => degrees(commune.point.1, dice, out),
        Content::AddressKey if dice.percent(60) => {
            say(out, format_args!("{}_{:04}_{:05}", commune.insee, dice.below(9_000), 1 + dice.below(240)));
        }
        Content::Kind if dice.percent(90) => kind(column, place, dice, out),
        Content::Phone if dice.percent(85) => write_phone(place, dice, out),
        Content::Emails if dice.percent(75) => {
            say(out, format_args!("contact.{}@{}.example", dice.below(1000), commune.slug));
            if column.field.multiple && dice.percent(15) {
                say(out, format_args!("{}accueil@{}.example", column.separator, commune.slug));
            }
        }
        Content::Sites if dice.percent(70) => {
            say(out, format_args!("https://www.{}.example/lieux/{}", commune.slug, dice.below(10_000)));
            if column.field.multiple && dice.percent(20) {
                say(out, format_args!("{}https://reseau-social.example/@{}", column.separator, commune.slug));
            }
        }
        Content::Hours if dice.percent(85) => hours(dice, out),
        Content::Summary if dice.percent(95) => summary(column, place, dice, out),
        Content::Detail if dice.percent(85) => detail(place, dice, out),
        Content::Source => say(out, format_args!("{} ({})", dice.pick(&SOURCES), commune.name)),
        Content::Parent if dice.percent(60) => say(out, format_args!("Commune de {}", commune.name)),
        Content::Day => {
            let (year, month, day) = (2022 + dice.below(4), 1 + dice.below(12), 1 + dice.below(28));
            say(out, format_args!("{year}-{month:02}-{day:02}"));
        }
        Content::Labels if dice.percent(20) => out.push_str(dice.pick(&LABELS)),
        Content::Access if dice.percent(95) => access(column, place, dice, out),
        Content::AccessSheet if dice.percent(50) => {
            let (department, rank) = (&commune.postal[..2], dice.below(1_000_000));
            say(out, format_args!("https://acceslibre.beta.gouv.fr/app/{department}-{}/a/mairie/erp/{rank}/", commune.slug));
        }
        Content::Booking if place.books => {
            say(out, format_args!("https://rendez-vous.{}.example/{}", commune.slug, dice.below(10_000)));
        }
        Content::Values(times, most) if column.field.required || dice.percent(times) => {
            let most = 1 + dice.below(most);
            values(&column.values, most, column.separator, dice, out);
        }
        Content::Example => {
            if let Some(example) = column.field.examples.first() {
                out.push_str(&example.text(column.separator.encode_utf8(&mut [0; 4])));
            }
        }
        _ => {}
    }
}

/// A coordinate within a kilometre of the town, in decimal degrees.
fn degrees(thousandths: i32, dice: &mut Dice, out: &mut String) {
    let drawn = i64::try_from(dice.below(16_000)).expect("small") - 8_000;
    let millionths = i64::from(thousandths) * 1_000 + drawn;
    let sign = if millionths < 0 { "-" } else { "" };
    let millionths = millionths.unsigned_abs();
    write!(out, "{sign}{}.{:06}", millionths / 1_000_000, millionths % 1_000_000).expect("a text");
}

fn kind(column: &Column, place: &Place, dice: &mut Dice, out: &mut String) {
    let code = if column.values.is_empty() || column.knows(place.kind.1) { place.kind.1 } else { dice.pick(&column.values) };
    out.push_str(code);
    let second = dice.pick(if column.values.is_empty() { &CODES } else { &column.values });
    if second != code && dice.percent(15) {
        out.push(column.separator);
        out.push_str(second);
    }
}

/// At most `most` values, each once, in the order of the list.
fn values(values: &[&str], most: usize, separator: char, dice: &mut Dice, out: &mut String) {
    let start = out.len();
    let mut wanted = most.min(values.len());
    for (rank, value) in values.iter().enumerate() {
        if dice.below(values.len() - rank) >= wanted {
            continue;
        }
        if out.len() > start {
            out.push(separator);
        }
        out.push_str(value);
        wanted -= 1;
    }
}

fn access(column: &Column, place: &Place, dice: &mut Dice, out: &mut String) {
    if !column.alone.is_empty() && dice.percent(4) {
        out.push_str(dice.pick(&column.alone));
        return;
    }
    let most = 1 + dice.below(3);
    values(&column.values, most, column.separator, dice, out);
    if place.books && !column.booked.is_empty() {
        out.push(column.separator);
        out.push_str(dice.pick(&column.booked));
    }
}

fn hours(dice: &mut Dice, out: &mut String) {
    for c in dice.pick(&HOURS).chars() {
        match c {
            '#' => out.push_str(["08", "09", "10"][dice.below(3)]),
            '@' => out.push_str(["16", "17", "18", "19"][dice.below(4)]),
            c => out.push(c),
        }
    }
}

/// Adds a sentence and gives its number of characters.
pub(super) fn sentence(place: &Place, dice: &mut Dice, out: &mut String) -> usize {
    let start = out.len();
    let text = dice.pick(&SENTENCES);
    match text.split_once('#') {
        Some((before, after)) => out.extend([before, place.commune.name, after]),
        None => out.push_str(text),
    }
    out[start..].chars().count()
}

/// One or several sentences within the length that the field allows; in one row of two hundred, exactly that length,
/// which accents make longer in bytes.
fn summary(column: &Column, place: &Place, dice: &mut Dice, out: &mut String) {
    let (start, most) = (out.len(), column.field.max_length.unwrap_or(280));
    let is_full = dice.below(200) == 0;
    let mut length = 0;
    let wanted = if is_full { usize::MAX } else { 2 + dice.below(2) };
    for rank in 0..wanted {
        let kept = out.len();
        if rank > 0 {
            out.push(' ');
        }
        let added = sentence(place, dice, out) + usize::from(rank > 0);
        if length + added > most {
            if is_full {
                cut(start, most, out);
            } else {
                out.truncate(kept);
            }
            return;
        }
        length += added;
    }
}

/// Keeps `most` characters, the last one no space.
fn cut(start: usize, most: usize, out: &mut String) {
    let end = out[start..].char_indices().nth(most - 1).map_or(out.len(), |(at, _)| start + at);
    out.truncate(end);
    out.push('é');
}

/// Several sentences; in one row of two hundred on two lines, as spreadsheets let people write.
fn detail(place: &Place, dice: &mut Dice, out: &mut String) {
    let broken = dice.below(200) == 0;
    for rank in 0..2 + dice.below(4) {
        if rank > 0 {
            out.push(if broken && rank == 1 { '\n' } else { ' ' });
        }
        sentence(place, dice, out);
    }
}
