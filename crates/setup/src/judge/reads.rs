//! How the reads after the token went, all together: whether Halo answered any of them.
//!
//! Used by judging of the credentials and by the report's outcome. Not here: what any one of
//! them said.

use crate::facts::{Asked, Facts, Failure, Refusal};

/// Counts of all reads that were tried with the token.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Reads {
    /// Answered.
    pub(crate) answered: u32,
    /// Refused with 401.
    pub(crate) unauthorised: u32,
    /// Refused in another way.
    pub(crate) refused: u32,
    /// Without a usable answer.
    pub(crate) failed: u32,
    /// Pointing to another address; among the failed.
    pub(crate) redirected: u32,
}

impl Reads {
    /// Counts them.
    pub(crate) fn of(facts: &Facts) -> Self {
        let mut reads = Self::default();
        reads.note(&facts.me);
        reads.note(&facts.agent);
        reads.note(&facts.teams);
        reads.note(&facts.departments);
        reads.note(&facts.agents);
        reads.note(&facts.customers);
        reads.note(&facts.ticket_types);
        facts.areas.values().for_each(|asked| reads.note(asked));
        facts.details.values().for_each(|asked| reads.note(asked));
        let details = facts.ticket_type_details.values();
        details.for_each(|asked| reads.note(asked));
        facts.settings.values().for_each(|asked| reads.note(asked));
        reads
    }

    /// Every read that was tried got a 401: the token opens nothing.
    pub(crate) fn all_unauthorised(self) -> bool {
        self.unauthorised > 0 && self.answered + self.refused + self.failed == 0
    }

    /// Reads were tried and none was answered or refused.
    pub(crate) fn nothing_but_failures(self) -> bool {
        self.failed > 0 && self.answered + self.refused + self.unauthorised == 0
    }

    fn note<T>(&mut self, asked: &Asked<T>) {
        match asked {
            Asked::Not | Asked::Failed(Failure::Stopped) => {}
            Asked::Answered(_) => self.answered += 1,
            Asked::Refused(Refusal::Unauthorised) => self.unauthorised += 1,
            Asked::Refused(_) => self.refused += 1,
            Asked::Failed(failure) => {
                self.failed += 1;
                self.redirected += u32::from(*failure == Failure::RedirectedElsewhere);
            }
        }
    }
}
