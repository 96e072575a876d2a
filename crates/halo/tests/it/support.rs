//! What the tests share: a server on which an unexpected request fails the test, short limits,
//! and servers that speak HTTP wrongly on purpose.

use std::time::Duration;

use halo::{Address, Credentials, Errand, Halo, HaloError, Limits, ServerUrl, Token, Transport};
use secrecy::SecretString;
use serde_json::json;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
};
use tokio_util::sync::CancellationToken;
use wiremock::{Mock, MockServer, ResponseTemplate, matchers};

pub(crate) const SECRET: &str = "5d0c7e6a-SENTINEL-Secret-0f1e2d3c4b5a";
pub(crate) const TOKEN: &str = "opaque-TOKEN-sentinel-q1w2e3r4t5y6";

/// A server that answers only what is mounted; anything else fails the test at its end.
pub(crate) async fn strict() -> MockServer {
    let server = MockServer::start().await;
    Mock::given(matchers::any())
        .respond_with(ResponseTemplate::new(404))
        .with_priority(u8::MAX)
        .expect(0)
        .named("no other request")
        .mount(&server)
        .await;
    server
}

/// A server that knows nothing and minds nothing.
pub(crate) async fn empty() -> MockServer {
    MockServer::start().await
}

pub(crate) async fn get(server: &MockServer, path: &str, answer: ResponseTemplate) {
    Mock::given(matchers::method("GET"))
        .and(matchers::path(path))
        .respond_with(answer)
        .mount(server)
        .await;
}

pub(crate) async fn post_token(server: &MockServer, answer: ResponseTemplate) {
    Mock::given(matchers::method("POST"))
        .and(matchers::path("/auth/token"))
        .respond_with(answer)
        .mount(server)
        .await;
}

pub(crate) fn json_ok(body: serde_json::Value) -> ResponseTemplate {
    ResponseTemplate::new(200).set_body_json(body)
}

pub(crate) fn html(status: u16) -> ResponseTemplate {
    ResponseTemplate::new(status).set_body_raw("<!doctype html><title>app</title>", "text/html")
}

/// The promised limits with short waits.
pub(crate) fn quick() -> Limits {
    Limits {
        back_off: Duration::from_millis(1),
        ..Limits::default()
    }
}

pub(crate) fn transport() -> Transport {
    Transport::new(quick())
}

pub(crate) fn errand() -> Errand {
    Errand::new(60, Duration::from_mins(1), CancellationToken::new())
}

pub(crate) fn address(server: &MockServer) -> Address {
    server.uri().parse().unwrap()
}

pub(crate) fn authorisation_server(base: &str) -> ServerUrl {
    format!("{base}/auth").parse().unwrap()
}

pub(crate) fn credentials() -> Credentials {
    Credentials {
        client_id: "client-1".into(),
        secret: SecretString::from(SECRET),
    }
}

pub(crate) async fn sign_in(base: &str) -> Result<Token, HaloError> {
    let server = authorisation_server(base);
    halo::sign_in(
        &transport(),
        &errand(),
        &server,
        None,
        &credentials(),
        &["read:tickets"],
    )
    .await
}

/// A token, by way of a sign-in at a server of its own.
pub(crate) async fn token() -> Token {
    let server = strict().await;
    let body = json!({"access_token": TOKEN, "token_type": "Bearer", "expires_in": 3600,
                      "scope": "read:tickets"});
    post_token(&server, json_ok(body)).await;
    sign_in(&server.uri()).await.unwrap()
}

/// A handle for the API below `base`, with the given limits.
pub(crate) async fn halo_with(base: &str, limits: Limits) -> Halo {
    let resource_server = format!("{base}/api").parse().unwrap();
    Halo::new(Transport::new(limits), resource_server, token().await)
}

pub(crate) async fn halo(server: &MockServer) -> Halo {
    halo_with(&server.uri(), quick()).await
}

/// A listener on this computer and its address.
pub(crate) async fn listener() -> (TcpListener, String) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base = format!("http://{}", listener.local_addr().unwrap());
    (listener, base)
}

/// Reads one request up to the end of its head.
pub(crate) async fn read_head(stream: &mut TcpStream) {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        match stream.read_u8().await {
            Ok(byte) => head.push(byte),
            Err(_) => return,
        }
    }
}

/// Serves every connection with `answer` and then with `more`, again and again, until the
/// other side has had enough. An empty `more` just keeps the connection open.
pub(crate) async fn serve_raw(answer: &'static [u8], more: &'static [u8]) -> String {
    let (listener, base) = listener().await;
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            tokio::spawn(async move {
                read_head(&mut stream).await;
                let mut alive = stream.write_all(answer).await.is_ok();
                while alive && !more.is_empty() {
                    alive = stream.write_all(more).await.is_ok();
                }
                // Ends when the other side closes.
                let _ = stream.read_u8().await;
            });
        }
    });
    base
}
