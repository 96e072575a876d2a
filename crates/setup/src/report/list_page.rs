//! A list as one printable page, in the manner of the report.

use maud::html;

use super::document::document;

const STYLE: &str = "
:root { color-scheme: light dark; }
body { font: 15px/1.4 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: start; padding: .3rem .5rem; border-bottom: 1px solid; overflow-wrap: anywhere; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
";

/// The page: a title, and one row for each of `rows` below the header.
pub fn list_page<const COLUMNS: usize>(
    title: &str,
    header: &[String; COLUMNS],
    rows: &[[String; COLUMNS]],
) -> String {
    let content = html! {
        table {
            thead { tr { @for name in header { th scope="col" { (name) } } } }
            tbody { @for row in rows { tr { @for cell in row { td { (cell) } } } } }
        }
    };
    document(title, STYLE, &content)
}

#[cfg(test)]
mod tests {
    use super::list_page;

    #[test]
    fn names_are_text_whatever_they_say() {
        let page = list_page(
            "Mapping",
            &["Customer".to_owned()],
            &[["<script>alert(1)</script>".to_owned()]],
        );
        assert!(page.contains("&lt;script&gt;"));
        assert!(!page.contains("<script"));
    }
}
