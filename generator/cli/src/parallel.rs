//! A validation on several threads, with the outcome of one.
//!
//! In: rows, and who judges them. One thread reads and adds up, in the order of the file; the others judge blocks as
//! they come, and so does the first one when they have enough to do. Blocks are a few, used again and again: memory does
//! not depend on the file.

use std::collections::BTreeMap;
use std::io;
use std::sync::mpsc::{Receiver, SyncSender, TrySendError, channel, sync_channel};
use std::sync::{Mutex, PoisonError};
use std::thread;

use standard_mediation_model::data::{Block, Judge, Judged, Merger, Rows, Sink, Summary};

/// A block, with its place in the file.
struct Work {
    rank: u64,
    block: Block,
    judged: Judged,
}

/// Blocks in the hands of each thread, at most: one judged, one waiting, one done.
const BLOCKS: usize = 3;

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
    let helpers = threads.saturating_sub(1);
    let (give, take) = sync_channel::<Work>(helpers);
    let (give_back, done) = channel::<Work>();
    let take = Mutex::new(take);
    thread::scope(|scope| {
        for _ in 0..helpers {
            let (take, give_back) = (&take, give_back.clone());
            scope.spawn(move || help(judge, take, &give_back));
        }
        // The scope waits for the helpers, who stop when there is nobody to give them work.
        let give = give;
        drop(give_back);
        let mut line = Line { merger: &mut merger, sink, waiting: BTreeMap::new(), next: 0, free: Vec::new(), out: 0 };
        read(rows, judge, &give, &done, threads * BLOCKS, &mut line, advance)
    })?;
    merger.finish(sink)
}

/// Judges blocks until there are no more.
fn help(judge: &Judge<'_>, take: &Mutex<Receiver<Work>>, give_back: &std::sync::mpsc::Sender<Work>) {
    loop {
        let work = take.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(mut work) = work else { return };
        judge.judge(&work.block, &mut work.judged);
        if give_back.send(work).is_err() {
            return;
        }
    }
}

fn read(
    rows: &mut dyn Rows,
    judge: &Judge<'_>,
    give: &SyncSender<Work>,
    done: &Receiver<Work>,
    most: usize,
    line: &mut Line<'_, '_, '_>,
    advance: &mut dyn FnMut(usize, usize),
) -> io::Result<()> {
    for rank in 0.. {
        while let Ok(work) = done.try_recv() {
            line.add(work)?;
        }
        while line.out + line.waiting.len() >= most {
            let Ok(work) = done.recv() else { break };
            line.add(work)?;
        }
        let (mut block, judged) = line.free.pop().unwrap_or_default();
        if !rows.next(&mut block)? {
            break;
        }
        advance(block.len(), block.size());
        line.out += 1;
        match give.try_send(Work { rank, block, judged }) {
            Ok(()) => {}
            Err(TrySendError::Full(mut work) | TrySendError::Disconnected(mut work)) => {
                judge.judge(&work.block, &mut work.judged);
                line.add(work)?;
            }
        }
    }
    while line.out > 0 {
        let Ok(work) = done.recv() else { break };
        line.add(work)?;
    }
    Ok(())
}

/// Results that wait for their turn.
struct Line<'l, 'j, 'a> {
    merger: &'l mut Merger<'j, 'a>,
    sink: &'l mut dyn Sink,
    waiting: BTreeMap<u64, Work>,
    /// The rank whose turn it is.
    next: u64,
    /// Blocks that may be used again.
    free: Vec<(Block, Judged)>,
    /// Blocks that are judged, or wait to be.
    out: usize,
}

impl Line<'_, '_, '_> {
    fn add(&mut self, work: Work) -> io::Result<()> {
        self.out -= 1;
        self.waiting.insert(work.rank, work);
        while let Some(mut work) = self.waiting.remove(&self.next) {
            self.merger.add(&work.block, &mut work.judged, self.sink)?;
            self.next += 1;
            self.free.push((work.block, work.judged));
        }
        Ok(())
    }
}
