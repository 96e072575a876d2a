//! A wrong command line or a wrong file: exit code 2, a sentence on standard error, no report.

use std::path::{Path, PathBuf};

use tempfile::TempDir;

use crate::program::{halyard, halyard_hearing};

const COMPLETE: [&str; 8] = [
    "check",
    "--profile",
    "rewst",
    "--address",
    "127.0.0.1:1",
    "--client-id",
    "a-client",
    "--secret-stdin",
];

#[test]
fn each_thing_that_is_missing_is_named() {
    for (missing, arguments) in [
        ("--profile", &["check"][..]),
        ("--address", &COMPLETE[..3]),
        ("--client-id", &COMPLETE[..5]),
        ("--secret-stdin", &COMPLETE[..7]),
    ] {
        halyard(arguments).expect_refusal(2, missing);
    }
    halyard(&["discover"]).expect_refusal(2, "ADDRESS");
    halyard(&["handover"]).expect_refusal(2, "--connection");
    halyard(&["profiles", "check"]).expect_refusal(2, "FILES");
    halyard(&["connections", "remove"]).expect_refusal(2, "NAME");
}

#[test]
fn what_cannot_go_together_is_named() {
    for more in [
        &["--connection", "Acme", "--address", "acme.halopsa.com"][..],
        &["--connection", "Acme", "--profile", "rewst"],
        &["--connection", "Acme", "--secret-stdin"],
        &["--connection", "Acme", "--rehearsal", "healthy"],
        &["--rehearsal", "healthy", "--client-id", "a-client"],
        &["--rehearsal", "healthy", "--tenant", "acme"],
    ] {
        halyard(&[&["check"], more].concat()).expect_refusal(2, more[0]);
    }
}

#[test]
fn what_is_not_known_is_named() {
    halyard(&["check", "--rehearsal", "healthy", "--profile", "nobody"])
        .expect_refusal(2, "nobody");
    halyard(&["check", "--rehearsal", "unheard-of"]).expect_refusal(2, "unheard-of");
    halyard(&["rehearsal", "--scenario", "unheard-of"]).expect_refusal(2, "unheard-of");
    halyard(&["rehearsal", "--profile", "nobody", "--json"]).expect_refusal(2, "nobody");
    for arguments in [
        &["check", "--connection", "Nobody's", "--json"][..],
        &["handover", "--connection", "Nobody's"],
    ] {
        halyard(arguments).expect_refusal(2, "Nobody's");
    }
    halyard(&["walk"]).expect_refusal(2, "walk");
    halyard(&["check", "--loud"]).expect_refusal(2, "--loud");
    for seconds in ["0", "-1", "soon", "99999999"] {
        let option = format!("--timeout={seconds}");
        halyard(&["check", "--rehearsal", "healthy", &option]).expect_refusal(2, "--timeout");
    }
    halyard(&["rehearsal", "--port", "70000"]).expect_refusal(2, "--port");
}

#[test]
fn a_secret_that_is_none_is_refused() {
    let blank = halyard_hearing(&COMPLETE, " \r\n\t\n");
    blank.expect_refusal(2, "Client Secret");
    halyard(&COMPLETE).expect_refusal(2, "Client Secret");
    let endless = "x".repeat(5_000);
    halyard_hearing(&COMPLETE, &endless).expect_refusal(2, "too long");
    let mut without_id = COMPLETE;
    without_id[6] = "  ";
    halyard_hearing(&without_id, "a secret").expect_refusal(2, "--client-id");
}

#[test]
fn a_secret_on_the_command_line_is_not_taken_and_not_repeated() {
    let secret = "5e4711aa-1111-4222-8333-944445555666";
    let with_value = format!("--secret-stdin={secret}");
    let unknown_option = format!("--secret={secret}");
    for extra in [secret, &with_value, &unknown_option] {
        let arguments = [&COMPLETE[..7], &[extra]].concat();
        let ended = halyard(&arguments);
        ended.expect_code(2);
        assert_eq!(ended.stdout, "");
        assert!(!ended.stderr.contains(secret), "{}", ended.stderr);
    }
}

/// A folder with a file of this text in it.
fn file(name: &str, text: &[u8]) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join(name);
    std::fs::write(&path, text).expect("it can be written");
    (folder, path)
}

fn text_of(path: &Path) -> &str {
    path.to_str().expect("a path that is text")
}

#[test]
fn every_problem_of_a_profile_file_is_told_with_its_place() {
    let (_folder, path) = file(
        "bad.toml",
        b"schema = 1\nid = \"Not An Id\"\nsurprise = 1\n",
    );
    let ended = halyard_hearing(
        &[
            "check",
            "--rehearsal",
            "healthy",
            "--profile",
            text_of(&path),
        ],
        "",
    );
    ended.expect_code(2);
    assert_eq!(ended.stdout, "");
    assert!(
        ended.stderr.contains("line 3, column 1"),
        "{}",
        ended.stderr
    );
    assert!(ended.stderr.contains("surprise"), "{}", ended.stderr);
    assert!(
        ended.stderr.lines().count() > 1,
        "all of them: {}",
        ended.stderr
    );
    for line in ended.stderr.lines() {
        assert!(line.starts_with(text_of(&path)), "{line}");
    }
}

#[test]
fn a_file_that_is_no_text_too_large_or_not_there_is_told() {
    let (_folder, binary) = file("binary.toml", b"\xff\xfe\x00\x01");
    let (_other, large) = file("large.toml", &vec![b'#'; 2 * 1024 * 1024]);
    let absent = "/nowhere/at-all.toml";
    for (path, about) in [
        (text_of(&binary), "text"),
        (text_of(&large), "too large"),
        (absent, absent),
    ] {
        halyard(&["profiles", "check", path]).expect_refusal(2, about);
        halyard(&["check", "--rehearsal", "healthy", "--profile", path]).expect_refusal(2, about);
    }
    if cfg!(unix) {
        halyard(&["profiles", "check", "/dev/zero"]).expect_refusal(2, "too large");
    }
    let folder = tempfile::tempdir().expect("a folder");
    halyard(&["profiles", "check", text_of(folder.path())])
        .expect_refusal(2, text_of(folder.path()));
}
