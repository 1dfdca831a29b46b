//! What rows and columns are called in a kind of file.

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

    /// What to do with one that is no place, in French.
    pub(super) fn to_delete(self) -> &'static str {
        match self {
            Self::Row | Self::Line => "supprimez-la",
            Self::Element => "supprimez-le",
        }
    }
}

/// The letters of a column, from 0, in a spreadsheet: A, B… Z, AA.
pub fn letters(column: usize) -> String {
    let mut left = column + 1;
    let mut letters = Vec::new();
    while left > 0 {
        letters.push(char::from(b'A' + u8::try_from((left - 1) % 26).unwrap_or_default()));
        left = (left - 1) / 26;
    }
    letters.into_iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::letters;

    #[test]
    fn columns_have_the_letters_of_a_spreadsheet() {
        assert_eq!([0, 25, 26, 32, 701, 702].map(letters), ["A", "Z", "AA", "AG", "ZZ", "AAA"]);
    }
}
