//! Judges permissions by behaviour: a list that opens shows reading, a refusal with the scope
//! granted shows no access, and only a write could show more, which Halyard does not try.

use crate::facts::{Asked, Refusal, Seen};
use crate::finding::{Code, Evidence};
use crate::permission::{self, Area, Permission, Section};
use crate::profile::{HeldBy, Level, PermissionNeed};

use super::cause::Cause;
use super::look::Look;
use super::places::Place;
use super::suspects::Suspect;
use super::verdict::{About, Verdict};

/// The value that a list with rows in it proves.
const READ: &str = "Read Only";
/// Halo's word for what nothing grants.
const UNGRANTED: &str = "Not set";
/// The permission that a restriction to some ticket types stands for.
const ALL_TICKET_TYPES: &str = "Allow use of all Ticket Types";

pub(super) fn judge(look: &Look<'_>) -> Vec<Verdict> {
    let needs = look.plan.permissions.iter();
    needs.map(|need| one(look, need)).collect()
}

fn one(look: &Look<'_>, need: &PermissionNeed) -> Verdict {
    let known = permission::find(&need.name);
    let name = known.map_or(need.name.as_str(), |known| known.name);
    let about = About::new(
        format!("permission:{}", permission::slug(name)),
        "about-permission",
    )
    .with("permission", name)
    .with("value", &need.value)
    .asking([if need.level == Level::Forbidden {
        UNGRANTED
    } else {
        &need.value
    }])
    .because(need.reason.as_ref());
    let verdict = match known {
        Some(known) if known.name == ALL_TICKET_TYPES => ticket_types(look, &about, need),
        Some(known) => match known.area {
            Some(area) if look.plan.wanted.areas.contains(&area) => {
                by_area(look, &about, need, known, area)
            }
            _ => looked_at(&about, need),
        },
        None => looked_at(&about, need),
    };
    let section = known.map_or(Section::Other, |known| known.section);
    let below = match section {
        Section::Other => vec!["Permissions"],
        section => vec!["Permissions", section.title()],
    };
    verdict.at(Place::Holder(need.held_by, below))
}

/// Only a person can see it.
fn looked_at(about: &About, need: &PermissionNeed) -> Verdict {
    about.to_confirm(if need.level == Level::Forbidden {
        "permission-unwanted-look"
    } else {
        "permission-look"
    })
}

fn by_area(
    look: &Look<'_>,
    about: &About,
    need: &PermissionNeed,
    known: &Permission,
    area: Area,
) -> Verdict {
    if let Some(cause) = look.stopped() {
        return about.unknown(cause);
    }
    let none_wanted = need.level == Level::Forbidden || is_none(&need.value);
    let asked = look.area(area);
    if let (Some(cause), Asked::Refused(_)) = (look.shut_first(), asked) {
        return about.unknown(cause);
    }
    match asked {
        Asked::Answered(seen) if none_wanted => unwanted(about, need, seen),
        Asked::Answered(seen) => opened(look, about, need, known, seen),
        Asked::Refused(Refusal::Unauthorised | Refusal::Forbidden) => match look.opens(area) {
            Some(true) if none_wanted => {
                about.passed(Evidence::Behaviour, "permission-unwanted-absent")
            }
            Some(true) if look.may_lack_a_scope(area) => looked_at(about, need),
            Some(true) => {
                let behaviour = Evidence::Behaviour;
                about
                    .against(need.level, Code::Refused, behaviour, "permission-refused")
                    .suspect(refused_by(look, need, known))
            }
            Some(false) => about.unknown(Cause::ScopeFirst),
            None => about.unknown(look.cause_of(look.area(area))),
        },
        asked => about.unknown(look.cause_of(asked)),
    }
}

fn opened(
    look: &Look<'_>,
    about: &About,
    need: &PermissionNeed,
    known: &Permission,
    seen: &Seen,
) -> Verdict {
    if seen.count() == 0 {
        let tickets = known.area == Some(Area::Tickets);
        return about
            .to_confirm("permission-empty")
            .remark_if(tickets, "remark-tickets-empty");
    }
    if let Some(verdict) = without_details(look, about, need, known) {
        return verdict;
    }
    if known.is_enough(READ, &need.value) == Some(true) {
        return about
            .passed(Evidence::Behaviour, "permission-reads")
            .seen(seen);
    }
    about.to_confirm("permission-more").seen(seen)
}

/// Some lists open for everybody, and only one entry of them shows the permission: contracts are
/// refused one by one (confirmed, 2026).
fn without_details(
    look: &Look<'_>,
    about: &About,
    need: &PermissionNeed,
    known: &Permission,
) -> Option<Verdict> {
    let details = look.facts.details.get(&known.area?)?;
    match details {
        Asked::Refused(Refusal::Unauthorised | Refusal::Forbidden) => Some(
            about
                .against(
                    need.level,
                    Code::Refused,
                    Evidence::Behaviour,
                    "permission-details-refused",
                )
                .suspect(refused_by(look, need, known)),
        ),
        Asked::Answered(()) => None,
        asked => Some(about.unknown(look.cause_of(asked))),
    }
}

/// Where the access level can be lost between role, agent and screen.
fn refused_by(look: &Look<'_>, need: &PermissionNeed, known: &Permission) -> [Suspect; 4] {
    let section = known.section.title();
    let holder = |held_by| Place::Holder(held_by, vec!["Permissions", section]);
    let roles = look.of_agent(|agent| agent.roles.as_deref());
    let without_role = need.held_by != HeldBy::Agent && roles.is_ok_and(<[String]>::is_empty);
    [
        Suspect::new("cause-level-not-set", 60, holder(need.held_by)),
        Suspect::new("cause-role-not-given", 40, Place::Agent(vec!["Details"]))
            .clue_if(without_role, 85, "clue-no-role")
            .less_if(need.held_by == HeldBy::Agent, 15),
        Suspect::new("cause-not-saved", 30, holder(need.held_by)),
        Suspect::new("cause-old-session", 10, Place::Agent(vec!["Details"])),
    ]
}

fn unwanted(about: &About, need: &PermissionNeed, seen: &Seen) -> Verdict {
    if seen.count() == 0 {
        return about.to_confirm("permission-unwanted-look");
    }
    let behaviour = Evidence::Behaviour;
    about
        .against(
            need.level,
            Code::MoreThanNeeded,
            behaviour,
            "permission-unwanted-open",
        )
        .seen(seen)
}

/// Rows on the agent are an allow-list; none means no restriction (reported, 2024).
fn ticket_types(look: &Look<'_>, about: &About, need: &PermissionNeed) -> Verdict {
    let wants_all = !is_none(&need.value) && need.level != Level::Forbidden;
    let rows = look.of_agent(|agent| agent.ticket_types.as_deref());
    let listed = look.facts.ticket_types.answer();
    match (rows, listed) {
        (Ok(rows), _) if wants_all && !rows.is_empty() => about
            .against(
                need.level,
                Code::TooLow,
                Evidence::Api,
                "permission-ticket-types-restricted",
            )
            .names("types", rows),
        (Ok(_), Some(listed)) if wants_all && !listed.is_empty() => about
            .passed(Evidence::Api, "permission-ticket-types-all")
            .count("count", listed.len() as u64),
        _ => looked_at(about, need),
    }
}

/// Where the guide has the permission for this area: on the role, or on the agent.
pub(super) fn held_by(look: &Look<'_>, area: Area) -> HeldBy {
    need_of(look, area).map_or(HeldBy::Agent, |need| need.held_by)
}

fn need_of<'a>(look: &Look<'a>, area: Area) -> Option<&'a PermissionNeed> {
    look.plan
        .permissions
        .iter()
        .find(|need| permission::find(&need.name).is_some_and(|known| known.area == Some(area)))
}

/// The guide wants the agent to have no access to this area, so that a refusal says nothing about
/// a scope.
pub(super) fn rules_out(look: &Look<'_>, area: Area) -> bool {
    look.plan.permissions.iter().any(|need| {
        let known = permission::find(&need.name);
        let none_wanted = need.level == Level::Forbidden || is_none(&need.value);
        none_wanted && known.is_some_and(|known| known.area == Some(area))
    })
}

/// "Not set", "No" and "No Access" all mean that nothing grants it (reported, 2026).
fn is_none(value: &str) -> bool {
    let value = value.trim();
    ["not set", "no", "no access"]
        .iter()
        .any(|none| value.eq_ignore_ascii_case(none))
}
