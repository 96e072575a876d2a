//! The vendor's side: steps there or by hand, the form, what is mapped, and the symptoms that
//! the guide's troubleshooting section knows.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Side;
use super::requirement::{Condition, Level, Phase};

requirement! {
/// A step on the vendor's side, or one to check by hand.
pub struct VendorStep {
    /// Name used by the finding's id.
    pub key: String,
    /// The step's title.
    pub title: String,
    /// Which side it is on.
    pub side: Side,
    /// When it is done.
    pub at: StepTime,
    /// What to do, in order.
    pub actions: Vec<String>,
    /// Where to go, for example `["Configuration", "Integrations"]`.
    #[serde(default)]
    pub path: Vec<String>,
    /// A page to open, `https` only. Shown with its host before it opens.
    #[serde(default)]
    pub link: Option<String>,
}
}

/// When a step is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum StepTime {
    /// Before anything is done in Halo.
    First,
    /// Before the vendor's form is filled in.
    BeforeHandOver,
    /// After the vendor's form is filled in.
    AfterHandOver,
    /// After the customers and statuses are mapped.
    AfterMapping,
    /// When the connection is taken out.
    Removal,
}

/// How the values reach the vendor.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct HandOver {
    /// Where the form is, in the vendor's words, for example `["Configuration", "Integrations"]`.
    pub path: Vec<String>,
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

/// One field of the vendor's form.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FormField {
    /// The label in the vendor's words.
    pub label: String,
    /// What goes in.
    pub value: FormValue,
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
    /// A hint for this field.
    #[serde(default)]
    pub hint: Option<String>,
    /// When the field is there.
    #[serde(default, rename = "if")]
    pub condition: Option<Condition>,
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
    /// The tenant.
    Tenant,
    /// The Client ID.
    ClientId,
    /// The Client Secret.
    ClientSecret,
    /// "Yes" on premises, "No" when hosted.
    OnPremises,
    /// The agent's number.
    AgentId,
    /// The agent's name.
    AgentName,
    /// The same for everybody; see `constant`.
    Constant,
    /// The admin decides; the hint says how.
    Own,
}

/// How a value is written in the vendor's form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Transform {
    /// Without `https://`.
    StripScheme,
    /// Only the host.
    HostOnly,
    /// Only the first label of the host.
    SubDomain,
    /// Without `/api` at the end.
    StripApi,
    /// With `/api` at the end.
    AddApi,
    /// Without `/` at the end.
    NoTrailingSlash,
    /// With `/` at the end.
    TrailingSlash,
}

/// What is mapped between the two products.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Mapping {
    /// Name used by answers.
    pub key: String,
    /// Halo's things, for example "Customers".
    pub halo: String,
    /// The vendor's things, for example "Organizations".
    pub vendor: String,
    /// How the guide says it is done, in order.
    #[serde(default)]
    pub actions: Vec<String>,
    /// The guide it comes from.
    #[serde(default)]
    pub source: Option<String>,
}

/// A symptom of the guide's troubleshooting section and the finding that it is.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Trouble {
    /// What a person sees in the vendor's product.
    pub symptom: String,
    /// Findings whose failure causes it; a `*` at the end stands for any ending.
    pub findings: Vec<String>,
    /// What the guide says helps, in order.
    pub fix: Vec<String>,
    /// The guide it comes from.
    #[serde(default)]
    pub source: Option<String>,
}
