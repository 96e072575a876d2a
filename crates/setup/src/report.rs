//! The report: what `halyard check --json` prints, the window shows and the store remembers.
//!
//! Its shape is a promise to those who run it on a schedule: fields are added, never changed.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::finding::{Finding, Summary};
use crate::plan::ProfileOrigin;

/// Version of the report's shape.
pub const SCHEMA: u32 = 1;

/// One run's answer. A value that was not learned is `null`, never a guess.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Report {
    /// Version of the shape; [`SCHEMA`].
    pub schema: u32,
    /// The profile that was checked.
    pub profile: ReportProfile,
    /// The Halo that was looked at.
    pub halo: ReportHalo,
    /// Who the token stands for.
    pub identity: Option<Identity>,
    /// Scopes asked for and granted.
    pub scopes: ReportScopes,
    /// What this agent can see.
    pub visibility: Visibility,
    /// All findings, in the order in which an admin would fix them.
    pub findings: Vec<Finding>,
    /// How many have which status.
    pub summary: Summary,
}

/// The profile that was checked.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ReportProfile {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Where it came from.
    pub source: ProfileOrigin,
}

/// The Halo that was looked at.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReportHalo {
    /// Its web address.
    pub address: Option<String>,
    /// Where the API is.
    pub resource_server: Option<String>,
    /// Where tokens are issued.
    pub authorisation_server: Option<String>,
    /// The tenant.
    pub tenant: Option<String>,
    /// The product.
    pub product: Option<String>,
    /// The version.
    pub version: Option<String>,
}

/// Who the token stands for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Identity {
    /// Halo's number of the agent.
    pub agent_id: Option<i64>,
    /// The agent's name.
    pub name: Option<String>,
    /// The agent's e-mail address.
    pub email: Option<String>,
}

/// Scopes asked for and granted.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReportScopes {
    /// What the profile asks for.
    pub required: Vec<String>,
    /// What Halo says it granted; `null` where it does not say.
    pub granted: Option<Vec<String>>,
    /// Names that are not scopes of Halo.
    pub unknown: Vec<String>,
}

/// What Halo lists to this agent by default.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Visibility {
    /// Customers.
    pub customers: Option<u64>,
    /// Teams.
    pub teams: Option<u64>,
    /// Agents.
    pub agents: Option<u64>,
    /// Ticket types.
    pub ticket_types: Option<u64>,
    /// Tickets.
    pub tickets: Option<u64>,
}
