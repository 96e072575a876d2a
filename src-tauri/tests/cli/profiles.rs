//! `halyard profiles`: the list, and files that are sound or are not.

use std::path::PathBuf;

use serde_json::Value;
use setup::profile::built_in;

use crate::check_shape::{check, verdict};
use crate::program::halyard;

fn built_in_file(id: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("profiles")
        .join(format!("{id}.toml"))
}

fn text(path: &std::path::Path) -> &str {
    path.to_str().expect("a path that is text")
}

#[test]
fn the_list_names_every_product() {
    let as_text = halyard(&["profiles"]);
    as_text.expect_code(0);
    let as_json = halyard(&["profiles", "--json"]).expect_code(0).json();
    let listed = as_json["profiles"].as_array().expect("a list");
    assert_eq!(listed.len(), built_in::all().len());
    for (one, profile) in listed.iter().zip(built_in::all()) {
        assert_eq!(one["id"], profile.id.as_str());
        assert_eq!(one["name"], profile.name.as_str());
        assert_eq!(one["source"], "built-in");
        let line = as_text
            .stdout
            .lines()
            .find(|line| line.starts_with(&profile.id));
        assert!(line.is_some_and(|line| line.contains(&profile.name)));
    }
}

#[test]
fn the_built_in_files_are_sound() {
    let files: Vec<PathBuf> = built_in::all()
        .iter()
        .map(|profile| built_in_file(&profile.id))
        .collect();
    let mut arguments = vec!["profiles", "check"];
    arguments.extend(files.iter().map(|file| text(file)));
    let ended = halyard(&arguments);
    ended.expect_code(0);
    assert_eq!(ended.stdout.lines().count(), files.len(), "a line each");

    arguments.push("--json");
    let checked = halyard(&arguments).expect_code(0).json();
    for (one, profile) in checked["files"]
        .as_array()
        .expect("a list")
        .iter()
        .zip(built_in::all())
    {
        assert_eq!(one["id"], profile.id.as_str());
        assert_eq!(one["problems"], Value::Array(Vec::new()));
    }
}

#[test]
fn of_several_files_the_bad_one_is_told_and_the_good_one_too() {
    let folder = tempfile::tempdir().expect("a folder");
    let bad = folder.path().join("bad.toml");
    std::fs::write(&bad, "schema = 1\n\nname = 5\nid = 'x'").expect("it can be written");
    let good = built_in_file("hudu");
    let ended = halyard(&["profiles", "check", text(&good), text(&bad)]);
    ended.expect_code(2);
    assert!(
        ended
            .stdout
            .contains(&format!("{}: no problems", text(&good))),
        "{ended:?}"
    );
    assert!(
        ended
            .stdout
            .contains(&format!("{}:line 3, column ", text(&bad))),
        "{ended:?}"
    );

    let ended = halyard(&["profiles", "check", "--json", text(&good), text(&bad)]);
    let checked = ended.expect_code(2).json();
    assert_eq!(checked["files"][0]["problems"], Value::Array(Vec::new()));
    let problems = checked["files"][1]["problems"].as_array().expect("a list");
    assert!(!problems.is_empty());
    for problem in problems {
        assert!(problem["line"].as_u64().is_some_and(|line| line >= 1));
        assert!(problem["column"].as_u64().is_some_and(|column| column >= 1));
        assert!(
            problem["message"]
                .as_str()
                .is_some_and(|message| message.ends_with('.'))
        );
    }
}

#[test]
fn a_file_that_cannot_be_read_hides_nothing_of_the_others() {
    let folder = tempfile::tempdir().expect("a folder");
    let gone = folder.path().join("gone.toml");
    let bad = folder.path().join("bad.toml");
    std::fs::write(&bad, "schema = 1\n\nname = 5\nid = 'x'").expect("it can be written");
    let ended = halyard(&["profiles", "check", text(&gone), text(&bad)]);
    ended.expect_code(2);
    assert!(ended.stderr.contains(text(&gone)), "{ended:?}");
    assert!(ended.stdout.contains("line 3, column "), "{ended:?}");

    let ended = halyard(&["profiles", "check", "--json", text(&gone), text(&bad)]);
    let checked = ended.expect_code(2).json();
    let why = checked["files"][0]["unreadable"].as_str();
    assert!(
        why.is_some_and(|why| why.contains(text(&gone))),
        "{checked}"
    );
    assert_eq!(checked["files"][1]["unreadable"], Value::Null);
}

#[test]
fn a_scope_that_halo_does_not_have_is_a_finding_and_the_rest_is_proved() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("own.toml");
    let built_in = std::fs::read_to_string(built_in_file("hudu")).expect("it is there");
    let own = built_in
        .replace("id = \"hudu\"", "id = \"own\"")
        .replace("read:assets", "read:unicorns");
    assert!(own.contains("read:unicorns"));
    std::fs::write(&file, own).expect("it can be written");

    let ended = halyard(&[
        "check",
        "--profile",
        text(&file),
        "--rehearsal",
        "healthy",
        "--json",
    ]);
    let report = ended.expect_code(1).json();
    check(&report);
    assert_eq!(report["profile"]["id"], "own");
    assert_ne!(report["profile"]["source"], "built-in");
    assert_eq!(
        verdict(&report, "scope:read:unicorns"),
        ("failed", Some("scope_does_not_exist"))
    );
    assert_eq!(verdict(&report, "scope:read:customers").0, "passed");
    assert_eq!(verdict(&report, "credentials").0, "passed");
    assert_eq!(
        report["scopes"]["unknown"],
        serde_json::json!(["read:unicorns"])
    );

    let checked = halyard(&["profiles", "check", text(&file), "--json"]).json();
    let said = checked["files"][0]["problems"].to_string();
    assert!(said.contains("read:unicorns"), "{said}");
}
