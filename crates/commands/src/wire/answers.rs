//! What the admin types, answers, ticks and confirms, except credentials.

use serde::{Deserialize, Serialize};
use setup::facts::HaloFound;
use setup::finding::Finding;
use ts_rs::TS;

use super::connection::ConnectionView;

/// What was typed as the address.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct TypedAddress {
    /// The connection.
    pub connection: String,
    /// The text, as typed or pasted.
    pub address: String,
}

/// What was found at the typed address.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Found {
    /// The Halo, where there is one.
    pub halo: Option<HaloFound>,
    /// The finding about the address.
    pub finding: Finding,
    /// The text is not an address at all: an error of the field, not of the network.
    pub field_problem: Option<String>,
    /// The connection as it is now.
    pub view: ConnectionView,
}

/// The servers and the tenant as the admin confirmed them.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct HaloConfirmed {
    /// The connection.
    pub connection: String,
    /// The authorisation server, as shown or corrected.
    pub authorisation_server: String,
    /// The tenant; empty for none.
    pub tenant: String,
    /// On the customer's own server.
    pub on_premises: bool,
}

/// What became of a typed value.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FieldReply {
    /// What is wrong with it and what to do, where it was not taken.
    pub problem: Option<String>,
    /// The name of the field that is wrong, where a page has several.
    pub field: Option<String>,
    /// The connection as it is now.
    pub view: ConnectionView,
}

/// An answer to one of the wizard's questions.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct Answered {
    /// The connection.
    pub connection: String,
    /// The answer.
    pub answer: Answer,
}

/// An answer.
#[derive(Debug, Clone, Deserialize, TS)]
#[serde(tag = "to", rename_all = "kebab-case")]
pub enum Answer {
    /// To one of the profile's choices.
    Choice {
        /// The choice.
        id: String,
        /// The option.
        option: String,
    },
    /// Which ticket type serves; empty takes the answer back.
    TicketType {
        /// The requirement's key.
        key: String,
        /// The ticket type's name.
        name: String,
    },
    /// Which teams the product should see.
    Teams {
        /// Their names.
        names: Vec<String>,
    },
    /// How many customers the admin sees in Halo; absent takes the answer back.
    ExpectedCustomers {
        /// The number.
        count: Option<u32>,
    },
}

/// A tick.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct Tick {
    /// The connection.
    pub connection: String,
    /// What is ticked.
    pub key: String,
    /// Ticked or not.
    pub done: bool,
}

/// The admin has looked at what the API cannot tell.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct Confirmation {
    /// The connection.
    pub connection: String,
    /// The finding's id.
    pub finding: String,
    /// It is as it should be; `false` takes it back.
    pub confirmed: bool,
}
