//! How far a long reading is, on the standard error of a person's terminal and nowhere else.

use standard_mediation_model::count::counted;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

/// Files below this number of bytes are read before a bar could be seen.
const SMALL: u64 = 16 << 20;

/// A bar, or nothing at all.
pub(crate) struct Progress(Option<ProgressBar>);

impl Progress {
    /// Starts on a file of that number of bytes, when it is known.
    pub(crate) fn new(size: Option<u64>) -> Self {
        // The library draws nothing when the standard error is no terminal.
        let Some(size) = size.filter(|size| *size >= SMALL) else { return Self(None) };
        let bar = ProgressBar::new(size);
        let style = ProgressStyle::with_template("{bar:40} {percent} %  {msg}");
        bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
        bar.enable_steady_tick(Duration::from_millis(100));
        Self(Some(bar))
    }

    /// Says that a number of rows and bytes more were read.
    pub(crate) fn advance(&mut self, rows: u64, bytes: usize) {
        if let Some(bar) = &self.0 {
            bar.inc(bytes as u64);
            bar.set_message(counted(rows, "ligne lue", "lignes lues"));
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some(bar) = &self.0 {
            bar.finish_and_clear();
        }
    }
}
