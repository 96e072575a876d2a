//! What Halo said, written down as it was learned: the input of judging.
//!
//! The prober in the `commands` crate fills this in; [`crate::judge`] reads it. A fact that was
//! not learned says why it was not, so that "no answer" can never be read as "no".
//! Not here: any opinion about what is good or bad.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::permission::Area;

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
pub struct Facts {
    /// Whether the address is a Halo.
    pub host: Host,
    /// Difference of Halo's clock to this computer's in seconds; positive when Halo's is ahead.
    pub clock_skew_seconds: Option<i64>,
    /// Whether a token was issued.
    pub sign_in: SignIn,
    /// The agent the token stands for: `Agent/me`.
    pub me: Asked<AgentFact>,
    /// The same agent with its memberships: `Agent/{id}?includedetails=true`.
    pub agent: Asked<AgentFact>,
    /// One harmless read per area of Halo.
    pub areas: BTreeMap<Area, Asked<Seen>>,
    /// The teams Halo lists to this agent.
    pub teams: Asked<Vec<TeamFact>>,
    /// The departments Halo lists to this agent.
    pub departments: Asked<Vec<String>>,
    /// The agents Halo lists to this agent.
    pub agents: Asked<Seen>,
    /// The customers Halo lists to this agent.
    pub customers: Asked<Seen>,
    /// The ticket types Halo lists to this agent.
    pub ticket_types: Asked<Vec<TicketTypeFact>>,
    /// Details of the ticket types that a requirement speaks of, by their id.
    pub ticket_type_details: BTreeMap<i64, Asked<TicketTypeFact>>,
    /// Values of Halo's settings, by the property's name.
    pub settings: BTreeMap<String, Asked<i64>>,
}

/// Whether the address is a Halo.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Host {
    /// Not looked yet.
    #[default]
    NotTried,
    /// It is a Halo.
    Found(HaloFound),
    /// It is not, or it could not be reached.
    Failed(AddressProblem),
}

/// What discovery found.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct HaloFound {
    /// The web address, without a slash at the end.
    pub address: String,
    /// Where the API is, ending in `/api`.
    pub resource_server: String,
    /// Where tokens are issued, ending in `/auth` in current versions.
    pub authorisation_server: String,
    /// The tenant; hosted Halos have one.
    pub tenant: Option<String>,
    /// "HaloPSA", "HaloITSM" and the like.
    pub product: Option<String>,
    /// For example "2.236.133".
    pub version: Option<String>,
    /// Hosted by Halo, or on the customer's own server; absent where the host does not tell.
    pub hosted: Option<bool>,
    /// The authorisation server is on another host than the API.
    pub authorisation_elsewhere: bool,
}

/// Why an address did not turn out to be a Halo.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AddressProblem {
    /// It cannot be an address.
    NotAnAddress,
    /// It is not encrypted.
    NotHttps,
    /// No computer has this name.
    NameNotFound,
    /// Nothing answers there.
    Unreachable,
    /// Nothing answered within the limit.
    TimedOut,
    /// The certificate's issuer is not trusted by this computer.
    TlsUntrusted,
    /// The certificate's time has passed or not come.
    TlsExpired,
    /// The certificate is for another host.
    TlsWrongHost,
    /// The proxy refused.
    ProxyRefused,
    /// It sends one elsewhere.
    RedirectedElsewhere {
        /// The host it points to.
        host: String,
    },
    /// Something answers, and it is not a Halo.
    NotHalo,
    /// The answer was larger than allowed.
    TooLarge,
    /// Nothing but server errors.
    ServerError,
    /// It asked us to slow down for longer than we may wait.
    RateLimited,
}

/// Whether a token was issued.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SignIn {
    /// Not tried, because the address failed or credentials are missing.
    #[default]
    NotTried,
    /// A token was issued.
    Issued(TokenFact),
    /// None was.
    Failed(SignInProblem),
}

/// What is known of an issued token. Never the token.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct TokenFact {
    /// The scopes that were asked for in the request that succeeded.
    pub asked: BTreeSet<String>,
    /// The scopes Halo says it granted; absent where it does not say.
    pub granted: Option<BTreeSet<String>>,
    /// Scopes that Halo refused by name when each was asked for alone.
    pub refused: BTreeSet<String>,
    /// The name in the identity token, where one came.
    pub agent_name: Option<String>,
    /// The e-mail address in the identity token, where one came.
    pub agent_email: Option<String>,
}

/// Why no token was issued.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SignInProblem {
    /// OAuth `invalid_client`.
    ClientNotRecognised,
    /// OAuth `unauthorized_client`.
    GrantNotAllowed,
    /// OAuth `invalid_scope`, and no subset of the scopes was accepted.
    ScopeRefused,
    /// A token came without any scope.
    NoScopeGranted,
    /// Too many requests.
    RateLimited,
    /// Server errors only.
    ServerError,
    /// Not JSON, for example a web page.
    NotJson,
    /// It sends one elsewhere; nothing was sent there.
    RedirectedElsewhere {
        /// The host it points to.
        host: String,
    },
    /// No answer within the limit.
    TimedOut,
    /// Nothing answers there.
    Unreachable,
    /// The secret is not in the keychain, or the keychain is closed.
    NoSecret {
        /// The keychain itself could not be read.
        keychain_closed: bool,
    },
    /// The authorisation server is on a host that is neither the API's nor Halo's own, and nobody
    /// has confirmed it. Nothing was sent.
    NotConfirmed {
        /// That host.
        host: String,
    },
    /// Another refusal, in Halo's words, shortened and without secrets.
    Refused {
        /// What Halo said.
        said: String,
    },
}

/// An agent as Halo shows it. Absent where Halo leaves it out.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct AgentFact {
    /// Halo's number.
    pub id: Option<i64>,
    /// Its name.
    pub name: Option<String>,
    /// Its e-mail address.
    pub email: Option<String>,
    /// The account is not active.
    pub is_disabled: Option<bool>,
    /// "Is an API-only Agent".
    pub is_api_only: Option<bool>,
    /// "Is a HaloPSA Administrator".
    pub is_administrator: Option<bool>,
    /// Name of the default team; empty for "*No Default Team*".
    pub default_team: Option<String>,
    /// Teams it belongs to, itself or by a role.
    pub teams: Option<Vec<String>>,
    /// Departments with Halo's number of the membership level.
    pub departments: Option<Vec<DepartmentFact>>,
    /// Customers it is restricted to; empty for no restriction (reported, 2026).
    pub customers: Option<Vec<String>>,
    /// Ticket types it is restricted to; empty for no restriction (reported, 2026).
    pub ticket_types: Option<Vec<String>>,
    /// Its roles.
    pub roles: Option<Vec<String>>,
}

/// Membership of a department.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct DepartmentFact {
    /// The department's name.
    pub name: String,
    /// Halo's number; 2 is "Modify All" (confirmed, 2026), others are not known for certain.
    pub level: Option<i64>,
}

/// What a list showed.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Seen {
    /// How many there are, where Halo says so.
    pub total: Option<u64>,
    /// How many rows came.
    pub rows: u64,
}

impl Seen {
    /// The best number there is.
    pub fn count(&self) -> u64 {
        self.total.unwrap_or(self.rows).max(self.rows)
    }
}

/// A team.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TeamFact {
    /// Its name.
    pub name: String,
    /// The department it is in.
    pub department: Option<String>,
}

/// A ticket type.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct TicketTypeFact {
    /// Halo's number.
    pub id: i64,
    /// Its name.
    pub name: String,
    /// "Use" in Halo's own value, where given.
    pub used_for: Option<String>,
    /// The ITIL type's number: 22 Projects, 23 Tasks (confirmed, 2026).
    pub itil: Option<i64>,
    /// Halo's number of the project hierarchy; its meaning is not known for certain.
    pub hierarchy: Option<i64>,
    /// "Visible in List for Agents".
    pub visible: Option<bool>,
    /// "Agents can log new Tickets with this Ticket Type".
    pub agents_can_log: Option<bool>,
    /// The default team's name.
    pub default_team: Option<String>,
    /// Fields that must be filled in, where the details were read.
    pub mandatory_fields: Option<Vec<String>>,
    /// All fields of the type, where the details were read.
    pub fields: Option<Vec<String>>,
}

impl Facts {
    #[must_use]
    /// What is known after a run that looked at a part only: its answers in place of the older
    /// ones, everything that it did not ask as it was.
    pub fn after(mut self, newer: Self) -> Self {
        if newer.host != Host::NotTried {
            self.host = newer.host;
            self.clock_skew_seconds = newer.clock_skew_seconds;
        }
        if newer.sign_in != SignIn::NotTried {
            self.sign_in = newer.sign_in;
        }
        renew(&mut self.me, newer.me);
        renew(&mut self.agent, newer.agent);
        renew(&mut self.teams, newer.teams);
        renew(&mut self.departments, newer.departments);
        renew(&mut self.agents, newer.agents);
        renew(&mut self.customers, newer.customers);
        renew(&mut self.ticket_types, newer.ticket_types);
        self.areas.extend(newer.areas);
        self.ticket_type_details.extend(newer.ticket_type_details);
        self.settings.extend(newer.settings);
        self
    }
}

fn renew<T>(old: &mut Asked<T>, newer: Asked<T>) {
    if !matches!(newer, Asked::Not) {
        *old = newer;
    }
}
