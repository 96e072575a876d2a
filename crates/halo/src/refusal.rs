//! Why a write did not succeed, and whether it may have happened all the same.
//!
//! Made by [`crate::Halo`] of every failed write. A caller that gets [`WriteError::Uncertain`]
//! looks for what it wanted to write; nobody writes again. Deliberately not here: what an admin
//! can do about it.

use thiserror::Error;

use crate::error::{HaloError, Stage};

/// A write that did not succeed.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum WriteError {
    /// Halo answered, and did not do it.
    #[error("Halo refused: {0}")]
    Refused(Refusal),
    /// It never reached Halo, or Halo turned it away unread.
    #[error("nothing was written: {0}")]
    NotSent(HaloError),
    /// Halo may have done it: no answer came that says so or denies it.
    #[error("it is not known whether it was written: {0}")]
    Uncertain(HaloError),
}

/// Why Halo did not do it. `said` is Halo's own words, without secrets, on one line of at most 200
/// characters; it may be empty.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Refusal {
    /// 401 although the token is good: the agent lacks a permission (confirmed for deleting a
    /// ticket, 2026).
    #[error("the agent lacks a permission")]
    Unauthorised,
    /// 403: the scope or the agent's access to the whole module is missing (confirmed, 2026).
    #[error("the token does not reach this far")]
    Forbidden,
    /// 404: it is not there, or hidden from this agent.
    #[error("nothing was found there")]
    NotFound,
    /// A field must be filled that was not sent.
    #[error("a field must be filled: {said}")]
    MandatoryField {
        /// Halo's words, which name the field.
        said: String,
    },
    /// The ticket type starts an approval that needs more than was sent.
    #[error("an approval needs more: {said}")]
    Approval {
        /// Halo's words.
        said: String,
    },
    /// Halo stumbles over its way of numbering tickets (reported, 2024).
    #[error("tickets cannot be numbered: {said}")]
    Numbering {
        /// Halo's words.
        said: String,
    },
    /// A rule of Halo's that is none of these.
    #[error("{said}")]
    Rule {
        /// Halo's words.
        said: String,
    },
}

impl WriteError {
    /// What a failure means for a write that was to be sent.
    pub(crate) fn after_sending(error: HaloError) -> Self {
        match error {
            HaloError::Unauthorised => Self::Refused(Refusal::Unauthorised),
            HaloError::Forbidden => Self::Refused(Refusal::Forbidden),
            HaloError::NotFound => Self::Refused(Refusal::NotFound),
            // 408 comes from servers that gave up waiting, here or behind them.
            HaloError::Refused { status, said } if status != 408 => {
                Self::Refused(Refusal::of(said))
            }
            HaloError::NameNotFound
            | HaloError::TimedOut {
                stage: Stage::Connect,
            }
            | HaloError::TlsUntrusted
            | HaloError::TlsExpired { .. }
            | HaloError::TlsWrongHost { .. }
            | HaloError::ProxyRefused
            | HaloError::ProxyWantsSignIn
            | HaloError::RateLimited { .. }
            | HaloError::BudgetSpent
            | HaloError::NoTransport => Self::NotSent(error),
            // Among these: encryption can break after the write was sent, and servers send on to
            // another page once they have done it.
            _ => Self::Uncertain(error),
        }
    }
}

/// Parts of Halo's words, and the kind of refusal they stand for.
type Kind = (&'static [&'static str], fn(String) -> Refusal);

/// What Halo's words for a kind of refusal hold, in lower case. Halo has no codes for them: texts
/// as reported by guides and seen live, 2024 to 2026. The kind only chooses which advice stands
/// beside Halo's own words.
const WORDS: [Kind; 3] = [
    (&["faults' cannot be tracked"], |said| Refusal::Numbering {
        said,
    }),
    (&["approv", "cab ", "cab_id"], |said| Refusal::Approval {
        said,
    }),
    (
        &[
            "must be entered",
            "must be selected",
            "must not be blank",
            "is required",
            "is mandatory",
            "required field",
        ],
        |said| Refusal::MandatoryField { said },
    ),
];

impl Refusal {
    fn of(said: String) -> Self {
        let lower = said.to_lowercase();
        let holds = |words: &[&str]| words.iter().any(|word| lower.contains(word));
        match WORDS.iter().find(|(words, _)| holds(words)) {
            Some((_, kind)) => kind(said),
            None => Self::Rule { said },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halos_words_choose_the_advice_and_are_kept() {
        let of = |said: &str| Refusal::of(said.to_owned());
        let said = |text: &str| text.to_owned();
        for text in [
            "Category must be entered",
            "A Site must be selected",
            "Priority Description must not be blank",
        ] {
            assert_eq!(of(text), Refusal::MandatoryField { said: said(text) });
        }
        for text in ["CAB ID is not valid", "An Approval Process is required"] {
            assert_eq!(of(text), Refusal::Approval { said: said(text) });
        }
        let text = "The instance of entity type 'Faults' cannot be tracked because another";
        assert_eq!(of(text), Refusal::Numbering { said: said(text) });
        for text in ["", "You do not have permission to update this Ticket."] {
            assert_eq!(of(text), Refusal::Rule { said: said(text) });
        }
    }

    #[test]
    fn what_may_have_happened_is_never_called_refused() {
        let stage = |stage| HaloError::TimedOut { stage };
        for error in [
            HaloError::Unreachable,
            stage(Stage::Answer),
            stage(Stage::Errand),
            HaloError::Cancelled,
            HaloError::ServerError { status: 504 },
            HaloError::TooLarge,
            HaloError::TlsFailed,
            HaloError::RedirectedElsewhere {
                host: "elsewhere.example".to_owned(),
            },
            HaloError::Refused {
                status: 408,
                said: String::new(),
            },
        ] {
            let expected = WriteError::Uncertain(error.clone());
            assert_eq!(WriteError::after_sending(error), expected);
        }
        for error in [
            stage(Stage::Connect),
            HaloError::NameNotFound,
            HaloError::TlsUntrusted,
            HaloError::ProxyRefused,
            HaloError::ProxyWantsSignIn,
            HaloError::RateLimited { retry_after: None },
        ] {
            let expected = WriteError::NotSent(error.clone());
            assert_eq!(WriteError::after_sending(error), expected);
        }
    }
}
