//! Every scenario of the rehearsal tenant, through `check --rehearsal` as anybody can run it.

use std::collections::BTreeSet;
use std::sync::Mutex;
use std::thread;

use ::rehearsal::{Needs, ScenarioInfo, scenarios};
use commands::rehearse;
use serde_json::Value;
use setup::profile::built_in;

use crate::check_shape::{check, findings};
use crate::program::{Ended, halyard};

/// How many checks run at once.
const AT_ONCE: usize = 6;

/// What no built-in product asks for without an answer; a profile file below asks for it.
const IN_NO_PRODUCT: [&str; 4] = [
    "forbidden-scope-granted",
    "more-access-than-needed",
    "must-not-be-api-only",
    "ticket-type-mandatory-fields",
];

/// Findings that arise only where something is wrong.
const ARISE: [&str; 1] = ["agent.default_team"];

/// How many products a scenario is tried with until one asks for it strictly enough.
const MOST_PRODUCTS: usize = 8;

const ASKS_FOR_MORE: &str = r#"
schema = 1
id = "asks-for-more"
name = "Asks for more"
maker = "A maker"
category = "Tests"
summary = "Rules out a scope and fills in a ticket."
keywords = []
minutes = 5
completeness = "full"
scopes = [
    { name = "read:tickets", source = "guide" },
    { name = "read:customers", source = "guide" },
    { name = "read:items", source = "guide" },
    { name = "all", level = "forbidden", source = "guide" },
]
permissions = [{ name = "Items Access Level", value = "No Access", source = "guide" }]

[[sources]]
id = "guide"
title = "A guide"
link = "https://guide.example/"
date = "2026-11"

[application]
name = "Asks for more"

[agent]
name = "Asks for more"

[agent.api_only]
level = "forbidden"
source = "guide"

[[ticket_types]]
key = "request"
title = "Ticket type for requests"
suggested_name = "New Request"
use = "Tickets"
fields_sent = ["summary"]
source = "guide"
"#;

fn check_rehearsal(scenario: &str, profile: &str) -> Ended {
    // What never answers is cut short; everything else has all the time it takes.
    let never_answers = scenarios().iter().any(|info| {
        let code = info.expected.map(|expected| expected.code);
        info.name == scenario && matches!(code, Some("timed_out" | "rate_limited"))
    });
    let seconds = if never_answers { "8" } else { "90" };
    halyard(&[
        "check",
        "--rehearsal",
        scenario,
        "--profile",
        profile,
        "--json",
        "--timeout",
        seconds,
    ])
}

/// The products, with what each needs and the ids of the findings a healthy check has.
fn products() -> Vec<(&'static str, Needs, Value)> {
    let looks = built_in::all().iter().map(|profile| {
        thread::spawn(move || {
            let ended = check_rehearsal("healthy", &profile.id);
            ended.expect_code(0);
            let report = ended.json();
            check(&report);
            assert_eq!(report["profile"]["id"], profile.id.as_str());
            assert_eq!(report["profile"]["source"], "built-in");
            for status in ["failed", "warning", "unknown"] {
                assert_eq!(report["summary"][status], 0, "{}: {report:#}", profile.id);
            }
            (profile.id.as_str(), rehearse::needs(profile), report)
        })
    });
    let looks: Vec<_> = looks.collect();
    looks
        .into_iter()
        .map(|look| look.join().expect("a healthy tenant passes"))
        .collect()
}

#[test]
fn every_scenario_ends_as_it_says_with_a_whole_report() {
    let products = products();
    let mut jobs = Vec::new();
    for (number, info) in scenarios().iter().enumerate() {
        let concerns = |(_, needs, healthy): &&(&str, Needs, Value)| {
            let has_finding = info.expected.is_none_or(|expected| {
                let arises = ARISE.contains(&expected.finding);
                arises || !findings(healthy, expected.finding).is_empty()
            });
            info.applies_to(needs) && has_finding
        };
        let mut for_those: Vec<_> = products.iter().filter(concerns).map(|one| one.0).collect();
        // Spread over the products; that each holds for every product is proved in one process.
        let first = number % for_those.len().max(1);
        for_those.rotate_left(first);
        for_those.truncate(MOST_PRODUCTS);
        if !for_those.is_empty() {
            jobs.push((info, for_those));
        }
    }
    let tried: BTreeSet<_> = jobs.iter().map(|(info, _)| info.name).collect();
    let mut unseen: Vec<_> = scenarios().iter().map(|info| info.name).collect();
    unseen.retain(|name| !tried.contains(name) && !IN_NO_PRODUCT.contains(name));
    assert!(unseen.is_empty(), "no product shows {unseen:?}");

    let (queue, wrong) = (Mutex::new(jobs), Mutex::new(Vec::new()));
    thread::scope(|scope| {
        for _ in 0..AT_ONCE {
            scope.spawn(|| {
                while let Some((info, products)) = next(&queue) {
                    let mut products = products.iter();
                    let try_one = |product| try_scenario(info, product);
                    let tried = thread::scope(|scope| {
                        let trying = scope.spawn(|| products.any(|product| try_one(product)));
                        trying.join()
                    });
                    if !matches!(tried, Ok(true)) {
                        let mut wrong = wrong.lock().expect("nobody panics while holding it");
                        wrong.push(info.name);
                    }
                }
            });
        }
    });
    let wrong = wrong.into_inner().expect("nobody panics while holding it");
    assert!(wrong.is_empty(), "not as they say: {wrong:#?}");
}

fn next<T>(queue: &Mutex<Vec<T>>) -> Option<T> {
    queue.lock().expect("nobody panics while holding it").pop()
}

/// Whether the scenario ends as it says. It does not with a product whose guide is stricter or less
/// strict about what the scenario takes away; the exit code then still says what the report says.
fn try_scenario(info: &ScenarioInfo, product: &str) -> bool {
    let ended = check_rehearsal(info.name, product);
    let report = ended.json();
    check(&report);
    let Some(expected) = info.expected else {
        ended.expect_code(i32::from(info.exit));
        assert_eq!(report["summary"]["failed"], 0, "{}: {report:#}", info.name);
        return true;
    };
    let found = findings(&report, expected.finding);
    let is_found = found
        .iter()
        .any(|one| one["status"] == expected.status && one["code"] == expected.code);
    let has_failed = report["summary"]["failed"] != 0;
    ended.expect_code(if is_found {
        i32::from(info.exit)
    } else {
        i32::from(has_failed)
    });
    is_found
}

#[test]
fn what_only_a_profile_file_asks_for_is_found_out_too() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("asks-for-more.toml");
    std::fs::write(&file, ASKS_FOR_MORE).expect("it can be written");
    let file = file.to_str().expect("a path that is text");
    halyard(&["profiles", "check", file]).expect_code(0);
    let healthy = check_rehearsal("healthy", file);
    check(&healthy.expect_code(0).json());
    for info in scenarios() {
        if IN_NO_PRODUCT.contains(&info.name) {
            assert!(try_scenario(info, file), "{}", info.name);
        }
    }
}

#[test]
fn the_list_names_every_scenario_with_a_sentence() {
    let ended = halyard(&["rehearsal", "--list"]);
    ended.expect_code(0);
    let lines: Vec<&str> = ended.stdout.lines().collect();
    assert_eq!(lines.len(), scenarios().len());
    for (line, info) in lines.iter().zip(scenarios()) {
        assert!(line.starts_with(info.name), "{line}");
        assert!(line.ends_with(info.shows), "{line}");
    }
}

#[test]
fn healthy_can_be_asked_for_by_the_product_in_its_name() {
    let ended = halyard(&["check", "--rehearsal", "healthy-moovila", "--json"]);
    assert_eq!(ended.expect_code(0).json()["profile"]["id"], "moovila");
}
