//! A standard whose every name and text is a trap for whoever writes code from it.
//!
//! Names keep to what the sources allow; texts go beyond, since a `standard.json` may come from elsewhere.

use standard_mediation_codegen::source;
use standard_mediation_model::{Bounds, Cell, CounterExample, Field, Level, Limit, Pattern, Standard, Value};

use crate::support::{root, sources, unpublished};

/// Ends of texts, of comments and of interpolations, in every language that packages are written in; line ends; what
/// people cannot see.
pub(super) const TEXT: &str = "\\ \" ' ` */ /* // -- # ''' \"\"\" $$ $1 $body$ ${x} {{x}} {x} %s %(x)s </script><b> <!-- ]]> \
                               \\n \\u{7f} \\N{x} :x é\u{2028}\n\r\n;\tfin \\";

/// The same, on one line and without the separator of lists, as a value that files exchange.
const LABEL: &str = "\\ \" ' ` */ /* // -- # ''' \"\"\" $$ $1 $body$ ${x} {{x}} {x} %s %(x)s </script> &amp; \\n , ; é😀 \\";

/// Columns whose names mean something in Rust, TypeScript, Python or SQL, or to the classes that rows become. Two of them
/// are the same once an identifier.
const COLUMNS: [&str; 24] = [
    "select",
    "type",
    "self",
    "class",
    "def",
    "None",
    "function",
    "constructor",
    "prototype",
    "toString",
    "default",
    "order",
    "user",
    "table",
    "model_config",
    "model_fields",
    "json",
    "schema",
    "a-b",
    "a_b",
    "str",
    "let",
    "await",
    "arguments",
];

/// Codes of values, likewise.
const CODES: [&str; 16] = [
    "self",
    "class",
    "none",
    "true",
    "null",
    "default",
    "constructor",
    "name",
    "value",
    "mro",
    "a_1",
    "a1",
    "a__1",
    "import",
    "select",
    "import_",
];

/// The small standard of the cases, in hostile dress.
pub(super) fn standard() -> Standard {
    let loaded = source::load(&unpublished(sources(&root().join("tests/cases/base"))));
    let mut standard = loaded.standard.unwrap_or_else(|| panic!("{:#?}", loaded.findings));
    (standard.identity.title, standard.identity.description) = (TEXT.into(), TEXT.into());
    values(&mut standard);
    for field in &mut standard.fields {
        dress(field);
    }
    columns(&mut standard);
    for rule in &mut standard.rules {
        (rule.title, rule.explanation, rule.remedy) = (TEXT.into(), TEXT.into(), TEXT.into());
    }
    standard
}

/// More values, whose codes are words of languages and whose texts break out of quotes. One is deprecated.
fn values(standard: &mut Standard) {
    let vocabulary = &mut standard.vocabularies[0];
    (vocabulary.title, vocabulary.description) = (TEXT.into(), TEXT.into());
    let model = vocabulary.values[0].clone();
    vocabulary.values.extend(CODES.map(|code| Value {
        code: code.into(),
        label: format!("{code} {LABEL}"),
        aliases: vec![format!("{LABEL} {code}")],
        ..model.clone()
    }));
    for value in &mut vocabulary.values {
        value.definition = TEXT.into();
    }
    let last = vocabulary.values.last_mut().expect("a value");
    (last.deprecated, last.replaced_by) = (Some(last.since), Some("self".into()));
    // As others write them: only advised, and named as what the packages themselves name.
    let mut advised = vocabulary.clone();
    (advised.name, advised.level) = ("lieu".into(), Level::Recommendation);
    standard.vocabularies.push(advised);
}

fn dress(field: &mut Field) {
    field.title = TEXT.into();
    field.description = TEXT.into();
    field.usage = Some(TEXT.into());
    field.aliases = vec![TEXT.into()];
}

/// One column for each hostile name: a text with a form, a list of values, a number, a day, in turn.
fn columns(standard: &mut Standard) {
    let field = |name: &str| standard.field(name).expect("a field of the base").clone();
    let (text, list, number, day) = (field("nom"), field("services"), field("latitude"), field("date_maj"));
    for (rank, name) in COLUMNS.iter().enumerate() {
        let mut made = [&text, &list, &number, &day][rank % 4].clone();
        made.name = (*name).into();
        made.required = false;
        made.counter_examples.retain(|counter| counter.rule != "obligatoire");
        match rank % 4 {
            0 => {
                // Quotes, backslashes and slashes are ordinary signs of an expression too.
                let expression = r#"(?:["'`/\\]|\$\{x\}|</script>|\*/)+"#.into();
                made.pattern = Some(Pattern { expression, in_words: TEXT.into(), level: Level::Blocking });
                made.examples = [r#""'`/\"#, "${x}</script>*/"].map(|text| Cell::One(text.into())).to_vec();
                made.counter_examples = vec![blocked("x\"", "motif")];
            }
            1 => {
                made.vocabulary = Some(if rank % 8 == 1 { "lieu" } else { "services" }.into());
                let parts = [format!("constructor {LABEL}"), format!("none {LABEL}")];
                made.examples = vec![Cell::Many(parts.to_vec())];
                made.counter_examples = if rank % 8 == 1 { Vec::new() } else { vec![blocked("toString", "vocabulaire")] };
            }
            2 => {
                let (minimum, maximum) = (Some(Limit::Number(-1.5)), Some(Limit::Number(1e6)));
                made.bounds = Some(Bounds { minimum, maximum, level: Level::Blocking });
                made.examples = vec![Cell::One("-1.5".into()), Cell::One("1000000".into())];
                made.counter_examples = vec![blocked("1,5", "nombre"), blocked("-2", "bornes")];
            }
            _ => {}
        }
        let example = made.examples[0].clone();
        standard.fields.push(made);
        standard.examples[0].cells.push(((*name).into(), example));
    }
}

fn blocked(text: &str, rule: &str) -> CounterExample {
    CounterExample { text: text.into(), rule: rule.into(), level: Level::Blocking, why: Some(TEXT.into()) }
}
