//! What every group of judging looks at: the plan, the facts, and a few readings of both that
//! several groups share. Not here: any verdict.

use std::collections::BTreeSet;

use crate::facts::{
    AgentFact, Asked, Facts, Failure, HaloFound, Host, Seen, SignIn, SignInProblem, TokenFact,
};
use crate::permission::Area;
use crate::plan::Plan;
use crate::scope;

use super::cause::Cause;
use super::reads::{Reads, Shut};

/// The plan and the facts.
pub(super) struct Look<'a> {
    pub(super) plan: &'a Plan,
    pub(super) facts: &'a Facts,
    pub(super) reads: Reads,
    granted: Granted,
}

/// What is known of the token's scopes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Granted {
    /// Halo listed them.
    Listed(BTreeSet<String>),
    /// The token carries none.
    Nothing,
    /// Halo did not say.
    NotSaid,
}

impl<'a> Look<'a> {
    pub(super) fn new(plan: &'a Plan, facts: &'a Facts) -> Self {
        let reads = Reads::of(facts);
        Self {
            plan,
            facts,
            reads,
            granted: granted(facts),
        }
    }

    /// Why nothing behind the token can be judged, where that is so.
    pub(super) fn stopped(&self) -> Option<Cause> {
        match (&self.facts.host, &self.facts.sign_in) {
            (Host::Found(_), SignIn::Issued(_)) => None,
            (Host::Found(_), SignIn::NotTried) => Some(Cause::NoCredentials),
            (Host::Found(_), SignIn::Failed(_)) => Some(Cause::SignInFirst),
            _ => Some(Cause::AddressFirst),
        }
    }

    /// How Halo refuses everything, where a token of some scope opens nothing at all.
    pub(super) fn shut(&self) -> Option<Shut> {
        let has_token = self.stopped().is_none() && self.granted != Granted::Nothing;
        self.reads.shut().filter(|_| has_token)
    }

    /// Why nothing that was refused is judged by itself, where everything was: it is one cause.
    pub(super) fn shut_first(&self) -> Option<Cause> {
        Some(match self.shut()? {
            Shut::NotThere => Cause::AddressFirst,
            Shut::SignedOut | Shut::Refused => Cause::OpenFirst,
        })
    }

    /// Everything is a 401, and Halo did not say which scopes the token has.
    pub(super) fn opens_nothing_unsaid(&self) -> bool {
        self.granted == Granted::NotSaid && self.shut() == Some(Shut::SignedOut)
    }

    pub(super) fn token(&self) -> Option<&'a TokenFact> {
        match &self.facts.sign_in {
            SignIn::Issued(token) => Some(token),
            _ => None,
        }
    }

    pub(super) fn granted(&self) -> &Granted {
        &self.granted
    }

    /// Whether a scope that opens this area was granted; absent where Halo did not say and no list
    /// shows it that opens with the very same scopes.
    pub(super) fn opens(&self, area: Area) -> Option<bool> {
        match &self.granted {
            Granted::Listed(granted) => {
                Some(area.scopes().iter().any(|scope| granted.contains(*scope)))
            }
            Granted::Nothing => Some(false),
            Granted::NotSaid => self.has_an_open_sibling(area).then_some(true),
        }
    }

    /// Another area of the same scopes shows entries, as users and sites do for customers.
    fn has_an_open_sibling(&self, area: Area) -> bool {
        let mut siblings = Area::ALL.into_iter();
        siblings.any(|other| {
            let same = other != area && other.scopes() == area.scopes();
            let settled = other.scopes_in_doubt().is_empty() && area.scopes_in_doubt().is_empty();
            let seen = self.area(other).answer();
            same && settled && seen.is_some_and(|seen| seen.count() > 0)
        })
    }

    /// Whether the area may open with a scope that was not granted, since no source says which
    /// one it goes with: a refusal is then no proof about the agent.
    pub(super) fn may_lack_a_scope(&self, area: Area) -> bool {
        let in_doubt = area.scopes_in_doubt();
        let has =
            |granted: &BTreeSet<String>| in_doubt.iter().any(|scope| granted.contains(*scope));
        !in_doubt.is_empty() && !matches!(&self.granted, Granted::Listed(granted) if has(granted))
    }

    /// What this run learned from an area's list.
    pub(super) fn area(&self, area: Area) -> &'a Asked<Seen> {
        const NOT_ASKED: &Asked<Seen> = &Asked::Not;
        sound(match self.facts.areas.get(&area) {
            Some(asked) => asked,
            None if area == Area::Customers => &self.facts.customers,
            None => NOT_ASKED,
        })
    }

    /// What this run learned of the customers, from whichever read it was.
    pub(super) fn customers(&self) -> &'a Asked<Seen> {
        match &self.facts.customers {
            Asked::Not => self.area(Area::Customers),
            asked => sound(asked),
        }
    }

    /// A property of the agent, from its details or from the short form. Where neither has it:
    /// why not.
    pub(super) fn of_agent<T>(
        &self,
        property: impl Fn(&'a AgentFact) -> Option<T>,
    ) -> Result<T, Cause> {
        if let Some(cause) = self.stopped() {
            return Err(cause);
        }
        let forms = [&self.facts.agent, &self.facts.me];
        let known = forms
            .into_iter()
            .filter_map(Asked::answer)
            .find_map(property);
        known.ok_or_else(|| {
            // The trouble of the details is the cause, unless they were never asked for.
            let asked = match &self.facts.agent {
                Asked::Not => &self.facts.me,
                asked => asked,
            };
            self.cause_of(asked)
        })
    }

    /// The agent belongs to something, since Halo lists teams to it, and an agent without any
    /// membership is shown none (confirmed, 2026); yet its record names neither a team nor a
    /// department. Whether the record leaves out what a role brings, no source says: what it does
    /// not name is then not known to be missing.
    pub(super) fn belongs_unseen(&self) -> bool {
        let lists_teams = self.facts.teams.answer().is_some_and(|all| !all.is_empty());
        let in_no_team = self
            .of_agent(|agent| agent.teams.as_deref())
            .is_ok_and(<[_]>::is_empty);
        let in_no_department = self
            .of_agent(|agent| agent.departments.as_deref())
            .is_ok_and(<[_]>::is_empty);
        lists_teams && in_no_team && in_no_department
    }

    /// Why this was not answered; a refusal of a token without scopes, or of one that opens
    /// nothing, is no more than that.
    pub(super) fn cause_of<T>(&self, asked: &Asked<T>) -> Cause {
        match (Cause::of(asked), &self.granted) {
            (Cause::Refused(_), Granted::Nothing) => Cause::ScopeFirst,
            (cause @ Cause::Refused(_), _) => self.shut_first().unwrap_or(cause),
            (cause, _) => cause,
        }
    }

    /// The agent's name as Halo says it, or as it was to be called.
    pub(super) fn agent_name(&self) -> Option<&'a str> {
        let said = self.facts.me.answer().or(self.facts.agent.answer());
        let said = said.and_then(|agent| agent.name.as_deref());
        let signed_in = || self.token().and_then(|token| token.agent_name.as_deref());
        let planned = self.plan.profile.agent.as_ref();
        said.or_else(signed_in)
            .or(self.plan.answers.agent_name.as_deref())
            .or(planned.map(|agent| agent.name.as_str()))
    }

    /// What the application was to be called.
    pub(super) fn application_name(&self) -> Option<&'a str> {
        let planned = self.plan.profile.application.as_ref();
        let answered = self.plan.answers.application_name.as_deref();
        answered.or(planned.map(|application| application.name.as_str()))
    }

    /// A page of this customer's Halo.
    pub(super) fn page(&self, path: &str) -> Option<String> {
        let halo = self.halo()?;
        Some(format!("{}{path}", halo.address.trim_end_matches('/')))
    }

    fn halo(&self) -> Option<&'a HaloFound> {
        match &self.facts.host {
            Host::Found(halo) => Some(halo),
            Host::NotTried => self.plan.halo.as_ref(),
            // The address is wrong: a link to it would lead nowhere.
            Host::Failed(_) => None,
        }
    }
}

/// A list that counts rows and shows none was not read, whatever it says.
fn sound(asked: &Asked<Seen>) -> &Asked<Seen> {
    const UNREADABLE: &Asked<Seen> = &Asked::Failed(Failure::NotReadable);
    match asked {
        Asked::Answered(seen) if seen.contradicts_itself() => UNREADABLE,
        asked => asked,
    }
}

fn granted(facts: &Facts) -> Granted {
    let token = match &facts.sign_in {
        SignIn::Issued(token) => token,
        SignIn::Failed(SignInProblem::NoScopeGranted) => return Granted::Nothing,
        _ => return Granted::NotSaid,
    };
    match &token.granted {
        Some(scopes) if scopes.is_empty() => Granted::Nothing,
        Some(scopes) => Granted::Listed(scopes.iter().map(|name| scope::normalise(name)).collect()),
        None => Granted::NotSaid,
    }
}
