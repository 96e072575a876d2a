//! Mapping customers, statuses and ticket types: what the page asks and what it shows.
//!
//! In [`lists`] how the two lists are read, in [`rows`] the rows and what is decided of them.

mod lists;
mod rows;
mod writing;

pub use lists::{
    HaloChoice, KeptList, ListColumn, ListPreview, ListState, MappingEnd, MappingProgress,
    MappingRun, NewList, PastedList, ReadHaloList, ReaderAddress, ReaderReply, ReaderView,
    TypedReaderKey,
};
pub use rows::{
    AcceptClasses, ChangeCounts, ChangedItem, ChangedItems, ChangesWindow, Decide, Decided,
    Deciding, Export, ExportFormat, Exported, ExportedFile, FindOptions, FoundOptions, ItemChange,
    ListChange, MappingCandidate, MappingItem, MappingOption, MappingRow, MappingRows, RowConflict,
    RowFilter, RowFrom, RowStanding, RowWindow, SuggestionClass, WhichList, WhoDecided,
};

pub use writing::{
    IncludeRows, IntegrationNumber, LastWriting, StartWritePlan, StartWriting, WriteOutcome,
    WritePlan, WriteRow, WriteRows, WriteState, WriteWindow, WritingReply, WritingView, WrittenRow,
    WrittenRows, WrittenWindow,
};

use serde::{Deserialize, Serialize};
use setup::profile::MappingKind;
use ts_rs::TS;

/// Names a mapping.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ByMapping {
    /// The connection.
    pub connection: String,
    /// The mapping's key, from [`MappingCard`].
    pub mapping: String,
}

/// A mapping in the list of a connection's mappings.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MappingCard {
    /// Its key.
    pub key: String,
    /// What of Halo's it is.
    pub kind: MappingKind,
    /// Halo's things, for example "Customers".
    pub halo: String,
    /// The vendor's things, for example "Organizations".
    pub vendor: String,
    /// The rows are the vendor's things, and Halo's are their answers; else the other way round.
    pub asks_vendor: bool,
    /// One answer may serve several rows.
    pub many_to_one: bool,
    /// How the guide says it is done.
    pub actions: Vec<String>,
    /// Halo's list.
    pub halo_list: ListState,
    /// The vendor's list.
    pub vendor_list: ListState,
    /// How many rows stand how.
    pub counts: MappingCounts,
}

/// How many rows stand how.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, TS)]
pub struct MappingCounts {
    /// All rows.
    pub rows: u32,
    /// Those with an answer.
    pub accepted: u32,
    /// Those to be made on the other side.
    pub later: u32,
    /// Those that are ignored.
    pub ignored: u32,
    /// Those of which nothing is decided.
    pub undecided: u32,
    /// Undecided, with a suggestion that is certain.
    pub exact: u32,
    /// Undecided, with a suggestion that needs no look.
    pub likely: u32,
    /// Undecided, with a suggestion to look at.
    pub review: u32,
    /// Undecided, without a suggestion.
    pub none: u32,
    /// Those with a conflict.
    pub conflicts: u32,
    /// Those that are new or were renamed since the last time, or whose answer was.
    pub changed: u32,
    /// Decisions about rows that are not in the list any more.
    pub kept: u32,
}

/// One mapping as its page shows it.
#[derive(Debug, Clone, Serialize, TS)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "independent facts, each with its name"
)]
pub struct MappingView {
    /// What the list shows as well.
    pub card: MappingCard,
    /// Suggestions have been made for the lists as they are.
    pub suggested: bool,
    /// There is a step to take back.
    pub can_undo: bool,
    /// There is a step to take again.
    pub can_redo: bool,
    /// The profile names the vendor's things, so that no list has to be brought.
    pub values_known: bool,
    /// The vendor's API that the list can be read from.
    pub reader: Option<ReaderView>,
    /// The vendor's own form that the result can be saved in, by its title.
    pub file: Option<String>,
    /// Customers of Halo's can be told apart by more than their name.
    pub offers_inactive: bool,
}
