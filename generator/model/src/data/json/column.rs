//! The columns of a JSON file: keys of its first objects, then fields of the standard.

use std::fmt;

use serde::de::{Deserializer, IgnoredAny, MapAccess, Visitor};

use crate::Standard;

use super::super::Columns;
use super::super::csv::MOST_COLUMNS;

/// What rows are made of.
#[derive(Debug, Default)]
pub(super) struct Shape {
    /// The names of the columns.
    pub(super) names: Vec<String>,
    /// What becomes of a list, for each column.
    pub(super) lists: Vec<List>,
}

/// What becomes of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum List {
    /// Its parts are written with this sign between them.
    Joined(char),
    /// The column takes one value.
    Refused,
}

impl Shape {
    /// Adds the keys of an object that are no column yet. Nothing more is read of a wrong object than its good start.
    pub(super) fn add_keys(&mut self, object: &str) {
        let mut reader = serde_json::Deserializer::from_str(object);
        let _ = reader.deserialize_map(Keys(self));
    }

    fn add(&mut self, name: &str, list: List) {
        self.names.push(name.to_owned());
        self.lists.push(list);
    }

    /// Adds the fields of a standard that no column is, and learns how it joins lists.
    pub(super) fn adopt(&mut self, standard: &Standard, columns: &Columns) {
        let list = |field: usize| match &standard.fields[field] {
            field if field.multiple => List::Joined(standard.separator_of(field)),
            _ => List::Refused,
        };
        for (column, to) in self.lists.iter_mut().enumerate() {
            *to = columns.field(column).map_or(List::Joined(standard.dialect.list_separator), list);
        }
        for (i, field) in standard.fields.iter().enumerate() {
            if columns.column(i).is_none() && !self.names.contains(&field.name) {
                self.add(&field.name, list(i));
            }
        }
    }
}

struct Keys<'s>(&'s mut Shape);

impl<'de> Visitor<'de> for Keys<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let mut next = 0;
        while let Some(key) = map.next_key::<String>()? {
            map.next_value::<IgnoredAny>()?;
            if self.0.names.get(next) == Some(&key) {
                next += 1;
                continue;
            }
            match self.0.names.iter().position(|name| *name == key) {
                Some(place) => next = place + 1,
                None if self.0.names.len() <= MOST_COLUMNS => self.0.add(&key, List::Joined('|')),
                None => return Ok(()),
            }
        }
        Ok(())
    }
}
