//! Who lends bytes to the engine and takes what it writes.

use std::io::{self, BufReader, Cursor, Read, Seek, SeekFrom, Write};

use standard_mediation_model::data::PREFIX;
use standard_mediation_report::reading;

/// Bytes asked of the host at a time.
const PIECE: usize = 256 << 10;

/// What the host lends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Source {
    /// What is asked, as JSON.
    Options,
    /// The file of data.
    File,
    /// The form of questions of a migration, filled in.
    Form,
    /// The present standard, as `standard.json`.
    Standard,
    /// The list of communes, `communes.bin`: asked for only where it is not compiled in.
    Communes,
    /// A frozen version, by its rank among those that the options name.
    Frozen(u32),
}

impl Source {
    /// Its number, for hosts that only know numbers.
    pub fn number(self) -> u32 {
        match self {
            Self::Options => 0,
            Self::File => 1,
            Self::Form => 2,
            Self::Standard => 3,
            Self::Communes => 4,
            Self::Frozen(rank) => 5 + rank,
        }
    }
}

/// What the host takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Channel {
    /// What the page shows, as one JSON document.
    Page,
    /// The report as JSON, that of the command.
    Json,
    /// The report as CSV, that of the command.
    Csv,
    /// The file that was repaired or migrated.
    File,
    /// The form of questions of a migration, to fill in.
    Form,
    /// Why nothing came of it, in French.
    Refusal,
}

impl Channel {
    /// Its number, for hosts that only know numbers.
    pub fn number(self) -> u32 {
        self as u32
    }
}

/// Lends bytes and takes bytes.
pub trait Host: Clone + Send + 'static {
    /// Number of bytes of a source; 0 when there is none.
    fn size(&self, source: Source) -> u64;

    /// Fills the start of `out` with the bytes of a source from a place. Gives their number: 0 at the end.
    ///
    /// # Errors
    /// When the source cannot be read any more.
    fn read(&self, source: Source, at: u64, out: &mut [u8]) -> io::Result<usize>;

    /// Takes the next bytes of a channel.
    fn write(&self, channel: Channel, bytes: &[u8]);

    /// Forgets what a channel took.
    fn restart(&self, channel: Channel);
}

/// All the bytes of a small source.
pub(crate) fn whole<H: Host>(host: &H, source: Source) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    Place { host: host.clone(), source, at: 0 }.read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// A source, read from a place on.
pub(crate) struct Place<H> {
    host: H,
    source: Source,
    at: u64,
}

impl<H: Host> Read for Place<H> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let read = self.host.read(self.source, self.at, out)?;
        self.at += read as u64;
        Ok(read)
    }
}

impl<H: Host> Seek for Place<H> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let at = match to {
            SeekFrom::Start(at) => Some(at),
            SeekFrom::End(by) => self.host.size(self.source).checked_add_signed(by),
            SeekFrom::Current(by) => self.at.checked_add_signed(by),
        };
        self.at = at.ok_or(io::ErrorKind::InvalidInput)?;
        Ok(self.at)
    }
}

/// A source, read from its start.
pub(crate) struct Bytes<H> {
    prefix: Cursor<Vec<u8>>,
    rest: BufReader<Place<H>>,
}

/// The bytes of a source.
pub(crate) fn bytes<H: Host>(host: &H, source: Source) -> Bytes<H> {
    let place = Place { host: host.clone(), source, at: 0 };
    Bytes { prefix: Cursor::new(Vec::new()), rest: BufReader::with_capacity(PIECE, place) }
}

impl<H: Host> Read for Bytes<H> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        match self.prefix.read(out)? {
            0 => self.rest.read(out),
            count => Ok(count),
        }
    }
}

impl<H: Host> reading::Bytes for Bytes<H> {
    type Seekable = BufReader<Place<H>>;

    fn prefix(&mut self) -> io::Result<Vec<u8>> {
        let mut prefix = Vec::new();
        self.rest.by_ref().take(PREFIX as u64).read_to_end(&mut prefix)?;
        self.prefix = Cursor::new(prefix.clone());
        Ok(prefix)
    }

    fn size(&self) -> Option<u64> {
        let Place { host, source, .. } = self.rest.get_ref();
        Some(host.size(*source))
    }

    fn seekable(mut self) -> io::Result<Option<Self::Seekable>> {
        self.rest.rewind()?;
        Ok(Some(self.rest))
    }
}

/// Bytes on their way to a channel, gathered.
pub(crate) struct Out<H: Host> {
    host: H,
    channel: Channel,
    waiting: Vec<u8>,
}

impl<H: Host> Out<H> {
    pub(crate) fn new(host: &H, channel: Channel) -> Self {
        Self { host: host.clone(), channel, waiting: Vec::new() }
    }

    fn send(&mut self) {
        if !self.waiting.is_empty() {
            self.host.write(self.channel, &self.waiting);
            self.waiting.clear();
        }
    }
}

impl<H: Host> Write for Out<H> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.waiting.extend_from_slice(bytes);
        if self.waiting.len() >= PIECE {
            self.send();
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.send();
        Ok(())
    }
}

impl<H: Host> Drop for Out<H> {
    fn drop(&mut self) {
        self.send();
    }
}
