//! The vendor's side, in the order in which it is done: what comes before Halo, the form, what
//! follows it, the mapping, and what follows that.

use crate::plan::Plan;
use crate::plan::pages::{Action, Guide, Page, PageBody, Place, Step};
use crate::profile::{Level, Side, StepKind, StepTime, VendorStep};

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
    let page = maker.page("mapping/all", "page-mapping", &[], body);
    let sources = mappings.iter().map(|mapping| mapping.source.as_deref());
    let mut all = vec![maker.from(page, sources)];
    all.extend(pages(maker, StepTime::AfterMapping));
    let findings = findings(maker, &[StepTime::AfterMapping]);
    Some(maker.step(StepKind::Mapping, "step-mapping", findings, all))
}

/// Moves what is to be checked by hand in Halo to the step that works on the same screens, before
/// its live check. What belongs to no step of this plan stays before the vendor's form.
pub(super) fn place_checks_by_hand(plan: &Plan, steps: &mut Vec<Step>) {
    let by_hand = plan
        .vendor_steps
        .iter()
        .filter(|step| step.side == Side::Halo && step.at == StepTime::BeforeHandOver);
    for check in by_hand {
        let Some(home) = home(check).filter(|home| steps.iter().any(|step| step.kind == *home))
        else {
            continue;
        };
        let id = page_id(check);
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

/// The step whose screens a click path leads to, by Halo's menus.
fn home(step: &VendorStep) -> Option<StepKind> {
    let path: Vec<&str> = step.path.iter().map(String::as_str).collect();
    match path.as_slice() {
        ["Configuration", "Teams & Agents", "Roles", ..] => Some(StepKind::Role),
        ["Configuration", "Teams & Agents", "Agents", ..] => Some(StepKind::Agent),
        ["Configuration", "Integrations", ..] => Some(StepKind::Application),
        ["Configuration", "Tickets", ..] => Some(StepKind::TicketTypes),
        ["Configuration", ..] => Some(StepKind::Settings),
        _ => None,
    }
}

fn page_id(step: &VendorStep) -> String {
    format!("vendor/{}", step.key)
}

fn finding(step: &VendorStep) -> String {
    format!("vendor:{}", step.key)
}

fn at<'a>(maker: &'a Maker<'_>, time: StepTime) -> impl Iterator<Item = &'a VendorStep> {
    let steps = maker.plan.vendor_steps.iter();
    steps.filter(move |step| step.at == time)
}

fn findings(maker: &Maker<'_>, times: &[StepTime]) -> Vec<String> {
    let steps = times.iter().flat_map(|time| at(maker, *time));
    steps.map(finding).collect()
}

fn pages(maker: &Maker<'_>, time: StepTime) -> Vec<Page> {
    at(maker, time).map(|step| page(maker, step)).collect()
}

fn page(maker: &Maker<'_>, step: &VendorStep) -> Page {
    let actions = step.actions.iter().map(|text| Action {
        text: text.clone(),
        copy: None,
    });
    let body = PageBody::Guide(Guide {
        place: Place {
            path: step.path.clone(),
            link: step.link.clone(),
        },
        actions: actions.collect(),
        screen: None,
        confirms: Some(finding(step)),
    });
    let level = match step.level {
        Level::Required => None,
        Level::Recommended => Some(maker.say("level-recommended")),
        Level::Optional => Some(maker.say("level-optional")),
        Level::Forbidden => Some(maker.say("level-forbidden")),
    };
    let lead: Vec<String> = step.reason.iter().cloned().chain(level).collect();
    let page = Page {
        id: page_id(step),
        title: step.title.clone(),
        lead: (!lead.is_empty()).then(|| lead.join(" ")),
        notes: Vec::new(),
        body,
        sources: Vec::new(),
    };
    maker.from(page, [step.source.as_deref()])
}
