//! E-mail and web addresses.

use super::is_digits;

pub(super) fn is_email(value: &str) -> bool {
    let Some((local, domain)) = value.split_once('@') else { return false };
    let local_ok = !local.is_empty()
        && !local.starts_with('.')
        && !local.ends_with('.')
        && !local.contains("..")
        && local.bytes().all(|b| b.is_ascii_alphanumeric() || b"!#$%&'*+/=?^_`{|}~.-".contains(&b));
    local_ok && is_host(domain)
}

pub(super) fn is_url(value: &str) -> bool {
    let Some(rest) = value.strip_prefix("https://").or_else(|| value.strip_prefix("http://")) else { return false };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host = host.rsplit_once(':').map_or(host, |(name, port)| if is_digits(port) { name } else { host });
    is_host(host)
        && !value.chars().any(|c| c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '"'))
        && !is_list(value)
}

/// Whether a sign that separates addresses in other files comes before another one.
fn is_list(value: &str) -> bool {
    let starts = |rest: &str| ["http://", "https://", "www."].iter().any(|start| rest.starts_with(start));
    value.match_indices([';', ',', '|']).any(|(at, _)| starts(&value[at + 1..]))
}

/// At least two labels, the last one of two letters or more. Accented letters are allowed (IDN).
fn is_host(host: &str) -> bool {
    let label_ok = |label: &str| {
        !label.is_empty()
            && label.len() <= 63
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|c| c.is_alphanumeric() || c == '-')
    };
    let Some((_, last)) = host.rsplit_once('.') else { return false };
    host.split('.').all(label_ok) && last.chars().count() >= 2 && !is_digits(last)
}
