//! A company's own authority, which this computer trusts: certificates of it are as good as any,
//! told apart where they are not, and an inspecting proxy is no obstacle.
//!
//! What is trusted is read from the system, for which tests put a file in its place: the calls are
//! made by this very test program, started once more with an environment of its own.

use std::{env, io::Write, process::Command};

use halo::{Overrides, discover};
use rehearsal::{Certificate, Needs, Options, Tenant, serve};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt, copy_bidirectional},
    net::{TcpListener, TcpStream},
};

use crate::support::{errand, transport};

async fn tenant(certificate: Certificate) -> Tenant {
    let options = Options {
        certificate: Some(certificate),
        ..Options::healthy(vec![Needs::default()])
    };
    serve(options).await.unwrap()
}

/// What a process finds at `address` that trusts this authority and nobody else, or, without one,
/// what it trusts anyway.
async fn verdict(address: &str, authority: Option<&str>, proxy: Option<&str>) -> String {
    let mut trusted = tempfile::NamedTempFile::new().unwrap();
    let mut command = Command::new(env::current_exe().unwrap());
    command
        .args(["--exact", "trust::child_looks", "--ignored", "--nocapture"])
        .env("LOOK_AT", address);
    if let Some(authority) = authority {
        trusted.write_all(authority.as_bytes()).unwrap();
        command.env("SSL_CERT_FILE", trusted.path());
    }
    if let Some(proxy) = proxy {
        command.envs([("HTTPS_PROXY", proxy), ("NO_PROXY", "")]);
    }
    let ended = tokio::task::spawn_blocking(move || command.output().unwrap());
    let ended = ended.await.unwrap();
    let said = String::from_utf8_lossy(&ended.stdout).into_owned();
    let verdict = said.lines().find_map(|line| {
        let (_, verdict) = line.split_once("found: ")?;
        Some(verdict.to_owned())
    });
    verdict.unwrap_or_else(|| panic!("{said}{}", String::from_utf8_lossy(&ended.stderr)))
}

#[tokio::test]
#[ignore = "started by the tests below"]
async fn child_looks() {
    let address = env::var("LOOK_AT").unwrap().parse().unwrap();
    let found = discover(&transport(), &errand(), &address, &Overrides::default()).await;
    match found {
        Ok(found) => println!("found: {}", found.tenant.unwrap_or_default()),
        Err(error) => println!("found: {error:?}"),
    }
}

const ENDED: &str = "TlsExpired { good: Some(Until(2002-01-01T00:00:00Z)) }";
const NOT_BEGUN: &str = "TlsExpired { good: Some(From(2900-01-01T00:00:00Z)) }";

#[tokio::test(flavor = "multi_thread")]
async fn a_companys_own_authority_is_trusted_where_the_system_trusts_it() {
    let table = [
        (Certificate::OwnAuthority, "rehearsal", "TlsUntrusted"),
        (
            Certificate::WrongHost,
            "TlsWrongHost { names: [\"another-host.example\"] }",
            "TlsUntrusted",
        ),
        (Certificate::Expired, ENDED, ENDED),
        (Certificate::NotYetValid, NOT_BEGUN, NOT_BEGUN),
        (Certificate::SelfSigned, "TlsUntrusted", "TlsUntrusted"),
    ];
    for (certificate, trusted, untrusted) in table {
        let tenant = tenant(certificate).await;
        let (address, authority) = (tenant.address(), tenant.authority());
        let found = verdict(&address, Some(&authority), None).await;
        assert_eq!(found, trusted, "{certificate:?}, trusted");
        let found = verdict(&address, None, None).await;
        assert_eq!(found, untrusted, "{certificate:?}, not trusted");
    }
}

/// A proxy that connects every call with this port of this computer, whatever host was meant.
async fn proxy_to(port: u16) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move {
        while let Ok((mut here, _)) = listener.accept().await {
            tokio::spawn(async move {
                let mut head = Vec::new();
                while !head.ends_with(b"\r\n\r\n") {
                    head.push(here.read_u8().await.unwrap());
                }
                assert!(head.starts_with(b"CONNECT desk.example.com:443 "));
                let mut there = TcpStream::connect(("127.0.0.1", port)).await.unwrap();
                let _ = here.write_all(b"HTTP/1.1 200 OK\r\n\r\n").await;
                let _ = copy_bidirectional(&mut here, &mut there).await;
            });
        }
    });
    address
}

#[tokio::test(flavor = "multi_thread")]
async fn a_proxy_that_looks_into_what_is_encrypted_is_passed_where_its_authority_is_trusted() {
    // The tenant makes a certificate for whatever host it is asked for, as such a proxy does.
    let tenant = tenant(Certificate::OwnAuthority).await;
    let port = tenant
        .address()
        .parse::<url::Url>()
        .unwrap()
        .port()
        .unwrap();
    let (proxy, authority) = (proxy_to(port).await, tenant.authority());
    let address = "https://desk.example.com";
    let found = verdict(address, Some(&authority), Some(&proxy)).await;
    assert_eq!(found, "rehearsal");
    let found = verdict(address, None, Some(&proxy)).await;
    assert_eq!(found, "TlsUntrusted");
}
