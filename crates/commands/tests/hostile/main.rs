//! Whole checks against servers that mean harm, and against everything else the practice tenant can
//! do: each ends within its limits and in less than 64 MB, says what it was, and passes once mended.
//!
//! A program of its own, because memory is counted for the program as a whole; for the same reason
//! one check runs after the other. The tenant's own memory counts as well.

mod answers;
mod bench;
mod clicks;
mod companies;
mod customers;
mod files;
mod network;
mod pasted;
mod proxy;
mod redirects;
mod runs;
mod server;
mod variants;

use peak_alloc::PeakAlloc;
use rehearsal::{Scenario, ScenarioInfo, scenarios};
use setup::finding::Status;
use tokio::sync::Mutex;

use crate::runs::{HASTY, PATIENT, found, limits, options, profile, run, run_with, target};

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// Held by whoever counts memory or takes much of it.
static ALONE: Mutex<()> = Mutex::const_new(());

/// No check may take more memory than this, whatever it meets.
const MOST: usize = 64 * 1024 * 1024;

/// How much memory was taken at once beyond what there was at the beginning.
pub(crate) async fn growth<T>(work: impl Future<Output = T>) -> (T, usize) {
    let before = MEMORY.current_usage();
    MEMORY.reset_peak_usage();
    let done = Box::pin(work).await;
    (done, MEMORY.peak_usage().saturating_sub(before))
}

/// What is wrong with how one scenario went, in words.
async fn try_scenario(info: &'static ScenarioInfo) -> Vec<String> {
    let scenario = Scenario::named(info.name).expect("a listed scenario");
    let options = options(scenario);
    let answers = commands::rehearse::answers(&options);
    let tenant = rehearsal::serve(options).await.expect("a free port");
    let secret = &tenant.running.client_secret;
    let mut wrong = Vec::new();
    let mut say = |what: String| wrong.push(format!("{}: {what}", info.name));

    let never_answers = info.expected.is_some_and(|one| one.code == "timed_out");
    let total = if never_answers { HASTY } else { PATIENT };
    let target = target(&tenant.address(), &tenant.running);
    let transport = commands::rehearse::practice(&tenant).transport(limits(total));
    let (checked, grown) = growth(run_with(answers, transport, &target)).await;
    if grown > MOST {
        say(format!("took {} MB", grown / 1024 / 1024));
    }
    let exit = checked.report.outcome(&checked.facts).exit_code();
    if exit != info.exit {
        say(format!("exit code {exit} instead of {}", info.exit));
    }
    let said = format!("{:?} {:?}", checked.report, checked.facts);
    if said.contains(secret.as_str()) {
        say("the secret is in the report".to_owned());
    }
    let Some(expected) = &info.expected else {
        return wrong;
    };
    let finding = found(&checked, expected.finding).find(|finding| {
        serde_json::json!(finding.status) == expected.status
            && finding.code.as_deref() == Some(expected.code)
    });
    let Some(finding) = finding else {
        let seen: Vec<_> = found(&checked, expected.finding)
            .map(|one| (&one.id, one.status, &one.code))
            .collect();
        say(format!("expected {expected:?}, found {seen:?}"));
        return wrong;
    };

    tenant.control().fix();
    let mended = run(&tenant.address(), &tenant.running).await;
    let after = found(&mended, &finding.id).next();
    if after.is_some_and(|after| !matches!(after.status, Status::Passed | Status::ToConfirm)) {
        say(format!("once mended it is still {after:?}"));
    }
    tenant.shutdown().await;
    wrong
}

#[tokio::test(flavor = "multi_thread")]
async fn every_check_ends_in_little_memory_says_what_it_was_and_recovers() {
    let _alone = ALONE.lock().await;
    let needs = commands::rehearse::needs(&profile());
    let mut wrong = Vec::new();
    // What is allocated once and kept is not the first scenario's either.
    let healthy = rehearsal::serve(options(Scenario::healthy()))
        .await
        .expect("a free port");
    let seen = run(&healthy.address(), &healthy.running).await;
    let concerns = |info: &&ScenarioInfo| {
        let expected = info.expected.map(|one| one.finding);
        expected.is_none_or(|id| found(&seen, id).next().is_some())
    };
    for info in scenarios().iter().filter(concerns) {
        if info.applies_to(&needs) {
            wrong.extend(try_scenario(info).await);
        }
    }
    wrong.extend(answers::try_all().await);
    assert!(wrong.is_empty(), "{wrong:#?}");
}
