//! One thing that is measured.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::files::Data;
use crate::support::root;

/// What is done.
pub(crate) enum Work {
    /// A function of this process.
    Here(fn(&Path)),
    /// A command: program and arguments.
    Command(Vec<String>),
}

/// One thing that is measured.
pub(crate) struct Task {
    /// What it is.
    pub(crate) name: String,
    /// Name of the file it reads.
    pub(crate) file: &'static str,
    /// Number of rows of the file.
    pub(crate) rows: u64,
    /// Number of bytes of the file.
    pub(crate) bytes: u64,
    /// Whether others are compared with it.
    pub(crate) base: bool,
    /// At most so many runs.
    pub(crate) runs: usize,
    /// Where what it prints is kept.
    pub(crate) output: PathBuf,
    /// A file that it writes, taken away before each run.
    writes: Option<PathBuf>,
    path: PathBuf,
    work: Work,
}

/// What was measured.
#[derive(Default)]
pub(crate) struct Measure {
    /// Time of each run.
    pub(crate) times: Vec<Duration>,
    /// What the system counted; `None` for a function of this process.
    pub(crate) counted: Option<Counted>,
}

/// What the system counted of one run of a command.
#[derive(Clone, Copy)]
pub(crate) struct Counted {
    /// The most memory held, in KiB.
    pub(crate) memory: u64,
    /// Time of processor, in seconds, to the hundredth: what a machine that does something else does not change much.
    pub(crate) processor: f64,
}

impl Task {
    /// A task on a file.
    pub(crate) fn new(name: impl Into<String>, data: &Data, work: Work) -> Self {
        let name = name.into();
        let slug: String = format!("{name} {}", data.name).replace(|c: char| !c.is_ascii_alphanumeric(), "-");
        Self {
            file: data.name,
            rows: data.rows,
            bytes: data.bytes,
            base: false,
            runs: usize::MAX,
            output: root().join("target/bench-data").join(format!("{slug}.sortie")),
            writes: None,
            path: data.path.clone(),
            work,
            name,
        }
    }

    /// The others on the same file are compared with this one.
    pub(crate) fn compared_with(mut self) -> Self {
        self.base = true;
        self
    }

    /// Slow: that many runs are enough.
    pub(crate) fn at_most(mut self, runs: usize) -> Self {
        self.runs = runs;
        self
    }

    /// Writes that file, which must not be there.
    pub(crate) fn writing(mut self, path: PathBuf) -> Self {
        self.writes = Some(path);
        self
    }

    /// Runs it once and gives the time from start to end.
    pub(crate) fn time(&self) -> Duration {
        self.prepare();
        let start = Instant::now();
        match &self.work {
            Work::Here(function) => function(&self.path),
            Work::Command(words) => {
                let mut command = Command::new(&words[0]);
                command.args(&words[1..]).current_dir(root()).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
                std::hint::black_box(command.status().unwrap_or_else(|error| panic!("{}: {error}", words[0])));
            }
        }
        start.elapsed()
    }

    /// Runs a command once, keeps what it prints, and gives what the system counted.
    ///
    /// `time` is between this process and the command: the system counts to a process what its parent held.
    ///
    /// # Errors
    /// What a command that fails says.
    pub(crate) fn count(&self) -> Result<Option<Counted>, String> {
        let Work::Command(words) = &self.work else { return Ok(None) };
        self.prepare();
        let report = self.output.with_extension("memoire");
        let status = Command::new("/usr/bin/time")
            .args(["--quiet", "--format", "%M %U %S", "--output"])
            .arg(&report)
            .args(words)
            .current_dir(root())
            .stdin(Stdio::null())
            .stdout(File::create(&self.output).expect("a file"))
            .stderr(File::create(self.output.with_extension("erreurs")).expect("a file"))
            .status()
            .expect("GNU time is installed (Debian package « time »)");
        // 0 valid, 1 invalid; peers say the same or always 0.
        if !matches!(status.code(), Some(0 | 1)) {
            let said = fs::read_to_string(self.output.with_extension("erreurs")).unwrap_or_default();
            return Err(format!("{} on « {} »: {status}, {}", self.name, self.file, said.trim()));
        }
        let report = fs::read_to_string(report).expect("a report");
        let [memory, user, system] = report.split_whitespace().collect::<Vec<_>>().try_into().expect("three figures");
        let seconds = |text: &str| text.parse::<f64>().expect("seconds");
        Ok(Some(Counted { memory: memory.parse().expect("KiB"), processor: seconds(user) + seconds(system) }))
    }

    fn prepare(&self) {
        if let Some(path) = &self.writes {
            let _ = fs::remove_file(path);
        }
    }
}
