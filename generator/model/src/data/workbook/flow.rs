//! XML out of an archive, within bounds: of a text, of depth, of the whole.
//!
//! In: bytes as they are inflated. Out: events. Sizes that an archive declares are not believed: what comes out is counted.

use std::io::{self, BufRead, BufReader, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::super::csv::LONGEST_ROW;

/// Pieces of XML (a tag, the end of one, a text) read of a workbook beyond [`OF_A_VALUE`] for each cell that holds something.
/// An archive of 100 KB may hold a hundred million of them: a sheet coloured to its last row has fewer than ten.
pub(super) const MOST_HOLLOW: u64 = 20_000_000;
/// Pieces that a cell with something in it is worth; it is made of five.
const OF_A_VALUE: u64 = 3;
/// Attributes looked at of a tag; workbooks do with about ten.
pub(super) const MOST_ATTRIBUTES: usize = 64;
/// Greatest depth of XML; workbooks do with about ten.
const DEEPEST: usize = 64;

/// Why reading stopped before the end.
#[derive(Debug)]
pub(super) enum Stop {
    /// A cell or a row is longer than what is held.
    TooLong,
    /// More came out of the archive than is read.
    TooMuch,
    /// There is too much XML with nothing in it.
    Hollow,
    /// What came out is not what a workbook holds, or stops in the middle.
    Broken,
    /// The bytes could not be had.
    Source(io::Error),
}

/// Bytes, counted.
#[derive(Debug)]
struct Counted<S> {
    source: BufReader<S>,
    /// Bytes left for the event at hand.
    event: usize,
    /// Bytes left in all.
    all: u64,
    stop: Option<Stop>,
}

impl<S: Read> Read for Counted<S> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let given = self.fill_buf()?;
        let count = given.len().min(out.len());
        out[..count].copy_from_slice(&given[..count]);
        self.consume(count);
        Ok(count)
    }
}

impl<S: Read> BufRead for Counted<S> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        let stop = if self.event == 0 {
            Stop::TooLong
        } else if self.all == 0 {
            Stop::TooMuch
        } else {
            let most = self.event;
            return match self.source.fill_buf() {
                Ok(bytes) => Ok(&bytes[..bytes.len().min(most)]),
                Err(error) => {
                    let kind = error.kind();
                    // What inflates has errors of its own; only those of the system have a number.
                    let broken = error.raw_os_error().is_none();
                    self.stop = Some(if broken { Stop::Broken } else { Stop::Source(error) });
                    Err(kind.into())
                }
            };
        };
        self.stop = Some(stop);
        Err(io::ErrorKind::FileTooLarge.into())
    }

    fn consume(&mut self, count: usize) {
        self.event = self.event.saturating_sub(count);
        self.all = self.all.saturating_sub(count as u64);
        self.source.consume(count);
    }
}

/// XML, an event at a time. An empty element starts and ends.
pub(super) struct Xml<S> {
    reader: Reader<Counted<S>>,
    buffer: Vec<u8>,
    depth: usize,
    /// Pieces with nothing in them so far.
    hollow: u64,
}

impl<S: Read> Xml<S> {
    /// Reads `most` bytes at most, after `hollow` pieces of the same workbook with nothing in them.
    pub(super) fn new(source: S, most: u64, hollow: u64) -> Self {
        let source = Counted { source: BufReader::with_capacity(32 << 10, source), event: LONGEST_ROW, all: most, stop: None };
        let mut reader = Reader::from_reader(source);
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        config.allow_dangling_amp = true;
        Self { reader, buffer: Vec::new(), depth: 0, hollow }
    }

    pub(super) fn next(&mut self) -> Result<Event<'_>, Stop> {
        self.buffer.clear();
        self.reader.get_mut().event = LONGEST_ROW;
        match self.reader.read_event_into(&mut self.buffer) {
            Ok(event) => {
                match event {
                    Event::Start(_) => self.depth += 1,
                    Event::End(_) => self.depth = self.depth.saturating_sub(1),
                    _ => {}
                }
                self.hollow += 1;
                match event {
                    _ if self.depth > DEEPEST => Err(Stop::Broken),
                    _ if self.hollow > MOST_HOLLOW => Err(Stop::Hollow),
                    event => Ok(event),
                }
            }
            Err(_) => Err(self.reader.get_mut().stop.take().unwrap_or(Stop::Broken)),
        }
    }

    /// Says that something was in the last pieces.
    pub(super) fn valued(&mut self) {
        self.hollow = self.hollow.saturating_sub(OF_A_VALUE);
    }

    /// Pieces with nothing in them so far.
    pub(super) fn hollow(&self) -> u64 {
        self.hollow
    }
}

/// The value of an attribute, whatever its prefix.
pub(super) fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = element.attributes();
    let found = attributes
        .with_checks(false)
        .flatten()
        .take(MOST_ATTRIBUTES)
        .find(|attribute| attribute.key.local_name().as_ref() == name)?;
    Some(quick_xml::escape::unescape(&found.value).map_or_else(|_| found.value.to_string(), std::borrow::Cow::into_owned))
}

/// Adds what an event says, when it says something; a row that grows too long stops the reading.
pub(super) fn append(event: &Event<'_>, text: &mut String) -> Result<(), Stop> {
    match event {
        Event::Text(said) => push(&said.xml10_content(), text),
        Event::CData(said) => push(said, text),
        Event::GeneralRef(name) => match name.resolve_char_ref() {
            Ok(Some(sign)) => push(sign.encode_utf8(&mut [0; 4]), text),
            _ => push(quick_xml::escape::resolve_predefined_entity(name).unwrap_or_default(), text),
        },
        _ => Ok(()),
    }
}

/// Adds to a text, whoever says it: a tag of some bytes may stand for a thousand spaces.
pub(super) fn push(said: &str, text: &mut String) -> Result<(), Stop> {
    if text.len() + said.len() > LONGEST_ROW {
        return Err(Stop::TooLong);
    }
    text.push_str(said);
    Ok(())
}
