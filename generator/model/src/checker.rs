//! What a row of data must obey.
//!
//! In: a [`Standard`] of any version, and the text of cells. Out: [`Violation`]s. Nothing is read from a file here.

use std::borrow::Cow;
use std::collections::BTreeMap;
#[allow(clippy::disallowed_types, reason = "only asked whether it holds a text: no order is seen")]
use std::collections::HashSet;

use regex::Regex;

#[cfg(feature = "communes")]
use crate::communes;
use crate::count::{counted, number};
use crate::near::Near;
use crate::{CellRule, CrossKind, CrossRule, Date, Field, Kind, Level, Standard, hint, pattern, reading};

/// Violations of one cell told one by one, of each level. Beyond, a cell that blocks is read no further, and advice is only
/// counted: a fault may come after it. No list that a person fills in has as many; a text of a mebibyte with a separator
/// every other sign would have half a million.
const MOST_TOLD: usize = 100;

/// A number of characters.
fn characters(length: usize) -> String {
    counted(length, "caractère", "caractères")
}

/// A rule broken by a row, with words for the person who wrote it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation {
    /// Stable id of the rule: a [`CellRule`], a [`crate::Check`] or the name of a [`CrossRule`].
    pub rule: String,
    /// How much it weighs.
    pub level: Level,
    /// Name of the field, the first one for a rule between fields.
    pub field: String,
    /// Rank of the part, from 1, when the cell is a list and the part alone is wrong.
    pub part: Option<usize>,
    /// What is wrong, in French.
    pub message: String,
    /// What to do, in French.
    pub help: String,
}

/// Reads cells and rows against a standard.
pub struct Checker<'a> {
    standard: &'a Standard,
    columns: BTreeMap<&'a str, Column<'a>>,
    today: Date,
}

struct Column<'a> {
    field: &'a Field,
    separator: char,
    /// The form of the kind, when it is neither a plain text, a plain number nor a plain day.
    kind: Option<Regex>,
    regex: Option<Regex>,
    vocabulary: Option<Near<'a>>,
}

impl<'a> Checker<'a> {
    /// Prepares the reading. `today` is the day that dates may not pass.
    ///
    /// # Errors
    /// The name of a field whose pattern does not compile; never for a standard loaded from our sources.
    pub fn new(standard: &'a Standard, today: Date) -> Result<Self, String> {
        let column = |field: &'a Field| {
            let regex = field.pattern.as_ref().map(|pattern| pattern::compile(&pattern.expression)).transpose();
            let regex = regex.map_err(|_| field.name.clone())?;
            let kind = reading::compiled(field).map_err(|_| field.name.clone())?;
            let separator = standard.separator_of(field);
            let vocabulary = standard.vocabulary_of(field).map(Near::new);
            Ok((field.name.as_str(), Column { field, separator, kind, regex, vocabulary }))
        };
        let columns = standard.fields.iter().map(column).collect::<Result<_, String>>()?;
        Ok(Self { standard, columns, today })
    }

    /// What is wrong with one cell: the first hundred violations of each level, then that the rest of the cell is not read, or
    /// how many more recommendations there are. An unknown field has nothing wrong.
    pub fn cell(&self, field: &str, text: &str) -> Vec<Violation> {
        let Some(column) = self.columns.get(field) else { return Vec::new() };
        let mut found = Report::new(column.field);
        self.read(column, text, &mut found);
        found.finish()
    }

    /// The value of a field that a text is most like, when one is near enough to be worth a question.
    pub(crate) fn nearest(&self, field: &str, text: &str) -> Option<&'a str> {
        self.columns.get(field)?.vocabulary.as_ref()?.of(text)
    }

    /// What is wrong with one row. `cell` gives the text of a field, `""` or `None` when it is empty or absent.
    pub fn row<'r>(&self, cell: impl Fn(&str) -> Option<&'r str>) -> Vec<Violation> {
        let mut out = Vec::new();
        for field in &self.standard.fields {
            out.extend(self.cell(&field.name, cell(&field.name).unwrap_or_default()));
        }
        out.extend(self.cross_rules(&|name| cell(name).map(Cow::Borrowed)));
        out
    }

    /// What is wrong between the cells of a row. `cell` is that of [`Checker::row`].
    pub(crate) fn cross_rules<'r>(&self, cell: &impl Fn(&str) -> Option<Cow<'r, str>>) -> Vec<Violation> {
        let mut known = communes::Known::default();
        self.standard.rules.iter().filter_map(|rule| self.cross(rule, cell, &mut known)).collect()
    }

    /// What is wrong with the rows of a file, each with its rank from 0: their own violations, and shared values of
    /// unique fields.
    pub fn rows<'r, F: Fn(&str) -> Option<&'r str>>(&self, rows: impl IntoIterator<Item = F>) -> Vec<(usize, Violation)> {
        let mut out = Vec::new();
        let mut seen: BTreeMap<(usize, Vec<&str>), usize> = BTreeMap::new();
        let keys = self.keys();
        for (rank, cell) in rows.into_iter().enumerate() {
            out.extend(self.row(&cell).into_iter().map(|violation| (rank, violation)));
            for (i, key) in keys.iter().enumerate() {
                let texts: Option<Vec<&str>> =
                    key.iter().map(|field| cell(&field.name).filter(|text| !self.is_missing(text))).collect();
                let (Some(texts), Some(field)) = (texts, key.first()) else { continue };
                let said = texts.join(", ");
                if seen.insert((i, texts), rank).is_some() {
                    let mut report = Report::new(field);
                    report.add(CellRule::Unique, Level::Blocking, None, || {
                        let message = format!("« {said} » est déjà utilisé par une autre ligne");
                        (message, "donnez à chaque lieu une valeur qui n'appartient qu'à lui".into())
                    });
                    out.extend(report.out.into_iter().map(|violation| (rank, violation)));
                }
            }
        }
        out
    }

    /// The fields, alone or together, of which two rows may not share the contents.
    fn keys(&self) -> Vec<Vec<&'a Field>> {
        let fields = &self.standard.fields;
        let mut keys: Vec<Vec<&Field>> = fields.iter().filter(|field| field.unique).map(|field| vec![field]).collect();
        let primary: Vec<&Field> = self.standard.primary_key.iter().filter_map(|name| self.standard.field(name)).collect();
        if !primary.is_empty() && !keys.contains(&primary) {
            keys.push(primary);
        }
        keys
    }

    fn is_missing(&self, text: &str) -> bool {
        text.is_empty() || self.standard.dialect.missing_values.iter().any(|missing| missing == text)
    }

    fn read(&self, column: &Column, text: &str, found: &mut Report) {
        let field = column.field;
        if self.is_missing(text) {
            if field.required {
                found.add(CellRule::Required, Level::Blocking, None, || {
                    let message = format!("la colonne « {} » est obligatoire et la case est vide", field.title);
                    (message, "remplissez la case".into())
                });
            }
            return;
        }
        if !field.multiple {
            self.part(column, text, None, found);
            return;
        }
        #[allow(clippy::disallowed_types, reason = "only asked whether it holds a text: no order is seen")]
        let mut seen = HashSet::new();
        for (i, part) in text.split(column.separator).enumerate() {
            if found.is_over() {
                return;
            }
            self.part(column, part, Some(i + 1), found);
            if !part.is_empty() && !seen.insert(part) {
                found.add(CellRule::Duplicate, Level::Recommendation, Some(i + 1), || {
                    (format!("« {part} » est écrit deux fois"), "gardez-le une seule fois".into())
                });
            }
        }
    }

    fn part(&self, column: &Column, text: &str, rank: Option<usize>, found: &mut Report) {
        let field = column.field;
        if text.is_empty() {
            let level = column.vocabulary.as_ref().map_or(Level::Recommendation, |values| values.vocabulary().level);
            found.add(CellRule::EmptyPart, level, rank, || {
                let help = format!("retirez le séparateur {} en trop", column.separator);
                ("il manque une valeur entre deux séparateurs, au début ou à la fin".into(), help)
            });
            return;
        }
        let before = found.count();
        // Values are of their kind by definition; a list written as JSON is no value, its items are.
        let is_listed = field.kind != Kind::Array
            && column.vocabulary.as_ref().is_some_and(|values| values.vocabulary().by_label(text).is_some());
        if !is_listed && let Some((rule, message, help)) = reading::breach(field, column.kind.as_ref(), text) {
            found.add(rule, Level::Blocking, rank, || (message, help));
        }
        if found.count() > before {
            return;
        }
        if let (Some(regex), Some(pattern)) = (&column.regex, &field.pattern)
            && !regex.is_match(text)
        {
            found.add(CellRule::Pattern, pattern.level, rank, || {
                (format!("« {text} » n'a pas la forme attendue"), format!("il faut {}", pattern.asked()))
            });
        }
        if field.min_length.is_some() || field.max_length.is_some() {
            let length = text.chars().count();
            if let Some(min) = field.min_length.filter(|min| length < *min) {
                found.add(CellRule::Length, Level::Blocking, rank, || {
                    let message = format!("le texte compte {}, il en faut au moins {}", characters(length), number(min));
                    (message, "complétez le texte".into())
                });
            }
            if let Some(max) = field.max_length.filter(|max| length > *max) {
                found.add(CellRule::Length, Level::Blocking, rank, || {
                    let message = format!("le texte compte {}, {} au plus sont permis", characters(length), number(max));
                    (message, format!("raccourcissez le texte de {}", characters(length - max)))
                });
            }
        }
        if let Some(vocabulary) = &column.vocabulary {
            match reading::items(field, text) {
                Some(items) => {
                    for item in items {
                        in_vocabulary(vocabulary, &item, rank, found);
                        if found.is_over() {
                            return;
                        }
                    }
                }
                None => in_vocabulary(vocabulary, text, rank, found),
            }
        }
        if let Some(bounds) = field.bounds
            && reading::limit(field, text).is_some_and(|value| bounds.exclude(value))
        {
            found.add(CellRule::Bounds, bounds.level, rank, || {
                (format!("{text} est hors des bornes"), format!("il faut {}", bounds.in_words()))
            });
        }
        if found.count() > before {
            return;
        }
        if text.trim() != text {
            found.add(CellRule::Spaces, Level::Recommendation, rank, || {
                (format!("« {text} » commence ou finit par une espace"), format!("écrivez « {} »", text.trim()))
            });
        }
        for check in field.checks.iter().filter(|check| check.is_broken(text, self.today)) {
            found.push(check.id(), Level::Recommendation, rank, || check.words(text));
        }
    }

    fn cross<'r>(
        &self,
        rule: &CrossRule,
        cell: &impl Fn(&str) -> Option<Cow<'r, str>>,
        known: &mut communes::Known,
    ) -> Option<Violation> {
        let text = |name: &str| cell(name).unwrap_or_default();
        let holds = |name: &str, code: &str| {
            let field = self.standard.field(name)?;
            let label = &self.standard.vocabulary_of(field)?.by_code(code)?.label;
            let text = text(name);
            let mut parts = text.split(self.standard.separator_of(field));
            parts.any(|part| part == label).then(|| (label.clone(), text == *label))
        };
        let message = match &rule.kind {
            CrossKind::Together { fields } => {
                let empty: Vec<&str> = fields.iter().map(String::as_str).filter(|name| text(name).is_empty()).collect();
                if empty.is_empty() || empty.len() == fields.len() {
                    return None;
                }
                format!("{} : il manque {}", rule.title, empty.join(", "))
            }
            CrossKind::ExclusiveValue { field, code } => {
                let (label, alone) = holds(field, code)?;
                if alone {
                    return None;
                }
                format!("« {label} » ne peut pas être accompagné d'une autre valeur")
            }
            CrossKind::ValueNeedsField { field, code, needs } => {
                let (label, _) = holds(field, code)?;
                if !text(needs).is_empty() {
                    return None;
                }
                format!("« {label} » demande de remplir la colonne {needs}")
            }
            CrossKind::PointInCommune { code_insee, latitude, longitude } => {
                communes::point(known, &text(code_insee), &text(latitude), &text(longitude))?
            }
            CrossKind::CodesOfCommune { code_postal, code_insee } => {
                communes::codes(known, &text(code_postal), &text(code_insee))?
            }
            CrossKind::NameOfCommune { commune, code_insee } => communes::name(known, &text(commune), &text(code_insee))?,
        };
        let field = rule.kind.fields().first().map(|name| (*name).to_owned()).unwrap_or_default();
        Some(Violation { rule: rule.name.clone(), level: rule.level, field, part: None, message, help: rule.remedy.clone() })
    }
}

/// The rules that need the list of communes say nothing without it.
#[cfg(not(feature = "communes"))]
mod communes {
    #[derive(Default)]
    pub(super) struct Known(());

    pub(super) fn codes(_: &mut Known, _: &str, _: &str) -> Option<String> {
        None
    }

    pub(super) fn point(_: &mut Known, _: &str, _: &str, _: &str) -> Option<String> {
        None
    }

    pub(super) fn name(_: &mut Known, _: &str, _: &str) -> Option<String> {
        None
    }
}

fn in_vocabulary(values: &Near<'_>, text: &str, rank: Option<usize>, found: &mut Report) {
    let vocabulary = values.vocabulary();
    if vocabulary.by_label(text).is_some() {
        return;
    }
    found.add(CellRule::Vocabulary, vocabulary.level, rank, || {
        let spelled = vocabulary.values.iter().find(|value| value.aliases.iter().any(|alias| alias == text));
        let near = spelled.map(|value| value.label.as_str()).or_else(|| values.of(text));
        let help = match near {
            Some(near) if spelled.is_none() && goes_on(text, near) => {
                format!("vouliez-vous écrire « {near} », sans ce qui suit ?")
            }
            Some(near) => format!("vouliez-vous écrire « {near} » ?"),
            None => format!("choisissez une valeur de la liste « {} »", vocabulary.title),
        };
        (format!("« {text} » n'est pas une valeur de la liste « {} »", vocabulary.title), help)
    });
}

/// Whether a text says more than the value it starts with.
fn goes_on(text: &str, value: &str) -> bool {
    let (text, value) = (hint::folded(text), hint::folded(value));
    text.strip_prefix(&value).is_some_and(|rest| {
        let is_apart = !rest.starts_with(char::is_alphanumeric);
        is_apart && rest.chars().any(char::is_alphanumeric)
    })
}

struct Report<'a> {
    field: &'a Field,
    out: Vec<Violation>,
    blocking: Met,
    advice: Met,
}

/// Violations of one level.
#[derive(Default)]
struct Met {
    count: usize,
    /// The rule of the first one that is not told.
    beyond: Option<String>,
}

impl<'a> Report<'a> {
    fn new(field: &'a Field) -> Self {
        Self { field, out: Vec::new(), blocking: Met::default(), advice: Met::default() }
    }

    /// Whether the cell blocks so much that the rest of it is not read.
    fn is_over(&self) -> bool {
        self.blocking.beyond.is_some()
    }

    fn count(&self) -> usize {
        self.blocking.count + self.advice.count
    }

    /// What is told, then one line a level for the rest.
    fn finish(mut self) -> Vec<Violation> {
        for (met, level) in [(self.blocking, Level::Blocking), (self.advice, Level::Recommendation)] {
            let Some(rule) = met.beyond else { continue };
            let more = met.count - MOST_TOLD;
            let message = match level {
                Level::Blocking => format!("cette case a plus de {MOST_TOLD} fautes : la suite de la case n'est pas vérifiée"),
                Level::Recommendation => format!("cette case a encore {}", counted(more, "autre conseil", "autres conseils")),
            };
            let help = "vérifiez le séparateur de la liste, et que la case ne contient pas autre chose".to_owned();
            self.out.push(Violation { rule, level, field: self.field.name.clone(), part: None, message, help });
        }
        self.out
    }

    /// Adds a violation, and the message and the remedy when it is to be told: the nearest value is long to find.
    fn add(&mut self, rule: CellRule, level: Level, part: Option<usize>, words: impl FnOnce() -> (String, String)) {
        self.push(rule.id(), level, part, words);
    }

    fn push(&mut self, rule: &str, level: Level, part: Option<usize>, words: impl FnOnce() -> (String, String)) {
        let met = match level {
            Level::Blocking => &mut self.blocking,
            Level::Recommendation => &mut self.advice,
        };
        met.count += 1;
        if met.count > MOST_TOLD {
            met.beyond.get_or_insert_with(|| rule.to_owned());
            return;
        }
        let (message, help) = words();
        let field = self.field.name.clone();
        self.out.push(Violation { rule: rule.to_owned(), level, field, part, message, help });
    }
}

#[cfg(test)]
mod tests {
    use super::goes_on;

    #[test]
    fn what_follows_a_value_is_not_the_value() {
        for (text, more) in [
            ("Gratuit;Payant", true),
            ("gratuit : tout le monde", true),
            ("Gratuit", false),
            ("gratuit !", false),
            ("Gratuite", false),
            ("Gratui", false),
        ] {
            assert_eq!(goes_on(text, "Gratuit"), more, "{text}");
        }
    }
}
