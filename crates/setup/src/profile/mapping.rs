//! What is mapped between the two products: whose rows are asked about, where the vendor's come
//! from, and how the result leaves again.
//!
//! A reader is named, never addressed: what it calls is code of Halyard, and the admin types
//! where.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{MappingWriter, Side};

/// What is mapped between the two products.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Mapping {
    /// Name used by answers.
    pub key: String,
    /// Halo's things, for example "Customers".
    pub halo: String,
    /// The vendor's things, for example "Organizations".
    pub vendor: String,
    /// What of Halo's it is.
    #[serde(default)]
    pub kind: MappingKind,
    /// Whose rows get an answer each; the other side's are the answers.
    #[serde(default = "halos")]
    pub rows: Side,
    /// One answer may serve several rows.
    #[serde(default)]
    pub many_to_one: bool,
    /// The vendor's things, where the guide names them; else the admin brings the list.
    #[serde(default)]
    pub values: Vec<MappingValue>,
    /// Reads the vendor's list from its own API.
    #[serde(default)]
    pub reader: Option<ListReader>,
    /// Writes the result into the vendor's product through the same API.
    #[serde(default)]
    pub writer: Option<MappingWriter>,
    /// The key of a mapping whose change makes the answers of this one be asked again.
    #[serde(default)]
    pub depends_on: Option<String>,
    /// The file in the vendor's own form.
    #[serde(default)]
    pub file: Option<MappingFile>,
    /// How the guide says it is done, in order.
    #[serde(default)]
    pub actions: Vec<String>,
    /// The guide it comes from.
    #[serde(default)]
    pub source: Option<String>,
}

fn halos() -> Side {
    Side::Halo
}

/// What of Halo's is mapped.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, Serialize, JsonSchema, ts_rs::TS,
)]
#[serde(rename_all = "kebab-case")]
pub enum MappingKind {
    /// Customers with organisations, compared by all that is known of them.
    #[default]
    Customers,
    /// Statuses, compared by what they mean.
    Statuses,
    /// Ticket types.
    TicketTypes,
    /// Agents, compared by name.
    Agents,
}

/// One of the vendor's things.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MappingValue {
    /// Its name.
    pub name: String,
    /// For ticket types: only those that Halo uses so, for example "Projects".
    #[serde(default, rename = "use")]
    pub used_for: Option<String>,
    /// What the admin should know when choosing.
    #[serde(default)]
    pub hint: Option<String>,
}

/// A way to read the vendor's list that Halyard has. A closed list: a profile only names one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize, JsonSchema, ts_rs::TS)]
#[serde(rename_all = "kebab-case")]
pub enum ListReader {
    /// `GET /api/v1/companies` with the key in `x-api-key`, page by page.
    CompaniesV1,
}

/// A file in the vendor's own form.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct MappingFile {
    /// What it is for, for example "Organizations to upload".
    pub title: String,
    /// Which rows go in.
    pub rows: FileRows,
    /// Its columns in order.
    pub columns: Vec<FileColumn>,
    /// Most rows of one file; what is more goes into further files.
    #[serde(default)]
    pub most_rows: Option<u32>,
    /// People open it in a spreadsheet before it is uploaded: what that would take for a formula gets
    /// an apostrophe before it. Else every text is written as it is, as importers read it.
    #[serde(default)]
    pub for_spreadsheets: bool,
}

/// Which rows go into the vendor's file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum FileRows {
    /// Those that have their answer.
    Accepted,
    /// Those that are to be made on the vendor's side.
    Later,
}

/// One column of the vendor's file.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FileColumn {
    /// The name in the header.
    pub name: String,
    /// What goes in.
    pub value: ColumnValue,
    /// The constant, for `value = "constant"`.
    #[serde(default)]
    pub constant: Option<String>,
    /// No two rows may have the same; a row that has what an earlier one has is left out and listed.
    #[serde(default)]
    pub unique: bool,
    /// Most characters the vendor takes; a row with more is left out and listed.
    #[serde(default)]
    pub most_characters: Option<u32>,
}

/// What goes into a column of the vendor's file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum ColumnValue {
    /// The id in Halo.
    HaloId,
    /// The name in Halo.
    HaloName,
    /// The first domain that Halo has for it.
    HaloDomain,
    /// The id on the vendor's side.
    VendorId,
    /// The name on the vendor's side.
    VendorName,
    /// The same in every row; see `constant`.
    Constant,
    /// Nothing: the admin fills it in where needed.
    Empty,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_every_mapping_had_is_enough() {
        let mapping: Mapping =
            toml::from_str("key = \"a\"\nhalo = \"Customers\"\nvendor = \"Companies\"").unwrap();
        assert_eq!(mapping.kind, MappingKind::Customers);
        assert_eq!(mapping.rows, Side::Halo);
        assert!(!mapping.many_to_one);
    }
}
