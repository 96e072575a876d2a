//! What the admin told us about one connection: the part of it that plans and judging read.
//!
//! The store keeps it; the `commands` crate hands it over. Never here: the Client Secret.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::statement::Confirmed;

/// The admin's answers.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Answers {
    /// The option chosen for each of the profile's choices.
    pub choices: BTreeMap<String, String>,
    /// On the customer's own server rather than hosted by Halo.
    pub on_premises: Option<bool>,
    /// Name the admin gave the agent.
    pub agent_name: Option<String>,
    /// Name the admin gave the application.
    pub application_name: Option<String>,
    /// Teams the product should see.
    pub wanted_teams: BTreeSet<String>,
    /// How many customers the admin sees in Halo.
    pub expected_customers: Option<u64>,
    /// Name of the ticket type that the admin made or chose, by the requirement's key.
    pub ticket_types: BTreeMap<String, String>,
    /// Findings the admin has confirmed by looking: when, and what they asked for then.
    pub confirmed: BTreeMap<String, Confirmed>,
}
