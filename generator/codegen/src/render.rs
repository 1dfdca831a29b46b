//! Words into Markdown, and into HTML.
//!
//! Templates hold words, Rust holds decisions: a template never computes anything that a test would have to check.
//! They are part of the program, compiled once, strict (an unknown name is an error), and every one of them is
//! rendered by the tests: a failure here is a defect of the program, not of an input.
//!
//! In a template: `{{texte}}` is prose, `{{case texte}}` prose for a cell of a table, `{{valeur texte}}` and
//! `{{valeur_case texte}}` a text to copy to the letter, `{{{texte}}}` Markdown made by this program. The escape function
//! of a registry is for all its templates: each kind of output has its own. In HTML, `{{texte}}` and `{{valeur texte}}`
//! mean the same, and `{{lie texte}}` is prose whose web addresses are links.

mod escape;
mod html;
mod site;

use std::sync::LazyLock;

use handlebars::{Context, Handlebars, Helper, HelperResult, Output, RenderContext, RenderErrorReason};
use serde::Serialize;

use escape::Place;

/// The templates, by name: the path below `templates/` without extension.
const TEMPLATES: &[(&str, &str)] = &[
    ("diff/rapport", include_str!("../../../templates/diff/rapport.hbs")),
    ("depot/CONTRIBUTING", include_str!("../../../templates/depot/CONTRIBUTING.md.hbs")),
    ("depot/LICENCE", include_str!("../../../templates/depot/LICENCE.md.hbs")),
    ("depot/README", include_str!("../../../templates/depot/README.md.hbs")),
    ("editeur/LISEZMOI", include_str!("../../../templates/editeur/LISEZMOI.md.hbs")),
    ("pages/champ", include_str!("../../../templates/pages/champ.hbs")),
    ("pages/cible", include_str!("../../../templates/pages/cible.hbs")),
    ("pages/changement", include_str!("../../../templates/pages/changement.hbs")),
    ("pages/changements", include_str!("../../../templates/pages/changements.hbs")),
    ("pages/decisions", include_str!("../../../templates/pages/decisions.hbs")),
    ("pages/differences", include_str!("../../../templates/pages/differences.hbs")),
    ("pages/formats", include_str!("../../../templates/pages/formats.hbs")),
    ("pages/ecarts", include_str!("../../../templates/pages/ecarts.hbs")),
    ("pages/exemples", include_str!("../../../templates/pages/exemples.hbs")),
    ("pages/index", include_str!("../../../templates/pages/index.hbs")),
    ("pages/migrations", include_str!("../../../templates/pages/migrations.hbs")),
    ("pages/regles", include_str!("../../../templates/pages/regles.hbs")),
    ("pages/vocabulaire", include_str!("../../../templates/pages/vocabulaire.hbs")),
    ("publication/changelog", include_str!("../../../templates/publication/CHANGELOG.md.hbs")),
    ("publication/description", include_str!("../../../templates/publication/description.hbs")),
    ("publication/licence", include_str!("../../../templates/publication/LICENSE.md.hbs")),
    ("publication/readme", include_str!("../../../templates/publication/README.md.hbs")),
    ("python/README", include_str!("../../../templates/python/README.md.hbs")),
    ("rust/README", include_str!("../../../templates/rust/README.md.hbs")),
    ("sql/README", include_str!("../../../templates/sql/README.md.hbs")),
    ("typescript/README", include_str!("../../../templates/typescript/README.md.hbs")),
];

/// The templates of HTML pages.
const PAGES: &[(&str, &str)] = &[("gabarit/fiches", include_str!("../../../templates/gabarit/fiches.hbs"))];

static MARKDOWN: LazyLock<Handlebars<'static>> = LazyLock::new(|| {
    let mut registry = Handlebars::new();
    registry.set_strict_mode(true);
    registry.set_prevent_indent(true);
    registry.register_escape_fn(prose);
    registry.register_helper("case", Box::new(helper(|text| escape::prose(text, Place::Cell))));
    registry.register_helper("valeur", Box::new(helper(|text| escape::code(text, Place::Line))));
    registry.register_helper("valeur_case", Box::new(helper(|text| escape::code(text, Place::Cell))));
    register(&mut registry, TEMPLATES);
    registry
});

static HTML: LazyLock<Handlebars<'static>> = LazyLock::new(|| {
    let mut registry = Handlebars::new();
    registry.set_strict_mode(true);
    registry.set_prevent_indent(true);
    registry.register_escape_fn(html::prose);
    registry.register_helper("valeur", Box::new(helper(html::text)));
    registry.register_helper("lie", Box::new(helper(html::linked)));
    register(&mut registry, PAGES);
    register(&mut registry, site::TEMPLATES);
    registry
});

fn register(registry: &mut Handlebars<'static>, templates: &[(&str, &str)]) {
    for (name, template) in templates {
        registry.register_template_string(name, template).unwrap_or_else(|error| panic!("template {name}: {error}"));
    }
}

/// Renders an HTML page.
pub(crate) fn html(template: &str, view: &impl Serialize) -> String {
    HTML.render(template, view).unwrap_or_else(|error| panic!("template {template}: {error}"))
}

/// A text to copy to the letter, in HTML.
#[cfg(test)]
pub(crate) fn html_text(text: &str) -> String {
    html::text(text)
}

/// Renders a Markdown template.
pub(crate) fn markdown(template: &str, view: &impl Serialize) -> String {
    MARKDOWN.render(template, view).unwrap_or_else(|error| panic!("template {template}: {error}"))
}

/// Prose for Markdown: what would be read as markup is escaped, except `` `code` ``.
pub(crate) fn prose(text: &str) -> String {
    escape::prose(text, Place::Line)
}

/// A text to copy to the letter, for Markdown that a template puts as it is.
pub(crate) fn code(text: &str) -> String {
    escape::code(text, Place::Line)
}

/// The same, for a cell of a table.
pub(crate) fn code_case(text: &str) -> String {
    escape::code(text, Place::Cell)
}

/// A helper of one text.
fn helper(
    show: fn(&str) -> String,
) -> impl Fn(&Helper<'_>, &Handlebars<'_>, &Context, &mut RenderContext<'_, '_>, &mut dyn Output) -> HelperResult {
    move |helper, _, _, _, out| {
        let value = helper.param(0).ok_or(RenderErrorReason::ParamNotFoundForIndex("case", 0))?;
        let text = value.value().as_str().map_or_else(|| value.value().to_string(), str::to_owned);
        Ok(out.write(&show(&text))?)
    }
}
