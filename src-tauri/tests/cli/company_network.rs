//! `check` from within a company's network: its own authority, which the computer trusts or does not,
//! and its proxy, as the environment names them. Each run says what is in the way, and passes once it
//! is out of it. The same through the library, with more manners of proxies, is in `commands`.

use std::io::Write as _;

use commands::rehearse;
use rehearsal::{Scenario, Tenant};
use setup::profile::built_in;

use crate::check_shape::{check, verdict};
use crate::program::{Ended, program, run};
use crate::proxy::{Manner, Proxy};

/// The host that is meant where a proxy connects with the tenant.
const DESK: &str = "https://desk.example.com";
/// `somebody:a-proxy-password`, as Basic authentication writes it.
const KNOWN: &str = "c29tZWJvZHk6YS1wcm94eS1wYXNzd29yZA==";

/// A tenant of a company that has an authority of its own.
async fn tenant() -> Tenant {
    let profile = built_in::find("moovila").expect("it is built in");
    let scenario = Scenario::named("tls-own-authority").expect("a listed scenario");
    rehearsal::serve(rehearse::options(profile, scenario))
        .await
        .expect("a free port")
}

fn port(tenant: &Tenant) -> u16 {
    let address: url::Url = tenant.address().parse().expect("an address");
    address.port().expect("it has one")
}

/// A check of the tenant on a computer that trusts this authority and no other, if one is given.
fn look(tenant: &Tenant, address: &str, trusted: Option<&str>, proxy: Option<&str>) -> Ended {
    let running = &tenant.running;
    let mut command = program(&[
        "check",
        "--profile",
        "moovila",
        "--address",
        address,
        "--client-id",
        &running.client_id,
        "--secret-stdin",
        "--json",
    ]);
    let mut authority = tempfile::NamedTempFile::new().expect("a file");
    if let Some(trusted) = trusted {
        authority
            .write_all(trusted.as_bytes())
            .expect("it has room");
        command.env("SSL_CERT_FILE", authority.path());
    }
    if let Some(proxy) = proxy {
        command.env("HTTPS_PROXY", proxy);
        // The most talkative there is: what it says is looked through too.
        command.env("HALYARD_LOG", "trace");
    }
    let ended = run(command, &running.client_secret);
    let said = format!("{}{}", ended.stdout, ended.stderr);
    for hidden in [running.client_secret.as_str(), "a-proxy-password", KNOWN] {
        assert!(!said.contains(hidden), "{hidden} is told");
    }
    ended
}

#[track_caller]
fn passes(ended: &Ended) {
    let report = ended.expect_code(0).json();
    check(&report);
    assert_eq!(verdict(&report, "address"), ("passed", None));
    assert_eq!(report["summary"]["failed"], 0);
}

/// Ends with 3, and says this of the address and something to do about it.
#[track_caller]
fn is_in_the_way(ended: &Ended, code: &str, title: &str) {
    let report = ended.expect_code(3).json();
    check(&report);
    assert_eq!(verdict(&report, "address"), ("failed", Some(code)));
    let findings = report["findings"].as_array().expect("a list");
    let address = findings.iter().find(|one| one["id"] == "address");
    let address = address.expect("it is always there");
    assert_eq!(address["title"], title);
    assert!(address["fix"]["text"].is_string(), "{address}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_companys_own_authority_passes_once_the_computer_trusts_it() {
    let tenant = tenant().await;
    let (address, authority) = (tenant.address(), tenant.authority());
    is_in_the_way(
        &look(&tenant, &address, None, None),
        "tls_untrusted",
        "The server’s certificate is not trusted",
    );
    passes(&look(&tenant, &address, Some(&authority), None));
    for (scenario, code, title) in [
        (
            "tls-wrong-host",
            "tls_wrong_host",
            "The server’s certificate is for another name",
        ),
        (
            "tls-expired",
            "tls_expired",
            "The server’s certificate is out of date",
        ),
    ] {
        let control = tenant.control();
        control.set_scenario(scenario).expect("a listed scenario");
        let ended = look(&tenant, &address, Some(&authority), None);
        is_in_the_way(&ended, code, title);
        let renewed = control.set_scenario("tls-own-authority");
        renewed.expect("a listed scenario");
        passes(&look(&tenant, &address, Some(&authority), None));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_proxy_that_is_in_the_way_is_named_and_passed_once_it_connects() {
    let tenant = tenant().await;
    let (proxy, authority) = (Proxy::to(port(&tenant)).await, tenant.authority());
    let through = |proxy: &str| look(&tenant, DESK, Some(&authority), Some(proxy));
    let refused = "The proxy did not let Halyard through";
    for (manner, title) in [
        (Manner::Answers("403 Forbidden"), refused),
        (Manner::Hangs, refused),
        (Manner::HangsUp, refused),
        (Manner::AsksWho(KNOWN), "The proxy asks who you are"),
    ] {
        proxy.becomes(manner);
        is_in_the_way(&through(&proxy.address), "proxy_refused", title);
        proxy.becomes(Manner::Connects);
        passes(&through(&proxy.address));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_name_and_a_password_in_the_proxys_address_let_one_through() {
    let tenant = tenant().await;
    let (proxy, authority) = (Proxy::to(port(&tenant)).await, tenant.authority());
    proxy.becomes(Manner::AsksWho(KNOWN));
    let as_somebody = |who: &str| proxy.address.replace("http://", &format!("http://{who}@"));
    let through = |who| look(&tenant, DESK, Some(&authority), Some(&as_somebody(who)));
    is_in_the_way(
        &through("somebody:mistyped"),
        "proxy_refused",
        "The proxy asks who you are",
    );
    passes(&through("somebody:a-proxy-password"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_proxy_that_looks_into_what_is_encrypted_passes_once_the_computer_trusts_it() {
    // The tenant makes a certificate for whatever host it is asked for, as such a proxy does.
    let tenant = tenant().await;
    let (proxy, authority) = (Proxy::to(port(&tenant)).await, tenant.authority());
    is_in_the_way(
        &look(&tenant, DESK, None, Some(&proxy.address)),
        "tls_untrusted",
        "The server’s certificate is not trusted",
    );
    passes(&look(&tenant, DESK, Some(&authority), Some(&proxy.address)));
}
