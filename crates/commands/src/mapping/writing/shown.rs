//! Plans and results as the page shows them, and as a file.

use std::borrow::Cow;

use mapping::table::out;

use super::kept::{Became, Last, Row};
use super::plan::{Doubt, Plan, Planned, State, Stuck};
use crate::mapping::in_sight::in_sight;
use crate::wire::{
    LastWriting, WriteOutcome, WritePlan, WriteRow, WriteRows, WriteState, WriteWindow, WrittenRow,
    WrittenRows, WrittenWindow,
};
use crate::words;

/// A plan with its counts.
pub(crate) fn plan_view(plan: &Plan) -> WritePlan {
    let count =
        |fits: &dyn Fn(&Planned) -> bool| count(plan.rows.iter().filter(|row| fits(row)).count());
    let so = |state| count(&|row: &Planned| row.state.shown() == state);
    WritePlan {
        number: plan.number,
        made: plan.made.to_string(),
        host: plan.host.clone(),
        rows: count(&|_| true),
        set: so(WriteState::Set),
        same: so(WriteState::Same),
        change: so(WriteState::Change),
        doubtful: so(WriteState::Doubtful),
        missing: so(WriteState::Missing),
        stuck: so(WriteState::Stuck),
        included: count(&|row| row.is_included),
    }
}

/// The rows of a plan in sight.
pub(crate) fn plan_rows(plan: &Plan, window: &WriteWindow) -> WriteRows {
    let fitting = plan.rows.iter().filter(|row| {
        let state = row.state.shown();
        window.state.is_none_or(|wanted| wanted == state)
    });
    let (total, rows) = in_sight(fitting, window.offset, window.count);
    WriteRows {
        total,
        rows: rows.into_iter().map(plan_row).collect(),
    }
}

impl State {
    /// The same for the page.
    pub(crate) const fn shown(&self) -> WriteState {
        match self {
            Self::Set => WriteState::Set,
            Self::Same => WriteState::Same,
            Self::Change => WriteState::Change,
            Self::Doubtful(_) => WriteState::Doubtful,
            Self::Missing => WriteState::Missing,
            Self::Stuck(_) => WriteState::Stuck,
        }
    }
}

fn plan_row(row: &Planned) -> WriteRow {
    let decided = &row.decided;
    let now = row.now().map(|now| {
        let number = || words::say_with("writing-company", &[("id", &now.id.to_string())]);
        now.name.clone().unwrap_or_else(number)
    });
    WriteRow {
        id: decided.customer.clone(),
        customer: decided.names.first().cloned().unwrap_or_default(),
        company: decided.company_name.clone(),
        now,
        state: row.state.shown(),
        words: state_words(row),
        may_be_included: row.state.may_be_included(),
        included: row.is_included,
    }
}

fn state_words(row: &Planned) -> String {
    let there = || {
        let matcher = row.matcher.as_ref();
        matcher
            .map(|matcher| matcher.name.as_str())
            .unwrap_or_default()
    };
    match &row.state {
        State::Set => words::say("writing-state-set"),
        State::Same => words::say("writing-state-same"),
        State::Change => words::say("writing-state-change"),
        State::Doubtful(Doubt::Name) => {
            words::say_with("writing-state-other-name", &[("name", there())])
        }
        State::Doubtful(Doubt::Number) => words::say("writing-state-other-number"),
        State::Doubtful(Doubt::Company(name)) => {
            words::say_with("writing-state-other-company", &[("name", name)])
        }
        State::Missing => words::say("writing-state-missing"),
        State::Stuck(Stuck::CustomerGone) => words::say("writing-state-customer-gone"),
        State::Stuck(Stuck::CompanyGone) => words::say("writing-state-company-gone"),
        State::Stuck(Stuck::Shared(other)) => {
            words::say_with("writing-state-shared", &[("name", other)])
        }
        State::Stuck(Stuck::Several) => words::say("writing-state-several"),
    }
}

/// The last writing with its counts. What was asked for by a program that was ended is not known.
pub(crate) fn written_view(last: &Last, is_under_way: bool) -> LastWriting {
    let so = |outcome| {
        let rows = last.rows.iter();
        count(rows.filter(|row| row.became.outcome() == outcome).count())
    };
    let ended_early = || words::say("writing-ended-early");
    LastWriting {
        begun: last.begun.to_string(),
        host: last.about.host.clone(),
        rows: count(last.rows.len()),
        done: so(WriteOutcome::Done),
        failed: so(WriteOutcome::Failed),
        unknown: so(WriteOutcome::Unknown),
        waiting: so(WriteOutcome::Waiting),
        message: match last.ended {
            None if !is_under_way => Some(ended_early()),
            _ => last.about.stopped.clone(),
        },
    }
}

/// The rows of the last writing in sight: first those that nobody knows of, then those that do not
/// stand there, those for which nothing was sent, and last those that do.
pub(crate) fn written_rows(last: &Last, window: &WrittenWindow) -> WrittenRows {
    let mut rows: Vec<&Row> = last.rows.iter().collect();
    rows.sort_by_key(|row| match row.became.outcome() {
        WriteOutcome::Unknown => 0,
        WriteOutcome::Failed => 1,
        WriteOutcome::Waiting => 2,
        WriteOutcome::Done => 3,
    });
    let (total, rows) = in_sight(rows.into_iter(), window.offset, window.count);
    WrittenRows {
        total,
        rows: rows.into_iter().map(written_row).collect(),
    }
}

impl Became {
    /// The same for the page.
    pub(crate) const fn outcome(&self) -> WriteOutcome {
        match self {
            Self::Done | Self::Already => WriteOutcome::Done,
            Self::Asked | Self::Unknown => WriteOutcome::Unknown,
            Self::Waiting => WriteOutcome::Waiting,
            Self::Moved { .. }
            | Self::Gone
            | Self::Refused { .. }
            | Self::NotDone
            | Self::Elsewhere { .. }
            | Self::NotSent => WriteOutcome::Failed,
        }
    }

    fn words(&self) -> String {
        let standing = |key: &str, to: &Option<String>| match to {
            Some(name) => words::say_with(key, &[("name", name)]),
            None => words::say(&format!("{key}-nothing")),
        };
        match self {
            Self::Waiting => words::say("writing-became-waiting"),
            Self::Asked => words::say("writing-became-asked"),
            Self::Done => words::say("writing-became-done"),
            Self::Already => words::say("writing-became-already"),
            Self::Moved { to } => standing("writing-became-moved", to),
            Self::Gone => words::say("writing-became-gone"),
            Self::Refused { said } if said.is_empty() => words::say("writing-became-refused"),
            Self::Refused { said } => {
                words::say_with("writing-became-refused-with", &[("said", said)])
            }
            Self::NotDone => words::say("writing-became-not-done"),
            Self::Elsewhere { to } => standing("writing-became-elsewhere", to),
            Self::NotSent => words::say("writing-became-not-sent"),
            Self::Unknown => words::say("writing-became-unknown"),
        }
    }
}

fn written_row(row: &Row) -> WrittenRow {
    WrittenRow {
        id: row.customer.clone(),
        customer: row.customer_name.clone(),
        company: row.company_name.clone(),
        before: before(row),
        outcome: row.became.outcome(),
        words: row.became.words(),
    }
}

fn before(row: &Row) -> Option<String> {
    let number = row.before?;
    let called = || words::say_with("writing-company", &[("id", &number.to_string())]);
    Some(row.before_name.clone().unwrap_or_else(called))
}

/// The last writing as a file, in the order in which it was written.
pub(crate) fn csv(last: &Last) -> Vec<u8> {
    let header = [
        "halo_id",
        "halo_name",
        "vendor_id",
        "vendor_name",
        "vendor_name_before",
        "result",
        "result_in_words",
    ];
    let rows = last.rows.iter().map(|row| {
        vec![
            Cow::from(row.customer.as_str()),
            Cow::from(row.customer_name.as_str()),
            Cow::from(row.company.to_string()),
            Cow::from(row.company_name.as_str()),
            Cow::from(before(row).unwrap_or_default()),
            Cow::from(word(row.became.outcome())),
            Cow::from(row.became.words()),
        ]
    });
    let mut bytes = Vec::new();
    out::csv(&mut bytes, &header, rows).expect("memory takes all that is written");
    bytes
}

const fn word(outcome: WriteOutcome) -> &'static str {
    match outcome {
        WriteOutcome::Done => "done",
        WriteOutcome::Failed => "failed",
        WriteOutcome::Unknown => "unknown",
        WriteOutcome::Waiting => "not-sent",
    }
}

fn count(rows: usize) -> u32 {
    u32::try_from(rows).unwrap_or(u32::MAX)
}
