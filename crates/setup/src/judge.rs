//! Judging: what the facts mean for the plan. Pure; every table in the tests is one call of
//! [`judge`].
//!
//! One file per group of findings, each a function from plan and facts to verdicts; the words are
//! put to them at the end by [`words`]. Not here: asking Halo.
//!
//! The order is that of the fault: the host, the Halo, where tokens are issued, the tenant, the
//! application and how it may sign in, its scopes, who the token stands for, what that agent may
//! open, its teams and departments, its customers, and only then ticket types and settings. What
//! comes first is put right first, because what follows cannot work without it.
//!
//! Three rules hold everywhere. A pass needs evidence: no answer, a refusal and an empty list
//! never pass. What could not be looked at because something before it is wrong is `unknown`, not
//! `failed`, so that one cause shows as one failure. What the API can never tell stays
//! `to_confirm` whatever happened before, because a person can look at any time.

mod address;
mod administrator;
mod agent;
mod by_hand;
mod cause;
mod credentials;
mod customers;
mod departments;
pub(crate) mod halo_product;
mod implied;
mod look;
mod permissions;
mod places;
pub(crate) mod reads;
mod scopes;
mod settings;
mod suspects;
mod teams;
mod ticket_types;
mod unrecognised;
mod verdict;
mod words;

use std::collections::BTreeMap;

use jiff::Timestamp;

use crate::facts::Facts;
use crate::finding::{Finding, Status};
use crate::plan::Plan;
use crate::statement::{Confirmed, Lapse, Statement};

use look::Look;
use verdict::Verdict;

/// All findings, in the order in which an admin would fix them.
pub fn judge(plan: &Plan, facts: &Facts) -> Vec<Finding> {
    let look = Look::new(plan, facts);
    let findings = verdicts(&look).into_iter();
    let mut something_above = false;
    findings
        .filter_map(|verdict| by_hand::without_sign_in(&look, verdict))
        .map(|mut verdict| {
            if !something_above {
                verdict.words = cause::Cause::alone(verdict.words);
            }
            something_above |= matches!(verdict.status, Status::Failed | Status::Warning);
            words::finding(&look, verdict)
        })
        .collect()
}

/// What the admin confirms who confirms the finding with this id now; absent where there is no
/// such finding.
pub fn statement(plan: &Plan, facts: &Facts, id: &str) -> Option<Statement> {
    let look = Look::new(plan, facts);
    let mut verdicts = verdicts(&look).into_iter();
    let verdict = verdicts.find(|verdict| verdict.id == id)?;
    Some(verdict.statement)
}

/// What the admin confirmed that still counts, with when: what lapsed is left out.
pub fn confirmed(plan: &Plan, facts: &Facts) -> BTreeMap<String, Timestamp> {
    let look = Look::new(plan, facts);
    let verdicts = verdicts(&look);
    let verdict = |id: &str| verdicts.iter().find(|verdict| verdict.id == id);
    let confirmed = plan.answers.confirmed.iter();
    confirmed
        .filter(|(id, confirmed)| {
            verdict(id).is_none_or(|verdict| words::counts(&look, verdict, confirmed))
        })
        .map(|(id, confirmed)| (id.clone(), confirmed.at))
        .collect()
}

/// Why what was confirmed does not cover what there is to confirm; absent where it does.
fn lapse(statement: &Statement, confirmed: &Confirmed) -> Option<Lapse> {
    match &confirmed.what {
        Some(what) => what.lapses_at(statement),
        None => Some(Lapse::NotKept),
    }
}

fn verdicts(look: &Look<'_>) -> Vec<Verdict> {
    let plan = look.plan;
    let mut verdicts = vec![address::judge(look)];
    verdicts.extend(halo_product::judge(look));
    // A profile file may name scopes and forget the application: they are judged all the same.
    if plan.profile.application.is_some() || !plan.scopes.is_empty() {
        verdicts.push(credentials::judge(look));
        verdicts.extend(scopes::judge(look));
        verdicts.push(agent::identity(look));
    }
    verdicts.extend(agent::api_only(look));
    verdicts.extend(administrator::judge(look));
    verdicts.extend(permissions::judge(look));
    verdicts.extend(implied::judge(look));
    verdicts.extend(agent::default_team(look));
    verdicts.extend(teams::judge(look));
    verdicts.extend(teams::ticks(look));
    verdicts.extend(departments::judge(look));
    verdicts.extend(customers::judge(look));
    verdicts.extend(ticket_types::judge(look));
    verdicts.extend(settings::judge(look));
    verdicts.extend(by_hand::judge(look));
    verdicts
}

/// Names of the wanted teams that the agent does not belong to; empty where that was not learned.
pub(crate) fn missing_teams(plan: &Plan, facts: &Facts) -> Vec<String> {
    teams::missing(&Look::new(plan, facts))
}
