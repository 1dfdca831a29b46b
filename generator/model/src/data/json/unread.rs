//! Keys of an object that are no column: met after the first objects, their values have no cell.
//!
//! In: such keys, as an object is read. Out: the [`Fault`] of that object, since nothing of these values is in any output:
//! each object says it. Must not look at values.

use super::super::{Fault, FileRule, Unit};
use crate::count::others;

/// Keys that a message names.
const NAMED: usize = 3;

/// Keys of an object that have a value and are no column.
#[derive(Debug, Default)]
pub(super) struct Unread {
    /// The first of them.
    named: Vec<String>,
    count: usize,
}

impl Unread {
    pub(super) fn clear(&mut self) {
        self.named.clear();
        self.count = 0;
    }

    pub(super) fn add(&mut self, key: String) {
        self.count += 1;
        if self.named.len() < NAMED {
            self.named.push(key);
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// What is said of an object of which other values are read; nothing when there is no such key.
    pub(super) fn fault(&self, number: u64) -> Option<Fault> {
        let named = self.named.iter().map(|name| format!("« {name} »")).collect::<Vec<_>>().join(", ");
        let (message, help) = match self.count {
            0 => return None,
            1 => (
                format!("la clé {named} n'est ni du standard ni des premiers objets : sa valeur n'est pas lue"),
                "mettez cette clé dans le premier objet pour que ses valeurs soient gardées, ou retirez-la",
            ),
            count => {
                let more = count - self.named.len();
                let more = if more > 0 { format!(" et {}", others(more)) } else { String::new() };
                (
                    format!(
                        "les clés {named}{more} ne sont ni du standard ni des premiers objets : leurs valeurs ne sont pas lues"
                    ),
                    "mettez ces clés dans le premier objet pour que leurs valeurs soient gardées, ou retirez-les",
                )
            }
        };
        Some(Fault::new(FileRule::UnknownColumn, Some(number), message, help))
    }
}

/// What is said of an object that has values and of which none is read: it is no place, and no blank row either.
pub(super) fn nothing_read(unit: Unit, number: u64) -> Fault {
    let this = unit.this();
    let message = format!("{this} n'a de valeur sous aucune clé du standard ni des premiers objets : rien n'en est lu");
    Fault::new(FileRule::Unreadable, Some(number), message, "donnez-lui les mêmes clés qu'au premier objet")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_named_three_at_most_and_counted() {
        let mut unread = Unread::default();
        let mut said = |key: &str| {
            unread.add(key.to_owned());
            unread.fault(7).expect("a key").message
        };
        assert!(said("a").starts_with("la clé « a » n'est"));
        assert!(said("b").starts_with("les clés « a », « b » ne sont"));
        said("c");
        assert!(said("d").starts_with("les clés « a », « b », « c » et 1 autre ne sont"));
        unread.clear();
        assert_eq!(unread.fault(7), None);
    }
}
