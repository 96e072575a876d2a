//! The frame of every printable page: a title, a style, nothing that runs and nothing loaded.
//!
//! Called by the report's page and by the printed list. Not here: what stands in them.

use maud::{DOCTYPE, Markup, PreEscaped, html};

/// Nothing is loaded and nothing runs, whatever a text should manage to say.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";

/// A whole document with `title` as its title and its heading, and `content` below.
pub(super) fn document(title: &str, style: &str, content: &Markup) -> String {
    let markup = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                title { (title) }
                style { (PreEscaped(style)) }
            }
            body {
                h1 { (title) }
                (content)
            }
        }
    };
    markup.into_string()
}
