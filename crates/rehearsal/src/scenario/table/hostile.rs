//! Servers that mean harm or are broken beyond recognition: what they say is no proper HTTP, or
//! sends one on with a secret in the hand. Each must end within its limits, and be named.
//!
//! What a tired Halo or an ordinary gateway does is in [`super::wire`]; proper HTTP around
//! monstrous content in [`super::content`]; certificates in [`super::tls`].

use std::time::Duration;

use super::{Entry, finds};
use crate::{
    faults::{How, Place},
    line::{End, Line, Script},
    scenario::change::Change::{Fault, Tenant},
};

type Finding = (&'static str, &'static str, &'static str);

const NOT_HALO: Finding = ("address", "failed", "not_halo");
const TIMED_OUT: Finding = ("address", "failed", "timed_out");
const UNREACHABLE: Finding = ("address", "failed", "unreachable");
const REDIRECTED: Finding = ("address", "failed", "redirected_elsewhere");
const TOKEN_UNREADABLE: Finding = ("credentials", "failed", "not_json");
const CUSTOMERS_UNREADABLE: Finding = ("agent.customers", "unknown", "not_readable");

const CUSTOMERS: Place = Place::Resource("client");

const fn script(opening: &'static [u8], again: &'static [u8], end: End) -> Script {
    Script {
        opening,
        again,
        pause: Duration::ZERO,
        end,
    }
}

const fn slowly(opening: &'static [u8], again: &'static [u8]) -> Script {
    Script {
        pause: Duration::from_millis(50),
        ..script(opening, again, End::Hold)
    }
}

static SLOW_HEADERS: Script = slowly(b"HTTP/1.1 200 OK\r\nx-slow: ", b"a");
static DRIPPING: Script = slowly(
    b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n",
    b"1\r\n[\r\n",
);
static OTHER_PROTOCOL: Script = script(b"SSH-2.0-OpenSSH_9.6\r\n", b"", End::Hold);
static NO_HEADERS: Script = script(b"<html><body>Welcome</body></html>\r\n", b"", End::Close);
static ENDLESS_HEADER: Script = script(b"HTTP/1.1 200 OK\r\nx-endless: ", &[b'a'; 4096], End::Hold);
static ENDLESS_HEADERS: Script = script(b"HTTP/1.1 200 OK\r\n", b"x-again: a\r\n", End::Hold);
static EARLY_HINTS: Script = script(b"", b"HTTP/1.1 103 Early Hints\r\n\r\n", End::Hold);
static BROKEN_OFF: Script = script(
    b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{\"tenant_id",
    b"",
    End::Close,
);
static TOO_SHORT: Script = script(
    b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 5\r\n\r\n{\"tenant_id\": \"acme\"}",
    b"",
    End::Close,
);
static TWO_LENGTHS: Script = script(
    b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\ncontent-length: 20\r\n\r\n{\"tenant_id\": \"acme\"}",
    b"",
    End::Close,
);
static RESET: Script = script(
    b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{\"tenant_id",
    b"",
    End::Reset,
);
static HUNG_UP: Script = script(b"", b"", End::Close);
static CHUNK_EXTENSIONS: Script = script(
    b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n1;",
    &[b'a'; 4096],
    End::Hold,
);
static TINY_CHUNKS: Script = script(
    b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n",
    b"1;an-extension-that-is-much-longer-than-its-chunk=1\r\n[\r\n",
    End::Hold,
);
static BROKEN_CHUNKS: Script = script(
    b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFF\r\n[",
    b"",
    End::Close,
);
static ENDLESS_TRAILERS: Script = script(
    b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n",
    b"x-again: a\r\n",
    End::Hold,
);

macro_rules! every_request {
    ($script:ident) => {
        &[Tenant(|state, _| {
            state.line = Line::Scripted(Place::Everywhere, &$script);
        })]
    };
}

macro_rules! token_request {
    ($script:ident) => {
        &[Tenant(|state, _| {
            state.line = Line::Scripted(Place::Token, &$script);
        })]
    };
}

macro_rules! customers_request {
    ($script:ident) => {
        &[Tenant(|state, _| {
            state.line = Line::Scripted(CUSTOMERS, &$script);
        })]
    };
}

pub(super) static ENTRIES: [Entry; 26] = [
    finds(
        "slow-headers",
        "The head of every answer comes a letter at a time and never ends.",
        TIMED_OUT,
        3,
        every_request!(SLOW_HEADERS),
    ),
    finds(
        "dripping",
        "Answers come a byte at a time and never end.",
        TIMED_OUT,
        3,
        every_request!(DRIPPING),
    ),
    finds(
        "early-hints-flood",
        "Instead of an answer there is one early hint after the other.",
        TIMED_OUT,
        3,
        every_request!(EARLY_HINTS),
    ),
    finds(
        "other-protocol",
        "Something answers that does not speak HTTP.",
        NOT_HALO,
        3,
        every_request!(OTHER_PROTOCOL),
    ),
    finds(
        "answer-without-head",
        "A web page comes without any head, as in the first days of the web.",
        NOT_HALO,
        3,
        every_request!(NO_HEADERS),
    ),
    finds(
        "endless-header",
        "One header line goes on without end.",
        NOT_HALO,
        3,
        every_request!(ENDLESS_HEADER),
    ),
    finds(
        "endless-headers",
        "Header lines follow one another without end.",
        NOT_HALO,
        3,
        every_request!(ENDLESS_HEADERS),
    ),
    finds(
        "broken-off",
        "Every answer ends long before the length it announced.",
        UNREACHABLE,
        3,
        every_request!(BROKEN_OFF),
    ),
    finds(
        "length-too-short",
        "Every answer is longer than it said.",
        NOT_HALO,
        3,
        every_request!(TOO_SHORT),
    ),
    finds(
        "two-lengths",
        "Every answer announces two different lengths.",
        NOT_HALO,
        3,
        every_request!(TWO_LENGTHS),
    ),
    finds(
        "reset",
        "Connections are torn down in the middle of an answer.",
        UNREACHABLE,
        3,
        every_request!(RESET),
    ),
    finds(
        "hung-up",
        "Connections are closed without an answer.",
        UNREACHABLE,
        3,
        every_request!(HUNG_UP),
    ),
    finds(
        "endless-chunk-extension",
        "A chunk of an answer carries an extension without end.",
        NOT_HALO,
        3,
        every_request!(CHUNK_EXTENSIONS),
    ),
    finds(
        "tiny-chunks",
        "Answers come in chunks of one byte with much around them, without end.",
        NOT_HALO,
        3,
        every_request!(TINY_CHUNKS),
    ),
    finds(
        "broken-chunks",
        "The chunks of every answer have impossible lengths.",
        NOT_HALO,
        3,
        every_request!(BROKEN_CHUNKS),
    ),
    finds(
        "endless-trailers",
        "After every answer come trailers without end.",
        NOT_HALO,
        3,
        every_request!(ENDLESS_TRAILERS),
    ),
    finds(
        "redirected-for-good",
        "Every request is sent on for good to another host.",
        REDIRECTED,
        3,
        &[Fault(Place::Everywhere, How::RedirectAs(308, "https://elsewhere.example/"))],
    ),
    finds(
        "token-redirected-for-good",
        "The token end point sends one on for good, with everything that was sent.",
        REDIRECTED,
        3,
        &[Fault(Place::Token, How::RedirectAs(308, "https://elsewhere.example/auth/token"))],
    ),
    finds(
        "token-redirected-to-plain-http",
        "The token end point sends one on to an address that is not encrypted.",
        REDIRECTED,
        3,
        &[Fault(Place::Token, How::RedirectAs(307, "http://elsewhere.example/auth/token"))],
    ),
    finds(
        "token-redirected-to-other-port",
        "The token end point sends one on to another program on the same computer.",
        REDIRECTED,
        3,
        &[Fault(Place::Token, How::RedirectAs(307, "//127.0.0.1:9/auth/token"))],
    ),
    finds(
        "api-redirected",
        "Every request with the token is sent on to another host.",
        REDIRECTED,
        3,
        &[Fault(Place::Api, How::RedirectAs(307, "https://elsewhere.example/api"))],
    ),
    finds(
        "token-dripping",
        "The token end point's answer comes a byte at a time and never ends.",
        ("credentials", "unknown", "timed_out"),
        3,
        token_request!(DRIPPING),
    ),
    finds(
        "token-reset",
        "The connection is torn down in the middle of the token.",
        ("credentials", "unknown", "not_readable"),
        3,
        token_request!(RESET),
    ),
    finds(
        "token-other-protocol",
        "Something answers at the token end point that does not speak HTTP.",
        TOKEN_UNREADABLE,
        3,
        token_request!(OTHER_PROTOCOL),
    ),
    finds(
        "one-list-dripping",
        "The list of customers comes a byte at a time and never ends; everything else works.",
        ("agent.customers", "unknown", "timed_out"),
        0,
        customers_request!(DRIPPING),
    )
    .for_those(super::needs_all_customers),
    finds(
        "one-list-reset",
        "The connection is torn down in the middle of the list of customers; everything else works.",
        CUSTOMERS_UNREADABLE,
        0,
        customers_request!(RESET),
    )
    .for_those(super::needs_all_customers),
];
