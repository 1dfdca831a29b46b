//! Texts: those of the publisher made fit for our sources, those that are missing announced as such.

use standard_mediation_model::count::counted;
use standard_mediation_model::{Standard, pattern};

use super::Todo;
use crate::source::prose;

/// Completes every text.
pub(super) fn complete(standard: &mut Standard, todo: &mut Todo) {
    let identity = &mut standard.identity;
    identity.title = title(&identity.title);
    fill(&mut identity.description, "ce que décrit le standard", "standard.yaml", "la description du standard", todo);
    identity.licence.title = paragraph(&identity.licence.title);
    for source in &mut identity.sources {
        source.title = paragraph(&source.title);
    }
    for person in &mut identity.contributors {
        person.organisation = paragraph(&person.organisation);
        person.title = person.title.as_deref().map(paragraph);
    }
    for group in &mut standard.groups {
        fill(&mut group.description, "ce que réunit ce groupe de colonnes", "standard.yaml", "la description du groupe", todo);
    }
    for field in &mut standard.fields {
        let path = format!("champs/{}.yaml", field.name);
        let before = field.title.clone();
        field.title = punctuated(&before);
        if field.title != before.trim() {
            let message = format!("le titre « {before} » devient « {} »", field.title);
            todo.say(&path, message, "le site national fait des titres des liens, que la ponctuation casse : relisez-le");
        }
        let before = field.description.clone();
        fill(&mut field.description, &format!("ce que contient la colonne {}", field.name), &path, "la description", todo);
        if before.contains('\n') || marked(&before) {
            let message = "la description a perdu ses retours à la ligne, ses chevrons ou ses accolades doubles";
            todo.say(&path, message, "relisez-la : un texte de la source tient en un paragraphe, sans HTML");
        }
        if let Some(pattern) = &mut field.pattern
            && pattern.in_words.is_empty()
        {
            let words = pattern::in_words(&pattern.expression);
            pattern.in_words = words.unwrap_or_else(|| "la forme que décrit l'expression (à compléter en clair)".into());
            todo.say(&path, "la forme de la valeur n'est pas dite en clair", "complétez « en_clair » dans « motif »");
        }
    }
    for vocabulary in &mut standard.vocabularies {
        let path = format!("vocabulaires/{}.yaml", vocabulary.name);
        vocabulary.title = punctuated(&vocabulary.title);
        let missing = vocabulary.values.iter().filter(|value| value.definition.is_empty()).count();
        if missing > 0 || vocabulary.description.is_empty() {
            let message = format!(
                "la description de la liste et {} sont à écrire",
                counted(missing, "définition de valeur", "définitions de valeurs")
            );
            todo.say(&path, message, "complétez les textes qui commencent par « À compléter »");
        }
        if vocabulary.description.is_empty() {
            vocabulary.description = prose("À compléter : la question à laquelle répond cette liste.");
        }
        for value in vocabulary.values.iter_mut().filter(|value| value.definition.is_empty()) {
            value.definition = prose("À compléter : ce que veut dire cette valeur.");
        }
    }
    for rule in &mut standard.rules {
        rule.title = paragraph(&rule.title);
        rule.explanation = paragraph(&rule.explanation);
    }
}

fn fill(text: &mut String, what: &str, path: &str, name: &str, todo: &mut Todo) {
    if text.trim().is_empty() {
        *text = prose(&format!("À compléter : {what}."));
        todo.say(path, format!("{name} manque"), "complétez le texte qui commence par « À compléter »");
    } else {
        *text = paragraph(text);
    }
}

/// One paragraph, without double spaces, invisible signs, tags or double braces.
fn paragraph(text: &str) -> String {
    let visible =
        |c: &char| !matches!(c, '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{ad}') && (!c.is_control() || c.is_whitespace());
    let text: String = text.chars().filter(visible).map(|c| if c.is_whitespace() && c != '\u{a0}' { ' ' } else { c }).collect();
    let text = text.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    prose(&unmarked(&text))
}

/// Whether a browser or a template would take something of the text for itself.
fn marked(text: &str) -> bool {
    text.contains("{{") || text.contains("}}") || unmarked(text) != text
}

/// `<mot>` becomes `[mot]`, a tag that a browser would swallow otherwise.
fn unmarked(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut open = false;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let tag = c == '<' && chars.peek().is_some_and(|next| next.is_alphabetic() || matches!(next, '/' | '!'));
        match c {
            '<' if tag => {
                open = true;
                out.push('[');
            }
            '>' if open => {
                open = false;
                out.push(']');
            }
            '{' | '}' if out.ends_with(c) => out.extend([' ', c]),
            c => out.push(c),
        }
    }
    out
}

fn title(text: &str) -> String {
    paragraph(text)
}

/// A title of a field: without parentheses, quotes or curved apostrophes.
fn punctuated(text: &str) -> String {
    let text = text.replace('’', "'").replace("(s)", "s").replace("(e)", "e").replace(" (", ", ");
    paragraph(&text.replace(['(', ')', '"', '«', '»', '`'], "").replace('\u{a0}', " "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_made_fit() {
        assert_eq!(paragraph(" a\n b\u{200b}  c "), "a b c");
        assert_eq!(paragraph("<numero> puis </b> et a < b > c"), "[numero] puis [/b] et a < b > c");
        assert_eq!(paragraph("{{x}} : y"), "{ {x} }\u{a0}: y");
        assert_eq!(punctuated("Courriel(s)"), "Courriels");
        assert_eq!(punctuated("Comptage (canal)"), "Comptage, canal");
        assert_eq!(punctuated("L’aide « A »"), "L'aide A");
    }
}
