//! The encodings of the files that people send, beside UTF-8.
//!
//! In: bytes. Out: text, as the Encoding Standard (WHATWG) asks: what means nothing becomes U+FFFD, nothing fails. Written
//! here because general decoders carry the tables of every language of the world, half a megabyte that a browser would
//! load for nothing; tests hold it to one of them.

mod tables;

/// How a text is encoded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8, as the standard asks.
    Utf8,
    /// Windows-1252, what spreadsheets on Windows call « ANSI ».
    Windows1252,
    /// Code page 850, what Excel on Windows calls « CSV (MS-DOS) ».
    Dos,
    /// Mac OS Roman, what Excel on a Mac calls « CSV (Macintosh) ».
    Mac,
    /// UTF-16, low byte first: « Texte Unicode ».
    Utf16Le,
    /// UTF-16, high byte first.
    Utf16Be,
}

/// The letters of the bytes 0x80 to 0x9F in Windows-1252; the others are those of Latin-1.
const LETTERS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8D}', 'Ž', '\u{8F}', '\u{90}', '‘', '’', '“', '”',
    '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9D}', 'ž', 'Ÿ',
];

impl Encoding {
    /// Its usual name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Windows1252 => "Windows-1252",
            Self::Dos => "MS-DOS (page de code 850)",
            Self::Mac => "Macintosh (Mac OS Roman)",
            Self::Utf16Le | Self::Utf16Be => "UTF-16",
        }
    }

    /// Number of bytes that a plain text takes.
    pub(super) fn length(self, text: &str) -> usize {
        match self {
            Self::Utf8 | Self::Windows1252 | Self::Dos | Self::Mac => text.len(),
            Self::Utf16Le | Self::Utf16Be => text.len() * 2,
        }
    }

    /// A whole text; for UTF-8, what is not becomes U+FFFD.
    pub(super) fn decode(self, bytes: &[u8]) -> String {
        if self == Self::Utf8 {
            return String::from_utf8_lossy(bytes).into_owned();
        }
        let (mut text, mut decoder) = (String::new(), Decoder::new(self));
        decoder.decode(bytes, &mut text);
        decoder.finish(&mut text);
        text
    }
}

/// Adds to a text what bytes of Windows-1252 say.
pub(super) fn windows_1252(bytes: &[u8], out: &mut String) {
    for chunk in bytes.utf8_chunks() {
        let (plain, rest) = (chunk.valid(), chunk.invalid());
        if plain.is_ascii() {
            out.push_str(plain);
        } else {
            out.extend(plain.bytes().map(letter));
        }
        out.extend(rest.iter().copied().map(letter));
    }
}

/// Adds to a text what bytes say, those above 0x7F being the letters of a table.
fn other(bytes: &[u8], letters: &[char; 128], out: &mut String) {
    let letter = |byte: &u8| letters.get(usize::from(*byte).wrapping_sub(0x80)).copied().unwrap_or(char::from(*byte));
    out.extend(bytes.iter().map(letter));
}

/// The bytes of a text in Windows-1252; `None` when it has a letter that this encoding has not.
pub(super) fn to_windows_1252(text: &str) -> Option<Vec<u8>> {
    text.chars()
        .map(|c| match u8::try_from(u32::from(c)) {
            Ok(byte) if !(0x80..0xA0).contains(&byte) => Some(byte),
            _ => LETTERS.iter().position(|letter| *letter == c).and_then(|rank| u8::try_from(0x80 + rank).ok()),
        })
        .collect()
}

fn letter(byte: u8) -> char {
    LETTERS.get(usize::from(byte).wrapping_sub(0x80)).copied().unwrap_or(char::from(byte))
}

/// Decodes a text that comes piece by piece.
pub(super) struct Decoder {
    encoding: Encoding,
    /// First byte of a unit whose second is still to come.
    byte: Option<u8>,
    /// First unit of a pair whose second is still to come.
    high: Option<u16>,
}

impl Decoder {
    /// Starts. A text in UTF-8 needs no decoder and is read as Windows-1252 here.
    pub(super) fn new(encoding: Encoding) -> Self {
        Self { encoding, byte: None, high: None }
    }

    /// Adds to `out` what the next bytes say.
    pub(super) fn decode(&mut self, bytes: &[u8], out: &mut String) {
        let join: fn([u8; 2]) -> u16 = match self.encoding {
            Encoding::Utf8 | Encoding::Windows1252 => return windows_1252(bytes, out),
            Encoding::Dos => return other(bytes, &tables::DOS, out),
            Encoding::Mac => return other(bytes, &tables::MAC, out),
            Encoding::Utf16Le => u16::from_le_bytes,
            Encoding::Utf16Be => u16::from_be_bytes,
        };
        let mut rest = bytes;
        if let (Some(first), [second, more @ ..]) = (self.byte, rest) {
            self.byte = None;
            self.unit(join([first, *second]), out);
            rest = more;
        }
        let (units, odd) = rest.as_chunks::<2>();
        for pair in units {
            self.unit(join(*pair), out);
        }
        self.byte = self.byte.or(odd.first().copied());
    }

    /// Says what is left at the end: half a character.
    pub(super) fn finish(&mut self, out: &mut String) {
        let (byte, high) = (self.byte.take(), self.high.take());
        if byte.is_some() || high.is_some() {
            out.push(char::REPLACEMENT_CHARACTER);
        }
    }

    #[inline]
    fn unit(&mut self, unit: u16, out: &mut String) {
        if let Some(high) = self.high.take() {
            if let Some(Ok(c)) = char::decode_utf16([high, unit]).next() {
                out.push(c);
                return;
            }
            out.push(char::REPLACEMENT_CHARACTER);
        }
        match unit {
            0xD800..0xDC00 => self.high = Some(unit),
            unit => out.push(char::from_u32(u32::from(unit)).unwrap_or(char::REPLACEMENT_CHARACTER)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const OURS: [(Encoding, &encoding_rs::Encoding); 4] = [
        (Encoding::Mac, encoding_rs::MACINTOSH),
        (Encoding::Windows1252, encoding_rs::WINDOWS_1252),
        (Encoding::Utf16Le, encoding_rs::UTF_16LE),
        (Encoding::Utf16Be, encoding_rs::UTF_16BE),
    ];

    #[test]
    fn any_bytes_say_what_a_general_decoder_says() {
        let mut state = 1u32;
        let mut random = || {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 24) as u8
        };
        for round in 0..2_000u32 {
            // Surrogates are made likely, or they would hardly ever meet.
            let likely = |byte: u8| if round.is_multiple_of(2) && byte.is_multiple_of(3) { 0xD8 | byte & 7 } else { byte };
            let bytes: Vec<u8> = (0..random() % 40).map(|_| likely(random())).collect();
            let cut = usize::from(random()).min(bytes.len());
            for (encoding, theirs) in OURS {
                let expected = theirs.decode_without_bom_handling(&bytes).0;
                assert_eq!(encoding.decode(&bytes), expected, "{bytes:?}");
                let (mut text, mut decoder) = (String::new(), Decoder::new(encoding));
                decoder.decode(&bytes[..cut], &mut text);
                decoder.decode(&bytes[cut..], &mut text);
                decoder.finish(&mut text);
                assert_eq!(text, expected, "{bytes:?} {cut}");
            }
        }
    }

    #[test]
    fn letters_of_ms_dos_are_in_their_places() {
        let bytes = b"M\x82diath\x8Aque \xF8\xAE\x90t\x82\xAF \xB7\xD4\x80\xD2";
        assert_eq!(Encoding::Dos.decode(bytes), "Médiathèque °«Été» ÀÈÇÊ");
        let mut all: Vec<char> = tables::DOS.to_vec();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), 128, "each letter once");
    }

    #[test]
    fn every_letter_has_its_byte_or_none() {
        for c in ('\0'..='\u{FFFF}').chain(['💻']) {
            let text = c.to_string();
            let (bytes, _, lossy) = encoding_rs::WINDOWS_1252.encode(&text);
            assert_eq!(to_windows_1252(&text), (!lossy).then(|| bytes.into_owned()), "{c:?}");
        }
    }
}
