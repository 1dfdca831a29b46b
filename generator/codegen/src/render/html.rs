//! Any text, shown as itself by HTML.
//!
//! In: a text of the standard, whatever it holds. Out: characters of a text or of a quoted attribute. The one markup kept
//! is `` `code` ``, which the standard's own prose uses.

/// Prose: markup is escaped, except `` `code` `` that is closed.
pub(super) fn prose(prose: &str) -> String {
    let mut out = String::with_capacity(prose.len() + 16);
    let mut rest = prose;
    while let Some((before, inside, after)) = code(rest) {
        out.push_str(&text(before));
        out.extend(["<code>", &text(inside), "</code>"]);
        rest = after;
    }
    out.push_str(&text(rest));
    out
}

/// What stands before the first code, in it and after it.
fn code(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once('`')?;
    let (inside, after) = rest.split_once('`')?;
    Some((before, inside, after))
}

/// A text to copy to the letter.
pub(super) fn text(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    for sign in text.chars() {
        match sign {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#x27;"),
            sign => out.push(sign),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_shown_and_code_that_is_closed_is_code() {
        assert_eq!(prose("a `b<c` & \"d\" `e"), "a <code>b&lt;c</code> &amp; &quot;d&quot; `e");
        assert_eq!(text("<a href='x'>`b`"), "&lt;a href=&#x27;x&#x27;&gt;`b`");
        assert_eq!(prose(""), "");
    }
}
