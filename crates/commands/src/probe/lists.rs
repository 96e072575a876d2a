//! Everything that is asked with the token: first what depends on nothing else, all at once, then
//! the details of what the first round found.
//!
//! Counts come from `record_count`, so the number of requests does not grow with the tenant.

use std::collections::BTreeMap;

use futures::future::join_all;
use halo::{Errand, Halo, HaloError, Resource, Setting};
use setup::facts::{Asked, Facts, Seen, TicketTypeFact};
use setup::permission::Area;
use setup::plan::Plan;

use super::facts::{agent, detail, team, ticket_type};
use super::{Focus, Looks, asked};

/// Asks for all that needs only the token.
pub(super) async fn first_round(
    halo: &Halo,
    errand: &Errand,
    plan: &Plan,
    focus: &Focus,
    looks: &Looks,
    facts: &mut Facts,
) {
    let agents = focus.has_any("agent.");
    let types = focus.has_any("ticket-type:");
    let areas = areas(halo, errand, plan, focus, looks);
    let (me, teams, departments, listed_agents, customers, ticket_types, areas, settings) = tokio::join!(
        when(agents, looks.look("probe-me", halo.me(errand))),
        when(agents, looks.look("probe-teams", halo.teams(errand))),
        when(agents && plan.departments.is_some(), looks.look("probe-departments", halo.departments(errand))),
        when(agents, looks.look("probe-agents", halo.agents(errand))),
        when(agents || focus.has_any("permission:"), looks.look("probe-customers", halo.customers(errand))),
        when(types || focus.is_all(), looks.look("probe-ticket-types", halo.ticket_types(errand))),
        areas,
        settings(halo, errand, plan, focus, looks),
    );
    facts.me = me.map(agent);
    facts.teams = teams.map(|teams| teams.into_iter().filter_map(team).collect());
    facts.departments =
        departments.map(|rows| rows.into_iter().filter_map(|row| row.name).collect());
    // Agent 1 is the pseudo-agent "Unassigned" (confirmed, 2026): seeing it is seeing nobody.
    facts.agents = listed_agents.map(|list| {
        let people = list.rows.iter().filter(|agent| agent.id != 1).count() as u64;
        Seen { total: list.total.filter(|total| *total > people), rows: people }
    });
    facts.customers = customers.map(|list| Seen { total: list.total, rows: list.rows.len() as u64 });
    facts.ticket_types = ticket_types.map(|types| types.into_iter().map(ticket_type).collect());
    facts.areas = areas;
    facts.settings = settings;
    if let (Asked::Answered(_) | Asked::Refused(_) | Asked::Failed(_), true) =
        (&facts.customers, plan.wanted.areas.contains(&Area::Customers))
    {
        facts.areas.insert(Area::Customers, facts.customers.clone());
    }
}

/// Asks for the details of the agent and of the ticket types that requirements speak of.
pub(super) async fn second_round(
    halo: &Halo,
    errand: &Errand,
    plan: &Plan,
    focus: &Focus,
    looks: &Looks,
    facts: &mut Facts,
) {
    let agent_id = facts.me.answer().and_then(|me| me.id);
    let wanted = types_to_read(plan, facts);
    let own = async {
        match agent_id.filter(|_| focus.has_any("agent.")) {
            Some(id) => asked(looks.look("probe-agent", halo.agent(errand, id)).await),
            None => Asked::Not,
        }
    };
    let details = async {
        let reads = wanted.into_iter().map(|id| async move {
            (id, asked(looks.look("probe-ticket-type", halo.ticket_type(errand, id)).await))
        });
        join_all(reads).await
    };
    let (own, details) = tokio::join!(own, details);
    facts.agent = own.map(agent);
    facts.ticket_type_details =
        details.into_iter().map(|(id, answer)| (id, answer.map(detail))).collect();
}

/// Ids of the listed ticket types whose name a requirement or an answer mentions.
fn types_to_read(plan: &Plan, facts: &Facts) -> Vec<i64> {
    let is_wanted = |one: &&TicketTypeFact| {
        plan.wanted.ticket_types.iter().any(|name| name.trim().eq_ignore_ascii_case(one.name.trim()))
    };
    let listed = facts.ticket_types.answer().map(Vec::as_slice).unwrap_or_default();
    listed.iter().filter(is_wanted).map(|one| one.id).collect()
}

/// One harmless read per area.
async fn areas(
    halo: &Halo,
    errand: &Errand,
    plan: &Plan,
    focus: &Focus,
    looks: &Looks,
) -> BTreeMap<Area, Asked<Seen>> {
    // Scopes are judged by areas too, where Halo does not say what it granted.
    let concerns_areas = ["permission:", "scope", "credentials"].iter().any(|family| focus.has_any(family));
    let narrow = focus.has_any("agent.");
    let reads = plan
        .wanted
        .areas
        .iter()
        .filter(|area| **area != Area::Customers)
        .filter(|area| concerns_areas || (narrow && **area == Area::Tickets))
        .map(|area| async move {
            let key = if *area == Area::Tickets { "probe-tickets" } else { "probe-area" };
            let look = looks.look(key, halo.look(errand, resource(*area))).await;
            let seen = asked(look).map(|look| Seen { total: look.total, rows: look.rows as u64 });
            (*area, seen)
        });
    join_all(reads).await.into_iter().collect()
}

async fn settings(
    halo: &Halo,
    errand: &Errand,
    plan: &Plan,
    focus: &Focus,
    looks: &Looks,
) -> BTreeMap<String, Asked<i64>> {
    let names: Vec<&str> = plan.wanted.settings.iter().map(String::as_str).collect();
    if names.is_empty() || !focus.has_any("setting:") {
        return BTreeMap::new();
    }
    let answer = asked(looks.look("probe-settings", halo.control(errand, &names)).await);
    let value_of = |name: &str| match &answer {
        Asked::Answered(control) => match control.get(name) {
            Some(Setting::Number(number)) if number.fract() == 0.0 => Asked::Answered(*number as i64),
            _ => Asked::Failed(setup::facts::Failure::NotReadable),
        },
        Asked::Not => Asked::Not,
        Asked::Refused(refusal) => Asked::Refused(*refusal),
        Asked::Failed(failure) => Asked::Failed(*failure),
    };
    names.into_iter().map(|name| (name.to_owned(), value_of(name))).collect()
}

/// Asks only where the run is about it.
async fn when<T>(
    is_asked: bool,
    asking: impl Future<Output = Result<T, HaloError>>,
) -> Asked<T> {
    if is_asked { asked(asking.await) } else { Asked::Not }
}

/// The list that opens an area.
fn resource(area: Area) -> Resource {
    match area {
        Area::Tickets => Resource::Tickets,
        Area::Customers => Resource::Customers,
        Area::Sites => Resource::Sites,
        Area::Users => Resource::Users,
        Area::Assets => Resource::Assets,
        Area::Items => Resource::Items,
        Area::Projects => Resource::Projects,
        Area::Opportunities => Resource::Opportunities,
        Area::Quotations => Resource::Quotations,
        Area::SalesOrders => Resource::SalesOrders,
        Area::PurchaseOrders => Resource::PurchaseOrders,
        Area::Invoices => Resource::Invoices,
        Area::Contracts => Resource::Contracts,
        Area::Suppliers => Resource::Suppliers,
        Area::SupplierContracts => Resource::SupplierContracts,
        Area::KnowledgeBase => Resource::KnowledgeBase,
        Area::Reports => Resource::Reports,
        Area::Timesheets => Resource::Timesheets,
        Area::Appointments => Resource::Appointments,
        Area::SoftwareLicences => Resource::Software,
        Area::Crm => Resource::Crm,
    }
}
