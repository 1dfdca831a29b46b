//! A file of JSON: a resolved standard, or the Table Schema of somebody.

use standard_mediation_codegen::source::MAX_FROZEN_BYTES;
use standard_mediation_model::Standard;

use crate::disk::Failure;

/// What a file of JSON holds.
pub(super) enum Content {
    /// A resolved standard.
    Standard(Box<Standard>),
    /// A Table Schema, still to be imported.
    Table(Vec<u8>),
}

/// Reads the bytes of a file; `name` is what a person calls it.
pub(super) fn read(file: Vec<u8>, name: &str) -> Result<Content, Failure> {
    let bytes = file.as_slice();
    if bytes.len() > MAX_FROZEN_BYTES {
        let limit = MAX_FROZEN_BYTES >> 20;
        return Err(Failure::usage(format!("« {name} » dépasse {limit} Mio : ce n'est sans doute pas un standard")));
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let error = match serde_json::from_slice(bytes) {
        Ok(standard) => return Ok(Content::Standard(Box::new(standard))),
        Err(error) => error,
    };
    let at = |error: &serde_json::Error| format!("ligne {}, colonne {}", error.line(), error.column());
    let value: serde_json::Value = serde_json::from_slice(bytes).map_err(|error| {
        let what = if bytes.trim_ascii().is_empty() {
            "est vide".to_owned()
        } else if error.is_eof() {
            format!("s'arrête trop tôt ({}) : le fichier est tronqué", at(&error))
        } else {
            format!("n'est pas du JSON ({})", at(&error))
        };
        Failure::usage(format!("« {name} » {what}"))
    })?;
    if value["fields"].is_array() {
        return Ok(Content::Table(file));
    }
    let reason = if value["champs"].is_array() {
        format!(
            "a la forme d'un standard résolu, mais ne se lit pas comme tel ({}) : une autre version de l'outil l'a sans doute écrit",
            at(&error)
        )
    } else {
        "n'est ni un standard résolu (standard.json) ni un Table Schema (schema.json)".to_owned()
    };
    Err(Failure::usage(format!("« {name} » {reason}")))
}
