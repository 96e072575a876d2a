//! The proof by writing: one test ticket, made only when the admin asks, and what became of it.
//!
//! Reading shows much and not everything: whether a product may make a ticket, add a note or book
//! time shows only when that is done once. The `commands` crate writes, and puts down here what
//! it did; [`mod@outcome`] says what that means, in words. Kept with the connection, because a
//! ticket that may remain must never be forgotten. Not here: Halo, and where this is kept.

pub mod outcome;
mod words;

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::plan::Plan;
use crate::profile::Level;
use crate::{permission, scope};

pub use outcome::{TrialFix, TrialLeft, TrialOutcome, TrialShown, TrialState, TrialStep, outcome};
pub use words::{doing, reason, summary, ticket_details, ticket_note, will_write};

/// Time that is booked on the test ticket, in hours: three minutes.
pub const HOURS: f64 = 0.05;

/// How long whoever makes or removes a test ticket may go on without noting it: longer than its
/// longest step.
pub const HOLD: SignedDuration = SignedDuration::from_secs(130);

/// What the product writes in Halo, and so what is tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Writes {
    /// It makes tickets. Where it does not, there is nothing to try.
    pub tickets: bool,
    /// It books time.
    pub time: bool,
}

impl Writes {
    /// Read off what the product asks for: who asks for `edit:tickets` makes tickets. Time is
    /// booked by those who ask for it by name; that a product asks for everything does not say
    /// that it needs it.
    pub fn of(plan: &Plan) -> Self {
        let scopes = || plan.wanted.scopes.iter().map(String::as_str);
        let by_scope = scopes().any(|scope| scope.ends_with(":timesheets") && !is_read(scope));
        let by_permission = plan.permissions.iter().any(|need| {
            need.level != Level::Forbidden
                && permission::slug(&need.name) == "timesheets-access-level"
                && need.value.contains("Modify")
        });
        Self {
            tickets: scope::any_includes(scopes(), "edit:tickets"),
            time: by_scope || by_permission && scope::any_includes(scopes(), "editMine:timesheets"),
        }
    }
}

fn is_read(scope: &str) -> bool {
    scope.starts_with("read:")
}

/// What is to become of the ticket in the end.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Afterwards {
    /// Delete it; where Halo refuses that, close it.
    Delete,
    /// Close it, and keep it.
    Close,
}

/// Something of Halo's that the admin picked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Picked {
    /// Halo's number of it.
    #[ts(type = "number")]
    pub id: i64,
    /// Its name.
    pub name: String,
}

/// One trial, as it is kept: also one that was interrupted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Trial {
    /// A mark in the ticket's summary that no other ticket has.
    pub mark: String,
    /// The address of the Halo it was written to.
    pub halo: String,
    /// The customer.
    pub customer: Picked,
    /// The ticket type.
    pub ticket_type: Picked,
    /// What was to become of the ticket.
    pub afterwards: Afterwards,
    /// When it began.
    pub begun: Timestamp,
    /// When it ended; absent while it runs, and for ever if the program ended first.
    pub ended: Option<Timestamp>,
    /// The ticket, as far as is known.
    pub ticket: Ticket,
    /// What was tried, in order.
    pub tried: Vec<Tried>,
    /// The ticket as Halo gave it back.
    pub came_back: Option<CameBack>,
    /// Until when somebody may be at it, unless it is noted anew before; absent when nobody is.
    /// Another program leaves the ticket alone until then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub held_until: Option<Timestamp>,
}

/// What is known of the ticket.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub enum Ticket {
    /// It was not made: nothing was sent, or Halo refused.
    NotMade,
    /// It was asked for, and whether it was made is not known.
    Perhaps,
    /// It is there, and open.
    Open {
        /// Its number.
        number: i64,
    },
    /// It is there, and closed.
    Closed {
        /// Its number.
        number: i64,
    },
    /// It was there, and is deleted.
    Deleted {
        /// Its number.
        number: i64,
    },
    /// The admin says that it is gone.
    RemovedByHand,
}

impl Ticket {
    /// The number, where there is or was a ticket.
    pub fn number(self) -> Option<i64> {
        match self {
            Self::Open { number } | Self::Closed { number } | Self::Deleted { number } => {
                Some(number)
            }
            Self::NotMade | Self::Perhaps | Self::RemovedByHand => None,
        }
    }

    /// Something that should not stay so is in Halo, or may be.
    pub fn needs_removing(self) -> bool {
        matches!(self, Self::Perhaps | Self::Open { .. })
    }
}

/// One thing that was tried.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tried {
    /// What.
    pub act: Act,
    /// What became of it.
    pub became: Became,
}

/// The things that are tried, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
#[ts(rename = "TrialAct")]
pub enum Act {
    /// Signing in.
    SignIn,
    /// Making the ticket.
    Create,
    /// Reading it back.
    ReadBack,
    /// Adding a private note.
    Note,
    /// Booking time.
    Time,
    /// Deleting the ticket.
    Delete,
    /// Closing it.
    Close,
}

impl Act {
    /// Everything that is tried for a product that writes this, in order.
    pub fn all(writes: Writes, afterwards: Afterwards) -> Vec<Self> {
        let mut acts = vec![Self::SignIn, Self::Create, Self::ReadBack, Self::Note];
        acts.extend(writes.time.then_some(Self::Time));
        acts.push(match afterwards {
            Afterwards::Delete => Self::Delete,
            Afterwards::Close => Self::Close,
        });
        acts
    }
}

/// What became of one thing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Became {
    /// Halo did it.
    Done,
    /// It did not happen, or is not known to have happened.
    Refused(Why),
    /// It was left out, because something before it failed or the admin stopped.
    Skipped,
}

/// Why something did not happen. `said` is Halo's own words, without secrets and short.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "why", rename_all = "kebab-case")]
pub enum Why {
    /// No token was issued.
    NotSignedIn,
    /// 401 with a good token: the agent lacks a permission.
    Unauthorised,
    /// 403: the scope or the agent's access to the module is missing.
    Forbidden,
    /// 404: the agent does not see it.
    NotFound,
    /// A field must be filled.
    MandatoryField {
        /// Halo's words.
        said: String,
    },
    /// An approval needs more.
    Approval {
        /// Halo's words.
        said: String,
    },
    /// Halo's way of numbering tickets does not work with the API.
    Numbering {
        /// Halo's words.
        said: String,
    },
    /// Another rule of Halo's.
    Rule {
        /// Halo's words; may be empty.
        said: String,
    },
    /// No answer came that says so or denies it.
    NoAnswer,
    /// Halo was not reached, or asked to be left alone; nothing was written.
    NotReached,
    /// There is no outcome for private notes.
    NoOutcome,
    /// There is no status for closed tickets.
    NoClosedStatus,
    /// Halo said yes, and afterwards it was not so.
    NotSo,
}

/// The ticket as Halo gave it back. What Halo did not say is absent.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CameBack {
    /// Its type.
    pub ticket_type: Option<String>,
    /// Its status when it was new.
    pub status: Option<String>,
    /// Its team.
    pub team: Option<String>,
    /// Its customer.
    pub customer: Option<String>,
    /// The agent it was assigned to.
    pub agent: Option<String>,
    /// Where it came from, as Halo's number of a source.
    pub source: Option<i64>,
}

impl Trial {
    /// Somebody may be at it now. A time that is further off than anybody may ask for was noted
    /// before the clock was put back, and holds nobody up.
    pub fn is_held(&self, now: Timestamp) -> bool {
        self.held_until
            .is_some_and(|until| now < until && until.duration_since(now) <= HOLD)
    }

    /// What became of this, where it was tried.
    pub fn became(&self, act: Act) -> Option<&Became> {
        let tried = self.tried.iter().find(|tried| tried.act == act);
        tried.map(|tried| &tried.became)
    }

    /// Puts down what became of something, in place of an earlier try of the same.
    pub fn note(&mut self, act: Act, became: Became) {
        self.tried.retain(|tried| tried.act != act);
        self.tried.push(Tried { act, became });
    }
}
