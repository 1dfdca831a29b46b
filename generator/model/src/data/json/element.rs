//! One JSON object to the cells of a row.
//!
//! In: the text of an object and the names of the columns. Out: a row of the block, or the reason why there is none; and a
//! [`Fault`] for each value that no cell can hold. Nothing is built in between: the text of a value is copied once.

use std::collections::BTreeSet;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::super::block::Span;
use super::super::{Block, Fault, FileRule, Unit};
use super::column::{List, Shape};
use super::parts::{Parts, Torn};
use super::text::{append, append_texts, has};
use super::unread::{Unread, nothing_read};

/// Where objects become rows. Meant to be used again and again.
#[derive(Debug, Default)]
pub(super) struct Filling {
    /// A cell for each column of the row at hand.
    cells: Vec<Option<Span>>,
    /// Keys of the row at hand that have a value and are no column.
    unread: Unread,
    /// Columns of the row at hand that are there again.
    again: BTreeSet<usize>,
}

impl Filling {
    /// Adds an object to the block, as the row of that number.
    pub(super) fn row(
        &mut self,
        text: &str,
        shape: &Shape,
        unit: Unit,
        number: u64,
        block: &mut Block,
    ) -> Result<(), serde_json::Error> {
        self.cells.clear();
        self.cells.resize(shape.names.len(), None);
        self.unread.clear();
        self.again.clear();
        let (start, faults) = (block.text.len(), block.faults.len());
        let mut reader = serde_json::Deserializer::from_str(text);
        let object = Object { filling: self, shape, unit, number, block };
        let read = reader.deserialize_map(object).and_then(|()| reader.end());
        if read.is_err() {
            block.text.truncate(start);
            block.faults.truncate(faults);
            return read;
        }
        if self.cells.iter().flatten().all(|cell| cell.is_empty()) {
            // No row is given with nothing in it: once written, it would be found no more.
            if !self.unread.is_empty() {
                block.fault(nothing_read(unit, number));
            } else if block.faults.len() == faults {
                block.blank_row(number);
            }
            return Ok(());
        }
        block.start_row(number);
        let nothing = Span::new(start, start, false);
        block.cells.extend(self.cells.iter().map(|cell| cell.unwrap_or(nothing)));
        block.faults.extend(self.unread.fault(number));
        Ok(())
    }
}

/// The object being read.
struct Object<'f> {
    filling: &'f mut Filling,
    shape: &'f Shape,
    unit: Unit,
    number: u64,
    block: &'f mut Block,
}

impl<'de> Visitor<'de> for Object<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<(), A::Error> {
        // Objects of a file mostly have the same keys in the same order.
        let mut next = 0;
        while let Some(key) = map.next_key_seed(Key { names: &self.shape.names, next })? {
            let value: &RawValue = map.next_value()?;
            match key {
                Place::Column(column) => {
                    self.value(column, value.get());
                    next = column + 1;
                }
                Place::Other(_) if value.get() == "null" => {}
                Place::Other(name) => self.filling.unread.add(name),
            }
        }
        Ok(())
    }
}

impl Object<'_> {
    fn value(&mut self, column: usize, raw: &str) {
        if self.filling.cells[column].is_some() {
            // Said once, however often it comes: one object may hold a hundred thousand keys.
            if self.filling.again.insert(column) {
                let message = format!(
                    "la clé « {} » est là plusieurs fois dans {} ; seule la première est lue",
                    self.name(column),
                    self.this()
                );
                self.fault(column, FileRule::DuplicateColumn, message, "gardez-en une seule");
            }
            return;
        }
        let start = self.block.text.len();
        if raw.starts_with('[') {
            self.list(column, raw);
        } else if raw.starts_with('{') {
            self.nested(column);
        } else if !append(raw, &mut self.block.text) {
            self.unreadable(column);
        }
        self.filling.cells[column] = Some(Span::new(start, self.block.text.len(), false));
    }

    /// The parts of a list, joined as the standard joins them. What is wrong with some of them is said once.
    fn list(&mut self, column: usize, raw: &str) {
        let separator = match self.shape.lists[column] {
            List::Joined(separator) => separator,
            List::Refused => {
                let message = format!("« {} » est une liste, cette colonne ne prend qu'une valeur", self.name(column));
                self.fault(column, FileRule::ListForOne, message, "gardez une seule valeur, sans crochets");
                '|'
            }
        };
        let start = self.block.text.len();
        if append_texts(raw, separator, &mut self.block.text) {
            return;
        }
        self.block.text.truncate(start);
        let mut parts: Parts<'_> = Parts::default();
        let mut reader = serde_json::Deserializer::from_str(raw);
        // The list was already read as a whole: it is well written.
        if reader.deserialize_seq(&mut parts).is_err() {
            self.unreadable(column);
        }
        let (mut is_nested, mut is_unreadable, mut torn) = (false, false, Torn::default());
        for (i, part) in parts.0.into_iter().enumerate() {
            if i > 0 {
                self.block.text.extend_from_slice(separator.encode_utf8(&mut [0; 4]).as_bytes());
            }
            let start = self.block.text.len();
            if part.starts_with(['[', '{']) {
                is_nested = true;
            } else if !append(part, &mut self.block.text) {
                is_unreadable = true;
            }
            if has(&self.block.text[start..], separator) {
                torn.add(&self.block.text[start..]);
            }
        }
        if is_nested {
            self.nested(column);
        }
        if is_unreadable {
            self.unreadable(column);
        }
        if let Some(message) = torn.message(separator) {
            self.fault(column, FileRule::Unreadable, message, "retirez ce signe, ou faites-en deux valeurs de la liste");
        }
    }

    fn nested(&mut self, column: usize) {
        let message =
            format!("« {} » contient un objet ou une liste de listes, une case ne peut pas le contenir", self.name(column));
        self.fault(column, FileRule::Unreadable, message, "mettez-y un texte, un nombre ou une liste de textes");
    }

    fn unreadable(&mut self, column: usize) {
        let message = format!("le texte de « {} » contient un caractère mal écrit", self.name(column));
        self.fault(column, FileRule::Unreadable, message, "réécrivez ce texte : un caractère noté \\u y est incomplet");
    }

    fn fault(&mut self, column: usize, rule: FileRule, message: String, help: &str) {
        self.block.fault(Fault { column: Some(column), ..Fault::new(rule, Some(self.number), message, help) });
    }

    fn name(&self, column: usize) -> &str {
        &self.shape.names[column]
    }

    fn this(&self) -> &'static str {
        self.unit.this()
    }
}

/// Which column a key is.
enum Place {
    Column(usize),
    Other(String),
}

#[derive(Clone, Copy)]
struct Key<'n> {
    names: &'n [String],
    /// The column it probably is.
    next: usize,
}

impl<'de> DeserializeSeed<'de> for Key<'_> {
    type Value = Place;

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<Place, D::Error> {
        reader.deserialize_str(self)
    }
}

impl Visitor<'_> for Key<'_> {
    type Value = Place;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    #[inline]
    fn visit_str<E>(self, key: &str) -> Result<Place, E> {
        if self.names.get(self.next).is_some_and(|name| name == key) {
            return Ok(Place::Column(self.next));
        }
        let place = self.names.iter().position(|name| name == key);
        Ok(place.map_or_else(|| Place::Other(key.to_owned()), Place::Column))
    }
}
