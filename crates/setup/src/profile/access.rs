//! What a product asks of Halo's access control: role, agent, application, scopes, permissions,
//! teams and departments.

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Deserialize, Deserializer, Serialize};

use super::requirement::{Condition, Differing, Level, Phase};
use crate::permission::Section;

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
    /// Roles that Halo has already and the agent is to have, beside the profile's own.
    #[serde(default)]
    pub roles: Vec<RoleHeld>,
    /// Other fields of the agent's screen with their values, for example an email address.
    #[serde(default)]
    pub fields: Vec<LabelValue>,
    /// Remarks for the admin, in order.
    #[serde(default)]
    pub remarks: Vec<String>,
    /// The guide it comes from.
    #[serde(default)]
    pub source: Option<String>,
}

requirement! {
/// A role that Halo has already, given to the agent.
pub struct RoleHeld {
    /// Its name in Halo, for example "Administrator".
    pub name: String,
}
}

/// A field of a Halo screen and what to put there.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LabelValue {
    /// The field's label.
    pub label: String,
    /// The value, or in words what to choose.
    pub value: String,
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
    /// "Login Redirect URL": addresses of the vendor to enter, for Authorisation Code.
    #[serde(default)]
    pub redirect_addresses: Vec<String>,
    /// The guide names more scopes than the profile lists, since they could not be read. The check
    /// then asks Halo for whatever the application has.
    #[serde(default)]
    pub more_scopes: bool,
    /// Addresses of the vendor to enter in the application's CORS list.
    #[serde(default)]
    pub cors_addresses: Vec<String>,
    /// Other fields of the application's screen with their values.
    #[serde(default)]
    pub fields: Vec<LabelValue>,
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

impl ScopeNeed {
    /// A scope of which nothing but the name is said.
    pub(crate) fn named(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            or: Vec::new(),
            level: Level::default(),
            reason: None,
            source: None,
            condition: None,
            phase: Phase::default(),
            clean_up: None,
            differs: Vec::new(),
        }
    }
}

/// A scope as a profile writes it: its name alone, or a table.
#[derive(Deserialize, JsonSchema)]
#[serde(untagged)]
enum ScopeEntry {
    /// The name of a required scope.
    Name(String),
    /// The scope with what else is to be said of it.
    Need(Box<ScopeNeed>),
}

/// Reads scopes that are written as names, as tables or mixed.
pub(super) fn scopes<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<ScopeNeed>, D::Error> {
    let entries = Vec::<ScopeEntry>::deserialize(from)?.into_iter();
    let scopes = entries.map(|entry| match entry {
        ScopeEntry::Need(need) => *need,
        ScopeEntry::Name(name) => ScopeNeed::named(&name),
    });
    Ok(scopes.collect())
}

/// The schema of [`scopes`].
pub(super) fn scopes_schema(generator: &mut SchemaGenerator) -> Schema {
    Vec::<ScopeEntry>::json_schema(generator)
}

requirement! {
/// Scopes that are not listed.
pub struct OtherScopes {
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
/// Everything in a section of the Permissions tab.
pub struct PermissionSectionNeed {
    /// The section.
    pub section: PermissionSection,
    /// The value in Halo's words, for example "Read and Modify".
    pub value: String,
    /// Where the guide sets it; on the agent where absent.
    #[serde(default)]
    pub held_by: HeldBy,
}
}

/// A section of Halo's Permissions tab.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum PermissionSection {
    /// All sections.
    All,
    /// "General Permissions"
    General,
    /// "Feature Access"
    FeatureAccess,
    /// "Tickets Permissions"
    Tickets,
    /// "Calendars and Appointment Permissions"
    Calendars,
    /// "Ticket Type Restrictions"
    TicketTypeRestrictions,
    /// "Client Restrictions"
    ClientRestrictions,
    /// "Configuration"
    Configuration,
}

impl PermissionSectionNeed {
    /// The finding that a person confirms.
    pub fn finding(&self) -> String {
        format!("vendor:everything-in-{}", self.section.slug())
    }
}

impl PermissionSection {
    fn slug(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::General => "general",
            Self::FeatureAccess => "feature-access",
            Self::Tickets => "tickets",
            Self::Calendars => "calendars",
            Self::TicketTypeRestrictions => "ticket-type-restrictions",
            Self::ClientRestrictions => "client-restrictions",
            Self::Configuration => "configuration",
        }
    }

    /// The section as Halo has it; none for all of them.
    pub fn in_halo(self) -> Option<Section> {
        match self {
            Self::All => None,
            Self::General => Some(Section::General),
            Self::FeatureAccess => Some(Section::FeatureAccess),
            Self::Tickets => Some(Section::Tickets),
            Self::Calendars => Some(Section::Calendars),
            Self::TicketTypeRestrictions => Some(Section::TicketTypeRestrictions),
            Self::ClientRestrictions => Some(Section::ClientRestrictions),
            Self::Configuration => Some(Section::Configuration),
        }
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
