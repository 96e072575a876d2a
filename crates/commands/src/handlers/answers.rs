//! What the admin answers, ticks and confirms. Everything is kept at once.

use serde_json::{Value, json};

use crate::error::CommandError;
use crate::handlers::view::view_of;
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
    wizard
        .store()
        .confirm(connection.id, &request.finding, request.confirmed)
        .await?;
    judge_again(wizard, &request.connection).await?;
    view_of(wizard, &request.connection).await
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
