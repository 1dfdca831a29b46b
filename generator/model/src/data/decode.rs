//! Bytes of any encoding to UTF-8, as they are read.

use std::io::{self, Read};

use encoding_rs::{CoderResult, Decoder};

/// How a text is encoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, as the standard asks.
    Utf8,
    /// Windows-1252, what spreadsheets on Windows call « ANSI ».
    Windows1252,
    /// UTF-16, low byte first: « Texte Unicode ».
    Utf16Le,
    /// UTF-16, high byte first.
    Utf16Be,
}

impl Encoding {
    /// Its usual name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Windows1252 => "Windows-1252",
            Self::Utf16Le | Self::Utf16Be => "UTF-16",
        }
    }

    /// Number of bytes that a plain text takes.
    pub(super) fn length(self, text: &str) -> usize {
        match self {
            Self::Utf8 | Self::Windows1252 => text.len(),
            Self::Utf16Le | Self::Utf16Be => text.len() * 2,
        }
    }

    fn decoder(self) -> Option<Decoder> {
        let encoding = match self {
            Self::Utf8 => return None,
            Self::Windows1252 => encoding_rs::WINDOWS_1252,
            Self::Utf16Le => encoding_rs::UTF_16LE,
            Self::Utf16Be => encoding_rs::UTF_16BE,
        };
        Some(encoding.new_decoder_without_bom_handling())
    }
}

/// A source read as UTF-8, whatever its encoding. UTF-8 goes through untouched.
pub struct Decoded<R> {
    source: R,
    decoder: Option<Decoder>,
    raw: Vec<u8>,
    at: usize,
    ended: bool,
    flushed: bool,
    /// The end of a character that there was no room for.
    rest: Vec<u8>,
}

impl<R: Read> Decoded<R> {
    /// Reads `source`, whose mark of byte order was taken off, as `encoding`.
    pub fn new(source: R, encoding: Encoding) -> Self {
        Self { source, decoder: encoding.decoder(), raw: Vec::new(), at: 0, ended: false, flushed: false, rest: Vec::new() }
    }

    fn fill(&mut self) -> io::Result<()> {
        self.raw.clear();
        self.at = 0;
        self.ended = self.source.by_ref().take(64 << 10).read_to_end(&mut self.raw)? == 0;
        Ok(())
    }
}

impl<R: Read> Read for Decoded<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if self.decoder.is_none() {
            return self.source.read(out);
        }
        if !self.rest.is_empty() {
            let given = self.rest.len().min(out.len());
            out[..given].copy_from_slice(&self.rest[..given]);
            self.rest.drain(..given);
            return Ok(given);
        }
        if out.is_empty() || self.flushed {
            return Ok(0);
        }
        // No character of UTF-8 takes more than four bytes: less room might never be enough.
        let mut small = [0; 4];
        loop {
            if self.at == self.raw.len() && !self.ended {
                self.fill()?;
            }
            let room = if out.len() < small.len() { &mut small[..] } else { &mut *out };
            let Some(decoder) = &mut self.decoder else { return Ok(0) };
            let (result, read, written, _) = decoder.decode_to_utf8(&self.raw[self.at..], room, self.ended);
            self.at += read;
            self.flushed = self.ended && result == CoderResult::InputEmpty;
            if written > 0 || self.flushed {
                if out.len() < small.len() {
                    let given = written.min(out.len());
                    out[..given].copy_from_slice(&small[..given]);
                    self.rest.extend_from_slice(&small[given..written]);
                    return Ok(given);
                }
                return Ok(written);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads with room for so many bytes at a time.
    fn read(source: &[u8], encoding: Encoding, room: usize) -> String {
        let (mut decoded, mut text, mut buffer) = (Decoded::new(source, encoding), Vec::new(), vec![0; room]);
        loop {
            let read = decoded.read(&mut buffer).expect("bytes in memory");
            if read == 0 {
                return String::from_utf8(text).expect("what is decoded is UTF-8");
            }
            text.extend_from_slice(&buffer[..read]);
        }
    }

    #[test]
    fn no_letter_is_lost_whatever_the_room() {
        let text = "Le matériel de l'œuvre coûte 10 € à Saint-Étienne".repeat(20);
        let (windows, _, _) = encoding_rs::WINDOWS_1252.encode(&text);
        let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        for room in [1, 2, 3, 4, 5, 7, 64, 1_000_000] {
            assert_eq!(read(&windows, Encoding::Windows1252, room), text, "{room}");
            assert_eq!(read(&utf16, Encoding::Utf16Le, room), text, "{room}");
            assert_eq!(read(text.as_bytes(), Encoding::Utf8, room), text, "{room}");
        }
    }
}
