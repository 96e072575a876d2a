//! The first page: what is needed, made and never done.

use setup::plan::overview::overview;
use setup::profile::{Completeness, built_in};

use super::invented::everything;

#[test]
fn it_says_what_is_needed_on_each_side() {
    let first = overview(&everything());
    assert_eq!(first.halo_needs, ["You are a HaloPSA administrator."]);
    assert_eq!(first.vendor_needs, ["You are an owner in Beacon."]);
    assert_eq!(first.minutes, 20);
    assert_eq!(first.notes, 2);
    assert!(first.several_connections.is_some());
    assert_eq!(first.partial, None);
}

#[test]
fn it_names_everything_that_will_be_made_or_changed() {
    let creates = overview(&everything()).creates;
    for name in [
        "Beacon role",
        "Beacon agent",
        "Beacon application with 4 scopes",
        "Beacon ticket type",
        "Next Ticket ID Calculation Method becomes Auto-incrementing key",
    ] {
        assert!(
            creates.iter().any(|line| line.contains(name)),
            "{name}: {creates:?}"
        );
    }
}

#[test]
fn a_forbidden_scope_is_not_counted() {
    let mut profile = everything();
    profile
        .scopes
        .retain(|need| need.name == "all" || need.name == "read:tickets");
    let creates = overview(&profile).creates;
    assert!(
        creates.iter().any(|line| line.contains("with one scope")),
        "{creates:?}"
    );
}

#[test]
fn a_guide_read_in_part_says_so() {
    let mut profile = everything();
    profile.completeness = Completeness::Partial;
    profile.several_connections = false;
    let first = overview(&profile);
    assert!(first.partial.is_some());
    assert_eq!(first.several_connections, None);
}

#[test]
fn built_in_products_say_where_they_come_from_and_when() {
    for profile in built_in::all() {
        let first = overview(profile);
        assert!(!first.sources.is_empty(), "{}", first.id);
        for source in &first.sources {
            assert!(
                source.date.is_some(),
                "{}: {} has no date",
                first.id,
                source.title
            );
        }
        assert!(!first.creates.is_empty() && !first.never.is_empty());
        assert!(!first.halo_needs.is_empty(), "{}", first.id);
    }
}
