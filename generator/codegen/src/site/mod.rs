//! The site: the standard as people read it in a browser, from any static host, at any depth, or from the disk.
//!
//! ```text
//! index.html  colonnes.html  listes.html
//! champs/code_postal.html      a page a column: what it holds, what each version said, who decided
//! vocabulaires/services.html   a page a list, an anchor a value (`#aide_demarches_administratives`)
//! regles.html  regles/motif.html            a page a rule: findings cite it
//! versions.html  comparer/1.0.1-1.1.0.html  any two versions side by side
//! differences.html  decisions.html  exemples.html  recherche.html
//! imprimer/fiches.html  imprimer/ateliers.html
//! telecharger.html  telecharger/1.1.0/…     every file of every version
//! style.css  recherche.js  icone.svg
//! ```
//!
//! In: the standard, the frozen versions, and the files that others add. Out: [`Artifact`]s, the same bytes everywhere,
//! which are never committed. Links are relative, nothing is fetched from elsewhere, no page needs a script to be read,
//! and each page forbids by its policy (CSP) whatever the site does not hold. Anchors come from stable codes: a link given
//! to somebody must still work next year.
//!
//! Must not: read the disk, know the day, or let a text of the standard become markup.

mod ages;
mod archives;
mod checker;
mod decisions;
mod downloads;
mod examples;
mod field;
mod frozen;
mod home;
mod kinds;
mod links;
mod markdown;
mod printing;
mod rules;
mod search;
mod shell;
#[cfg(test)]
mod tests;
mod versions;
mod vocabulary;

use std::collections::BTreeMap;

use standard_mediation_model::{Standard, Version};

use crate::Artifact;

pub use checker::checker;

/// The page « Vérifier mon fichier »: every page links to it when it is among [`Site::extras`], where [`checker`] puts it.
pub const CHECKER: &str = "verifier.html";

/// What a site is made from.
#[derive(Debug, Clone, Copy)]
pub struct Site<'a> {
    /// The present standard.
    pub standard: &'a Standard,
    /// The frozen versions.
    pub past: &'a BTreeMap<Version, Standard>,
    /// Files added as they are, under paths that no page has.
    pub extras: &'a [Artifact],
}

impl<'a> Site<'a> {
    /// Every version that can be read, newest first, the present one once.
    fn versions(&self) -> impl Iterator<Item = (Version, &'a Standard)> {
        let present = self.standard.identity.version;
        let past = self.past.iter().rev().filter(move |(version, _)| **version != present);
        let newer = past.clone().take_while(move |(version, _)| **version > present);
        let older = past.skip_while(move |(version, _)| **version > present);
        newer.map(of).chain([(present, self.standard)]).chain(older.map(of))
    }

    fn has_checker(&self) -> bool {
        self.extras.iter().any(|file| file.path == CHECKER)
    }
}

fn of<'a>((version, standard): (&Version, &'a Standard)) -> (Version, &'a Standard) {
    (*version, standard)
}

/// Every file of the site, sorted by path.
pub fn pages(site: &Site<'_>) -> Vec<Artifact> {
    let mut out = vec![
        Artifact::text("style.css", include_str!("../../../../templates/site/style.css")),
        Artifact::text("icone.svg", include_str!("../../../../templates/site/icone.svg")),
        home::home(site),
        home::columns(site),
        home::lists(site),
        examples::page(site),
        decisions::page(site),
    ];
    let several = [field::pages, vocabulary::pages, rules::pages, versions::pages, kinds::pages];
    out.extend(several.into_iter().chain([search::pages, printing::pages, downloads::pages]).flat_map(|pages| pages(site)));
    out.extend(site.extras.iter().cloned());
    out.sort_by(|a, b| a.path.cmp(&b.path));
    out
}
