//! Why a rehearsal tenant could not be started.
//!
//! Not here: what the tenant answers to requests; refusals are its job and are made in
//! [`crate::reply`].

use std::net::SocketAddr;

/// Why no tenant is running.
#[derive(Debug, thiserror::Error)]
pub enum RehearsalError {
    /// There is no scenario of this name.
    #[error("there is no scenario called \"{name}\"")]
    UnknownScenario {
        /// The name as it was given.
        name: String,
    },
    /// [`crate::Options::product`] names none of [`crate::Options::needs`].
    #[error("the practice tenant was not told what \"{product}\" needs")]
    UnknownProduct {
        /// The product as it was given.
        product: String,
    },
    /// The loopback port is taken or may not be used.
    #[error("the practice tenant could not listen on {address}")]
    Listen {
        /// The address it tried.
        address: SocketAddr,
        /// What the operating system said.
        source: std::io::Error,
    },
}
