//! What the agent sees, in names, beside what the admin expects. The counts are
//! [`super::Visibility`].
//!
//! Put together by [`super::Report::new`]. Not here: whether it is enough, which findings say.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::facts::{AgentFact, Asked, Facts};
use crate::judge;
use crate::plan::Plan;

/// What the agent sees, in names. A value that was not learned is `null`, never a guess.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Sees {
    /// How many customers the admin says there are.
    pub expected_customers: Option<u64>,
    /// Customers that the agent is restricted to; empty for no restriction.
    pub restricted_to: Option<Vec<String>>,
    /// Teams that the agent belongs to.
    pub teams: Option<Vec<String>>,
    /// Wanted teams that it does not belong to, or that are not even listed to it.
    pub missing_teams: Vec<String>,
    /// Departments that the agent belongs to, one row for each membership that Halo shows.
    pub departments: Option<Vec<DepartmentSeen>>,
    /// Ticket types that Halo lists to it.
    pub ticket_types: Option<Vec<String>>,
}

/// One membership of a department.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DepartmentSeen {
    /// The department's name.
    pub name: String,
    /// Halo's number of the membership level; 2 is "Modify All".
    pub level: Option<i64>,
}

/// Puts the names together.
pub(super) fn of(plan: &Plan, facts: &Facts) -> Sees {
    Sees {
        expected_customers: plan.answers.expected_customers,
        restricted_to: of_agent(facts, |agent| agent.customers.clone()),
        teams: of_agent(facts, |agent| agent.teams.clone()),
        missing_teams: judge::missing_teams(plan, facts),
        departments: of_agent(facts, |agent| {
            let rows = agent.departments.as_ref()?.iter();
            let seen = rows.map(|row| DepartmentSeen {
                name: row.name.clone(),
                level: row.level,
            });
            Some(seen.collect())
        }),
        ticket_types: facts.ticket_types.answer().map(|rows| {
            let names = rows.iter().map(|row| row.name.clone());
            names.collect()
        }),
    }
}

fn of_agent<T>(facts: &Facts, property: impl Fn(&AgentFact) -> Option<T>) -> Option<T> {
    let forms = [&facts.agent, &facts.me];
    forms
        .into_iter()
        .filter_map(Asked::answer)
        .find_map(property)
}
