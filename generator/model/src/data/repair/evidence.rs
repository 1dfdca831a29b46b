//! What is learnt by reading a file once.

use super::day::DayOrder;

/// What one reading of a file tells the next one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Evidence {
    /// What the dates of each column say of their order, those whose repair is sure.
    pub orders: Vec<DayOrder>,
    /// Some rows stop short, and columns cannot be moved without hiding it.
    pub has_uneven_rows: bool,
}

impl Evidence {
    /// What no row says yet, of so many columns.
    pub(super) fn none(columns: usize) -> Self {
        Self { orders: vec![DayOrder::default(); columns], has_uneven_rows: false }
    }

    /// Adds what other rows said, of as many columns.
    pub(super) fn add(&mut self, other: &Self) {
        self.has_uneven_rows |= other.has_uneven_rows;
        for (order, other) in self.orders.iter_mut().zip(&other.orders) {
            order.add(*other);
        }
    }

    /// Whether a second reading would do otherwise.
    pub fn is_worth_a_second_reading(&self) -> bool {
        self.has_uneven_rows || self.orders.iter().any(|order| order.ambiguous && order.is_french())
    }
}
