//! The commas between the elements of a list.
//!
//! In: what stands between two elements, some at a time. Out: a fault in the block for the first comma that lacks or is one too many: no
//! other reader takes such a list, and ours reads on. Said once a list, which may have a million of them.

use super::super::Block;
use super::{is_between, told};

/// The commas of a list that is being read.
#[derive(Debug, Default)]
pub(super) struct Commas {
    /// Those since the last element.
    seen: usize,
    is_told: bool,
}

impl Commas {
    /// The length of what stands before the next element, or before what is there of it.
    pub(super) fn pass(&mut self, text: &[u8]) -> usize {
        let length = text.iter().take_while(|byte| is_between(**byte)).count();
        self.seen += text[..length].iter().filter(|byte| **byte == b',').count();
        length
    }

    /// The element of that number comes: one comma is before it, none before the first.
    pub(super) fn before(&mut self, number: u64, block: &mut Block) {
        let (seen, expected) = (std::mem::take(&mut self.seen), usize::from(number > 1));
        if seen < expected {
            self.tell("il manque une virgule avant cet élément", number, block);
        } else if seen > expected {
            self.tell("il y a une virgule de trop avant cet élément", number, block);
        }
    }

    /// The list ends where an element of that number would have come: no comma is before it.
    pub(super) fn at_the_end(&mut self, number: u64, block: &mut Block) {
        if self.seen > 0 {
            self.tell("il y a une virgule de trop à la fin de la liste", number, block);
        }
    }

    fn tell(&mut self, message: &str, number: u64, block: &mut Block) {
        if !std::mem::replace(&mut self.is_told, true) {
            block.fault(told::stray_comma(message, number));
        }
    }
}
