//! From the first row to the last. Blocks may be moved by any thread; what comes of them is put in the order of the file.

use std::borrow::Cow;
use std::io::Write;
use std::ops::Range;

use standard_mediation_model::data::{Block, Columns, Copied, CsvCopy, CsvLine, Fault, FileRule, Rows, WithoutHeaders};
use standard_mediation_model::migration::{Line, Mover, NoWay, Origin, Reason};
use standard_mediation_model::{Checker, Date, Standard, Version};

use super::Ledger;
use crate::Refusal;

/// Reads, moves and writes every row of a file with these columns. Gives their number.
///
/// # Errors
/// When the file cannot be read to its end: what was written must not be kept.
pub fn run(
    rows: &mut dyn Rows,
    columns: &Columns,
    line: CsvLine,
    mover: &mut Mover<'_>,
    out: &mut dyn Write,
    ledger: &mut Ledger<'_>,
) -> Result<u64, Refusal> {
    let hand = Hand::new(mover, line);
    let (mut block, mut moved) = (Block::new(), Moved::default());
    let mut moving = Moving::start(line, mover, out, ledger)?;
    let mut rows = WithoutHeaders::new(rows, columns);
    while rows.next(&mut block).map_err(Refusal::Read)? {
        hand.work(&block, &mut moved);
        moving.add(&block, &mut moved)?;
    }
    Ok(moving.finish())
}

/// Moves the rows of blocks. Shared by threads.
pub struct Hand<'p> {
    /// One that counted nothing.
    mover: Mover<'p>,
    line: CsvLine,
}

impl<'p> Hand<'p> {
    /// Moves rows as that mover does, which counted nothing yet, and writes them that way.
    pub fn new(mover: &Mover<'p>, line: CsvLine) -> Self {
        Self { mover: mover.clone(), line }
    }

    /// Replaces the contents of `moved` with the rows of a block.
    pub fn work(&self, block: &Block, moved: &mut Moved<'p>) {
        let Moved { tools, text, values, said } = moved;
        text.clear();
        values.clear();
        said.clear();
        let (mover, copy) = tools.get_or_insert_with(|| (self.mover.clone(), CsvCopy::new(self.line)));
        for (index, row) in copy.rows(block).enumerate() {
            mover.row(row.number(), row.len(), |rank| row.text(rank), &mut |line: &Line<'_, 'p>| {
                let start = values.len();
                values.push_str(line.value);
                said.push(Said { row: line.row, column: line.column, value: start..values.len(), reason: line.reason });
            });
            let origins = mover.origins().iter().map(|origin| match origin {
                Origin::Cell(rank) => Copied::Cell(*rank),
                Origin::Built(rank) => Copied::Text(mover.built(*rank)),
            });
            copy.write(text, block, index, origins);
        }
    }
}

/// The rows of a block once moved. Meant to be filled again and again.
#[derive(Default)]
pub struct Moved<'p> {
    tools: Option<(Mover<'p>, CsvCopy)>,
    /// The new rows.
    text: Vec<u8>,
    /// What is said of them, and the values that it is said of.
    said: Vec<Said<'p>>,
    values: String,
}

/// A [`Line`] that waits for its turn.
struct Said<'p> {
    row: u64,
    column: &'p str,
    /// Where it is among the values.
    value: Range<usize>,
    reason: Reason<'p>,
}

/// A migration under way: blocks are given in the order of the file.
pub struct Moving<'m, 'p, 'o> {
    mover: &'m mut Mover<'p>,
    out: &'m mut dyn Write,
    ledger: &'m mut Ledger<'o>,
    /// The number of rows that were written.
    count: u64,
    /// Whether something of the file was told not to be read.
    is_unread: bool,
}

impl<'m, 'p, 'o> Moving<'m, 'p, 'o> {
    /// Writes the header.
    ///
    /// # Errors
    /// Those of the output.
    pub fn start(
        line: CsvLine,
        mover: &'m mut Mover<'p>,
        out: &'m mut dyn Write,
        ledger: &'m mut Ledger<'o>,
    ) -> Result<Self, Refusal> {
        let mut header = Vec::new();
        line.write_header(&mut header, mover.header());
        out.write_all(&header).map_err(Refusal::Write)?;
        Ok(Self { mover, out, ledger, count: 0, is_unread: false })
    }

    /// Writes the rows of the next block of [`WithoutHeaders`], and what is said of them.
    ///
    /// # Errors
    /// Those of the output and of the report, and a file that is not read to its end: what was written must not be kept.
    pub fn add(&mut self, block: &Block, moved: &mut Moved<'p>) -> Result<(), Refusal> {
        self.out.write_all(&moved.text).map_err(Refusal::Write)?;
        self.count += block.len() as u64;
        if let Some(fault) = block.faults().iter().find(|fault| fault.rule == FileRule::Capped) {
            return Err(Refusal::Said(format!("{} ; {} ; rien n'a été écrit", fault.message, fault.help)));
        }
        let mut faults: Vec<Cow<'_, Fault>> = block.taken_out().iter().map(|row| Cow::Owned(repeated(*row))).collect();
        faults.extend(block.faults().iter().map(Cow::Borrowed));
        self.is_unread |= faults.iter().any(|fault| fault.rule.is_of_unread());
        // What is said of rows, of either kind, is told in their order.
        faults.sort_by_key(|fault| fault.row);
        let mut faults = faults.iter().peekable();
        for Said { row, column, value, reason } in moved.said.drain(..) {
            while let Some(fault) = faults.next_if(|fault| fault.row <= Some(row)) {
                self.ledger.fault(fault);
            }
            self.ledger.add(&Line { row, column, value: &moved.values[value], reason });
        }
        faults.for_each(|fault| self.ledger.fault(fault));
        if let Some((other, _)) = &mut moved.tools {
            self.mover.absorb(other);
        }
        self.ledger.flush()
    }

    /// Ends it: a file without a row is said to have none, unless it has some that could not be read. Gives the number of rows
    /// that were written.
    pub fn finish(self) -> u64 {
        if self.count == 0 && !self.is_unread {
            let (message, help) = ("il n'y a aucune ligne à convertir", "vérifiez que le tableau a bien été exporté en entier");
            self.ledger.fault(&Fault::new(FileRule::NoRow, None, message, help));
        }
        self.count
    }
}

fn repeated(row: u64) -> Fault {
    Fault::new(FileRule::RepeatedHeader, Some(row), "cette ligne répète l'en-tête", "elle n'est pas reprise")
}

/// Who says the values that break a rule of the version to reach.
///
/// # Errors
/// When a form of the standard does not compile: never one of ours.
pub fn checker(target: &Standard, today: Date) -> Result<Checker<'_>, Refusal> {
    Checker::new(target, today)
        .map_err(|field| Refusal::Said(format!("la forme de la colonne « {field} » ne se lit pas dans ce standard")))
}

/// Why no plan leads from a version to another, in French. `present` knows every version.
pub fn no_way(why: NoWay, from: Version, to: Version, present: &Standard) -> Refusal {
    let known = present.versions().map(|version| version.to_string()).collect::<Vec<_>>().join(", ");
    Refusal::Said(match why {
        NoWay::UnknownVersion(version) => format!("la version {version} n'existe pas ; il y a {known}"),
        NoWay::NotLater => format!("le fichier est de la version {from}, et {to} ne vient pas après : il n'y a rien à convertir"),
        NoWay::NoStep(version) => {
            format!("aucune étape ne mène de {version} à {to} : seules les versions publiées s'atteignent")
        }
    })
}
