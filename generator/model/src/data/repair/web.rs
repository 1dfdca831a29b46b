//! Web addresses and e-mail addresses, one or a list of them.

use memchr::memmem;

use super::draft::Draft;
use super::text::trimmed;
use crate::{Check, Date};

const ADDRESS: &str = "adresse web complétée";
const EMAIL: &str = "adresse de courriel nettoyée";
pub(super) const LIST: &str = "séparateur de liste";

/// The parts of a list of addresses that other signs or words than the right one separate; `None` unless every part is one,
/// or surely becomes one but for what its start lacks.
pub(super) fn parts(text: &str, check: Check) -> Option<Vec<&str>> {
    let pieces: Vec<&str> = match check {
        // A web address may hold these signs: only the start of the next one tells them apart.
        Check::Url if text.contains("://") => at_starts(text)?,
        _ => words(text).collect(),
    };
    let good = |part: &&str| {
        let after = mended(part, check).and_then(|draft| draft.after);
        !check.is_broken(after.as_deref().unwrap_or(part), Date::LATEST)
    };
    (pieces.len() > 1 && pieces.iter().all(good)).then_some(pieces)
}

/// What stands between two addresses besides signs.
const BETWEEN: [&str; 5] = ["et", "ou", "/", "-", "–"];

/// The words of a text, without what stands between two addresses.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split(|c: char| c.is_whitespace() || matches!(c, ';' | ',' | '|')).map(trimmed);
    words.filter(|word| !word.is_empty() && !BETWEEN.contains(word))
}

/// Cuts before each `http`, and takes off what stood between two addresses.
fn at_starts(text: &str) -> Option<Vec<&str>> {
    let starts: Vec<usize> =
        text.match_indices("http").map(|(at, _)| at).filter(|at| *at == 0 || ends_a_part(&text[..*at])).collect();
    if starts.first() != Some(&0) {
        return None;
    }
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    let between = |c: char| c.is_whitespace() || matches!(c, ';' | ',' | '|');
    let alone = |text: &'_ str| -> usize {
        let mut rest = text.trim_end_matches(between);
        // A word of its own, and not the end of the address.
        while let Some(before) = BETWEEN.iter().find_map(|word| rest.strip_suffix(word)).filter(|before| ends_a_part(before)) {
            rest = before.trim_end_matches(between);
        }
        rest.len()
    };
    let part = |(start, end): (&usize, usize)| &text[*start..*start + alone(&text[*start..end])];
    Some(starts.iter().zip(ends).map(part).collect())
}

fn ends_a_part(before: &str) -> bool {
    before.ends_with(|c: char| c.is_whitespace() || matches!(c, ';' | ',' | '|'))
}

/// What one address may become, which is sure, or lacks only its start.
fn mended(text: &str, check: Check) -> Option<Draft> {
    let is_sure = |draft: &Draft| draft.certainty == super::Certainty::Sure;
    match check {
        Check::Url => url(text).filter(|draft| is_sure(draft) || text.starts_with("www.")),
        _ => email(text).filter(is_sure),
    }
}

/// What one web address may become.
pub(super) fn url(text: &str) -> Option<Draft> {
    let compact: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let lower = compact.to_ascii_lowercase();
    for (scheme, plain) in [("https", "https://"), ("http", "http://")] {
        let Some(rest) = lower.strip_prefix(scheme).filter(|rest| rest.starts_with([':', '/', '\\'])) else { continue };
        let after = rest.trim_start_matches([':', '/', '\\']);
        if after.starts_with("http") {
            let inner = &compact[compact.len() - after.len()..];
            return Some(Draft::confirm(inner, ADDRESS, "le début de l'adresse est écrit deux fois"));
        }
        let after = format!("{plain}{}", &compact[compact.len() - after.len()..]);
        // A space in the middle of an address may have been a separator, or belong to a file.
        let inside = trimmed(text).contains(char::is_whitespace) && !has_space_after_scheme_only(text);
        return match (after == text, inside) {
            (true, _) => None,
            // What the space stood for is not in the text.
            (false, true) => Some(Draft::impossible(
                "adresse web coupée par une espace",
                "copiez-la de nouveau depuis la barre d'adresse du navigateur",
            )),
            (false, false) => Some(Draft::sure(after, ADDRESS)),
        };
    }
    let looks_like_host =
        lower.contains('.') && !lower.contains('@') && !Check::Url.is_broken(&format!("https://{compact}"), Date::LATEST);
    (looks_like_host && !trimmed(text).contains(char::is_whitespace)).then(|| {
        Draft::confirm(
            format!("https://{compact}"),
            ADDRESS,
            "il manque https:// ou http:// au début : ouvrez l'adresse pour savoir",
        )
    })
}

fn has_space_after_scheme_only(text: &str) -> bool {
    let rest = trimmed(text).trim_start_matches(|c: char| !matches!(c, '/' | '\\' | ':'));
    !rest.trim_start_matches(|c: char| matches!(c, '/' | '\\' | ':') || c.is_whitespace()).contains(char::is_whitespace)
}

/// What one e-mail address may become.
pub(super) fn email(text: &str) -> Option<Draft> {
    let inside = trimmed(text);
    let lower = inside.to_ascii_lowercase();
    let bare = if lower.starts_with("mailto:") { trimmed(&inside["mailto:".len()..]) } else { inside };
    let bare = bare.strip_prefix('<').and_then(|bare| bare.strip_suffix('>')).map_or(bare, trimmed);
    if bare != text && !Check::Email.is_broken(bare, Date::LATEST) {
        return Some(Draft::sure(bare, EMAIL));
    }
    // Without one of these signs, there is no arobase, and none that hides.
    if !bare.contains(['@', '(', '[', ' ']) {
        return None;
    }
    if let Some(draft) = email_among_words(bare) {
        return Some(draft);
    }
    let mut guess = bare.to_lowercase();
    // Spaces are left around the signs only: elsewhere, they are between words.
    for (written, meant) in [
        ("(at)", "@"),
        ("[at]", "@"),
        (" at ", "@"),
        ("(arobase)", "@"),
        (" arobase ", "@"),
        ("(point)", "."),
        ("[dot]", "."),
        (" @", "@"),
        ("@ ", "@"),
        (" .", "."),
        (". ", "."),
    ] {
        // Most texts have nothing of it, and are not written again to say so.
        if memmem::find(guess.as_bytes(), written.as_bytes()).is_some() {
            guess = guess.replace(written, meant);
        }
    }
    let guess = guess.trim_matches(['.', ',', ';', ':']).replace("@@", "@");
    (guess != *text && !Check::Email.is_broken(&guess, Date::LATEST))
        .then(|| Draft::confirm(guess, EMAIL, "l'adresse n'est pas écrite comme une adresse"))
}

/// The only address of a text that says something else besides.
fn email_among_words(text: &str) -> Option<Draft> {
    let is_around = |c: char| c.is_whitespace() || matches!(c, '<' | '>' | '(' | ')' | '[' | ']' | ',' | ';' | ':' | '"');
    let words: Vec<&str> = text.split(is_around).filter(|word| !word.is_empty()).collect();
    let mut found = words.iter().filter(|word| word.contains('@'));
    let (Some(address), None) = (found.next(), found.next()) else { return None };
    let is_one = words.len() > 1 && !Check::Email.is_broken(address, Date::LATEST);
    is_one.then(|| Draft::confirm(*address, EMAIL, "la case dit autre chose que l'adresse, qui serait perdu"))
}

#[cfg(test)]
mod tests {
    use super::super::Certainty;
    use super::*;

    fn sure(draft: Option<Draft>) -> String {
        draft.filter(|draft| draft.certainty == Certainty::Sure).and_then(|draft| draft.after).unwrap_or_default()
    }

    #[test]
    fn web_addresses_are_completed_when_nothing_is_guessed() {
        for (text, expected) in [
            ("http//ville.example", "http://ville.example"),
            ("https:\\\\ville.example", "https://ville.example"),
            ("https:/ville.example/A?b", "https://ville.example/A?b"),
            ("HTTPS://Ville.example", "https://Ville.example"),
            ("https:// ville.example", "https://ville.example"),
            ("www.ville.example", ""),
            ("ville.example", ""),
            ("https://https://ville.example", ""),
            ("https://ville.example/mon fichier", ""),
            ("https://ville.example", ""),
            ("httpbin.example", ""),
            ("néant", ""),
        ] {
            assert_eq!(sure(url(text)), expected, "{text}");
        }
        assert_eq!(url("www.ville.example").and_then(|draft| draft.after).as_deref(), Some("https://www.ville.example"));
    }

    #[test]
    fn emails_are_cleaned_when_nothing_is_guessed() {
        for (text, expected) in [
            ("mailto:a@ville.example", "a@ville.example"),
            ("MAILTO: a@ville.example", "a@ville.example"),
            ("<a@ville.example>", "a@ville.example"),
            ("\u{a0}a@ville.example", "a@ville.example"),
            ("a@ville.example", ""),
            ("a (at) ville.example", ""),
            ("a@@ville.example", ""),
            ("a @ville.example", ""),
            ("Accueil <a@ville.example>", ""),
        ] {
            assert_eq!(sure(email(text)), expected, "{text}");
        }
        assert_eq!(email("a (at) ville.example").and_then(|draft| draft.after).as_deref(), Some("a@ville.example"));
    }

    #[test]
    fn lists_are_cut_only_between_addresses() {
        let cut = |text: &str, check| parts(text, check).unwrap_or_default().join("|");
        assert_eq!(cut("https://a.example;https://b.example/x;y", Check::Url), "https://a.example|https://b.example/x;y");
        assert_eq!(cut("https://a.example/?u=http://b.example", Check::Url), "");
        assert_eq!(cut("a@b.example; c@d.example", Check::Email), "a@b.example|c@d.example");
        assert_eq!(cut("a@b.example ou sur place", Check::Email), "");
        for between in [" / ", " et ", " ou ", " - ", "\n", " ; "] {
            assert_eq!(cut(&format!("a@b.example{between}c@d.example"), Check::Email), "a@b.example|c@d.example");
            let web = format!("https://a.example/{between}https://b.example");
            assert_eq!(cut(&web, Check::Url), "https://a.example/|https://b.example", "{between}");
            assert_eq!(cut(&web.replace("https://", "www."), Check::Url), "www.a.example/|www.b.example", "{between}");
        }
        assert_eq!(cut("https://a.example/et https://b.example", Check::Url), "https://a.example/et|https://b.example");
        assert_eq!(cut("a.example, b.example", Check::Url), "", "words that may be anything");
    }
}
