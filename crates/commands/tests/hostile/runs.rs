//! One whole check with limits that fit a tenant on this machine.

use std::time::Duration;

use commands::check::{self, Checked};
use commands::probe::{Focus, Looks, Target};
use commands::rehearse;
use halo::{Limits, Transport};
use rehearsal::{Options, Running, Scenario};
use setup::finding::Finding;
use setup::plan::ProfileOrigin;
use setup::{Answers, Plan, Profile};
use tokio_util::sync::CancellationToken;

/// A run that takes longer than this hangs: every limit below is far shorter.
const HANGS: Duration = Duration::from_mins(2);

/// A product that asks for something of every kind.
pub(crate) fn profile() -> Profile {
    let text = include_str!("../../../../profiles/moovila.toml");
    setup::profile::parse(text).expect("a profile of ours")
}

/// The tenant for this product alone.
pub(crate) fn options(scenario: Scenario) -> Options {
    Options {
        scenario,
        ..Options::healthy(vec![rehearse::needs(&profile())])
    }
}

/// One check for this product, with what it was handed.
pub(crate) async fn run(address: &str, as_product: &Running) -> Checked {
    run_within(PATIENT, &target(address, as_product)).await
}

/// What is checked, with what the product was handed.
pub(crate) fn target(address: &str, as_product: &Running) -> Target {
    Target {
        address: address.to_owned(),
        authorisation_server: None,
        tenant: None,
        client_id: Some(as_product.client_id.clone()),
        secret: Ok(as_product.client_secret.clone().into()),
    }
}

/// The promised time for one answer.
pub(crate) const PATIENT: Duration = Duration::from_secs(20);
/// Time for one answer that never comes.
pub(crate) const HASTY: Duration = Duration::from_secs(1);

/// One check with so much time for each answer. Sizes are those that are promised.
pub(crate) async fn run_within(total: Duration, target: &Target) -> Checked {
    run_with(Answers::default(), Transport::new(limits(total)), target).await
}

/// The promised sizes, so much time for each answer, and no long waits.
pub(crate) fn limits(total: Duration) -> Limits {
    Limits {
        total,
        back_off: Duration::from_millis(10),
        // Whoever asks for a minute is not waited for.
        longest_wait: Duration::from_secs(5),
        per_minute: 6000,
        ..Limits::default()
    }
}

/// One check by this transport, with what the admin answered.
pub(crate) async fn run_with(answers: Answers, transport: Transport, target: &Target) -> Checked {
    let plan = Plan::make(profile(), ProfileOrigin::BuiltIn, answers, None);
    let (looks, focus) = (Looks::default(), Focus::all());
    let time = Duration::from_secs(90);
    let cancel = CancellationToken::new();
    let checking = check::check(
        &transport, &plan, target, &focus, None, &looks, cancel, time,
    );
    tokio::time::timeout(HANGS, checking)
        .await
        .expect("every check ends by itself")
}

/// The findings with this id, or of this kind.
pub(crate) fn found<'a>(checked: &'a Checked, id: &str) -> impl Iterator<Item = &'a Finding> {
    let focus = Focus::on(vec![id.to_owned()]);
    checked
        .report
        .findings
        .iter()
        .filter(move |finding| focus.has(&finding.id))
}
