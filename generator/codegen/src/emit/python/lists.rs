//! `listes.py`: one enumeration a vocabulary.
//!
//! ```python
//! class FraisACharge(Vocabulaire):
//!     """Frais à charge"""
//!
//!     GRATUIT = "Gratuit"
//!     """Personne n'a rien à payer."""
//!
//!
//! decrire(FraisACharge, "frais_a_charge", [Fiche("gratuit", "Personne n'a rien à payer.", "1.0.0")])
//! ```

use standard_mediation_model::{Standard, Value, Vocabulary};

use super::code::{Code, doc, literal};
use super::names::{Names, members};

pub(super) fn source(standard: &Standard, names: &Names) -> String {
    let mut out = doc(0, &["Les listes de valeurs."]);
    if standard.vocabularies.is_empty() {
        return out;
    }
    out.push_str("\nfrom .vocabulaire import Fiche, Vocabulaire, decrire\n");
    for vocabulary in &standard.vocabularies {
        out.push_str("\n\n");
        out.push_str(&class(vocabulary, names.list(vocabulary)));
    }
    out
}

fn class(vocabulary: &Vocabulary, name: &str) -> String {
    let mut out = format!("class {name}(Vocabulaire):\n{}", doc(4, &[&vocabulary.title, &vocabulary.description]));
    for (value, member) in vocabulary.values.iter().zip(members(vocabulary)) {
        out.push_str(&format!("\n    {member} = {}\n", literal(&value.label)));
        let note = value.deprecated.map(|version| format!("Dépréciée depuis la version {version}."));
        out.push_str(&doc(4, &[&value.definition, note.as_deref().unwrap_or_default()]));
    }
    let sheets = Code::list(vocabulary.values.iter().map(sheet));
    let described = Code::call("decrire", [("", Code::word(name)), ("", Code::text(&vocabulary.name)), ("", sheets)]);
    out.push_str("\n\n");
    out.push_str(&described.statement(0, ""));
    out
}

fn sheet(value: &Value) -> Code {
    let text = |text: &str| Code::text(text);
    let fixed = [("", text(&value.code)), ("", text(&value.definition)), ("", text(&value.since.to_string()))];
    let deprecated = value.deprecated.map(|version| ("depreciee", text(&version.to_string())));
    let replaced = value.replaced_by.as_deref().map(|code| ("remplacee_par", text(code)));
    let aliases = Code::tuple(value.aliases.iter().map(|alias| text(alias)));
    let aliases = (!value.aliases.is_empty()).then_some(("alias", aliases));
    Code::call("Fiche", fixed.into_iter().chain(deprecated).chain(replaced).chain(aliases))
}
