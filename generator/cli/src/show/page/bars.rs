//! A chart of bars: a table, since each bar says its number too.

use std::io::{self, Write};

use super::{Text, cut};

/// A bar.
pub(in crate::show) struct Bar {
    /// What is counted, in words.
    pub(in crate::show) label: String,
    /// Its name in files, when it has one.
    pub(in crate::show) name: Option<String>,
    /// How long it is.
    pub(in crate::show) value: u64,
    /// What it says.
    pub(in crate::show) text: String,
    /// How it looks: `plein`, `faible`, `erreur`, `conseil` or `neutre`.
    pub(in crate::show) tone: &'static str,
}

/// Draws bars, the longest possible one being `most`.
pub(in crate::show) fn bars(out: &mut dyn Write, caption: &str, most: u64, bars: &[Bar]) -> io::Result<()> {
    writeln!(out, "<table class=\"barres\"><caption>{}</caption><tbody>", Text(caption))?;
    for bar in bars {
        let width = bar.value.min(most).saturating_mul(1_000).checked_div(most).unwrap_or_default();
        // Something is never drawn as nothing.
        let width = if bar.value > 0 { width.max(6) } else { 0 };
        write!(out, "<tr><th scope=\"row\">{}", Text(&cut(&bar.label, 80)))?;
        if let Some(name) = &bar.name {
            write!(out, " <code>{}</code>", Text(&cut(name, 60)))?;
        }
        write!(out, "</th><td class=\"trait\"><svg aria-hidden=\"true\" focusable=\"false\">")?;
        write!(out, "<rect class=\"fond\" width=\"100%\" height=\"100%\" rx=\"2\"/>")?;
        write!(out, "<rect class=\"{}\" width=\"{}.{}%\" height=\"100%\" rx=\"2\"/>", bar.tone, width / 10, width % 10)?;
        writeln!(out, "</svg></td><td class=\"nombre\">{}</td></tr>", Text(&bar.text))?;
    }
    writeln!(out, "</tbody></table>")
}
