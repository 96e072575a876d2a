//! What is wrong with a profile beyond its shape: names, values and references that do not fit.
//!
//! Called by [`mod@super::parse`] with a profile whose shape is right; every flaw is found in one
//! run. One file per kind of flaw. Not here: lines and columns, which [`super::place`] finds.

mod dependences;
mod findings;
mod form;
mod names;
mod references;
mod requirements;
mod tasks;
mod unique;
mod writers;

use super::place::Path;
use super::problem::Severity;
use super::sound_part::Lost;
use super::{Condition, Profile};

pub use findings::finding_ids;

/// Something that does not fit, by the path of the field.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Flaw {
    pub(super) path: Path,
    pub(super) severity: Severity,
    pub(super) message: String,
    pub(super) hint: Option<String>,
    /// The other part of the file that it rests on.
    rests_on: Option<RestsOn>,
}

/// What a flaw is about beside the table it stands in.
#[derive(Debug, Clone, Copy, PartialEq)]
enum RestsOn {
    /// This field at the top of the file.
    Part(&'static str),
    /// The whole file.
    All,
}

impl Flaw {
    fn error(path: Path, message: impl Into<String>) -> Self {
        Self {
            path,
            severity: Severity::Error,
            message: message.into(),
            hint: None,
            rests_on: None,
        }
    }

    fn warning(path: Path, message: impl Into<String>) -> Self {
        Self {
            severity: Severity::Warning,
            ..Self::error(path, message)
        }
    }

    fn resting_on(self, other: RestsOn) -> Self {
        Self {
            rests_on: Some(other),
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

/// What does not fit, whatever stood in the parts that were lost.
pub(super) fn without(lost: &Lost, profile: &Profile) -> Vec<Flaw> {
    // A name or a value is wrong by itself; everything else may hang on what was lost beside it.
    let mut flaws = names::check(profile);
    let by_name = flaws.len();
    flaws.extend(rest(profile));
    let all = flaws.into_iter().enumerate();
    let stands = all.filter(|(index, flaw)| {
        let whole = *index < by_name || !lost.around(&flaw.path);
        whole
            && match flaw.rests_on {
                None => true,
                Some(RestsOn::Part(name)) => !lost.of(name),
                Some(RestsOn::All) => false,
            }
    });
    stands.map(|(_, flaw)| flaw).collect()
}

/// Everything that does not fit.
pub(super) fn check(profile: &Profile) -> Vec<Flaw> {
    [names::check(profile), rest(profile)].concat()
}

fn rest(profile: &Profile) -> Vec<Flaw> {
    [
        unique::check(profile),
        references::check(profile),
        form::check(profile),
        tasks::check(profile),
        writers::check(profile),
        dependences::check(profile),
        findings::check(profile),
    ]
    .concat()
}
