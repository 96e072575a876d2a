//! The vendor's form, filled in: its own labels, in its own order, in the formats it wants.
//!
//! Pure: made from the profile's [`crate::profile::HandOver`] and the connection's values. The
//! Client Secret is never here; its row only says that the secret goes there. A value that the
//! vendor shows and Halo needs is a row as well, which says where it goes.

mod transform;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::facts::HaloFound;
use crate::plan::Plan;
use crate::plan::words::say;
use crate::profile::{FieldKind, FormField, FormValue, HandOver, HandOverWay, ShownIf};

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
    /// In which way the values reach the vendor.
    pub how: HandOverWay,
    /// The name of the file, or to whom the message goes.
    pub target: Option<String>,
    /// What must not be done on the way, for example sending the secret in a message.
    pub warning: Option<String>,
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
    /// The heading below which the form has it, where it has several parts.
    pub section: Option<String>,
    /// What goes in.
    pub meaning: FormValue,
    /// What kind of field it is.
    pub kind: FieldKind,
    /// What the form offers to choose from.
    pub options: Vec<String>,
    /// The form lets it be empty.
    pub optional: bool,
    /// The text to enter; absent for the secret and for values not known yet.
    pub text: Option<String>,
    /// The field is to be left empty.
    pub leave_empty: bool,
    /// Where the value goes that the vendor's product shows.
    pub goes_into: Option<GoesInto>,
    /// On what it hangs whether the form shows the field, where only the admin can see that.
    pub only_if: Option<String>,
    /// A hint.
    pub hint: Option<String>,
}

/// The step that needs a value which the vendor's product shows.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct GoesInto {
    /// The step's page.
    pub page: String,
    /// Its title.
    pub title: String,
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
        .filter(|field| plan.applies(field.condition.as_ref()) && filler.is_shown(field));
    let mut rows: Vec<FormRow> = (1..)
        .zip(shown)
        .map(|(position, field)| filler.row(position, field))
        .collect();
    rows.sort_by_key(|row| row.meaning == FormValue::ClientSecret);
    let usual = [("product", plan.profile.name.as_str())];
    Some(FilledForm {
        how: form.how,
        target: form.target.clone(),
        warning: warning(form.how).map(|key| say(key, &usual)),
        path: form.path.clone(),
        link: form.link.clone(),
        remarks: form.remarks.clone(),
        rows,
        finish_with: form.finish_with.clone(),
    })
}

/// The words of the warning that this way needs.
fn warning(how: HandOverWay) -> Option<&'static str> {
    match how {
        HandOverWay::Email => Some("hand-over-email-warning"),
        HandOverWay::File => Some("hand-over-file-warning"),
        HandOverWay::Environment => Some("hand-over-environment-warning"),
        HandOverWay::Form | HandOverWay::Portal | HandOverWay::SignIn => None,
    }
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
            section: field.section.clone(),
            meaning: field.value,
            kind: field.kind,
            options: field.options.clone(),
            optional: field.optional,
            leave_empty: entry == Entry::Empty,
            text: match entry {
                Entry::Text(text) => Some(text),
                Entry::Empty | Entry::Open => None,
            },
            goes_into: self.goes_into(field),
            only_if: self.only_if(field),
            hint: self.hint(field),
        }
    }

    /// The step that needs the field's value, where this admin has it to do.
    fn goes_into(&self, field: &FormField) -> Option<GoesInto> {
        let key = field.goes_into.as_ref()?;
        let mut steps = self.plan.vendor_steps.iter();
        steps.find(|step| step.key == *key).map(|step| GoesInto {
            page: Plan::task_page(step),
            title: self.plan.task_title(step),
        })
    }

    fn only_if(&self, field: &FormField) -> Option<String> {
        let shown = field
            .shown_if
            .as_ref()
            .filter(|shown| self.is_open(shown))?;
        let values = [
            ("field", shown.field.as_str()),
            ("value", shown.is.as_str()),
        ];
        Some(say("hand-over-shown-if", &values))
    }

    /// The field's hint, with what else is to be known of it.
    fn hint(&self, field: &FormField) -> Option<String> {
        let product = self.plan.profile.name.as_str();
        let mut parts: Vec<String> = field.hint.iter().cloned().collect();
        if field.value == FormValue::LeaveAlone {
            parts.push(say("hand-over-leave-alone", &[("product", product)]));
        }
        if field.value == FormValue::FromVendor {
            let values = [("product", product)];
            parts.push(match self.goes_into(field) {
                Some(step) => {
                    let values = [("product", product), ("step", step.title.as_str())];
                    say("hand-over-goes-into", &values)
                }
                None => say("hand-over-from-vendor", &values),
            });
        }
        let ended = parts.iter().map(|part| part.trim_end_matches('.'));
        (!parts.is_empty()).then(|| ended.collect::<Vec<_>>().join(". "))
    }

    /// Whether the form shows a field: unless the other one is known to say something else.
    fn is_shown(&self, field: &FormField) -> bool {
        field.shown_if.as_ref().is_none_or(|shown| {
            self.other(shown)
                .is_none_or(|text| text.trim().eq_ignore_ascii_case(shown.is.trim()))
        })
    }

    /// Whether it is for the admin to see if the form shows the field.
    fn is_open(&self, shown: &ShownIf) -> bool {
        self.other(shown).is_none()
    }

    /// What the other field says, where that is known and not for the admin to change.
    fn other(&self, shown: &ShownIf) -> Option<String> {
        let mut fields = self.form.fields.iter();
        let other = fields.find(|other| {
            other.label == shown.field && self.plan.applies(other.condition.as_ref())
        })?;
        match self.entry(other) {
            Entry::Text(text) if other.value != FormValue::Own => Some(text),
            _ => None,
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
            FormValue::AuthoriseEndpoint => {
                halo.map(|halo| of_tenant(&halo.authorisation_server, "authorize", halo))
            }
            FormValue::TokenEndpointWithTenant => {
                halo.map(|halo| of_tenant(&halo.authorisation_server, "token", halo))
            }
            FormValue::Tenant if !hosted => return Entry::Empty,
            FormValue::Tenant => halo.and_then(|halo| halo.tenant.clone()),
            FormValue::ClientId => self.values.client_id.clone(),
            FormValue::OnPremises if hosted => Some(words(field.hosted_text.as_ref(), "No")),
            FormValue::OnPremises => Some(words(field.on_premises_text.as_ref(), "Yes")),
            FormValue::AgentId => self.values.agent_id.map(|id| id.to_string()),
            FormValue::AgentName => self.values.agent_name.clone(),
            FormValue::Constant => field.constant.clone(),
            FormValue::Own => field.default.clone(),
            FormValue::ClientSecret | FormValue::LeaveAlone | FormValue::FromVendor => None,
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

/// The form's own words, or the usual ones.
fn words(own: Option<&String>, usual: &str) -> String {
    own.cloned().unwrap_or_else(|| usual.to_owned())
}

/// An end point of the authorisation server, with the tenant where there is one.
fn of_tenant(server: &str, end_point: &str, halo: &HaloFound) -> String {
    let address = format!("{}/{end_point}", bare(server));
    match &halo.tenant {
        Some(tenant) => format!("{address}?tenant={tenant}"),
        None => address,
    }
}

/// An address without slashes at its end.
fn bare(address: &str) -> String {
    address.trim_end_matches('/').to_owned()
}
