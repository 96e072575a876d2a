//! What one product needs of Halo, as its maker's guide says: the data of a profile file.
//!
//! A profile is inert. It holds words, names and levels; it has no addresses that Halyard would
//! call, no code and no markup. [`mod@parse`] reads one from TOML, [`built_in`] holds those that ship
//! inside the program.
//!
//! Not here: what the admin answered ([`crate::answers`]) and what Halo said ([`crate::facts`]).

#[macro_use]
mod requirement;

mod access;
pub mod built_in;
mod check;
mod defaults;
mod extend;
mod form;
mod inert;
mod mapping;
pub mod parse;
mod place;
pub mod problem;
pub mod shape;
mod sound_part;
mod task;
mod things;
mod vendor;
mod writer;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use access::{
    Agent, ApiOnlyNeed, Application, AuthenticationMethod, DefaultTeamNeed, DepartmentsNeed,
    HeldBy, LabelValue, Membership, OtherPermissions, OtherScopes, PermissionNeed,
    PermissionSection, PermissionSectionNeed, Role, RoleHeld, ScopeNeed, TeamsNeed, ValueNeed,
    WhichTeams,
};
pub use check::finding_ids;
pub use form::{FieldKind, FormField, FormValue, HandOver, HandOverWay, ShownIf, Transform};
pub use mapping::{
    ColumnValue, FileColumn, FileRows, ListReader, Mapping, MappingFile, MappingKind, MappingValue,
};
pub use parse::{Reading, parse, parse_with, review, review_with};
pub use problem::{Problem, Severity};
pub use requirement::{Choice, ChoiceOption, Condition, Differing, DisplayLanguage, Level, Phase};
pub use task::{StepField, StepNeed, StepTime, TaskKind};
pub use things::{ScreenField, SettingNeed, TicketTypeNeed};
pub use vendor::Trouble;
pub use writer::{ListWriter, MappingWriter};

/// A product's profile. One TOML file each; see `docs/ADDING-A-PROFILE.md`.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    /// Version of the format; 1 today.
    pub schema: u32,
    /// Short name for files and the command line: `a-z`, `0-9` and `-`.
    pub id: String,
    /// The id of a profile that this one builds on: what is not said here is as it says.
    #[serde(default)]
    pub extends: Option<String>,
    /// Parts of that profile to leave out, for example `scopes.read:assets` or `role`.
    #[serde(default)]
    pub without: Vec<String>,
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
    /// What could not be read of the guide, in a few words each, for the first page.
    #[serde(default)]
    pub missing: Vec<String>,
    /// The product may be connected more than once.
    #[serde(default)]
    pub several_connections: bool,
    /// The guides this profile was made from.
    pub sources: Vec<Source>,
    /// The guide that everything comes from which names none; the only one where there is one.
    #[serde(default)]
    pub source: Option<String>,
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
    /// Scopes of the application, each as its name or as a table.
    #[serde(default, deserialize_with = "access::scopes")]
    #[schemars(schema_with = "access::scopes_schema")]
    pub scopes: Vec<ScopeNeed>,
    /// What scopes that are not listed should be: `level = "forbidden"` for none of them.
    #[serde(default)]
    pub other_scopes: Option<OtherScopes>,
    /// Permissions of the agent or its role, in Halo's words.
    #[serde(default)]
    pub permissions: Vec<PermissionNeed>,
    /// Sections of the permissions in which everything has one value.
    #[serde(default)]
    pub permission_sections: Vec<PermissionSectionNeed>,
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
    pub steps: Vec<StepNeed>,
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

impl HaloProduct {
    /// The product that a Halo calls itself: "`HaloPSA`", "Halo PSA" and the like.
    pub(crate) fn called(name: &str) -> Option<Self> {
        let name = name.to_lowercase();
        if name.contains("itsm") {
            Some(Self::Itsm)
        } else if name.contains("psa") {
            Some(Self::Psa)
        } else {
            None
        }
    }

    /// Its name.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Psa => "HaloPSA",
            Self::Itsm => "HaloITSM",
        }
    }
}

/// How much of the maker's guide the profile was made from.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, Serialize, JsonSchema, ts_rs::TS,
)]
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

impl Profile {
    /// The source with this id.
    pub fn source(&self, id: &str) -> Option<&Source> {
        self.sources.iter().find(|source| source.id == id)
    }
}
