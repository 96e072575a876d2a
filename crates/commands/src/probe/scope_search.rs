//! Which scopes of a refused set Halo accepts: the set is put together again by halves.
//!
//! Called by [`super::sign_in`]. Every part is asked for beside what was accepted before, so that
//! the last token that came opens all that can be opened; a part that is refused is halved until
//! the scopes to blame stand alone. Whatever else comes on the way is about the part it came for,
//! and what is not asked for in the end is told apart from what was refused. Deliberately not
//! here: how Halo is asked, and what a refusal means for the customer.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use halo::{HaloError, Stage};
use setup::facts::Failure;

/// Most requests of one search: a check needs what is left for its reads. Fifteen scopes that are
/// all refused are told apart by these, or one of a thousand.
const MOST_REQUESTS: usize = 28;

/// A server that has given no answer of use so often in a row is not asked further. One scope that
/// it stumbles over never comes to that: its other half is asked for in between.
const MOST_IN_VAIN: usize = 3;

/// Whoever can ask for a token.
pub(super) trait IssuesTokens: Sync {
    /// What comes of it.
    type Token: Send;

    /// Asks for one with these scopes.
    fn issue(&self, scopes: &[&str])
    -> impl Future<Output = Result<Self::Token, HaloError>> + Send;
}

/// What a search found.
#[derive(Debug)]
pub(super) struct Found<'s, T> {
    /// The token with all that was accepted.
    pub(super) token: T,
    /// What it was asked for with.
    pub(super) accepted: Vec<&'s str>,
    /// What Halo refused.
    pub(super) refused: BTreeSet<String>,
    /// What Halo accepts by itself, and refuses beside what was accepted.
    pub(super) apart: BTreeSet<String>,
    /// What got no answer, and why not.
    pub(super) untold: BTreeMap<String, Failure>,
}

impl<'s, T> Found<'s, T> {
    /// By a request that Halo accepted as it was.
    pub(super) fn by(token: T, accepted: Vec<&'s str>) -> Self {
        Self {
            token,
            accepted,
            refused: BTreeSet::new(),
            apart: BTreeSet::new(),
            untold: BTreeMap::new(),
        }
    }
}

/// Searches a set that Halo has refused as a whole.
///
/// # Errors
/// Where no token came: the most telling of what came in its place.
pub(super) async fn search<'s, Issuer: IssuesTokens>(
    issuer: &Issuer,
    set: &[&'s str],
) -> Result<Found<'s, Issuer::Token>, HaloError> {
    let mut search = Search::of(issuer);
    search.halve(set).await;
    search.try_alone().await;
    search.found()
}

/// What Halo says to a part of the set.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Says {
    /// It gives a token.
    Accepted,
    /// It refuses one of the scopes, and says so.
    RefusesScope,
    /// It refuses without speaking of scopes.
    Denies,
    /// It gives no answer of use.
    Nothing(Failure),
}

struct Search<'i, 's, Issuer: IssuesTokens> {
    issuer: &'i Issuer,
    requests: usize,
    in_vain: usize,
    ended: bool,
    token: Option<Issuer::Token>,
    accepted: Vec<&'s str>,
    refused: BTreeSet<String>,
    /// Refused beside what was accepted by then.
    refused_beside: Vec<&'s str>,
    apart: BTreeSet<String>,
    untold: BTreeMap<String, Failure>,
    /// What Halo said against the application.
    denial: Option<HaloError>,
    /// What came in place of an answer.
    trouble: Option<HaloError>,
}

impl<'i, 's, Issuer: IssuesTokens> Search<'i, 's, Issuer> {
    fn of(issuer: &'i Issuer) -> Self {
        Self {
            issuer,
            requests: 0,
            in_vain: 0,
            ended: false,
            token: None,
            accepted: Vec::new(),
            refused: BTreeSet::new(),
            refused_beside: Vec::new(),
            apart: BTreeSet::new(),
            untold: BTreeMap::new(),
            denial: None,
            trouble: None,
        }
    }

    /// Halves what was refused, the large parts first: between two parts of which one is to blame,
    /// the other is accepted.
    async fn halve(&mut self, set: &[&'s str]) {
        let mut parts = VecDeque::from([(set, Says::RefusesScope)]);
        while let Some((part, said)) = parts.pop_front() {
            if let [scope] = part {
                self.settle(scope, said);
                // The first tells whether Halo's refusals are about single scopes at all.
                if self.refused.is_empty() && self.apart.is_empty() {
                    self.try_alone().await;
                }
                continue;
            }
            let (left, right) = part.split_at(part.len() / 2);
            let says_left = self.beside_accepted(left).await;
            // Beside its other half it is the part that was refused.
            let is_to_blame = said == Says::RefusesScope && says_left == Says::Accepted;
            let says_right = if is_to_blame {
                Says::RefusesScope
            } else {
                self.beside_accepted(right).await
            };
            let halves = [(left, says_left), (right, says_right)];
            parts.extend(
                halves
                    .into_iter()
                    .filter(|(_, says)| *says != Says::Accepted),
            );
        }
    }

    fn settle(&mut self, scope: &'s str, said: Says) {
        match said {
            // Accepted parts are not settled one by one.
            Says::Accepted => {}
            Says::RefusesScope | Says::Denies if self.accepted.is_empty() => {
                self.refused.insert(scope.to_owned());
            }
            Says::RefusesScope | Says::Denies => self.refused_beside.push(scope),
            Says::Nothing(failure) => {
                self.untold.insert(scope.to_owned(), failure);
            }
        }
    }

    async fn beside_accepted(&mut self, part: &[&'s str]) -> Says {
        let with_it = [self.accepted.as_slice(), part].concat();
        match self.request(&with_it).await {
            Ok(token) => {
                self.token = token.or(self.token.take());
                self.accepted = with_it;
                Says::Accepted
            }
            Err(says) => says,
        }
    }

    /// Whether what was refused beside others is refused by itself, as long as there are requests
    /// for it. What is not tried is taken to be like the others, where those are all alike.
    async fn try_alone(&mut self) {
        let mut untried = Vec::new();
        for scope in std::mem::take(&mut self.refused_beside) {
            match self.request(&[scope]).await {
                Ok(_) => {
                    self.apart.insert(scope.to_owned());
                }
                Err(Says::Nothing(_)) => untried.push(scope.to_owned()),
                Err(_) => {
                    self.refused.insert(scope.to_owned());
                }
            }
        }
        if self.apart.is_empty() && !self.refused.is_empty() {
            self.refused.extend(untried);
        } else {
            let untried = untried.into_iter();
            self.untold
                .extend(untried.map(|scope| (scope, Failure::Stopped)));
        }
    }

    fn is_over(&self) -> bool {
        self.ended || self.in_vain >= MOST_IN_VAIN || self.requests >= MOST_REQUESTS
    }

    /// Asks for these scopes together: a token, nothing where the grant was narrowed to nothing, or
    /// what was said instead.
    async fn request(&mut self, scopes: &[&'s str]) -> Result<Option<Issuer::Token>, Says> {
        if self.is_over() {
            let trouble = self.trouble.as_ref();
            let trouble = trouble.filter(|_| self.requests < MOST_REQUESTS);
            return Err(Says::Nothing(trouble.map_or(Failure::Stopped, failure)));
        }
        self.requests += 1;
        let error = match self.issuer.issue(scopes).await {
            Ok(token) => {
                self.in_vain = 0;
                return Ok(Some(token));
            }
            // All of them are known, and none is ticked.
            Err(HaloError::NoScopeGranted) => {
                self.in_vain = 0;
                return Ok(None);
            }
            Err(error) => error,
        };
        Err(match kind(&error) {
            Kind::Scope => {
                self.in_vain = 0;
                Says::RefusesScope
            }
            Kind::Denial => {
                self.in_vain = 0;
                self.denial.get_or_insert(error);
                Says::Denies
            }
            kind @ (Kind::Trouble | Kind::End) => {
                self.in_vain += 1;
                self.ended |= kind == Kind::End;
                let failure = failure(&error);
                self.trouble = Some(error);
                Says::Nothing(failure)
            }
        })
    }

    fn found(self) -> Result<Found<'s, Issuer::Token>, HaloError> {
        let Some(token) = self.token else {
            let refused = HaloError::InvalidScope {
                asked: Vec::new(),
                description: None,
            };
            return Err(if self.accepted.is_empty() {
                self.denial.or(self.trouble).unwrap_or(refused)
            } else {
                self.trouble.unwrap_or(HaloError::NoScopeGranted)
            });
        };
        Ok(Found {
            token,
            accepted: self.accepted,
            refused: self.refused,
            apart: self.apart,
            untold: self.untold,
        })
    }
}

/// What kind of answer an error is to somebody who looks for the scopes to blame.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// It is about the scopes.
    Scope,
    /// It may be about a scope, or about the application.
    Denial,
    /// It may pass, or be about the part that was asked for.
    Trouble,
    /// It is about none of them, and more requests would not change it.
    End,
}

fn kind(error: &HaloError) -> Kind {
    match error {
        HaloError::InvalidScope { .. } | HaloError::NoScopeGranted => Kind::Scope,
        HaloError::UnauthorizedClient
        | HaloError::Unauthorised
        | HaloError::Forbidden
        | HaloError::NotFound
        | HaloError::Refused { .. } => Kind::Denial,
        HaloError::ServerError { .. }
        | HaloError::Unreachable
        | HaloError::TimedOut {
            stage: Stage::Connect | Stage::Answer,
        }
        | HaloError::NotJson { .. }
        | HaloError::TooLarge => Kind::Trouble,
        HaloError::InvalidClient { .. }
        | HaloError::RateLimited { .. }
        | HaloError::TimedOut {
            stage: Stage::Errand,
        }
        | HaloError::Cancelled
        | HaloError::BudgetSpent
        | HaloError::RedirectedElsewhere { .. }
        | HaloError::NotHalo
        | HaloError::NameNotFound
        | HaloError::TlsUntrusted
        | HaloError::TlsExpired { .. }
        | HaloError::TlsWrongHost { .. }
        | HaloError::TlsFailed
        | HaloError::ProxyRefused
        | HaloError::ProxyWantsSignIn
        | HaloError::NoTransport => Kind::End,
    }
}

/// Why there is no answer about a scope.
fn failure(error: &HaloError) -> Failure {
    match error {
        HaloError::ServerError { .. } => Failure::ServerError,
        HaloError::TimedOut {
            stage: Stage::Connect | Stage::Answer,
        } => Failure::TimedOut,
        HaloError::RateLimited { .. } => Failure::RateLimited,
        HaloError::NotJson { .. } => Failure::NotReadable,
        HaloError::TooLarge => Failure::TooLarge,
        HaloError::RedirectedElsewhere { .. } => Failure::RedirectedElsewhere,
        HaloError::TimedOut { .. } | HaloError::Cancelled | HaloError::BudgetSpent => {
            Failure::Stopped
        }
        _ => Failure::Unreachable,
    }
}

#[cfg(test)]
mod tests;
