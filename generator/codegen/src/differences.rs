//! The kinds of difference between two versions, each with its page in French.
//!
//! A kind is declared in the model, where it is found; its words are here, so that `explain <kind>`, the page of
//! differences and a report on a pull request tell the same.

use standard_mediation_model::diff::DifferenceKind;

/// A kind of difference and its page.
#[derive(Debug)]
pub struct Page {
    /// Stable id, the one of the kind.
    pub id: &'static str,
    /// What differs.
    pub kind: DifferenceKind,
    /// What it is about.
    pub family: Family,
    text: &'static str,
}

/// What a kind of difference is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Family {
    /// Columns: there or not, filled or not.
    Columns,
    /// What a cell takes.
    Contents,
    /// Lists of values.
    Lists,
    /// How a file is written.
    Files,
    /// Rules between columns.
    Rules,
    /// Texts for people.
    Texts,
}

impl Family {
    /// Its title, in French.
    pub fn title(self) -> &'static str {
        match self {
            Self::Columns => "Colonnes",
            Self::Contents => "Contenu des cases",
            Self::Lists => "Listes de valeurs",
            Self::Files => "Écriture du fichier",
            Self::Rules => "Règles et contrôles",
            Self::Texts => "Textes et exemples",
        }
    }
}

impl Page {
    /// Its title, the first line of the page.
    pub fn title(&self) -> &'static str {
        self.text.lines().next().unwrap_or_default().trim_start_matches("# ")
    }

    /// The page without the title, in Markdown; headings are of level two.
    pub fn body(&self) -> &'static str {
        self.text.split_once('\n').map_or("", |(_, body)| body)
    }

    /// The levels it may have: `majeur`, or `majeur ou mineur`.
    pub fn levels(&self) -> String {
        self.kind.impacts().iter().map(|impact| impact.word()).collect::<Vec<_>>().join(" ou ")
    }
}

/// The page of a kind, by its id.
pub fn find(id: &str) -> Option<&'static Page> {
    PAGES.iter().find(|page| page.id == id)
}

macro_rules! pages {
    ($($family:ident { $($kind:ident $id:literal)* })*) => {
        /// Every page, by family, in the order in which they are shown.
        pub const PAGES: &[Page] = &[$($(Page {
            id: $id,
            kind: DifferenceKind::$kind,
            family: Family::$family,
            text: include_str!(concat!("../../../templates/differences/", $id, ".md")),
        }),*),*];
    };
}

pages! {
    Columns {
        FieldAdded "champ-ajoute"
        FieldRemoved "champ-retire"
        FieldRenamed "champ-renomme"
        FieldSplit "champ-scinde"
        FieldsMerged "champs-fusionnes"
        FieldMoved "champ-deplace"
        FieldGroup "champ-famille"
        Required "champ-obligatoire"
        Optional "champ-facultatif"
        Unique "champ-unique"
        NotUnique "champ-non-unique"
        Multiple "champ-multiple"
        Single "champ-a-valeur-seule"
        ListSeparator "separateur-de-liste"
    }
    Contents {
        KindWidened "type-elargi"
        KindNarrowed "type-restreint"
        KindChanged "type-change"
        KindRewritten "type-sans-effet"
        Format "format-de-valeur"
        PatternAdded "motif-ajoute"
        PatternRemoved "motif-retire"
        PatternWidened "motif-elargi"
        PatternNarrowed "motif-restreint"
        PatternChanged "motif-change"
        PatternRewritten "motif-reecrit"
        PatternUnclear "motif-a-relire"
        PatternLevel "motif-niveau"
        LengthAdded "longueur-ajoutee"
        LengthRemoved "longueur-retiree"
        LengthWidened "longueur-elargie"
        LengthNarrowed "longueur-restreinte"
        LengthChanged "longueur-changee"
        BoundsAdded "bornes-ajoutees"
        BoundsRemoved "bornes-retirees"
        BoundsWidened "bornes-elargies"
        BoundsNarrowed "bornes-restreintes"
        BoundsChanged "bornes-changees"
        BoundsLevel "bornes-niveau"
        CheckAdded "controle-ajoute"
        CheckRemoved "controle-retire"
    }
    Lists {
        ListAttached "liste-attachee"
        ListDetached "liste-detachee"
        ListLevel "liste-niveau"
        ListRenamed "liste-renommee"
        ListTexts "liste-textes"
        ValueAdded "valeur-ajoutee"
        ValueRemoved "valeur-retiree"
        ValueRelabelled "valeur-relibellee"
        ValueCode "valeur-recodee"
        ValueDeprecated "valeur-depreciee"
        ValueRestored "valeur-retablie"
        ValueReplacement "valeur-remplacement"
        ValueAliases "valeur-alias"
        ValueDefinition "valeur-definition"
        ValueOrder "valeurs-ordre"
    }
    Files {
        Delimiter "separateur-de-colonnes"
        Quote "guillemet-de-case"
        Encoding "encodage"
        MissingValueAdded "valeur-manquante-ajoutee"
        MissingValueRemoved "valeur-manquante-retiree"
        FileName "nommage-du-fichier"
        PrimaryKey "cle-primaire"
    }
    Rules {
        RuleAdded "regle-ajoutee"
        RuleRemoved "regle-retiree"
        RuleChanged "regle-changee"
        RuleLevel "regle-niveau"
        RuleTexts "regle-textes"
        CustomCheckAdded "controle-national-ajoute"
        CustomCheckRemoved "controle-national-retire"
    }
    Texts {
        FieldTexts "champ-textes"
        FieldExamples "champ-exemples"
        Identity "identite"
        Groups "familles-de-champs"
        ExampleRows "exemples-complets"
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::rules;

    #[test]
    fn each_kind_has_its_page_in_its_order() {
        let shown: Vec<DifferenceKind> = PAGES.iter().map(|page| page.kind).collect();
        assert_eq!(shown, DifferenceKind::ALL);
        assert!(PAGES.iter().all(|page| page.id == page.kind.id()));
        assert!(PAGES.is_sorted_by_key(|page| page.family), "families are told one after the other");
        assert!(find("rien").is_none());
    }

    /// `explain <id>` takes both.
    #[test]
    fn no_kind_has_the_id_of_a_rule() {
        for page in PAGES {
            assert!(rules::find(page.id).is_none(), "{}", page.id);
        }
    }

    /// What differs, why this level, what to do: all three, in that order; an example or none.
    #[test]
    fn pages_have_a_title_and_three_parts() {
        for page in PAGES {
            let id = page.id;
            assert!(page.text.starts_with("# ") && !page.title().is_empty() && !page.title().ends_with('.'), "{id}");
            let (says, rest) = page.body().split_once("\n## Pourquoi\n").unwrap_or_else(|| panic!("{id}: no « Pourquoi »"));
            let (why, how) = rest.split_once("\n## Que faire\n").unwrap_or_else(|| panic!("{id}: no « Que faire »"));
            for part in [says, why, how] {
                assert!(part.trim().len() > 20 && !part.contains("\n## "), "{id}: {part}");
            }
            assert!(!says.trim().contains('\n') && !why.trim().contains('\n'), "{id}: one paragraph each");
            assert!(matches!(how.matches("\n```").count(), 0 | 2), "{id}: one example at most");
            assert!((8..=25).contains(&page.text.lines().count()), "{id}: {} lines", page.text.lines().count());
        }
    }

    /// A page that says « majeur » of a kind that never is would mislead, and so would the contrary.
    #[test]
    fn each_level_is_named_where_it_is_explained() {
        for page in PAGES {
            let (_, rest) = page.body().split_once("\n## Pourquoi\n").expect("three parts");
            let (why, _) = rest.split_once("\n## Que faire\n").expect("three parts");
            for impact in page.kind.impacts() {
                assert!(why.contains(impact.word()), "{}: « {} » is not explained", page.id, impact.word());
            }
        }
    }

    /// Non-breaking spaces where French asks for them; code is left alone.
    #[test]
    fn pages_are_set_in_french() {
        for page in PAGES {
            let prose = page.text.split("\n```").step_by(2).flat_map(|text| text.split('`').step_by(2));
            for text in prose {
                for wrong in [" :", " ;", " ?", " !", "« ", " »", "’", "  "] {
                    assert!(!text.contains(wrong), "{}: « {wrong} » in {text}", page.id);
                }
            }
        }
    }

    #[test]
    fn no_page_is_without_a_kind() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../templates/differences");
        let pages: BTreeSet<String> = std::fs::read_dir(folder)
            .expect("the folder of pages")
            .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
            .collect();
        assert_eq!(pages, PAGES.iter().map(|page| format!("{}.md", page.id)).collect());
    }
}
