//! What the admin may pick for the test ticket: customers by a part of their name, and the ticket
//! types in which this agent may log tickets.

use std::time::Duration;

use halo::{Errand, TicketType, Transport};
use setup::Plan;
use setup::proof::Picked;
use tokio_util::sync::CancellationToken;

use crate::probe::{NotOpen, Target, open};
use crate::wire::{TestTicketChoices, TestTicketType};
use crate::words;

/// How many customers are shown at once.
const SHOWN: usize = 20;
/// How long the admin waits at most.
const TIME: Duration = Duration::from_secs(30);
/// Most requests of one search.
const REQUESTS: u32 = 20;

/// Asks Halo for what may be picked. Where it cannot say, says so in words.
pub(crate) async fn choices(
    transport: &Transport,
    plan: &Plan,
    target: &Target,
    part: &str,
) -> TestTicketChoices {
    let errand = Errand::new(REQUESTS, TIME, CancellationToken::new());
    let halo = match Box::pin(open(transport, &errand, plan, target)).await {
        Ok(halo) => halo,
        Err(NotOpen::NotFound | NotOpen::NoAnswer | NotOpen::RateLimited) => {
            return problem("proof-choices-not-reached");
        }
        Err(NotOpen::NoSecret | NotOpen::KeychainClosed | NotOpen::Refused) => {
            return problem("proof-choices-not-signed-in");
        }
    };
    let customers = halo.customers_named(&errand, part, SHOWN);
    let (customers, types) = tokio::join!(customers, halo.ticket_types(&errand));
    let (Ok(customers), Ok(types)) = (customers, types) else {
        return problem("proof-choices-refused");
    };
    let total = customers.total.and_then(|total| u32::try_from(total).ok());
    let rows = customers.rows.into_iter();
    // A version that ignores the search gives everybody.
    let part = part.to_lowercase();
    let rows = rows.filter(|row| row.inactive != Some(true));
    let customers: Vec<Picked> = rows
        .filter_map(|row| picked(row.id, row.name))
        .filter(|row| row.name.to_lowercase().contains(&part))
        .take(SHOWN)
        .collect();
    let mut ticket_types: Vec<TestTicketType> = types
        .into_iter()
        .filter(may_be_logged)
        .filter_map(|row| {
            let ticket_type = picked(row.id, row.name)?;
            let wanted = is_wanted(plan, &ticket_type.name);
            Some(TestTicketType {
                ticket_type,
                wanted,
            })
        })
        .collect();
    ticket_types.sort_by_key(|row| !row.wanted);
    let problem = if ticket_types.is_empty() {
        Some(words::say("proof-choices-no-type"))
    } else if customers.is_empty() && part.is_empty() {
        Some(words::say("proof-choices-no-customer"))
    } else {
        None
    };
    TestTicketChoices {
        customers,
        total,
        ticket_types,
        problem,
    }
}

fn problem(key: &str) -> TestTicketChoices {
    TestTicketChoices {
        customers: Vec::new(),
        total: None,
        ticket_types: Vec::new(),
        problem: Some(words::say(key)),
    }
}

fn picked(id: i64, name: Option<String>) -> Option<Picked> {
    name.map(|name| Picked { id, name })
}

/// A type for tickets in which agents may log new ones, as far as Halo says. Other uses (projects,
/// opportunities, contracts) have paths of their own; how Halo writes them is not settled, so
/// only those that are known to be another use are left out.
fn may_be_logged(row: &TicketType) -> bool {
    const OTHERS: [&str; 9] = [
        "projects",
        "project",
        "prjs",
        "opportunities",
        "opportunity",
        "opps",
        "contracts",
        "contract",
        "sprints",
    ];
    let used_for = row.used_for.as_deref().unwrap_or_default().to_lowercase();
    !OTHERS.contains(&used_for.as_str())
        && row.agents_can_select != Some(false)
        && row.can_create != Some(false)
}

/// The product asks for a ticket type of this name, or the admin said that this one serves.
fn is_wanted(plan: &Plan, name: &str) -> bool {
    plan.ticket_types.iter().any(|need| {
        let answered = plan.answers.ticket_types.get(&need.key);
        let wanted = answered.unwrap_or(&need.suggested_name);
        wanted.eq_ignore_ascii_case(name)
    })
}
