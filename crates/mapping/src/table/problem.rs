//! What is wrong with a list as a whole, and with single rows of it.

use std::fmt;

use thiserror::Error;

use super::{Column, MOST_BYTES, MOST_CHARACTERS, MOST_COLUMNS, MOST_FIELDS, MOST_ROWS};

/// Why a list cannot be read at all, and what to do: to be said after the list's name.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum TableError {
    /// More bytes than a list of organisations has.
    #[error(
        "is larger than {} MB, and no list of organisations is; export it with fewer columns",
        MOST_BYTES / 1024 / 1024
    )]
    TooLarge,
    /// A workbook of a spreadsheet program.
    #[error("is a spreadsheet; save it as CSV first")]
    Spreadsheet,
    /// No text in any of the encodings that are read.
    #[error("is not a text file; export the list as CSV")]
    NotText,
    /// Nothing in it but blank lines.
    #[error("is empty; export the list once more")]
    Empty,
    /// More rows than are read.
    #[error(
        "has more than {} rows; export those that are wanted only",
        grouped(MOST_ROWS)
    )]
    TooManyRows,
    /// More columns than are read.
    #[error("has more than {MOST_COLUMNS} columns; export it with fewer")]
    TooManyColumns,
    /// Columns that are needed are not there.
    #[error("{}", missing(.columns, .found))]
    MissingColumns {
        /// Those that are missing.
        columns: Vec<Column>,
        /// The header as it is, where there is one.
        found: Vec<String>,
    },
}

/// A number as it is written in sentences.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

fn missing(columns: &[Column], found: &[String]) -> String {
    let names: Vec<String> = columns
        .iter()
        .map(|column| format!("“{}”", column.as_str()))
        .collect();
    let noun = if names.len() == 1 {
        "column"
    } else {
        "columns"
    };
    let mut shown: Vec<&str> = found.iter().map(String::as_str).take(8).collect();
    if found.len() > shown.len() {
        shown.push("…");
    }
    let first_line = if shown.is_empty() {
        "the first line has no column names".to_owned()
    } else {
        format!("the first line has: {}", shown.join(", "))
    };
    format!("has no {noun} called {}; {first_line}", names.join(" and "))
}

/// A row that was left out, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowProblem {
    /// The line of the file on which the row begins; the first is 1.
    pub line: u64,
    /// What is wrong.
    pub reason: RowReason,
}

impl fmt::Display for RowProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Line {}: {}", self.line, self.reason)
    }
}

/// What is wrong with a row.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum RowReason {
    /// A field that must be there is empty.
    #[error("there is no {}", .column.in_words())]
    Empty {
        /// Which one.
        column: Column,
    },
    /// The id belongs to an earlier row.
    #[error("the id “{id}” is already on line {first}")]
    SameId {
        /// The id.
        id: String,
        /// The line of the earlier row.
        first: u64,
    },
    /// The name belongs to an earlier row, and nothing else tells them apart.
    #[error("the name “{name}” is already on line {first}, and there is no id to tell them apart")]
    SameName {
        /// The name.
        name: String,
        /// The line of the earlier row.
        first: u64,
    },
    /// More fields than the header has names, with something in them.
    #[error("there are {} fields here and {expected} column names", grouped(*.found))]
    TooManyFields {
        /// Fields of this row.
        found: usize,
        /// Names in the header.
        expected: usize,
    },
    /// So many fields that they were not even counted.
    #[error("there are more than {} fields here", grouped(MOST_FIELDS))]
    Overfull,
    /// A field holds what may not be kept; the value is not repeated.
    #[error("a field here looks like a Client Secret, and Halyard keeps no such text")]
    LooksLikeASecret,
    /// A field that no name or address is as long as.
    #[error("a field here has more than {} characters", grouped(MOST_CHARACTERS))]
    TooLong,
    /// A quotation mark that takes in the lines after it.
    #[error("a quotation mark opens here and is never closed")]
    OpenQuote,
}
