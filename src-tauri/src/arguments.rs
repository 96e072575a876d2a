//! The command line, as the contract fixes it.
//!
//! Never here: a way to pass a secret as an argument or in the environment.

mod mistake;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};

/// Connects HaloPSA with other products and proves that the connection works.
///
/// Without a command, opens the wizard.
#[derive(Parser)]
#[command(name = "halyard", version, disable_help_subcommand = true)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Option<Command>,
}

impl Arguments {
    /// Reads the command line.
    ///
    /// # Errors
    /// The exit code to end with, once what was asked for (help, the version) or what is wrong
    /// has been said.
    pub(crate) fn read() -> Result<Self, ExitCode> {
        Self::try_parse().map_err(|error| mistake::explain(&error))
    }
}

/// What to do.
#[derive(Subcommand)]
pub(crate) enum Command {
    /// Opens the wizard on the built-in rehearsal tenant
    Demo(Practice),
    #[command(flatten)]
    Terminal(TerminalCommand),
}

/// What the terminal answers.
#[derive(Subcommand)]
pub(crate) enum TerminalCommand {
    /// Lists the products that can be connected, or checks profile files
    Profiles(Profiles),
    /// Finds the servers, tenant, product and version of a Halo
    Discover(Discover),
    /// Runs every check of one profile against one Halo
    Check(Check),
    /// Suggests which organisation is which customer, from two CSV files
    Suggest(Suggest),
    /// Prints the vendor's form, field by field, for a saved connection
    Handover(Handover),
    /// Serves the rehearsal tenant on a loopback port until stopped
    Rehearsal(Rehearsal),
    /// Lists saved connections, or removes one
    Connections(Connections),
}

/// Which rehearsal tenant the demo opens on.
#[derive(Args)]
pub(crate) struct Practice {
    /// What is wrong with the tenant; `halyard rehearsal --list` names all scenarios
    #[arg(long, default_value = "healthy")]
    pub(crate) scenario: String,
    /// The profile that the scenario acts on
    #[arg(long)]
    pub(crate) profile: Option<String>,
}

/// Lists the products that can be connected, or checks profile files.
#[derive(Args)]
pub(crate) struct Profiles {
    #[command(subcommand)]
    pub(crate) action: Option<ProfilesAction>,
    /// Prints one JSON document
    #[arg(long, global = true)]
    pub(crate) json: bool,
}

#[derive(Subcommand)]
pub(crate) enum ProfilesAction {
    /// Checks profile files: every problem with its line, column and reason
    Check {
        /// The files
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
}

/// Finds the servers, tenant, product and version of a Halo.
#[derive(Args)]
pub(crate) struct Discover {
    /// What you would type or paste: acme.halopsa.com, a page of your Halo, its API address
    pub(crate) address: String,
    /// Prints one JSON document
    #[arg(long)]
    pub(crate) json: bool,
    /// Longest time for the whole run, in seconds
    #[arg(long, value_name = "SECONDS", default_value_t = 120, value_parser = clap::value_parser!(u64).range(1..=3600))]
    pub(crate) timeout: u64,
}

/// Runs every check of one profile against one Halo.
#[derive(Args)]
pub(crate) struct Check {
    /// A connection that the wizard saved; its secret comes from the keychain
    #[arg(long, value_name = "NAME", conflicts_with_all = ["profile", "address", "client_id", "secret_stdin", "tenant", "authorisation_server", "rehearsal"])]
    pub(crate) connection: Option<String>,
    /// A product's id, or a profile file
    #[arg(long, value_name = "ID|FILE")]
    pub(crate) profile: Option<String>,
    /// The Halo's address
    #[arg(long, value_name = "URL", conflicts_with = "rehearsal")]
    pub(crate) address: Option<String>,
    /// The application's Client ID
    #[arg(long, value_name = "ID", conflicts_with = "rehearsal")]
    pub(crate) client_id: Option<String>,
    /// Reads the Client Secret from standard input
    #[arg(long, conflicts_with = "rehearsal")]
    pub(crate) secret_stdin: bool,
    /// The tenant, instead of the one that is discovered
    #[arg(long, value_name = "NAME", conflicts_with = "rehearsal")]
    pub(crate) tenant: Option<String>,
    /// The authorisation server, instead of the one that is discovered
    #[arg(long, value_name = "URL", conflicts_with = "rehearsal")]
    pub(crate) authorisation_server: Option<String>,
    /// Checks against the built-in rehearsal tenant instead
    #[arg(long, value_name = "SCENARIO")]
    pub(crate) rehearsal: Option<String>,
    /// Prints the report as one JSON document
    #[arg(long)]
    pub(crate) json: bool,
    /// Longest time for the whole run, in seconds
    #[arg(long, value_name = "SECONDS", default_value_t = 120, value_parser = clap::value_parser!(u64).range(1..=3600))]
    pub(crate) timeout: u64,
}

/// Suggests which organisation is which customer, from two CSV files.
#[derive(Args)]
pub(crate) struct Suggest {
    /// Halo's customers: a CSV file with a header; `id` and `name` must be there, `domain`,
    /// `website`, `phone`, `city`, `postcode`, `country` and `external_id` help
    pub(crate) customers: PathBuf,
    /// The other product's organisations: a CSV file of the same kind
    pub(crate) organisations: PathBuf,
    /// Prints CSV; this is what happens without it too
    #[arg(long, conflicts_with = "json")]
    pub(crate) csv: bool,
    /// Prints one JSON document, with up to five candidates for each customer
    #[arg(long)]
    pub(crate) json: bool,
    /// Lets one organisation be given to several customers
    #[arg(long)]
    pub(crate) many_to_one: bool,
    /// How many threads work; all cores where it is left out
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(1..))]
    pub(crate) threads: Option<u8>,
}

/// Prints the vendor's form, field by field, for a saved connection.
#[derive(Args)]
pub(crate) struct Handover {
    /// The connection's name
    #[arg(long, value_name = "NAME")]
    pub(crate) connection: String,
    /// Prints the Client Secret too
    #[arg(long)]
    pub(crate) reveal: bool,
    /// Prints one JSON document
    #[arg(long)]
    pub(crate) json: bool,
}

/// Serves the rehearsal tenant on a loopback port until stopped.
#[derive(Args)]
pub(crate) struct Rehearsal {
    /// The loopback port; 0 takes any free one
    #[arg(long, default_value_t = 0)]
    pub(crate) port: u16,
    /// What is wrong with the tenant
    #[arg(long, default_value = "healthy")]
    pub(crate) scenario: String,
    /// The profile whose credentials are printed and that the scenario acts on
    #[arg(long)]
    pub(crate) profile: Option<String>,
    /// How many customers the tenant has
    #[arg(long, default_value_t = 230)]
    pub(crate) customers: usize,
    /// Milliseconds added before every reply
    #[arg(long, value_name = "MILLISECONDS", default_value_t = 0)]
    pub(crate) delay: u64,
    /// Lists the scenarios instead
    #[arg(long)]
    pub(crate) list: bool,
    /// Prints one line of JSON when it is ready to serve
    #[arg(long)]
    pub(crate) json: bool,
}

/// Lists saved connections, or removes one.
#[derive(Args)]
pub(crate) struct Connections {
    #[command(subcommand)]
    pub(crate) action: Option<ConnectionsAction>,
    /// Prints one JSON document
    #[arg(long, global = true)]
    pub(crate) json: bool,
}

#[derive(Subcommand)]
pub(crate) enum ConnectionsAction {
    /// Deletes a connection and its keychain entry
    Remove {
        /// The connection's name
        name: String,
    },
}
