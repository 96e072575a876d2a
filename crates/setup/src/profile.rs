//! What one product needs of Halo, as its maker's guide says: the data of a profile file.
//!
//! A profile is inert. It holds words, names and levels; it has no addresses that Halyard would
//! call, no code and no markup. [`parse`] reads one from TOML, [`built_in`] holds those that ship
//! inside the program.
//!
//! Not here: what the admin answered ([`crate::answers`]) and what Halo said ([`crate::facts`]).

pub mod built_in;
mod check;
mod inert;
pub mod parse;
mod place;
pub mod problem;
pub mod shape;

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use check::finding_ids;
pub use parse::{Reading, parse, review};
pub use problem::{Problem, Severity};

/// A product's profile. One TOML file each; see `docs/ADDING-A-PROFILE.md`.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    /// Version of the format; 1 today.
    pub schema: u32,
    /// Short name for files and the command line: `a-z`, `0-9` and `-`.
    pub id: String,
    /// The product's name as its maker writes it.
    pub name: String,
    /// Who makes it.
    pub maker: String,
    /// One word or two for the list of products, for example "Documentation".
    pub category: String,
    /// What the connection does for the admin, in one sentence.
    pub summary: String,
    /// What the guide says the connection is used for, and what it synchronises.
    #[serde(default)]
    pub uses: Vec<Use>,
    /// Words a person may search for.
    #[serde(default)]
    pub keywords: Vec<String>,
    /// Which Halo products the guide speaks of.
    #[serde(default = "only_psa")]
    pub halo: Vec<HaloProduct>,
    /// How long the set-up takes, in minutes.
    pub minutes: u32,
    /// How much of the maker's guide this profile could be made from.
    #[serde(default)]
    pub completeness: Completeness,
    /// The product may be connected more than once.
    #[serde(default)]
    pub several_connections: bool,
    /// The guides this profile was made from.
    pub sources: Vec<Source>,
    /// What a person must have or be before starting.
    #[serde(default)]
    pub needs: Vec<Need>,
    /// Where guides contradict each other or themselves, and which reading stands.
    #[serde(default)]
    pub notes: Vec<Note>,
    /// What the admin chooses first; conditions refer to it.
    #[serde(default)]
    pub choices: Vec<Choice>,
    /// The role to make, where the guide asks for one.
    #[serde(default)]
    pub role: Option<Role>,
    /// The agent that the product works as. Absent where the product needs none.
    #[serde(default)]
    pub agent: Option<Agent>,
    /// The API application. Absent where the product needs none.
    #[serde(default)]
    pub application: Option<Application>,
    /// Scopes of the application.
    #[serde(default)]
    pub scopes: Vec<ScopeNeed>,
    /// Permissions of the agent or its role, in Halo's words.
    #[serde(default)]
    pub permissions: Vec<PermissionNeed>,
    /// What "anything that is not listed" should be.
    #[serde(default)]
    pub other_permissions: Option<OtherPermissions>,
    /// Teams the agent must belong to.
    #[serde(default)]
    pub teams: Option<TeamsNeed>,
    /// Departments the agent must belong to.
    #[serde(default)]
    pub departments: Option<DepartmentsNeed>,
    /// Ticket types that must exist.
    #[serde(default)]
    pub ticket_types: Vec<TicketTypeNeed>,
    /// Settings of Halo that must have a value.
    #[serde(default)]
    pub settings: Vec<SettingNeed>,
    /// Steps on the vendor's side or by hand, in order.
    #[serde(default)]
    pub steps: Vec<VendorStep>,
    /// The vendor's form.
    #[serde(default)]
    pub hand_over: Option<HandOver>,
    /// What is mapped between the two products.
    #[serde(default)]
    pub mappings: Vec<Mapping>,
    /// The guide's troubleshooting: which finding each symptom is, and what helps.
    #[serde(default)]
    pub troubleshooting: Vec<Trouble>,
}

fn only_psa() -> Vec<HaloProduct> {
    vec![HaloProduct::Psa]
}

/// A Halo product.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum HaloProduct {
    /// HaloPSA
    Psa,
    /// HaloITSM
    Itsm,
}

/// How much of the maker's guide the profile was made from.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, Serialize, JsonSchema, ts_rs::TS)]
#[serde(rename_all = "kebab-case")]
pub enum Completeness {
    /// The whole guide was read.
    #[default]
    Full,
    /// Parts were missing; each missing part is a step to check by hand.
    Partial,
}

/// A guide or other document a requirement comes from.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Name used by `source` elsewhere in the file.
    pub id: String,
    /// The document's title.
    pub title: String,
    /// Where it is, `https` only. Shown with its host before it opens.
    #[serde(default)]
    pub link: Option<String>,
    /// When it was written or read, `YYYY-MM` or `YYYY-MM-DD`.
    #[serde(default)]
    pub date: Option<String>,
    /// What a reader should know about it, for example that its matrix is only a picture.
    #[serde(default)]
    pub remark: Option<String>,
}

/// Something the connection is used for, or something it synchronises.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Use {
    /// A few words, for example "Client onboarding".
    pub title: String,
    /// What it does, as a full sentence.
    pub text: String,
    /// The guide it comes from.
    #[serde(default)]
    pub source: Option<String>,
}

/// What a person must have or be before starting, and where.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Need {
    /// Which side it concerns.
    pub side: Side,
    /// The need, as a full sentence.
    pub text: String,
    /// The guide it comes from.
    #[serde(default)]
    pub source: Option<String>,
}

/// Halo's side or the vendor's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Side {
    /// In Halo.
    Halo,
    /// In the vendor's product.
    Vendor,
}

/// A contradiction between guides, or a remark that belongs to one kind of step.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Note {
    /// The step it is shown at.
    pub step: StepKind,
    /// What differs, which reading stands and why.
    pub text: String,
    /// The guides concerned.
    #[serde(default)]
    pub sources: Vec<String>,
}

/// The kinds of step. A closed list: products differ by data, never by a kind of their own.
#[derive(
    Debug,
    Clone,
    Copy,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Deserialize,
    Serialize,
    JsonSchema,
    ts_rs::TS,
)]
#[serde(rename_all = "kebab-case")]
pub enum StepKind {
    /// Something to do on the vendor's side before Halo.
    VendorFirst,
    /// The Halo's address and what was found there.
    Halo,
    /// The role, with its permissions where the guide puts them there.
    Role,
    /// The agent.
    Agent,
    /// The API application with its scopes.
    Application,
    /// Client ID and Client Secret, and the first test.
    Credentials,
    /// Departments and teams.
    Teams,
    /// Ticket types.
    TicketTypes,
    /// Settings of Halo.
    Settings,
    /// All findings.
    Proof,
    /// Mapping of customers, statuses, ticket types.
    Mapping,
    /// The values for the vendor's form.
    HandOver,
    /// What the vendor's side needs after its form is filled in.
    VendorAfter,
    /// The report, the next check, rotation and removal.
    Finish,
}

/// How strongly something is asked for.
#[derive(
    Debug,
    Clone,
    Copy,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Deserialize,
    Serialize,
    JsonSchema,
    ts_rs::TS,
)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// Does not work without it.
    #[default]
    Required,
    /// The guide advises it.
    Recommended,
    /// Needed for some uses only.
    Optional,
    /// Must not be so.
    Forbidden,
}

/// When in the life of the connection a requirement holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Phase {
    /// From set-up on, for as long as the connection lives.
    #[default]
    Running,
    /// During set-up only; to be taken back afterwards.
    SetUpOnly,
    /// While testing only.
    TestOnly,
    /// When the connection is taken out.
    Removal,
}

/// When a requirement applies: all of the given parts must hold.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Condition {
    /// A choice of the admin: `choice-id = "option-id"`.
    #[serde(default)]
    pub choice: BTreeMap<String, String>,
    /// `true` for hosted Halo only, `false` for on-premises only.
    #[serde(default)]
    pub hosted: Option<bool>,
    /// For this Halo product only.
    #[serde(default)]
    pub halo: Option<HaloProduct>,
    /// From this Halo version on, for example `2.143.23`.
    #[serde(default)]
    pub from_version: Option<String>,
}

/// Defines a requirement: the given fields and those that every requirement has.
macro_rules! requirement {
    ($(#[$meta:meta])* pub struct $name:ident { $($(#[$field_meta:meta])* pub $field:ident: $type:ty,)* }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
        #[serde(deny_unknown_fields)]
        pub struct $name {
            $($(#[$field_meta])* pub $field: $type,)*
            /// How strongly it is asked for.
            #[serde(default)]
            pub level: Level,
            /// Why the product needs it, as a full sentence.
            #[serde(default)]
            pub reason: Option<String>,
            /// The guide it comes from.
            #[serde(default)]
            pub source: Option<String>,
            /// When it applies; always, where absent.
            #[serde(default, rename = "if")]
            pub condition: Option<Condition>,
            /// When in the life of the connection it holds.
            #[serde(default)]
            pub phase: Phase,
        }
    };
}

/// A choice the admin makes before the plan is made, for example which features to use.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// Name used by conditions.
    pub id: String,
    /// The question.
    pub question: String,
    /// A hint below the question.
    #[serde(default)]
    pub hint: Option<String>,
    /// The possible answers; the first is the default.
    pub options: Vec<ChoiceOption>,
}

/// One possible answer of a [`Choice`].
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ChoiceOption {
    /// Name used by conditions.
    pub id: String,
    /// The words of the answer.
    pub label: String,
    /// What it means.
    #[serde(default)]
    pub hint: Option<String>,
}

requirement! {
/// A role to make in Halo.
pub struct Role {
    /// The name to give it.
    pub name: String,
    /// Remarks for the admin, in order.
    #[serde(default)]
    pub remarks: Vec<String>,
}
}

/// The agent that the product works as.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Agent {
    /// The name to give it.
    pub name: String,
    /// Another existing agent may be used instead of a new one.
    #[serde(default)]
    pub may_use_existing: bool,
    /// "Is an API-only Agent".
    #[serde(default)]
    pub api_only: Option<ApiOnlyNeed>,
    /// A real default team is asked for, not "*No Default Team*".
    #[serde(default)]
    pub default_team: Option<DefaultTeamNeed>,
    /// "Work Hours", for example "24 Hours".
    #[serde(default)]
    pub work_hours: Option<ValueNeed>,
    /// Remarks for the admin, in order.
    #[serde(default)]
    pub remarks: Vec<String>,
    /// The guide it comes from.
    #[serde(default)]
    pub source: Option<String>,
}

requirement! {
/// Whether the agent must (or, with level `forbidden`, must not) be API-only.
pub struct ApiOnlyNeed {
}
}

requirement! {
/// Whether the agent needs a default team.
pub struct DefaultTeamNeed {
    /// Teams the guide gives as examples.
    #[serde(default)]
    pub examples: Vec<String>,
}
}

requirement! {
/// A field of a Halo screen with the value it should have.
pub struct ValueNeed {
    /// The value in Halo's words.
    pub value: String,
}
}

/// The API application.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Application {
    /// The name to give it.
    pub name: String,
    /// The authentication method.
    #[serde(default)]
    pub method: AuthenticationMethod,
    /// "Login Type".
    #[serde(default = "agent_login")]
    pub login_type: String,
    /// Remarks for the admin, in order.
    #[serde(default)]
    pub remarks: Vec<String>,
    /// The guide it comes from.
    #[serde(default)]
    pub source: Option<String>,
}

fn agent_login() -> String {
    "Agent".to_owned()
}

/// Halo's authentication methods that a guide may ask for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum AuthenticationMethod {
    /// "Client ID and Secret (Services)"
    #[default]
    ClientIdAndSecret,
    /// "Authorisation Code (Native Application)"
    AuthorisationCode,
    /// "Username & Password"
    UsernameAndPassword,
    /// "Implicit Flow (Single Page Application)"
    ImplicitFlow,
    /// "API Key"
    ApiKey,
}

requirement! {
/// One scope of the application.
pub struct ScopeNeed {
    /// The scope's name, for example `read:tickets`.
    pub name: String,
    /// Scopes that serve as well.
    #[serde(default)]
    pub or: Vec<String>,
}
}

requirement! {
/// One permission of the agent.
pub struct PermissionNeed {
    /// Halo's label, US English, as in the list of [`crate::permission`].
    pub name: String,
    /// The value in Halo's words, for example "Read and Modify".
    pub value: String,
    /// Where the guide sets it; on the agent where absent.
    #[serde(default)]
    pub held_by: HeldBy,
}
}

/// Where Halo holds a permission.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum HeldBy {
    /// On the agent.
    #[default]
    Agent,
    /// On the role.
    Role,
    /// On both.
    Both,
}

requirement! {
/// What permissions that are not listed should be.
pub struct OtherPermissions {
    /// The value in Halo's words, for example "Not set".
    pub value: String,
}
}

requirement! {
/// Teams the agent must belong to.
pub struct TeamsNeed {
    /// Which teams.
    pub which: WhichTeams,
    /// Teams the guide gives as examples or asks for by name.
    #[serde(default)]
    pub names: Vec<String>,
    /// Flags to tick per team, for example "Can see Unassigned Tickets for this Team".
    #[serde(default)]
    pub flags: Vec<String>,
    /// Where the guide sets them.
    #[serde(default)]
    pub held_by: HeldBy,
}
}

/// Which teams a guide asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum WhichTeams {
    /// Every team.
    All,
    /// Those the admin wants the product to see.
    Wanted,
    /// Those in `names`.
    Named,
}

requirement! {
/// Departments the agent must belong to.
pub struct DepartmentsNeed {
    /// Lowest membership that is enough.
    pub membership: Membership,
    /// Departments or areas the guide speaks of, in its words.
    #[serde(default)]
    pub names: Vec<String>,
    /// Where the guide sets them.
    #[serde(default)]
    pub held_by: HeldBy,
}
}

/// Membership levels of a department, lowest first.
///
/// Halo's number for `ModifyAll` is 2 (confirmed on a live tenant, 2026); the others follow from
/// the order on the screen (inferred).
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize, Serialize, JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
pub enum Membership {
    /// "Basic Member"
    Basic,
    /// "View All"
    ViewAll,
    /// "Modify All"
    ModifyAll,
    /// "Department Manager"
    Manager,
}

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

impl Profile {
    /// The source with this id.
    pub fn source(&self, id: &str) -> Option<&Source> {
        self.sources.iter().find(|source| source.id == id)
    }
}
