//! The vendor's form, filled in: its own labels, in its own order, in the formats it wants.
//!
//! Pure: made from the profile's [`crate::profile::HandOver`] and the connection's values. The
//! Client Secret is never here; its row only says that the secret goes there.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::profile::FormValue;

/// The connection's values that a form may ask for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Values {
    /// What discovery found, as the admin confirmed it.
    pub halo: Option<crate::facts::HaloFound>,
    /// The Client ID.
    pub client_id: Option<String>,
    /// Halo's number of the agent.
    pub agent_id: Option<i64>,
    /// The agent's name.
    pub agent_name: Option<String>,
    /// A secret is stored for this connection.
    pub has_secret: bool,
}

/// The vendor's form, filled in. The secret's row, where the form has one, comes last.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct FilledForm {
    /// Where the form is, in the vendor's words.
    pub path: Vec<String>,
    /// The form's page.
    pub link: Option<String>,
    /// What to know before filling it in.
    pub remarks: Vec<String>,
    /// The rows.
    pub rows: Vec<FormRow>,
    /// The button that ends the form.
    pub finish_with: Option<String>,
}

/// One row of the vendor's form.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct FormRow {
    /// Position in the vendor's own form, from 1.
    pub position: u32,
    /// The label in the vendor's words.
    pub label: String,
    /// What goes in.
    pub meaning: FormValue,
    /// The text to enter; absent for the secret and for values not known yet.
    pub text: Option<String>,
    /// The field is to be left empty.
    pub leave_empty: bool,
    /// A hint.
    pub hint: Option<String>,
}
