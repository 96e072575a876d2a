//! What Halo uses a ticket type for, in the several words there are for it.

/// Words for the same "Use". Halo's own values are not known for certain (the short forms are
/// those of its `domain` parameter), so any other value proves nothing.
const USES: &[&[&str]] = &[
    &["tickets", "ticket", "reqs"],
    &["projects", "project", "prjs"],
    &["opportunities", "opportunity", "opps"],
    &["contracts", "contract"],
];

/// Whether a ticket type of the use `is` may be what is `wanted`: only a known other use says no.
pub fn same(wanted: &str, is: &str) -> bool {
    match (use_of(wanted), use_of(is)) {
        (Some(wanted), Some(is)) => wanted == is,
        _ => true,
    }
}

/// Which use a word stands for, where it is a known one.
pub(crate) fn use_of(value: &str) -> Option<usize> {
    let value = value.trim().to_lowercase();
    USES.iter()
        .position(|words| words.contains(&value.as_str()))
}

#[cfg(test)]
mod tests {
    use super::same;

    #[test]
    fn only_a_known_other_use_says_no() {
        assert!(same("Projects", "prjs"));
        assert!(same("Projects", "something new"));
        assert!(!same("Projects", "ticket"));
    }
}
