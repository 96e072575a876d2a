//! One answer: read within its limits, cleaned of secrets, understood by its status.
//!
//! Made by [`crate::Transport`]; read by discovery, sign-in and [`crate::Halo`].
//! Deliberately not here: what the JSON of one resource looks like.

use std::time::{Duration, SystemTime};

use jiff::SignedDuration;
use reqwest::{
    Response,
    header::{CONTENT_TYPE, DATE, HeaderMap, HeaderName, LOCATION, RETRY_AFTER, WWW_AUTHENTICATE},
};
use secrecy::zeroize::{Zeroize, Zeroizing};
use serde_json::Value;
use url::Url;

use crate::{
    error::{Body, HaloError},
    failure,
    json::{self, Unread},
    limits::Limits,
    redaction::Redaction,
    said,
};

/// One answer.
pub(crate) struct Reply {
    status: u16,
    retry_after: Option<Duration>,
    clock_skew: Option<SignedDuration>,
    /// Whether signing in by a browser dialogue or domain account was demanded: no Halo does.
    foreign_challenge: bool,
    content: Result<Value, Body>,
}

impl Reply {
    /// Reads the answer to its end, unless it is a redirect or longer than allowed.
    pub(crate) async fn read(
        response: Response,
        redaction: Redaction,
        limits: &Limits,
    ) -> Result<Self, HaloError> {
        let status = response.status().as_u16();
        let headers = response.headers().clone();
        if let Some(target) = redirect_target(status, &headers, response.url()) {
            return Err(HaloError::RedirectedElsewhere {
                host: redaction.clean(&target),
            });
        }
        if status == 407 {
            return Err(HaloError::ProxyWantsSignIn);
        }
        let bytes = read_body(response, limits.body_bytes).await?;
        let mut content = content(&headers, &bytes, limits)?;
        if let Ok(value) = &mut content {
            redaction.clean_value(value);
        }
        let server_time =
            text(&headers, &DATE).and_then(|date| httpdate::parse_http_date(date).ok());
        let now = SystemTime::now();
        Ok(Self {
            status,
            retry_after: text(&headers, &RETRY_AFTER)
                .and_then(|value| retry_after(value, server_time.unwrap_or(now))),
            clock_skew: server_time.and_then(|then| SignedDuration::system_until(now, then).ok()),
            foreign_challenge: text(&headers, &WWW_AUTHENTICATE).is_some_and(is_foreign),
            content,
        })
    }

    pub(crate) fn status(&self) -> u16 {
        self.status
    }

    /// The wait that Halo asked for.
    pub(crate) fn retry_after(&self) -> Option<Duration> {
        self.retry_after
    }

    /// The server's clock minus ours.
    pub(crate) fn clock_skew(&self) -> Option<SignedDuration> {
        self.clock_skew
    }

    pub(crate) fn is_success(&self) -> bool {
        (200..300).contains(&self.status)
    }

    pub(crate) fn has_foreign_challenge(&self) -> bool {
        self.foreign_challenge
    }

    /// The JSON, or what stood in its place, whatever the status.
    pub(crate) fn content(&self) -> Result<&Value, Body> {
        self.content.as_ref().map_err(|found| *found)
    }

    /// Wipes every text in this answer, after a secret in it was put in a safer place.
    pub(crate) fn wipe(&mut self) {
        if let Ok(value) = &mut self.content {
            wipe(value);
        }
    }

    /// That this answer is JSON, but not of the kind that was asked for.
    pub(crate) fn not_as_expected(&self) -> HaloError {
        let found = self.content().err().unwrap_or(Body::UnexpectedShape);
        HaloError::NotJson {
            status: self.status,
            found,
        }
    }

    /// The JSON of a success, or the error that the status stands for.
    pub(crate) fn into_json(self) -> Result<Value, HaloError> {
        if self.is_success() {
            let status = self.status;
            return self
                .content
                .map_err(|found| HaloError::NotJson { status, found });
        }
        Err(self.refusal())
    }

    /// The error that the status stands for.
    pub(crate) fn refusal(&self) -> HaloError {
        match self.status {
            401 => HaloError::Unauthorised,
            403 => HaloError::Forbidden,
            404 => HaloError::NotFound,
            429 => HaloError::RateLimited {
                retry_after: self.retry_after,
            },
            status @ 400..=499 => {
                let said = self.content().map(said::from_json).unwrap_or_default();
                HaloError::Refused { status, said }
            }
            status @ 500..=599 => HaloError::ServerError { status },
            _ => self.not_as_expected(),
        }
    }
}

fn wipe(value: &mut Value) {
    match value {
        Value::String(text) => text.zeroize(),
        Value::Array(items) => items.iter_mut().for_each(wipe),
        Value::Object(fields) => fields.values_mut().for_each(wipe),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

/// Where a redirect points, as a host; we never go there.
fn redirect_target(status: u16, headers: &HeaderMap, from: &Url) -> Option<String> {
    let redirect = matches!(status, 301 | 302 | 303 | 307 | 308);
    let location = text(headers, &LOCATION).filter(|_| redirect)?;
    let target = from.join(location).ok()?;
    let host = target.host_str().map(str::to_owned);
    Some(host.unwrap_or_else(|| said::clean(target.scheme())))
}

/// The body after decompression; stops as soon as it grows beyond `cap`.
async fn read_body(mut response: Response, cap: usize) -> Result<Zeroizing<Vec<u8>>, HaloError> {
    if response
        .content_length()
        .is_some_and(|length| length > cap as u64)
    {
        return Err(HaloError::TooLarge);
    }
    let status = response.status().as_u16();
    let broken = |error: &reqwest::Error| {
        if failure::is_garbled(error) {
            HaloError::NotJson {
                status,
                found: Body::Unreadable,
            }
        } else {
            failure::classify(error)
        }
    };
    let announced = response.content_length().unwrap_or_default();
    // A token may come this way: room enough from the start leaves no copies behind, and what was
    // read is wiped once it is understood.
    let mut bytes = Zeroizing::new(Vec::with_capacity(
        usize::try_from(announced).unwrap_or(cap),
    ));
    while let Some(chunk) = response.chunk().await.map_err(|error| broken(&error))? {
        if bytes.len() + chunk.len() > cap {
            return Err(HaloError::TooLarge);
        }
        bytes.extend_from_slice(&chunk);
    }
    Ok(bytes)
}

/// What the body says, or what stands in its place.
pub(crate) fn content(
    headers: &HeaderMap,
    bytes: &[u8],
    limits: &Limits,
) -> Result<Result<Value, Body>, HaloError> {
    let bytes = bytes
        .strip_prefix(b"\xEF\xBB\xBF")
        .unwrap_or(bytes)
        .trim_ascii();
    let says_html = text(headers, &CONTENT_TYPE).is_some_and(|kind| kind.contains("html"));
    Ok(match bytes.first() {
        None => Err(Body::Empty),
        Some(first) if says_html || *first == b'<' => Err(Body::Html),
        Some(_) => match json::parse(bytes, limits) {
            Err(Unread::TooLarge) => return Err(HaloError::TooLarge),
            Err(Unread::NotJson) => Err(Body::Unreadable),
            Ok(value) => Ok(value),
        },
    })
}

/// `Retry-After` in either of its forms; a date is measured from the server's own clock.
pub(crate) fn retry_after(value: &str, now: SystemTime) -> Option<Duration> {
    let seconds = value.trim().parse().map(Duration::from_secs).ok();
    seconds.or_else(|| {
        let date = httpdate::parse_http_date(value.trim()).ok()?;
        Some(date.duration_since(now).unwrap_or_default())
    })
}

fn is_foreign(challenge: &str) -> bool {
    let scheme = challenge.split_whitespace().next().unwrap_or_default();
    !scheme.trim_end_matches(',').eq_ignore_ascii_case("bearer")
}

fn text<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<&'a str> {
    headers.get(name)?.to_str().ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn retry_after_is_read_as_seconds_and_as_a_date() {
        let now = httpdate::parse_http_date("Sun, 06 Nov 1994 08:49:37 GMT").expect("a date");
        let table = [
            ("0", Some(0)),
            ("12", Some(12)),
            (" 7 ", Some(7)),
            ("Sun, 06 Nov 1994 08:50:07 GMT", Some(30)),
            ("Sun, 06 Nov 1994 08:00:00 GMT", Some(0)),
            ("soon", None),
            ("-3", None),
        ];
        for (value, seconds) in table {
            assert_eq!(
                retry_after(value, now),
                seconds.map(Duration::from_secs),
                "{value}"
            );
        }
    }

    proptest! {
        #[test]
        fn whatever_a_server_asks_to_wait_is_read_or_left(text in "\\PC{0,60}", seconds: u64) {
            let _ = retry_after(&text, SystemTime::UNIX_EPOCH);
            prop_assert_eq!(
                retry_after(&seconds.to_string(), SystemTime::UNIX_EPOCH),
                Some(Duration::from_secs(seconds))
            );
        }
    }
}
