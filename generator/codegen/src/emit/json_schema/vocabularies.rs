//! The meaning of values, beside the properties that list them.
//!
//! Properties carry a bare `enum`, which every tool reads. What each value means stands in `definitions`, that nothing
//! refers to: a validator passes by, a generator of code or of forms finds documented values, and no keyword is
//! invented for it. `$comment` holds the stable code.

use serde_json::{Map, Value, json};
use standard_mediation_model::{Standard, Vocabulary};

/// One definition for each vocabulary, by name.
pub(super) fn definitions(standard: &Standard) -> Map<String, Value> {
    standard.vocabularies.iter().map(|vocabulary| (vocabulary.name.clone(), definition(vocabulary))).collect()
}

fn definition(vocabulary: &Vocabulary) -> Value {
    let value = |value: &standard_mediation_model::Value| json!({ "const": value.label, "description": value.definition, "$comment": value.code });
    json!({
        "title": vocabulary.title,
        "description": vocabulary.description,
        "oneOf": vocabulary.values.iter().map(value).collect::<Vec<_>>(),
    })
}
