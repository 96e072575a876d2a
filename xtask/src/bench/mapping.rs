//! Time and peak memory of `halyard suggest` on lists of three sizes, made up here.
//!
//! How right the suggestions are is not measured here but on real names: docs/MAPPING.md.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};

use super::Number;
use crate::program;

/// Rows of each list, and what we aim for.
const SIZES: [(usize, &str, &str); 3] = [
    (300, "under 15 ms", "under 40 MB"),
    (5_000, "under 400 ms", "under 80 MB"),
    (50_000, "under 6 s", "under 300 MB"),
];
/// How often each size is run; the quickest counts, since all that disturbs a run makes it slower.
const ROUNDS: usize = 5;
/// How often the memory of a run is looked at.
const LOOK: Duration = Duration::from_micros(200);

/// Runs every size.
pub(crate) fn measure() -> Result<Vec<Number>> {
    let folder = std::env::temp_dir().join(format!("halyard-bench-{}", std::process::id()));
    fs::create_dir_all(&folder)?;
    let mut numbers = start_alone()?;
    for (rows, time_aim, memory_aim) in SIZES {
        let (customers, organisations) = lists(&folder, rows)?;
        let (quickest, most) =
            best(|program| program.arg("suggest").args([&customers, &organisations]))?;
        let about = |what: &str| format!("Suggestions, {rows} x {rows}: {what}");
        let time = format!("{} ms", quickest.as_millis());
        numbers.push(Number::new(about("time, start included"), time, time_aim));
        let memory = format!("{} MB", most / 1024);
        numbers.push(Number::new(about("peak memory"), memory, memory_aim));
    }
    fs::remove_dir_all(&folder)?;
    Ok(numbers)
}

/// What every run takes before it has done anything.
fn start_alone() -> Result<Vec<Number>> {
    let (time, memory) = best(|program| program.arg("--version"))?;
    let about = |what: &str| format!("Suggestions, the start alone: {what}");
    Ok(vec![
        Number::new(about("time"), format!("{} ms", time.as_millis()), ""),
        Number::new(about("peak memory"), format!("{} MB", memory / 1024), ""),
    ])
}

/// The quickest time of some runs, and their highest memory in kB.
fn best(ask: impl Fn(&mut Command) -> &mut Command) -> Result<(Duration, u64)> {
    let mut quickest = Duration::MAX;
    let mut most = 0;
    for _ in 0..ROUNDS {
        let mut program = Command::new(program::release_binary());
        ask(&mut program);
        let (time, memory) = run(&mut program)?;
        quickest = quickest.min(time);
        most = most.max(memory);
    }
    Ok((quickest, most))
}

/// The time of one run, and its peak memory in kB.
fn run(program: &mut Command) -> Result<(Duration, u64)> {
    let start = Instant::now();
    let mut process = program
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .context("halyard cannot be started")?;
    let status = format!("/proc/{}/status", process.id());
    let mut peak = 0;
    let ended = loop {
        peak = peak.max(high_water(&status).unwrap_or(0));
        if let Some(ended) = process.try_wait()? {
            break ended;
        }
        thread::sleep(LOOK);
    };
    let time = start.elapsed();
    ensure!(ended.success(), "halyard failed");
    Ok((time, peak))
}

/// The kernel's high-water mark of a process, in kB; none once it has ended.
fn high_water(status: &str) -> Option<u64> {
    let text = fs::read_to_string(status).ok()?;
    let line = text.lines().find(|line| line.starts_with("VmHWM:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

fn lists(folder: &Path, rows: usize) -> Result<(PathBuf, PathBuf)> {
    let (mut customers, mut organisations) = (String::new(), String::new());
    for list in [&mut customers, &mut organisations] {
        list.push_str("id,name,domain,city,phone\n");
    }
    for row in 0..rows {
        let company = Company::of(row);
        let Company { name, town, .. } = &company;
        let (domain, phone) = (company.domain(), company.phone());
        writeln!(
            customers,
            "c{row},{name} Ltd,{domain},{town},0113 {phone:06}"
        )?;
        let name = match row % 10 {
            0 => name.to_uppercase(),
            1 => name.replacen('e', "", 1),
            2 => format!("ZZ - {name}"),
            // A stranger: every tenth customer has no partner.
            3 => Company::of(row + rows).name,
            _ => format!("{name} Limited"),
        };
        writeln!(
            organisations,
            "o{row},{name},{domain},{town},+44 113 {phone:06}"
        )?;
    }
    let files = (
        folder.join("customers.csv"),
        folder.join("organisations.csv"),
    );
    fs::write(&files.0, customers)?;
    fs::write(&files.1, organisations)?;
    Ok(files)
}

/// A company that its number alone makes up.
struct Company {
    number: usize,
    name: String,
    town: &'static str,
}

impl Company {
    fn of(number: usize) -> Self {
        // A step that shares no factor with the sizes: neighbours have little in common.
        let mixed = number * 7919;
        let syllable = |place: u32| SYLLABLES[mixed / SYLLABLES.len().pow(place) % SYLLABLES.len()];
        let word: String = (0..3).map(syllable).collect();
        let trade = TRADES[number / 7 % TRADES.len()];
        let first = word[..1].to_uppercase();
        Self {
            number,
            name: format!(
                "{first}{} {}{trade}",
                &word[1..],
                SECOND[mixed / 31 % SECOND.len()]
            ),
            town: TOWNS[number % TOWNS.len()],
        }
    }

    /// Two in three have one.
    fn domain(&self) -> String {
        if self.number.is_multiple_of(3) {
            return String::new();
        }
        let label: String = self.name.to_lowercase().split(' ').collect();
        format!("{label}.co.uk")
    }

    fn phone(&self) -> usize {
        self.number * 31 % 1_000_000
    }
}

const SYLLABLES: [&str; 40] = [
    "ba", "bel", "bren", "cal", "cor", "dar", "del", "dun", "el", "fal", "fen", "gar", "glen",
    "har", "hol", "ing", "jas", "kel", "kin", "lan", "lor", "mar", "mer", "nor", "ol", "pen",
    "quin", "ros", "sel", "shaw", "tam", "thor", "ul", "ver", "wal", "wen", "wick", "yar", "zel",
    "ton",
];
const SECOND: [&str; 12] = [
    "", "North ", "South ", "River ", "& Sons ", "Park ", "City ", "Bridge ", "Hill ", "Global ",
    "United ", "First ",
];
const TRADES: [&str; 16] = [
    "Plumbing",
    "Engineering",
    "Dental Practice",
    "Solicitors",
    "Logistics",
    "Foods",
    "Services",
    "Holdings",
    "Property",
    "Consulting",
    "Motors",
    "Care Home",
    "Accountants",
    "Technology",
    "Construction",
    "Group",
];
const TOWNS: [&str; 8] = [
    "Leeds", "York", "Bristol", "Cardiff", "Glasgow", "Norwich", "Exeter", "Derby",
];
