//! Words into Markdown.
//!
//! Templates hold words, Rust holds decisions: a template never computes anything that a test would have to check.
//! They are part of the program, compiled once, strict (an unknown name is an error), and every one of them is
//! rendered by the tests: a failure here is a defect of the program, not of an input.

use std::sync::LazyLock;

use handlebars::{Context, Handlebars, Helper, HelperResult, Output, RenderContext, RenderErrorReason};
use serde::Serialize;

/// The templates, by name: the path below `templates/` without extension.
const TEMPLATES: &[(&str, &str)] = &[
    ("editeur/LISEZMOI", include_str!("../../../templates/editeur/LISEZMOI.md.hbs")),
    ("rust/README", include_str!("../../../templates/rust/README.md.hbs")),
    ("publication/changelog", include_str!("../../../templates/publication/CHANGELOG.md.hbs")),
    ("publication/description", include_str!("../../../templates/publication/description.hbs")),
    ("publication/licence", include_str!("../../../templates/publication/LICENSE.md.hbs")),
    ("publication/readme", include_str!("../../../templates/publication/README.md.hbs")),
];

static MARKDOWN: LazyLock<Handlebars<'static>> = LazyLock::new(|| {
    let mut registry = Handlebars::new();
    registry.set_strict_mode(true);
    registry.set_prevent_indent(true);
    registry.register_escape_fn(prose);
    registry.register_helper("case", Box::new(cell_helper));
    for (name, template) in TEMPLATES {
        registry.register_template_string(name, template).unwrap_or_else(|error| panic!("template {name}: {error}"));
    }
    registry
});

/// Renders a Markdown template.
pub(crate) fn markdown(template: &str, view: &impl Serialize) -> String {
    MARKDOWN.render(template, view).unwrap_or_else(|error| panic!("template {template}: {error}"))
}

/// Prose for Markdown: what would be read as markup, or as a template by the builder of the national pages, is
/// escaped, except inside `` `code` ``.
pub(crate) fn prose(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut code = false;
    let mut before = ' ';
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        // A lone backtick opens nothing.
        code ^= c == '`' && (code || chars.clone().any(|later| later == '`'));
        let inside_word = before.is_alphanumeric() && chars.peek().is_some_and(|next| next.is_alphanumeric());
        match c {
            '<' if !code => out.push_str("&lt;"),
            '>' if !code => out.push_str("&gt;"),
            '*' | '\\' if !code => out.extend(['\\', c]),
            '_' if !code && !inside_word => out.push_str("\\_"),
            '{' if !code && before == '{' => out.push_str(" {"),
            '\n' => out.push(' '),
            c => out.push(c),
        }
        before = c;
    }
    out
}

/// A text to be copied to the letter, as Markdown code.
pub(crate) fn code(text: &str) -> String {
    let text = text.replace('\n', " ");
    // A fence longer than any run of backticks inside.
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or_default();
    let fence = "`".repeat(longest + 1);
    let pad = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    format!("{fence}{pad}{text}{pad}{fence}")
}

/// `{{case texte}}`: prose for a cell of a table, where even code must not hold a bare `|`.
fn cell_helper(
    helper: &Helper<'_>,
    _: &Handlebars<'_>,
    _: &Context,
    _: &mut RenderContext<'_, '_>,
    out: &mut dyn Output,
) -> HelperResult {
    let value = helper.param(0).ok_or(RenderErrorReason::ParamNotFoundForIndex("case", 0))?;
    let text = value.value().as_str().map_or_else(|| value.value().to_string(), str::to_owned);
    out.write(&prose(&text).replace('|', "\\|"))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prose_is_neither_markup_nor_template() {
        assert_eq!(prose("a <b> *c* {{d}} e_f _g"), "a &lt;b&gt; \\*c\\* { {d}} e_f \\_g");
        assert_eq!(prose("le signe `|` et `<x>`"), "le signe `|` et `<x>`");
        assert_eq!(prose("un ` seul <b>"), "un ` seul &lt;b&gt;", "a lone backtick opens no code");
    }

    #[test]
    fn code_keeps_its_text() {
        assert_eq!(code("ORDI 3.0"), "`ORDI 3.0`");
        assert_eq!(code("a`b``c"), "```a`b``c```");
        assert_eq!(code("`"), "`` ` ``");
    }
}
