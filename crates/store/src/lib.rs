//! Connections, answers, confirmations, past reports and profiles from files, on disk.
//!
//! One `SQLite` file in the program's own folder, held by one instance at a time;
//! beside it, another may add a report. Every change is one transaction, written through to the disk before its
//! future resolves: whatever was acknowledged survives a kill at any moment.
//!
//! Nothing blocks the caller: the one database connection sits behind a mutex and
//! each call runs on Tokio's blocking threads. A thread of its own would give the
//! same order and cost a protocol of messages; calls take about a millisecond.
//!
//! Deliberately not here: secrets. No column is meant for one, and a guard refuses
//! any text of the shape Halo gives to client secrets. They live in the keychain;
//! a connection only says where.

mod answers;
mod connection;
mod connections;
mod error;
mod exchange;
mod folder;
mod guard;
mod mappings;
mod open;
mod profiles;
mod reports;
mod rows;
mod schema;
mod settings;
mod store;

pub use answers::Confirmation;
pub use connection::{Connection, ConnectionId, SecretHome};
pub use error::{NameProblem, StoreError};
pub use guard::looks_like_a_secret;
pub use mappings::{
    DecidedBy, Decision, KeptPage, KeptSide, KeptWriting, MappingExtent, Side, Steps, Verdict,
};
pub use open::Opened;
pub use profiles::{KeptProfile, Removal};
pub use reports::{BYTES_KEPT, Extent, NewReport, REPORTS_KEPT, ReportMark, SavedReport};
pub use store::Store;
