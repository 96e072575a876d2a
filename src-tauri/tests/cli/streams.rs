//! Streams: a reader that goes away early, help for every command, text for people.

use std::io::Read as _;
use std::process::Stdio;

use crate::program::{end, halyard, program};

const COMMANDS: [&[&str]; 11] = [
    &[],
    &["demo"],
    &["profiles"],
    &["profiles", "check"],
    &["discover"],
    &["check"],
    &["suggest"],
    &["handover"],
    &["rehearsal"],
    &["connections"],
    &["connections", "remove"],
];

#[test]
fn every_command_explains_itself() {
    for command in COMMANDS {
        for help in ["--help", "-h"] {
            let ended = halyard(&[command, &[help]].concat());
            ended.expect_code(0);
            assert!(ended.stdout.contains("Usage: halyard"), "{ended:?}");
            assert_eq!(ended.stderr, "");
        }
    }
    let ended = halyard(&["--version"]);
    assert_eq!(
        ended.expect_code(0).stdout.trim_end(),
        concat!("halyard ", env!("CARGO_PKG_VERSION"))
    );
}

#[test]
fn without_a_screen_the_window_says_so() {
    for command in [&[][..], &["demo"]] {
        // Nothing of this process's environment is there, a display least of all.
        let output = program(command).output().expect("the program starts");
        assert_eq!(output.status.code(), Some(3));
        let said = String::from_utf8(output.stderr).expect("text");
        assert!(said.contains("no screen"), "{said}");
        assert_eq!(said.lines().count(), 1, "one sentence, no panic: {said}");
    }
}

/// Starts a command, reads this many bytes of its standard output, and goes away.
fn read_only(bytes: usize, arguments: &[&str]) {
    let mut child = program(arguments)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut stdout = child.stdout.take().expect("it was piped");
    let mut beginning = vec![0; bytes];
    stdout.read_exact(&mut beginning).expect("it says so much");
    drop(stdout);
    let ended = end(child);
    assert!(
        !ended.stderr.contains("panicked"),
        "{arguments:?}: {ended:?}"
    );
    assert_ne!(ended.code, Some(101), "{arguments:?}: {ended:?}");
    assert!(ended.code.is_some(), "not by a signal: {ended:?}");
}

#[test]
fn a_reader_that_goes_away_early_is_no_reason_to_panic() {
    for arguments in [
        &["check", "--rehearsal", "healthy", "--json"][..],
        &["check", "--rehearsal", "healthy"],
        &["profiles"],
        &["profiles", "--json"],
        &["rehearsal", "--list"],
        &["connections"],
        &["--help"],
    ] {
        read_only(0, arguments);
    }
    read_only(16, &["check", "--rehearsal", "healthy", "--json"]);
}

#[cfg(target_os = "linux")]
#[test]
fn an_answer_that_cannot_be_written_is_told() {
    let full = std::fs::File::create("/dev/full").expect("Linux has it");
    let child = program(&["profiles", "--json"])
        .stdin(Stdio::null())
        .stdout(full)
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    end(child).expect_refusal(3, "could not be written");
}

#[test]
fn nobody_listening_to_progress_changes_nothing() {
    let mut child = program(&["check", "--rehearsal", "healthy", "--json"])
        .env("HALYARD_LOG", "trace")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    drop(child.stderr.take());
    let ended = end(child);
    ended.expect_code(0);
    assert_eq!(ended.json()["schema"], 1);
}

#[test]
fn the_report_as_text_is_for_people() {
    let ended = halyard(&["check", "--rehearsal", "no-team", "--profile", "moovila"]);
    ended.expect_code(1);
    assert!(ended.stdout.contains("Moovila"), "{}", ended.stdout);
    assert!(
        serde_json::from_str::<serde_json::Value>(&ended.stdout).is_err(),
        "no JSON: {}",
        ended.stdout
    );
    assert!(
        !ended.stdout.contains('\u{1b}'),
        "no colours where nobody looks at a terminal"
    );
    assert!(
        ended.stderr.contains("Looking: "),
        "progress: {}",
        ended.stderr
    );
}
