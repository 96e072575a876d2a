//! A proxy that refuses: told from a server that does not answer.
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

/// Runs the ignored test `name` in a process of its own, behind `proxy`.
fn passes_behind(proxy: &str, name: &str) -> bool {
    let child = Command::new(env::current_exe().unwrap())
        .args(["--exact", &format!("proxy::{name}"), "--ignored"])
        .envs([
            ("HTTPS_PROXY", proxy),
            ("HTTP_PROXY", proxy),
            ("NO_PROXY", ""),
        ])
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&child.stdout);
    assert!(said.contains("running 1 test"), "the name is wrong: {said}");
    child.status.success()
}

#[test]
fn a_proxy_that_refuses_is_named() {
    for answer in [
        "407 Proxy Authentication Required",
        "403 Forbidden",
        "502 Bad Gateway",
    ] {
        assert!(
            passes_behind(&proxy(answer), "child_is_refused"),
            "{answer}"
        );
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
