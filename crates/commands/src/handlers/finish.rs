//! The end of the way: the vendor's form, links to open, the report to keep, how to take it out.

use setup::Plan;
use setup::finish::{FinishGuide, finish};
use setup::hand_over::{FilledForm, Values, fill};
use setup::plan::asks::asks;
use setup::report::{Report, html, plain};
use store::Connection;
use url::Url;

use crate::error::{CommandError, ErrorCode};
use crate::handlers::proof::last_test_ticket;
use crate::standing::LastChecks;
use crate::wire::{ByConnection, HandOverView, Link, Nothing, ReportFormat, ReportKind, SavedFile};
use crate::wizard::Wizard;
use crate::{library, saved, words};

/// The vendor's form, filled in. The secret's row says only that the secret goes there.
pub async fn hand_over(
    wizard: &Wizard,
    request: ByConnection,
) -> Result<HandOverView, CommandError> {
    let connection = wizard.connection(&request.connection).await?;
    let plan = wizard.plan(&connection).await?;
    let report = last_report(wizard, &connection).await?;
    Ok(HandOverView {
        form: form(&plan, &connection, report.as_ref()),
        ticked: ticked_rows(&connection).map(str::to_owned).collect(),
    })
}

/// The vendor's form with what is known of this connection.
pub fn form(plan: &Plan, connection: &Connection, report: Option<&Report>) -> Option<FilledForm> {
    let identity = report.and_then(|report| report.identity.as_ref());
    let values = Values {
        halo: saved::halo(connection),
        client_id: connection.client_id.clone(),
        agent_id: identity.and_then(|identity| identity.agent_id),
        agent_name: identity.and_then(|identity| identity.name.clone()),
        has_secret: connection.secret_home != store::SecretHome::None,
    };
    fill(plan, &values)
}

/// Labels of the rows of the vendor's form that are ticked.
pub(crate) fn ticked_rows(connection: &Connection) -> impl Iterator<Item = &str> {
    connection
        .ticks
        .iter()
        .filter_map(|tick| tick.strip_prefix(saved::HANDED_OVER))
}

/// Opens a page in the browser. Only addresses that the connection's plan or the profile names
/// are opened: the page cannot make the program open anything else.
pub async fn open_link(wizard: &Wizard, request: Link) -> Result<Nothing, CommandError> {
    let known = match (&request.connection, &request.profile) {
        (Some(id), _) => {
            let connection = wizard.connection(id).await?;
            let plan = wizard.plan(&connection).await?;
            let report = last_report(wizard, &connection).await?;
            let form = form(&plan, &connection, report.as_ref());
            names(&plan.steps(), &request.link)
                || names(&form, &request.link)
                || names(&report, &request.link)
                || names(&asks(&plan.profile), &request.link)
                || names(&finish(&plan), &request.link)
                || names(&last_test_ticket(&plan, &connection), &request.link)
        }
        (None, Some(profile)) => {
            let known = library::find(wizard.store(), profile).await?;
            names(&asks(&known.profile), &request.link)
        }
        (None, None) => false,
    };
    let link = Url::parse(&request.link).ok().filter(|_| known);
    let link = link
        .ok_or_else(|| CommandError::new(ErrorCode::Desktop, words::say("entry-link-unknown")))?;
    wizard.host().open(&link)?;
    Ok(Nothing {})
}

/// Whether a `link` somewhere in this part of the plan is just this address.
fn names(part: &impl serde::Serialize, link: &str) -> bool {
    fn search(value: &serde_json::Value, link: &str) -> bool {
        match value {
            serde_json::Value::Object(fields) => fields.iter().any(|(name, value)| {
                (name == "link" && value.as_str() == Some(link)) || search(value, link)
            }),
            serde_json::Value::Array(items) => items.iter().any(|item| search(item, link)),
            _ => false,
        }
    }
    serde_json::to_value(part).is_ok_and(|value| search(&value, link))
}

/// Writes the last report to a file the admin chooses.
pub async fn save_report(
    wizard: &Wizard,
    request: ReportFormat,
) -> Result<SavedFile, CommandError> {
    let connection = wizard.connection(&request.connection).await?;
    let Some(mut report) = last_report(wizard, &connection).await? else {
        return Err(CommandError::new(
            ErrorCode::Desktop,
            words::say("entry-no-report"),
        ));
    };
    report.test_ticket = last_test_ticket(&wizard.plan(&connection).await?, &connection);
    let (ending, contents) = match request.format {
        ReportKind::Page => ("html", html::page(&report)),
        ReportKind::Text => ("txt", plain::print(&report)),
        ReportKind::Json => (
            "json",
            serde_json::to_string_pretty(&report).map_err(|_| CommandError::bad_request())?,
        ),
    };
    let name = format!("{}-report.{ending}", file_name(&connection.name));
    let path = wizard.host().save_file(&name, contents.as_bytes()).await?;
    if path.is_some() {
        wizard
            .store()
            .tick(connection.id, saved::REPORT_SAVED, true)
            .await?;
    }
    Ok(SavedFile {
        path: path.map(|path| path.display().to_string()),
    })
}

/// A name that every file system takes.
pub(super) fn file_name(name: &str) -> String {
    name.chars()
        .map(|c| {
            if c.is_alphanumeric() {
                c.to_ascii_lowercase()
            } else {
                '-'
            }
        })
        .collect()
}

/// How to rotate the secret, check again, and take everything out.
pub async fn finish_guide(
    wizard: &Wizard,
    request: ByConnection,
) -> Result<FinishGuide, CommandError> {
    let connection = wizard.connection(&request.connection).await?;
    Ok(finish(&wizard.plan(&connection).await?))
}

/// The report that is shown: of the last check that reached Halo.
async fn last_report(
    wizard: &Wizard,
    connection: &Connection,
) -> Result<Option<Report>, CommandError> {
    let checks = LastChecks::of(wizard.store(), connection.id).await?;
    Ok(checks.shown().map(|(_, check)| check.report.clone()))
}
