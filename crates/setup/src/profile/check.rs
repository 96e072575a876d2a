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
}

impl Flaw {
    fn error(path: Path, message: impl Into<String>) -> Self {
        Self {
            path,
            severity: Severity::Error,
            message: message.into(),
            hint: None,
        }
    }

    fn warning(path: Path, message: impl Into<String>) -> Self {
        Self {
            severity: Severity::Warning,
            ..Self::error(path, message)
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
