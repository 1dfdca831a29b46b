//! The one place that names `serde_yaml`.
//!
//! The crate is archived but sound; should it have to go, `serde_norway` has the same interface and only this file
//! changes. It decodes texts that [`super::tree`] and [`super::form`] have already accepted, so that its own errors
//! (the first one only, in English, sometimes at line 1) are never what a person reads.

use serde::de::DeserializeOwned;

/// Decodes a text into a shape.
///
/// # Errors
/// The decoder's own words; unreachable for a text whose form was accepted, unless two readers of YAML disagree.
pub(crate) fn decode<T: DeserializeOwned>(text: &str) -> Result<T, String> {
    serde_yaml::from_str(text).map_err(|error| error.to_string())
}
