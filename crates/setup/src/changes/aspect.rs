//! The things that are compared, and the values they have.

use crate::finding::{Finding, Status};

/// A yes, as it is written in a report.
pub(super) const YES: &str = "yes";
/// A no, as it is written in a report.
const NO: &str = "no";
/// A finding without trouble, as it is written in a report.
pub(super) const PASSED: &str = "passed";

/// One thing that may change. The order is that in which changes are listed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Aspect {
    /// Of the Halo itself.
    Halo(HaloPart),
    /// Of the agent the token stands for.
    Agent(AgentPart),
    /// Something is in a list, by its key there.
    Member(Family, String),
    /// The agent's level in a department, by the department's name.
    DepartmentLevel(String),
    /// How many the agent sees.
    Count(Counted),
    /// A setting of Halo, by its property.
    Setting(String),
    /// A finding, by its id.
    Finding(String),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum HaloPart {
    Address,
    ResourceServer,
    AuthorisationServer,
    Tenant,
    Product,
    Version,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum AgentPart {
    Account,
    Enabled,
    ApiOnly,
    Administrator,
    DefaultTeam,
}

/// Lists of which members come and go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Family {
    /// Scopes that Halo grants.
    Scope,
    /// Roles of the agent.
    Role,
    /// Teams the agent belongs to.
    Membership,
    /// Departments the agent belongs to.
    Department,
    /// Customers the agent is restricted to.
    CustomerLimit,
    /// Ticket types the agent is restricted to.
    TicketTypeLimit,
    /// Teams the agent sees.
    Team,
    /// Departments the agent sees.
    SeenDepartment,
    /// Ticket types the agent sees, by their number.
    TicketType,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Counted {
    Customers,
    Agents,
}

/// The value of an aspect.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Value {
    /// Not in the list.
    Absent,
    /// In the list under this name, or this text.
    Text(String),
    /// A number of things, or a number that stands for something in Halo.
    Number(i64),
    /// Yes or no.
    Flag(bool),
    /// Who the token stands for.
    Account(Account),
    /// How a finding stands.
    Standing(Standing),
}

/// Who the token stands for. Its name is for the words only: a new one makes no other agent.
#[derive(Debug, Clone, Eq)]
pub(super) struct Account {
    pub(super) id: i64,
    pub(super) name: Option<String>,
}

impl PartialEq for Account {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

/// How a finding stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Standing {
    pub(super) trouble: Trouble,
    pub(super) code: Option<String>,
}

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Trouble {
    None,
    Some,
    Much,
}

impl Standing {
    /// How a finding stands; nothing where it could not be checked.
    pub(super) fn of(finding: &Finding) -> Option<Self> {
        let trouble = match finding.status {
            // What only a person can see is no trouble that Halo showed.
            Status::Passed | Status::ToConfirm => Trouble::None,
            Status::Warning => Trouble::Some,
            Status::Failed => Trouble::Much,
            Status::Unknown => return None,
        };
        let code = finding.code.clone().filter(|_| trouble != Trouble::None);
        Some(Self { trouble, code })
    }
}

impl Value {
    /// As it is written in a report.
    pub(super) fn written(&self) -> Option<String> {
        match self {
            Self::Absent => None,
            Self::Text(text) => Some(text.clone()),
            Self::Number(number) => Some(number.to_string()),
            Self::Flag(flag) => Some(if *flag { YES } else { NO }.to_owned()),
            Self::Account(Account { id, name }) => Some(match name {
                Some(name) => format!("{name} ({id})"),
                None => id.to_string(),
            }),
            Self::Standing(standing) => Some(match &standing.code {
                Some(code) => code.clone(),
                None => PASSED.to_owned(),
            }),
        }
    }
}
