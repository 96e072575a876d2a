//! A saved connection that is checked on a schedule: what changed is in the text and in the
//! document, and a Halo that is down ends with 3 and the date of the last good check.

use serde_json::Value;
use tokio::runtime::Runtime;

use crate::check_shape::{check, verdict};
use crate::private_session::{start_daemon, with_bus};
use crate::program::{Ended, program_here, run};
use crate::saved_stage::{NAME, note_test_ticket, save_connection, tenant};

fn here(arguments: &[&str]) -> Ended {
    run(program_here(arguments), "")
}

/// Runs the check and reads its document.
#[track_caller]
fn document(code: i32) -> Value {
    let document = here(&["check", "--connection", NAME, "--json"])
        .expect_code(code)
        .json();
    check(&document);
    assert!(document["changes"].is_array(), "always there: {document}");
    for key in ["compared_with", "last_good"] {
        assert!(
            document.get(key).is_some(),
            "{key} is always there: {document}"
        );
    }
    document
}

/// What the check prints for a person.
#[track_caller]
fn text(code: i32) -> String {
    let ended = here(&["check", "--connection", NAME]);
    ended.expect_code(code).stdout.clone()
}

#[test]
fn a_schedule_hears_what_changed_and_that_it_was_put_right() {
    with_bus(
        "rechecked::a_schedule_hears_what_changed_and_that_it_was_put_right",
        || {
            start_daemon();
            let runtime = Runtime::new().expect("threads can be started");
            let tenant = runtime.block_on(tenant());
            runtime.block_on(save_connection(&tenant));

            let first = text(0);
            assert!(first.starts_with("This is the first check"), "{first}");
            let second = document(0);
            assert_eq!(second["changes"], Value::Array(Vec::new()));
            assert!(
                second["compared_with"].is_string(),
                "the first one was kept"
            );
            assert!(text(0).starts_with("Nothing has changed since the last good check of "));

            let good = document(0)["last_good"].clone();
            tenant
                .control()
                .set_scenario("scope-not-granted")
                .expect("a scenario");
            let broken = document(1);
            assert_eq!(broken["last_good"], good);
            assert_eq!(broken["compared_with"], good);
            let change = &broken["changes"][0];
            assert_eq!(
                (&change["about"], &change["kind"]),
                (&"scope".into(), &"removed".into())
            );
            assert_eq!(change["effect"], "worse");
            let finding = change["findings"][0].as_str().expect("an id");
            assert_eq!(verdict(&broken, finding), ("failed", Some("not_granted")));
            let sentence = change["text"].as_str().expect("words");
            let said = text(1);
            let words = said.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(
                words.starts_with("Changed since the last good check of "),
                "{said}"
            );
            assert!(
                words.contains(sentence.trim_end_matches('.')),
                "{sentence}: {said}"
            );
            let list = here(&["connections", "--json"]).expect_code(0).json();
            assert_eq!(list["connections"][0]["state"], "changed");
            assert_eq!(list["connections"][0]["last_good"], good);

            tenant.control().fix();
            let mended = document(0);
            assert_eq!(mended["changes"][0]["effect"], "better", "{mended}");
            assert_ne!(mended["last_good"], good, "it is good now");
        },
    );
}

#[test]
fn the_last_test_ticket_is_part_of_the_report() {
    with_bus(
        "rechecked::the_last_test_ticket_is_part_of_the_report",
        || {
            start_daemon();
            let runtime = Runtime::new().expect("threads can be started");
            let tenant = runtime.block_on(tenant());
            runtime.block_on(save_connection(&tenant));
            assert!(document(0)["test_ticket"].is_null(), "none was made");

            runtime.block_on(note_test_ticket(&tenant));
            let document = document(0);
            let left = &document["test_ticket"]["left"];
            assert_eq!(left["urgent"], true, "{document}");
            let how = left["fix"]["text"].as_str().expect("how");
            let said = text(0);
            let words = said.split_whitespace().collect::<Vec<_>>().join(" ");
            let mark = words.contains("halyard-1");
            assert!(how.contains("halyard-1") && mark, "{how}: {said}");
        },
    );
}

#[test]
fn a_halo_that_is_down_says_when_it_was_last_good() {
    with_bus(
        "rechecked::a_halo_that_is_down_says_when_it_was_last_good",
        || {
            start_daemon();
            let runtime = Runtime::new().expect("threads can be started");
            let tenant = runtime.block_on(tenant());
            runtime.block_on(save_connection(&tenant));

            tenant
                .control()
                .set_scenario("all-server-errors")
                .expect("a scenario");
            let never = document(3);
            assert_eq!(never["last_good"], Value::Null);
            assert!(text(3).contains("no good check from before"));

            tenant.control().fix();
            let good = document(0)["last_good"].clone();
            assert!(good.is_string());

            tenant
                .control()
                .set_scenario("all-server-errors")
                .expect("a scenario");
            let down = document(3);
            assert_eq!(down["last_good"], good);
            assert_eq!(
                down["changes"],
                Value::Array(Vec::new()),
                "no change of the set-up"
            );
            assert!(text(3).contains("The last good check was on "));
            let list = here(&["connections", "--json"]).expect_code(0).json();
            assert_eq!(list["connections"][0]["state"], "not-reached");
            assert_eq!(list["connections"][0]["good"], true, "what is known stays");
            assert!(
                here(&["connections"])
                    .stdout
                    .contains("could not be reached")
            );

            tenant.control().fix();
            assert_eq!(document(0)["compared_with"], good);
        },
    );
}
