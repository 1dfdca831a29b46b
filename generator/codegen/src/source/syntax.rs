//! What is wrong with a line that does not read as YAML, in words for somebody who does not know YAML.
//!
//! In: the kind of error and its place, as the parser types them; its own words are never shown.

use granit_parser::ErrorKind;

use super::report::Report;

/// Says an error of syntax.
pub(crate) fn explain(text: &str, at: usize, kind: &ErrorKind, report: &mut Report<'_>) {
    let rule = match kind {
        ErrorKind::TabNotAllowed
        | ErrorKind::TabInBlockIndentation
        | ErrorKind::TabInIndentation
        | ErrorKind::TabAtBlockScalarStart
        | ErrorKind::TabInPlainScalar => "tabulation",
        ErrorKind::RecursionLimitExceeded => "yaml-trop-profond",
        ErrorKind::DirectiveDisallowed => "yaml-hors-sous-ensemble",
        _ => "syntaxe",
    };
    // The parser often stops at the end of the line before the tab, or at the text after it.
    let line = text[..at].rfind('\n').map_or(0, |i| i + 1);
    let tab = tab_in_margin(text, line);
    let (rule, at) = match tab {
        Some(tab) if rule == "tabulation" || (rule == "syntaxe" && !text[line..tab].contains('\n')) => ("tabulation", tab),
        _ => (rule, at),
    };
    let (message, help) = match (rule, kind) {
        ("tabulation", _) => ("une tabulation sert de retrait", "remplacez chaque tabulation par deux espaces"),
        ("yaml-trop-profond", _) => (
            "les listes et blocs sont imbriqués trop profondément",
            "le standard n'a pas besoin de plus de cinq niveaux : vérifiez les retraits et les crochets",
        ),
        ("yaml-hors-sous-ensemble", _) => ("les directives « % » ne sont pas permises", "retirez la ligne"),
        (
            _,
            ErrorKind::UnclosedQuotedScalar | ErrorKind::InvalidQuotedScalarIndent | ErrorKind::DocumentIndicatorInQuotedScalar,
        ) => ("un guillemet ouvert n'est pas refermé", "refermez le guillemet à la fin du texte"),
        (_, ErrorKind::InvalidTrailingSingleQuotedScalar | ErrorKind::InvalidTrailingDoubleQuotedScalar) => (
            "du texte suit un guillemet fermant : une apostrophe ou un guillemet du texte l'a refermé trop tôt",
            "entourez le texte de guillemets doubles \", ou doublez l'apostrophe : ''",
        ),
        (_, ErrorKind::UnknownQuotedScalarEscape | ErrorKind::InvalidQuotedScalarHexEscape | ErrorKind::InvalidUnicodeEscape) => {
            (
                "une barre oblique inverse ne se lit pas entre guillemets doubles",
                "entourez le texte d'apostrophes, ou doublez la barre : \\\\",
            )
        }
        (_, ErrorKind::MappingValueNotAllowed | ErrorKind::InvalidMappingValueWhitespace | ErrorKind::MappingKeyNotAllowed) => (
            "un « : » est mal placé, ou le retrait de la ligne n'est pas celui de ses voisines",
            "si le texte contient « : », mettez-le entre guillemets ; sinon alignez la ligne sur les autres clés",
        ),
        (_, ErrorKind::UnclosedFlowCollection { open } | ErrorKind::MismatchedFlowCollectionEnd { open, .. }) if *open == '[' => {
            ("un crochet ouvert n'est pas refermé", "ajoutez « ] »")
        }
        (_, ErrorKind::ExpectedFlowSequenceSeparator | ErrorKind::UnexpectedEofFlowSequence) => {
            ("il manque une virgule ou un crochet dans une liste", "écrivez [premier, second]")
        }
        (_, ErrorKind::UnexpectedCharacter { .. }) => {
            ("ce caractère ne peut pas commencer un texte", "mettez le texte entre guillemets doubles")
        }
        (
            _,
            ErrorKind::InvalidIndentation
            | ErrorKind::ExpectedBlockMappingKey
            | ErrorKind::ExpectedBlockSequenceEntry
            | ErrorKind::InvalidBlockScalarIndent
            | ErrorKind::BlockSequenceEntryNotAllowed
            | ErrorKind::SimpleKeyExpected
            | ErrorKind::InvalidSimpleKey,
        ) => (
            "le retrait de cette ligne n'est pas celui de ses voisines, ou il manque « : » après une clé",
            "alignez la ligne sur les autres clés, avec des espaces",
        ),
        _ => (
            "cette ligne ne se lit pas comme du YAML",
            "comparez avec un fichier voisin : « clé: valeur », deux espaces de retrait",
        ),
    };
    let end = text[at..].chars().next().map_or(at, |c| at + c.len_utf8());
    report.at(at..end, rule, message, help);
}

/// The first tab of a margin, from the line that starts at `from` on.
fn tab_in_margin(text: &str, from: usize) -> Option<usize> {
    let mut start = from;
    for line in text[from..].split_inclusive('\n') {
        let margin = line.len() - line.trim_start_matches(' ').len();
        if line[margin..].starts_with('\t') {
            return Some(start + margin);
        }
        start += line.len();
    }
    None
}
