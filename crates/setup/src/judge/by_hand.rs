//! What only a person can see: the vendor's own steps, and the parts of the agent's set-up that
//! Halo's API does not show. Each becomes a finding of its own, so that no requirement hides
//! behind the pass of another.

use std::collections::BTreeSet;

use crate::finding::Status;
use crate::permission::{self, Section};
use crate::plan::Plan;
use crate::profile::{Level, Side, StepNeed};

use super::cause::Cause;
use super::look::Look;
use super::places::Place;
use super::verdict::{About, Verdict};

pub(super) fn judge(look: &Look<'_>) -> Vec<Verdict> {
    let mut verdicts: Vec<_> = [work_hours(look), roles(look)]
        .into_iter()
        .flatten()
        .collect();
    verdicts.extend(whole_sections(look));
    verdicts.extend(other_permissions(look));
    let steps = look.plan.vendor_steps.iter();
    verdicts.extend(steps.map(|need| step(look.plan, need)));
    verdicts
}

fn step(plan: &Plan, step: &StepNeed) -> Verdict {
    let about = About::new(format!("vendor:{}", step.key), "about-step")
        .with("step", plan.task_title(step))
        .asking(asked(plan, step))
        .because(step.reason.as_ref());
    let words = match step.side() {
        Side::Halo => "hand-halo",
        Side::Vendor => "hand-vendor",
    };
    about
        .to_confirm(words)
        .remark_if(step.level == Level::Optional, "remark-optional-step")
        .remark_if(step.level == Level::Recommended, "remark-recommended-step")
        .with("actions", done(plan, step))
        .at(Place::Elsewhere(plan.task_path(step), plan.task_link(step)))
}

/// What the guide asks for in a step, in its own words; where it says no more, its name.
fn asked(plan: &Plan, step: &StepNeed) -> Vec<String> {
    let fields = step.fields.iter().map(|field| {
        let parts = [&field.value, &field.from_vendor].into_iter().flatten();
        let parts: Vec<_> = std::iter::once(&field.label).chain(parts).collect();
        let parts: Vec<_> = parts.iter().map(|part| part.as_str()).collect();
        parts.join(": ")
    });
    let lists = [&step.events, &step.addresses, &step.scopes, &step.actions];
    let lists = lists.into_iter().flatten();
    let named = [&step.name, &step.about, &step.for_each];
    let said = named.into_iter().flatten().chain(lists).cloned();
    let asked: Vec<_> = said.chain(fields).collect();
    if asked.is_empty() {
        vec![plan.task_title(step)]
    } else {
        asked
    }
}

/// What becomes of a verdict where Halyard cannot sign in as the product does, and nobody gave it
/// anything else to sign in with: a person looks. About the sign-in itself there is nothing to say.
pub(super) fn without_sign_in(look: &Look<'_>, mut verdict: Verdict) -> Option<Verdict> {
    let cannot = !look.plan.has_secret() && look.stopped() == Some(Cause::NoCredentials);
    if !cannot || verdict.status != Status::Unknown {
        return Some(verdict);
    }
    if verdict.id == "credentials" {
        return None;
    }
    verdict.status = Status::ToConfirm;
    verdict.code = None;
    verdict.words = "look-without-sign-in";
    Some(verdict)
}

/// What to do, one sentence after the other, each with the value that goes in.
fn done(plan: &Plan, step: &StepNeed) -> String {
    let actions = plan.task_told(step).into_iter();
    let told = actions.map(|action| match action.copy {
        Some(copy) if !action.text.contains(&copy.value) => {
            format!(
                "{} “{}”",
                action.text.trim_end_matches(['.', ':']),
                copy.value
            )
        }
        _ => action.text,
    });
    sentences(&told.collect::<Vec<_>>())
}

fn roles(look: &Look<'_>) -> Option<Verdict> {
    let roles = &look.plan.profile.agent.as_ref()?.roles;
    let first = roles.first()?;
    let names: Vec<&str> = roles.iter().map(|held| held.name.as_str()).collect();
    let verdict = About::new("vendor:agent-roles", "about-agent-roles")
        .because(first.reason.as_ref())
        .asking(&names)
        .to_confirm("agent-roles-look")
        .names("roles", &names);
    Some(verdict.at(Place::Agent(vec!["Details"])))
}

fn whole_sections(look: &Look<'_>) -> impl Iterator<Item = Verdict> {
    let sections = look.plan.permission_sections.iter();
    sections.map(|need| {
        let title = need.section.in_halo().map_or("Permissions", Section::title);
        About::new(need.finding(), "about-whole-section")
            .because(need.reason.as_ref())
            .with("section", title)
            .with("value", &need.value)
            .asking([&need.value])
            .to_confirm("whole-section-look")
            .at(Place::Holder(need.held_by, vec!["Permissions"]))
    })
}

fn work_hours(look: &Look<'_>) -> Option<Verdict> {
    let need = look.plan.profile.agent.as_ref()?.work_hours.as_ref()?;
    let verdict = About::new("vendor:agent-work-hours", "about-work-hours")
        .because(need.reason.as_ref())
        .asking([&need.value])
        .to_confirm("work-hours-look")
        .with("value", &need.value);
    Some(verdict.at(Place::Agent(vec!["Details"])))
}

fn other_permissions(look: &Look<'_>) -> Option<Verdict> {
    let need = look.plan.profile.other_permissions.as_ref()?;
    let held_by = look.plan.permissions.first().map(|need| need.held_by);
    let verdict = About::new("vendor:other-permissions", "about-other-permissions")
        .because(need.reason.as_ref())
        .asking(others(look.plan, &need.value))
        .to_confirm("other-permissions-look")
        .with("value", &need.value);
    Some(verdict.at(Place::Holder(
        held_by.unwrap_or_default(),
        vec!["Permissions"],
    )))
}

/// Every permission that is known and that the guide does not list, with the value it is to have.
fn others(plan: &Plan, value: &str) -> Vec<String> {
    let own = [&plan.administrator, &plan.all_customers];
    let listed = plan.permissions.iter().chain(own.into_iter().flatten());
    let listed: BTreeSet<_> = listed
        .filter_map(|need| Some(permission::find(&need.name)?.name))
        .collect();
    let all = permission::ALL.iter().map(|one| one.name);
    let others = all.filter(|name| !listed.contains(name));
    others.map(|name| format!("{name}: {value}")).collect()
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
