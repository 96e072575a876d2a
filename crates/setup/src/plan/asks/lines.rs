//! The lines of what a profile asks for, kind by kind.
//!
//! Called by [`super::asks`]. Not here: which kinds there are and in which order.

use crate::permission::{self, Section};
use crate::plan::Plan;
use crate::plan::words::{or_list, say};
use crate::profile::{Condition, FormValue, HandOver, Level, Phase, Profile, Side, StepNeed};
use crate::scope;

use super::{AskLine, host_of};

/// A line of what every requirement has.
macro_rules! asked {
    ($need:expr, $text:expr) => {
        line(
            $text,
            remark($need.level, $need.phase, $need.condition.as_ref()),
        )
    };
}

fn line(text: impl Into<String>, remark: Option<String>) -> AskLine {
    AskLine {
        text: text.into(),
        remark,
        weighty: false,
    }
}

pub(super) fn scopes(profile: &Profile) -> Vec<AskLine> {
    let listed = profile.scopes.iter().map(|need| {
        let mut names = vec![need.name.as_str()];
        names.extend(need.or.iter().map(String::as_str));
        AskLine {
            weighty: need.level != Level::Forbidden && is_wide(&need.name),
            ..asked!(need, or_list(&names))
        }
    });
    let others = profile.other_scopes.iter();
    let others = others.map(|need| asked!(need, say("asks-other-scopes", &[])));
    listed.chain(others).collect()
}

/// A scope that lets the application do what many others together would.
fn is_wide(name: &str) -> bool {
    ["read:tickets", "read:customers"]
        .iter()
        .all(|other| scope::includes(name, other))
        || name == "admin"
}

pub(super) fn account(profile: &Profile) -> Vec<AskLine> {
    let mut lines = Vec::new();
    if let Some(role) = &profile.role {
        let text = say("overview-creates-role", &[("name", &role.name)]);
        lines.push(asked!(role, text));
    }
    if let Some(agent) = &profile.agent {
        let key = if agent.may_use_existing {
            "overview-creates-agent-or-existing"
        } else {
            "overview-creates-agent"
        };
        lines.push(line(say(key, &[("name", &agent.name)]), None));
        lines.extend(agent.roles.iter().map(|held| AskLine {
            weighty: held.level != Level::Forbidden,
            ..asked!(held, say("asks-role-held", &[("name", &held.name)]))
        }));
        let fields = agent.fields.iter();
        lines.extend(fields.map(|field| line(valued(&field.label, &field.value), None)));
    }
    if let Some(application) = &profile.application {
        let text = say("asks-application", &[("name", &application.name)]);
        lines.push(line(text, None));
        let leads = [
            ("asks-redirect", &application.redirect_addresses),
            ("asks-cors", &application.cors_addresses),
        ];
        for (key, addresses) in leads {
            lines.extend(addresses.iter().map(|address| AskLine {
                weighty: true,
                ..line(say(key, &[("address", address)]), None)
            }));
        }
        let fields = application.fields.iter();
        lines.extend(fields.map(|field| line(valued(&field.label, &field.value), None)));
    }
    lines
}

pub(super) fn permissions(profile: &Profile) -> Vec<AskLine> {
    let listed = profile.permissions.iter().map(|need| AskLine {
        weighty: need.level != Level::Forbidden && makes_administrator(&need.name, &need.value),
        ..asked!(need, valued(&need.name, &need.value))
    });
    let sections = profile.permission_sections.iter().map(|need| {
        let section = need.section.in_halo().map_or("Permissions", Section::title);
        let values = [("section", section), ("value", need.value.as_str())];
        AskLine {
            weighty: need.level != Level::Forbidden,
            ..asked!(need, say("asks-section", &values))
        }
    });
    let others = profile.other_permissions.iter().map(|need| {
        let text = say("asks-other-permissions", &[("value", &need.value)]);
        asked!(need, text)
    });
    listed.chain(sections).chain(others).collect()
}

fn makes_administrator(name: &str, value: &str) -> bool {
    permission::slug(name) == "is-a-halopsa-administrator" && value.eq_ignore_ascii_case("yes")
}

pub(super) fn in_halo(profile: &Profile) -> Vec<AskLine> {
    let teams = profile.teams.iter();
    let teams = teams.map(|need| asked!(need, say("asks-teams", &[])));
    let departments = profile.departments.iter();
    let departments = departments.map(|need| asked!(need, say("asks-departments", &[])));
    let types = profile.ticket_types.iter().map(|need| {
        let text = say("asks-ticket-type", &[("name", &need.title)]);
        asked!(need, text)
    });
    let settings = profile.settings.iter();
    let settings = settings.map(|need| asked!(need, valued(&need.name, &need.value)));
    teams
        .chain(departments)
        .chain(types)
        .chain(settings)
        .collect()
}

pub(super) fn steps(profile: &Profile, plan: &Plan) -> Vec<AskLine> {
    let steps = profile.steps.iter();
    steps
        .flat_map(|step| one_step(step, profile, plan))
        .collect()
}

/// A step, with every value that it has one enter: an address there is where data goes.
fn one_step(step: &StepNeed, profile: &Profile, plan: &Plan) -> Vec<AskLine> {
    let side = match step.side() {
        Side::Halo => say("asks-side-halo", &[]),
        Side::Vendor => say("asks-side-vendor", &[("product", &profile.name)]),
    };
    let more = remark(step.level, step.phase, step.condition.as_ref());
    let parts: Vec<String> = std::iter::once(side).chain(more).collect();
    let title = plan.task_title(step);
    let fields = step.fields.iter().filter_map(|field| {
        let value = field.value.as_ref()?;
        Some(valued(&field.label, value))
    });
    let entered = step.scopes.iter().chain(&step.addresses).cloned();
    let entered = fields
        .chain(entered)
        .map(|value| line(valued(&title, &value), None));
    let first = AskLine {
        weighty: step.scopes.iter().any(|name| is_wide(name)),
        ..line(title.clone(), Some(parts.join(" · ")))
    };
    std::iter::once(first).chain(entered).collect()
}

pub(super) fn values(profile: &Profile) -> Vec<AskLine> {
    let Some(form) = &profile.hand_over else {
        return Vec::new();
    };
    let place = where_to(form).map(|place| line(place, None));
    let fields = form.fields.iter().map(|field| {
        let is_secret = field.value == FormValue::ClientSecret;
        AskLine {
            text: field.label.clone(),
            remark: is_secret.then(|| say("asks-secret-here", &[])),
            weighty: is_secret,
        }
    });
    place.into_iter().chain(fields).collect()
}

fn where_to(form: &HandOver) -> Option<String> {
    let host = form.link.as_deref().and_then(host_of);
    let path = form.path.join(" > ");
    match host {
        Some(host) => Some(say("asks-form-at", &[("path", &path), ("host", &host)])),
        None if path.is_empty() => None,
        None => Some(say("asks-form", &[("path", &path)])),
    }
}

fn valued(name: &str, value: &str) -> String {
    say("asks-valued", &[("name", name), ("value", value)])
}

fn remark(level: Level, phase: Phase, condition: Option<&Condition>) -> Option<String> {
    let level = match level {
        Level::Required => None,
        Level::Recommended => Some("asks-recommended"),
        Level::Optional => Some("asks-optional"),
        Level::Forbidden => Some("asks-forbidden"),
    };
    let phase = match phase {
        Phase::Running => None,
        Phase::SetUpOnly => Some("asks-set-up-only"),
        Phase::TestOnly => Some("asks-test-only"),
        Phase::Removal => Some("asks-removal"),
    };
    let condition = condition.map(|_| "asks-depends");
    let parts = [level, phase, condition].into_iter().flatten();
    let parts: Vec<String> = parts.map(|key| say(key, &[])).collect();
    (!parts.is_empty()).then(|| parts.join(" · "))
}
