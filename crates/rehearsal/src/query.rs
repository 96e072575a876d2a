//! Query parameters, as loosely as Halo reads them: names in any case, unknown ones ignored
//! (confirmed 2026).
//!
//! Not here: what each list does with them.

use url::form_urlencoded;

/// The query of a request, or the fields of a form.
#[derive(Debug, Clone, Default)]
pub(crate) struct Query(Vec<(String, String)>);

impl Query {
    /// Reads `a=b&c=d`.
    pub(crate) fn parse(text: &[u8]) -> Self {
        Self(
            form_urlencoded::parse(text)
                .map(|(name, value)| (name.to_lowercase(), value.into_owned()))
                .collect(),
        )
    }

    /// The last value given for a name; none when empty.
    pub(crate) fn text(&self, name: &str) -> Option<&str> {
        self.0
            .iter()
            .rev()
            .find(|(given, _)| given == name)
            .map(|(_, value)| value.trim())
            .filter(|value| !value.is_empty())
    }

    /// Whether a switch is on.
    pub(crate) fn is_on(&self, name: &str) -> bool {
        self.switch(name) == Some(true)
    }

    /// A switch, where given.
    pub(crate) fn switch(&self, name: &str) -> Option<bool> {
        match self.text(name)?.to_lowercase().as_str() {
            "true" | "1" | "yes" => Some(true),
            "false" | "0" | "no" => Some(false),
            _ => None,
        }
    }

    /// A number, where given. `95.0` counts, as Halo's own ids are written so.
    pub(crate) fn number(&self, name: &str) -> Option<i64> {
        let text = self.text(name)?;
        text.strip_suffix(".0").unwrap_or(text).parse().ok()
    }

    /// A list of numbers: `1,2` or `[1,2]`.
    pub(crate) fn numbers(&self, name: &str) -> Option<Vec<i64>> {
        let text = self
            .text(name)?
            .trim_start_matches('[')
            .trim_end_matches(']');
        Some(
            text.split(',')
                .filter_map(|part| part.trim().parse().ok())
                .collect(),
        )
    }

    /// Text to look for, in lower case.
    pub(crate) fn search(&self) -> Option<String> {
        self.text("search").map(str::to_lowercase)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_in_any_case_and_values_loosely() {
        let query = Query::parse(b"Page_Size=7&PAGEINATE=True&client_id=95.0&ids=[1, 2]&empty=");
        assert_eq!(query.number("page_size"), Some(7));
        assert!(query.is_on("pageinate"));
        assert_eq!(query.number("client_id"), Some(95));
        assert_eq!(query.numbers("ids"), Some(vec![1, 2]));
        assert_eq!(query.text("empty"), None);
    }
}
