//! A mapping that can be written into the vendor's product through its API.
//!
//! A writer is named, never addressed, just as a reader: what it calls is code of Halyard, and the
//! admin types where. What it needs to know beside that is asked for in the profile's words.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Writes the result of a mapping into the vendor's product, once the admin has seen what would
/// be written and asked for it.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MappingWriter {
    /// Which of Halyard's ways it is.
    pub kind: ListWriter,
    /// Where the admin finds the number that the vendor gave to the integration.
    pub number_hint: String,
    /// What the admin should know before anything is written.
    #[serde(default)]
    pub remarks: Vec<String>,
    /// Where it is described.
    #[serde(default)]
    pub source: Option<String>,
}

/// A way to write a mapping that Halyard has. A closed list: a profile only names one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ListWriter {
    /// `PUT /api/v1/matchers/{id}` with the key in `x-api-key`: the server's own row for each
    /// customer that its integration has found gets its company.
    MatchersV1,
}
