//! The content of a cell: a text, a number, or a list of them.
//!
//! Numbers may be written bare where a field holds numbers; they are kept as text, since that is what a cell holds.

use schemars::JsonSchema;
use serde::{Deserialize, Deserializer};

/// Un contenu de case : un texte ou un nombre, ou une liste.
#[derive(Debug, Clone, PartialEq, Eq, JsonSchema)]
#[schemars(untagged)]
pub(crate) enum CellShape {
    /// Une seule valeur.
    One(#[schemars(with = "ScalarShape")] String),
    /// Plusieurs valeurs, dans l'ordre.
    Many(#[schemars(with = "Vec<ScalarShape>")] Vec<String>),
}

/// Un texte ou un nombre.
#[derive(JsonSchema)]
#[schemars(untagged)]
#[expect(dead_code, reason = "only its schema is used")]
pub(crate) enum ScalarShape {
    /// Un texte.
    Text(String),
    /// Un nombre.
    Number(f64),
}

struct CellVisitor;

impl<'de> serde::de::Visitor<'de> for CellVisitor {
    type Value = CellShape;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a scalar or a list of scalars")
    }

    fn visit_str<E>(self, text: &str) -> Result<CellShape, E> {
        Ok(CellShape::One(text.to_owned()))
    }

    fn visit_f64<E>(self, number: f64) -> Result<CellShape, E> {
        Ok(CellShape::One(number.to_string()))
    }

    fn visit_i64<E>(self, number: i64) -> Result<CellShape, E> {
        Ok(CellShape::One(number.to_string()))
    }

    fn visit_u64<E>(self, number: u64) -> Result<CellShape, E> {
        Ok(CellShape::One(number.to_string()))
    }

    fn visit_seq<A: serde::de::SeqAccess<'de>>(self, mut list: A) -> Result<CellShape, A::Error> {
        let mut parts = Vec::new();
        while let Some(part) = list.next_element::<CellShape>()? {
            match part {
                CellShape::One(text) => parts.push(text),
                CellShape::Many(_) => return Err(serde::de::Error::custom("a list inside a list")),
            }
        }
        Ok(CellShape::Many(parts))
    }
}

impl<'de> Deserialize<'de> for CellShape {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(CellVisitor)
    }
}

/// One text or number.
pub(super) fn scalar<'de, D: Deserializer<'de>>(deserializer: D) -> Result<String, D::Error> {
    match CellShape::deserialize(deserializer)? {
        CellShape::One(text) => Ok(text),
        CellShape::Many(_) => Err(serde::de::Error::custom("a list where one text is expected")),
    }
}

/// One text or number, when the key is there.
pub(super) fn optional_scalar<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<String>, D::Error> {
    scalar(deserializer).map(Some)
}
