//! A server that echoes what it was sent: the echo goes nowhere.

use std::{
    io::{self, Write},
    sync::{Arc, Mutex},
};

use halo::{Halo, HaloError, Overrides, discover};
use secrecy::ExposeSecret;
use serde_json::json;
use wiremock::{Mock, MockServer, Request, ResponseTemplate, matchers};

use crate::support::{SECRET, TOKEN, address, credentials, errand, halo, sign_in, transport};

/// Everything an error, or anything else of ours, could print.
fn printed(thing: &(impl std::fmt::Debug + ?Sized)) -> String {
    format!("{thing:?} {thing:#?}").to_lowercase()
}

fn holds(text: &str, secret: &str) -> bool {
    text.to_lowercase().contains(&secret.to_lowercase())
}

/// What a hostile server makes of the secret.
type Echo = fn(&str) -> ResponseTemplate;

const ECHOES: [Echo; 9] = [
    |secret| {
        let body = json!({"error": "invalid_client", "error_description": format!("no {secret}")});
        ResponseTemplate::new(401).set_body_json(body)
    },
    |secret| {
        let body = json!({"error": "invalid_scope", "error_description": secret});
        ResponseTemplate::new(400).set_body_json(body)
    },
    |secret| ResponseTemplate::new(400).set_body_json(json!({"error": secret})),
    |secret| ResponseTemplate::new(400).set_body_json(json!(format!("{secret}{secret}"))),
    |secret| ResponseTemplate::new(400).set_body_json(json!({secret: ["wrong"]})),
    |secret| ResponseTemplate::new(422).set_body_json(json!({"Message": secret.to_uppercase()})),
    |secret| {
        let escape = |text: String, c: char| text + &format!("\\u{:04x}", c as u32);
        let escaped = secret.chars().fold(String::new(), escape);
        ResponseTemplate::new(400).set_body_raw(format!("\"{escaped}\""), "application/json")
    },
    |secret| {
        let filler = "x".repeat(190);
        ResponseTemplate::new(400).set_body_json(json!(format!("{filler}{secret}")))
    },
    |secret| {
        let elsewhere = format!("https://{secret}.evil.example/{secret}");
        ResponseTemplate::new(307).insert_header("location", elsewhere)
    },
];

#[tokio::test]
async fn an_echoed_secret_is_in_no_error() {
    for (number, echo) in ECHOES.iter().enumerate() {
        let server = MockServer::start().await;
        let hostile = |request: &Request| {
            // The positive control: the server really has the secret.
            assert!(String::from_utf8_lossy(&request.body).contains(SECRET));
            echo(SECRET)
        };
        Mock::given(matchers::method("POST"))
            .respond_with(hostile)
            .expect(1)
            .mount(&server)
            .await;
        let error = sign_in(&server.uri()).await.unwrap_err();
        for part in [SECRET, &SECRET[..20]] {
            assert!(!holds(&printed(&error), part), "echo {number}: {error:?}");
            assert!(!holds(&error.to_string(), part), "echo {number}: {error}");
        }
    }
}

#[tokio::test]
async fn an_echoed_token_is_in_no_error() {
    for (number, echo) in ECHOES.iter().enumerate() {
        let server = MockServer::start().await;
        let hostile = |request: &Request| {
            assert!(
                request.headers["authorization"]
                    .to_str()
                    .unwrap()
                    .contains(TOKEN)
            );
            echo(TOKEN)
        };
        Mock::given(matchers::method("GET"))
            .respond_with(hostile)
            .expect(1)
            .mount(&server)
            .await;
        let error = halo(&server).await.me(&errand()).await.unwrap_err();
        assert!(
            !holds(&printed(&error), &TOKEN[..20]),
            "echo {number}: {error:?}"
        );
        assert!(
            !holds(&error.to_string(), &TOKEN[..20]),
            "echo {number}: {error}"
        );
    }
}

#[tokio::test]
async fn other_words_of_the_server_do_get_through() {
    let server = MockServer::start().await;
    let plain = ResponseTemplate::new(400).set_body_json(json!("A Site must be selected"));
    Mock::given(matchers::any())
        .respond_with(plain)
        .mount(&server)
        .await;
    let error = sign_in(&server.uri()).await.unwrap_err();
    let said = "A Site must be selected".to_owned();
    assert_eq!(error, HaloError::Refused { status: 400, said });
}

#[tokio::test]
async fn an_echo_in_a_good_answer_is_hidden_too() {
    let server = MockServer::start().await;
    let body = json!({"access_token": "good", "scope": format!("read:tickets {SECRET}")});
    let granted = ResponseTemplate::new(200).set_body_json(body);
    Mock::given(matchers::method("POST"))
        .respond_with(granted)
        .mount(&server)
        .await;
    let token = sign_in(&server.uri()).await.unwrap();
    assert_eq!(
        token.granted,
        Some(vec!["read:tickets".to_owned(), "[hidden]".to_owned()])
    );
}

#[tokio::test]
async fn nothing_of_ours_prints_a_secret() {
    let credentials = credentials();
    assert!(credentials.secret.expose_secret() == SECRET);
    assert!(!holds(&printed(&credentials), SECRET));
    let server = MockServer::start().await;
    let halo = halo(&server).await;
    assert!(!holds(&printed(&halo), TOKEN));
    assert!(!holds(&printed(halo.token()), TOKEN));
}

#[tokio::test]
async fn discovery_sends_nothing_but_reads() {
    let server = MockServer::start().await;
    let found = discover(
        &transport(),
        &errand(),
        &address(&server),
        &Overrides::default(),
    )
    .await;
    assert_eq!(found.unwrap_err(), HaloError::NotHalo);
    for request in server.received_requests().await.unwrap() {
        assert_eq!(request.method.as_str(), "GET");
        assert!(request.body.is_empty() && request.url.query().is_none());
        assert!(!request.headers.contains_key("authorization"));
    }
}

/// Collects everything that is logged.
#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The log belongs to the whole process, so the look at it gets one of its own.
#[test]
fn the_log_at_its_most_talkative_holds_no_secret_and_no_query() {
    let child = std::process::Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "secrets::child_logs_everything", "--ignored"])
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&child.stdout);
    assert!(
        child.status.success() && said.contains("running 1 test"),
        "{said}"
    );
}

#[tokio::test]
#[ignore = "started by the test above"]
async fn child_logs_everything() {
    let log = Log::default();
    let writer = log.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing::Level::TRACE)
        .with_writer(move || writer.clone())
        .finish();
    let guard = tracing::subscriber::set_default(subscriber);
    let server = MockServer::start().await;
    let body = json!({"access_token": TOKEN, "scope": "all"});
    let granted = ResponseTemplate::new(200).set_body_json(body);
    Mock::given(matchers::method("POST"))
        .respond_with(granted)
        .mount(&server)
        .await;
    let token = sign_in(&server.uri()).await.unwrap();
    let resource_server = format!("{}/api", server.uri()).parse().unwrap();
    let halo = Halo::new(transport(), resource_server, token);
    assert_eq!(
        halo.customers(&errand()).await.unwrap_err(),
        HaloError::NotFound
    );
    drop(guard);
    let logged = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
    assert!(
        logged.contains("asked Halo") && logged.contains("/auth/token"),
        "the log works"
    );
    for hidden in [SECRET, TOKEN, "client_secret", "pageinate"] {
        assert!(!holds(&logged, hidden), "{hidden}");
    }
}
