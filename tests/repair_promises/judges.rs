//! Judges, kept for the headers met lately: to make one costs more than to read a small file with it.

use std::cell::RefCell;
use std::rc::Rc;

use standard_mediation_model::data::{Judge, Options, Rows, Unit};
use standard_mediation_model::{Level, Standard};

/// Judges that are kept.
const MOST: usize = 256;

/// The names of the columns, how rows are counted, the level asked for.
type Kept = (Vec<String>, (Unit, Option<u64>, bool), Option<Level>, Rc<Judge<'static>>);

thread_local! {
    static JUDGES: RefCell<Vec<Kept>> = const { RefCell::new(Vec::new()) };
}

/// The judge of rows that adopted the standard, of which there is but one in a process.
pub(crate) fn judge(standard: &'static Standard, rows: &mut dyn Rows, only: Option<Level>) -> Rc<Judge<'static>> {
    JUDGES.with_borrow_mut(|judges| {
        let counted = (rows.unit(), rows.header_row(), rows.is_sheet());
        let is_same = |(header, other, level, _): &Kept| header == rows.header() && *other == counted && *level == only;
        if let Some(at) = judges.iter().position(is_same) {
            let kept = judges.remove(at);
            judges.push(kept);
        } else {
            let options = Options { only, ..Options::new("2026-11-23".parse().expect("a day")) };
            let judge = Judge::new(standard, rows, options).expect("patterns compile");
            if judges.len() == MOST {
                judges.remove(0);
            }
            judges.push((rows.header().to_vec(), counted, only, Rc::new(judge)));
        }
        Rc::clone(&judges[judges.len() - 1].3)
    })
}
