//! Writing: one row after another, each noted on the disk before it is asked for and again when it
//! is known what became of it.
//!
//! A change is never sent again where it may have been made: the server's row is looked at instead.
//! Stop ends it after the row that is under way. What would fail for every row ends it too.

use std::collections::HashMap;
use std::time::Duration;

use halo::{Errand, HaloError, Refusal, WriteError};
use store::{ConnectionId, KeptWriting, Side, Store};
use tokio_util::sync::CancellationToken;

use super::kept::{About, Became, Row};
use super::matchers::{self, Company, Matcher, Server};
use crate::clock::Clock;
use crate::mapping::waits::showing_waits;
use crate::mapping::{Broken, LeftOut, Progress};
use crate::words;

/// Most requests for one row, looks and repetitions included.
const REQUESTS: u32 = 40;
/// How long one row may take: a pause that the server asks for, and looks.
const TIME: Duration = Duration::from_mins(4);
/// Most requests for reading all rows before.
const READING: u32 = 3_000;
/// How long that may take.
const READING_TIME: Duration = Duration::from_mins(45);
/// How often a row is sent that the server turned away unread because it was too fast.
const TURNS: u32 = 3;
/// Waits before each look at a row whose answer got lost: the server may still be at it.
const LOOKS: [Duration; 3] = [
    Duration::ZERO,
    Duration::from_secs(1),
    Duration::from_secs(3),
];
/// After so many rows in a row that did not work, the next ones would not either.
const MOST_IN_A_ROW: u32 = 5;

/// A writing under way.
pub(crate) struct Run<'a> {
    pub(crate) store: &'a Store,
    pub(crate) clock: &'a Clock,
    pub(crate) connection: ConnectionId,
    pub(crate) mapping: &'a str,
    pub(crate) server: &'a Server,
    pub(crate) progress: &'a Progress,
    pub(crate) stop: &'a CancellationToken,
    pub(crate) about: About,
    pub(crate) rows: Vec<Row>,
}

/// What came of one row.
struct Step {
    became: Became,
    /// Why no other row would fare better, in words.
    ends_all: Option<String>,
}

impl Step {
    const fn on(became: Became) -> Self {
        Self {
            became,
            ends_all: None,
        }
    }

    const fn end(became: Became, why: String) -> Self {
        Self {
            became,
            ends_all: Some(why),
        }
    }
}

/// The errand of reading what stands there.
pub(crate) fn reading(stop: &CancellationToken) -> Errand {
    Errand::new(READING, READING_TIME, stop.clone())
}

impl Run<'_> {
    /// Reads once more what stands there, then writes. What became of the rows is kept, whatever
    /// this says.
    pub(crate) async fn go(mut self) -> Result<LeftOut, Broken> {
        let errand = reading(self.stop);
        let reading = matchers::read(self.server, &errand, self.progress);
        let there = showing_waits(&errand, self.progress, reading).await?;
        let there: HashMap<u64, Matcher> = there.into_iter().map(|it| (it.id, it)).collect();
        let writing = KeptWriting {
            begun: self.clock.now(),
            ended: None,
            about: self.about(),
            rows: self.rows.iter().map(Row::json).collect(),
        };
        let kept = self.store;
        kept.begin_writing(self.connection, self.mapping, &writing)
            .await?;
        self.about.stopped = self.write(&there).await;
        let ended = self.clock.now();
        kept.end_writing(self.connection, self.mapping, ended, &self.about())
            .await?;
        match self.about.stopped {
            Some(why) => Err(Broken::Because(why)),
            None if self.rows.iter().any(|row| row.became == Became::Waiting) => {
                Err(Broken::Cancelled)
            }
            None => Ok(LeftOut::default()),
        }
    }

    fn about(&self) -> serde_json::Value {
        serde_json::to_value(&self.about).unwrap_or_default()
    }

    /// Writes row by row; why it ended early, in words.
    async fn write(&mut self, there: &HashMap<u64, Matcher>) -> Option<String> {
        let what = words::say_with("writing-under-way", &[("host", &self.about.host)]);
        let (total, mut in_vain) = (self.rows.len(), 0);
        for place in 0..total {
            self.progress.show(&what, place, Some(total));
            if self.stop.is_cancelled() {
                return None;
            }
            let left_alone = left_alone(&self.rows[place], there);
            let step = if let Some(became) = left_alone {
                Step::on(became)
            } else {
                if let Err(why) = self.note(place, Became::Asked).await {
                    // Nothing was sent.
                    self.rows[place].became = Became::Waiting;
                    return Some(why);
                }
                self.write_one(place).await
            };
            let failed = matches!(step.became, Became::Refused { .. } | Became::NotDone);
            in_vain = if failed { in_vain + 1 } else { 0 };
            if let Err(why) = self.note(place, step.became).await {
                return Some(why);
            }
            if step.ends_all.is_some() {
                return step.ends_all;
            }
            if in_vain >= MOST_IN_A_ROW {
                return Some(words::say("writing-in-vain"));
            }
        }
        self.progress.show(&what, total, Some(total));
        None
    }

    /// Notes what became of a row. On the disk when this returns.
    async fn note(&mut self, place: usize, became: Became) -> Result<(), String> {
        let row = &mut self.rows[place];
        row.became = became;
        let (number, row) = (u32::try_from(place).unwrap_or(u32::MAX), row.json());
        let noting = self
            .store
            .note_written(self.connection, self.mapping, number, &row);
        noting.await.map_err(|error| crate::saved::words(&error))
    }

    /// Sends one row, once, unless the server turned it away unread; looks where no answer came.
    async fn write_one(&self, place: usize) -> Step {
        let row = &self.rows[place];
        let errand = Errand::new(REQUESTS, TIME, CancellationToken::new());
        let writing = async {
            for turn in 1.. {
                let sent = matchers::set(self.server, &errand, row.matcher, row.company).await;
                match sent {
                    Ok(Some(company)) if company == row.company => return Step::on(Became::Done),
                    Ok(_) => return self.look(&errand, row, &LOOKS[..1], None).await,
                    Err(WriteError::NotSent(HaloError::RateLimited { .. })) if turn < TURNS => {}
                    Err(error) => return self.failed(&errand, row, error).await,
                }
            }
            unreachable!("the last turn returns")
        };
        showing_waits(&errand, self.progress, Box::pin(writing)).await
    }

    async fn failed(&self, errand: &Errand, row: &Row, error: WriteError) -> Step {
        match error {
            WriteError::Refused(Refusal::Unauthorised) => {
                let said = String::new();
                Step::end(Became::Refused { said }, words::say("writing-key-refused"))
            }
            WriteError::Refused(Refusal::Forbidden) => {
                let said = String::new();
                let why = words::say("writing-key-may-not-write");
                Step::end(Became::Refused { said }, why)
            }
            WriteError::Refused(Refusal::NotFound) => Step::on(Became::Gone),
            WriteError::Refused(refusal) => Step::on(Became::Refused {
                said: said(refusal),
            }),
            WriteError::NotSent(error) => Step::end(Became::NotSent, because(&error)),
            WriteError::Uncertain(error) => {
                tracing::warn!(%error, "the answer to a change got lost; looking at the row");
                // A server that says so has answered: it is not still at it.
                let looks = match error {
                    HaloError::ServerError { status: 500 } => 1,
                    _ => LOOKS.len(),
                };
                self.look(errand, row, &LOOKS[..looks], Some(error)).await
            }
        }
    }

    /// Looks how the row stands now.
    async fn look(
        &self,
        errand: &Errand,
        row: &Row,
        looks: &[Duration],
        error: Option<HaloError>,
    ) -> Step {
        let mut seen = Err(HaloError::Unreachable);
        for wait in looks {
            tokio::time::sleep(*wait).await;
            let record = row.record.as_deref();
            seen = matchers::one(self.server, errand, row.matcher, record).await;
            if let Ok(Some(matcher)) = &seen
                && number(matcher.company.as_ref()) == Some(row.company)
            {
                return Step::on(Became::Done);
            }
        }
        match seen {
            Ok(Some(matcher)) if number(matcher.company.as_ref()) == row.before => {
                Step::on(Became::NotDone)
            }
            Ok(Some(matcher)) => Step::on(Became::Elsewhere {
                to: called(matcher.company.as_ref()),
            }),
            Ok(None) => Step::on(Became::Gone),
            Err(unseen) => Step::end(Became::Unknown, because(&error.unwrap_or(unseen))),
        }
    }
}

/// Why a row is not written after all: it has changed since the preview.
fn left_alone(row: &Row, there: &HashMap<u64, Matcher>) -> Option<Became> {
    let Some(matcher) = there.get(&row.matcher) else {
        return Some(Became::Gone);
    };
    let now = number(matcher.company.as_ref());
    if now == Some(row.company) {
        return Some(Became::Already);
    }
    let is_as_shown = now == row.before && matcher.record == row.record;
    (!is_as_shown).then(|| Became::Moved {
        to: called(matcher.company.as_ref()),
    })
}

fn number(company: Option<&Company>) -> Option<u64> {
    company.map(|company| company.id)
}

fn called(company: Option<&Company>) -> Option<String> {
    let company = company?;
    let number = || company.id.to_string();
    Some(company.name.clone().unwrap_or_else(number))
}

fn because(error: &HaloError) -> String {
    if *error == HaloError::BudgetSpent {
        // That of one row, not of a whole list.
        return words::say("writing-no-answer");
    }
    match Broken::reading(Side::Vendor, error) {
        Broken::Because(words) => words,
        Broken::Cancelled => words::say("writing-no-answer"),
    }
}

fn said(refusal: Refusal) -> String {
    match refusal {
        Refusal::MandatoryField { said }
        | Refusal::Approval { said }
        | Refusal::Numbering { said }
        | Refusal::Rule { said } => said,
        Refusal::Unauthorised | Refusal::Forbidden | Refusal::NotFound => String::new(),
    }
}
