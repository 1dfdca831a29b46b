//! Versions of the past: they never change, and they are what the import of the published schemas says.

use std::fs;

use sha2::{Digest, Sha256};
use standard_mediation_codegen::emit;
use standard_mediation_codegen::import::{Options, import, without_texts};
use standard_mediation_model::Standard;

use crate::support::root;

/// Each version, the day it was written, the digest of its file. A line here never changes; a new version adds one.
const FROZEN: [(&str, &str, &str); 5] = [
    ("0.1.0", "2022-08-01", "a078829d7be1f4df39a1798102063a8291bf3350a60618e51bd7fe19c766d901"),
    ("0.1.1", "2022-11-14", "e4e1ad3d2f1c49fb184d924d1090d8a8fd8592f6cff22846ed61a773c7aa6cb8"),
    ("1.0.0", "2024-04-15", "8bb7cf75caa55e2487893b4e8aafd37252fa766d4eccdd778488c99125a831b2"),
    ("1.0.1", "2024-06-13", "0680b39b1e15d1c1d0500bd3eddc80142296ce326811e7ed0ccead80039a9aea"),
    ("1.0.2", "2024-07-11", "6e50545f466779d9cf7840ccb2c09d659c33d9f4e1051f74ea2829101cf318b6"),
];

fn file(version: &str) -> Vec<u8> {
    fs::read(root().join(format!("schema/versions/{version}.json"))).expect("a frozen version")
}

fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn a_frozen_version_never_changes() {
    for (version, _, expected) in FROZEN {
        assert_eq!(digest(&file(version)), expected, "{version} was changed: bring its file back");
    }
}

#[test]
fn the_sums_are_those_of_the_files() {
    let sums = fs::read_to_string(root().join("schema/versions/SHA256SUMS")).expect("the sums");
    let mut named: Vec<&str> = sums.lines().filter_map(|line| line.split_once("  ").map(|(_, name)| name)).collect();
    named.sort_unstable();
    let mut files: Vec<String> = fs::read_dir(root().join("schema/versions"))
        .expect("the folder")
        .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
        .filter(|name| name.ends_with(".json"))
        .collect();
    files.sort_unstable();
    assert_eq!(named, files);
    for line in sums.lines() {
        let (sum, name) = line.split_once("  ").expect("sum, two spaces, name");
        assert_eq!(digest(&file(name.trim_end_matches(".json"))), sum, "{name}");
    }
}

/// The published schema, imported again with its own names lent back, gives the same bytes.
#[test]
fn the_import_of_a_published_schema_gives_its_frozen_version() {
    for (version, date, _) in FROZEN {
        let bytes = fs::read(root().join(format!("tests/amont/v{version}/schema.json"))).expect("a published schema");
        let frozen: Standard = serde_json::from_slice(&file(version)).expect("a frozen version reads back");
        let options = Options {
            version: Some(version.parse().expect("a version")),
            date: Some(date.parse().expect("a date")),
            references: std::slice::from_ref(&frozen),
        };
        let imported = import("schema.json", &bytes, &options);
        let standard = imported.standard.unwrap_or_else(|| panic!("{version}: {:#?}", imported.remarks));
        assert_eq!(emit::standard_json(&without_texts(standard)).bytes, file(version), "{version}");
    }
}

/// What the history of the standard is known to hold, read in the frozen files.
#[test]
fn frozen_versions_hold_the_known_history() {
    let standards: Vec<Standard> =
        FROZEN.iter().map(|(version, ..)| serde_json::from_slice(&file(version)).expect("reads")).collect();
    let counts = |standard: &Standard| (standard.fields.len(), standard.vocabularies.iter().map(|list| list.values.len()).sum());
    let counted: Vec<(usize, usize)> = standards.iter().map(counts).collect();
    assert_eq!(counted, [(29, 44), (29, 46), (32, 56), (32, 56), (32, 57)]);
    let separators: Vec<char> = standards.iter().map(|standard| standard.dialect.list_separator).collect();
    assert_eq!(separators, [';', ';', '|', '|', '|']);
    let labels = |rank: usize, list: &str| -> Vec<&str> { standards[rank].vocabulary(list).expect("a list").labels().collect() };
    assert!(labels(0, "publics_accueillis").contains(&"Jeunes (16-26 ans)"));
    assert!(labels(0, "services").contains(&"S’équiper en matériel informatique"));
    assert!(labels(1, "services").contains(&"S'équiper en matériel informatique"));
    assert!(labels(4, "formations_labels").contains(&"Étapes numériques(La Poste)"));
    let required = |rank: usize| standards[rank].field("services").expect("a field").required;
    assert_eq!([required(2), required(3)], [true, false]);
    let texts = standards.iter().any(|standard| {
        standard.fields.iter().any(|field| !field.description.is_empty() || !field.examples.is_empty())
            || !standard.examples.is_empty()
            || !standard.identity.description.is_empty()
    });
    assert!(!texts, "a frozen version holds no text");
}
