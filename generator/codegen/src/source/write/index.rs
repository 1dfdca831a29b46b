//! `standard.yaml`.

use standard_mediation_model::{Contributor, CustomCheck, Role, Standard};

use super::yaml::Yaml;

pub(super) fn write(standard: &Standard) -> Yaml {
    let mut yaml = Yaml::default();
    identity(&mut yaml, standard);
    dialect(&mut yaml, standard);
    if !standard.identity.sources.is_empty() {
        yaml.open("sources");
        for source in &standard.identity.sources {
            yaml.nest(|yaml| {
                yaml.item(|yaml| {
                    yaml.prose("titre", &source.title);
                    yaml.text("lien", &source.url);
                });
            });
        }
    }
    history(&mut yaml, standard);
    yaml.open("groupes");
    for group in &standard.groups {
        yaml.nest(|yaml| {
            yaml.item(|yaml| {
                yaml.text("nom", &group.name);
                yaml.prose("titre", &group.title);
                yaml.prose("description", &group.description);
            });
        });
    }
    yaml.open("colonnes");
    yaml.nest(|yaml| standard.fields.iter().for_each(|field| yaml.text(&field.name, &field.group)));
    // What the loader understands without being told is not said.
    let usual = standard.fields.iter().find(|field| field.unique && field.required).map(|field| &field.name);
    if standard.primary_key.iter().ne(usual) {
        yaml.list("cle_primaire", standard.primary_key.iter().map(String::as_str));
    }
    if !standard.custom_checks.is_empty() {
        yaml.open("controles_validata");
        yaml.nest(|yaml| standard.custom_checks.iter().for_each(|check| custom_check(yaml, check)));
    }
    yaml
}

fn identity(yaml: &mut Yaml, standard: &Standard) {
    let identity = &standard.identity;
    yaml.text("nom", &identity.name);
    yaml.prose("titre", &identity.title);
    yaml.prose("description", &identity.description);
    yaml.text("version", &identity.version.to_string());
    yaml.text("cree_le", &identity.created.to_string());
    yaml.text("modifie_le", &identity.modified.to_string());
    yaml.text("pays", &identity.country);
    yaml.text("langue", &identity.language);
    yaml.text("depot", &identity.repository);
    yaml.text("depot_brut", &identity.raw_repository);
    yaml.text("contact", &identity.contact);
    yaml.list("mots_cles", identity.keywords.iter().map(String::as_str));
    yaml.open("licence");
    yaml.nest(|yaml| {
        yaml.text("nom", &identity.licence.name);
        yaml.prose("titre", &identity.licence.title);
        yaml.text("lien", &identity.licence.url);
    });
    yaml.open("contributeurs");
    yaml.nest(|yaml| identity.contributors.iter().for_each(|person| yaml.item(|yaml| contributor(yaml, person))));
}

fn contributor(yaml: &mut Yaml, person: &Contributor) {
    yaml.option("titre", person.title.as_deref());
    yaml.text("organisation", &person.organisation);
    yaml.option("courriel", person.email.as_deref());
    yaml.text(
        "role",
        match person.role {
            Role::Author => "author",
            Role::Contributor => "contributor",
        },
    );
}

fn dialect(yaml: &mut Yaml, standard: &Standard) {
    let dialect = &standard.dialect;
    let quoted = |sign: char| match sign {
        '"' | '\\' => format!("\"\\{sign}\""),
        sign => format!("\"{sign}\""),
    };
    yaml.open("format");
    yaml.nest(|yaml| {
        yaml.text("encodage", &dialect.encoding);
        yaml.raw("separateur", &quoted(dialect.delimiter));
        yaml.raw("guillemet", &quoted(dialect.quote));
        yaml.raw("separateur_de_liste", &quoted(dialect.list_separator));
        if !dialect.missing_values.is_empty() {
            yaml.list("valeurs_manquantes", dialect.missing_values.iter().map(String::as_str));
        }
        yaml.text("nom_de_fichier", &dialect.file_name);
    });
}

fn history(yaml: &mut Yaml, standard: &Standard) {
    if standard.history.is_empty() {
        return yaml.raw("versions", "[]");
    }
    yaml.open("versions");
    for release in &standard.history {
        yaml.nest(|yaml| {
            yaml.item(|yaml| {
                yaml.text("numero", &release.version.to_string());
                yaml.text("date", &release.date.to_string());
                yaml.raw("publiee", if release.published { "true" } else { "false" });
            });
        });
    }
}

fn custom_check(yaml: &mut Yaml, check: &CustomCheck) {
    yaml.item(|yaml| {
        yaml.text("nom", &check.name);
        if check.parameters.is_empty() {
            return yaml.raw("parametres", "{}");
        }
        yaml.open("parametres");
        yaml.nest(|yaml| {
            for (name, value) in &check.parameters {
                match value {
                    standard_mediation_model::Cell::One(text) => yaml.text(name, text),
                    standard_mediation_model::Cell::Many(parts) => yaml.list(name, parts.iter().map(String::as_str)),
                }
            }
        });
    });
}
