//! Actions: a private note on a ticket, with time where wanted, and the outcomes they need.
//!
//! Field names: schemas `Actions` and `TOutcome` of Halo's own API description (confirmed, 2024).
//! An action without an outcome is refused (confirmed, 2026). Called for the test ticket alone.

use serde::Deserialize;
use serde_json::json;

use crate::{
    envelope,
    errand::Errand,
    error::HaloError,
    halo::{Halo, unexpected},
    refusal::WriteError,
    tolerant,
};

/// A private note to be added to a ticket.
#[derive(Debug, Clone, PartialEq)]
pub struct NewAction {
    /// Halo's number of the ticket.
    pub ticket: i64,
    /// Halo's number of the outcome.
    pub outcome: i64,
    /// The note, as plain text.
    pub note: String,
    /// Time to be booked with it, in hours.
    pub hours: Option<f64>,
}

/// An action as Halo has it after it was added.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct ActionRecord {
    /// The action's number, counted within its ticket.
    #[serde(default, deserialize_with = "tolerant::number")]
    pub id: Option<i64>,
    /// The time booked, in hours.
    #[serde(default, rename = "timetaken", deserialize_with = "tolerant::decimal")]
    pub hours: Option<f64>,
}

/// An outcome: what Halo calls the kinds of action.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Outcome {
    /// The outcome's number.
    #[serde(deserialize_with = "tolerant::id")]
    pub id: i64,
    /// Its name.
    #[serde(default, rename = "outcome", deserialize_with = "tolerant::text")]
    pub name: Option<String>,
    /// Whether it is kept out of sight.
    #[serde(default, deserialize_with = "tolerant::flag")]
    pub hidden: Option<bool>,
}

impl Halo {
    /// The outcomes this agent may use.
    pub async fn outcomes(&self, errand: &Errand) -> Result<Vec<Outcome>, HaloError> {
        let body = self.get(errand, "Outcome", &[]).await?;
        let listing = envelope::read(body, "outcomes").ok_or_else(unexpected)?;
        Ok(listing.rows)
    }

    /// Adds an action that customers do not see and about which nobody gets an e-mail.
    ///
    /// # Errors
    /// After [`WriteError::Uncertain`] the action may be there all the same.
    pub async fn add_action(
        &self,
        errand: &Errand,
        action: &NewAction,
    ) -> Result<ActionRecord, WriteError> {
        let mut element = json!({
            "ticket_id": action.ticket,
            "outcome_id": action.outcome,
            "note": action.note,
            "hiddenfromuser": true,
            "sendemail": false,
        });
        if let Some(hours) = action.hours {
            element["timetaken"] = json!(hours);
        }
        let record = self.post(errand, "Actions", element).await?;
        serde_json::from_value(record).map_err(|_| WriteError::Uncertain(unexpected()))
    }
}
