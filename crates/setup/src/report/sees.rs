//! What the agent sees, in names, beside what the admin expects. The counts are
//! [`super::Visibility`].
//!
//! Put together by [`super::Report::new`]. Not here: whether it is enough, which findings say.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::facts::{AgentFact, Asked, DepartmentFact, Facts, Seen};
use crate::judge;
use crate::plan::Plan;
use crate::plan::words::{say, say_count};

use super::Visibility;

/// Of longer lists the printed forms say how many more there are.
const NAMES_PRINTED: usize = 20;
/// Halo's number of the membership "Modify All", see [`DepartmentFact::level`].
const MODIFY_ALL: i64 = 2;

/// What the agent sees, in names. A value that was not learned is `null`, never a guess.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Sees {
    /// How many customers the admin says there are.
    pub expected_customers: Option<u64>,
    /// The first customers that Halo lists to the agent; [`super::Visibility`] says how many there are.
    #[serde(default)]
    pub customers: Option<Vec<String>>,
    /// The first agents that Halo lists to it.
    #[serde(default)]
    pub agents: Option<Vec<String>>,
    /// Customers that the agent is restricted to; empty for no restriction.
    pub restricted_to: Option<Vec<String>>,
    /// Teams that the agent belongs to.
    pub teams: Option<Vec<String>>,
    /// Wanted teams that it does not belong to, or that are not even listed to it.
    pub missing_teams: Vec<String>,
    /// Departments that the agent belongs to, each once: of several memberships the highest counts.
    pub departments: Option<Vec<DepartmentSeen>>,
    /// Ticket types that Halo lists to it.
    pub ticket_types: Option<Vec<String>>,
}

/// The membership of a department that counts.
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
        customers: listed_names(&facts.customers, &facts.customer_names),
        agents: listed_names(&facts.agents, &facts.agent_names),
        restricted_to: of_agent(facts, |agent| agent.customers.clone()),
        teams: of_agent(facts, |agent| agent.teams.clone()),
        missing_teams: judge::missing_teams(plan, facts),
        departments: of_agent(facts, |agent| agent.departments.as_deref().map(effective)),
        ticket_types: facts.ticket_types.answer().map(|rows| {
            let names = rows.iter().map(|row| row.name.clone());
            names.collect()
        }),
    }
}

/// The names, where the list was learned and they are not missing from what is kept of it.
fn listed_names(asked: &Asked<Seen>, names: &[String]) -> Option<Vec<String>> {
    let seen = asked.answer()?;
    (seen.count() == 0 || !names.is_empty()).then(|| names.to_vec())
}

/// Each department once, in Halo's order, with the grant that [`crate::judge`] goes by.
fn effective(rows: &[DepartmentFact]) -> Vec<DepartmentSeen> {
    let mut seen: Vec<DepartmentSeen> = Vec::new();
    for row in rows {
        let name = row.name.trim().to_lowercase();
        let known = seen
            .iter_mut()
            .find(|one| one.name.trim().to_lowercase() == name);
        match known {
            Some(known) => known.level = known.level.max(row.level),
            None => seen.push(DepartmentSeen {
                name: row.name.clone(),
                level: row.level,
            }),
        }
    }
    seen
}

/// The names for the printed forms of the report, as pairs of label and value; what was not learned
/// is left out.
pub(super) fn printed(sees: &Sees, counts: &Visibility) -> Vec<(&'static str, String)> {
    let first = |names: &Option<Vec<String>>, count: Option<u64>| {
        let names = names.as_deref().filter(|names| !names.is_empty());
        names.map(|names| of_many(names, count))
    };
    let all = |names: &Option<Vec<String>>| names.as_deref().map(listed);
    let some = |names: &[String]| (!names.is_empty()).then(|| listed(names));
    let departments = sees.departments.as_deref().map(|rows| {
        let rows: Vec<String> = rows.iter().map(membership).collect();
        listed(&rows)
    });
    let rows = [
        (
            "report-customer-names",
            first(&sees.customers, counts.customers),
        ),
        ("report-agent-names", first(&sees.agents, counts.agents)),
        ("report-ticket-type-names", all(&sees.ticket_types)),
        ("report-its-teams", all(&sees.teams)),
        ("report-missing-teams", some(&sees.missing_teams)),
        ("report-its-departments", departments),
        (
            "report-restricted-to",
            some(sees.restricted_to.as_deref().unwrap_or_default()),
        ),
    ];
    let rows = rows.into_iter();
    rows.filter_map(|(label, value)| Some((label, value?)))
        .collect()
}

/// The first names of a list, and how many more it has, as far as that was learned.
fn of_many(names: &[String], count: Option<u64>) -> String {
    let said = names.join(", ");
    let known = names.len() as u64;
    match count {
        Some(count) if count <= known => said,
        Some(count) => {
            let more = usize::try_from(count - known).unwrap_or(usize::MAX);
            format!("{said}, {}", say_count("changes-more", more, &[]))
        }
        None => say("report-and-more", &[("names", &said)]),
    }
}

fn membership(row: &DepartmentSeen) -> String {
    let Some(level) = row.level else {
        return row.name.clone();
    };
    let name = ("name", row.name.as_str());
    if level == MODIFY_ALL {
        return say("report-modify-all", &[name]);
    }
    say("report-membership", &[name, ("level", &level.to_string())])
}

/// Names, at most as many as one reads.
fn listed(names: &[String]) -> String {
    if names.is_empty() {
        return say("report-none", &[]);
    }
    if names.len() <= NAMES_PRINTED {
        return names.join(", ");
    }
    let (said, more) = names.split_at(NAMES_PRINTED);
    let more = say_count("changes-more", more.len(), &[]);
    format!("{}, {more}", said.join(", "))
}

fn of_agent<T>(facts: &Facts, property: impl Fn(&AgentFact) -> Option<T>) -> Option<T> {
    let forms = [&facts.agent, &facts.me];
    forms
        .into_iter()
        .filter_map(Asked::answer)
        .find_map(property)
}
