//! Launch and memory of the wizard's window, against an empty Tauri window in the same run.
//!
//! The two are started in turn, several times, each in a home of its own; medians are compared.

use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use super::screen::Screen;
use super::{Number, memory};
use crate::{program, workspace};

/// How often each window is started.
const ROUNDS: usize = 5;
/// How often the screen is looked at.
const GLANCE: Duration = Duration::from_millis(8);
/// A picture that stays the same for so long is finished.
const QUIET: Duration = Duration::from_millis(1200);
/// A window that is not finished by then never will be.
const PATIENCE: Duration = Duration::from_secs(20);
/// Memory is read so long after the picture was finished.
const REST: Duration = Duration::from_secs(4);

/// One launch.
#[derive(Clone, Copy)]
struct Launch {
    first_text: Duration,
    usable: Duration,
    kilobytes: u64,
    processes: usize,
}

/// Launches both windows and compares them.
pub(crate) fn measure() -> Result<Vec<Number>> {
    let wizard = program::release_binary();
    let empty = workspace::target().join("release/empty-window");
    let mut wizards = Vec::new();
    let mut empties = Vec::new();
    for round in 1..=ROUNDS {
        println!("Opening both windows, round {round} of {ROUNDS} …");
        empties.push(launch(&empty, &[])?);
        wizards.push(launch(&wizard, &["demo"])?);
    }
    let usable = (
        median(&wizards, |l| millis(l.usable)),
        median(&empties, |l| millis(l.usable)),
    );
    let text = (
        median(&wizards, |l| millis(l.first_text)),
        median(&empties, |l| millis(l.first_text)),
    );
    let size = (
        median(&wizards, |l| l.kilobytes),
        median(&empties, |l| l.kilobytes),
    );
    let processes = (
        median(&wizards, |l| l.processes as u64),
        median(&empties, |l| l.processes as u64),
    );
    Ok(vec![
        compared(
            "Window: launch to the finished first page, ms",
            usable,
            "at most 1.5 x empty",
        ),
        compared("Window: launch to the first text, ms", text, ""),
        compared(
            "Window: memory of all processes (PSS), MB",
            (size.0 / 1000, size.1 / 1000),
            "at most 1.3 x empty",
        ),
        compared("Window: processes", processes, ""),
    ])
}

fn compared(what: &str, (wizard, empty): (u64, u64), aim: &str) -> Number {
    #[allow(
        clippy::cast_precision_loss,
        reason = "milliseconds and megabytes of one window"
    )]
    let ratio = wizard as f64 / empty.max(1) as f64;
    Number::new(
        format!("{what} (wizard / empty)"),
        format!("{wizard} / {empty} = {ratio:.2}"),
        aim,
    )
}

fn launch(binary: &Path, arguments: &[&str]) -> Result<Launch> {
    let screen = Screen::start()?;
    let home = workspace::target().join(format!("bench-home-{}", std::process::id()));
    let mut command = Command::new(binary);
    command
        .args(arguments)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    screen.show(&mut command);
    for name in [
        "HOME",
        "XDG_DATA_HOME",
        "XDG_CONFIG_HOME",
        "XDG_CACHE_HOME",
        "XDG_STATE_HOME",
        "XDG_RUNTIME_DIR",
    ] {
        let folder = home.join(name);
        fs::create_dir_all(&folder)?;
        command.env(name, folder);
    }
    let start = Instant::now();
    let mut child = command
        .spawn()
        .with_context(|| format!("{} cannot be started", binary.display()))?;
    let outcome = watch(&screen, &mut child, start);
    // Already gone is as good.
    let _ = child.kill();
    child.wait()?;
    fs::remove_dir_all(&home).with_context(|| format!("{} cannot be removed", home.display()))?;
    outcome
}

fn watch(screen: &Screen, child: &mut Child, start: Instant) -> Result<Launch> {
    let mut first_text = None;
    let mut last: Option<(u64, Duration)> = None;
    loop {
        let now = start.elapsed();
        if let Some(status) = child.try_wait()? {
            bail!("the window closed by itself with {status}");
        }
        if let Some(sight) = screen.look()? {
            if sight.has_text {
                first_text.get_or_insert(now);
            }
            if last.is_none_or(|(print, _)| print != sight.print) {
                last = Some((sight.print, now));
            }
        }
        match (first_text, last) {
            (Some(first_text), Some((_, usable))) if now.saturating_sub(usable) > QUIET => {
                sleep(REST);
                let (kilobytes, processes) = memory::proportional(child.id())?;
                return Ok(Launch {
                    first_text,
                    usable,
                    kilobytes,
                    processes,
                });
            }
            _ if now > PATIENCE => {
                bail!("the window was not finished after {} s", PATIENCE.as_secs())
            }
            _ => sleep(GLANCE),
        }
    }
}

fn median(launches: &[Launch], value: impl Fn(&Launch) -> u64) -> u64 {
    let mut values: Vec<u64> = launches.iter().map(value).collect();
    values.sort_unstable();
    values[values.len() / 2]
}

fn millis(time: Duration) -> u64 {
    u64::try_from(time.as_millis()).expect("a launch takes less than the age of the universe")
}
