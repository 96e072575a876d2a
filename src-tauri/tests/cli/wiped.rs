//! What is left of the secret and of the token in the memory of a check that is over: nothing. The
//! program is kept from ending by standard output that nobody reads, and its memory is searched
//! meanwhile.

use std::fs::{File, read_to_string};
use std::io::{Read as _, Write as _, pipe};
use std::os::unix::fs::FileExt as _;
use std::process::{Child, Stdio};
use std::thread::yield_now;
use std::time::{Duration, Instant};

use commands::rehearse;
use memchr::memmem::Finder;
use rehearsal::{Certificate, Options, Scenario};
use setup::profile::built_in;

use crate::program::program;

/// Far longer than a check takes.
const LIMIT: Duration = Duration::from_secs(90);
/// For how many seconds the check waits for the list that never comes.
const TIMEOUT: &str = "15";
/// What a pipe of Linux holds.
const PIPE: usize = 64 * 1024;

/// Where in a process's writable memory these bytes are, by the name of the region.
fn places(process: u32, bytes: &[u8]) -> Vec<String> {
    let maps = read_to_string(format!("/proc/{process}/maps")).expect("it runs");
    let memory = File::open(format!("/proc/{process}/mem")).expect("it may be looked into");
    let finder = Finder::new(bytes);
    let mut found = Vec::new();
    for line in maps.lines() {
        let fields: Vec<&str> = line.split_whitespace().collect();
        let (Some(range), Some(rights)) = (fields.first(), fields.get(1)) else {
            continue;
        };
        if !rights.starts_with("rw") {
            continue;
        }
        let (from, to) = range.split_once('-').expect("two addresses");
        let address = |hex| u64::from_str_radix(hex, 16).expect("an address");
        let (from, to) = (address(from), address(to));
        let mut region = vec![0; usize::try_from(to - from).expect("it fits")];
        // Regions come and go while we look.
        if memory.read_exact_at(&mut region, from).is_ok() {
            let name = fields.get(5).copied().unwrap_or("without a name");
            let hits = finder.find_iter(&region);
            found.extend(hits.map(|at| format!("{name} {:#x}", from + at as u64)));
        }
    }
    found
}

/// Waits for something that happens in another process, which tells nobody of it. Each look goes
/// through all its memory, so that nothing has to be slept in between.
fn until(what: &str, happens: impl Fn() -> bool) {
    let began = Instant::now();
    while !happens() {
        assert!(began.elapsed() < LIMIT, "waited in vain until {what}");
        yield_now();
    }
}

/// Ends with the test.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_of_secret_and_token_is_left_once_the_check_is_over() {
    search(None).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_of_them_is_left_by_encryption_either() {
    search(Some(Certificate::OwnAuthority)).await;
}

/// Checks a tenant that shows this certificate, and searches while and after. One list of it never
/// comes, so that there is a while.
async fn search(certificate: Option<Certificate>) {
    let silent = Scenario::named("one-list-timeout").expect("a listed scenario");
    let profile = built_in::find("moovila").expect("it is built in");
    let tenant = rehearsal::serve(Options {
        certificate,
        ..rehearse::options(profile, silent)
    })
    .await
    .expect("a free port");
    let (mut unread, mut full) = pipe().expect("a pipe");
    full.write_all(&vec![b' '; PIPE]).expect("it has room");

    let running = &tenant.running;
    let mut command = program(&[
        "check",
        "--profile",
        "moovila",
        "--address",
        &running.address,
        "--client-id",
        &running.client_id,
        "--secret-stdin",
        "--timeout",
        TIMEOUT,
        "--json",
    ]);
    // Confined desktops have their processes looked into; elsewhere only root could.
    command.env("SNAP", "under test");
    let mut authority = tempfile::NamedTempFile::new().expect("a file");
    if certificate.is_some() {
        let pem = tenant.authority();
        authority.write_all(pem.as_bytes()).expect("it has room");
        command.env("SSL_CERT_FILE", authority.path());
    }
    let child = command
        .stdin(Stdio::piped())
        .stdout(full)
        .stderr(Stdio::null())
        .spawn()
        .expect("the program starts");
    drop(command);
    let mut child = Running(child);
    let secret = running.client_secret.as_bytes();
    let mut stdin = child.0.stdin.take().expect("it was piped");
    stdin.write_all(secret).expect("it listens");

    // As long as its input has no end it waits, with the secret in its hand.
    let id = child.0.id();
    until("it has the secret", || !places(id, secret).is_empty());
    drop(stdin);
    let left = |token: &String| !places(id, token.as_bytes()).is_empty();
    let tokens = || tenant.control().tokens();
    until("it uses a token", || tokens().iter().any(left));
    let tokens = tokens();
    until("the secret is gone", || places(id, secret).is_empty());
    until("the token is gone", || !tokens.iter().any(left));
    let is_over = child.0.try_wait().expect("it is ours").is_some();
    assert!(!is_over, "it was searched while it was there");
    assert!(
        tenant.control().counts().contains_key("/api/agent/me"),
        "it had been used"
    );

    let mut report = String::new();
    unread.read_to_string(&mut report).expect("it is text");
    let report: serde_json::Value = serde_json::from_str(&report).expect("one document");
    assert_eq!(report["summary"]["failed"], 0, "the check was a real one");
}
