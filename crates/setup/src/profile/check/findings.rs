//! Which findings a profile can lead to, and symptoms that name a finding it cannot.

use super::{Flaw, RestsOn};
use crate::permission::{self, Area};
use crate::profile::place::Path;
use crate::profile::shape::did_you_mean;
use crate::profile::{Level, PermissionNeed, PermissionSectionNeed, Profile, ScopeNeed};

/// Findings that every profile with an application leads to.
const ALWAYS: &[&str] = &["address", "credentials", "scopes.excess", "agent.identity"];

/// Keys of findings about what only a person can see of the agent or of the Halo; no step may use
/// them.
const BY_HAND: [&str; 5] = [
    "team-ticks",
    "agent-work-hours",
    "other-permissions",
    "agent-roles",
    "halo-product",
];

/// The id of the finding about a permission: two of them have findings of their own.
pub(super) fn permission_finding(need: &PermissionNeed) -> String {
    let slug = permission::find(&need.name).map_or_else(
        || permission::slug(&need.name),
        permission::Permission::slug,
    );
    match slug.as_str() {
        "is-a-halopsa-administrator" => "agent.administrator".to_owned(),
        "allow-use-of-all-customers" => "agent.customers".to_owned(),
        _ => format!("permission:{slug}"),
    }
}

/// Every finding that a profile can lead to, whatever the admin answers.
pub fn finding_ids(profile: &Profile) -> Vec<String> {
    let mut ids: Vec<String> = ALWAYS.iter().map(|id| (*id).to_owned()).collect();
    let agent = profile.agent.as_ref();
    if agent.is_some_and(|agent| agent.api_only.is_some()) {
        ids.push("agent.api_only".to_owned());
    }
    if agent.is_some_and(|agent| agent.default_team.is_some()) {
        ids.push("agent.default_team".to_owned());
    }
    if profile.teams.is_some() {
        ids.push("agent.teams".to_owned());
    }
    if profile.departments.is_some() {
        ids.push("agent.departments".to_owned());
    }
    // The same one may be asked for again under another condition.
    let scopes = profile.scopes.iter();
    let scopes = scopes.map(|need| format!("scope:{}", need.name));
    let sections = profile.permission_sections.iter();
    let wanted = |need: &&ScopeNeed| matches!(need.level, Level::Required | Level::Recommended);
    let implied = profile.scopes.iter().filter(wanted).filter_map(|need| {
        let area = Area::shown_by(&need.name)?;
        Some(format!("permission:{}", permission::of_area(area)?.slug()))
    });
    let again = scopes
        .chain(implied)
        .chain(profile.permissions.iter().map(permission_finding))
        .chain(sections.map(PermissionSectionNeed::finding));
    for id in again {
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    let ticket_types = profile.ticket_types.iter();
    ids.extend(ticket_types.map(|need| format!("ticket-type:{}", need.key)));
    ids.extend(
        profile
            .settings
            .iter()
            .map(|need| format!("setting:{}", need.key)),
    );
    ids.extend(
        profile
            .steps
            .iter()
            .map(|step| format!("vendor:{}", step.key)),
    );
    let by_hand = [
        profile
            .teams
            .as_ref()
            .is_some_and(|need| !need.flags.is_empty()),
        agent.is_some_and(|agent| agent.work_hours.is_some()),
        profile.other_permissions.is_some(),
        agent.is_some_and(|agent| !agent.roles.is_empty()),
        // Only a Halo of another product than the guide names leads to it.
        true,
    ];
    let by_hand = BY_HAND.iter().zip(by_hand).filter(|(_, asked)| *asked);
    ids.extend(by_hand.map(|(key, _)| format!("vendor:{key}")));
    ids
}

pub(super) fn check(profile: &Profile) -> Vec<Flaw> {
    let ids = finding_ids(profile);
    let mut flaws = Vec::new();
    for (index, step) in profile.steps.iter().enumerate() {
        if BY_HAND.contains(&step.key.as_str()) || step.key.starts_with("everything-in-") {
            let path = Path::of("steps").item(index).name("key");
            let message = format!(
                "\"{}\" is the name of a finding of Halyard's own.",
                step.key
            );
            flaws.push(Flaw::error(path, message).hint("Choose another key.".to_owned()));
        }
    }
    for (index, trouble) in profile.troubleshooting.iter().enumerate() {
        let path = Path::of("troubleshooting").item(index).name("findings");
        if trouble.findings.is_empty() {
            flaws.push(Flaw::error(
                path.clone(),
                "A symptom needs at least one finding.",
            ));
        }
        for (place, pattern) in trouble.findings.iter().enumerate() {
            let possible = match pattern.strip_suffix('*') {
                Some(start) => ids.iter().any(|id| id.starts_with(start)),
                None => ids.contains(pattern),
            };
            if !possible {
                let message = format!("Nothing in this profile leads to a finding \"{pattern}\".");
                let hint = did_you_mean(pattern, ids.iter().map(String::as_str));
                let flaw = Flaw::error(path.item(place), message).hint(hint);
                flaws.push(flaw.resting_on(RestsOn::All));
            }
        }
    }
    flaws
}
