//! What is said of the values that do not simply go on.
//!
//! In: what the mover met. Out: one [`Line`] a value that is lost or that waits for a person, with its row; one [`Done`]
//! a kind of change that went well, with its count: nobody reads two million lines that say the same.

use super::Question;
use crate::count::counted;
use crate::data::FileRule;

/// The three piles of a report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Pile {
    /// The new file says it.
    Done,
    /// No column of the new file keeps it.
    Lost,
    /// A person must look at it.
    ToArbitrate,
}

impl Pile {
    /// The French word.
    pub fn word(self) -> &'static str {
        match self {
            Self::Done => "fait",
            Self::Lost => "perdu",
            Self::ToArbitrate => "à arbitrer",
        }
    }
}

/// A value that is lost, or that waits for a person.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Line<'v, 'p> {
    /// The row, as the caller numbers it.
    pub row: u64,
    /// The column, by its name in the old file.
    pub column: &'p str,
    /// The value, to the letter.
    pub value: &'v str,
    /// What happened, in words of the plan.
    pub reason: Reason<'p>,
}

/// What happened to a value.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Reason<'a> {
    /// Its column is in no later version; the text says what can be done.
    DroppedColumn(&'a str),
    /// No value replaces it; the text says what can be done.
    NoTarget(&'a str),
    /// A person answered that nothing keeps it.
    Refused(&'a Question),
    /// This column of the new file already holds another text, and only takes one.
    Taken(&'a str),
    /// It stands after the last column of the header.
    NoColumn,
    /// Nobody answered the question yet.
    Unanswered(&'a Question),
    /// It is in neither vocabulary: it was carried over to this column as it is.
    Unknown(&'a str),
    /// The new version takes at most that many characters: it was carried over whole.
    TooLong(usize),
    /// It holds the sign that parts the values of the new version: it was carried over as it is.
    HoldsSeparator(char),
    /// It breaks a rule of the new version, which the text tells: it was carried over as it is.
    ToCheck(&'a str),
    /// The row has that many cells and the header that many: those that lack are written empty. No value is meant.
    ShortRow(usize, usize),
}

impl Reason<'_> {
    /// Where it is filed.
    pub fn pile(self) -> Pile {
        match self {
            Self::DroppedColumn(_) | Self::NoTarget(_) | Self::Refused(_) | Self::Taken(_) | Self::NoColumn => Pile::Lost,
            Self::Unanswered(_)
            | Self::Unknown(_)
            | Self::TooLong(_)
            | Self::HoldsSeparator(_)
            | Self::ToCheck(_)
            | Self::ShortRow(..) => Pile::ToArbitrate,
        }
    }

    /// Stable name of the kind, for machines.
    pub fn id(self) -> &'static str {
        match self {
            Self::DroppedColumn(_) => "colonne-retiree",
            Self::NoTarget(_) => "valeur-sans-suite",
            Self::Refused(_) => "valeur-ecartee",
            Self::Taken(_) => "place-prise",
            Self::NoColumn => "case-sans-colonne",
            Self::Unanswered(_) => "question",
            Self::Unknown(_) => "valeur-inconnue",
            Self::TooLong(_) => "texte-trop-long",
            Self::HoldsSeparator(_) => "separateur-dans-valeur",
            Self::ToCheck(_) => "a-verifier",
            Self::ShortRow(..) => FileRule::MissingCells.id(),
        }
    }

    /// Whether the new file holds the value all the same.
    pub fn is_kept(self) -> bool {
        matches!(self, Self::Unknown(_) | Self::TooLong(_) | Self::HoldsSeparator(_) | Self::ToCheck(_))
    }

    /// What happened and what to do, in French.
    pub fn sentence(self) -> String {
        match self {
            Self::DroppedColumn(help) | Self::NoTarget(help) => help.to_owned(),
            Self::Refused(question) => {
                let answer = question.answer.as_ref().map(super::Answer::in_words).unwrap_or_default();
                format!("la réponse donnée est : {answer}")
            }
            Self::Taken(column) => format!("la colonne {column} a déjà un autre contenu et n'en prend qu'un : choisissez"),
            Self::NoColumn => "cette case dépasse la dernière colonne de l'en-tête".to_owned(),
            Self::Unanswered(question) => {
                format!("{} En attendant la réponse, le fichier écrit n'a pas cette valeur.", question.arbitration.question)
            }
            Self::Unknown(column) => {
                format!(
                    "cette valeur n'est d'aucune liste : elle est gardée telle quelle dans {column}, à corriger ; réparer le \
                     fichier avant de le convertir en retrouve souvent"
                )
            }
            Self::TooLong(longest) => {
                format!(
                    "la nouvelle version accepte {} au plus : le texte est gardé entier, à raccourcir",
                    counted(longest, "caractère", "caractères")
                )
            }
            Self::HoldsSeparator(sign) => {
                format!("cette valeur contient « {sign} », qui sépare désormais deux valeurs : remplacez ce signe")
            }
            Self::ToCheck(asked) => format!("{asked} La valeur est gardée telle quelle, à corriger."),
            Self::ShortRow(count, expected) => {
                let count = counted(count, "case", "cases");
                format!(
                    "cette ligne a {count}, l'en-tête en a {expected} : celles qui manquent sont écrites vides ; vérifiez que les \
                     autres sont dans la bonne colonne"
                )
            }
        }
    }
}

/// Values that went on under another name, counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Done<'a> {
    /// The column, by its name in the old file.
    pub column: &'a str,
    /// The value of the old file.
    pub value: &'a str,
    /// The column it went to.
    pub to_column: &'a str,
    /// The value it became.
    pub to_value: &'a str,
    /// How many cells.
    pub count: u64,
    /// In how many of them the new value was there already: they were merged.
    pub merged: u64,
}
