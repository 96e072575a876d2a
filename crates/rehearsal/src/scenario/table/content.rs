//! Proper HTTP around monstrous content: floods, bombs, nests, and lists that lie about their
//! length. Each must end within its limits, and be named.

use super::{Entry, finds, passes};
use crate::{
    faults::{How, Place},
    scenario::change::Change::{Fault, Tenant},
};

type Finding = (&'static str, &'static str, &'static str);

const NOT_HALO: Finding = ("address", "failed", "not_halo");
const TOO_LARGE: Finding = ("address", "failed", "too_large");
const TOKEN_UNREADABLE: Finding = ("credentials", "failed", "not_json");
const CUSTOMERS_UNREADABLE: Finding = ("agent.customers", "unknown", "not_readable");

const CUSTOMERS: Place = Place::Resource("client");

pub(super) static ENTRIES: [Entry; 20] = [
    finds(
        "gzip-bomb",
        "Small compressed answers unfold into very large ones.",
        TOO_LARGE,
        3,
        &[Fault(Place::Everywhere, How::CompressedFlood)],
    ),
    finds(
        "gzip-broken",
        "Answers say that they are compressed and are not.",
        NOT_HALO,
        3,
        &[Fault(Place::Everywhere, How::Encoded("gzip"))],
    ),
    finds(
        "brotli",
        "Answers are compressed in a way that was not asked for.",
        NOT_HALO,
        3,
        &[Fault(Place::Everywhere, How::Encoded("br"))],
    ),
    finds(
        "zstd",
        "Answers are compressed in another way that was not asked for.",
        NOT_HALO,
        3,
        &[Fault(Place::Everywhere, How::Encoded("zstd"))],
    ),
    finds(
        "compressed-twice",
        "Answers say that they are compressed ten times over.",
        NOT_HALO,
        3,
        &[Fault(
            Place::Everywhere,
            How::Encoded("gzip, gzip, gzip, gzip, gzip, gzip, gzip, gzip, gzip, gzip"),
        )],
    ),
    finds(
        "million-values",
        "Every answer is a list of a million numbers.",
        TOO_LARGE,
        3,
        &[Fault(
            Place::Everywhere,
            How::ManyValues("[", "0,", 1_000_000, "0]"),
        )],
    ),
    finds(
        "deep-json",
        "Every answer is a list in a list in a list, ten thousand deep.",
        NOT_HALO,
        3,
        &[Fault(
            Place::Everywhere,
            How::ManyValues("", "[", 10_000, ""),
        )],
    ),
    finds(
        "token-gzip-bomb",
        "The token end point's small compressed answer unfolds into a very large one.",
        TOKEN_UNREADABLE,
        3,
        &[Fault(Place::Token, How::CompressedFlood)],
    ),
    finds(
        "token-endless",
        "The token end point's answer goes on without end.",
        TOKEN_UNREADABLE,
        3,
        &[Fault(Place::Token, How::Endless)],
    ),
    finds(
        "one-list-gzip-bomb",
        "The list of customers is small and unfolds into a very large one; everything else works.",
        CUSTOMERS_UNREADABLE,
        0,
        &[Fault(CUSTOMERS, How::CompressedFlood)],
    )
    .for_those(super::needs_all_customers),
    finds(
        "one-list-endless",
        "The list of customers goes on without end; everything else works.",
        CUSTOMERS_UNREADABLE,
        0,
        &[Fault(CUSTOMERS, How::Endless)],
    )
    .for_those(super::needs_all_customers),
    finds(
        "one-list-million-values",
        "The list of customers has half a million rows of nothing; everything else works.",
        CUSTOMERS_UNREADABLE,
        0,
        &[Fault(
            CUSTOMERS,
            How::ManyValues("[", "{\"id\":1},", 500_000, "{\"id\":1}]"),
        )],
    )
    .for_those(super::needs_all_customers),
    finds(
        "one-list-deep",
        "The list of customers is nested ten thousand deep; everything else works.",
        CUSTOMERS_UNREADABLE,
        0,
        &[Fault(CUSTOMERS, How::ManyValues("", "[", 10_000, ""))],
    )
    .for_those(super::needs_all_customers),
    finds(
        "one-list-web-page",
        "A web page comes instead of the list of customers; everything else works.",
        CUSTOMERS_UNREADABLE,
        0,
        &[Fault(
            CUSTOMERS,
            How::WebPage(crate::reply::WEB_APPLICATION),
        )],
    )
    .for_those(super::needs_all_customers),
    finds(
        "count-without-rows",
        "The list of customers counts many and shows none.",
        CUSTOMERS_UNREADABLE,
        0,
        &[Fault(
            CUSTOMERS,
            How::Json("{\"record_count\": 500, \"clients\": null}"),
        )],
    )
    .for_those(super::needs_all_customers),
    finds(
        "rows-of-another-kind",
        "The rows in the list of customers are not customers.",
        CUSTOMERS_UNREADABLE,
        0,
        &[Fault(
            CUSTOMERS,
            How::Json("{\"record_count\": 2, \"clients\": [1, \"two\"]}"),
        )],
    )
    .for_those(super::needs_all_customers),
    passes(
        "count-of-nothing",
        "The list of customers counts none and shows three.",
        &[Fault(
            CUSTOMERS,
            How::Json(
                "{\"record_count\": 0, \"clients\": [{\"id\": 11}, {\"id\": 12}, {\"id\": 13}]}",
            ),
        )],
    ),
    passes(
        "count-below-nothing",
        "The list of customers counts fewer than none and shows three.",
        &[Fault(
            CUSTOMERS,
            How::Json(
                "{\"record_count\": -5, \"clients\": [{\"id\": 11}, {\"id\": 12}, {\"id\": 13}]}",
            ),
        )],
    ),
    passes(
        "count-beyond-numbers",
        "The list of customers counts more than a number can hold.",
        &[Fault(
            CUSTOMERS,
            How::Json("{\"record_count\": 99999999999999999999999, \"clients\": [{\"id\": 11}]}"),
        )],
    ),
    passes(
        "list-repeats",
        "Every page of the list of customers is the first one.",
        &[Tenant(|state, _| state.ignores_page_number = true)],
    ),
];
