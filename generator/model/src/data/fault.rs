//! Rules about the way a file is written, as opposed to what its cells say.

use crate::Level;

/// A rule about a file, its header or the shape of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FileRule {
    /// It cannot be read as a table.
    Unreadable,
    /// There is not one byte in it.
    Empty,
    /// A header and no row.
    NoRow,
    /// It stops in the middle of a row.
    Truncated,
    /// Reading stopped before the end.
    Capped,
    /// Another sheet of the workbook looks like the one that is read.
    OtherSheet,
    /// Rows stand above the header.
    AboveHeader,
    /// A row or a column of a sheet is not shown.
    Hidden,
    /// Cells of a sheet are merged.
    Merged,
    /// Not UTF-8.
    Encoding,
    /// Cells are not separated as the standard says.
    Delimiter,
    /// A column that must be there is not, or an optional one.
    MissingColumn,
    /// A column is not of the standard.
    UnknownColumn,
    /// Two columns are the same field.
    DuplicateColumn,
    /// A column is recognised, and its name is not the one of the standard.
    MisnamedColumn,
    /// Columns are not in the order of the standard.
    ColumnOrder,
    /// A column has no name.
    UnnamedColumn,
    /// A quote opens or closes where it should not.
    StrayQuote,
    /// A cell that is not between quotes holds some.
    BareQuote,
    /// A comma lacks between two elements of a list, or is one too many.
    StrayComma,
    /// A list stands where a column takes one value.
    ListForOne,
    /// A row is longer than what is read.
    LongRow,
    /// A row has fewer cells than the header.
    MissingCells,
    /// A row has more cells than the header.
    ExtraCells,
    /// A row has nothing in it.
    BlankRow,
    /// A row holds the names of the header.
    RepeatedHeader,
    /// Two rows describe one place.
    SamePlace,
    /// A cell holds characters that cannot be seen.
    ControlCharacter,
    /// Accents were damaged by a program.
    Mojibake,
    /// Codes of a web page stand for characters.
    Entity,
    /// A cell would be run as a formula by a spreadsheet.
    Formula,
}

impl FileRule {
    /// Every rule, in the order in which pages show them.
    pub const ALL: [Self; 31] = [
        Self::Unreadable,
        Self::Empty,
        Self::NoRow,
        Self::Truncated,
        Self::Capped,
        Self::OtherSheet,
        Self::AboveHeader,
        Self::Hidden,
        Self::Merged,
        Self::Encoding,
        Self::Delimiter,
        Self::MissingColumn,
        Self::UnknownColumn,
        Self::DuplicateColumn,
        Self::MisnamedColumn,
        Self::ColumnOrder,
        Self::UnnamedColumn,
        Self::StrayQuote,
        Self::BareQuote,
        Self::StrayComma,
        Self::ListForOne,
        Self::LongRow,
        Self::MissingCells,
        Self::ExtraCells,
        Self::BlankRow,
        Self::RepeatedHeader,
        Self::SamePlace,
        Self::ControlCharacter,
        Self::Mojibake,
        Self::Entity,
        Self::Formula,
    ];

    /// Stable id, in kebab case.
    pub fn id(self) -> &'static str {
        match self {
            Self::Unreadable => "donnees-illisibles",
            Self::Empty => "donnees-vides",
            Self::NoRow => "sans-ligne",
            Self::Truncated => "fichier-coupe",
            Self::Capped => "lecture-arretee",
            Self::OtherSheet => "feuille-non-lue",
            Self::AboveHeader => "lignes-avant-l-en-tete",
            Self::Hidden => "partie-masquee",
            Self::Merged => "cases-fusionnees",
            Self::Encoding => "encodage-du-fichier",
            Self::Delimiter => "separateur",
            Self::MissingColumn => "colonne-manquante",
            Self::UnknownColumn => "colonne-inconnue",
            Self::DuplicateColumn => "colonne-en-double",
            Self::MisnamedColumn => "colonne-mal-nommee",
            Self::ColumnOrder => "colonnes-en-desordre",
            Self::UnnamedColumn => "colonne-sans-nom",
            Self::StrayQuote => "guillemet-mal-ferme",
            Self::BareQuote => "guillemet-sans-cadre",
            Self::StrayComma => "virgule-mal-placee",
            Self::ListForOne => "liste-pour-une-valeur",
            Self::LongRow => "ligne-trop-longue",
            Self::MissingCells => "cases-manquantes",
            Self::ExtraCells => "cases-en-trop",
            Self::BlankRow => "ligne-vide",
            Self::RepeatedHeader => "en-tete-repete",
            Self::SamePlace => "lieu-en-double",
            Self::ControlCharacter => "caractere-invisible",
            Self::Mojibake => "accents-abimes",
            Self::Entity => "codes-de-page-web",
            Self::Formula => "formule",
        }
    }

    /// Whether it says that a part of the file was there and could not be read.
    pub fn is_of_unread(self) -> bool {
        matches!(self, Self::Unreadable | Self::Truncated | Self::LongRow | Self::Capped)
    }

    /// The rule of that id.
    pub fn by_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rule| rule.id() == id)
    }

    /// How much it weighs; a missing column weighs less when the field is optional.
    pub fn level(self) -> Level {
        match self {
            Self::OtherSheet
            | Self::Hidden
            | Self::Merged
            | Self::Delimiter
            | Self::UnknownColumn
            | Self::ColumnOrder
            | Self::UnnamedColumn
            | Self::BareQuote
            | Self::BlankRow
            | Self::SamePlace
            | Self::ControlCharacter
            | Self::Mojibake
            | Self::Entity
            | Self::Formula => Level::Recommendation,
            _ => Level::Blocking,
        }
    }

    /// All the levels at which it may weigh, the gravest first.
    pub fn levels(self) -> &'static [Level] {
        match (self, self.level()) {
            (Self::MissingColumn, _) => &[Level::Blocking, Level::Recommendation],
            (_, Level::Blocking) => &[Level::Blocking],
            (_, Level::Recommendation) => &[Level::Recommendation],
        }
    }
}

/// Something wrong with the way a file, its header or a row is written, in French.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The rule.
    pub rule: FileRule,
    /// How much it weighs here.
    pub level: Level,
    /// The row, as a spreadsheet numbers it: 1 for the header; `None` for the file as a whole.
    pub row: Option<u64>,
    /// The column, from 0, when one is meant.
    pub column: Option<usize>,
    /// Rank in [`crate::Standard::fields`] of a field that is meant and that no column is.
    pub field: Option<usize>,
    /// The text that is wrong, when one is meant: the name of a column.
    pub value: Option<String>,
    /// What that text should be, when there is one safe way.
    pub correction: Option<String>,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: String,
}

impl Fault {
    /// A fault of the usual level of its rule.
    pub fn new(rule: FileRule, row: Option<u64>, message: impl Into<String>, help: impl Into<String>) -> Self {
        let (message, help) = (message.into(), help.into());
        Self { rule, level: rule.level(), row, column: None, field: None, value: None, correction: None, message, help }
    }
}
