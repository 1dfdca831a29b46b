//! A real browser, without a window: what a page becomes once its script has run, and what it complained of.
//!
//! Chromium, or the program that `CHROMIUM` names. Without one, tests fail: `apt-get install chromium`.

use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

/// A page, once its script has run.
pub(crate) struct Seen {
    /// Its elements, as HTML.
    pub(crate) dom: String,
    /// What its console said, one message a line.
    pub(crate) console: Vec<String>,
}

/// Opens a page at an address.
pub(crate) fn open(address: &str) -> Seen {
    let profile = tempfile::tempdir().expect("a folder for the browser");
    let mut command = Command::new(program());
    command
        // The browser refuses its own sandbox to the super-user, who runs tests in containers.
        .args(["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run"])
        .args(["--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-extensions"])
        .args([
            "--enable-logging=stderr",
            "--log-level=0",
            "--virtual-time-budget=5000",
            "--timeout=60000",
            "--window-size=1280,1000",
        ])
        .arg(format!("--user-data-dir={}", profile.path().display()))
        .args(["--dump-dom", address]);
    let output = bounded(&mut command, Duration::from_mins(3));
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "the browser failed:\n{stderr}");
    let console = stderr.lines().filter(|line| line.contains("CONSOLE")).map(str::to_owned).collect();
    let dom = String::from_utf8(output.stdout).expect("a page is UTF-8");
    assert!(dom.contains("</html>"), "the browser gave no page:\n{stderr}");
    Seen { dom, console }
}

/// What a program says, which must end within that time: one that is stuck is a failure that says so.
///
/// It writes into files: a pipe would be waited for as long as a child that it leaves behind holds it.
fn bounded(command: &mut Command, most: Duration) -> Output {
    let folder = tempfile::tempdir().expect("a folder");
    let (stdout, stderr) = (folder.path().join("stdout"), folder.path().join("stderr"));
    let file = |path: &Path| Stdio::from(std::fs::File::create(path).expect("a file"));
    command.stdin(Stdio::null()).stdout(file(&stdout)).stderr(file(&stderr));
    let mut child = command.spawn().expect("the program runs");
    let start = Instant::now();
    let read = |path: &Path| std::fs::read(path).expect("a file");
    loop {
        if let Some(status) = child.try_wait().expect("a child") {
            return Output { status, stdout: read(&stdout), stderr: read(&stderr) };
        }
        if start.elapsed() > most {
            child.kill().expect("killed");
            panic!("{command:?} was stuck:\n{}", String::from_utf8_lossy(&read(&stderr)));
        }
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// The address of a file.
pub(crate) fn address(path: &Path, fragment: &str) -> String {
    format!("file://{}{fragment}", path.display())
}

/// The name of the browser.
pub(crate) fn program() -> String {
    let named = std::env::var("CHROMIUM").ok();
    let known = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"].map(str::to_owned);
    let runs = |name: &String| {
        let version = Command::new(name).arg("--version").stdin(Stdio::null()).output();
        version.is_ok_and(|version| version.status.success())
    };
    let found = named.into_iter().chain(known).find(runs);
    found.expect("a browser is needed to look at the pages: apt-get install chromium, or name one in CHROMIUM")
}

/// The pieces of a page that start with `start` and end before `end`.
pub(crate) fn pieces<'d>(dom: &'d str, start: &str, end: &str) -> Vec<&'d str> {
    dom.split(start).skip(1).map(|rest| rest.split(end).next().unwrap_or_default()).collect()
}

/// A bar of a chart: how it looks, how long it is and what it says.
pub(crate) fn bar(dom: &str, caption: &str, label: &str) -> [String; 3] {
    let plain = dom.replace("&nbsp;", " ").replace('\u{a0}', " ");
    let charts = pieces(&plain, "<table class=\"barres\">", "</table>");
    let chart = charts.iter().find(|chart| chart.starts_with(&format!("<caption>{caption}</caption>")));
    let chart = chart.unwrap_or_else(|| panic!("no chart of « {caption} »"));
    let bars = pieces(chart, "<th scope=\"row\">", "</tr>");
    let bar = bars.iter().find(|bar| bar.starts_with(label)).unwrap_or_else(|| panic!("no bar of {label}: {bars:#?}"));
    let drawn = pieces(bar, "<rect class=\"", "\" height")[1];
    let (tone, width) = drawn.split_once("\" width=\"").expect("a width");
    [tone, width, pieces(bar, "<td class=\"nombre\">", "<")[0]].map(str::to_owned)
}
