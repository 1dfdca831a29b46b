//! The figures that were asked for, in French, in the shape of the tables of `generator/MESURES.md`.

use std::time::Duration;

use crate::files::Files;
use crate::peers;
use crate::task::{Measure, Task};
use crate::toolkit::{DEFAULT, MAIN};
use crate::turns::{median, ratio};

/// What is asked of a figure.
enum Goal {
    None,
    /// So many times the reading of the same file with the `csv` crate, at most.
    Csv(f64),
    /// So many seconds, at most.
    Seconds(f64),
    /// So many times another task on a file, at most; said in words.
    Times(f64, &'static str, &'static str, &'static str),
    /// So many times faster than another task on the same file, at least; said in words.
    Faster(f64, &'static str, &'static str),
}

/// What is said, file, task, what is asked, most memory in MiB.
type Figure = (&'static str, &'static str, &'static str, Goal, Option<u64>);

const ALL: &str = "validate, 1 thread";
const TWO: &str = "validate, blocking, 2 threads";

/// The file that is migrated.
const OLD: &str = "version 0.1.1";

const FIGURES: [Figure; 20] = [
    ("règles bloquantes, un fil", "reference", MAIN, Goal::Csv(1.0), Some(32)),
    ("règles bloquantes, deux fils", "reference", TWO, Goal::Faster(1.6, MAIN, "un fil"), Some(32)),
    ("règles bloquantes, fils par défaut", "reference", DEFAULT, Goal::None, Some(32)),
    ("toutes les règles, un fil", "reference", ALL, Goal::Csv(2.5), Some(32)),
    ("toutes les règles, deux fils", "reference", "validate, 2 threads", Goal::Faster(1.6, ALL, "un fil"), Some(32)),
    ("toutes les règles, fils par défaut", "reference", "validate", Goal::None, Some(32)),
    ("règles bloquantes, guillemets au plus juste, un fil", "minimal", MAIN, Goal::Csv(1.0), Some(32)),
    ("réparation, un fil", "reference", "repair, 1 thread", Goal::Times(2.0, "reference", ALL, "toutes les règles"), Some(32)),
    (
        "réparation, fils par défaut",
        "reference",
        "repair",
        Goal::Times(2.0, "reference", "validate", "toutes les règles"),
        Some(32),
    ),
    ("migration depuis 0.1.1, un fil", OLD, "migrate, 1 thread", Goal::Times(2.0, OLD, ALL, "toutes les règles"), Some(32)),
    ("migration, fils par défaut", OLD, "migrate", Goal::Times(2.0, OLD, "validate", "toutes les règles"), Some(32)),
    (
        "migration, un fil, contre les règles bloquantes",
        OLD,
        "migrate, 1 thread",
        Goal::Times(2.0, OLD, MAIN, "les règles bloquantes"),
        Some(32),
    ),
    ("NDJSON, règles bloquantes, un fil", "ndjson", MAIN, Goal::Seconds(1.1), Some(32)),
    ("1 000 000 lignes, règles bloquantes, un fil", "million", MAIN, Goal::Csv(1.0), Some(64)),
    ("1 000 000 lignes, règles bloquantes, deux fils", "million", TWO, Goal::Faster(1.6, MAIN, "un fil"), Some(64)),
    ("1 000 000 lignes, toutes les règles, un fil", "million", ALL, Goal::Csv(2.5), Some(64)),
    ("240 lignes d'un million de virgules", "commas", MAIN, Goal::Seconds(2.0), Some(64)),
    ("20 000 lignes, toutes les règles", "national", "validate", Goal::Seconds(0.08), Some(32)),
    ("une ligne, règles bloquantes", "one row", MAIN, Goal::Seconds(0.01), Some(32)),
    ("une ligne, toutes les règles", "one row", "validate", Goal::Seconds(0.01), Some(32)),
];

/// Prints both tables. A figure of a file that was not asked for (`--million`) is left out.
pub(crate) fn print(files: &Files, measures: &[(Task, Measure)]) {
    let measure = |file: &str, name: &str| {
        let (_, measure) = measures.iter().find(|(task, _)| task.file == file && task.name == name)?;
        (!measure.times.is_empty()).then_some(measure)
    };
    let csv = |file: &str| measures.iter().find(|(task, _)| task.base && task.file == file).map(|(_, measure)| measure);
    println!("## Les buts\n\n| | temps | rapport à `csv` | but | mémoire |\n|---|---|---|---|---|");
    for (label, file, name, goal, most) in &FIGURES {
        let Some(own) = measure(file, name) else { continue };
        let times = |other: Option<&Measure>| other.and_then(|other| ratio(own, other));
        let beside = times(csv(file));
        let own_time = median(&own.times).as_secs_f64();
        let held = |held: bool| if held { "tenu" } else { "**non tenu**" };
        let goal = match goal {
            Goal::None => String::new(),
            Goal::Csv(most) => match beside {
                Some(times) => format!("{} au plus : {}", number(*most), held(times <= *most)),
                None => String::new(),
            },
            Goal::Seconds(most) => format!("{} au plus : {}", time(*most), held(own_time <= *most)),
            Goal::Times(most, other, task, words) => match times(measure(other, task)) {
                Some(times) => {
                    format!("{} fois {words} au plus, ici {} : {}", number(*most), number(times), held(times <= *most))
                }
                None => String::new(),
            },
            Goal::Faster(least, task, words) => match measure(file, task).and_then(|other| ratio(other, own)) {
                Some(times) => {
                    format!("{} fois plus vite qu'{words}, ici {} : {}", number(*least), number(times), held(times >= *least))
                }
                None => String::new(),
            },
        };
        let ratio = beside.map_or(String::new(), number);
        let memory = own.counted.map_or(0, |counted| counted.memory.div_ceil(1024));
        let beyond = most.filter(|most| memory > *most).map_or(String::new(), |most| format!(", pour {most} : **non tenu**"));
        println!("| {label} | {} | {ratio} | {goal} | {memory} Mio{beyond} |", time(own_time));
    }
    println!();
    if measures.iter().any(|(task, _)| task.name.starts_with(peers::MARK)) {
        println!(
            "| outil | fichier | temps | contre un fil | contre les fils par défaut | but | cases trouvées | autres refusées | mémoire |"
        );
        println!("|---|---|---|---|---|---|---|---|---|");
    }
    for (task, theirs) in measures.iter().filter(|(task, _)| task.name.starts_with(peers::MARK)) {
        let own = median(&theirs.times).as_secs_f64();
        let times = |name: &str| measure(task.file, name).and_then(|ours| ratio(theirs, ours));
        let shown = |times: Option<f64>| times.map_or(String::new(), |times| format!("{} fois", number(times)));
        let (one, default) = (times(MAIN), times(DEFAULT));
        let goal = peers::goal(&task.name).map_or(String::new(), |goal| {
            // As many threads on both sides, when theirs are counted.
            let held =
                |times: Option<f64>, unlike: &str| !task.name.ends_with(unlike) && times.is_some_and(|times| times >= goal);
            let words = match (held(one, "2 threads"), held(default, "1 thread")) {
                (true, _) => "tenu sur un fil",
                (false, true) => "tenu avec les fils par défaut",
                (false, false) => "**non tenu**",
            };
            format!("{} : {words}", number(goal))
        });
        let file = files.named(task.file).expect("a file");
        let (owed, found, others) = peers::exactness(task, file);
        let memory = theirs.counted.map_or(0, |counted| counted.memory.div_ceil(1024));
        let name = task.name.trim_start_matches(peers::MARK);
        let (one, default, own) = (shown(one), shown(default), time(own));
        println!(
            "| {name} | {} | {own} | {one} | {default} | {goal} | {found} sur {owed} | {others} | {memory} Mio |",
            task.file
        );
    }
    println!();
}

/// Two or three digits that count, with a comma.
fn number(number: f64) -> String {
    let text = if number < 10.0 { format!("{number:.2}") } else { format!("{number:.0}") };
    text.replace('.', ",")
}

fn time(seconds: f64) -> String {
    let time = Duration::from_secs_f64(seconds);
    if time < Duration::from_millis(100) { format!("{} ms", time.as_millis()) } else { format!("{} s", number(seconds)) }
}
