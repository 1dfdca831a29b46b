//! Rows as they come out of a spreadsheet in French, to be validated and repaired.
//!
//! In: the example rows. Out: the same, with the faults of real files: semicolons, dates and numbers in French, numbers
//! in groups of digits, accents and separators of values, a title for a name. Most are mended without a guess; some are
//! to be confirmed, one cannot be mended. Must not: invent a place.

use standard_mediation_model::{Check, Field, Kind, Standard};

use super::csv_file;
use crate::Artifact;

/// The file.
pub(super) fn emit(standard: &Standard) -> Artifact {
    let mut writer = csv::WriterBuilder::new().delimiter(b';').from_writer(Vec::new());
    writer.write_record(standard.fields.iter().map(header)).expect("memory takes every record");
    for (rank, row) in standard.examples.iter().enumerate() {
        let cells = csv_file::cells(standard, row);
        let faulty = standard.fields.iter().zip(&cells).map(|(field, text)| faulty(standard, field, text, rank));
        writer.write_record(faulty).expect("memory takes every record");
    }
    Artifact { path: "exemples/a-reparer.csv".into(), bytes: writer.into_inner().expect("memory is always flushed") }
}

/// A person who reads titles on a form writes titles.
fn header(field: &Field) -> &str {
    if field.checks.contains(&Check::Url) && field.multiple { &field.title } else { &field.name }
}

fn faulty(standard: &Standard, field: &Field, text: &str, rank: usize) -> String {
    let has = |check: Check| field.checks.contains(&check);
    if text.is_empty() {
        return String::new();
    }
    if has(Check::Phone) {
        return national(text);
    }
    if has(Check::Siret) && text.len() == 14 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return match rank {
            1 => format!("{},{}E+13", &text[..1], &text[1..6]),
            _ => [&text[..3], &text[3..6], &text[6..9], &text[9..]].join(" "),
        };
    }
    if has(Check::Email) && rank == 0 {
        return format!("mailto:{text}");
    }
    match field.kind {
        Kind::Number => text.replace('.', ","),
        Kind::Date => french(text, rank),
        Kind::Text if standard.vocabulary_of(field).is_some() && field.multiple => {
            let separator = standard.separator_of(field);
            match rank {
                0 => text.replace(separator, " ; "),
                1 => text.to_lowercase(),
                2 => without_accents(text),
                3 => text.replace('\'', "’").replace(separator, &format!(" {separator} ")),
                _ => text.to_owned(),
            }
        }
        _ => text.to_owned(),
    }
}

/// `+33465710142` as people say it.
fn national(text: &str) -> String {
    let Some(digits) = text.strip_prefix("+33").filter(|digits| digits.len() == 9 && digits.is_ascii()) else {
        return text.to_owned();
    };
    let digits = format!("0{digits}");
    [0, 2, 4, 6, 8].map(|at| &digits[at..at + 2]).join(" ")
}

fn french(text: &str, rank: usize) -> String {
    match text.split('-').collect::<Vec<_>>().as_slice() {
        [year, month, day] if rank == 2 => format!("{day}/{month}/{}", year.get(2..).unwrap_or(year)),
        [year, month, day] => format!("{day}/{month}/{year}"),
        _ => text.to_owned(),
    }
}

fn without_accents(text: &str) -> String {
    let plain = |c| match c {
        'à' | 'â' => 'a',
        'é' | 'è' | 'ê' => 'e',
        'É' | 'È' => 'E',
        'À' => 'A',
        'î' | 'ï' => 'i',
        'ô' => 'o',
        'ç' => 'c',
        c => c,
    };
    text.chars().map(plain).collect()
}
