//! Everything that is asked with the token, all at once; details follow as soon as what they are
//! details of has come.
//!
//! Counts come from `record_count`, so the number of requests does not grow with the tenant.

use std::collections::BTreeMap;

use futures::future::join_all;
use halo::{Agent, Errand, Listing, Resource, Setting};
use setup::facts::{AgentFact, Asked, Facts, Seen, TicketTypeFact};
use setup::permission::Area;
use setup::plan::Plan;

use super::Focus;
use super::facts::{agent, detail, team, ticket_type};
use super::session::Session;

/// Asks for all that needs the token, each as early as what it depends on allows.
pub(super) async fn ask(
    session: &Session<'_>,
    errand: &Errand,
    plan: &Plan,
    focus: &Focus,
    facts: &mut Facts,
) {
    // Permissions that are restrictions show in the agent's own details and in what it is shown.
    let permissions = focus.has_any("permission:");
    let agents = focus.has_any("agent.") || permissions;
    let customers = agents || focus.has_any("scope");
    // What others wait for comes first: requests are sent in this order.
    let (
        (me, own),
        (ticket_types, details),
        teams,
        customers,
        listed_agents,
        departments,
        settings,
        areas,
    ) = tokio::join!(
        identity(session, errand, agents),
        types(session, errand, plan, focus),
        when(
            agents,
            session.read(
                "probe-teams",
                |halo| async move { halo.teams(errand).await }
            )
        ),
        when(
            customers,
            session.read("probe-customers", |halo| async move {
                halo.customers(errand).await
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
            agents
                && plan
                    .departments
                    .as_ref()
                    .is_some_and(|need| !need.names.is_empty()),
            session.read("probe-departments", |halo| async move {
                halo.departments(errand).await
            })
        ),
        settings(session, errand, plan, focus),
        areas(session, errand, plan, focus),
    );
    facts.me = me;
    facts.agent = own;
    facts.ticket_types = ticket_types;
    facts.ticket_type_details = details;
    facts.teams = teams.map(|teams| teams.into_iter().filter_map(team).collect());
    facts.departments =
        departments.map(|rows| rows.into_iter().filter_map(|row| row.name).collect());
    facts.agent_names = first_names(listed_agents.answer(), |agent| {
        agent.name.as_ref().filter(|_| agent.id != NOBODY)
    });
    facts.agents = listed_agents.map(|list| people(&list));
    facts.customer_names = first_names(customers.answer(), |customer| customer.name.as_ref());
    facts.customers =
        customers.map(|list| Seen::on_page(list.total, list.rows.len() as u64, halo::PAGE as u64));
    (facts.areas, facts.details) = areas;
    facts.settings = settings;
    if !matches!(facts.customers, Asked::Not) {
        facts.areas.insert(Area::Customers, facts.customers.clone());
    }
}

/// The pseudo-agent "Unassigned" (confirmed, 2026): seeing it is seeing nobody.
const NOBODY: i64 = 1;

/// Names that are kept of a list: enough to tell whose it is.
const NAMES_KEPT: usize = 20;

fn first_names<T>(list: Option<&Listing<T>>, name: impl Fn(&T) -> Option<&String>) -> Vec<String> {
    let rows = list.into_iter().flat_map(|list| &list.rows);
    rows.filter_map(name).take(NAMES_KEPT).cloned().collect()
}

fn people(list: &Listing<Agent>) -> Seen {
    let rows = list.rows.len() as u64;
    let nobody = list.rows.iter().filter(|agent| agent.id == NOBODY).count() as u64;
    let all = Seen::unpaged(list.total, rows);
    Seen {
        total: all.total.map(|total| total - nobody),
        rows: rows - nobody,
    }
}

/// The agent the token stands for, then the same agent with its memberships.
async fn identity(
    session: &Session<'_>,
    errand: &Errand,
    is_asked: bool,
) -> (Asked<AgentFact>, Asked<AgentFact>) {
    let me = session.read("probe-me", |halo| async move { halo.me(errand).await });
    let me = when(is_asked, me).await.map(agent);
    let own = match me.answer().and_then(|me| me.id) {
        Some(id) => {
            session
                .read(
                    "probe-agent",
                    |halo| async move { halo.agent(errand, id).await },
                )
                .await
        }
        None => Asked::Not,
    };
    (me, own.map(agent))
}

/// The ticket types, then the fields of those that requirements speak of.
async fn types(
    session: &Session<'_>,
    errand: &Errand,
    plan: &Plan,
    focus: &Focus,
) -> (
    Asked<Vec<TicketTypeFact>>,
    BTreeMap<i64, Asked<TicketTypeFact>>,
) {
    let list = session.read("probe-ticket-types", |halo| async move {
        halo.ticket_types(errand).await
    });
    let is_asked = focus.has_any("ticket-type:") || focus.has_any("permission:");
    let list: Asked<Vec<_>> = when(is_asked, list)
        .await
        .map(|types| types.into_iter().map(ticket_type).collect());
    let reads = types_to_read(plan, &list).into_iter().map(|id| async move {
        let read = session.read("probe-ticket-type", |halo| async move {
            halo.ticket_type(errand, id).await
        });
        (id, read.await.map(detail))
    });
    let details = join_all(reads).await.into_iter().collect();
    (list, details)
}

/// More ticket types than this are not read one by one, however many go by a wanted name.
const MOST_DETAILS: usize = 20;

/// Ids of the listed ticket types whose name a requirement or an answer mentions.
fn types_to_read(plan: &Plan, listed: &Asked<Vec<TicketTypeFact>>) -> Vec<i64> {
    let is_wanted = |one: &&TicketTypeFact| {
        plan.wanted
            .ticket_types
            .iter()
            .any(|name| name.trim().eq_ignore_ascii_case(one.name.trim()))
    };
    let listed = listed.answer().map(Vec::as_slice).unwrap_or_default();
    let ids = listed.iter().filter(is_wanted).map(|one| one.id);
    ids.take(MOST_DETAILS).collect()
}

/// Areas whose list opens for everybody, so that an entry is opened as well.
const OPENED_BY_ENTRY: [Area; 1] = [Area::Contracts];

type Areas = (BTreeMap<Area, Asked<Seen>>, BTreeMap<Area, Asked<()>>);

/// One harmless read per area, those that only scopes speak of among them: a token is not access.
async fn areas(session: &Session<'_>, errand: &Errand, plan: &Plan, focus: &Focus) -> Areas {
    let by_permission = focus.has_any("permission:") || focus.has_any("scope");
    let by_agent = focus.has_any("agent.");
    let for_permissions = plan.wanted.areas.iter().filter(|area| {
        // Customers are read in any case, by a list of their own.
        **area != Area::Customers && (by_permission || (by_agent && **area == Area::Tickets))
    });
    let for_scopes = plan.wanted.scope_areas.iter().filter(|_| by_permission);
    let reads = for_permissions.chain(for_scopes).map(|area| async move {
        let (seen, entry) = area_of(session, errand, *area).await;
        (*area, seen, entry)
    });
    let mut areas = Areas::default();
    for (area, seen, entry) in join_all(reads).await {
        areas.0.insert(area, seen);
        areas.1.extend(entry.map(|entry| (area, entry)));
    }
    areas
}

async fn area_of(
    session: &Session<'_>,
    errand: &Errand,
    area: Area,
) -> (Asked<Seen>, Option<Asked<()>>) {
    let key = if area == Area::Tickets {
        "probe-tickets"
    } else {
        "probe-area"
    };
    let resource = resource(area);
    // One row is asked for, to see whether the list opens.
    let seen = |look: halo::Look| Seen::on_page(look.total, look.rows as u64, 1);
    if !OPENED_BY_ENTRY.contains(&area) {
        let look = session.read(key, |halo| async move { halo.look(errand, resource).await });
        return (look.await.map(seen), None);
    }
    let first = session
        .read(key, |halo| async move {
            halo.look_for_one(errand, resource).await
        })
        .await;
    let entry = match first.answer() {
        Some((_, Some(id))) => {
            let id = *id;
            let entry = session.read(
                key,
                |halo| async move { halo.open(errand, resource, id).await },
            );
            Some(entry.await)
        }
        _ => None,
    };
    (first.map(|(look, _)| seen(look)), entry)
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
