//! Addresses of the files: whole, and on the tag.
//!
//! In: the trees of JSON and the README. Out: findings about an address that leads elsewhere than to this version: a
//! branch, another repository, a file that is not in the tree. Another *version* in it is said by [`super::versions`].

use super::files::{Files, README, SCHEMA, Tree, is_known};
use super::json::Node;
use super::metadata::is_address;
use super::report::Report;
use super::versions::{self, names_another};

const RULE: &str = "publication-adresse";

/// `version` is written `v1.1.0`.
pub(super) fn check(tree: &Tree, files: &Files<'_>, version: &str, report: &mut Report<'_>) {
    let Some(schema) = files.tree(SCHEMA) else { return };
    let repository = schema.get("homepage").and_then(Node::text).and_then(|home| home.strip_prefix("https://github.com/"));
    let repository = repository.map(|path| path.trim_end_matches('/').trim_end_matches(".git"));
    let path = schema.get("path");
    let base = base(repository, path, version);
    let check = Check { tree, base: base.as_deref(), version };
    check.file(SCHEMA, schema, path, Some(SCHEMA), report);
    resources(&check, schema, report);
    for (name, root) in files.trees.iter().filter(|(name, _)| name.ends_with(".schema.json")) {
        check.file(name, root, root.get("$id"), Some(name), report);
    }
    for (span, address) in files.text(README).map(versions::addresses).unwrap_or_default() {
        let is_ours = repository.is_some_and(|repository| address.contains(&format!("/{repository}/")));
        let is_pinned = address.contains("/raw/") || address.contains("/blob/") || address.contains("//raw.");
        if !is_address(address) && !address.starts_with("mailto:") && !address.starts_with('#') {
            let help = "écrivez l'adresse entière : le site national montre cette page ailleurs que les fichiers";
            report.at(README, &span, RULE, format!("« {address} » ne mène nulle part"), help);
        } else if is_ours && is_pinned && !names_another(address, version) && check.wrong(address, None) {
            let help = check.help("fichier");
            report.at(README, &span, RULE, format!("« {address} » ne mène pas à un fichier de cette étiquette"), help);
        }
    }
}

/// Where the files of the tag are: on GitHub, known from the repository; elsewhere, told by the address of the schema.
fn base(repository: Option<&str>, path: Option<&Node>, version: &str) -> Option<String> {
    if let Some(repository) = repository {
        return Some(format!("https://raw.githubusercontent.com/{repository}/{version}/"));
    }
    let base = path?.text()?.strip_suffix(SCHEMA)?;
    (is_address(base) && base.ends_with(&format!("/{version}/"))).then(|| base.to_owned())
}

struct Check<'a> {
    tree: &'a Tree,
    base: Option<&'a str>,
    version: &'a str,
}

impl Check<'_> {
    /// Whether an address leads elsewhere than to a file of the tag, to that one when it is named.
    fn wrong(&self, address: &str, file: Option<&str>) -> bool {
        let target = self.base.and_then(|base| address.strip_prefix(base));
        target.is_none_or(|target| !is_known(self.tree, target) || file.is_some_and(|file| file != target))
    }

    fn help(&self, file: &str) -> String {
        match self.base {
            Some(base) => format!("écrivez {base}{file}"),
            None => format!("écrivez l'adresse brute du fichier, avec /{}/ devant son nom", self.version),
        }
    }

    /// Checks the address that a key holds.
    fn file(&self, path: &str, root: &Node, node: Option<&Node>, file: Option<&str>, report: &mut Report<'_>) {
        let address = node.and_then(Node::text).unwrap_or_default();
        if self.wrong(address, file) && !names_another(address, self.version) {
            let span = node.map_or(root.span.start..root.span.start + 1, |node| node.span.clone());
            let message = "l'adresse de ce fichier n'est pas celle de l'étiquette";
            report.at(path, &span, RULE, message, self.help(file.unwrap_or("fichier")));
        }
    }
}

/// Example files that the national form offers.
fn resources(check: &Check<'_>, schema: &Node, report: &mut Report<'_>) {
    let node = schema.get("resources");
    let Some(resources) = node.and_then(Node::list).filter(|resources| !resources.is_empty()) else {
        let span = node.map_or(0..1, |node| node.span.clone());
        let help = "donnez sous « resources » le titre, le nom et l'adresse de l'exemple valide";
        return report.at(SCHEMA, &span, RULE, "ce schéma ne propose aucun fichier d'exemple", help);
    };
    for resource in resources {
        if ["title", "name"].iter().any(|key| resource.get(key).and_then(Node::text).is_none_or(str::is_empty)) {
            let help = "donnez-lui « title », « name » et « path »";
            report.at(SCHEMA, &resource.span, RULE, "ce fichier d'exemple n'a pas de titre ou pas de nom", help);
        }
        check.file(SCHEMA, resource, resource.get("path"), None, report);
    }
}
