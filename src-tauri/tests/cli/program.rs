//! Starts the program and collects what it says, within a limit.

use std::io::{Read, Write as _};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use serde_json::Value;

/// Longer than any of these runs takes on a busy machine; a run that reaches it hangs.
const LIMIT: Duration = Duration::from_secs(100);

/// How a run ended.
#[derive(Debug)]
pub(crate) struct Ended {
    pub(crate) code: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

/// The program with nothing of this process's environment: no home with connections, no keychain.
pub(crate) fn program(arguments: &[&str]) -> Command {
    let mut command = program_here(arguments);
    command.env_clear().env(
        "HOME",
        concat!(env!("CARGO_TARGET_TMPDIR"), "/nobodys-home"),
    );
    command
}

/// The program in the environment of this process: for tests that made one of their own.
pub(crate) fn program_here(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_halyard"));
    command.args(arguments);
    command
}

/// Runs the program to its end.
pub(crate) fn halyard(arguments: &[&str]) -> Ended {
    run(program(arguments), "")
}

/// Runs the program to its end with this on its standard input.
pub(crate) fn halyard_hearing(arguments: &[&str], input: &str) -> Ended {
    run(program(arguments), input)
}

/// Runs a command to its end. It is killed at the limit, which fails the test.
pub(crate) fn run(mut command: Command, input: &str) -> Ended {
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut stdin = child.stdin.take().expect("it was piped");
    // A program that needs no input may have ended before it could be written.
    let _ = stdin.write_all(input.as_bytes());
    drop(stdin);
    end(child)
}

/// Waits for a program to end by itself.
pub(crate) fn end(mut child: Child) -> Ended {
    let (tell, told) = mpsc::channel();
    let stdout = collect(child.stdout.take(), &tell);
    let stderr = collect(child.stderr.take(), &tell);
    drop(tell);
    // Nothing is ever sent: the channel closes once both streams have ended.
    let waited = told.recv_timeout(LIMIT);
    if waited == Err(mpsc::RecvTimeoutError::Timeout) {
        child.kill().expect("it can be ended");
    }
    let status = child.wait().expect("it is ours to wait for");
    let ended = Ended {
        code: status.code(),
        stdout: stdout.join().expect("reading does not panic"),
        stderr: stderr.join().expect("reading does not panic"),
    };
    assert_ne!(
        waited,
        Err(mpsc::RecvTimeoutError::Timeout),
        "it did not end by itself: {ended:?}"
    );
    ended
}

fn collect(
    stream: Option<impl Read + Send + 'static>,
    tell: &mpsc::Sender<()>,
) -> thread::JoinHandle<String> {
    let until_done = tell.clone();
    thread::spawn(move || {
        let mut bytes = Vec::new();
        if let Some(mut stream) = stream {
            stream.read_to_end(&mut bytes).expect("a pipe can be read");
        }
        drop(until_done);
        String::from_utf8(bytes).expect("all that is printed is UTF-8")
    })
}

impl Ended {
    /// The exit code, with everything that was said if it is another.
    #[track_caller]
    pub(crate) fn expect_code(&self, code: i32) -> &Self {
        assert_eq!(self.code, Some(code), "{self:#?}");
        self
    }

    /// The one JSON document on standard output.
    #[track_caller]
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.stdout)
            .unwrap_or_else(|error| panic!("{error}: exactly one document, not {self:#?}"))
    }

    /// Refused as the contract says: a sentence on standard error that mentions `about`, nothing
    /// on standard output.
    #[track_caller]
    pub(crate) fn expect_refusal(&self, code: i32, about: &str) {
        self.expect_code(code);
        assert_eq!(self.stdout, "", "nothing on standard output");
        assert!(
            self.stderr.contains(about),
            "{about:?} is not spoken of: {}",
            self.stderr
        );
        let said = self.stderr.trim_end();
        assert!(said.ends_with('.'), "not a sentence: {said:?}");
        assert!(
            said.starts_with(|letter: char| !letter.is_lowercase()),
            "not a sentence: {said:?}"
        );
        for word in ["panicked", "invalid", "please", "sorry", "error:", "Err("] {
            assert!(
                !said.to_lowercase().contains(word),
                "{word:?} is not for people: {said:?}"
            );
        }
    }
}
