//! What the first bytes of a CSV file tell of the way it is written.

use super::header::FIRST_ROWS;
use super::{CsvFormat, Encoding};

/// Number of first bytes that tell enough.
pub const PREFIX: usize = 64 << 10;

/// Separators of a line that is a header, and no sentence.
const MANY: usize = 5;

/// What was seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sniffed {
    /// How the text is encoded.
    pub encoding: Encoding,
    /// Number of bytes, at the start, that say how the rest is written and are not of the table: a byte order mark, and
    /// the line `sep=;` that spreadsheets read and do not show.
    pub mark: usize,
    /// How the text is cut. Of the usual separators, the one that the first line has most.
    pub format: CsvFormat,
    /// Whether the text looks like one at all, rather than a picture or an archive.
    pub is_text: bool,
}

/// Looks at the first bytes of a file: [`PREFIX`] of them, or all of them when there are fewer.
pub fn sniff(prefix: &[u8]) -> Sniffed {
    let (encoding, mark) = encoding(prefix);
    let text = encoding.decode(&prefix[mark..]);
    let (format, directive) = format(&text);
    let mark = mark + encoding.length(&text[..directive]);
    let invisible = text.chars().filter(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t')).count();
    Sniffed { encoding, mark, format, is_text: invisible <= 2 || invisible * 20 <= text.len() }
}

/// How a text is cut, and the number of bytes of a first line that says so.
fn format(text: &str) -> (CsvFormat, usize) {
    let newline = newline(text);
    let mut lines = text.trim_start_matches(['\n', '\r']).split(char::from(newline)).take(FIRST_ROWS);
    let first = lines.next().unwrap_or_default();
    // A title, perhaps: a line below that is cut in many, and not by its sign, tells more.
    let is_few = counts(first).iter().all(|(_, count)| *count < MANY);
    let is_telling = |line: &&str| {
        let counts = counts(line);
        let (own, sign) = (delimiter(first), delimiter(line));
        counts.iter().any(|(_, count)| *count >= MANY)
            && (sign == own || counts.iter().all(|(other, n)| *other != own || *n == 0))
    };
    let telling = if is_few { lines.find(is_telling) } else { None };
    let end = text.find(char::from(newline)).map_or(text.len(), |end| end + 1);
    match text[..end].trim_end_matches(['\n', '\r']).as_bytes() {
        [b's' | b'S', b'e' | b'E', b'p' | b'P', b'=', delimiter]
            if delimiter.is_ascii() && !delimiter.is_ascii_alphanumeric() =>
        {
            (CsvFormat { delimiter: *delimiter, newline }, end)
        }
        _ => (CsvFormat { delimiter: delimiter(telling.unwrap_or(first)), newline }, 0),
    }
}

/// What ends lines: a carriage return when one does, alone, before any line feed. Between quotes, spreadsheets for Mac end
/// lines otherwise than between rows.
fn newline(text: &str) -> u8 {
    let mut quoted = false;
    let mut signs = text.bytes().zip(text.bytes().skip(1).chain([b'\n'])).filter(|(byte, _)| {
        quoted ^= *byte == b'"';
        !quoted && matches!(byte, b'\n' | b'\r')
    });
    match signs.next() {
        Some((b'\r', next)) if next != b'\n' => b'\r',
        // A quote that never closes holds them all.
        None if text.contains('\r') && !text.contains('\n') => b'\r',
        _ => b'\n',
    }
}

fn encoding(prefix: &[u8]) -> (Encoding, usize) {
    match prefix {
        [0xEF, 0xBB, 0xBF, ..] => return (Encoding::Utf8, 3),
        [0xFF, 0xFE, ..] => return (Encoding::Utf16Le, 2),
        [0xFE, 0xFF, ..] => return (Encoding::Utf16Be, 2),
        _ => {}
    }
    let (mut good, mut bad) = (0usize, 0usize);
    for chunk in prefix.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    // The prefix may end in the middle of a character.
    if prefix.len() >= PREFIX {
        bad = bad.saturating_sub(1);
    }
    // A few bad bytes in a text that is otherwise UTF-8 are faults of their cells, not another encoding.
    (if bad > good { of_letters(prefix) } else { Encoding::Utf8 }, 0)
}

/// The encoding of a text in French that is not UTF-8: the bytes that stand between two letters are its accents, and hardly
/// one of them is an accent, or a letter at all, in two encodings. Any doubt is for the usual one.
fn of_letters(prefix: &[u8]) -> Encoding {
    // é, è and ê of each, then all that Windows-1252 has of French.
    let (mut dos, mut mac, mut windows) = (0usize, 0usize, 0usize);
    for around in prefix.windows(3) {
        let [before, byte, after] = around else { continue };
        if before.is_ascii_alphabetic() && after.is_ascii_alphabetic() {
            dos += usize::from(matches!(byte, 0x82 | 0x8A));
            mac += usize::from(matches!(byte, 0x8E | 0x8F));
            windows += usize::from(matches!(byte, 0xE0 | 0xE2 | 0xE7..=0xEB | 0xEE | 0xEF | 0xF4 | 0xF9 | 0xFB | 0x92 | 0x9C));
        }
    }
    match (dos, mac, windows) {
        (1.., 0, 0) => Encoding::Dos,
        (0, 1.., 0) => Encoding::Mac,
        _ => Encoding::Windows1252,
    }
}

/// How many times each usual separator stands in a line, outside quotes.
fn counts(line: &str) -> [(u8, usize); 3] {
    let mut quoted = false;
    let mut counts = [(b',', 0usize), (b';', 0), (b'\t', 0)];
    for byte in line.bytes() {
        quoted ^= byte == b'"';
        for (sign, count) in &mut counts {
            *count += usize::from(byte == *sign && !quoted);
        }
    }
    counts
}

fn delimiter(line: &str) -> u8 {
    let counts = counts(line);
    let most = counts.iter().map(|(_, count)| *count).max().unwrap_or_default();
    counts.iter().find(|(_, count)| *count == most).map_or(b',', |(sign, _)| *sign)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodings_and_separators_are_seen() {
        let seen = |bytes: &[u8]| {
            let seen = sniff(bytes);
            (seen.encoding, seen.mark, seen.format.delimiter, seen.format.newline)
        };
        assert_eq!(seen(b"id,nom\n1,a"), (Encoding::Utf8, 0, b',', b'\n'));
        assert_eq!(seen(b"\xEF\xBB\xBFid;nom\r\n1;a,b,c"), (Encoding::Utf8, 3, b';', b'\n'));
        assert_eq!(seen(b"id\tnom\r1\t\xE9t\xE9"), (Encoding::Windows1252, 0, b'\t', b'\r'));
        assert_eq!(
            seen("\u{feff}".encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>().as_slice()).0,
            Encoding::Utf16Le
        );
        assert_eq!(seen("id,é,è\n\"a\"".as_bytes()), (Encoding::Utf8, 0, b',', b'\n'));
        assert_eq!(seen(b"\"id,a;b;c\",nom").2, b',');
        assert_eq!(seen(b"").0, Encoding::Utf8);
        // Rows end with a carriage return, and lines of a cell with a line feed; or the other way round.
        assert_eq!(seen(b"id,nom\r1,\"a\nb\"\r2,c\r").3, b'\r');
        assert_eq!(seen(b"\"id\",\"nom\rusuel\"\n1,a\n").3, b'\n');
        assert_eq!(seen(b"id,nom\r\n1,a\r2\r\n").3, b'\n');
        assert_eq!(seen(b"\"id,nom\r1,a\r").3, b'\r');
        // A title tells less than the line below it, unless that line is of the same table.
        assert_eq!(seen("Lieux de médiation, Cantal\nid;pivot;nom;commune;adresse;date\n".as_bytes()).2, b';');
        assert_eq!(seen(b"id;nom\n1;a,b,c,d,e,f,g,h\n").2, b';');
    }

    #[test]
    fn old_encodings_are_told_by_the_letters_of_words() {
        let seen = |bytes: &[u8]| sniff(bytes).encoding;
        assert_eq!(seen(b"id,nom\n1,M\x82diath\x8Aque"), Encoding::Dos);
        assert_eq!(seen(b"id,nom\n1,M\x8Ediath\x8Fque"), Encoding::Mac);
        for doubtful in [
            &b"id,nom\n1,M\xE9diath\xE8que \x82"[..],
            b"id\nM\x82diath\xE8que",
            b"id\na\x82b\x8Ec",
            b"id\nl\x92eau \x8A",
            b"id\n\x82",
        ] {
            assert_eq!(seen(doubtful), Encoding::Windows1252, "{doubtful:?}");
        }
    }

    #[test]
    fn the_line_that_names_the_separator_is_obeyed() {
        let seen = sniff(b"sep=;\r\nid;nom,prenom,nom\r\n");
        assert_eq!((seen.mark, seen.format.delimiter), (7, b';'));
        let seen = sniff(b"\xEF\xBB\xBFSEP=|\nid|nom\n");
        assert_eq!((seen.mark, seen.format.delimiter), (9, b'|'));
        let utf16: Vec<u8> = "\u{feff}sep=\t\nid\tnom".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let seen = sniff(&utf16);
        assert_eq!((seen.mark, seen.format.delimiter), (2 + 12, b'\t'));
        assert_eq!(sniff(b"sep=,nom\n").mark, 0);
    }

    #[test]
    fn a_picture_is_no_text() {
        assert!(sniff("id,nom\n1,été".as_bytes()).is_text);
        assert!(!sniff(&[0x89, b'P', b'N', b'G', 0, 1, 2, 3, 0, 0, 0, 0]).is_text);
    }
}
