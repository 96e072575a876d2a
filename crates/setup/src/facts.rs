//! What Halo said, written down as it was learned: the input of judging.
//!
//! The prober in the `commands` crate fills this in; [`crate::judge`] reads it. A fact that was
//! not learned says why it was not, so that "no answer" can never be read as "no".
//! Not here: any opinion about what is good or bad.

mod agent;
mod host;
mod lists;
mod sign_in;

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::permission::Area;

pub use agent::{AgentFact, DepartmentFact, TeamTicks};
pub use host::{AddressProblem, Good, HaloFound, Host};
pub use lists::{FieldFact, Seen, TeamFact, TicketTypeFact};
pub use sign_in::{Presented, Shape, SignIn, SignInProblem, TenantFact, TokenFact};

/// Something Halo was asked.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Asked<T> {
    /// It was not asked, because nothing needed it or because an earlier answer ruled it out.
    #[default]
    Not,
    /// It answered.
    Answered(T),
    /// It refused.
    Refused(Refusal),
    /// It could not be asked or gave nothing of use.
    Failed(Failure),
}

impl<T> Asked<T> {
    /// The answer, where there is one.
    pub fn answer(&self) -> Option<&T> {
        match self {
            Self::Answered(answer) => Some(answer),
            _ => None,
        }
    }

    /// The same with the answer turned into another.
    pub fn map<U>(self, turn: impl FnOnce(T) -> U) -> Asked<U> {
        match self {
            Self::Not => Asked::Not,
            Self::Answered(answer) => Asked::Answered(turn(answer)),
            Self::Refused(refusal) => Asked::Refused(refusal),
            Self::Failed(failure) => Asked::Failed(failure),
        }
    }
}

/// How Halo refuses after a good token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Refusal {
    /// 401. With a fresh token it is a matter of permissions (confirmed, 2026).
    Unauthorised,
    /// 403. A scope or the agent's feature access is missing (confirmed, 2026).
    Forbidden,
    /// 404. There is no such thing, or the agent may not see it (confirmed, 2026).
    NotFound,
}

/// Why there is no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Failure {
    /// Halo answered with a server error.
    ServerError,
    /// No answer within the limit.
    TimedOut,
    /// Halo asked us to slow down for longer than we may wait.
    RateLimited,
    /// The answer could not be read.
    NotReadable,
    /// The answer was larger than allowed.
    TooLarge,
    /// The answer pointed to another address, which was not followed.
    RedirectedElsewhere,
    /// The connection broke.
    Unreachable,
    /// The run was stopped before this was asked.
    Stopped,
}

/// Everything one run learned.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Facts {
    /// When Halo was asked.
    pub asked_at: Option<Timestamp>,
    /// Whether the address is a Halo.
    pub host: Host,
    /// Difference of Halo's clock to this computer's in seconds; positive when Halo's is ahead.
    pub clock_skew_seconds: Option<i64>,
    /// What was presented at the sign-in.
    pub presented: Presented,
    /// Whether a token was issued.
    pub sign_in: SignIn,
    /// The agent the token stands for: `Agent/me`.
    pub me: Asked<AgentFact>,
    /// The same agent with its memberships: `Agent/{id}?includedetails=true`.
    pub agent: Asked<AgentFact>,
    /// One harmless read per area of Halo.
    pub areas: BTreeMap<Area, Asked<Seen>>,
    /// One entry of an area whose list shows less than an entry does.
    pub details: BTreeMap<Area, Asked<()>>,
    /// The teams Halo lists to this agent.
    pub teams: Asked<Vec<TeamFact>>,
    /// The departments Halo lists to this agent.
    pub departments: Asked<Vec<String>>,
    /// The agents Halo lists to this agent.
    pub agents: Asked<Seen>,
    /// Names of those agents, the first of them.
    pub agent_names: Vec<String>,
    /// The customers Halo lists to this agent.
    pub customers: Asked<Seen>,
    /// Names of those customers, the first of them.
    pub customer_names: Vec<String>,
    /// The ticket types Halo lists to this agent.
    pub ticket_types: Asked<Vec<TicketTypeFact>>,
    /// Details of the ticket types that a requirement speaks of, by their id.
    pub ticket_type_details: BTreeMap<i64, Asked<TicketTypeFact>>,
    /// Values of Halo's settings, by the property's name.
    pub settings: BTreeMap<String, Asked<i64>>,
}

impl Facts {
    /// What is known after a run that looked at a part only: its answers in place of the older
    /// ones, everything that it did not ask as it was.
    #[must_use]
    pub fn after(mut self, mut newer: Self) -> Self {
        newer.remember(&self);
        self.asked_at = newer.asked_at.or(self.asked_at);
        if newer.host != Host::NotTried {
            self.host = newer.host;
            self.clock_skew_seconds = newer.clock_skew_seconds;
        }
        if newer.sign_in != SignIn::NotTried {
            self.sign_in = newer.sign_in;
            self.presented = newer.presented;
        }
        renew(&mut self.me, newer.me);
        renew(&mut self.agent, newer.agent);
        renew(&mut self.teams, newer.teams);
        renew(&mut self.departments, newer.departments);
        if renew(&mut self.agents, newer.agents) {
            self.agent_names = newer.agent_names;
        }
        if renew(&mut self.customers, newer.customers) {
            self.customer_names = newer.customer_names;
        }
        renew(&mut self.ticket_types, newer.ticket_types);
        self.areas.extend(newer.areas);
        self.details.extend(newer.details);
        self.ticket_type_details.extend(newer.ticket_type_details);
        self.settings.extend(newer.settings);
        self
    }

    /// Notes what only an earlier run can tell: that this Client ID once got a token.
    pub fn remember(&mut self, earlier: &Self) {
        let same = self.presented.client_id.is_some()
            && self.presented.client_id == earlier.presented.client_id;
        let worked =
            matches!(earlier.sign_in, SignIn::Issued(_)) || earlier.presented.worked_before;
        self.presented.worked_before |= same && worked;
    }
}

/// Takes what was asked newly; whether it was.
fn renew<T>(old: &mut Asked<T>, newer: Asked<T>) -> bool {
    let is_asked = !matches!(newer, Asked::Not);
    if is_asked {
        *old = newer;
    }
    is_asked
}
