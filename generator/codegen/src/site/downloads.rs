//! `telecharger.html`, `telecharger/<version>.html`: every file of every version, with its size and its print.
//!
//! Of the present version, all that is emitted; of a frozen one, what [`frozen`] makes of what it recorded, what is not
//! offered and why, and the address of the schema as it was published, texts included, which the sources do not hold. A
//! part of a path that starts with a dot loses it, since many hosts keep such files to themselves. Packages come besides
//! as one archive each.

use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use standard_mediation_model::Version;

use super::links::web;
use super::shell::{self, Page, Section};
use super::{Site, archives, frozen};
use crate::{Artifact, emit};

/// What people come for, and for whom.
const MAIN: &[(&str, &str)] = &[
    ("gabarit/gabarit.xlsx", "le tableau à remplir, pour qui n'a qu'un tableur"),
    ("table-schema/schema.json", "le Table Schema, pour les validateurs de tableaux"),
    ("standard.json", "tout le standard, pour un programme"),
    ("vocabulaires.json", "les listes de valeurs, pour un programme"),
    ("vocabulaires.csv", "les listes de valeurs, en tableau"),
    ("champs.csv", "les colonnes, en tableau"),
    ("json-schema/lieu.schema.json", "le JSON Schema d'un lieu"),
    ("exemples/valides/lieux.csv", "un fichier d'exemple"),
    ("typescript.zip", "le paquet TypeScript, pour JavaScript aussi"),
    ("python.zip", "le paquet Python"),
    ("sql.zip", "les fichiers SQL, pour PostgreSQL et DuckDB"),
    ("rust.zip", "la crate Rust"),
];

pub(super) fn pages(site: &Site<'_>) -> Vec<Artifact> {
    let mut out = Vec::new();
    let mut versions = Vec::new();
    for (version, standard) in site.versions() {
        let is_present = version == site.standard.identity.version;
        let mut files = if is_present { emit::all(standard) } else { frozen::files(standard) };
        files.extend(archives::of(&files));
        files.sort_by(|a, b| a.path.cmp(&b.path));
        let refusals = if is_present { Vec::new() } else { frozen::refusals(standard) };
        versions.push(summary(site, version, is_present, &files));
        out.push(list(site, version, &files, &refusals));
        out.push(prints(version, &files));
        out.extend(files.into_iter().map(|file| Artifact { path: place(version, &file.path), bytes: file.bytes }));
    }
    let page = Page {
        path: "telecharger.html".into(),
        title: "Télécharger",
        description: "Les fichiers de chaque version du standard, avec leur taille et leur empreinte.",
        section: Section::Downloads,
        above: &[],
        template: "telecharger",
        view: json!({ "versions": versions }),
    };
    out.push(shell::page(site, &page));
    out
}

/// Where a file of a version is on the site.
fn place(version: Version, path: &str) -> String {
    let parts: Vec<&str> = path.split('/').map(|part| part.trim_start_matches('.')).collect();
    format!("telecharger/{version}/{}", parts.join("/"))
}

fn print(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The prints of a version, in the form that `sha256sum --check` reads.
fn prints(version: Version, files: &[Artifact]) -> Artifact {
    let folder = format!("telecharger/{version}/");
    let line = |file: &Artifact| {
        let path = place(version, &file.path);
        format!("{}  {}\n", print(&file.bytes), path.strip_prefix(&folder).unwrap_or(&path))
    };
    Artifact::text(format!("{folder}SHA256SUMS"), &files.iter().map(line).collect::<String>())
}

/// Where the schema of a version of the past is as it was published: at the tag of that version. `null` for the present one.
fn published(site: &Site<'_>, version: Version) -> Value {
    let identity = &site.standard.identity;
    let release = site.standard.history.iter().find(|release| release.version == version);
    let address = format!("{}/{}/schema.json", identity.raw_repository, version.tag());
    release.map_or(Value::Null, |release| {
        json!({ "adresse": web(&address).filter(|_| release.published), "etiquette": version.tag(), "date": release.date.in_words() })
    })
}

fn summary(site: &Site<'_>, version: Version, is_present: bool, files: &[Artifact]) -> Value {
    let main = MAIN.iter().filter_map(|(path, words)| {
        let file = files.iter().find(|file| file.path == *path)?;
        let name = path.rsplit('/').next().unwrap_or(path);
        Some(json!({ "nom": name, "mots": words, "lien": place(version, path), "taille": size(file.bytes.len()) }))
    });
    json!({
        "numero": version,
        "presente": is_present,
        "principaux": main.collect::<Vec<_>>(),
        "origine": published(site, version),
        "compte": files.len(),
        "liste": format!("telecharger/{version}.html"),
    })
}

/// Every file of a version, then what it lacks.
fn list(site: &Site<'_>, version: Version, files: &[Artifact], refusals: &[&str]) -> Artifact {
    let file = |file: &Artifact| {
        let place = place(version, &file.path);
        json!({
            "chemin": file.path,
            "lien": place.strip_prefix("telecharger/").unwrap_or(&place),
            "taille": size(file.bytes.len()),
            "empreinte": print(&file.bytes),
        })
    };
    let title = format!("Fichiers de la version {version}");
    let page = Page {
        path: format!("telecharger/{version}.html"),
        title: &title,
        description: "Chaque fichier, sa taille et son empreinte SHA-256.",
        section: Section::Downloads,
        above: &[("Télécharger", "telecharger.html")],
        template: "telecharger-version",
        view: json!({
            "numero": version,
            "presente": version == site.standard.identity.version,
            "absents": refusals,
            "origine": published(site, version),
            "sommes": format!("{version}/SHA256SUMS"),
            "fichiers": files.iter().map(file).collect::<Vec<_>>(),
        }),
    };
    shell::page(site, &page)
}

/// A size for people: `312 octets`, `4,2 Ko`, `1,3 Mo`, in thousands, rounded up.
fn size(bytes: usize) -> String {
    let tenths = |unit: usize| {
        let tenths = (bytes * 10).div_ceil(unit);
        if tenths >= 1_000 { format!("{}", tenths.div_ceil(10)) } else { format!("{},{}", tenths / 10, tenths % 10) }
    };
    match bytes {
        0..2 => format!("{bytes}\u{a0}octet"),
        2..1_000 => format!("{bytes}\u{a0}octets"),
        1_000..1_000_000 => format!("{}\u{a0}Ko", tenths(1_000)),
        _ => format!("{}\u{a0}Mo", tenths(1_000_000)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_said_for_people() {
        let said = [0, 1, 999, 1_000, 1_050, 123_456, 1_234_567].map(size);
        let expected = ["0 octet", "1 octet", "999 octets", "1,0 Ko", "1,1 Ko", "124 Ko", "1,3 Mo"];
        assert_eq!(said, expected.map(|text| text.replace(' ', "\u{a0}")));
    }

    #[test]
    fn files_that_hosts_hide_are_shown() {
        let version = Version { major: 1, minor: 0, patch: 0 };
        assert_eq!(place(version, "a/.github/b.yml"), "telecharger/1.0.0/a/github/b.yml");
    }
}
