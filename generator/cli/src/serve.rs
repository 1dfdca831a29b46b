//! A server for a look: files held in memory, for this machine only, read only.
//!
//! In: files. Out: answers to GET and HEAD (RFC 9110) for the exact paths of these files, and for `/`, which is
//! `index.html`. The disk is never asked: a path that climbs finds nothing.

use std::collections::BTreeMap;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use standard_mediation_codegen::Artifact;

use crate::disk::Failure;
use crate::show::say;

/// Longest request that is read, in bytes.
const MAX_REQUEST: u64 = 16 << 10;
/// How long a connection may say nothing.
const PATIENCE: Duration = Duration::from_secs(10);

type Files = BTreeMap<String, Vec<u8>>;

/// Serves files until the process is stopped.
///
/// # Errors
/// The port is taken, or not allowed.
pub(crate) fn serve(port: u16, files: &[Artifact]) -> Result<(), Failure> {
    let failed = |error: io::Error| match error.kind() {
        io::ErrorKind::AddrInUse => {
            Failure::usage(format!("le port {port} est déjà pris : donnez-en un autre avec --port, ou --port 0"))
        }
        _ => Failure::new("serveur impossible sur", Path::new(&format!("127.0.0.1:{port}")), &error),
    };
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(failed)?;
    let port = listener.local_addr().map_err(failed)?.port();
    let files: Arc<Files> = Arc::new(files.iter().map(|file| (file.path.clone(), file.bytes.clone())).collect());
    say(format_args!("http://127.0.0.1:{port}/\nCtrl+C pour arrêter"));
    for stream in listener.incoming().flatten() {
        let files = Arc::clone(&files);
        // Browsers open connections that they do not use yet: each waits on its own. One that breaks is nobody's concern.
        std::thread::spawn(move || {
            let _ = talk(&files, stream);
        });
    }
    Ok(())
}

fn talk(files: &Files, mut stream: TcpStream) -> io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    let mut reader = BufReader::new((&stream).take(MAX_REQUEST));
    let mut first = String::new();
    reader.read_line(&mut first)?;
    // What follows is read, so that closing does not cut the answer, and not listened to.
    let mut line = String::new();
    while reader.read_line(&mut line)? > 2 {
        line.clear();
    }
    stream.write_all(&answer(files, &first))?;
    stream.flush()
}

/// The whole answer to the first line of a request, `GET /champs/id.html HTTP/1.1`.
fn answer(files: &Files, request: &str) -> Vec<u8> {
    let mut words = request.split_whitespace();
    let (method, target) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let with_body = method == "GET";
    if !with_body && method != "HEAD" {
        return response("405 Method Not Allowed", "text/plain; charset=utf-8", b"GET ou HEAD seulement\n", true);
    }
    let path = target.split(['?', '#']).next().unwrap_or_default();
    let path = decoded(path).and_then(|path| Some(path.strip_prefix('/')?.to_owned()));
    let path = path.map(|path| if path.is_empty() { "index.html".to_owned() } else { path });
    match path.and_then(|path| files.get(&path).map(|bytes| (mime(&path), bytes))) {
        Some((mime, bytes)) => response("200 OK", mime, bytes, with_body),
        None => response("404 Not Found", "text/plain; charset=utf-8", "Cette page n'existe pas.\n".as_bytes(), with_body),
    }
}

fn response(status: &str, mime: &str, body: &[u8], with_body: bool) -> Vec<u8> {
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {mime}\r\nContent-Length: {}\r\nX-Content-Type-Options: nosniff\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n",
        body.len()
    );
    let mut out = head.into_bytes();
    if with_body {
        out.extend_from_slice(body);
    }
    out
}

/// A path without its `%41` (RFC 3986); `None` when it is not well formed.
fn decoded(path: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.bytes();
    while let Some(byte) = rest.next() {
        if byte != b'%' {
            bytes.push(byte);
            continue;
        }
        let mut digit = || char::from(rest.next()?).to_digit(16);
        let (high, low) = (digit()?, digit()?);
        bytes.push(u8::try_from(high << 4 | low).ok()?);
    }
    String::from_utf8(bytes).ok()
}

/// The type of a file, by its name.
fn mime(path: &str) -> &'static str {
    match path.rsplit_once('.').map_or("", |(_, extension)| extension) {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" => "application/json",
        "csv" => "text/csv; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "wasm" => "application/wasm",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "md" | "txt" | "rs" | "toml" | "yml" | "yaml" | "py" | "sql" | "ts" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(request: &str) -> String {
        let files = Files::from([("index.html".into(), b"accueil".to_vec()), ("champs/id.html".into(), "é".into())]);
        String::from_utf8(answer(&files, request)).expect("UTF-8")
    }

    #[test]
    fn what_is_there_is_given_and_nothing_else() {
        assert!(said("GET / HTTP/1.1").starts_with("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"));
        assert!(said("GET / HTTP/1.1").ends_with("\r\n\r\naccueil"));
        assert!(said("GET /champs/%69d.html?q=1 HTTP/1.1").ends_with(
            "Content-Length: 2\r\nX-Content-Type-Options: nosniff\r\nCache-Control: no-store\r\nConnection: close\r\n\r\né"
        ));
        let head = said("HEAD /champs/id.html HTTP/1.1");
        assert!(head.contains("Content-Length: 2\r\n") && head.ends_with("\r\n\r\n"), "{head}");
        let wrong = ["/../etc/passwd", "/champs/../../x", "/%2e%2e/x", "//etc/passwd", "/champs", "/%", "/%zz", "/%ff", "x", ""];
        for path in wrong {
            assert!(said(&format!("GET {path} HTTP/1.1")).starts_with("HTTP/1.1 404 "), "{path}");
        }
        for method in ["POST", "PUT", "DELETE", "get", ""] {
            assert!(said(&format!("{method} / HTTP/1.1")).starts_with("HTTP/1.1 405 "), "{method}");
        }
    }
}
