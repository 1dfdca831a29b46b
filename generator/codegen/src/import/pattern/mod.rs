//! What a pattern of somebody else's schema means for us.
//!
//! In: a regular expression as Python and ECMA-262 write them. Out: a closed list, a list of values of one form, or one
//! form; always in the portable subset that our sources demand, with what had to be corrected to get there.
//!
//! ```text
//! (?:(?:^|\|)(Fixe|ORDI 3.0))+$   →   values Fixe, ORDI 3.0, separator |; corrected: leading separator, dot
//! ^(\d{5})(;\d{5})*$              →   form [0-9]{5}, separator ;;         corrected: \d
//! ^[a-z]+$                        →   form [a-z]+
//! ```
//!
//! Decided on the tree of the expression, never on its text.

mod list;
mod print;
mod read;
mod words;

use standard_mediation_model::pattern;

pub(super) use list::Shape;

/// What had to change, or could not be kept to the letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Note {
    /// An unescaped dot among values, read as a dot.
    LiteralDot,
    /// A useless group among values, read as parentheses.
    LiteralParentheses,
    /// The same value twice.
    Repeated,
    /// A separator before the first value was accepted.
    LeadingSeparator,
    /// A separator after the last value was accepted.
    TrailingSeparator,
    /// Values glued together, without separator, were accepted.
    Glued,
    /// Several separators were accepted; one is kept.
    SeveralSeparators,
    /// Spaces around the separator were accepted.
    SpacedSeparator,
    /// The number of values was bounded.
    Count,
    /// An empty part is now pointed at, no longer refused.
    EmptyPart,
    /// A choice at the top, without parentheses: some engines read `^a` or `b$`.
    Ungrouped,
    /// No anchors: some engines only search.
    Unanchored,
    /// `\d` took the digits of every script.
    Digits,
    /// `\w` took the letters of every script.
    Words,
    /// `\s` took every kind of space.
    Spaces,
    /// `.` differs on line ends.
    Dot,
    /// `(?i)` written out.
    Case,
    /// `(?i)` around values, which are now taken to the letter.
    CaseOfValues,
    /// `\p{…}`, read by few engines.
    UnicodeClass,
}

impl Note {
    /// What it changes, as the end of a sentence about the field.
    pub(super) fn words(self) -> &'static str {
        match self {
            Self::LiteralDot => {
                "un point sans barre oblique inverse acceptait n'importe quel signe : il vaut maintenant un point"
            }
            Self::LiteralParentheses => {
                "des parenthèses sans barre oblique inverse n'étaient pas demandées dans la valeur : elles le sont maintenant"
            }
            Self::Repeated => "une valeur donnée deux fois n'est gardée qu'une fois",
            Self::LeadingSeparator => "un séparateur avant la première valeur était accepté : il ne l'est plus",
            Self::TrailingSeparator => "un séparateur après la dernière valeur était accepté : il ne l'est plus",
            Self::Glued => "deux valeurs collées, sans séparateur, étaient acceptées : elles ne le sont plus",
            Self::SeveralSeparators => "plusieurs séparateurs étaient acceptés : un seul est gardé",
            Self::SpacedSeparator => "des espaces autour du séparateur étaient acceptées : elles ne le sont plus",
            Self::Count => "le nombre de valeurs d'une case était borné : il ne l'est plus",
            Self::EmptyPart => "une partie vide dans la liste était refusée : elle est maintenant signalée sans être refusée",
            Self::Ungrouped => {
                "un choix sans parenthèses se lisait de deux façons : chaque choix vaut maintenant pour la case entière"
            }
            Self::Unanchored => {
                "sans ^ ni $, certains outils cherchaient la forme au milieu du texte : elle vaut maintenant pour la case entière"
            }
            Self::Digits => "\\d acceptait les chiffres de toutes les écritures : seuls 0 à 9 sont gardés",
            Self::Words => "\\w n'a pas le même sens partout : il vaut maintenant les lettres latines, les chiffres et _",
            Self::Spaces => "\\s acceptait toutes les espaces et les fins de ligne : seule l'espace ordinaire est gardée",
            Self::Dot => "le point vaut maintenant n'importe quel signe sauf la fin de ligne, pour tous les outils",
            Self::Case => "l'option (?i) est remplacée par les deux casses de chaque lettre",
            Self::CaseOfValues => "l'option (?i) acceptait toutes les casses : les valeurs s'écrivent maintenant à la lettre",
            Self::UnicodeClass => "\\p{…} n'est pas connu partout : il vaut maintenant les lettres ou chiffres latins",
        }
    }
}

/// Longest form that is kept, in bytes; a closed list has no such limit.
const MAX_FORM: usize = 20_000;

/// What was understood of a pattern.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Understood {
    pub(super) shape: Shape,
    /// Sorted, each once.
    pub(super) notes: Vec<Note>,
}

/// Reads a pattern. The error says, in French, why it has no place here.
pub(super) fn understand(expression: &str, preferred: &[char]) -> Result<Understood, String> {
    let mut notes = Vec::new();
    let tree = read::read(expression, &mut notes)?;
    let mut understood = list::understand(tree, notes, preferred)?;
    if let Shape::One(form) | Shape::List { form, .. } = &understood.shape {
        if form.len() > MAX_FORM {
            return Err("elle est trop longue pour être lue par une personne".into());
        }
        pattern::compile(form).map_err(|_| "elle est trop grande pour être lue".to_owned())?;
    }
    understood.notes.sort();
    understood.notes.dedup();
    Ok(understood)
}

#[cfg(test)]
mod tests;
