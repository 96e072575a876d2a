//! What changed in a connection between two checks, with the dates between which it changed.
//!
//! Called by the `commands` crate after every check. Each check is boiled down to a [`Snapshot`]:
//! what it learned, aspect by aspect. Only what both checks learned is compared, so that "no
//! answer" is never a change; both are judged by today's plan, so that an answer of the admin's or
//! a newer Halyard is none either. The checks in between narrow the dates down.
//! A change is data; its sentence is made when it is shown ([`shown`]).
//! Not here: which checks are compared, which the `commands` crate chooses.

mod about;
mod aspect;
mod effect;
mod group;
pub mod plain;
mod reach;
mod snapshot;
mod when;
mod words;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::finding::Finding;
use crate::plan::Plan;

pub use about::About;
pub use reach::is_reached;
pub use snapshot::Snapshot;
pub use when::{Calendar, day, day_everywhere};

/// One change, as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Change {
    /// What it is about.
    pub about: About,
    /// What became of it.
    pub kind: ChangeKind,
    /// What it means for the connection.
    pub effect: Effect,
    /// The names of what came or went, where they are known.
    pub names: Vec<String>,
    /// The value before, where it has one.
    pub was: Option<String>,
    /// The value now, where it has one.
    pub now: Option<String>,
    /// The last check that found it as before.
    #[ts(type = "string")]
    pub after: Timestamp,
    /// The first check that found it as it is now.
    #[ts(type = "string")]
    pub by: Timestamp,
    /// The findings of the present report that say what to do about it, by id.
    pub findings: Vec<String>,
}

/// One change, as it is shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ShownChange {
    /// The change.
    #[serde(flatten)]
    pub change: Change,
    /// All that in a sentence.
    pub text: String,
}

/// What became of a thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum ChangeKind {
    /// It was not there before.
    Added,
    /// It is not there any more.
    Removed,
    /// It is another one, or has another value.
    Changed,
}

/// What a change means for the connection.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Effect {
    /// Something that was right is not right any more.
    Worse,
    /// Something that was wrong is right now.
    Better,
    /// Neither; good to know.
    Neither,
}

/// What is different now from what the `base` showed, most important first. `history` holds every
/// check there is from the base to now, oldest first, and may hold both of them.
pub fn changes(plan: &Plan, base: &Snapshot, history: &[Snapshot], now: &Snapshot) -> Vec<Change> {
    let found = effect::differences(plan, base, history, now);
    let groups = group::together(found);
    let mut changes: Vec<Change> = groups.iter().map(group::Group::change).collect();
    changes.sort_by_key(|change| change.effect);
    changes
}

/// Changes with a sentence each, in today's words and by the reader's calendar. `findings` are
/// those of the report that the changes were found with.
pub fn shown(changes: &[Change], findings: &[Finding], calendar: &Calendar) -> Vec<ShownChange> {
    let changes = changes.iter();
    let said = changes.map(|change| ShownChange {
        change: change.clone(),
        text: words::sentence(change, findings, calendar),
    });
    said.collect()
}
