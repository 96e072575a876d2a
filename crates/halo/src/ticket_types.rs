//! Ticket types with their fields, and statuses.
//!
//! Field names: schemas `RequestType`, `RequestTypeField` and `TStatus` of Halo's own API description
//! (confirmed, 2024). Deliberately not here: which number of `project_type` means what; no
//! public source says.

use serde::Deserialize;

use crate::{
    errand::Errand,
    error::HaloError,
    halo::{Halo, on},
    resource::Resource,
    tolerant,
};

/// A ticket type, as lists show it.
#[derive(Debug, Clone, Deserialize)]
pub struct TicketType {
    /// The ticket type's number.
    #[serde(deserialize_with = "tolerant::id")]
    pub id: i64,
    /// Its name.
    #[serde(default, deserialize_with = "tolerant::text")]
    pub name: Option<String>,
    /// What it is used for, in Halo's word.
    #[serde(default, rename = "use", deserialize_with = "tolerant::text")]
    pub used_for: Option<String>,
    /// The ITIL type: 1 incident, 2 change, 3 service request, 4 problem, 22 project, 23 task
    /// (confirmed, 2026).
    #[serde(
        default,
        rename = "itilrequesttype",
        deserialize_with = "tolerant::number"
    )]
    pub itil: Option<i64>,
    /// Its place in Halo's own order.
    #[serde(default, deserialize_with = "tolerant::number")]
    pub sequence: Option<i64>,
    /// "Project Hierarchy", as a number.
    #[serde(default, deserialize_with = "tolerant::number")]
    pub project_type: Option<i64>,
    /// The name of the default team.
    #[serde(default, deserialize_with = "tolerant::text")]
    pub default_team: Option<String>,
    /// "Visible in List for Agents".
    #[serde(default, deserialize_with = "tolerant::flag")]
    pub visible: Option<bool>,
    /// "Agents can log new Tickets with this Ticket Type".
    #[serde(
        default,
        rename = "agentscanselect",
        deserialize_with = "tolerant::flag"
    )]
    pub agents_can_select: Option<bool>,
    /// Whether this agent may make tickets of this type.
    #[serde(default, rename = "cancreate", deserialize_with = "tolerant::flag")]
    pub can_create: Option<bool>,
    /// Whether some field must be filled by agents.
    #[serde(
        default,
        rename = "hasmandatorytechfields",
        deserialize_with = "tolerant::flag"
    )]
    pub has_mandatory_fields: Option<bool>,
}

/// A ticket type with its fields and what a new ticket of it begins.
#[derive(Debug, Clone, Deserialize)]
pub struct TicketTypeDetail {
    /// What lists show as well.
    #[serde(flatten)]
    pub ticket_type: TicketType,
    /// Its fields, where Halo sent them.
    #[serde(default, deserialize_with = "tolerant::rows")]
    pub fields: Option<Vec<TicketTypeField>>,
    /// The approval process that a new ticket begins.
    #[serde(default, deserialize_with = "tolerant::number")]
    pub approval_process_id: Option<i64>,
    /// Its name.
    #[serde(default, deserialize_with = "tolerant::text")]
    pub approval_process_name: Option<String>,
    /// Whether its tickets may be below others, as tasks are below their project.
    #[serde(
        default,
        rename = "allowtickettypetobechild",
        deserialize_with = "tolerant::flag"
    )]
    pub may_be_child: Option<bool>,
}

/// A field of a ticket type.
#[derive(Debug, Clone, Deserialize)]
#[serde(from = "FieldRow")]
pub struct TicketTypeField {
    /// The field's number.
    pub id: Option<i64>,
    /// Its label, or its name where it has no label.
    pub name: Option<String>,
    /// Its name inside Halo.
    pub internal_name: Option<String>,
    /// Whether it must be filled, where Halo says so: a row of the field list has no such property,
    /// what it refers to may have one (confirmed, 2024).
    pub mandatory: Option<bool>,
    /// How it shows when an agent logs a ticket, as Halo's number. That 2 stands for "Visible -
    /// Required" is inferred: it is good for naming fields to look at and for nothing else.
    pub when_logging: Option<i64>,
}

#[derive(Deserialize)]
struct FieldRow {
    #[serde(default, deserialize_with = "tolerant::number")]
    fieldid: Option<i64>,
    #[serde(default, deserialize_with = "tolerant::text")]
    fieldname: Option<String>,
    #[serde(default, deserialize_with = "tolerant::text")]
    override_fieldname: Option<String>,
    #[serde(default, deserialize_with = "tolerant::number")]
    technew: Option<i64>,
    #[serde(default, deserialize_with = "tolerant::flag")]
    mandatory: Option<bool>,
    #[serde(default)]
    fieldinfo: Option<FieldInfo>,
}

#[derive(Default, Deserialize)]
struct FieldInfo {
    #[serde(default, deserialize_with = "tolerant::number")]
    id: Option<i64>,
    #[serde(default, deserialize_with = "tolerant::text")]
    name: Option<String>,
    #[serde(default, deserialize_with = "tolerant::text")]
    label: Option<String>,
    #[serde(default, deserialize_with = "tolerant::flag")]
    mandatory: Option<bool>,
}

impl From<FieldRow> for TicketTypeField {
    fn from(row: FieldRow) -> Self {
        let info = row.fieldinfo.unwrap_or_default();
        Self {
            id: row.fieldid.or(info.id),
            internal_name: info.name.clone(),
            name: row
                .override_fieldname
                .or(row.fieldname)
                .or(info.label)
                .or(info.name),
            mandatory: row.mandatory.or(info.mandatory),
            when_logging: row.technew,
        }
    }
}

/// A status.
#[derive(Debug, Clone, Deserialize)]
pub struct Status {
    /// The status's number.
    #[serde(deserialize_with = "tolerant::id")]
    pub id: i64,
    /// Its name.
    #[serde(default, deserialize_with = "tolerant::text")]
    pub name: Option<String>,
    /// Its place in Halo's own order.
    #[serde(default, deserialize_with = "tolerant::number")]
    pub sequence: Option<i64>,
    /// Its kind, as a number.
    #[serde(default, rename = "type", deserialize_with = "tolerant::number")]
    pub kind: Option<i64>,
    /// The ticket types that Halo names with it.
    #[serde(default, rename = "tickettypes", deserialize_with = "tolerant::rows")]
    pub ticket_types: Option<Vec<StatusTicketType>>,
}

/// A ticket type as it stands with a status: schema `KeyPair2`.
#[derive(Debug, Clone, Deserialize)]
pub struct StatusTicketType {
    /// Its name.
    #[serde(deserialize_with = "tolerant::text")]
    pub label: Option<String>,
}

impl Halo {
    /// The ticket types this token may see.
    pub async fn ticket_types(&self, errand: &Errand) -> Result<Vec<TicketType>, HaloError> {
        Ok(self.first(errand, Resource::TicketTypes, &[]).await?.rows)
    }

    /// One ticket type with its fields.
    pub async fn ticket_type(
        &self,
        errand: &Errand,
        id: i64,
    ) -> Result<TicketTypeDetail, HaloError> {
        self.record(errand, &format!("TicketType/{id}"), &[on("includedetails")])
            .await
    }

    /// The statuses of tickets.
    pub async fn statuses(&self, errand: &Errand) -> Result<Vec<Status>, HaloError> {
        let only = [("type", "ticket".to_owned())];
        Ok(self.list(errand, Resource::Statuses, &only).await?.rows)
    }
}
