//! What is asked of the benchmark.

/// What is asked of the benchmark.
pub(crate) struct Options {
    /// One million rows besides.
    pub(crate) million: bool,
    /// Other tools besides.
    pub(crate) peers: bool,
    /// Seed of the files.
    pub(crate) seed: u64,
    /// How many times each thing is measured.
    pub(crate) runs: usize,
    /// The one file to write, without measuring anything.
    pub(crate) file: Option<String>,
}

impl Options {
    /// Reads the command line; cargo adds `--bench` to it.
    pub(crate) fn read() -> Self {
        let mut options = Self { million: false, peers: false, seed: 2026, runs: 5, file: None };
        let mut arguments = std::env::args().skip(1);
        while let Some(argument) = arguments.next() {
            if argument == "--file" {
                options.file = arguments.next();
                continue;
            }
            let mut number = || {
                let number = arguments.next().and_then(|text| text.parse().ok());
                number.unwrap_or_else(|| panic!("{argument} wants a number"))
            };
            match argument.as_str() {
                "--bench" => {}
                "--million" => options.million = true,
                "--peers" => options.peers = true,
                "--seed" => options.seed = number(),
                "--runs" => options.runs = usize::try_from(number()).expect("a small number").max(1),
                other => panic!("unknown option {other}"),
            }
        }
        options
    }
}
