//! Bytes of any encoding to UTF-8, as they are read.

use std::io::{self, Read};

use super::Encoding;
use super::encoding::Decoder;

/// Bytes decoded at a time.
const PIECE: u64 = 64 << 10;

/// A source read as UTF-8, whatever its encoding. UTF-8 goes through untouched.
pub struct Decoded<R> {
    source: R,
    /// `None` for UTF-8.
    decoder: Option<Decoder>,
    raw: Vec<u8>,
    /// What was decoded, and how much of it was given.
    text: String,
    given: usize,
}

impl<R: Read> Decoded<R> {
    /// Reads `source`, whose mark of byte order was taken off, as `encoding`.
    pub fn new(source: R, encoding: Encoding) -> Self {
        let decoder = (encoding != Encoding::Utf8).then(|| Decoder::new(encoding));
        Self { source, decoder, raw: Vec::new(), text: String::new(), given: 0 }
    }
}

impl<R: Read> Read for Decoded<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let Some(decoder) = &mut self.decoder else { return self.source.read(out) };
        // A piece may end in the middle of its only character.
        while self.given == self.text.len() {
            self.raw.clear();
            self.text.clear();
            self.given = 0;
            if self.source.by_ref().take(PIECE).read_to_end(&mut self.raw)? > 0 {
                decoder.decode(&self.raw, &mut self.text);
            } else {
                decoder.finish(&mut self.text);
                if self.text.is_empty() {
                    return Ok(0);
                }
            }
        }
        let rest = &self.text.as_bytes()[self.given..];
        let count = rest.len().min(out.len());
        out[..count].copy_from_slice(&rest[..count]);
        self.given += count;
        Ok(count)
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
