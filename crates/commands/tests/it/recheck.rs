//! A connection that is checked again and again: what broke and what was put right between two
//! checks is said with its days, and a Halo that cannot be reached is a state.

use serde_json::{Value, json};

use crate::desk::{Stage, finding};

const PROFILE: &str = "moovila";

/// Checks everything on this day of November.
async fn check_on(stage: &Stage, id: &str, day: u8) -> Value {
    stage.desk.set_clock(&format!("2026-11-{day:02}T09:00:00Z"));
    let ended = stage.check(id, None).await;
    assert_eq!(ended["how"], "done", "{ended}");
    ended["view"].clone()
}

fn texts(view: &Value) -> Vec<String> {
    let changes = view["standing"]["changes"].as_array().expect("a list");
    let texts = changes.iter().map(|change| change["text"].as_str());
    texts.map(|text| text.expect("words").to_owned()).collect()
}

fn on(day: u8) -> Value {
    json!(format!("2026-11-{day:02}T09:00:00Z"))
}

#[tokio::test(flavor = "multi_thread")]
async fn what_broke_between_two_checks_is_said_and_that_it_was_put_right() {
    let stage = Stage::set(PROFILE, "healthy").await;
    let id = stage.signed_in().await;
    let view = stage.call("connection", json!({ "connection": id })).await;
    assert_eq!(view["standing"]["state"], "never-checked");

    let first = check_on(&stage, &id, 1).await;
    let standing = &first["standing"];
    assert_eq!(standing["state"], "good", "{standing}");
    assert_eq!(standing["compared_with"], Value::Null);
    assert_eq!(standing["changes"], json!([]));

    let same = check_on(&stage, &id, 3).await;
    let standing = &same["standing"];
    assert_eq!(standing["state"], "good");
    assert_eq!(standing["compared_with"], on(1));
    assert_eq!(standing["changes"], json!([]));
    assert_eq!(
        (&standing["good_since"], &standing["last_good"]),
        (&on(1), &on(3))
    );

    stage
        .tenant
        .control()
        .set_scenario("scope-not-granted")
        .expect("a scenario");
    let broken = check_on(&stage, &id, 10).await;
    let standing = &broken["standing"];
    assert_eq!(standing["state"], "changed", "{standing}");
    assert_eq!(
        (&standing["compared_with"], &standing["last_good"]),
        (&on(3), &on(3))
    );
    let change = &standing["changes"][0];
    assert_eq!(change["about"], "scope", "{change}");
    assert_eq!((&change["after"], &change["by"]), (&on(3), &on(10)));
    let said = change["text"].as_str().expect("words");
    assert!(
        said.starts_with("Scope") && said.ends_with("between 3 and 10 November."),
        "{said}"
    );
    let about = change["findings"][0].as_str().expect("a finding");
    let fix = &finding(&broken["report"]["findings"], about)["fix"]["text"];
    assert!(fix.is_string(), "the change leads to what to do");

    // The next check finds the same, and still says when it happened.
    let still = check_on(&stage, &id, 12).await;
    assert_eq!(texts(&still)[0], said);
    let card = stage.call("connections", json!({})).await;
    assert_eq!(card[0]["standing"]["state"], "changed");
    assert_eq!(card[0]["standing"]["changes"][0]["text"], said);

    stage.tenant.control().fix();
    let mended = check_on(&stage, &id, 15).await;
    let standing = &mended["standing"];
    assert_eq!(standing["state"], "good", "{standing}");
    assert_eq!(
        (&standing["good_since"], &standing["last_good"]),
        (&on(15), &on(15))
    );
    let change = &standing["changes"][0];
    assert_eq!(change["effect"], "better", "{standing}");
    assert!(
        texts(&mended)[0].ends_with("between 12 and 15 November."),
        "{:?}",
        texts(&mended)
    );

    let after = check_on(&stage, &id, 16).await;
    assert_eq!(texts(&after), Vec::<String>::new(), "news is told once");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_halo_that_cannot_be_reached_is_a_state_and_what_is_known_stays() {
    let stage = Stage::set(PROFILE, "healthy").await;
    let id = stage.signed_in().await;
    let known = check_on(&stage, &id, 3).await;

    stage
        .tenant
        .control()
        .set_scenario("all-server-errors")
        .expect("a scenario");
    let offline = check_on(&stage, &id, 10).await;
    let standing = &offline["standing"];
    assert_eq!(standing["state"], "not-reached", "{standing}");
    assert_eq!(
        (&standing["checked"], &standing["last_good"]),
        (&on(10), &on(3))
    );
    assert!(standing["obstacle"]["title"].is_string(), "{standing}");
    assert_eq!(
        offline["report"], known["report"],
        "what is known stays shown"
    );
    assert_eq!(offline["last_check"]["at"], on(3), "with its own date");
    assert_eq!(
        offline["tasks"], known["tasks"],
        "and no task is undone by it"
    );
    assert_eq!(standing["changes"], json!([]));

    // After opening the program again it is the same.
    let again = stage.call("connection", json!({ "connection": id })).await;
    assert_eq!(again["standing"], *standing);

    stage.tenant.control().fix();
    let back = check_on(&stage, &id, 11).await;
    let standing = &back["standing"];
    assert_eq!(standing["state"], "good");
    assert_eq!(standing["obstacle"], Value::Null);
    assert_eq!(standing["good_since"], on(3), "it was not seen to be bad");
}

#[tokio::test(flavor = "multi_thread")]
async fn looking_at_a_part_mends_the_whole() {
    let stage = Stage::set(PROFILE, "healthy").await;
    let id = stage.signed_in().await;
    check_on(&stage, &id, 3).await;
    stage
        .tenant
        .control()
        .set_scenario("not-api-only")
        .expect("a scenario");
    let broken = check_on(&stage, &id, 10).await;
    assert_eq!(broken["standing"]["state"], "changed");

    for minute in 0..3 {
        stage
            .desk
            .set_clock(&format!("2026-11-11T09:{minute:02}:00Z"));
        stage.check(&id, Some(&["agent.api_only"])).await;
    }
    stage.tenant.control().fix();
    stage.desk.set_clock("2026-11-11T10:00:00Z");
    let ended = stage.check(&id, Some(&["agent.api_only"])).await;
    let standing = &ended["view"]["standing"];
    assert_eq!(standing["state"], "good", "{standing}");
    let good = json!("2026-11-11T10:00:00Z");
    assert_eq!(
        (&standing["last_good"], &standing["good_since"]),
        (&good, &good)
    );

    // The same breaks again: compared with the day when it was put right.
    stage
        .tenant
        .control()
        .set_scenario("not-api-only")
        .expect("a scenario");
    let again = check_on(&stage, &id, 14).await;
    assert_eq!(again["standing"]["compared_with"], good);
    let said = texts(&again);
    assert!(
        said.iter()
            .any(|text| text.ends_with("between 11 and 14 November.")),
        "{said:?}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_that_turns_a_check_bad_is_no_change_of_the_halo() {
    let stage = Stage::set(PROFILE, "healthy").await;
    let id = stage.signed_in().await;
    check_on(&stage, &id, 3).await;
    check_on(&stage, &id, 10).await;
    let view = stage
        .call(
            "answer",
            json!({ "connection": id, "answer": { "to": "expected-customers", "count": 100_000 } }),
        )
        .await;
    let standing = &view["standing"];
    assert_eq!(standing["state"], "to-fix", "{standing}");
    assert_eq!(standing["changes"], json!([]));
    assert_eq!(standing["last_good"], on(3));

    let view = stage
        .call(
            "answer",
            json!({ "connection": id, "answer": { "to": "expected-customers", "count": null } }),
        )
        .await;
    assert_eq!(view["standing"]["state"], "good");
    assert_eq!(view["standing"]["last_good"], on(10));
}

#[tokio::test(flavor = "multi_thread")]
async fn credentials_that_halo_refuses_are_a_change_and_not_a_state_that_passes() {
    let stage = Stage::set(PROFILE, "healthy").await;
    let id = stage.signed_in().await;
    check_on(&stage, &id, 3).await;
    stage
        .tenant
        .control()
        .set_scenario("wrong-secret")
        .expect("a scenario");
    let refused = check_on(&stage, &id, 10).await;
    let standing = &refused["standing"];
    assert_eq!(standing["state"], "changed", "{standing}");
    assert_eq!(standing["changes"][0]["findings"], json!(["credentials"]));
    assert_eq!(
        finding(&refused["report"]["findings"], "credentials")["status"],
        "failed"
    );

    stage.tenant.control().fix();
    let back = check_on(&stage, &id, 11).await;
    assert_eq!(back["standing"]["state"], "good");
    assert_eq!(back["standing"]["changes"][0]["effect"], "better");
}
