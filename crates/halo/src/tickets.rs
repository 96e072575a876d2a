//! One ticket: made, looked at, looked for, closed, deleted.
//!
//! Field names: schema `Faults` of Halo's own API description (confirmed, 2024). Called for the
//! test ticket alone. A write is sent once: a caller whose answer got lost looks for the ticket by
//! its summary ([`Halo::tickets_marked`]). Deliberately not here: notes and time
//! ([`crate::NewAction`]), and how many tickets there are ([`Halo::tickets`]).

use serde::Deserialize;
use serde_json::json;

use crate::{
    envelope,
    errand::Errand,
    error::HaloError,
    halo::{Halo, on, page, unexpected},
    refusal::WriteError,
    tolerant,
};

/// How many of the newest tickets are looked through for one with a certain summary.
const NEWEST: usize = 100;

/// A ticket to be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewTicket {
    /// Its summary; holds a mark that no other ticket has.
    pub summary: String,
    /// Its details, as plain text.
    pub details: String,
    /// Halo's number of the customer.
    pub customer: i64,
    /// Halo's number of the ticket type.
    pub ticket_type: i64,
}

/// A ticket as Halo has it. What was not sent is `None`.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct TicketRecord {
    /// The ticket's number.
    #[serde(deserialize_with = "tolerant::id")]
    pub id: i64,
    /// Its summary.
    #[serde(default, deserialize_with = "tolerant::text")]
    pub summary: Option<String>,
    /// The name of its ticket type.
    #[serde(
        default,
        rename = "tickettype_name",
        deserialize_with = "tolerant::text"
    )]
    pub ticket_type: Option<String>,
    /// The number of its ticket type.
    #[serde(
        default,
        rename = "tickettype_id",
        deserialize_with = "tolerant::number"
    )]
    pub ticket_type_id: Option<i64>,
    /// The number of its status.
    #[serde(default, deserialize_with = "tolerant::number")]
    pub status_id: Option<i64>,
    /// The name of its status.
    #[serde(default, rename = "status_name", deserialize_with = "tolerant::text")]
    pub status: Option<String>,
    /// The name of its team.
    #[serde(default, deserialize_with = "tolerant::text")]
    pub team: Option<String>,
    /// The name of its customer.
    #[serde(default, rename = "client_name", deserialize_with = "tolerant::text")]
    pub customer: Option<String>,
    /// The number of its customer.
    #[serde(default, rename = "client_id", deserialize_with = "tolerant::number")]
    pub customer_id: Option<i64>,
    /// The agent it is assigned to.
    #[serde(default, rename = "agent_name", deserialize_with = "tolerant::text")]
    pub agent: Option<String>,
    /// Where it came from, as Halo's number of a source.
    #[serde(default, deserialize_with = "tolerant::number")]
    pub source: Option<i64>,
    /// Whether it is in the recycle bin. That a deleted ticket which can still be read says so is
    /// inferred from the field's name.
    #[serde(default, deserialize_with = "tolerant::flag")]
    pub inactive: Option<bool>,
}

impl Halo {
    /// Makes a ticket. Ticket rules are told not to run, and no template is applied: both would
    /// change or announce what is only a test (confirmed in several public clients, 2026). No
    /// person is named, so that it belongs to the customer as a whole.
    ///
    /// # Errors
    /// After [`WriteError::Uncertain`] the ticket may be there all the same.
    pub async fn create_ticket(
        &self,
        errand: &Errand,
        ticket: &NewTicket,
    ) -> Result<TicketRecord, WriteError> {
        let element = json!({
            "summary": ticket.summary,
            "details": ticket.details,
            "client_id": ticket.customer,
            "tickettype_id": ticket.ticket_type,
            "dont_do_rules": true,
            "donotapplytemplateintheapi": true,
        });
        let record = self.post(errand, "Tickets", element).await?;
        serde_json::from_value(record).map_err(|_| WriteError::Uncertain(unexpected()))
    }

    /// One ticket.
    ///
    /// # Errors
    /// [`HaloError::NotFound`] also where it is hidden from this agent (confirmed, 2026).
    pub async fn ticket(&self, errand: &Errand, id: i64) -> Result<TicketRecord, HaloError> {
        self.record(errand, &format!("Tickets/{id}"), &[on("includedetails")])
            .await
    }

    /// The customer's tickets whose summary holds `mark`, among the newest that Halo finds by it.
    /// A filter that Halo ignores (as it does with those it does not know; confirmed, 2026) only
    /// brings more rows, which are sorted out here.
    pub async fn tickets_marked(
        &self,
        errand: &Errand,
        mark: &str,
        customer: i64,
    ) -> Result<Vec<TicketRecord>, HaloError> {
        let mut query = page(1, NEWEST);
        query.extend([
            ("search", mark.to_owned()),
            ("client_id", customer.to_string()),
            ("order", "id".to_owned()),
            on("orderdesc"),
        ]);
        let body = self.get(errand, "Tickets", &query).await?;
        let listing = envelope::read::<TicketRecord>(body, "tickets").ok_or_else(unexpected)?;
        let is_marked = |row: &TicketRecord| {
            let summary = row.summary.as_deref();
            summary.is_some_and(|summary| summary.contains(mark))
        };
        Ok(listing.rows.into_iter().filter(is_marked).collect())
    }

    /// Gives a ticket another status.
    pub async fn set_ticket_status(
        &self,
        errand: &Errand,
        id: i64,
        status: i64,
    ) -> Result<(), WriteError> {
        let element = json!({ "id": id, "status_id": status });
        self.post(errand, "Tickets", element).await.map(|_| ())
    }

    /// Deletes a ticket; `reason` is for Halo's own record of it.
    pub async fn delete_ticket(
        &self,
        errand: &Errand,
        id: i64,
        reason: &str,
    ) -> Result<(), WriteError> {
        let query = [("reason", reason.to_owned())];
        self.delete(errand, &format!("Tickets/{id}"), &query).await
    }
}
