//! The files that `validate` holds, given to the verbs that count and that write: the same memory, and an output that is there
//! only when it was written to its end.

use std::io::{self, Write};

use super::archive::{NO_SHEET, xlsx};
use super::books::repeated_ods;
use super::child::{Ran, feed_to, repeat};

/// Far more than may be held.
const SIZE: usize = 128 << 20;

type Writer = fn(&mut dyn Write) -> io::Result<()>;

/// Runs a verb; with what it says, whether it wrote something. Nothing is left of an output that was not finished.
fn ran(verb: &str, name: &str, write: Writer) -> (Ran, bool) {
    let folder = tempfile::tempdir().expect("a folder");
    let (out, report) = (folder.path().join("sortie.csv"), folder.path().join("rapport.csv"));
    let (to, said) = (out.to_str().expect("a path"), report.to_str().expect("a path"));
    let arguments: &[&str] = match verb {
        "stats" => &["stats", "-"],
        "repair" => &["repair", "-", "-o", to, "--rapport", said],
        _ => &["migrate", "-", "--depuis", "1.0.1", "-o", to, "--rapport", said],
    };
    let ran = feed_to(arguments, &format!("{verb}, {name}"), write);
    let left: Vec<_> =
        std::fs::read_dir(folder.path()).expect("a folder").map(|file| file.expect("a file").file_name()).collect();
    let is_whole = out.exists() && report.exists() && left.len() == 2;
    assert!(is_whole || left.is_empty(), "{verb}, {name}: {left:?}");
    (ran, is_whole)
}

#[test]
fn files_that_are_no_table_or_hold_far_too_much() {
    let line: Writer = |pipe| {
        pipe.write_all(b"id,nom\n1,a\n")?;
        repeat(pipe, b"a", SIZE)?;
        pipe.write_all(b"\n3,fin\n")
    };
    let quote: Writer = |pipe| {
        pipe.write_all(b"id,nom\n1,\"a\n")?;
        repeat(pipe, format!("{}\n", "x".repeat(16_000)).as_bytes(), SIZE)
    };
    let list: Writer = |pipe| {
        pipe.write_all(b"[\n")?;
        let text = "Longue présentation.".repeat(2_500);
        repeat(pipe, format!("{{\"id\":\"1\",\"nom\":\"a\",\"presentation_detail\":\"{text}\"}},\n").as_bytes(), SIZE)?;
        pipe.write_all(b"{\"id\":\"fin\",\"nom\":\"b\"}]")
    };
    let columns: Writer = |pipe| pipe.write_all((0..10_000).map(|i| format!("colonne{i},")).collect::<String>().as_bytes());
    let bomb: Writer = |pipe| pipe.write_all(&xlsx(("<sst><si><t>", " ", 160 << 20), NO_SHEET));
    let rows: Writer = |pipe| pipe.write_all(&repeated_ods());
    let (long, quoted) = ("ligne 3 : cette ligne dépasse 1 Mio", "un guillemet est mal fermé");
    let (wide, broken) = ("l'en-tête compte 10", "le classeur est abîmé");
    let capped = "lignes une fois décompressée : la lecture s'arrête là";
    for (name, write, verb, code, said, writes) in [
        ("une ligne sans fin", line, "stats", 1, long, false),
        ("une ligne sans fin", line, "repair", 2, long, false),
        ("une ligne sans fin", line, "migrate", 1, "cette ligne dépasse 1 Mio", true),
        ("un guillemet ouvert", quote, "stats", 0, "lignes", false),
        ("un guillemet ouvert", quote, "repair", 1, quoted, true),
        ("un guillemet ouvert", quote, "migrate", 1, "cette ligne a 1 case", true),
        ("une liste JSON", list, "stats", 0, "lignes", false),
        ("une liste JSON", list, "repair", 1, "« 1 » est déjà utilisé", true),
        ("une liste JSON", list, "migrate", 0, "Fait", true),
        ("10 000 colonnes", columns, "stats", 2, wide, false),
        ("10 000 colonnes", columns, "repair", 2, wide, false),
        ("10 000 colonnes", columns, "migrate", 2, wide, false),
        ("un texte commun de 160 Mio", bomb, "stats", 2, broken, false),
        ("un texte commun de 160 Mio", bomb, "repair", 2, broken, false),
        ("un texte commun de 160 Mio", bomb, "migrate", 2, broken, false),
        ("des lignes répétées à l'infini", rows, "stats", 1, capped, false),
        ("des lignes répétées à l'infini", rows, "repair", 2, capped, false),
    ] {
        let (ran, is_written) = ran(verb, name, write);
        ran.holds(code, &[said]);
        assert_eq!(is_written, writes, "{verb}, {name}: {}", ran.said.chars().take(3_000).collect::<String>());
    }
}
