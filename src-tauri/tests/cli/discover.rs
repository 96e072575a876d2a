//! `halyard discover`: what stands behind an address, as text and as JSON.

use serde_json::Value;

use crate::program::halyard;
use crate::rehearsal::Served;

#[test]
fn a_halo_tells_its_servers_tenant_product_and_version() {
    let served = Served::start(&[]);
    let address = served.text("address");
    let ended = halyard(&["discover", address, "--json"]);
    let found = ended.expect_code(0).json();
    assert_eq!(found["address"], address);
    assert_eq!(found["resource_server"], format!("{address}/api"));
    assert_eq!(found["authorisation_server"], format!("{address}/auth"));
    assert_eq!(found["tenant"], served.line["tenant"]);
    assert_eq!(found["product"], "HaloPSA");
    assert!(
        found["version"]
            .as_str()
            .is_some_and(|version| version.starts_with("2."))
    );

    let text = halyard(&["discover", &format!("{address}/tickets?id=1")]);
    text.expect_code(0);
    for value in found.as_object().expect("an object").values() {
        if let Value::String(value) = value {
            assert!(text.stdout.contains(value.as_str()), "{value}: {text:?}");
        }
    }
}

#[test]
fn what_is_not_told_is_null_and_said_so() {
    let served = Served::start(&["--scenario", "on-premises"]);
    let found = halyard(&["discover", served.text("address"), "--json"])
        .expect_code(0)
        .json();
    assert_eq!(found["tenant"], Value::Null);
    let text = halyard(&["discover", served.text("address")]);
    assert!(text.expect_code(0).stdout.contains("not told"), "{text:?}");
}

#[test]
fn what_is_wrong_with_the_address_is_one_sentence() {
    halyard(&["discover", "two words"]).expect_refusal(2, "address");
    halyard(&["discover", ""]).expect_refusal(2, "address");
    halyard(&["discover", "http://acme.halopsa.com", "--json"]).expect_refusal(2, "https");
    let port = {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
        listener.local_addr().expect("it is bound").port()
    };
    let address = format!("http://127.0.0.1:{port}");
    halyard(&["discover", &address, "--json"]).expect_refusal(3, "");
    let served = Served::start(&["--scenario", "not-halo"]);
    halyard(&["discover", served.text("address")]).expect_refusal(3, "Halo");
}
