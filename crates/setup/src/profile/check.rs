//! What is wrong with a profile beyond its shape: names, values and references that do not fit.
//!
//! Called by [`mod@super::parse`] with a profile whose shape is right; every flaw is found in one
//! run. One file per kind of flaw. Not here: lines and columns, which [`super::place`] finds.

mod findings;
mod form;
mod names;
mod references;
mod requirements;
mod tasks;
mod unique;

use super::place::Path;
use super::problem::Severity;
use super::{Condition, Profile};

pub use findings::finding_ids;

/// Something that does not fit, by the path of the field.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Flaw {
    pub(super) path: Path,
    pub(super) severity: Severity,
    pub(super) message: String,
    pub(super) hint: Option<String>,
    /// It rests on another part of the file.
    needs_others: bool,
}

impl Flaw {
    fn error(path: Path, message: impl Into<String>) -> Self {
        Self {
            path,
            severity: Severity::Error,
            message: message.into(),
            hint: None,
            needs_others: false,
        }
    }

    fn warning(path: Path, message: impl Into<String>) -> Self {
        Self {
            severity: Severity::Warning,
            ..Self::error(path, message)
        }
    }

    fn needing_others(self) -> Self {
        Self {
            needs_others: true,
            ..self
        }
    }

    fn hint(self, hint: impl Into<Option<String>>) -> Self {
        Self {
            hint: hint.into(),
            ..self
        }
    }
}

/// Every condition that something of the profile hangs on.
pub(super) fn conditions(profile: &Profile) -> impl Iterator<Item = &Condition> {
    requirements::all(profile)
        .into_iter()
        .filter_map(|requirement| requirement.condition)
}

/// What does not fit in itself, whatever else the file has: for one of which a part is missing.
pub(super) fn each_alone(profile: &Profile) -> Vec<Flaw> {
    names::check(profile)
        .into_iter()
        .filter(|flaw| !flaw.needs_others)
        .collect()
}

/// Everything that does not fit.
pub(super) fn check(profile: &Profile) -> Vec<Flaw> {
    [
        names::check(profile),
        unique::check(profile),
        references::check(profile),
        form::check(profile),
        tasks::check(profile),
        findings::check(profile),
    ]
    .concat()
}
