//! Which aspects differ, since when, and what that means for the connection.

use std::collections::BTreeSet;

use jiff::Timestamp;

use crate::plan::Plan;
use crate::scope;

use super::Effect;
use super::aspect::{AgentPart, Aspect, Counted, Family, HaloPart, Trouble, Value};
use super::snapshot::Snapshot;

/// One aspect that has another value now.
#[derive(Debug, Clone)]
pub(super) struct Difference {
    pub(super) aspect: Aspect,
    pub(super) was: Value,
    pub(super) now: Value,
    pub(super) after: Timestamp,
    pub(super) by: Timestamp,
    pub(super) effect: Effect,
    /// The finding that says what to do about it.
    pub(super) finding: Option<String>,
    /// The name that the profile's guide has for it, where it has one.
    pub(super) label: Option<String>,
}

/// What is different now, in the order of the aspects. A finding is listed by itself only where no
/// fact that led to it is.
pub(super) fn differences(
    plan: &Plan,
    base: &Snapshot,
    history: &[Snapshot],
    now: &Snapshot,
) -> Vec<Difference> {
    let aspects: BTreeSet<&Aspect> = base.values.keys().chain(now.values.keys()).collect();
    let all = aspects.into_iter().filter_map(|aspect| {
        let (was, is) = (base.value(aspect)?, now.value(aspect)?);
        if was == is {
            return None;
        }
        let (after, by) = moved(aspect, is, base, history, now);
        let finding = about(plan, aspect, [was, is], now);
        let effect = finding
            .as_deref()
            .map_or(Effect::Neither, |id| effect(base, now, id));
        Some(Difference {
            aspect: aspect.clone(),
            was: was.clone(),
            now: is.clone(),
            after,
            by,
            effect,
            finding,
            label: label(plan, aspect),
        })
    });
    let (findings, facts): (Vec<Difference>, Vec<Difference>) =
        all.partition(|one| matches!(one.aspect, Aspect::Finding(_)));
    let explained: BTreeSet<String> = facts
        .iter()
        .filter(|one| one.effect != Effect::Neither)
        .filter_map(|one| one.finding.clone())
        .collect();
    let unexplained = findings.into_iter().filter(|one| {
        one.finding
            .as_ref()
            .is_none_or(|id| !explained.contains(id))
    });
    facts.into_iter().chain(unexplained).collect()
}

/// What Halo's screen calls a setting, where the profile names it.
fn label(plan: &Plan, aspect: &Aspect) -> Option<String> {
    let Aspect::Setting(property) = aspect else {
        return None;
    };
    let mut needs = plan.settings.iter();
    let need = needs.find(|need| need.property.as_ref() == Some(property))?;
    Some(need.name.clone())
}

/// The last check that found another value than now, and the first after it that found this one.
fn moved(
    aspect: &Aspect,
    is: &Value,
    base: &Snapshot,
    history: &[Snapshot],
    now: &Snapshot,
) -> (Timestamp, Timestamp) {
    let mut after = base.at;
    let mut by = None;
    let between = history.iter().filter(|one| one.at <= now.at);
    for (at, value) in between.filter_map(|one| Some((one.at, one.value(aspect)?))) {
        if value == is {
            by = by.or(Some(at));
        } else {
            (after, by) = (at, None);
        }
    }
    (after, by.filter(|by| *by >= after).unwrap_or(now.at))
}

fn effect(base: &Snapshot, now: &Snapshot, finding: &str) -> Effect {
    let trouble = |snapshot: &Snapshot| {
        let standing = snapshot.standing(finding);
        standing.map_or(Trouble::None, |standing| standing.trouble)
    };
    match trouble(base).cmp(&trouble(now)) {
        std::cmp::Ordering::Less => Effect::Worse,
        std::cmp::Ordering::Greater => Effect::Better,
        std::cmp::Ordering::Equal => Effect::Neither,
    }
}

/// The finding that an aspect bears upon, where there is one in the present report.
fn about(plan: &Plan, aspect: &Aspect, values: [&Value; 2], now: &Snapshot) -> Option<String> {
    let id = match aspect {
        Aspect::Halo(HaloPart::Version | HaloPart::Product)
        | Aspect::Member(Family::Role | Family::TicketTypeLimit, _)
        | Aspect::Count(Counted::Agents) => return None,
        Aspect::Halo(_) => "address".to_owned(),
        Aspect::Agent(AgentPart::Account | AgentPart::Enabled) => "agent.identity".to_owned(),
        Aspect::Agent(AgentPart::ApiOnly) => "agent.api_only".to_owned(),
        Aspect::Agent(AgentPart::Administrator) => "agent.administrator".to_owned(),
        Aspect::Agent(AgentPart::DefaultTeam) => "agent.default_team".to_owned(),
        Aspect::Member(Family::Scope, name) => {
            let asked = format!("scope:{}", scope::normalise(name));
            if now.standing(&asked).is_some() {
                asked
            } else {
                "scopes.excess".to_owned()
            }
        }
        Aspect::Member(Family::Team | Family::Membership, _) => "agent.teams".to_owned(),
        Aspect::Member(Family::Department | Family::SeenDepartment, _)
        | Aspect::DepartmentLevel(_) => "agent.departments".to_owned(),
        Aspect::Member(Family::CustomerLimit, _) | Aspect::Count(Counted::Customers) => {
            "agent.customers".to_owned()
        }
        Aspect::Member(Family::TicketType, _) => ticket_type(plan, values)?,
        Aspect::Setting(property) => {
            let mut needs = plan.settings.iter();
            let need = needs.find(|need| need.property.as_ref() == Some(property))?;
            format!("setting:{}", need.key)
        }
        Aspect::Finding(id) => id.clone(),
    };
    now.standing(&id).is_some().then_some(id)
}

/// The requirement that a ticket type of one of these names meets.
fn ticket_type(plan: &Plan, values: [&Value; 2]) -> Option<String> {
    let is_named = |name: &str| {
        let same =
            |value: &&Value| matches!(value, Value::Text(text) if text.eq_ignore_ascii_case(name));
        values.iter().any(same)
    };
    let need = plan.ticket_types.iter().find(|need| {
        let answered = plan.answers.ticket_types.get(&need.key);
        is_named(answered.unwrap_or(&need.suggested_name))
    })?;
    Some(format!("ticket-type:{}", need.key))
}
