//! Slow, endless, swollen and crooked answers.

use std::{io::Write, time::Duration};

use flate2::{Compression, write::GzEncoder};
use halo::{Body, Errand, HaloError, Limits, Stage};
use serde_json::json;
use tokio_util::sync::CancellationToken;
use wiremock::{Mock, ResponseTemplate, matchers};

use crate::support::{empty, errand, get, halo_with, json_ok, listener, quick, serve_raw, strict};

fn small() -> Limits {
    Limits {
        body_bytes: 64 * 1024,
        ..quick()
    }
}

fn hasty() -> Limits {
    Limits {
        total: Duration::from_millis(80),
        ..quick()
    }
}

#[tokio::test]
async fn an_answer_over_the_cap_is_given_up_and_a_smaller_one_is_read() {
    let server = empty().await;
    let long = json_ok(json!({"id": 1, "name": "x".repeat(70_000)}));
    let guard = Mock::given(matchers::any())
        .respond_with(long)
        .mount_as_scoped(&server)
        .await;
    let halo = halo_with(&server.uri(), small()).await;
    assert_eq!(halo.me(&errand()).await.unwrap_err(), HaloError::TooLarge);
    drop(guard);
    get(&server, "/api/Agent/me", json_ok(json!({"id": 1}))).await;
    assert_eq!(halo.me(&errand()).await.unwrap().id, 1);
}

#[tokio::test]
async fn an_endless_answer_is_given_up() {
    let head =
        b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n";
    let base = serve_raw(head, b"10\r\n[[[[[[[[[[[[[[[[\r\n").await;
    let halo = halo_with(&base, small()).await;
    assert_eq!(halo.me(&errand()).await.unwrap_err(), HaloError::TooLarge);
}

#[tokio::test]
async fn a_compressed_flood_is_stopped_while_it_unfolds() {
    let mut flood = GzEncoder::new(Vec::new(), Compression::best());
    for _ in 0..64 {
        flood.write_all(&vec![b' '; 1024 * 1024]).unwrap();
    }
    let flood = flood.finish().unwrap();
    assert!(
        flood.len() < 128 * 1024,
        "small on the wire: {}",
        flood.len()
    );
    let server = strict().await;
    let answer = ResponseTemplate::new(200)
        .insert_header("content-encoding", "gzip")
        .set_body_raw(flood, "application/json");
    get(&server, "/api/Agent/me", answer).await;
    let halo = halo_with(&server.uri(), quick()).await;
    assert_eq!(halo.me(&errand()).await.unwrap_err(), HaloError::TooLarge);
}

#[tokio::test]
async fn a_compressed_answer_of_decent_size_is_read() {
    let mut packed = GzEncoder::new(Vec::new(), Compression::best());
    packed.write_all(b"{\"id\": 21}").unwrap();
    let server = strict().await;
    let answer = ResponseTemplate::new(200)
        .insert_header("content-encoding", "gzip")
        .set_body_raw(packed.finish().unwrap(), "application/json");
    get(&server, "/api/Agent/me", answer).await;
    assert_eq!(
        halo_with(&server.uri(), quick())
            .await
            .me(&errand())
            .await
            .unwrap()
            .id,
        21
    );
}

#[tokio::test]
async fn a_compressed_answer_that_is_broken_is_unreadable() {
    let server = empty().await;
    let answer = ResponseTemplate::new(200)
        .insert_header("content-encoding", "gzip")
        .set_body_raw("not compressed at all", "application/json");
    get(&server, "/api/Agent/me", answer).await;
    let broken = halo_with(&server.uri(), quick())
        .await
        .me(&errand())
        .await
        .unwrap_err();
    assert_eq!(
        broken,
        HaloError::NotJson {
            status: 200,
            found: Body::Unreadable
        }
    );
}

#[tokio::test]
async fn deep_or_swarming_json_is_not_built() {
    let unreadable = HaloError::NotJson {
        status: 200,
        found: Body::Unreadable,
    };
    let table = [
        (
            format!("{}{}", "[".repeat(10_000), "]".repeat(10_000)),
            unreadable,
        ),
        (
            format!("[{}0]", "0,".repeat(1_000_000)),
            HaloError::TooLarge,
        ),
        (
            format!("[{}{{}}]", "{\"id\":1},".repeat(300_000)),
            HaloError::TooLarge,
        ),
    ];
    for (body, expected) in table {
        let server = strict().await;
        let answer = ResponseTemplate::new(200).set_body_raw(body, "application/json");
        get(&server, "/api/Team", answer).await;
        let halo = halo_with(&server.uri(), quick()).await;
        assert_eq!(halo.teams(&errand()).await.unwrap_err(), expected);
    }
}

#[tokio::test]
async fn web_pages_and_emptiness_are_told_from_json() {
    let page = "<html><body>Agent app</body></html>";
    let table = [
        (
            ResponseTemplate::new(200).set_body_raw(page, "text/html; charset=utf-8"),
            Body::Html,
        ),
        (
            ResponseTemplate::new(200).set_body_raw(page, "application/json"),
            Body::Html,
        ),
        (
            ResponseTemplate::new(200).set_body_raw("{\"id\": 1}", "text/html"),
            Body::Html,
        ),
        (ResponseTemplate::new(200), Body::Empty),
        (ResponseTemplate::new(204), Body::Empty),
        (
            ResponseTemplate::new(200).set_body_raw("nonsense", "application/json"),
            Body::Unreadable,
        ),
        (
            ResponseTemplate::new(200).set_body_json(json!("text")),
            Body::UnexpectedShape,
        ),
    ];
    for (answer, expected) in table {
        let server = strict().await;
        get(&server, "/api/Agent/me", answer).await;
        let halo = halo_with(&server.uri(), quick()).await;
        match halo.me(&errand()).await.unwrap_err() {
            HaloError::NotJson { found, .. } => assert_eq!(found, expected),
            other => panic!("{expected:?} came out as {other:?}"),
        }
    }
}

#[tokio::test]
async fn a_server_that_accepts_and_keeps_silent_is_given_up() {
    let silent = serve_raw(b"", b"").await;
    let broken_off = serve_raw(b"HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n{\"id\"", b"").await;
    for base in [silent, broken_off] {
        let halo = halo_with(&base, hasty()).await;
        let answer = HaloError::TimedOut {
            stage: Stage::Answer,
        };
        assert_eq!(halo.me(&errand()).await.unwrap_err(), answer);
    }
}

#[tokio::test]
async fn the_errand_ends_in_time_whatever_the_server_does() {
    let base = serve_raw(b"", b"").await;
    let halo = halo_with(&base, quick()).await;
    let short = Errand::new(60, Duration::from_millis(50), CancellationToken::new());
    let over = HaloError::TimedOut {
        stage: Stage::Errand,
    };
    assert_eq!(halo.me(&short).await.unwrap_err(), over);
}

#[tokio::test]
async fn a_broken_answer_is_no_answer() {
    let base = serve_raw(b"I am no web server\r\n\r\n", b"").await;
    let halo = halo_with(&base, hasty()).await;
    assert_eq!(halo.me(&errand()).await.unwrap_err(), HaloError::NotHalo);
}

#[tokio::test]
async fn cancelling_ends_a_call_under_way() {
    let (listener, base) = listener().await;
    let halo = halo_with(&base, quick()).await;
    let cancel = CancellationToken::new();
    let errand = Errand::new(60, Duration::from_mins(1), cancel.clone());
    let read = tokio::spawn(async move { halo.me(&errand).await });
    let connection = listener.accept().await.unwrap();
    cancel.cancel();
    assert_eq!(read.await.unwrap().unwrap_err(), HaloError::Cancelled);
    drop(connection);
}

#[tokio::test]
async fn the_budget_is_kept_to_the_request() {
    let server = strict().await;
    get(&server, "/api/Agent/me", json_ok(json!({"id": 1}))).await;
    let halo = halo_with(&server.uri(), quick()).await;
    let two = Errand::new(2, Duration::from_mins(1), CancellationToken::new());
    for _ in 0..2 {
        assert!(halo.me(&two).await.is_ok());
    }
    assert_eq!(halo.me(&two).await.unwrap_err(), HaloError::BudgetSpent);
    assert_eq!(server.received_requests().await.unwrap().len(), 2);
    assert_eq!((two.requests(), two.remaining()), (2, 0));
    assert!(halo.me(&errand()).await.is_ok(), "another errand goes on");
}
