//! `site`: what it writes, what it leaves alone, and what its server gives.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Stdio};

use crate::support::{command, files, run};

fn site(out: &Path) -> (i32, String, String) {
    run(command().args(["site", "--sans-verifier", "--out"]).arg(out))
}

#[test]
fn the_site_is_written_and_then_up_to_date() {
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("site");
    let (code, stdout, stderr) = site(&out);
    assert_eq!((code, stderr.as_str()), (0, ""), "{stdout}");
    let mut written = files(&out);
    written.remove(".pages").expect("the list of what was written");
    assert!(written == *super::real(), "what is written is what is built");
    let (code, stdout, _) = site(&out);
    assert!(code == 0 && stdout.contains("0 fichier écrit, 0 retiré,"), "{stdout}");

    // A page of a former build goes, a file of somebody stays.
    let list = fs::read_to_string(out.join(".pages")).expect("the list");
    fs::write(out.join(".pages"), format!("{list}champs/ancien.html\n")).expect("writable");
    fs::write(out.join("champs/ancien.html"), "x").expect("writable");
    fs::write(out.join("CNAME"), "standard.example").expect("writable");
    let (code, stdout, _) = site(&out);
    assert!(code == 0 && stdout.contains("1 retiré,"), "{stdout}");
    assert!(!out.join("champs/ancien.html").exists() && out.join("CNAME").exists());
}

#[test]
fn a_folder_of_somebody_else_is_left_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("these.odt"), "trois ans").expect("writable");
    let (code, _, stderr) = site(folder.path());
    assert!(code == 2 && stderr.contains("these.odt") && stderr.contains("rien n'a été touché"), "{stderr}");
    assert_eq!(files(folder.path()).into_keys().collect::<Vec<_>>(), ["these.odt"]);

    // What « generate » writes is not what « site » may replace.
    let generated = folder.path().join("generated");
    fs::create_dir(&generated).expect("a folder");
    let list = "# Fichiers écrits par « cargo standard generate », qui ne retire que ceux de cette liste.\nx.csv\n";
    fs::write(generated.join(".artefacts"), list).expect("writable");
    fs::write(generated.join("x.csv"), "a,b").expect("writable");
    let (code, _, stderr) = site(&generated);
    assert!(code == 2 && stderr.contains("rien n'a été touché"), "{stderr}");
    assert_eq!(files(&generated).into_keys().collect::<Vec<_>>(), [".artefacts", "x.csv"]);
}

#[test]
fn what_was_there_stays_when_all_cannot_be_written() {
    let folder = tempfile::tempdir().expect("a folder");
    let out = folder.path().join("site");
    assert_eq!(site(&out).0, 0);
    fs::write(out.join("index.html"), "avant").expect("writable");
    fs::remove_file(out.join("versions.html")).expect("there");
    // Something that is not ours stands where a page goes.
    fs::create_dir(out.join("versions.html")).expect("a folder");
    fs::write(out.join("versions.html/note.txt"), "à garder").expect("writable");
    let before = files(&out);
    let (code, _, stderr) = site(&out);
    assert!(code == 2 && stderr.contains("versions.html"), "{stderr}");
    assert!(files(&out) == before, "the folder is not as it was");
}

#[test]
fn faulty_sources_write_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::create_dir(folder.path().join("schema")).expect("a folder");
    fs::write(folder.path().join("schema/standard.yaml"), "nom: [").expect("writable");
    let (code, stdout, _) = run(command().current_dir(folder.path()).args(["site", "--out", "site"]));
    assert!(code == 1 && stdout.contains("rien n'a été écrit"), "{stdout}");
    assert!(!folder.path().join("site").exists());
    let (code, _, stderr) = run(command().arg("site"));
    assert!(code == 2 && stderr.contains("--out"), "{stderr}");
    let (code, _, stderr) = run(command().args(["site", "--serve", "--port", "beaucoup"]));
    assert!(code == 2 && stderr.contains("65535"), "{stderr}");
}

/// A server that stops with the test.
struct Server {
    child: Child,
    port: u16,
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn serving() -> Server {
    let mut child = command()
        .args(["site", "--sans-verifier", "--servir", "--port", "0"])
        .stdout(Stdio::piped())
        .spawn()
        .expect("the command runs");
    let mut line = String::new();
    BufReader::new(child.stdout.take().expect("an output")).read_line(&mut line).expect("an address");
    let port = line.trim().strip_prefix("http://127.0.0.1:").and_then(|rest| rest.strip_suffix('/')).expect("an address");
    Server { port: port.parse().expect("a port"), child }
}

fn asked(port: u16, request: &str) -> String {
    let mut stream = TcpStream::connect(("127.0.0.1", port)).expect("the server listens");
    stream.write_all(format!("{request} HTTP/1.1\r\nHost: a\r\n\r\n").as_bytes()).expect("it reads");
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).expect("it answers");
    String::from_utf8_lossy(&answer).into_owned()
}

#[test]
fn the_server_gives_the_pages_and_nothing_of_the_disk() {
    let server = serving();
    let home = asked(server.port, "GET /");
    let (head, body) = home.split_once("\r\n\r\n").expect("a body");
    assert!(head.starts_with("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"), "{head}");
    assert_eq!(body.as_bytes(), super::real()["index.html"]);
    let page = asked(server.port, "GET /vocabulaires/services.html?x=1");
    assert!(page.starts_with("HTTP/1.1 200 ") && page.contains("aide_demarches_administratives"));
    let climbs =
        ["/../Cargo.toml", "/%2e%2e/Cargo.toml", "/..%2fCargo.toml", "//etc/passwd", "/champs/../../Cargo.toml", "/.pages"];
    for path in climbs {
        assert!(asked(server.port, &format!("GET {path}")).starts_with("HTTP/1.1 404 "), "{path}");
    }
    assert!(asked(server.port, "POST /").starts_with("HTTP/1.1 405 "));
    let (code, _, stderr) = run(command().args(["site", "--sans-verifier", "--servir", "--port", &server.port.to_string()]));
    assert!(code == 2 && stderr.contains("déjà pris"), "{stderr}");
}
