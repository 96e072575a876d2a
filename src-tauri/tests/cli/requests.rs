//! How many requests a whole check sends: the promise to those who run Halo.

use commands::rehearse;
use rehearsal::{Scenario, Tenant};
use setup::profile::built_in;

use crate::program::{Ended, halyard_hearing};

async fn tenant(profile: &str, scenario: &str) -> Tenant {
    let profile = built_in::find(profile).expect("it is built in");
    let scenario = Scenario::named(scenario).expect("a scenario");
    rehearsal::serve(rehearse::options(profile, scenario))
        .await
        .expect("a free port")
}

fn check(tenant: &Tenant) -> Ended {
    let running = &tenant.running;
    let arguments = [
        "check",
        "--profile",
        &running.product,
        "--address",
        &running.address,
        "--client-id",
        &running.client_id,
        "--secret-stdin",
        "--json",
    ];
    halyard_hearing(&arguments, &running.client_secret)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_healthy_check_sends_thirty_at_most_and_changes_nothing() {
    for profile in built_in::all() {
        let tenant = tenant(&profile.id, "healthy").await;
        check(&tenant).expect_code(0);
        let requests = tenant.control().requests();
        assert!(
            (3..=30).contains(&requests.len()),
            "{}: {requests:?}",
            profile.id
        );
        let changing = |path: &str| !path.to_lowercase().ends_with("/token");
        let changes: Vec<_> = requests
            .iter()
            .filter(|seen| seen.method != "GET" && changing(&seen.path))
            .collect();
        assert!(changes.is_empty(), "a check only reads: {changes:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_diagnosis_sends_sixty_at_most() {
    for (profile, scenario) in [
        ("moovila", "unknown-scope"),
        ("moovila", "scope-refused"),
        ("moovila", "scope-not-granted"),
        ("moovila", "all-server-errors"),
        ("rewst", "api-401-after-token"),
        ("humanizeit", "server-error-in-passing"),
    ] {
        let tenant = tenant(profile, scenario).await;
        check(&tenant);
        let count = tenant.control().request_count();
        assert!((3..=60).contains(&count), "{scenario}: {count} requests");
    }
}
