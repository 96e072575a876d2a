//! The lines of progress on standard error: what is said there has been done.

use commands::rehearse;
use rehearsal::{Scenario, Tenant};
use setup::profile::built_in;

use crate::program::{Ended, halyard_hearing};

async fn tenant(scenario: &str) -> Tenant {
    let profile = built_in::find("moovila").expect("it is built in");
    let scenario = Scenario::named(scenario).expect("a scenario");
    rehearsal::serve(rehearse::options(profile, scenario))
        .await
        .expect("a free port")
}

fn check(tenant: &Tenant, profile: &str) -> Ended {
    let running = &tenant.running;
    let arguments = [
        "check",
        "--profile",
        profile,
        "--address",
        &running.address,
        "--client-id",
        &running.client_id,
        "--secret-stdin",
        "--json",
    ];
    halyard_hearing(&arguments, &running.client_secret)
}

fn says(ended: &Ended, beginning: &str) -> bool {
    ended.stderr.lines().any(|line| line.starts_with(beginning))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sign_in_is_said_where_halo_is_asked_for_a_token_and_nowhere_else() {
    const LINE: &str = "Looking: Signing in";
    let asked = |tenant: &Tenant| tenant.control().counts().contains_key("/auth/token");

    let healthy = tenant("healthy").await;
    let ended = check(&healthy, "moovila");
    assert!(says(&ended, LINE) && asked(&healthy), "{}", ended.stderr);
    assert!(!says(&ended, "No answer"), "{}", ended.stderr);

    // A product that asks for no scope: without one, Halo gives no token of use.
    let profile = concat!(env!("CARGO_TARGET_TMPDIR"), "/without-scopes.toml");
    let own = include_str!("../../../crates/commands/tests/it/own.toml");
    let (before, after) = own.split_once("scopes = [").expect("it has scopes");
    let (_, after) = after.split_once("\n]\n").expect("they end");
    std::fs::write(profile, format!("{before}{after}")).expect("it can be written");
    let scopeless = tenant("healthy").await;
    let ended = check(&scopeless, profile);
    let report = ended.expect_code(3).json();
    assert_eq!(
        report["scopes"]["required"],
        serde_json::json!([]),
        "{report}"
    );
    assert!(
        !says(&ended, LINE) && !asked(&scopeless),
        "{}",
        ended.stderr
    );

    let elsewhere = tenant("not-halo").await;
    let ended = check(&elsewhere, "moovila");
    assert!(says(&ended, "Looking: The address"), "{}", ended.stderr);
    assert!(
        !says(&ended, LINE) && !asked(&elsewhere),
        "{}",
        ended.stderr
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn what_gave_no_answer_is_said_and_no_more_once_it_answers() {
    let tenant = tenant("one-list-server-error").await;
    let ended = check(&tenant, "moovila");
    let silent = ended
        .stderr
        .lines()
        .filter(|line| line.starts_with("No answer: "));
    let silent: Vec<&str> = silent.collect();
    let [line] = silent[..] else {
        panic!("one list gave none: {}", ended.stderr);
    };
    let begun = line.replace("No answer: ", "Looking: ");
    assert!(says(&ended, &begun), "{}", ended.stderr);

    tenant.control().fix();
    let ended = check(&tenant, "moovila");
    assert!(!says(&ended, "No answer"), "{}", ended.stderr);
}
