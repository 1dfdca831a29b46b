//! The standard output, whose errors are told apart from those of the file that is read.

use std::error::Error;
use std::fmt;
use std::io::{self, Write};

/// Marks what goes wrong with it.
pub(super) struct Output<W>(pub(super) W);

/// Went wrong while showing.
#[derive(Debug)]
struct Shown(io::Error);

impl fmt::Display for Shown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl Error for Shown {}

impl<W: Write> Write for Output<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes).map_err(marked)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush().map_err(marked)
    }
}

fn marked(error: io::Error) -> io::Error {
    match error.kind() {
        // Asks to be tried again: nothing went wrong.
        io::ErrorKind::Interrupted => error,
        kind => io::Error::new(kind, Shown(error)),
    }
}

/// Whether an error is of the output.
pub(crate) fn is_of_output(error: &io::Error) -> bool {
    error.get_ref().is_some_and(<dyn Error + Send + Sync>::is::<Shown>)
}
