//! Writing a mapping into the vendor's product: what the page asks and what it shows.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Writing, before, while and after it happens.
#[derive(Debug, Clone, Default, Serialize, TS)]
pub struct WritingView {
    /// The profile names a way to write this mapping. Where it does not, the rest is empty.
    pub offered: bool,
    /// The vendor's server, once its address is known.
    pub host: Option<String>,
    /// A key is stored for it.
    pub has_key: bool,
    /// The number that the vendor gave to the integration, once typed.
    pub number: Option<String>,
    /// Where that number is found.
    pub number_hint: String,
    /// What the admin should know before.
    pub remarks: Vec<String>,
    /// How many customers have their company.
    pub decided: u32,
    /// The run that is under way.
    pub running: Option<u32>,
    /// What would be written, once it was asked for.
    pub plan: Option<WritePlan>,
    /// The last writing.
    pub last: Option<LastWriting>,
}

/// What would be written.
#[derive(Debug, Clone, Serialize, TS)]
pub struct WritePlan {
    /// Names it: what was shown is what is written.
    pub number: u32,
    /// When it was made, RFC 3339.
    pub made: String,
    /// The server it was made for.
    pub host: String,
    /// How many rows it has.
    pub rows: u32,
    /// Those that get their company.
    pub set: u32,
    /// Those that have it already.
    pub same: u32,
    /// Those that have another company now.
    pub change: u32,
    /// Those that are perhaps another's.
    pub doubtful: u32,
    /// Those that the vendor has no row for yet.
    pub missing: u32,
    /// Those that cannot be written as things are.
    pub stuck: u32,
    /// Those that will be written.
    pub included: u32,
}

/// The last writing.
#[derive(Debug, Clone, Serialize, TS)]
pub struct LastWriting {
    /// When it was begun, RFC 3339.
    pub begun: String,
    /// Where it was written.
    pub host: String,
    /// How many rows were to be written.
    pub rows: u32,
    /// Those that stand there.
    pub done: u32,
    /// Those that do not.
    pub failed: u32,
    /// Those of which nobody knows.
    pub unknown: u32,
    /// Those for which nothing was sent.
    pub waiting: u32,
    /// Why it ended before its last row, and what to do.
    pub message: Option<String>,
}

/// How a row of a plan stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum WriteState {
    /// It gets its company.
    Set,
    /// It has it already.
    Same,
    /// It has another company now.
    Change,
    /// It is perhaps another's.
    Doubtful,
    /// The vendor has no row for it yet.
    Missing,
    /// It cannot be written as things are.
    Stuck,
}

/// One row of a plan.
#[derive(Debug, Clone, Serialize, TS)]
pub struct WriteRow {
    /// The customer's id.
    pub id: String,
    /// The customer.
    pub customer: String,
    /// The company it gets.
    pub company: String,
    /// The company it has now.
    pub now: Option<String>,
    /// How it stands.
    pub state: WriteState,
    /// The same in words, with what to do.
    pub words: String,
    /// The admin may include it or leave it out.
    pub may_be_included: bool,
    /// It will be written.
    pub included: bool,
}

/// Which rows of a plan are in sight.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct WriteWindow {
    /// The connection.
    pub connection: String,
    /// The mapping.
    pub mapping: String,
    /// Only those that stand so; absent for all.
    pub state: Option<WriteState>,
    /// The first one's place.
    pub offset: u32,
    /// How many, two hundred at most.
    pub count: u32,
}

/// Rows of a plan.
#[derive(Debug, Clone, Serialize, TS)]
pub struct WriteRows {
    /// How many there are.
    pub total: u32,
    /// Those in sight.
    pub rows: Vec<WriteRow>,
}

/// Includes rows of a plan, or leaves them out.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct IncludeRows {
    /// The connection.
    pub connection: String,
    /// The mapping.
    pub mapping: String,
    /// The plan's number.
    pub plan: u32,
    /// One customer's id; absent for all that stand so.
    pub row: Option<String>,
    /// All that stand so; absent for one row.
    pub state: Option<WriteState>,
    /// They will be written.
    pub included: bool,
}

/// What became of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum WriteOutcome {
    /// It stands there.
    Done,
    /// It does not.
    Failed,
    /// Nobody knows.
    Unknown,
    /// Nothing was sent.
    Waiting,
}

/// One row that was to be written.
#[derive(Debug, Clone, Serialize, TS)]
pub struct WrittenRow {
    /// The customer's id.
    pub id: String,
    /// The customer.
    pub customer: String,
    /// The company it was to get.
    pub company: String,
    /// The company it had before.
    pub before: Option<String>,
    /// What became of it.
    pub outcome: WriteOutcome,
    /// The same in words, with what to do.
    pub words: String,
}

/// Which rows of the last writing are in sight.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct WrittenWindow {
    /// The connection.
    pub connection: String,
    /// The mapping.
    pub mapping: String,
    /// The first one's place; failures come first.
    pub offset: u32,
    /// How many, two hundred at most.
    pub count: u32,
}

/// Rows of the last writing.
#[derive(Debug, Clone, Serialize, TS)]
pub struct WrittenRows {
    /// How many there are.
    pub total: u32,
    /// Those in sight.
    pub rows: Vec<WrittenRow>,
}

/// The number that the vendor gave to the integration.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct IntegrationNumber {
    /// The connection.
    pub connection: String,
    /// The mapping.
    pub mapping: String,
    /// The number as typed.
    pub number: String,
}

/// What became of the number.
#[derive(Debug, Clone, Serialize, TS)]
pub struct WritingReply {
    /// What is wrong and what to do, where nothing was kept.
    pub problem: Option<String>,
    /// Writing as it stands now.
    pub view: WritingView,
}

/// Looks what would be written.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct StartWritePlan {
    /// The connection.
    pub connection: String,
    /// The mapping.
    pub mapping: String,
    /// Only the rows of the last writing that do not stand there.
    pub only_failed: bool,
}

/// Writes what was shown.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct StartWriting {
    /// The connection.
    pub connection: String,
    /// The mapping.
    pub mapping: String,
    /// The plan that was shown.
    pub plan: u32,
    /// How many rows the admin was told will be written.
    pub rows: u32,
}
