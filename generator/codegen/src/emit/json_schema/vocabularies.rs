//! The meaning of values, beside the properties that list them.
//!
//! Properties carry a bare `enum`, which every tool reads. What each value means stands in `definitions`, that nothing
//! refers to: a validator passes by, a generator of code or of forms finds documented values, and no keyword is
//! invented for it. `$comment` holds the stable code.

use serde_json::{Map, Value, json};
use standard_mediation_model::{Standard, Vocabulary};

use super::said;

/// One definition for each vocabulary, by name.
pub(super) fn definitions(standard: &Standard) -> Map<String, Value> {
    standard.vocabularies.iter().map(|vocabulary| (vocabulary.name.clone(), definition(vocabulary))).collect()
}

fn definition(vocabulary: &Vocabulary) -> Value {
    let value = |value: &standard_mediation_model::Value| -> Value {
        let meaning = said("description", &value.definition);
        let (label, code) = (("const".to_owned(), json!(value.label)), ("$comment".to_owned(), json!(value.code)));
        [label].into_iter().chain(meaning).chain([code]).collect()
    };
    let values = ("oneOf".to_owned(), vocabulary.values.iter().map(value).collect());
    let title = ("title".to_owned(), json!(vocabulary.title));
    [title].into_iter().chain(said("description", &vocabulary.description)).chain([values]).collect()
}
