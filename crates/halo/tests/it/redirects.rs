//! A server that sends us elsewhere: not one byte arrives there.

use std::{io::ErrorKind, net::TcpListener};

use halo::{HaloError, Overrides, discover};
use wiremock::{Mock, MockServer, ResponseTemplate, matchers};

use crate::support::{address, errand, halo, sign_in, transport};

const REDIRECTS: [u16; 5] = [301, 302, 303, 307, 308];

/// A place that must not be contacted.
struct Elsewhere {
    listener: TcpListener,
}

impl Elsewhere {
    fn new() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        listener.set_nonblocking(true).unwrap();
        Self { listener }
    }

    fn url(&self) -> String {
        format!("http://{}/auth/token", self.listener.local_addr().unwrap())
    }

    fn was_contacted(&self) -> bool {
        !matches!(self.listener.accept(), Err(error) if error.kind() == ErrorKind::WouldBlock)
    }
}

async fn redirecting(status: u16, to: &str) -> MockServer {
    let server = MockServer::start().await;
    Mock::given(matchers::any())
        .respond_with(ResponseTemplate::new(status).insert_header("location", to))
        .mount(&server)
        .await;
    server
}

#[tokio::test]
async fn neither_secret_nor_token_nor_anything_else_follows_a_redirect() {
    for status in REDIRECTS {
        let elsewhere = Elsewhere::new();
        let server = redirecting(status, &elsewhere.url()).await;
        let to = HaloError::RedirectedElsewhere {
            host: "127.0.0.1".into(),
        };

        assert_eq!(
            sign_in(&server.uri()).await.unwrap_err(),
            to,
            "token, {status}"
        );
        let read = halo(&server).await.me(&errand()).await;
        assert_eq!(read.unwrap_err(), to, "read, {status}");
        let found = discover(
            &transport(),
            &errand(),
            &address(&server),
            &Overrides::default(),
        )
        .await;
        assert_eq!(found.unwrap_err(), to, "discovery, {status}");

        assert!(!elsewhere.was_contacted(), "{status}");
    }
}

#[test]
fn the_place_elsewhere_would_notice() {
    let elsewhere = Elsewhere::new();
    let _connection = std::net::TcpStream::connect(elsewhere.listener.local_addr().unwrap());
    let noticed = (0..1_000_000).any(|_| elsewhere.was_contacted());
    assert!(noticed, "the other tests of this file would prove nothing");
}

#[tokio::test]
async fn the_host_is_named_whatever_the_location_looks_like() {
    let table = [
        ("https://evil.example/x?secret=1", "evil.example"),
        ("//evil.example", "evil.example"),
        ("/login", "127.0.0.1"),
        ("javascript:alert(1)", "javascript"),
    ];
    for (location, host) in table {
        let server = redirecting(302, location).await;
        let expected = HaloError::RedirectedElsewhere { host: host.into() };
        assert_eq!(
            sign_in(&server.uri()).await.unwrap_err(),
            expected,
            "{location}"
        );
    }
}
