//! The address of a resource server or an authorisation server, typed by hand or told by Halo.
//!
//! Used wherever a call's address is put together. Deliberately not here: finding the servers,
//! which is [`crate::discover`]'s part.

use std::{fmt, str::FromStr};

use url::Url;

use crate::address::{self, AddressError};

/// A server's address under the same rules as [`crate::Address`], its path kept, without a
/// trailing slash.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct ServerUrl(Url);

impl ServerUrl {
    /// The address itself.
    pub fn as_url(&self) -> &Url {
        &self.0
    }

    /// The host without its port.
    pub fn host(&self) -> &str {
        self.0.host_str().unwrap_or_default()
    }

    /// Whether this server shares scheme, host and port with `other`.
    pub fn same_origin(&self, other: &Url) -> bool {
        self.0.origin() == other.origin()
    }

    /// A path below this server, with one slash between and no second `/api` or `/token`.
    pub fn join(&self, path: &str) -> Url {
        let path = path.trim_start_matches('/');
        let (first, rest) = path.split_once('/').unwrap_or((path, ""));
        let last = self.0.path().rsplit('/').next().unwrap_or_default();
        let doubled = !rest.is_empty()
            && first.eq_ignore_ascii_case("api")
            && last.eq_ignore_ascii_case("api");
        address::below(&self.0, if doubled { rest } else { path })
    }

    /// The token end point below this authorisation server.
    pub(crate) fn token_end_point(&self) -> Url {
        self.join("token")
    }

    /// As an authorisation server: people and pages sometimes give the token end point itself.
    pub(crate) fn without_token(self) -> Self {
        let path = self.0.path().to_owned();
        match path
            .len()
            .checked_sub("/token".len())
            .and_then(|at| path.split_at_checked(at))
        {
            Some((before, end)) if end.eq_ignore_ascii_case("/token") => {
                let mut url = self.0;
                url.set_path(before);
                Self::from_checked(url)
            }
            _ => self,
        }
    }

    /// Takes an address that already went through [`address::parse`] or was made from one.
    pub(crate) fn from_checked(mut url: Url) -> Self {
        let path = url.path().trim_end_matches('/').to_owned();
        url.set_path(&path);
        Self(url)
    }
}

impl FromStr for ServerUrl {
    type Err = AddressError;

    fn from_str(pasted: &str) -> Result<Self, AddressError> {
        address::parse(pasted).map(Self::from_checked)
    }
}

impl fmt::Display for ServerUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.as_str().trim_end_matches('/'))
    }
}
