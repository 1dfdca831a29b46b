//! Python source, laid out as its usual formatter does: nothing runs after it.
//!
//! ```python
//! code_postal: CodePostal = Field(
//!     title="Code postal",
//!     examples=["75001"],
//! )
//! ```

use std::collections::BTreeSet;

/// Longest line, in characters.
pub(super) const WIDTH: usize = 120;

/// An expression.
#[derive(Debug, Clone)]
pub(super) enum Code {
    /// Source, as it is.
    Word(String),
    /// A text.
    Text(String),
    /// A text that is an expression.
    Expression(String),
    /// A call, a tuple or a list: what opens it, its parts each with what stands before (`titre=`), what closes it.
    Group(String, Vec<(String, Code)>, char),
}

impl Code {
    pub(super) fn word(source: impl Into<String>) -> Self {
        Self::Word(source.into())
    }

    pub(super) fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    pub(super) fn list(items: impl IntoIterator<Item = Code>) -> Self {
        Self::Group("[".into(), bare(items), ']')
    }

    pub(super) fn tuple(items: impl IntoIterator<Item = Code>) -> Self {
        Self::Group("(".into(), bare(items), ')')
    }

    /// A call; an argument without a name is given as `""`.
    pub(super) fn call(function: &str, arguments: impl IntoIterator<Item = (&'static str, Code)>) -> Self {
        let named = |name: &str| if name.is_empty() { String::new() } else { format!("{name}=") };
        let arguments = arguments.into_iter().map(|(name, code)| (named(name), code));
        Self::Group(format!("{function}("), arguments.collect(), ')')
    }

    /// `Annotated[base, control]`
    pub(super) fn annotated(base: &str, control: Code) -> Self {
        Self::Group("Annotated[".into(), bare([Self::word(base), control]), ']')
    }

    /// The statement `before` + expression, at the margin of so many spaces, with its line end.
    pub(super) fn statement(&self, margin: usize, before: &str) -> String {
        format!("{}{before}{}\n", " ".repeat(margin), self.render(margin, margin + before.chars().count(), 0))
    }

    /// The identifiers that it uses.
    pub(super) fn used(&self, names: &mut BTreeSet<String>) {
        match self {
            Self::Word(source) => names.extend(identifiers(source)),
            Self::Text(_) | Self::Expression(_) => {}
            Self::Group(open, parts, _) => {
                names.extend(identifiers(open));
                for (_, part) in parts {
                    part.used(names);
                }
            }
        }
    }

    /// On one line.
    fn flat(&self) -> String {
        match self {
            Self::Word(source) => source.clone(),
            Self::Text(text) => literal(text),
            Self::Expression(text) => raw(text),
            Self::Group(open, parts, close) => {
                let parts: Vec<String> = parts.iter().map(|(name, part)| format!("{name}{}", part.flat())).collect();
                // A tuple of one keeps its comma.
                let comma = if open == "(" && parts.len() == 1 { "," } else { "" };
                format!("{open}{}{comma}{close}", parts.join(", "))
            }
        }
    }

    /// `used` columns of the line are taken before it, and `after` will be.
    fn render(&self, margin: usize, used: usize, after: usize) -> String {
        let flat = self.flat();
        if used + flat.chars().count() + after <= WIDTH {
            return flat;
        }
        let (outer, inner) = (" ".repeat(margin), " ".repeat(margin + 4));
        match self {
            Self::Text(text) => match pieces(text, WIDTH - margin - 4).as_slice() {
                [] => flat,
                [_] if !text.contains(' ') => flat,
                pieces => format!("(\n{inner}{}\n{outer})", pieces.join(&format!("\n{inner}"))),
            },
            Self::Group(open, parts, close) if !parts.is_empty() => {
                let lines = parts.iter().map(|(name, part)| {
                    let code = part.render(margin + 4, margin + 4 + name.chars().count(), 1);
                    format!("{inner}{name}{code},\n")
                });
                format!("{open}\n{}{outer}{close}", lines.collect::<String>())
            }
            _ => flat,
        }
    }
}

/// The words of a source that has no text in it.
pub(super) fn identifiers(source: &str) -> impl Iterator<Item = String> {
    source.split(|c: char| !(c.is_alphanumeric() || c == '_')).filter(|word| !word.is_empty()).map(str::to_owned)
}

fn bare(items: impl IntoIterator<Item = Code>) -> Vec<(String, Code)> {
    items.into_iter().map(|item| (String::new(), item)).collect()
}

/// A text as a literal: the quotes that ask for fewer escapes, and nothing that cannot be seen but the spaces of prose.
pub(super) fn literal(text: &str) -> String {
    quoted(text, quote(text))
}

/// An expression as a raw literal when it can be one.
fn raw(expression: &str) -> String {
    let plain = !expression.contains(['"', '\n', '\r']) && !expression.ends_with('\\') && !expression.chars().any(is_hidden);
    if plain && expression.contains('\\') { format!("r\"{expression}\"") } else { literal(expression) }
}

/// A documentation text: paragraphs, cut into lines.
pub(super) fn doc(margin: usize, paragraphs: &[&str]) -> String {
    let outer = " ".repeat(margin);
    let words = |text: &str| -> String {
        let words: Vec<&str> =
            text.split(|c: char| c.is_whitespace() && !is_space_of_prose(c)).filter(|word| !word.is_empty()).collect();
        escaped(&words.join(" "), None).replace("\"\"\"", "\\\"\\\"\\\"")
    };
    let paragraphs: Vec<String> = paragraphs.iter().map(|text| words(text)).filter(|text| !text.is_empty()).collect();
    let [first, rest @ ..] = paragraphs.as_slice() else { return String::new() };
    let end = if first.ends_with('"') { " " } else { "" };
    if rest.is_empty() && margin + first.chars().count() + end.len() + 6 <= WIDTH {
        return format!("{outer}\"\"\"{first}{end}\"\"\"\n");
    }
    let mut lines = wrapped(first, WIDTH - margin - 3, WIDTH - margin);
    for paragraph in rest {
        lines.push(String::new());
        lines.extend(wrapped(paragraph, WIDTH - margin, WIDTH - margin));
    }
    let lines = lines.iter().enumerate().map(|(i, line)| match (i, line.as_str()) {
        (0, line) => format!("{outer}\"\"\"{line}\n"),
        (_, "") => "\n".to_owned(),
        (_, line) => format!("{outer}{line}\n"),
    });
    format!("{}{outer}\"\"\"\n", lines.collect::<String>())
}

/// A text of words as lines, the first of which may be shorter.
fn wrapped(text: &str, first: usize, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split(' ') {
        let most = if lines.len() == 1 { first } else { width };
        let line = lines.last_mut().expect("never empty");
        if line.is_empty() {
            line.push_str(word);
        } else if line.chars().count() + 1 + word.chars().count() <= most {
            line.push(' ');
            line.push_str(word);
        } else {
            lines.push(word.to_owned());
        }
    }
    lines
}

/// A long text as literals that Python puts together, cut after spaces.
fn pieces(text: &str, width: usize) -> Vec<String> {
    let quote = quote(text);
    let mut pieces = Vec::new();
    let mut piece = String::new();
    for word in text.split_inclusive(' ') {
        if !piece.is_empty() && quoted(&format!("{piece}{word}"), quote).chars().count() > width {
            pieces.push(quoted(&piece, quote));
            piece.clear();
        }
        piece.push_str(word);
    }
    pieces.push(quoted(&piece, quote));
    pieces
}

fn quote(text: &str) -> char {
    let count = |quote| text.matches(quote).count();
    if count('"') > count('\'') { '\'' } else { '"' }
}

fn quoted(text: &str, quote: char) -> String {
    format!("{quote}{}{quote}", escaped(text, Some(quote)))
}

fn escaped(text: &str, quote: Option<char>) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if Some(c) == quote => {
                out.push('\\');
                out.push(c);
            }
            c if is_hidden(c) && u32::from(c) <= 0xff => out.push_str(&format!("\\x{:02x}", u32::from(c))),
            c if is_hidden(c) && u32::from(c) <= 0xffff => out.push_str(&format!("\\u{:04x}", u32::from(c))),
            c if is_hidden(c) => out.push_str(&format!("\\U{:08x}", u32::from(c))),
            c => out.push(c),
        }
    }
    out
}

/// What cannot be told from nothing, or from something else, when the source is read.
fn is_hidden(c: char) -> bool {
    let turns = matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
    c.is_control() || turns || (c.is_whitespace() && c != ' ' && !is_space_of_prose(c))
}

/// The two spaces that do not break, which French prose has before its signs.
fn is_space_of_prose(c: char) -> bool {
    matches!(c, '\u{a0}' | '\u{202f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn literals_have_the_quotes_of_the_formatter() {
        for (text, expected) in [
            ("l'été", "\"l'été\""),
            ("un \"mot\"", "'un \"mot\"'"),
            ("l'un \"mot", "\"l'un \\\"mot\""),
            ("\\ \n\t\u{2028}\u{7f}\u{a0}\u{1f600}", "\"\\\\ \\n\\t\\u2028\\x7f\u{a0}\u{1f600}\""),
        ] {
            assert_eq!(literal(text), expected);
        }
    }

    #[test]
    fn expressions_stay_readable() {
        assert_eq!(raw(r"\+33[0-9]{6}"), r#"r"\+33[0-9]{6}""#);
        assert_eq!(raw("[0-9]{5}"), "\"[0-9]{5}\"");
        assert_eq!(raw("\\\"\\\\"), "'\\\\\"\\\\\\\\'");
    }

    #[test]
    fn what_does_not_fit_is_cut_and_keeps_every_sign() {
        let text = "un texte ".repeat(30);
        let code = Code::call("Field", [("title", Code::text("Titre")), ("description", Code::text(&text))]);
        let source = code.statement(4, "nom: str = ");
        assert!(
            source.starts_with("    nom: str = Field(\n        title=\"Titre\",\n        description=(\n            \"un texte")
        );
        assert!(source.lines().all(|line| line.chars().count() <= WIDTH), "{source}");
        let pieces: String = source.lines().filter_map(|line| line.trim().strip_prefix('"')?.strip_suffix('"')).collect();
        assert_eq!(pieces, text);
    }

    #[test]
    fn a_documentation_cannot_be_closed_from_inside() {
        assert_eq!(doc(0, &["a \"\"\" \\ b\"", ""]), "\"\"\"a \\\"\\\"\\\" \\\\ b\" \"\"\"\n");
        let long = doc(4, &["Titre", &"mot ".repeat(60)]);
        assert!(long.lines().all(|line| line.chars().count() <= WIDTH) && long.ends_with("    \"\"\"\n"), "{long}");
    }
}
