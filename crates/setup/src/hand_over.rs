//! The vendor's form, filled in: its own labels, in its own order, in the formats it wants.
//!
//! Pure: made from the profile's [`crate::profile::HandOver`] and the connection's values. The
//! Client Secret is never here; its row only says that the secret goes there.

mod transform;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::facts::HaloFound;
use crate::plan::Plan;
use crate::profile::{FormField, FormValue, HandOver};

pub use transform::transformed;

/// The connection's values that a form may ask for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Values {
    /// What discovery found, as the admin confirmed it.
    pub halo: Option<HaloFound>,
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

/// Fills in the vendor's form; nothing where the product has none.
///
/// Rows whose condition does not hold are left out, as the vendor's form leaves them out. The
/// other rows keep the vendor's order, except that the secret comes last: it is on the clipboard
/// for a short while only.
pub fn fill(plan: &Plan, values: &Values) -> Option<FilledForm> {
    let form = plan.profile.hand_over.as_ref()?;
    let filler = Filler { plan, values, form };
    let shown = form
        .fields
        .iter()
        .filter(|field| plan.applies(field.condition.as_ref()));
    let mut rows: Vec<FormRow> = (1..)
        .zip(shown)
        .map(|(position, field)| filler.row(position, field))
        .collect();
    rows.sort_by_key(|row| row.meaning == FormValue::ClientSecret);
    Some(FilledForm {
        path: form.path.clone(),
        link: form.link.clone(),
        remarks: form.remarks.clone(),
        rows,
        finish_with: form.finish_with.clone(),
    })
}

/// What a field's value is, before it is written the vendor's way.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Entry {
    /// This value.
    Text(String),
    /// There is none in this Halo.
    Empty,
    /// Not known yet, or for the admin to put in.
    Open,
}

struct Filler<'a> {
    plan: &'a Plan,
    values: &'a Values,
    form: &'a HandOver,
}

impl Filler<'_> {
    fn row(&self, position: u32, field: &FormField) -> FormRow {
        let entry = if self.repeats_another(field) {
            Entry::Empty
        } else {
            match (self.entry(field), &field.when_empty) {
                (Entry::Empty, Some(instead)) => Entry::Text(instead.clone()),
                (Entry::Text(text), _) => Entry::Text(transformed(&text, &field.transforms)),
                (entry, _) => entry,
            }
        };
        FormRow {
            position,
            label: field.label.clone(),
            meaning: field.value,
            leave_empty: entry == Entry::Empty,
            text: match entry {
                Entry::Text(text) => Some(text),
                Entry::Empty | Entry::Open => None,
            },
            hint: field.hint.clone(),
        }
    }

    fn entry(&self, field: &FormField) -> Entry {
        let halo = self.values.halo.as_ref().or(self.plan.halo.as_ref());
        let of_halo = |read: fn(&HaloFound) -> String| halo.map(read);
        let hosted = self.plan.circumstances().hosted();
        let text = match field.value {
            FormValue::WebAddress => of_halo(|halo| bare(&halo.address)),
            FormValue::ResourceServer => of_halo(|halo| bare(&halo.resource_server)),
            FormValue::AuthorisationServer => of_halo(|halo| bare(&halo.authorisation_server)),
            FormValue::TokenEndpoint => {
                of_halo(|halo| format!("{}/token", bare(&halo.authorisation_server)))
            }
            FormValue::Tenant if !hosted => return Entry::Empty,
            FormValue::Tenant => halo.and_then(|halo| halo.tenant.clone()),
            FormValue::ClientId => self.values.client_id.clone(),
            FormValue::OnPremises => Some(if hosted { "No" } else { "Yes" }.to_owned()),
            FormValue::AgentId => self.values.agent_id.map(|id| id.to_string()),
            FormValue::AgentName => self.values.agent_name.clone(),
            FormValue::Constant => field.constant.clone(),
            FormValue::ClientSecret | FormValue::Own => None,
        };
        match text {
            Some(text) if !text.is_empty() => Entry::Text(text),
            _ => Entry::Open,
        }
    }

    /// The vendor wants the field only where it says something new. Two servers on one host say
    /// the same, since the vendor derives the one from the other.
    fn repeats_another(&self, field: &FormField) -> bool {
        let Some(label) = &field.only_if_differs_from else {
            return false;
        };
        let other = self.form.fields.iter().find(|other| other.label == *label);
        match (self.entry(field), other.map(|other| self.entry(other))) {
            (Entry::Text(own), Some(Entry::Text(other))) => {
                own == other || transform::same_host(&own, &other)
            }
            _ => false,
        }
    }
}

/// An address without slashes at its end.
fn bare(address: &str) -> String {
    address.trim_end_matches('/').to_owned()
}
