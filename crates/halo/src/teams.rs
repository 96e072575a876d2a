//! Teams and departments.
//!
//! Field names: schemas `SectionDetail` and `Tree` of Halo's own API description (confirmed, 2024).

use serde::Deserialize;

use crate::{
    envelope::{self, Listing},
    errand::Errand,
    error::HaloError,
    halo::{Halo, on, unexpected},
    resource::Resource,
    tolerant,
};

/// A team.
#[derive(Debug, Clone, Deserialize)]
pub struct Team {
    /// The team's number.
    #[serde(deserialize_with = "tolerant::id")]
    pub id: i64,
    /// The team's name.
    #[serde(default, deserialize_with = "tolerant::text")]
    pub name: Option<String>,
    /// The department it belongs to.
    #[serde(default, deserialize_with = "tolerant::number")]
    pub department_id: Option<i64>,
    /// That department's name.
    #[serde(default, deserialize_with = "tolerant::text")]
    pub department_name: Option<String>,
    /// Whether the team is switched off.
    #[serde(default, deserialize_with = "tolerant::flag")]
    pub inactive: Option<bool>,
    /// Whether it takes tickets.
    #[serde(default, rename = "forrequests", deserialize_with = "tolerant::flag")]
    pub for_tickets: Option<bool>,
    /// Whether it takes projects.
    #[serde(default, rename = "forprojects", deserialize_with = "tolerant::flag")]
    pub for_projects: Option<bool>,
    /// Whether it takes opportunities.
    #[serde(default, rename = "foropps", deserialize_with = "tolerant::flag")]
    pub for_opportunities: Option<bool>,
}

/// A department.
#[derive(Debug, Clone, Deserialize)]
pub struct Department {
    /// The department's number.
    #[serde(deserialize_with = "tolerant::id")]
    pub id: i64,
    /// The department's name.
    #[serde(default, deserialize_with = "tolerant::text")]
    pub name: Option<String>,
    /// Whether it is a department of agents, and not a group of customers.
    #[serde(default, deserialize_with = "tolerant::flag")]
    pub agent_department: Option<bool>,
}

impl Halo {
    /// The teams this token may see. An empty list is what an agent without any membership
    /// gets (confirmed, 2026): it proves nothing about the teams that exist.
    pub async fn teams(&self, errand: &Errand) -> Result<Vec<Team>, HaloError> {
        Ok(self.first(errand, Resource::Teams, &[]).await?.rows)
    }

    /// The departments this token may see. That this call is the right one for departments is
    /// inferred; rows that say they are something else are left out.
    pub async fn departments(&self, errand: &Errand) -> Result<Vec<Department>, HaloError> {
        let body = self
            .get(errand, "TopLevel", &[on("agent_departments_only")])
            .await?;
        let listing = envelope::read::<Department>(body, "toplevels").and_then(Listing::beginning);
        let listing = listing.ok_or_else(unexpected)?;
        let is_one = |row: &Department| row.agent_department != Some(false);
        Ok(listing.rows.into_iter().filter(is_one).collect())
    }
}
