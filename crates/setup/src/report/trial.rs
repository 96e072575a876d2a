//! What both printed forms of the report say of the last test ticket.

use std::collections::BTreeMap;

use crate::proof::{TrialOutcome, TrialStep};
use crate::text;

/// The heading of the part about the test ticket.
pub(super) fn title() -> String {
    text::say("proof-report-title", &BTreeMap::new())
}

/// The test ticket in paragraphs: the outcome, what is left, each step, the ticket as it came
/// back.
pub(super) fn paragraphs(outcome: &TrialOutcome) -> Vec<String> {
    let mut lines = vec![
        format!("{}.", outcome.headline),
        format!(
            "{}: {}, {}",
            day(&outcome.at),
            outcome.customer,
            outcome.ticket_type
        ),
    ];
    if let Some(left) = &outcome.left {
        lines.push(format!("{}. {}", left.title, left.fix.text));
        lines.extend(left.fix.link.clone());
    }
    lines.extend(outcome.steps.iter().map(step));
    let shown = outcome.came_back.iter();
    let shown: Vec<_> = shown
        .map(|row| format!("{}: {}", row.label, row.value))
        .collect();
    lines.extend((!shown.is_empty()).then(|| shown.join(", ")));
    lines
}

fn step(step: &TrialStep) -> String {
    let fix = step.fix.as_ref();
    let parts = [
        Some(format!("{}.", step.title)),
        step.detail.clone(),
        fix.map(|fix| fix.text.clone()),
        fix.map(|fix| fix.path.join(" > ")),
    ];
    let parts: Vec<_> = parts.into_iter().flatten().collect();
    parts.join(" ").trim_end().to_owned()
}

/// The day of a time in RFC 3339.
fn day(at: &str) -> &str {
    at.split_once('T').map_or(at, |(day, _)| day)
}
