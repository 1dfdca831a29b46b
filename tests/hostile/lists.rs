//! Cells that are lists of very many parts: the first defects are told; the rest is not read when they block, and counted
//! when they do not.

use super::child::{feed, repeat};
use crate::support::{command, run};

/// What `validate --format ndjson` says of one cell, a line each, the summary left out.
fn said(column: &str, cell: &str) -> Vec<String> {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("lieux.csv");
    std::fs::write(&path, format!("id,{column}\n1,{cell}\n")).expect("a file");
    let (_, out, _) = run(command().args(["validate", "--format", "ndjson"]).arg(&path));
    let of_cell = format!("\"colonne\":\"{column}\"");
    out.lines().filter(|line| line.contains(&of_cell) && line.contains("\"ligne\":2")).map(str::to_owned).collect()
}

#[test]
fn a_hundred_defects_of_a_cell_are_told_and_the_rest_is_not_read() {
    let values = |count: usize| (0..count).map(|rank| format!("inconnu {rank}")).collect::<Vec<_>>().join("|");
    let good = "|Aide aux démarches administratives".repeat(3);
    for cell in [values(100), values(100) + &good] {
        let lines = said("services", &cell);
        assert_eq!(lines.iter().filter(|line| line.contains("\"niveau\":\"bloquant\"")).count(), 100, "{lines:#?}");
        assert!(!lines.iter().any(|line| line.contains("la suite")), "{lines:#?}");
    }
    for (count, more) in [(101, ""), (1_334, "||a@ville.example|a@ville.example")] {
        let lines = said("services", &(values(count) + more));
        assert_eq!(lines.len(), 101, "{count}: {lines:#?}");
        let last = lines.last().expect("a line");
        assert!(last.contains("cette case a plus de 100 fautes : la suite de la case n'est pas vérifiée"), "{last}");
        assert!(last.contains("\"niveau\":\"bloquant\"") && last.contains("\"regle\":\"vocabulaire\""), "{last}");
        assert!(!last.contains("\"partie\""), "{last}");
    }
}

#[test]
fn advice_beyond_what_is_told_does_not_hide_a_fault_nor_make_one() {
    // Repeated addresses are advised against; one with a space is a fault.
    let again = |count| vec!["a@ville.example"; count].join("|");
    let lines = said("courriels", &again(101));
    assert_eq!(lines.len(), 100, "{lines:#?}");
    assert!(!lines.iter().any(|line| line.contains("encore")), "{lines:#?}");
    let lines = said("courriels", &again(300));
    assert_eq!(lines.len(), 101, "{lines:#?}");
    assert!(lines.iter().all(|line| line.contains("\"niveau\":\"recommandation\"")), "{lines:#?}");
    assert!(lines[100].contains("cette case a encore 199 autres conseils"), "{}", lines[100]);
    let services = vec!["Aide aux démarches administratives"; 300].join("|");
    let lines = said("services", &format!("{services}|inconnu"));
    let faults: Vec<_> = lines.iter().filter(|line| line.contains("\"niveau\":\"bloquant\"")).collect();
    let is_told = |line: &str| line.contains("« inconnu » n'est pas une valeur") && line.contains("\"partie\":301");
    assert!(faults.len() == 1 && is_told(faults[0]), "{lines:#?}");
}

#[test]
fn lists_of_a_mebibyte() {
    let distinct: String = (0..150_000).map(|rank| format!("{rank:x}|")).collect();
    for (name, column, cell) in [
        ("la même valeur", "services", "a|".repeat(500_000)),
        ("rien entre les séparateurs", "services", "|".repeat(1_000_000)),
        ("des valeurs toutes différentes", "services", distinct.clone()),
        ("des courriels tous différents", "courriels", distinct.clone()),
        ("des adresses web toutes différentes", "site_web", distinct),
    ] {
        let ran = feed(&format!("16 listes de 1 Mio, {name}"), |pipe| {
            pipe.write_all(format!("id,{column}\n").as_bytes())?;
            repeat(pipe, format!("1,{cell}\n").as_bytes(), 16 << 20)
        });
        ran.holds(1, &[&format!("({column})"), "lignes lues"]);
    }
}
