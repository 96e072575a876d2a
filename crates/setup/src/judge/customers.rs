//! Judges which customers the agent sees: none, only some, or as many as the admin expects.
//!
//! Stands for Halo's "Allow use of all Customers". A restriction never shows as a refusal: Halo
//! answers with a shorter list (reported, 2026). Not here: that the list does not open at all, which
//! is a matter of the access level ([`super::permissions`], [`super::implied`]).

use crate::finding::{Code, Evidence};
use crate::permission::Area;
use crate::profile::{HeldBy, Level, PermissionNeed};
use crate::scope;

use super::look::Look;
use super::places::Place;
use super::suspects::Suspect;
use super::verdict::{About, Verdict};

pub(super) fn judge(look: &Look<'_>) -> Option<Verdict> {
    let need = look.plan.all_customers.as_ref();
    let expected = look.plan.answers.expected_customers;
    if need.is_none() && expected.is_none() && !opens_customers(look) {
        return None;
    }
    let reason = need.and_then(|need| need.reason.as_ref());
    let about = About::new("agent.customers", "about-customers")
        .asking(need.map(|need| if wants_all(need) { "Yes" } else { "No" }))
        .because(reason);
    let held_by = need.map_or(HeldBy::Agent, |need| need.held_by);
    Some(customers(look, &about, need, expected).at(Place::Holder(
        held_by,
        vec!["Permissions", "Client Restrictions"],
    )))
}

/// The product asks for a scope that shows customers, so that seeing none is a fault.
fn opens_customers(look: &Look<'_>) -> bool {
    let asked = look.plan.wanted.scopes.iter();
    let opens = |scope: &str| {
        Area::Customers
            .scopes()
            .iter()
            .any(|needed| scope::includes(scope, needed))
    };
    asked.into_iter().any(|scope| opens(scope))
}

fn customers(
    look: &Look<'_>,
    about: &About,
    need: Option<&PermissionNeed>,
    expected: Option<u64>,
) -> Verdict {
    if let Some(cause) = look.stopped() {
        return about.unknown(cause);
    }
    // A guide that does not speak of it still sends the customers that the agent sees, and no others.
    let level = need.map_or(Level::Recommended, |need| need.level);
    let Some(seen) = look.customers().answer() else {
        return about.unknown(look.cause_of(look.customers()));
    };
    let api = Evidence::Api;
    let count = seen.count();
    if count == 0 {
        let code = Code::NoCustomerVisible;
        let none = about.against(worse(level), code, api, "customers-none");
        return none.suspect(seen_too_few(look, true));
    }
    let restricted_to = look.of_agent(|agent| agent.customers.as_deref());
    let rows = restricted_to.map_or(0, <[String]>::len) as u64;
    let wants_all = need.is_none_or(wants_all);
    if rows > 0 && wants_all {
        return about
            .against(level, Code::Restricted, api, "customers-restricted")
            .count("rows", rows)
            .seen(seen);
    }
    if !wants_all {
        let verdict = if rows > 0 {
            about.passed(api, "customers-restricted-as-wanted")
        } else {
            about.to_confirm("customers-restrict-look")
        };
        return verdict.count("rows", rows).seen(seen);
    }
    match expected {
        // There may be more than came: nothing is proved to be missing.
        Some(expected) if count < expected && seen.exact().is_none() => about
            .to_confirm("customers-fewer-look")
            .count("expected", expected)
            .seen(seen),
        Some(expected) if count < expected => about
            .against(level, Code::FewerThanExpected, api, "customers-fewer")
            .suspect(seen_too_few(look, false))
            .count("expected", expected)
            .seen(seen),
        Some(expected) => about
            .passed(api, "customers-as-expected")
            .count("expected", expected)
            .seen(seen),
        // Empty rows mean no restriction (reported, 2024), and the list is not empty.
        None if restricted_to.is_ok() => about.passed(api, "customers-all").seen(seen),
        None => about.to_confirm("customers-look").seen(seen),
    }
}

/// Why Halo lists fewer customers than there are; it never says so itself.
fn seen_too_few(look: &Look<'_>, none: bool) -> Vec<Suspect> {
    let below = |tab, section| Place::Holder(HeldBy::Agent, vec![tab, section]);
    let restrictions = || below("Permissions", "Client Restrictions");
    let rows = look.of_agent(|agent| agent.customers.as_deref());
    let restricted = rows.is_ok_and(|rows| !rows.is_empty());
    let mut suspects = vec![
        Suspect::new("cause-customers-restricted", 60, restrictions())
            .clue_if(restricted, 90, "clue-customers-restricted")
            .less_if(rows.is_ok_and(<[String]>::is_empty), 40),
        Suspect::new(
            "cause-customers-access-control",
            30,
            Place::Agent(vec!["Access Control"]),
        ),
    ];
    suspects.push(if none {
        Suspect::new(
            "cause-customers-level",
            50,
            below("Permissions", "Feature Access"),
        )
    } else {
        Suspect::new("cause-customers-inactive", 45, Place::Nowhere)
    });
    suspects
}

fn wants_all(need: &PermissionNeed) -> bool {
    let yes = need.value.trim().eq_ignore_ascii_case("yes");
    yes != (need.level == Level::Forbidden)
}

/// No customer at all is trouble even where seeing every one is only advised.
fn worse(level: Level) -> Level {
    match level {
        Level::Recommended => Level::Required,
        level => level,
    }
}
