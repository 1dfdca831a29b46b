//! Lines folded at the width of a terminal, each piece under the beginning of its text.
//!
//! In: text, as it comes. Out: the same text; on a terminal, a line that is too long goes on below, between two words, and
//! keeps its indentation. Where there is no terminal, a file or another program gets whole lines. Must not change a word.
//!
//! ```text
//!   faute    La valeur n'a pas la forme attendue : 6 cases
//!            [motif]
//!            ligne 3, « Fablab Simone Veil » : 01 80 05 98
//!              80 → +33180059880
//! ```

use std::io::{self, BufWriter, IsTerminal, Stdout, Write};

use unicode_width::UnicodeWidthChar;

use super::plain::plain;

/// The narrowest terminal that lines are folded for.
const NARROWEST: usize = 20;
/// Columns of a terminal that does not say how wide it is.
const USUAL: usize = 80;
/// Where a second column may start.
const SECOND_COLUMN: usize = 16;

/// The columns of the terminal that a person reads; `None` when the output goes elsewhere.
pub(crate) fn width() -> Option<usize> {
    let width = || terminal_size::terminal_size_of(io::stdout()).map_or(USUAL, |(width, _)| usize::from(width.0));
    io::stdout().is_terminal().then(|| width().max(NARROWEST))
}

/// The standard output, folded for the terminal that it goes to, which obeys nothing of it.
pub(crate) fn stdout() -> Folded<BufWriter<Stdout>> {
    Folded { out: BufWriter::new(io::stdout()), width: width(), painted: super::terminal::style().colours, line: Vec::new() }
}

/// Folds what is written to it.
pub(crate) struct Folded<W: Write> {
    out: W,
    /// `None` to fold nothing.
    width: Option<usize>,
    /// Whether colours are wanted.
    painted: bool,
    /// The line at hand, as far as it was written.
    line: Vec<u8>,
}

impl<W: Write> Folded<W> {
    fn end_line(&mut self, width: usize) -> io::Result<()> {
        let line = String::from_utf8_lossy(&self.line);
        self.out.write_all(folded(&line, width).as_bytes())?;
        self.line.clear();
        Ok(())
    }
}

impl<W: Write> Write for Folded<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let plain = plain(bytes, self.painted);
        let Some(width) = self.width else { return self.out.write_all(&plain).map(|()| bytes.len()) };
        for piece in plain.split_inclusive(|byte| *byte == b'\n') {
            self.line.extend_from_slice(piece);
            if piece.ends_with(b"\n") {
                self.end_line(width)?;
            }
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        if let Some(width) = self.width.filter(|_| !self.line.is_empty()) {
            self.end_line(width)?;
        }
        self.out.flush()
    }
}

/// A line within `width` columns.
fn folded(line: &str, width: usize) -> String {
    if columns(line) <= width {
        return line.to_owned();
    }
    let hang = hang(line).min(width / 2);
    let mut out = String::with_capacity(line.len() + 64);
    // Columns that the line at hand has, and that the spaces before the next word would take.
    let (mut at, mut spaces) = (0, 0);
    let mut rest = line;
    while !rest.is_empty() {
        let word = &rest[..end_of_word(rest)];
        rest = &rest[word.len()..];
        if !word.is_empty() {
            let wide = columns(word);
            if at > hang && at + spaces + wide > width {
                new_line(&mut out, hang);
                (at, spaces) = (hang, 0);
            }
            out.extend(std::iter::repeat_n(' ', spaces));
            at = add(&mut out, word, at + spaces, (hang, width));
        }
        let after = rest.trim_start_matches(' ');
        spaces = rest.len() - after.len();
        rest = after;
    }
    out
}

/// Where the first word ends: at a space, but for those that French never parts from a sign.
fn end_of_word(text: &str) -> usize {
    let holds = |at: usize| text[..at].ends_with('«') || text[at + 1..].starts_with(['»', ':', ';', '?', '!']);
    text.match_indices(' ').map(|(at, _)| at).find(|at| !holds(*at)).unwrap_or(text.len())
}

/// Adds a word at a column, cut where a line alone cannot hold it, and gives the column after it.
fn add(out: &mut String, word: &str, mut at: usize, (hang, width): (usize, usize)) -> usize {
    for (sign, wide) in signs(word) {
        if at + wide > width && at > hang {
            new_line(out, hang);
            at = hang;
        }
        out.push(sign);
        at += wide;
    }
    at
}

fn new_line(out: &mut String, hang: usize) {
    out.push('\n');
    out.extend(std::iter::repeat_n(' ', hang));
}

/// Where a line goes on below: under its second column when it has one, else a little further than it starts.
fn hang(line: &str) -> usize {
    let mut at = 0;
    // Spaces just before the sign at hand, and whether a word was met.
    let (mut spaces, mut word) = (0, false);
    let mut start = 0;
    for (sign, wide) in signs(line) {
        if sign == ' ' {
            spaces += 1;
        } else if wide > 0 {
            match (word, spaces) {
                (false, _) => start = at,
                (true, 2..) if start > 0 && at <= SECOND_COLUMN => return at,
                _ => {}
            }
            (word, spaces) = (true, 0);
        }
        at += wide;
    }
    start + 2
}

/// Columns that a text takes.
fn columns(text: &str) -> usize {
    signs(text).map(|(_, wide)| wide).sum()
}

/// Each sign of a text and the columns it takes: none for what commands the terminal.
fn signs(text: &str) -> impl Iterator<Item = (char, usize)> {
    let mut commands = false;
    text.chars().map(move |sign| {
        let was = commands;
        commands = sign == '\u{1b}' || commands && !sign.is_ascii_alphabetic();
        (sign, if was || commands { 0 } else { sign.width().unwrap_or(0) })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_go_on_under_their_text() {
        let line = "  faute    La valeur n'a pas la forme attendue : 6 cases [motif]\n";
        assert_eq!(folded(line, 40), "  faute    La valeur n'a pas la forme\n           attendue : 6 cases [motif]\n");
        let coloured = line.replace("faute  ", "\u{1b}[1;31mfaute  \u{1b}[0m");
        assert!(folded(&coloured, 40).ends_with("forme\n           attendue : 6 cases [motif]\n"));
        assert_eq!(folded("    ligne 3 : un deux trois\n", 20), "    ligne 3 : un\n      deux trois\n");
        assert_eq!(folded("  la colonne « site_web »\n", 23), "  la colonne\n    « site_web »\n");
        assert_eq!(folded("Colonne « Numéro de téléphone »\n", 20), "Colonne « Numéro de\n  téléphone »\n");
    }

    #[test]
    fn what_fits_is_left_alone_and_what_no_line_holds_is_cut() {
        for line in ["\n", "court\n", "  deux  colonnes\n", "vingt colonnes juste\n"] {
            assert_eq!(folded(line, 20), line);
        }
        assert_eq!(folded(&format!("  {}\n", "é".repeat(30)), 20), format!("  {}\n    {}\n", "é".repeat(18), "é".repeat(12)));
    }

    #[test]
    fn nothing_is_lost_nor_wider_whatever_the_width() {
        let line =
            "  faute    « Médiathèque d'Été », services : a|b|c → Aide aux démarches administratives|日本語の行 [vocabulaire]\n";
        let bare = |text: &str| text.split_whitespace().collect::<String>();
        for width in NARROWEST..130 {
            let folded = folded(line, width);
            assert_eq!(bare(&folded), bare(line));
            for piece in folded.lines() {
                assert!(columns(piece) <= width && piece.starts_with("  "), "{width}: {piece}");
            }
        }
    }

    #[test]
    fn without_a_terminal_lines_are_whole() {
        let mut out = Folded { out: Vec::new(), width: None, painted: false, line: Vec::new() };
        let line = "mot ".repeat(200);
        out.write_all(line.as_bytes()).and_then(|()| out.flush()).expect("memory");
        assert_eq!(out.out, line.as_bytes());
        let mut out = Folded { out: Vec::new(), width: Some(30), painted: false, line: Vec::new() };
        for byte in format!("  {line}\nfin").into_bytes() {
            out.write_all(&[byte]).expect("memory");
        }
        out.flush().expect("memory");
        let text = String::from_utf8(out.out).expect("UTF-8");
        assert!(text.lines().count() > 20 && text.ends_with("\nfin"), "{text}");
    }
}
