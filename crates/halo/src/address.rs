//! What a person pastes as "the address of our Halo", turned into an address that may be used.
//!
//! Called by everything that takes an address from a person, before anything is sent.
//! Deliberately not here: asking the network. Whether a Halo lives at the address is the
//! business of [`crate::discover`].

use std::{fmt, net::Ipv4Addr, str::FromStr};

use thiserror::Error;
use url::{Host, Url};

/// Longer than any address a person could have meant.
const LONGEST: usize = 2048;

/// First path segments of Halo's own pages and servers. What stands before one of them is the
/// folder in which an on-premises Halo is installed.
/// (Pages: reported and confirmed from public material, November 2026.)
const HALO_SEGMENTS: [&str; 21] = [
    "account",
    "agents",
    "api",
    "apidoc",
    "assets",
    "auth",
    "calendar",
    "config",
    "crm",
    "customer",
    "customers",
    "dashboard",
    "dashboards",
    "home",
    "kb",
    "login",
    "portal",
    "reports",
    "ticket",
    "tickets",
    "users",
];

/// Host families that Halo itself runs: there an installation never sits below a path.
/// (Confirmed and reported from public material, November 2026.)
const HOSTED_FAMILIES: [&str; 5] = [
    "halopsa.com",
    "haloitsm.com",
    "haloservicedesk.com",
    "usehalo.com",
    "halocrm.io",
];

/// Why a text cannot be used as an address. Nothing has been sent when one of these appears.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum AddressError {
    /// Nothing but spaces and invisible characters.
    #[error("there is no address yet")]
    Empty,
    /// No host can be read from it.
    #[error("this does not read as a web address")]
    NotAnAddress,
    /// Another scheme than https, and not plain http on this very computer.
    #[error("the address has to start with https, this one starts with {scheme}")]
    NotHttps {
        /// The scheme that was given, lower case.
        scheme: String,
    },
    /// A user name or password is written into the address.
    #[error("the address carries a user name or password")]
    HasCredentials,
}

/// A validated address of a Halo: https, or http on this computer only; no user name, no
/// query. Displays as the web app's address without a trailing slash.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    web_app: Url,
}

impl Address {
    /// The web app's address, its path ending in a slash.
    pub fn web_app(&self) -> &Url {
        &self.web_app
    }

    /// Where the REST API is expected: the web app plus `/api`.
    pub fn resource_server(&self) -> Url {
        below(&self.web_app, "api")
    }

    /// Scheme, host and port, without a path or trailing slash.
    pub fn origin(&self) -> String {
        self.web_app.origin().ascii_serialization()
    }

    /// The host without its port, in ASCII.
    pub fn host(&self) -> &str {
        self.web_app.host_str().unwrap_or_default()
    }

    /// Whether the address stands for this very computer.
    pub fn is_loopback(&self) -> bool {
        is_loopback(&self.web_app)
    }

    /// Whether the host belongs to a family that Halo itself runs.
    pub fn is_hosted_by_halo(&self) -> bool {
        is_hosted_by_halo(self.host())
    }

    /// The web apps this address may stand for, the likeliest first: as given, and, where it
    /// has a path of which nothing is known, the host's root as well.
    pub fn candidates(&self) -> Vec<Url> {
        let mut root = self.web_app.clone();
        root.set_path("/");
        if root == self.web_app {
            vec![root]
        } else {
            vec![self.web_app.clone(), root]
        }
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.web_app.as_str().trim_end_matches('/'))
    }
}

impl FromStr for Address {
    type Err = AddressError;

    fn from_str(pasted: &str) -> Result<Self, AddressError> {
        let mut web_app = parse(pasted)?;
        let folder = if is_hosted_by_halo(web_app.host_str().unwrap_or_default()) {
            String::new()
        } else {
            folder(&web_app)
        };
        web_app.set_path(&format!("{folder}/"));
        Ok(Self { web_app })
    }
}

/// The installation's folder: the segments before the first that is known as Halo's own, or
/// that no one would call a folder.
fn folder(url: &Url) -> String {
    let segments = url.path_segments().into_iter().flatten();
    let is_plain = |segment: &&str| {
        let plain = |b: u8| b.is_ascii_alphanumeric() || b"-_.~".contains(&b);
        !segment.is_empty() && segment.bytes().all(plain)
    };
    let is_ours = |segment: &&str| {
        !HALO_SEGMENTS
            .iter()
            .any(|known| known.eq_ignore_ascii_case(segment))
    };
    segments
        .take_while(|segment| is_plain(segment) && is_ours(segment))
        .fold(String::new(), |path, segment| path + "/" + segment)
}

/// Reads a pasted text as an address by the rules of [`Address`], keeping the path.
pub(crate) fn parse(pasted: &str) -> Result<Url, AddressError> {
    let text = bare(pasted);
    if text.is_empty() {
        return Err(AddressError::Empty);
    }
    if text.len() > LONGEST || text.chars().any(char::is_whitespace) {
        return Err(AddressError::NotAnAddress);
    }
    let (scheme, rest) = split_scheme(&text);
    let rest = rest.trim_start_matches(['/', '\\']);
    let authority = rest.split(['/', '\\', '?', '#']).next().unwrap_or_default();
    if let Some((before, _)) = authority.rsplit_once('@') {
        // "me@acme.com" is a mail address; "me:word@acme.com" is a sign-in.
        return Err(if scheme.is_none() && !before.contains(':') {
            AddressError::NotAnAddress
        } else {
            AddressError::HasCredentials
        });
    }
    let url = Url::parse(&format!("{}://{rest}", usable_scheme(scheme.as_deref())?))
        .map_err(|_| AddressError::NotAnAddress)?;
    finish(url, scheme.is_some())
}

/// The checks that need the parsed form, and the parts that are of no use to us removed.
fn finish(mut url: Url, scheme_was_given: bool) -> Result<Url, AddressError> {
    if url.port() == Some(0) {
        return Err(AddressError::NotAnAddress);
    }
    if let Some(Host::Domain(name)) = url.host() {
        let name = name.strip_suffix('.').unwrap_or(name).to_owned();
        let told_apart =
            scheme_was_given || url.port().is_some() || name.contains('.') || name == "localhost";
        if !told_apart || !is_host_name(&name) {
            return Err(AddressError::NotAnAddress);
        }
        url.set_host(Some(&name))
            .map_err(|_| AddressError::NotAnAddress)?;
    }
    if url.host().is_none() {
        return Err(AddressError::NotAnAddress);
    }
    url.set_query(None);
    url.set_fragment(None);
    trim_path(&mut url);
    allowed(url)
}

/// Takes off the end of the path what comes along when text is copied, and slashes. What is left
/// may end in dots that stand for a folder above, and then in something that comes off as well.
fn trim_path(url: &mut Url) {
    loop {
        let path = url.path();
        let left = path.trim_end_matches(|c| c == '/' || is_edge(c)).to_owned();
        if left.is_empty() || left == path {
            url.set_path(&left);
            return;
        }
        url.set_path(&left);
    }
}

/// The one rule about schemes: https anywhere, http on this computer only.
fn allowed(url: Url) -> Result<Url, AddressError> {
    if !url.username().is_empty() || url.password().is_some() {
        return Err(AddressError::HasCredentials);
    }
    match url.scheme() {
        "https" => Ok(url),
        "http" if is_loopback(&url) => Ok(url),
        scheme => Err(AddressError::NotHttps {
            scheme: scheme.to_owned(),
        }),
    }
}

/// `localhost`, `127.0.0.0/8` and `::1`, and nothing that merely looks like them.
pub fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}

/// Whether the host belongs to a family that Halo itself runs.
pub fn is_hosted_by_halo(host: &str) -> bool {
    HOSTED_FAMILIES.iter().any(|family| {
        host.strip_suffix(family)
            .is_some_and(|rest| rest.ends_with('.'))
    })
}

/// `base` plus one more path, with exactly one slash between them.
pub(crate) fn below(base: &Url, path: &str) -> Url {
    let mut url = base.clone();
    let joined = format!(
        "{}/{}",
        base.path().trim_end_matches('/'),
        path.trim_start_matches('/')
    );
    url.set_path(&joined);
    url
}

/// Without the invisible characters, quotes and brackets that come along when text is copied.
fn bare(pasted: &str) -> String {
    let visible: String = pasted.chars().filter(|c| !is_invisible(*c)).collect();
    visible.trim_matches(is_edge).to_owned()
}

/// What stands around an address in a text, and is none of it.
fn is_edge(c: char) -> bool {
    c.is_whitespace() || is_invisible(c) || "<>\"'`“”„‘’«»(),;".contains(c)
}

fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{180E}' | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
        || (c.is_control() && !c.is_whitespace())
}

/// The scheme, lower case, if one was written, and what follows it.
fn split_scheme(text: &str) -> (Option<String>, &str) {
    let Some((before, after)) = text.split_once(':') else {
        return (None, text);
    };
    let named = before.starts_with(|c: char| c.is_ascii_alphabetic())
        && before
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c));
    let web = before.eq_ignore_ascii_case("http") || before.eq_ignore_ascii_case("https");
    // "server:8443" is a host and a port; only "//" or a known name makes it a scheme.
    if named && (after.starts_with("//") || after.starts_with("\\\\") || web) {
        (Some(before.to_ascii_lowercase()), after)
    } else {
        (None, text)
    }
}

fn usable_scheme(scheme: Option<&str>) -> Result<&str, AddressError> {
    match scheme {
        None => Ok("https"),
        Some(web @ ("http" | "https")) => Ok(web),
        Some(other) => Err(AddressError::NotHttps {
            scheme: other.to_owned(),
        }),
    }
}

/// The shape DNS allows, with the underscore that some intranets use.
fn is_host_name(name: &str) -> bool {
    let label = |label: &str| {
        (1..=63).contains(&label.len())
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
    };
    name.len() <= 253 && name.split('.').all(label) && name.parse::<Ipv4Addr>().is_err()
}
