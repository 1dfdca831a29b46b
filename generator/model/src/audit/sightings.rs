//! What was met in one text: believed or not, counted, told.

use super::codes::Code;
use super::company::{Claim, Company, Need, Presence};
use super::frame::Frame;
use super::judge::{Meeting, Wrong};
use super::lexicon::{Home, Lexicon, Nature, Term};
use super::report::{CopyFinding, FileReport, Meant, Tally};
use super::runs::{Manner, Runs};
use super::{MOST_FINDINGS, words};
use crate::{CopyRule, Span};

/// Company that a value read as an identifier needs: short capitals stand everywhere.
const CODES_NEED: Need = Need { weight: 8, phrase: None };

/// Everything met so far.
#[derive(Debug)]
pub(super) struct Sightings<'a> {
    lexicon: &'a Lexicon,
    /// One for each list.
    company: Vec<Company>,
    runs: Vec<Runs>,
    tally: Tally,
    findings: Vec<CopyFinding>,
    untold: u64,
    /// Whether the text was already said not to be in UTF-8.
    is_foreign: bool,
}

impl<'a> Sightings<'a> {
    pub(super) fn new(lexicon: &'a Lexicon) -> Self {
        let lists = &lexicon.lists;
        Self {
            lexicon,
            company: lists.iter().map(|_| Company::default()).collect(),
            runs: lists.iter().map(|_| Runs::default()).collect(),
            tally: Tally::new(lists.iter().map(|list| (list.vocabulary.as_str(), list.values.as_slice()))),
            findings: Vec::new(),
            untold: 0,
            is_foreign: false,
        }
    }

    /// A value of today, to the letter.
    pub(super) fn right(&mut self, term: &Term, span: Span, frame: Frame) {
        self.present(&term.homes, span, frame, term.is_phrase(), None);
        if let Some(home) = term.homes.first() {
            self.tally.meet(home.list, home.member, true);
        }
    }

    /// What a window holds.
    pub(super) fn meet(&mut self, meeting: Meeting, span: Span, written: String, is_foreign: bool) {
        let Meeting { homes, frame, is_phrase, wrong, .. } = meeting;
        let Some(Home { list, .. }) = homes.first().copied() else { return };
        let members: Vec<usize> = homes.iter().filter(|home| home.list == list).map(|home| home.member).collect();
        let is_named = self.company[list].was_right_on(&members, span.line);
        let presence = self.present(&homes, span, frame, is_phrase, wrong.as_ref());
        let Some(wrong) = wrong else { return self.tally.meet(list, members[0], true) };
        if wrong.is_identifier && is_named {
            return;
        }
        let need = match (wrong.needs_company, wrong.is_identifier) {
            (false, _) => Need::NONE,
            (true, false) => Need::SOME,
            (true, true) => Need { phrase: Some(frame.is_strong()), ..Need::SOME },
        };
        let finding = self.finding(list, (wrong.rule, wrong.nature), span, written, wrong.meant);
        let claim = Claim { finding, home: Home { list, member: members[0] }, is_foreign };
        let believed = self.company[list].believe(claim, &members, presence, need);
        self.tell(believed);
    }

    /// A value that is read as an identifier is, and the bytes around it.
    pub(super) fn code(&mut self, code: &Code, span: Span, around: (Option<u8>, Option<u8>), written: &[u8]) {
        let home = code.home;
        let list = home.list;
        let is_right = code.nature == Nature::Value;
        let manner = match around {
            (Some(b'('), _) | (_, Some(b')')) => Manner::Grouped,
            (Some(b'|'), _) | (_, Some(b'|')) => Manner::Part,
            _ => Manner::Plain,
        };
        self.runs[list].meet(&self.lexicon.lists[list], home.member, span, manner);
        let presence = Presence { at: span.start, line: span.line, weight: 1, phrase: None, is_right };
        let freed = self.company[list].meet(&[home.member], presence);
        self.tell(freed);
        let rule = match code.nature {
            Nature::Value => return self.tally.meet(list, home.member, true),
            Nature::Alias => CopyRule::Near,
            Nature::Former(_) => CopyRule::Former,
        };
        let written = String::from_utf8_lossy(written).into_owned();
        let finding = self.finding(list, (rule, code.nature), span, written, code.meant.clone());
        let claim = Claim { finding, home, is_foreign: false };
        let believed = self.company[list].believe(claim, &[home.member], presence, CODES_NEED);
        self.tell(believed);
    }

    /// What there is to say, once the text is over.
    pub(super) fn finish(mut self) -> FileReport {
        for (list, runs) in self.lexicon.lists.iter().zip(std::mem::take(&mut self.runs)) {
            for lack in runs.finish(list) {
                let (message, help) = words::of_list(&list.vocabulary, lack.held, &lack.missing);
                let vocabulary = list.vocabulary.clone();
                let (span, meant) = (lack.span, lack.missing);
                let rule = CopyRule::Incomplete;
                self.keep(CopyFinding { span, rule, vocabulary, written: String::new(), meant, message, help });
            }
        }
        self.findings.sort();
        FileReport { findings: self.findings, untold: self.untold, tally: self.tally }
    }

    /// Adds a value to the company of its lists, and frees the claims that waited for it.
    fn present(&mut self, homes: &[Home], span: Span, frame: Frame, is_phrase: bool, wrong: Option<&Wrong>) -> Presence {
        let is_right = wrong.is_none();
        let weight = if is_phrase || frame.is_part() { 2 } else { 1 };
        let phrase = (is_phrase && is_right).then(|| frame.is_strong());
        let presence = Presence { at: span.start, line: span.line, weight, phrase, is_right };
        // What may be but a name keeps nobody company.
        let is_name = wrong.is_some_and(|wrong| wrong.is_identifier);
        for home in homes {
            self.runs[home.list].meet(&self.lexicon.lists[home.list], home.member, span, Manner::of(&frame, is_name));
            if is_name {
                continue;
            }
            let freed = self.company[home.list].meet(&[home.member], presence);
            self.tell(freed);
        }
        presence
    }

    fn tell(&mut self, believed: impl IntoIterator<Item = Claim>) {
        for Claim { finding, home, is_foreign } in believed {
            self.tally.meet(home.list, home.member, false);
            // Said once of a text that is not in UTF-8, not once a value.
            if !(is_foreign && std::mem::replace(&mut self.is_foreign, true)) {
                self.keep(finding);
            }
        }
    }

    fn keep(&mut self, finding: CopyFinding) {
        if self.findings.len() < MOST_FINDINGS {
            self.findings.push(finding);
        } else {
            self.untold += 1;
        }
    }

    fn finding(
        &self,
        list: usize,
        (rule, nature): (CopyRule, Nature),
        span: Span,
        written: String,
        meant: Vec<Meant>,
    ) -> CopyFinding {
        let vocabulary = self.lexicon.lists[list].vocabulary.clone();
        let (message, help) = words::of_value(rule, nature, &written, &meant, &vocabulary, self.lexicon.version);
        CopyFinding { span, rule, vocabulary, written, meant, message, help }
    }
}
