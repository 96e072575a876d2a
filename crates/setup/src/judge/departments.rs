//! Judges the agent's departments: that it belongs to them, and with which membership.
//!
//! Halo's number 2 stands for "Modify All" (confirmed, 2026). What another number is follows only
//! from the order on Halo's screen (inferred, 2026): where "Modify All" is needed, a lower one is a
//! warning. It fails where the agent is shown no ticket at all, since that is what a membership too
//! low does (confirmed, 2026). For everything else a person must look, also where the agent's role
//! may bring what its record does not name.

use std::collections::{BTreeMap, BTreeSet};

use crate::facts::DepartmentFact;
use crate::finding::{Code, Evidence};
use crate::permission::Area;
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
        .asking([label(need.membership)])
        .asking(&need.names)
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
        let code = Code::DepartmentMissing;
        return about.against(need.level, code, api, "departments-none");
    }
    let levels = effective(member_of, need.membership);
    let named = |wanted: &[Grade]| -> Vec<String> {
        let rows = levels.values().filter(|(grade, _)| wanted.contains(grade));
        rows.map(|(_, row)| row.name.clone()).collect()
    };
    let code = Code::MembershipTooLow;
    let too_low = named(&[Grade::TooLow]);
    if !too_low.is_empty() {
        return about
            .against(need.level, code, api, "departments-too-low")
            .names("departments", &too_low);
    }
    let seems_too_low = named(&[Grade::SeemsTooLow]);
    if !seems_too_low.is_empty() {
        let verdict = if shows_no_ticket(look) {
            let behaviour = Evidence::Behaviour;
            about.against(need.level, code, behaviour, "departments-hide-tickets")
        } else {
            about.seems_against(need.level, code, "departments-seem-too-low")
        };
        return verdict.names("departments", &seems_too_low);
    }
    let missing = missing(look, need, member_of);
    if !missing.is_empty() {
        return about
            .to_confirm("departments-missing")
            .showing(&missing)
            .names("departments", &missing);
    }
    let unsure = named(&[Grade::Unsure]);
    if !unsure.is_empty() {
        let rows = levels.values().filter(|(grade, _)| *grade == Grade::Unsure);
        let rows = rows.map(|(_, row)| with_number(row));
        return about
            .to_confirm("departments-look")
            .showing(rows)
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

/// The list of tickets opens and is empty.
fn shows_no_ticket(look: &Look<'_>) -> bool {
    let tickets = look.area(Area::Tickets).answer();
    tickets.is_some_and(|seen| seen.count() == 0)
}

/// Each department once, with how its membership compares and the row that tells so. One may
/// come from the agent itself and from its roles; the highest grant wins (reported, 2024).
fn effective(
    rows: &[DepartmentFact],
    needed: Membership,
) -> BTreeMap<String, (Grade, &DepartmentFact)> {
    let mut best: BTreeMap<String, (Grade, &DepartmentFact)> = BTreeMap::new();
    for row in rows {
        let is = (grade(row, needed), row);
        let known = best.entry(folded(&row.name)).or_insert(is);
        if is.0 > known.0 {
            *known = is;
        }
    }
    best
}

/// How a membership compares with the one that is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Grade {
    /// It is another one, for certain.
    TooLow,
    /// It is not the one that is needed, and by the order of Halo's numbers it is lower.
    SeemsTooLow,
    /// Its number does not tell.
    Unsure,
    Enough,
}

fn grade(row: &DepartmentFact, needed: Membership) -> Grade {
    match (needed, row.level) {
        (_, None) => Grade::Unsure,
        (Membership::Manager, Some(MODIFY_ALL)) => Grade::TooLow,
        (Membership::Basic, _) | (_, Some(MODIFY_ALL)) => Grade::Enough,
        (Membership::ModifyAll, Some(level)) if level < MODIFY_ALL => Grade::SeemsTooLow,
        _ => Grade::Unsure,
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
