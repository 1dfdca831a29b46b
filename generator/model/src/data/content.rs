//! What a file is, told by its first bytes: names lie.

use super::Encoding;

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Content {
    /// A text with columns, or at least a text.
    Csv,
    /// A JSON list, or an object a line.
    Json,
    /// An archive, as XLSX and ODS workbooks are.
    Archive,
    /// Not data: what it is, in French, with its article.
    Other(&'static str),
}

/// Tells what a file is from its first bytes: [`super::PREFIX`] of them, or all of them when there are fewer.
pub fn content(prefix: &[u8]) -> Content {
    let known = SIGNATURES.iter().find(|(signature, _)| prefix.starts_with(signature));
    if let Some((_, content)) = known {
        return *content;
    }
    let decoded = match prefix {
        [0xFF, 0xFE, rest @ ..] => Encoding::Utf16Le.decode(rest).into_bytes(),
        [0xFE, 0xFF, rest @ ..] => Encoding::Utf16Be.decode(rest).into_bytes(),
        _ => Vec::new(),
    };
    let text = if decoded.is_empty() { prefix.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(prefix) } else { &decoded };
    let text = text.trim_ascii_start();
    let start = text[..text.len().min(512)].to_ascii_lowercase();
    let has = |what: &[u8]| memchr::memmem::find(&start, what).is_some();
    match start.first() {
        Some(b'{') => Content::Json,
        Some(b'[') if start[1..].trim_ascii_start().first().is_none_or(|next| b"{]\"[-0123456789ntf".contains(next)) => {
            Content::Json
        }
        Some(b'<') if has(b"<html") || has(b"<!doctype html") => Content::Other("une page web"),
        Some(b'<') if start.starts_with(b"<?xml") || start.starts_with(b"<!--") => Content::Other("un fichier XML"),
        _ => Content::Csv,
    }
}

const SIGNATURES: [(&[u8], Content); 15] = [
    (b"PK\x03\x04", Content::Archive),
    (b"PK\x05\x06", Content::Archive),
    (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", Content::Other(OLD_OFFICE)),
    (b"%PDF-", Content::Other("un document PDF")),
    (b"\x89PNG\r\n\x1A\n", Content::Other("une image PNG")),
    (b"\xFF\xD8\xFF", Content::Other("une photo JPEG")),
    (b"GIF8", Content::Other("une image GIF")),
    (b"\x1F\x8B", Content::Other("un fichier compressé (gzip)")),
    (b"BZh", Content::Other("un fichier compressé (bzip2)")),
    (b"\xFD7zXZ\0", Content::Other("un fichier compressé (xz)")),
    (b"(\xB5/\xFD", Content::Other("un fichier compressé (zstd)")),
    (b"7z\xBC\xAF\x27\x1C", Content::Other("une archive 7-Zip")),
    (b"Rar!\x1A\x07", Content::Other("une archive RAR")),
    (b"PAR1", Content::Other("un fichier Parquet")),
    (b"SQLite format 3\0", Content::Other("une base de données SQLite")),
];

/// Old Office files and those with a password look the same from the outside.
const OLD_OFFICE: &str = "un ancien fichier Office (.xls, .doc) ou un classeur protégé par un mot de passe";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contents_are_told_by_first_bytes() {
        assert_eq!(content(b"id,nom\n"), Content::Csv);
        assert_eq!(content(b""), Content::Csv);
        assert_eq!(content(b"\xEF\xBB\xBF\n [ {\"id\""), Content::Json);
        assert_eq!(content(b"{\"id\": 1}"), Content::Json);
        assert_eq!(content(b"[id],[nom]\n"), Content::Csv);
        let utf16: Vec<u8> = "\u{feff}[{\"id\":1}]".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(content(&utf16), Content::Json);
        assert_eq!(content(b"<!DOCTYPE html><html>"), Content::Other("une page web"));
        assert_eq!(content(b"%PDF-1.7"), Content::Other("un document PDF"));
        assert_eq!(content(b"PK\x03\x04..."), Content::Archive);
    }
}
