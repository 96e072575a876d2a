//! A practice server of the other product, on loopback: its companies, and its own rows to match
//! with the tenant's customers.
//!
//! It answers as the public evidence about such servers says (2026): `companies` and `matchers`
//! below `/api/v1`, page by page, with a key in `x-api-key`; a list of matchers without the number
//! of the integration is answered with 500, one with an unknown number with 404, and a change of a
//! matcher that is not there with 500. Matchers cannot be made through it. What goes wrong is a
//! switch ([`VendorTrouble`]). Served beside the tenant by [`crate::serve()`].

mod answer;
mod control;
mod data;

use std::sync::Arc;

use axum::{
    Router,
    body::{Body, to_bytes},
    extract::{Request, State as Extract},
    http::{Response, StatusCode},
};
use tokio::{net::TcpListener, task::JoinHandle};
use tokio_util::sync::CancellationToken;
use tracing::debug;

pub use control::{VendorControl, VendorTrouble};

use answer::{Asked, answer};
use control::Shared;

/// The number of the integration with the tenant.
pub(crate) const INTEGRATION: u64 = 3;
/// The number of an integration with a product of another kind.
pub(crate) const OTHER_INTEGRATION: u64 = 4;
/// The largest body a request may have.
const MAX_BODY: usize = 64 * 1024;

/// How to connect to the other product's server. The key is a practice one, and is still left out
/// of `Debug`.
#[derive(Clone)]
pub struct Vendor {
    /// `http://127.0.0.1:port`.
    pub address: String,
    /// The key of its API.
    pub key: String,
    /// The number of its integration with the tenant.
    pub integration: u64,
    control: VendorControl,
}

impl std::fmt::Debug for Vendor {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("Vendor")
            .field("address", &self.address)
            .field("integration", &self.integration)
            .finish_non_exhaustive()
    }
}

impl Vendor {
    /// Changes it while it runs, and tells what was written.
    pub fn control(&self) -> VendorControl {
        self.control.clone()
    }
}

/// Serves it for a tenant with so many customers.
pub(crate) fn start(
    listener: TcpListener,
    customers: usize,
    stop: &CancellationToken,
) -> std::io::Result<(Vendor, JoinHandle<()>)> {
    let address = format!("http://{}", listener.local_addr()?);
    let shared = Arc::new(Shared::new(customers));
    let vendor = Vendor {
        address,
        key: data::KEY.to_owned(),
        integration: INTEGRATION,
        control: VendorControl(Arc::clone(&shared)),
    };
    let router = Router::new().fallback(handle).with_state(shared);
    let stop = stop.clone();
    let server = tokio::spawn(async move {
        let serving = axum::serve(listener, router)
            .with_graceful_shutdown(async move { stop.cancelled().await });
        if let Err(error) = serving.await {
            debug!(%error, "the practice server of the other product stopped");
        }
    });
    Ok((vendor, server))
}

async fn handle(Extract(shared): Extract<Arc<Shared>>, request: Request) -> Response<Body> {
    let (parts, body) = request.into_parts();
    let Ok(body) = to_bytes(body, MAX_BODY).await else {
        return answer::status(StatusCode::PAYLOAD_TOO_LARGE);
    };
    let asked = Asked {
        method: parts.method,
        path: parts.uri.path(),
        query: parts.uri.query().unwrap_or_default(),
        key: parts.headers.get("x-api-key"),
        body: &body,
    };
    answer(&shared, &asked)
}
