//! What is wrong with a profile file, and where: for `halyard profiles check` and for the window
//! when a file is opened.
//!
//! Not here: finding the problems ([`mod@super::parse`]).

use std::fmt;
use std::ops::Range;

use serde::Serialize;

/// Most problems of one kind of look at a file: nobody reads more, and finding the line of each
/// takes time.
pub(super) const MOST: usize = 100;

/// One thing that is wrong with a profile file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// The line, from 1.
    pub line: usize,
    /// The character in the line, from 1.
    pub column: usize,
    /// Whether the profile can be used all the same.
    pub severity: Severity,
    /// What is wrong, as a sentence.
    pub message: String,
    /// What to do about it, where that is known.
    pub hint: Option<String>,
}

/// Whether a profile with this problem can be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// It cannot.
    Error,
    /// It can, but somebody should look at it: for example a scope that Halo does not have, which
    /// the check of a connection then reports as a finding.
    Warning,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "line {}, column {}: {}",
            self.line, self.column, self.message
        )?;
        match &self.hint {
            Some(hint) => write!(f, " {hint}"),
            None => Ok(()),
        }
    }
}

impl Problem {
    /// An error at a place of the file.
    pub(super) fn at(text: &str, place: &Range<usize>, message: impl Into<String>) -> Self {
        let (line, column) = position(text, place.start);
        Self {
            line,
            column,
            severity: Severity::Error,
            message: message.into(),
            hint: None,
        }
    }

    /// The same with something to do.
    pub(super) fn with_hint(mut self, hint: Option<String>) -> Self {
        self.hint = hint;
        self
    }
}

/// Line and character of a byte offset, both from 1.
fn position(text: &str, offset: usize) -> (usize, usize) {
    let before = text.get(..offset).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let column = before
        .rsplit('\n')
        .next()
        .map_or(0, |rest| rest.chars().count())
        + 1;
    (line, column)
}
