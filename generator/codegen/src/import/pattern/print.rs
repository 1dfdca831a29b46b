//! The text of an expression in the portable subset: classes, literals, repetitions, groups without number.

use standard_mediation_model::pattern;

use super::read::{Class, Re};

/// Writes an expression, so that it can stand inside any other: a choice is grouped.
pub(super) fn print(re: &Re) -> String {
    let mut out = String::new();
    whole(re, &mut out);
    out
}

fn whole(re: &Re, out: &mut String) {
    match re {
        Re::Empty | Re::Start | Re::End => {}
        Re::Char(c) => out.push_str(&pattern::escaped(&c.to_string())),
        Re::Dot => out.push_str(r"[^\n]"),
        Re::Class(class) => bracketed(class, out),
        Re::Either(c, other) => out.extend(['[', *c, *other, ']']),
        Re::Concat(parts) => parts.iter().for_each(|part| whole(part, out)),
        Re::Alt(choices) => {
            out.push_str("(?:");
            for (i, choice) in choices.iter().enumerate() {
                if i > 0 {
                    out.push('|');
                }
                whole(choice, out);
            }
            out.push(')');
        }
        Re::Repeat { of, min, max } => {
            let inner = bare(of);
            let one = matches!(inner, Re::Char(_) | Re::Dot | Re::Class(_) | Re::Either(..) | Re::Alt(_));
            out.push_str(if one { "" } else { "(?:" });
            whole(inner, out);
            out.push_str(if one { "" } else { ")" });
            match (min, max) {
                (0, Some(1)) => out.push('?'),
                (0, None) => out.push('*'),
                (1, None) => out.push('+'),
                (1, Some(1)) => {}
                (min, None) => out.push_str(&format!("{{{min},}}")),
                (min, Some(max)) if min == max => out.push_str(&format!("{{{min}}}")),
                (min, Some(max)) => out.push_str(&format!("{{{min},{max}}}")),
            }
        }
        Re::Group { of, .. } => whole(of, out),
    }
}

/// Without the parentheses around.
pub(super) fn bare(re: &Re) -> &Re {
    match re {
        Re::Group { of, .. } => bare(of),
        Re::Concat(parts) if parts.len() == 1 => bare(&parts[0]),
        Re::Alt(choices) if choices.len() == 1 => bare(&choices[0]),
        re => re,
    }
}

fn bracketed(class: &Class, out: &mut String) {
    out.push_str(if class.negated { "[^" } else { "[" });
    let mut written = std::collections::BTreeSet::new();
    for (start, end) in &class.ranges {
        // Twice the same sign could read as an operation between classes.
        if !written.insert((*start, *end)) {
            continue;
        }
        sign(*start, out);
        if end > start {
            if *end as u32 > *start as u32 + 1 {
                out.push('-');
            }
            sign(*end, out);
        }
    }
    out.push(']');
}

fn sign(c: char, out: &mut String) {
    match c {
        '\n' => out.push_str("\\n"),
        '\t' => out.push_str("\\t"),
        '\r' => out.push_str("\\r"),
        c => {
            if matches!(c, '\\' | ']' | '[' | '^' | '-') {
                out.push('\\');
            }
            out.push(c);
        }
    }
}
