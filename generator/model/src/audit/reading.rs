//! A text, piece by piece.

use memchr::{memchr, memrchr};

use super::anchors::{Anchor, Anchors};
use super::chance;
use super::codes::{self, Word};
use super::cursor::{Cursor, characters};
use super::frame::Frame;
use super::glyphs::Window;
use super::judge::{self, Meeting};
use super::lexicon::{Lexicon, Nature, Term};
use super::report::FileReport;
use super::sightings::Sightings;
use crate::Span;

/// Bytes kept on each side of what is being read; no value is as long.
const AROUND: usize = 2048;
/// Bytes read before an anchor, at most, when its line goes further.
const BEFORE: usize = 512;
/// Bytes read around a value that is read as an identifier is.
const CODES_AROUND: usize = 1500;
/// Bytes held at once, and read whenever there are as many.
const PIECE: usize = 256 * 1024;

/// The reading of one text.
#[derive(Debug)]
pub struct Reading<'a> {
    lexicon: &'a Lexicon,
    anchors: &'a Anchors,
    buffer: Vec<u8>,
    /// Bytes of the text before the buffer, and where the buffer begins.
    base: usize,
    start: Cursor,
    /// Bytes of the text whose anchors are read.
    done: usize,
    /// End of the last value, and of the last stretch of identifiers.
    met: usize,
    worded: usize,
    window: Window,
    window_from: usize,
    window_to: usize,
    sightings: Sightings<'a>,
}

impl<'a> Reading<'a> {
    pub(super) fn new(lexicon: &'a Lexicon, anchors: &'a Anchors) -> Self {
        Self {
            lexicon,
            anchors,
            buffer: Vec::new(),
            base: 0,
            start: Cursor::new(),
            done: 0,
            met: 0,
            worded: 0,
            window: Window::default(),
            window_from: 0,
            window_to: 0,
            sightings: Sightings::new(lexicon),
        }
    }

    /// Goes on with the next bytes. Where a text is cut in pieces changes nothing to what is found.
    pub fn push(&mut self, bytes: &[u8]) {
        let mut bytes = bytes;
        while !bytes.is_empty() {
            let (piece, rest) = bytes.split_at(bytes.len().min(PIECE - self.buffer.len()));
            self.buffer.extend_from_slice(piece);
            bytes = rest;
            if self.buffer.len() == PIECE {
                self.read_to(self.base + PIECE - AROUND);
                let kept = self.done - AROUND;
                self.start.advance(&self.buffer, self.base, kept);
                self.buffer.drain(..kept - self.base);
                self.base = kept;
            }
        }
    }

    /// Ends the reading.
    pub fn finish(mut self) -> FileReport {
        self.read_to(self.base + self.buffer.len());
        self.sightings.finish()
    }

    /// Reads the anchors that end up to byte `to` of the text.
    fn read_to(&mut self, to: usize) {
        let buffer = std::mem::take(&mut self.buffer);
        let (from, until) = (self.done - self.base, to - self.base);
        let (mut cursor, mut words) = (self.start, self.start);
        // What was decoded for the piece before stands at other places now.
        self.window_to = self.window_from;
        let anchors = self.anchors;
        for (anchor, start, end) in anchors.find(&buffer, from, until) {
            if anchor.code.as_deref().is_some_and(|code| is_code(&buffer, start, end, code)) {
                self.read_words(&buffer, start, &mut words);
            }
            if self.base + start >= self.met {
                self.read_anchor(&buffer, anchor, (start, end), &mut cursor);
            }
        }
        self.buffer = buffer;
        self.done = to;
    }

    /// Reads what an anchor is part of.
    fn read_anchor(&mut self, buffer: &[u8], anchor: &Anchor, (start, end): (usize, usize), cursor: &mut Cursor) {
        // Written to the letter between plain marks, as most values are: nothing to decode.
        let plain = anchor.targets.iter().find_map(|target| {
            let term = &self.lexicon.terms[target.term];
            plain(buffer, start.checked_sub(target.byte)?, term).map(|(from, to, frame)| (term, from, to, frame))
        });
        if let Some((term, from, to, frame)) = plain {
            if self.base + from >= self.met {
                let span = self.span(buffer, cursor, from, to);
                self.sightings.right(term, span, frame);
            }
            return;
        }
        self.read_decoded(buffer, anchor, (start, end), cursor);
    }

    /// Reads what an anchor is part of when it has to be decoded, and is not there by chance.
    fn read_decoded(&mut self, buffer: &[u8], anchor: &Anchor, (start, end): (usize, usize), cursor: &mut Cursor) {
        let may_align = anchor.targets.iter().any(|target| chance::may_align(buffer, start, end, target));
        if !may_align && !chance::may_be_item(buffer, start, anchor.longest) {
            return;
        }
        self.decode(buffer, start);
        let Some(at) = self.window.index(start) else { return };
        let Some(meeting) = judge::judge(self.lexicon, &self.window, at, &anchor.targets) else { return };
        let Meeting { from, to, .. } = meeting;
        let (first, last) = (self.window.glyphs[from].start, self.window.glyphs[to - 1].end);
        if self.base + first < self.met {
            return;
        }
        let span = self.span(buffer, cursor, first, last);
        let is_damaged = meeting.wrong.as_ref().is_some_and(|wrong| wrong.rule == crate::CopyRule::Encoding);
        let written: String = if is_damaged {
            String::from_utf8_lossy(&buffer[first..last]).into_owned()
        } else {
            self.window.chars(from, to).collect()
        };
        let is_bytes = is_damaged && std::str::from_utf8(&buffer[first..last]).is_err();
        self.sightings.meet(meeting, span, written, is_bytes);
    }

    /// Reads the identifiers around one of them.
    fn read_words(&mut self, buffer: &[u8], start: usize, cursor: &mut Cursor) {
        let from = start.saturating_sub(CODES_AROUND).max(self.worded.saturating_sub(self.base));
        let to = (start + CODES_AROUND).min(buffer.len());
        if to <= from {
            return;
        }
        self.worded = self.base + to;
        for Word { start, end } in codes::words(buffer, from, to) {
            if let Some(code) = self.lexicon.codes.find(&buffer[start..end]) {
                let span = at(self.base, buffer, cursor, start, end);
                let around = (start.checked_sub(1).map(|at| buffer[at]), buffer.get(end).copied());
                self.sightings.code(code, span, around, &buffer[start..end]);
            }
        }
    }

    /// The place of bytes of the buffer; nothing is met before its end any more.
    fn span(&mut self, buffer: &[u8], cursor: &mut Cursor, from: usize, to: usize) -> Span {
        self.met = self.base + to;
        at(self.base, buffer, cursor, from, to)
    }

    /// Decodes the line around a byte, unless it is decoded already.
    fn decode(&mut self, buffer: &[u8], at: usize) {
        let is_decoded = (self.window_from..self.window_to).contains(&at)
            && (self.window.starts_line || at - self.window_from >= BEFORE)
            && (self.window.ends_line || self.window_to - at >= BEFORE);
        if is_decoded {
            return;
        }
        let first = at.saturating_sub(2 * BEFORE);
        let last = buffer.len().min(at + AROUND);
        let line_start = memrchr(b'\n', &buffer[first..at]).map(|found| first + found + 1);
        let line_end = memchr(b'\n', &buffer[at..last]).map(|found| at + found);
        self.window.starts_line = line_start.is_some() || self.base + first == 0;
        self.window.ends_line = line_end.is_some() || last < at + AROUND;
        self.window_from = character(buffer, line_start.unwrap_or(first));
        self.window_to = character(buffer, line_end.unwrap_or(last));
        self.window.read(buffer, self.window_from, self.window_to);
    }
}

/// A value of today that begins at byte `from`, between plain marks.
fn plain(buffer: &[u8], from: usize, term: &Term) -> Option<(usize, usize, Frame)> {
    let is_there = term.nature == Nature::Value && buffer[from..].starts_with(term.text.as_bytes());
    let to = from + term.text.len();
    if is_there { Frame::plain(buffer, from, to).map(|frame| (from, to, frame)) } else { None }
}

/// The place of bytes of the buffer.
fn at(base: usize, buffer: &[u8], cursor: &mut Cursor, from: usize, to: usize) -> Span {
    cursor.advance(buffer, base, base + from);
    let Cursor { line, column, .. } = *cursor;
    let end_column = column + characters(&buffer[from..to]);
    Span { line, column, end_line: line, end_column, start: base + from, end: base + to }
}

/// Where the character that holds a byte begins.
fn character(buffer: &[u8], at: usize) -> usize {
    let back = buffer[..at.min(buffer.len())].iter().rev().take(3).take_while(|b| **b & 0xc0 == 0x80).count();
    match buffer.get(at) {
        Some(b) if b & 0xc0 == 0x80 => at - (back + 1).min(at),
        _ => at,
    }
}

/// Whether bytes are this identifier and no more.
fn is_code(buffer: &[u8], start: usize, end: usize, code: &[u8]) -> bool {
    let goes_on = |b: Option<&u8>| b.is_some_and(|b| codes::is_word(*b));
    &buffer[start..end] == code && !goes_on(start.checked_sub(1).map(|at| &buffer[at])) && !goes_on(buffer.get(end))
}
