//! Files that no reader likes: whatever is given, each verb answers in French, in 64 MiB, with the right exit code.
//!
//! Large inputs are made on the fly and written to a pipe; nothing large touches the disk. Times are printed
//! (`cargo test hostile -- --nocapture`), never judged: other things run on the machine.

mod archive;
mod books;
mod child;
mod faulty;
mod lists;
mod output;
mod stop;
mod tables;
mod trees;
mod verbs;
