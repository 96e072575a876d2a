//! Everything that is asked with the token: first what depends on nothing else, all at once, then
//! the details of what the first round found.
//!
//! Counts come from `record_count`, so the number of requests does not grow with the tenant.

use std::collections::BTreeMap;

use futures::future::join_all;
use halo::{Errand, Resource, Setting};
use setup::facts::{Asked, Facts, Seen, TicketTypeFact};
use setup::permission::Area;
use setup::plan::Plan;

use super::Focus;
use super::facts::{agent, detail, team, ticket_type};
use super::session::Session;

/// Asks for all that needs only the token.
pub(super) async fn first_round(
    session: &Session<'_>,
    errand: &Errand,
    plan: &Plan,
    focus: &Focus,
    facts: &mut Facts,
) {
    let agents = focus.has_any("agent.");
    let types = focus.has_any("ticket-type:");
    let customers = agents || focus.has_any("permission:");
    let departments = agents && plan.departments.is_some();
    let (me, teams, departments, listed_agents, customers, ticket_types, areas, settings) = tokio::join!(
        when(
            agents,
            session.read("probe-me", |halo| async move { halo.me(errand).await })
        ),
        when(
            agents,
            session.read(
                "probe-teams",
                |halo| async move { halo.teams(errand).await }
            )
        ),
        when(
            departments,
            session.read("probe-departments", |halo| async move {
                halo.departments(errand).await
            })
        ),
        when(
            agents,
            session.read(
                "probe-agents",
                |halo| async move { halo.agents(errand).await }
            )
        ),
        when(
            customers,
            session.read("probe-customers", |halo| async move {
                halo.customers(errand).await
            })
        ),
        when(
            types,
            session.read("probe-ticket-types", |halo| async move {
                halo.ticket_types(errand).await
            })
        ),
        areas(session, errand, plan, focus),
        settings(session, errand, plan, focus),
    );
    facts.me = me.map(agent);
    facts.teams = teams.map(|teams| teams.into_iter().filter_map(team).collect());
    facts.departments =
        departments.map(|rows| rows.into_iter().filter_map(|row| row.name).collect());
    // Agent 1 is the pseudo-agent "Unassigned" (confirmed, 2026): seeing it is seeing nobody.
    facts.agents = listed_agents.map(|list| {
        let people = list.rows.iter().filter(|agent| agent.id != 1).count() as u64;
        Seen {
            total: list.total.filter(|total| *total > people),
            rows: people,
        }
    });
    facts.customers = customers.map(|list| Seen {
        total: list.total,
        rows: list.rows.len() as u64,
    });
    facts.ticket_types = ticket_types.map(|types| types.into_iter().map(ticket_type).collect());
    facts.areas = areas;
    facts.settings = settings;
    if let (Asked::Answered(_) | Asked::Refused(_) | Asked::Failed(_), true) = (
        &facts.customers,
        plan.wanted.areas.contains(&Area::Customers),
    ) {
        facts.areas.insert(Area::Customers, facts.customers.clone());
    }
}

/// Asks for the details of the agent and of the ticket types that requirements speak of.
pub(super) async fn second_round(
    session: &Session<'_>,
    errand: &Errand,
    plan: &Plan,
    focus: &Focus,
    facts: &mut Facts,
) {
    let agent_id = facts.me.answer().and_then(|me| me.id);
    let wanted = types_to_read(plan, facts);
    let own = async {
        match agent_id.filter(|_| focus.has_any("agent.")) {
            Some(id) => {
                session
                    .read(
                        "probe-agent",
                        |halo| async move { halo.agent(errand, id).await },
                    )
                    .await
            }
            None => Asked::Not,
        }
    };
    let details = async {
        let reads = wanted.into_iter().map(|id| async move {
            let read = session.read("probe-ticket-type", |halo| async move {
                halo.ticket_type(errand, id).await
            });
            (id, read.await)
        });
        join_all(reads).await
    };
    let (own, details) = tokio::join!(own, details);
    facts.agent = own.map(agent);
    facts.ticket_type_details = details
        .into_iter()
        .map(|(id, answer)| (id, answer.map(detail)))
        .collect();
}

/// Ids of the listed ticket types whose name a requirement or an answer mentions.
fn types_to_read(plan: &Plan, facts: &Facts) -> Vec<i64> {
    let is_wanted = |one: &&TicketTypeFact| {
        plan.wanted
            .ticket_types
            .iter()
            .any(|name| name.trim().eq_ignore_ascii_case(one.name.trim()))
    };
    let listed = facts
        .ticket_types
        .answer()
        .map(Vec::as_slice)
        .unwrap_or_default();
    listed.iter().filter(is_wanted).map(|one| one.id).collect()
}

/// One harmless read per area.
async fn areas(
    session: &Session<'_>,
    errand: &Errand,
    plan: &Plan,
    focus: &Focus,
) -> BTreeMap<Area, Asked<Seen>> {
    // Scopes are judged by areas too, where Halo does not say what it granted.
    let concerns_areas = ["permission:", "scope", "credentials"]
        .iter()
        .any(|family| focus.has_any(family));
    let narrow = focus.has_any("agent.");
    let reads = plan
        .wanted
        .areas
        .iter()
        .filter(|area| **area != Area::Customers)
        .filter(|area| concerns_areas || (narrow && **area == Area::Tickets))
        .map(|area| async move {
            let key = if *area == Area::Tickets {
                "probe-tickets"
            } else {
                "probe-area"
            };
            let look = session
                .read(key, |halo| async move {
                    halo.look(errand, resource(*area)).await
                })
                .await;
            (
                *area,
                look.map(|look| Seen {
                    total: look.total,
                    rows: look.rows as u64,
                }),
            )
        });
    join_all(reads).await.into_iter().collect()
}

async fn settings(
    session: &Session<'_>,
    errand: &Errand,
    plan: &Plan,
    focus: &Focus,
) -> BTreeMap<String, Asked<i64>> {
    let names: Vec<&str> = plan.wanted.settings.iter().map(String::as_str).collect();
    if names.is_empty() || !focus.has_any("setting:") {
        return BTreeMap::new();
    }
    let names = names.as_slice();
    let answer = session
        .read("probe-settings", |halo| async move {
            halo.control(errand, names).await
        })
        .await;
    let value_of = |name: &str| match &answer {
        Asked::Answered(control) => match control.get(name) {
            Some(Setting::Whole(number)) => Asked::Answered(*number),
            _ => Asked::Failed(setup::facts::Failure::NotReadable),
        },
        Asked::Not => Asked::Not,
        Asked::Refused(refusal) => Asked::Refused(*refusal),
        Asked::Failed(failure) => Asked::Failed(*failure),
    };
    names
        .iter()
        .map(|name| ((*name).to_owned(), value_of(name)))
        .collect()
}

/// Asks only where the run is about it.
async fn when<T>(is_asked: bool, asking: impl Future<Output = Asked<T>>) -> Asked<T> {
    if is_asked { asking.await } else { Asked::Not }
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
