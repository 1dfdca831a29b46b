//! What blocks, for one value: each demand as an expression of SQL, with the words of the engine.
//!
//! In: a field and an expression of SQL that gives a text which is not empty, a cell or a part of a list. Out: demands,
//! in the order of the engine. Must not decide what blocks: that is read from the standard.

use standard_mediation_model::count::number;
use standard_mediation_model::{Bounds, CellRule, Field, Kind, Level, Limit, Standard, Vocabulary};

use super::{Dialect, kind, quoting, said};

/// One demand upon a value.
pub(super) struct Demand {
    /// The rule that a value breaks when it does not hold.
    pub(super) rule: CellRule,
    /// Whether the demand holds: SQL, true or false and never unknown.
    pub(super) holds: String,
    /// What is said when it does not: SQL, a text.
    pub(super) message: String,
    /// What to do then: SQL, a text.
    pub(super) help: String,
}

/// The demands upon a value. The first one, when it is about the kind of the value, comes before all others: a text that
/// is no number is not said to be out of bounds.
pub(super) fn all(dialect: Dialect, standard: &Standard, field: &Field, text: &str) -> Vec<Demand> {
    let vocabulary = standard.vocabulary_of(field);
    let mut out = Vec::new();
    out.extend(of_kind(dialect, vocabulary, field, text));
    out.extend(of_pattern(dialect, field, text));
    out.extend(of_length(dialect, field, text));
    out.extend(vocabulary.filter(|vocabulary| vocabulary.level == Level::Blocking).map(|vocabulary| {
        if field.kind == Kind::Array { of_items(dialect, vocabulary, text) } else { of_list(dialect, vocabulary, text) }
    }));
    out.extend(field.bounds.and_then(|bounds| of_bounds(dialect, field, bounds, vocabulary, text)));
    out
}

/// Whether a demand is the one that comes before all others.
pub(super) fn is_first(demand: &Demand) -> bool {
    matches!(demand.rule, CellRule::Number | CellRule::Date | CellRule::Kind)
}

fn of_kind(dialect: Dialect, vocabulary: Option<&Vocabulary>, field: &Field, text: &str) -> Option<Demand> {
    let holds = kind::holds(dialect, field, text)?;
    // Values are of their kind by definition; a list written as JSON is no value, its items are.
    let listed = vocabulary.filter(|vocabulary| field.kind != Kind::Array && !vocabulary.values.is_empty());
    let holds = match listed {
        Some(vocabulary) => format!("({text} IN ({}) OR {holds})", quoting::literals(vocabulary.labels())),
        None => holds,
    };
    let (rule, message, help) = kind::words(field, text);
    Some(Demand { rule, holds, message, help })
}

fn of_pattern(dialect: Dialect, field: &Field, text: &str) -> Option<Demand> {
    let pattern = field.pattern.as_ref().filter(|pattern| pattern.level == Level::Blocking)?;
    Some(Demand {
        rule: CellRule::Pattern,
        holds: dialect.matches(text, &pattern.expression)?,
        message: said("« ", text, " » n'a pas la forme attendue"),
        help: quoting::literal(&format!("il faut {}", pattern.asked())),
    })
}

fn of_length(dialect: Dialect, field: &Field, text: &str) -> Vec<Demand> {
    let length = dialect.length(text);
    let characters = dialect.characters(&length);
    let least = field.min_length.map(|least| Demand {
        rule: CellRule::Length,
        holds: format!("{length} >= {least}"),
        message: said("le texte compte ", &characters, &format!(", il en faut au moins {}", number(least))),
        help: quoting::literal("complétez le texte"),
    });
    let most = field.max_length.map(|most| Demand {
        rule: CellRule::Length,
        holds: format!("{length} <= {most}"),
        message: said("le texte compte ", &characters, &format!(", {} au plus sont permis", number(most))),
        help: format!("'raccourcissez le texte de ' || {}", dialect.characters(&format!("({length} - {most})"))),
    });
    least.into_iter().chain(most).collect()
}

fn of_list(dialect: Dialect, vocabulary: &Vocabulary, text: &str) -> Demand {
    let holds = if vocabulary.values.is_empty() {
        "false".to_owned()
    } else {
        format!("{text} IN ({})", quoting::literals(vocabulary.labels()))
    };
    unlisted(dialect, vocabulary, holds, text)
}

/// The items of a list written as JSON; the first one that is no value is told.
fn of_items(dialect: Dialect, vocabulary: &Vocabulary, text: &str) -> Demand {
    let (items, list) = (dialect.items(text), dialect.list(vocabulary.labels()));
    let first = match dialect {
        Dialect::PostgreSql => format!("(SELECT e FROM unnest({items}) AS e WHERE NOT (e = ANY ({list})) LIMIT 1)"),
        Dialect::DuckDb => format!("list_extract([e FOR e IN {items} IF NOT list_contains({list}, e)], 1)"),
    };
    unlisted(dialect, vocabulary, dialect.all_among(&items, &list), &first)
}

/// What is said of a value that is not in the list. Another spelling that is known leads to the right one.
fn unlisted(dialect: Dialect, vocabulary: &Vocabulary, holds: String, value: &str) -> Demand {
    let choose = quoting::literal(&format!("choisissez une valeur de la liste « {} »", vocabulary.title));
    let spelt =
        vocabulary.values.iter().flat_map(|value| value.aliases.iter().map(|alias| (alias.as_str(), value.label.as_str())));
    let (aliases, labels): (Vec<&str>, Vec<&str>) = spelt.unzip();
    let help = match (dialect, aliases.is_empty()) {
        (_, true) => choose,
        (Dialect::PostgreSql, false) => format!(
            "coalesce((SELECT 'vouliez-vous écrire « ' || v.libelle || ' » ?' FROM valeurs AS v\n      \
             WHERE v.vocabulaire = {} AND {value} = ANY (v.alias) ORDER BY v.rang LIMIT 1), {choose})",
            quoting::literal(&vocabulary.name)
        ),
        // Found in the file itself: a list is read where no table can be.
        (Dialect::DuckDb, false) => format!(
            "coalesce('vouliez-vous écrire « ' || list_extract({}, list_position({}, {value})) || ' » ?', {choose})",
            dialect.list(labels),
            dialect.list(aliases)
        ),
    };
    let message = said("« ", value, &format!(" » n'est pas une valeur de la liste « {} »", vocabulary.title));
    Demand { rule: CellRule::Vocabulary, holds, message, help }
}

/// Bounds, for what the engine compares: numbers as doubles, days written the usual way.
fn of_bounds(dialect: Dialect, field: &Field, bounds: Bounds, vocabulary: Option<&Vocabulary>, text: &str) -> Option<Demand> {
    if bounds.level != Level::Blocking {
        return None;
    }
    let (compared, form) = match (field.kind, &field.format) {
        (Kind::Date, None) => (text.to_owned(), kind::DAY),
        (kind, _) if kind.is_numeric() => {
            let written = match field.decimal_sign.filter(|sign| *sign != '.') {
                Some(sign) => format!("replace({text}, {}, '.')", quoting::literal(&sign.to_string())),
                None => text.to_owned(),
            };
            (written, kind::NUMBER)
        }
        _ => return None,
    };
    let end = |sign: &str, limit: Limit| match limit {
        Limit::Number(number) if field.kind != Kind::Date => {
            Some(format!("{} {sign} {}", dialect.real(&compared), dialect.double(number)))
        }
        Limit::Day(day) if field.kind == Kind::Date => Some(dialect.compared(&compared, sign, &day.to_string())),
        _ => None,
    };
    let minimum = bounds.minimum.and_then(|limit| end(">=", limit));
    let maximum = bounds.maximum.and_then(|limit| end("<=", limit));
    let inside = [minimum, maximum].into_iter().flatten().collect::<Vec<_>>().join(" AND ");
    if inside.is_empty() {
        return None;
    }
    // Where the kind is not asked of all values, some may be nothing that bounds compare.
    let holds = match vocabulary {
        Some(_) => format!("CASE WHEN {} THEN {inside} ELSE true END", dialect.matches(&compared, form)?),
        None => format!("({inside})"),
    };
    Some(Demand {
        rule: CellRule::Bounds,
        holds,
        message: said("« ", text, " » est hors des bornes"),
        help: quoting::literal(&format!("il faut {}", bounds.in_words())),
    })
}
