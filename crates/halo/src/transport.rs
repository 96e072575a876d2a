//! The only place that sends anything.
//!
//! One [`Transport`] serves the whole program, so that its limits and its pace hold for
//! everything together. It never follows a redirect, never speaks plain http except to this
//! computer, and repeats only what may safely be repeated: a write is sent once.
//! Deliberately not here: what an answer means ([`crate::reply`]) and which calls there are.

use std::{sync::Arc, time::Duration};

use backon::{BackoffBuilder, ExponentialBuilder};
use reqwest::{
    RequestBuilder,
    header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, HeaderValue},
};
use secrecy::SecretString;
use serde_json::Value;
use tokio::{
    sync::Semaphore,
    time::{Instant, timeout},
};
use url::Url;

use crate::{
    errand::{Errand, WaitReason},
    error::{HaloError, Stage},
    limits::Limits,
    politeness::{Pace, Politeness},
    redaction::Redaction,
    refusal::WriteError,
    reply::Reply,
    ways::Ways,
    wiped,
};

/// A server that asks for more quiet than this is asked again after this time at the latest.
const LONGEST_PAUSE: Duration = Duration::from_mins(5);

/// The means to make calls. Clones share everything.
#[derive(Debug, Clone)]
pub struct Transport {
    shared: Arc<Shared>,
}

#[derive(Debug)]
struct Shared {
    limits: Limits,
    ways: Ways,
    politeness: Politeness,
    in_flight: Semaphore,
}

/// A key and the header that carries it.
#[derive(Debug, Clone, Copy)]
pub struct KeyHeader<'a> {
    /// The header's name, in lower case.
    pub name: &'static str,
    /// The key.
    pub value: &'a SecretString,
}

/// One call. A read and a request for a token may be repeated safely; a write may not, because its
/// answer can get lost after Halo has done it.
pub(crate) enum Call<'a> {
    /// Reads, with a token where one is needed.
    Get {
        url: Url,
        token: Option<&'a SecretString>,
    },
    /// Reads from another server than a Halo, with a key in a header of its own.
    GetWithKey {
        url: Url,
        header: &'static str,
        key: &'a SecretString,
    },
    /// Changes something on another server than a Halo, with a key in a header of its own.
    PutWithKey {
        url: Url,
        header: &'static str,
        key: &'a SecretString,
        body: &'a Value,
    },
    /// Sends a form to a token end point; `hidden` is the secret in it.
    Form {
        url: Url,
        form: &'a [(&'a str, &'a str)],
        hidden: &'a SecretString,
    },
    /// Creates or changes something.
    Post {
        url: Url,
        token: &'a SecretString,
        body: &'a Value,
    },
    /// Deletes something.
    Delete { url: Url, token: &'a SecretString },
}

impl Call<'_> {
    fn url(&self) -> &Url {
        match self {
            Self::Get { url, .. }
            | Self::GetWithKey { url, .. }
            | Self::PutWithKey { url, .. }
            | Self::Form { url, .. }
            | Self::Post { url, .. }
            | Self::Delete { url, .. } => url,
        }
    }

    fn may_be_repeated(&self) -> bool {
        matches!(
            self,
            Self::Get { .. } | Self::GetWithKey { .. } | Self::Form { .. }
        )
    }

    fn redaction(&self) -> Redaction {
        let mut redaction = Redaction::default();
        match self {
            Self::Get { token, .. } => token.iter().for_each(|token| redaction.hide(token)),
            Self::GetWithKey { key, .. } | Self::PutWithKey { key, .. } => redaction.hide(key),
            Self::Form { hidden, .. } => redaction.hide(hidden),
            Self::Post { token, .. } | Self::Delete { token, .. } => redaction.hide(token),
        }
        redaction
    }
}

impl Transport {
    /// A transport within these limits. Nothing is opened before the first call.
    pub fn new(limits: Limits) -> Self {
        Self::by(Ways::default(), limits)
    }

    fn by(ways: Ways, limits: Limits) -> Self {
        Self {
            shared: Arc::new(Shared {
                ways,
                politeness: Politeness::new(&limits),
                in_flight: Semaphore::new(limits.in_flight.max(1)),
                limits,
            }),
        }
    }

    /// A transport for practising with a tenant on this computer, whose authority (PEM) it trusts
    /// beside those of the system: for this computer's own addresses and for no other host.
    pub fn practising(limits: Limits, authority: String) -> Self {
        Self::by(Ways::practising(authority), limits)
    }

    /// Reads JSON from another server than a Halo, within the same limits, at the same pace and
    /// just as unwilling to be sent elsewhere.
    pub async fn get_with_key(
        &self,
        errand: &Errand,
        url: Url,
        key: KeyHeader<'_>,
    ) -> Result<Value, HaloError> {
        let call = Call::GetWithKey {
            url,
            header: key.name,
            key: key.value,
        };
        self.send(errand, call).await?.into_json()
    }

    /// Changes something on another server than a Halo, and gives what it answered. Sent once, like
    /// every write.
    ///
    /// # Errors
    /// After [`WriteError::Uncertain`] it may be changed all the same.
    pub async fn put_with_key(
        &self,
        errand: &Errand,
        url: Url,
        key: KeyHeader<'_>,
        body: &Value,
    ) -> Result<Value, WriteError> {
        let call = Call::PutWithKey {
            url,
            header: key.name,
            key: key.value,
            body,
        };
        let sent = self.send(errand, call).await;
        let json = sent.and_then(Reply::into_json);
        json.map_err(WriteError::after_sending)
    }

    /// Sends a call, again if that is safe and promising, and returns the last answer.
    pub(crate) async fn send(&self, errand: &Errand, call: Call<'_>) -> Result<Reply, HaloError> {
        errand.bound(self.send_patiently(errand, &call)).await
    }

    async fn send_patiently(&self, errand: &Errand, call: &Call<'_>) -> Result<Reply, HaloError> {
        let limits = &self.shared.limits;
        let pace = self.shared.politeness.towards(call.url());
        let mut pauses = ExponentialBuilder::default()
            .with_min_delay(limits.back_off)
            .with_max_delay(limits.longest_wait)
            .with_factor(3.0)
            .with_jitter()
            .with_max_times(limits.retries)
            .build();
        let mut connecting_failed = false;
        loop {
            pace.take_turn(errand, limits.longest_wait).await?;
            let outcome = self.send_once(errand, call).await;
            let Some(trouble) = Trouble::of(&outcome) else {
                return outcome;
            };
            let pause = trouble.note(&pace, limits.back_off);
            if !call.may_be_repeated() {
                return outcome;
            }
            let Some(own) = pauses.next() else {
                return outcome;
            };
            // A person waits for this answer: twice in vain is enough to know.
            let no_connection = matches!(trouble, Trouble::NoConnection);
            if no_connection && std::mem::replace(&mut connecting_failed, true) {
                return outcome;
            }
            let pause = pause.unwrap_or(own);
            if pause > limits.longest_wait || !errand.has_time_for(pause) {
                return outcome;
            }
            errand.wait(Instant::now() + pause, trouble.reason()).await;
        }
    }

    async fn send_once(&self, errand: &Errand, call: &Call<'_>) -> Result<Reply, HaloError> {
        let limits = &self.shared.limits;
        let _place = self
            .shared
            .in_flight
            .acquire()
            .await
            .map_err(|_| HaloError::Cancelled)?;
        errand.spend()?;
        let begun = Instant::now();
        let outcome = timeout(limits.total, self.exchange(call))
            .await
            .unwrap_or(Err(HaloError::TimedOut {
                stage: Stage::Answer,
            }));
        let url = call.url();
        tracing::debug!(
            host = url.host_str().unwrap_or_default(),
            path = url.path(),
            status = outcome.as_ref().ok().map(Reply::status),
            failure = outcome.as_ref().err().map(tracing::field::display),
            millis = u64::try_from(begun.elapsed().as_millis()).unwrap_or(u64::MAX),
            "asked Halo"
        );
        outcome
    }

    async fn exchange(&self, call: &Call<'_>) -> Result<Reply, HaloError> {
        let response = self
            .request(call)?
            .send()
            .await
            .map_err(|error| self.shared.ways.blame(call.url(), &error))?;
        Reply::read(response, call.redaction(), &self.shared.limits).await
    }

    fn request(&self, call: &Call<'_>) -> Result<RequestBuilder, HaloError> {
        let url = call.url().clone();
        let http = self.shared.ways.to(&url, &self.shared.limits)?;
        let request = match call {
            Call::Get { token: None, .. } => http.get(url),
            Call::Get {
                token: Some(token), ..
            } => http.get(url).header(AUTHORIZATION, bearer(token)?),
            Call::GetWithKey { header, key, .. } => http
                .get(url)
                .header(*header, wiped::header(key).ok_or(HaloError::Unauthorised)?),
            Call::PutWithKey {
                header, key, body, ..
            } => http
                .put(url)
                .header(*header, wiped::header(key).ok_or(HaloError::Unauthorised)?)
                .header(CONTENT_TYPE, "application/json")
                .body(body.to_string()),
            Call::Form { form, .. } => http
                .post(url)
                .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
                .body(wiped::form(form)),
            Call::Post { token, body, .. } => {
                let request = http.post(url).header(AUTHORIZATION, bearer(token)?);
                // Halo takes no other type for this (confirmed, 2026).
                request
                    .header(CONTENT_TYPE, "application/json")
                    .body(body.to_string())
            }
            Call::Delete { token, .. } => http.delete(url).header(AUTHORIZATION, bearer(token)?),
        };
        Ok(request.header(ACCEPT, "application/json"))
    }
}

/// The header that carries a token; signing in took none that cannot stand in it.
fn bearer(token: &SecretString) -> Result<HeaderValue, HaloError> {
    wiped::bearer(token).ok_or(HaloError::Unauthorised)
}

/// A failure that may pass by itself.
enum Trouble {
    /// 429, with the time Halo asked for.
    TooFast(Option<Duration>),
    /// 502, 503 or 504.
    Passing(Option<Duration>),
    /// The server was not reached.
    NoConnection,
}

impl Trouble {
    fn of(outcome: &Result<Reply, HaloError>) -> Option<Self> {
        match outcome {
            Ok(reply) => match reply.status() {
                429 => Some(Self::TooFast(reply.retry_after())),
                502..=504 => Some(Self::Passing(reply.retry_after())),
                _ => None,
            },
            Err(
                HaloError::Unreachable
                | HaloError::TimedOut {
                    stage: Stage::Connect,
                },
            ) => Some(Self::NoConnection),
            Err(_) => None,
        }
    }

    /// Tells the whole program to be quiet towards this host where Halo asked for it, and says
    /// how long this call has to wait at least.
    fn note(&self, pace: &Pace, back_off: Duration) -> Option<Duration> {
        match self {
            Self::TooFast(asked) => {
                let pause = asked.unwrap_or(back_off * 4);
                pace.pause_until(Instant::now() + pause.min(LONGEST_PAUSE));
                Some(pause)
            }
            Self::Passing(asked) => *asked,
            Self::NoConnection => None,
        }
    }

    fn reason(&self) -> WaitReason {
        match self {
            Self::TooFast(_) => WaitReason::HaloAsked,
            Self::Passing(_) | Self::NoConnection => WaitReason::TryingAgain,
        }
    }
}
