//! Addresses that people paste and servers tell.

use halo::{Address, ServerUrl};
use url::Url;

/// Reads a text as an address and as a server's address.
///
/// # Panics
/// If something comes out that must not be called.
pub fn address(text: &str) {
    if let Ok(address) = text.parse::<Address>() {
        may_be_called(address.web_app());
        may_be_called(&address.resource_server());
        let again = address.to_string().parse::<Address>();
        assert_eq!(again.as_ref(), Ok(&address), "it reads as itself");
        for candidate in address.candidates() {
            may_be_called(&candidate);
            assert_eq!(candidate.origin(), address.web_app().origin());
        }
    }
    if let Ok(server) = text.parse::<ServerUrl>() {
        may_be_called(server.as_url());
        let below = server.join("Agent/me");
        may_be_called(&below);
        assert!(server.same_origin(&below), "{below}");
        let again = server.to_string().parse::<ServerUrl>();
        assert_eq!(again, Ok(server), "it reads as itself");
    }
}

fn may_be_called(url: &Url) {
    assert!(
        url.scheme() == "https" || (url.scheme() == "http" && halo::is_loopback(url)),
        "{url}"
    );
    assert!(
        url.username().is_empty() && url.password().is_none(),
        "{url}"
    );
    assert!(url.query().is_none() && url.fragment().is_none(), "{url}");
    assert!(url.host_str().is_some_and(|host| !host.is_empty()), "{url}");
    assert_ne!(url.port(), Some(0), "{url}");
}
