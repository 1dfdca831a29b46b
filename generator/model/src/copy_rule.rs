//! Ids of what may be wrong with a copy of the vocabularies.

use crate::Level;

/// A rule about a copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CopyRule {
    /// A curly apostrophe where the value has a straight one, or the other way round.
    Apostrophe,
    /// An accent or a capital that is not the one of the value.
    Accent,
    /// A space too many, too few, or of another kind.
    Space,
    /// Text glued to a value.
    Glued,
    /// Nearly a value.
    Near,
    /// A value of an older version.
    Former,
    /// A list that holds most of a vocabulary but not all.
    Incomplete,
    /// Letters damaged by a wrong character encoding.
    Encoding,
}

impl CopyRule {
    /// Every rule, in the order in which pages show them.
    pub const ALL: [Self; 8] =
        [Self::Apostrophe, Self::Accent, Self::Space, Self::Glued, Self::Near, Self::Former, Self::Incomplete, Self::Encoding];

    /// Stable id, in kebab case.
    pub fn id(self) -> &'static str {
        match self {
            Self::Apostrophe => "copie-apostrophe",
            Self::Accent => "copie-accent",
            Self::Space => "copie-espace",
            Self::Glued => "copie-texte-colle",
            Self::Near => "copie-presque",
            Self::Former => "copie-ancienne",
            Self::Incomplete => "copie-incomplete",
            Self::Encoding => "copie-encodage",
        }
    }

    /// Data written from the copy would be refused, or may only be poorer.
    pub fn level(self) -> Level {
        match self {
            Self::Near | Self::Incomplete => Level::Recommendation,
            _ => Level::Blocking,
        }
    }
}
