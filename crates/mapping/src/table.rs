//! Lists of organisations as people have them: files of any common encoding, delimiter and
//! header, and names pasted one per line.
//!
//! The way through: [`Sheet::of_file`] or [`Sheet::of_paste`] makes text of the bytes and finds
//! the delimiter and the header; [`Sheet::preview`] shows what was found, so that a person can
//! correct it; [`Sheet::rows`] reads the rows. A row that cannot be used is listed with its line
//! and a reason; it never costs the others. [`mod@out`] is the way back.
//!
//! Called by the terminal's `suggest` and by the window's mapping. Deliberately not here:
//! opening files, and matching.

mod column;
mod delimiter;
mod encoding;
mod layout;
pub mod out;
mod problem;
mod rows;
mod sheet;
#[cfg(test)]
mod tests;

pub use column::Column;
pub use encoding::Encoding;
pub use layout::Layout;
pub use problem::{RowProblem, RowReason, TableError};
pub use rows::{Need, Rows};
pub use sheet::{Preview, Sheet};

/// Most bytes of one list: far above a hundred thousand organisations.
pub const MOST_BYTES: usize = 64 * 1024 * 1024;
/// Most rows of one list.
pub const MOST_ROWS: usize = 200_000;
/// Most columns of one list.
pub const MOST_COLUMNS: usize = 200;
/// Most fields of a line that is read at all: every field takes memory, and a line of nothing but
/// commas has millions.
const MOST_FIELDS: usize = 10_000;
/// Most characters in one field; a name or an address has a few dozen.
pub const MOST_CHARACTERS: usize = 2_000;
