//! The commands of the contract over loopback HTTP, with the real page in an ordinary browser.
//!
//! For browser tests and for working on the page: the same handlers, the real store in a
//! temporary folder, the real client against a rehearsal tenant; only clipboard, file dialog and
//! keychain are stand-ins. Never shipped.

mod desk;
mod routes;

use std::io::Write as _;
use std::path::PathBuf;
use std::sync::Arc;

use anyhow::Context as _;
use clap::Parser;
use commands::wizard::{Parts, Wizard};
use halo::Limits;
use rehearsal::{Scenario, Tenant};
use setup::profile::built_in;

use crate::desk::Desk;

/// The commands over loopback HTTP, for browser tests.
#[derive(Parser)]
struct Arguments {
    /// The loopback port; 0 takes any free one.
    #[arg(long, default_value_t = 0)]
    port: u16,
    /// The folder with the built page.
    #[arg(long)]
    page: PathBuf,
    /// The profile that the rehearsal tenant's scenario acts on.
    #[arg(long)]
    profile: Option<String>,
    /// What is wrong with the rehearsal tenant.
    #[arg(long, default_value = "healthy")]
    scenario: String,
    /// How many customers the rehearsal tenant has.
    #[arg(long)]
    customers: Option<usize>,
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    tracing_subscriber::fmt()
        .with_writer(std::io::stderr)
        .init();
    let arguments = Arguments::parse();
    let tenant = rehearse(&arguments).await?;
    let practice = commands::rehearse::practice(&tenant);

    let folder = tempfile::tempdir()?;
    let opened = store::Store::open(folder.path()).await?;
    let desk = Arc::new(Desk::new(folder.path().to_owned()));
    let wizard = Wizard::new(Parts {
        store: opened.store,
        keychain: desk.keychain(),
        transport: practice.transport(Limits::default()),
        host: desk.clone(),
        practice: Some(practice),
        notice: None,
        clock: commands::Clock::system(),
    });

    let listener = tokio::net::TcpListener::bind(("127.0.0.1", arguments.port)).await?;
    let address = format!("http://{}", listener.local_addr()?);
    let mut out = std::io::stdout();
    writeln!(out, "{}", serde_json::json!({ "address": address }))?;
    out.flush()?;
    let control = tenant.control();
    axum::serve(
        listener,
        routes::router(wizard, desk, control, &arguments.page),
    )
    .await
    .context("serving the page")
}

async fn rehearse(arguments: &Arguments) -> anyhow::Result<Tenant> {
    let profile = match &arguments.profile {
        Some(id) => built_in::find(id).with_context(|| format!("there is no profile {id}"))?,
        None => built_in::all()
            .first()
            .context("there is a built-in profile")?,
    };
    let mut options = commands::rehearse::options(profile, Scenario::named(&arguments.scenario)?);
    options.customers = arguments.customers.unwrap_or(options.customers);
    Ok(rehearsal::serve(options).await?)
}
