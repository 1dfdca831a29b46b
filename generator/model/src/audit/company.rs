//! The company that a value keeps: a word means a value when other values of its vocabulary stand near.
//!
//! « Seniors » alone may be anything; between « Femmes » and « Familles et/ou enfants » it is a value.

use super::lexicon::Home;
use super::report::CopyFinding;

/// How far company reaches, in bytes.
pub(super) const REACH: usize = 2000;
/// Claims that wait for company at one time; beyond, the oldest are given up.
const MOST_WAITING: usize = 64;
/// Company that is enough: one value of several words, or two of one word.
const ENOUGH: usize = 2;

/// The values of one vocabulary met so far, and the claims that wait for more of them.
#[derive(Debug, Default)]
pub(super) struct Company {
    /// The last meeting of each member.
    met: Vec<Option<Presence>>,
    waiting: Vec<Waiting>,
}

/// One meeting, as company for others.
#[derive(Debug, Clone, Copy)]
pub(super) struct Presence {
    pub(super) at: usize,
    pub(super) line: usize,
    /// How much it proves.
    pub(super) weight: usize,
    /// For a value of several words, whether its frame is strong.
    pub(super) phrase: Option<bool>,
    /// Whether it is written as it should be.
    pub(super) is_right: bool,
}

/// A finding, before it is believed.
#[derive(Debug)]
pub(super) struct Claim {
    pub(super) finding: CopyFinding,
    /// What it is about.
    pub(super) home: Home,
    /// Whether its bytes are not UTF-8.
    pub(super) is_foreign: bool,
}

/// What a finding asks for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Need {
    /// How much company.
    pub(super) weight: usize,
    /// A value of several words in a frame as strong as this, when the finding could be the name of a value in a
    /// program: such names stand together too, but never beside whole values.
    pub(super) phrase: Option<bool>,
}

#[derive(Debug)]
struct Waiting {
    claim: Claim,
    members: Vec<usize>,
    presence: Presence,
    need: Need,
    /// Those met since, and those met before.
    company: Vec<(usize, Presence)>,
}

impl Need {
    /// No company at all.
    pub(super) const NONE: Self = Self { weight: 0, phrase: None };
    /// Some other values.
    pub(super) const SOME: Self = Self { weight: ENOUGH, phrase: None };
}

impl Company {
    /// Says that members of the list are there, and gives the claims that only waited for them.
    pub(super) fn meet(&mut self, members: &[usize], presence: Presence) -> Vec<Claim> {
        for &member in members {
            if self.met.len() <= member {
                self.met.resize(member + 1, None);
            }
            self.met[member] = Some(presence);
        }
        if self.waiting.is_empty() {
            return Vec::new();
        }
        self.waiting
            .retain(|waiting| presence.at.saturating_sub(waiting.presence.at) <= REACH && !waiting.is_name_of(members, presence));
        for waiting in &mut self.waiting {
            for &member in members.iter().filter(|member| !waiting.members.contains(member)) {
                waiting.company.push((member, presence));
            }
        }
        self.waiting.extract_if(.., |waiting| waiting.is_satisfied()).map(|waiting| waiting.claim).collect()
    }

    /// Takes a claim about members just met; gives it back when its company is already there.
    pub(super) fn believe(&mut self, claim: Claim, members: &[usize], presence: Presence, need: Need) -> Option<Claim> {
        let near = |met: &Presence| presence.at.saturating_sub(met.at) <= REACH;
        let others = self.met.iter().enumerate().filter(|(member, _)| !members.contains(member));
        let company = others.filter_map(|(member, met)| Some((member, met.filter(near)?))).collect();
        let waiting = Waiting { claim, members: members.to_vec(), presence, need, company };
        if waiting.is_satisfied() {
            return Some(waiting.claim);
        }
        if self.waiting.len() == MOST_WAITING {
            self.waiting.remove(0);
        }
        self.waiting.push(waiting);
        None
    }

    /// Whether one of these members was just written as it should be on this line.
    pub(super) fn was_right_on(&self, members: &[usize], line: usize) -> bool {
        let last = members.iter().filter_map(|member| self.met.get(*member).copied().flatten());
        last.into_iter().any(|met| met.is_right && met.line == line)
    }
}

impl Waiting {
    fn is_satisfied(&self) -> bool {
        let mut seen: Vec<usize> = Vec::new();
        let mut weight = 0;
        for (member, presence) in &self.company {
            if !seen.contains(member) {
                seen.push(*member);
                weight += presence.weight;
            }
        }
        let phrase = self.need.phrase.is_none() || self.company.iter().any(|(_, met)| met.phrase == self.need.phrase);
        weight >= self.need.weight && phrase
    }

    /// Whether it is but the name of a value that stands on the same line.
    fn is_name_of(&self, members: &[usize], presence: Presence) -> bool {
        self.need.phrase.is_some()
            && presence.is_right
            && presence.line == self.presence.line
            && members.iter().any(|member| self.members.contains(member))
    }
}
