//! The table of rows: typed columns, constraints named after field and rule, comments.
//!
//! Constraints are put back at each run, so that they are those of the file. They refuse what the engine refuses:
//!
//! ```sql
//! ADD CONSTRAINT "code_postal_motif" CHECK ("code_postal" IN ('') OR "code_postal" ~ '^(?:[0-9]{5})$'),
//! ADD CONSTRAINT "frais_a_charge_vocabulaire" CHECK ("frais_a_charge" <@ ARRAY['Gratuit', 'Payant']::text[]),
//! ```

use standard_mediation_model::{CellRule, Field, Kind, Level, Limit, Pattern, Standard};

use super::super::demand::{self, Demand, is_first};
use super::super::faults::closed;
use super::super::{cross, keys, missing, quoting};
use super::DIALECT;
use super::column::{Storage, told};

pub(super) fn text(standard: &Standard) -> String {
    let columns = standard.fields.iter().map(|field| {
        let needed = if field.required { " NOT NULL" } else { "" };
        format!("  {} {}{needed}", quoting::name(&field.name), Storage::of(standard, field).type_name())
    });
    let (constraints, indexes) = unique(standard);
    let body = columns.chain(constraints).collect::<Vec<_>>().join(",\n");
    let checks = checks(standard);
    format!(
        "{}CREATE TABLE IF NOT EXISTS donnees (\n{body}\n);\n{indexes}{}{}",
        parts_functions(standard),
        alter(&checks),
        comments(standard)
    )
}

/// What no two rows share, as constraints, and as indexes where empty cells are let through.
fn unique(standard: &Standard) -> (Vec<String>, String) {
    let (mut constraints, mut indexes) = (Vec::new(), String::new());
    for key in keys(standard) {
        let named: Vec<String> = key.iter().map(|field| quoting::name(&field.name)).collect();
        let (columns, is_primary) = (named.join(", "), is_primary(standard, &key));
        if key.iter().all(|field| field.required) {
            let kind = if is_primary { "PRIMARY KEY" } else { "UNIQUE" };
            let name = if is_primary { "donnees_cle".to_owned() } else { format!("{}_unique", key[0].name) };
            constraints.push(format!("  CONSTRAINT {} {kind} ({columns})", quoting::name(&name)));
        } else {
            let name = quoting::name(&if is_primary { "donnees_cle".to_owned() } else { format!("{}_unique", key[0].name) });
            let filled: Vec<String> =
                key.iter().map(|field| format!("{} NOT IN ({})", told(standard, field), missing(standard))).collect();
            indexes.push_str(&format!(
                "CREATE UNIQUE INDEX IF NOT EXISTS {name} ON donnees ({columns}) WHERE {};\n",
                filled.join(" AND ")
            ));
        }
    }
    (constraints, indexes)
}

pub(super) fn is_primary(standard: &Standard, key: &[&Field]) -> bool {
    key.iter().map(|field| &field.name).eq(&standard.primary_key)
}

struct Check {
    name: String,
    condition: String,
    /// What it asks for, in words, when the standard has some.
    words: Option<String>,
}

fn checks(standard: &Standard) -> Vec<Check> {
    let of_fields = standard.fields.iter().flat_map(|field| of_field(standard, field));
    let cell = |field: &Field| told(standard, field);
    let of_rules = cross::all(DIALECT, standard, &cell).into_iter().map(|cross| Check {
        name: format!("regle_{}", cross.rule.name),
        condition: format!("NOT ({})", cross.broken),
        words: Some(cross.rule.title.clone()),
    });
    of_fields.chain(of_rules).collect()
}

fn of_field(standard: &Standard, field: &Field) -> Vec<Check> {
    let column = quoting::name(&field.name);
    let named = |rule: &str, condition: String| {
        let words = field.pattern.as_ref().filter(|_| rule == CellRule::Pattern.id()).map(Pattern::asked);
        Check { name: format!("{}_{}", field.name, rule.replace('-', "_")), condition, words }
    };
    let empty = missing(standard);
    let mut out = Vec::new();
    let storage = Storage::of(standard, field);
    if field.required && matches!(storage, Storage::Text | Storage::List) {
        out.push(named("obligatoire", format!("{} NOT IN ({empty})", told(standard, field))));
    }
    match storage {
        Storage::Text => {
            for (rule, holds) in grouped(demand::all(DIALECT, standard, field, &column)) {
                out.push(named(rule.id(), format!("{column} IN ({empty}) OR {holds}")));
            }
        }
        Storage::List if closed(standard, field).is_some() => {
            let list = closed(standard, field).map(|vocabulary| DIALECT.list(vocabulary.labels())).unwrap_or_default();
            out.push(named("partie-vide", format!("'' <> ALL ({column})")));
            out.push(named("vocabulaire", DIALECT.all_among(&column, &list)));
            let others = part_rules(standard, field).into_iter().filter(|(rule, _)| *rule != CellRule::Vocabulary);
            out.extend(others.map(|(rule, _)| named(rule.id(), part_call(field, rule))));
        }
        Storage::List => {
            let separator = quoting::literal(&standard.separator_of(field).to_string());
            let condition =
                format!("array_position({column}, NULL) IS NULL AND position({separator} IN array_to_string({column}, '')) = 0");
            out.push(named("parties", condition));
            out.extend(part_rules(standard, field).into_iter().map(|(rule, _)| named(rule.id(), part_call(field, rule))));
        }
        Storage::Number => out.push(named("nombre", finite(&column))),
        Storage::Integer => out.push(named("nombre", format!("{} AND {column} = trunc({column})", finite(&column)))),
        Storage::Date => {
            out.push(named("date", format!("{column} BETWEEN make_date(-1, 1, 1) AND make_date(9999, 12, 31)")));
        }
        Storage::Boolean => {}
    }
    if !matches!(storage, Storage::Text | Storage::List) {
        out.extend(typed_bounds(field, &column).map(|condition| named(CellRule::Bounds.id(), condition)));
    }
    out
}

fn finite(column: &str) -> String {
    format!("{column} > '-Infinity' AND {column} < 'Infinity'")
}

/// Bounds of a column with a type of its own.
fn typed_bounds(field: &Field, column: &str) -> Option<String> {
    let bounds = field.bounds.filter(|bounds| bounds.level == Level::Blocking)?;
    let end = |sign: &str, limit: Limit| match limit {
        Limit::Number(number) if field.kind.is_numeric() => Some(format!("reel({column}) {sign} {}", DIALECT.double(number))),
        Limit::Day(day) if field.kind == Kind::Date => Some(format!("{column} {sign} jour('{day}')")),
        _ => None,
    };
    let minimum = bounds.minimum.and_then(|limit| end(">=", limit));
    let maximum = bounds.maximum.and_then(|limit| end("<=", limit));
    let inside: Vec<String> = [minimum, maximum].into_iter().flatten().collect();
    (!inside.is_empty()).then(|| inside.join(" AND "))
}

/// What is asked of a value by each rule, in their order. What is not of its kind is refused by that rule alone.
fn grouped(demands: Vec<Demand>) -> Vec<(CellRule, String)> {
    let kind = demands.first().filter(|demand| is_first(demand)).map(|demand| demand.holds.clone());
    let mut out: Vec<(CellRule, String)> = Vec::new();
    for demand in demands {
        let otherwise = kind.as_ref().filter(|_| !is_first(&demand)).map(|kind| format!("NOT ({kind}) OR "));
        match out.iter_mut().find(|(known, _)| *known == demand.rule) {
            Some((_, all)) => all.push_str(&format!(" AND {}", demand.holds)),
            None => out.push((demand.rule, format!("{}{}", otherwise.unwrap_or_default(), demand.holds))),
        }
    }
    out
}

/// The rules upon each part of a list.
fn part_rules(standard: &Standard, field: &Field) -> Vec<(CellRule, String)> {
    grouped(demand::all(DIALECT, standard, field, "partie"))
}

fn part_function(field: &Field, rule: CellRule) -> String {
    quoting::name(&format!("{}_{}", field.name, rule.id().replace('-', "_")))
}

fn part_call(field: &Field, rule: CellRule) -> String {
    format!("{}({})", part_function(field, rule), quoting::name(&field.name))
}

/// A constraint cannot look at each part of a list: a function does, for each rule upon parts other than a closed list.
fn parts_functions(standard: &Standard) -> String {
    let mut out = String::new();
    for field in standard.fields.iter().filter(|field| field.multiple) {
        for (rule, holds) in part_rules(standard, field) {
            if rule == CellRule::Vocabulary && closed(standard, field).is_some() {
                continue;
            }
            out.push_str(&format!(
                "CREATE OR REPLACE FUNCTION {}(parties text[]) RETURNS boolean\nLANGUAGE sql IMMUTABLE PARALLEL SAFE\n\
                 RETURN (SELECT coalesce(bool_and(partie = '' OR {holds}), true) FROM unnest(parties) AS partie);\n\n",
                part_function(field, rule)
            ));
        }
    }
    out
}

/// Constraints put back one after the other, under names that stay apart.
fn alter(checks: &[Check]) -> String {
    if checks.is_empty() {
        return String::new();
    }
    let lines = checks.iter().map(|check| {
        let name = quoting::name(&check.name);
        format!("  DROP CONSTRAINT IF EXISTS {name},\n  ADD CONSTRAINT {name} CHECK ({})", check.condition)
    });
    let words = checks.iter().filter_map(|check| {
        let words = check.words.as_ref()?;
        Some(format!("COMMENT ON CONSTRAINT {} ON donnees IS {};\n", quoting::name(&check.name), quoting::literal(words)))
    });
    format!("ALTER TABLE donnees\n{};\n{}", lines.collect::<Vec<_>>().join(",\n"), words.collect::<String>())
}

fn comments(standard: &Standard) -> String {
    let identity = &standard.identity;
    let said = |title: &str, more: &[&str]| {
        let more = more.iter().filter(|text| !text.is_empty());
        quoting::literal(&more.fold(format!("{title}."), |all, text| format!("{all} {text}")))
    };
    let mut out = format!("COMMENT ON TABLE donnees IS {};\n", said(&identity.title, &[&identity.description]));
    for field in &standard.fields {
        let list = field.vocabulary.as_ref().map(|name| format!("Valeurs : vocabulaire {name}.")).unwrap_or_default();
        let comment = said(&field.title, &[&field.description, &list]);
        out.push_str(&format!("COMMENT ON COLUMN donnees.{} IS {comment};\n", quoting::name(&field.name)));
    }
    out
}
