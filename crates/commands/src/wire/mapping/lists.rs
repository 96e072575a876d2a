//! The two lists of a mapping: how they are read, and how far that is.

use secrecy::SecretString;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::MappingView;
use super::rows::ChangeCounts;

/// One list as it is kept.
#[derive(Debug, Clone, Default, Serialize, TS)]
pub struct ListState {
    /// How many rows it has.
    pub rows: u32,
    /// When it was read, RFC 3339; absent where it never was.
    pub read: Option<String>,
    /// How it was read, in words, for example "customers.csv".
    pub how: Option<String>,
    /// Rows that a reading which was broken off has already.
    pub begun: Option<u32>,
    /// Which customers that reading is of, or else the list.
    pub which: HaloChoice,
    /// What was different from the time before.
    pub changes: ChangeCounts,
}

/// Which of Halo's customers are read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, TS)]
pub struct HaloChoice {
    /// Those that are switched off too.
    pub inactive: bool,
    /// Those of the admin's own company too.
    pub internal: bool,
}

/// Reads Halo's list.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ReadHaloList {
    /// The connection.
    pub connection: String,
    /// The mapping.
    pub mapping: String,
    /// Customers that are switched off too.
    pub inactive: bool,
    /// The admin's own company too.
    pub internal: bool,
    /// Begins anew, where a reading was broken off; else it goes on, if it is of the same
    /// customers.
    pub anew: bool,
}

/// Something has begun in the background.
#[derive(Debug, Clone, Copy, Serialize, TS)]
pub struct MappingRun {
    /// Its number.
    pub run: u32,
}

/// How far it is.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MappingProgress {
    /// Goes up with every change.
    pub version: u32,
    /// What is being done, in words.
    pub what: String,
    /// How many are done.
    pub done: u32,
    /// How many there are, where that is known.
    pub total: Option<u32>,
    /// The other side asked us to wait: for how many seconds.
    pub waiting_seconds: Option<u32>,
    /// How it ended, once it has.
    pub ended: Option<MappingEnd>,
}

/// How it ended.
#[derive(Debug, Clone, Serialize, TS)]
#[serde(tag = "how", rename_all = "kebab-case")]
pub enum MappingEnd {
    /// It is done.
    Done {
        /// The mapping as it is now.
        view: Box<MappingView>,
        /// Rows of the list that could not be used.
        left_out: u32,
        /// The first of them, each with its place and the reason.
        problems: Vec<String>,
    },
    /// The admin stopped it.
    Cancelled {
        /// Rows that were read and are kept to go on from.
        kept: u32,
    },
    /// It could not go on.
    Stopped {
        /// Why, and what to do.
        message: String,
        /// Rows that were read and are kept to go on from.
        kept: u32,
    },
}

/// A list that was pasted.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct PastedList {
    /// The connection.
    pub connection: String,
    /// The mapping.
    pub mapping: String,
    /// The text.
    pub text: String,
}

/// A list that was opened and is not kept yet.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ListPreview {
    /// The file's name, or what else it is.
    pub name: String,
    /// Why it cannot be read, and what to do; the rest is empty then.
    pub problem: Option<String>,
    /// How its letters are written, for example "UTF-8".
    pub encoding: String,
    /// What parts its fields, in words; absent for one name a line.
    pub delimiter: Option<String>,
    /// The names of the columns; absent where the first line is a row.
    pub header: Option<Vec<String>>,
    /// The first rows.
    pub rows: Vec<Vec<String>>,
    /// Which column each field seems to be.
    pub columns: Vec<Option<ListColumn>>,
    /// The columns are so plain that nobody has to look.
    pub certain: bool,
    /// The other product tells its entries apart by an id, so that names alone are not enough.
    pub needs_ids: bool,
}

/// A column that matching can use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ListColumn {
    /// What names the row.
    Id,
    /// The name.
    Name,
    /// E-mail or web domains.
    Domain,
    /// The web site.
    Website,
    /// A telephone number.
    Phone,
    /// The town.
    City,
    /// The postcode.
    Postcode,
    /// The country.
    Country,
    /// The id of the other side.
    ExternalId,
}

/// Keeps the list that was opened last as the vendor's.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct NewList {
    /// The connection.
    pub connection: String,
    /// The mapping.
    pub mapping: String,
    /// Which column each field is.
    pub columns: Vec<Option<ListColumn>>,
    /// Whether the first line names the columns and is no row; as it was found, where nobody says.
    #[serde(default)]
    #[ts(optional)]
    pub header: Option<bool>,
}

/// What became of the list.
#[derive(Debug, Clone, Serialize, TS)]
pub struct KeptList {
    /// Why nothing was kept, and what to do.
    pub problem: Option<String>,
    /// Rows that were left out.
    pub left_out: u32,
    /// The first of them, each with its line and the reason.
    pub problems: Vec<String>,
    /// The mapping as it is now.
    pub view: MappingView,
}

/// The vendor's API that a list can be read from.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ReaderView {
    /// Where it is, once typed.
    pub address: Option<String>,
    /// A key is stored for it.
    pub has_key: bool,
}

/// Where the vendor's API is.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ReaderAddress {
    /// The connection.
    pub connection: String,
    /// The mapping.
    pub mapping: String,
    /// The address as typed.
    pub address: String,
}

/// The key of the vendor's API as typed. One way: it has no way to be serialised or printed.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct TypedReaderKey {
    /// The connection.
    pub connection: String,
    /// The mapping.
    pub mapping: String,
    /// The key.
    #[ts(type = "string")]
    pub key: SecretString,
}

/// What became of an address or a key.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ReaderReply {
    /// What is wrong and what to do, where nothing was kept.
    pub problem: Option<String>,
    /// The mapping as it is now.
    pub view: MappingView,
}
