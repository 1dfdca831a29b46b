//! Ids of the rules that one cell may break.

use crate::Kind;

/// A rule about one cell, or one column for [`CellRule::Unique`]. Sharper ones are [`crate::Check`]s.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CellRule {
    /// A required cell is empty.
    Required,
    /// Two rows share a value that must be unique.
    Unique,
    /// Not a number.
    Number,
    /// Not a day of the calendar.
    Date,
    /// Not of the kind the field asks for, when that is neither a number nor a day.
    Kind,
    /// Not of the form the field asks for.
    Pattern,
    /// Too many characters, or too few.
    Length,
    /// Not one of the values of the list.
    Vocabulary,
    /// An empty part in a list.
    EmptyPart,
    /// Below the smallest number or above the greatest.
    Bounds,
    /// The same part twice in a list.
    Duplicate,
    /// White space around the content.
    Spaces,
    /// A text that says that there is nothing to say.
    Nothing,
}

impl CellRule {
    /// Every rule, in the order in which pages show them.
    pub const ALL: [Self; 13] = [
        Self::Required,
        Self::Unique,
        Self::Number,
        Self::Date,
        Self::Kind,
        Self::Pattern,
        Self::Length,
        Self::Vocabulary,
        Self::EmptyPart,
        Self::Bounds,
        Self::Duplicate,
        Self::Spaces,
        Self::Nothing,
    ];

    /// The rule that says a cell is not of a kind; `None` for a kind that any text is of.
    pub fn of_kind(kind: Kind, format: Option<&str>) -> Option<Self> {
        match (kind, format) {
            (Kind::Text, None | Some("binary" | "default")) | (Kind::Date | Kind::DateTime | Kind::Time, Some("any")) => None,
            (Kind::Number | Kind::Integer, _) => Some(Self::Number),
            (Kind::Date, _) => Some(Self::Date),
            _ => Some(Self::Kind),
        }
    }

    /// Stable id, in kebab case, carried by findings and counter-examples.
    pub fn id(self) -> &'static str {
        match self {
            Self::Required => "obligatoire",
            Self::Unique => "unique",
            Self::Number => "nombre",
            Self::Date => "date",
            Self::Kind => "type",
            Self::Pattern => "motif",
            Self::Length => "longueur",
            Self::Vocabulary => "vocabulaire",
            Self::EmptyPart => "partie-vide",
            Self::Bounds => "bornes",
            Self::Duplicate => "doublon",
            Self::Spaces => "espaces",
            Self::Nothing => "sans-contenu",
        }
    }
}
