//! Texts that have a form, made from its expression; and how long they are.
//!
//! The expressions are those of our sources: classes, literals, repetitions, choices.

use regex_syntax::hir::{Class, Hir, HirKind};

/// Longest text that is made.
const MAX: usize = 12_000;

/// A text of that form. `rank` gives another one each time, as far as the form allows; `long` is how often things that
/// may be repeated are.
pub(super) fn sample(expression: &str, rank: usize, long: usize) -> Option<String> {
    let hir = regex_syntax::parse(expression).ok()?;
    let mut maker = Maker { rank, long, out: String::new() };
    maker.make(&hir)?;
    Some(maker.out)
}

/// The lengths of the texts of that form, in characters; the greatest is `None` without a limit.
pub(super) fn lengths(expression: &str) -> Option<(usize, Option<usize>)> {
    length(&regex_syntax::parse(expression).ok()?)
}

struct Maker {
    rank: usize,
    long: usize,
    out: String,
}

impl Maker {
    fn make(&mut self, hir: &Hir) -> Option<()> {
        match hir.kind() {
            HirKind::Empty => {}
            HirKind::Literal(literal) => self.out.push_str(std::str::from_utf8(&literal.0).ok()?),
            HirKind::Class(Class::Unicode(class)) => {
                let signs = signs(class.ranges().iter().map(|range| (range.start(), range.end())));
                let sign = self.choose(signs.len())?;
                self.out.push(signs[sign]);
            }
            HirKind::Class(Class::Bytes(_)) | HirKind::Look(_) => return None,
            HirKind::Repetition(repetition) => {
                let least = usize::try_from(repetition.min).ok()?;
                let most = repetition.max.map_or(usize::MAX, |max| usize::try_from(max).unwrap_or(usize::MAX));
                for _ in 0..least.max(self.long).max(1).min(most) {
                    if self.out.len() > MAX {
                        return None;
                    }
                    self.make(&repetition.sub)?;
                }
            }
            HirKind::Capture(capture) => self.make(&capture.sub)?,
            HirKind::Concat(parts) => parts.iter().try_for_each(|part| self.make(part))?,
            HirKind::Alternation(choices) => {
                let choice = self.choose(choices.len())?;
                self.make(&choices[choice])?;
            }
        }
        Some(())
    }

    fn choose(&mut self, among: usize) -> Option<usize> {
        let chosen = self.rank.checked_rem(among)?;
        self.rank /= among;
        Some(chosen)
    }
}

/// The signs of a class that a person would write, the plainest first.
fn signs(ranges: impl Iterator<Item = (char, char)> + Clone) -> Vec<char> {
    let holds = |sign: char| ranges.clone().any(|(start, end)| start <= sign && sign <= end);
    let plain = ('1'..='9').chain(['0']).chain('A'..='Z').chain('a'..='z').chain(" -_./:,;|@+*#'".chars());
    let plain: Vec<char> = plain.filter(|sign| holds(*sign)).collect();
    if plain.is_empty() { ranges.take(8).map(|(start, _)| start).collect() } else { plain }
}

fn length(hir: &Hir) -> Option<(usize, Option<usize>)> {
    Some(match hir.kind() {
        HirKind::Empty => (0, Some(0)),
        HirKind::Literal(literal) => {
            let count = std::str::from_utf8(&literal.0).ok()?.chars().count();
            (count, Some(count))
        }
        HirKind::Class(_) => (1, Some(1)),
        HirKind::Look(_) => return None,
        HirKind::Repetition(repetition) => {
            let (least, most) = length(&repetition.sub)?;
            let times = |length: usize, count: u32| length.saturating_mul(usize::try_from(count).unwrap_or(usize::MAX));
            let most = match (most, repetition.max) {
                (Some(0), _) => Some(0),
                (Some(most), Some(max)) => Some(times(most, max)),
                _ => None,
            };
            (times(least, repetition.min), most)
        }
        HirKind::Capture(capture) => length(&capture.sub)?,
        HirKind::Concat(parts) => parts.iter().map(length).try_fold((0, Some(0)), |(least, most), part| {
            let (l, m) = part?;
            Some((least + l, most.zip(m).map(|(a, b): (usize, usize)| a.saturating_add(b))))
        })?,
        HirKind::Alternation(choices) => {
            let lengths = choices.iter().map(length).collect::<Option<Vec<_>>>()?;
            let least = lengths.iter().map(|(least, _)| *least).min()?;
            let most = lengths.iter().map(|(_, most)| *most).collect::<Option<Vec<_>>>().and_then(|all| all.into_iter().max());
            (least, most)
        }
    })
}

#[cfg(test)]
mod tests {
    use standard_mediation_model::pattern;

    use super::*;

    #[test]
    fn samples_have_the_form_and_differ() {
        for expression in [
            "[0-9]{5}",
            "(?:[013-9][0-9]|2[AB1-9])[0-9]{3}",
            r"[^\n]+",
            "[A-Z]+-[0-9]+",
            r"(?:\+33|\+590)[0-9]{6,9}",
            "[^|]*",
            "é{2,}",
        ] {
            let regex = pattern::compile(expression).expect("compiles");
            let made: Vec<String> = (0..4).map(|rank| sample(expression, rank, 0).expect("a text")).collect();
            assert!(made.iter().all(|text| regex.is_match(text)), "{expression}: {made:?}");
            assert!(regex.is_match(&sample(expression, 0, 20).expect("a text")), "{expression}");
            assert!(expression == "é{2,}" || made[0] != made[1], "{expression}: {made:?}");
        }
        assert_eq!(sample("[a-z]{2000}{2000}", 0, 0), None);
    }

    #[test]
    fn lengths_are_counted_in_characters() {
        for (expression, expected) in
            [("[0-9]{5}", (5, Some(5))), ("é+", (1, None)), ("(?:ab|cde)?", (0, Some(3))), ("[a-z]{3,}", (3, None))]
        {
            assert_eq!(lengths(expression), Some(expected), "{expression}");
        }
    }
}
