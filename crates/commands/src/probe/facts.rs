//! From Halo's answers and errors to the domain's facts: one small function per kind.

use halo::{
    AddressError, Agent, AgentTeam, Discovery, HaloError, Team, TicketType, TicketTypeDetail,
    TicketTypeField,
};
use setup::facts::{
    AddressProblem, AgentFact, Asked, DepartmentFact, Failure, FieldFact, Good, HaloFound, Refusal,
    TeamFact, TeamTicks, TicketTypeFact,
};

/// The discovery as the domain knows it.
pub(super) fn halo_found(discovery: &Discovery) -> HaloFound {
    HaloFound {
        address: discovery.web_app.as_str().trim_end_matches('/').to_owned(),
        resource_server: discovery.resource_server.to_string(),
        authorisation_server: discovery.authorisation_server.to_string(),
        tenant: discovery.tenant.clone(),
        product: discovery.product.clone(),
        version: discovery.version.clone(),
        hosted: discovery.hosted,
        authorisation_elsewhere: discovery.authorisation_server_elsewhere,
    }
}

/// Why a typed text is no address.
pub(super) fn address_error(error: &AddressError) -> AddressProblem {
    match error {
        AddressError::NotHttps { .. } => AddressProblem::NotHttps,
        _ => AddressProblem::NotAnAddress,
    }
}

/// Why there is no Halo at an address.
pub(super) fn address_problem(error: &HaloError) -> AddressProblem {
    match error {
        HaloError::NameNotFound => AddressProblem::NameNotFound,
        HaloError::TimedOut { .. } | HaloError::BudgetSpent | HaloError::Cancelled => {
            AddressProblem::TimedOut
        }
        HaloError::TlsUntrusted => AddressProblem::TlsUntrusted,
        HaloError::TlsExpired { good } => AddressProblem::TlsExpired {
            good: good.map(when_good),
        },
        HaloError::TlsWrongHost { names } => AddressProblem::TlsWrongHost {
            names: names.clone(),
        },
        HaloError::ProxyRefused => AddressProblem::ProxyRefused,
        HaloError::ProxyWantsSignIn => AddressProblem::ProxyWantsSignIn,
        HaloError::RedirectedElsewhere { host } => {
            AddressProblem::RedirectedElsewhere { host: host.clone() }
        }
        HaloError::TooLarge => AddressProblem::TooLarge,
        HaloError::RateLimited { .. } => AddressProblem::RateLimited,
        HaloError::ServerError { .. } => AddressProblem::ServerError,
        HaloError::Unreachable | HaloError::TlsFailed | HaloError::NoTransport => {
            AddressProblem::Unreachable
        }
        _ => AddressProblem::NotHalo,
    }
}

fn when_good(good: halo::Good) -> Good {
    match good {
        halo::Good::Until(moment) => Good::Until(moment),
        halo::Good::From(moment) => Good::From(moment),
    }
}

/// Why a question has no answer.
pub(super) fn not_answered<T>(error: &HaloError) -> Asked<T> {
    match error {
        HaloError::Unauthorised => Asked::Refused(Refusal::Unauthorised),
        HaloError::Forbidden => Asked::Refused(Refusal::Forbidden),
        HaloError::NotFound => Asked::Refused(Refusal::NotFound),
        HaloError::ServerError { .. } => Asked::Failed(Failure::ServerError),
        HaloError::TimedOut { .. } => Asked::Failed(Failure::TimedOut),
        HaloError::RateLimited { .. } => Asked::Failed(Failure::RateLimited),
        HaloError::TooLarge => Asked::Failed(Failure::TooLarge),
        HaloError::RedirectedElsewhere { .. } => Asked::Failed(Failure::RedirectedElsewhere),
        HaloError::BudgetSpent | HaloError::Cancelled => Asked::Failed(Failure::Stopped),
        HaloError::NameNotFound
        | HaloError::Unreachable
        | HaloError::ProxyRefused
        | HaloError::ProxyWantsSignIn => Asked::Failed(Failure::Unreachable),
        _ => Asked::Failed(Failure::NotReadable),
    }
}

/// An agent as the domain knows it.
pub(super) fn agent(agent: Agent) -> AgentFact {
    let is_administrator = agent
        .is_admin
        .or_else(|| agent.claims_super_administrator());
    AgentFact {
        id: Some(agent.id),
        name: agent.name,
        email: agent.email,
        is_disabled: agent.is_disabled,
        is_api_only: agent.is_api_agent,
        is_administrator,
        default_team: agent.team,
        team_ticks: agent.teams.as_ref().map(|rows| {
            let member = rows.iter().filter(|row| row.in_section != Some(false));
            member.map(team_ticks).collect()
        }),
        // A row may also say that the agent is not a member.
        teams: agent.teams.map(|rows| {
            let member = rows.into_iter().filter(|row| row.in_section != Some(false));
            names(member.map(|row| row.team_name))
        }),
        departments: agent.departments.map(|rows| {
            rows.into_iter()
                .filter_map(|row| {
                    Some(DepartmentFact {
                        name: row.department_name?,
                        level: row.membership_level,
                    })
                })
                .collect()
        }),
        customers: agent
            .clients
            .map(|rows| names(rows.into_iter().map(|row| row.customer_name))),
        ticket_types: agent
            .ticket_types
            .map(|rows| names(rows.into_iter().map(|row| row.ticket_type_name))),
        roles: agent
            .roles
            .map(|rows| names(rows.into_iter().map(|row| row.name))),
    }
}

fn team_ticks(row: &AgentTeam) -> TeamTicks {
    TeamTicks {
        team: row.team_name.clone().unwrap_or_default(),
        unassigned: row.unassigned_access,
        of_others: row.other_agent_access,
    }
}

fn names(names: impl Iterator<Item = Option<String>>) -> Vec<String> {
    names.map(Option::unwrap_or_default).collect()
}

/// A team; one without a name cannot be spoken of.
pub(super) fn team(team: Team) -> Option<TeamFact> {
    Some(TeamFact {
        name: team.name?,
        department: team.department_name,
    })
}

/// A ticket type as lists show it.
pub(super) fn ticket_type(one: TicketType) -> TicketTypeFact {
    TicketTypeFact {
        id: one.id,
        name: one.name.unwrap_or_default(),
        used_for: one.used_for,
        itil: one.itil,
        hierarchy: one.project_type,
        visible: one.visible,
        agents_can_log: one.agents_can_select,
        default_team: one.default_team,
        may_be_child: None,
        approval: None,
        fields: None,
        mandatory: None,
        mandatory_is_told: None,
        has_mandatory: one.has_mandatory_fields,
        may_be_mandatory: Vec::new(),
    }
}

/// A ticket type with its fields.
pub(super) fn detail(detail: TicketTypeDetail) -> TicketTypeFact {
    let fields = detail.fields.as_ref().map(|fields| {
        let labels = fields.iter().filter_map(|one| one.name.clone());
        labels.collect()
    });
    // An empty list may be one that was left out.
    let mandatory_is_told = detail.fields.as_ref().map(|fields| {
        let mut flags = fields.iter().map(|one| one.mandatory);
        !fields.is_empty() && flags.all(|flag| flag.is_some())
    });
    let rows = detail.fields.as_deref();
    let mandatory = rows.map(|rows| those(rows, |one| one.mandatory == Some(true)));
    let may_be_mandatory = those(rows.unwrap_or_default(), |one| {
        one.mandatory != Some(true) && one.when_logging == Some(SEEMS_REQUIRED)
    });
    // Numbers from 1 stand for a process; 0 and below for none (inferred, 2024).
    let approval = detail.approval_process_id.map(|id| match id {
        1.. => detail
            .approval_process_name
            .unwrap_or_else(|| id.to_string()),
        _ => String::new(),
    });
    TicketTypeFact {
        fields,
        mandatory,
        mandatory_is_told,
        may_be_mandatory,
        approval,
        may_be_child: detail.may_be_child,
        ..ticket_type(detail.ticket_type)
    }
}

/// Halo's number of how a field shows when an agent logs a ticket that seems to be "Visible -
/// Required" (inferred from the order on the screen, 2024): it only names fields to look at.
const SEEMS_REQUIRED: i64 = 2;

/// The fields of which this holds; one without a name cannot be spoken of.
fn those(rows: &[TicketTypeField], holds: impl Fn(&TicketTypeField) -> bool) -> Vec<FieldFact> {
    let rows = rows.iter().filter(|one| holds(one));
    rows.filter_map(|one| {
        Some(FieldFact {
            id: one.id,
            name: one.name.clone()?,
            internal_name: one.internal_name.clone(),
        })
    })
    .collect()
}
