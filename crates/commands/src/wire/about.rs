//! The program itself, its colours and its products.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use setup::plan::ProfileOrigin;
use setup::profile::Completeness;
use ts_rs::TS;

/// No request, or no reply.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize, TS)]
pub struct Nothing {}

/// Names a profile.
#[derive(Debug, Clone, Deserialize, Serialize, TS)]
pub struct ByProfile {
    /// The profile's id.
    pub profile: String,
}

/// What the page needs to know of the program and this computer.
#[derive(Debug, Clone, Serialize, TS)]
pub struct AppInfo {
    /// The program's version.
    pub version: String,
    /// "linux", "macos" or "windows".
    pub platform: String,
    /// The colours the admin chose.
    pub theme: Theme,
    /// The rehearsal tenant, where the wizard was opened on it.
    pub rehearsal: Option<RehearsalInfo>,
    /// Something to tell the admin at the start, for example that a damaged file was set aside.
    pub notice: Option<String>,
    /// The connection that was worked on last.
    pub last_connection: Option<String>,
}

/// How to connect to the rehearsal tenant. Its secret is for practice and opens nothing else;
/// it is handed over by the clipboard all the same.
#[derive(Debug, Clone, Serialize, TS)]
pub struct RehearsalInfo {
    /// Its address.
    pub address: String,
    /// The Client ID to use, by profile.
    pub client_ids: BTreeMap<String, String>,
    /// The address of the other product's practice server, for mappings.
    pub vendor_address: String,
    /// The number of its integration with the tenant.
    pub vendor_integration: String,
}

/// The colours of the window.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum Colours {
    /// As the system.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// The colours the admin chose.
#[derive(Debug, Clone, Copy, Default, Serialize, Deserialize, TS)]
pub struct Theme {
    /// The colours.
    pub colours: Colours,
}

/// A product in the list of products.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ProfileCard {
    /// The profile's id.
    pub id: String,
    /// The product's name.
    pub name: String,
    /// Who makes it.
    pub maker: String,
    /// Its category.
    pub category: String,
    /// What the connection does.
    pub summary: String,
    /// Words a person may search for.
    pub keywords: Vec<String>,
    /// What the connection is used for.
    pub uses: Vec<String>,
    /// How long the set-up takes, in minutes.
    pub minutes: u32,
    /// How many scopes it asks for.
    pub scopes: u32,
    /// It works as an agent of its own in Halo.
    pub agent: bool,
    /// It signs in with an API application.
    pub application: bool,
    /// Something is set up in the product as well.
    pub vendor_side: bool,
    /// How much of the maker's guide the profile was made from.
    pub completeness: Completeness,
    /// Where the profile came from.
    pub origin: ProfileOrigin,
}
