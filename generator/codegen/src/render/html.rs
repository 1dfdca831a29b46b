//! Any text, shown as itself by HTML.
//!
//! In: a text of the standard, whatever it holds. Out: characters of a text or of a quoted attribute. The one markup kept
//! is `` `code` ``, which the standard's own prose uses.

/// Prose: markup is escaped, except `` `code` `` that is closed.
pub(super) fn prose(prose: &str) -> String {
    around_code(prose, text)
}

/// Prose whose web addresses are links, except in code. What ends a sentence or closes a bracket is no part of an address.
pub(super) fn linked(prose: &str) -> String {
    around_code(prose, |mut rest| {
        let mut out = String::new();
        while let Some(start) = rest.find("https://") {
            let ends = |c: char| c.is_whitespace() || matches!(c, '"' | '<' | '>' | '«' | '»');
            let end = rest[start..].find(ends).map_or(rest.len(), |end| start + end);
            let address = rest[start..end].trim_end_matches(['.', ',', ';', ':', ')', '!', '?']);
            let shown = text(address);
            out.push_str(&text(&rest[..start]));
            // The beginning of any address leads nowhere.
            if address.len() > "https://".len() {
                out.extend(["<a href=\"", &shown, "\">", &shown, "</a>"]);
            } else {
                out.push_str(&shown);
            }
            rest = &rest[start + address.len()..];
        }
        out + &text(rest)
    })
}

fn around_code(prose: &str, plain: impl Fn(&str) -> String) -> String {
    let mut out = String::with_capacity(prose.len() + 16);
    let mut rest = prose;
    while let Some((before, inside, after)) = code(rest) {
        out.push_str(&plain(before));
        out.extend(["<code>", &text(inside), "</code>"]);
        rest = after;
    }
    out.push_str(&plain(rest));
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

    #[test]
    fn addresses_are_links_and_end_where_the_sentence_goes_on() {
        let expected =
            "Voir <a href=\"https://a.fr/b?c=1&amp;d\">https://a.fr/b?c=1&amp;d</a>. Et <code>https://x</code> &lt;b&gt;";
        assert_eq!(linked("Voir https://a.fr/b?c=1&d. Et `https://x` <b>"), expected);
        assert_eq!(linked("Mettez https:// au début"), "Mettez https:// au début");
        assert_eq!(linked("javascript:alert(1) http://a.fr"), "javascript:alert(1) http://a.fr");
        let quoted = "<a href=\"https://a.fr/\">https://a.fr/</a>&quot; onclick=&quot;x";
        assert_eq!(linked("https://a.fr/\" onclick=\"x"), quoted);
    }
}
