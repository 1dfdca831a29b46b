//! Schemas that are wrong, huge, truncated or hurt at random: never a panic, always words.

use std::fs;

use standard_mediation_codegen::import::{Imported, completed};
use standard_mediation_codegen::source;
use standard_mediation_model::Level;

use super::{fixtures, imported};
use crate::dice::Dice;
use crate::support::root;

/// Inputs of every wrong kind: something is said in French, nothing is written, nothing panics, and it ends.
#[test]
fn whatever_the_bytes_something_is_said() {
    let schema = fs::read(root().join("tests/amont/v1.0.1/schema.json")).expect("a schema");
    let field = |constraints: &str| format!(r#"{{"fields": [{{"name": "a", "constraints": {constraints}}}]}}"#);
    let mut inputs: Vec<(&str, Vec<u8>)> = vec![
        ("empty", Vec::new()),
        ("not text", vec![0xff, 0xfe, 0, 1, 2]),
        ("huge", vec![b' '; 9 << 20]),
        ("deep", "[".repeat(1 << 20).into_bytes()),
        ("deep objects", "{\"a\":".repeat(100_000).into_bytes()),
        ("a list", b"[]".to_vec()),
        ("a number", b"12".to_vec()),
        ("no field", br#"{"fields": []}"#.to_vec()),
        ("fields of another kind", br#"{"fields": {"a": 1}}"#.to_vec()),
        ("a field of another kind", br#"{"fields": [1, "a", null]}"#.to_vec()),
        ("nameless", br#"{"fields": [{"name": ""}, {"name": 3}, {}]}"#.to_vec()),
        ("twice", br#"{"fields": [{"name": "a"}, {"name": "a"}]}"#.to_vec()),
        ("too many fields", format!(r#"{{"fields": [{}]}}"#, vec![r#"{"name":"a"}"#; 100_000].join(",")).into_bytes()),
        ("a lone surrogate", br#"{"fields": [{"name": "\ud800"}]}"#.to_vec()),
        ("a feature collection", br#"{"type": "FeatureCollection", "features": []}"#.to_vec()),
    ];
    inputs.extend((0..schema.len()).step_by(97).map(|end| ("truncated", schema[..end].to_vec())));
    for (what, bytes) in inputs {
        let Imported { standard, remarks, .. } = imported(&bytes);
        assert!(standard.is_none(), "{what}");
        let fault = remarks.iter().find(|remark| remark.level == Level::Blocking).expect("a fault");
        assert!(!fault.message.is_empty() && !fault.help.is_empty(), "{what}: {fault:?}");
    }
    // Strange, and still a schema: what cannot be kept is named.
    let patterns = [
        "(",
        "[z-a]",
        "a{99999999}",
        "(?:(?:(?:a{100}){100}){100}){100}",
        "\\\\",
        "(?<n>a)\\\\k<n>",
        "(a+)+$",
        "(?i)(?s)(?m).",
        "^$",
        "|",
        "||",
        "()",
        "(?:)*",
        "^(a|b",
        "[[:alpha:]]",
        "[^]",
        "a**",
        "\\\\p{Han}",
        "(?=a)b",
    ];
    let mut strange: Vec<String> = patterns.iter().map(|pattern| field(&format!(r#"{{"pattern": "{pattern}"}}"#))).collect();
    strange.push(field(&format!(r#"{{"pattern": "{}a{}"}}"#, "(".repeat(10_000), ")".repeat(10_000))));
    strange.push(field(&format!(r#"{{"pattern": "^({})$"}}"#, vec!["mot"; 50_000].join("|"))));
    strange.push(field(&format!(r#"{{"enum": [{}]}}"#, vec!["\"v\""; 200_000].join(","))));
    strange.push(field(&format!(
        r#"{{"enum": [{}]}}"#,
        (0..4_000).map(|n| format!("\"{}\"", "-".repeat(n % 7 + 1) + &" ".repeat(n / 7))).collect::<Vec<_>>().join(",")
    )));
    strange.push(field(r#"{"required": "peut-être", "minLength": -1, "maxLength": 1e99, "minimum": "x", "enum": {}}"#));
    strange.push(format!(
        r#"{{"fields": [{{"name": "a"}}], {}}}"#,
        (0..20_000).map(|n| format!("\"k{n}\": 1")).collect::<Vec<_>>().join(",")
    ));
    for text in strange {
        let Imported { standard, remarks, .. } = imported(text.as_bytes());
        let shown: String = text.chars().take(80).collect();
        let standard = standard.unwrap_or_else(|| panic!("{shown}: {:#?}", &remarks[..remarks.len().min(3)]));
        let (standard, _) = completed(standard);
        assert!(!source::write(&standard).is_empty());
    }
}

/// What is put in: what breaks JSON, types, expressions and texts.
const INSERTS: [&str; 22] = [
    "", "\"", "\\", "{", "}", "[", "]", ",", ":", "null", "true", "-1", "1e400", "\"a\"", "(", ")", "|", "^", "$", "é",
    "\u{feff}", "\u{0}",
];

/// Published schemas, hurt at random places: never a panic, and either a standard that can be written or a fault.
#[test]
fn no_mutation_of_a_schema_panics() {
    let fixtures = fixtures();
    let mut dice = Dice(0x9E37_79B9_7F4A_7C15);
    let (mut standards, mut faults) = (0, 0);
    for round in 0..400 {
        let (_, bytes) = &fixtures[round % fixtures.len()];
        let mut text = String::from_utf8(bytes.clone()).expect("UTF-8");
        for _ in 0..=dice.below(3) {
            let edges: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
            let (start, end) = (edges[dice.below(edges.len())], edges[dice.below(edges.len())]);
            let end = start.max(end).min(start + dice.below(40));
            let end = edges.iter().copied().find(|edge| *edge >= end).unwrap_or(start).max(start);
            text.replace_range(start..end, INSERTS[dice.below(INSERTS.len())]);
        }
        let Imported { standard, remarks, .. } = imported(text.as_bytes());
        let Some(standard) = standard else {
            faults += 1;
            assert!(remarks.iter().any(|remark| remark.level == Level::Blocking));
            continue;
        };
        standards += 1;
        let (standard, _) = completed(standard);
        let sources = source::write(&standard);
        if round % 10 == 0 {
            source::load(&sources);
        }
    }
    assert!(standards > 40 && faults > 40, "{standards} standards, {faults} faults");
}
