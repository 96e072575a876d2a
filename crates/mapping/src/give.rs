//! Who gets which organisation: the surest pair first, each organisation once, nothing forced.

use crate::class::{self, EXACT, REVIEW};
use crate::explain::{explain, rivalry};
use crate::model;
use crate::odds::set_against;
use crate::pair::NUMBERS;
use crate::parallel;
use crate::reason::Doubt;
use crate::rivals::Near;
use crate::run::{LOOKED_AT_TWICE, Run};
use crate::{Cancelled, Candidate, Class, Options, Reason, Suggestion, Watch};

/// A candidate and what is known of it until organisations are given out.
pub(crate) struct Judged {
    pub(crate) candidate: Candidate,
    /// Its probability as a pair for itself, before any rival is looked at.
    pub(crate) alone: f64,
    /// See [`class::is_anybodys`].
    pub(crate) is_anybodys: bool,
}

/// A score that is this share of another is no worse.
const ALIKE: f64 = 0.9;

/// Looks at the nearest pairs again among their rivals, gives organisations out, and says why.
pub(crate) fn give(
    run: &Run,
    options: &Options,
    watch: &(dyn Watch + Sync),
) -> Result<Vec<Suggestion>, Cancelled> {
    let of = run.lists.customers.rows.len();
    let go_on = |done: usize| {
        watch.progress(of - (of - done) / 10, of);
        !watch.cancelled()
    };
    let mut candidates = parallel::map(
        of,
        run.threads,
        &go_on,
        || (),
        |(), range| range.map(|customer| candidates(run, customer)).collect(),
    )
    .ok_or(Cancelled)?;
    let organisations = &run.lists.organisations.rows;
    set_against(&mut candidates, organisations.len(), options.many_to_one);
    for candidates in &mut candidates {
        for judged in candidates.iter_mut() {
            let candidate = &mut judged.candidate;
            candidate.score = class::score(candidate.score, &candidate.reason, judged.is_anybodys);
        }
        let stamp = |judged: &Judged| {
            let place = judged.candidate.organisation;
            (organisations[place].stamp, place)
        };
        candidates.sort_by(|a, b| {
            b.candidate
                .score
                .total_cmp(&a.candidate.score)
                .then_with(|| stamp(a).cmp(&stamp(b)))
        });
    }
    let given = share_out(run, &candidates, options);
    let mut given_at = vec![0.0; organisations.len()];
    for (candidates, given) in candidates.iter().zip(&given) {
        if let Some(place) = given {
            let candidate = &candidates[*place].candidate;
            given_at[candidate.organisation] = candidate.score;
        }
    }
    let suggestions = candidates
        .into_iter()
        .zip(given)
        .map(|(candidates, given)| suggestion(candidates, given, &given_at));
    let suggestions = suggestions.collect();
    watch.progress(of, of);
    Ok(suggestions)
}

/// The nearest organisations of a customer, best first, each with its reason.
fn candidates(run: &Run, customer: usize) -> Vec<Judged> {
    let place = u32::try_from(customer).expect("fewer rows than a list can have");
    let near = &run.rivals.near[customer];
    let judged = near.iter().take(LOOKED_AT_TWICE).map(|pair: &Near| {
        let laid = run.pair(customer, pair.organisation);
        let numbers = run.rivals.numbers(place, *pair, &laid.numbers);
        let odds = if laid.is_hopeless() {
            model::HOPELESS
        } else {
            model::second().judge(&numbers)
        };
        (odds, pair.organisation, laid, numbers)
    });
    let mut judged: Vec<_> = judged.collect();
    let stamp = |organisation: u32| run.lists.organisations.rows[organisation as usize].stamp;
    judged.sort_by(|a, b| {
        b.0.total_cmp(&a.0)
            .then_with(|| (stamp(a.1), a.1).cmp(&(stamp(b.1), b.1)))
    });
    judged.truncate(Suggestion::CANDIDATES);
    let row = &run.lists.customers.rows[customer];
    let explained = judged
        .into_iter()
        .map(|(odds, organisation, laid, numbers)| {
            let score = model::probability(odds);
            let other = &run.lists.organisations.rows[organisation as usize];
            let mut reason = explain(&laid, row, other);
            if score < EXACT {
                rivalry(&numbers, &mut reason);
            }
            Judged {
                candidate: Candidate {
                    organisation: organisation as usize,
                    score,
                    reason,
                },
                alone: model::probability(numbers[NUMBERS]),
                is_anybodys: class::is_anybodys(row, other, &run.lists.vocabulary),
            }
        });
    // Not collected in place: that would keep the room of the whole pairs.
    let mut candidates = Vec::with_capacity(Suggestion::CANDIDATES.min(near.len()));
    candidates.extend(explained);
    candidates
}

/// For each customer the place among its candidates of the one it gets.
fn share_out(run: &Run, candidates: &[Vec<Judged>], options: &Options) -> Vec<Option<usize>> {
    let mut given = vec![None; candidates.len()];
    if options.many_to_one {
        for (given, candidates) in given.iter_mut().zip(candidates) {
            *given = candidates
                .first()
                .filter(|judged| judged.candidate.score >= REVIEW)
                .map(|_| 0);
        }
        return given;
    }
    let mut pairs: Vec<(f64, usize, usize)> = Vec::new();
    for (customer, candidates) in candidates.iter().enumerate() {
        let worth = candidates
            .iter()
            .enumerate()
            .filter(|(_, judged)| judged.candidate.score >= REVIEW);
        pairs.extend(worth.map(|(place, judged)| (judged.candidate.score, customer, place)));
    }
    let stamps = |(_, customer, place): &(f64, usize, usize)| {
        let organisation = candidates[*customer][*place].candidate.organisation;
        (
            run.lists.customers.rows[*customer].stamp,
            run.lists.organisations.rows[organisation].stamp,
        )
    };
    pairs.sort_by(|a, b| {
        b.0.total_cmp(&a.0)
            .then_with(|| stamps(a).cmp(&stamps(b)))
            .then_with(|| (a.1, a.2).cmp(&(b.1, b.2)))
    });
    let mut taken = vec![false; run.lists.organisations.rows.len()];
    for (_, customer, place) in pairs {
        let organisation = candidates[customer][place].candidate.organisation;
        if given[customer].is_none() && !taken[organisation] {
            given[customer] = Some(place);
            taken[organisation] = true;
        }
    }
    given
}

/// The answer for a customer. `given_at` holds for every organisation the score of the pair in which it was given.
fn suggestion(judged: Vec<Judged>, given: Option<usize>, given_at: &[f64]) -> Suggestion {
    let is_one_of_several = judged.first().is_some_and(|best| {
        let Candidate { score, reason, .. } = &best.candidate;
        best.alone >= REVIEW
            && *score >= ALIKE * given_at[best.candidate.organisation]
            && reason.doubts.iter().any(|doubt| is_rivalry(*doubt))
    });
    let candidates: Vec<Candidate> = judged.into_iter().map(|judged| judged.candidate).collect();
    let Some(best) = candidates.first() else {
        return Suggestion::none();
    };
    if let Some(place) = given {
        let chosen = &candidates[place];
        return Suggestion {
            organisation: Some(chosen.organisation),
            class: class::of_score(chosen.score),
            score: chosen.score,
            reason: chosen.reason.clone(),
            candidates,
        };
    }
    let left = if is_one_of_several {
        Some(Doubt::SeveralAlike)
    } else {
        (best.score >= REVIEW).then_some(Doubt::Taken)
    };
    let mut reason = Reason::nothing();
    if let Some(doubt) = left {
        reason = best.reason.clone();
        reason.doubts.retain(|doubt| !is_rivalry(*doubt));
        reason.doubts.push(doubt);
    }
    Suggestion {
        organisation: None,
        class: if left.is_some() {
            Class::Review
        } else {
            Class::None
        },
        // Below everything that is suggested, in the order of what was nearest.
        score: best.score.min(1.0) * REVIEW * if best.score >= REVIEW { 0.5 } else { 1.0 },
        reason,
        candidates,
    }
}

fn is_rivalry(doubt: Doubt) -> bool {
    matches!(doubt, Doubt::AnotherCustomer | Doubt::AnotherOrganisation)
}
