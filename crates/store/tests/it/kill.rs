//! Killed at any moment, the store loses nothing that was acknowledged.
//!
//! The test runs itself again as a writer that says each number once it is kept, and
//! kills it again and again, wherever it happens to be.

use std::{
    env,
    io::{BufRead, BufReader, Write},
    path::Path,
    process::{Child, Command, Stdio},
};

use serde_json::json;
use store::{Store, StoreError};

use crate::reports::good;

const FOLDER: &str = "HALYARD_TEST_KILLED_WRITER";
const NAME: &str = "kill::nothing_acknowledged_is_lost_by_a_kill";
const KILLS: u32 = 40;

#[test]
fn nothing_acknowledged_is_lost_by_a_kill() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    if let Some(folder) = env::var_os(FOLDER) {
        return runtime.block_on(write_for_ever(Path::new(&folder)));
    }
    let folder = tempfile::tempdir().unwrap();
    let mut acknowledged = 0;
    for kill in 0..KILLS {
        let mut writer = start_writer(folder.path());
        let stdout = BufReader::new(writer.stdout.take().expect("it was piped"));
        let mut lines = stdout.lines().map_while(Result::ok);
        lines
            .find(|line| line.starts_with("running"))
            .expect("the writer starts");
        let mut numbers = lines.filter_map(|line| line.strip_prefix("kept ")?.parse().ok());

        // None means: while it opens the store.
        let enough = uuid::Uuid::new_v4().as_u128() % 12;
        for _ in 0..enough.max(u128::from(kill == 0)) {
            acknowledged = numbers
                .next()
                .expect("the writer writes until it is killed");
        }
        if kill == 0 {
            let second = runtime.block_on(Store::open(folder.path()));
            assert!(matches!(second, Err(StoreError::InUse)), "{second:?}");
        }
        writer.kill().unwrap();
        writer.wait().unwrap();
        // What it said before the kill reached it counts too.
        acknowledged = numbers.last().unwrap_or(acknowledged);

        let kept = runtime.block_on(kept(folder.path()));
        let allowed = acknowledged..=acknowledged + 1;
        assert!(
            allowed.contains(&kept),
            "kill {kill}: kept {kept}, said {acknowledged}"
        );
    }
    assert!(
        acknowledged >= u64::from(KILLS),
        "each writer went on where the last one was"
    );
}

fn start_writer(folder: &Path) -> Child {
    Command::new(env::current_exe().expect("this program has a path"))
        .args(["--exact", NAME, "--nocapture"])
        .env(FOLDER, folder)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("this program can be started")
}

/// Goes on counting: in an answer, and in a report and a tick of the same number.
async fn write_for_ever(folder: &Path) {
    let opened = Store::open(folder)
        .await
        .expect("the lock went with the killed writer");
    assert_eq!(opened.set_aside, None);
    let store = opened.store;
    let id = match store.connection_by_name("Acme").await.expect("it reads") {
        Some(connection) => connection.id,
        None => {
            store
                .create("rewst", "built-in", "Acme")
                .await
                .expect("it is free")
                .id
        }
    };
    let last = store
        .connection(id)
        .await
        .expect("it is there")
        .answers
        .get("n")
        .cloned();
    for number in last.and_then(|n| n.as_u64()).unwrap_or(0) + 1.. {
        let report = json!({ "n": number, "text": "finding ".repeat(500) });
        store
            .save_report(id, good(&report))
            .await
            .expect("it is kept");
        store
            .tick(id, "odd", number % 2 == 1)
            .await
            .expect("it is kept");
        store
            .set_answer(id, "n", &json!(number))
            .await
            .expect("it is kept");
        let mut out = std::io::stdout();
        let said = writeln!(out, "kept {number}").and_then(|()| out.flush());
        said.expect("the test listens");
    }
}

/// The last number kept, having seen that what was kept before it is there too.
async fn kept(folder: &Path) -> u64 {
    let opened = Store::open(folder).await.expect("it opens after a kill");
    assert_eq!(opened.set_aside, None, "a kill is no damage");
    let acme = opened
        .store
        .connection_by_name("Acme")
        .await
        .expect("it reads")
        .expect("it is there");
    let number = acme.answers["n"].as_u64().expect("a number");
    let report = opened
        .store
        .last_report(acme.id)
        .await
        .expect("it reads")
        .expect("it is there");
    let reported = report.body["n"].as_u64().expect("a number");
    assert!(
        (number..=number + 1).contains(&reported),
        "report {reported}, answer {number}"
    );
    number
}
