//! Causes that look alike from outside, ranked by what the check saw.
//!
//! A group of judging names its suspects with a weight; [`super::words`] puts words to them. A
//! weight decides the order of advice and nothing else: no finding passes or fails by it. Not
//! here: which suspects a refused sign-in has ([`super::unrecognised`]).

use super::places::Place;

/// One possible cause.
#[derive(Debug, Clone)]
pub(super) struct Suspect {
    /// Its message in the catalogue, `cause-` and a stable name.
    pub(super) key: &'static str,
    /// What the check saw that speaks for it: a message of the catalogue.
    pub(super) clue: Option<&'static str>,
    /// Where to click.
    pub(super) place: Place,
    weight: u8,
}

impl Suspect {
    /// A suspect that is as likely as public reports make it, from 0 to 100.
    pub(super) fn new(key: &'static str, weight: u8, place: Place) -> Self {
        Self {
            key,
            clue: None,
            place,
            weight,
        }
    }

    /// Something the check saw makes it this likely instead.
    pub(super) fn clue_if(mut self, holds: bool, weight: u8, clue: &'static str) -> Self {
        if holds {
            self.weight = weight;
            self.clue = Some(clue);
        }
        self
    }

    /// Something the check saw makes it this unlikely instead; it has no words.
    pub(super) fn less_if(mut self, holds: bool, weight: u8) -> Self {
        if holds && self.clue.is_none() {
            self.weight = weight;
        }
        self
    }

    /// For sorting the likeliest to the front.
    pub(super) fn unlikelihood(&self) -> u8 {
        u8::MAX - self.weight
    }
}
