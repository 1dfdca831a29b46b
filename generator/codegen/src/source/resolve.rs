//! From decoded shapes to a [`Standard`].
//!
//! In: the files. Out: the standard with defaults filled, versions and dates typed, codes of values turned into labels,
//! order fixed, French spaces set in prose. Findings are made here only for what typing refuses (a version, a date) or
//! cannot find (a column without file, a code of no value): the rest is [`super::sense`]'s business.

use std::str::FromStr;

use standard_mediation_model::{
    Bounds, Cell, Change, Check, Contributor, CounterExample, CrossKind, CrossRule, Date, Dialect, ExampleKind, ExampleRow,
    Field, Finding, FormerName, Group, Identity, Impact, Kind, Level, Licence, Pattern, Release, Role, Standard, Value, Version,
    Vocabulary, hint,
};

use super::document::Document;
use super::files::Files;
use super::shapes::{
    CellShape, ChangeFile, ExampleFile, ExampleKindShape, FieldFile, ImpactShape, KindShape, LevelShape, RoleShape,
    RuleKindShape, RuleShape, StandardFile, VocabularyFile,
};
use super::tree::Step;
use super::typography::prose;

/// Resolves the files. `None` when something typed could not be made; findings say what.
pub(crate) fn resolve(files: &Files, findings: &mut Vec<Finding>) -> Option<Standard> {
    let mut resolver = Resolver { files, findings, failed: files.incomplete };
    let vocabularies = resolver.vocabularies();
    let fields = resolver.fields(&vocabularies);
    let standard = resolver.standard(fields, vocabularies);
    let failed = resolver.failed;
    standard.filter(|_| !failed)
}

struct Resolver<'a> {
    files: &'a Files,
    findings: &'a mut Vec<Finding>,
    failed: bool,
}

impl Resolver<'_> {
    fn standard(&mut self, fields: Vec<Field>, mut vocabularies: Vec<Vocabulary>) -> Option<Standard> {
        let rank =
            |vocabulary: &Vocabulary| fields.iter().position(|field| field.vocabulary.as_deref() == Some(&vocabulary.name));
        vocabularies.sort_by_key(|vocabulary| rank(vocabulary).unwrap_or(usize::MAX));
        let document = &self.files.standard;
        let shape = &document.shape;
        let identity = self.identity(document)?;
        let history = shape.versions.iter().enumerate().filter_map(|(i, release)| {
            let version = self.version(document, &["versions".into(), i.into(), "numero".into()], &release.numero);
            let date = self.date(document, &["versions".into(), i.into(), "date".into()], &release.date);
            Some(Release { version: version?, date: date?, published: release.publiee })
        });
        let history = history.collect();
        let examples = self.examples(&fields, &vocabularies);
        let changes = self.changes();
        Some(Standard {
            identity,
            dialect: Dialect {
                encoding: shape.format.encodage.clone(),
                delimiter: shape.format.separateur,
                quote: shape.format.guillemet,
                list_separator: shape.format.separateur_de_liste,
                file_name: shape.format.nom_de_fichier.clone(),
            },
            history,
            groups: shape
                .groupes
                .iter()
                .map(|group| Group {
                    name: group.nom.clone(),
                    title: prose(&group.titre),
                    description: prose(&group.description),
                })
                .collect(),
            rules: self.rules(),
            fields,
            vocabularies,
            examples,
            changes,
        })
    }

    fn identity(&mut self, document: &Document<StandardFile>) -> Option<Identity> {
        let shape = &document.shape;
        let version = self.version(document, &["version".into()], &shape.version);
        let created = self.date(document, &["cree_le".into()], &shape.cree_le);
        let modified = self.date(document, &["modifie_le".into()], &shape.modifie_le);
        let mut contributors: Vec<Contributor> = shape
            .contributeurs
            .iter()
            .map(|contributor| Contributor {
                title: contributor.titre.clone(),
                organisation: contributor.organisation.clone(),
                email: contributor.courriel.clone(),
                role: match contributor.role {
                    RoleShape::Author => Role::Author,
                    RoleShape::Contributor => Role::Contributor,
                },
            })
            .collect();
        contributors.sort_by_key(|contributor| contributor.role);
        Some(Identity {
            name: shape.nom.clone(),
            title: prose(&shape.titre),
            description: prose(&shape.description),
            version: version?,
            created: created?,
            modified: modified?,
            country: shape.pays.clone(),
            language: shape.langue.clone(),
            repository: shape.depot.clone(),
            raw_repository: shape.depot_brut.clone(),
            contact: shape.contact.clone(),
            keywords: shape.mots_cles.clone(),
            licence: Licence {
                name: shape.licence.nom.clone(),
                title: prose(&shape.licence.titre),
                url: shape.licence.lien.clone(),
            },
            contributors,
        })
    }

    fn fields(&mut self, vocabularies: &[Vocabulary]) -> Vec<Field> {
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
        let examples = examples
            .filter_map(|(i, cell)| self.cell(document, &["exemples".into(), i.into()], cell, shape.multiple, vocabulary));
        let examples = examples.collect();
        let mut field = Field {
            name: shape.nom.clone(),
            group: group.to_owned(),
            title: prose(&shape.titre),
            description: prose(&shape.description),
            usage: shape.saisie.as_deref().map(prose),
            kind: match shape.genre {
                KindShape::Texte => Kind::Text,
                KindShape::Nombre => Kind::Number,
                KindShape::Date => Kind::Date,
            },
            required: shape.obligatoire,
            unique: shape.unique,
            multiple: shape.multiple,
            vocabulary: shape.vocabulaire.clone(),
            pattern: shape.motif.as_ref().map(|pattern| Pattern {
                expression: pattern.expression.clone(),
                in_words: prose(&pattern.en_clair),
                level: level(pattern.niveau),
            }),
            max_length: shape.longueur_max,
            bounds: shape.bornes.as_ref().map(|bounds| Bounds {
                minimum: bounds.minimum,
                maximum: bounds.maximum,
                level: level(bounds.niveau),
            }),
            checks: shape.controles.iter().filter_map(|id| Check::by_id(id)).collect(),
            since: since?,
            former_names,
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

    fn vocabularies(&mut self) -> Vec<Vocabulary> {
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

    fn rules(&mut self) -> Vec<CrossRule> {
        let document = &self.files.rules;
        let mut rules = Vec::new();
        for (i, rule) in document.shape.regles.iter().enumerate() {
            match kind(rule) {
                Ok(kind) => rules.push(CrossRule {
                    name: rule.nom.clone(),
                    kind,
                    level: level(rule.niveau),
                    title: prose(&rule.titre),
                    explanation: prose(&rule.explication),
                    remedy: prose(&rule.remede),
                }),
                Err(wanted) => {
                    let path = ["regles".into(), i.into(), "genre".into()];
                    let message = "ce genre de règle n'a pas ce qu'il lui faut".to_owned();
                    self.fault(document, document.span(&path), "regle-incomplete", message, wanted.to_owned());
                }
            }
        }
        rules
    }

    fn examples(&mut self, fields: &[Field], vocabularies: &[Vocabulary]) -> Vec<ExampleRow> {
        let files = self.files;
        let mut rows: Vec<ExampleRow> =
            files.examples.iter().map(|document| self.example(document, fields, vocabularies)).collect();
        rows.sort_by_key(|row| match row.kind {
            ExampleKind::Full => 0,
            ExampleKind::Usual => 1,
            ExampleKind::Minimal => 2,
        });
        rows
    }

    fn example(&mut self, document: &Document<ExampleFile>, fields: &[Field], vocabularies: &[Vocabulary]) -> ExampleRow {
        let shape = &document.shape;
        let mut cells = Vec::new();
        for field in fields {
            let Some(cell) = shape.lieu.get(&field.name) else { continue };
            let vocabulary = vocabularies.iter().find(|vocabulary| Some(&vocabulary.name) == field.vocabulary.as_ref());
            let path = ["lieu".into(), (&field.name).into()];
            cells.extend(self.cell(document, &path, cell, field.multiple, vocabulary).map(|cell| (field.name.clone(), cell)));
        }
        ExampleRow {
            name: shape.nom.clone(),
            title: prose(&shape.titre),
            kind: match shape.genre {
                ExampleKindShape::Complet => ExampleKind::Full,
                ExampleKindShape::Minimal => ExampleKind::Minimal,
                ExampleKindShape::Courant => ExampleKind::Usual,
            },
            description: prose(&shape.description),
            cells,
        }
    }

    fn changes(&mut self) -> Vec<Change> {
        let files = self.files;
        let mut changes: Vec<Change> = files.changes.iter().filter_map(|document| self.change(document)).collect();
        changes.sort_by(|a, b| b.version.cmp(&a.version).then_with(|| a.impact.cmp(&b.impact)).then_with(|| a.name.cmp(&b.name)));
        changes
    }

    fn change(&mut self, document: &Document<ChangeFile>) -> Option<Change> {
        let shape = &document.shape;
        Some(Change {
            name: document.stem().to_owned(),
            title: prose(&shape.titre),
            version: self.version(document, &["version".into()], &shape.version)?,
            impact: match shape.niveau {
                ImpactShape::Majeur => Impact::Major,
                ImpactShape::Mineur => Impact::Minor,
                ImpactShape::Correctif => Impact::Patch,
            },
            fields: shape.champs.clone(),
            values: shape.valeurs.clone(),
            description: prose(&shape.description),
            reason: prose(&shape.raison),
            decision: shape.decision.as_deref().map(prose),
        })
    }

    /// A cell as emitters write it: codes become labels, a field with several values always holds a list.
    fn cell<T>(
        &mut self,
        document: &Document<T>,
        path: &[Step<'_>],
        shape: &CellShape,
        multiple: bool,
        vocabulary: Option<&Vocabulary>,
    ) -> Option<Cell> {
        let parts = match shape {
            CellShape::One(text) => std::slice::from_ref(text),
            CellShape::Many(parts) => parts,
        };
        if !multiple && matches!(shape, CellShape::Many(_)) {
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
        if multiple { Some(Cell::Many(out)) } else { out.into_iter().next().map(Cell::One) }
    }

    fn version<T>(&mut self, document: &Document<T>, path: &[Step<'_>], text: &str) -> Option<Version> {
        self.typed(document, path, text, "version-invalide", |text| format!("« {text} » n'est pas une version"))
    }

    fn date<T>(&mut self, document: &Document<T>, path: &[Step<'_>], text: &str) -> Option<Date> {
        self.typed(document, path, text, "date-invalide", |text| format!("« {text} » n'est pas une date"))
    }

    fn typed<T, V: FromStr<Err: ToString>>(
        &mut self,
        document: &Document<T>,
        path: &[Step<'_>],
        text: &str,
        rule: &'static str,
        message: impl Fn(&str) -> String,
    ) -> Option<V> {
        match text.parse() {
            Ok(value) => Some(value),
            Err(error) => {
                self.fault(document, document.span(path), rule, message(text), error.to_string());
                None
            }
        }
    }

    fn fault<T>(
        &mut self,
        document: &Document<T>,
        at: std::ops::Range<usize>,
        rule: &'static str,
        message: String,
        help: String,
    ) {
        let mut report = document.report();
        report.at(at, rule, message, help);
        self.findings.extend(report.into_findings());
        self.failed = true;
    }
}

fn level(shape: LevelShape) -> Level {
    match shape {
        LevelShape::Bloquant => Level::Blocking,
        LevelShape::Recommandation => Level::Recommendation,
    }
}

/// The level at which a field holds a rule.
fn level_of(rule: &str, field: &Field, vocabulary: Option<&Vocabulary>) -> Level {
    match rule {
        "obligatoire" | "unique" | "nombre" | "date" | "longueur" => Level::Blocking,
        "motif" => field.pattern.as_ref().map_or(Level::Blocking, |pattern| pattern.level),
        "vocabulaire" | "partie-vide" => vocabulary.map_or(Level::Recommendation, |vocabulary| vocabulary.level),
        "bornes" => field.bounds.map_or(Level::Recommendation, |bounds| bounds.level),
        _ => Level::Recommendation,
    }
}

/// The kind of a rule with its fields, or what it lacks.
fn kind(rule: &RuleShape) -> Result<CrossKind, &'static str> {
    let fields: Vec<String> = rule.champs.clone();
    match (rule.genre, fields.as_slice(), &rule.valeur, &rule.exige) {
        (RuleKindShape::Ensemble, [_, _, ..], None, None) => Ok(CrossKind::Together { fields }),
        (RuleKindShape::Ensemble, ..) => Err("donnez au moins deux champs, et rien dans « valeur » ni « exige »"),
        (RuleKindShape::ValeurExclusive, [field], Some(code), None) => {
            Ok(CrossKind::ExclusiveValue { field: field.clone(), code: code.clone() })
        }
        (RuleKindShape::ValeurExclusive, ..) => Err("donnez un champ et « valeur », sans « exige »"),
        (RuleKindShape::ValeurExigeChamp, [field], Some(code), Some(needs)) => {
            Ok(CrossKind::ValueNeedsField { field: field.clone(), code: code.clone(), needs: needs.clone() })
        }
        (RuleKindShape::ValeurExigeChamp, ..) => Err("donnez un champ, « valeur » et « exige »"),
        (RuleKindShape::CoordonneesCommune, [code_insee, latitude, longitude], None, None) => Ok(CrossKind::PointInCommune {
            code_insee: code_insee.clone(),
            latitude: latitude.clone(),
            longitude: longitude.clone(),
        }),
        (RuleKindShape::CoordonneesCommune, ..) => Err("donnez trois champs : code de la commune, latitude, longitude"),
        (RuleKindShape::CodesCommune, [code_postal, code_insee], None, None) => {
            Ok(CrossKind::CodesOfCommune { code_postal: code_postal.clone(), code_insee: code_insee.clone() })
        }
        (RuleKindShape::CodesCommune, ..) => Err("donnez deux champs : code postal, code de la commune"),
    }
}
