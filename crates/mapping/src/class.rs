//! From odds and reason to class and score: what a pair may be at most, whatever its odds.
//!
//! The odds know how often pairs like this were right; these rules know what a person would not forgive. Class and score agree:
//! every `exact` row stands above every `likely` one, and that above every row for a person. Called by `give` alone.

use crate::lists::Row;
use crate::vocabulary::Vocabulary;
use crate::{Class, Doubt, Evidence, NameLink, Reason};

/// From here on a pair is exact, if nothing in it gives cause for doubt.
pub(crate) const EXACT: f64 = 0.991;
/// The same where two independent things agree. No other pair has a score as high as this.
pub(crate) const EXACT_TWICE: f64 = 0.975;
/// From here on a pair is accepted without a person.
pub(crate) const LIKELY: f64 = 0.5;
/// Below this nobody is asked to look.
pub(crate) const REVIEW: f64 = 0.05;

/// How far below a limit a pair stays that the rules hold there; more than is lost when scores are rounded.
const BELOW: f64 = 1e-5;
/// Names of common words alone say little until they are as improbable as this, as a negative logarithm.
const RARE: f32 = 22.0;

/// Whether other companies may well have the name of these two: another row has it, or it is one word, or common words alone.
pub(crate) fn is_anybodys(customer: &Row, organisation: &Row, vocabulary: &Vocabulary) -> bool {
    let is_common = |row: &Row| {
        let words = row.forms[0].words.iter().map(|id| vocabulary.word(*id));
        let words = words.filter(|word| !word.is_joining);
        if words.clone().count() < 2 {
            return true;
        }
        let mut weight = 0.0;
        for word in words {
            match word.at_large {
                None if !word.is_number => return false,
                None => {}
                Some(at_large) => weight += at_large,
            }
        }
        weight < RARE
    };
    let rows = customer.name_rows.into_iter().chain(organisation.name_rows);
    rows.max().unwrap_or(0) > 1 || is_common(customer) || is_common(organisation)
}

/// The score of a pair with this probability, in the band of its class.
pub(crate) fn score(probability: f64, reason: &Reason, is_anybodys: bool) -> f64 {
    let loss = (1.0 - probability).max(0.0);
    match class(probability, reason, is_anybodys) {
        Class::Likely if probability >= EXACT_TWICE => EXACT_TWICE - BELOW - loss,
        Class::Review | Class::None if probability >= LIKELY => LIKELY - BELOW - loss / 10.0,
        _ => probability,
    }
}

/// The class that a score says.
pub(crate) fn of_score(score: f64) -> Class {
    if score >= EXACT_TWICE {
        Class::Exact
    } else if score >= LIKELY {
        Class::Likely
    } else {
        Class::Review
    }
}

fn class(probability: f64, reason: &Reason, is_anybodys: bool) -> Class {
    if probability < LIKELY || needs_a_person(reason, is_anybodys) {
        Class::Review
    } else if probability >= least_exact(reason) && may_be_exact(reason) {
        Class::Exact
    } else {
        Class::Likely
    }
}

/// Whether the pair goes to a person however probable it is.
fn needs_a_person(reason: &Reason, is_anybodys: bool) -> bool {
    let has_doubt = |doubt| reason.doubts.contains(&doubt);
    let has_id = reason
        .evidence
        .iter()
        .any(|evidence| matches!(evidence, Evidence::ExternalId(_)));
    // Holdings and Services are two companies, whatever else they share.
    if !has_id && (has_doubt(Doubt::OtherNumber) || has_doubt(Doubt::OtherGroupWord)) {
        return true;
    }
    let conflicts = reason.doubts.iter().filter(|doubt| is_conflict(**doubt));
    match conflicts.count() {
        0 => false,
        1 => {
            let is_weak = is_anybodys || reason.name >= NameLink::Acronym;
            let only_phones = has_doubt(Doubt::OtherPhone);
            is_weak && !only_phones && !reason.evidence.iter().any(agrees)
        }
        _ => !reason.evidence.iter().any(is_own),
    }
}

fn may_be_exact(reason: &Reason) -> bool {
    let is_free_of_doubt = !reason.doubts.iter().any(|doubt| {
        is_conflict(*doubt)
            || matches!(
                doubt,
                Doubt::OtherDomainEnding
                    | Doubt::MoreNumbers
                    | Doubt::MoreGroupWords
                    | Doubt::AnotherOrganisation
                    | Doubt::AnotherCustomer
            )
    });
    let is_spelt_otherwise = matches!(
        reason.name,
        NameLink::Acronym | NameLink::Misspelt | NameLink::Similar
    );
    is_free_of_doubt
        && reason.name < NameLink::Unrelated
        && !(is_spelt_otherwise && reason.evidence.is_empty())
}

/// From which probability on a pair is exact: earlier where the same name and something that only these two have agree, and
/// nothing speaks against it.
fn least_exact(reason: &Reason) -> f64 {
    let same_name = reason.name <= NameLink::OtherSpacing;
    if same_name && reason.doubts.is_empty() && reason.evidence.iter().any(is_own) {
        EXACT_TWICE
    } else {
        EXACT
    }
}

/// Whether both have something in this field, and not the same.
fn is_conflict(doubt: Doubt) -> bool {
    matches!(
        doubt,
        Doubt::OtherTown
            | Doubt::OtherPostcode
            | Doubt::OtherCountry
            | Doubt::OtherDomain
            | Doubt::OtherPhone
            | Doubt::OtherExternalId
    )
}

/// Whether it is something that only these two have.
fn is_own(evidence: &Evidence) -> bool {
    matches!(
        evidence,
        Evidence::ExternalId(_) | Evidence::Domain(_) | Evidence::Phone
    )
}

/// Whether a field agrees. A domain that spells the name says no more than the name.
fn agrees(evidence: &Evidence) -> bool {
    !matches!(evidence, Evidence::DomainSpellsName(_))
}
