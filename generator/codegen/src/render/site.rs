//! The templates of the site: pages, and pieces that several pages have.

macro_rules! templates {
    ($($name:literal)*) => {
        /// Each by its name.
        pub(super) const TEMPLATES: &[(&str, &str)] =
            &[$((concat!("site/", $name), include_str!(concat!("../../../../templates/site/", $name, ".hbs")))),*];
    };
}

templates! {
    "accueil"
    "ateliers"
    "champ"
    "changement"
    "colonnes"
    "comparaison"
    "comparer"
    "decisions"
    "difference"
    "differences"
    "exemples"
    "fiches"
    "histoire"
    "imprimer"
    "listes"
    "origine"
    "page"
    "recherche"
    "regle"
    "regles"
    "renvois"
    "telecharger"
    "telecharger-version"
    "verifier"
    "versions"
    "vocabulaire"
}
