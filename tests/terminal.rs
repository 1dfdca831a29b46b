//! What a person reads on a terminal of some width, through a pseudo-terminal (`script`, of util-linux), and what another
//! program gets.

use std::process::Command;

use crate::support::{command, run};

/// What the command says on a terminal of that many columns, line by line.
fn on_a_terminal(columns: usize, arguments: &[&str]) -> Vec<String> {
    let program = command();
    let line = format!("stty cols {columns} rows 40 && exec \"$COMMANDE\" {}", arguments.join(" "));
    let output = Command::new("script")
        .args(["-qec", &line, "/dev/null"])
        .current_dir(crate::support::root())
        .env("COMMANDE", program.get_program())
        .env("NO_COLOR", "1")
        .env("TERM", "xterm")
        .env("SHELL", "/bin/sh")
        .output()
        .expect("script, of util-linux, runs");
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    text.lines().map(|line| line.trim_end_matches('\r').to_owned()).collect()
}

fn bare(lines: &[String]) -> String {
    lines.iter().flat_map(|line| line.chars()).filter(|sign| !sign.is_whitespace()).collect()
}

fn at_the_edge(lines: &[String]) -> usize {
    lines.iter().filter(|line| !line.is_empty() && !line.starts_with(' ')).count()
}

#[test]
fn lines_are_folded_at_the_width_of_the_terminal_and_nowhere_else() {
    let file = "generated/exemples/a-reparer.csv";
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("s.csv");
    let out = out.to_str().expect("UTF-8");
    let verbs: [&[&str]; 3] = [
        &["validate", file],
        &["repair", file, "--force", "-o", out],
        &["migrate", "tests/cases/migrate/hub-0.1.csv", "--force", "-o", out],
    ];
    for arguments in verbs {
        let (_, piped, _) = run(command().args(arguments));
        let piped: Vec<String> = piped.lines().map(str::to_owned).collect();
        assert!(piped.iter().any(|line| line.chars().count() > 120), "{arguments:?}: nothing to fold");
        // A line that starts at the edge does so because the whole one does.
        let starts = at_the_edge(&piped);
        for columns in [60, 80, 120] {
            let shown = on_a_terminal(columns, arguments);
            assert_eq!(bare(&shown), bare(&piped), "{arguments:?}, {columns}");
            for line in &shown {
                assert!(line.chars().count() <= columns, "{columns}: {line}");
            }
            assert_eq!(at_the_edge(&shown), starts, "{arguments:?}, {columns}: {shown:#?}");
        }
    }
}

#[test]
fn counts_are_drawn_within_the_terminal() {
    for columns in [60, 80, 120] {
        let shown = on_a_terminal(columns, &["stats", "generated/exemples/valides/lieux.csv"]);
        assert!(shown.iter().all(|line| line.chars().count() <= columns), "{columns}: {shown:#?}");
        assert!(shown.iter().any(|line| line.contains('█')), "{columns}: {shown:#?}");
    }
}

/// A bar is drawn on the terminal of whoever waits for a large file, and nowhere else.
#[test]
fn progress_is_drawn_on_a_terminal_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let (large, small) = (folder.path().join("grand.csv"), folder.path().join("petit.csv"));
    let row = |rank: usize| format!("{rank},{}\n", "mot ".repeat(25_000));
    let text = |rows: usize| format!("id,presentation_detail\n{}", (0..rows).map(row).collect::<String>());
    std::fs::write(&large, text(200)).expect("writable");
    std::fs::write(&small, text(2)).expect("writable");
    let path = |path: &std::path::Path| path.to_str().expect("UTF-8").to_owned();
    let (large, small) = (path(&large), path(&small));
    let drawn = |lines: &[String]| lines.iter().any(|line| line.contains('░') && line.contains(" %  "));
    assert!(drawn(&on_a_terminal(100, &["validate", &large])));
    assert!(!drawn(&on_a_terminal(100, &["validate", &small])), "it would be gone before it is seen");
    assert!(!drawn(&on_a_terminal(100, &["validate", "-", "<", &large])), "nobody knows how long a stream is");
    let (_, stdout, stderr) = run(command().args(["validate", &large]));
    assert!(stderr.is_empty() && !stdout.contains('░'), "{stderr}");
}
