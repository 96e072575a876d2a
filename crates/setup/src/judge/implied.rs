//! Judges permissions that no guide names and a scope is of no use without: a list that is refused
//! although its scope is granted shows that the agent may not open it (confirmed, 2026).
//!
//! There is a finding for each list that was asked for. What a refusal means where Halo did not say
//! which scopes it granted, or where no source says which scope the list goes with, is not known:
//! it is no finding here. Not here: permissions that the guide names ([`super::permissions`]).

use crate::facts::{Asked, Refusal, Seen};
use crate::finding::{Code, Evidence};
use crate::permission::{Area, Section};
use crate::plan::implied::Implied;
use crate::profile::HeldBy;
use crate::scope;

use super::look::Look;
use super::places::Place;
use super::suspects::Suspect;
use super::verdict::{About, Verdict};

pub(super) fn judge(look: &Look<'_>) -> Vec<Verdict> {
    if look.stopped().is_some() {
        return Vec::new();
    }
    let implied = look.plan.implied_permissions();
    implied.filter_map(|one| judged(look, &one)).collect()
}

fn judged(look: &Look<'_>, implied: &Implied<'_>) -> Option<Verdict> {
    let name = scope::normalise(&implied.scope.name);
    let about = About::new(implied.finding(), "about-permission")
        .with("permission", implied.permission.name)
        .with("scope", &name)
        .asking([&name])
        .because(implied.scope.reason.as_ref());
    let verdict = match look.area(implied.area) {
        Asked::Not => return None,
        Asked::Answered(seen) => opened(look, &about, implied, seen),
        Asked::Refused(Refusal::Unauthorised | Refusal::Forbidden) => {
            if !is_shut_to_agent(look, implied.area) {
                return None;
            }
            refused(&about, implied, "implied-refused")
        }
        asked => about.unknown(look.cause_of(asked)),
    };
    Some(verdict.at(level(implied.permission.section)))
}

/// The list is refused, and it is the agent that may not open it: the scope is granted, other
/// things open, and no other scope may be meant.
pub(super) fn is_shut_to_agent(look: &Look<'_>, area: Area) -> bool {
    let is_refused = matches!(
        look.area(area),
        Asked::Refused(Refusal::Unauthorised | Refusal::Forbidden)
    );
    is_refused
        && look.opens(area) == Some(true)
        && look.shut().is_none()
        && !look.may_lack_a_scope(area)
}

fn opened(look: &Look<'_>, about: &About, implied: &Implied<'_>, seen: &Seen) -> Verdict {
    // Some lists open for everybody, and only an entry shows the permission.
    match look.facts.details.get(&implied.area) {
        Some(Asked::Refused(Refusal::Unauthorised | Refusal::Forbidden)) => {
            refused(about, implied, "implied-details-refused")
        }
        Some(asked @ (Asked::Refused(_) | Asked::Failed(_))) => about.unknown(look.cause_of(asked)),
        _ if seen.count() == 0 => about.to_confirm("implied-empty"),
        _ => about
            .passed(Evidence::Behaviour, "implied-reads")
            .seen(seen),
    }
}

fn refused(about: &About, implied: &Implied<'_>, words: &'static str) -> Verdict {
    let (code, behaviour) = (Code::Refused, Evidence::Behaviour);
    about
        .against(implied.scope.level, code, behaviour, words)
        .suspect(closed_by("cause-area-closed", implied.permission.section))
}

/// Where access can be lost between role, agent and screen, where no guide says what it has to be.
pub(super) fn closed_by(key: &'static str, section: Section) -> [Suspect; 4] {
    let agent = || Place::Agent(vec!["Details"]);
    [
        Suspect::new(key, 60, level(section)),
        Suspect::new("cause-role-not-given", 40, agent()),
        Suspect::new("cause-not-saved", 30, level(section)),
        Suspect::new("cause-old-session", 10, agent()),
    ]
}

/// The access levels of the role, where the plan has one, else of the agent.
pub(super) fn level(section: Section) -> Place {
    Place::Holder(HeldBy::Role, vec!["Permissions", section.title()])
}
