//! Who gets which organisation: the surest pair first, each organisation once, nothing forced.

use crate::explain::{explain, rivalry};
use crate::model;
use crate::odds::set_against;
use crate::parallel;
use crate::reason::{Doubt, Evidence};
use crate::rivals::Near;
use crate::run::{LOOKED_AT_TWICE, Run};
use crate::{Cancelled, Candidate, Class, NameLink, Options, Reason, Suggestion, Watch};

/// From here on a pair is exact, if nothing in it gives cause for doubt.
const EXACT: f64 = 0.991;
/// The same where two independent things agree.
const EXACT_TWICE: f64 = 0.975;
/// From here on a pair is accepted without a person.
const LIKELY: f64 = 0.5;
/// Below this nobody is asked to look.
const REVIEW: f64 = 0.05;

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
        let stamp = |candidate: &Candidate| {
            let place = candidate.organisation;
            (organisations[place].stamp, place)
        };
        candidates.sort_by(|a, b| {
            b.score
                .total_cmp(&a.score)
                .then_with(|| stamp(a).cmp(&stamp(b)))
        });
    }
    let given = share_out(run, &candidates, options);
    let suggestions = candidates
        .into_iter()
        .zip(given)
        .map(|(candidates, given)| suggestion(candidates, given));
    let suggestions = suggestions.collect();
    watch.progress(of, of);
    Ok(suggestions)
}

/// The nearest organisations of a customer, best first, each with its reason.
fn candidates(run: &Run, customer: usize) -> Vec<Candidate> {
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
            let mut reason = explain(
                &laid,
                row,
                &run.lists.organisations.rows[organisation as usize],
            );
            if score < EXACT {
                rivalry(&numbers, &mut reason);
            }
            Candidate {
                organisation: organisation as usize,
                score,
                reason,
            }
        });
    // Not collected in place: that would keep the room of the whole pairs.
    let mut candidates = Vec::with_capacity(Suggestion::CANDIDATES.min(near.len()));
    candidates.extend(explained);
    candidates
}

/// For each customer the place among its candidates of the one it gets.
fn share_out(run: &Run, candidates: &[Vec<Candidate>], options: &Options) -> Vec<Option<usize>> {
    let mut given = vec![None; candidates.len()];
    if options.many_to_one {
        for (given, candidates) in given.iter_mut().zip(candidates) {
            *given = candidates
                .first()
                .filter(|candidate| candidate.score >= REVIEW)
                .map(|_| 0);
        }
        return given;
    }
    let mut pairs: Vec<(f64, usize, usize)> = Vec::new();
    for (customer, candidates) in candidates.iter().enumerate() {
        let worth = candidates
            .iter()
            .enumerate()
            .filter(|(_, candidate)| candidate.score >= REVIEW);
        pairs.extend(worth.map(|(place, candidate)| (candidate.score, customer, place)));
    }
    let stamps = |(_, customer, place): &(f64, usize, usize)| {
        let organisation = candidates[*customer][*place].organisation;
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
        let organisation = candidates[customer][place].organisation;
        if given[customer].is_none() && !taken[organisation] {
            given[customer] = Some(place);
            taken[organisation] = true;
        }
    }
    given
}

fn suggestion(candidates: Vec<Candidate>, given: Option<usize>) -> Suggestion {
    let Some(best) = candidates.first() else {
        return Suggestion::none();
    };
    if let Some(place) = given {
        let chosen = &candidates[place];
        return Suggestion {
            organisation: Some(chosen.organisation),
            class: class(chosen),
            score: chosen.score,
            reason: chosen.reason.clone(),
            candidates,
        };
    }
    let taken = best.score >= REVIEW;
    let mut reason = if taken {
        best.reason.clone()
    } else {
        Reason::nothing()
    };
    if taken {
        reason
            .doubts
            .retain(|doubt| !matches!(doubt, Doubt::AnotherCustomer | Doubt::AnotherOrganisation));
        reason.doubts.push(Doubt::Taken);
    }
    Suggestion {
        organisation: None,
        class: if taken { Class::Review } else { Class::None },
        // Below everything that is suggested, in the order of what was nearest.
        score: best.score.min(1.0) * REVIEW * if taken { 0.5 } else { 1.0 },
        reason,
        candidates,
    }
}

fn class(chosen: &Candidate) -> Class {
    let doubts = &chosen.reason.doubts;
    let has = |evidence: fn(&Evidence) -> bool| chosen.reason.evidence.iter().any(evidence);
    // Holdings and Services are two companies, whatever else they share.
    let is_sibling = doubts
        .iter()
        .any(|doubt| matches!(doubt, Doubt::OtherNumber | Doubt::OtherGroupWord))
        && !has(|evidence| matches!(evidence, Evidence::ExternalId(_)));
    let is_doubtful = doubts.iter().any(|doubt| {
        matches!(
            doubt,
            Doubt::MoreNumbers
                | Doubt::MoreGroupWords
                | Doubt::AnotherOrganisation
                | Doubt::AnotherCustomer
        )
    });
    if chosen.score < LIKELY || is_sibling {
        Class::Review
    } else if chosen.score >= least_exact(&chosen.reason)
        && !is_doubtful
        && chosen.reason.name < NameLink::Unrelated
    {
        Class::Exact
    } else {
        Class::Likely
    }
}

/// From which score on a pair is exact: earlier where the same name and something that only these two have agree, and nothing
/// speaks against it.
fn least_exact(reason: &Reason) -> f64 {
    let same_name = reason.name <= NameLink::OtherSpacing;
    let own = |evidence: &Evidence| {
        matches!(
            evidence,
            Evidence::ExternalId(_) | Evidence::Domain(_) | Evidence::Phone
        )
    };
    if same_name && reason.doubts.is_empty() && reason.evidence.iter().any(own) {
        EXACT_TWICE
    } else {
        EXACT
    }
}
