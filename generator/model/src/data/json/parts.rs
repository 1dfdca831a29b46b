//! The parts of a JSON list, and those that cannot be told from two.
//!
//! In: a list that is well written. Out: its parts as they stand, and one message for all those that hold the sign between parts.

use std::fmt;

use serde::de::{SeqAccess, Visitor};
use serde_json::value::RawValue;

use crate::count::others;

/// The parts of a list, as written.
#[derive(Default)]
pub(super) struct Parts<'de>(pub(super) Vec<&'de str>);

impl<'de> Visitor<'de> for &mut Parts<'de> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        while let Some(part) = list.next_element::<&RawValue>()? {
            self.0.push(part.get());
        }
        Ok(())
    }
}

/// Parts of a list that hold the sign between parts.
#[derive(Default)]
pub(super) struct Torn {
    first: String,
    count: usize,
}

impl Torn {
    pub(super) fn add(&mut self, part: &[u8]) {
        self.count += 1;
        if self.count == 1 {
            self.first = String::from_utf8_lossy(part).into_owned();
        }
    }

    /// What is said of them; nothing when there is none.
    pub(super) fn message(&self, separator: char) -> Option<String> {
        let first = format!("la valeur « {} »", self.first);
        let said = match self.count {
            0 => return None,
            1 => format!("{first} contient"),
            count => format!("{first} et {} de la liste contiennent", others(count - 1)),
        };
        Some(format!("{said} « {separator} », qui sépare les valeurs d'une liste"))
    }
}
