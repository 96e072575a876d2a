//! What can go wrong between the program and Halo, and what may stand in Halo's place.

use super::{Entry, finds, passes};
use crate::{
    faults::{How, Place},
    scenario::change::Change::{Fault, Passing},
};

const ADDRESS_NOT_HALO: (&str, &str, &str) = ("address", "failed", "not_halo");
const REDIRECTED: (&str, &str, &str) = ("address", "failed", "redirected_elsewhere");
const ADDRESS_TIMED_OUT: (&str, &str, &str) = ("address", "failed", "timed_out");
const ELSEWHERE: &str = "https://elsewhere.example/";

const SOME_WEB_SITE: &str = "<!DOCTYPE html><html><head><title>Welcome</title></head>\
<body><h1>Welcome to our web site</h1></body></html>";

pub(super) static ENTRIES: [Entry; 25] = [
    finds(
        "not-halo",
        "A plain web site answers, not a Halo.",
        ADDRESS_NOT_HALO,
        3,
        &[Fault(Place::Everywhere, How::WebPage(SOME_WEB_SITE))],
    ),
    finds(
        "html-instead-of-api",
        "The web application answers where the API should be.",
        ADDRESS_NOT_HALO,
        3,
        &[Fault(
            Place::Everywhere,
            How::WebPage(crate::reply::WEB_APPLICATION),
        )],
    ),
    finds(
        "redirected",
        "Every request is sent on to another host.",
        REDIRECTED,
        3,
        &[Fault(Place::Everywhere, How::Redirect(ELSEWHERE))],
    ),
    finds(
        "token-redirected",
        "The token end point sends one on to another host, where the secret must not go.",
        REDIRECTED,
        3,
        &[Fault(Place::Token, How::Redirect(ELSEWHERE))],
    ),
    finds(
        "slow",
        "Nothing answers in time.",
        ADDRESS_TIMED_OUT,
        3,
        &[Fault(Place::Everywhere, How::Silence)],
    ),
    finds(
        "stalled",
        "Answers begin and never end.",
        ADDRESS_TIMED_OUT,
        3,
        &[Fault(Place::Everywhere, How::Stall)],
    ),
    finds(
        "too-large",
        "Answers go on without end.",
        ("address", "failed", "too_large"),
        3,
        &[Fault(Place::Everywhere, How::Endless)],
    ),
    finds(
        "token-server-error",
        "The token end point answers with a server error.",
        ("credentials", "unknown", "server_error"),
        3,
        &[Fault(Place::Token, How::GatewayError(500))],
    ),
    finds(
        "token-not-json",
        "The token end point answers with a web page.",
        ("credentials", "failed", "not_json"),
        3,
        &[Fault(Place::Token, How::WebPage(SOME_WEB_SITE))],
    ),
    finds(
        "token-nowhere",
        "There is nothing where tokens are issued.",
        ("credentials", "failed", "not_json"),
        3,
        &[Fault(Place::Token, How::NotFound)],
    ),
    finds(
        "token-refused-silently",
        "The token end point refuses without a word.",
        ("credentials", "failed", "refused"),
        3,
        &[Fault(Place::Token, How::Unauthorised)],
    ),
    finds(
        "token-refused-as-success",
        "The token end point refuses with the status of a success.",
        ("credentials", "failed", "client_not_recognised"),
        3,
        &[Fault(
            Place::Token,
            How::Json("{\"error\": \"invalid_client\"}"),
        )],
    ),
    finds(
        "token-slow",
        "The token end point does not answer in time.",
        ("credentials", "unknown", "timed_out"),
        3,
        &[Fault(Place::Token, How::Silence)],
    ),
    finds(
        "rate-limited",
        "Halo asks to wait for a minute, again and again.",
        ("credentials", "unknown", "rate_limited"),
        3,
        &[
            Fault(Place::Token, How::TooManyRequests(60)),
            Fault(Place::Api, How::TooManyRequests(60)),
        ],
    ),
    finds(
        "fair-use-spent",
        "The fair-use limit is spent for five minutes before a token is asked for.",
        ("credentials", "unknown", "rate_limited"),
        3,
        &[
            Fault(Place::Token, How::TooManyRequests(300)),
            Fault(Place::Api, How::TooManyRequests(300)),
        ],
    ),
    finds(
        "fair-use-spent-after-token",
        "The fair-use limit is spent for five minutes once a token is issued.",
        ("agent.identity", "unknown", "rate_limited"),
        3,
        &[Fault(Place::Api, How::TooManyRequests(300))],
    ),
    passes(
        "rate-limited-in-passing",
        "Halo asks to wait a second, three times, and then answers.",
        &[Passing(Place::Api, How::TooManyRequests(1), 3)],
    ),
    passes(
        "server-error-in-passing",
        "The first two requests after the token meet a server error.",
        &[Passing(Place::Api, How::GatewayError(503), 2)],
    ),
    passes(
        "token-worn-out",
        "The first request after the token is refused as if the token were old.",
        &[Passing(Place::Api, How::Unauthorised, 1)],
    ),
    finds(
        "api-401-after-token",
        "A token is issued, and every request with it is refused.",
        ("agent.identity", "failed", "signed_out"),
        1,
        &[Fault(Place::Api, How::Unauthorised)],
    ),
    finds(
        "all-server-errors",
        "A token is issued, and everything else is a server error.",
        ("agent.identity", "unknown", "server_error"),
        3,
        &[Fault(Place::Api, How::GatewayError(503))],
    ),
    finds(
        "one-list-server-error",
        "The list of customers is a server error; everything else works.",
        ("agent.customers", "unknown", "server_error"),
        0,
        &[Fault(Place::Resource("client"), How::GatewayError(500))],
    )
    .for_those(super::needs_all_customers),
    finds(
        "one-list-timeout",
        "The list of customers does not answer in time; everything else works.",
        ("agent.customers", "unknown", "timed_out"),
        0,
        &[Fault(Place::Resource("client"), How::Silence)],
    )
    .for_those(super::needs_all_customers),
    finds(
        "one-list-broken",
        "The list of customers breaks off in the middle; everything else works.",
        ("agent.customers", "unknown", "not_readable"),
        0,
        &[Fault(Place::Resource("client"), How::BrokenJson)],
    )
    .for_those(super::needs_all_customers),
    finds(
        "me-forbidden",
        "Halo refuses to say who the agent is.",
        ("agent.identity", "unknown", "not_permitted"),
        0,
        &[Fault(Place::Resource("agent"), How::Forbidden)],
    ),
];
