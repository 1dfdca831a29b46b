//! One value: a cell, or a part of a list.

use crate::count::{counted, number};
use crate::near::Near;
use crate::nothing::{Nothing, nothing};
use crate::{CellRule, Field, Kind, Level, hint, reading};

use super::report::Report;
use super::{Checker, Column};

impl<'a> Checker<'a> {
    pub(super) fn part(&self, column: &Column<'a>, text: &str, rank: Option<usize>, found: &mut Report) {
        let field = column.field;
        if text.is_empty() {
            let level = column.vocabulary.as_ref().map_or(Level::Recommendation, |values| values.vocabulary().level);
            found.add(CellRule::EmptyPart, level, rank, || {
                let help = format!("retirez le séparateur {} en trop", column.separator);
                ("il manque une valeur entre deux séparateurs, au début ou à la fin".to_owned(), help)
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
                    (message, "complétez le texte")
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
                        self.in_vocabulary(column, vocabulary, &item, rank, found);
                        if found.is_over() {
                            return;
                        }
                    }
                }
                None => self.in_vocabulary(column, vocabulary, text, rank, found),
            }
        }
        if let Some(bounds) = field.bounds
            && reading::limit(field, text).is_some_and(|value| bounds.exclude(value))
        {
            found.add(CellRule::Bounds, bounds.level, rank, || {
                (format!("« {text} » est hors des bornes"), format!("il faut {}", bounds.in_words()))
            });
        }
        if found.count() > before {
            return;
        }
        if text.trim() != text {
            found.add(CellRule::Spaces, Level::Recommendation, rank, || match text.trim() {
                "" if field.required => {
                    let message = format!("la case ne contient que des espaces : la colonne « {} » est obligatoire", field.title);
                    (message, "remplissez la case".to_owned())
                }
                "" => ("la case ne contient que des espaces".to_owned(), "videz la case".to_owned()),
                inside => (format!("« {text} » commence ou finit par une espace"), format!("écrivez « {inside} »")),
            });
        }
        if column.is_prose
            && let Some(nothing) = nothing(text)
        {
            found.add(CellRule::Nothing, Level::Recommendation, rank, || says_nothing(text, nothing, field));
        }
        for check in field.checks.iter().filter(|check| check.is_broken(text, self.today)) {
            found.push(check.id(), Level::Recommendation, rank, || check.words(text));
        }
    }

    fn in_vocabulary(&self, column: &Column<'a>, values: &Near<'_>, text: &str, rank: Option<usize>, found: &mut Report) {
        let vocabulary = values.vocabulary();
        if vocabulary.by_label(text).is_some() {
            return;
        }
        found.add(CellRule::Vocabulary, vocabulary.level, rank, || {
            let spelled = vocabulary.values.iter().find(|value| value.aliases.iter().any(|alias| alias == text));
            let help = match spelled.map(|value| value.label.as_str()) {
                Some(label) => format!("vouliez-vous écrire « {label} » ?"),
                None => match self.former_of(column, text) {
                    Some(former) => former.in_words(),
                    None => nearest_in_words(values, text),
                },
            };
            (format!("« {text} » n'est pas une valeur de la liste « {} »", vocabulary.title), help)
        });
    }
}

/// What is wrong with a text that says nothing, and what to do.
fn says_nothing(text: &str, nothing: Nothing, field: &Field) -> (String, &'static str) {
    let message = match nothing {
        Nothing::Empty => format!("« {text} » ne dit rien : un programme le montre comme un vrai contenu"),
        Nothing::Error => format!("« {text} » est l'erreur d'un tableur, à la place du contenu"),
    };
    let help = match nothing {
        Nothing::Empty if field.required => "écrivez le vrai contenu : la colonne est obligatoire",
        Nothing::Empty => "videz la case : une case vide dit déjà qu'il n'y a rien",
        Nothing::Error => "retrouvez le contenu dans le tableau d'origine, puis exportez de nouveau",
    };
    (message, help)
}

/// A number of characters.
fn characters(length: usize) -> String {
    counted(length, "caractère", "caractères")
}

fn nearest_in_words(values: &Near<'_>, text: &str) -> String {
    match values.of(text) {
        Some(near) if hint::lists_more(text, near) => format!("« {near} » en est une ; ce qui suit est à corriger à part"),
        Some(near) if hint::goes_on(text, near) => format!("vouliez-vous écrire « {near} », sans ce qui suit ?"),
        Some(near) => format!("vouliez-vous écrire « {near} » ?"),
        None => format!("choisissez une valeur de la liste « {} »", values.vocabulary().title),
    }
}
