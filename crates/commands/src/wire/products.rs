//! The list of products, one product with everything it asks for, and profiles from files.

use serde::{Deserialize, Serialize};
use setup::plan::ProfileOrigin;
use setup::plan::asks::Asks;
use setup::plan::overview::Overview;
use setup::plan::pages::PageNote;
use setup::profile::Completeness;
use ts_rs::TS;

use super::about::ProfileCard;

/// The products that can be connected.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ProductList {
    /// By name.
    pub cards: Vec<ProfileCard>,
    /// Profiles kept from files that this version cannot read.
    pub unusable: Vec<UnusableProfile>,
}

/// A kept profile that this version cannot read.
#[derive(Debug, Clone, Serialize, TS)]
pub struct UnusableProfile {
    /// Its id.
    pub id: String,
    /// The file it was opened from.
    pub file: String,
    /// What stands against its use, and what to do.
    pub why: String,
    /// The connections that follow it, by name.
    pub used_by: Vec<String>,
}

/// One product.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ProductView {
    /// What connecting it takes, makes and never does.
    pub overview: Overview,
    /// Everything its profile asks for.
    pub asks: Asks,
    /// Where its guides contradict each other or need a remark.
    pub notes: Vec<PageNote>,
    /// How much of the maker's guide the profile was made from.
    pub completeness: Completeness,
    /// Where the profile came from.
    pub origin: ProfileOrigin,
    /// What is known of the kept profile of this id, where there is one.
    pub kept: Option<KeptView>,
}

/// A profile that was kept from a file.
#[derive(Debug, Clone, Serialize, TS)]
pub struct KeptView {
    /// The file it was opened from.
    pub file: String,
    /// When it was kept, RFC 3339.
    pub at: String,
    /// The connections that follow it, by name.
    pub used_by: Vec<String>,
    /// The program has a profile of this id by now; this one serves older connections only.
    pub beside_built_in: bool,
}

/// Opens a profile file.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct OpenProfile {
    /// Reads the file again that was opened last, without asking for one.
    pub again: bool,
}

/// What came of opening a profile file.
#[derive(Debug, Clone, Default, Serialize, TS)]
pub struct OpenedProfile {
    /// The file's name; absent when the admin chose none.
    pub file: Option<String>,
    /// Why it could not be read at all, and what to do.
    pub trouble: Option<String>,
    /// Everything that is wrong with it, in the order of the file.
    pub problems: Vec<FileProblem>,
    /// The profile, where nothing stands against its use. Nothing has been kept yet.
    pub offer: Option<ProfileOffer>,
}

/// Something that is wrong with a profile file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct FileProblem {
    /// The line, from 1.
    pub line: usize,
    /// The character in the line, from 1.
    pub column: usize,
    /// The profile can be used all the same.
    pub can_be_used: bool,
    /// What is wrong.
    pub message: String,
    /// What would be right.
    pub hint: Option<String>,
}

/// A profile that may be kept.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ProfileOffer {
    /// Which of the files opened so far, for [`KeepProfile`].
    pub number: u32,
    /// What it asks for.
    pub product: ProductView,
    /// What to know before keeping it, one sentence or two each.
    pub remarks: Vec<String>,
    /// Why it cannot be kept, and what to do.
    pub hindrance: Option<String>,
}

/// Keeps the profile that was shown.
#[derive(Debug, Clone, Copy, Deserialize, TS)]
pub struct KeepProfile {
    /// Its number.
    pub number: u32,
}

/// What became of a profile that was to be removed.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ProfileRemoval {
    /// It is gone.
    pub removed: bool,
    /// The connections that stand in the way, by name.
    pub used_by: Vec<String>,
}
