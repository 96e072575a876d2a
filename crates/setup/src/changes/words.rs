//! The sentence for a change, and its form in a report.

use std::collections::BTreeMap;

use crate::finding::Value as Said;
use crate::plan::words::{and_list, say_count};
use crate::text;

use super::aspect::{AgentPart, Aspect, Counted, Family, HaloPart, Trouble, Value};
use super::group::Group;
use super::when::{Calendar, between};
use super::{Change, ChangeKind};

/// More names than this are counted.
const NAMES_SAID: usize = 6;

/// The change that a group of differences is.
pub(super) fn change(group: &Group, calendar: &Calendar) -> Change {
    let first = group.first();
    let names = names(group);
    let is_list = matches!(first.aspect, Aspect::Member(..));
    let mut findings: Vec<String> = Vec::new();
    for id in group.members.iter().filter_map(|one| one.finding.clone()) {
        if !findings.contains(&id) {
            findings.push(id);
        }
    }
    let written = |value: &Value| {
        let alone = !is_list || group.kind == ChangeKind::Changed;
        value.written().filter(|_| alone)
    };
    Change {
        about: about(&first.aspect).to_owned(),
        kind: group.kind,
        effect: group.effect,
        was: written(&first.was),
        now: written(&first.now),
        after: group.after,
        by: group.by,
        findings,
        text: sentence(group, &names, calendar),
        names,
    }
}

/// What a change is about, as reports call it.
fn about(aspect: &Aspect) -> &'static str {
    match aspect {
        Aspect::Halo(part) => match part {
            HaloPart::Address => "halo-address",
            HaloPart::ResourceServer => "resource-server",
            HaloPart::AuthorisationServer => "authorisation-server",
            HaloPart::Tenant => "tenant",
            HaloPart::Product => "halo-product",
            HaloPart::Version => "halo-version",
        },
        Aspect::Agent(part) => match part {
            AgentPart::Account => "agent",
            AgentPart::Enabled => "agent-enabled",
            AgentPart::ApiOnly => "agent-api-only",
            AgentPart::Administrator => "agent-administrator",
            AgentPart::DefaultTeam => "agent-default-team",
        },
        Aspect::Member(family, _) => match family {
            Family::Scope => "scope",
            Family::Role => "agent-role",
            Family::Membership => "agent-team",
            Family::Department => "agent-department",
            Family::CustomerLimit => "agent-customer-limit",
            Family::TicketTypeLimit => "agent-ticket-type-limit",
            Family::Team => "team",
            Family::SeenDepartment => "department",
            Family::TicketType => "ticket-type",
        },
        Aspect::DepartmentLevel(_) => "department-level",
        Aspect::Count(Counted::Customers) => "customers",
        Aspect::Count(Counted::Agents) => "agents",
        Aspect::Setting(_) => "setting",
        Aspect::Finding(_) => "finding",
    }
}

/// The names that a group speaks of.
fn names(group: &Group) -> Vec<String> {
    let named = group.members.iter().filter_map(|one| match &one.aspect {
        Aspect::Member(..) => match (&one.now, &one.was) {
            (Value::Text(name), _) | (_, Value::Text(name)) => Some(name.clone()),
            _ => None,
        },
        Aspect::DepartmentLevel(name) => Some(name.clone()),
        Aspect::Setting(property) => Some(one.label.clone().unwrap_or_else(|| property.clone())),
        Aspect::Finding(id) => Some(id.clone()),
        _ => None,
    });
    named.collect()
}

fn sentence(group: &Group, names: &[String], calendar: &Calendar) -> String {
    let first = group.first();
    let key = format!("changes-{}", about(&first.aspect));
    let key = match (&first.aspect, &first.was, &first.now) {
        (Aspect::Member(..), ..) => format!("{key}.{}", happened(group.kind)),
        (Aspect::Finding(_), Value::Standing(was), Value::Standing(now)) => {
            let way = match (was.trouble, now.trouble) {
                (_, Trouble::None) => "better",
                (was, now) if now > was => "worse",
                _ => "changed",
            };
            format!("{key}.{way}")
        }
        (_, _, Value::Flag(flag)) => format!("{key}.{}", if *flag { "yes" } else { "no" }),
        _ => key,
    };
    let title = match &first.now {
        Value::Standing(now) => now.title.clone(),
        _ => String::new(),
    };
    let or_none = |value: &Value| {
        let written = value.written().filter(|text| !text.is_empty());
        written.unwrap_or_else(|| text::say("changes-none", &BTreeMap::new()))
    };
    let values = BTreeMap::from([
        ("when", Said::Text(between(group.after, group.by, calendar))),
        ("names", Said::Text(listed(names))),
        ("count", Said::Count(names.len() as u64)),
        ("was", Said::Text(or_none(&first.was))),
        ("now", Said::Text(or_none(&first.now))),
        ("title", Said::Text(title)),
    ]);
    text::say(&key, &values)
}

const fn happened(kind: ChangeKind) -> &'static str {
    match kind {
        ChangeKind::Added => "added",
        ChangeKind::Removed => "removed",
        ChangeKind::Changed => "changed",
    }
}

/// Names as a person lists them, at most a handful.
fn listed(names: &[String]) -> String {
    if names.len() <= NAMES_SAID {
        return and_list(names);
    }
    let (said, more) = names.split_at(NAMES_SAID - 1);
    let more = say_count("changes-more", more.len(), &[]);
    and_list(&[said, &[more]].concat())
}
