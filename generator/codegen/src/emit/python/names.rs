//! French names of the standard into Python identifiers.
//!
//! Whoever is named as Python wants keeps its name, whatever stands around it.

use std::collections::{BTreeMap, BTreeSet};

use standard_mediation_model::{Standard, Vocabulary};

/// Names of types that the package already uses for itself.
const TAKEN: [&str; 33] = [
    "Lieu",
    "Ligne",
    "Champ",
    "Erreur",
    "ErreurLieu",
    "ErreurLigne",
    "ErreurFichier",
    "Vocabulaire",
    "Fiche",
    "Controle",
    "Bornes",
    "Forme",
    "Texte",
    "Ouverte",
    "Nombre",
    "Entier",
    "OuiNon",
    "Jour",
    "SansDoublon",
    "TexteLibre",
    "TexteNonVide",
    "NombreDecimal",
    "NombreEntier",
    "Booleen",
    "DateIso",
    "Annotated",
    "ClassVar",
    "Field",
    "None",
    "True",
    "False",
    "Enum",
    "Any",
];

/// Keywords of Python, and what the body of a model or its base already means.
const RESERVED: [&str; 65] = [
    "False",
    "None",
    "True",
    "and",
    "as",
    "assert",
    "async",
    "await",
    "break",
    "class",
    "continue",
    "def",
    "del",
    "elif",
    "else",
    "except",
    "finally",
    "for",
    "from",
    "global",
    "if",
    "import",
    "in",
    "is",
    "lambda",
    "nonlocal",
    "not",
    "or",
    "pass",
    "raise",
    "return",
    "try",
    "while",
    "with",
    "yield",
    "self",
    "cls",
    "str",
    "int",
    "float",
    "bool",
    "list",
    "colonnes",
    "tuple",
    "construct",
    "copy",
    "dict",
    "from_orm",
    "json",
    "parse_file",
    "parse_obj",
    "parse_raw",
    "schema",
    "schema_json",
    "update_forward_refs",
    "validate",
    "CHAMPS",
    "MANQUANTES",
    "depuis_cases",
    "cases",
    "depuis_json",
    "en_json",
    "Champ",
    "Ligne",
    "Field",
];

/// Every name of the package that comes from the standard.
pub(super) struct Names {
    lists: BTreeMap<String, String>,
    texts: BTreeMap<String, String>,
    attributes: BTreeMap<String, String>,
}

impl Names {
    /// Lists of values come first, then fields, then attributes: whoever comes second gets a suffix.
    pub(super) fn of(standard: &Standard) -> Self {
        let mut taken: BTreeSet<String> = TAKEN.iter().map(|name| (*name).to_owned()).collect();
        let mut lists = BTreeMap::new();
        for vocabulary in &standard.vocabularies {
            lists.insert(vocabulary.name.clone(), free(type_name(&vocabulary.name), "Liste", &mut taken));
        }
        let mut texts = BTreeMap::new();
        for field in &standard.fields {
            texts.insert(field.name.clone(), free(type_name(&field.name), "Valeur", &mut taken));
        }
        taken.extend(RESERVED.iter().map(|name| (*name).to_owned()));
        let mut attributes = BTreeMap::new();
        let names = || standard.fields.iter().map(|field| &field.name);
        let (sound, others): (Vec<&String>, Vec<&String>) = names().partition(|name| is_sound(name) && !taken.contains(*name));
        for name in sound.into_iter().chain(others) {
            let attribute = free(identifier(name), "_", &mut taken);
            attributes.insert(name.clone(), attribute);
        }
        Self { lists, texts, attributes }
    }

    /// The class of a list of values.
    pub(super) fn list(&self, vocabulary: &Vocabulary) -> &str {
        self.lists.get(&vocabulary.name).map_or("", String::as_str)
    }

    /// The type of the values of a field, when it has its own.
    pub(super) fn text(&self, field: &str) -> &str {
        self.texts.get(field).map_or("", String::as_str)
    }

    /// The attribute that holds a field.
    pub(super) fn attribute(&self, field: &str) -> &str {
        self.attributes.get(field).map_or("", String::as_str)
    }
}

/// The members of a list, in order: `ordi_3_0` → `ORDI_3_0`. Capitals are no keyword and no method of a text.
pub(super) fn members(vocabulary: &Vocabulary) -> Vec<String> {
    let mut taken = BTreeSet::new();
    vocabulary.values.iter().map(|value| free(identifier(&value.code).to_ascii_uppercase(), "_", &mut taken)).collect()
}

/// A name that nobody has yet, which then is taken.
fn free(mut name: String, suffix: &str, taken: &mut BTreeSet<String>) -> String {
    while !taken.insert(name.clone()) {
        name.push_str(suffix);
    }
    name
}

/// Whether a name of a field is good as it is: a leading underscore is private for pydantic, `model_` is its own.
fn is_sound(name: &str) -> bool {
    identifier(name) == name && !name.starts_with("model_")
}

/// Letters, digits and underscores, a letter first; `model_fields` gets a suffix.
fn identifier(name: &str) -> String {
    let name: String = name.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect();
    let name = if name.starts_with(|c: char| c.is_ascii_alphabetic()) { name } else { format!("v_{name}") };
    if name.starts_with("model_") { format!("{name}_") } else { name }
}

/// `code_postal` → `CodePostal`, `COLL_SIRET` → `CollSiret`.
fn type_name(name: &str) -> String {
    let capitalised = |word: &str| {
        let mut chars = word.chars();
        chars
            .next()
            .map_or_else(String::new, |first| first.to_ascii_uppercase().to_string() + &chars.as_str().to_ascii_lowercase())
    };
    let pascal: String = name.split(|c: char| !c.is_ascii_alphanumeric()).map(capitalised).collect();
    if pascal.starts_with(|c: char| c.is_ascii_alphabetic()) { pascal } else { format!("X{pascal}") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::emit::trial;

    #[test]
    fn the_names_of_the_standard_are_kept() {
        let standard = trial::standard();
        let names = Names::of(&standard);
        for field in &standard.fields {
            assert_eq!(names.attribute(&field.name), field.name);
        }
        assert_eq!(names.text("code_postal"), "CodePostal");
    }

    #[test]
    fn hostile_names_are_distinct_and_rename_no_other() {
        let mut standard = trial::standard();
        let model = standard.fields[0].clone();
        for name in ["a-b", "class", "None", "model_config", "str", "3d", "_x", "a_b", "Services", "services_"] {
            let mut field = model.clone();
            field.name = name.into();
            standard.fields.push(field);
        }
        let names = Names::of(&standard);
        let found = ["a-b", "class", "None", "model_config", "str", "3d", "_x", "a_b", "Services", "services_", "services"]
            .map(|name| names.attribute(name));
        let expected =
            ["a_b_", "class_", "None_", "model_config_", "str_", "v_3d", "v__x", "a_b", "Services_", "services_", "services"];
        assert_eq!(found, expected);
    }

    #[test]
    fn members_are_named_from_codes() {
        let mut vocabulary = trial::standard().vocabularies[0].clone();
        let model = vocabulary.values[0].clone();
        let value = |code: &str| standard_mediation_model::Value { code: code.into(), ..model.clone() };
        vocabulary.values = ["none", "mro", "a_1", "a1", "3d", "v_3d"].map(value).to_vec();
        assert_eq!(members(&vocabulary), ["NONE", "MRO", "A_1", "A1", "V_3D", "V_3D_"]);
    }
}
