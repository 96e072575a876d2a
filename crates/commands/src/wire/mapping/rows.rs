//! The rows of a mapping, what is suggested and what is decided of them.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::MappingView;

/// One of Halo's things or of the vendor's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct MappingItem {
    /// Its id in its list.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What else is known of it, for example "acme.com · York"; may be empty.
    pub about: String,
}

/// Which rows to show.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum RowFilter {
    /// All of them.
    #[default]
    All,
    /// Nothing is decided.
    Undecided,
    /// Undecided, and the suggestion is certain.
    Exact,
    /// Undecided, and the suggestion needs no look.
    Likely,
    /// Undecided, and the suggestion is to be looked at.
    Review,
    /// Undecided, without a suggestion.
    None,
    /// With an answer.
    Accepted,
    /// To be made on the other side.
    Later,
    /// Ignored.
    Ignored,
    /// With a conflict.
    Conflicts,
    /// New or renamed since the last time.
    Changed,
}

/// A part of the rows, for a list that shows only what is in sight.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct RowWindow {
    /// The connection.
    pub connection: String,
    /// The mapping.
    pub mapping: String,
    /// Which rows.
    pub filter: RowFilter,
    /// Only those with all these words in the names or the rest; empty for all.
    pub text: String,
    /// How many of them to leave out at the beginning.
    pub offset: u32,
    /// How many to show, 200 at most.
    pub count: u32,
    /// A row whose place among those that fit is to be told, by its id.
    #[serde(default)]
    #[ts(optional)]
    pub place_of: Option<String>,
    /// From where the next undecided row among those that fit is to be told instead.
    #[serde(default)]
    #[ts(optional)]
    pub undecided_from: Option<RowFrom>,
}

/// A place to go on from.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct RowFrom {
    /// The place among those that fit, from 0; it does not count itself.
    pub place: u32,
    /// Up the list rather than down.
    pub up: bool,
}

/// A part of the rows.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MappingRows {
    /// How many rows there are that fit.
    pub total: u32,
    /// Those in sight.
    pub rows: Vec<MappingRow>,
    /// Where the row is that was asked for, from 0; absent where none is, or none was asked for.
    pub place: Option<u32>,
}

/// One row.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct MappingRow {
    /// What it is about.
    pub item: MappingItem,
    /// What is decided.
    pub standing: RowStanding,
    /// By whom.
    pub by: Option<WhoDecided>,
    /// The answer, where there is one.
    pub answer: Option<MappingItem>,
    /// How sure the suggestion is; absent before suggestions were made.
    pub class: Option<SuggestionClass>,
    /// Why, in words.
    pub reason: Option<String>,
    /// What comes near, best first, at most five. The first is the suggestion where
    /// `class` is not `none`.
    pub candidates: Vec<MappingCandidate>,
    /// What stands against the decision.
    pub conflict: Option<RowConflict>,
    /// What is different from the last time.
    pub change: Option<ItemChange>,
    /// What the profile says about it.
    pub hint: Option<String>,
}

/// What is decided of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum RowStanding {
    /// Nothing.
    Undecided,
    /// It has an answer.
    Accepted,
    /// It will be made on the other side.
    Later,
    /// It has nothing to do with the other side.
    Ignored,
}

/// Who decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum WhoDecided {
    /// A person, for this row.
    Person,
    /// A suggestion, accepted together with others.
    Suggestion,
}

/// How sure a suggestion is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum SuggestionClass {
    /// Certain.
    Exact,
    /// It needs no look.
    Likely,
    /// It is to be looked at.
    Review,
    /// There is none.
    None,
}

/// Something that comes near a row.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct MappingCandidate {
    /// What it is.
    pub item: MappingItem,
    /// How sure, from 0 to 100.
    pub percent: u32,
    /// Why, in words.
    pub reason: String,
    /// The row that has it already, by name, where each is given once only.
    pub taken_by: Option<String>,
}

/// What stands against a decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "what", rename_all = "kebab-case")]
pub enum RowConflict {
    /// Another row has the same answer.
    Shared {
        /// That row's name.
        with: String,
        /// The conflict in words.
        words: String,
    },
    /// The answer is not in its list any more.
    Gone {
        /// The conflict in words.
        words: String,
    },
    /// What it depends on was changed after it was decided.
    AskAgain {
        /// The conflict in words.
        words: String,
    },
}

/// What is different from the last time a list was read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "what", rename_all = "kebab-case")]
pub enum ItemChange {
    /// It was not there.
    New,
    /// It had another name.
    Renamed {
        /// The name it had.
        was: String,
    },
}

/// Looks for an answer among all there are.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct FindOptions {
    /// The connection.
    pub connection: String,
    /// The mapping.
    pub mapping: String,
    /// The row that the answer is for.
    pub row: String,
    /// Words of its name or the rest; empty for all.
    pub text: String,
}

/// What could be the answer.
#[derive(Debug, Clone, Serialize, TS)]
pub struct FoundOptions {
    /// How many fit.
    pub total: u32,
    /// The first fifty: names that begin with the text before the others.
    pub options: Vec<MappingOption>,
}

/// Something that could be the answer.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MappingOption {
    /// What it is.
    pub item: MappingItem,
    /// The row that has it already, by name, where each is given once only.
    pub taken_by: Option<String>,
}

/// Decides about rows, all in one step.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct Decide {
    /// The connection.
    pub connection: String,
    /// The mapping.
    pub mapping: String,
    /// The rows, by id.
    pub rows: Vec<String>,
    /// What of them.
    pub decision: Deciding,
}

/// What to decide.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
#[serde(tag = "what", rename_all = "kebab-case")]
pub enum Deciding {
    /// The row's own suggestion. Rows without one are left as they are.
    AcceptSuggestion,
    /// This one.
    Accept {
        /// Its id.
        id: String,
    },
    /// It will be made on the other side.
    Later,
    /// It has nothing to do with the other side.
    Ignore,
    /// Nothing any more.
    Clear,
}

/// Accepts all undecided rows whose suggestion is of these classes, in one step.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct AcceptClasses {
    /// The connection.
    pub connection: String,
    /// The mapping.
    pub mapping: String,
    /// The classes.
    pub classes: Vec<SuggestionClass>,
}

/// What was decided, taken back or taken again.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Decided {
    /// How many rows it was about.
    pub rows: u32,
    /// The first of them by id, to show.
    pub first: Option<String>,
    /// The mapping as it is now.
    pub view: MappingView,
}

/// How much is different from the last time.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, TS)]
pub struct ChangeCounts {
    /// There for the first time.
    pub new: u32,
    /// With another name.
    pub renamed: u32,
    /// Not there any more.
    pub gone: u32,
}

/// What is different in both lists from the time before.
#[derive(Debug, Clone, Serialize, TS)]
pub struct MappingChanges {
    /// Halo's list.
    pub halo: ListChanges,
    /// The vendor's list.
    pub vendor: ListChanges,
}

/// What is different in one list, the first five hundred of each.
#[derive(Debug, Clone, Default, Serialize, TS)]
pub struct ListChanges {
    /// How much.
    pub counts: ChangeCounts,
    /// There for the first time.
    pub new: Vec<MappingItem>,
    /// With another name.
    pub renamed: Vec<RenamedItem>,
    /// Not there any more.
    pub gone: Vec<GoneItem>,
}

/// Something with another name than before.
#[derive(Debug, Clone, Serialize, TS)]
pub struct RenamedItem {
    /// Its id.
    pub id: String,
    /// The name it had.
    pub was: String,
    /// The name it has.
    pub is: String,
}

/// Something that is not there any more.
#[derive(Debug, Clone, Serialize, TS)]
pub struct GoneItem {
    /// Its id.
    pub id: String,
    /// The name it had.
    pub name: String,
    /// The decision that is kept for it, in words.
    pub decision: Option<String>,
}

/// Saves the mapping to a file the admin chooses.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct Export {
    /// The connection.
    pub connection: String,
    /// The mapping.
    pub mapping: String,
    /// In which form.
    pub format: ExportFormat,
}

/// In which form a mapping is saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum ExportFormat {
    /// The vendor's own form, where the profile has one.
    Vendor,
    /// CSV with both sides.
    Csv,
    /// JSON.
    Json,
    /// A list to print.
    Page,
}

/// What was saved.
#[derive(Debug, Clone, Serialize, TS)]
pub struct Exported {
    /// The files that are there now and whole; none when the admin chose no place.
    pub files: Vec<ExportedFile>,
    /// Why nothing was saved, or not all, and what to do.
    pub problem: Option<String>,
    /// Rows that are in no file, because the other product would refuse them.
    pub left_out: u32,
    /// The first of them, each with the reason.
    pub problems: Vec<String>,
}

/// One file that was saved.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ExportedFile {
    /// Where.
    pub path: String,
    /// How many rows it has.
    pub rows: u32,
}
