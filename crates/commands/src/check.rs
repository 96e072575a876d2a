//! A whole check: ask Halo, judge, report. The one way to it for the window, the terminal and the
//! dev host.

use std::time::Duration;

use halo::{Errand, Transport};
use setup::Plan;
use setup::facts::Facts;
use setup::finding::Status;
use setup::judge::judge;
use setup::report::Report;
use tokio_util::sync::CancellationToken;

use crate::probe::{Focus, Looks, Target, probe};

/// Most requests of one check, whatever is wrong: a diagnosis needs at most sixty.
pub const BUDGET: u32 = 60;
/// Most requests of a check that finds nothing wrong. Nothing enforces it; tests hold it.
pub const HEALTHY: u32 = 30;
/// How long a check may take where nobody said otherwise.
pub const TIME: Duration = Duration::from_mins(2);

/// What a check learned and what it means.
#[derive(Debug, Clone)]
pub struct Checked {
    /// What Halo said, in this run and before it.
    pub facts: Facts,
    /// What this run learned itself, where it was put together with earlier facts.
    pub seen: Option<Facts>,
    /// What it means.
    pub report: Report,
    /// Requests sent.
    pub requests: u32,
    /// Its requests ended before its questions did.
    pub ran_out: bool,
    /// The run was stopped before its end.
    pub cancelled: bool,
}

/// Checks one plan against one Halo. `before` is what earlier runs learned: a run with a narrow
/// focus judges its own answers together with those.
#[expect(
    clippy::too_many_arguments,
    reason = "a run is made of just these, and each is used once"
)]
pub async fn check(
    transport: &Transport,
    plan: &Plan,
    target: &Target,
    focus: &Focus,
    before: Option<Facts>,
    looks: &Looks,
    cancel: CancellationToken,
    time: Duration,
) -> Checked {
    let errand = Errand::new(BUDGET, time, cancel.clone());
    let facts = tokio::select! {
        // Boxed: the futures of all questions together are too large for a small stack.
        facts = Box::pin(probe(transport, &errand, plan, focus, target, looks)) => facts,
        () = show_waits(&errand, looks) => unreachable!("waits are shown until the probe ends"),
    };
    let (facts, seen) = match before {
        Some(before) => (before.after(facts.clone()), Some(facts)),
        None => (facts, None),
    };
    let report = report(plan, &facts);
    Checked {
        report,
        facts,
        seen,
        requests: errand.requests(),
        ran_out: errand.ran_out(),
        cancelled: cancel.is_cancelled(),
    }
}

/// Shows every wait that Halo imposes, for as long as the errand lasts.
async fn show_waits(errand: &Errand, looks: &Looks) {
    let mut waiting = errand.waiting();
    loop {
        let seconds = waiting
            .borrow_and_update()
            .map(|wait| u32::try_from(wait.seconds).unwrap_or(u32::MAX));
        looks.waiting(seconds);
        if waiting.changed().await.is_err() {
            std::future::pending::<()>().await;
        }
    }
}

/// What the facts mean for the plan.
pub fn report(plan: &Plan, facts: &Facts) -> Report {
    Report::new(plan, facts, judge(plan, facts))
}

/// Nothing failed, and nothing went unanswered.
pub fn is_good(report: &Report) -> bool {
    let is_bad = |status| matches!(status, Status::Failed | Status::Unknown);
    !report.findings.iter().any(|finding| is_bad(finding.status))
}
