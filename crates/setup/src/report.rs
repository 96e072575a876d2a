//! The report: what `halyard check --json` prints, the window shows and the store remembers.
//!
//! Its shape is a promise to those who run it on a schedule: fields are added, never changed.

mod document;
pub mod html;
mod lines;
pub mod list_page;
pub mod plain;
mod printed_rights;
mod rights;
mod sees;
mod trial;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::facts::{Asked, Facts, Host, Seen, SignIn, SignInProblem};
use crate::finding::{Finding, Summary};
use crate::judge::reads::Reads;
use crate::permission::Area;
use crate::plan::{Plan, ProfileOrigin};
use crate::profile::Level;
use crate::proof::TrialOutcome;
use crate::scope;

pub use rights::{Held, PermissionRow, Rights, ScopeRow, Shown};
pub use sees::{DepartmentSeen, Sees};

/// Version of the report's shape.
pub const SCHEMA: u32 = 1;

/// One run's answer. A value that was not learned is `null`, never a guess.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Report {
    /// Version of the shape; [`SCHEMA`].
    pub schema: u32,
    /// The profile that was checked.
    pub profile: ReportProfile,
    /// The Halo that was looked at.
    pub halo: ReportHalo,
    /// Who the token stands for.
    pub identity: Option<Identity>,
    /// Scopes asked for and granted.
    pub scopes: ReportScopes,
    /// What this agent can see.
    pub visibility: Visibility,
    /// What this agent sees, in names.
    #[serde(default)]
    pub sees: Sees,
    /// Needed, asked for and granted, side by side.
    #[serde(default)]
    pub rights: Rights,
    /// All findings, in the order in which an admin would fix them.
    pub findings: Vec<Finding>,
    /// How many have which status.
    pub summary: Summary,
    /// What the last test ticket showed. Only in reports that the window saves, and only where one
    /// was made.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub test_ticket: Option<TrialOutcome>,
}

/// The profile that was checked.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct ReportProfile {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Where it came from.
    pub source: ProfileOrigin,
}

/// The Halo that was looked at.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReportHalo {
    /// Its web address.
    pub address: Option<String>,
    /// Where the API is.
    pub resource_server: Option<String>,
    /// Where tokens are issued.
    pub authorisation_server: Option<String>,
    /// The tenant.
    pub tenant: Option<String>,
    /// The product.
    pub product: Option<String>,
    /// The version.
    pub version: Option<String>,
}

/// Who the token stands for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Identity {
    /// Halo's number of the agent.
    pub agent_id: Option<i64>,
    /// The agent's name.
    pub name: Option<String>,
    /// The agent's e-mail address.
    pub email: Option<String>,
}

/// Scopes asked for and granted.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReportScopes {
    /// What the profile asks for.
    pub required: Vec<String>,
    /// What Halo says it granted; `null` where it does not say.
    pub granted: Option<Vec<String>>,
    /// Names that are not scopes of Halo.
    pub unknown: Vec<String>,
}

/// What Halo lists to this agent by default.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Visibility {
    /// Customers.
    pub customers: Option<u64>,
    /// Teams.
    pub teams: Option<u64>,
    /// Agents.
    pub agents: Option<u64>,
    /// Ticket types.
    pub ticket_types: Option<u64>,
    /// Tickets.
    pub tickets: Option<u64>,
}

/// How a check ended, as its exit code says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing failed.
    Sound,
    /// At least one finding failed.
    Failed,
    /// Halo could not be examined: no Halo there, no token, or nothing but failures after it.
    NotExamined,
}

impl Outcome {
    /// The exit code of `halyard check`.
    pub fn exit_code(self) -> u8 {
        match self {
            Self::Sound => 0,
            Self::Failed => 1,
            Self::NotExamined => 3,
        }
    }
}

impl Report {
    /// Puts a run's answer together.
    pub fn new(plan: &Plan, facts: &Facts, findings: Vec<Finding>) -> Self {
        Self {
            schema: SCHEMA,
            profile: ReportProfile {
                id: plan.profile.id.clone(),
                name: plan.profile.name.clone(),
                source: plan.origin,
            },
            halo: halo(facts),
            identity: identity(facts),
            scopes: scopes(plan, facts),
            visibility: visibility(facts),
            sees: sees::of(plan, facts),
            rights: rights::of(plan, facts, &findings),
            summary: Summary::of(&findings),
            findings,
            test_ticket: None,
        }
    }

    /// How the run ended. A token that opens nothing is a failure of the set-up; no token, or no
    /// answer to anything, means that Halo was not examined.
    pub fn outcome(&self, facts: &Facts) -> Outcome {
        let signed_in = match &facts.sign_in {
            SignIn::Issued(_) => true,
            SignIn::Failed(problem) => *problem == SignInProblem::NoScopeGranted,
            // Of a product that signs in another way everything is left to a person.
            SignIn::NotTried => self.summary.unknown == 0,
        };
        let found = matches!(facts.host, Host::Found(_));
        if !found || !signed_in || Reads::of(facts).nothing_but_failures() {
            Outcome::NotExamined
        } else if self.summary.failed > 0 || Reads::of(facts).shut().is_some() {
            Outcome::Failed
        } else {
            Outcome::Sound
        }
    }
}

fn halo(facts: &Facts) -> ReportHalo {
    let Host::Found(found) = &facts.host else {
        return ReportHalo::default();
    };
    ReportHalo {
        address: Some(found.address.clone()),
        resource_server: Some(found.resource_server.clone()),
        authorisation_server: Some(found.authorisation_server.clone()),
        tenant: found.tenant.clone(),
        product: found.product.clone(),
        version: found.version.clone(),
    }
}

/// From the agent as Halo shows it; name and e-mail address from the identity token where the
/// agent could not be read.
fn identity(facts: &Facts) -> Option<Identity> {
    let agent = facts.me.answer().or(facts.agent.answer());
    let token = match &facts.sign_in {
        SignIn::Issued(token) => Some(token),
        _ => None,
    };
    let identity = Identity {
        agent_id: agent.and_then(|agent| agent.id),
        name: agent
            .and_then(|agent| agent.name.clone())
            .or_else(|| token?.agent_name.clone()),
        email: agent
            .and_then(|agent| agent.email.clone())
            .or_else(|| token?.agent_email.clone()),
    };
    let known = identity.agent_id.is_some() || identity.name.is_some() || identity.email.is_some();
    known.then_some(identity)
}

fn scopes(plan: &Plan, facts: &Facts) -> ReportScopes {
    let wanted = plan.scopes.iter();
    let wanted = wanted.filter(|need| need.level != Level::Forbidden);
    let required = wanted
        .clone()
        .filter(|need| need.level != Level::Optional)
        .map(|need| scope::normalise(&need.name));
    let names = wanted.map(|need| scope::normalise(&need.name));
    let granted = match &facts.sign_in {
        SignIn::Issued(token) => token.granted.as_ref(),
        _ => None,
    };
    ReportScopes {
        required: required.collect(),
        granted: granted.map(|granted| granted.iter().cloned().collect()),
        unknown: names.filter(|name| !scope::exists(name)).collect(),
    }
}

fn visibility(facts: &Facts) -> Visibility {
    let area = |area| facts.areas.get(&area).and_then(Asked::answer);
    let customers = facts.customers.answer().or(area(Area::Customers));
    let length = |length: usize| u64::try_from(length).unwrap_or(u64::MAX);
    Visibility {
        customers: customers.and_then(Seen::exact),
        teams: facts.teams.answer().map(|rows| length(rows.len())),
        agents: facts.agents.answer().and_then(Seen::exact),
        ticket_types: facts.ticket_types.answer().map(|rows| length(rows.len())),
        tickets: area(Area::Tickets).and_then(Seen::exact),
    }
}
