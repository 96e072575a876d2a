//! Which facts a plan needs, and no more: each is one request to the customer's Halo.
//!
//! A healthy check stays within 30 requests: at most 3 to find the Halo, the token, the agent
//! twice, teams, departments, agents and ticket types, at most 4 ticket types' details, one for
//! all settings, and the areas. Not here: asking (the prober in the `commands` crate).

use std::collections::BTreeSet;

use crate::permission::{self, Area};
use crate::profile::{Level, ScopeNeed};
use crate::scope;

use super::{Plan, Wanted};

/// Areas that one check opens at most.
const MOST_AREAS: usize = 14;
/// Ticket types whose details one check reads at most.
const MOST_TICKET_TYPES: usize = 4;

/// What to ask Halo for this plan.
pub(super) fn wanted(plan: &Plan) -> Wanted {
    let settings = plan.settings.iter();
    let (areas, scope_areas) = areas(plan);
    Wanted {
        scopes: scopes(plan),
        areas,
        scope_areas,
        settings: settings.filter_map(|need| need.property.clone()).collect(),
        ticket_types: ticket_types(plan),
    }
}

/// The scopes to ask for with the token. A name that Halo does not have is left out, since it
/// makes the whole request fail (confirmed, 2026-05); judging speaks of it all the same.
///
/// Where the guide names more than could be read, it is those of the areas that the permissions
/// speak of as well, and `all`, which Halo narrows to what is ticked (confirmed on one tenant,
/// 2026); where it refuses instead, each is tried alone.
fn scopes(plan: &Plan) -> Vec<String> {
    let asked = plan.scopes.iter().filter(|need| wants(need.level));
    let names = asked.map(|need| scope::normalise(&need.name));
    let beyond = plan.has_more_scopes().then(|| scopes_beyond(plan));
    let names = names.chain(beyond.into_iter().flatten());
    let mut seen = BTreeSet::new();
    names
        .filter(|name| scope::exists(name) && seen.insert(name.clone()))
        .collect()
}

fn scopes_beyond(plan: &Plan) -> Vec<String> {
    let areas = plan.permissions.iter();
    let areas = areas.filter_map(|need| permission::find(&need.name)?.area);
    let areas = [Area::Tickets, Area::Customers].into_iter().chain(areas);
    let names = areas.filter_map(|area| area.scopes().first().copied());
    names.chain(["all"]).map(str::to_owned).collect()
}

/// The areas whose lists show a permission, and always tickets and customers, for what the agent
/// can see; and the further areas that only a scope speaks of. Where there are too many,
/// permissions come before scopes and required before recommended before optional; the rest is
/// for the admin to confirm.
fn areas(plan: &Plan) -> (BTreeSet<Area>, BTreeSet<Area>) {
    let mut areas: BTreeSet<Area> = [Area::Tickets, Area::Customers].into();
    let mut by_permission: Vec<(Level, Area)> = plan
        .permissions
        .iter()
        .filter_map(|need| Some((need.level, permission::find(&need.name)?.area?)))
        // Without a scope for it Halo refuses to show an area, whatever the agent may do.
        .filter(|(_, area)| plan.has_more_scopes() || is_opened(*area, &plan.scopes))
        .collect();
    let mut by_scope: Vec<(Level, Area)> = plan
        .scopes
        .iter()
        .filter(|need| wants(need.level))
        .filter_map(|need| Some((need.level, Area::shown_by(&need.name)?)))
        .collect();
    by_permission.sort_by_key(|(level, _)| *level);
    by_scope.sort_by_key(|(level, _)| *level);
    for (_, area) in by_permission {
        if areas.len() < MOST_AREAS {
            areas.insert(area);
        }
    }
    let mut scope_areas = BTreeSet::new();
    for (_, area) in by_scope {
        if areas.len() + scope_areas.len() < MOST_AREAS && !areas.contains(&area) {
            scope_areas.insert(area);
        }
    }
    (areas, scope_areas)
}

/// A scope that the plan asks for opens the area.
fn is_opened(area: Area, scopes: &[ScopeNeed]) -> bool {
    let asked = scopes.iter().filter(|need| wants(need.level));
    let mut asked = asked.map(|need| scope::normalise(&need.name));
    asked.any(|granted| {
        area.scopes()
            .iter()
            .any(|needed| scope::includes(&granted, needed))
    })
}

/// The names that the admin gave, or those that the guide suggests.
fn ticket_types(plan: &Plan) -> BTreeSet<String> {
    let mut needs: Vec<_> = plan.ticket_types.iter().collect();
    needs.sort_by_key(|need| need.level);
    needs
        .into_iter()
        .take(MOST_TICKET_TYPES)
        .map(|need| {
            let named = plan.answers.ticket_types.get(&need.key);
            named.unwrap_or(&need.suggested_name).clone()
        })
        .collect()
}

fn wants(level: Level) -> bool {
    matches!(level, Level::Required | Level::Recommended)
}
