//! Whatever the bytes: findings or silence, never a panic, never a wait.

use serde_json::{Value, json};

use super::{Tree, check, edit, edit_json, fired, real};

/// xorshift64*: enough to choose where to hurt.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let high = self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33;
        usize::try_from(high).expect("31 bits") % n
    }
}

fn with(path: &str, bytes: impl Into<Vec<u8>>) -> Tree {
    let mut tree = real();
    tree.insert(path.to_owned(), bytes.into());
    tree
}

#[test]
fn an_empty_tree_misses_files_and_nothing_else() {
    assert_eq!(fired(&Tree::new(), Some("v1.1.0")).into_iter().collect::<Vec<_>>(), ["publication-fichier-manquant"]);
}

#[test]
fn truncated_files_are_said() {
    let real = real();
    for (path, bytes) in real.iter().filter(|(path, _)| path.ends_with(".json") || path.ends_with(".csv")) {
        for part in 1..6 {
            let mut tree = real.clone();
            tree.insert(path.clone(), bytes[..bytes.len() * part / 6].to_vec());
            let needed = !matches!(path.as_str(), "exemple-invalide.csv" | "exemple-valide.csv");
            let fired = fired(&tree, None);
            assert!(!needed || fired.contains("publication-illisible"), "{path} {part}: {fired:?}");
        }
    }
}

#[test]
fn no_mutation_of_the_bytes_panics() {
    let real = real();
    let paths: Vec<&String> = real.keys().collect();
    let inserts: [&[u8]; 16] =
        [b"", b"\"", b"{", b"}", b"[", b",", b"\\", b"\xff", b"\0", b"`", b"<b>", b"{{", b"\xef\xbb\xbf", b"\r", b"1e9", b"("];
    let mut dice = Dice(0x5EED_2026);
    let (mut silent, mut said) = (0, 0);
    for _ in 0..120 {
        let mut tree = real.clone();
        for _ in 0..=dice.below(3) {
            let path = paths[dice.below(paths.len())];
            let bytes = tree.get_mut(path).expect("a file");
            let (from, length) = (dice.below(bytes.len() + 1), dice.below(40));
            let to = (from + length * dice.below(2)).min(bytes.len());
            bytes.splice(from..to, inserts[dice.below(inserts.len())].iter().copied());
        }
        if fired(&tree, None).is_empty() { silent += 1 } else { said += 1 }
    }
    assert!(said > 60 && silent > 10, "the mutations no longer hurt as they should: {said} said, {silent} silent");
}

#[test]
fn huge_and_deep_files_are_refused_unread() {
    for text in
        ["[".repeat(10 << 20), format!("{{\"a\":\"{}\"}}", "x".repeat(10 << 20)), "[".repeat(3 << 20), "\"".repeat(3 << 20)]
    {
        for path in ["schema.json", "lieu.schema.json", "exemple-valide.json"] {
            assert!(fired(&with(path, text.clone()), None).contains("publication-illisible"), "{path}");
        }
    }
}

/// A part that unfolds, a row without end, ranks of texts that are not there.
#[test]
fn workbooks_that_lie_are_refused() {
    let sheets = [
        format!("<row r=\"1\">{}</row>", " ".repeat(5 << 20)),
        "<c r=\"A1\" t=\"s\"><v>0</v></c>".repeat(10_000),
        "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>99999999999999999999</v></c></row>".to_owned(),
        "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>7</v></c></row>".to_owned(),
        String::new(),
    ];
    for sheet in sheets {
        let mut archive = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        archive.start_file("xl/worksheets/sheet1.xml", zip::write::SimpleFileOptions::default()).expect("in memory");
        std::io::Write::write_all(&mut archive, sheet.as_bytes()).expect("in memory");
        let bytes = archive.finish().expect("in memory").into_inner();
        assert!(bytes.len() < 1 << 20);
        let fired = fired(&with("gabarit.xlsx", bytes), None);
        assert_eq!(fired.into_iter().collect::<Vec<_>>(), ["publication-illisible"], "{}", sheet.len());
    }
    assert!(fired(&with("gabarit.xlsx", vec![b'P'; 5 << 20]), None).contains("publication-illisible"));
}

#[test]
fn expressions_that_explode_are_judged_without_running_them() {
    let bombs = [
        "^(?:(a+)+)$",
        "^(?:((a{0,99}){0,99}){0,99})$",
        "^(?:a{999}{999}{999})$",
        "^(?:(?:a?){5000}b)$",
        "^(?:[^x]{1000}{1000})$",
    ];
    for bomb in bombs {
        let mut tree = real();
        edit_json(&mut tree, "schema.json", |schema| {
            let fields = schema["fields"].as_array_mut().expect("fields");
            for field in fields.iter_mut().filter(|field| field["type"] == "string") {
                field["constraints"]["pattern"] = bomb.into();
            }
        });
        assert!(fired(&tree, None).contains("publication-motif-couteux"), "{bomb}");
    }
    let mut tree = real();
    edit_json(&mut tree, "lieu.schema.json", |schema| {
        let named =
            (0..20_000).map(|rank| (format!("d{rank}"), json!({ "pattern": format!("^(?:(?:[^x]{{1,90}}y?){{{rank}}})$") })));
        schema["definitions"] = Value::Object(named.collect());
    });
    assert!(fired(&tree, None).contains("publication-motif-couteux"));
}

#[test]
fn wide_files_cost_no_more_than_their_size() {
    let mut tree = real();
    edit_json(&mut tree, "schema.json", |schema| {
        let many = |text: &str| Value::Array((0..20_000).map(|rank| format!("{text}{rank}").into()).collect());
        schema["fields"] = (0..20_000).map(|rank| json!({ "name": format!("c{rank}"), "type": "string" })).collect();
        schema["missingValues"] = many("");
        schema["primaryKey"] = many("c");
        schema["custom_checks"] =
            json!([{ "name": "cohesive-columns-value", "params": { "column": "c0", "othercolumns": many("c") } }]);
    });
    edit(&mut tree, "exemple-valide.csv", |_| {
        let header: Vec<String> = (0..1000).map(|rank| format!("c{rank}")).collect();
        format!("{}\n{}", header.join(","), format!("{}\n", ",".repeat(999)).repeat(2000))
    });
    edit(&mut tree, "README.md", |text| format!("{text}{}", "``` ` [a](b) `` ".repeat(100_000)));
    let findings = check(&tree, None);
    assert!((30..1000).contains(&findings.len()), "{}", findings.len());
}

#[test]
fn references_that_go_round_end() {
    let mut tree = real();
    edit_json(&mut tree, "lieu.schema.json", |schema| {
        schema["definitions"]["boucle"] = json!({ "type": "array", "items": { "$ref": "#/definitions/boucle" } });
        schema["properties"]["courriels"] = json!({ "$ref": "#/definitions/boucle" });
    });
    assert!(fired(&tree, None).contains("publication-json-exemple"));
}
