//! Makes the plan: the profile's requirements that apply, each once, in the profile's order.
//!
//! Called by the `commands` crate for every run and for every view of a connection. Not here:
//! the pages ([`super::steps`]).

use crate::answers::Answers;
use crate::facts::HaloFound;
use crate::permission;
use crate::profile::{Condition, PermissionNeed, PermissionSectionNeed, Phase, Profile, ScopeNeed};
use crate::scope;

use super::circumstances::Circumstances;
use super::{Plan, ProfileOrigin, wanted};

/// The permission that stands for the finding `agent.administrator`.
const ADMINISTRATOR: &str = "Is a HaloPSA Administrator";
/// The permission that stands for the finding `agent.customers`.
const ALL_CUSTOMERS: &str = "Allow use of all Customers";

/// Keeps what applies now: its condition holds, and it is not only for taking the connection out.
macro_rules! applying {
    ($needs:expr, $circumstances:expr) => {
        $needs
            .iter()
            .filter(|need| {
                need.phase != Phase::Removal && $circumstances.meet(need.condition.as_ref())
            })
            .cloned()
    };
}

impl Plan {
    /// Makes the plan for one connection. `halo` is what discovery found earlier, if it was run.
    pub fn make(
        mut profile: Profile,
        origin: ProfileOrigin,
        answers: Answers,
        halo: Option<HaloFound>,
    ) -> Self {
        let circumstances = Circumstances::of(&profile, &answers, halo.as_ref());
        let meets = |condition: &Option<Condition>| circumstances.meet(condition.as_ref());

        let scopes = one_of_each_scope(applying!(profile.scopes, circumstances));
        let mut permissions = one_of_each_permission(applying!(profile.permissions, circumstances));
        let administrator = take(&mut permissions, ADMINISTRATOR);
        let all_customers = take(&mut permissions, ALL_CUSTOMERS);
        let other_scopes = applying!(profile.other_scopes, circumstances).next();
        let permission_sections = first_by(
            applying!(profile.permission_sections, circumstances),
            PermissionSectionNeed::finding,
        );
        let teams = applying!(profile.teams, circumstances).next();
        let departments = applying!(profile.departments, circumstances).next();
        let ticket_types = first_by(applying!(profile.ticket_types, circumstances), |need| {
            need.key.clone()
        });
        let settings = first_by(applying!(profile.settings, circumstances), |need| {
            need.key.clone()
        });
        let vendor_steps = first_by(
            applying!(profile.steps, circumstances)
                .filter(|step| step.at() != crate::profile::StepTime::Removal),
            |step| step.key.clone(),
        );
        let role = applying!(profile.role, circumstances).next();
        let agent = profile.agent.clone().map(|mut agent| {
            agent.api_only = agent.api_only.filter(|need| meets(&need.condition));
            agent.default_team = agent.default_team.filter(|need| meets(&need.condition));
            agent.work_hours = agent.work_hours.filter(|need| meets(&need.condition));
            agent.roles.retain(|held| meets(&held.condition));
            agent
        });
        let other_permissions = applying!(profile.other_permissions, circumstances).next();
        profile.role = role;
        profile.agent = agent;
        profile.other_permissions = other_permissions;

        let mut plan = Self {
            profile,
            origin,
            answers,
            halo,
            scopes,
            permissions,
            administrator,
            all_customers,
            other_scopes,
            permission_sections,
            teams,
            departments,
            ticket_types,
            settings,
            vendor_steps,
            wanted: super::Wanted::default(),
        };
        plan.wanted = wanted::wanted(&plan);
        plan
    }

    /// Whether something with this condition applies to this connection.
    pub fn applies(&self, condition: Option<&Condition>) -> bool {
        self.circumstances().meet(condition)
    }

    pub(crate) fn circumstances(&self) -> Circumstances<'_> {
        Circumstances::of(&self.profile, &self.answers, self.halo.as_ref())
    }
}

/// One need per scope; where several apply, the strongest.
fn one_of_each_scope(needs: impl Iterator<Item = ScopeNeed>) -> Vec<ScopeNeed> {
    let mut kept: Vec<ScopeNeed> = Vec::new();
    for need in needs {
        let name = scope::normalise(&need.name);
        match kept
            .iter_mut()
            .find(|other| scope::normalise(&other.name) == name)
        {
            Some(other) if need.level < other.level => *other = need,
            Some(_) => {}
            None => kept.push(need),
        }
    }
    kept
}

/// One need per permission; where several apply, the one that allows most among the strongest.
fn one_of_each_permission(needs: impl Iterator<Item = PermissionNeed>) -> Vec<PermissionNeed> {
    let mut kept: Vec<PermissionNeed> = Vec::new();
    for need in needs {
        match kept.iter_mut().find(|other| same(&other.name, &need.name)) {
            Some(other) if outdoes(&need, other) => *other = need,
            Some(_) => {}
            None => kept.push(need),
        }
    }
    kept
}

fn outdoes(need: &PermissionNeed, other: &PermissionNeed) -> bool {
    if need.level != other.level {
        return need.level < other.level;
    }
    permission::find(&need.name)
        .and_then(|known| known.is_enough(&other.value, &need.value))
        .is_some_and(|enough| !enough)
}

fn take(needs: &mut Vec<PermissionNeed>, name: &str) -> Option<PermissionNeed> {
    let place = needs.iter().position(|need| same(&need.name, name))?;
    Some(needs.remove(place))
}

/// The same permission, whatever the display language.
fn same(one: &str, other: &str) -> bool {
    match (permission::find(one), permission::find(other)) {
        (Some(one), Some(other)) => one.name == other.name,
        _ => permission::slug(one) == permission::slug(other),
    }
}

fn first_by<T>(needs: impl Iterator<Item = T>, key: impl Fn(&T) -> String) -> Vec<T> {
    let mut seen = std::collections::BTreeSet::new();
    needs.filter(|need| seen.insert(key(need))).collect()
}
