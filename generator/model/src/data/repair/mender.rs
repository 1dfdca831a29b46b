//! What one cell may become: found by the nature of its column, then checked like any other cell.

use std::borrow::Cow;
use std::sync::OnceLock;

use super::apart::Unknown;
use super::day::DayOrder;
use super::digits::unwrapped;
use super::draft::Draft;
use super::nature::Nature;
use super::place::{CommuneCode, Confirms, confirmed};
use super::spellings::Spellings;
use super::text::cleaned;
use super::worth::{count, is_better, mended};
use super::{Certainty, Proposal, code, day, hours, list, number, phone, register, web};
use crate::checker::Breach;
use crate::data::formula::is_formula;
use crate::data::tags;
use crate::nothing::{Nothing, nothing};
use crate::{Check, Checker, Field, Level, Standard};

/// Bytes beyond which a cell that is no prose is left to a person: a list of so many parts was never typed.
const LONGEST: usize = 16 << 10;

/// Proposes repairs of cells. Shared by threads.
pub(in crate::data) struct Mender<'a> {
    standard: &'a Standard,
    /// For each field.
    columns: Vec<Column<'a>>,
    confirms: Confirms,
}

struct Column<'a> {
    field: &'a Field,
    nature: Nature,
    separator: Option<char>,
    /// Whether it tells rows apart.
    is_key: bool,
    /// Made for the first faulty cell: most files have few.
    spellings: OnceLock<Option<Spellings<'a>>>,
}

/// What is around a cell.
#[derive(Clone, Copy)]
pub(in crate::data) struct Context<'c, 's> {
    /// The text of another field in the row, once mended.
    pub(in crate::data) cell: &'c dyn Fn(&str) -> Cow<'c, str>,
    /// Says what is wrong with a cell.
    pub(in crate::data) checker: &'c Checker<'s>,
    /// Whether dates of the column are surely written day first: see [`DayOrder::is_french`].
    pub(in crate::data) is_day_first: bool,
    /// Whether what a person would confirm is looked for, and words for what cannot be mended: it takes far longer than what
    /// is sure.
    pub(in crate::data) guesses: bool,
}

impl<'a> Mender<'a> {
    /// Prepares repairs under a standard.
    pub(in crate::data) fn new(standard: &'a Standard) -> Self {
        let column = |field: &'a Field| Column {
            field,
            nature: Nature::of(standard, field),
            separator: field.multiple.then(|| standard.separator_of(field)),
            is_key: field.unique || standard.primary_key.contains(&field.name),
            spellings: OnceLock::new(),
        };
        Self { standard, columns: standard.fields.iter().map(column).collect(), confirms: confirmed }
    }

    /// Whether cells of a field may need mending though nothing is wrong with them: a value is to be replaced.
    pub(super) fn looks_at_good_cells(&self, field: usize) -> bool {
        self.spellings(&self.columns[field]).is_some_and(Spellings::has_replaced)
    }

    /// Whether what cells of a field may become depends on the others of their row.
    pub(in crate::data) fn looks_around(&self, field: usize) -> bool {
        matches!(self.columns[field].nature, Nature::Phone | Nature::Register | Nature::PostalCode | Nature::OfficialCode)
    }

    /// Rank of a field in the order in which a row is mended: those that others look at first.
    pub(super) fn precedence(&self, field: usize) -> u8 {
        u8::from(!matches!(self.columns[field].nature, Nature::PostalCode | Nature::OfficialCode))
    }

    /// What a cell of the field of that rank may become, and what its date says of its column. `None` when there is
    /// nothing to say: nothing is wrong, or only what a person can judge.
    pub(in crate::data) fn propose(&self, field: usize, text: &str, context: Context<'_, '_>) -> (Option<Proposal>, DayOrder) {
        let Some(column) = self.columns.get(field) else { return (None, DayOrder::default()) };
        if (column.nature != Nature::Prose || column.separator.is_some()) && text.len() > LONGEST {
            return (None, DayOrder::default());
        }
        let name = &column.field.name;
        let before = context.checker.breaches(name, text);
        let unmended = || context.guesses.then(|| unmended(column.field, text, &before, context.checker)).flatten();
        let mut order = DayOrder::default();
        let Some(draft) = self.draft(column, text, context, !before.is_empty(), &mut order) else {
            return (unmended(), order);
        };
        let Draft { certainty, after, kind, why } = draft;
        let Some(after) = after.filter(|after| after != text) else {
            let (rules, is_partial) = (mended((text, &before), ("", &[])), false);
            let proposal = Proposal { certainty: Certainty::Impossible, after: None, rules, is_partial, kind, why };
            return ((!proposal.why.is_empty()).then_some(proposal).or_else(unmended), order);
        };
        let left = context.checker.breaches(name, &after);
        let (certainty, after, why) = match certainty {
            Certainty::Sure if column.is_key => {
                let why = "cette colonne distingue les lieux : vérifiez qu'aucun autre n'a déjà cette valeur";
                (Certainty::ToConfirm, Some(after), why.to_owned())
            }
            Certainty::Sure => match self.doubt(column, text, &before, &left, &after, context) {
                None => (Certainty::Sure, Some(after), why),
                Some(why) => (Certainty::ToConfirm, Some(after), why),
            },
            // Neither what mends nothing is shown, nor what empties a cell that must be filled.
            Certainty::ToConfirm if after.is_empty() && column.field.required => (Certainty::Impossible, None, why),
            other => (other, Some(after), why),
        };
        if certainty == Certainty::ToConfirm && !is_better(&before, &left) {
            return (unmended(), order);
        }
        if certainty != Certainty::Sure {
            // A date that is not mended says nothing of its column: it would say it again next time.
            order = DayOrder { ambiguous: order.ambiguous, ..DayOrder::default() };
        }
        let rules = mended((text, &before), (after.as_deref().unwrap_or_default(), &left));
        let is_partial = certainty == Certainty::Sure && left.iter().any(|breach| breach.level == Level::Blocking);
        (Some(Proposal { certainty, after, rules, is_partial, kind, why }), order)
    }

    /// Why a repair is not sure after all: what it gives is checked like any cell, and mended no further.
    fn doubt(
        &self,
        column: &Column<'a>,
        before_text: &str,
        before: &[Breach],
        left: &[Breach],
        after: &str,
        context: Context<'_, '_>,
    ) -> Option<String> {
        let is_mended = count(left, Level::Blocking) == 0 || column.separator.is_some() && is_better(before, left);
        if !is_mended || count(left, Level::Recommendation) > count(before, Level::Recommendation) {
            return context.checker.cell(&column.field.name, after).into_iter().next().map(|violation| violation.message);
        }
        if is_formula(after.as_bytes()) && !is_formula(before_text.as_bytes()) {
            return Some("le texte commencerait par un signe qu'un tableur prend pour une formule".to_owned());
        }
        let again = self.draft(column, after, context, !left.is_empty(), &mut DayOrder::default());
        let moves =
            again.is_some_and(|draft| draft.certainty == Certainty::Sure && draft.after.is_some_and(|next| next != after));
        moves.then(|| "le texte se lit de plusieurs façons".to_owned())
    }

    fn draft(
        &self,
        column: &Column<'a>,
        text: &str,
        context: Context<'_, '_>,
        is_wrong: bool,
        order: &mut DayOrder,
    ) -> Option<Draft> {
        let clean = cleaned(text);
        let inside = clean.as_ref().map_or(text, |(clean, _)| clean);
        if is_wrong || self.spellings(column).is_some_and(Spellings::has_replaced) {
            let draft = match inside {
                "" => None,
                _ => self.by_nature(column, inside, context, order),
            };
            if let Some(draft) = draft {
                return Some(draft);
            }
        }
        if let Some((clean, kind)) = clean {
            return Some(Draft::sure(clean, kind));
        }
        let plain = context.guesses.then(|| tags::without(text)).flatten()?;
        Some(Draft::confirm(plain, "codes de page web dans le texte", "vérifiez que le texte se lit encore bien"))
    }

    fn by_nature(&self, column: &Column<'a>, text: &str, context: Context<'_, '_>, order: &mut DayOrder) -> Option<Draft> {
        let Column { field, separator, nature, .. } = column;
        if !matches!(nature, Nature::Values | Nature::Email | Nature::Url | Nature::Hours | Nature::Prose)
            && unwrapped(text) != text
        {
            let draft = self.by_nature(column, unwrapped(text), context, order);
            return draft.or_else(|| Some(Draft::sure(unwrapped(text), "signe d'un tableur retiré")));
        }
        if !field.required && nothing(text) == Some(Nothing::Empty) {
            let why = "une case vide dit déjà qu'il n'y a rien, et les programmes le comprennent";
            return Some(Draft::confirm("", "case qui dit qu'il n'y a rien", why));
        }
        let part = |part: &str| match column.nature {
            Nature::Number => number::mend(part, field.bounds),
            Nature::Phone => phone::mend(part, &(context.cell)("code_postal")),
            Nature::Register => register::mend(part, &(context.cell)("code_postal")),
            Nature::Email if Check::Email.is_broken(part, crate::Date::LATEST) => web::email(part),
            Nature::Url if Check::Url.is_broken(part, crate::Date::LATEST) => web::url(part),
            Nature::PostalCode => {
                let around = (&*(context.cell)("commune"), &*(context.cell)("code_insee"));
                code::mend(part, CommuneCode::Postal, around, self.confirms)
            }
            Nature::OfficialCode => {
                let around = (&*(context.cell)("commune"), &*(context.cell)("code_postal"));
                code::mend(part, CommuneCode::Official, around, self.confirms)
            }
            Nature::Hours if Check::OpeningHours.is_broken(part, crate::Date::LATEST) => hours::mend(part, context.guesses),
            _ => None,
        };
        match (column.nature, separator) {
            (Nature::Values, separator) => {
                let known = self.spellings(column)?;
                let nearest = |text: &str| context.checker.nearest(&field.name, text);
                let about = |part: &str| match context.checker.former(&field.name, part) {
                    Some(former) => Unknown { near: former.value(), why: Some(former.in_words()) },
                    None => Unknown { near: known.near(part, &nearest), why: None },
                };
                list::values(text, *separator, known, context.guesses.then_some(&about))
            }
            (Nature::Day, None) => {
                let (draft, said) = day::mend(text, context.is_day_first, context.checker.today());
                *order = said;
                draft
            }
            (nature, Some(separator)) => {
                let check = match nature {
                    Nature::Url => Some(Check::Url),
                    Nature::Email => Some(Check::Email),
                    _ => None,
                };
                list::free(text, *separator, |part| check.and_then(|check| web::parts(part, check)), part)
            }
            (_, None) => part(text),
        }
    }

    fn spellings<'m>(&'m self, column: &'m Column<'a>) -> Option<&'m Spellings<'a>> {
        column.spellings.get_or_init(|| self.standard.vocabulary_of(column.field).map(Spellings::new)).as_ref()
    }
}

/// What is said of a cell that nothing can be proposed for: that it blocks, and what to do.
fn unmended(field: &Field, text: &str, breaches: &[Breach], checker: &Checker<'_>) -> Option<Proposal> {
    let breach = breaches.iter().find(|breach| breach.level == Level::Blocking)?;
    let violation = checker.cell(&field.name, text).into_iter().find(|violation| violation.level == Level::Blocking)?;
    let kind = match breach.rule {
        "obligatoire" => "case obligatoire vide",
        "longueur" => "texte trop long ou trop court",
        "vocabulaire" => "valeur qui n'est pas dans la liste",
        _ => "texte que rien ne permet de corriger",
    };
    Some(Proposal {
        certainty: Certainty::Impossible,
        after: None,
        rules: vec![violation.rule],
        is_partial: false,
        kind,
        why: format!("{} ; {}", violation.message, violation.help),
    })
}
