//! Idioms met in published schemas, and what each is taken for.

use super::*;

fn understood(expression: &str) -> Understood {
    understand(expression, &[]).unwrap_or_else(|error| panic!("{expression}: {error}"))
}

fn list(expression: &str) -> (Vec<String>, Option<char>, Vec<Note>) {
    match understood(expression) {
        Understood { shape: Shape::Values { words, separator }, notes } => (words, separator, notes),
        other => panic!("{expression}: {other:?}"),
    }
}

#[test]
fn closed_lists_of_every_idiom() {
    use Note::*;
    type Case<'a> = (&'a str, &'a [&'a str], Option<char>, &'a [Note]);
    let cases: [Case<'_>; 28] = [
        (r"^(7j/7|lundi){1}(\|(7j/7|lundi))*$", &["7j/7", "lundi"], Some('|'), &[]),
        (r"(?:(?:^|\|)(a|b c))+$", &["a", "b c"], Some('|'), &[LeadingSeparator, Unanchored]),
        (r"(?:(?:^|;)(a|b))+$", &["a", "b"], Some(';'), &[LeadingSeparator, Unanchored]),
        (r"^(a|b)(\|(a|b))*$", &["a", "b"], Some('|'), &[]),
        (r"^(?:a|b)(?:\|(?:a|b))*$", &["a", "b"], Some('|'), &[]),
        (r"^((a|b)(,(a|b))*)$", &["a", "b"], Some(','), &[]),
        (r"^(a|b)(;(b|a))*$", &["a", "b"], Some(';'), &[]),
        (r"^(?:(a|b);)*(a|b)$", &["a", "b"], Some(';'), &[]),
        (r"^(?:(?:a|b);?)+$", &["a", "b"], Some(';'), &[TrailingSeparator, Glued]),
        (r"^(?:(?:a|b)(?:;|$))+$", &["a", "b"], Some(';'), &[TrailingSeparator]),
        (r"^(?:;?(?:a|b))+$", &["a", "b"], Some(';'), &[LeadingSeparator, Glued]),
        (r"^(a|b)( ?\| ?(a|b))*$", &["a", "b"], Some('|'), &[SpacedSeparator]),
        (r"^(a|b)(\s*;\s*(a|b))*;?$", &["a", "b"], Some(';'), &[TrailingSeparator, SpacedSeparator, Spaces]),
        (r"^(a|b)([;|](a|b))*$", &["a", "b"], Some(';'), &[SeveralSeparators]),
        (r"^(a|b)(,(a|b)){0,3}$", &["a", "b"], Some(','), &[Count]),
        (r"^(a|b|c)$", &["a", "b", "c"], None, &[]),
        (r"a|b", &["a", "b"], None, &[Ungrouped, Unanchored]),
        (r"^a|b$", &["a", "b"], None, &[Ungrouped]),
        (r"^a$|^b$", &["a", "b"], None, &[]),
        (r"^(((a)|(b))|c)$", &["a", "b", "c"], None, &[]),
        (r"^Langues (anglais|autres)$", &["Langues anglais", "Langues autres"], None, &[]),
        (
            r"^(Public|Seniors \(\+ 65 ans\)|Jeunes (16-26 ans))$",
            &["Public", "Seniors (+ 65 ans)", "Jeunes (16-26 ans)"],
            None,
            &[LiteralParentheses],
        ),
        (
            r"^(ORDI 3.0|organisme \(social...\))$",
            &["ORDI 3.0", "organisme (social...)"],
            None,
            &[LiteralDot, LiteralDot, LiteralDot, LiteralDot],
        ),
        (r"^(a|b|a)$", &["a", "b"], None, &[Repeated]),
        (r"^(a|b)?$", &["a", "b"], None, &[]),
        (r"^[A-E]$", &["A", "B", "C", "D", "E"], None, &[]),
        (r"^(?i)(oui|non)$", &["oui", "non"], None, &[CaseOfValues]),
        (r"^(?P<x>S\'équiper|et\/ou)$", &["S'équiper", "et/ou"], None, &[]),
    ];
    for (expression, words, separator, notes) in cases {
        let mut notes = notes.to_vec();
        notes.sort();
        notes.dedup();
        let (found_words, found_separator, found_notes) = list(expression);
        assert_eq!(
            (found_words.iter().map(String::as_str).collect::<Vec<_>>().as_slice(), found_separator),
            (words, separator),
            "{expression}"
        );
        assert_eq!(found_notes, notes, "{expression}");
    }
}

#[test]
fn forms_are_not_lists_and_are_written_portably() {
    use Note::*;
    let cases: [(&str, &str, &[Note]); 16] = [
        (r"^\d{5}$", "[0-9]{5}", &[Digits]),
        (r"^([013-9]\d|2[AB1-9])\d{3}$", "(?:[013-9][0-9]|2[AB1-9])[0-9]{3}", &[Digits]),
        (r"^[a-zA-Z0-9]{9,14}$", "[a-zA-Z0-9]{9,14}", &[]),
        (r"^(\+33|\+590)(\d){6,9}$", r"(?:\+33|\+590)[0-9]{6,9}", &[Digits]),
        (r"[0-9]{5}", "[0-9]{5}", &[Unanchored]),
        (r"^\d{4}|\d{9}$", "(?:[0-9]{4}|[0-9]{9})", &[Ungrouped, Digits]),
        (r"^.{1,10}$", r"[^\n]{1,10}", &[Dot]),
        (r"^(?i)fr[a-b]+$", "[fF][rR][abAB]+", &[Case]),
        (r"^\w+\s\w+$", "[0-9A-Za-z_À-ÖØ-öø-ÿŒœŸ]+[ ][0-9A-Za-z_À-ÖØ-öø-ÿŒœŸ]+", &[Words, Spaces]),
        (r"^[\w.-]+$", r"[0-9A-Za-z_À-ÖØ-öø-ÿŒœŸ.\-]+", &[Words]),
        (r"^[^[\]]+?$", r"[^\[\]]+", &[]),
        (r"^(?<an>[0-9]{4})\/[0-9]{2}$", "[0-9]{4}/[0-9]{2}", &[]),
        (r"^(0?[1-9]|1[0-2])$", "(?:0?[1-9]|1[0-2])", &[]),
        (r"^(?:ab){2,}$", "(?:ab){2,}", &[]),
        (r"^\p{Lu}+$", "[A-ZÀ-ÖØ-ÞŒŸ]+", &[UnicodeClass]),
        (r"^[\d&&]+$", "[0-9&]+", &[Digits]),
    ];
    for (expression, form, notes) in cases {
        let found = understood(expression);
        let mut notes = notes.to_vec();
        notes.sort();
        assert_eq!(found, Understood { shape: Shape::One(form.to_owned()), notes }, "{expression}");
    }
}

#[test]
fn a_loop_of_a_form_is_a_list_of_that_form() {
    let cases = [
        (r"^([0-9]{5})(\|[0-9]{5})*$", "[0-9]{5}", '|'),
        (r"^[a-z]+@[a-z]+\.fr(;[a-z]+@[a-z]+\.fr)*$", r"[a-z]+@[a-z]+\.fr", ';'),
        (r"(?:(?:^|,)[0-9]{2,3})+$", "[0-9]{2,3}", ','),
    ];
    for (expression, form, separator) in cases {
        assert_eq!(understood(expression).shape, Shape::List { form: form.into(), separator }, "{expression}");
    }
}

#[test]
fn the_separator_seen_elsewhere_is_preferred() {
    let found = understand(r"^(a|b)([;|](a|b))*$", &['|']).expect("read");
    assert!(matches!(found.shape, Shape::Values { separator: Some('|'), .. }));
}

#[test]
fn what_has_no_place_says_why() {
    for (expression, why) in [
        (r"^(?!x)a$", "regard"),
        (r"^(a", "ne se lit pas"),
        (r"^(a)\1$", "ne se lit pas"),
        (r"^a\b$", "limite de mot"),
        (r"^a^b$", "ancre"),
        (r"^[a-z&&[^b]]\p{Greek}$", "\\p{Greek}"),
        (r"^(?:[a-z]{1000}){1000}$", "trop grande"),
    ] {
        let error = understand(expression, &[]).expect_err(expression);
        assert!(error.contains(why), "{expression}: {error}");
    }
}

#[test]
fn what_asks_nothing_is_nothing() {
    assert_eq!(understood("^.*$").shape, Shape::Any);
    assert_eq!(understood(".+").shape, Shape::Any);
}

/// Whatever was not corrected accepts the same texts before and after.
#[test]
fn a_form_accepts_what_it_accepted() {
    let texts =
        ["", "a", "b", "ab", "12345", "2A004", "2A", "+33123456", "+590123456789", "a|b", "x y", "FRA", "fra", "2024/10", "10"];
    for expression in
        [r"^([013-9][0-9]|2[AB1-9])[0-9]{3}$", r"^(\+33|\+590)([0-9]){6,9}$", r"^(?:ab){1,}$", r"^(0?[1-9]|1[0-2])$"]
    {
        let before = regex::Regex::new(expression).expect("compiles");
        let Shape::One(form) = understood(expression).shape else { panic!("{expression}") };
        let after = pattern::compile(&form).expect("compiles");
        for text in texts {
            assert_eq!(before.is_match(text), after.is_match(text), "{expression} on {text}");
        }
    }
}
