//! Halo's fair-use window, by a clock that is moved on: a check that meets it waits politely and
//! within its bounds, calls nothing wrong that it could not look at, and passes when it is over.

use std::time::Duration;

use commands::check::{BUDGET, Checked, TIME, check};
use commands::probe::{Focus, Looks};
use commands::rehearse;
use halo::{Limits, Transport};
use rehearsal::{Scenario, Tenant};
use setup::finding::Status;
use setup::plan::ProfileOrigin;
use setup::{Answers, Plan};
use tokio::time::{Instant, advance};
use tokio_util::sync::CancellationToken;

use crate::scenarios::{demanding, target};

/// Longer than the longest window that was reported.
const WINDOW: Duration = Duration::from_mins(5);

/// One check, and how long it took by the clock that is moved on. The clock stands while Halo is
/// asked and answers, and goes on while there is something to wait for.
async fn by_the_clock(transport: &Transport, tenant: &Tenant) -> (Checked, Duration) {
    let plan = Plan::make(
        demanding().clone(),
        ProfileOrigin::BuiltIn,
        Answers::default(),
        None,
    );
    let (target, focus, looks) = (target(tenant), Focus::all(), Looks::default());
    let cancel = CancellationToken::new();
    let begun = Instant::now();
    let checking = check(
        transport, &plan, &target, &focus, None, &looks, cancel, TIME,
    );
    let moving_on = async {
        loop {
            // Never idle, so that the clock goes on by nothing but this.
            tokio::task::yield_now().await;
            if looks.now().waiting_seconds.is_some() {
                advance(Duration::from_millis(100)).await;
            }
        }
    };
    tokio::select! {
        checked = checking => (checked, begun.elapsed()),
        () = moving_on => unreachable!("the clock goes on until the check ends"),
    }
}

fn wrong(checked: &Checked) -> Vec<(&str, Option<&str>)> {
    let findings = checked.report.findings.iter();
    let failed = findings.filter(|one| matches!(one.status, Status::Failed | Status::Warning));
    failed
        .map(|one| (one.id.as_str(), one.code.as_deref()))
        .collect()
}

fn code<'a>(checked: &'a Checked, id: &str) -> (Status, Option<&'a str>) {
    let mut findings = checked.report.findings.iter();
    let found = findings.find(|one| one.id == id).expect("it is judged");
    (found.status, found.code.as_deref())
}

#[tokio::test(start_paused = true)]
async fn a_window_that_is_closed_is_waited_for_within_bounds_and_passes_when_it_opens() {
    let rate_limited = (Status::Unknown, Some("rate_limited"));
    for (scenario, says_how_long, judged) in [
        ("fair-use-spent", true, "credentials"),
        ("fair-use-spent", false, "credentials"),
        ("fair-use-spent-after-token", true, "agent.identity"),
        ("fair-use-spent-after-token", false, "agent.identity"),
    ] {
        let named = Scenario::named(scenario).expect("a listed scenario");
        let mut options = rehearse::options(demanding(), named);
        options.variants.retry_after_is_sent = says_how_long;
        let tenant = rehearsal::serve(options).await.expect("a free port");
        let transport = rehearse::practice(&tenant).transport(Limits::default());
        let case = format!("{scenario}, told how long: {says_how_long}");

        let (closed, took) = by_the_clock(&transport, &tenant).await;
        assert_eq!(code(&closed, judged), rate_limited, "{case}");
        assert_eq!(wrong(&closed), [], "{case}");
        assert!(took <= TIME, "{case}: took {took:?}");
        assert!(closed.requests < BUDGET, "{case}: {}", closed.requests);
        // Five minutes are not waited for; without a word it is tried again after a while.
        assert_eq!(
            took < Duration::from_secs(1),
            says_how_long,
            "{case}: {took:?}"
        );

        // A second try within the window troubles the host no more than the first.
        let (again, took) = by_the_clock(&transport, &tenant).await;
        assert_eq!(wrong(&again), [], "{case}");
        assert!(took <= TIME, "{case}: took {took:?}");
        assert!(again.requests <= closed.requests, "{case}");

        advance(WINDOW).await;
        tenant.control().fix();
        let (open, _) = by_the_clock(&transport, &tenant).await;
        assert_eq!(code(&open, judged), (Status::Passed, None), "{case}");
        assert_eq!(wrong(&open), [], "{case}");
    }
}
