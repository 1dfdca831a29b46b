//! Every vocabulary written in the languages where copies live: to the letter, nothing is said; with one fault, it is.

use standard_mediation_model::audit::{Auditor, CopyFinding, FileReport};
use standard_mediation_model::{CopyRule, Standard, Vocabulary, pattern};

use crate::dice::Dice;
use crate::support::standard;

/// How a language writes a list of values, each as a code and a text.
type Language = fn(&[(&str, String)]) -> String;

const LANGUAGES: [(&str, Language); 15] = [
    ("TypeScript", |values| {
        let line = |(code, text): &(&str, String)| format!("  {code} = '{}',\n", text.replace('\'', "\\'"));
        format!("export enum Liste {{\n{}}}\n", values.iter().map(line).collect::<String>())
    }),
    ("JavaScript", |values| {
        let line = |(code, text): &(&str, String)| format!("  {{ value: \"{text}\", label: `{text}`, id: '{code}' }},\n");
        format!("export const LISTE = [\n{}];\n", values.iter().map(line).collect::<String>())
    }),
    ("SQL", |values| {
        let texts: Vec<String> = values.iter().map(|(_, text)| format!("'{}'", text.replace('\'', "''"))).collect();
        format!("CREATE TYPE liste AS ENUM ({});\n", texts.join(", "))
    }),
    ("Prisma", |values| {
        let line = |(code, text): &(&str, String)| format!("  {code} @map(\"{text}\")\n");
        format!("enum Liste {{\n{}}}\n", values.iter().map(line).collect::<String>())
    }),
    ("Python", |values| {
        let line = |(code, text): &(&str, String)| format!("    {} = \"{text}\"\n", code.to_uppercase());
        format!("class Liste(str, Enum):\n{}", values.iter().map(line).collect::<String>())
    }),
    ("YAML", |values| {
        let line = |(_, text): &(&str, String)| format!("  - {text}\n");
        format!("liste:\n{}", values.iter().map(line).collect::<String>())
    }),
    ("dbt", |values| {
        let texts: Vec<String> = values.iter().map(|(_, text)| format!("'{}'", text.replace('\'', "''"))).collect();
        format!("- accepted_values:\n    values: [{}]\n", texts.join(", "))
    }),
    ("JSON", |values| {
        let texts: Vec<&String> = values.iter().map(|(_, text)| text).collect();
        serde_json::to_string_pretty(&texts).expect("JSON")
    }),
    ("JSON with escapes", |values| {
        let escaped = |text: &String| -> String {
            text.chars().map(|c| if c.is_ascii() { c.to_string() } else { format!("\\u{:04x}", u32::from(c)) }).collect()
        };
        let texts: Vec<String> = values.iter().map(|(_, text)| format!("\"{}\"", escaped(text))).collect();
        format!("{{\"enum\":[{}]}}", texts.join(","))
    }),
    ("an expression in JSON", |values| {
        let texts: Vec<String> = values.iter().map(|(_, text)| pattern::escaped(text)).collect();
        serde_json::json!({ "pattern": format!("^(?:{0})(?:\\|(?:{0}))*$", texts.join("|")) }).to_string()
    }),
    ("CSV", |values| {
        let line = |(code, text): &(&str, String)| format!("{code};{text}\n");
        format!("code;libelle\n{}", values.iter().map(line).collect::<String>())
    }),
    ("one value a line", |values| values.iter().map(|(_, text)| format!("{text}\r\n")).collect()),
    ("HTML", |values| {
        let line = |(code, text): &(&str, String)| {
            let text = text.replace('\'', "&#39;").replace('é', "&eacute;").replace('«', "&laquo;").replace('»', "&raquo;");
            format!("<option value=\"{code}\">{text}</option>\n")
        };
        values.iter().map(line).collect()
    }),
    ("Markdown", |values| {
        let line = |(code, text): &(&str, String)| format!("| {text} | {code} |\n");
        format!("| valeur | code |\n|---|---|\n{}", values.iter().map(line).collect::<String>())
    }),
    ("XML", |values| {
        values.iter().map(|(_, text)| format!("<enumeration>\n  <value>{text}</value>\n</enumeration>\n")).collect()
    }),
];

fn texts(vocabulary: &Vocabulary) -> Vec<(&str, String)> {
    vocabulary.values.iter().map(|value| (value.code.as_str(), value.label.clone())).collect()
}

/// What is said: the rule, what is written, the values meant.
fn told(report: &FileReport) -> Vec<(CopyRule, &str, Vec<&str>)> {
    fn meant(finding: &CopyFinding) -> Vec<&str> {
        finding.meant.iter().map(|value| value.label.as_str()).collect()
    }
    report.findings.iter().map(|finding| (finding.rule, finding.written.as_str(), meant(finding))).collect()
}

#[test]
fn a_clean_copy_is_silent_and_seen_whole() {
    let standard = standard();
    let auditor = Auditor::new(&standard, &[]);
    for vocabulary in &standard.vocabularies {
        for (language, write) in LANGUAGES {
            let text = write(&texts(vocabulary));
            let report = auditor.read_all(text.as_bytes());
            assert_eq!(told(&report), [], "{} in {language}:\n{text}", vocabulary.name);
            let met = report.tally.vocabularies().iter().find(|met| met.vocabulary == vocabulary.name).expect("all are counted");
            let unseen: Vec<&str> =
                met.values.iter().filter(|value| value.right == 0).map(|value| value.label.as_str()).collect();
            assert!(unseen.is_empty(), "{} in {language}: {unseen:?} unseen in\n{text}", vocabulary.name);
        }
    }
}

/// A value with one fault, and the rule that should tell it; `None` when the value offers no place for it.
type Fault = fn(&str) -> Option<String>;

const FAULTS: [(CopyRule, Fault); 6] = [
    (CopyRule::Accent, |text| {
        let at = text.find(['é', 'è', 'ê', 'î', 'à', 'É', 'À'])?;
        let accented = text[at..].chars().next()?;
        let plain = match accented {
            'é' | 'è' | 'ê' => "e",
            'î' => "i",
            'à' => "a",
            'É' => "E",
            _ => "A",
        };
        Some(format!("{}{plain}{}", &text[..at], &text[at + accented.len_utf8()..]))
    }),
    (CopyRule::Apostrophe, |text| text.contains('\'').then(|| text.replace('\'', "’"))),
    (CopyRule::Space, |text| text.contains(" (").then(|| text.replace(" (", "("))),
    (CopyRule::Space, |text| text.contains(' ').then(|| text.replacen(' ', "\u{a0}", 1))),
    (CopyRule::Glued, |text| Some(format!("{text} : ce que cela veut dire"))),
    (CopyRule::Encoding, |text| {
        let damaged: String = text.bytes().map(char::from).collect();
        (damaged != *text).then_some(damaged)
    }),
];

/// Each value of the list in turn is written with each fault, quoted, among the others.
#[test]
fn one_fault_is_told_with_the_value_meant() {
    let standard = standard();
    let auditor = Auditor::new(&standard, &[]);
    let (mut tried, mut wrong) = (0, Vec::new());
    for vocabulary in standard.vocabularies.iter().filter(|vocabulary| has_company(vocabulary)) {
        for (at, value) in vocabulary.values.iter().enumerate() {
            for (rule, fault) in FAULTS {
                let Some(written) = fault(&value.label) else { continue };
                let mut values = texts(vocabulary);
                values[at].1.clone_from(&written);
                for (language, write) in LANGUAGES.iter().filter(|(name, _)| ["SQL", "Prisma", "JSON"].contains(name)) {
                    tried += 1;
                    let report = auditor.read_all(write(&values).as_bytes());
                    let told = told(&report);
                    let is_told = told.iter().any(|(told, said, meant)| {
                        *told == rule && said.replace("''", "'") == written && *meant == [&value.label]
                    });
                    if !is_told || told.len() != 1 {
                        wrong.push(format!("{language}: {rule:?} « {written} »: {told:?}"));
                    }
                }
            }
        }
    }
    assert!(tried > 400, "{tried}");
    assert!(wrong.is_empty(), "{} of {tried}\n{}", wrong.len(), wrong.join("\n"));
}

/// Whether one value may be believed thanks to the others: not in a list of two words, nor in one of codes.
fn has_company(vocabulary: &Vocabulary) -> bool {
    vocabulary.labels().filter(|label| label.contains(' ')).count() > 1
}

/// Where a text is cut changes nothing.
#[test]
fn a_text_is_read_the_same_in_pieces() {
    let standard = standard();
    let auditor = Auditor::new(&standard, &[]);
    let text = every_language(&standard).replace("Comp", "Cornp").replace("d'a", "d’a").replace("É", "E");
    let whole = auditor.read_all(text.as_bytes());
    assert!(whole.findings.len() > 20, "{}", whole.findings.len());
    for size in [1, 7, 1000, 4096, 300_000] {
        let mut reading = auditor.read();
        text.as_bytes().chunks(size).for_each(|piece| reading.push(piece));
        let report = reading.finish();
        assert!(report.findings == whole.findings && report.tally == whole.tally, "by {size}");
    }
    // Far from the beginning too, on each side of where pieces are cut.
    for before in (255 * 1024..262 * 1024).step_by(611) {
        let report = auditor.read_all(format!("{}\n{text}", "x".repeat(before)).as_bytes());
        let lines = |report: &FileReport| {
            report.findings.iter().map(|finding| (finding.rule, finding.span.line, finding.span.column)).collect::<Vec<_>>()
        };
        let expected: Vec<_> = lines(&whole).into_iter().map(|(rule, line, column)| (rule, line + 1, column)).collect();
        assert_eq!(lines(&report), expected, "after {before} bytes");
    }
}

fn every_language(standard: &Standard) -> String {
    let write = |vocabulary: &Vocabulary| LANGUAGES.map(|(_, write)| write(&texts(vocabulary))).join("\n");
    standard.vocabularies.iter().map(write).collect::<Vec<_>>().join("\n")
}

/// Bytes of every kind, and what a text could be cut into: nothing panics, nothing grows without bound.
#[test]
fn any_bytes_are_read() {
    let standard = standard();
    let auditor = Auditor::new(&standard, &[]);
    let text = every_language(&standard);
    let mut dice = Dice(20_240_711);
    for _ in 0..200 {
        let from = dice.below(text.len() - 100);
        let mut bytes = text.as_bytes()[from..text.len().min(from + 3000)].to_vec();
        for _ in 0..30 {
            let (at, byte) = (dice.below(bytes.len()), dice.below(256));
            let byte = u8::try_from(byte).expect("a byte");
            match dice.below(3) {
                0 => bytes[at] = byte,
                1 => bytes.insert(at, b"'\"|\\&\n; (\xc3"[usize::from(byte) % 10]),
                _ => drop(bytes.remove(at)),
            }
        }
        let report = auditor.read_all(&bytes);
        for finding in &report.findings {
            assert!(finding.span.start < finding.span.end && finding.span.end <= bytes.len());
            let line = bytes[..finding.span.start].iter().filter(|b| **b == b'\n').count() + 1;
            assert_eq!(finding.span.line, line);
        }
    }
}

#[test]
fn findings_of_one_text_are_bounded() {
    let standard = standard();
    let auditor = Auditor::new(&standard, &[]);
    let report = auditor.read_all("x('Comprehension du monde numérique')\n".repeat(5000).as_bytes());
    assert_eq!((report.findings.len(), report.untold), (standard_mediation_model::audit::MOST_FINDINGS, 4000));
}
