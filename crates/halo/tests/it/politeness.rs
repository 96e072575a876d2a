//! Repetition, waiting and pace.

use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use futures::future::join_all;
use halo::{Errand, HaloError, Limits, WaitReason};
use serde_json::json;
use tokio::{io::AsyncWriteExt, sync::Barrier};
use tokio_util::sync::CancellationToken;
use wiremock::{Mock, ResponseTemplate, matchers};

use crate::support::{
    empty, errand, get, halo, halo_with, json_ok, listener, quick, read_head, strict,
};

#[tokio::test]
async fn what_may_pass_is_tried_again() {
    for status in [429, 502, 503, 504] {
        for retry_after in [Some("0"), None, Some("Sun, 06 Nov 1994 08:49:37 GMT")] {
            let server = strict().await;
            let mut busy = ResponseTemplate::new(status);
            if let Some(value) = retry_after {
                busy = busy.insert_header("retry-after", value);
            }
            Mock::given(matchers::method("GET"))
                .respond_with(busy)
                .up_to_n_times(2)
                .with_priority(1)
                .mount(&server)
                .await;
            get(&server, "/api/Agent/me", json_ok(json!({"id": 5}))).await;
            let errand = errand();
            assert_eq!(halo(&server).await.me(&errand).await.unwrap().id, 5);
            assert_eq!(errand.requests(), 3, "{status} {retry_after:?}");
        }
    }
}

#[tokio::test]
async fn what_will_not_pass_is_not_tried_again_and_is_recovered_from() {
    let refused = HaloError::Refused {
        status: 400,
        said: "No".into(),
    };
    let table = [
        (400, refused),
        (401, HaloError::Unauthorised),
        (403, HaloError::Forbidden),
        (404, HaloError::NotFound),
        (500, HaloError::ServerError { status: 500 }),
    ];
    for (status, expected) in table {
        let server = empty().await;
        let answer = ResponseTemplate::new(status).set_body_json(json!("No"));
        let once = Mock::given(matchers::any()).respond_with(answer).expect(1);
        let guard = once.mount_as_scoped(&server).await;
        let halo = halo(&server).await;
        assert_eq!(halo.me(&errand()).await.unwrap_err(), expected);
        drop(guard);
        get(&server, "/api/Agent/me", json_ok(json!({"id": 5}))).await;
        assert!(halo.me(&errand()).await.is_ok(), "recovers from {status}");
    }
}

#[tokio::test]
async fn endless_trouble_ends_after_the_allowed_repetitions() {
    for (status, expected) in [
        (
            429,
            HaloError::RateLimited {
                retry_after: Some(Duration::ZERO),
            },
        ),
        (503, HaloError::ServerError { status: 503 }),
    ] {
        let server = strict().await;
        let busy = ResponseTemplate::new(status).insert_header("retry-after", "0");
        get(&server, "/api/Agent/me", busy).await;
        let errand = errand();
        assert_eq!(halo(&server).await.me(&errand).await.unwrap_err(), expected);
        assert_eq!(errand.requests(), 4, "one and three repetitions");
    }
}

#[tokio::test]
async fn a_longer_wait_than_we_have_is_not_begun_and_nobody_else_disturbs_the_host() {
    let server = strict().await;
    let busy = ResponseTemplate::new(429).insert_header("retry-after", "90");
    get(&server, "/api/Agent/me", busy).await;
    let halo = halo(&server).await;
    let first = halo.me(&errand()).await.unwrap_err();
    assert_eq!(
        first,
        HaloError::RateLimited {
            retry_after: Some(Duration::from_secs(90))
        }
    );
    let other = errand();
    let second = halo.me(&other).await.unwrap_err();
    assert!(matches!(
        second,
        HaloError::RateLimited {
            retry_after: Some(_)
        }
    ));
    assert_eq!(other.requests(), 0);
}

#[tokio::test]
async fn a_wait_is_shown_with_its_reason_and_can_be_cancelled() {
    let table = [(429, WaitReason::HaloAsked), (503, WaitReason::TryingAgain)];
    for (status, reason) in table {
        let server = strict().await;
        let busy = ResponseTemplate::new(status).insert_header("retry-after", "12");
        get(&server, "/api/Agent/me", busy).await;
        let halo = halo(&server).await;
        let cancel = CancellationToken::new();
        let errand = Errand::new(60, Duration::from_mins(1), cancel.clone());
        let mut waiting = errand.waiting();
        let read = tokio::spawn(async move { halo.me(&errand).await });
        let shown = *waiting.wait_for(Option::is_some).await.unwrap();
        let shown = shown.unwrap();
        assert_eq!((shown.seconds, shown.reason), (12, reason));
        cancel.cancel();
        assert_eq!(read.await.unwrap().unwrap_err(), HaloError::Cancelled);
        assert_eq!(
            *waiting.borrow_and_update(),
            None,
            "a wait that ended is not shown"
        );
    }
}

#[tokio::test]
async fn beyond_the_first_burst_calls_keep_the_pace_visibly() {
    let server = strict().await;
    get(&server, "/api/Agent/me", json_ok(json!({"id": 5}))).await;
    let slow = Limits {
        burst: 2,
        per_minute: 1,
        ..quick()
    };
    let halo = halo_with(&server.uri(), slow).await;
    for _ in 0..2 {
        assert!(halo.me(&errand()).await.is_ok());
    }
    let cancel = CancellationToken::new();
    let third = Errand::new(60, Duration::from_mins(5), cancel.clone());
    let (mut waiting, counted) = (third.waiting(), third.clone());
    let read = tokio::spawn(async move { halo.me(&third).await });
    let shown = waiting.wait_for(Option::is_some).await.unwrap().unwrap();
    assert_eq!(shown.reason, WaitReason::Pacing);
    assert!(shown.seconds > 30, "{}", shown.seconds);
    cancel.cancel();
    assert_eq!(read.await.unwrap().unwrap_err(), HaloError::Cancelled);
    assert_eq!(counted.requests(), 0);
}

#[test]
fn the_promised_pace_stays_below_what_halo_allows() {
    let limits = Limits::default();
    assert!(
        limits.burst >= 60,
        "a whole diagnosis goes out without waiting"
    );
    assert!(limits.burst + 3 * limits.per_minute < 500, "per 3 minutes");
    assert!(limits.burst + 5 * limits.per_minute < 700, "per 5 minutes");
    assert!(limits.in_flight <= 4);
}

#[tokio::test]
async fn four_calls_are_under_way_at_once_and_never_five() {
    let (listener, base) = listener().await;
    let (now, most) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
    let four = Arc::new(Barrier::new(4));
    let (seen_now, seen_most) = (now.clone(), most.clone());
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let (now, most, four) = (seen_now.clone(), seen_most.clone(), four.clone());
            tokio::spawn(async move {
                read_head(&mut stream).await;
                let running = now.fetch_add(1, Ordering::SeqCst) + 1;
                most.fetch_max(running, Ordering::SeqCst);
                // Nobody is answered before four are here: fewer at once would hang.
                four.wait().await;
                now.fetch_sub(1, Ordering::SeqCst);
                let answer =
                    b"HTTP/1.1 200 OK\r\ncontent-length: 8\r\nconnection: close\r\n\r\n{\"id\":5}";
                stream.write_all(answer).await.unwrap();
            });
        }
    });
    let halo = halo_with(&base, quick()).await;
    let errand = errand();
    let reads = join_all((0..12).map(|_| halo.me(&errand))).await;
    assert!(reads.iter().all(Result::is_ok));
    assert_eq!(most.load(Ordering::SeqCst), 4);
}
