//! Accents that a program damaged: letters in UTF-8 that were read as Windows-1252, maybe more than once; or signs of
//! Windows-1252 that were read as ISO 8859-1, where nothing can be seen of them.
//!
//! In: a text. Out: the text that was meant. Each run of letters beyond ASCII is read alone, so that one damaged word among good
//! ones is mended: `Ã©` is no French. Must not touch a run that means something as it is.

use super::encoding::{to_windows_1252, windows_1252};

/// Readings that went wrong one after the other.
const MOST: usize = 4;

/// The text that was meant; `None` when nothing in it is damaged.
pub(super) fn undamaged(text: &str) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    let mut found = false;
    let mut rest = text;
    while let Some(start) = rest.find(|c: char| !c.is_ascii()) {
        out.push_str(&rest[..start]);
        let run = &rest[start..];
        let run = &run[..run.find(|c: char| c.is_ascii()).unwrap_or(run.len())];
        match meant(run) {
            Some(meant) => {
                out.push_str(&meant);
                found = true;
            }
            None => out.push_str(run),
        }
        rest = &rest[start + run.len()..];
    }
    out.push_str(rest);
    found.then_some(out)
}

/// The sign of Windows-1252 that was read as this control of ISO 8859-1 (U+0080 to U+009F); five of them stand for none.
pub(super) fn misread(control: char) -> Option<char> {
    let byte = u8::try_from(u32::from(control)).ok().filter(|byte| (0x80..0xA0).contains(byte))?;
    let mut sign = String::new();
    windows_1252(&[byte], &mut sign);
    sign.chars().next().filter(|sign| *sign != control && !sign.is_control() && *sign != '\u{FFFD}')
}

/// What a run of signs was meant to be.
fn meant(run: &str) -> Option<String> {
    let seen: String = run.chars().map(|c| misread(c).unwrap_or(c)).collect();
    meant_by(&seen).or_else(|| (seen != run).then_some(seen))
}

fn meant_by(run: &str) -> Option<String> {
    let usual = |c: char| c.is_alphabetic() || matches!(c, '\u{2010}'..='\u{2026}' | '€' | '«' | '»' | '°' | '\u{A0}');
    let mut last = None;
    let mut present = run.to_owned();
    for _ in 0..MOST {
        let Some(plain) = to_windows_1252(&present).and_then(|bytes| String::from_utf8(bytes).ok()) else { break };
        if plain == present {
            break;
        }
        if plain.chars().all(usual) {
            last = Some(plain.clone());
        }
        present = plain;
    }
    last
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn damaged_accents_come_back_and_others_stay() {
        for (damaged, plain) in [
            ("MÃ©diathÃ¨que", "Médiathèque"),
            ("Lâ€™Ã‰toile", "L’Étoile"),
            ("CÅ“ur", "Cœur"),
            ("NÂ° 3", "N° 3"),
            ("MÃƒÂ©diathÃƒÂ¨que", "Médiathèque"),
            ("Ã\u{a0} la carte", "à la carte"),
            ("Â«Â\u{a0}l'Å“uvreÂ\u{a0}Â»", "«\u{a0}l'œuvre\u{a0}»"),
            ("MÃ©diathèque mélangée", "Médiathèque mélangée"),
            ("l\u{92}\u{8C}uvre \u{96} 5 \u{80}", "l’Œuvre – 5 €"),
            ("Ã\u{89}cole", "École"),
        ] {
            assert_eq!(undamaged(damaged).as_deref(), Some(plain), "{damaged}");
        }
        for text in ["Médiathèque", "SÃO PAULO", "Â", "Château", "â€", "Ça", "日本Ã©", "40 Å", "l’« espace »", "a\u{9D}b", ""]
        {
            assert_eq!(undamaged(text), None, "{text}");
        }
    }
}
