//! Mutated copies of the real sources: never a panic, and either findings or a standard from which all is emitted.
//!
//! The mutations are drawn from a fixed seed: a failure comes back at each run.

use standard_mediation_codegen::{emit, source};
use standard_mediation_model::Level;

use crate::dice::Dice;
use crate::support::{root, sources};

/// What is put in: what people type, what tools write, what breaks parsers.
const INSERTS: [&str; 34] = [
    "", " ", "\n", "\t", ":", ": ", "- ", "\"", "'", "[", "]", "{", "}", "#", " #", "&a ", "*a", "!!str ", "|", ">-\n", "%",
    "---\n", "...\n", "é", "’", "\u{a0}", "\u{feff}", "\u{0}", "null", "true", "1e309", "<b>", "{{x}}", "\r",
];

fn mutated(text: &str, dice: &mut Dice) -> String {
    let boundaries: Vec<usize> = text.char_indices().map(|(i, _)| i).chain([text.len()]).collect();
    let mut at = || boundaries[dice.below(boundaries.len())];
    let (a, b) = (at(), at());
    let (start, end) = (a.min(b), a.max(b));
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    match dice.below(6) {
        0 => format!("{}{}{}", &text[..start], INSERTS[dice.below(INSERTS.len())], &text[start..]),
        1 => {
            let end = boundaries.iter().copied().find(|i| *i > start + dice.below(12)).unwrap_or(end);
            format!("{}{}", &text[..start], &text[end.max(start)..])
        }
        2 => text[..start].to_owned(),
        3 => {
            let (from, to) = (dice.below(lines.len()), dice.below(lines.len()));
            let mut lines = lines.clone();
            let line = lines.remove(from);
            lines.insert(to.min(lines.len()), line);
            lines.concat()
        }
        4 => {
            let line = dice.below(lines.len());
            let mut lines = lines.clone();
            lines.insert(line, lines[line]);
            lines.concat()
        }
        _ => text.replace(if dice.below(2) == 0 { "true" } else { "1.0.0" }, INSERTS[dice.below(INSERTS.len())]),
    }
}

#[test]
fn no_mutation_of_the_sources_panics() {
    let real = sources(&root().join("schema"));
    let paths: Vec<&String> = real.keys().filter(|path| path.ends_with(".yaml")).collect();
    let mut dice = Dice(0x5EED_2026);
    let (mut refused, mut accepted) = (0, 0);
    for round in 0..400 {
        let mut sources = real.clone();
        for _ in 0..=dice.below(2) {
            let path = paths[dice.below(paths.len())];
            let text = String::from_utf8_lossy(&sources[path]).into_owned();
            sources.insert(path.clone(), mutated(&text, &mut dice).into_bytes());
        }
        let loaded = source::load(&sources);
        let blocked = loaded.findings.iter().any(|finding| finding.level == Level::Blocking);
        assert_eq!(loaded.standard.is_none(), blocked, "round {round}: {:?}", loaded.findings);
        for finding in &loaded.findings {
            assert!(!finding.message.is_empty() && !finding.help.is_empty(), "{finding:?}");
            if let (Some(span), Some(text)) = (finding.place.span, loaded.texts.get(&finding.place.path)) {
                assert!(text.get(span.start..span.end).is_some(), "round {round}: {finding:?}");
            }
        }
        match loaded.standard {
            // Emitting is slow without optimisation: one in eight is enough to try them all.
            Some(standard) if accepted % 8 == 0 => {
                accepted += 1;
                assert!(!emit::all(&standard).is_empty());
            }
            Some(_) => accepted += 1,
            None => refused += 1,
        }
    }
    assert!(refused > 50 && accepted > 10, "the mutations no longer hurt as they should: {refused} refused, {accepted} accepted");
}
