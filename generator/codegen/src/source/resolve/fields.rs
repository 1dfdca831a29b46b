//! Fields, in the order of the columns.

use standard_mediation_model::{
    Bounds, Check, CounterExample, Field, FormerName, Kind, Level, Limit, Pattern, Truth, Vocabulary, hint,
};

use super::{Resolver, level};
use crate::source::document::Document;
use crate::source::shapes::{BoundsShape, FieldFile, KindShape};
use crate::source::typography::prose;

impl Resolver<'_> {
    pub(super) fn fields(&mut self, vocabularies: &[Vocabulary]) -> Vec<Field> {
        let index = &self.files.standard;
        let mut fields = Vec::new();
        for (name, group) in &index.shape.colonnes {
            match self.files.fields.iter().find(|document| document.stem() == name) {
                Some(document) => fields.extend(self.field(document, group, vocabularies)),
                None if self.files.field_names.contains(name) => self.failed = true,
                None => {
                    let known = self.files.field_names.iter().map(String::as_str);
                    let help = match hint::nearest(name, known) {
                        Some(near) => format!("vouliez-vous écrire « {near} » ?"),
                        None => format!("créez le fichier champs/{name}.yaml, ou retirez la ligne"),
                    };
                    let path = ["colonnes".into(), name.into()];
                    self.fault(
                        index,
                        index.key_span(&path),
                        "colonne-sans-champ",
                        format!("aucun fichier ne décrit la colonne « {name} »"),
                        help,
                    );
                }
            }
        }
        fields
    }

    fn field(&mut self, document: &Document<FieldFile>, group: &str, vocabularies: &[Vocabulary]) -> Option<Field> {
        let shape = &document.shape;
        let since = self.version(document, &["depuis".into()], &shape.depuis);
        let vocabulary = vocabularies.iter().find(|vocabulary| Some(&vocabulary.name) == shape.vocabulaire.as_ref());
        let former_names = shape.anciens_noms.iter().enumerate().filter_map(|(i, former)| {
            let until = self.version(document, &["anciens_noms".into(), i.into(), "jusqua".into()], &former.jusqua)?;
            Some(FormerName { name: former.nom.clone(), until })
        });
        let former_names = former_names.collect();
        let examples = shape.exemples.iter().enumerate();
        let examples = examples.filter_map(|(i, cell)| {
            self.cell(document, &["exemples".into(), i.into()], cell, (kind(shape.genre), shape.multiple), vocabulary)
        });
        let examples = examples.collect();
        let mut field = Field {
            name: shape.nom.clone(),
            group: group.to_owned(),
            title: prose(&shape.titre),
            description: prose(&shape.description),
            usage: shape.saisie.as_deref().map(prose),
            kind: kind(shape.genre),
            format: shape.format.clone(),
            truth: shape.oui_non.as_ref().map(|words| Truth { yes: words.oui.clone(), no: words.non.clone() }),
            decimal_sign: shape.signe_decimal,
            required: shape.obligatoire,
            unique: shape.unique,
            multiple: shape.multiple,
            separator: shape.separateur,
            vocabulary: shape.vocabulaire.clone(),
            pattern: shape.motif.as_ref().map(|pattern| Pattern {
                expression: pattern.expression.clone(),
                in_words: prose(&pattern.en_clair),
                level: level(pattern.niveau),
            }),
            min_length: shape.longueur_min,
            max_length: shape.longueur_max,
            bounds: shape.bornes.as_ref().map(bounds),
            checks: shape.controles.iter().filter_map(|id| Check::by_id(id)).collect(),
            since: since?,
            former_names,
            aliases: shape.alias.clone(),
            see_also: shape.voir_aussi.clone(),
            examples,
            counter_examples: Vec::new(),
        };
        field.counter_examples = shape
            .contre_exemples
            .iter()
            .map(|counter| CounterExample {
                text: counter.valeur.clone(),
                rule: counter.regle.clone(),
                level: level_of(&counter.regle, &field, vocabulary),
                why: counter.explication.as_deref().map(prose),
            })
            .collect();
        Some(field)
    }
}

fn kind(shape: KindShape) -> Kind {
    match shape {
        KindShape::Texte => Kind::Text,
        KindShape::Nombre => Kind::Number,
        KindShape::Entier => Kind::Integer,
        KindShape::Booleen => Kind::Boolean,
        KindShape::Date => Kind::Date,
        KindShape::DateHeure => Kind::DateTime,
        KindShape::Heure => Kind::Time,
        KindShape::Annee => Kind::Year,
        KindShape::Duree => Kind::Duration,
        KindShape::Point => Kind::Point,
        KindShape::Geojson => Kind::GeoJson,
        KindShape::Tableau => Kind::Array,
        KindShape::Objet => Kind::Object,
    }
}

/// Texts that are neither a number nor a day have their own finding; here they bound nothing.
fn bounds(shape: &BoundsShape) -> Bounds {
    let limit = |text: &Option<String>| text.as_deref().and_then(limit);
    Bounds { minimum: limit(&shape.minimum), maximum: limit(&shape.maximum), level: level(shape.niveau) }
}

/// A number, or else a day.
pub(in crate::source) fn limit(text: &str) -> Option<Limit> {
    let number = text.parse::<f64>().ok().filter(|number| number.is_finite());
    number.map(Limit::Number).or_else(|| text.parse().ok().map(Limit::Day))
}

/// The level at which a field holds a rule.
fn level_of(rule: &str, field: &Field, vocabulary: Option<&Vocabulary>) -> Level {
    match rule {
        "obligatoire" | "unique" | "nombre" | "date" | "type" | "longueur" => Level::Blocking,
        "motif" => field.pattern.as_ref().map_or(Level::Blocking, |pattern| pattern.level),
        "vocabulaire" | "partie-vide" => vocabulary.map_or(Level::Recommendation, |vocabulary| vocabulary.level),
        "bornes" => field.bounds.map_or(Level::Recommendation, |bounds| bounds.level),
        _ => Level::Recommendation,
    }
}
