//! What is kept of a check, and how it compares with the checks before it.
//!
//! The window and the terminal both keep their checks through here. A check is compared with the
//! last good one before it, and where there is none with the last whole one; [`setup::changes`]
//! says what differs. Only what differs is kept, no words. Not here: how the comparison is shown.

use serde::{Deserialize, Serialize};
use setup::changes::{Change, Effect, Snapshot, changes, is_reached};
use setup::judge::judge;
use setup::{Facts, Plan};
use store::{ConnectionId, Extent, NewReport, SavedReport, Store};

use crate::check::{self, Checked};
use crate::clock::Clock;
use crate::error::CommandError;
use crate::probe::Focus;
use crate::saved::{self, SavedCheck};

/// How a check compares with an earlier one, as it is kept.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Compared {
    /// When the earlier check was made.
    pub with: jiff::Timestamp,
    /// The earlier check was good.
    pub good: bool,
    /// What is different, most important first.
    pub changes: Vec<Change>,
}

/// A check as it is to be kept.
#[derive(Debug, Clone)]
pub struct Assessed {
    /// The check, compared.
    pub check: SavedCheck,
    /// How much of Halo the run reached.
    pub extent: Extent,
    /// When the last good check was; this one, where it is good.
    pub last_good: Option<jiff::Timestamp>,
    made: jiff::Timestamp,
    good: bool,
}

/// Compares a check with those before it. Nothing is written.
pub async fn assess(
    store: &Store,
    plan: &Plan,
    id: ConnectionId,
    checked: &Checked,
    focus: &Focus,
    clock: &Clock,
) -> Result<Assessed, CommandError> {
    let made = clock.now();
    let rows = store.reports(id).await?;
    let was_complete = rows.iter().any(|row| row.extent == Extent::Whole);
    let own = checked.seen.as_ref().unwrap_or(&checked.facts);
    let extent = if !is_reached(own, focus.is_all()) {
        Extent::Nothing
    } else if focus.is_all() {
        Extent::Whole
    } else {
        Extent::Part
    };
    let mut facts = checked.facts.clone();
    if let Some(earlier) = rows.iter().find_map(saved::check) {
        facts.remember(&earlier.facts);
    }
    let report = check::report(plan, &facts);
    let good = extent != Extent::Nothing && check::is_good(&report);
    let mut kept = SavedCheck {
        report,
        facts,
        complete: extent == Extent::Whole || was_complete,
        seen: checked.seen.clone(),
        compared: None,
    };
    if extent != Extent::Nothing {
        kept.compared = compared(plan, &rows, made, &kept);
    }
    let earlier = rows.iter().find(|row| row.good).map(|row| row.made);
    Ok(Assessed {
        check: kept,
        extent,
        last_good: if good { Some(made) } else { earlier },
        made,
        good,
    })
}

/// Keeps a check that was assessed.
pub async fn keep(
    store: &Store,
    id: ConnectionId,
    assessed: &Assessed,
) -> Result<(), CommandError> {
    let body = serde_json::to_value(&assessed.check).map_err(|_| CommandError::bad_request())?;
    let report = NewReport {
        made: assessed.made,
        good: assessed.good,
        extent: assessed.extent,
        body: &body,
    };
    Ok(store.save_report(id, report).await?)
}

/// Puts the last check in line with what the admin has said since, without asking Halo.
pub async fn judge_again(store: &Store, plan: &Plan, id: ConnectionId) -> Result<(), CommandError> {
    let rows = store.reports(id).await?;
    for (position, row) in rows.iter().enumerate() {
        // Those that stand for the present: the latest that reached Halo, and a later one that
        // did not.
        let is_present = row.extent == Extent::Nothing
            || rows[..position]
                .iter()
                .all(|one| one.extent == Extent::Nothing);
        let Some(last) = saved::check(row).filter(|_| is_present) else {
            continue;
        };
        let report = check::report(plan, &last.facts);
        if report == last.report {
            continue;
        }
        let good = row.extent != Extent::Nothing && check::is_good(&report);
        let mut again = SavedCheck { report, ..last };
        if row.extent != Extent::Nothing {
            again.compared = compared(plan, &rows[position + 1..], row.made, &again);
        }
        let body = serde_json::to_value(again).map_err(|_| CommandError::bad_request())?;
        store.replace_report(id, row.number, &body, good).await?;
    }
    Ok(())
}

/// One check of the history, as this version reads it.
struct Past<'a> {
    row: &'a SavedReport,
    check: SavedCheck,
}

/// How a check made now compares with the kept ones, latest first.
fn compared(
    plan: &Plan,
    rows: &[SavedReport],
    made: jiff::Timestamp,
    check: &SavedCheck,
) -> Option<Compared> {
    if !check.complete {
        return None;
    }
    let reached = rows.iter().filter(|row| row.extent != Extent::Nothing);
    let past: Vec<Past<'_>> = reached
        .filter_map(|row| {
            Some(Past {
                row,
                check: saved::check(row)?,
            })
        })
        .collect();
    let good = past.iter().find(|past| past.row.good);
    let latest = past.iter().find(|past| past.check.complete);
    let base = good.or(latest)?;

    let now = snapshot(plan, made, &check.facts);
    let before = snapshot(plan, base.row.made, &base.check.facts);
    // Where it stands as before, the history has nothing to add.
    let mut found = changes(plan, &before, &[], &now);
    // What was wrong at the last check and is right now is news as well.
    let latest = latest.filter(|latest| latest.row.number != base.row.number);
    let latest = latest.map(|latest| snapshot(plan, latest.row.made, &latest.check.facts));
    let mended = |history: &[Snapshot]| -> Vec<Change> {
        let changes = latest
            .iter()
            .flat_map(|latest| changes(plan, latest, history, &now));
        changes
            .filter(|change| change.effect == Effect::Better)
            .collect()
    };
    let mut put_right = mended(&[]);
    if !found.is_empty() || !put_right.is_empty() {
        let history = history(plan, &past, &now, check, made);
        found = changes(plan, &before, &history, &now);
        put_right = mended(&history);
    }
    put_right.retain(|change| {
        let same = |one: &Change| one.about == change.about && one.names == change.names;
        !found.iter().any(same)
    });
    found.extend(put_right);
    found.sort_by_key(|change| change.effect);
    Some(Compared {
        with: base.row.made,
        good: base.row.good,
        changes: found,
    })
}

/// Every check up to now, oldest first, each with what it saw itself.
fn history(
    plan: &Plan,
    past: &[Past<'_>],
    now: &Snapshot,
    check: &SavedCheck,
    made: jiff::Timestamp,
) -> Vec<Snapshot> {
    let seen = |check: &SavedCheck| check.seen.clone().unwrap_or_else(|| check.facts.clone());
    let earlier = past.iter().rev();
    let mut history: Vec<Snapshot> = earlier
        .map(|past| snapshot(plan, past.row.made, &seen(&past.check)))
        .collect();
    history.push(match &check.seen {
        Some(seen) => snapshot(plan, made, seen),
        None => now.clone(),
    });
    history
}

/// What facts show by today's plan.
fn snapshot(plan: &Plan, at: jiff::Timestamp, facts: &Facts) -> Snapshot {
    Snapshot::of(at, facts, &judge(plan, facts))
}
