//! What accepts more: decided the same as by trying every short text.

use crate::diff::containment::{Form, Part, Relation, relation};
use crate::pattern;

fn form(expression: &str) -> Form<'static> {
    Form { expressions: vec![expression.to_owned()], list: None }
}

fn listed(values: &[&'static str]) -> Form<'static> {
    Form { expressions: Vec::new(), list: Some(values.to_vec()) }
}

fn something(text: &str) -> Part {
    Part::Something(Some(text.to_owned()))
}

/// Every text of at most four characters of a small alphabet.
fn texts() -> Vec<String> {
    let mut all = vec![String::new()];
    let mut last = all.clone();
    for _ in 0..4 {
        last = last.iter().flat_map(|text| ["a", "b", "é"].map(|c| format!("{text}{c}"))).collect();
        all.extend(last.clone());
    }
    all.remove(0);
    all
}

#[test]
fn containment_agrees_with_brute_force() {
    // Four characters tell all of these apart.
    let expressions = [
        "a",
        "b",
        "a|b",
        "b|a",
        "ab?",
        "a*",
        "aa*",
        "a+",
        "[ab]+",
        "[ab]{1,3}",
        "(?:a|b)(?:a|b)?",
        "a|aa|aaa",
        "a{1,3}",
        "é+",
        "[abé]*",
        "(?:ab)+",
        "(?:ab|a)(?:b|)",
        "a.",
        "..",
        ".",
        ".*a",
        "a.*",
        "(?s:.+)",
        "[^a]",
        "[^b]{2}",
        "(?:a|é)b*",
        "ab|ba|a",
        "aé|éa",
        "(?i:A)",
        "b*a",
        "a$|b",
        "^a",
    ];
    let texts = texts();
    for one in expressions {
        let first = pattern::compile(one).expect("compiles");
        for other in expressions {
            let second = pattern::compile(other).expect("compiles");
            let Relation { lost, gained } = relation(&form(one), &form(other));
            let check = |part: &Part, has: &pattern::Regex, lacks: &pattern::Regex| {
                let expected = texts.iter().any(|text| has.is_match(text) && !lacks.is_match(text));
                match part {
                    Part::Something(Some(text)) => {
                        assert!(has.is_match(text) && !lacks.is_match(text), "{one} / {other}: « {text} »");
                        let shortest =
                            texts.iter().filter(|text| has.is_match(text) && !lacks.is_match(text)).map(String::len).min();
                        assert!(shortest.is_none_or(|shortest| text.len() <= shortest), "{one} / {other}: « {text} » is long");
                    }
                    Part::Nothing => assert!(!expected, "{one} / {other}"),
                    part => panic!("{one} / {other}: {part:?}"),
                }
            };
            check(&lost, &first, &second);
            check(&gained, &second, &first);
        }
    }
}

#[test]
fn lists_are_compared_value_by_value() {
    let (few, more) = (listed(&["a|b", "c"]), listed(&["c", "a|b", "d."]));
    assert_eq!(relation(&few, &more), Relation { lost: Part::Nothing, gained: something("d.") });
    assert_eq!(relation(&more, &few), Relation { lost: something("d."), gained: Part::Nothing });
    assert_eq!(relation(&few, &listed(&["c", "a|b"])), Relation::SAME);
    assert_eq!(relation(&few, &form(r"a\|b|c")), Relation::SAME);
    let only_letters = Form { expressions: vec!["[a-z]".to_owned()], list: Some(vec!["c", "d."]) };
    assert_eq!(relation(&only_letters, &listed(&["c"])), Relation::SAME);
}

#[test]
fn the_real_patterns_are_decided() {
    let prefixes = |twice: &str| format!(r"(\+33|\+590|\+594|\+262|\+596|\+269|\+687|\+689|{twice}\+508|\+681)(\d){{6,9}}");
    assert_eq!(relation(&form(&prefixes(r"\+590|")), &form(&prefixes(""))), Relation::SAME);
    // `\d` takes the digits of every script, `[0-9]` ten of them: an Arabic one is the difference.
    assert_eq!(relation(&form(r"\d{5}"), &form("[0-9]{5}")), Relation { lost: something("0000٠"), gained: Part::Nothing });
    let before = r"([013-9][0-9]|2[AB1-9])[0-9]{3}";
    assert_eq!(relation(&form(before), &form("[0-9AB]{5}")).lost, Part::Nothing);
    assert_eq!(relation(&form("[a-zA-Z0-9]{9,14}"), &form("[a-zA-Z0-9]{9,10}")).lost, something("aaaaaaaaaaa"));
    let free = Form::default();
    assert_eq!(relation(&form("(?s:.*)"), &free), Relation::SAME);
    assert_eq!(relation(&free, &form(".*")), Relation { lost: something("\n"), gained: Part::Nothing });
}

/// As long as texts of our columns may be, in any script.
#[test]
fn long_texts_are_decided() {
    let up_to = |length: usize| form(&format!("(?s:.{{1,{length}}})"));
    assert_eq!(relation(&up_to(500), &up_to(280)), Relation { lost: something(&"a".repeat(281)), gained: Part::Nothing });
    assert_eq!(relation(&up_to(1000), &form("(?s:.){1,1000}")), Relation::SAME);
}

#[test]
fn what_explodes_or_does_not_compile_is_unclear() {
    for wild in ["(a|b)*a(a|b){30}", "(", r"(a)\1", r"\b{start}a", "((a{1000}){1000}){1000}", "(?:x{0,900}y{0,900}){0,50}"] {
        assert_eq!(relation(&form(wild), &form("a")), Relation::UNCLEAR, "{wild}");
    }
    assert_eq!(relation(&form("("), &form("(")), Relation::SAME);
}
