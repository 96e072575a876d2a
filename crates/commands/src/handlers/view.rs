//! One connection as the page sees it, put together from the store, the plan and the last check.

use setup::Facts;
use store::{Connection, SecretHome};

use crate::error::CommandError;
use crate::handlers::{finish, products};
use crate::progress::{self, Known};
use crate::standing::LastChecks;
use crate::wire::{
    AnswersView, ConnectionCard, ConnectionView, LastCheck, SecretView, Task, TaskState,
};
use crate::wizard::Wizard;
use crate::{library, mapping, saved};

/// The connection with this id as the page sees it.
pub(crate) async fn view_of(wizard: &Wizard, id: &str) -> Result<ConnectionView, CommandError> {
    let connection = wizard.connection(id).await?;
    view(wizard, &connection).await
}

/// A connection as the page sees it.
pub(crate) async fn view(
    wizard: &Wizard,
    connection: &Connection,
) -> Result<ConnectionView, CommandError> {
    let plan = wizard.plan(connection).await?;
    let secret = secret_view(wizard, connection).await;
    let checks = LastChecks::of(wizard.store(), connection.id).await?;
    let last = checks.shown();
    let report = last.map(|(_, check)| &check.report);
    let facts = last.map(|(_, check)| &check.facts);
    let halo = saved::saved_halo(connection);
    let rows = finish::form(&plan, connection, report).map_or(0, |form| form.rows.len());
    let known = Known {
        halo_confirmed: saved::halo_confirmed(connection),
        has_secret: secret.stored || !plan.has_secret(),
        findings: report.map(|report| report.findings.as_slice()),
        checked_all: last.is_some_and(|(_, check)| check.complete),
        handed_over: (finish::ticked_rows(connection).count(), rows),
        report_saved: connection.ticks.contains(saved::REPORT_SAVED),
        mapping: mapping::extent(wizard, connection, &plan.profile).await?,
    };
    let tasks = plan
        .steps()
        .into_iter()
        .map(|step| {
            let state = progress::state(&step, known, |key| connection.ticks.contains(key));
            Task {
                to_confirm: progress::to_confirm(&step, known),
                step,
                state,
            }
        })
        .collect();
    let answers = &plan.answers;
    Ok(ConnectionView {
        id: connection.id.to_string(),
        name: connection.name.clone(),
        profile: products::card(&plan.profile, plan.origin),
        tasks,
        typed_address: connection.address.clone(),
        halo_confirmed: known.halo_confirmed,
        on_premises: halo.as_ref().and_then(|saved| saved.on_premises),
        halo: halo.map(|saved| saved.found),
        client_id: connection.client_id.clone(),
        secret,
        ticks: connection.ticks.iter().cloned().collect(),
        confirmed: setup::judge::confirmed(&plan, facts.unwrap_or(&Facts::default()))
            .into_iter()
            .map(|(id, at)| (id, at.to_string()))
            .collect(),
        answers: AnswersView {
            choices: answers.choices.clone(),
            ticket_types: answers.ticket_types.clone(),
            teams: answers.wanted_teams.iter().cloned().collect(),
            expected_customers: answers.expected_customers,
        },
        last_check: last.map(|(saved, check)| LastCheck {
            at: saved.made.to_string(),
            summary: check.report.summary,
        }),
        standing: checks.standing(&wizard.clock().calendar()),
        checked_all: known.checked_all,
        report: report.cloned(),
        place: connection.place.clone(),
    })
}

/// A connection as the list of connections shows it.
pub(crate) async fn card(
    wizard: &Wizard,
    connection: &Connection,
) -> Result<ConnectionCard, CommandError> {
    let (view, problem) = match view(wizard, connection).await {
        Ok(view) => (Some(view), None),
        Err(error) => (None, Some(error.message)),
    };
    let product = view.as_ref().map(|view| view.profile.name.clone());
    let tasks = view
        .as_ref()
        .map(|view| view.tasks.as_slice())
        .unwrap_or_default();
    let done = tasks
        .iter()
        .filter(|task| task.state == TaskState::Completed)
        .count();
    Ok(ConnectionCard {
        id: connection.id.to_string(),
        name: connection.name.clone(),
        product: product.unwrap_or_else(|| connection.profile_id.clone()),
        origin: library::origin(connection),
        problem,
        address: saved::halo(connection).map(|halo| halo.address),
        last_check: view.as_ref().and_then(|view| view.last_check.clone()),
        standing: match view.as_ref() {
            Some(view) => view.standing.clone(),
            None => LastChecks::of(wizard.store(), connection.id)
                .await?
                .standing(&wizard.clock().calendar()),
        },
        done: u32::try_from(done).unwrap_or(u32::MAX),
        tasks: u32::try_from(tasks.len()).unwrap_or(u32::MAX),
    })
}

/// Whether a secret is stored. A secret of an earlier session is not.
async fn secret_view(wizard: &Wizard, connection: &Connection) -> SecretView {
    let platform = vault::Platform::current();
    let stored = match connection.secret_home {
        SecretHome::None => false,
        // The keychain is asked when a check needs the secret, not for every view.
        SecretHome::Keychain => true,
        SecretHome::Session => wizard.secret(connection).await.is_ok(),
    };
    let pending = crate::handlers::credentials::is_pending(wizard, connection).await;
    SecretView {
        stored,
        session_only: connection.secret_home == SecretHome::Session,
        pending,
        keychain: vault::keychain_name(platform).to_owned(),
    }
}
