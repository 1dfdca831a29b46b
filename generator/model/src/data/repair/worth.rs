//! Whether a text is better than another, by the rules that each breaks.
//!
//! In: what a checker says of both, and what a program or a spreadsheet left in them. Out: a verdict.

use std::borrow::Cow;

use super::text::cleaned;
use crate::checker::Breach;
use crate::data::{FileRule, suspect};
use crate::{CellRule, Level};

/// How many are of that level.
pub(super) fn count(breaches: &[Breach], level: Level) -> usize {
    breaches.iter().filter(|breach| breach.level == level).count()
}

/// Whether less is wrong: no more blocks, and what blocks, or the rest, is less than it was. A cell in which nothing was
/// wrong has nothing to gain but its accents.
pub(super) fn is_better(before: &[Breach], left: &[Breach]) -> bool {
    let [was, is] = [before, left].map(|breaches| count(breaches, Level::Blocking));
    is < was || is == was && (left.len() < before.len() || left.is_empty())
}

/// The rules that are broken less by a text than by the one before; otherwise that of accents, when those
/// that are written in two characters are, or that of the list, which has a better value.
pub(super) fn mended((text, before): (&str, &[Breach]), (after, left): (&str, &[Breach])) -> Vec<Cow<'static, str>> {
    let count = |breaches: &[Breach], rule: &str| breaches.iter().filter(|breach| breach.rule == rule).count();
    let mut rules: Vec<Cow<'static, str>> = Vec::new();
    let mut counted: Vec<&str> = Vec::new();
    for Breach { rule, .. } in before {
        if counted.contains(rule) {
            continue;
        }
        counted.push(rule);
        if count(left, rule) < count(before, rule) {
            rules.push((*rule).into());
        }
    }
    rules.extend(suspect::rules_mended(text, after).into_iter().map(|rule| rule.id().into()));
    if rules.is_empty() {
        let is_of_text = cleaned(text).is_some();
        rules.push(if is_of_text { FileRule::Mojibake.id() } else { CellRule::Vocabulary.id() }.into());
    }
    rules
}

#[cfg(test)]
mod tests {
    use super::*;

    const BLOCKS: Breach = Breach { rule: "vocabulaire", level: Level::Blocking };
    const ADVISES: Breach = Breach { rule: "doublon", level: Level::Recommendation };

    #[test]
    fn less_is_better_and_what_blocks_weighs_most() {
        for (before, left, better) in [
            (vec![BLOCKS], vec![], true),
            (vec![BLOCKS], vec![ADVISES, ADVISES], true),
            (vec![BLOCKS, BLOCKS], vec![BLOCKS], true),
            (vec![BLOCKS, ADVISES], vec![BLOCKS], true),
            (vec![], vec![], true),
            (vec![BLOCKS], vec![BLOCKS], false),
            (vec![ADVISES], vec![BLOCKS], false),
            (vec![ADVISES], vec![ADVISES], false),
            (vec![], vec![ADVISES], false),
        ] {
            assert_eq!(is_better(&before, &left), better, "{before:?} {left:?}");
        }
    }

    #[test]
    fn rules_are_those_that_are_broken_less() {
        let rules = |before: &[Breach], left: &[Breach]| mended(("a", before), ("b", left));
        assert_eq!(rules(&[BLOCKS, BLOCKS, ADVISES], &[BLOCKS, ADVISES]), ["vocabulaire"]);
        assert_eq!(rules(&[ADVISES], &[ADVISES]), ["vocabulaire"]);
        assert_eq!(mended(("e\u{301}", &[]), ("é", &[])), ["accents-abimes"]);
        assert_eq!(mended(("l&#39;an", &[ADVISES]), ("l'an", &[])), ["doublon", "codes-de-page-web"]);
    }
}
