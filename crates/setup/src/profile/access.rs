//! What a product asks of Halo's access control: role, agent, application, scopes, permissions,
//! teams and departments.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::requirement::{Condition, Level, Phase};

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
