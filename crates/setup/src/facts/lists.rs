//! What Halo's lists showed: how many rows, teams, ticket types with their fields.

use serde::{Deserialize, Serialize};

/// What a list showed.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Seen {
    /// How many there are, where Halo says so.
    pub total: Option<u64>,
    /// How many rows came.
    pub rows: u64,
}

impl Seen {
    /// The best number there is.
    pub fn count(&self) -> u64 {
        self.total.unwrap_or(self.rows).max(self.rows)
    }
}

/// A team.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TeamFact {
    /// Its name.
    pub name: String,
    /// The department it is in.
    pub department: Option<String>,
}

/// A ticket type.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct TicketTypeFact {
    /// Halo's number.
    pub id: i64,
    /// Its name.
    pub name: String,
    /// "Use" in Halo's own value, where given.
    pub used_for: Option<String>,
    /// The ITIL type's number: 22 Projects, 23 Tasks (confirmed, 2026).
    pub itil: Option<i64>,
    /// Halo's number of the project hierarchy; its meaning is not known for certain.
    pub hierarchy: Option<i64>,
    /// "Visible in List for Agents".
    pub visible: Option<bool>,
    /// "Agents can log new Tickets with this Ticket Type".
    pub agents_can_log: Option<bool>,
    /// The default team's name.
    pub default_team: Option<String>,
    /// Tickets of this type may be below another ticket, as tasks are below their project.
    pub may_be_child: Option<bool>,
    /// The approval process that a new ticket begins, by name or number; empty for none.
    pub approval: Option<String>,
    /// The labels of its fields, where the details were read.
    pub fields: Option<Vec<String>>,
    /// Fields that must be filled in, where the details were read.
    pub mandatory: Option<Vec<FieldFact>>,
}

/// A field of a ticket type.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct FieldFact {
    /// Halo's number of the field.
    pub id: Option<i64>,
    /// Its label.
    pub name: String,
    /// Its name inside Halo; custom fields have one of their own.
    pub internal_name: Option<String>,
}
