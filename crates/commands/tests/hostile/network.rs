//! Whole checks from within a company's network: its own authority, which the computer trusts or does
//! not, and its proxy, which lets one through or does not. Each ends, says what it was, takes little
//! memory, and passes once it is mended.
//!
//! What is trusted and which proxy there is are read from the system, for which tests put an
//! environment in its place: each check is made by this very test program, started once more.

use std::io::{Read as _, Write as _};
use std::process::{Command, Stdio};

use rehearsal::{Running, Scenario, Tenant};
use serde_json::{Value, json};

use crate::proxy::{Manner, Proxy};
use crate::runs::{PATIENT, options, run_within, target};
use crate::{MOST, growth};

/// The host that is meant where a proxy connects with the tenant.
const DESK: &str = "https://desk.example.com";

/// `somebody:a-proxy-password`, as Basic authentication writes it.
const KNOWN: &str = "c29tZWJvZHk6YS1wcm94eS1wYXNzd29yZA==";

/// The surroundings of one check.
#[derive(Default)]
struct Network<'a> {
    address: &'a str,
    /// Where tokens are issued, if that is elsewhere.
    sign_in: Option<&'a str>,
    /// The authority that the computer trusts beside nobody else.
    trusted: Option<&'a str>,
    proxy: Option<&'a str>,
}

/// What such a check finds of the address, or of the credentials: its status, its code, its title and
/// what to do.
#[derive(Debug, PartialEq)]
struct Found {
    status: String,
    code: Option<String>,
    title: String,
    fix: Option<String>,
    /// How the whole check ends.
    exit: u64,
}

impl Found {
    #[track_caller]
    fn is(&self, code: &str, title: &str) {
        assert_eq!(self.code.as_deref(), Some(code), "{self:?}");
        assert_eq!((self.status.as_str(), self.exit), ("failed", 3), "{self:?}");
        assert_eq!(self.title, title);
        assert!(self.fix.is_some(), "it says what to do: {self:?}");
    }

    /// Nothing could be said of it, for a reason that has a name and a way out.
    #[track_caller]
    fn is_open(&self, title: &str) {
        assert_eq!(
            (self.status.as_str(), self.exit),
            ("unknown", 3),
            "{self:?}"
        );
        assert_eq!(self.title, title);
        assert!(self.fix.is_some(), "it says what to do: {self:?}");
    }

    #[track_caller]
    fn passes(&self) {
        assert_eq!((self.status.as_str(), self.exit), ("passed", 0), "{self:?}");
    }
}

/// What one check of this tenant, in a process of its own, finds of the address.
async fn check(tenant: &Tenant, network: Network<'_>) -> Found {
    check_about("address", tenant, network).await
}

/// What it finds of this.
async fn check_about(id: &str, tenant: &Tenant, network: Network<'_>) -> Found {
    let mut trusted = tempfile::NamedTempFile::new().expect("a file");
    let mut command = Command::new(std::env::current_exe().expect("it runs"));
    command.args([
        "--exact",
        "network::child_checks",
        "--ignored",
        "--nocapture",
    ]);
    for name in [
        "https_proxy",
        "HTTPS_PROXY",
        "all_proxy",
        "ALL_PROXY",
        "no_proxy",
        "NO_PROXY",
    ] {
        command.env_remove(name);
    }
    if let Some(authority) = network.trusted {
        trusted
            .write_all(authority.as_bytes())
            .expect("it has room");
        command.env("SSL_CERT_FILE", trusted.path());
    }
    if let Some(proxy) = network.proxy {
        command.env("HTTPS_PROXY", proxy);
    }
    let running = &tenant.running;
    let input = json!([
        network.address,
        running.client_id,
        running.client_secret,
        network.sign_in
    ]);
    let ended = tokio::task::spawn_blocking(move || {
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("it starts");
        let mut stdin = child.stdin.take().expect("it was piped");
        stdin
            .write_all(input.to_string().as_bytes())
            .expect("it listens");
        drop(stdin);
        child.wait_with_output().expect("it ends")
    });
    let ended = ended.await.expect("waiting does not panic");
    let said = String::from_utf8_lossy(&ended.stdout);
    assert!(!said.contains(&running.client_secret), "the secret is told");
    let outcome = said
        .lines()
        .find_map(|line| line.split_once("outcome: "))
        .unwrap_or_else(|| panic!("{said}{}", String::from_utf8_lossy(&ended.stderr)));
    let outcome: Value = serde_json::from_str(outcome.1).expect("it is JSON");
    let grown = outcome["grown"].as_u64().expect("a number");
    assert!(grown <= MOST as u64, "took {} MB", grown / 1024 / 1024);
    let finding = &outcome[id];
    let text = |value: &Value| value.as_str().map(str::to_owned);
    Found {
        status: text(&finding["status"]).expect("it has one"),
        code: text(&finding["code"]),
        title: text(&finding["title"]).expect("it has one"),
        fix: text(&finding["fix"]["text"]),
        exit: outcome["exit"].as_u64().expect("a number"),
    }
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "started by the tests below"]
async fn child_checks() {
    let mut input = String::new();
    let read = std::io::stdin().read_to_string(&mut input);
    read.expect("it is text");
    let (address, client_id, client_secret, sign_in): (String, String, String, Option<String>) =
        serde_json::from_str(&input).expect("what was sent");
    let mut target = target(
        &address,
        &Running {
            address: address.clone(),
            client_id,
            client_secret,
            tenant: String::new(),
            product: String::new(),
            scenario: String::new(),
        },
    );
    target.authorisation_server = sign_in;
    let (checked, grown) = growth(run_within(PATIENT, &target)).await;
    let finding = |id| checked.report.findings.iter().find(|one| one.id == id);
    let outcome = json!({
        "grown": grown,
        "exit": checked.report.outcome(&checked.facts).exit_code(),
        "address": finding("address"),
        "credentials": finding("credentials"),
    });
    println!("outcome: {outcome}");
}

async fn tenant(scenario: &str) -> Tenant {
    let scenario = Scenario::named(scenario).expect("a listed scenario");
    rehearsal::serve(options(scenario))
        .await
        .expect("a free port")
}

fn port(tenant: &Tenant) -> u16 {
    let address: url::Url = tenant.address().parse().expect("an address");
    address.port().expect("it has one")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_companys_own_authority_is_as_good_as_any_once_the_computer_trusts_it() {
    let tenant = tenant("tls-own-authority").await;
    let (address, authority) = (tenant.address(), tenant.authority());
    let with = |trusted| Network {
        address: &address,
        trusted,
        ..Network::default()
    };
    let found = check(&tenant, with(None)).await;
    found.is("tls_untrusted", "The server’s certificate is not trusted");
    check(&tenant, with(Some(&authority))).await.passes();
}

#[tokio::test(flavor = "multi_thread")]
async fn certificates_of_a_trusted_authority_are_told_apart_and_pass_once_renewed() {
    let tenant = tenant("tls-own-authority").await;
    let (address, authority) = (tenant.address(), tenant.authority());
    let look = || {
        let network = Network {
            address: &address,
            trusted: Some(&authority),
            ..Network::default()
        };
        check(&tenant, network)
    };
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
        (
            "tls-not-yet-valid",
            "tls_expired",
            "The server’s certificate is out of date",
        ),
        (
            "tls-self-signed",
            "tls_untrusted",
            "The server’s certificate is not trusted",
        ),
        (
            "tls-unknown-authority",
            "tls_untrusted",
            "The server’s certificate is not trusted",
        ),
    ] {
        let control = tenant.control();
        control.set_scenario(scenario).expect("a listed scenario");
        look().await.is(code, title);
        let renewed = control.set_scenario("tls-own-authority");
        renewed.expect("a listed scenario");
        look().await.passes();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_proxy_that_does_not_connect_is_named_and_passed_once_it_does() {
    let tenant = tenant("tls-own-authority").await;
    let (proxy, authority) = (Proxy::to(port(&tenant)).await, tenant.authority());
    let look = || {
        let network = Network {
            address: DESK,
            trusted: Some(&authority),
            proxy: Some(&proxy.address),
            ..Network::default()
        };
        check(&tenant, network)
    };
    let (refused, asks) = (
        "The proxy did not let Halyard through",
        "The proxy asks who you are",
    );
    for (manner, title) in [
        (Manner::Answers("403 Forbidden"), refused),
        (Manner::Answers("502 Bad Gateway"), refused),
        (Manner::Answers("504 Gateway Timeout"), refused),
        (Manner::Answers("407 Proxy Authentication Required"), asks),
        (Manner::Hangs, refused),
        (Manner::HangsUp, refused),
        (Manner::Floods, refused),
        (Manner::OtherProtocol, refused),
    ] {
        proxy.becomes(manner);
        look().await.is("proxy_refused", title);
        proxy.becomes(Manner::Connects);
        look().await.passes();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_proxy_that_asks_who_one_is_lets_through_whoever_it_knows() {
    let tenant = tenant("tls-own-authority").await;
    let (proxy, authority) = (Proxy::to(port(&tenant)).await, tenant.authority());
    proxy.becomes(Manner::AsksWho(KNOWN));
    let through = |who: &str| proxy.address.replace("http://", &format!("http://{who}"));
    let strange = [through(""), through("somebody:mistyped@")];
    let known = through("somebody:a-proxy-password@");
    let by = |proxy| Network {
        address: DESK,
        trusted: Some(&authority),
        proxy: Some(proxy),
        ..Network::default()
    };
    for stranger in &strange {
        let found = check(&tenant, by(stranger)).await;
        found.is("proxy_refused", "The proxy asks who you are");
    }
    check(&tenant, by(&known)).await.passes();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_proxy_that_looks_into_what_is_encrypted_is_passed_where_it_is_trusted() {
    // The tenant makes a certificate for whatever host it is asked for, as such a proxy does.
    let tenant = tenant("tls-own-authority").await;
    let (proxy, authority) = (Proxy::to(port(&tenant)).await, tenant.authority());
    let with = |trusted| Network {
        address: DESK,
        trusted,
        proxy: Some(&proxy.address),
        ..Network::default()
    };
    let found = check(&tenant, with(None)).await;
    found.is("tls_untrusted", "The server’s certificate is not trusted");
    check(&tenant, with(Some(&authority))).await.passes();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sign_in_server_that_the_proxy_keeps_from_one_is_told_from_a_halo_that_it_does() {
    let tenant = tenant("tls-own-authority").await;
    let (proxy, authority) = (Proxy::to(port(&tenant)).await, tenant.authority());
    let look = || {
        let network = Network {
            address: DESK,
            sign_in: Some("https://sign-in.example.com/auth"),
            trusted: Some(&authority),
            proxy: Some(&proxy.address),
        };
        check_about("credentials", &tenant, network)
    };
    for (status, title) in [
        (
            "403 Forbidden",
            "The proxy did not let Halyard through to the sign-in server",
        ),
        (
            "407 Proxy Authentication Required",
            "The proxy asks who you are",
        ),
    ] {
        proxy.becomes(Manner::KeepsFrom("sign-in.example.com", status));
        look().await.is_open(title);
        proxy.becomes(Manner::Connects);
        look().await.passes();
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_sign_in_servers_certificate_is_told_from_the_halos() {
    let (halo, other) = (tenant("healthy").await, tenant("tls-own-authority").await);
    let (address, authority) = (halo.address(), other.authority());
    let sign_in = format!("{}/auth", other.address());
    let look = || {
        let network = Network {
            address: &address,
            sign_in: Some(&sign_in),
            trusted: Some(&authority),
            proxy: None,
        };
        check_about("credentials", &halo, network)
    };
    for (scenario, title) in [
        (
            "tls-wrong-host",
            "The sign-in server’s certificate is for another name",
        ),
        (
            "tls-expired",
            "The sign-in server’s certificate is out of date",
        ),
        (
            "tls-unknown-authority",
            "The sign-in server’s certificate is not trusted",
        ),
    ] {
        let control = other.control();
        control.set_scenario(scenario).expect("a listed scenario");
        look().await.is_open(title);
        let renewed = control.set_scenario("tls-own-authority");
        renewed.expect("a listed scenario");
        // Its tokens open nothing at the other tenant; here they are issued.
        let found = look().await;
        assert_eq!(found.status, "passed", "{found:?}");
    }
}
