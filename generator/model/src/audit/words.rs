//! What is said of a finding, in French.

use super::letters::is_space;
use super::lexicon::Nature;
use super::report::Meant;
use crate::CopyRule;
use crate::Version;
use crate::count::others;

/// Longest quotation, in characters.
const LONGEST: usize = 120;
/// Values that are named; beyond, only their number.
const MOST_NAMED: usize = 12;

/// What is wrong with a value, and what to do.
pub(super) fn of_value(
    rule: CopyRule,
    nature: Nature,
    written: &str,
    meant: &[Meant],
    vocabulary: &str,
    today: Version,
) -> (String, String) {
    let quotation = quoted(written);
    let message = match rule {
        CopyRule::Apostrophe => format!("{quotation} n'a pas l'apostrophe du standard"),
        CopyRule::Accent => format!("{quotation} n'a pas les accents ou les majuscules du standard"),
        CopyRule::Space => format!("{quotation} {}", spacing(written, meant)),
        CopyRule::Glued => format!("{quotation} est une valeur à laquelle un texte est collé"),
        CopyRule::Near if nature == Nature::Alias => format!("{quotation} est une autre écriture d'une valeur de {vocabulary}"),
        CopyRule::Near | CopyRule::Incomplete => format!("{quotation} ressemble à une valeur de {vocabulary} sans en être une"),
        CopyRule::Encoding => format!("{quotation} a des lettres abîmées par un changement d'encodage"),
        CopyRule::Former => match nature {
            Nature::Former(version) => format!("{quotation} vient de la version {version} et n'existe plus dans la {today}"),
            _ => format!("{quotation} n'existe plus dans la version {today}"),
        },
    };
    let choice: Vec<String> = meant.iter().map(|value| quoted(&value.label)).collect();
    let help = match meant {
        [] => format!(
            "le standard ne dit pas par quoi remplacer cette valeur de {vocabulary} : choisissez parmi celles d'aujourd'hui"
        ),
        [value, ..] if rule == CopyRule::Encoding => {
            format!("enregistrez le fichier en UTF-8 et écrivez « {} » ({}, code {})", value.label, value.vocabulary, value.code)
        }
        [value] => format!("écrivez « {} » ({}, code {})", value.label, value.vocabulary, value.code),
        [value, ..] => format!("écrivez {} ({})", choice.join(" ou "), value.vocabulary),
    };
    (message, help)
}

/// Which space is wrong; most of them do not show.
fn spacing(written: &str, meant: &[Meant]) -> &'static str {
    let Some(label) = meant.first().map(|value| value.label.as_str()) else { return "a une espace de trop ou de moins" };
    let spaces = |text: &str| text.chars().filter(|c| is_space(*c)).count();
    if written == label {
        "a une espace entre la valeur et ses guillemets"
    } else if written.chars().any(|c| c != ' ' && is_space(c)) {
        "a une espace insécable ou invisible au lieu d'une espace ordinaire"
    } else if spaces(written) > spaces(label) {
        "a une espace de trop"
    } else {
        "a une espace de moins"
    }
}

/// What a list lacks, and what to do.
pub(super) fn of_list(vocabulary: &str, held: usize, missing: &[Meant]) -> (String, String) {
    let labels = missing.iter().map(|value| quoted(&value.label)).take(MOST_NAMED);
    let mut names = labels.collect::<Vec<_>>().join(", ");
    if let Some(more) = missing.len().checked_sub(MOST_NAMED).filter(|more| *more > 0) {
        names.push_str(&format!(" et {}", others(more)));
    }
    let all = held + missing.len();
    let (message, it) =
        (format!("cette liste a {held} des {all} valeurs de {vocabulary} ; il manque {names}"), missing.len() == 1);
    let help = if it {
        "ajoutez-la à la liste, ou dites pourquoi elle n'y est pas"
    } else {
        "ajoutez-les à la liste, ou dites pourquoi elles n'y sont pas"
    };
    (message, help.to_owned())
}

fn quoted(text: &str) -> String {
    let shown: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).take(LONGEST).collect();
    let more = if text.chars().nth(LONGEST).is_some() { "…" } else { "" };
    format!("« {shown}{more} »")
}
