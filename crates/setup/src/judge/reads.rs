//! How the reads after the token went, all together: whether Halo answered any of them, and how it
//! refused them where it answered none.
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
    /// Answered with 404; among the refused.
    not_found: u32,
    /// Asked who the agent is, and refused.
    refused_to_name_agent: bool,
    /// Without a usable answer.
    pub(crate) failed: u32,
    /// Pointing to another address; among the failed.
    pub(crate) redirected: u32,
}

/// How a Halo that issued a token turns away everything that is asked with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shut {
    /// 401 each time, as if nobody was signed in.
    SignedOut,
    /// 404 each time: there is nothing where the API should be.
    NotThere,
    /// Otherwise: 403, or now one and now the other.
    Refused,
}

impl Reads {
    /// Counts them.
    pub(crate) fn of(facts: &Facts) -> Self {
        let mut reads = Self {
            refused_to_name_agent: matches!(facts.me, Asked::Refused(_)),
            ..Self::default()
        };
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

    /// How everything was refused, where it was: nothing was answered, and Halo would not even say
    /// who the agent is, which needs no permission.
    pub(crate) fn shut(self) -> Option<Shut> {
        if self.answered > 0 || !self.refused_to_name_agent {
            return None;
        }
        Some(match (self.unauthorised, self.refused, self.not_found) {
            (_, 0, _) => Shut::SignedOut,
            (0, refused, not_found) if refused == not_found => Shut::NotThere,
            _ => Shut::Refused,
        })
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
            Asked::Refused(refusal) => {
                self.refused += 1;
                self.not_found += u32::from(*refusal == Refusal::NotFound);
            }
            Asked::Failed(failure) => {
                self.failed += 1;
                self.redirected += u32::from(*failure == Failure::RedirectedElsewhere);
            }
        }
    }
}
