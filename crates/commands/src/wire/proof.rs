//! The test ticket: what will be written, what may be picked, what became of it.

use serde::{Deserialize, Serialize};
use setup::proof::{Afterwards, Picked, TrialOutcome};
use ts_rs::TS;

/// The test ticket of a connection, before, while and after it is made.
#[derive(Debug, Clone, Serialize, TS)]
pub struct TestTicketView {
    /// The product makes tickets. Where it does not, there is nothing to try.
    pub offered: bool,
    /// Everything that will be written when the ticket is deleted afterwards.
    pub will_write_and_delete: Vec<String>,
    /// Everything that will be written when it is closed afterwards.
    pub will_write_and_close: Vec<String>,
    /// The run that is under way.
    pub running: Option<u32>,
    /// What the last one showed.
    pub last: Option<TrialOutcome>,
}

/// What to look for.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct TestTicketSearch {
    /// The connection.
    pub connection: String,
    /// A part of the customer's name; empty for the first customers.
    pub customer: String,
}

/// What may be picked.
#[derive(Debug, Clone, Serialize, TS)]
pub struct TestTicketChoices {
    /// Customers whose name holds what was typed; the first twenty.
    pub customers: Vec<Picked>,
    /// How many there are in all, where Halo says so.
    pub total: Option<u32>,
    /// Ticket types, those that the product asks for first.
    pub ticket_types: Vec<TestTicketType>,
    /// Why there is nothing to pick from, and what to do.
    pub problem: Option<String>,
}

/// A ticket type that may be picked.
#[derive(Debug, Clone, Serialize, TS)]
pub struct TestTicketType {
    /// The ticket type.
    pub ticket_type: Picked,
    /// The product asks for it.
    pub wanted: bool,
}

/// A test ticket to be made.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct TestTicketOrder {
    /// The connection.
    pub connection: String,
    /// The customer.
    pub customer: Picked,
    /// The ticket type.
    pub ticket_type: Picked,
    /// What is to become of it.
    pub afterwards: Afterwards,
}
