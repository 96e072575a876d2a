//! The plan for one connection: the profile's requirements that apply to this admin's answers,
//! the facts they need, and the steps and pages of the wizard.
//!
//! Pure: made from a [`Profile`] and [`Answers`], read by the prober (which facts), by judging
//! (which requirements) and by the window (which pages). Not here: whether anything is done.

pub mod asks;
mod circumstances;
pub mod implied;
pub(crate) mod links;
mod make;
pub mod overview;
pub mod pages;
mod screens;
mod steps;
mod tasks;
mod wanted;
pub(crate) mod words;

use std::collections::BTreeSet;

use crate::answers::Answers;
use crate::facts::HaloFound;
use crate::permission::Area;
use crate::profile::{
    DepartmentsNeed, OtherScopes, PermissionNeed, PermissionSectionNeed, Profile, ScopeNeed,
    SettingNeed, StepNeed, TeamsNeed, TicketTypeNeed,
};

/// What to do and what to ask Halo for one connection.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// The product's profile. Where its role, or what it says of the agent, hangs on a condition
    /// that does not hold, that part is taken out of this copy.
    pub profile: Profile,
    /// Where the profile came from.
    pub origin: ProfileOrigin,
    /// What the admin told us.
    pub answers: Answers,
    /// What discovery found earlier, for links and for conditions on hosting and version.
    pub halo: Option<HaloFound>,
    /// Scopes that apply.
    pub scopes: Vec<ScopeNeed>,
    /// Permissions that apply, without those that have findings of their own
    /// (`agent.administrator`, `agent.customers`).
    pub permissions: Vec<PermissionNeed>,
    /// "Is a HaloPSA Administrator", where the profile speaks of it.
    pub administrator: Option<PermissionNeed>,
    /// "Allow use of all Customers", where the profile speaks of it.
    pub all_customers: Option<PermissionNeed>,
    /// What scopes that are not listed should be.
    pub other_scopes: Option<OtherScopes>,
    /// Sections of the permissions in which everything has one value.
    pub permission_sections: Vec<PermissionSectionNeed>,
    /// Teams, where the profile asks for any.
    pub teams: Option<TeamsNeed>,
    /// Departments, where the profile asks for any.
    pub departments: Option<DepartmentsNeed>,
    /// Ticket types that apply.
    pub ticket_types: Vec<TicketTypeNeed>,
    /// Settings that apply.
    pub settings: Vec<SettingNeed>,
    /// Steps on the vendor's side or by hand that apply.
    pub vendor_steps: Vec<StepNeed>,
    /// What to ask Halo.
    pub wanted: Wanted,
}

/// Where a profile came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize, ts_rs::TS)]
#[serde(rename_all = "kebab-case")]
pub enum ProfileOrigin {
    /// Ships inside the program.
    BuiltIn,
    /// Opened from a file for one check.
    File,
    /// Opened from a file and kept.
    Installed,
}

impl ProfileOrigin {
    /// It ships inside the program. Any other is marked wherever it is used.
    pub fn is_built_in(self) -> bool {
        self == Self::BuiltIn
    }
}

/// The facts that the plan's requirements need.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Scopes to ask for with the token.
    pub scopes: Vec<String>,
    /// Areas to open once.
    pub areas: BTreeSet<Area>,
    /// Areas to open once that only scopes speak of: that a scope is granted does not mean that the
    /// agent may use it.
    pub scope_areas: BTreeSet<Area>,
    /// Properties of Halo's settings to read.
    pub settings: BTreeSet<String>,
    /// Names of ticket types whose details are to be read.
    pub ticket_types: BTreeSet<String>,
}
