//! Checks in the background: start, watch, cancel.

use setup::finding::Finding;
use tokio_util::sync::CancellationToken;

use crate::check;
use crate::error::CommandError;
use crate::handlers::view::view_of;
use crate::probe::{Focus, Looks};
use crate::wire::{ByRun, CheckEnd, CheckProgress, CheckScope, CheckStarted, Nothing, WatchRun};
use crate::wizard::Wizard;
use crate::{history, saved};

/// Starts a check of all findings or of some.
pub async fn start_check(
    wizard: &Wizard,
    request: CheckScope,
) -> Result<CheckStarted, CommandError> {
    // Says at once when there is no such connection; the rest shows in the progress.
    wizard.connection(&request.connection).await?;
    let (run, looks, cancel) = wizard.runs().begin();
    let focus = Focus::on(request.findings.unwrap_or_default());
    let wizard = wizard.clone();
    tokio::spawn(async move {
        let checked = run_check(&wizard, &request.connection, &focus, &looks, cancel);
        // On the heap: it holds what every part of a check waits for.
        let end = Box::pin(checked)
            .await
            .unwrap_or_else(|error| CheckEnd::Error {
                message: error.message,
            });
        looks.end(end);
    });
    Ok(CheckStarted { run })
}

/// Checks, keeps what was learned, and says how it ended.
async fn run_check(
    wizard: &Wizard,
    id: &str,
    focus: &Focus,
    looks: &Looks,
    cancel: CancellationToken,
) -> Result<CheckEnd, CommandError> {
    let connection = wizard.connection(id).await?;
    let plan = wizard.plan(&connection).await?;
    let target = wizard.target(&connection).await;
    let last = wizard.store().last_report(connection.id).await?;
    let last = last.as_ref().and_then(saved::check);
    let before = last.filter(|_| !focus.is_all()).map(|last| last.facts);

    let checked = check::check(
        wizard.transport(),
        &plan,
        &target,
        focus,
        before,
        looks,
        cancel,
        check::TIME,
    )
    .await;
    if checked.cancelled {
        return Ok(CheckEnd::Cancelled);
    }
    // What the admin answered or confirmed meanwhile counts too.
    let connection = wizard.connection(id).await?;
    let plan = wizard.plan(&connection).await?;
    let (store, clock) = (wizard.store(), wizard.clock());
    let assessed = history::assess(store, &plan, connection.id, &checked, focus, clock).await?;
    history::keep(store, connection.id, &assessed).await?;
    let findings: Vec<Finding> = assessed
        .check
        .report
        .findings
        .into_iter()
        .filter(|finding| focus.has(&finding.id))
        .collect();
    Ok(CheckEnd::Done {
        view: Box::new(view_of(wizard, id).await?),
        findings,
    })
}

/// Waits for a check to move on, ten seconds at most.
pub async fn watch_check(
    wizard: &Wizard,
    request: WatchRun,
) -> Result<CheckProgress, CommandError> {
    wizard
        .runs()
        .watch(request.run, request.seen)
        .await
        .ok_or_else(CommandError::bad_request)
}

/// Stops a check.
pub async fn cancel_check(wizard: &Wizard, request: ByRun) -> Result<Nothing, CommandError> {
    wizard.runs().cancel(request.run);
    Ok(Nothing {})
}
