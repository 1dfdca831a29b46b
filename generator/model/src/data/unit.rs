//! What rows are called in a kind of file.

/// What a row is called: a person counts it the way the file shows it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Unit {
    /// A row of a table, as a spreadsheet numbers it: the header is 1.
    #[default]
    Row,
    /// A line of a file that has no header: the first is 1.
    Line,
    /// An element of a list: the first is 1.
    Element,
}

impl Unit {
    /// Its French name.
    pub fn word(self) -> &'static str {
        match self {
            Self::Row | Self::Line => "ligne",
            Self::Element => "élément",
        }
    }

    /// Those that were read, in French: one, then several.
    pub fn read(self) -> (&'static str, &'static str) {
        match self {
            Self::Row | Self::Line => ("ligne lue", "lignes lues"),
            Self::Element => ("élément lu", "éléments lus"),
        }
    }

    /// Where it is, in French: `à la ligne 3`, `à l'élément 3`.
    pub fn at(self, number: u64) -> String {
        match self {
            Self::Row | Self::Line => format!("à la ligne {number}"),
            Self::Element => format!("à l'élément {number}"),
        }
    }

    /// It, in French, shown by a finger: `cette ligne`, `cet élément`.
    pub fn this(self) -> &'static str {
        match self {
            Self::Row | Self::Line => "cette ligne",
            Self::Element => "cet élément",
        }
    }
}
