//! What emitters return.

use serde::Serialize;

use crate::plain;

/// A file to be written: where, below the output folder, and its exact bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Artifact {
    /// Relative path with `/`, never `..`.
    pub path: String,
    /// The whole content.
    pub bytes: Vec<u8>,
}

impl Artifact {
    /// A text file, LF, ending with exactly one line feed.
    pub(crate) fn text(path: impl Into<String>, text: &str) -> Self {
        let mut bytes = text.trim_end().as_bytes().to_vec();
        bytes.push(b'\n');
        Self { path: path.into(), bytes }
    }

    /// A JSON file, two spaces a level, keys in the order of the value.
    pub(crate) fn json(path: impl Into<String>, value: &impl Serialize) -> Self {
        // Our values hold no map with keys other than text, the only thing that JSON cannot write.
        let text = serde_json::to_string_pretty(value).expect("a value with text keys is always JSON");
        Self::text(path, &text)
    }

    /// A YAML file, its first line a comment.
    pub(crate) fn yaml(path: impl Into<String>, comment: &str, value: &impl Serialize) -> Self {
        Self::text(path, &format!("# {comment}\n{}", plain::encode(value)))
    }
}
