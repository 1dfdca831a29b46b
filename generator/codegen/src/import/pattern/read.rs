//! From the text of an expression to a small tree that knows only what is portable.
//!
//! In: an expression in the syntax that Python and ECMA-262 share. Out: [`Re`]. What only some engines know is spelled
//! out here (`\d`, `(?i)`, `\p{L}`), and noted; what none of our readers could do (look-around, back-references) is an error.

use regex_syntax::ast::{
    self, Ast, ClassPerlKind, ClassSet, ClassSetItem, FlagsItemKind, GroupKind, RepetitionKind, RepetitionRange,
};

use super::Note;

/// An expression.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Re {
    Empty,
    Char(char),
    /// Any sign but a line end.
    Dot,
    /// `^` or `$`.
    Start,
    End,
    Class(Class),
    /// A letter in the case written, or in the other one.
    Either(char, char),
    Concat(Vec<Re>),
    Alt(Vec<Re>),
    Repeat {
        of: Box<Re>,
        min: u32,
        max: Option<u32>,
    },
    /// Parentheses, as written.
    Group {
        of: Box<Re>,
        capturing: bool,
    },
}

/// Signs between brackets, as ranges in the order written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Class {
    pub(super) negated: bool,
    pub(super) ranges: Vec<(char, char)>,
}

const DIGITS: &[(char, char)] = &[('0', '9')];
const WORDS: &[(char, char)] =
    &[('0', '9'), ('A', 'Z'), ('a', 'z'), ('_', '_'), ('À', 'Ö'), ('Ø', 'ö'), ('ø', 'ÿ'), ('Œ', 'œ'), ('Ÿ', 'Ÿ')];
const SPACES: &[(char, char)] = &[(' ', ' ')];
const LETTERS: &[(char, char)] = &[('A', 'Z'), ('a', 'z'), ('À', 'Ö'), ('Ø', 'ö'), ('ø', 'ÿ'), ('Œ', 'œ'), ('Ÿ', 'Ÿ')];
const CAPITALS: &[(char, char)] = &[('A', 'Z'), ('À', 'Ö'), ('Ø', 'Þ'), ('Œ', 'Œ'), ('Ÿ', 'Ÿ')];
const SMALL: &[(char, char)] = &[('a', 'z'), ('ß', 'ö'), ('ø', 'ÿ'), ('œ', 'œ')];

/// Reads an expression.
pub(super) fn read(expression: &str, notes: &mut Vec<Note>) -> Result<Re, String> {
    for (sign, what) in [
        ("(?=", "un regard en avant"),
        ("(?!", "un regard en avant"),
        ("(?<=", "un regard en arrière"),
        ("(?<!", "un regard en arrière"),
    ] {
        if expression.contains(sign) {
            return Err(format!("elle contient {what}, {sign}…), que plusieurs moteurs ne savent pas lire"));
        }
    }
    let parsed = ast::parse::Parser::new().parse(&as_rust(expression));
    let ast = parsed.map_err(|_| "elle ne se lit pas comme une expression régulière".to_owned())?;
    Reader { notes, folding: false }.read(&ast)
}

/// The same expression where this parser would see more than Python and ECMA-262 do: operations and classes inside
/// brackets, escapes of letters at the end of a text and of angle brackets.
fn as_rust(expression: &str) -> String {
    let mut out = String::with_capacity(expression.len() + 8);
    let mut inside = false;
    let mut first = false;
    let mut chars = expression.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\\' => match chars.next() {
                Some('Z') if !inside => out.push_str("\\z"),
                Some(c @ ('<' | '>')) => out.push(c),
                // Only ASCII signs may be escaped here; elsewhere an escaped letter is itself.
                Some(c) if !c.is_ascii() || c == '_' || c == ' ' => out.push(c),
                Some(c) => out.extend(['\\', c]),
                None => out.push('\\'),
            },
            '[' if !inside => {
                inside = true;
                out.push('[');
                if chars.peek() == Some(&'^') {
                    chars.next();
                    out.push('^');
                }
                first = true;
                continue;
            }
            ']' if inside && !first => {
                inside = false;
                out.push(']');
            }
            '[' | ']' | '&' | '~' if inside => out.extend(['\\', c]),
            c => out.push(c),
        }
        first = false;
    }
    out
}

struct Reader<'a> {
    notes: &'a mut Vec<Note>,
    /// Under `(?i)`.
    folding: bool,
}

impl Reader<'_> {
    // The parser bounds how deep groups go, hence this recursion.
    fn read(&mut self, ast: &Ast) -> Result<Re, String> {
        Ok(match ast {
            Ast::Empty(_) => Re::Empty,
            Ast::Flags(flags) => {
                self.flags(&flags.flags)?;
                Re::Empty
            }
            Ast::Literal(literal) => self.literal(literal.c),
            Ast::Dot(_) => Re::Dot,
            Ast::Assertion(assertion) => match assertion.kind {
                ast::AssertionKind::StartLine | ast::AssertionKind::StartText => Re::Start,
                ast::AssertionKind::EndLine | ast::AssertionKind::EndText => Re::End,
                _ => return Err("elle contient une limite de mot (\\b), qui n'a pas le même sens partout".into()),
            },
            Ast::ClassPerl(class) => Re::Class(Class { negated: class.negated, ranges: self.perl(&class.kind).to_vec() }),
            Ast::ClassUnicode(class) => Re::Class(Class { negated: class.negated, ranges: self.unicode(class)?.to_vec() }),
            Ast::ClassBracketed(class) => {
                let mut ranges = Vec::new();
                self.set(&class.kind, &mut ranges)?;
                Re::Class(self.folded(Class { negated: class.negated, ranges }))
            }
            Ast::Repetition(repetition) => {
                let (min, max) = match &repetition.op.kind {
                    RepetitionKind::ZeroOrOne => (0, Some(1)),
                    RepetitionKind::ZeroOrMore => (0, None),
                    RepetitionKind::OneOrMore => (1, None),
                    RepetitionKind::Range(RepetitionRange::Exactly(n)) => (*n, Some(*n)),
                    RepetitionKind::Range(RepetitionRange::AtLeast(n)) => (*n, None),
                    RepetitionKind::Range(RepetitionRange::Bounded(n, m)) => (*n, Some(*m)),
                };
                let of = Box::new(self.read(&repetition.ast)?);
                if (min, max) == (1, Some(1)) { Re::Group { of, capturing: false } } else { Re::Repeat { of, min, max } }
            }
            Ast::Group(group) => {
                let before = self.folding;
                if let GroupKind::NonCapturing(flags) = &group.kind {
                    self.flags(flags)?;
                }
                let of = Box::new(self.read(&group.ast)?);
                self.folding = before;
                Re::Group { of, capturing: matches!(group.kind, GroupKind::CaptureIndex(_)) }
            }
            Ast::Alternation(alternation) => Re::Alt(self.all(&alternation.asts)?),
            Ast::Concat(concat) => Re::Concat(self.all(&concat.asts)?),
        })
    }

    fn all(&mut self, asts: &[Ast]) -> Result<Vec<Re>, String> {
        asts.iter().map(|ast| self.read(ast)).collect()
    }

    fn flags(&mut self, flags: &ast::Flags) -> Result<(), String> {
        let mut on = true;
        for item in &flags.items {
            match item.kind {
                FlagsItemKind::Negation => on = false,
                FlagsItemKind::Flag(ast::Flag::CaseInsensitive) => {
                    self.folding = on;
                    self.notes.push(Note::Case);
                }
                // They change nothing for one line of text that is matched whole.
                FlagsItemKind::Flag(ast::Flag::Unicode | ast::Flag::MultiLine | ast::Flag::DotMatchesNewLine) => {}
                FlagsItemKind::Flag(_) => return Err("elle contient une option que plusieurs moteurs ne connaissent pas".into()),
            }
        }
        Ok(())
    }

    fn literal(&self, c: char) -> Re {
        match other_case(c).filter(|_| self.folding) {
            Some(other) => Re::Either(c, other),
            None => Re::Char(c),
        }
    }

    fn folded(&self, mut class: Class) -> Class {
        if self.folding {
            for (start, end) in class.ranges.clone() {
                let others = (start..=end).take(512).filter_map(other_case);
                for other in others {
                    match class.ranges.last_mut() {
                        Some((_, last)) if (*last as u32) + 1 == other as u32 => *last = other,
                        _ => class.ranges.push((other, other)),
                    }
                }
            }
        }
        class
    }

    fn perl(&mut self, kind: &ClassPerlKind) -> &'static [(char, char)] {
        let (note, ranges) = match kind {
            ClassPerlKind::Digit => (Note::Digits, DIGITS),
            ClassPerlKind::Space => (Note::Spaces, SPACES),
            ClassPerlKind::Word => (Note::Words, WORDS),
        };
        self.notes.push(note);
        ranges
    }

    fn unicode(&mut self, class: &ast::ClassUnicode) -> Result<&'static [(char, char)], String> {
        let name = match &class.kind {
            ast::ClassUnicodeKind::OneLetter(c) => c.to_string(),
            ast::ClassUnicodeKind::Named(name) => name.clone(),
            ast::ClassUnicodeKind::NamedValue { value, .. } => value.clone(),
        };
        self.notes.push(Note::UnicodeClass);
        Ok(match name.as_str() {
            "L" | "Letter" | "Alphabetic" | "Latin" => LETTERS,
            "Lu" => CAPITALS,
            "Ll" => SMALL,
            "N" | "Nd" => DIGITS,
            _ => return Err(format!("elle contient \\p{{{name}}}, que plusieurs moteurs ne connaissent pas")),
        })
    }

    fn set(&mut self, set: &ClassSet, out: &mut Vec<(char, char)>) -> Result<(), String> {
        match set {
            ClassSet::Item(item) => self.item(item, out),
            ClassSet::BinaryOp(_) => {
                Err("elle contient une opération entre classes, que plusieurs moteurs ne connaissent pas".into())
            }
        }
    }

    fn item(&mut self, item: &ClassSetItem, out: &mut Vec<(char, char)>) -> Result<(), String> {
        match item {
            ClassSetItem::Empty(_) => {}
            ClassSetItem::Literal(literal) => out.push((literal.c, literal.c)),
            ClassSetItem::Range(range) => out.push((range.start.c, range.end.c)),
            ClassSetItem::Perl(class) if !class.negated => out.extend(self.perl(&class.kind)),
            ClassSetItem::Unicode(class) if !class.negated => out.extend(self.unicode(class)?),
            ClassSetItem::Union(union) => union.items.iter().try_for_each(|item| self.item(item, out))?,
            _ => return Err("elle contient une classe dans une classe, que plusieurs moteurs lisent autrement".into()),
        }
        Ok(())
    }
}

/// The same letter in the other case, when it is one letter both ways.
fn other_case(c: char) -> Option<char> {
    let one = |mut chars: Box<dyn Iterator<Item = char>>| chars.next().filter(|_| chars.next().is_none());
    let other = if c.is_lowercase() { one(Box::new(c.to_uppercase())) } else { one(Box::new(c.to_lowercase())) };
    other.filter(|other| *other != c)
}
