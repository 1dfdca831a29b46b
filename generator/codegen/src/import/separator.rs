//! The sign between the values of one cell, when no expression says it: from the example, else from the description.

use standard_mediation_model::hint;

/// The signs that publishers use.
const SIGNS: [char; 3] = ['|', ';', ','];

/// How a description names them, folded, the longest name first.
const NAMES: [(&str, char); 8] = [
    ("point-virgule", ';'),
    ("points-virgules", ';'),
    ("point virgule", ';'),
    ("barre verticale", '|'),
    ("barres verticales", '|'),
    ("pipe", '|'),
    ("virgule", ','),
    ("tube", '|'),
];

/// What is understood, and from where.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Deduced {
    pub(super) sign: char,
    /// In French, as the end of « d'après … ».
    pub(super) source: &'static str,
    /// What the description says, when the example says otherwise.
    pub(super) contradicted: Option<char>,
}

/// The separator of a free list; `None` when nothing says that a cell holds several values.
pub(super) fn deduced(example: Option<&str>, description: Option<&str>) -> Option<Deduced> {
    let said = description.and_then(described);
    match (example.and_then(shown), said) {
        (Some(sign), said) => Some(Deduced { sign, source: "l'exemple", contradicted: said.filter(|said| *said != sign) }),
        (None, Some(sign)) if description.is_some_and(plural) => {
            Some(Deduced { sign, source: "la description", contradicted: None })
        }
        _ => None,
    }
}

/// Signs that stand in the example or the description, best first: they settle an expression that takes several.
pub(super) fn hinted(example: Option<&str>, description: Option<&str>) -> Vec<char> {
    let in_example = SIGNS.into_iter().filter(|sign| example.is_some_and(|text| text.contains(*sign)));
    in_example.chain(description.and_then(described)).collect()
}

/// The separator that an example shows. A semicolon before a space is one of opening hours or of a sentence; a comma is
/// everywhere, and only counts between addresses.
fn shown(example: &str) -> Option<char> {
    SIGNS.into_iter().find(|sign| {
        let parts: Vec<&str> = example.split(*sign).collect();
        let filled = parts.len() > 1 && parts.iter().all(|part| !part.trim().is_empty());
        filled
            && match sign {
                ';' => parts.iter().skip(1).all(|part| !part.starts_with(' ')),
                ',' => parts.iter().all(|part| is_address(part)),
                _ => true,
            }
    })
}

fn is_address(part: &str) -> bool {
    let part = part.trim();
    !part.contains(' ') && (part.starts_with("https://") || part.starts_with("http://") || part.contains('@'))
}

/// The sign that the description names soon after the word « séparer ».
fn described(description: &str) -> Option<char> {
    let folded = hint::folded(description);
    folded.match_indices("separ").find_map(|(at, _)| {
        let sentence: String = folded[at..].chars().take(90).collect();
        let quoted = SIGNS.into_iter().filter_map(|sign| {
            let marks = [('`', '`'), ('\'', '\''), ('"', '"'), ('(', ')')];
            let spellings = marks.map(|(open, close)| format!("{open}{sign}{close}"));
            let spellings = spellings.into_iter().chain([format!("« {sign} »"), format!(" {sign} ")]);
            spellings.filter_map(|spelling| sentence.find(&spelling.replace('`', "'"))).min().map(|at| (at, sign))
        });
        let named = NAMES.into_iter().filter_map(|(name, sign)| sentence.find(name).map(|at| (at, sign)));
        named.chain(quoted).min_by_key(|(at, _)| *at).map(|(_, sign)| sign)
    })
}

fn plural(description: &str) -> bool {
    let folded = hint::folded(description);
    ["plusieurs", "multiple", "les valeurs", "liste", "chaque", "differents", "differentes"]
        .iter()
        .any(|word| folded.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_example_shows_it() {
        for (example, sign) in [
            ("a|b", Some('|')),
            ("TIERS_LIEUX;ASSO", Some(';')),
            ("https://a.fr,https://b.fr", Some(',')),
            ("a@b.fr,c@d.fr", Some(',')),
            ("Mo-Fr 09:00-12:00,14:00-18:30; Sa 08:30-12:00", None),
            ("12, rue de la Paix", None),
            ("Une phrase ; une autre", None),
            ("a|", None),
            ("seul", None),
        ] {
            assert_eq!(shown(example), sign, "{example}");
        }
    }

    #[test]
    fn the_description_says_it() {
        for (description, sign) in [
            ("Plusieurs adresses, séparées par un `|`.", Some('|')),
            ("Plusieurs valeurs séparées par des points-virgules", Some(';')),
            ("Les valeurs sont séparées par une virgule, sans espace", Some(',')),
            ("Liste de noms séparés par « ; »", Some(';')),
            ("Séparé de la route", None),
            ("Le nom et le prénom, séparés par une virgule", None),
        ] {
            assert_eq!(deduced(None, Some(description)).map(|deduced| deduced.sign), sign, "{description}");
        }
        let found = deduced(Some("a;b"), Some("Plusieurs valeurs, séparées par une virgule")).expect("a list");
        assert_eq!((found.sign, found.contradicted), (';', Some(',')));
    }
}
