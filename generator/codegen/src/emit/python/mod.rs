//! `python/`: the package `lieux-mediation-numerique`.
//!
//! In: the standard. Out: a package that stands alone: a pydantic model, vocabularies, columns, and the fixed files that
//! control, read and write them, which are templates in plain Python. Must not decide what is valid: that is said once, in
//! the model.
//!
//! ```python
//! class Lieu(Ligne):
//!     id: TexteNonVide = Field(title="Identifiant unique local du lieu", …)
//! ```

mod code;
mod columns;
mod lists;
mod names;
mod place;
mod types;

use standard_mediation_model::Standard;

use super::package;
use crate::Artifact;
use names::Names;

/// Where the module is.
const MODULE: &str = "python/src/lieux_mediation_numerique";

/// Files that do not depend on the standard: name in the module, content.
const FIXED: [(&str, &str); 6] = [
    ("controle.py", include_str!("../../../../../templates/python/controle.py")),
    ("erreur.py", include_str!("../../../../../templates/python/erreur.py")),
    ("fichier.py", include_str!("../../../../../templates/python/fichier.py")),
    ("ligne.py", include_str!("../../../../../templates/python/ligne.py")),
    ("proche.py", include_str!("../../../../../templates/python/proche.py")),
    ("vocabulaire.py", include_str!("../../../../../templates/python/vocabulaire.py")),
];

/// What the module exports besides what comes from the standard, by file.
const EXPORTS: [(&str, &[&str]); 7] = [
    ("colonnes", &["CHAMPS", "COLONNES", "SEPARATEUR", "VERSION"]),
    ("controle", &["Booleen", "DateIso", "NombreDecimal", "NombreEntier", "TexteLibre", "TexteNonVide"]),
    ("erreur", &["Erreur", "ErreurFichier", "ErreurLieu", "ErreurLigne", "erreurs_de"]),
    ("fichier", &["ecrire_csv", "lire_csv"]),
    ("lieu", &["Lieu"]),
    ("ligne", &["Champ"]),
    ("vocabulaire", &["Vocabulaire"]),
];

pub(super) fn emit(standard: &Standard) -> Vec<Artifact> {
    let names = Names::of(standard);
    let (own, texts) = place::texts(standard, &names);
    let module = |name: &str, source: &str| Artifact::text(format!("{MODULE}/{name}"), source);
    let mut artifacts = vec![
        package::manifest("python/pyproject.toml", include_str!("../../../../../templates/python/pyproject.toml"), standard),
        package::readme("python", standard),
        module("__init__.py", &exports(standard, &names, &own)),
        module("colonnes.py", &columns::source(standard, &names)),
        module("lieu.py", &place::model(standard, &names)),
        module("listes.py", &lists::source(standard, &names)),
        module("textes.py", &texts),
        // Only its presence is read (PEP 561); a line feed, since texts of ours end with one.
        module("py.typed", ""),
    ];
    artifacts.extend(package::fixed(MODULE, &FIXED));
    artifacts
}

/// `__init__.py`: what the module gives to whoever imports it.
fn exports(standard: &Standard, names: &Names, own: &[String]) -> String {
    let lists: Vec<&str> = standard.vocabularies.iter().map(|vocabulary| names.list(vocabulary)).collect();
    let own: Vec<&str> = own.iter().map(String::as_str).collect();
    let mut modules: Vec<(&str, Vec<&str>)> = EXPORTS.iter().map(|(module, names)| (*module, names.to_vec())).collect();
    modules.extend([("listes", lists), ("textes", own)]);
    modules.retain(|(_, names)| !names.is_empty());
    modules.sort_unstable();
    let mut out = code::doc(0, &["Les lieux de médiation numérique : le standard national, en types."]);
    out.push('\n');
    for (module, names) in &modules {
        out.push_str(&place::import(&format!(".{module}"), names.iter().copied()));
    }
    let all = place::sorted(modules.into_iter().flat_map(|(_, names)| names));
    let all = code::Code::list(all.into_iter().map(code::Code::text));
    out.push('\n');
    out.push_str(&all.statement(0, "__all__ = "));
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::emit::trial;

    #[test]
    fn values_keep_their_accents_and_members_come_from_codes() {
        let artifacts = emit(&trial::standard());
        let lists = trial::text(&artifacts, &format!("{MODULE}/listes.py"));
        assert!(lists.contains("\n    COMPREHENSION_MONDE_NUMERIQUE = \"Compréhension du monde numérique\"\n"), "{lists}");
        let exports = trial::text(&artifacts, &format!("{MODULE}/__init__.py"));
        assert!(exports.contains("    \"Services\",\n") && exports.contains("    \"CodePostal\",\n"), "{exports}");
    }

    #[test]
    fn a_standard_without_lists_nor_forms_has_no_import_of_them() {
        let mut standard = trial::standard();
        standard.vocabularies.clear();
        for field in &mut standard.fields {
            (field.vocabulary, field.pattern, field.min_length, field.max_length) = (None, None, None, None);
        }
        let artifacts = emit(&standard);
        for name in ["__init__.py", "lieu.py", "listes.py", "textes.py"] {
            let source = trial::text(&artifacts, &format!("{MODULE}/{name}"));
            assert!(
                !source.contains("import Fiche") && !source.contains("from .listes") && !source.contains("from .textes"),
                "{source}"
            );
        }
    }

    /// Each hostile text is inside quotes: without its literals, a source has none of its signs.
    #[test]
    fn hostile_texts_stay_texts() {
        let artifacts = emit(&trial::hostile());
        for artifact in artifacts.iter().filter(|artifact| artifact.path.ends_with(".py")) {
            let source = trial::text(&artifacts, &artifact.path);
            if FIXED.iter().any(|(name, _)| artifact.path.ends_with(name)) {
                continue;
            }
            let code = without_texts(source);
            assert!(!code.contains("</script>") && !code.contains("{{x}}") && !code.contains("*b*"), "{}: {code}", artifact.path);
        }
    }

    /// The source without what stands between quotes.
    fn without_texts(source: &str) -> String {
        let mut out = String::new();
        let mut rest = source;
        while let Some(at) = rest.find(['"', '\'']) {
            let (before, after) = rest.split_at(at);
            out.push_str(before);
            let quote = if after.starts_with("\"\"\"") { "\"\"\"" } else { &after[..1] };
            let mut end = quote.len();
            while !after[end..].starts_with(quote) {
                end += if after[end..].starts_with('\\') { 2 } else { after[end..].chars().next().expect("closed").len_utf8() };
            }
            rest = &after[end + quote.len()..];
        }
        out + rest
    }
}
