//! Bytes that are not UTF-8 are told wherever they are: in a column of the standard, in one that is not, in the header.

use std::fs;

use crate::support::{command, root, run};

/// The rules of a file of these bytes, and the exit code.
fn rules(bytes: &[u8]) -> (Vec<String>, i32) {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("lieux.csv");
    fs::write(&file, bytes).expect("writable");
    let standard = root().join("generated/standard.json");
    let (code, stdout, _) = run(command().args(["validate", "--format", "ndjson"]).arg(&file).arg("--standard").arg(standard));
    let lines = stdout.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).expect("a line of JSON"));
    let rules = lines.filter_map(|line| Some(line.get("regle")?.as_str()?.to_owned()));
    (rules.filter(|rule| rule == "encodage-du-fichier").collect(), code)
}

/// A file with some letters of UTF-8, and one that may not be.
fn file(name: &[u8], own: &[u8], other: &[u8]) -> Vec<u8> {
    let start = b"id,pivot,nom,commune,code_postal,adresse,date_maj,";
    let row = "\na,21210023400013,Médiathèque,Arnay-le-Duc,21230,".as_bytes();
    [&start[..], name, row, own, b",2026-04-02,", other, b"\n"].concat()
}

#[test]
fn bytes_that_are_not_utf_8_are_told_wherever_they_are() {
    assert_eq!(rules(&file(b"notes", b"1 rue X", "café".as_bytes())), (vec![], 0));
    for bytes in
        [file(b"notes", b"1 rue Caf\xE9", b""), file(b"notes", b"1 rue X", b"caf\xE9"), file(b"re\xE7u", b"1 rue X", b"oui")]
    {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        assert_eq!(rules(&bytes), (vec!["encodage-du-fichier".to_owned()], 1), "{text}");
    }
}
