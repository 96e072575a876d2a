//! The types that cross to the page and back, beside those of the domain.
//!
//! None of them can hold a secret on its way out: [`TypedSecret`] is read only, and nothing that
//! is serialised here has a field for one.

pub mod typescript;

use std::collections::BTreeMap;

use secrecy::SecretString;
use serde::{Deserialize, Serialize};
use setup::facts::HaloFound;
use setup::finding::{Finding, Summary};
use setup::hand_over::FilledForm;
use setup::plan::ProfileOrigin;
use setup::plan::pages::Step;
use setup::profile::Completeness;
use setup::report::Report;
use ts_rs::TS;

/// No request, or no reply.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize, TS)]
pub struct Nothing {}

/// Names a profile.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ByProfile {
    /// The profile's id.
    pub profile: String,
}

/// Names a connection.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ByConnection {
    /// The connection's id.
    pub connection: String,
}

/// Names a check that runs or has run.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct ByRun {
    /// The number from [`CheckStarted`].
    pub run: u32,
}

/// What the page needs to know of the program and this computer.
#[derive(Debug, Clone, Serialize, TS)]
pub struct AppInfo {
    /// The program's version.
    pub version: String,
    /// "linux", "macos" or "windows".
    pub platform: String,
    /// The colours the admin chose.
    pub theme: Theme,
    /// The rehearsal tenant, where the wizard was opened on it.
    pub rehearsal: Option<RehearsalInfo>,
    /// Something to tell the admin at the start, for example that a damaged file was set aside.
    pub notice: Option<String>,
    /// The connection that was worked on last.
    pub last_connection: Option<String>,
}

/// How to connect to the rehearsal tenant. Its secret is for practice and opens nothing else;
/// it is handed over by the clipboard all the same.
#[derive(Debug, Clone, Serialize, TS)]
pub struct RehearsalInfo {
    /// Its address.
    pub address: String,
    /// The Client ID to use, by profile.
    pub client_ids: BTreeMap<String, String>,
}

/// The colours of the window.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Colours {
    /// As the system.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// The colours the admin chose.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize, TS)]
pub struct Theme {
    /// The colours.
    pub colours: Colours,
}

/// A product in the list of products.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ProfileCard {
    /// The profile's id.
    pub id: String,
    /// The product's name.
    pub name: String,
    /// Who makes it.
    pub maker: String,
    /// Its category.
    pub category: String,
    /// What the connection does.
    pub summary: String,
    /// Words a person may search for.
    pub keywords: Vec<String>,
    /// How long the set-up takes, in minutes.
    pub minutes: u32,
    /// How much of the maker's guide the profile was made from.
    pub completeness: Completeness,
    /// Where the profile came from.
    pub origin: ProfileOrigin,
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
    /// The Halo's address, once known.
    pub address: Option<String>,
    /// The last check, where there was one.
    pub last_check: Option<LastCheck>,
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
    /// When the last check was.
    pub last_check: Option<LastCheck>,
    /// Everything has been looked at at least once; before that the report holds findings that
    /// nobody has asked Halo about yet.
    pub checked_all: bool,
    /// The last report.
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

/// What was typed as the address.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct TypedAddress {
    /// The connection.
    pub connection: String,
    /// The text, as typed or pasted.
    pub address: String,
}

/// What was found at the typed address.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Found {
    /// The Halo, where there is one.
    pub halo: Option<HaloFound>,
    /// The finding about the address.
    pub finding: Finding,
    /// The text is not an address at all: an error of the field, not of the network.
    pub field_problem: Option<String>,
    /// The connection as it is now.
    pub view: ConnectionView,
}

/// The servers and the tenant as the admin confirmed them.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct HaloConfirmed {
    /// The connection.
    pub connection: String,
    /// The authorisation server, as shown or corrected.
    pub authorisation_server: String,
    /// The tenant; empty for none.
    pub tenant: String,
    /// On the customer's own server.
    pub on_premises: bool,
}

/// What became of a typed value.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FieldReply {
    /// What is wrong with it and what to do, where it was not taken.
    pub problem: Option<String>,
    /// The name of the field that is wrong, where a page has several.
    pub field: Option<String>,
    /// The connection as it is now.
    pub view: ConnectionView,
}

/// An answer to one of the wizard's questions.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct Answered {
    /// The connection.
    pub connection: String,
    /// The answer.
    pub answer: Answer,
}

/// An answer.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(tag = "to", rename_all = "kebab-case")]
pub enum Answer {
    /// To one of the profile's choices.
    Choice {
        /// The choice.
        id: String,
        /// The option.
        option: String,
    },
    /// Which ticket type serves; empty takes the answer back.
    TicketType {
        /// The requirement's key.
        key: String,
        /// The ticket type's name.
        name: String,
    },
    /// Which teams the product should see.
    Teams {
        /// Their names.
        names: Vec<String>,
    },
    /// How many customers the admin sees in Halo; absent takes the answer back.
    ExpectedCustomers {
        /// The number.
        count: Option<u32>,
    },
}

/// A tick.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct Tick {
    /// The connection.
    pub connection: String,
    /// What is ticked.
    pub key: String,
    /// Ticked or not.
    pub done: bool,
}

/// The admin has looked at what the API cannot tell.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct Confirmation {
    /// The connection.
    pub connection: String,
    /// The finding's id.
    pub finding: String,
    /// It is as it should be; `false` takes it back.
    pub confirmed: bool,
}

/// The Client ID as typed.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct TypedClientId {
    /// The connection.
    pub connection: String,
    /// The text, as typed or pasted.
    pub text: String,
}

/// The Client Secret as typed. One way: it has no way to be serialised or printed.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct TypedSecret {
    /// The connection.
    pub connection: String,
    /// The secret.
    #[ts(type = "string")]
    pub secret: SecretString,
}

/// What became of a secret that was pasted or typed.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SecretReply {
    /// It was taken, tested with Halo and stored.
    pub stored: bool,
    /// How many characters arrived. Never the characters.
    pub characters: u32,
    /// What is wrong and what to do, where it was not stored.
    pub problem: Option<String>,
    /// The finding about the credentials, where they were tested.
    pub finding: Option<Finding>,
    /// The connection as it is now.
    pub view: ConnectionView,
}

/// Whether the keychain can keep a secret.
#[derive(Debug, Clone, Serialize, TS)]
pub struct KeychainView {
    /// How it is.
    pub state: KeychainState,
    /// Its name on this system.
    pub name: String,
    /// What that means, as a sentence.
    pub meaning: String,
    /// What to do about it; absent when it is ready.
    pub advice: Option<String>,
    /// Secrets are kept in memory only, by the admin's choice.
    pub session_only: bool,
}

/// How the keychain is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum KeychainState {
    /// A secret was written, read back and deleted.
    Ready,
    /// It asks to be unlocked.
    Locked,
    /// It refuses this program.
    Denied,
    /// There is none.
    Absent,
    /// It did not answer within the limit.
    TimedOut,
}

/// Keep secrets in memory only.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct SessionOnly {
    /// In memory only, or in the keychain again.
    pub session_only: bool,
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

/// The vendor's form, filled in.
#[derive(Debug, Clone, Serialize, TS)]
pub struct HandOverView {
    /// The form; absent where the product has none.
    pub form: Option<FilledForm>,
    /// Rows that are ticked, by label.
    pub ticked: Vec<String>,
}

/// A text for the clipboard.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct CopyText {
    /// The text.
    pub text: String,
}

/// Whether our secret is still on the clipboard.
#[derive(Debug, Clone, Copy, Serialize, TS)]
pub struct ClipboardView {
    /// Seconds until it is cleared; absent when it is not there.
    pub seconds_left: Option<u32>,
}

/// A page to open in the browser.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct Link {
    /// The connection, or absent on pages before there is one.
    pub connection: Option<String>,
    /// The profile, where there is no connection.
    pub profile: Option<String>,
    /// The address, exactly as the plan or profile names it.
    pub link: String,
}

/// Which file to write the report to.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ReportFormat {
    /// The connection.
    pub connection: String,
    /// The format.
    pub format: ReportKind,
}

/// The format of a saved report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum ReportKind {
    /// Plain text, to read or print.
    Text,
    /// The JSON of `check --json`.
    Json,
}

/// Where a file was written.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SavedFile {
    /// Its path; absent when the admin chose none.
    pub path: Option<String>,
}
