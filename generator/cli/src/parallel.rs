//! Blocks of rows on several threads, with the outcome of one.
//!
//! In: rows, what is to be done with each block, and who takes the results. One thread reads and takes, in the order of the
//! file; the others work on blocks as they come, and so does the first one when they have enough to do. Blocks are a few, used
//! again and again: memory does not depend on the file.

use std::collections::BTreeMap;
use std::io;
use std::num::NonZeroUsize;
use std::sync::mpsc::{Receiver, Sender, SyncSender, TrySendError, channel, sync_channel};
use std::sync::{Mutex, PoisonError};
use std::thread;

use standard_mediation_model::data::{Block, Judge, Judged, Merger, Rows, Sink, Summary};

/// A block to work on, and its place in the file.
struct Work {
    rank: u64,
    block: Block,
}

/// What was made of a block, and by which thread: it goes back to that one, to be filled again. What another thread frees costs
/// both a wait.
struct Done<T> {
    work: Work,
    made: T,
    maker: Maker<T>,
}

/// What the first thread hears of a helper: `None` when it panics, since its block then never comes.
type Heard<T> = Option<Done<T>>;

/// Where what a thread made goes back to; `None` for the first one.
type Maker<T> = Option<Sender<T>>;

/// Blocks in the hands of each thread, at most: worked on, waiting or done.
const BLOCKS: usize = 3;

/// Blocks that wait for each helper. With one, a helper that is done with it while the first thread works has nothing to do.
const WAITING: usize = 2;

/// Files below this number of bytes are read before other threads have started.
const SMALL: u64 = 4 << 20;

/// The number of threads for a file of that size: those that are asked for, or those of the machine, four at most.
pub(crate) fn threads(asked: Option<NonZeroUsize>, size: Option<u64>) -> usize {
    match asked {
        Some(threads) => threads.get(),
        None if size.is_some_and(|size| size < SMALL) => 1,
        None => thread::available_parallelism().map_or(1, |threads| threads.get().min(4)),
    }
}

/// Validates as [`standard_mediation_model::data::validate`] does. `advance` is told the number of rows and bytes of each
/// block.
///
/// # Errors
/// Those of the source of bytes and of the sink.
pub(crate) fn validate(
    rows: &mut dyn Rows,
    judge: &Judge<'_>,
    sink: &mut dyn Sink,
    threads: usize,
    advance: &mut dyn FnMut(usize, usize),
) -> io::Result<Summary> {
    let mut merger = Merger::new(judge, rows.header(), rows.faults(), sink)?;
    let add = |block: &mut Block, judged: &mut Judged| {
        advance(block.len(), block.size());
        merger.add(block, judged, sink)
    };
    in_order(rows, threads, |block, judged| judge.judge(block, judged), add, |error| error)?;
    merger.finish(sink)
}

/// Has `work` make something of each block, on any thread, and gives it to `add` in the order of the file, until that wants no
/// more. What is made is given back to `work`, to be filled again.
///
/// # Errors
/// Those of the source of bytes, told by `unread`, unless `add` wanted no more before; and those of `add`.
pub(crate) fn in_order<T: Default + Send, E>(
    rows: &mut dyn Rows,
    threads: usize,
    work: impl Fn(&Block, &mut T) + Sync,
    mut add: impl FnMut(&mut Block, &mut T) -> Result<bool, E>,
    unread: fn(io::Error) -> E,
) -> Result<(), E> {
    let helpers = threads.saturating_sub(1);
    let (give, take) = sync_channel(helpers * WAITING);
    let (give_back, done) = channel();
    let take = Mutex::new(take);
    thread::scope(|scope| {
        for _ in 0..helpers {
            let (take, give_back, work) = (&take, give_back.clone(), &work);
            scope.spawn(move || help(work, take, &give_back));
        }
        // The scope waits for the helpers, who stop when there is nobody to give them work.
        let give = give;
        drop(give_back);
        let line =
            Line { add: &mut add, waiting: BTreeMap::new(), next: 0, free: Vec::new(), mine: Vec::new(), out: 0, goes_on: true };
        read(rows, &work, &give, &done, threads * BLOCKS, line)?.map_err(unread)
    })
}

/// Works on blocks until there are no more.
fn help<T: Default>(work: &impl Fn(&Block, &mut T), take: &Mutex<Receiver<Work>>, give_back: &Sender<Heard<T>>) {
    let _gone = Gone(give_back);
    let (maker, again) = channel();
    loop {
        let next = take.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(next) = next else { return };
        let mut made = again.try_recv().unwrap_or_default();
        work(&next.block, &mut made);
        if give_back.send(Some(Done { work: next, made, maker: Some(maker.clone()) })).is_err() {
            return;
        }
    }
}

/// Says that a helper panics, whatever made it: nobody waits for it, and the scope then panics as one thread would.
struct Gone<'s, T>(&'s Sender<Heard<T>>);

impl<T> Drop for Gone<'_, T> {
    fn drop(&mut self) {
        if thread::panicking() {
            // Without a receiver, nobody waits.
            let _ = self.0.send(None);
        }
    }
}

/// What the source of bytes says at the end, or the error of who takes the results. Returns early when a helper panics, which the
/// scope of threads then does too.
fn read<T: Default, E>(
    rows: &mut dyn Rows,
    work: &impl Fn(&Block, &mut T),
    give: &SyncSender<Work>,
    done: &Receiver<Heard<T>>,
    most: usize,
    mut line: Line<'_, T, E>,
) -> Result<io::Result<()>, E> {
    let mut last = Ok(());
    for rank in 0.. {
        while let Ok(heard) = done.try_recv() {
            let Some(done) = heard else { return Ok(last) };
            line.add(done)?;
        }
        while line.out + line.waiting.len() >= most {
            let Ok(Some(done)) = done.recv() else { return Ok(last) };
            line.add(done)?;
        }
        if !line.goes_on {
            break;
        }
        let mut block = line.free.pop().unwrap_or_default();
        match rows.next(&mut block) {
            Ok(true) => {}
            ended => {
                last = ended.map(drop);
                break;
            }
        }
        line.out += 1;
        match give.try_send(Work { rank, block }) {
            Ok(()) => {}
            Err(TrySendError::Full(mine) | TrySendError::Disconnected(mine)) => {
                let mut made = line.mine.pop().unwrap_or_default();
                work(&mine.block, &mut made);
                line.add(Done { work: mine, made, maker: None })?;
            }
        }
    }
    while line.out > 0 {
        let Ok(Some(done)) = done.recv() else { return Ok(last) };
        line.add(done)?;
    }
    // What cannot be read is nothing to one thread, which would have stopped before.
    Ok(if line.goes_on { last } else { Ok(()) })
}

/// Results that wait for their turn.
struct Line<'l, T, E> {
    add: &'l mut dyn FnMut(&mut Block, &mut T) -> Result<bool, E>,
    waiting: BTreeMap<u64, Done<T>>,
    /// The rank whose turn it is.
    next: u64,
    /// Blocks that may be used again.
    free: Vec<Block>,
    /// What the first thread made, and may fill again.
    mine: Vec<T>,
    /// Blocks that are worked on, or wait to be.
    out: usize,
    /// Whether more rows are wanted.
    goes_on: bool,
}

impl<T, E> Line<'_, T, E> {
    fn add(&mut self, done: Done<T>) -> Result<(), E> {
        self.out -= 1;
        self.waiting.insert(done.work.rank, done);
        while let Some(Done { mut work, mut made, maker }) = self.waiting.remove(&self.next) {
            self.goes_on = self.goes_on && (self.add)(&mut work.block, &mut made)?;
            self.next += 1;
            self.free.push(work.block);
            match maker {
                // A helper that stopped has no more use for it.
                Some(maker) => drop(maker.send(made)),
                None => self.mine.push(made),
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
