//! What a change is about, as reports and files call it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::aspect::{AgentPart, Aspect, Counted, Family, HaloPart};

/// What a change is about. Its names are part of `check --json` and of the kept reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename = "ChangeAbout")]
pub enum About {
    /// The web address of the Halo.
    HaloAddress,
    /// The address of its API.
    ResourceServer,
    /// The address where tokens are issued.
    AuthorisationServer,
    /// Its tenant.
    Tenant,
    /// Which product it is.
    HaloProduct,
    /// Its version.
    HaloVersion,
    /// Which agent the token stands for.
    Agent,
    /// Whether that agent is enabled.
    AgentEnabled,
    /// Whether it is an API-only Agent.
    AgentApiOnly,
    /// Whether it is a Halo administrator.
    AgentAdministrator,
    /// Its default team.
    AgentDefaultTeam,
    /// Its roles.
    AgentRole,
    /// Teams it belongs to.
    AgentTeam,
    /// Departments it belongs to.
    AgentDepartment,
    /// Customers it is restricted to.
    AgentCustomerLimit,
    /// Ticket types it is restricted to.
    AgentTicketTypeLimit,
    /// Its membership level in a department.
    DepartmentLevel,
    /// Scopes that Halo grants.
    Scope,
    /// Teams the agent sees.
    Team,
    /// Departments the agent sees.
    Department,
    /// Ticket types the agent sees.
    TicketType,
    /// How many customers the agent sees.
    Customers,
    /// How many agents the agent sees.
    Agents,
    /// A setting of Halo.
    Setting,
    /// A finding that no fact explains.
    Finding,
}

/// How a change is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// One value became another.
    Value,
    /// One number became another.
    Number,
    /// A yes became a no, or the other way.
    Flag,
    /// Members of a list came, went or were renamed.
    Members,
    /// A finding stands otherwise.
    Finding,
}

impl About {
    /// As it is written in a report, and in the names of the words for it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::HaloAddress => "halo-address",
            Self::ResourceServer => "resource-server",
            Self::AuthorisationServer => "authorisation-server",
            Self::Tenant => "tenant",
            Self::HaloProduct => "halo-product",
            Self::HaloVersion => "halo-version",
            Self::Agent => "agent",
            Self::AgentEnabled => "agent-enabled",
            Self::AgentApiOnly => "agent-api-only",
            Self::AgentAdministrator => "agent-administrator",
            Self::AgentDefaultTeam => "agent-default-team",
            Self::AgentRole => "agent-role",
            Self::AgentTeam => "agent-team",
            Self::AgentDepartment => "agent-department",
            Self::AgentCustomerLimit => "agent-customer-limit",
            Self::AgentTicketTypeLimit => "agent-ticket-type-limit",
            Self::DepartmentLevel => "department-level",
            Self::Scope => "scope",
            Self::Team => "team",
            Self::Department => "department",
            Self::TicketType => "ticket-type",
            Self::Customers => "customers",
            Self::Agents => "agents",
            Self::Setting => "setting",
            Self::Finding => "finding",
        }
    }

    pub(super) fn shape(self) -> Shape {
        match self {
            Self::HaloAddress
            | Self::ResourceServer
            | Self::AuthorisationServer
            | Self::Tenant
            | Self::HaloProduct
            | Self::HaloVersion
            | Self::Agent
            | Self::AgentDefaultTeam
            | Self::DepartmentLevel
            | Self::Setting => Shape::Value,
            Self::Customers | Self::Agents => Shape::Number,
            Self::AgentEnabled | Self::AgentApiOnly | Self::AgentAdministrator => Shape::Flag,
            Self::AgentRole
            | Self::AgentTeam
            | Self::AgentDepartment
            | Self::AgentCustomerLimit
            | Self::AgentTicketTypeLimit
            | Self::Scope
            | Self::Team
            | Self::Department
            | Self::TicketType => Shape::Members,
            Self::Finding => Shape::Finding,
        }
    }

    pub(super) fn of(aspect: &Aspect) -> Self {
        match aspect {
            Aspect::Halo(part) => match part {
                HaloPart::Address => Self::HaloAddress,
                HaloPart::ResourceServer => Self::ResourceServer,
                HaloPart::AuthorisationServer => Self::AuthorisationServer,
                HaloPart::Tenant => Self::Tenant,
                HaloPart::Product => Self::HaloProduct,
                HaloPart::Version => Self::HaloVersion,
            },
            Aspect::Agent(part) => match part {
                AgentPart::Account => Self::Agent,
                AgentPart::Enabled => Self::AgentEnabled,
                AgentPart::ApiOnly => Self::AgentApiOnly,
                AgentPart::Administrator => Self::AgentAdministrator,
                AgentPart::DefaultTeam => Self::AgentDefaultTeam,
            },
            Aspect::Member(family, _) => match family {
                Family::Scope => Self::Scope,
                Family::Role => Self::AgentRole,
                Family::Membership => Self::AgentTeam,
                Family::Department => Self::AgentDepartment,
                Family::CustomerLimit => Self::AgentCustomerLimit,
                Family::TicketTypeLimit => Self::AgentTicketTypeLimit,
                Family::Team => Self::Team,
                Family::SeenDepartment => Self::Department,
                Family::TicketType => Self::TicketType,
            },
            Aspect::DepartmentLevel(_) => Self::DepartmentLevel,
            Aspect::Count(Counted::Customers) => Self::Customers,
            Aspect::Count(Counted::Agents) => Self::Agents,
            Aspect::Setting(_) => Self::Setting,
            Aspect::Finding(_) => Self::Finding,
        }
    }
}
