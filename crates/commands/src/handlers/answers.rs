//! What the admin answers, ticks and confirms. Everything is kept at once.

use serde_json::{Value, json};
use store::Connection;

use crate::error::CommandError;
use crate::handlers::view::view_of;
use crate::standing::LastChecks;
use crate::wire::{Answer, Answered, Confirmation, ConnectionView, Nothing, Place, Tick};
use crate::wizard::Wizard;
use crate::{history, saved};

/// Keeps an answer to one of the wizard's questions.
pub async fn answer(wizard: &Wizard, request: Answered) -> Result<ConnectionView, CommandError> {
    let connection = wizard.connection(&request.connection).await?;
    let (key, value) = kept_as(request.answer);
    match value {
        Some(value) => {
            wizard
                .store()
                .set_answer(connection.id, &key, &value)
                .await?;
        }
        None => wizard.store().clear_answer(connection.id, &key).await?,
    }
    judge_again(wizard, &request.connection).await?;
    view_of(wizard, &request.connection).await
}

/// The key and the value under which an answer is kept; no value takes the answer back.
fn kept_as(answer: Answer) -> (String, Option<Value>) {
    match answer {
        Answer::Choice { id, option } => (format!("{}{id}", saved::CHOICE), Some(json!(option))),
        Answer::TicketType { key, name } => {
            let name = name.trim();
            let value = (!name.is_empty()).then(|| json!(name));
            (format!("{}{key}", saved::TICKET_TYPE), value)
        }
        Answer::Teams { names } => {
            let names: Vec<String> = names
                .iter()
                .map(|name| name.trim().to_owned())
                .filter(|name| !name.is_empty())
                .collect();
            (
                saved::TEAMS.to_owned(),
                (!names.is_empty()).then(|| json!(names)),
            )
        }
        Answer::ExpectedCustomers { count } => {
            (saved::CUSTOMERS.to_owned(), count.map(|count| json!(count)))
        }
    }
}

/// Keeps a tick of a checklist, of a page or of the vendor's form.
pub async fn tick(wizard: &Wizard, request: Tick) -> Result<ConnectionView, CommandError> {
    let connection = wizard.connection(&request.connection).await?;
    wizard
        .store()
        .tick(connection.id, &request.key, request.done)
        .await?;
    view_of(wizard, &request.connection).await
}

/// Keeps that the admin has looked at what the API cannot tell.
pub async fn confirm_finding(
    wizard: &Wizard,
    request: Confirmation,
) -> Result<ConnectionView, CommandError> {
    let connection = wizard.connection(&request.connection).await?;
    let finding = request.finding.as_str();
    if request.confirmed {
        let statement = statement(wizard, &connection, finding).await?;
        let confirming = wizard.store().confirm(connection.id, finding, &statement);
        confirming.await?;
    } else {
        wizard.store().take_back(connection.id, finding).await?;
    }
    judge_again(wizard, &request.connection).await?;
    view_of(wizard, &request.connection).await
}

/// What there is to confirm of a finding, by the plan and what Halo showed last.
async fn statement(
    wizard: &Wizard,
    connection: &Connection,
    finding: &str,
) -> Result<Value, CommandError> {
    let plan = wizard.plan(connection).await?;
    let checks = LastChecks::of(wizard.store(), connection.id).await?;
    let facts = checks.shown().map(|(_, check)| check.facts.clone());
    let facts = facts.unwrap_or_default();
    let statement = setup::judge::statement(&plan, &facts, finding).unwrap_or_default();
    serde_json::to_value(statement).map_err(|_| CommandError::bad_request())
}

/// Remembers the page the admin is on.
pub async fn go_to(wizard: &Wizard, request: Place) -> Result<Nothing, CommandError> {
    let connection = wizard.connection(&request.connection).await?;
    wizard
        .store()
        .set_place(connection.id, request.place.as_deref())
        .await?;
    Ok(Nothing {})
}

/// Puts the last check in line with what the admin has said since, without asking Halo.
pub(crate) async fn judge_again(wizard: &Wizard, id: &str) -> Result<(), CommandError> {
    let connection = wizard.connection(id).await?;
    let plan = wizard.plan(&connection).await?;
    history::judge_again(wizard.store(), &plan, connection.id).await
}
