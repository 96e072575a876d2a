//! The end of `halyard check --connection`: the check is kept, compared with the last good one,
//! and printed with what changed and what the last test ticket showed.

use commands::check::Checked;
use commands::handlers::proof::last_test_ticket;
use commands::history::{self, Assessed};
use commands::probe::Focus;
use commands::{Clock, wizard};
use serde::Serialize;
use setup::Plan;
use setup::changes::{ShownChange, plain as changes, shown};
use setup::report::{Report, plain};
use store::{Connection, Extent, Store, StoreError};

use super::connections::{no_home, trouble};
use super::{Stop, answer, print_json, remark};
use crate::folders::Kind;

/// The report with what changed: fields beside those of every report.
#[derive(Serialize)]
struct Compared<'a> {
    #[serde(flatten)]
    report: &'a Report,
    /// When the check was made that this one is compared with.
    #[serde(rename = "compared_with")]
    with: Option<String>,
    /// When the last good check was; this one, where it is good.
    last_good: Option<String>,
    /// What is different since.
    changes: &'a [ShownChange],
}

/// Keeps a check of a saved connection, and prints it.
pub(super) async fn finish(
    connection: &Connection,
    plan: &Plan,
    checked: &Checked,
    json: bool,
) -> Result<(), Stop> {
    let clock = Clock::system();
    let assessed = match kept(connection, checked, &clock).await {
        Ok(assessed) => assessed,
        Err(stop) => {
            remark(format_args!("The report was not kept: {}", stop.sentence));
            compared_only(connection, plan, checked, &clock).await
        }
    };
    let report = assessed
        .as_ref()
        .map_or(&checked.report, |one| &one.check.report);
    let report = &Report {
        test_ticket: last_test_ticket(plan, connection),
        ..report.clone()
    };
    let compared = assessed
        .as_ref()
        .and_then(|one| one.check.compared.as_ref());
    let last_good = assessed.as_ref().and_then(|one| one.last_good);
    let calendar = clock.calendar();
    let different = compared.map_or_else(Vec::new, |compared| {
        shown(&compared.changes, &report.findings, &calendar)
    });
    if json {
        return print_json(&Compared {
            report,
            with: compared.map(|compared| compared.with.to_string()),
            last_good: last_good.map(|at| at.to_string()),
            changes: &different,
        });
    }
    if let Some(one) = &assessed {
        let said = if one.extent == Extent::Nothing {
            changes::not_reached(last_good, &calendar)
        } else {
            let earlier = compared.map(|compared| changes::Earlier {
                at: compared.with,
                good: compared.good,
            });
            changes::print(earlier, &different, &calendar)
        };
        answer(format_args!("{said}"))?;
    }
    answer(format_args!("{}", plain::print(report).trim_end()))
}

/// Compares the check and keeps it, also while the wizard has the connections open.
async fn kept(
    connection: &Connection,
    checked: &Checked,
    clock: &Clock,
) -> Result<Option<Assessed>, Stop> {
    let folder = Kind::Real.folder().ok_or_else(no_home)?;
    let store = match Store::open(&folder).await {
        Ok(opened) => opened.store,
        Err(StoreError::InUse) => {
            let beside = Store::open_beside(&folder).await;
            beside.map_err(|error| trouble(&error))?
        }
        Err(error) => return Err(trouble(&error)),
    };
    let now = store.connection(connection.id).await;
    let now = now.map_err(|error| trouble(&error))?;
    let same = |of: &Connection| (of.address.clone(), of.client_id.clone());
    if same(&now) != same(connection) {
        return Err(Stop::not_examined(
            "The connection was changed while it was being checked. Check it again.",
        ));
    }
    let told = |error: commands::CommandError| Stop::not_examined(error.message);
    let plan = wizard::plan(&store, &now).await.map_err(told)?;
    let everything = Focus::all();
    let assessed = history::assess(&store, &plan, now.id, checked, &everything, clock)
        .await
        .map_err(told)?;
    history::keep(&store, now.id, &assessed)
        .await
        .map_err(told)?;
    Ok(Some(assessed))
}

/// Compares the check where it cannot be kept.
async fn compared_only(
    connection: &Connection,
    plan: &Plan,
    checked: &Checked,
    clock: &Clock,
) -> Option<Assessed> {
    let store = super::connections::open_to_read().await.ok()?;
    let everything = Focus::all();
    history::assess(&store, plan, connection.id, checked, &everything, clock)
        .await
        .ok()
}
