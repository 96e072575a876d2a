//! Everything a profile asks for, in lines, for somebody who decides whether to use it: above all
//! one that did not come with the program.
//!
//! Made from the profile alone and without judging it. Nothing of it is left out because of a
//! condition: a line that hangs on one says so. Not here: what connecting takes and makes in a few
//! words ([`super::overview`]).

use serde::{Deserialize, Serialize};
use ts_rs::TS;
use url::Url;

use crate::profile::{Condition, FormValue, HandOver, Level, Phase, Profile, Side};
use crate::scope;

use super::words::{or_list, say};

/// Everything a profile asks for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct Asks {
    /// In the order in which one meets it.
    pub groups: Vec<AskGroup>,
    /// Every page that it may offer to open, in the order of the file, each once.
    pub links: Vec<AskLink>,
}

/// What is asked for of one kind.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct AskGroup {
    /// What kind.
    pub title: String,
    /// One line each.
    pub lines: Vec<AskLine>,
}

/// One thing that is asked for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, TS)]
pub struct AskLine {
    /// What, in Halo's or the vendor's words.
    pub text: String,
    /// How strongly, when and under which condition, where that is not "always".
    pub remark: Option<String>,
    /// It gives far more than one thing, or it is where the secret goes.
    pub weighty: bool,
}

/// A page that the profile may offer to open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AskLink {
    /// Its address.
    pub link: String,
    /// The host it leads to.
    pub host: String,
}

/// Everything this profile asks for.
pub fn asks(profile: &Profile) -> Asks {
    let groups = [
        group("asks-scopes", scopes(profile)),
        group("asks-account", account(profile)),
        group("asks-permissions", permissions(profile)),
        group("asks-in-halo", in_halo(profile)),
        group("asks-steps", steps(profile)),
        group("asks-values", values(profile)),
    ];
    Asks {
        groups: groups.into_iter().flatten().collect(),
        links: links(profile),
    }
}

fn group(title: &str, lines: Vec<AskLine>) -> Option<AskGroup> {
    (!lines.is_empty()).then(|| AskGroup {
        title: say(title, &[]),
        lines,
    })
}

fn line(text: impl Into<String>, remark: Option<String>) -> AskLine {
    AskLine {
        text: text.into(),
        remark,
        weighty: false,
    }
}

fn scopes(profile: &Profile) -> Vec<AskLine> {
    let lines = profile.scopes.iter().map(|need| {
        let mut names = vec![need.name.as_str()];
        names.extend(need.or.iter().map(String::as_str));
        AskLine {
            text: or_list(&names),
            remark: remark(need.level, need.phase, need.condition.as_ref()),
            weighty: need.level != Level::Forbidden && is_wide(&need.name),
        }
    });
    lines.collect()
}

/// A scope that lets the application do what many others together would.
fn is_wide(name: &str) -> bool {
    ["read:tickets", "read:customers"]
        .iter()
        .all(|other| scope::includes(name, other))
        || name == "admin"
}

fn account(profile: &Profile) -> Vec<AskLine> {
    let mut lines = Vec::new();
    if let Some(role) = &profile.role {
        let text = say("overview-creates-role", &[("name", &role.name)]);
        lines.push(line(
            text,
            remark(role.level, role.phase, role.condition.as_ref()),
        ));
    }
    if let Some(agent) = &profile.agent {
        let key = if agent.may_use_existing {
            "overview-creates-agent-or-existing"
        } else {
            "overview-creates-agent"
        };
        lines.push(line(say(key, &[("name", &agent.name)]), None));
    }
    if let Some(application) = &profile.application {
        let text = say("asks-application", &[("name", &application.name)]);
        lines.push(line(text, None));
    }
    lines
}

fn permissions(profile: &Profile) -> Vec<AskLine> {
    let listed = profile.permissions.iter().map(|need| AskLine {
        text: valued(&need.name, &need.value),
        remark: remark(need.level, need.phase, need.condition.as_ref()),
        weighty: need.level != Level::Forbidden && makes_administrator(&need.name, &need.value),
    });
    let others = profile.other_permissions.iter().map(|need| {
        let text = say("asks-other-permissions", &[("value", &need.value)]);
        line(
            text,
            remark(need.level, need.phase, need.condition.as_ref()),
        )
    });
    listed.chain(others).collect()
}

fn makes_administrator(name: &str, value: &str) -> bool {
    crate::permission::slug(name) == "is-a-halopsa-administrator"
        && value.eq_ignore_ascii_case("yes")
}

fn in_halo(profile: &Profile) -> Vec<AskLine> {
    let teams = profile.teams.iter().map(|need| {
        line(
            say("asks-teams", &[]),
            remark(need.level, need.phase, need.condition.as_ref()),
        )
    });
    let departments = profile.departments.iter().map(|need| {
        line(
            say("asks-departments", &[]),
            remark(need.level, need.phase, need.condition.as_ref()),
        )
    });
    let types = profile.ticket_types.iter().map(|need| {
        let text = say("asks-ticket-type", &[("name", &need.title)]);
        line(
            text,
            remark(need.level, need.phase, need.condition.as_ref()),
        )
    });
    let settings = profile.settings.iter().map(|need| {
        line(
            valued(&need.name, &need.value),
            remark(need.level, need.phase, need.condition.as_ref()),
        )
    });
    teams
        .chain(departments)
        .chain(types)
        .chain(settings)
        .collect()
}

fn steps(profile: &Profile) -> Vec<AskLine> {
    let lines = profile.steps.iter().map(|step| {
        let side = match step.side() {
            Side::Halo => say("asks-side-halo", &[]),
            Side::Vendor => say("asks-side-vendor", &[("product", &profile.name)]),
        };
        let title = step.title.as_ref().or(step.name.as_ref());
        let title = title.map_or_else(|| step.key.replace('-', " "), Clone::clone);
        let given = step.scopes.iter().chain(&step.addresses).cloned();
        let more = remark(step.level, step.phase, step.condition.as_ref());
        let parts: Vec<String> = std::iter::once(side).chain(given).chain(more).collect();
        AskLine {
            text: title,
            remark: Some(parts.join(" · ")),
            weighty: step.scopes.iter().any(|name| is_wide(name)),
        }
    });
    lines.collect()
}

fn values(profile: &Profile) -> Vec<AskLine> {
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

/// Every `link` of the profile: found by its name, so that a new kind of step is not forgotten.
fn links(profile: &Profile) -> Vec<AskLink> {
    fn search(value: &serde_json::Value, found: &mut Vec<AskLink>) {
        match value {
            serde_json::Value::Object(fields) => {
                for (name, value) in fields {
                    match value.as_str() {
                        Some(link) if name == "link" => {
                            let host = host_of(link).unwrap_or_default();
                            let link = AskLink {
                                link: link.to_owned(),
                                host,
                            };
                            if !found.contains(&link) {
                                found.push(link);
                            }
                        }
                        _ => search(value, found),
                    }
                }
            }
            serde_json::Value::Array(values) => {
                for value in values {
                    search(value, found);
                }
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    if let Ok(value) = serde_json::to_value(profile) {
        search(&value, &mut found);
    }
    found
}

fn host_of(link: &str) -> Option<String> {
    Url::parse(link).ok()?.host_str().map(str::to_owned)
}
