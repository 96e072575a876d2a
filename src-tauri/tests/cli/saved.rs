//! Saved connections on the terminal: a real store and a real keychain, in a session of their own.

use std::path::PathBuf;

use serde_json::Value;
use store::Store;
use tokio::runtime::Runtime;

use crate::check_shape::{check, verdict};
use crate::memory::Sentinel;
use crate::private_session::{lock, start_daemon, unlock, with_bus, without_bus};
use crate::program::{Ended, program_here, run};
use crate::saved_stage::{NAME, folder, kept_secret, save_connection, tenant};

/// The program in the environment of this session.
fn here(arguments: &[&str]) -> Ended {
    run(program_here(arguments), "")
}

fn check_saved() -> Ended {
    here(&["check", "--connection", NAME, "--json"])
}

#[test]
fn a_saved_connection_is_listed_checked_handed_over_and_removed() {
    with_bus(
        "saved::a_saved_connection_is_listed_checked_handed_over_and_removed",
        || {
            start_daemon();
            let runtime = Runtime::new().expect("threads can be started");
            let none = here(&["connections", "--json"]).expect_code(0).json();
            assert_eq!(none["connections"], Value::Array(Vec::new()));
            assert!(
                here(&["connections"])
                    .expect_code(0)
                    .stdout
                    .contains("no saved connections")
            );

            let tenant = runtime.block_on(tenant());
            runtime.block_on(save_connection(&tenant));
            let secret = &tenant.running.client_secret;

            listed(None);
            let ended = check_saved();
            let report = ended.expect_code(0).json();
            check(&report);
            assert_eq!(report["summary"]["failed"], 0);
            assert_eq!(report["halo"]["address"], tenant.running.address);
            listed(Some(true));

            handed_over(secret);
            nowhere_in_the_log(secret);
            nowhere_on_disk(secret);

            let store = runtime
                .block_on(Store::open(&folder()))
                .expect("nobody has it");
            let beside = check_saved();
            check(&beside.expect_code(0).json());
            assert!(!beside.stderr.contains("not kept"), "{}", beside.stderr);
            let kept = runtime.block_on(reports(&store.store));
            assert_eq!(kept, 3, "the wizard sees what the terminal kept beside it");
            here(&["connections", "--json"]).expect_code(0);
            here(&["connections", "remove", NAME]).expect_refusal(3, "");
            assert!(runtime.block_on(kept_secret(&tenant)).is_some());
            drop(store);

            // Names are the same whatever their case.
            here(&["connections", "remove", &NAME.to_uppercase()]).expect_code(0);
            assert_eq!(runtime.block_on(kept_secret(&tenant)), None);
            here(&["connections", "remove", NAME]).expect_refusal(2, NAME);
            check_saved().expect_refusal(2, NAME);
            assert_eq!(
                here(&["connections", "--json"]).json()["connections"],
                Value::Array(Vec::new())
            );
        },
    );
}

/// How many reports of the connection are kept.
async fn reports(store: &Store) -> usize {
    let found = store.connection_by_name(NAME).await.expect("it reads");
    let id = found.expect("it is there").id;
    store.reports(id).await.expect("they read").len()
}

/// The connection as both lists show it.
fn listed(good: Option<bool>) {
    let json = here(&["connections", "--json"]).expect_code(0).json();
    let [one] = &json["connections"].as_array().expect("a list")[..] else {
        panic!("one connection: {json}");
    };
    assert_eq!(one["name"], NAME);
    assert_eq!(one["profile"], "moovila");
    assert_eq!(one["good"], serde_json::json!(good));
    assert_eq!(one["last_check"].is_null(), good.is_none());
    let text = here(&["connections"]);
    text.expect_code(0);
    assert!(text.stdout.contains(NAME), "{}", text.stdout);
    let state = if good.is_some() {
        "nothing failed"
    } else {
        "not checked yet"
    };
    assert!(text.stdout.contains(state), "{}", text.stdout);
}

/// The vendor's form: with the secret only where it was asked for.
fn handed_over(secret: &str) {
    let hidden = here(&["handover", "--connection", NAME]);
    hidden.expect_code(0);
    assert!(hidden.stdout.contains("--reveal"), "{}", hidden.stdout);
    let json = here(&["handover", "--connection", NAME, "--json"])
        .expect_code(0)
        .json();
    let shown = here(&["handover", "--connection", NAME, "--reveal"]);
    assert!(shown.expect_code(0).stdout.contains(secret));
    let revealed = here(&["handover", "--connection", NAME, "--reveal", "--json"]);
    let revealed = revealed.expect_code(0).json();

    let sentinel = Sentinel::new(secret);
    for said in [
        &hidden.stdout,
        &hidden.stderr,
        &json.to_string(),
        &shown.stderr,
    ] {
        assert!(!sentinel.is_in(said.as_bytes()), "{said}");
    }
    let rows = |form: &Value| form["fields"].as_array().expect("a list").clone();
    let (rows, revealed) = (rows(&json), rows(&revealed));
    assert_eq!(rows.len(), revealed.len());
    let is_secret = |row: &Value| row["secret"] == true;
    assert_eq!(rows.iter().filter(|row| is_secret(row)).count(), 1);
    for (row, revealed) in rows.iter().zip(&revealed) {
        let label = row["label"].as_str().expect("a label");
        assert!(hidden.stdout.contains(label), "{label}: {}", hidden.stdout);
        if is_secret(row) {
            assert_eq!(row["value"], Value::Null);
            assert_eq!(revealed["value"], secret);
        } else {
            assert_eq!(row, revealed);
        }
    }
}

/// Neither our own log nor that of any library on the way repeats the secret or the token.
fn nowhere_in_the_log(secret: &str) {
    let sentinel = Sentinel::new(secret);
    for arguments in [
        &["check", "--connection", NAME, "--json"][..],
        &["handover", "--connection", NAME, "--reveal"],
    ] {
        let mut command = program_here(arguments);
        command.env("HALYARD_LOG", "trace");
        let log = run(command, "").expect_code(0).stderr.clone();
        assert!(
            log.contains("org.freedesktop.Secret"),
            "the keychain's library is heard: {log}"
        );
        assert!(!sentinel.is_in(log.as_bytes()), "{log}");
        assert!(!log.contains("Bearer "), "{log}");
        assert!(!log.contains("access_token"), "{log}");
    }
}

/// The secret is in no file of the session's home but the keyring's own, which is encrypted.
fn nowhere_on_disk(secret: &str) {
    let home = PathBuf::from(std::env::var_os("HOME").expect("a session has one"));
    let sentinel = Sentinel::new(secret);
    assert_eq!(sentinel.files_with_it(&home), Vec::<PathBuf>::new());
    let planted = home.join("planted");
    std::fs::write(&planted, secret).expect("it can be written");
    assert_eq!(
        sentinel.files_with_it(&home),
        std::slice::from_ref(&planted),
        "the search finds it"
    );
    std::fs::remove_file(planted).expect("it is ours");
}

#[test]
fn a_closed_keychain_is_told_in_a_whole_report_and_works_again_once_open() {
    with_bus(
        "saved::a_closed_keychain_is_told_in_a_whole_report_and_works_again_once_open",
        || {
            start_daemon();
            let runtime = Runtime::new().expect("threads can be started");
            let tenant = runtime.block_on(tenant());
            runtime.block_on(save_connection(&tenant));
            tenant.control().forget_requests();

            lock();
            let ended = check_saved();
            let report = ended.expect_code(3).json();
            check(&report);
            assert_eq!(
                verdict(&report, "credentials"),
                ("failed", Some("keychain_closed"))
            );
            assert_eq!(verdict(&report, "address"), ("passed", None));
            let counts = tenant.control().counts();
            assert!(
                !counts.contains_key("/auth/token"),
                "nothing to sign in with: {counts:?}"
            );

            here(&["handover", "--connection", NAME]).expect_code(0);
            here(&["handover", "--connection", NAME, "--reveal"]).expect_refusal(3, "");
            here(&["connections", "remove", NAME]).expect_refusal(3, "kept");
            let json = here(&["connections", "--json"]).expect_code(0).json();
            assert_eq!(json["connections"][0]["name"], NAME);

            unlock();
            check_saved().expect_code(0);
            here(&["connections", "remove", NAME]).expect_code(0);
        },
    );
}

#[test]
fn a_secret_that_somebody_took_out_of_the_keychain_is_told() {
    with_bus(
        "saved::a_secret_that_somebody_took_out_of_the_keychain_is_told",
        || {
            start_daemon();
            let runtime = Runtime::new().expect("threads can be started");
            let tenant = runtime.block_on(tenant());
            runtime.block_on(save_connection(&tenant));
            runtime.block_on(crate::saved_stage::take_out(&tenant));

            let report = check_saved().expect_code(3).json();
            check(&report);
            assert_eq!(
                verdict(&report, "credentials"),
                ("failed", Some("no_secret"))
            );
            here(&["handover", "--connection", NAME, "--reveal"])
                .expect_refusal(3, "no Client Secret");
            here(&["connections", "remove", NAME]).expect_code(0);
        },
    );
}

#[test]
fn a_damaged_file_is_told_and_left_where_it_is() {
    without_bus("saved::a_damaged_file_is_told_and_left_where_it_is", || {
        let runtime = Runtime::new().expect("threads can be started");
        let opened = runtime
            .block_on(Store::open(&folder()))
            .expect("a new store");
        drop(opened);
        let file = std::fs::read_dir(folder())
            .expect("it was made")
            .filter_map(Result::ok)
            .map(|entry| entry.path())
            .find(|path| {
                path.extension()
                    .is_some_and(|end| end == "sqlite" || end == "db")
            })
            .expect("the store has a file");
        std::fs::write(&file, vec![7; 8192]).expect("it can be written");
        for arguments in [
            &["connections"][..],
            &["check", "--connection", NAME, "--json"],
        ] {
            here(arguments).expect_refusal(3, "");
        }
        assert_eq!(
            std::fs::read(&file).expect("it is still there"),
            vec![7; 8192]
        );
    });
}
