//! The one place that names `serde_yaml`.
//!
//! The crate is archived but sound; should it have to go, `serde_norway` has the same interface and only this file
//! changes. It decodes texts that the sources have already accepted by form, so that its own errors (the first one
//! only, in English, sometimes at line 1) are never what a person reads, and it writes what we publish as YAML.

use serde::Serialize;
use serde::de::DeserializeOwned;

/// Decodes a text into a shape.
///
/// # Errors
/// The decoder's own words; unreachable for a text whose form was accepted, unless two readers of YAML disagree.
pub(crate) fn decode<T: DeserializeOwned>(text: &str) -> Result<T, String> {
    serde_yaml::from_str(text).map_err(|error| error.to_string())
}

/// Writes a value as a document, quoting what a reader would take for something else.
pub(crate) fn encode(value: &impl Serialize) -> String {
    // Our values hold no map with keys other than text, and no bytes.
    serde_yaml::to_string(value).expect("a value with text keys is always YAML")
}
