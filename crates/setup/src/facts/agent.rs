//! The agent that the token stands for, with its memberships and restrictions.

use serde::{Deserialize, Serialize};

/// An agent as Halo shows it. Absent where Halo leaves it out.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct AgentFact {
    /// Halo's number.
    pub id: Option<i64>,
    /// Its name.
    pub name: Option<String>,
    /// Its e-mail address.
    pub email: Option<String>,
    /// The account is not active.
    pub is_disabled: Option<bool>,
    /// "Is an API-only Agent".
    pub is_api_only: Option<bool>,
    /// "Is a HaloPSA Administrator".
    pub is_administrator: Option<bool>,
    /// Name of the default team; empty for "*No Default Team*".
    pub default_team: Option<String>,
    /// Teams it belongs to, itself or by a role.
    pub teams: Option<Vec<String>>,
    /// The two ticks beside each of its teams.
    pub team_ticks: Option<Vec<TeamTicks>>,
    /// Departments with Halo's number of the membership level; one may come more than once, from
    /// the agent itself and from its roles.
    pub departments: Option<Vec<DepartmentFact>>,
    /// Customers it is restricted to; empty for no restriction (reported, 2024).
    pub customers: Option<Vec<String>>,
    /// Ticket types it is restricted to; empty for no restriction (reported, 2024).
    pub ticket_types: Option<Vec<String>>,
    /// Its roles.
    pub roles: Option<Vec<String>>,
}

/// Membership of a department.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DepartmentFact {
    /// The department's name.
    pub name: String,
    /// Halo's number; 2 is "Modify All" (confirmed, 2026), others are not known for certain.
    pub level: Option<i64>,
}

/// The ticks beside one of the agent's teams. That Halo's fields stand for the labels follows
/// from their names (inferred, 2024).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TeamTicks {
    /// The team's name.
    pub team: String,
    /// "Can see Unassigned Tickets for this Team".
    pub unassigned: Option<bool>,
    /// "Can see Tickets assigned to other Agents in this Team".
    pub of_others: Option<bool>,
}
