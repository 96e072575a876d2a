//! The vendor's form: its fields, what goes into each, and how it is written there; or another
//! way in which the values reach the vendor.
//!
//! Filled in by [`crate::hand_over`].

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::requirement::Condition;

/// How the values reach the vendor.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct HandOver {
    /// In which way.
    #[serde(default)]
    pub how: HandOverWay,
    /// Where the form is, in the vendor's words, for example `["Configuration", "Integrations"]`.
    #[serde(default)]
    pub path: Vec<String>,
    /// The name of the file, for `how = "file"`, or to whom it goes, for `how = "email"`.
    #[serde(default)]
    pub target: Option<String>,
    /// The form's page, `https` only. Shown with its host before it opens.
    #[serde(default)]
    pub link: Option<String>,
    /// What to know before filling it in, in order.
    #[serde(default)]
    pub remarks: Vec<String>,
    /// The form's fields in its own order.
    pub fields: Vec<FormField>,
    /// The button that ends the form, for example "Save".
    #[serde(default)]
    pub finish_with: Option<String>,
    /// The guide it comes from.
    #[serde(default)]
    pub source: Option<String>,
}

/// How the values reach the vendor.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, Serialize, JsonSchema, ts_rs::TS,
)]
#[serde(rename_all = "kebab-case")]
pub enum HandOverWay {
    /// A form in the vendor's product.
    #[default]
    Form,
    /// The vendor's portal, a website of its own.
    Portal,
    /// A configuration file.
    File,
    /// Environment variables; the labels are their names.
    Environment,
    /// A message to the vendor. The page warns against sending the secret.
    Email,
    /// The vendor's product asks for nothing: its user signs in to Halo there.
    SignIn,
}

/// One field of the vendor's form.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FormField {
    /// The label in the vendor's words.
    pub label: String,
    /// What goes in.
    pub value: FormValue,
    /// What kind of field it is.
    #[serde(default)]
    pub kind: FieldKind,
    /// The heading below which the form has it, where it has several parts.
    #[serde(default)]
    pub section: Option<String>,
    /// The form lets it be empty.
    #[serde(default)]
    pub optional: bool,
    /// What the form offers to choose from, in its words.
    #[serde(default)]
    pub options: Vec<String>,
    /// What the form has in it, or what the guide advises, for a value of the admin's own.
    #[serde(default)]
    pub default: Option<String>,
    /// How the value is written.
    #[serde(default)]
    pub transforms: Vec<Transform>,
    /// The constant, for `value = "constant"`.
    #[serde(default)]
    pub constant: Option<String>,
    /// What to enter when there is no value, for example "Not set".
    #[serde(default)]
    pub when_empty: Option<String>,
    /// Left out when the value's host is also that of the field with this label: a form that asks
    /// for the authorisation server "if different from the resource server" means the host.
    #[serde(default)]
    pub only_if_differs_from: Option<String>,
    /// Shown by the form only when another of its fields has this value.
    #[serde(default)]
    pub shown_if: Option<ShownIf>,
    /// The words for a hosted Halo, for `value = "on-premises"`; "No" where absent.
    #[serde(default)]
    pub hosted_text: Option<String>,
    /// The words for a Halo on premises, for `value = "on-premises"`; "Yes" where absent.
    #[serde(default)]
    pub on_premises_text: Option<String>,
    /// The step of this profile that needs the value, for `value = "from-vendor"`.
    #[serde(default)]
    pub goes_into: Option<String>,
    /// A hint for this field.
    #[serde(default)]
    pub hint: Option<String>,
    /// When the field is there.
    #[serde(default, rename = "if")]
    pub condition: Option<Condition>,
}

/// When the vendor's form shows a field.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ShownIf {
    /// The label of the other field.
    pub field: String,
    /// What it must say.
    pub is: String,
}

/// What kind of field the vendor's form has.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, Serialize, JsonSchema, ts_rs::TS,
)]
#[serde(rename_all = "kebab-case")]
pub enum FieldKind {
    /// A text.
    #[default]
    Text,
    /// A number.
    Number,
    /// A day.
    Date,
    /// A time of day.
    Time,
    /// One of `options`.
    Choice,
    /// Several of `options`, or of what Halo has.
    Several,
    /// On or off.
    Switch,
    /// An address of the web.
    Address,
    /// An email address.
    Email,
    /// Something secret that Halyard neither asks for nor keeps.
    Secret,
}

/// What goes into a field of the vendor's form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize, JsonSchema, ts_rs::TS)]
#[serde(rename_all = "kebab-case")]
pub enum FormValue {
    /// Halo's web address.
    WebAddress,
    /// The resource server, ending in `/api`.
    ResourceServer,
    /// The authorisation server, ending in `/auth`.
    AuthorisationServer,
    /// The token end point, ending in `/auth/token`.
    TokenEndpoint,
    /// The authorise end point with the tenant where there is one, ending in
    /// `/auth/authorize?tenant=…`.
    AuthoriseEndpoint,
    /// The token end point with the tenant where there is one, ending in `/auth/token?tenant=…`.
    TokenEndpointWithTenant,
    /// The tenant.
    Tenant,
    /// The Client ID.
    ClientId,
    /// The Client Secret.
    ClientSecret,
    /// "Yes" on premises, "No" when hosted, or the form's own words for them.
    OnPremises,
    /// The agent's number.
    AgentId,
    /// The agent's name.
    AgentName,
    /// The same for everybody; see `constant`.
    Constant,
    /// The admin decides; the hint says how.
    Own,
    /// The form fills it in itself, and it is left as it is.
    LeaveAlone,
    /// Nothing goes in: the form shows a value that belongs into Halo. See `goes_into`.
    FromVendor,
}

/// How a value is written in the vendor's form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Transform {
    /// Without `https://`.
    StripScheme,
    /// With `https://`.
    AddScheme,
    /// Only the host.
    HostOnly,
    /// Only the first label of the host.
    SubDomain,
    /// Without `/api` at the end.
    StripApi,
    /// With `/api` at the end.
    AddApi,
    /// Without `/auth` at the end.
    StripAuth,
    /// Without `/` at the end.
    NoTrailingSlash,
    /// With `/` at the end.
    TrailingSlash,
}
