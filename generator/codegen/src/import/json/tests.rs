//! Our reader and that of serde agree, on what is read and on what is refused.

use super::*;

#[test]
fn what_serde_reads_is_read_alike() {
    let good = [r#"{"a":[1,-2.5e3,true,false,null,"x"],"b":{}}"#, r#""\u00e9\ud83d\ude00\n\"\\\/""#, " [ ] ", "0"];
    for text in good {
        let node = read(text).unwrap_or_else(|fault| panic!("{text}: {fault:?}"));
        assert_eq!(plain(&node.root), serde_json::from_str::<serde_json::Value>(text).expect("JSON"), "{text}");
    }
}

#[test]
fn what_serde_refuses_is_refused_at_its_place() {
    let bad = [
        ("", 0),
        ("{", 1),
        ("{\"a\":1,}", 7),
        ("[1,]", 3),
        ("{a:1}", 1),
        ("[01]", 1),
        ("[1 2]", 3),
        ("\"a\nb\"", 2),
        ("\"\\x\"", 1),
        ("\"\\ud800\"", 1),
        ("[tru]", 1),
        ("{} {}", 3),
        ("{\"a\" 1}", 5),
        ("[1.]", 1),
        ("[\"a", 3),
    ];
    for (text, at) in bad {
        assert!(serde_json::from_str::<serde_json::Value>(text).is_err(), "{text}");
        assert_eq!(read(text).expect_err(text).span.start, at, "{text}");
    }
}

#[test]
fn a_key_given_twice_is_named_and_a_bottomless_depth_is_a_fault() {
    let read_twice = read(r#"{"a":1,"a":2}"#).expect("read");
    assert_eq!(plain(&read_twice.root), serde_json::json!({ "a": 2 }));
    assert_eq!(read_twice.repeated, [("a".to_owned(), 1..4)]);
    assert!(read(&"[".repeat(100_000)).expect_err("deep").message.contains("profond"));
    assert!(read(&format!("{}{}", "[".repeat(60), "]".repeat(60))).is_ok());
}

fn plain(node: &Node) -> serde_json::Value {
    match &node.value {
        Value::Null => serde_json::Value::Null,
        Value::Bool(is) => (*is).into(),
        Value::Number(text) => serde_json::from_str(text).expect("a number"),
        Value::Text(text) => text.clone().into(),
        Value::List(items) => items.iter().map(plain).collect(),
        Value::Map(members) => members.iter().map(|member| (member.key.clone(), plain(&member.node))).collect(),
    }
}
