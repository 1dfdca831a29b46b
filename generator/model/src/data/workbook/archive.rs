//! The archive that a workbook is: what is refused of it, and one of its parts, inflated as it is read.

use std::io::{Read, Seek, SeekFrom, Take};
use std::sync::Arc;

use flate2::read::DeflateDecoder;
use zip::{CompressionMethod, ZipArchive};

use super::find::Sheet;
use super::flow::{Stop, Xml};
use super::parts::{self, Named};
use super::xlsx::{self, Shared};
use super::{Refusal, ods};

/// Greatest size of the table of contents of an archive: some ten thousand parts.
const MOST_CONTENTS: u32 = 1 << 20;
/// Where the end of an archive is looked for: its mark, and the longest comment.
const TAIL: u64 = 22 + 65_535;

/// What kind of workbook it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Xlsx,
    Ods,
}

impl Kind {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Xlsx => "classeur XLSX",
            Self::Ods => "classeur ODS",
        }
    }
}

/// A workbook, before one of its sheets is chosen.
pub(super) struct Whole<R> {
    pub(super) archive: ZipArchive<R>,
    pub(super) kind: Kind,
    pub(super) shared: Arc<Shared>,
    pub(super) sheets: Vec<Named>,
    /// Pieces of XML with nothing in them so far.
    hollow: u64,
}

/// The bytes of a part.
pub(super) enum Inflated<R> {
    Stored(Take<R>),
    Deflated(Box<DeflateDecoder<Take<R>>>),
}

impl<R: Read> Read for Inflated<R> {
    fn read(&mut self, out: &mut [u8]) -> std::io::Result<usize> {
        match self {
            Self::Stored(source) => source.read(out),
            Self::Deflated(source) => source.read(out),
        }
    }
}

/// Opens an archive, and reads what its sheets share, after `hollow` pieces of XML with nothing in them.
pub(super) fn open<R: Read + Seek>(mut source: R, mut hollow: u64) -> Result<Whole<R>, Refusal> {
    check_contents(&mut source)?;
    let broken = |_| Refusal::Stopped(Stop::Broken);
    let mut archive = ZipArchive::new(source).map_err(broken)?;
    for rank in 0..archive.len() {
        let part = archive.by_index_raw(rank).map_err(broken)?;
        if part.encrypted() {
            return Err(protected());
        }
    }
    if archive.index_for_name("content.xml").is_some() {
        if is_ciphered(&mut archive)? {
            return Err(protected());
        }
        return Ok(Whole { archive, kind: Kind::Ods, shared: Arc::default(), sheets: Vec::new(), hollow });
    }
    if archive.index_for_name("xl/workbook.bin").is_some() {
        let message = "c'est un classeur binaire (.xlsb), qui n'est pas lu".to_owned();
        return Err(Refusal::Said(message, "enregistrez-le en « Classeur Excel (.xlsx) » ou en « CSV UTF-8 »"));
    }
    if archive.index_for_name("[Content_Types].xml").is_none() {
        let message = "c'est une archive ZIP, pas un classeur".to_owned();
        return Err(Refusal::Said(message, "décompressez-la, puis donnez le fichier de données qu'elle contient"));
    }
    let (shared, sheets) = parts::read(&mut archive, &mut hollow)?;
    if sheets.is_empty() {
        let message = "c'est un document, pas un classeur : il n'a aucune feuille".to_owned();
        return Err(Refusal::Said(message, "mettez le tableau dans un classeur, ou exportez-le en « CSV UTF-8 »"));
    }
    Ok(Whole { archive, kind: Kind::Xlsx, shared: Arc::new(shared), sheets, hollow })
}

fn protected() -> Refusal {
    let message = "le classeur est protégé par un mot de passe".to_owned();
    Refusal::Said(message, "enlevez le mot de passe dans le tableur, puis enregistrez de nouveau")
}

/// Refuses an archive whose table of contents alone would fill the memory.
fn check_contents<R: Read + Seek>(source: &mut R) -> Result<(), Refusal> {
    let failed = |error| Refusal::Stopped(Stop::Source(error));
    let size = source.seek(SeekFrom::End(0)).map_err(failed)?;
    source.seek(SeekFrom::Start(size.saturating_sub(TAIL))).map_err(failed)?;
    let mut tail = Vec::new();
    source.by_ref().take(TAIL).read_to_end(&mut tail).map_err(failed)?;
    let is_huge = memchr::memmem::find_iter(&tail, b"PK\x05\x06").any(|at| {
        let size = tail.get(at + 12..at + 16).and_then(|bytes| bytes.first_chunk::<4>());
        size.is_some_and(|size| u32::from_le_bytes(*size) > MOST_CONTENTS)
    });
    if is_huge || memchr::memmem::find(&tail, b"PK\x06\x07").is_some() {
        let message = "le classeur contient trop de parties, il n'est pas lu".to_owned();
        return Err(Refusal::Said(message, "exportez la feuille en « CSV UTF-8 » et donnez ce fichier"));
    }
    Ok(())
}

/// Whether the parts of an ODS are ciphered: its list of parts says so.
fn is_ciphered<R: Read + Seek>(archive: &mut ZipArchive<R>) -> Result<bool, Refusal> {
    let Ok(file) = archive.by_name("META-INF/manifest.xml") else { return Ok(false) };
    let mut text = Vec::new();
    file.take(1 << 20).read_to_end(&mut text).map_err(|_| Stop::Broken)?;
    Ok(memchr::memmem::find(&text, b"encryption-data").is_some())
}

impl<R: Read + Seek> Whole<R> {
    /// Reads the start of the sheet of that rank, with its name; `None` when there are not as many.
    pub(super) fn peek<T>(
        &mut self,
        rank: usize,
        most: u64,
        read: impl FnOnce(&mut Sheet<zip::read::ZipFile<'_, R>>) -> T,
    ) -> Result<Option<(String, T)>, Stop> {
        if self.kind == Kind::Ods {
            let file = self.archive.by_name("content.xml").map_err(|_| Stop::Broken)?;
            let xml = Xml::new(file, most, self.hollow);
            let Some((sheet, name)) = ods::Sheet::new(xml, rank)? else { return Ok(None) };
            let mut sheet = Sheet::Ods(sheet);
            let said = read(&mut sheet);
            self.hollow = sheet.hollow();
            return Ok(Some((name, said)));
        }
        let Some(named) = self.sheets.get(rank) else { return Ok(None) };
        let file = self.archive.by_name(&named.part).map_err(|_| Stop::Broken)?;
        let xml = Xml::new(file, most, self.hollow);
        let mut sheet = Sheet::Xlsx(xlsx::Sheet::new(xml, Arc::clone(&self.shared)));
        let said = read(&mut sheet);
        self.hollow = sheet.hollow();
        Ok(Some((named.name.clone(), said)))
    }

    /// The sheet of that rank, from its start.
    pub(super) fn into_sheet(mut self, rank: usize, most: u64) -> Result<Sheet<Inflated<R>>, Stop> {
        let part = match self.sheets.get(rank) {
            Some(named) => named.part.as_str(),
            None => "content.xml",
        };
        let file = self.archive.by_name(part).map_err(|_| Stop::Broken)?;
        let (start, size, method) = (file.data_start().ok_or(Stop::Broken)?, file.compressed_size(), file.compression());
        drop(file);
        let mut source = self.archive.into_inner();
        source.seek(SeekFrom::Start(start)).map_err(Stop::Source)?;
        let source = source.take(size);
        let inflated = match method {
            CompressionMethod::Stored => Inflated::Stored(source),
            CompressionMethod::Deflated => Inflated::Deflated(Box::new(DeflateDecoder::new(source))),
            _ => return Err(Stop::Broken),
        };
        let xml = Xml::new(inflated, most, self.hollow);
        match self.kind {
            Kind::Xlsx => Ok(Sheet::Xlsx(xlsx::Sheet::new(xml, self.shared))),
            Kind::Ods => ods::Sheet::new(xml, rank)?.map(|(sheet, _)| Sheet::Ods(sheet)).ok_or(Stop::Broken),
        }
    }
}
