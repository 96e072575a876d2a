//! Checks in the background.

use serde::{Deserialize, Serialize};
use setup::finding::Finding;
use ts_rs::TS;

use super::connection::ConnectionView;

/// Names a check that runs or has run.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct ByRun {
    /// The number from [`CheckStarted`].
    pub run: u32,
}

/// What to check.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct CheckScope {
    /// The connection.
    pub connection: String,
    /// Findings to check, by id or by a pattern with `*` at its end; all where absent.
    pub findings: Option<Vec<String>>,
}

/// A check has begun.
#[derive(Debug, Clone, Copy, Serialize, TS)]
pub struct CheckStarted {
    /// The run's number.
    pub run: u32,
}

/// Waits for a check to move on.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct WatchRun {
    /// The run.
    pub run: u32,
    /// The version of the progress that the page has seen; 0 for none.
    pub seen: u32,
}

/// How far a check is.
#[derive(Debug, Clone, Serialize, TS)]
pub struct CheckProgress {
    /// Version of this progress; goes up with every change.
    pub version: u32,
    /// What is being looked at, in order.
    pub looks: Vec<Look>,
    /// Halo asked us to wait: for how many seconds.
    pub waiting_seconds: Option<u32>,
    /// How the check ended, once it has.
    pub ended: Option<CheckEnd>,
}

/// One thing that is looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Look {
    /// What it is, for example "Teams this agent can see".
    pub what: String,
    /// How far it is.
    pub state: LookState,
}

/// How far a look is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum LookState {
    /// Not begun.
    Waiting,
    /// Under way.
    Looking,
    /// Halo has answered, whatever it said.
    Looked,
    /// No answer.
    NoAnswer,
}

/// How a check ended.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(tag = "how", rename_all = "kebab-case")]
pub enum CheckEnd {
    /// It ran to its end. The view holds the report; these are the findings that were asked for.
    Done {
        /// The connection as it is now.
        view: Box<ConnectionView>,
        /// The findings that were asked for.
        findings: Vec<Finding>,
    },
    /// The admin stopped it. Nothing was kept.
    Cancelled,
    /// Something on this computer went wrong.
    Error {
        /// What, and what to do.
        message: String,
    },
}
