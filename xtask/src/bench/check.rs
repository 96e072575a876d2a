//! Requests and time of `halyard check` against a practice tenant: healthy ones, and those whose
//! diagnosis takes the longest chain of questions.
//!
//! The tenant runs in a process of its own, as a Halo would. Requests are counted from the
//! program's own log.

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use serde_json::Value;

use super::Number;
use crate::{demo, program};

/// What the halo crate logs for every request it sends.
const SENT: &str = "asked Halo";
/// How often the check is timed.
const ROUNDS: usize = 11;
/// What is added to every reply to see how the requests overlap.
const DELAY_MS: u64 = 100;
/// The tenant in which nothing is wrong.
const HEALTHY: &str = "healthy";
/// Scenarios whose diagnosis takes the longest: discovery by other ways, and refused scopes by halves.
const DIAGNOSES: [&str; 5] = [
    "auth-info-closed",
    "discovery-closed",
    "unknown-scope",
    "scope-refused",
    "scope-refused-alone",
];
/// Discovery, token, and two rounds of facts: no check can wait for fewer replies.
const REPLIES_IN_A_ROW: u64 = 4;

/// Checks each profile without and with slow replies, and the first also with a large tenant.
pub(crate) fn measure() -> Result<Vec<Number>> {
    let profiles = demo::profiles(&program::release_binary())?;
    let mut numbers = Vec::new();
    for profile in &profiles {
        let usual = Tenant::start(profile, HEALTHY, &[])?;
        let requests = usual.requests()?.to_string();
        let about = |what: &str| format!("Check of {profile}: {what}");
        numbers.push(Number::new(about("requests"), requests, "at most 30"));
        let time = millis(usual.median()?);
        numbers.push(Number::new(
            about("time, program start included"),
            time,
            "under 300 ms",
        ));
        let slow = Tenant::start(profile, HEALTHY, &["--delay", &DELAY_MS.to_string()])?;
        numbers.push(with_slow_replies(
            about("time with 100 ms added to every reply"),
            slow.median()?,
        ));
    }
    let profile = profiles.first().context("there is a built-in profile")?;
    let large = Tenant::start(profile, HEALTHY, &["--customers", "25000"])?;
    let about = |what: &str| format!("Check of {profile} with 25,000 customers: {what}");
    numbers.push(Number::new(
        about("requests"),
        large.requests()?.to_string(),
        "at most 30",
    ));
    numbers.push(Number::new(about("time"), millis(large.median()?), ""));
    for scenario in DIAGNOSES {
        numbers.extend(diagnosis(scenario, &profiles)?);
    }
    Ok(numbers)
}

/// The product whose diagnosis takes longest, and the one that asks for most.
fn diagnosis(scenario: &str, profiles: &[String]) -> Result<[Number; 2]> {
    let mut slowest = (Duration::ZERO, "");
    let mut most = (0, "");
    for profile in profiles {
        let tenant = Tenant::start(profile, scenario, &["--delay", &DELAY_MS.to_string()])?;
        let start = Instant::now();
        let requests = tenant.requests()?;
        slowest = slowest.max((start.elapsed(), profile));
        most = most.max((requests, profile));
    }
    let about = |what: &str| format!("Diagnosis of {scenario}: {what}");
    let (time, of) = slowest;
    let time = format!("{} ({of})", millis(time));
    let (requests, of) = most;
    Ok([
        Number::new(
            about("longest time with 100 ms added to every reply"),
            time,
            "at most 3,000 ms",
        ),
        Number::new(
            about("most requests"),
            format!("{requests} ({of})"),
            "at most 60",
        ),
    ])
}

fn with_slow_replies(what: String, time: Duration) -> Number {
    let floor = DELAY_MS * REPLIES_IN_A_ROW;
    #[allow(clippy::cast_precision_loss, reason = "milliseconds of one check")]
    let ratio = time.as_secs_f64() * 1000.0 / floor as f64;
    let value = format!("{} = {ratio:.2} x", millis(time));
    Number::new(what, value, format!("at most 1.3 x {floor} ms"))
}

fn millis(time: Duration) -> String {
    format!("{} ms", time.as_millis())
}

/// A practice tenant in a process of its own; it ends when dropped.
struct Tenant {
    process: Child,
    profile: String,
    is_healthy: bool,
    address: String,
    id: String,
    secret: String,
}

impl Tenant {
    fn start(profile: &str, scenario: &str, more: &[&str]) -> Result<Self> {
        let mut command = Command::new(program::release_binary());
        command
            .args([
                "rehearsal",
                "--json",
                "--scenario",
                scenario,
                "--profile",
                profile,
            ])
            .args(more);
        let process = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn();
        let mut process = process.context("the practice tenant cannot be started")?;
        let output = process.stdout.take().expect("its output is piped");
        let mut line = String::new();
        BufReader::new(output).read_line(&mut line)?;
        let ready: Value = serde_json::from_str(&line).with_context(|| {
            format!(
                "halyard rehearsal {} did not say how to connect",
                more.join(" ")
            )
        })?;
        let said = |name: &str| {
            Ok::<_, anyhow::Error>(
                ready[name]
                    .as_str()
                    .with_context(|| format!("no {name}"))?
                    .to_owned(),
            )
        };
        let (address, id, secret) = (said("address")?, said("client_id")?, said("client_secret")?);
        Ok(Self {
            process,
            profile: profile.to_owned(),
            is_healthy: scenario == HEALTHY,
            address,
            id,
            secret,
        })
    }

    fn check(&self, log: &str) -> Result<Output> {
        let mut command = Command::new(program::release_binary());
        command.args([
            "check",
            "--json",
            "--profile",
            &self.profile,
            "--address",
            &self.address,
        ]);
        command
            .args(["--client-id", &self.id, "--secret-stdin"])
            .env("HALYARD_LOG", log);
        let running = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn();
        let mut running = running.context("halyard check cannot be started")?;
        running
            .stdin
            .take()
            .expect("its input is piped")
            .write_all(self.secret.as_bytes())?;
        let output = running.wait_with_output()?;
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        // 1 and 3 mean that something was found; 2 that the check was not made.
        let made = output.status.success() || (!self.is_healthy && output.status.code() != Some(2));
        ensure!(made, "halyard check ended with {}:\n{said}", output.status);
        Ok(output)
    }

    fn requests(&self) -> Result<usize> {
        let log = String::from_utf8_lossy(&self.check("halo=debug")?.stderr).into_owned();
        let count = log.lines().filter(|line| line.contains(SENT)).count();
        ensure!(count > 0, "the log of halyard check names no request");
        Ok(count)
    }

    fn median(&self) -> Result<Duration> {
        let mut times = Vec::with_capacity(ROUNDS);
        for _ in 0..ROUNDS {
            let start = Instant::now();
            self.check("off")?;
            times.push(start.elapsed());
        }
        times.sort_unstable();
        Ok(times[ROUNDS / 2])
    }
}

impl Drop for Tenant {
    fn drop(&mut self) {
        // Already gone is as good.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
