//! Saved connections and their tasks, as lists and the hub show them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use setup::facts::HaloFound;
use setup::finding::Summary;
use setup::plan::ProfileOrigin;
use setup::plan::pages::Step;
use setup::report::Report;
use ts_rs::TS;

use super::about::ProfileCard;
use super::standing::Standing;

/// Names a connection.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ByConnection {
    /// The connection's id.
    pub connection: String,
}

/// A saved connection in the list of connections.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ConnectionCard {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The product's name.
    pub product: String,
    /// Where its profile came from.
    pub origin: ProfileOrigin,
    /// Why it cannot be opened, and what to do: its profile is not there any more.
    pub problem: Option<String>,
    /// The Halo's address, once known.
    pub address: Option<String>,
    /// The last check that reached Halo, where there was one.
    pub last_check: Option<LastCheck>,
    /// How it stands by its last checks.
    pub standing: Standing,
    /// How many of the hub's tasks are completed.
    pub done: u32,
    /// How many tasks there are.
    pub tasks: u32,
}

/// When the last check was and what it found.
#[derive(Debug, Clone, Serialize, TS)]
pub struct LastCheck {
    /// When it ended, RFC 3339.
    pub at: String,
    /// What it found, counted.
    pub summary: Summary,
}

/// One connection with everything the hub and its pages show.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ConnectionView {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its product.
    pub profile: ProfileCard,
    /// The tasks of the hub with their pages and states.
    pub tasks: Vec<Task>,
    /// What was typed as the address.
    pub typed_address: Option<String>,
    /// The Halo, once found.
    pub halo: Option<HaloFound>,
    /// The admin has confirmed the Halo's values.
    pub halo_confirmed: bool,
    /// On the customer's own server; absent where nobody said.
    pub on_premises: Option<bool>,
    /// The Client ID.
    pub client_id: Option<String>,
    /// Whether a secret is stored, and where.
    pub secret: SecretView,
    /// Keys that are ticked.
    pub ticks: Vec<String>,
    /// Findings confirmed by looking, with the time, RFC 3339.
    pub confirmed: BTreeMap<String, String>,
    /// Answers to the wizard's questions.
    pub answers: AnswersView,
    /// When the check was made that the report is of.
    pub last_check: Option<LastCheck>,
    /// How it stands by its last checks.
    pub standing: Standing,
    /// Everything has been looked at at least once; before that the report holds findings that
    /// nobody has asked Halo about yet.
    pub checked_all: bool,
    /// The report of the last check that reached Halo; while none has, of the last that tried.
    pub report: Option<Report>,
    /// The page the admin was on.
    pub place: Option<String>,
}

/// A task of the hub.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Task {
    /// What it is.
    pub step: Step,
    /// How far it is.
    pub state: TaskState,
    /// How many of its findings wait for the admin to look, once everything has been checked.
    pub to_confirm: u32,
}

/// How far a task is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum TaskState {
    /// Proved, or confirmed where the API cannot tell.
    Completed,
    /// Begun.
    InProgress,
    /// Not begun.
    NotStarted,
    /// Something else must come first.
    CannotStartYet,
    /// The last check found something wrong.
    Problem,
    /// Right as far as Halo shows; the rest is for the admin to confirm by looking.
    ToConfirm,
}

/// Whether a secret is stored, and where.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SecretView {
    /// There is one.
    pub stored: bool,
    /// In memory only, gone when the program ends.
    pub session_only: bool,
    /// A secret that Halo has not accepted yet is held in memory, to be tried again.
    pub pending: bool,
    /// The keychain's name on this system.
    pub keychain: String,
}

/// Answers to the wizard's questions.
#[derive(Debug, Clone, Default, Serialize, TS)]
pub struct AnswersView {
    /// Options by choice.
    pub choices: BTreeMap<String, String>,
    /// Ticket type names by key.
    pub ticket_types: BTreeMap<String, String>,
    /// Teams the product should see.
    pub teams: Vec<String>,
    /// Customers the admin sees in Halo.
    pub expected_customers: Option<u64>,
}

/// Gives a connection another name.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct NewName {
    /// The connection.
    pub connection: String,
    /// The name.
    pub name: String,
}

/// The page the admin is on.
#[derive(Debug, Clone, Deserialize, TS)]
#[ts(rename = "CurrentPage")]
pub struct Place {
    /// The connection.
    pub connection: String,
    /// The page's id; absent for the hub.
    pub place: Option<String>,
}
