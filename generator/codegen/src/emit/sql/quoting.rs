//! Names and texts as SQL writes them, the same in PostgreSQL and DuckDB.

/// The longest name of PostgreSQL, in bytes.
const LONGEST: usize = 63;

/// A text: apostrophes are doubled and nothing else is special, since both read backslashes as themselves (PostgreSQL
/// with `standard_conforming_strings`, which the file sets). No text of SQL holds the character zero. A carriage return is
/// written by its escape: who reads or copies a file of text may take it for the end of a line.
pub(super) fn literal(text: &str) -> String {
    let text = text.replace('\0', "").replace('\'', "''");
    if text.contains('\r') { format!("E'{}'", text.replace('\\', r"\\").replace('\r', r"\r")) } else { format!("'{text}'") }
}

/// A name, always between quotes: no list of reserved words to keep.
pub(super) fn name(name: &str) -> String {
    format!("\"{}\"", bounded(&name.replace('\0', "")).replace('"', "\"\""))
}

/// A name in no more bytes than PostgreSQL keeps. What is cut is replaced by a print of the whole (FNV-1a, 32 bits), so
/// that two long names stay two.
fn bounded(name: &str) -> String {
    if name.len() <= LONGEST {
        return name.to_owned();
    }
    let print = name.bytes().fold(0x811c_9dc5_u32, |print, byte| (print ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    let mut end = LONGEST - 9;
    while !name.is_char_boundary(end) {
        end -= 1;
    }
    format!("{}_{print:08x}", &name[..end])
}

/// A name in lower case made of letters without accent, digits and `_`, from a name in kebab case.
pub(super) fn plain(name: &str) -> String {
    let plain: String = name.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '_' }).collect();
    if plain.starts_with(|c: char| c.is_ascii_alphabetic()) { plain } else { format!("s_{plain}") }
}

/// A body between dollars whose mark is not inside.
pub(super) fn dollars(body: &str) -> String {
    let mut marks = (0..).map(|n| if n == 0 { "$corps$".to_owned() } else { format!("$corps{n}$") });
    let mark = marks.find(|mark| !body.contains(mark.as_str())).unwrap_or_default();
    format!("{mark}\n{body}\n{mark}")
}

/// Texts, separated by commas.
pub(super) fn literals<'a>(texts: impl IntoIterator<Item = &'a str>) -> String {
    texts.into_iter().map(literal).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_are_doubled_and_nothing_else_is_touched() {
        assert_eq!(literal(r"l'été \ $$ -- /* é"), r"'l''été \ $$ -- /* é'");
        assert_eq!(name("a\"b"), "\"a\"\"b\"");
        assert_eq!(literals(["a", "b'c"]), "'a', 'b''c'");
        assert_eq!(literal("a\0b"), "'ab'");
        assert_eq!(literal("l'un \\ \r\n"), "E'l''un \\\\ \\r\n'");
    }

    #[test]
    fn long_names_stay_apart() {
        let (one, two) = (format!("{}un", "é".repeat(40)), format!("{}deux", "é".repeat(40)));
        assert_ne!(name(&one), name(&two));
        assert!(name(&one).len() <= LONGEST + 2 && name(&one).starts_with("\"éé"));
        assert_eq!(name("court"), "\"court\"");
    }

    #[test]
    fn plain_names_need_no_quotes() {
        assert_eq!(plain("standard-mediation-num"), "standard_mediation_num");
        assert_eq!(plain("2 É"), "s_2__");
    }

    #[test]
    fn a_body_never_closes_itself() {
        assert_eq!(dollars("a"), "$corps$\na\n$corps$");
        assert_eq!(dollars("$corps$"), "$corps1$\n$corps$\n$corps1$");
    }
}
