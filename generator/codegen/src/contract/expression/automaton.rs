//! The positions of a regular expression and which may follow which (Glushkov's automaton).
//!
//! In: the tree of an expression. Out: one state per sign that it can read. Two roads between the same states are kept
//! as two edges: that is what makes an engine that goes back on its steps try both. Repetitions with a number are
//! written out, so the size is bounded by the steps one may spend and not by the numbers of a hostile text.

use regex_syntax::ast::{
    Ast, ClassBracketed, ClassPerlKind, ClassSet, ClassSetItem, ClassUnicode, RepetitionKind, RepetitionRange,
};

/// Signs that a position reads, as ranges.
pub(super) type Class = Vec<(char, char)>;

/// States are positions; state 0 is the start and reads nothing.
pub(super) struct Automaton {
    pub(super) classes: Vec<Class>,
    /// States that may come next; twice when two roads lead there.
    pub(super) follow: Vec<Vec<usize>>,
    /// A text that each repeated part reads, without which it could not go round.
    pub(super) rounds: Vec<Vec<char>>,
}

/// The expression is too large to be judged.
#[derive(Debug, PartialEq)]
pub(super) struct TooLarge;

/// Positions: the largest real expression has about four thousand of them, and as many edges.
const POSITIONS: usize = 20_000;
/// What a position costs, compared with an edge: compiling it for the engine of this program included.
const POSITION: usize = 20;
/// Signs kept of the text of a repeated part.
const ROUND: usize = 64;

/// A part of the automaton: where it may start and end, and a text that it reads.
#[derive(Clone, Default)]
struct Part {
    first: Vec<usize>,
    last: Vec<usize>,
    nullable: bool,
    sample: Vec<char>,
}

/// Builds the automaton of an expression, spending steps on it.
pub(super) fn of(ast: &Ast, steps: &mut usize) -> Result<Automaton, TooLarge> {
    let mut builder =
        Builder { automaton: Automaton { classes: vec![Class::new()], follow: vec![Vec::new()], rounds: Vec::new() }, steps };
    let whole = builder.part(ast)?;
    builder.connect(&[0], &whole.first)?;
    Ok(builder.automaton)
}

struct Builder<'a> {
    automaton: Automaton,
    steps: &'a mut usize,
}

impl Builder<'_> {
    fn spend(&mut self, steps: usize) -> Result<(), TooLarge> {
        *self.steps = self.steps.checked_sub(steps).ok_or(TooLarge)?;
        Ok(())
    }

    fn connect(&mut self, last: &[usize], first: &[usize]) -> Result<(), TooLarge> {
        self.spend(last.len().saturating_mul(first.len()))?;
        for state in last {
            self.automaton.follow[*state].extend(first);
        }
        Ok(())
    }

    fn position(&mut self, class: Class) -> Result<Part, TooLarge> {
        self.spend(POSITION)?;
        let state = self.automaton.classes.len();
        if state > POSITIONS {
            return Err(TooLarge);
        }
        let sample = class.first().map(|(start, _)| *start).into_iter().collect();
        self.automaton.classes.push(class);
        self.automaton.follow.push(Vec::new());
        Ok(Part { first: vec![state], last: vec![state], nullable: false, sample })
    }

    /// The tree has a bounded depth: its parser says so.
    fn part(&mut self, ast: &Ast) -> Result<Part, TooLarge> {
        match ast {
            Ast::Empty(_) | Ast::Flags(_) | Ast::Assertion(_) => Ok(empty()),
            Ast::Literal(literal) => self.position(vec![(literal.c, literal.c)]),
            Ast::Dot(_) => self.position(vec![('\0', '\t'), ('\u{b}', char::MAX)]),
            Ast::ClassPerl(class) => self.position(perl(&class.kind, class.negated)),
            Ast::ClassUnicode(class) => self.position(unicode(class)),
            Ast::ClassBracketed(class) => self.position(bracketed(class)),
            Ast::Group(group) => self.part(&group.ast),
            Ast::Concat(concat) => {
                let mut whole = empty();
                for ast in &concat.asts {
                    let next = self.part(ast)?;
                    whole = self.then(whole, next)?;
                }
                Ok(whole)
            }
            Ast::Alternation(alternation) => {
                let mut whole = Part::default();
                for (rank, ast) in alternation.asts.iter().enumerate() {
                    let branch = self.part(ast)?;
                    whole.first.extend(branch.first);
                    whole.last.extend(branch.last);
                    whole.nullable |= branch.nullable;
                    whole.sample = if rank == 0 { branch.sample } else { whole.sample };
                }
                Ok(whole)
            }
            Ast::Repetition(repetition) => {
                let (min, max) = bounds(&repetition.op.kind);
                self.repeated(&repetition.ast, min, max)
            }
        }
    }

    fn then(&mut self, mut before: Part, after: Part) -> Result<Part, TooLarge> {
        self.connect(&before.last, &after.first)?;
        if before.nullable {
            before.first.extend(after.first);
        }
        if after.nullable {
            before.last.extend(after.last);
        } else {
            before.last = after.last;
        }
        before.nullable &= after.nullable;
        before.sample.extend(after.sample);
        before.sample.truncate(ROUND);
        Ok(before)
    }

    /// `x{2,4}` is `xx(x(x)?)?`: an engine never chooses which copy to leave out, only when to stop. Copies that may read
    /// nothing are simply put one behind the other, and each of them may be left out.
    fn repeated(&mut self, body: &Ast, min: u32, max: Option<u32>) -> Result<Part, TooLarge> {
        let before = self.automaton.classes.len();
        let mut copy = self.part(body)?;
        if self.automaton.classes.len() == before {
            return Ok(empty());
        }
        if max.is_none_or(|max| max > 1) && !copy.sample.is_empty() {
            self.automaton.rounds.push(copy.sample.clone());
        }
        let mut whole = Part { nullable: min == 0 || copy.nullable, ..copy.clone() };
        let copies = max.unwrap_or(min).max(1);
        for rank in 1..copies {
            let next = self.part(body)?;
            if next.nullable {
                whole = self.then(whole, next.clone())?;
            } else {
                self.connect(&copy.last, &next.first)?;
                if rank < min {
                    whole.last.clear();
                }
                whole.last.extend(&next.last);
            }
            copy = next;
        }
        if max.is_none() {
            self.connect(&copy.last, &copy.first)?;
        }
        Ok(if max == Some(0) { empty() } else { whole })
    }
}

fn empty() -> Part {
    Part { nullable: true, ..Part::default() }
}

fn bounds(kind: &RepetitionKind) -> (u32, Option<u32>) {
    match kind {
        RepetitionKind::ZeroOrOne => (0, Some(1)),
        RepetitionKind::ZeroOrMore => (0, None),
        RepetitionKind::OneOrMore => (1, None),
        RepetitionKind::Range(RepetitionRange::Exactly(n)) => (*n, Some(*n)),
        RepetitionKind::Range(RepetitionRange::AtLeast(n)) => (*n, None),
        RepetitionKind::Range(RepetitionRange::Bounded(min, max)) => (*min, Some(*max)),
    }
}

fn perl(kind: &ClassPerlKind, negated: bool) -> Class {
    let class = match kind {
        ClassPerlKind::Digit => vec![('0', '9')],
        ClassPerlKind::Space => vec![('\t', '\r'), (' ', ' '), ('\u{a0}', '\u{a0}')],
        ClassPerlKind::Word => vec![('0', '9'), ('A', 'Z'), ('_', '_'), ('a', 'z'), ('\u{c0}', char::MAX)],
    };
    if negated { complement(class) } else { class }
}

/// Which letters these are is not worth tables: any sign beyond ASCII, and letters.
fn unicode(_: &ClassUnicode) -> Class {
    vec![('A', 'Z'), ('a', 'z'), ('\u{80}', char::MAX)]
}

fn bracketed(class: &ClassBracketed) -> Class {
    let mut out = Class::new();
    match &class.kind {
        ClassSet::Item(item) => items(item, &mut out),
        // Less than the left side is read: judging the whole of it errs on the safe side.
        ClassSet::BinaryOp(op) => match &*op.lhs {
            ClassSet::Item(item) => items(item, &mut out),
            ClassSet::BinaryOp(_) => out.push(('\0', char::MAX)),
        },
    }
    if class.negated { complement(out) } else { out }
}

fn items(item: &ClassSetItem, out: &mut Class) {
    match item {
        ClassSetItem::Empty(_) => {}
        ClassSetItem::Literal(literal) => out.push((literal.c, literal.c)),
        ClassSetItem::Range(range) => out.push((range.start.c, range.end.c)),
        ClassSetItem::Ascii(_) => out.push(('\0', '\u{7f}')),
        ClassSetItem::Unicode(class) => out.extend(unicode(class)),
        ClassSetItem::Perl(class) => out.extend(perl(&class.kind, class.negated)),
        ClassSetItem::Bracketed(class) => out.extend(bracketed(class)),
        ClassSetItem::Union(union) => union.items.iter().for_each(|item| items(item, out)),
    }
}

fn complement(mut class: Class) -> Class {
    class.sort_unstable();
    let mut out = Class::new();
    let mut next = Some('\0');
    for (start, end) in class {
        let Some(from) = next else { break };
        if from < start {
            // The sign before `start`, which is not the first one since `from` comes before it.
            out.push((from, ('\0'..start).next_back().unwrap_or(from)));
        }
        next = if end < from { Some(from) } else { (end..=char::MAX).nth(1) };
    }
    out.extend(next.map(|from| (from, char::MAX)));
    out
}
