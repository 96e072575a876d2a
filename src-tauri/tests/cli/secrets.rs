//! Where the secret must never be: output, logs, arguments, environment, files. Each search is
//! shown to find what is there.

use std::io::{BufRead as _, BufReader, Write as _};
use std::os::unix::fs::MetadataExt as _;
use std::os::unix::process::CommandExt as _;
use std::process::{Child, Command, Stdio};

use commands::rehearse;
use rehearsal::{Scenario, Tenant};
use setup::profile::built_in;

use crate::memory::{Sentinel, about};
use crate::program::{program, run};

async fn tenant(scenario: &str) -> Tenant {
    let profile = built_in::find("moovila").expect("it is built in");
    let scenario = Scenario::named(scenario).expect("a scenario");
    rehearsal::serve(rehearse::options(profile, scenario))
        .await
        .expect("a free port")
}

/// A check of this tenant that logs all it can.
fn check_of(tenant: &Tenant) -> Command {
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
        "--json",
    ]);
    command.env("HALYARD_LOG", "trace");
    command
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
async fn a_whole_check_says_the_secret_nowhere() {
    let home = tempfile::tempdir().expect("a folder");
    for scenario in [
        "healthy",
        "wrong-secret",
        "token-not-json",
        "api-401-after-token",
    ] {
        let tenant = tenant(scenario).await;
        let sentinel = Sentinel::new(&tenant.running.client_secret);
        let mut command = check_of(&tenant);
        command.env("HOME", home.path()).current_dir(home.path());
        let ended = run(command, &tenant.running.client_secret);
        assert!(!sentinel.is_in(ended.stdout.as_bytes()), "{scenario}");
        assert!(!sentinel.is_in(ended.stderr.as_bytes()), "{scenario}");
        assert!(
            ended.stderr.contains("/auth/token"),
            "the log is on and speaks of the token: {}",
            ended.stderr
        );
        let counts = tenant.control().counts();
        assert!(
            counts.contains_key("/auth/token"),
            "the secret was used: {counts:?}"
        );
        assert_eq!(
            sentinel.files_with_it(home.path()),
            Vec::<std::path::PathBuf>::new()
        );
        std::fs::write(home.path().join("planted"), &tenant.running.client_secret)
            .expect("it can be written");
        assert_eq!(
            sentinel.files_with_it(home.path()).len(),
            1,
            "the search finds it"
        );
        std::fs::remove_file(home.path().join("planted")).expect("it is ours");
    }
}

#[test]
fn every_form_of_the_secret_is_looked_for() {
    let secret = "0a1b2c3d-4e5f-6789-abcd-ef0123456789";
    let sentinel = Sentinel::new(secret);
    let wide: Vec<u8> = secret.encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert!(sentinel.is_in(&wide));
    assert!(sentinel.is_in(format!("a={secret}&b").as_bytes()));
    assert!(sentinel.is_in(format!("{:?}", secret.as_bytes()).as_bytes()));
    assert!(!sentinel.is_in(b"0a1b2c3d-4e5f-6789-abcd"));
}

/// An ordinary program that runs until the test ends. It has answered, so that Linux knows all
/// about it.
fn ordinary(command: &mut Command) -> Running {
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("`cat` is there");
    let stdin = child.stdin.as_mut().expect("it was piped");
    stdin.write_all(b"\n").expect("it listens");
    let mut line = String::new();
    BufReader::new(child.stdout.as_mut().expect("it was piped"))
        .read_line(&mut line)
        .expect("it answers");
    Running(child)
}

/// A check that waits for its token: the secret is in its memory and on its way.
fn waiting_for_its_token(command: &mut Command, tenant: &Tenant) -> Running {
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut stdin = child.stdin.take().expect("it was piped");
    stdin
        .write_all(tenant.running.client_secret.as_bytes())
        .expect("it reads its secret");
    drop(stdin);
    let stderr = child.stderr.take().expect("it was piped");
    let mut lines = BufReader::new(stderr).lines();
    let signs_in = lines.any(|line| line.is_ok_and(|line| line.starts_with("Looking: Signing in")));
    assert!(signs_in, "it comes to the token");
    // Keeps reading, so that the program never waits for us.
    std::thread::spawn(move || lines.for_each(drop));
    Running(child)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_running_check_shows_the_secret_neither_in_its_arguments_nor_its_environment() {
    let tenant = tenant("token-slow").await;
    let secret = &tenant.running.client_secret;
    let sentinel = Sentinel::new(secret);
    let check = waiting_for_its_token(&mut check_of(&tenant), &tenant);
    let id = check.0.id();

    let arguments = about(id, "cmdline");
    assert!(
        String::from_utf8_lossy(&arguments).contains(&tenant.running.client_id),
        "the arguments can be read"
    );
    assert!(!sentinel.is_in(&arguments));
    assert!(!sentinel.is_in(&about(id, "environ")));

    let open = ordinary(Command::new("cat").env("OPEN", secret));
    assert!(
        sentinel.is_in(&about(open.0.id(), "environ")),
        "the search finds it"
    );

    let limits = String::from_utf8_lossy(&about(id, "limits")).into_owned();
    let core = limits
        .lines()
        .find(|line| line.starts_with("Max core file size"))
        .expect("Linux lists it");
    let fields: Vec<&str> = core["Max core file size".len()..]
        .split_whitespace()
        .collect();
    assert_eq!(
        fields[..2],
        ["0", "0"],
        "no core dump, and nobody can allow one"
    );
}

/// Linux gives the files about a process that may not be dumped to root, whoever runs it. Run by
/// root, the test has the program run by somebody else, to see the difference.
#[tokio::test(flavor = "multi_thread")]
async fn another_process_of_the_same_user_cannot_look_into_its_memory() {
    const NOBODY: u32 = 65_534;
    let own = std::fs::metadata("/proc/self")
        .expect("this is Linux")
        .uid();
    let user = if own == 0 { NOBODY } else { own };
    let tenant = tenant("token-slow").await;
    let as_user = |command: &mut Command| {
        if own == 0 {
            command.uid(user).gid(user);
        }
    };
    let mut command = check_of(&tenant);
    as_user(&mut command);
    let check = waiting_for_its_token(&mut command, &tenant);
    let owner_of = |id: u32| {
        std::fs::metadata(format!("/proc/{id}/environ"))
            .expect("it runs")
            .uid()
    };
    assert_eq!(owner_of(check.0.id()), 0);

    let mut open = Command::new("cat");
    as_user(&mut open);
    let open = ordinary(&mut open);
    assert_eq!(
        owner_of(open.0.id()),
        user,
        "an ordinary program's are its user's"
    );
}
