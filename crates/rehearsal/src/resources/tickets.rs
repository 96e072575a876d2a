//! `/Tickets`, `/Projects` and `/Opportunities`: lists and single tickets.
//!
//! Tickets of departments in which the agent is less than "View All" are left out silently, and by
//! number they are not found (confirmed 2026). Not here: writing ([`super::new_tickets`]).

use serde_json::{Value, json};

use super::{Call, Verb, customers::object, new_tickets};
use crate::{
    generate::{
        contacts, customers as made, minutes_ago,
        tickets::{COUNT, Sizes, Ticket, position, ticket},
        words::SUMMARIES,
    },
    list::{Envelope, List, id_of},
    people::{PEOPLE, STATUSES, TEAMS, TICKET_TYPES},
    reply::Reply,
    rights::{Level, Wish},
    state::TicketType,
};

/// `/Tickets`
pub(super) fn tickets(call: &Call<'_>) -> Reply {
    answer(call, "tickets", |_| true)
}

/// `/Projects`: the same rows, those of types used for projects.
pub(super) fn projects(call: &Call<'_>) -> Reply {
    answer(call, call.state.variants.projects_key, |type_| {
        type_.use_.eq_ignore_ascii_case("Projects")
    })
}

/// `/Opportunities`
pub(super) fn opportunities(call: &Call<'_>) -> Reply {
    answer(call, "opportunities", |type_| {
        type_.use_.eq_ignore_ascii_case("Opportunities")
    })
}

fn answer(call: &Call<'_>, key: &'static str, of: fn(&TicketType) -> bool) -> Reply {
    match (call.verb, call.rest.first()) {
        (Verb::Get, Some(&"object" | &"view" | &"zapier")) => Reply::ok(json!([])),
        (Verb::Get, _) => list(call, key, of).read(call),
        (Verb::Post, _) => new_tickets::post(call, &list(call, key, of)),
        (Verb::Delete, _) => new_tickets::delete(call, &list(call, key, of)),
    }
}

/// The ticket with this number as it stands, where this agent sees it.
pub(super) fn seen(call: &Call<'_>, id: i64) -> Option<Value> {
    list(call, "tickets", |_| true).one(call, id)
}

fn sizes(call: &Call<'_>) -> Sizes {
    Sizes {
        customers: call.state.customers,
        teams: TEAMS.len(),
        ticket_types: TICKET_TYPES.len(),
        open_statuses: STATUSES.len() - 1,
    }
}

fn list<'a>(call: &'a Call<'a>, key: &'static str, of: fn(&TicketType) -> bool) -> List<'a> {
    let sizes = sizes(call);
    let filter = Filter::of(call);
    // Newest first, as Halo shows them.
    let found: Vec<Ticket> = if call.state.customers == 0 {
        Vec::new()
    } else {
        (0..COUNT)
            .rev()
            .map(|position| ticket(position, sizes))
            .filter(|ticket| of(&call.state.ticket_types[ticket.type_]))
            .filter(|ticket| sees(call, ticket) && filter.keeps(call, ticket))
            .collect()
    };
    let all_new = new_tickets::seen(call);
    let new: Vec<Value> = all_new
        .iter()
        .filter(|row| {
            let mut types = call.state.ticket_types.iter();
            types.any(|type_| row["tickettype_id"] == type_.id && of(type_))
        })
        .filter(|row| filter.keeps_new(row))
        .cloned()
        .collect();
    let ids = new.iter().filter_map(id_of);
    let for_id: Vec<i64> = ids.chain(found.iter().map(|ticket| ticket.id)).collect();
    List {
        kind: "ticket",
        envelope: Envelope::Keyed(key),
        total: for_id.len(),
        id: Box::new(move |index| for_id[index]),
        row: Box::new(move |index| match new.get(index) {
            Some(row) => row.clone(),
            None => row(call, &found[index - new.len()]),
        }),
        record: Box::new(move |id| {
            let born = || {
                let ticket = ticket(position(id)?, sizes);
                let is_seen = call.state.customers > 0 && sees(call, &ticket);
                is_seen.then(|| {
                    let mut fields = object(row(call, &ticket));
                    fields.insert("details".to_owned(), json!("Reported by telephone."));
                    fields
                })
            };
            let new = all_new.iter().find(|row| id_of(row) == Some(id));
            let mut fields = new.cloned().map(object).or_else(born)?;
            let may_change = call.agent.level("tickets-access-level") == Level::Modify
                && call.may("tickets", Wish::Write);
            fields.insert("_canupdate".to_owned(), json!(may_change));
            Some(call.detailed("ticket", Value::Object(fields)))
        }),
    }
}

/// Whether the agent sees a ticket at all.
fn sees(call: &Call<'_>, ticket: &Ticket) -> bool {
    let agent = call.agent;
    if agent.is_administrator {
        return true;
    }
    let (team, _, department) = TEAMS[ticket.team];
    let is_view_all = agent
        .departments
        .iter()
        .any(|(id, level)| *id == department && *level >= 1);
    let is_in_department = agent.departments.iter().any(|(id, _)| *id == department);
    // Both ticks beside a team are about tickets that are not the agent's own.
    let in_team = agent.sees_all_of_its_teams && agent.teams.contains(&team);
    let seen_by_membership = is_view_all
        || (in_team && (ticket.is_unassigned || (!is_in_department && sees_others(call))));
    seen_by_membership
        && agent.sees_customer(made::id(ticket.customer))
        && agent.sees_ticket_type(TICKET_TYPES[ticket.type_].0)
}

fn sees_others(call: &Call<'_>) -> bool {
    let slug = "can-view-tickets-that-are-assigned-to-other-agents";
    // Not saying anything leaves the team's own setting, which is on here.
    !call.agent.permissions.contains_key(slug) || call.agent.level(slug) == Level::Modify
}

/// The documented filters that this tenant honours; all others are ignored, as Halo does with
/// those it does not know.
struct Filter {
    customer: Option<i64>,
    types: Option<Vec<i64>>,
    statuses: Option<Vec<i64>>,
    search: Option<String>,
    open_only: bool,
    closed_only: bool,
}

impl Filter {
    fn of(call: &Call<'_>) -> Self {
        let query = &call.query;
        Self {
            customer: query.number("client_id"),
            types: query
                .numbers("requesttype")
                .or_else(|| query.numbers("requesttype_id")),
            statuses: query
                .numbers("status")
                .or_else(|| query.numbers("status_id")),
            search: query.search(),
            open_only: query.is_on("open_only"),
            closed_only: query.is_on("closed_only"),
        }
    }

    fn keeps(&self, call: &Call<'_>, ticket: &Ticket) -> bool {
        let (status, ..) = STATUSES[ticket.status];
        let allowed = |wanted: &Option<Vec<i64>>, id: i64| {
            wanted.as_ref().is_none_or(|wanted| wanted.contains(&id))
        };
        self.customer
            .is_none_or(|id| id == made::id(ticket.customer))
            && allowed(&self.types, call.state.ticket_types[ticket.type_].id)
            && allowed(&self.statuses, status)
            && (!self.open_only || status != 9)
            && (!self.closed_only || status == 9)
            && self.search.as_ref().is_none_or(|search| {
                summary(ticket).to_lowercase().contains(search) || ticket.id.to_string() == *search
            })
    }

    /// The same for a ticket that was written.
    fn keeps_new(&self, row: &Value) -> bool {
        let number = |field: &str| row[field].as_i64().unwrap_or_default();
        let allowed = |wanted: &Option<Vec<i64>>, field: &str| {
            let wanted = wanted.as_ref();
            wanted.is_none_or(|wanted| wanted.contains(&number(field)))
        };
        let is_closed = number("status_id") == 9;
        self.customer.is_none_or(|id| id == number("client_id"))
            && allowed(&self.types, "tickettype_id")
            && allowed(&self.statuses, "status_id")
            && (!self.open_only || !is_closed)
            && (!self.closed_only || is_closed)
            && self.search.as_ref().is_none_or(|search| {
                let summary = row["summary"].as_str().unwrap_or_default();
                summary.to_lowercase().contains(search) || number("id").to_string() == *search
            })
    }
}

fn summary(ticket: &Ticket) -> &'static str {
    SUMMARIES[(ticket.position * 7 + ticket.customer) % SUMMARIES.len()]
}

fn row(call: &Call<'_>, ticket: &Ticket) -> Value {
    let customer = made::customer(ticket.customer);
    let contact =
        contacts::contact(ticket.customer * contacts::PER_CUSTOMER + 1 + ticket.position % 3);
    let type_ = &call.state.ticket_types[ticket.type_];
    let (status_id, status_name, ..) = STATUSES[ticket.status];
    let worker = if ticket.is_unassigned {
        &PEOPLE[0]
    } else {
        &PEOPLE[1 + ticket.position % 12]
    };
    json!({
        "id": ticket.id,
        "dateoccurred": minutes_ago(ticket.age),
        "dateclosed": if status_id == 9 {
            minutes_ago(ticket.age.saturating_sub(600))
        } else {
            "1900-01-01T00:00:00".to_owned()
        },
        "summary": summary(ticket),
        "client_id": customer.id,
        "client_name": customer.name,
        "site_id": made::site_id(ticket.customer, 0),
        "site_name": "Main",
        "user_id": contact.id,
        "user_name": format!("{} {}", contact.first_name, contact.family_name),
        "user_email": null,
        "status_id": status_id,
        "status_name": status_name,
        "tickettype_id": type_.id,
        "tickettype_name": type_.name,
        "team": TEAMS[ticket.team].1,
        "team_id": TEAMS[ticket.team].0,
        "agent_id": worker.id,
        "agent_name": worker.name,
        "priority_id": 1 + ticket.position % 4,
        "sla_id": 1,
        "category_1": "",
        "parent_id": 0,
        "startdate": "1900-01-01T00:00:00",
        "targetdate": "1900-01-01T00:00:00",
        "lastactiondate": minutes_ago(ticket.age.saturating_sub(400)),
        "last_update": minutes_ago(ticket.age.saturating_sub(400)),
        "estimate": 0.0,
        "inactive": false,
        "use": "ticket",
    })
}
