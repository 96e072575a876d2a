//! Names to addresses, with an error of our own type, so that "no such host" can be told from
//! "host does not answer".
//!
//! Used by [`crate::Transport`] alone.

use std::net::{Ipv4Addr, Ipv6Addr, SocketAddr};

use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use thiserror::Error;

/// The name could not be turned into an address.
#[derive(Debug, Error)]
#[error("the name lookup failed")]
pub(crate) struct NameLookupFailed;

/// The operating system's resolver, except that `localhost` is always this computer: plain
/// http is allowed there, whatever a hosts file says.
#[derive(Debug)]
pub(crate) struct SystemResolver;

impl Resolve for SystemResolver {
    fn resolve(&self, name: Name) -> Resolving {
        Box::pin(async move {
            if name.as_str().eq_ignore_ascii_case("localhost") {
                let here: [SocketAddr; 2] = [
                    (Ipv4Addr::LOCALHOST, 0).into(),
                    (Ipv6Addr::LOCALHOST, 0).into(),
                ];
                return Ok(Box::new(here.into_iter()) as Addrs);
            }
            let found: Vec<SocketAddr> = tokio::net::lookup_host((name.as_str(), 0))
                .await
                .map_err(|_| NameLookupFailed)?
                .collect();
            if found.is_empty() {
                return Err(NameLookupFailed.into());
            }
            Ok(Box::new(found.into_iter()) as Addrs)
        })
    }
}
