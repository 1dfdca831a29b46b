//! A version of the past, without its texts.
//!
//! What a version accepted is a fact and is kept: structure, names, short titles, values, constraints. What it said in
//! sentences belongs to its authors, and says nothing about data.

use standard_mediation_model::Standard;

/// The same standard without description, usage, definition, example, counter-example, example row, change.
pub fn without_texts(mut standard: Standard) -> Standard {
    standard.identity.description.clear();
    standard.examples.clear();
    standard.changes.clear();
    for group in &mut standard.groups {
        group.description.clear();
    }
    for field in &mut standard.fields {
        field.description.clear();
        field.usage = None;
        field.see_also.clear();
        field.examples.clear();
        field.counter_examples.clear();
        if let Some(pattern) = &mut field.pattern {
            pattern.in_words.clear();
        }
    }
    for vocabulary in &mut standard.vocabularies {
        vocabulary.description.clear();
        for value in &mut vocabulary.values {
            value.definition.clear();
        }
    }
    for rule in &mut standard.rules {
        rule.explanation.clear();
        rule.remedy.clear();
    }
    standard
}
