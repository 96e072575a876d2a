//! `halyard rehearsal`: the tenant as a process of its own, and a check against it over HTTP.

use std::io::{BufRead as _, BufReader, Read as _};
use std::process::{Child, Command, Stdio};

use serde_json::Value;

use crate::check_shape::{check, verdict};
use crate::program::{Ended, halyard, halyard_hearing, program};

/// A tenant that the program serves; ended with the test.
pub(crate) struct Served {
    child: Child,
    pub(crate) line: Value,
}

impl Served {
    /// Serves, and waits for the line that says that it is ready.
    pub(crate) fn start(more: &[&str]) -> Self {
        Self::started(|program| program, more)
    }

    /// The same, by a program that was changed before.
    pub(crate) fn started(
        change: impl FnOnce(&mut Command) -> &mut Command,
        more: &[&str],
    ) -> Self {
        let mut program = program(&[&["rehearsal", "--json"], more].concat());
        let mut child = change(&mut program)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program starts");
        let mut line = String::new();
        let stdout = child.stdout.as_mut().expect("it was piped");
        BufReader::new(stdout)
            .read_line(&mut line)
            .expect("a pipe can be read");
        let line = serde_json::from_str(&line).expect("one line of JSON");
        Self { child, line }
    }

    pub(crate) fn text(&self, key: &str) -> &str {
        self.line[key].as_str().expect("a text")
    }

    /// Checks this tenant with this secret.
    fn check(&self, secret: &str) -> Ended {
        let arguments = [
            "check",
            "--profile",
            self.text("profile"),
            "--address",
            self.text("address"),
            "--client-id",
            self.text("client_id"),
            "--secret-stdin",
            "--json",
        ];
        halyard_hearing(&arguments, secret)
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        // It serves until it is stopped.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn one_line_says_how_to_connect_and_a_check_over_http_passes() {
    let mut served = Served::start(&["--profile", "moovila"]);
    let keys: Vec<&str> = served
        .line
        .as_object()
        .expect("an object")
        .keys()
        .map(String::as_str)
        .collect();
    let expected = [
        "address",
        "client_id",
        "client_secret",
        "profile",
        "scenario",
        "tenant",
    ];
    let mut sorted = keys.clone();
    sorted.sort_unstable();
    assert_eq!(sorted, expected);
    assert_eq!(served.text("profile"), "moovila");
    assert_eq!(served.text("scenario"), "healthy");
    assert!(served.text("address").starts_with("http://127.0.0.1:"));

    let secret = served.text("client_secret").to_owned();
    for input in [secret.clone(), format!("  {secret}\r\n\n")] {
        let ended = served.check(&input);
        let report = ended.expect_code(0).json();
        check(&report);
        assert_eq!(report["profile"]["id"], "moovila");
        assert_eq!(report["halo"]["address"], served.line["address"]);
        assert_eq!(report["halo"]["tenant"], served.line["tenant"]);
        assert_eq!(report["summary"]["failed"], 0);
        assert!(!ended.stderr.is_empty(), "progress goes to standard error");
    }

    served.child.kill().expect("it is ours to end");
    let mut rest = String::new();
    let mut stdout = served.child.stdout.take().expect("it was piped");
    stdout
        .read_to_string(&mut rest)
        .expect("a pipe can be read");
    assert_eq!(rest, "", "one line and nothing after it");
}

#[test]
fn a_wrong_secret_is_told_and_the_right_one_is_not_needed_again() {
    let served = Served::start(&["--profile", "rewst"]);
    let secret = served.text("client_secret");
    let wrong: String = secret.chars().rev().collect();
    let ended = served.check(&wrong);
    let report = ended.expect_code(3).json();
    check(&report);
    assert_eq!(
        verdict(&report, "credentials"),
        ("failed", Some("client_not_recognised"))
    );
    assert_eq!(verdict(&report, "address"), ("passed", None));
    for said in [&ended.stdout, &ended.stderr] {
        assert!(!said.contains(&wrong), "the secret is not repeated");
    }
    served.check(secret).expect_code(0);
}

#[test]
fn a_scenario_and_its_profile_are_served_as_asked() {
    let served = Served::start(&["--profile", "hudu", "--scenario", "wrong-secret"]);
    assert_eq!(served.text("scenario"), "wrong-secret");
    assert_eq!(served.text("profile"), "hudu");
    let report = served
        .check(served.text("client_secret"))
        .expect_code(3)
        .json();
    assert_eq!(
        verdict(&report, "credentials"),
        ("failed", Some("client_not_recognised"))
    );
}

#[test]
fn the_tenant_can_be_overridden_and_a_wrong_one_is_refused() {
    let served = Served::start(&["--profile", "hudu", "--scenario", "shared-auth-host"]);
    let discovered = halyard(&["discover", served.text("address"), "--json"]);
    let found = discovered.expect_code(0).json();
    let tokens_from = found["authorisation_server"].as_str().expect("a server");
    assert!(
        !tokens_from.starts_with(served.text("address")),
        "tokens come from another host: {found}"
    );
    let check_with = |tenant: &str| {
        let arguments = [
            "check",
            "--profile",
            "hudu",
            "--address",
            served.text("address"),
            "--client-id",
            served.text("client_id"),
            "--secret-stdin",
            "--json",
            "--authorisation-server",
            tokens_from,
            "--tenant",
            tenant,
        ];
        halyard_hearing(&arguments, served.text("client_secret"))
    };
    let report = check_with(served.text("tenant")).expect_code(0).json();
    assert_eq!(report["halo"]["tenant"], served.line["tenant"]);
    assert_eq!(report["halo"]["authorisation_server"], tokens_from);

    let refused = check_with("somebody-else").expect_code(3).json();
    assert_eq!(refused["halo"]["tenant"], "somebody-else");
    assert_eq!(verdict(&refused, "credentials").0, "failed");
}

#[test]
fn a_port_that_is_taken_is_told() {
    let taken = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
    let port = taken.local_addr().expect("it is bound").port().to_string();
    halyard(&["rehearsal", "--json", "--port", &port]).expect_refusal(3, &port);
}
