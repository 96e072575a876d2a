//! Clicking without end: whole checks and look-ups by one transport, at once and one after the
//! other, against a tenant that counts. A minute of Halo's fair use is a second here, on both sides.

use std::time::Duration;

use commands::check::{self, Checked};
use commands::probe::{Focus, Looks};
use futures::future::join_all;
use halo::{Errand, Limits, Overrides, Transport, discover};
use rehearsal::{Options, Scenario};
use setup::plan::ProfileOrigin;
use setup::{Answers, Plan};
use tokio_util::sync::CancellationToken;

use crate::ALONE;
use crate::runs::{options, profile, target};

/// Halo's fair use (reported, November 2026), sixty times as fast.
const FAIR: (usize, Duration) = (500, Duration::from_secs(3));

#[tokio::test(flavor = "multi_thread")]
async fn no_sequence_of_clicks_meets_halos_limit() {
    let _alone = ALONE.lock().await;
    let mut options: Options = options(Scenario::healthy());
    options.variants.fair_use = Some(FAIR);
    let tenant = rehearsal::serve(options).await.expect("a free port");
    let limits = Limits::default();
    let transport = Transport::new(Limits {
        per_minute: limits.per_minute * 60,
        ..limits
    });
    let plan = Plan::make(profile(), ProfileOrigin::BuiltIn, Answers::default(), None);
    let target = target(&tenant.address(), &tenant.running);

    let check = || async {
        let (looks, focus) = (Looks::default(), Focus::all());
        let (cancel, time) = (CancellationToken::new(), Duration::from_mins(5));
        let checking = check::check(
            &transport, &plan, &target, &focus, None, &looks, cancel, time,
        );
        Box::pin(checking).await
    };
    let look_up = || async {
        let errand = Errand::new(10, Duration::from_mins(5), CancellationToken::new());
        let address = tenant.address().parse().expect("it is an address");
        discover(&transport, &errand, &address, &Overrides::default())
            .await
            .expect("it is found");
    };
    let undisturbed = check().await.requests;
    let mut checked: Vec<Checked> = join_all((0..20).map(|_| check())).await;
    join_all((0..50).map(|_| look_up())).await;
    for _ in 0..15 {
        checked.push(check().await);
        look_up().await;
    }

    let asked: u32 = checked.iter().map(|one| one.requests).sum();
    assert!(asked > 500, "only {asked} requests: this proves nothing");
    for one in &checked {
        assert_eq!(one.report.outcome(&one.facts).exit_code(), 0);
        // Halo's "too many requests" would have been waited for and asked again.
        assert_eq!(one.requests, undisturbed);
    }
}
