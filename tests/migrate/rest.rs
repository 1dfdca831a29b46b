//! Nothing disappears: each part of each cell of a file is in a cell of the new one, or on a line of the report.
//!
//! Rows are drawn with a seed from the values of a version, their misspellings, values of the new version and nonsense.

use std::borrow::Cow;
use std::collections::BTreeMap;

use standard_mediation_model::migration::{Decisions, Heading, Mover, Plan};
use standard_mediation_model::{Checker, Date, Field, Standard, Version};

use super::account::{Account, sign};
use super::{plan, standards, version};

/// A generator of numbers (SplitMix64): the same rows on every machine.
struct Draw(u64);

impl Draw {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) % u64::try_from(bound).expect("small")).expect("small")
    }
}

/// Contents that a cell of a field may have.
fn words(standards: &[Standard], standard: &Standard, field: &Field) -> Vec<String> {
    let mut words: Vec<String> =
        ["mot", "n'importe quoi", "ÉTÉ, hiver", "https://a.example/x,y", "www.b.example"].map(str::to_owned).to_vec();
    words.push("long ".repeat(100));
    for list in standards.iter().filter_map(|standard| standard.vocabulary_of(standard.field(&field.name)?)) {
        words.extend(list.labels().map(str::to_owned));
    }
    if let Some(list) = standard.vocabulary_of(field) {
        words.extend(list.labels().map(|label| label.to_uppercase().replace('\'', "’")));
    }
    words
}

/// Every answer is given: the first, the last, or the proposed one.
fn answered(standards: &[Standard], from: &str, to: Version, pick: usize) -> Decisions {
    let mut decisions = Decisions::default();
    for question in plan(standards, from, to, &Decisions::default()).questions() {
        let asked = &question.arbitration;
        let answer = match pick {
            0 => &asked.answers[0].name,
            1 => &asked.answers[asked.answers.len() - 1].name,
            _ => &asked.proposition,
        };
        decisions.answer(&question.step, &question.column, &question.value, answer);
    }
    decisions
}

#[test]
fn each_part_is_in_a_cell_or_on_a_line() {
    let standards = standards();
    let (mut count, mut ways) = (0, 0);
    // From each version to every later one.
    for (rank, from) in standards.iter().enumerate() {
        let name = from.identity.version.to_string();
        for to in &standards[rank + 1..] {
            let version = to.identity.version;
            let mut choices = vec![Decisions::default()];
            choices.extend((0..3).map(|pick| answered(&standards, &name, version, pick)));
            for decisions in &choices {
                count += accounted(&standards, from, to, &plan(&standards, &name, version, decisions));
            }
            ways += 1;
        }
    }
    assert!(ways >= 15 && count > 30_000, "{ways} {count}");
}

/// Draws rows, moves them and accounts for each part. Gives the number of parts.
fn accounted(standards: &[Standard], from: &Standard, to: &Standard, plan: &Plan) -> usize {
    let mut header: Vec<String> = from.fields.iter().map(|field| field.name.clone()).collect();
    // The last one has the name of the first: it stays aside.
    header.extend(["colonne_locale", "id"].map(str::to_owned));
    let heading = Heading::read(plan, (from, to), &header);
    assert_eq!((&heading.names, heading.aside.len()), (&header, 2), "{heading:?}");
    let checker = Checker::new(to, Date::LATEST).expect("a standard");
    let mut mover = Mover::new(plan, &heading.names).checked_by(&checker);
    let mut account = Account::new(standards, from, to);
    let vocabularies: Vec<Vec<String>> = from.fields.iter().map(|field| words(standards, from, field)).collect();
    let mut draw = Draw(7);
    let mut total = 0;
    for row in 2..82 {
        let mut cells: Vec<String> = Vec::new();
        for (field, words) in from.fields.iter().zip(&vocabularies) {
            let count = if field.multiple { draw.below(5) } else { draw.below(2) };
            let separator = sign(from, field).to_string();
            let drawn: Vec<&str> = (0..count).map(|_| words[draw.below(words.len())].as_str()).collect();
            // Words of a site stand alone: what parts addresses depends on how they begin.
            let is_address = |word: &&str| word.starts_with("http") || word.starts_with("www");
            let drawn: Vec<&str> = match separator.as_str() {
                ";" if field.name == "site_web" => drawn.into_iter().filter(is_address).collect(),
                _ => drawn,
            };
            let cell = drawn.join(&separator);
            cells.push(cell);
        }
        cells.extend(["note", "encore"].map(str::to_owned));
        total += account.row(&mut mover, &header, row, &cells);
        let local = mover.header().zip(mover.cells(&cells)).find(|(name, _)| *name == "colonne_locale");
        assert_eq!(local, Some(("colonne_locale", "note")));
    }
    total
}

/// Without a step that says so, a value never changes column or text.
#[test]
fn a_migrated_row_is_its_own_migration() {
    let standards = standards();
    let plan = plan(&standards, "1.0.1", version("1.1.0"), &Decisions::default());
    let header = ["services", "typologie", "note"];
    let mut mover = Mover::new(&plan, &header);
    let cells = ["Loisirs et créations numériques|Insertion professionnelle via le numérique", "ASSO|BIB", "x"];
    let mut said = 0;
    mover.row(2, cells.len(), |rank| Cow::Borrowed(&*cells[rank]), &mut |_| said += 1);
    let new: BTreeMap<&str, &str> = mover.header().zip(mover.cells(&cells)).collect();
    assert_eq!((new["services"], new["typologie"], new["note"], said), (cells[0], cells[1], cells[2], 0));
    assert!(mover.done().is_empty());
}
