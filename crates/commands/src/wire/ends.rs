//! The end of the way: form, links, copies, files.

use serde::{Deserialize, Serialize};
use setup::hand_over::FilledForm;
use ts_rs::TS;

/// The vendor's form, filled in.
#[derive(Debug, Clone, Serialize, TS)]
pub struct HandOverView {
    /// The form; absent where the product has none.
    pub form: Option<FilledForm>,
    /// Rows that are ticked, by label.
    pub ticked: Vec<String>,
}

/// A text for the clipboard.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct CopyText {
    /// The text.
    pub text: String,
}

/// A page to open in the browser.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct Link {
    /// The connection, or absent on pages before there is one.
    pub connection: Option<String>,
    /// The profile, where there is no connection.
    pub profile: Option<String>,
    /// The address, exactly as the plan or profile names it.
    pub link: String,
}

/// Which file to write the report to.
#[derive(Debug, Clone, Deserialize, TS)]
pub struct ReportFormat {
    /// The connection.
    pub connection: String,
    /// The format.
    pub format: ReportKind,
}

/// The format of a saved report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum ReportKind {
    /// A page to read in a browser or to print.
    Page,
    /// Plain text.
    Text,
    /// The JSON of `check --json`.
    Json,
}

/// Where a file was written.
#[derive(Debug, Clone, Serialize, TS)]
pub struct SavedFile {
    /// Its path; absent when the admin chose none.
    pub path: Option<String>,
}
