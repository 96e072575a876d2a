//! The odds of rival pairs set against each other, so that they add up.
//!
//! The model judges each pair for itself. But a customer is one organisation at most, and where each is given once an organisation
//! is one customer at most: two that fit equally well can each be right only half the time. Called by `give` alone.

use crate::give::Judged;

/// Odds above this say no more; they keep the sums whole.
const MOST: f64 = 1e6;
/// Sums are kept in whole millionths: then they do not depend on the order in which they are added.
const WHOLE: f64 = 1e6;

/// Sets every candidate's score against those of its customer's other candidates and, unless organisations are given more than
/// once, those of the organisation's other customers.
pub(crate) fn set_against(candidates: &mut [Vec<Judged>], organisations: usize, many_to_one: bool) {
    let mut of_organisations = vec![0_u64; organisations];
    for Judged { candidate, .. } in candidates.iter().flatten() {
        of_organisations[candidate.organisation] += odds(candidate.score);
    }
    for candidates in candidates {
        let of_customer: u64 = candidates
            .iter()
            .map(|Judged { candidate, .. }| odds(candidate.score))
            .sum();
        for Judged { candidate, .. } in candidates {
            let own = odds(candidate.score);
            let rivals = of_customer - own
                + if many_to_one {
                    0
                } else {
                    of_organisations[candidate.organisation] - own
                };
            candidate.score = share(own, rivals).min(candidate.score);
        }
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "between nothing and MOST"
)]
fn odds(score: f64) -> u64 {
    ((score / (1.0 - score).max(1e-9)).min(MOST) * WHOLE) as u64
}

#[expect(clippy::cast_precision_loss, reason = "fifteen digits are enough")]
fn share(own: u64, rivals: u64) -> f64 {
    own as f64 / (WHOLE + own as f64 + rivals as f64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Candidate, Reason};

    fn scores(before: &[&[(usize, f64)]], many_to_one: bool) -> Vec<Vec<f64>> {
        let candidate = |(organisation, score): &(usize, f64)| Judged {
            candidate: Candidate {
                organisation: *organisation,
                score: *score,
                reason: Reason::nothing(),
            },
            alone: *score,
            is_anybodys: false,
        };
        let mut candidates: Vec<Vec<Judged>> = before
            .iter()
            .map(|row| row.iter().map(candidate).collect())
            .collect();
        set_against(&mut candidates, 2, many_to_one);
        candidates
            .iter()
            .map(|row| row.iter().map(|judged| judged.candidate.score).collect())
            .collect()
    }

    #[test]
    fn two_that_fit_alike_share_what_there_is() {
        let customer = &scores(&[&[(0, 0.9), (1, 0.9)]], false)[0];
        assert!(customer[0] < 0.5 && customer[0] > 0.4);
        let organisation = scores(&[&[(0, 0.9)], &[(0, 0.9)]], false);
        assert!(organisation[0][0] < 0.5 && organisation[1][0] < 0.5);
        assert!((scores(&[&[(0, 0.9)], &[(0, 0.9)]], true)[1][0] - 0.9).abs() < 1e-6);
    }

    #[test]
    fn one_alone_keeps_its_score() {
        assert!((scores(&[&[(0, 0.9)], &[(1, 0.3)]], false)[0][0] - 0.9).abs() < 1e-6);
    }
}
