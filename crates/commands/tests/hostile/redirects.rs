//! Whole checks of a Halo that sends one on, with the secret or the token in the hand: not one byte
//! arrives at the other place, the finding names it, and the check passes once nobody is sent on.

use std::io::ErrorKind;
use std::net::TcpListener;

use rehearsal::{Running, Scenario};
use serde_json::json;
use setup::finding::Status;
use wiremock::matchers::{any, method, path};
use wiremock::{Mock, MockServer, ResponseTemplate};

use crate::runs::{PATIENT, found, options, run, run_within, target};
use crate::{ALONE, MOST, growth};

const TOKEN: &str = "a-token-that-stays-here";

/// A place that must not be contacted.
struct Elsewhere(TcpListener);

impl Elsewhere {
    fn new() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        listener.set_nonblocking(true).expect("a socket's mode");
        Self(listener)
    }

    /// Every way of naming it: encrypted, not encrypted, and by its place alone.
    fn urls(&self) -> [String; 3] {
        let here = self.0.local_addr().expect("it is bound");
        [
            format!("https://{here}/auth/token"),
            format!("http://{here}/auth/token"),
            format!("//{here}/auth/token"),
        ]
    }

    fn was_contacted(&self) -> bool {
        !self
            .0
            .accept()
            .is_err_and(|error| error.kind() == ErrorKind::WouldBlock)
    }
}

/// What is sent on.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Sent {
    Everything,
    TokenRequests,
    CallsWithTheToken,
}

/// A Halo as far as it does not send one on.
async fn halo(sent: Sent, on: ResponseTemplate) -> MockServer {
    let server = MockServer::start().await;
    let about = json!({
        "auth_url": format!("{}/auth", server.uri()),
        "tenant_id": "acme",
        "app_name": "HaloPSA",
    });
    if sent != Sent::Everything {
        for place in ["/api/AuthInfo", "/api/InstanceInfo"] {
            Mock::given(method("GET"))
                .and(path(place))
                .respond_with(ResponseTemplate::new(200).set_body_json(&about))
                .mount(&server)
                .await;
        }
    }
    if sent == Sent::CallsWithTheToken {
        let token = json!({ "access_token": TOKEN, "token_type": "Bearer", "expires_in": 3600 });
        Mock::given(method("POST"))
            .and(path("/auth/token"))
            .respond_with(ResponseTemplate::new(200).set_body_json(token))
            .mount(&server)
            .await;
    }
    Mock::given(any()).respond_with(on).mount(&server).await;
    server
}

/// Whether the Halo was handed what must not be sent on.
async fn was_handed(server: &MockServer, secret: &str) -> bool {
    let requests = server.received_requests().await.expect("they are recorded");
    requests.iter().any(|request| {
        let heard = format!(
            "{:?} {}",
            request.headers,
            String::from_utf8_lossy(&request.body)
        );
        heard.contains(secret)
    })
}

#[tokio::test(flavor = "multi_thread")]
async fn wherever_a_halo_sends_one_on_to_nothing_arrives_there() {
    let _alone = ALONE.lock().await;
    let healthy = rehearsal::serve(options(Scenario::healthy()))
        .await
        .expect("a free port");
    let credentials: &Running = &healthy.running;
    for status in [301, 302, 303, 307, 308] {
        let elsewhere = Elsewhere::new();
        for to in elsewhere.urls() {
            for sent in [
                Sent::Everything,
                Sent::TokenRequests,
                Sent::CallsWithTheToken,
            ] {
                let on = ResponseTemplate::new(status).insert_header("location", to.as_str());
                let server = halo(sent, on).await;
                let target = target(&server.uri(), credentials);
                let (checked, grown) = growth(run_within(PATIENT, &target)).await;
                assert!(grown <= MOST, "took {} MB", grown / 1024 / 1024);
                let found: Vec<_> = found(&checked, "address")
                    .map(|one| (one.status, one.code.as_deref(), one.fix.is_some()))
                    .collect();
                let expected = (Status::Failed, Some("redirected_elsewhere"), true);
                assert_eq!(found, [expected], "{status} {sent:?} {to}");
                assert!(!elsewhere.was_contacted(), "{status} {sent:?} {to}");
                let handed = was_handed(&server, &credentials.client_secret).await;
                assert_eq!(
                    handed,
                    sent != Sent::Everything,
                    "the secret goes to the Halo, once it is one, else this proves nothing"
                );
            }
        }
        // The listener would have told.
        let _connected = std::net::TcpStream::connect(elsewhere.0.local_addr().expect("bound"));
        assert!(elsewhere.was_contacted());
    }
    let mended = run(&healthy.address(), credentials).await;
    let address: Vec<_> = found(&mended, "address").map(|one| one.status).collect();
    assert_eq!(address, [Status::Passed]);
}
