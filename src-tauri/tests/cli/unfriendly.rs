//! Addresses at which no Halo is: nothing listens, nothing answers, something else answers, or
//! somebody sends us on. The secret reaches none of them.

use std::io::Read as _;
use std::net::{TcpListener, TcpStream};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use wiremock::matchers::{method, path};
use wiremock::{Mock, MockServer, Request, ResponseTemplate};

use crate::check_shape::{check, verdict};
use crate::program::{Ended, halyard_hearing, program, run};

const SECRET: &str = "5e4711aa-1111-4222-8333-944445555666-5e4711aa-7777-4888-8999-000011112222";

fn check_at(address: &str, more: &[&str]) -> Ended {
    let arguments = [
        &[
            "check",
            "--profile",
            "rewst",
            "--address",
            address,
            "--client-id",
            "a-client",
            "--secret-stdin",
            "--json",
        ],
        more,
    ]
    .concat();
    halyard_hearing(&arguments, SECRET)
}

/// Ends with 3, with a whole report whose address finding has this code.
#[track_caller]
fn expect_address(ended: &Ended, code: &str) -> Value {
    let report = ended.expect_code(3).json();
    check(&report);
    assert_eq!(verdict(&report, "address"), ("failed", Some(code)));
    report
}

#[test]
fn what_cannot_be_an_address_is_told_before_anything_is_sent() {
    for address in ["", "   ", "http://", "two words"] {
        let report = expect_address(&check_at(address, &[]), "not_an_address");
        assert_eq!(report["halo"]["address"], Value::Null);
    }
    for address in [
        "http://acme.halopsa.com",
        "ftp://acme.halopsa.com",
        "http://localhost.evil.example",
        "http://10.0.0.1",
        "http://127.0.0.1@evil.example",
    ] {
        let ended = check_at(address, &[]);
        let report = ended.expect_code(3).json();
        check(&report);
        let (status, code) = verdict(&report, "address");
        assert_eq!(status, "failed");
        assert!(
            ["not_https", "not_an_address"].contains(&code.unwrap_or_default()),
            "{address}: {code:?}"
        );
    }
}

#[test]
fn plain_http_to_a_host_elsewhere_sends_nothing() {
    // Every address of this machine that is not loopback would do; this name is one of ours.
    let listener = TcpListener::bind("0.0.0.0:0").expect("a free port");
    let port = listener.local_addr().expect("it is bound").port();
    let address = format!("http://0.0.0.0:{port}");
    let report = check_at(&address, &[]).expect_code(3).json();
    assert_eq!(verdict(&report, "address").0, "failed");
    assert!(nobody_came(&listener), "nothing was sent");
    // The listener would have told: something that does connect is seen.
    let _connected = TcpStream::connect(("127.0.0.1", port)).expect("it listens");
    assert!(!nobody_came(&listener));
}

fn nobody_came(listener: &TcpListener) -> bool {
    listener.set_nonblocking(true).expect("a socket's mode");
    let waiting = listener.accept();
    waiting.is_err_and(|error| error.kind() == std::io::ErrorKind::WouldBlock)
}

#[test]
fn a_proxy_of_the_environment_is_not_told_what_goes_to_this_machine() {
    let proxy = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = format!("http://{}", proxy.local_addr().expect("it is bound"));
    let mut command = program(&["check", "--rehearsal", "healthy", "--json"]);
    for name in ["http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"] {
        command.env(name, &address);
    }
    check(&run(command, "").expect_code(0).json());
    assert!(nobody_came(&proxy), "plain http stays on this machine");
}

#[test]
fn a_port_where_nobody_listens_is_unreachable() {
    let port = {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        listener.local_addr().expect("it is bound").port()
    };
    expect_address(
        &check_at(&format!("http://127.0.0.1:{port}"), &[]),
        "unreachable",
    );
}

#[test]
fn a_name_that_does_not_exist_is_told() {
    // RFC 6761 keeps this ending free of hosts for ever.
    let ended = check_at("halo.does-not-exist.invalid", &["--timeout", "20"]);
    expect_address(&ended, "name_not_found");
}

#[test]
fn a_server_that_never_answers_ends_with_the_time_given() {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = format!("http://{}", listener.local_addr().expect("it is bound"));
    let began = Instant::now();
    expect_address(&check_at(&address, &["--timeout", "1"]), "timed_out");
    // Far below the limit of one call: it was the time for the whole run that ended it.
    assert!(began.elapsed() < Duration::from_secs(15));
    let (mut came, _) = listener.accept().expect("it was asked");
    let mut heard = Vec::new();
    came.read_to_end(&mut heard).expect("it hung up");
    let heard = String::from_utf8_lossy(&heard);
    assert!(heard.starts_with("GET /api/"), "{heard}");
    assert!(!heard.contains(&SECRET[..8]), "{heard}");
}

/// A server that says of itself what a Halo says.
async fn halo() -> MockServer {
    let server = MockServer::start().await;
    let about = json!({
        "auth_url": format!("{}/auth", server.uri()),
        "tenant_id": "acme",
        "app_name": "HaloPSA",
        "app_version": "2.236.133",
        "is_hosted": true,
    });
    for place in ["/api/AuthInfo", "/api/InstanceInfo"] {
        Mock::given(method("GET"))
            .and(path(place))
            .respond_with(ResponseTemplate::new(200).set_body_json(&about))
            .mount(&server)
            .await;
    }
    server
}

fn hears_secret(requests: &[Request]) -> bool {
    requests.iter().any(|request| {
        let heard = format!(
            "{} {:?} {}",
            request.url,
            request.headers,
            String::from_utf8_lossy(&request.body)
        );
        heard.contains(&SECRET[..8])
    })
}

#[tokio::test(flavor = "multi_thread")]
async fn a_redirected_token_request_is_not_followed() {
    for status in [301, 302, 303, 307, 308] {
        let (halo, elsewhere) = (
            halo().await,
            TcpListener::bind("127.0.0.1:0").expect("a free port"),
        );
        let there = format!(
            "http://{}/auth/token",
            elsewhere.local_addr().expect("it is bound")
        );
        Mock::given(method("POST"))
            .and(path("/auth/token"))
            .respond_with(ResponseTemplate::new(status).insert_header("location", there))
            .mount(&halo)
            .await;
        let ended = check_at(&halo.uri(), &[]);
        expect_address(&ended, "redirected_elsewhere");
        assert!(nobody_came(&elsewhere), "{status}: not a byte went there");
        let requests = halo.received_requests().await.expect("they are recorded");
        assert!(
            hears_secret(&requests),
            "the host that is a Halo was given the secret, else this proves nothing"
        );
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_redirect_of_everything_is_not_followed() {
    let elsewhere = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let there = format!("http://{}/", elsewhere.local_addr().expect("it is bound"));
    let server = MockServer::start().await;
    Mock::given(wiremock::matchers::any())
        .respond_with(ResponseTemplate::new(307).insert_header("location", there))
        .mount(&server)
        .await;
    expect_address(&check_at(&server.uri(), &[]), "redirected_elsewhere");
    assert!(nobody_came(&elsewhere), "not a byte went there");
    let requests = server.received_requests().await.expect("they are recorded");
    assert!(!requests.is_empty());
    assert!(!hears_secret(&requests));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_web_site_that_is_no_halo_gets_no_secret() {
    let server = MockServer::start().await;
    Mock::given(wiremock::matchers::any())
        .respond_with(ResponseTemplate::new(200).set_body_string("<html>Welcome</html>"))
        .mount(&server)
        .await;
    expect_address(&check_at(&server.uri(), &[]), "not_halo");
    let requests = server.received_requests().await.expect("they are recorded");
    assert!(!requests.is_empty());
    assert!(!hears_secret(&requests));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_authorisation_server_elsewhere_that_nobody_confirmed_gets_no_secret() {
    let elsewhere = TcpListener::bind("0.0.0.0:0").expect("a free port");
    let port = elsewhere.local_addr().expect("it is bound").port();
    // This machine by an address that is not a loopback one, so that the server is a stranger.
    let auth = format!("https://0.0.0.0:{port}/auth");
    let server = MockServer::start().await;
    let about = json!({ "auth_url": auth, "tenant_id": "acme", "app_name": "HaloPSA", "app_version": "2.236.133" });
    for place in ["/api/AuthInfo", "/api/InstanceInfo"] {
        Mock::given(path(place))
            .respond_with(ResponseTemplate::new(200).set_body_json(&about))
            .mount(&server)
            .await;
    }
    let report = check_at(&server.uri(), &[]).expect_code(3).json();
    check(&report);
    assert_eq!(
        verdict(&report, "credentials"),
        ("failed", Some("server_not_confirmed"))
    );
    assert!(nobody_came(&elsewhere), "not a byte went there");

    // Named by the admin it is asked, and the listener sees that.
    let named = check_at(
        &server.uri(),
        &["--authorisation-server", &auth, "--timeout", "2"],
    );
    check(&named.expect_code(3).json());
    assert!(!nobody_came(&elsewhere), "it was asked");
}
