//! What comes out: one suggestion per customer.

use crate::Reason;

/// How sure we are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Class {
    /// Right beyond reasonable doubt.
    Exact,
    /// Right as far as one can tell; accepted without a person looking.
    Likely,
    /// A person must look: something fits, but not enough, or two fit alike.
    Review,
    /// No organisation fits.
    None,
}

impl Class {
    /// The class in one lower-case word, as it stands in files.
    pub fn word(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Likely => "likely",
            Self::Review => "review",
            Self::None => "none",
        }
    }

    /// Whether a suggestion of this class is accepted without a person looking.
    pub fn is_accepted(self) -> bool {
        matches!(self, Self::Exact | Self::Likely)
    }
}

/// The answer for one customer.
#[derive(Clone, Debug, PartialEq)]
pub struct Suggestion {
    /// The organisation's place in its list. Always there for `Exact` and `Likely`, never for `None`; under `Review` the
    /// one to look at first, unless a surer customer has it.
    pub organisation: Option<usize>,
    /// How sure we are.
    pub class: Class,
    /// From 0 to 1: how likely the row is right as it stands, lowered where a rule holds it in a lower class. Orders all rows
    /// of one run by confidence: every `Exact` above every `Likely`, and that above every `Review`.
    pub score: f64,
    /// Why this organisation, or why none.
    pub reason: Reason,
    /// The organisations that come nearest, best first, at most [`Suggestion::CANDIDATES`].
    pub candidates: Vec<Candidate>,
}

impl Suggestion {
    /// The most candidates that a suggestion has.
    pub const CANDIDATES: usize = 5;

    /// No organisation comes near.
    pub fn none() -> Self {
        Self {
            organisation: None,
            class: Class::None,
            score: 0.0,
            reason: Reason::nothing(),
            candidates: Vec::new(),
        }
    }
}

/// One organisation that may be the customer.
#[derive(Clone, Debug, PartialEq)]
pub struct Candidate {
    /// Its place in the list of organisations.
    pub organisation: usize,
    /// From 0 to 1, on the scale of [`Suggestion::score`].
    pub score: f64,
    /// What speaks for it and against it.
    pub reason: Reason,
}
