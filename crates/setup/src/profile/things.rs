//! What else must exist in Halo: ticket types and settings.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::requirement::{Condition, Differing, Level, Phase};

requirement! {
/// A ticket type that must exist.
pub struct TicketTypeNeed {
    /// Name used by the finding's id and the answers.
    pub key: String,
    /// What it is for, for example "Project ticket type".
    pub title: String,
    /// A name to give it where it must be made.
    pub suggested_name: String,
    /// "ITIL Ticket Type", for example "Projects".
    #[serde(default)]
    pub itil: Option<String>,
    /// "Use", for example "Projects".
    #[serde(default, rename = "use")]
    pub used_for: Option<String>,
    /// "Project Hierarchy", for example "Project Tasks".
    #[serde(default)]
    pub hierarchy: Option<String>,
    /// "Visible in List for Agents" must be ticked.
    #[serde(default)]
    pub visible_to_agents: bool,
    /// "Agents can log new Tickets with this Ticket Type" must be ticked.
    #[serde(default)]
    pub agents_can_log: bool,
    /// One of the customer's own ticket types serves; none has to be made.
    #[serde(default)]
    pub existing: bool,
    /// Fields that this product fills in; mandatory fields beside these make it fail.
    #[serde(default)]
    pub fields_sent: Vec<String>,
    /// Fields that this product fills in when it updates a ticket of the type.
    #[serde(default)]
    pub fields_updated: Vec<String>,
    /// Fields that its Field List must have, by their labels.
    #[serde(default)]
    pub fields_wanted: Vec<String>,
    /// Fields that its Field List must not have, by their labels.
    #[serde(default)]
    pub fields_unwanted: Vec<String>,
    /// Other fields of the screen with their values.
    #[serde(default)]
    pub fields: Vec<ScreenField>,
    /// Remarks for the admin, in order.
    #[serde(default)]
    pub remarks: Vec<String>,
}
}

/// A field of a Halo screen and what to put there.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ScreenField {
    /// The tab, for example "Defaults".
    pub tab: String,
    /// The field's label.
    pub label: String,
    /// The value, or in words what to choose.
    pub value: String,
}

requirement! {
/// A setting of Halo.
pub struct SettingNeed {
    /// Name used by the finding's id.
    pub key: String,
    /// The setting's label in Halo.
    pub name: String,
    /// The value in Halo's words.
    pub value: String,
    /// Where it is, for example `["Configuration", "Advanced Settings"]`.
    pub path: Vec<String>,
    /// The property of Halo's `Control` that holds it, where one is known.
    #[serde(default)]
    pub property: Option<String>,
    /// The property's value that stands for `value`, where it is known for certain.
    #[serde(default)]
    pub property_value: Option<i64>,
    /// A property value that is known to be wrong, for example Halo's default.
    #[serde(default)]
    pub wrong_property_value: Option<i64>,
}
}
