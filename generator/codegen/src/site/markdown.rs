//! The pages of rules and of differences, which are Markdown of this program, as HTML.
//!
//! In: CommonMark. Out: HTML whose headings go one level down, since the page has its own title. Markup written in the
//! text is shown, never let through, and links lead to web pages or nowhere.

use pulldown_cmark::{CowStr, Event, HeadingLevel, Parser, Tag, TagEnd, html};

use super::links::web;

/// Renders a text, without its title.
pub(super) fn rendered(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    html::push_html(&mut out, Parser::new(text).map(harmless));
    out
}

fn harmless(event: Event<'_>) -> Event<'_> {
    match event {
        Event::Html(markup) | Event::InlineHtml(markup) => Event::Text(markup),
        Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
            let dest_url = if web(&dest_url).is_some() { dest_url } else { CowStr::Borrowed("#contenu") };
            Event::Start(Tag::Link { link_type, dest_url, title, id })
        }
        // A picture would be fetched from elsewhere: its words are enough.
        Event::Start(Tag::Image { .. }) => Event::Start(Tag::Emphasis),
        Event::End(TagEnd::Image) => Event::End(TagEnd::Emphasis),
        Event::Start(Tag::Heading { level, .. }) => {
            Event::Start(Tag::Heading { level: lower(level), id: None, classes: Vec::new(), attrs: Vec::new() })
        }
        Event::End(TagEnd::Heading(level)) => Event::End(TagEnd::Heading(lower(level))),
        event => event,
    }
}

/// A page has one heading of the first level: its title.
fn lower(level: HeadingLevel) -> HeadingLevel {
    if level == HeadingLevel::H1 { HeadingLevel::H2 } else { level }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_shown_and_links_stay_on_the_web() {
        let html = rendered(
            "## T\n\nx <script>x</script> *a* <b onclick=x>\n\n<div>\n\n[a](javascript:x) [b](https://c.fr) ![d](https://e.fr/f.png)\n\n```yaml\n- <a>\n```",
        );
        for wrong in ["<script", "<b", "<div", "javascript", "<img"] {
            assert!(!html.contains(wrong), "{wrong}: {html}");
        }
        for right in ["<h2>T</h2>", "&lt;script&gt;", "<em>a</em>", "href=\"#contenu\"", "href=\"https://c.fr\"", "- &lt;a&gt;"] {
            assert!(html.contains(right), "{right}: {html}");
        }
    }
}
