//! What can misbehave on the wire, whoever is at fault: servers, gateways, or another program
//! that answers in Halo's place.
//!
//! Scenarios put these into [`crate::state::State`]; [`crate::serve()`] asks [`strike`] before any
//! request reaches the tenant. Not here: refusals that follow from the set-up.

use std::{
    convert::Infallible,
    io::Write,
    sync::{
        LazyLock,
        atomic::{AtomicU32, Ordering},
    },
    time::Duration,
};

use axum::{
    body::{Body, Bytes},
    http::StatusCode,
};
use flate2::{Compression, write::GzEncoder};
use futures::{StreamExt, stream};
use serde_json::json;
use tokio_util::sync::CancellationToken;

use crate::{
    Variants,
    reply::{Payload, Reply},
};

/// Something that misbehaves.
#[derive(Debug)]
pub(crate) struct Fault {
    /// Which requests it strikes.
    pub(crate) at: Place,
    /// What they get.
    pub(crate) how: How,
    /// How many more requests it strikes.
    remaining: AtomicU32,
}

impl Clone for Fault {
    fn clone(&self) -> Self {
        Self {
            at: self.at,
            how: self.how,
            remaining: AtomicU32::new(self.remaining.load(Ordering::Relaxed)),
        }
    }
}

impl Fault {
    /// A fault that lasts.
    pub(crate) fn always(at: Place, how: How) -> Self {
        Self::times(at, how, u32::MAX)
    }

    /// A fault that strikes the next `count` requests.
    pub(crate) fn times(at: Place, how: How, count: u32) -> Self {
        Self {
            at,
            how,
            remaining: AtomicU32::new(count),
        }
    }

    fn strikes(&self, path: &[&str]) -> bool {
        self.at.holds(path)
            && self
                .remaining
                .fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| match left {
                    0 => None,
                    u32::MAX => Some(u32::MAX),
                    _ => Some(left - 1),
                })
                .is_ok()
    }
}

/// Which requests are struck.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Place {
    /// All of them.
    Everywhere,
    /// The token end point.
    Token,
    /// Everything under `/api` but discovery.
    Api,
    /// One resource under `/api`, in lower case, with everything below it.
    Resource(&'static str),
}

impl Place {
    /// Whether requests for this path, in lower case, are struck.
    pub(crate) fn holds(self, path: &[&str]) -> bool {
        let is_discovery = matches!(path, ["api", "authinfo" | "instanceinfo"]);
        match self {
            Self::Everywhere => true,
            Self::Token => matches!(path, ["auth", "token"] | ["token"]),
            Self::Api => path.first() == Some(&"api") && !is_discovery,
            Self::Resource(name) => path.first() == Some(&"api") && path.get(1) == Some(&name),
        }
    }
}

/// What a struck request gets.
#[derive(Debug, Clone, Copy)]
pub(crate) enum How {
    /// An error page of a gateway with this status.
    GatewayError(u16),
    /// 429 with this many seconds to wait.
    TooManyRequests(u32),
    /// 401, as for a token that is no good.
    Unauthorised,
    /// 403.
    Forbidden,
    /// 404, and nothing else.
    NotFound,
    /// A web page with status 200.
    WebPage(&'static str),
    /// A redirect to another host.
    Redirect(&'static str),
    /// Nothing, for as long as one waits.
    Silence,
    /// The head of an answer, and then nothing.
    Stall,
    /// JSON that does not end.
    Endless,
    /// JSON that breaks off.
    BrokenJson,
    /// A redirect with this status.
    RedirectAs(u16, &'static str),
    /// This as JSON.
    Json(&'static str),
    /// JSON of a beginning, something again and again so many times, and an end.
    ManyValues(&'static str, &'static str, usize, &'static str),
    /// Little that unfolds into very much.
    CompressedFlood,
    /// Something that calls itself encoded so, and is not.
    Encoded(&'static str),
}

/// The answer of the first fault that strikes this request, if one does.
pub(crate) async fn strike(
    faults: &[Fault],
    variants: &Variants,
    path: &[&str],
    stopped: &CancellationToken,
) -> Option<Reply> {
    let fault = faults.iter().find(|fault| fault.strikes(path))?;
    Some(match fault.how {
        How::GatewayError(status) => gateway_error(status),
        How::TooManyRequests(seconds) => Reply::too_many_requests(seconds, variants),
        How::Unauthorised => Reply::status(StatusCode::UNAUTHORIZED),
        How::Forbidden => Reply::status(StatusCode::FORBIDDEN),
        How::NotFound => Reply::status(StatusCode::NOT_FOUND),
        How::WebPage(page) => Reply::page(StatusCode::OK, page),
        How::Redirect(to) => {
            Reply::status(StatusCode::TEMPORARY_REDIRECT).with_header("location", to)
        }
        How::Silence => {
            stopped.cancelled().await;
            gateway_error(503)
        }
        How::Stall => sent(stalled(stopped.clone())),
        How::Endless => sent(endless(stopped.clone())),
        How::BrokenJson => sent("{\"record_count\": 3, \"rows\": [{\"id\":"),
        How::RedirectAs(status, to) => {
            let status = StatusCode::from_u16(status).unwrap_or(StatusCode::FOUND);
            Reply::status(status).with_header("location", to)
        }
        How::Json(text) => sent(text),
        How::ManyValues(first, again, times, last) => {
            sent(format!("{first}{}{last}", again.repeat(times)))
        }
        How::CompressedFlood => sent(FLOOD.clone()).with_header("content-encoding", "gzip"),
        How::Encoded(how) => sent(ENCODED).with_header("content-encoding", how),
    })
}

/// Bytes as any compression makes them.
const ENCODED: &[u8] = b"\x1b\x2f\x00\xf8\x8d\x94\x6e\xde\x44\x55\x86\x96\x20\x6c\x6f\x35";

/// 64 MB of blanks, compressed.
static FLOOD: LazyLock<Bytes> = LazyLock::new(|| {
    let mut packed = GzEncoder::new(Vec::new(), Compression::fast());
    let blanks = vec![b' '; 1024 * 1024];
    for _ in 0..64 {
        packed.write_all(&blanks).expect("memory can be written to");
    }
    packed.finish().expect("memory can be written to").into()
});

fn sent(body: impl Into<Body>) -> Reply {
    Reply::new(StatusCode::OK, Payload::Json(json!(null))).with_body(body.into())
}

/// An error page of a gateway.
pub(crate) fn gateway_error(status: u16) -> Reply {
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    Reply::page(
        status,
        "<!DOCTYPE html><html><head><title>Server Error</title></head>\
         <body><h2>Server Error</h2><h3>The page was not displayed.</h3></body></html>",
    )
}

fn endless(stopped: CancellationToken) -> Body {
    let chunk = Bytes::from(vec![b' '; 256 * 1024]);
    let opening = stream::once(async { Ok::<_, Infallible>(Bytes::from_static(b"[")) });
    let filling = stream::repeat_with(move || Ok(chunk.clone()))
        .take_while(move |_| std::future::ready(!stopped.is_cancelled()));
    Body::from_stream(opening.chain(filling))
}

fn stalled(stopped: CancellationToken) -> Body {
    let opening = stream::once(async { Ok::<_, Infallible>(Bytes::from_static(b"[")) });
    let waiting = stream::once(async move {
        // Also ends by itself, so that no connection outlives every client.
        let _ = tokio::time::timeout(Duration::from_mins(10), stopped.cancelled()).await;
        Ok(Bytes::from_static(b"]"))
    });
    Body::from_stream(opening.chain(waiting))
}
