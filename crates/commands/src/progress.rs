//! How far each task of the hub is: a pure function of what was answered and what the last check
//! found.
//!
//! A task that Halo can prove is completed by findings only, never by a click. Called when a
//! connection is shown.

use setup::finding::{Finding, Status};
use setup::plan::pages::{PageBody, Step};
use setup::profile::StepKind;

use crate::mapping::Extent;
use crate::probe::Focus;
use crate::wire::TaskState;

/// What is known of a connection, as far as its tasks depend on it.
#[derive(Debug, Clone, Copy, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "four independent facts, each with its name"
)]
pub struct Known<'a> {
    /// The admin has confirmed the Halo's values.
    pub halo_confirmed: bool,
    /// A secret is stored, or this product signs in without one.
    pub has_secret: bool,
    /// Findings of the last check; none before the first.
    pub findings: Option<&'a [Finding]>,
    /// Everything has been looked at at least once.
    pub checked_all: bool,
    /// Rows of the vendor's form that are ticked, and how many there are.
    pub handed_over: (usize, usize),
    /// A report was saved to a file.
    pub report_saved: bool,
    /// How far the mappings are.
    pub mapping: Extent,
}

/// The key under which a page is ticked once the admin has gone past it.
pub fn page_key(page: &str) -> String {
    format!("page:{page}")
}

/// How far a task is.
pub fn state(step: &Step, known: Known<'_>, is_ticked: impl Fn(&str) -> bool) -> TaskState {
    if !can_start(step, known) {
        return TaskState::CannotStartYet;
    }
    let begun = step
        .pages
        .iter()
        .any(|page| is_ticked(&page_key(&page.id)) || any_tick(&page.body, &is_ticked));
    let begun = if begun {
        TaskState::InProgress
    } else {
        TaskState::NotStarted
    };
    let proof = proof(step, known.findings);
    match step.kind {
        StepKind::Proof if !known.checked_all => begun,
        StepKind::Credentials if !known.has_secret => begun,
        _ if proof == Proof::Wrong => TaskState::Problem,
        StepKind::Halo if known.halo_confirmed => TaskState::Completed,
        StepKind::HandOver => match known.handed_over {
            (0, _) => begun,
            (ticked, rows) if ticked == rows => TaskState::Completed,
            _ => TaskState::InProgress,
        },
        StepKind::Finish if known.report_saved => TaskState::Completed,
        // Nobody but the admin can say that a mapping is right; what follows it may have findings.
        StepKind::Mapping if known.mapping.done && matches!(proof, Proof::Complete) => {
            TaskState::Completed
        }
        StepKind::Mapping if known.mapping.done && step.findings.is_empty() => TaskState::Completed,
        StepKind::Mapping if known.mapping.begun => TaskState::InProgress,
        StepKind::Halo | StepKind::Finish => begun,
        _ => match proof {
            Proof::Complete => TaskState::Completed,
            Proof::Looked if known.checked_all => TaskState::ToConfirm,
            Proof::Looked | Proof::Partial => TaskState::InProgress,
            Proof::Wrong | Proof::Nothing => begun,
        },
    }
}

/// How many findings of a task wait for the admin to look.
pub fn to_confirm(step: &Step, known: Known<'_>) -> u32 {
    let focus = Focus::on(step.findings.clone());
    let findings = known
        .findings
        .filter(|_| known.checked_all && !step.findings.is_empty());
    let waiting = findings
        .into_iter()
        .flatten()
        .filter(|finding| finding.status == Status::ToConfirm && focus.has(&finding.id));
    u32::try_from(waiting.count()).unwrap_or(u32::MAX)
}

/// What must come first: the Halo before anything is done in it, the credentials before anything
/// that needs a token.
fn can_start(step: &Step, known: Known<'_>) -> bool {
    match step.kind {
        StepKind::VendorFirst | StepKind::Halo => true,
        StepKind::Role
        | StepKind::Agent
        | StepKind::Application
        | StepKind::Credentials
        | StepKind::Teams
        | StepKind::TicketTypes
        | StepKind::Settings => known.halo_confirmed,
        StepKind::Proof | StepKind::HandOver => known.halo_confirmed && known.has_secret,
        StepKind::VendorAfter | StepKind::Mapping => known.has_secret,
        StepKind::Finish => known.checked_all,
    }
}

#[derive(PartialEq)]
enum Proof {
    Nothing,
    Partial,
    /// All that Halo shows is right; the rest is for the admin to look at.
    Looked,
    Complete,
    Wrong,
}

/// What the findings say about a task.
fn proof(step: &Step, findings: Option<&[Finding]>) -> Proof {
    let Some(findings) = findings else {
        return Proof::Nothing;
    };
    if step.findings.is_empty() && step.kind != StepKind::Proof {
        return Proof::Nothing;
    }
    let focus = Focus::on(step.findings.clone());
    let mut statuses = findings
        .iter()
        .filter(|finding| focus.has(&finding.id))
        .map(|finding| finding.status)
        .peekable();
    if statuses.peek().is_none() {
        return Proof::Nothing;
    }
    let statuses: Vec<Status> = statuses.collect();
    if statuses.contains(&Status::Failed) {
        Proof::Wrong
    } else if statuses
        .iter()
        .all(|status| matches!(status, Status::Passed | Status::Warning))
    {
        Proof::Complete
    } else if !statuses.contains(&Status::Passed) {
        Proof::Nothing
    } else if statuses.contains(&Status::Unknown) {
        Proof::Partial
    } else {
        Proof::Looked
    }
}

/// Something on the page is ticked.
fn any_tick(body: &PageBody, is_ticked: &impl Fn(&str) -> bool) -> bool {
    match body {
        PageBody::Checklist(checklist) => checklist
            .sections
            .iter()
            .flat_map(|section| &section.items)
            .any(|item| is_ticked(&item.key)),
        _ => false,
    }
}
