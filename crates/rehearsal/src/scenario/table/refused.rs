//! What Halo refuses after a good token, all of it or one list, and lists that say less than they
//! seem to.
//!
//! Refusals that follow from how an application or an agent is set up are in
//! [`super::application`] and [`super::agent`].

use super::{Entry, finds, passes};
use crate::{
    Needs,
    faults::{How, Place},
    scenario::change::Change::{Fault, Tenant},
};

const CUSTOMERS: Place = Place::Resource("client");

pub(super) static ENTRIES: [Entry; 10] = [
    finds(
        "api-403-after-token",
        "A token is issued, and Halo refuses everything, even to say who the agent is.",
        ("agent.identity", "failed", "refused"),
        1,
        &[Fault(Place::Api, How::Forbidden)],
    ),
    finds(
        "api-404-after-token",
        "A token is issued, and there is nothing where the API should be.",
        ("address", "failed", "api_not_found"),
        1,
        &[Fault(Place::Api, How::NotFound)],
    ),
    finds(
        "api-401-scopes-not-echoed",
        "Halo does not say which scopes it granted, and refuses everything as if nobody was signed in.",
        ("credentials", "failed", "no_scope_granted"),
        1,
        &[
            Tenant(|state, _| state.variants.scope_is_echoed = false),
            Fault(Place::Api, How::Unauthorised),
        ],
    ),
    finds(
        "customers-refused",
        "The scope for customers is granted, and the list of customers is refused.",
        ("permission:customers-access-level", "failed", "refused"),
        1,
        &[Fault(CUSTOMERS, How::Forbidden)],
    )
    .for_those(|needs| reads_customers(needs) && level_of_customers(needs).is_none()),
    finds(
        "customers-refused-scopes-not-echoed",
        "The list of customers is refused, and Halo does not say which scopes it granted.",
        ("scope:read:customers", "failed", "not_granted"),
        1,
        &[
            Tenant(|state, _| state.variants.scope_is_echoed = false),
            Fault(CUSTOMERS, How::Forbidden),
        ],
    )
    // Who reads users as well sees by them that the scope is there.
    .for_those(|needs| {
        let mut permissions = needs.permissions.iter();
        let reads_users = permissions.any(|(slug, _)| slug == "users-access-level");
        !reads_users && needs.scopes.iter().any(|scope| scope == "read:customers")
    }),
    finds(
        "projects-refused",
        "The scope for projects is granted, and the list of projects is refused.",
        ("scope:*", "failed", "refused"),
        1,
        &[Fault(Place::Resource("projects"), How::Forbidden)],
    )
    .for_those(|needs| {
        let mut scopes = needs.scopes.iter();
        scopes.any(|scope| matches!(scope.as_str(), "read:projects" | "edit:projects"))
    }),
    finds(
        "customers-not-there",
        "There is nothing where the list of customers should be; everything else works.",
        ("agent.customers", "unknown", "not_readable"),
        0,
        &[Fault(CUSTOMERS, How::NotFound)],
    )
    .for_those(super::needs_all_customers),
    finds(
        "count-with-empty-list",
        "The list of customers counts five and shows none.",
        ("agent.customers", "unknown", "not_readable"),
        0,
        &[Fault(
            CUSTOMERS,
            How::Json("{\"record_count\": 5, \"clients\": []}"),
        )],
    )
    .for_those(super::needs_all_customers),
    finds(
        "count-with-empty-list-of-tickets",
        "The list of tickets counts five and shows none.",
        ("permission:tickets-access-level", "unknown", "not_readable"),
        0,
        &[Fault(
            Place::Resource("tickets"),
            How::Json("{\"record_count\": 5, \"tickets\": []}"),
        )],
    ),
    passes(
        "count-of-page-alone",
        "Every list counts the rows of its page alone, so that nobody knows how many there are.",
        &[Tenant(|state, _| state.counts_page_alone = true)],
    ),
];

fn reads_customers(needs: &Needs) -> bool {
    let opens = ["read:customers", "edit:customers", "all:standard", "all"];
    let mut scopes = needs.scopes.iter();
    scopes.any(|scope| opens.contains(&scope.as_str()))
}

fn level_of_customers(needs: &Needs) -> Option<&str> {
    let mut permissions = needs.permissions.iter();
    let found = permissions.find(|(slug, _)| slug == "customers-access-level");
    found.map(|(_, value)| value.as_str())
}
