//! Which findings a run is about, and so which questions to Halo it can leave out.

/// The findings a run is about.
#[derive(Debug, Clone, Default)]
pub struct Focus {
    /// Ids, or patterns with a `*` at the end; empty for all.
    patterns: Vec<String>,
}

impl Focus {
    /// About all findings.
    pub fn all() -> Self {
        Self::default()
    }

    /// About the findings that any of the patterns names; about all when there is none.
    pub fn on(patterns: Vec<String>) -> Self {
        Self { patterns }
    }

    /// The run is about every finding.
    pub fn is_all(&self) -> bool {
        self.patterns.is_empty()
    }

    /// The run is about the finding with this id.
    pub fn has(&self, id: &str) -> bool {
        self.is_all() || self.patterns.iter().any(|pattern| matches(pattern, id))
    }

    /// Anything beyond the address is asked for.
    pub fn signs_in(&self) -> bool {
        self.is_all() || self.patterns.iter().any(|pattern| pattern != "address")
    }

    /// Any finding whose id begins so is asked for.
    pub fn has_any(&self, prefix: &str) -> bool {
        self.is_all()
            || self
                .patterns
                .iter()
                .any(|pattern| pattern.starts_with(prefix))
    }
}

fn matches(pattern: &str, id: &str) -> bool {
    match pattern.strip_suffix('*') {
        Some(beginning) => id.starts_with(beginning),
        None => pattern == id,
    }
}

#[cfg(test)]
mod tests {
    use super::Focus;

    #[test]
    fn a_pattern_names_a_family_of_findings() {
        let focus = Focus::on(vec!["agent.teams".into(), "permission:*".into()]);
        assert!(focus.has("agent.teams"), "by its id");
        assert!(
            focus.has("permission:tickets-access-level"),
            "by its family"
        );
        assert!(!focus.has("agent.identity"), "a sibling is another finding");
        assert!(focus.has_any("permission:"));
        assert!(!focus.has_any("setting:"));
        assert!(
            Focus::all().has("setting:x"),
            "without patterns everything is meant"
        );
    }
}
