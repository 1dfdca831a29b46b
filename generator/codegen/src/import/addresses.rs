//! Where a schema is published, and where the raw files of its tags are.

use standard_mediation_model::{Identity, Version};

use super::remark::{Object, Remarks};

/// Where it is published, and where the raw files of a tag are.
pub(super) fn read(
    object: &mut Object<'_>,
    homepage: Option<String>,
    name: &str,
    version: Version,
    main: Option<&Identity>,
    remarks: &mut Remarks<'_>,
) -> (String, String) {
    let path = ["path", "uri"].into_iter().filter_map(|key| object.text(key, remarks)).collect::<Vec<_>>();
    for (other, at) in path.iter().skip(1) {
        remarks.homeless(at.clone(), &format!("l'adresse {other}"), "le schéma en donne déjà une");
    }
    let from_path = path.first().and_then(|(path, _)| raw_root(path, version));
    if let (Some((path, at)), Some(root)) = (path.first(), &from_path) {
        let ours = format!("{root}/{}/schema.json", version.tag());
        if ours != *path {
            remarks.corrected(at.clone(), format!("l'adresse du schéma, {path}, s'écrit {ours}"));
        }
    }
    if let (Some((path, at)), None) = (path.first(), &from_path) {
        remarks.homeless(at.clone(), &format!("l'adresse {path}"), "elle ne finit pas par une étiquette et un nom de fichier");
    }
    let homepage = homepage.map(|address| match address.strip_prefix("http://") {
        Some(rest) => {
            remarks.corrected(0..1, format!("l'adresse {address} devient https://{rest}"));
            format!("https://{rest}")
        }
        None => address,
    });
    let repository = homepage.or(main.map(|main| main.repository.clone())).unwrap_or_else(|| {
        let usual = format!("https://example.org/{name}");
        remarks.deduced(0..1, format!("le schéma ne dit pas son dépôt : {usual} en tient lieu"));
        usual
    });
    let raw = from_path.unwrap_or_else(|| {
        let raw = match repository.strip_prefix("https://github.com/") {
            Some(rest) => format!("https://raw.githubusercontent.com/{rest}"),
            None => format!("{repository}/-/raw"),
        };
        remarks.deduced(0..1, format!("l'adresse des fichiers d'une version n'est pas dite : {raw} en tient lieu"));
        raw
    });
    (repository, raw)
}

/// The address below which `<tag>/<file>` is a raw file: `…/<tag>/…/schema.json` without what follows.
fn raw_root(path: &str, version: Version) -> Option<String> {
    let parts: Vec<&str> = path.split('/').collect();
    if parts.len() < 6 || !path.starts_with("https://") || !parts.last()?.contains('.') {
        return None;
    }
    let tags = [version.tag(), version.to_string()];
    let tag = parts.iter().position(|part| tags.iter().any(|tag| tag == part));
    let raw = parts.iter().position(|part| *part == "raw").map(|at| at + 1);
    // `raw.githubusercontent.com/<owner>/<name>/<branch>/…`
    let github = (parts[2] == "raw.githubusercontent.com").then_some(5);
    let end = tag.or(github).or(raw).unwrap_or(parts.len() - 2);
    (end > 3 && end < parts.len()).then(|| parts[..end].join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_root_of_raw_files_is_what_precedes_the_tag() {
        let version = Version { major: 0, minor: 2, patch: 0 };
        for (path, root) in [
            ("https://raw.githubusercontent.com/a/b/v0.2.0/schema.json", Some("https://raw.githubusercontent.com/a/b")),
            ("https://raw.githubusercontent.com/a/b/v3-wip/statique/schema.json", Some("https://raw.githubusercontent.com/a/b")),
            ("https://github.com/a/b/raw/v0.2.0/build/schemas/x.json", Some("https://github.com/a/b/raw")),
            ("https://gitlab.example/g/a/-/raw/0.1.0/schema.json", Some("https://gitlab.example/g/a/-/raw")),
            ("https://example.org/depot/0.1.0/schema.json", Some("https://example.org/depot")),
            ("https://example.org/schema.json", None),
            ("schema.json", None),
            ("https://github.com/a/b/tree/main", None),
        ] {
            assert_eq!(raw_root(path, version).as_deref(), root, "{path}");
        }
    }
}
