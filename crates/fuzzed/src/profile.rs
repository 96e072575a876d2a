//! Profiles of strangers: TOML files that must stay data.

use setup::facts::Facts;
use setup::judge::judge;
use setup::plan::ProfileOrigin;
use setup::profile::review;
use setup::report::Report;
use setup::{Answers, Plan};

/// Reads a text as a profile; one that can be used is planned with, judged with and reported on.
///
/// # Panics
/// If a problem is said to be where there is no text, or if what is usable cannot be used.
pub fn profile(text: &str) {
    let reading = review(text);
    let lines = text.lines().count().max(1) + 1;
    for problem in &reading.problems {
        assert!(problem.line >= 1 && problem.line <= lines, "{problem:?}");
        assert!(problem.column >= 1, "{problem:?}");
        assert!(!problem.to_string().trim().is_empty());
    }
    let Some(profile) = reading.profile else {
        assert!(!reading.problems.is_empty(), "a refusal says why");
        return;
    };
    let origin = ProfileOrigin::File;
    let plan = Plan::make(profile, origin, Answers::default(), None);
    let facts = Facts::default();
    let findings = judge(&plan, &facts);
    assert!(!findings.is_empty(), "there is always something to say");
    let _ = Report::new(&plan, &facts, findings);
}
