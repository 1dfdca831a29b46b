//! A difference in one plain French sentence, for people who never saw an expression.

use super::phrases::{columns, enumeration, sentence, sign};
use super::{Difference, DifferenceKind as Is, Side};
use crate::Impact;

impl Difference {
    /// What differs, in one sentence, without markup.
    pub fn sentence(&self) -> String {
        sentence(&format!("{}{}.", self.said(), self.shown()))
    }

    /// A content that one side alone accepts, as the end of a sentence.
    fn shown(&self) -> String {
        match &self.witness {
            Some(witness) if self.impact != Impact::Patch => match witness.accepted {
                Side::Before => format!(" ; par exemple, « {} » n'est plus accepté", witness.text),
                Side::After => format!(" ; par exemple, « {} » est désormais accepté", witness.text),
            },
            _ => String::new(),
        }
    }

    fn said(&self) -> String {
        let column = columns(&self.fields);
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let (before, after, subject) = (text(&self.before), text(&self.after), text(&self.subject));
        let list = format!("la liste « {} »", text(&self.vocabulary));
        match self.kind {
            Is::FieldAdded if self.impact == Impact::Major => format!("{column} est ajoutée, et doit être remplie"),
            Is::FieldAdded => format!("{column} est ajoutée"),
            Is::FieldRemoved => format!("{column} n'existe plus"),
            Is::FieldRenamed => format!("la colonne « {before} » s'appelle désormais « {after} »"),
            Is::FieldSplit => format!("la colonne « {before} » est remplacée par les colonnes {}", self.quoted(Side::After)),
            Is::FieldsMerged => format!("la colonne « {after} » remplace les colonnes {}", self.quoted(Side::Before)),
            Is::FieldMoved => format!("{column} change de place : elle vient {after}"),
            Is::FieldGroup => format!("{column} passe de la famille « {before} » à la famille « {after} »"),
            Is::Required => format!("{column} devient obligatoire"),
            Is::Optional => format!("{column} n'est plus obligatoire"),
            Is::Unique => format!("deux lignes ne peuvent plus avoir la même valeur dans {column}"),
            Is::NotUnique => format!("deux lignes peuvent avoir la même valeur dans {column}"),
            Is::Multiple => format!("{column} peut contenir plusieurs valeurs, séparées par {}", sign(&after)),
            Is::Single => format!("{column} ne peut plus contenir qu'une valeur"),
            Is::ListSeparator => {
                let place = if self.fields.is_empty() { "une même case".to_owned() } else { column };
                format!("dans {place}, le signe entre deux valeurs passe de {} à {}", sign(&before), sign(&after))
            }
            Is::KindWidened => format!("le type de {column} s'élargit, de « {before} » à « {after} »"),
            Is::KindNarrowed => format!("le type de {column} se restreint, de « {before} » à « {after} »"),
            Is::KindChanged => format!("le type de {column} passe de « {before} » à « {after} »"),
            Is::KindRewritten => {
                format!("le type de {column} passe de « {before} » à « {after} », et les mêmes valeurs restent acceptées")
            }
            Is::Format => format!("dans {column}, les valeurs s'écrivent autrement : {after}, au lieu de {before}"),
            Is::PatternAdded if self.impact == Impact::Patch => {
                format!("{column} dit quelle forme ont ses valeurs{}, sans rien refuser de plus", aside(&after))
            }
            Is::PatternAdded => format!("{column} demande désormais une forme précise{}{}", aside(&after), self.advice()),
            Is::PatternRemoved => format!("{column} ne demande plus de forme précise{}", aside(&before)),
            Is::PatternWidened => format!("{column} accepte davantage de formes{}", aside(&after)),
            Is::PatternNarrowed => format!("{column} accepte moins de formes{}", aside(&after)),
            Is::PatternChanged => format!("{column} demande une autre forme{}", aside(&after)),
            Is::PatternRewritten => {
                format!("la forme demandée par {column} est écrite autrement, et les mêmes valeurs restent acceptées")
            }
            Is::PatternUnclear => {
                format!("la forme demandée par {column} change, sans qu'on puisse dire si elle accepte plus ou moins : à relire")
            }
            Is::PatternLevel => format!("la forme demandée par {column} devient {}", level(&after)),
            Is::LengthAdded => format!("la longueur de {column} est désormais limitée : {after}"),
            Is::LengthRemoved => format!("la longueur de {column} n'est plus limitée"),
            Is::LengthWidened | Is::LengthNarrowed | Is::LengthChanged => {
                format!("la longueur permise dans {column} passe de « {before} » à « {after} »")
            }
            Is::BoundsAdded => format!("{column} demande désormais {after}{}", self.advice()),
            Is::BoundsRemoved => format!("{column} ne demande plus {before}"),
            Is::BoundsWidened | Is::BoundsNarrowed | Is::BoundsChanged => {
                format!("{column} demande désormais {after} ; c'était jusque-là {before}")
            }
            Is::BoundsLevel => format!("les bornes de {column} deviennent {}", levels(&after)),
            Is::ListAttached if self.impact == Impact::Patch => {
                format!("{column} prend ses valeurs dans {list}, et les mêmes valeurs restent acceptées")
            }
            Is::ListAttached => format!("{column} prend désormais ses valeurs dans {list}{}", self.advice()),
            Is::ListDetached => format!("{column} ne prend plus ses valeurs dans {list}"),
            Is::ListLevel => format!("{list} devient {}", level(&after)),
            Is::ListRenamed => format!("la liste « {before} » s'appelle désormais « {after} »"),
            Is::ListTexts => format!("{subject} de {list} {}", changes(&subject)),
            Is::ValueAdded => format!("{list} compte une valeur de plus : « {after} »"),
            Is::ValueRemoved if self.is_split() => {
                format!("la valeur « {before} » de {list} n'est reprise dans aucune des colonnes {}", self.quoted(Side::After))
            }
            Is::ValueRemoved => format!("{list} ne contient plus la valeur « {before} »"),
            Is::ValueRelabelled => format!("dans {list}, la valeur « {before} » s'écrit désormais « {after} »"),
            Is::ValueCode => format!("dans {list}, le code de « {subject} » passe de « {before} » à « {after} »"),
            Is::ValueDeprecated if after.is_empty() => format!("dans {list}, la valeur « {before} » est à abandonner"),
            Is::ValueDeprecated => format!("dans {list}, la valeur « {before} » est à abandonner pour « {after} »"),
            Is::ValueRestored => format!("dans {list}, la valeur « {after} » peut de nouveau être employée"),
            Is::ValueReplacement if after.is_empty() => format!("dans {list}, rien ne remplace plus « {before} »"),
            Is::ValueReplacement => format!("dans {list}, « {before} » est désormais remplacée par « {after} »"),
            Is::ValueAliases => format!("dans {list}, les autres écritures connues de « {subject} » changent"),
            Is::ValueDefinition => format!("dans {list}, la définition de « {subject} » est réécrite"),
            Is::ValueOrder => format!("les valeurs de {list} sont présentées dans un autre ordre"),
            Is::CheckAdded => format!("{column} est relue par un contrôle de plus, qui conseille sans bloquer : {subject}"),
            Is::CheckRemoved => format!("{column} n'est plus relue par le contrôle {subject}"),
            Is::FieldTexts if subject == "le titre" => {
                format!("le titre de {column} est désormais « {after} », au lieu de « {before} »")
            }
            Is::FieldTexts => format!("{subject} de {column} {}", changes(&subject)),
            Is::FieldExamples => format!("{subject} de {column} changent"),
            Is::Delimiter => format!("le signe entre deux colonnes passe de {} à {}", sign(&before), sign(&after)),
            Is::Quote => format!("le signe autour d'une case passe de {} à {}", sign(&before), sign(&after)),
            Is::Encoding => format!("l'encodage du fichier passe de {before} à {after}"),
            Is::MissingValueAdded => format!("une case qui contient {} est désormais lue comme vide", sign(&after)),
            Is::MissingValueRemoved => format!("une case qui contient {} n'est plus lue comme vide", sign(&before)),
            Is::FileName => format!("le fichier se nomme « {after} », au lieu de « {before} »"),
            Is::PrimaryKey if after.is_empty() => "plus aucune colonne ne distingue les lignes entre elles".to_owned(),
            Is::PrimaryKey if before.is_empty() => format!("les lignes se distinguent désormais par {after}"),
            Is::PrimaryKey => format!("les lignes se distinguent par {after}, au lieu de {before}"),
            Is::RuleAdded => format!("une règle entre colonnes est ajoutée{} : {subject}", self.advice()),
            Is::RuleRemoved => format!("une règle entre colonnes disparaît : {subject}"),
            Is::RuleChanged => format!("une règle entre colonnes compare autre chose : {subject}"),
            Is::RuleLevel => format!("une règle entre colonnes devient {} : {subject}", level(&after)),
            Is::RuleTexts => format!("une règle entre colonnes est expliquée autrement : {subject}"),
            Is::CustomCheckAdded => format!("le validateur national contrôle une chose de plus : {subject}"),
            Is::CustomCheckRemoved => format!("le validateur national ne contrôle plus : {subject}"),
            Is::Identity if subject == "la description" => "la description du standard est réécrite".to_owned(),
            Is::Identity => format!("{subject} du standard : « {after} », au lieu de « {before} »"),
            Is::Groups => format!("{subject} {}", changes(&subject)),
            Is::ExampleRows => "les lignes complètes données en exemple changent".to_owned(),
        }
    }

    /// What a new demand that refuses nothing adds to its sentence: those that refuse are [`Impact::Major`].
    fn advice(&self) -> &'static str {
        if self.impact == Impact::Minor { ", à titre de conseil" } else { "" }
    }

    /// Whether one field of before is told under several names of after.
    fn is_split(&self) -> bool {
        self.fields.windows(2).any(|pair| pair[0].before.is_some() && pair[0].before == pair[1].before)
    }

    /// The names of the fields on one side: `« a » et « b »`.
    fn quoted(&self, side: Side) -> String {
        let name = |names: &super::FieldNames| match side {
            Side::Before => names.before.clone(),
            Side::After => names.after.clone(),
        };
        let quoted: Vec<String> = self.fields.iter().filter_map(name).map(|name| format!("« {name} »")).collect();
        enumeration(&quoted)
    }
}

/// A precision in brackets, when there is one.
fn aside(text: &str) -> String {
    if text.is_empty() { String::new() } else { format!(" ({text})") }
}

/// A level as the end of « elle devient … ».
fn level(word: &str) -> &'static str {
    if word == "bloquant" { "bloquante" } else { "un simple conseil" }
}

fn levels(word: &str) -> &'static str {
    if word == "bloquant" { "bloquantes" } else { "un simple conseil" }
}

/// The verb that agrees with `le titre`, `la description`, `les renvois`, `le titre et la description`.
fn changes(subject: &str) -> &'static str {
    match subject {
        _ if subject.contains(" et ") || subject.starts_with("les ") => "changent",
        _ => "change",
    }
}
