//! Agents: who the application speaks for, and what that agent may do as far as Halo says.
//!
//! Field names: schema `Uname` of Halo's own API description (confirmed, 2024). Every field but the id
//! may be missing, depending on version and rights.
//! Deliberately not here: what the claim codes mean. No public table says.

use serde::Deserialize;

use crate::{
    envelope::Listing,
    errand::Errand,
    error::HaloError,
    halo::{Halo, on},
    resource::Resource,
    tolerant,
};

/// An agent.
#[derive(Debug, Clone, Deserialize)]
pub struct Agent {
    /// The agent's number. 1 is the pseudo-agent "Unassigned" (confirmed, 2026).
    #[serde(deserialize_with = "tolerant::id")]
    pub id: i64,
    /// The name shown.
    #[serde(default, deserialize_with = "tolerant::text")]
    pub name: Option<String>,
    /// The e-mail address.
    #[serde(default, deserialize_with = "tolerant::text")]
    pub email: Option<String>,
    /// Whether the account is switched off.
    #[serde(default, rename = "isdisabled", deserialize_with = "tolerant::flag")]
    pub is_disabled: Option<bool>,
    /// "Is an API-only Agent".
    #[serde(default, rename = "isapiagent", deserialize_with = "tolerant::flag")]
    pub is_api_agent: Option<bool>,
    /// "Is a `HaloPSA` Administrator".
    #[serde(default, deserialize_with = "tolerant::flag")]
    pub is_admin: Option<bool>,
    /// The name of the default team; empty for none.
    #[serde(default, deserialize_with = "tolerant::told")]
    pub team: Option<String>,
    /// The teams the agent is in.
    #[serde(default, deserialize_with = "tolerant::rows")]
    pub teams: Option<Vec<AgentTeam>>,
    /// The departments the agent is in.
    #[serde(default, deserialize_with = "tolerant::rows")]
    pub departments: Option<Vec<AgentDepartment>>,
    /// The customers the agent is restricted to; an empty list means no restriction (reported).
    #[serde(default, deserialize_with = "tolerant::rows")]
    pub clients: Option<Vec<AgentCustomer>>,
    /// The ticket types the agent is restricted to; an empty list means no restriction (reported).
    #[serde(default, rename = "tickettypes", deserialize_with = "tolerant::rows")]
    pub ticket_types: Option<Vec<AgentTicketType>>,
    /// The agent's roles.
    #[serde(default, deserialize_with = "tolerant::rows")]
    pub roles: Option<Vec<AgentRole>>,
    /// The effective rights as opaque codes.
    #[serde(default, deserialize_with = "tolerant::rows")]
    pub claims: Option<Vec<Claim>>,
}

/// A row of an agent's teams.
#[derive(Debug, Clone, Deserialize)]
pub struct AgentTeam {
    /// The team's number.
    #[serde(default, deserialize_with = "tolerant::number")]
    pub team_id: Option<i64>,
    /// The team's name.
    #[serde(default, deserialize_with = "tolerant::text")]
    pub team_name: Option<String>,
    /// The department the team belongs to.
    #[serde(default, deserialize_with = "tolerant::number")]
    pub department_id: Option<i64>,
    /// The role the row comes from; empty where it is set on the agent itself (confirmed, 2026).
    #[serde(default, deserialize_with = "tolerant::text")]
    pub role_id: Option<String>,
    /// Whether the agent is a member, where Halo says so.
    #[serde(default, deserialize_with = "tolerant::flag")]
    pub in_section: Option<bool>,
    /// "Can see Unassigned Tickets for this Team".
    #[serde(default, deserialize_with = "tolerant::flag")]
    pub unassigned_access: Option<bool>,
    /// "Can see Tickets assigned to other Agents in this Team".
    #[serde(
        default,
        rename = "otheragent_access",
        deserialize_with = "tolerant::flag"
    )]
    pub other_agent_access: Option<bool>,
}

/// A row of an agent's departments.
#[derive(Debug, Clone, Deserialize)]
pub struct AgentDepartment {
    /// The department's number.
    #[serde(default, deserialize_with = "tolerant::number")]
    pub department_id: Option<i64>,
    /// The department's name.
    #[serde(default, deserialize_with = "tolerant::text")]
    pub department_name: Option<String>,
    /// The membership level: 2 is "Modify All" (confirmed, 2026); 0, 1 and 3 are not settled.
    #[serde(
        default,
        rename = "membershiplevel",
        deserialize_with = "tolerant::number"
    )]
    pub membership_level: Option<i64>,
    /// The role the row comes from.
    #[serde(default, deserialize_with = "tolerant::text")]
    pub role_id: Option<String>,
}

/// A row of the customers an agent is restricted to.
#[derive(Debug, Clone, Deserialize)]
pub struct AgentCustomer {
    /// The customer's number.
    #[serde(default, rename = "client_id", deserialize_with = "tolerant::number")]
    pub customer_id: Option<i64>,
    /// The customer's name.
    #[serde(default, rename = "client_name", deserialize_with = "tolerant::text")]
    pub customer_name: Option<String>,
}

/// A row of the ticket types an agent is restricted to.
#[derive(Debug, Clone, Deserialize)]
pub struct AgentTicketType {
    /// The ticket type's number.
    #[serde(
        default,
        rename = "tickettype_id",
        deserialize_with = "tolerant::number"
    )]
    pub ticket_type_id: Option<i64>,
    /// The ticket type's name.
    #[serde(
        default,
        rename = "tickettype_name",
        deserialize_with = "tolerant::text"
    )]
    pub ticket_type_name: Option<String>,
    /// Whether tickets of this type may be made.
    #[serde(default, rename = "cancreate", deserialize_with = "tolerant::flag")]
    pub can_create: Option<bool>,
    /// Whether they may be seen.
    #[serde(default, rename = "canview", deserialize_with = "tolerant::flag")]
    pub can_view: Option<bool>,
    /// Whether they may be changed.
    #[serde(default, rename = "canedit", deserialize_with = "tolerant::flag")]
    pub can_edit: Option<bool>,
}

/// A role of an agent.
#[derive(Debug, Clone, Deserialize)]
pub struct AgentRole {
    /// A GUID.
    #[serde(default, deserialize_with = "tolerant::text")]
    pub id: Option<String>,
    /// The role's name.
    #[serde(default, deserialize_with = "tolerant::text")]
    pub name: Option<String>,
}

/// One effective right, in codes that are not public.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Claim {
    /// The code.
    #[serde(default, rename = "type", deserialize_with = "tolerant::text")]
    pub kind: Option<String>,
    /// Its value.
    #[serde(default, deserialize_with = "claim_value")]
    pub value: Option<String>,
}

fn claim_value<'de, D: serde::Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    Ok(match serde_json::Value::deserialize(from)? {
        serde_json::Value::Bool(flag) => Some(flag.to_string()),
        serde_json::Value::String(text) => Some(text),
        serde_json::Value::Number(number) => Some(number.to_string()),
        _ => None,
    })
}

impl Agent {
    /// Whether the claims hold the super administrator's right: type `SA`, value `true`
    /// (confirmed on one tenant, 2026). `None` where no claims came.
    pub fn claims_super_administrator(&self) -> Option<bool> {
        let claims = self.claims.as_ref()?;
        Some(claims.iter().any(|claim| {
            claim.kind.as_deref() == Some("SA")
                && claim
                    .value
                    .as_deref()
                    .is_some_and(|value| value.eq_ignore_ascii_case("true"))
        }))
    }
}

impl Halo {
    /// The agent this token speaks for.
    pub async fn me(&self, errand: &Errand) -> Result<Agent, HaloError> {
        self.record(errand, "Agent/me", &[]).await
    }

    /// One agent with teams, departments and restrictions.
    pub async fn agent(&self, errand: &Errand, id: i64) -> Result<Agent, HaloError> {
        self.record(errand, &format!("Agent/{id}"), &[on("includedetails")])
            .await
    }

    /// The agents this token may see, API-only ones included. Halo does not page this list.
    pub async fn agents(&self, errand: &Errand) -> Result<Listing<Agent>, HaloError> {
        self.first(
            errand,
            Resource::Agents,
            &[on("includeenabled"), on("includeapiagents")],
        )
        .await
    }
}
