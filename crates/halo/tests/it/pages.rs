//! Whole lists from servers that count, do not count, count wrongly and repeat themselves.

use std::time::Duration;

use halo::{Errand, HaloError};
use serde_json::{Value, json};
use tokio_util::sync::CancellationToken;
use wiremock::{Mock, MockServer, Request, ResponseTemplate, matchers};

use crate::support::{empty, errand, halo, json_ok};

fn page_number(request: &Request) -> u64 {
    let mut query = request.url.query_pairs();
    let (_, number) = query.find(|(name, _)| name == "page_no").unwrap();
    number.parse().unwrap()
}

/// A list of `length` rows, `size` per page, whatever was asked for.
async fn serving(length: u64, size: u64, total: Value) -> MockServer {
    let server = empty().await;
    let answer = move |request: &Request| {
        let from = (page_number(request) - 1) * size;
        let rows: Vec<_> = (from..length.min(from + size))
            .map(|id| json!({"id": id}))
            .collect();
        json_ok(json!({"record_count": total, "clients": rows}))
    };
    Mock::given(matchers::path("/api/Client"))
        .respond_with(answer)
        .mount(&server)
        .await;
    server
}

async fn read_all(server: &MockServer, errand: &Errand) -> Result<usize, HaloError> {
    let halo = halo(server).await;
    let mut pages = halo.all_customers(errand);
    let mut rows = 0;
    while let Some(page) = pages.next().await? {
        rows += page.len();
        assert_eq!(pages.received(), rows);
    }
    assert!(pages.next().await?.is_none(), "an end stays an end");
    Ok(rows)
}

#[tokio::test]
async fn every_row_comes_once_and_no_request_is_wasted() {
    // Length, rows per page, announced total, requests.
    let table = [
        (250, 100, json!(250), 3),
        // A page as full as any before: one more is asked for, to be sure of the count.
        (200, 100, json!(200), 3),
        (30, 100, json!(30), 2),
        (250, 100, json!(null), 4),
        (120, 50, json!(120.0), 3),
        (0, 100, json!(0), 1),
        (30, 100, json!(9_999), 2),
        // Counts that are too small, or none: of one page, of two, of nothing, below nothing.
        (250, 100, json!(100), 4),
        (250, 100, json!(200), 4),
        (250, 100, json!(5), 4),
        (250, 100, json!(0), 4),
        (250, 100, json!(-1), 4),
        (250, 50, json!(50), 6),
        // And one that is no count of a list that anybody has.
        (250, 100, json!(u64::MAX), 4),
    ];
    for (length, size, total, requests) in table {
        let server = serving(length, size, total.clone()).await;
        let errand = errand();
        assert_eq!(
            read_all(&server, &errand).await,
            Ok(usize::try_from(length).unwrap())
        );
        assert_eq!(
            errand.requests(),
            requests,
            "{length} rows, {size} per page, total {total}"
        );
    }
}

#[tokio::test]
async fn a_list_that_ignores_the_page_number_ends() {
    let server = empty().await;
    let same = json_ok(json!({"record_count": 500, "clients": [{"id": 1}, {"id": 2}]}));
    Mock::given(matchers::any())
        .respond_with(same)
        .expect(2)
        .mount(&server)
        .await;
    assert_eq!(read_all(&server, &errand()).await, Ok(2));
}

#[tokio::test]
async fn an_endless_list_ends_with_the_budget() {
    let server = serving(u64::MAX, 10, json!(null)).await;
    let errand = Errand::new(7, Duration::from_mins(1), CancellationToken::new());
    assert_eq!(
        read_all(&server, &errand).await,
        Err(HaloError::BudgetSpent)
    );
    assert_eq!(errand.requests(), 7);
}

#[tokio::test]
async fn a_page_that_failed_is_asked_again() {
    let server = serving(150, 100, json!(150)).await;
    let halo = halo(&server).await;
    let errand = errand();
    let mut pages = halo.all_customers(&errand);
    assert_eq!(pages.next().await.unwrap().unwrap().len(), 100);
    Mock::given(matchers::any())
        .respond_with(ResponseTemplate::new(500))
        .up_to_n_times(1)
        .with_priority(1)
        .mount(&server)
        .await;
    assert_eq!(
        pages.next().await.unwrap_err(),
        HaloError::ServerError { status: 500 }
    );
    assert_eq!(pages.next().await.unwrap().unwrap().len(), 50);
    assert!(pages.next().await.unwrap().is_none());
}

/// How many rows are missing at the end of a reading.
async fn missing(server: &MockServer) -> u64 {
    let halo = halo(server).await;
    let errand = errand();
    let mut pages = halo.all_customers(&errand);
    while pages.next().await.unwrap().is_some() {}
    pages.missing()
}

#[tokio::test]
async fn a_list_that_ended_too_early_is_known_to() {
    assert_eq!(missing(&serving(250, 100, json!(250)).await).await, 0);
    assert_eq!(missing(&serving(250, 100, json!(null)).await).await, 0);
    assert_eq!(missing(&serving(30, 100, json!(33)).await).await, 3);
    assert_eq!(missing(&serving(30, 100, json!(u64::MAX)).await).await, 0);
    assert_eq!(missing(&serving(250, 100, json!(100)).await).await, 0);
}

#[tokio::test]
async fn a_row_that_moved_to_a_page_already_read_is_known_to_be_missing() {
    // The first row is deleted after the first page was read.
    let server = empty().await;
    let answer = |request: &Request| {
        let number = page_number(request);
        let deleted = u64::from(number > 1);
        let from = (number - 1) * 100 + deleted;
        let rows: Vec<_> = (from..250.min(from + 100))
            .map(|id| json!({"id": id}))
            .collect();
        json_ok(json!({"record_count": 250 - deleted, "clients": rows}))
    };
    Mock::given(matchers::path("/api/Client"))
        .respond_with(answer)
        .mount(&server)
        .await;
    assert_eq!(missing(&server).await, 1);
}
