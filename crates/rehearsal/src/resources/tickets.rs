//! `/Tickets`, `/Projects`, `/Opportunities` and `/Actions`.
//!
//! Tickets of departments in which the agent is less than "View All" are left out silently, and by
//! number they are not found (confirmed 2026).

use serde_json::{Map, Value, json};

use super::{
    Call, Verb,
    customers::{delete, object, write},
};
use crate::{
    generate::{
        contacts, customers as made, minutes_ago,
        tickets::{COUNT, Sizes, Ticket, position, ticket},
        words::SUMMARIES,
    },
    list::{Envelope, List},
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
        (Verb::Post, _) => write(
            call,
            "ticket",
            30_001,
            &list(call, key, of),
            |element, index| check_new(call, element, index),
        ),
        // Deleting without the right is a 401, not a 403 (confirmed 2026).
        (Verb::Delete, _) if call.agent.level("can-delete-tickets") < Level::Modify => {
            Reply::unauthorised(&call.state.variants)
        }
        (Verb::Delete, _) => delete(call, "ticket", &list(call, key, of)),
    }
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
    let for_id: Vec<i64> = found.iter().map(|ticket| ticket.id).collect();
    List {
        kind: "ticket",
        envelope: Envelope::Keyed(key),
        total: found.len(),
        id: Box::new(move |index| for_id[index]),
        row: Box::new(move |index| row(call, &found[index])),
        record: Box::new(move |id| {
            let ticket = ticket(position(id)?, sizes);
            (call.state.customers > 0 && sees(call, &ticket)).then(|| {
                let mut fields = object(row(call, &ticket));
                let may_change = call.agent.level("tickets-access-level") == Level::Modify
                    && call.may("tickets", Wish::Write);
                fields.insert("_canupdate".to_owned(), json!(may_change));
                fields.insert("details".to_owned(), json!("Reported by telephone."));
                call.detailed("ticket", Value::Object(fields))
            })
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
    let in_team = agent.teams.contains(&team);
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

fn check_new(call: &Call<'_>, element: &Map<String, Value>, index: usize) -> Result<(), Reply> {
    let text = |field: &str| {
        element
            .get(field)
            .and_then(Value::as_str)
            .unwrap_or_default()
    };
    if text("summary").trim().is_empty() {
        return Err(Reply::problem("Please enter a Summary"));
    }
    Call::whole(element, index, "client_id")?;
    let type_ = match Call::whole(element, index, "tickettype_id")? {
        None => None,
        Some(id) => {
            let found = call.state.ticket_types.iter().find(|type_| {
                type_.id == id && !type_.is_deleted && call.agent.sees_ticket_type(id)
            });
            Some(found.ok_or_else(|| {
                Reply::problem("You do not have access to log a Ticket with this Ticket Type")
            })?)
        }
    };
    if let Some(field) = type_.and_then(|type_| type_.mandatory_fields.first()) {
        // Only one problem is reported at a time (confirmed 2026).
        return Err(Reply::problem(&format!("{field} must be entered")));
    }
    if call.agent.permissions.contains_key("can-add-new-tickets")
        && call.agent.level("can-add-new-tickets") < Level::Modify
    {
        return Err(Reply::problem("You do not have permission to add Tickets."));
    }
    if call.state.settings.get("nextfaultidcalculationmethod") == Some(&0) {
        // Reported 2024: the default way of numbering tickets fails when the API creates them.
        return Err(Reply::exception(
            "The instance of entity type 'Faults' cannot be tracked because another instance with \
             the same key value for {'faultid'} is already being tracked. When attaching existing \
             entities, ensure that only one entity instance with a given key value is attached.",
        ));
    }
    Ok(())
}

/// `/Actions`
pub(super) fn actions(call: &Call<'_>) -> Reply {
    let list = action_list(call);
    match call.verb {
        Verb::Get => list.read(call),
        Verb::Post => write(call, "action", 700_001, &list, |element, index| {
            let of = Call::whole(element, index, "ticket_id")?;
            let outcome = Call::whole(element, index, "outcome_id")?;
            if of.and_then(position).is_none() && of.is_none_or(|id| id < 30_001) {
                return Err(Reply::problem(
                    "Ticket not found, or you do not have access to this Ticket.",
                ));
            }
            match outcome {
                None => Err(Reply::problem("An Outcome must be entered for this Action")),
                Some(id) if !(1..=20).contains(&id) => {
                    Err(Reply::problem("You do not have access to this Action"))
                }
                Some(_) => Ok(()),
            }
        }),
        Verb::Delete if call.query.number("ticket_id").is_none() => {
            Reply::problem("ticket_id must be included when deleting an Action")
        }
        Verb::Delete => delete(call, "action", &list),
    }
}

fn action_list<'a>(call: &'a Call<'a>) -> List<'a> {
    let ticket_of = call.query.number("ticket_id").and_then(position);
    let rows = ticket_of
        .map(|at| ticket(at, sizes(call)))
        .filter(|ticket| call.state.customers > 0 && sees(call, ticket))
        .map(|ticket| (1..=3).map(|number| action_row(&ticket, number)).collect())
        .unwrap_or_default();
    List::of("action", Envelope::Keyed("actions"), rows)
}

fn action_row(ticket: &Ticket, number: i64) -> Value {
    crate::extras::with_extras(
        "action",
        json!({
            "id": number,
            "ticket_id": ticket.id,
            "outcome": if number == 1 { "First User Email" } else { "Private Note" },
            "outcome_id": number,
            "who": if number == 1 { "General User" } else { "Priya Raman" },
            "who_agentid": if number == 1 { 0 } else { 5 },
            "datetime": minutes_ago(ticket.age.saturating_sub(90 * number.unsigned_abs())),
            "note": summary(ticket),
            "timetaken": 0.25,
            "_canupdate": false,
        }),
    )
}
