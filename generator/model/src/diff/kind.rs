//! The closed list of what may differ between two standards.
//!
//! Each kind has a stable id, in French and in kebab case, a page of that name below `templates/differences/`, and the
//! levels it may have: several when the level depends on what is around it (a column added matters more when it is
//! required).

use crate::Impact;
use crate::Impact::{Major, Minor, Patch};

macro_rules! kinds {
    ($($(#[$doc:meta])* $variant:ident $id:literal [$($level:ident),+])*) => {
        /// What differs. Serialized as its id.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub enum DifferenceKind {
            $($(#[$doc])* #[serde(rename = $id)] $variant,)*
        }

        impl DifferenceKind {
            /// Every kind, in the order in which pages show them.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// Stable id, in kebab case.
            pub fn id(self) -> &'static str {
                match self {
                    $(Self::$variant => $id,)*
                }
            }

            /// The levels it may have, heaviest first.
            pub fn impacts(self) -> &'static [Impact] {
                match self {
                    $(Self::$variant => &[$($level),+],)*
                }
            }
        }
    };
}

kinds! {
    /// A column is there that was not.
    FieldAdded "champ-ajoute" [Major, Minor]
    /// A column is no longer there.
    FieldRemoved "champ-retire" [Major]
    /// A column has another name, as [`crate::Field::former_names`] declares.
    FieldRenamed "champ-renomme" [Major]
    /// Several columns come from the same one.
    FieldSplit "champ-scinde" [Major]
    /// One column comes from several.
    FieldsMerged "champs-fusionnes" [Major]
    /// A column has another rank among those that stay.
    FieldMoved "champ-deplace" [Minor]
    /// A column belongs to another group.
    FieldGroup "champ-famille" [Patch]
    /// An empty cell is no longer allowed.
    Required "champ-obligatoire" [Major]
    /// An empty cell becomes allowed.
    Optional "champ-facultatif" [Minor]
    /// Two rows may no longer share a value.
    Unique "champ-unique" [Major, Patch]
    /// Two rows may share a value.
    NotUnique "champ-non-unique" [Minor, Patch]
    /// A cell may hold several values.
    Multiple "champ-multiple" [Minor]
    /// A cell may hold one value only.
    Single "champ-a-valeur-seule" [Major]
    /// The sign between the values of a cell is another one.
    ListSeparator "separateur-de-liste" [Major, Patch]
    /// The kind of contents takes more.
    KindWidened "type-elargi" [Minor]
    /// The kind of contents takes less.
    KindNarrowed "type-restreint" [Major]
    /// The kind of contents is another one.
    KindChanged "type-change" [Major]
    /// The kind has another name, the same cells are accepted.
    KindRewritten "type-sans-effet" [Patch]
    /// The kind stays, the way it is written (format of dates, words for yes and no, decimal sign) changes.
    Format "format-de-valeur" [Major, Minor, Patch]
    /// A form is asked for that was not.
    PatternAdded "motif-ajoute" [Major, Minor, Patch]
    /// A form is no longer asked for.
    PatternRemoved "motif-retire" [Minor, Patch]
    /// The form takes more.
    PatternWidened "motif-elargi" [Minor]
    /// The form takes less.
    PatternNarrowed "motif-restreint" [Major, Minor]
    /// The form takes other values, and no longer some of those it took.
    PatternChanged "motif-change" [Major, Minor]
    /// The form is written another way and takes the same values.
    PatternRewritten "motif-reecrit" [Patch]
    /// The form changed in a way that cannot be decided.
    PatternUnclear "motif-a-relire" [Major, Minor]
    /// A form weighs more or less.
    PatternLevel "motif-niveau" [Major, Minor]
    /// A length is asked for that was not.
    LengthAdded "longueur-ajoutee" [Major, Patch]
    /// A length is no longer asked for.
    LengthRemoved "longueur-retiree" [Minor, Patch]
    /// Lengths take more.
    LengthWidened "longueur-elargie" [Minor]
    /// Lengths take less.
    LengthNarrowed "longueur-restreinte" [Major]
    /// Lengths take more on one side, less on the other.
    LengthChanged "longueur-changee" [Major]
    /// Bounds are asked for that were not.
    BoundsAdded "bornes-ajoutees" [Major, Minor]
    /// Bounds are no longer asked for.
    BoundsRemoved "bornes-retirees" [Minor]
    /// Bounds take more.
    BoundsWidened "bornes-elargies" [Minor]
    /// Bounds take less.
    BoundsNarrowed "bornes-restreintes" [Major, Minor]
    /// Bounds take more on one side, less on the other.
    BoundsChanged "bornes-changees" [Major, Minor]
    /// Bounds weigh more or less.
    BoundsLevel "bornes-niveau" [Major, Minor]
    /// A piece of advice about values is added.
    CheckAdded "controle-ajoute" [Minor]
    /// A piece of advice about values is no longer given.
    CheckRemoved "controle-retire" [Minor]
    /// Values must come from a list.
    ListAttached "liste-attachee" [Major, Minor, Patch]
    /// Values no longer come from a list.
    ListDetached "liste-detachee" [Minor, Patch]
    /// A list weighs more or less.
    ListLevel "liste-niveau" [Major, Minor]
    /// A list has another name.
    ListRenamed "liste-renommee" [Patch]
    /// The texts around a list changed.
    ListTexts "liste-textes" [Patch]
    /// A list has one more value.
    ValueAdded "valeur-ajoutee" [Minor]
    /// A list has one value less.
    ValueRemoved "valeur-retiree" [Major, Minor]
    /// A value is exchanged under another text.
    ValueRelabelled "valeur-relibellee" [Major, Minor]
    /// A value has another code and the same text.
    ValueCode "valeur-recodee" [Minor]
    /// A value should no longer be used.
    ValueDeprecated "valeur-depreciee" [Minor]
    /// A value that should no longer be used may be again.
    ValueRestored "valeur-retablie" [Minor]
    /// A value is replaced by another one than before.
    ValueReplacement "valeur-remplacement" [Minor]
    /// The other spellings of a value changed.
    ValueAliases "valeur-alias" [Patch]
    /// The meaning of a value is told in other words.
    ValueDefinition "valeur-definition" [Patch]
    /// Values are shown in another order.
    ValueOrder "valeurs-ordre" [Patch]
    /// The sign between columns is another one.
    Delimiter "separateur-de-colonnes" [Major]
    /// The sign around cells is another one.
    Quote "guillemet-de-case" [Major]
    /// Characters are written another way.
    Encoding "encodage" [Major, Patch]
    /// A text now stands for an empty cell.
    MissingValueAdded "valeur-manquante-ajoutee" [Major, Minor]
    /// A text no longer stands for an empty cell.
    MissingValueRemoved "valeur-manquante-retiree" [Major]
    /// Files are named another way.
    FileName "nommage-du-fichier" [Minor]
    /// Rows are told apart by other columns.
    PrimaryKey "cle-primaire" [Major, Minor, Patch]
    /// A rule between columns is added.
    RuleAdded "regle-ajoutee" [Major, Minor]
    /// A rule between columns is no longer there.
    RuleRemoved "regle-retiree" [Minor]
    /// A rule between columns compares other things.
    RuleChanged "regle-changee" [Major, Minor]
    /// A rule between columns weighs more or less.
    RuleLevel "regle-niveau" [Major, Minor]
    /// The texts of a rule between columns changed.
    RuleTexts "regle-textes" [Patch]
    /// A check of the national validator is added.
    CustomCheckAdded "controle-national-ajoute" [Major]
    /// A check of the national validator is no longer there.
    CustomCheckRemoved "controle-national-retire" [Minor]
    /// The texts of a column changed.
    FieldTexts "champ-textes" [Patch]
    /// The examples of a column changed.
    FieldExamples "champ-exemples" [Patch]
    /// Who, what, under which licence.
    Identity "identite" [Patch]
    /// The groups of columns changed.
    Groups "familles-de-champs" [Patch]
    /// The whole rows shown as examples changed.
    ExampleRows "exemples-complets" [Patch]
}

impl DifferenceKind {
    /// The kind of that id.
    pub fn by_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.id() == id)
    }
}
