//! `validate --format html`: the page as a browser shows it.

mod acts;

use std::fs;
use std::io::Write;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::browser::{self, Seen, address, open, pieces};
use crate::support::{command, root, run};

/// Rows below the header of the full example, each with the cells that are given instead of its own.
fn file(rows: &[&[(&str, &str)]]) -> String {
    let path = root().join("generated/publication/exemple-valide.csv");
    let mut reader = csv::Reader::from_path(path).expect("the example is there");
    let header = reader.headers().expect("a header").clone();
    let model = reader.records().next().expect("a row").expect("CSV");
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(&header).expect("a row");
    for (i, changes) in rows.iter().enumerate() {
        let cells = header.iter().zip(&model).map(|(name, cell)| {
            let change = changes.iter().find(|(changed, _)| *changed == name);
            match change {
                Some((_, text)) => (*text).to_owned(),
                None if name == "id" => format!("lieu-{i}"),
                None => cell.to_owned(),
            }
        });
        writer.write_record(cells).expect("a row");
    }
    String::from_utf8(writer.into_inner().expect("bytes")).expect("UTF-8")
}

/// Writes a file, then its page.
fn page(folder: &Path, text: &str, code: i32) -> PathBuf {
    let (data, page) = (folder.join("lieux.csv"), folder.join("page.html"));
    fs::write(&data, text).expect("a file");
    let (status, stdout, stderr) = run(command().args(["validate", "--format", "html", "--force", "-o"]).arg(&page).arg(&data));
    assert_eq!(status, code, "{stdout}{stderr}");
    page
}

/// The rows of the table of findings that are shown.
fn shown(seen: &Seen) -> Vec<&str> {
    let rows = pieces(&seen.dom, "<tr data-colonne=", "</tr>");
    rows.into_iter().filter(|row| !row.split('>').next().unwrap_or_default().contains("hidden")).collect()
}

fn faulty(folder: &Path) -> PathBuf {
    let rows: &[&[(&str, &str)]] = &[
        &[("latitude", "45.76"), ("longitude", "4.83")],
        &[("code_postal", "1000")],
        &[("telephone", "01 80 05 98 80"), ("date_maj", "31/12/2024")],
        &[("services", "Comprehension du monde numérique"), ("nom", "Médiathèque d'Été")],
        &[("latitude", "0"), ("longitude", "0")],
    ];
    page(folder, &file(rows), 1)
}

#[test]
fn a_faulty_file_is_told_in_one_page() {
    let folder = tempfile::tempdir().expect("a folder");
    let page = faulty(folder.path());
    let seen = open(&address(&page, ""));
    assert_eq!(seen.console, [] as [String; 0], "the console complains");
    let told = seen.dom.replace("&nbsp;", "\u{a0}");
    assert!(told.contains("<h1>Ce fichier n'est pas encore conforme au standard"), "{}", &seen.dom[..9_000.min(seen.dom.len())]);
    assert!(told.contains("fautes, dans 3\u{a0}lignes sur 5."), "{}", &seen.dom[..9_000.min(seen.dom.len())]);
    let rows = shown(&seen);
    for (row, column) in [(3, "code_postal"), (4, "telephone"), (4, "date_maj"), (5, "services")] {
        let of = |line: &&str| line.starts_with(&format!("\"{column}\"")) && line.contains(&format!("\"Ligne\">{row}</td>"));
        assert_eq!(rows.iter().copied().filter(|line| of(line) && line.contains("bloquant")).count(), 1, "{column}: {rows:#?}");
    }
    assert!(seen.dom.contains("1&nbsp;ligne tombe hors de France") || seen.dom.contains("1\u{a0}ligne tombe hors de France"));
    assert!(seen.dom.contains("points mauvais") && seen.dom.contains("points moyen"), "points of both kinds are drawn");
    assert!(seen.dom.contains("class=\"script\""), "the script ran");
}

#[test]
fn filters_keep_what_the_address_asks_for() {
    let folder = tempfile::tempdir().expect("a folder");
    let page = faulty(folder.path());
    let all = shown(&open(&address(&page, ""))).len();
    let seen = open(&address(&page, "#colonne=telephone&niveau=bloquant"));
    let rows = shown(&seen);
    assert!(rows.len() == 1 && all >= 4, "{rows:#?}");
    assert!(rows[0].starts_with("\"telephone\""), "{rows:#?}");
    assert!(seen.dom.contains(&format!("1 constat sur {all}.")), "the count is said");
    // Without accents nor capitals, and in any order.
    let seen = open(&address(&page, "#texte=NUMERIQUE%20comprehension"));
    assert!(shown(&seen).iter().all(|row| row.starts_with("\"services\"")) && !shown(&seen).is_empty());
    let seen = open(&address(&page, "#texte=introuvable"));
    assert_eq!(shown(&seen).len(), 0);
    assert!(seen.dom.contains("Aucun constat ne correspond."));
    assert_eq!(seen.console, [] as [String; 0]);
}

/// A server that has nothing, and counts who asks.
fn counting_server() -> (u16, Arc<AtomicUsize>) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = listener.local_addr().expect("a port").port();
    let asked = Arc::new(AtomicUsize::new(0));
    let counter = Arc::clone(&asked);
    std::thread::spawn(move || {
        for mut stream in listener.incoming().flatten() {
            counter.fetch_add(1, Ordering::SeqCst);
            // Whether the browser waits for the answer is its business.
            let _ = stream.write_all(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        }
    });
    (port, asked)
}

#[test]
fn a_hostile_cell_stays_a_text_and_asks_for_nothing() {
    let (port, asked) = counting_server();
    let cell = format!(
        "</script></style><img src=http://127.0.0.1:{port}/x onerror=\"document.title='pirate'\"><script>document.title='pirate'</script>"
    );
    let folder = tempfile::tempdir().expect("a folder");
    // A browser that does run it, so that the silence below says something.
    let control = folder.path().join("temoin.html");
    fs::write(&control, format!("<!DOCTYPE html><title>calme</title>{cell}")).expect("a page");
    assert!(open(&address(&control, "")).dom.contains("<title>pirate</title>"));
    let control = asked.load(Ordering::SeqCst);
    assert!(control > 0, "the control page asked for its picture");

    let mut text = file(&[&[("telephone", &cell), ("nom", &cell), ("services", &cell), ("code_postal", &cell)]]);
    text = text.replacen("prise_rdv", &format!("\"{}\"", cell.replace('"', "\"\"")), 1);
    let page = page(folder.path(), &text, 1);
    for fragment in ["", "#texte=%3Cscript%3Edocument.title%3D'pirate'%3C/script%3E"] {
        let seen = open(&address(&page, fragment));
        assert_eq!(seen.console, [] as [String; 0]);
        assert!(seen.dom.contains("<title>Vérification de données de médiation numérique</title>"));
        assert!(!seen.dom.contains("<img") && seen.dom.contains("&lt;img src=http"), "the cell is shown as it is written");
        assert!(shown(&seen).len() >= 4);
    }
    assert_eq!(asked.load(Ordering::SeqCst), control, "something was asked of the network");
    // Nothing in the page names anything to fetch: its tags without the texts of their attributes, its style, its links.
    let written = fs::read_to_string(page).expect("a page");
    let tags = pieces(&written, "<", ">");
    for tag in &tags {
        let bare: String = tag.split('"').step_by(2).collect();
        let name = bare.split([' ', '/']).next().unwrap_or_default();
        assert!(!["img", "iframe", "object", "embed", "base", "video", "audio"].contains(&name), "<{tag}>");
        assert!(!bare.contains("src") && !tag.contains("href=\"http"), "<{tag}>");
    }
    let style = pieces(&written, "<style>", "</style>").concat();
    assert!(style.len() > 1_000 && !style.contains("@import") && !style.contains("url("), "{style}");
    assert_eq!(pieces(&written, "<script", ">"), [""], "one script, written in the page");
}

#[test]
fn a_good_file_may_be_published() {
    let folder = tempfile::tempdir().expect("a folder");
    let seen = open(&address(&page(folder.path(), &file(&[&[]]), 0), ""));
    assert!(seen.dom.contains("<h1>Ce fichier est conforme au standard"));
    assert_eq!((shown(&seen).len(), seen.console.len()), (0, 0));
}

#[test]
fn a_file_that_is_no_table_is_told_too() {
    let folder = tempfile::tempdir().expect("a folder");
    let seen = open(&address(&page(folder.path(), "", 2), ""));
    assert!(seen.dom.contains("<h1>Ce fichier ne peut pas être lu</h1>") && seen.dom.contains("Le fichier est vide."));
    let header = file(&[]);
    let seen = open(&address(&page(folder.path(), &header, 1), ""));
    assert!(seen.dom.contains("aucune ligne sous l'en-tête"));
}

#[test]
fn a_page_is_bounded_whatever_the_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let head = file(&[]);
    // Every row has faults, far from each other on the map, and long cells.
    let columns: Vec<&str> = head.trim_end().split(',').collect();
    let mut text = head.clone();
    for i in 0..60_000u32 {
        let cell = |name: &str| match name {
            "latitude" => format!("{:.4}", 42.0 + f64::from(i * 7_919 % 80_000) / 10_000.0),
            "longitude" => format!("{:.4}", f64::from(i * 34_729 % 70_000) / 10_000.0),
            "telephone" => "1".repeat(30),
            _ => String::new(),
        };
        text.push_str(&columns.iter().map(|name| cell(name)).collect::<Vec<_>>().join(","));
        text.push('\n');
    }
    let page = page(folder.path(), &text, 1);
    let written = fs::read_to_string(page).expect("a page");
    assert!(written.len() < 6_000_000, "{} bytes", written.len());
    assert_eq!(written.matches("<tr data-colonne=").count(), 5_000);
    assert!(written.contains("ce tableau en montre 5\u{202f}000"), "what is cut is said");
    assert!(written.contains("La carte s'arrête à 20\u{202f}000"), "points that are cut are said");
    assert!(written.matches("h0").count() <= 20_010);
}

#[test]
fn a_page_replaces_nothing_by_accident() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("lieux.csv");
    fs::write(&data, file(&[&[]])).expect("a file");
    let before = fs::read(&data).expect("a file");
    for arguments in [&["--force"][..], &[]] {
        let mut command = command();
        command.args(["validate", "--format", "html", "-o"]).arg(&data).arg(&data).args(arguments);
        let (code, _, stderr) = run(&mut command);
        assert_eq!(code, 2, "{stderr}");
        assert_eq!(fs::read(&data).expect("a file"), before, "the input was touched");
    }
    let (code, _, stderr) = run(command().args(["validate", "-o", "x.html"]).arg(&data));
    assert!(code == 2 && stderr.contains("--format html"), "{stderr}");
}

#[test]
fn several_files_make_one_page() {
    let folder = tempfile::tempdir().expect("a folder");
    let (one, two) = (folder.path().join("un.csv"), folder.path().join("deux.csv"));
    fs::write(&one, file(&[&[]])).expect("a file");
    fs::write(&two, file(&[&[("code_postal", "1000")]])).expect("a file");
    let page = folder.path().join("page.html");
    let (code, stdout, _) = run(command().args(["validate", "--format", "html", "-o"]).args([&page, &one, &two]));
    assert_eq!(code, 1, "{stdout}");
    let seen = browser::open(&address(&page, "#fichier=2&colonne=code_postal"));
    assert_eq!(pieces(&seen.dom, "<article", ">").len(), 2);
    assert!(seen.dom.contains("Ce fichier est conforme") && seen.dom.contains("Ce fichier n'est pas encore conforme"));
    assert_eq!((shown(&seen).len(), seen.console.len()), (1, 0));
}
