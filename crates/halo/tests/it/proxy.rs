//! A proxy that refuses or asks who one is: told from a server that does not answer.
//!
//! Proxies are read from the environment, which a test must not change for its neighbours: the
//! call is made by this very test program, started once more with an environment of its own.

use std::{
    env,
    io::{Read, Write},
    net::TcpListener,
    process::Command,
    thread,
};

use base64::{Engine, prelude::BASE64_STANDARD};
use halo::{HaloError, Overrides, discover};
use serde_json::json;

use crate::support::{address, errand, get, json_ok, strict, transport};

/// A proxy that gives every CONNECT the same answer.
fn proxy(answer: &'static str) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    thread::spawn(move || {
        for mut stream in listener.incoming().flatten() {
            let mut head = [0; 1024];
            let _ = stream.read(&mut head);
            let _ = write!(stream, "HTTP/1.1 {answer}\r\ncontent-length: 0\r\n\r\n");
        }
    });
    format!("http://{address}")
}

/// Runs the ignored test `name` in a process of its own, behind `proxy`; what it said, where it
/// passed.
fn said_behind(proxy: &str, name: &str) -> Option<String> {
    let child = Command::new(env::current_exe().unwrap())
        .args([
            "--exact",
            &format!("proxy::{name}"),
            "--ignored",
            "--nocapture",
        ])
        .envs([
            ("HTTPS_PROXY", proxy),
            ("HTTP_PROXY", proxy),
            ("NO_PROXY", ""),
        ])
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&child.stdout).into_owned();
    assert!(said.contains("running 1 test"), "the name is wrong: {said}");
    child.status.success().then_some(said)
}

fn passes_behind(proxy: &str, name: &str) -> bool {
    said_behind(proxy, name).is_some()
}

#[test]
fn a_proxy_that_refuses_is_named() {
    for (answer, child) in [
        (
            "407 Proxy Authentication Required",
            "child_is_asked_who_it_is",
        ),
        ("403 Forbidden", "child_is_refused"),
        ("502 Bad Gateway", "child_is_refused"),
    ] {
        assert!(passes_behind(&proxy(answer), child), "{answer}");
    }
}

#[test]
fn a_proxy_that_is_not_there_is_not_taken_for_the_halo() {
    let port = {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        listener.local_addr().unwrap().port()
    };
    for proxy in [
        format!("http://127.0.0.1:{port}"),
        // RFC 6761 keeps this ending free of hosts for ever.
        "http://proxy.does-not-exist.invalid:8080".to_owned(),
    ] {
        assert!(passes_behind(&proxy, "child_is_refused"), "{proxy}");
    }
}

#[test]
fn how_to_sign_in_to_a_proxy_is_never_logged() {
    let proxy = proxy("407 Proxy Authentication Required");
    let with_password = proxy.replace("http://", "http://somebody:a-proxy-PASSWORD@");
    let said = said_behind(&with_password, "child_logs_a_refusal").unwrap();
    assert!(said.contains("asked Halo"), "the log works: {said}");
    let hidden = BASE64_STANDARD.encode("somebody:a-proxy-PASSWORD");
    for hidden in ["a-proxy-PASSWORD", "somebody", &hidden] {
        assert!(!said.contains(hidden), "{hidden} is in {said}");
    }
}

#[test]
fn this_computer_is_reached_without_the_proxy() {
    assert!(passes_behind(
        &proxy("407 No"),
        "child_reaches_this_computer"
    ));
}

#[tokio::test]
#[ignore = "started by the tests above"]
async fn child_is_refused() {
    let address = "https://desk.example.com".parse().unwrap();
    let refused = discover(&transport(), &errand(), &address, &Overrides::default()).await;
    assert_eq!(refused.unwrap_err(), HaloError::ProxyRefused);
}

#[tokio::test]
#[ignore = "started by the tests above"]
async fn child_is_asked_who_it_is() {
    let address = "https://desk.example.com".parse().unwrap();
    let refused = discover(&transport(), &errand(), &address, &Overrides::default()).await;
    assert_eq!(refused.unwrap_err(), HaloError::ProxyWantsSignIn);
}

#[tokio::test]
#[ignore = "started by the tests above"]
async fn child_logs_a_refusal() {
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing::Level::TRACE)
        .with_writer(std::io::stdout)
        .finish();
    let _log = tracing::subscriber::set_default(subscriber);
    let (transport, address) = (transport(), "https://desk.example.com".parse().unwrap());
    println!("{transport:?}");
    let refused = discover(&transport, &errand(), &address, &Overrides::default()).await;
    println!("{refused:?} {transport:?}");
    assert_eq!(refused.unwrap_err(), HaloError::ProxyWantsSignIn);
}

#[tokio::test]
#[ignore = "started by the tests above"]
async fn child_reaches_this_computer() {
    let server = strict().await;
    get(
        &server,
        "/api/AuthInfo",
        json_ok(json!({"tenant_id": "acme"})),
    )
    .await;
    get(
        &server,
        "/api/InstanceInfo",
        json_ok(json!({"tenant_id": "acme"})),
    )
    .await;
    let found = discover(
        &transport(),
        &errand(),
        &address(&server),
        &Overrides::default(),
    )
    .await;
    assert_eq!(found.unwrap().tenant.as_deref(), Some("acme"));
}
