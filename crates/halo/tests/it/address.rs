//! What people paste, and what becomes of it.

use halo::{Address, AddressError, ServerUrl};
use proptest::prelude::*;

fn not_https(scheme: &str) -> AddressError {
    AddressError::NotHttps {
        scheme: scheme.into(),
    }
}

#[test]
fn everything_a_person_would_paste_becomes_the_web_app() {
    let acme = "https://acme.halopsa.com";
    let table = [
        ("acme.halopsa.com", acme),
        ("ACME.HaloPSA.com", acme),
        ("  acme.halopsa.com \n", acme),
        ("acme.halopsa.com/", acme),
        ("acme.halopsa.com.", acme),
        ("acme.halopsa.com:443", acme),
        ("https://acme.halopsa.com", acme),
        ("HTTPS://acme.halopsa.com", acme),
        ("https:acme.halopsa.com", acme),
        ("https:/acme.halopsa.com", acme),
        ("https:\\\\acme.halopsa.com\\api", acme),
        ("//acme.halopsa.com/", acme),
        ("https://acme.halopsa.com////", acme),
        ("https://acme.halopsa.com/api", acme),
        ("https://acme.halopsa.com/api/", acme),
        ("https://acme.halopsa.com/API/swagger", acme),
        ("https://acme.halopsa.com/auth", acme),
        ("https://acme.halopsa.com/auth/token?tenant=acme", acme),
        ("https://acme.halopsa.com/apidoc/authorisation", acme),
        ("https://acme.halopsa.com/portal/", acme),
        ("https://acme.halopsa.com/config/integrations/api", acme),
        (
            "https://acme.halopsa.com/config/agents/agents?agentid=5#top",
            acme,
        ),
        ("https://acme.halopsa.com/something/new", acme),
        ("https://acme.halopsa.com/ticket?id=5", acme),
        ("\"https://acme.halopsa.com\"", acme),
        ("“acme.halopsa.com”", acme),
        ("<https://acme.halopsa.com/>", acme),
        ("(acme.halopsa.com),", acme),
        ("\u{feff}acme.halo\u{200b}psa.com\u{200e}", acme),
        ("acme.halo\u{ad}psa.com", acme),
        ("acme。halopsa。com", acme),
        ("acme.haloitsm.com/portal", "https://acme.haloitsm.com"),
        ("acme.trial.usehalo.com", "https://acme.trial.usehalo.com"),
        (
            "https://desk.example.com:8443/api",
            "https://desk.example.com:8443",
        ),
        ("desk.example.com:8443", "https://desk.example.com:8443"),
        ("https://server/halo/api", "https://server/halo"),
        (
            "https://server/Halo/config/integrations/api",
            "https://server/Halo",
        ),
        (
            "https://desk.example.com/halo/",
            "https://desk.example.com/halo",
        ),
        ("https://server", "https://server"),
        ("server:8443/api", "https://server:8443"),
        (
            "https://bücher.example/api",
            "https://xn--bcher-kva.example",
        ),
        ("https://192.0.2.7/api", "https://192.0.2.7"),
        ("https://[2001:db8::1]/api", "https://[2001:db8::1]"),
        ("localhost", "https://localhost"),
        ("localhost:3000", "https://localhost:3000"),
        ("http://localhost:3000/api", "http://localhost:3000"),
        ("http://localhost./", "http://localhost"),
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
        ("http://127.8.9.1", "http://127.8.9.1"),
        ("http://[::1]:8080/portal", "http://[::1]:8080"),
        // Read as every browser reads it, and shown.
        ("https://acme.halopsa.com\\@evil.example@x", acme),
        (
            "https://desk.example.com/<script>/halo",
            "https://desk.example.com",
        ),
        // Other spellings of 127.0.0.1: shown as what they are.
        ("http://2130706433", "http://127.0.0.1"),
        ("http://0x7f.1/", "http://127.0.0.1"),
    ];
    for (pasted, expected) in table {
        let address: Address = pasted
            .parse()
            .unwrap_or_else(|e| panic!("{pasted:?}: {e:?}"));
        assert_eq!(address.to_string(), expected, "{pasted:?}");
        let again: Address = address.to_string().parse().unwrap();
        assert_eq!(again, address, "{pasted:?} is not stable");
        assert_eq!(
            address.resource_server().as_str(),
            format!("{expected}/api"),
            "{pasted:?}"
        );
    }
}

#[test]
fn what_cannot_be_used_says_why() {
    use AddressError::{Empty, HasCredentials, NotAnAddress};
    let long = format!("https://{}.com", "a".repeat(3000));
    let label = format!("{}.example.com", "a".repeat(64));
    let table = [
        ("", Empty),
        ("  \t\n", Empty),
        ("\u{200b}\u{feff}", Empty),
        ("\"\"", Empty),
        ("acme", NotAnAddress),
        ("our halo", NotAnAddress),
        ("acme .halopsa.com", NotAnAddress),
        ("acme.halo\npsa.com", NotAnAddress),
        ("https://", NotAnAddress),
        ("https:///", NotAnAddress),
        ("https://?x", NotAnAddress),
        ("https://acme..com", NotAnAddress),
        ("https://.com", NotAnAddress),
        ("https://-a.example.com", NotAnAddress),
        ("https://acme.com:0", NotAnAddress),
        ("https://acme.com:99999", NotAnAddress),
        ("https://acme.com:port", NotAnAddress),
        ("https://999.1.1.1", NotAnAddress),
        ("https://[::1", NotAnAddress),
        ("https://[fe80::1%25eth0]/", NotAnAddress),
        ("https://ac%00me.com", NotAnAddress),
        ("me@acme.com", NotAnAddress),
        ("javascript:alert(1)", NotAnAddress),
        ("5d0c7e6a-1111-2222-3333-444455556666", NotAnAddress),
        (long.as_str(), NotAnAddress),
        (label.as_str(), NotAnAddress),
        ("https://me:word@acme.halopsa.com", HasCredentials),
        ("https://me@acme.halopsa.com", HasCredentials),
        ("https://acme.halopsa.com@evil.example", HasCredentials),
        ("me:word@acme.halopsa.com", HasCredentials),
        ("http://localhost:1@evil.example", HasCredentials),
        ("http://acme.halopsa.com", not_https("http")),
        ("HTTP://acme.halopsa.com/api", not_https("http")),
        ("http://localhost.evil.com", not_https("http")),
        ("http://127.0.0.1.evil.com", not_https("http")),
        ("http://127.evil.com", not_https("http")),
        ("http://evil.localhost", not_https("http")),
        ("http://0.0.0.0", not_https("http")),
        ("http://10.0.0.1", not_https("http")),
        ("http://3232235777", not_https("http")),
        ("http://[::]", not_https("http")),
        ("http://[::ffff:127.0.0.1]", not_https("http")),
        ("http://[2001:db8::1]", not_https("http")),
        ("ftp://acme.halopsa.com", not_https("ftp")),
        ("file:///etc/passwd", not_https("file")),
        ("ws://localhost", not_https("ws")),
    ];
    for (pasted, expected) in table {
        assert_eq!(
            pasted.parse::<Address>(),
            Err(expected.clone()),
            "{pasted:?}"
        );
        if !matches!(pasted, "acme") {
            assert_eq!(
                pasted.parse::<ServerUrl>().err(),
                Some(expected),
                "{pasted:?}"
            );
        }
    }
}

#[test]
fn an_unknown_folder_leaves_the_root_as_a_second_candidate() {
    let candidates = |pasted: &str| -> Vec<String> {
        let address: Address = pasted.parse().unwrap();
        address
            .candidates()
            .iter()
            .map(ToString::to_string)
            .collect()
    };
    assert_eq!(
        candidates("https://desk.example.com/support"),
        [
            "https://desk.example.com/support/",
            "https://desk.example.com/"
        ]
    );
    assert_eq!(
        candidates("https://desk.example.com/portal"),
        ["https://desk.example.com/"]
    );
    assert_eq!(
        candidates("acme.halopsa.com/what"),
        ["https://acme.halopsa.com/"]
    );
}

#[test]
fn paths_join_with_one_slash_and_one_api() {
    let table = [
        (
            "https://a.example/api",
            "Agent/me",
            "https://a.example/api/Agent/me",
        ),
        (
            "https://a.example/api/",
            "/Agent",
            "https://a.example/api/Agent",
        ),
        (
            "https://a.example/api",
            "api/Agent",
            "https://a.example/api/Agent",
        ),
        (
            "https://a.example/API/",
            "/api/Agent",
            "https://a.example/API/Agent",
        ),
        (
            "https://a.example",
            "api/Agent",
            "https://a.example/api/Agent",
        ),
        (
            "https://a.example/halo/api//",
            "Agent",
            "https://a.example/halo/api/Agent",
        ),
        (
            "https://a.example/api?x=1#y",
            "Agent",
            "https://a.example/api/Agent",
        ),
    ];
    for (server, path, expected) in table {
        let server: ServerUrl = server.parse().unwrap();
        assert_eq!(server.join(path).as_str(), expected);
    }
}

proptest! {
    #[test]
    fn reading_never_panics_and_only_safe_addresses_come_out(pasted in "\\PC{0,60}") {
        if let Ok(address) = pasted.parse::<Address>() {
            let url = address.web_app();
            prop_assert!(url.scheme() == "https" || address.is_loopback());
            prop_assert!(url.username().is_empty() && url.password().is_none());
            prop_assert!(url.query().is_none() && url.fragment().is_none());
            prop_assert_eq!(address.to_string().parse::<Address>(), Ok(address.clone()));
        }
    }

    #[test]
    fn plain_http_reaches_this_computer_only(
        host in "(localhost|127\\.0\\.0\\.1|\\[::1\\]|[a-z0-9.@:\\[\\]%-]{1,24})(\\.[a-z]{2,8})?",
    ) {
        if let Ok(address) = format!("http://{host}/x").parse::<Address>() {
            let host = address.web_app().host_str().unwrap_or_default().to_owned();
            prop_assert!(
                host == "localhost" || host.starts_with("127.") || host == "[::1]", "{host}"
            );
            let is_number = host.parse::<std::net::Ipv4Addr>().is_ok();
            prop_assert!(is_number || !host.starts_with("127."), "{host}");
        }
    }

    #[test]
    fn spaces_quotes_and_slashes_around_an_address_do_not_matter(
        before in "[ \"'<\u{200b}\t]{0,5}", after in "[/]{0,3}[ \"'>\u{feff}\n]{0,5}",
    ) {
        let address: Address = format!("{before}acme.halopsa.com{after}").parse().unwrap();
        prop_assert_eq!(address.to_string(), "https://acme.halopsa.com");
    }
}
