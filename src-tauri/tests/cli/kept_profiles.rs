//! Profiles that the wizard kept from files, on the terminal: listed, used and marked.

use std::path::Path;

use store::Store;
use tempfile::TempDir;
use tokio::runtime::Runtime;

use crate::check_shape::check;
use crate::program::{Ended, program, run};
use crate::rehearsal::Served;

/// Where the program keeps its connections below a home folder.
const FOLDER: &str = ".local/share/app.halyard.wizard/connections";

/// A home folder of its own, in which the wizard has kept profiles.
struct Home(TempDir);

impl Home {
    fn with(kept: &[(&str, &str)]) -> Self {
        let home = tempfile::tempdir().expect("a folder");
        let runtime = Runtime::new().expect("threads can be started");
        runtime.block_on(async {
            let opened = Store::open(&home.path().join(FOLDER)).await;
            let store = opened.expect("a store").store;
            for (id, text) in kept {
                let file = format!("{id}.toml");
                let keeping = store.keep_profile(id, &file, text);
                keeping.await.expect("kept");
                let name = format!("With {id}");
                store
                    .create(id, "installed", &name)
                    .await
                    .expect("a free name");
            }
        });
        Self(home)
    }

    fn halyard(&self, arguments: &[&str]) -> Ended {
        let mut program = program(arguments);
        program.env("HOME", self.0.path());
        run(program, "")
    }
}

/// A profile of its own: a built-in one under another id and name.
fn own() -> String {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("profiles/hudu.toml");
    let text = std::fs::read_to_string(file).expect("it is there");
    text.replace("id = \"hudu\"", "id = \"own\"")
        .replace("name = \"Hudu\"", "name = \"Own Notes\"")
}

#[test]
fn a_kept_profile_is_listed_and_marked() {
    let home = Home::with(&[("own", &own())]);
    let listed = home.halyard(&["profiles", "--json"]).expect_code(0).json();
    let listed = listed["profiles"].as_array().expect("a list").clone();
    let of = |id: &str| listed.iter().find(|one| one["id"] == id).expect("listed");
    assert_eq!(of("own")["source"], "installed");
    assert_eq!(of("own")["name"], "Own Notes");
    assert_eq!(of("hudu")["source"], "built-in");

    let ended = home.halyard(&["profiles"]);
    let ended = ended.expect_code(0);
    let line = |id: &str| {
        let mut lines = ended.stdout.lines();
        lines.find(|line| line.split_whitespace().next() == Some(id))
    };
    assert!(line("own").is_some_and(|line| line.contains("Own Notes (not built in)")));
    assert!(line("hudu").is_some_and(|line| !line.contains("not built in")));

    let connections = home.halyard(&["connections"]);
    let said = &connections.expect_code(0).stdout;
    assert!(said.contains("With own  (own, not built in, "), "{said}");
}

#[test]
fn a_kept_profile_is_checked_by_its_id_and_the_report_marks_it() {
    let home = Home::with(&[("own", &own())]);
    let arguments = ["check", "--profile", "own", "--rehearsal", "healthy"];
    let printed = home.halyard(&arguments);
    let said = &printed.expect_code(0).stdout;
    assert!(said.contains("Own Notes (not built in"), "{said}");

    let report = home
        .halyard(&[&arguments[..], &["--json"]].concat())
        .expect_code(0)
        .json();
    check(&report);
    assert_eq!(report["profile"]["id"], "own");
    assert_eq!(report["profile"]["source"], "installed");
}

#[test]
fn a_kept_profile_can_be_practised_with() {
    let home = Home::with(&[("own", &own())]);
    let served = Served::started(
        |program| program.env("HOME", home.0.path()),
        &["--profile", "own"],
    );
    assert_eq!(served.text("profile"), "own");
    let arguments = [
        "check",
        "--profile",
        "own",
        "--address",
        served.text("address"),
        "--client-id",
        served.text("client_id"),
        "--secret-stdin",
        "--json",
    ];
    let mut program = program(&arguments);
    program.env("HOME", home.0.path());
    let report = run(program, served.text("client_secret"))
        .expect_code(0)
        .json();
    assert_eq!(report["profile"]["id"], "own");
}

#[test]
fn the_form_of_a_kept_profile_is_marked() {
    let home = Home::with(&[("own", &own())]);
    let ended = home.halyard(&["handover", "--connection", "With own"]);
    ended.expect_code(0);
    assert!(ended.stderr.contains("not built in"), "{ended:?}");
    let form = home
        .halyard(&["handover", "--connection", "With own", "--json"])
        .expect_code(0)
        .json();
    assert_eq!(form["source"], "installed");
}

#[test]
fn one_that_cannot_be_read_is_told_and_the_others_are_listed() {
    let later = own().replace("schema = 1", "schema = 99");
    let home = Home::with(&[("own", &later)]);
    let ended = home.halyard(&["profiles", "--json"]);
    let listed = ended.expect_code(0).json();
    let listed = listed["profiles"].as_array().expect("a list");
    assert!(listed.iter().all(|one| one["id"] != "own"));
    assert!(listed.iter().any(|one| one["id"] == "hudu"));
    assert!(ended.stderr.contains("“own” from own.toml"), "{ended:?}");

    let arguments = ["check", "--profile", "own", "--rehearsal", "healthy"];
    home.halyard(&arguments).expect_refusal(2, "format 99");
    let arguments = ["check", "--connection", "With own"];
    home.halyard(&arguments).expect_refusal(2, "format 99");
}

#[test]
fn a_damaged_store_does_not_hide_the_built_in_profiles() {
    let home = Home::with(&[]);
    let folder = home.0.path().join(FOLDER);
    let database = std::fs::read_dir(&folder)
        .expect("the folder")
        .map(|entry| entry.expect("an entry").path())
        .find(|path| path.extension().is_some_and(|ending| ending != "lock"))
        .expect("the store's file");
    std::fs::write(&database, "not a database, for long enough to be looked at").expect("written");
    let ended = home.halyard(&["profiles", "--json"]);
    let listed = ended.expect_code(0).json();
    assert!(!listed["profiles"].as_array().expect("a list").is_empty());
    assert!(ended.stderr.contains("could not be listed"), "{ended:?}");
}
