//! Judges the agent's departments: that it belongs to them, and with which membership.
//!
//! Halo's number 2 stands for "Modify All" (confirmed, 2026). Another number is certainly not
//! "Modify All"; what it is follows only from the order on Halo's screen, so a lower one is too
//! low for "Modify All", and for everything else a person must look. So must one where the agent's
//! role may bring what its record does not name.

use std::collections::{BTreeMap, BTreeSet};

use crate::facts::DepartmentFact;
use crate::finding::Evidence;
use crate::profile::{DepartmentsNeed, Membership};

use super::look::Look;
use super::places::Place;
use super::verdict::{About, Verdict};

/// Halo's number for "Modify All".
const MODIFY_ALL: i64 = 2;

pub(super) fn judge(look: &Look<'_>) -> Option<Verdict> {
    let need = look.plan.departments.as_ref()?;
    let about = About::new("agent.departments", "about-departments")
        .with("membership", label(need.membership))
        .because(need.reason.as_ref());
    let verdict = departments(look, &about, need);
    Some(verdict.at(Place::Holder(
        need.held_by,
        vec!["Departments & Teams", "Departments"],
    )))
}

fn departments(look: &Look<'_>, about: &About, need: &DepartmentsNeed) -> Verdict {
    let member_of = match look.of_agent(|agent| agent.departments.as_deref()) {
        Ok(member_of) => member_of,
        Err(cause) => return about.unknown(cause),
    };
    let api = Evidence::Api;
    if look.belongs_unseen() {
        return about.to_confirm("departments-on-role");
    }
    if member_of.is_empty() {
        let code = "department_missing";
        return about.against(need.level, code, api, "departments-none");
    }
    let levels = effective(member_of, need.membership);
    let named = |wanted: Option<bool>| -> Vec<String> {
        let rows = levels.values().filter(|(enough, _)| *enough == wanted);
        rows.map(|(_, row)| with_number(row)).collect()
    };
    let too_low = named(Some(false));
    if !too_low.is_empty() {
        return about
            .against(need.level, "membership_too_low", api, "departments-too-low")
            .names("departments", &too_low);
    }
    let missing = missing(look, need, member_of);
    if !missing.is_empty() {
        return about
            .to_confirm("departments-missing")
            .names("departments", &missing);
    }
    let unsure = named(None);
    if !unsure.is_empty() {
        return about
            .to_confirm("departments-look")
            .names("departments", &unsure);
    }
    let belongs_to: Vec<_> = levels.values().map(|(_, row)| row.name.as_str()).collect();
    about
        .passed(api, "departments-belongs")
        .count("count", belongs_to.len() as u64)
        .names("departments", &belongs_to)
}

/// Departments that the guide names, that this Halo has, and that the agent is not in. A name
/// that this Halo does not have is the guide's own word for an area of work. That Halo lists its
/// departments where they are asked for is inferred (2026), so this is for a person to look at.
fn missing<'a>(
    look: &Look<'a>,
    need: &DepartmentsNeed,
    member_of: &[DepartmentFact],
) -> Vec<&'a str> {
    let named: BTreeSet<_> = need.names.iter().map(|name| folded(name)).collect();
    let have: BTreeSet<_> = member_of.iter().map(|row| folded(&row.name)).collect();
    let listed = look.facts.departments.answer().into_iter().flatten();
    listed
        .map(String::as_str)
        .filter(|name| named.contains(&folded(name)) && !have.contains(&folded(name)))
        .collect()
}

/// Each department once, with whether its membership is enough and the row that tells so. One may
/// come from the agent itself and from its roles; the highest grant wins (reported, 2024).
fn effective(
    rows: &[DepartmentFact],
    needed: Membership,
) -> BTreeMap<String, (Option<bool>, &DepartmentFact)> {
    let mut best: BTreeMap<String, (Option<bool>, &DepartmentFact)> = BTreeMap::new();
    for row in rows {
        let is = (enough(row, needed), row);
        let known = best.entry(folded(&row.name)).or_insert(is);
        if rank(is.0) > rank(known.0) {
            *known = is;
        }
    }
    best
}

fn rank(enough: Option<bool>) -> u8 {
    match enough {
        Some(true) => 2,
        None => 1,
        Some(false) => 0,
    }
}

/// Whether the row's membership is enough; absent where its number does not tell for certain.
fn enough(row: &DepartmentFact, needed: Membership) -> Option<bool> {
    let level = row.level?;
    match needed {
        Membership::Basic => Some(true),
        _ if level == MODIFY_ALL => Some(needed <= Membership::ModifyAll),
        Membership::ModifyAll if level < MODIFY_ALL => Some(false),
        _ => None,
    }
}

fn with_number(row: &DepartmentFact) -> String {
    match row.level {
        Some(level) => format!("{} ({level})", row.name),
        None => row.name.clone(),
    }
}

fn label(membership: Membership) -> &'static str {
    match membership {
        Membership::Basic => "Basic Member",
        Membership::ViewAll => "View All",
        Membership::ModifyAll => "Modify All",
        Membership::Manager => "Department Manager",
    }
}

fn folded(name: &str) -> String {
    name.trim().to_lowercase()
}
