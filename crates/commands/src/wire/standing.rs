//! How a connection stands by its last checks.

use serde::Serialize;
use setup::changes::ShownChange;
use setup::finding::Finding;
use ts_rs::TS;

/// How a connection stands.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Standing {
    /// In one word.
    pub state: StandingState,
    /// When Halyard last looked, whatever came of it, RFC 3339.
    pub checked: Option<String>,
    /// When the last good check was, RFC 3339.
    pub last_good: Option<String>,
    /// The first of the good checks without a bad one between it and the last good one, as far
    /// back as checks are kept, RFC 3339.
    pub good_since: Option<String>,
    /// When the check was made that the last one is compared with, RFC 3339.
    pub compared_with: Option<String>,
    /// That check was good.
    pub compared_with_good: bool,
    /// What is different since, most important first.
    pub changes: Vec<ShownChange>,
    /// What stood in the way, where Halo could not be reached.
    pub obstacle: Option<Finding>,
}

/// How a connection stands, in one word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum StandingState {
    /// Not everything has been checked yet.
    NeverChecked,
    /// The last check found nothing wrong.
    Good,
    /// Something that was right at the last good check is not right any more.
    Changed,
    /// Something is wrong, and it is not known to have been right.
    ToFix,
    /// Nothing is wrong, and not everything was answered.
    Unanswered,
    /// Halo could not be reached. What is known of it is older.
    NotReached,
}
