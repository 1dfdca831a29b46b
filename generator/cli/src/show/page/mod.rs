//! Pages for a browser: one file, nothing else.
//!
//! In: texts from anywhere. Out: HTML in which each of them stays a text ([`Text`]), whose only style and script are the
//! ones of `templates/rapport/`: the page itself forbids any other, and any request, to whoever opens it. Sizes are
//! attributes of SVG, since inline styles are forbidden too.

mod bars;
mod charts;
mod policy;
mod words;

use std::fmt;
use std::io::{self, Write};

pub(super) use bars::{Bar, bars};
pub(super) use charts::{charts, freshness};
pub(super) use standard_mediation_model::count::number;
pub(super) use standard_mediation_report::findings::cut;
pub(super) use words::{month, percent, plural, share, since};

const STYLE: &str = include_str!("../../../../../templates/rapport/rapport.css");
const SCRIPT: &str = include_str!("../../../../../templates/rapport/rapport.js");

/// A text in a page: between tags or in a quoted attribute.
pub(super) struct Text<'a>(pub(super) &'a str);

impl fmt::Display for Text<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut rest = self.0;
        while let Some(at) = rest.find(['&', '<', '>', '"', '\'', '\0']) {
            f.write_str(&rest[..at])?;
            f.write_str(match rest.as_bytes()[at] {
                b'&' => "&amp;",
                b'<' => "&lt;",
                b'>' => "&gt;",
                b'"' => "&quot;",
                b'\'' => "&#39;",
                // HTML has no way to write it.
                _ => "\u{fffd}",
            })?;
            rest = &rest[at + 1..];
        }
        f.write_str(rest)
    }
}

/// Starts a page.
pub(super) fn head(out: &mut dyn Write, title: &str, with_script: bool) -> io::Result<()> {
    let script = if with_script { SCRIPT } else { "" };
    writeln!(out, "<!DOCTYPE html>\n<html lang=\"fr\">\n<head>\n<meta charset=\"utf-8\">")?;
    writeln!(out, "<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">", policy::policy(STYLE, script))?;
    writeln!(out, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")?;
    writeln!(out, "<meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"color-scheme\" content=\"light dark\">")?;
    writeln!(out, "<link rel=\"icon\" href=\"data:,\">\n<title>{}</title>\n<style>{STYLE}</style>\n</head>\n<body>", Text(title))
}

/// Ends a page.
pub(super) fn foot(out: &mut dyn Write, with_script: bool) -> io::Result<()> {
    if with_script {
        writeln!(out, "<script>{SCRIPT}</script>")?;
    }
    writeln!(out, "</body>\n</html>")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_stays_a_text() {
        let hostile = "</script><img src=x onerror='alert(\"é\")'>&amp;\0";
        let expected = "&lt;/script&gt;&lt;img src=x onerror=&#39;alert(&quot;é&quot;)&#39;&gt;&amp;amp;\u{fffd}";
        assert_eq!(Text(hostile).to_string(), expected);
    }
}
