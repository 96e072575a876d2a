//! Logs, to standard error and nowhere else. Host, path, status and time only; never a body, a
//! header or a query.

use tracing_subscriber::EnvFilter;

/// Starts logging: warnings, or what `HALYARD_LOG` asks for.
pub(crate) fn start() {
    let filter = EnvFilter::try_from_env("HALYARD_LOG").unwrap_or_else(|_| EnvFilter::new("warn"));
    tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        // A standard error that nobody reads any more is no reason to panic.
        .log_internal_errors(false)
        .init();
}
