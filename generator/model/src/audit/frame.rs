//! What stands around a value: what tells an item of a list from a word of a sentence.

use super::glyphs::{Glyph, Window};
use super::letters::is_space;

/// How a value is set apart from what surrounds it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Frame {
    pub(super) before: Side,
    pub(super) after: Side,
    /// Whether the marks touch the value.
    pub(super) is_close: bool,
}

/// A mark on one side of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// The beginning or the end of a line.
    Edge,
    /// A quotation mark.
    Quote(char),
    /// A bar.
    Pipe,
    /// A comma, a semicolon, a tab.
    Cell,
    /// The end or the beginning of a tag.
    Tag,
    /// A parenthesis, a bracket, an anchor of an expression.
    Group,
    /// A colon, an equals sign.
    Colon,
    /// The dash of a list.
    Item,
}

impl Frame {
    /// The marks around the glyphs from `from` to `to`; `None` when what stands there is part of a sentence.
    pub(super) fn around(window: &Window, from: usize, to: usize) -> Option<Self> {
        let (before, left) = side_before(window, from)?;
        let (after, right) = side_after(window, to)?;
        let frame = Self { before, after, is_close: left + right == 0 };
        let holds = match (before, after) {
            (Side::Quote(open), Side::Quote(close)) => open == close,
            (Side::Tag, after) => after == Side::Tag,
            (before, Side::Tag) => before == Side::Tag,
            (Side::Group, Side::Group) => false,
            (Side::Colon, after) => matches!(after, Side::Edge | Side::Cell | Side::Pipe),
            (before, Side::Colon) => matches!(before, Side::Edge | Side::Item | Side::Cell | Side::Group),
            _ => true,
        };
        holds.then_some(frame)
    }

    /// The marks around bytes, when the same two plain marks touch them; anything else needs a window.
    pub(super) fn plain(bytes: &[u8], from: usize, to: usize) -> Option<Self> {
        let is_letter = |b: Option<&u8>| b.is_some_and(|b| b.is_ascii_alphanumeric() || *b >= 0x80);
        let side = |b: u8, beyond: Option<&u8>| match b {
            b'"' | b'`' => Some(Side::Quote(b.into())),
            b'\'' if !is_letter(beyond) => Some(Side::Quote('\'')),
            b'|' => Some(Side::Pipe),
            b',' | b';' => Some(Side::Cell),
            _ => None,
        };
        let first = from.checked_sub(1)?;
        let before = side(*bytes.get(first)?, first.checked_sub(1).and_then(|at| bytes.get(at)))?;
        let after = side(*bytes.get(to)?, bytes.get(to + 1))?;
        (before == after).then_some(Self { before, after, is_close: true })
    }

    /// Quotes, bars or tags: nothing of a sentence.
    pub(super) fn is_strong(&self) -> bool {
        match (self.before, self.after) {
            (Side::Quote(_), Side::Quote(_) | Side::Pipe) | (Side::Pipe, Side::Quote(_)) | (Side::Tag, Side::Tag) => true,
            (Side::Quote(_) | Side::Tag, _) | (_, Side::Quote(_) | Side::Tag) => false,
            (before, after) => before == Side::Pipe || after == Side::Pipe,
        }
    }

    /// Strong, or the dash of a list.
    pub(super) fn is_item(&self) -> bool {
        self.is_strong() || self.before == Side::Item
    }

    /// Quotes on both sides.
    pub(super) fn is_quoted(&self) -> bool {
        matches!((self.before, self.after), (Side::Quote(_), Side::Quote(_)))
    }

    /// A part of a list in one cell: bars that touch it.
    pub(super) fn is_part(&self) -> bool {
        self.is_close && (self.before == Side::Pipe || self.after == Side::Pipe)
    }

    /// A part of an expression.
    pub(super) fn is_grouped(&self) -> bool {
        self.before == Side::Group || self.after == Side::Group
    }

    /// A cell in the middle of a row.
    pub(super) fn is_in_row(&self) -> bool {
        self.before == Side::Cell && self.after == Side::Cell
    }
}

/// The mark before a glyph, and the spaces between them.
pub(super) fn side_before(window: &Window, from: usize) -> Option<(Side, usize)> {
    let glyphs = &window.glyphs[..from];
    let spaces = glyphs.iter().rev().take_while(|glyph| is_space(glyph.ch)).count();
    let glyphs = &glyphs[..from - spaces];
    let before = |back: usize| glyphs.len().checked_sub(back + 1).map(|at| glyphs[at].ch);
    let Some(mark) = before(0) else { return window.starts_line.then_some((Side::Edge, 0)) };
    let side = match mark {
        '"' | '`' | '“' | '”' => Side::Quote(closing(mark)),
        '\'' if !before(1).is_some_and(char::is_alphanumeric) => Side::Quote('\''),
        '|' => Side::Pipe,
        ',' | ';' | '\t' => Side::Cell,
        '\n' => Side::Edge,
        '>' => Side::Tag,
        '(' | '[' | '{' | '^' => Side::Group,
        ':' if before(1) == Some('?') => Side::Group,
        ':' | '=' => Side::Colon,
        '-' | '*' | '+' | '•' if spaces > 0 && is_blank(window, &glyphs[..glyphs.len() - 1]) => Side::Item,
        _ => return None,
    };
    // The indentation of a line is no padding.
    Some((side, if side == Side::Edge { 0 } else { spaces }))
}

/// The mark after a glyph, and the spaces between them.
pub(super) fn side_after(window: &Window, to: usize) -> Option<(Side, usize)> {
    let spaces = window.glyphs[to..].iter().take_while(|glyph| is_space(glyph.ch)).count();
    let after = |forth: usize| window.glyphs.get(to + spaces + forth).map(|glyph| glyph.ch);
    let Some(mark) = after(0) else { return window.ends_line.then_some((Side::Edge, 0)) };
    let side = match mark {
        '"' | '`' | '“' | '”' => Side::Quote(closing(mark)),
        '\'' if !after(1).is_some_and(char::is_alphanumeric) => Side::Quote('\''),
        '|' => Side::Pipe,
        ',' | ';' | '\t' => Side::Cell,
        '\n' | '\r' => Side::Edge,
        '#' if spaces > 0 => Side::Edge,
        '<' => Side::Tag,
        ')' | ']' | '}' | '$' => Side::Group,
        ':' | '=' => Side::Colon,
        _ => return None,
    };
    Some((side, if side == Side::Edge { 0 } else { spaces }))
}

fn closing(mark: char) -> char {
    if mark == '“' { '”' } else { mark }
}

fn is_blank(window: &Window, glyphs: &[Glyph]) -> bool {
    match glyphs.iter().rposition(|glyph| !is_space(glyph.ch)) {
        None => window.starts_line,
        Some(at) => glyphs[at].ch == '\n',
    }
}
