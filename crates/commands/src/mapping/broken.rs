//! Why a reading ended early, in words for the admin.
//!
//! Every cause has a sentence of its own: what happened and what to do next. Whether something of
//! the list is kept to go on from is not said here, because it differs from list to list: the page
//! shows it beside the list.

use halo::{Body, HaloError, Limits, Stage};
use store::Side;

use super::room::{MOST_ROWS, MOST_TEXT};
use crate::error::CommandError;
use crate::probe::NotOpen;
use crate::words;

/// A megabyte as limits are told.
const MEGABYTE: usize = 1024 * 1024;

/// Why a reading ended early.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Broken {
    /// The admin stopped it.
    Cancelled,
    /// A sentence: why, and what to do.
    Because(String),
}

impl Broken {
    fn because(key: &str) -> Self {
        Self::Because(words::say(key))
    }

    fn with(key: &str, name: &'static str, value: &str) -> Self {
        Self::Because(words::say_with(key, &[(name, value)]))
    }

    /// The list has more in it than can be mapped, or never ends.
    pub(super) fn too_long() -> Self {
        let counts = [("rows", MOST_ROWS), ("megabytes", MOST_TEXT / MEGABYTE)];
        Self::Because(words::say_counts("mapping-list-too-long", &counts))
    }

    /// The list of that side could not be read.
    pub(super) fn reading(side: Side, error: &HaloError) -> Self {
        let is_halo = side == Side::Halo;
        let either = |halo, vendor| Self::because(if is_halo { halo } else { vendor });
        match error {
            HaloError::Cancelled => Self::Cancelled,
            HaloError::Unauthorised | HaloError::Forbidden => {
                either("mapping-not-permitted", "mapping-reader-key-refused")
            }
            HaloError::NotFound => either("mapping-not-there", "mapping-reader-not-there"),
            HaloError::BudgetSpent if is_halo => Self::because("mapping-too-many-requests"),
            HaloError::BudgetSpent => {
                let most = usize::try_from(super::halo_list::BUDGET).unwrap_or(usize::MAX);
                let counts = [("requests", most)];
                Self::Because(words::say_counts("mapping-reader-endless", &counts))
            }
            HaloError::RateLimited { .. } => Self::because("mapping-slow-down"),
            HaloError::ServerError { .. } => Self::because("mapping-server-error"),
            HaloError::TooLarge => {
                let most = Limits::default().body_bytes / MEGABYTE;
                let counts = [("megabytes", most)];
                Self::Because(words::say_counts("mapping-answer-too-large", &counts))
            }
            HaloError::NotJson {
                found: Body::Html, ..
            } => Self::because("mapping-web-page"),
            HaloError::NotJson { .. } | HaloError::NotHalo => Self::because("mapping-unexpected"),
            HaloError::Refused { status, .. } => {
                Self::with("mapping-refused", "status", &status.to_string())
            }
            HaloError::RedirectedElsewhere { host } => {
                Self::with("mapping-redirected", "host", host)
            }
            error => Self::because(on_the_way(error)),
        }
    }
}

/// What kept us from getting an answer at all.
fn on_the_way(error: &HaloError) -> &'static str {
    match error {
        HaloError::NameNotFound => "mapping-no-such-name",
        HaloError::TlsUntrusted => "mapping-tls-untrusted",
        HaloError::TlsExpired { .. } => "mapping-tls-expired",
        HaloError::TlsWrongHost { .. } => "mapping-tls-wrong-host",
        HaloError::TlsFailed => "mapping-tls-failed",
        HaloError::NoTransport => "mapping-no-transport",
        HaloError::ProxyRefused | HaloError::ProxyWantsSignIn => "mapping-proxy",
        HaloError::TimedOut {
            stage: Stage::Errand,
        } => "mapping-took-too-long",
        HaloError::TimedOut {
            stage: Stage::Answer,
        } => "mapping-timed-out",
        _ => "mapping-offline",
    }
}

impl From<HaloError> for Broken {
    fn from(error: HaloError) -> Self {
        Self::reading(Side::Halo, &error)
    }
}

impl From<NotOpen> for Broken {
    fn from(not_open: NotOpen) -> Self {
        Self::because(match not_open {
            NotOpen::NotFound => "mapping-halo-not-found",
            NotOpen::NoSecret => "mapping-no-secret",
            NotOpen::KeychainClosed => "mapping-keychain-closed",
            NotOpen::RateLimited => "mapping-slow-down",
            NotOpen::NoAnswer => "mapping-halo-no-answer",
            NotOpen::Refused => "mapping-sign-in-failed",
        })
    }
}

impl From<CommandError> for Broken {
    fn from(error: CommandError) -> Self {
        Self::Because(error.message)
    }
}

impl From<store::StoreError> for Broken {
    fn from(error: store::StoreError) -> Self {
        Self::Because(crate::saved::words(&error))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(broken: Broken) -> String {
        match broken {
            Broken::Because(words) => words,
            Broken::Cancelled => panic!("nobody stopped it"),
        }
    }

    fn answer(found: Body) -> HaloError {
        HaloError::NotJson { status: 200, found }
    }

    #[test]
    fn every_cause_is_told_by_its_own_words() {
        let timed_out = |stage| HaloError::TimedOut { stage };
        let slow = HaloError::RateLimited { retry_after: None };
        let away = HaloError::RedirectedElsewhere {
            host: "evil.example".into(),
        };
        let refused = HaloError::Refused {
            status: 418,
            said: "a teapot".into(),
        };
        // What Halo's list says and what the other one does, in part.
        let table = [
            (HaloError::Unauthorised, "does not let", "API key"),
            (HaloError::Forbidden, "does not let", "API key"),
            (HaloError::NotFound, "hides it", "at this address"),
            (
                HaloError::BudgetSpent,
                "Continue to read the rest",
                "3,000 requests",
            ),
            (slow, "longer pause", "longer pause"),
            (
                HaloError::ServerError { status: 500 },
                "problem of its own",
                "problem of its own",
            ),
            (
                HaloError::TooLarge,
                "5 MB in one answer",
                "5 MB in one answer",
            ),
            (answer(Body::Html), "web page", "web page"),
            (answer(Body::Unreadable), "no such list", "no such list"),
            (answer(Body::Empty), "no such list", "no such list"),
            (
                answer(Body::UnexpectedShape),
                "no such list",
                "no such list",
            ),
            (HaloError::NotHalo, "no such list", "no such list"),
            (refused, "status 418", "status 418"),
            (away, "evil.example", "evil.example"),
            (HaloError::NameNotFound, "of that name", "of that name"),
            (HaloError::TlsUntrusted, "who issued", "who issued"),
            (
                HaloError::TlsExpired { good: None },
                "out of date",
                "out of date",
            ),
            (
                HaloError::TlsWrongHost { names: Vec::new() },
                "another name",
                "another name",
            ),
            (
                HaloError::TlsFailed,
                "No secure connection",
                "No secure connection",
            ),
            (
                HaloError::NoTransport,
                "on this computer",
                "on this computer",
            ),
            (HaloError::ProxyRefused, "proxy", "proxy"),
            (
                HaloError::ProxyWantsSignIn,
                "sign in to it",
                "sign in to it",
            ),
            (timed_out(Stage::Errand), "whole list", "whole list"),
            (
                timed_out(Stage::Answer),
                "longer to answer",
                "longer to answer",
            ),
            (timed_out(Stage::Connect), "broke off", "broke off"),
            (HaloError::Unreachable, "broke off", "broke off"),
        ];
        for (error, halo, vendor) in table {
            for (side, words) in [(Side::Halo, halo), (Side::Vendor, vendor)] {
                let said = said(Broken::reading(side, &error));
                assert!(said.contains(words), "{error:?}: {said}");
                // What happened, and then what to do.
                assert!(said.matches(['.', ';']).count() >= 2, "{error:?}: {said}");
                assert!(!said.contains("teapot"), "{said}");
                // Only pages of customers are kept to go on from.
                let goes_on = error == HaloError::BudgetSpent && side == Side::Halo;
                assert_eq!(said.contains("is kept"), goes_on, "{said}");
            }
        }
        assert_eq!(
            Broken::reading(Side::Vendor, &HaloError::Cancelled),
            Broken::Cancelled
        );
    }

    #[test]
    fn how_much_can_be_mapped_is_said() {
        let said = said(Broken::too_long());
        assert!(said.contains("200,000 rows or 32 MB"), "{said}");
    }

    #[test]
    fn a_halo_that_does_not_open_is_told_by_its_cause() {
        let table = [
            (NotOpen::NotFound, "not found at its address"),
            (NotOpen::NoSecret, "no Client Secret"),
            (NotOpen::KeychainClosed, "keychain"),
            (NotOpen::RateLimited, "longer pause"),
            (NotOpen::NoAnswer, "did not answer"),
            (NotOpen::Refused, "did not accept"),
        ];
        for (not_open, words) in table {
            let said = said(not_open.into());
            assert!(said.contains(words), "{not_open:?}: {said}");
        }
    }
}
