//! The rights of the connection, side by side: what the product needs, what was asked for, what
//! Halo granted; and what that leaves missing or in excess.
//!
//! Put together by [`super::Report::new`] for the page, the printed forms and the JSON. Not here:
//! the verdicts, which are findings.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::facts::{Asked, Facts, Refusal, Seen, SignIn};
use crate::finding::{Evidence, Finding, Status};
use crate::permission::{self, Area};
use crate::plan::Plan;
use crate::plan::words::say;
use crate::profile::{Level, ScopeNeed};
use crate::scope;

/// Scopes and permissions side by side.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Rights {
    /// Scopes: those that are needed in the profile's order, then those beyond them.
    pub scopes: Vec<ScopeRow>,
    /// The agent's permissions that the profile speaks of, in its order, then those that only its
    /// scopes do, where a look showed them.
    pub permissions: Vec<PermissionRow>,
}

/// One scope.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ScopeRow {
    /// Its name.
    pub name: String,
    /// The profile needs it, or advises it.
    pub needed: bool,
    /// It was asked for with the token.
    pub asked: bool,
    /// Halo granted it, itself or by a wider one; `null` where that was not learned.
    pub granted: Option<bool>,
    /// What that means.
    pub held: Held,
}

/// One permission of the agent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PermissionRow {
    /// Halo's label.
    pub name: String,
    /// The value that the profile needs, in Halo's words; in ours where only a scope needs it.
    pub needed: String,
    /// What a harmless read showed.
    pub shown: Shown,
    /// What that means.
    pub held: Held,
    /// The finding that tells more.
    pub finding: String,
}

/// How what is held compares with what is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Held {
    /// As needed.
    AsNeeded,
    /// Needed, and not held.
    Missing,
    /// Held, and not needed.
    Excess,
    /// The admin looked and confirmed it.
    Confirmed,
    /// Not learned: for the admin to look at.
    NotTold,
}

/// What a harmless read showed of a permission.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Shown {
    /// The list opened and had entries.
    Opens,
    /// The list opened and was empty.
    Empty,
    /// Halo refused to open it.
    Refused,
    /// No harmless read shows it, or none was made.
    Nothing,
}

/// Puts both lists together.
pub(super) fn of(plan: &Plan, facts: &Facts, findings: &[Finding]) -> Rights {
    Rights {
        scopes: scopes(plan, facts),
        permissions: permissions(plan, facts, findings),
    }
}

fn scopes(plan: &Plan, facts: &Facts) -> Vec<ScopeRow> {
    let token = match &facts.sign_in {
        SignIn::Issued(token) => Some(token),
        _ => None,
    };
    let normal = |names: &BTreeSet<String>| -> BTreeSet<String> {
        names.iter().map(|name| scope::normalise(name)).collect()
    };
    let asked = token.map(|token| normal(&token.asked)).unwrap_or_default();
    let refused = token
        .map(|token| normal(&token.refused))
        .unwrap_or_default();
    let granted = token.and_then(|token| token.granted.as_ref()).map(normal);
    let is_listed = |name: &str| {
        let granted = granted.iter().flatten().map(String::as_str);
        scope::any_includes(granted, name)
    };
    // As in judging, what Halo lists counts for more than what it refused before.
    let is_granted = |name: &str| match &granted {
        Some(_) if is_listed(name) => Some(true),
        None if !refused.contains(name) => None,
        _ => Some(false),
    };
    // Of a guide that names more than could be read, nothing is known to be too much.
    let is_limit_known = !plan.has_more_scopes();
    let is_forbidden = |name: &str| {
        let mut unwanted = plan.scopes.iter().filter(|need| !wants(need));
        unwanted.any(|need| named(need) == name)
    };
    let row = |name: String, needed: bool| {
        let granted = is_granted(&name);
        ScopeRow {
            needed,
            asked: asked.contains(&name) || refused.contains(&name),
            granted,
            held: match (needed, granted) {
                (true, Some(true)) | (false, Some(false)) => Held::AsNeeded,
                (true, Some(false)) => Held::Missing,
                (false, Some(true)) if is_limit_known || is_forbidden(&name) => Held::Excess,
                (false, Some(true)) | (_, None) => Held::NotTold,
            },
            name,
        }
    };
    let wanted: Vec<String> = plan
        .scopes
        .iter()
        .filter(|need| wants(need))
        .map(named)
        .collect();
    let unwanted = plan.scopes.iter().filter(|need| !wants(need)).map(named);
    let mut rows: Vec<_> = wanted.iter().map(|name| row(name.clone(), true)).collect();
    rows.extend(unwanted.map(|name| row(name, false)));
    let known: BTreeSet<String> = rows.iter().map(|row| row.name.clone()).collect();
    let serving = plan.scopes.iter().flat_map(|need| &need.or);
    let serving: BTreeSet<String> = serving.map(|name| scope::normalise(name)).collect();
    let covered = |name: &str| {
        serving.contains(name) || scope::any_includes(wanted.iter().map(String::as_str), name)
    };
    let beyond = granted.iter().flatten();
    let beyond = beyond.filter(|name| !known.contains(*name) && !covered(name));
    rows.extend(beyond.map(|name| row(name.clone(), false)));
    rows
}

fn wants(need: &ScopeNeed) -> bool {
    need.level != Level::Forbidden
}

fn named(need: &ScopeNeed) -> String {
    scope::normalise(&need.name)
}

fn permissions(plan: &Plan, facts: &Facts, findings: &[Finding]) -> Vec<PermissionRow> {
    let judged = |id: &str| findings.iter().find(|judged| judged.id == id);
    let looked = |area: Area| facts.areas.get(&area).map_or(Shown::Nothing, shown);
    let implied = plan.implied_permissions().filter_map(|implied| {
        let finding = implied.finding();
        Some(PermissionRow {
            name: implied.permission.name.to_owned(),
            needed: say("right-reading", &[]),
            shown: looked(implied.area),
            held: held(judged(&finding)?),
            finding,
        })
    });
    let needs = plan.permissions.iter();
    needs
        .map(|need| {
            let known = permission::find(&need.name);
            let name = known.map_or(need.name.as_str(), |known| known.name);
            let finding = format!("permission:{}", permission::slug(name));
            let area = known.and_then(|known| known.area);
            PermissionRow {
                name: name.to_owned(),
                needed: need.value.clone(),
                shown: area.map_or(Shown::Nothing, looked),
                held: judged(&finding).map_or(Held::NotTold, held),
                finding,
            }
        })
        .chain(implied)
        .collect()
}

fn shown(asked: &Asked<Seen>) -> Shown {
    match asked {
        Asked::Answered(seen) if seen.count() == 0 => Shown::Empty,
        Asked::Answered(_) => Shown::Opens,
        Asked::Refused(Refusal::Unauthorised | Refusal::Forbidden) => Shown::Refused,
        _ => Shown::Nothing,
    }
}

fn held(finding: &Finding) -> Held {
    match (finding.status, finding.evidence) {
        (Status::Passed, Evidence::Confirmed) => Held::Confirmed,
        (Status::Passed, _) => Held::AsNeeded,
        (Status::Failed | Status::Warning, _) => match finding.code.as_deref() {
            Some("more_than_needed") => Held::Excess,
            _ => Held::Missing,
        },
        (Status::ToConfirm | Status::Unknown, _) => Held::NotTold,
    }
}
