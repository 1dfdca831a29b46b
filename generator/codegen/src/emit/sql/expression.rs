//! Regular expressions, from the engine that reads them here to those of the databases.
//!
//! In: an expression of the portable subset, as `regex` reads it. Out: the same language written for PostgreSQL (advanced
//! regular expressions, <https://www.postgresql.org/docs/current/functions-matching.html>) or for RE2, which DuckDB has
//! (<https://github.com/google/re2/wiki/Syntax>). The tree is translated, never the text: what an escape means in one of
//! them is nobody's guess.
//!
//! ```text
//! [a-z]{0,280}    PostgreSQL  [a-z]{0,255}[a-z]{0,25}    its counts stop at 255
//!                 RE2         [a-z]{0,280}               its counts, multiplied when nested, stop at 1000
//! [^\n]           PostgreSQL  [^\u000a]                  RE2  [^\x{a}]
//! ```

use regex_syntax::hir::{Class, ClassUnicode, Hir, HirKind, Look, Repetition};

use super::Dialect;

/// An expression, without anchors, for a database; `None` when it does not compile, which no standard loaded from our
/// sources holds.
pub(super) fn translated(dialect: Dialect, expression: &str) -> Option<String> {
    let hir = regex_syntax::parse(expression).ok()?;
    Some(write(dialect, &hir))
}

/// What never matches.
fn nothing(dialect: Dialect) -> String {
    match dialect {
        Dialect::PostgreSql => r"\Zx".to_owned(),
        Dialect::DuckDb => r"\zx".to_owned(),
    }
}

fn write(dialect: Dialect, hir: &Hir) -> String {
    match hir.kind() {
        HirKind::Literal(literal) => {
            let text = String::from_utf8_lossy(&literal.0);
            text.chars().map(|c| sign(dialect, c, r"\^$.|?*+()[]{}")).collect()
        }
        HirKind::Class(Class::Unicode(class)) => unicode(dialect, class),
        HirKind::Class(Class::Bytes(bytes)) => {
            bytes.to_unicode_class().map_or(nothing(dialect), |class| unicode(dialect, &class))
        }
        HirKind::Look(Look::Start) => if dialect == Dialect::PostgreSql { "^" } else { r"\A" }.to_owned(),
        HirKind::Look(Look::End) => if dialect == Dialect::PostgreSql { "$" } else { r"\z" }.to_owned(),
        // Boundaries of words and of lines are out of the portable subset.
        HirKind::Empty | HirKind::Look(_) => String::new(),
        HirKind::Repetition(repetition) => repeated(dialect, repetition),
        HirKind::Capture(capture) => group(&write(dialect, &capture.sub)),
        HirKind::Concat(parts) => parts.iter().map(|part| write(dialect, part)).collect(),
        HirKind::Alternation(choices) => {
            group(&choices.iter().map(|choice| write(dialect, choice)).collect::<Vec<_>>().join("|"))
        }
    }
}

fn group(inner: &str) -> String {
    format!("(?:{inner})")
}

/// A repetition. Which occurrence is taken first (`+?`) means nothing for who matches whole texts.
fn repeated(dialect: Dialect, repetition: &Repetition) -> String {
    let inner = write(dialect, &repetition.sub);
    let one = if is_atom(&repetition.sub) { inner } else { group(&inner) };
    let (min, max) = (repetition.min, repetition.max);
    // A repetition of nothing is nothing.
    if one == group("") || max == Some(0) {
        return String::new();
    }
    let limit = match dialect {
        Dialect::PostgreSql => 255,
        Dialect::DuckDb => 1000 / weight(&repetition.sub).clamp(1, 1000),
    };
    match (min, max) {
        (0, None) => format!("{one}*"),
        (1, None) => format!("{one}+"),
        (0, Some(1)) => format!("{one}?"),
        (1, Some(1)) => one,
        (min, None) => format!("{}{one}*", exactly(&one, min, limit)),
        (min, Some(max)) => format!("{}{}", exactly(&one, min, limit), at_most(&one, max - min, limit)),
    }
}

/// So many times.
fn exactly(one: &str, count: u32, limit: u32) -> String {
    let whole = if limit > 1 { format!("{one}{{{limit}}}") } else { one.to_owned() };
    let rest = match count % limit {
        0 => String::new(),
        1 => one.to_owned(),
        rest => format!("{one}{{{rest}}}"),
    };
    whole.repeat((count / limit) as usize) + &rest
}

/// So many times or fewer.
fn at_most(one: &str, count: u32, limit: u32) -> String {
    let whole = if limit > 1 { format!("{one}{{0,{limit}}}") } else { format!("{one}?") };
    let rest = match count % limit {
        0 => String::new(),
        1 => format!("{one}?"),
        rest => format!("{one}{{0,{rest}}}"),
    };
    whole.repeat((count / limit) as usize) + &rest
}

/// The greatest product of nested counts, which RE2 bounds.
fn weight(hir: &Hir) -> u32 {
    match hir.kind() {
        HirKind::Repetition(repetition) => {
            let count = repetition.max.unwrap_or(repetition.min).max(1);
            weight(&repetition.sub).saturating_mul(count)
        }
        HirKind::Capture(capture) => weight(&capture.sub),
        HirKind::Concat(parts) | HirKind::Alternation(parts) => parts.iter().map(weight).max().unwrap_or(1),
        _ => 1,
    }
}

/// Whether what is written of it takes a repetition as it is.
fn is_atom(hir: &Hir) -> bool {
    match hir.kind() {
        HirKind::Class(_) | HirKind::Capture(_) | HirKind::Alternation(_) => true,
        HirKind::Literal(literal) => std::str::from_utf8(&literal.0).is_ok_and(|text| text.chars().count() == 1),
        _ => false,
    }
}

fn unicode(dialect: Dialect, class: &ClassUnicode) -> String {
    let mut other = class.clone();
    other.negate();
    // What reaches the last character is shorter, and clearer, by what it leaves out.
    let is_negative = class.ranges().last().is_some_and(|range| range.end() == char::MAX);
    match (class.ranges(), is_negative) {
        ([], _) => nothing(dialect),
        (_, true) if other.ranges().is_empty() => group(r"[^x]|x"),
        ([one], false) if one.start() == one.end() => sign(dialect, one.start(), r"\^$.|?*+()[]{}"),
        (_, true) => format!("[^{}]", ranges(dialect, &other)),
        (_, false) => format!("[{}]", ranges(dialect, class)),
    }
}

fn ranges(dialect: Dialect, class: &ClassUnicode) -> String {
    let end = |c| sign(dialect, c, r"\]^[-");
    let range = |range: &regex_syntax::hir::ClassUnicodeRange| match u32::from(range.end()) - u32::from(range.start()) {
        0 => end(range.start()),
        1 => end(range.start()) + &end(range.end()),
        _ => format!("{}-{}", end(range.start()), end(range.end())),
    };
    class.ranges().iter().map(range).collect()
}

/// A character, escaped when it is one of those, or when it cannot be seen.
fn sign(dialect: Dialect, c: char, special: &str) -> String {
    if special.contains(c) {
        return format!("\\{c}");
    }
    match dialect {
        _ if !(c.is_control() || c.is_whitespace() && c != ' ') => c.to_string(),
        Dialect::PostgreSql => format!("\\u{:04x}", u32::from(c)),
        Dialect::DuckDb => format!("\\x{{{:x}}}", u32::from(c)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn both(expression: &str) -> (String, String) {
        let write = |dialect| translated(dialect, expression).expect("compiles");
        (write(Dialect::PostgreSql), write(Dialect::DuckDb))
    }

    fn same(expression: &str, expected: &str) {
        assert_eq!(both(expression), (expected.to_owned(), expected.to_owned()), "{expression}");
    }

    #[test]
    fn what_is_portable_keeps_its_form() {
        same("[0-9]{5}", "[0-9]{5}");
        same(r"(?:\+33|\+590)[0-9]{6,9}", r"(?:\+33|\+590)[0-9]{6}[0-9]{0,3}");
        same("(?:a|bc)+d?", "(?:a|bc)+d?");
        same(r"[\]\[\-\^à-é]", r"[\-\[\]\^à-é]");
        same("(a b)*?", "(?:a b)*");
    }

    #[test]
    fn counts_stay_below_the_limits() {
        assert_eq!(both("[a-z]{0,280}").0, "[a-z]{0,255}[a-z]{0,25}");
        assert_eq!(both("[a-z]{0,280}").1, "[a-z]{0,280}");
        assert_eq!(both("a{512}").0, "a{255}a{255}a{2}");
        assert_eq!(both("a{2000,}").1, "a{1000}a{1000}a*");
        // 63 × 20 is more than RE2 takes.
        assert_eq!(both(r"(?:[a-z]{1,63}\.){0,20}").1, format!(r"{0}{{0,15}}{0}{{0,5}}", r"(?:[a-z][a-z]{0,62}\.)"));
    }

    #[test]
    fn what_cannot_be_seen_is_written_by_its_code() {
        assert_eq!(both(r"[^\n]"), (r"[^\u000a]".into(), r"[^\x{a}]".into()));
        assert_eq!(both("\u{a0}"), (r"\u00a0".into(), r"\x{a0}".into()));
    }

    #[test]
    fn what_does_not_compile_is_not_guessed() {
        assert_eq!(translated(Dialect::DuckDb, "("), None);
    }
}
