//! The rules that findings name, each with its page in French.
//!
//! A rule is an id, a level, a family and a page; `explain <rule>` and the page of rules show the same text. Rules
//! between fields are declared in the sources and are not listed here.

use std::collections::BTreeSet;

use standard_mediation_model::data::FileRule;
use standard_mediation_model::{Level, Standard, hint};

use crate::emit::words;

/// A rule and its page.
#[derive(Debug)]
pub struct Rule {
    /// Stable id, in kebab case.
    pub id: &'static str,
    /// How much breaking it weighs; on data, the level of the constraint that a field declares comes first.
    pub level: Level,
    /// What it is about.
    pub family: Family,
    page: &'static str,
}

/// What a rule is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Family {
    /// Files of the sources.
    Files,
    /// Syntax of YAML.
    Syntax,
    /// Keys and kinds of values.
    Form,
    /// Names that refer to something.
    References,
    /// Versions, dates, and what changed from one to the next.
    Versions,
    /// Values of vocabularies.
    Values,
    /// Texts that people read.
    Texts,
    /// Regular expressions and constraints.
    Patterns,
    /// Examples and counter-examples.
    Examples,
    /// Files made from the sources.
    Artifacts,
    /// The tree of a tag, as the national site reads it.
    Publication,
    /// Schemas of others, imported.
    Import,
    /// Files of data: how they are written, their header, their rows.
    DataFiles,
    /// Data published by producers.
    Data,
    /// Copies of the vocabularies kept by others.
    Copies,
}

impl Family {
    /// Its title, in French.
    pub fn title(self) -> &'static str {
        match self {
            Self::Files => "Fichiers de la source",
            Self::Syntax => "Syntaxe du YAML",
            Self::Form => "Clés et genres de valeurs",
            Self::References => "Noms et renvois",
            Self::Versions => "Versions et changements",
            Self::Values => "Valeurs des vocabulaires",
            Self::Texts => "Textes",
            Self::Patterns => "Formes et contraintes",
            Self::Examples => "Exemples et contre-exemples",
            Self::Artifacts => "Fichiers produits",
            Self::Publication => "Publication nationale",
            Self::Import => "Import d'un Table Schema",
            Self::DataFiles => "Fichiers de données",
            Self::Data => "Données publiées",
            Self::Copies => "Copies du standard",
        }
    }
}

impl Rule {
    /// Its title, the first line of its page.
    pub fn title(&self) -> &'static str {
        self.page.lines().next().unwrap_or_default().trim_start_matches("# ")
    }

    /// Its page without the title, in Markdown; headings are of level two.
    pub fn body(&self) -> &'static str {
        self.page.split_once('\n').map_or("", |(_, body)| body)
    }

    /// The levels at which it weighs on the data of a standard: its own when no column says otherwise.
    pub fn levels(&self, standard: &Standard) -> BTreeSet<Level> {
        let of_file = FileRule::by_id(self.id).map_or(&[][..], FileRule::levels);
        let of_columns = standard.fields.iter().filter_map(|field| words::level_on(standard, field, self.id));
        let levels: BTreeSet<Level> = of_columns.chain(of_file.iter().copied()).collect();
        if levels.is_empty() { BTreeSet::from([self.level]) } else { levels }
    }
}

/// The rule of that id.
pub fn find(id: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.id == id)
}

/// The level of a rule of the sources or the artifacts.
pub fn level(id: &str) -> Level {
    find(id).map_or(Level::Blocking, |rule| rule.level)
}

/// The id most like a word.
pub fn nearest(id: &str) -> Option<&'static str> {
    hint::nearest(id, RULES.iter().map(|rule| rule.id))
}

macro_rules! rules {
    ($($family:ident { $($level:ident $id:literal)* })*) => {
        /// Every rule, by family, in the order in which pages show them.
        pub const RULES: &[Rule] = &[$($(Rule {
            id: $id,
            level: Level::$level,
            family: Family::$family,
            page: include_str!(concat!("../../../templates/regles/", $id, ".md")),
        }),*),*];
    };
}

rules! {
    Files {
        Blocking "fichier-manquant"
        Blocking "fichier-inattendu"
        Blocking "fichier-illisible"
        Blocking "fichier-trop-gros"
        Blocking "fichier-vide"
    }
    Syntax {
        Blocking "syntaxe"
        Blocking "tabulation"
        Blocking "yaml-trop-profond"
        Blocking "yaml-hors-sous-ensemble"
        Blocking "cle-en-double"
        Blocking "cle-inattendue"
        Blocking "commentaire-avale"
    }
    Form {
        Blocking "cle-inconnue"
        Blocking "cle-manquante"
        Blocking "genre-de-valeur"
        Blocking "guillemets-manquants"
        Blocking "choix-inconnu"
        Blocking "forme-de-texte"
        Blocking "texte-vide"
        Blocking "liste-vide"
        Blocking "liste-inattendue"
    }
    References {
        Blocking "nom-de-fichier"
        Blocking "noms-voisins"
        Blocking "champ-sans-groupe"
        Blocking "champ-dans-deux-groupes"
        Blocking "groupe-inconnu"
        Recommendation "groupe-vide"
        Blocking "groupe-en-double"
        Blocking "colonne-sans-champ"
        Blocking "champ-inconnu"
        Blocking "vocabulaire-inconnu"
        Blocking "vocabulaire-inutilise"
        Blocking "controle-inconnu"
        Blocking "regle-inconnue"
        Blocking "regle-incomplete"
        Blocking "regle-en-double"
        Blocking "valeur-inconnue"
        Blocking "auteur"
        Blocking "decision-inconnue"
    }
    Versions {
        Blocking "version-invalide"
        Blocking "version-incoherente"
        Blocking "date-invalide"
        Blocking "date-incoherente"
        Blocking "version-trop-basse"
        Blocking "version-deja-publiee"
        Blocking "version-sans-gel"
        Blocking "gel-inattendu"
        Blocking "gel-modifie"
        Blocking "gel-illisible"
        Blocking "evolution-manquante"
        Blocking "evolution-trop-legere"
        Blocking "evolution-sans-decision"
        Recommendation "decision-a-confirmer"
        Blocking "migration-versions"
        Blocking "migration-cible"
        Blocking "migration-double"
        Blocking "migration-reponse"
        Blocking "migration-incomplete"
        Recommendation "migration-manquante"
    }
    Values {
        Blocking "code-en-double"
        Blocking "libelle-en-double"
        Blocking "valeurs-voisines"
        Blocking "alias-ambigu"
        Blocking "separateur-dans-valeur"
        Blocking "caractere-interdit"
        Blocking "espaces-en-trop"
        Blocking "remplacement-sans-cible"
    }
    Texts {
        Blocking "html-ou-accolades"
        Blocking "titre-ponctue"
        Recommendation "mot-reserve"
        Blocking "texte-en-plusieurs-paragraphes"
        Blocking "mot-de-remplissage"
    }
    Patterns {
        Blocking "motif-invalide"
        Blocking "motif-non-portable"
        Blocking "champ-incoherent"
    }
    Examples {
        Blocking "exemple-invalide"
        Blocking "contre-exemple-accepte"
        Blocking "contre-exemple-autre-regle"
        Blocking "contrainte-sans-contre-exemple"
        Blocking "valeur-sans-exemple"
        Blocking "exemple-incoherent"
        Blocking "exemple-incomplet"
    }
    Artifacts {
        Blocking "artefact-manquant"
        Blocking "artefact-perime"
        Blocking "artefact-orphelin"
        Blocking "artefact-etranger"
    }
    Publication {
        Blocking "publication-fichier-manquant"
        Blocking "publication-illisible"
        Blocking "publication-etiquette"
        Blocking "publication-autre-version"
        Blocking "publication-adresse"
        Blocking "publication-metadonnees"
        Blocking "publication-mentions"
        Blocking "publication-date"
        Blocking "publication-colonne"
        Blocking "publication-type"
        Blocking "publication-contrainte"
        Recommendation "publication-format"
        Blocking "publication-exemple"
        Blocking "publication-motif-invalide"
        Blocking "publication-motif-divergent"
        Blocking "publication-motif-couteux"
        Blocking "publication-liste-divergente"
        Recommendation "publication-liste-en-motif"
        Recommendation "publication-valeurs-tues"
        Blocking "publication-description"
        Blocking "publication-html"
        Recommendation "publication-titre"
        Recommendation "publication-mot-reserve"
        Blocking "publication-controle"
        Recommendation "publication-controle-etroit"
        Blocking "publication-journal"
        Blocking "publication-outillage"
        Blocking "publication-csv-valide"
        Blocking "publication-csv-invalide"
        Blocking "publication-gabarit"
        Blocking "publication-json-schema"
        Blocking "publication-json-divergent"
        Blocking "publication-json-exemple"
    }
    Import {
        Blocking "import-illisible"
        Blocking "import-impossible"
        Recommendation "import-correction"
        Recommendation "import-deduction"
        Recommendation "import-sans-place"
        Recommendation "import-a-completer"
    }
    DataFiles {
        Blocking "donnees-illisibles"
        Blocking "donnees-vides"
        Blocking "sans-ligne"
        Blocking "fichier-coupe"
        Blocking "lecture-arretee"
        Recommendation "feuille-non-lue"
        Blocking "lignes-avant-l-en-tete"
        Recommendation "partie-masquee"
        Recommendation "cases-fusionnees"
        Blocking "encodage-du-fichier"
        Recommendation "separateur"
        Blocking "colonne-manquante"
        Recommendation "colonne-inconnue"
        Blocking "colonne-en-double"
        Blocking "colonne-mal-nommee"
        Recommendation "colonnes-en-desordre"
        Recommendation "colonne-sans-nom"
        Blocking "guillemet-mal-ferme"
        Recommendation "guillemet-sans-cadre"
        Blocking "virgule-mal-placee"
        Blocking "liste-pour-une-valeur"
        Blocking "ligne-trop-longue"
        Blocking "cases-manquantes"
        Blocking "cases-en-trop"
        Recommendation "ligne-vide"
        Blocking "en-tete-repete"
        Recommendation "lieu-en-double"
        Recommendation "caractere-invisible"
        Recommendation "accents-abimes"
        Recommendation "codes-de-page-web"
        Recommendation "formule"
    }
    Data {
        Blocking "obligatoire"
        Blocking "unique"
        Blocking "nombre"
        Blocking "date"
        Blocking "type"
        Blocking "motif"
        Blocking "longueur"
        Blocking "vocabulaire"
        Blocking "partie-vide"
        Recommendation "bornes"
        Recommendation "doublon"
        Recommendation "espaces"
        Recommendation "sans-contenu"
        Recommendation "siret"
        Recommendation "rna"
        Recommendation "ridet"
        Recommendation "pivot-fictif"
        Recommendation "courriel"
        Recommendation "url"
        Recommendation "telephone"
        Recommendation "horaires"
        Recommendation "date-future"
        Recommendation "date-epoque"
    }
    Copies {
        Blocking "copie-apostrophe"
        Blocking "copie-accent"
        Blocking "copie-espace"
        Blocking "copie-texte-colle"
        Recommendation "copie-presque"
        Blocking "copie-ancienne"
        Recommendation "copie-incomplete"
        Blocking "copie-encodage"
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use standard_mediation_model::data::FileRule;
    use standard_mediation_model::{CellRule, Check, CopyRule};

    use super::*;

    #[test]
    fn ids_are_unique_and_in_kebab_case() {
        let mut seen = BTreeSet::new();
        for rule in RULES {
            let words = |id: &str| id.split('-').all(|word| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase()));
            assert!(words(rule.id), "{}", rule.id);
            assert!(seen.insert(rule.id), "{} is there twice", rule.id);
        }
    }

    /// What the rule says, why, how to mend: all three, in that order, the last one with an example.
    #[test]
    fn pages_have_a_title_three_parts_and_an_example() {
        for rule in RULES {
            let id = rule.id;
            assert!(rule.page.starts_with("# ") && !rule.title().is_empty() && !rule.title().ends_with('.'), "{id}");
            let (says, rest) = rule.body().split_once("\n## Pourquoi\n").unwrap_or_else(|| panic!("{id}: no « Pourquoi »"));
            let (why, how) =
                rest.split_once("\n## Comment corriger\n").unwrap_or_else(|| panic!("{id}: no « Comment corriger »"));
            for part in [says, why, how] {
                assert!(part.trim().len() > 20 && !part.contains("\n## "), "{id}: {part}");
            }
            assert!(!says.trim().contains('\n') && !why.trim().contains('\n'), "{id}: one paragraph each");
            assert_eq!(how.matches("\n```").count(), 2, "{id}: one example");
            assert!((8..=25).contains(&rule.page.lines().count()), "{id}: {} lines", rule.page.lines().count());
        }
    }

    /// Non-breaking spaces where French asks for them; code is left alone.
    #[test]
    fn pages_are_set_in_french() {
        for rule in RULES {
            let prose = rule.page.split("\n```").step_by(2).flat_map(|text| text.split('`').step_by(2));
            for text in prose {
                for wrong in [" :", " ;", " ?", " !", "« ", " »", "’", "  "] {
                    assert!(!text.contains(wrong), "{}: « {wrong} » in {text}", rule.id);
                }
            }
        }
    }

    #[test]
    fn each_rule_about_data_has_a_page() {
        let declared = CellRule::ALL.map(CellRule::id).into_iter().chain(Check::ALL.map(Check::id));
        let declared: Vec<&str> = declared.collect();
        let shown: Vec<&str> = RULES.iter().filter(|rule| rule.family == Family::Data).map(|rule| rule.id).collect();
        assert_eq!(shown, declared);
        assert!(Check::ALL.iter().all(|check| level(check.id()) == Level::Recommendation));
    }

    #[test]
    fn each_rule_about_files_of_data_has_a_page_and_its_level() {
        let shown: Vec<(&str, Level)> =
            RULES.iter().filter(|rule| rule.family == Family::DataFiles).map(|rule| (rule.id, rule.level)).collect();
        assert_eq!(shown, FileRule::ALL.map(|rule| (rule.id(), rule.level())));
    }

    #[test]
    fn each_rule_about_copies_has_a_page_and_its_level() {
        let shown: Vec<(&str, Level)> =
            RULES.iter().filter(|rule| rule.family == Family::Copies).map(|rule| (rule.id, rule.level)).collect();
        assert_eq!(shown, CopyRule::ALL.map(|rule| (rule.id(), rule.level())));
    }

    #[test]
    fn no_page_is_without_a_rule() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../templates/regles");
        let pages: BTreeSet<String> = std::fs::read_dir(folder)
            .expect("the folder of pages")
            .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
            .collect();
        assert_eq!(pages, RULES.iter().map(|rule| format!("{}.md", rule.id)).collect());
    }

    #[test]
    fn an_id_is_found_or_its_neighbour_is() {
        assert_eq!(find("motif").map(Rule::title), Some("La valeur n'a pas la forme attendue"));
        assert!(find("motifs").is_none());
        assert_eq!(nearest("cle-inconue"), Some("cle-inconnue"));
        assert_eq!(nearest("zzzzzz"), None);
        assert_eq!(level("groupe-vide"), Level::Recommendation);
    }
}
