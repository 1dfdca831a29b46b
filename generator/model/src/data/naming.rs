//! Names of columns, as people write them.
//!
//! In: the fields of a standard. Out: for a name read at the head of a file, the field that it surely stands for, or the
//! one that it may stand for. A guess is a question to a person: nothing is ever read on the strength of one.

use std::collections::BTreeMap;

use rapidfuzz::distance::osa;

use crate::{Standard, hint};

/// What a name has in common with the one of a field, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Likeness {
    /// The same letters: only case, accents, spaces and signs differ.
    Name,
    /// It is the title of the field.
    Title,
    /// A name that the field had, or one that the standard declares as seen in real files.
    Other,
    /// One of these, without plurals and small words.
    Loose,
}

/// Letters and digits of a name, without case, accents, spaces or signs: two names with the same key are one.
pub fn column_key(name: &str) -> String {
    words(name).concat()
}

fn words(name: &str) -> Vec<String> {
    let plain = hint::folded(&name.replace("(s)", "s"));
    plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// The key of a name without plurals and small words.
pub(super) fn loose(name: &str) -> String {
    const SMALL: [&str; 11] = ["a", "au", "d", "de", "des", "du", "et", "l", "la", "le", "les"];
    let words = words(name).into_iter().filter(|word| !SMALL.contains(&word.as_str()));
    words.map(|word| if word.len() > 3 { word.trim_end_matches(['s', 'x']).to_owned() } else { word }).collect()
}

/// The names of the fields of a standard.
#[derive(Debug)]
pub(super) struct Names {
    /// For each likeness, the fields of each key.
    keys: [(Likeness, BTreeMap<String, Vec<usize>>); 4],
    /// Words of the names, titles and aliases of each field.
    words: Vec<Vec<Vec<String>>>,
}

impl Names {
    pub(super) fn new(standard: &Standard) -> Self {
        let mut keys =
            [Likeness::Name, Likeness::Title, Likeness::Other, Likeness::Loose].map(|likeness| (likeness, BTreeMap::new()));
        let mut put = |likeness: Likeness, key: String, field: usize| {
            let fields: &mut Vec<usize> = keys[likeness as usize].1.entry(key).or_default();
            if !fields.contains(&field) {
                fields.push(field);
            }
        };
        let mut all_words = Vec::new();
        for (i, field) in standard.fields.iter().enumerate() {
            let former = field.former_names.iter().map(|former| &former.name);
            let other: Vec<&String> = former.chain(&field.aliases).collect();
            put(Likeness::Name, column_key(&field.name), i);
            put(Likeness::Title, column_key(&field.title), i);
            for name in &other {
                put(Likeness::Other, column_key(name), i);
            }
            let all = [&field.name, &field.title].into_iter().chain(other);
            for name in all.clone() {
                put(Likeness::Loose, loose(name), i);
            }
            all_words.push(all.map(|name| words(name)).filter(|words| !words.is_empty()).collect());
        }
        Self { keys, words: all_words }
    }

    /// The field that a name surely stands for.
    pub(super) fn sure(&self, name: &str) -> Option<(Likeness, usize)> {
        match self.claims(name) {
            (likeness, [field]) => Some((likeness, *field)),
            _ => None,
        }
    }

    /// The fields that a name stands for: several for a column that was split since.
    pub(super) fn claims(&self, name: &str) -> (Likeness, &[usize]) {
        let (key, loose) = (column_key(name), loose(name));
        for (likeness, keys) in &self.keys {
            let key = if *likeness == Likeness::Loose { &loose } else { &key };
            if let Some(fields) = keys.get(key).filter(|_| !key.is_empty()) {
                return (*likeness, fields);
            }
        }
        (Likeness::Loose, &[])
    }

    /// The field, of those `among`, that a name may stand for: a typing mistake, a name that starts with its own, with or
    /// without « n° » before, or one word that only its own starts with.
    pub(super) fn guess(&self, name: &str, among: impl Iterator<Item = usize> + Clone) -> Option<usize> {
        let given = words(name);
        let key = given.concat();
        if key.len() > 80 {
            return None;
        }
        let bare = given.strip_prefix(&["n".to_owned()]).unwrap_or(&given);
        let mut best: Option<((usize, usize), usize)> = None;
        for field in among.clone() {
            for known in &self.words[field] {
                let cost = if bare.starts_with(known) && known[0].len() > 2 {
                    // The longest name that begins the same way.
                    (2, usize::MAX - known.len())
                } else {
                    (mistakes(&key, &known.concat()).unwrap_or(usize::MAX), 0)
                };
                if cost.0 <= 2 && best.is_none_or(|(other, _)| cost < other) {
                    best = Some((cost, field));
                }
            }
        }
        best.map(|(_, field)| field).or_else(|| self.starting_with(&given, among))
    }

    /// The only field, of all, of which a name starts with this word; one of those `among`.
    fn starting_with(&self, given: &[String], mut among: impl Iterator<Item = usize>) -> Option<usize> {
        let [word] = given else { return None };
        let starts = |names: &[Vec<String>]| names.iter().any(|name| name[0] == *word);
        let mut fields = self.words.iter().enumerate().filter(|(_, names)| starts(names)).map(|(field, _)| field);
        let only = fields.next().filter(|_| word.len() > 3 && fields.next().is_none())?;
        among.any(|field| field == only).then_some(only)
    }
}

/// Number of typing mistakes between two keys, when there are few for their length.
fn mistakes(a: &str, b: &str) -> Option<usize> {
    let shortest = a.len().min(b.len());
    if a.len().abs_diff(b.len()) > 2 || shortest < 3 {
        return None;
    }
    let distance = osa::distance(a.chars(), b.chars());
    (distance * 3 <= shortest && distance <= 2).then_some(distance)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_with_the_same_letters_are_one() {
        for name in ["code_postal", "Code postal", "CODE-POSTAL", "\u{feff}code_postal", " \"code postal\" ", "codePostal"] {
            assert_eq!(column_key(name), "codepostal", "{name}");
        }
        assert_eq!(column_key("Présentation résumé"), column_key("presentation_resume"));
        assert_eq!(column_key("Courriel(s)"), "courriels");
        assert_eq!(column_key(" -_ "), "");
        assert_eq!(loose("Complément de l'adresse"), loose("complements_adresses"));
    }

    #[test]
    fn a_few_mistakes_for_the_length_of_the_name() {
        assert_eq!(mistakes("longitute", "longitude"), Some(1));
        assert_eq!(mistakes("lognitude", "longitude"), Some(1));
        assert_eq!(mistakes("num", "nom"), Some(1));
        assert_eq!(mistakes("nul", "nom"), None);
        assert_eq!(mistakes("latitude", "longitude"), None);
        assert_eq!(mistakes("ia", "id"), None);
    }
}
