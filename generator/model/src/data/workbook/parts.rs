//! The parts of a workbook besides its sheets: texts, styles, the list of sheets.

use std::collections::BTreeMap;
use std::io::{Read, Seek};

use quick_xml::events::Event;
use zip::ZipArchive;

use super::escape;
use super::flow::{Stop, Xml, append, attribute};
use super::xlsx::{Shared, is_date};

/// Bytes read of a part that is not a sheet.
const MOST_OF_A_PART: u64 = 128 << 20;
/// Bytes of all shared texts.
const MOST_TEXT: usize = 24 << 20;
/// Number of shared texts.
const MOST_STRINGS: usize = 1 << 20;
/// Bytes of texts held together: growing never copies more.
const PIECE: usize = 1 << 20;
/// Sheets and styles that are looked at.
const MOST_OF_A_LIST: usize = 65_536;

/// Texts by rank.
#[derive(Debug, Default)]
pub(super) struct Strings {
    pieces: Vec<String>,
    /// Piece, start and end of each.
    places: Vec<(u16, u32, u32)>,
    bytes: usize,
}

impl Strings {
    pub(super) fn get(&self, rank: usize) -> Option<&str> {
        let (piece, start, end) = *self.places.get(rank)?;
        self.pieces.get(usize::from(piece))?.get(start as usize..end as usize)
    }

    #[allow(clippy::cast_possible_truncation)]
    fn push(&mut self, text: &str) -> Result<(), Stop> {
        self.bytes += text.len();
        if self.bytes > MOST_TEXT || self.places.len() == MOST_STRINGS {
            return Err(Stop::TooMuch);
        }
        if self.pieces.last().is_none_or(|piece| piece.len() + text.len() > PIECE) {
            self.pieces.push(String::new());
        }
        let last = self.pieces.len() - 1;
        let piece = &mut self.pieces[last];
        let start = piece.len();
        piece.push_str(text);
        self.places.push((last as u16, start as u32, piece.len() as u32));
        Ok(())
    }
}

/// A sheet that the workbook names.
#[derive(Debug)]
pub(super) struct Named {
    pub(super) name: String,
    /// Path in the archive.
    pub(super) part: String,
    /// It is not shown.
    pub(super) is_hidden: bool,
}

/// Reads what the sheets of an XLSX refer to, and their list.
pub(super) fn read<R: Read + Seek>(archive: &mut ZipArchive<R>, hollow: &mut u64) -> Result<(Shared, Vec<Named>), Stop> {
    let home = relations(archive, "_rels/.rels", hollow)?.into_iter().find(|relation| relation.kind.ends_with("/officeDocument"));
    let workbook = home.map_or_else(|| "xl/workbook.xml".to_owned(), |relation| resolved("", &relation.target));
    let (folder, file) = workbook.rsplit_once('/').unwrap_or(("", &workbook));
    let relations = relations(archive, &format!("{folder}/_rels/{file}.rels"), hollow)?;
    // Each may be named by each sheet: they are not looked through one by one. The first of an id is the one.
    let by_id: BTreeMap<&str, &Relation> = relations.iter().rev().map(|relation| (relation.id.as_str(), relation)).collect();
    let mut shared = Shared::default();
    let mut sheets = Vec::new();
    each(archive, &workbook, hollow, |element, _| {
        match element {
            Event::Start(element) if element.local_name().as_ref() == "workbookPr" => {
                let flag = attribute(element, "date1904");
                shared.from_1904 = flag.is_some_and(|flag| flag == "1" || flag == "true");
            }
            Event::Start(element) if element.local_name().as_ref() == "sheet" && sheets.len() < MOST_OF_A_LIST => {
                let id = attribute(element, "id").unwrap_or_default();
                if let Some(relation) = by_id.get(id.as_str()) {
                    let name = attribute(element, "name").unwrap_or_default();
                    let is_hidden = attribute(element, "state").is_some_and(|state| state != "visible");
                    sheets.push(Named { name, part: resolved(folder, &relation.target), is_hidden });
                }
            }
            _ => {}
        }
        Ok(false)
    })?;
    let part = |kind: &str| {
        let relation = relations.iter().find(|relation| relation.kind.ends_with(kind));
        relation.map(|relation| resolved(folder, &relation.target))
    };
    if let Some(part) = part("/styles") {
        shared.dates = styles(archive, &part, hollow)?;
    }
    if let Some(part) = part("/sharedStrings") {
        shared.strings = strings(archive, &part, hollow)?;
    }
    Ok((shared, sheets))
}

struct Relation {
    id: String,
    kind: String,
    target: String,
}

fn relations<R: Read + Seek>(archive: &mut ZipArchive<R>, part: &str, hollow: &mut u64) -> Result<Vec<Relation>, Stop> {
    let mut out = Vec::new();
    each(archive, part, hollow, |event, _| {
        if let Event::Start(element) = event
            && element.local_name().as_ref() == "Relationship"
            && out.len() < MOST_OF_A_LIST
        {
            let value = |name| attribute(element, name).unwrap_or_default();
            out.push(Relation { id: value("Id"), kind: value("Type"), target: value("Target") });
        }
        Ok(false)
    })?;
    Ok(out)
}

/// The path of a target, written from the root of the archive or from a folder.
fn resolved(folder: &str, target: &str) -> String {
    match target.strip_prefix('/') {
        Some(path) => path.to_owned(),
        None if folder.is_empty() => target.to_owned(),
        None => format!("{folder}/{}", target.trim_start_matches("./")),
    }
}

/// For each style of cells, whether it shows dates.
fn styles<R: Read + Seek>(archive: &mut ZipArchive<R>, part: &str, hollow: &mut u64) -> Result<Vec<bool>, Stop> {
    let (mut codes, mut dates, mut inside): (Vec<(u32, String)>, Vec<bool>, bool) = (Vec::new(), Vec::new(), false);
    each(archive, part, hollow, |event, _| {
        match event {
            Event::Start(element) => {
                let format = || attribute(element, "numFmtId").and_then(|id| id.parse().ok()).unwrap_or(0);
                match element.local_name().as_ref() {
                    "numFmt" if codes.len() < 1_000 => {
                        codes.push((format(), attribute(element, "formatCode").unwrap_or_default()));
                    }
                    "cellXfs" => inside = true,
                    "xf" if inside && dates.len() < MOST_OF_A_LIST => {
                        let format = format();
                        let code = codes.iter().find(|(id, _)| *id == format).map(|(_, code)| code.as_str());
                        dates.push(is_date(format, code));
                    }
                    _ => {}
                }
            }
            Event::End(element) if element.local_name().as_ref() == "cellXfs" => inside = false,
            _ => {}
        }
        Ok(false)
    })?;
    Ok(dates)
}

fn strings<R: Read + Seek>(archive: &mut ZipArchive<R>, part: &str, hollow: &mut u64) -> Result<Strings, Stop> {
    let mut strings = Strings::default();
    let (mut capturing, mut phonetic, mut start) = (false, false, 0);
    each(archive, part, hollow, |event, text| {
        match event {
            Event::Start(element) => match element.local_name().as_ref() {
                "si" => text.clear(),
                "t" => (capturing, start) = (!phonetic, text.len()),
                "rPh" => phonetic = true,
                _ => {}
            },
            Event::End(element) => match element.local_name().as_ref() {
                "si" => {
                    strings.push(text)?;
                    return Ok(!text.is_empty());
                }
                "t" => {
                    escape::decode(text, start);
                    capturing = false;
                }
                "rPh" => phonetic = false,
                _ => {}
            },
            event if capturing => append(event, text)?,
            _ => {}
        }
        Ok(false)
    })?;
    Ok(strings)
}

/// Gives each event of a part, and a text to write in, to `take`, which tells whether something was in the last ones; a part that is not there has none.
fn each<R: Read + Seek>(
    archive: &mut ZipArchive<R>,
    part: &str,
    hollow: &mut u64,
    mut take: impl FnMut(&Event<'_>, &mut String) -> Result<bool, Stop>,
) -> Result<(), Stop> {
    let Ok(file) = archive.by_name(part) else { return Ok(()) };
    let mut xml = Xml::new(file, MOST_OF_A_PART, *hollow);
    let mut text = String::new();
    loop {
        let event = xml.next()?;
        if matches!(event, Event::Eof) {
            *hollow = xml.hollow();
            return Ok(());
        }
        let is_valued = take(&event, &mut text)?;
        drop(event);
        if is_valued {
            xml.valued();
        }
    }
}
