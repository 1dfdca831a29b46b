//! The ways in which programs write a character otherwise than by itself.

/// Named entities of HTML that French needs.
const ENTITIES: [(&str, char); 35] = [
    ("eacute", 'é'),
    ("egrave", 'è'),
    ("ecirc", 'ê'),
    ("euml", 'ë'),
    ("agrave", 'à'),
    ("acirc", 'â'),
    ("ccedil", 'ç'),
    ("icirc", 'î'),
    ("iuml", 'ï'),
    ("ocirc", 'ô'),
    ("ugrave", 'ù'),
    ("ucirc", 'û'),
    ("uuml", 'ü'),
    ("Eacute", 'É'),
    ("Egrave", 'È'),
    ("Ecirc", 'Ê'),
    ("Euml", 'Ë'),
    ("Agrave", 'À'),
    ("Acirc", 'Â'),
    ("Ccedil", 'Ç'),
    ("Icirc", 'Î'),
    ("Iuml", 'Ï'),
    ("Ocirc", 'Ô'),
    ("Ugrave", 'Ù'),
    ("Ucirc", 'Û'),
    ("rsquo", '’'),
    ("lsquo", '‘'),
    ("apos", '\''),
    ("quot", '"'),
    ("nbsp", '\u{a0}'),
    ("laquo", '«'),
    ("raquo", '»'),
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
];

/// What Windows writes with bytes 0x80 to 0x9F; those it leaves out stand for themselves.
const WINDOWS: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’', '“', '”',
    '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// The character that a text beginning with backslashes writes, and its length in bytes. A text put into another one,
/// as an expression in JSON, has several.
pub(super) fn backslash(rest: &[u8]) -> Option<(char, usize)> {
    let bars = rest.iter().take(4).take_while(|b| **b == b'\\').count();
    let next = *rest.get(bars)?;
    let after = &rest[bars + 1..];
    match next {
        b'n' | b'r' => Some(('\n', bars + 1)),
        b't' => Some(('\t', bars + 1)),
        b'x' => Some((hexadecimal(after.get(..2)?)?, bars + 3)),
        b'u' if after.first() == Some(&b'{') => {
            let length = after.iter().take(8).position(|b| *b == b'}')?;
            Some((hexadecimal(&after[1..length])?, bars + length + 2))
        }
        b'u' => Some((hexadecimal(after.get(..4)?)?, bars + 5)),
        b if b.is_ascii_punctuation() && b != b'\\' => Some((b.into(), bars + 1)),
        _ => None,
    }
}

/// The character that an HTML entity writes, and its length in bytes.
pub(super) fn entity(rest: &[u8]) -> Option<(char, usize)> {
    let end = rest.iter().take(10).position(|b| *b == b';')?;
    let name = &rest[1..end];
    let ch = match name {
        [b'#', b'x' | b'X', digits @ ..] => hexadecimal(digits)?,
        [b'#', digits @ ..] => char::from_u32(std::str::from_utf8(digits).ok()?.parse().ok()?)?,
        _ => ENTITIES.iter().find(|(known, _)| known.as_bytes() == name).map(|(_, ch)| *ch)?,
    };
    Some((ch, end + 1))
}

/// The character that begins a text in UTF-8, and its length in bytes.
pub(super) fn utf8(rest: &[u8]) -> Option<(char, usize)> {
    let length = match rest.first()? {
        0..=0x7f => 1,
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xf4 => 4,
        _ => return None,
    };
    std::str::from_utf8(rest.get(..length)?).ok()?.chars().next().map(|ch| (ch, length))
}

/// The character that a byte stands for when a text is not in UTF-8.
pub(super) fn windows_1252(b: u8) -> char {
    if (0x80..0xa0).contains(&b) { WINDOWS[usize::from(b - 0x80)] } else { b.into() }
}

/// The character that was read byte by byte and written again: `Ã©` for `é`. `first` is what `rest` begins with.
pub(super) fn reread(rest: &[u8], first: char) -> Option<(char, usize)> {
    let more = match first {
        'Â' | 'Ã' | 'Å' => 1,
        'â' => 2,
        _ => return None,
    };
    let mut bytes = vec![single_byte(first)?];
    let mut at = first.len_utf8();
    for _ in 0..more {
        let (ch, length) = utf8(rest.get(at..)?)?;
        bytes.push(single_byte(ch).filter(|b| (0x80..0xc0).contains(b))?);
        at += length;
    }
    std::str::from_utf8(&bytes).ok()?.chars().next().map(|ch| (ch, at))
}

fn single_byte(ch: char) -> Option<u8> {
    let code = u32::from(ch);
    if code < 0x100 {
        return u8::try_from(code).ok();
    }
    WINDOWS.iter().position(|known| *known == ch).and_then(|at| u8::try_from(at + 0x80).ok())
}

fn hexadecimal(digits: &[u8]) -> Option<char> {
    let digits = std::str::from_utf8(digits).ok().filter(|digits| digits.bytes().all(|b| b.is_ascii_hexdigit()))?;
    char::from_u32(u32::from_str_radix(digits, 16).ok()?)
}
