//! A verdict: what a group of judging decides, before words are put to it.
//!
//! Made from an [`About`], which says what it is about; turned into a finding by
//! [`super::words`]. Not here: any rule of judging.

use std::collections::BTreeMap;

use crate::facts::Seen;
use crate::finding::{Code, Evidence, Status, Value};
use crate::profile::Level;
use crate::statement::Statement;

use super::cause::Cause;
use super::places::Place;
use super::suspects::Suspect;

/// What a finding is about.
#[derive(Debug, Clone)]
pub(super) struct About {
    /// The finding's id.
    id: String,
    /// The message that names it inside a sentence, for example "the agent's teams".
    name: &'static str,
    values: BTreeMap<&'static str, Value>,
    reason: Option<String>,
    statement: Statement,
}

impl About {
    pub(super) fn new(id: impl Into<String>, name: &'static str) -> Self {
        Self {
            id: id.into(),
            name,
            values: BTreeMap::new(),
            reason: None,
            statement: Statement::default(),
        }
    }

    /// A value for the words of whatever is decided about it.
    pub(super) fn with(mut self, name: &'static str, text: impl Into<String>) -> Self {
        self.values.insert(name, Value::Text(text.into()));
        self
    }

    /// What a person who confirms it has looked for: the guide's values, not our words.
    pub(super) fn asking<S: AsRef<str>>(mut self, asked: impl IntoIterator<Item = S>) -> Self {
        self.statement.ask(asked);
        self
    }

    /// Why the product needs it, as its guide says.
    pub(super) fn because(mut self, reason: Option<&String>) -> Self {
        self.reason = reason.cloned();
        self
    }

    pub(super) fn passed(&self, evidence: Evidence, words: &'static str) -> Verdict {
        self.verdict(Status::Passed, None, evidence, words)
    }

    pub(super) fn failed(&self, code: Code, evidence: Evidence, words: &'static str) -> Verdict {
        self.verdict(Status::Failed, Some(code), evidence, words)
    }

    /// Something that works but should not stay so.
    pub(super) fn warning(&self, code: Code, evidence: Evidence, words: &'static str) -> Verdict {
        self.verdict(Status::Warning, Some(code), evidence, words)
    }

    /// Something proved not to be as the guide asks: as bad as the guide asks strongly. What is
    /// needed for some uses only is for the admin to decide.
    pub(super) fn against(
        &self,
        level: Level,
        code: Code,
        evidence: Evidence,
        words: &'static str,
    ) -> Verdict {
        match level {
            Level::Required | Level::Forbidden => self.failed(code, evidence, words),
            Level::Recommended => self.warning(code, evidence, words),
            Level::Optional => self.to_confirm("optional-missing"),
        }
    }

    /// Something that seems not to be as the guide asks, by what is only inferred of Halo: never a
    /// failure, since it may mean something else.
    pub(super) fn seems_against(&self, level: Level, code: Code, words: &'static str) -> Verdict {
        match level {
            Level::Optional => self.to_confirm("optional-missing"),
            _ => self.warning(code, Evidence::Api, words),
        }
    }

    pub(super) fn to_confirm(&self, words: &'static str) -> Verdict {
        self.verdict(Status::ToConfirm, None, Evidence::None, words)
    }

    pub(super) fn unknown(&self, cause: Cause) -> Verdict {
        let code = Some(cause.code());
        self.verdict(Status::Unknown, code, Evidence::None, cause.words())
    }

    fn verdict(
        &self,
        status: Status,
        code: Option<Code>,
        evidence: Evidence,
        words: &'static str,
    ) -> Verdict {
        Verdict {
            id: self.id.clone(),
            status,
            code,
            evidence,
            about: self.name,
            words,
            remarks: Vec::new(),
            suspects: Vec::new(),
            values: self.values.clone(),
            place: Place::Nowhere,
            reason: self.reason.clone(),
            statement: self.statement.clone(),
        }
    }
}

/// What was decided about one requirement.
#[derive(Debug, Clone)]
pub(super) struct Verdict {
    /// The finding's id.
    pub(super) id: String,
    /// The answer.
    pub(super) status: Status,
    /// The kind of trouble, from the table of codes.
    pub(super) code: Option<Code>,
    /// How it was learned.
    pub(super) evidence: Evidence,
    /// The message that names what it is about.
    pub(super) about: &'static str,
    /// The message whose attributes are the title, the detail and the fix.
    pub(super) words: &'static str,
    /// Messages put after the detail, each a sentence or two.
    pub(super) remarks: Vec<&'static str>,
    /// Causes that look alike, the likeliest first.
    pub(super) suspects: Vec<Suspect>,
    /// Values for the words.
    pub(super) values: BTreeMap<&'static str, Value>,
    /// Where to click.
    pub(super) place: Place,
    /// Why the product needs it, as its guide says.
    pub(super) reason: Option<String>,
    /// What a person confirms who looks.
    pub(super) statement: Statement,
}

impl Verdict {
    /// What a person who confirms it has looked for, beside what its kind asks for.
    pub(super) fn asking<S: AsRef<str>>(mut self, asked: impl IntoIterator<Item = S>) -> Self {
        self.statement.ask(asked);
        self
    }

    /// What Halo shows that a person has to judge: where it shows something else later, it is
    /// looked at again.
    pub(super) fn showing<S: AsRef<str>>(mut self, shown: impl IntoIterator<Item = S>) -> Self {
        self.statement.show(shown);
        self
    }

    /// A text for the words.
    pub(super) fn with(mut self, name: &'static str, text: impl Into<String>) -> Self {
        self.values.insert(name, Value::Text(text.into()));
        self
    }

    /// A list of names for the words.
    pub(super) fn names<S: AsRef<str>>(self, name: &'static str, names: &[S]) -> Self {
        let names: Vec<_> = names.iter().map(AsRef::as_ref).collect();
        self.with(name, names.join(", "))
    }

    /// A count for the words.
    pub(super) fn count(mut self, name: &'static str, count: u64) -> Self {
        self.values.insert(name, Value::Count(count));
        self
    }

    /// What a list showed, for the words: how many, and whether there may be more.
    pub(super) fn seen(self, seen: &Seen) -> Self {
        self.count("count", seen.count())
            .count("more", u64::from(seen.exact().is_none()))
    }

    /// Where to click.
    pub(super) fn at(mut self, place: Place) -> Self {
        self.place = place;
        self
    }

    /// Causes that look alike; they come out with the likeliest first, and those that are as
    /// likely as each other in the order given.
    pub(super) fn suspect(mut self, suspects: impl IntoIterator<Item = Suspect>) -> Self {
        self.suspects.extend(suspects);
        self.suspects.sort_by_key(Suspect::unlikelihood);
        self
    }

    /// One more sentence after the detail, where `holds`.
    pub(super) fn remark_if(mut self, holds: bool, words: &'static str) -> Self {
        if holds {
            self.remarks.push(words);
        }
        self
    }
}
