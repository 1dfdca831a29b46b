//! Codes of five signs: official codes of communes, and postal codes.

use std::fmt;

/// A code of five signs, digits but for the second one of Corsica.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Code([u8; 5]);

impl Code {
    /// Reads the official code of a commune: five digits, or 2A and 2B then three.
    pub(super) fn official(text: &str) -> Option<Self> {
        let code: [u8; 5] = text.as_bytes().try_into().ok()?;
        let [first, second, rest @ ..] = code;
        let is_corsican = first == b'2' && matches!(second, b'A' | b'B');
        let digits = first.is_ascii_digit() && (second.is_ascii_digit() || is_corsican);
        (digits && rest.iter().all(u8::is_ascii_digit)).then_some(Self(code))
    }

    /// Reads a postal code: five digits.
    pub(super) fn postal(text: &str) -> Option<Self> {
        let code = Self::official(text)?;
        code.0[1].is_ascii_digit().then_some(code)
    }

    /// The postal code of a number.
    pub(super) fn of_number(number: usize) -> Self {
        Self::of(number, 10)
    }

    /// The official code of a key.
    pub(super) fn of_key(key: usize) -> Self {
        Self::of(key, 12)
    }

    /// `base` digits may stand second.
    fn of(number: usize, base: usize) -> Self {
        let sign = |digit: usize| b"0123456789AB"[digit % 12];
        let (head, tail) = (number / 1000, number % 1000);
        Self([sign(head / base), sign(head % base), sign(tail / 100), sign(tail / 10 % 10), sign(tail % 10)])
    }

    /// A number in the order of the official codes.
    pub(super) fn key(self) -> usize {
        self.number_in(12)
    }

    /// The postal code as a number.
    pub(super) fn number(self) -> usize {
        self.number_in(10)
    }

    fn number_in(self, base: usize) -> usize {
        let digit = |sign: u8| usize::from(if sign.is_ascii_digit() { sign - b'0' } else { sign - b'A' + 10 });
        let [first, second, rest @ ..] = self.0.map(digit);
        rest.iter().fold(first * base + second, |number, digit| number * 10 + digit)
    }

    /// The five signs.
    pub fn as_str(&self) -> &str {
        str::from_utf8(&self.0).unwrap_or_default()
    }

    /// The department, or the territory overseas, that the code names: 2 signs, 3 overseas. Corsica is one, as its postal
    /// codes have it, and so are Guadeloupe and the two islands that left it.
    pub(super) fn department(&self) -> &str {
        match self.as_str() {
            code if code.starts_with("977") || code.starts_with("978") => "971",
            code if code.starts_with("2A") || code.starts_with("2B") => "20",
            code if code.starts_with("97") || code.starts_with("98") => &code[..3],
            code => &code[..2],
        }
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
