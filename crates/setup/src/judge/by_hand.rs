//! What only a person can see: the vendor's own steps, and the parts of the agent's set-up that
//! Halo's API does not show. Each becomes a finding of its own, so that no requirement hides
//! behind the pass of another.

use crate::profile::{Level, Side, VendorStep};

use super::look::Look;
use super::places::Place;
use super::verdict::{About, Verdict};

pub(super) fn judge(look: &Look<'_>) -> Vec<Verdict> {
    let mut verdicts: Vec<_> = [team_ticks(look), work_hours(look), other_permissions(look)]
        .into_iter()
        .flatten()
        .collect();
    verdicts.extend(look.plan.vendor_steps.iter().map(step));
    verdicts
}

fn step(step: &VendorStep) -> Verdict {
    let about = About::new(format!("vendor:{}", step.key), "about-step")
        .with("step", &step.title)
        .because(step.reason.as_ref());
    let words = match step.side {
        Side::Halo => "hand-halo",
        Side::Vendor => "hand-vendor",
    };
    about
        .to_confirm(words)
        .remark_if(step.level == Level::Optional, "remark-optional-step")
        .remark_if(step.level == Level::Recommended, "remark-recommended-step")
        .with("actions", sentences(&step.actions))
        .at(Place::Elsewhere(step.path.clone(), step.link.clone()))
}

fn team_ticks(look: &Look<'_>) -> Option<Verdict> {
    let need = look.plan.teams.as_ref()?;
    if need.flags.is_empty() {
        return None;
    }
    let verdict = About::new("vendor:team-ticks", "about-team-ticks")
        .because(need.reason.as_ref())
        .to_confirm("team-ticks-look")
        .names("ticks", &need.flags);
    Some(verdict.at(Place::Holder(
        need.held_by,
        vec!["Departments & Teams", "Teams"],
    )))
}

fn work_hours(look: &Look<'_>) -> Option<Verdict> {
    let need = look.plan.profile.agent.as_ref()?.work_hours.as_ref()?;
    let verdict = About::new("vendor:agent-work-hours", "about-work-hours")
        .because(need.reason.as_ref())
        .to_confirm("work-hours-look")
        .with("value", &need.value);
    Some(verdict.at(Place::Agent(vec!["Details"])))
}

fn other_permissions(look: &Look<'_>) -> Option<Verdict> {
    let need = look.plan.profile.other_permissions.as_ref()?;
    let held_by = look.plan.permissions.first().map(|need| need.held_by);
    let verdict = About::new("vendor:other-permissions", "about-other-permissions")
        .because(need.reason.as_ref())
        .to_confirm("other-permissions-look")
        .with("value", &need.value);
    Some(verdict.at(Place::Holder(
        held_by.unwrap_or_default(),
        vec!["Permissions"],
    )))
}

/// Sentences one after the other, each with its full stop.
pub(super) fn sentences<S: AsRef<str>>(parts: &[S]) -> String {
    let ended = parts.iter().map(|part| {
        let part = part.as_ref().trim();
        if part.ends_with(['.', '!', '?', ':']) {
            part.to_owned()
        } else {
            format!("{part}.")
        }
    });
    ended.collect::<Vec<_>>().join(" ")
}
