//! `halyard suggest`: which organisation is which customer, from two lists.
//!
//! The answer goes to standard output, progress and the rows that were left out to standard error.

use std::fs::File;
use std::io::{self, BufWriter, ErrorKind, Read as _, Write as _};
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

use mapping::table::{MOST_BYTES, Need, Sheet, out};
use mapping::{Class, Options, Record, Suggestion, Watch};

use super::{SOUND, Stop, remark};
use crate::arguments::Suggest;

/// How many of the rows that were left out are listed.
const LISTED: usize = 50;
/// How many times at most progress is said.
const STEPS: usize = 10;

pub(super) fn run(arguments: &Suggest) -> Result<u8, Stop> {
    let customers = read(&arguments.customers, "customer")?;
    let organisations = read(&arguments.organisations, "organisation")?;
    let options = Options {
        many_to_one: arguments.many_to_one,
        threads: arguments.threads.map_or(0, usize::from),
    };
    let watch = Said::default();
    let suggestions = mapping::suggest(&customers, &organisations, &options, &watch)
        .map_err(|_| Stop::not_examined("The run was stopped before its end."))?;
    summary(&suggestions);
    print(arguments.json, &customers, &organisations, &suggestions)?;
    Ok(SOUND)
}

/// Reads one list, and says which of its rows were left out.
fn read(file: &Path, what: &str) -> Result<Vec<Record>, Stop> {
    let wrong =
        |why: &dyn std::fmt::Display| Stop::wrong_input(format!("{} {why}.", file.display()));
    let sheet = Sheet::of_table(&bytes(file)?).map_err(|error| wrong(&error))?;
    let rows = sheet
        .rows(sheet.layout(), Need::IdAndName)
        .map_err(|error| wrong(&error))?;
    let preview = sheet.preview();
    remark(format_args!(
        "{}: {} ({}).",
        file.display(),
        counted(rows.records.len(), what),
        preview.encoding.as_str(),
    ));
    for problem in rows.problems.iter().take(LISTED) {
        remark(format_args!("{}: {problem}; left out.", file.display()));
    }
    let unlisted = rows.left_out.saturating_sub(LISTED);
    if unlisted > 0 {
        remark(format_args!(
            "{}: {} left out.",
            file.display(),
            if unlisted == 1 {
                "1 more row was".to_owned()
            } else {
                format!("{unlisted} more rows were")
            }
        ));
    }
    Ok(rows.records)
}

/// "1 customer", "2 customers".
fn counted(number: usize, what: &str) -> String {
    let ending = if number == 1 { "" } else { "s" };
    format!("{number} {what}{ending}")
}

fn bytes(file: &Path) -> Result<Vec<u8>, Stop> {
    let unreadable = |_: io::Error| {
        Stop::wrong_input(format!(
            "{} is not a file that can be read.",
            file.display()
        ))
    };
    let mut bytes = Vec::new();
    // What has no size, as a pipe or a device, is not read without end either.
    File::open(file)
        .and_then(|opened| opened.take(MOST_BYTES as u64 + 1).read_to_end(&mut bytes))
        .map_err(unreadable)?;
    Ok(bytes)
}

/// How the customers came out, in one line.
fn summary(suggestions: &[Suggestion]) {
    let count = |class| suggestions.iter().filter(|it| it.class == class).count();
    remark(format_args!(
        "{}: {} exact, {} likely, {} to review, {} without an organisation.",
        counted(suggestions.len(), "customer"),
        count(Class::Exact),
        count(Class::Likely),
        count(Class::Review),
        count(Class::None),
    ));
}

fn print(
    json: bool,
    customers: &[Record],
    organisations: &[Record],
    suggestions: &[Suggestion],
) -> Result<(), Stop> {
    let mut stdout = BufWriter::new(io::stdout().lock());
    let written = if json {
        out::suggestions_json(&mut stdout, customers, organisations, suggestions)
    } else {
        out::suggestions_csv(&mut stdout, customers, organisations, suggestions)
    };
    match written.and_then(|()| stdout.flush()) {
        // A reader that has gone away, as `head` does, has what it wanted.
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(Stop::not_examined(format!(
            "The answer could not be written: {error}."
        ))),
        _ => Ok(()),
    }
}

/// Says on standard error how far the run is, in tenths.
#[derive(Default)]
struct Said {
    steps: AtomicUsize,
}

impl Watch for Said {
    fn progress(&self, done: usize, of: usize) {
        let step = (done * STEPS).checked_div(of).unwrap_or_default();
        let before = self.steps.fetch_max(step, Ordering::Relaxed);
        if step > before {
            remark(format_args!(
                "{done} of {} compared.",
                counted(of, "customer")
            ));
        }
    }

    fn cancelled(&self) -> bool {
        false
    }
}
