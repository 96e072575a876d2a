//! Judging: tables of facts and the findings they mean, for every finding and code there is.
//!
//! Each trouble is followed by its recovery in the same test: what failed passes again once the
//! fact is right. The product is invented; real profiles have tests of their own.

mod address;
mod agent;
mod changes;
mod confirmed;
mod every_code;
mod exampla;
mod needs;
mod refused;
mod report;
mod rights;
mod rows;
mod rules;
mod scopes;
mod sign_in;
mod visibility;

use setup::facts::Facts;
use setup::finding::{Evidence, Finding, Status};
use setup::judge::judge;
use setup::plan::Plan;

/// The finding with this id.
fn finding(plan: &Plan, facts: &Facts, id: &str) -> Finding {
    let findings = judge(plan, facts);
    let ids: Vec<_> = findings.iter().map(|finding| finding.id.clone()).collect();
    let found = findings.into_iter().find(|finding| finding.id == id);
    found.unwrap_or_else(|| panic!("no {id} among {ids:?}"))
}

/// Checks that facts mean trouble of this kind.
#[track_caller]
fn expect(plan: &Plan, facts: &Facts, id: &str, status: Status, code: &str) -> Finding {
    let finding = finding(plan, facts, id);
    let is = (finding.status, finding.code.as_deref());
    assert_eq!(is, (status, Some(code)), "{id}: {}", finding.detail);
    finding
}

/// Checks that facts are for a person to look at.
#[track_caller]
fn expect_to_confirm(plan: &Plan, facts: &Facts, id: &str) -> Finding {
    let finding = finding(plan, facts, id);
    let is = (finding.status, finding.code.as_deref());
    assert_eq!(is, (Status::ToConfirm, None), "{id}: {}", finding.detail);
    finding
}

/// Checks that facts pass, on evidence of this kind.
#[track_caller]
fn expect_passed(plan: &Plan, facts: &Facts, id: &str, evidence: Evidence) -> Finding {
    let finding = finding(plan, facts, id);
    let is = (finding.status, finding.code.as_deref(), finding.evidence);
    let should = (Status::Passed, None, evidence);
    assert_eq!(is, should, "{id}: {}", finding.detail);
    finding
}
