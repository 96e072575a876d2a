//! The test ticket: what may be picked, starting it, clearing up after it. It is watched and
//! cancelled like a check.

use setup::Plan;
use setup::proof::{Afterwards, HOLD, Ticket, Trial, TrialOutcome, Writes, outcome, will_write};
use store::Connection;

use crate::error::{CommandError, ErrorCode};
use crate::handlers::view::view_of;
use crate::saved;
use crate::test_ticket::trial::Run;
use crate::test_ticket::{Place, choices, kept};
use crate::wire::{
    ByConnection, CheckEnd, CheckStarted, TestTicketChoices, TestTicketOrder, TestTicketSearch,
    TestTicketView,
};
use crate::wizard::Wizard;
use crate::words;

/// The test ticket of a connection as it stands. Asks Halo nothing.
pub async fn test_ticket(
    wizard: &Wizard,
    request: ByConnection,
) -> Result<TestTicketView, CommandError> {
    let connection = wizard.connection(&request.connection).await?;
    let plan = wizard.plan(&connection).await?;
    let writes = Writes::of(&plan);
    let product = &plan.profile.name;
    Ok(TestTicketView {
        offered: writes.tickets,
        will_write_and_delete: will_write(product, writes, Afterwards::Delete),
        will_write_and_close: will_write(product, writes, Afterwards::Close),
        running: wizard.test_tickets().run_for(connection.id),
        last: last_test_ticket(&plan, &connection),
    })
}

/// What the last test ticket of a connection showed.
pub fn last_test_ticket(plan: &Plan, connection: &Connection) -> Option<TrialOutcome> {
    kept::last(connection).map(|trial| outcome(plan, &trial))
}

/// What may be picked for it.
pub async fn test_ticket_choices(
    wizard: &Wizard,
    request: TestTicketSearch,
) -> Result<TestTicketChoices, CommandError> {
    let connection = wizard.connection(&request.connection).await?;
    let plan = wizard.plan(&connection).await?;
    let target = wizard.target(&connection).await;
    let part = request.customer.trim();
    Ok(choices::choices(wizard.transport(), &plan, &target, part).await)
}

/// Makes a test ticket, unless one of an earlier trial may remain.
pub async fn start_test_ticket(
    wizard: &Wizard,
    order: TestTicketOrder,
) -> Result<CheckStarted, CommandError> {
    let (place, connection) = hold(wizard, &order.connection).await?;
    let plan = wizard.plan(&connection).await?;
    let left = kept::last(&connection).is_some_and(|trial| trial.ticket.needs_removing());
    if left {
        return Err(refusal("proof-clear-up-first"));
    }
    if !Writes::of(&plan).tickets {
        return Err(CommandError::bad_request());
    }
    let Some(halo) = saved::halo(&connection) else {
        return Err(refusal("entry-address-first"));
    };
    let trial = Trial {
        mark: mark(),
        halo: halo.address,
        customer: order.customer,
        ticket_type: order.ticket_type,
        afterwards: order.afterwards,
        begun: wizard.clock().now(),
        ended: None,
        ticket: Ticket::NotMade,
        tried: Vec::new(),
        came_back: None,
        held_until: None,
    };
    begin(wizard, place, connection, trial, Way::Whole).await
}

/// Takes away what an earlier trial left behind.
pub async fn clear_up_test_ticket(
    wizard: &Wizard,
    request: ByConnection,
) -> Result<CheckStarted, CommandError> {
    let (place, connection) = hold(wizard, &request.connection).await?;
    let trial = kept::last(&connection).filter(|trial| trial.ticket.needs_removing());
    let trial = trial.ok_or_else(|| refusal("proof-nothing-left"))?;
    let address = saved::halo(&connection).map(|halo| halo.address);
    if address.as_deref() != Some(trial.halo.as_str()) {
        return Err(refusal("proof-another-halo"));
    }
    begin(wizard, place, connection, trial, Way::ClearUp).await
}

/// Notes that the admin has seen to it that nothing is left.
pub async fn test_ticket_removed(
    wizard: &Wizard,
    request: ByConnection,
) -> Result<TestTicketView, CommandError> {
    let (place, connection) = hold(wizard, &request.connection).await?;
    if let Some(mut trial) = kept::last(&connection) {
        trial.ticket = Ticket::RemovedByHand;
        trial.ended = trial.ended.or_else(|| Some(wizard.clock().now()));
        trial.held_until = None;
        if !kept::claim(wizard.store(), &connection, &trial).await? {
            return Err(refusal("proof-under-way-elsewhere"));
        }
    }
    drop(place);
    test_ticket(wizard, request).await
}

/// Takes the place for a test ticket and then reads the connection, so that no trial of another
/// window can end in between.
///
/// # Errors
/// When a trial is under way, here or in another program, or the connection is being removed.
pub(crate) async fn hold(
    wizard: &Wizard,
    connection: &str,
) -> Result<(Place, Connection), CommandError> {
    let id = connection
        .parse()
        .map_err(|_| CommandError::no_such_connection())?;
    let place = wizard.test_tickets().hold(id);
    let place = place.ok_or_else(|| refusal("proof-under-way"))?;
    let connection = wizard.connection(connection).await?;
    let now = wizard.clock().now();
    if kept::last(&connection).is_some_and(|trial| trial.is_held(now)) {
        return Err(refusal("proof-under-way-elsewhere"));
    }
    Ok((place, connection))
}

/// Which way a run goes.
#[derive(Clone, Copy)]
enum Way {
    Whole,
    ClearUp,
}

/// Starts a run in the background. It goes on when nobody watches it, because what it wrote must
/// be taken away again.
///
/// # Errors
/// When another program has begun one since the connection was read.
async fn begin(
    wizard: &Wizard,
    place: Place,
    connection: Connection,
    mut trial: Trial,
    way: Way,
) -> Result<CheckStarted, CommandError> {
    trial.held_until = Some(wizard.clock().now() + HOLD);
    if !kept::claim(wizard.store(), &connection, &trial).await? {
        return Err(refusal("proof-under-way-elsewhere"));
    }
    let (run, looks, stop) = wizard.runs().begin();
    place.is_for(run);
    let wizard = wizard.clone();
    tokio::spawn(async move {
        let id = connection.id.to_string();
        let ended = async {
            let plan = wizard.plan(&connection).await?;
            let target = wizard.target(&connection).await;
            let run = Run {
                store: wizard.store(),
                clock: wizard.clock(),
                connection: connection.id,
                transport: wizard.transport(),
                plan: &plan,
                target: &target,
                looks: &looks,
                stop: &stop,
                trial,
            };
            match way {
                Way::Whole => Box::pin(run.go()).await?,
                Way::ClearUp => Box::pin(run.clear_up()).await?,
            }
            Ok::<_, CommandError>(CheckEnd::Done {
                view: Box::new(view_of(&wizard, &id).await?),
                findings: Vec::new(),
            })
        };
        let ended = Box::pin(ended)
            .await
            .unwrap_or_else(|error| CheckEnd::Error {
                message: error.message,
            });
        drop(place);
        looks.end(ended);
    });
    Ok(CheckStarted { run })
}

/// A mark that no other ticket has: short enough to be typed into a search.
fn mark() -> String {
    let random = uuid::Uuid::new_v4().simple().to_string();
    format!("halyard-{}", &random[..12])
}

fn refusal(key: &str) -> CommandError {
    CommandError::new(ErrorCode::Desktop, words::say(key))
}
