//! Vocabularies, and cells whose codes become labels.

use standard_mediation_model::{Cell, Kind, Value, Vocabulary, hint};

use super::{Resolver, level};
use crate::source::document::Document;
use crate::source::shapes::{CellShape, VocabularyFile};
use crate::source::tree::Step;
use crate::source::typography::prose;

impl Resolver<'_> {
    pub(super) fn vocabularies(&mut self) -> Vec<Vocabulary> {
        let files = self.files;
        files.vocabularies.iter().map(|document| self.vocabulary(document)).collect()
    }

    fn vocabulary(&mut self, document: &Document<VocabularyFile>) -> Vocabulary {
        let shape = &document.shape;
        let values = shape.valeurs.iter().enumerate().filter_map(|(i, value)| {
            let since = self.version(document, &["valeurs".into(), i.into(), "depuis".into()], &value.depuis);
            let deprecated = match &value.deprecie {
                Some(text) => Some(self.version(document, &["valeurs".into(), i.into(), "deprecie".into()], text)?),
                None => None,
            };
            Some(Value {
                code: value.code.clone(),
                label: value.libelle.clone(),
                definition: prose(&value.definition),
                since: since?,
                deprecated,
                replaced_by: value.remplace_par.clone(),
                aliases: value.alias.clone(),
            })
        });
        Vocabulary {
            name: shape.nom.clone(),
            title: prose(&shape.titre),
            description: prose(&shape.description),
            level: level(shape.niveau),
            origin: shape.origine.clone(),
            values: values.collect(),
        }
    }

    /// A cell as emitters write it: codes become labels, a field with several values always holds a list.
    pub(super) fn cell<T>(
        &mut self,
        document: &Document<T>,
        path: &[Step<'_>],
        shape: &CellShape,
        (kind, multiple): (Kind, bool),
        vocabulary: Option<&Vocabulary>,
    ) -> Option<Cell> {
        if let (Kind::Array, CellShape::One(text)) = (kind, shape) {
            // Already written as JSON.
            return Some(Cell::One(text.clone()));
        }
        let parts = match shape {
            CellShape::One(text) => std::slice::from_ref(text),
            CellShape::Many(parts) => parts,
        };
        if !multiple && kind != Kind::Array && matches!(shape, CellShape::Many(_)) {
            let help = "écrivez un seul texte, ou déclarez « multiple: true » dans le champ".to_owned();
            self.fault(
                document,
                document.span(path),
                "liste-inattendue",
                "ce champ n'a qu'une valeur, et ceci est une liste".to_owned(),
                help,
            );
            return None;
        }
        let mut out = Vec::new();
        for (i, part) in parts.iter().enumerate() {
            let Some(vocabulary) = vocabulary else {
                out.push(part.clone());
                continue;
            };
            if let Some(value) = vocabulary.by_code(part) {
                out.push(value.label.clone());
                continue;
            }
            let by_label =
                vocabulary.values.iter().find(|value| value.label == *part || hint::folded(&value.label) == hint::folded(part));
            let near = by_label
                .map(|value| value.code.as_str())
                .or_else(|| hint::nearest(part, vocabulary.values.iter().map(|v| v.code.as_str())));
            let help = match near {
                Some(near) => format!("écrivez le code : « {near} »"),
                None => format!("les codes sont dans vocabulaires/{}.yaml", vocabulary.name),
            };
            let mut at = path.to_vec();
            if matches!(shape, CellShape::Many(_)) {
                at.push(i.into());
            }
            self.fault(
                document,
                document.span(&at),
                "valeur-inconnue",
                format!("« {part} » n'est pas un code du vocabulaire « {} »", vocabulary.name),
                help,
            );
        }
        if kind == Kind::Array {
            return Some(Cell::One(serde_json::Value::from(out).to_string()));
        }
        if multiple { Some(Cell::Many(out)) } else { out.into_iter().next().map(Cell::One) }
    }
}
