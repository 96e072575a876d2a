//! The order of a trial: sign in, make the ticket, read it back, add to it, take it away again;
//! each step noted before the next. Each note says until when this program is at it, so that another
//! one leaves the ticket alone.
//!
//! Cancel stops what would be added and never what takes away: once a ticket was asked for, the
//! way leads through deleting or closing it, or says that it remains.

use halo::Halo;
use setup::Plan;
use setup::proof::{Act, Afterwards, Became, HOLD, Ticket, Trial, Why, Writes, doing};
use store::{ConnectionId, Store};
use tokio_util::sync::CancellationToken;

use super::kept;
use super::steps::{self, Made};
use crate::clock::Clock;
use crate::error::CommandError;
use crate::probe::{Looks, NotOpen, Target, open};
use crate::wire::LookState;

/// A trial under way.
pub(crate) struct Run<'a> {
    pub(crate) store: &'a Store,
    pub(crate) clock: &'a Clock,
    pub(crate) connection: ConnectionId,
    pub(crate) transport: &'a halo::Transport,
    pub(crate) plan: &'a Plan,
    pub(crate) target: &'a Target,
    pub(crate) looks: &'a Looks,
    pub(crate) stop: &'a CancellationToken,
    pub(crate) trial: Trial,
}

impl Run<'_> {
    /// Goes the whole way. Whatever happens in Halo is part of the outcome.
    ///
    /// # Errors
    /// When a step cannot be noted. Before the ticket is asked for, nothing was written then;
    /// after it, the note that it may be there stands.
    pub(crate) async fn go(mut self) -> Result<(), CommandError> {
        let writes = Writes::of(self.plan);
        let acts = Act::all(writes, self.trial.afterwards);
        if let Some(halo) = self.sign_in().await
            && !self.stop.is_cancelled()
        {
            self.create(&halo).await?;
            if let Some(number) = self.open_ticket() {
                self.add(&halo, number, writes).await;
                self.take_away(&halo, number).await;
            }
        }
        for act in acts {
            if self.trial.became(act).is_none() {
                self.trial.note(act, Became::Skipped);
            }
        }
        self.end().await
    }

    /// Signs in; notes why not where it did not work.
    pub(super) async fn sign_in(&mut self) -> Option<Halo> {
        let errand = halo::Errand::new(
            crate::check::BUDGET,
            std::time::Duration::from_mins(1),
            self.stop.clone(),
        );
        let signing_in = Box::pin(open(self.transport, &errand, self.plan, self.target));
        let state = |opened: &Result<Halo, NotOpen>| shown(opened.is_ok());
        let opened = self.looks.step(doing(Act::SignIn), signing_in, state).await;
        let became = match &opened {
            Ok(_) => Became::Done,
            Err(_) if self.stop.is_cancelled() => Became::Skipped,
            Err(NotOpen::NotFound | NotOpen::NoAnswer | NotOpen::RateLimited) => {
                Became::Refused(Why::NotReached)
            }
            Err(NotOpen::NoSecret | NotOpen::KeychainClosed | NotOpen::Refused) => {
                Became::Refused(Why::NotSignedIn)
            }
        };
        self.trial.note(Act::SignIn, became);
        opened.ok()
    }

    /// Notes that a ticket may be there, then asks for it, then notes what became of it.
    async fn create(&mut self, halo: &Halo) -> Result<(), CommandError> {
        self.trial.ticket = Ticket::Perhaps;
        self.keep().await?;
        let product = &self.plan.profile.name;
        let creating = Box::pin(steps::create(halo, product, &self.trial));
        let state = |made: &Made| shown(matches!(made, Made::Yes(_)));
        let made = self.looks.step(doing(Act::Create), creating, state).await;
        let (ticket, became) = match made {
            Made::Yes(number) => (Ticket::Open { number }, Became::Done),
            Made::No(why) => (Ticket::NotMade, Became::Refused(why)),
            Made::Perhaps => (Ticket::Perhaps, Became::Refused(Why::NoAnswer)),
        };
        self.trial.ticket = ticket;
        self.trial.note(Act::Create, became);
        self.keep_on().await;
        Ok(())
    }

    /// Everything that is only shown: stops when the admin does.
    async fn add(&mut self, halo: &Halo, number: i64, writes: Writes) {
        let product = self.plan.profile.name.clone();
        if !self.stop.is_cancelled() {
            let reading = Box::pin(steps::read_back(halo, number));
            let what = doing(Act::ReadBack);
            let state = |read: &Result<_, _>| shown(read.is_ok());
            let became = match self.looks.step(what, reading, state).await {
                Ok(came_back) => {
                    self.trial.came_back = Some(came_back);
                    Became::Done
                }
                Err(why) => Became::Refused(why),
            };
            self.trial.note(Act::ReadBack, became);
            self.keep_on().await;
        }
        let mut added = vec![(Act::Note, false)];
        added.extend(writes.time.then_some((Act::Time, true)));
        for (act, with_time) in added {
            if self.stop.is_cancelled() {
                break;
            }
            let adding = Box::pin(steps::note(halo, &product, number, with_time));
            let became = self.looks.step(doing(act), adding, done).await;
            self.trial.note(act, became);
            self.keep_on().await;
        }
    }

    /// Deletes or closes the ticket, as the admin asked; closes it where it cannot be deleted.
    pub(super) async fn take_away(&mut self, halo: &Halo, number: i64) {
        if self.trial.afterwards == Afterwards::Delete {
            let was_seen = self.trial.came_back.is_some();
            let deleting = Box::pin(steps::delete(halo, number, was_seen));
            let became = self.looks.step(doing(Act::Delete), deleting, done).await;
            if became == Became::Done {
                self.trial.ticket = Ticket::Deleted { number };
            }
            self.trial.note(Act::Delete, became);
            self.keep_on().await;
        }
        if self.open_ticket().is_some() {
            let closing = Box::pin(steps::close(halo, number));
            let became = self.looks.step(doing(Act::Close), closing, done).await;
            if became == Became::Done {
                self.trial.ticket = Ticket::Closed { number };
            }
            self.trial.note(Act::Close, became);
        }
    }

    /// Notes that the trial has come to its end.
    pub(super) async fn end(&mut self) -> Result<(), CommandError> {
        self.trial.ended = Some(self.clock.now());
        self.trial.held_until = None;
        kept::keep(self.store, self.connection, &self.trial).await
    }

    pub(super) fn open_ticket(&self) -> Option<i64> {
        match self.trial.ticket {
            Ticket::Open { number } => Some(number),
            _ => None,
        }
    }

    /// Notes the trial, and that this program stays at it for another step.
    async fn keep(&mut self) -> Result<(), CommandError> {
        self.trial.held_until = Some(self.clock.now() + HOLD);
        kept::keep(self.store, self.connection, &self.trial).await
    }

    /// Notes the trial where stopping would be worse than going on: the earlier note, that a
    /// ticket may be there, stands.
    pub(super) async fn keep_on(&mut self) {
        if let Err(error) = self.keep().await {
            tracing::warn!(%error, "a step of the test ticket could not be noted");
        }
    }
}

fn done(became: &Became) -> LookState {
    shown(*became == Became::Done)
}

fn shown(is_done: bool) -> LookState {
    if is_done {
        LookState::Looked
    } else {
        LookState::NoAnswer
    }
}
