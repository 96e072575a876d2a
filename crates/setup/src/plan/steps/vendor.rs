//! The vendor's side, in the order in which it is done: what comes before Halo, the form, what
//! follows it, the mapping, and what follows that.

use crate::plan::Plan;
use crate::plan::pages::{Guide, GuideTask, Page, PageBody, Place, Step};
use crate::profile::{Level, Side, StepKind, StepNeed, StepTime, TaskKind};

use super::Maker;

pub(super) fn first(maker: &Maker<'_>) -> Option<Step> {
    let pages = pages(maker, StepTime::First);
    let findings = findings(maker, &[StepTime::First]);
    (!pages.is_empty())
        .then(|| maker.step(StepKind::VendorFirst, "step-vendor-first", findings, pages))
}

pub(super) fn hand_over(maker: &Maker<'_>) -> Option<Step> {
    maker.plan.profile.hand_over.as_ref()?;
    let source = maker.plan.profile.hand_over.as_ref()?.source.as_deref();
    let mut pages = pages(maker, StepTime::BeforeHandOver);
    let form = maker.page("hand-over/form", "page-hand-over", &[], PageBody::HandOver);
    pages.push(maker.from(form, [source]));
    let findings = findings(maker, &[StepTime::BeforeHandOver]);
    Some(maker.step(StepKind::HandOver, "step-hand-over", findings, pages))
}

/// What follows the form; also what would come before it or after the mapping, where the product
/// has no form or no mapping.
pub(super) fn after(maker: &Maker<'_>) -> Option<Step> {
    let profile = &maker.plan.profile;
    let mut times = vec![StepTime::AfterHandOver];
    if profile.hand_over.is_none() {
        times.insert(0, StepTime::BeforeHandOver);
    }
    if profile.mappings.is_empty() {
        times.push(StepTime::AfterMapping);
    }
    let pages: Vec<Page> = times.iter().flat_map(|time| pages(maker, *time)).collect();
    let findings = findings(maker, &times);
    (!pages.is_empty())
        .then(|| maker.step(StepKind::VendorAfter, "step-vendor-after", findings, pages))
}

pub(super) fn mapping(maker: &Maker<'_>) -> Option<Step> {
    let mappings = &maker.plan.profile.mappings;
    if mappings.is_empty() {
        return None;
    }
    let what = mappings.iter().map(|mapping| {
        let values = [
            ("theirs", mapping.vendor.as_str()),
            ("ours", mapping.halo.as_str()),
        ];
        maker.say_with("mapping-what", &values)
    });
    let actions = mappings.iter().flat_map(|mapping| mapping.actions.clone());
    let body = PageBody::Mapping {
        what: what.collect(),
        actions: actions.collect(),
    };
    let is_written = mappings.iter().any(|mapping| mapping.writer.is_some());
    let key = if is_written {
        "page-mapping-writing"
    } else {
        "page-mapping"
    };
    let page = maker.page("mapping/all", key, &[], body);
    let sources = mappings.iter().map(|mapping| mapping.source.as_deref());
    let mut all = vec![maker.from(page, sources)];
    all.extend(pages(maker, StepTime::AfterMapping));
    let findings = findings(maker, &[StepTime::AfterMapping]);
    Some(maker.step(StepKind::Mapping, "step-mapping", findings, all))
}

/// Moves what is done in Halo before the form to the step that works on the same screens, before
/// its live check; and whatever the profile itself puts into a step. What belongs to no step of
/// this plan stays where it is.
pub(super) fn place_checks_by_hand(maker: &Maker<'_>, steps: &mut Vec<Step>) {
    for check in &maker.plan.vendor_steps {
        let Some(home) = home(maker.plan, check) else {
            continue;
        };
        if home == StepKind::Settings && !steps.iter().any(|step| step.kind == home) {
            add_settings(maker, steps);
        }
        if !steps.iter().any(|step| step.kind == home) {
            continue;
        }
        let id = Plan::task_page(check);
        let finding = finding(check);
        let mut page = None;
        for step in steps.iter_mut() {
            if let Some(place) = step.pages.iter().position(|page| page.id == id) {
                page = Some(step.pages.remove(place));
                step.findings.retain(|other| *other != finding);
            }
        }
        let target = steps.iter_mut().find(|step| step.kind == home);
        if let (Some(page), Some(target)) = (page, target) {
            let watch = |page: &Page| matches!(page.body, PageBody::Watch { .. });
            let place = target.pages.iter().position(watch);
            target
                .pages
                .insert(place.unwrap_or(target.pages.len()), page);
            target.findings.push(finding);
        }
    }
    steps.retain(|step| !step.pages.is_empty());
}

/// The step for what is set in Halo by hand, where the profile has no settings of its own.
fn add_settings(maker: &Maker<'_>, steps: &mut Vec<Step>) {
    let place = steps.iter().position(|step| step.kind == StepKind::Proof);
    let step = maker.step(StepKind::Settings, "step-settings", Vec::new(), Vec::new());
    steps.insert(place.unwrap_or(steps.len()), step);
}

/// The step that shows it: the profile's, or the one whose screens its click path leads to, by
/// Halo's menus.
fn home(plan: &Plan, step: &StepNeed) -> Option<StepKind> {
    if step.step.is_some() {
        return step.step;
    }
    if step.side() != Side::Halo || step.at() != StepTime::BeforeHandOver {
        return None;
    }
    let path = plan.task_path(step);
    let path: Vec<&str> = path.iter().map(String::as_str).collect();
    match (path.as_slice(), step.kind) {
        (["Configuration", "Teams & Agents", "Roles", ..], _) => Some(StepKind::Role),
        (["Configuration", "Teams & Agents", "Agents", ..], _) => Some(StepKind::Agent),
        (["Configuration", "Integrations", ..], _) => Some(StepKind::Application),
        (["Configuration", "Tickets", ..], _) => Some(StepKind::TicketTypes),
        (["Configuration", ..], _)
        | (
            [],
            TaskKind::CustomTab
            | TaskKind::CustomButton
            | TaskKind::CustomField
            | TaskKind::EventRule
            | TaskKind::CustomIntegration
            | TaskKind::Record
            | TaskKind::Cors
            | TaskKind::AllowList,
        ) => Some(StepKind::Settings),
        _ => None,
    }
}

fn finding(step: &StepNeed) -> String {
    format!("vendor:{}", step.key)
}

fn at<'a>(maker: &'a Maker<'_>, time: StepTime) -> impl Iterator<Item = &'a StepNeed> {
    let steps = maker.plan.vendor_steps.iter();
    steps.filter(move |step| step.at() == time)
}

fn findings(maker: &Maker<'_>, times: &[StepTime]) -> Vec<String> {
    let steps = times.iter().flat_map(|time| at(maker, *time));
    steps.map(finding).collect()
}

fn pages(maker: &Maker<'_>, time: StepTime) -> Vec<Page> {
    at(maker, time).map(|step| page(maker, step)).collect()
}

fn page(maker: &Maker<'_>, step: &StepNeed) -> Page {
    let body = PageBody::Guide(Guide {
        place: Place {
            path: maker.plan.task_path(step),
            link: maker.plan.task_link(step),
        },
        actions: maker.plan.task_actions(step),
        screen: None,
        confirms: Some(finding(step)),
        task: Some(GuideTask {
            kind: step.kind,
            again: maker.plan.task_again(step),
            success: step.success.clone(),
        }),
    });
    let level = match step.level {
        Level::Required => None,
        Level::Recommended => Some(maker.say("level-recommended")),
        Level::Optional => Some(maker.say("level-optional")),
        Level::Forbidden => Some(maker.say("level-forbidden")),
    };
    let lead: Vec<String> = step.reason.iter().cloned().chain(level).collect();
    let page = Page {
        id: Plan::task_page(step),
        title: maker.plan.task_title(step),
        lead: (!lead.is_empty()).then(|| lead.join(" ")),
        notes: Vec::new(),
        body,
        sources: Vec::new(),
    };
    let page = maker.differing(page, &step.differs);
    maker.from(page, [step.source.as_deref()])
}
