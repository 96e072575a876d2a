//! Statuses and ticket types compared by what they mean: a list of a few entries on each side.
//!
//! The `mapping` crate knows what means the same; here it is asked for each row, among the answers that suit
//! it.

use mapping::meaning::{self, Match, Vocabulary};
use mapping::{Candidate, Class, Reason, Suggestion};

use super::Item;
use super::suggest::Proposals;

/// Suggestions for rows, each from the answers that suit it.
pub(super) fn suggest(
    rows: &[Item],
    answers: &[Item],
    suited: &[Vec<usize>],
    vocabulary: Vocabulary,
) -> Proposals {
    let mut proposals = Proposals::default();
    for (place, (row, suited)) in rows.iter().zip(suited).enumerate() {
        let found = nearest(row, answers, suited, vocabulary);
        for (answer, found) in &found {
            let words = found.to_string();
            proposals.words.insert((place, *answer), words);
        }
        proposals.suggestions.push(suggestion(&found));
    }
    proposals
}

/// The answers that come nearest, best first.
fn nearest(
    row: &Item,
    answers: &[Item],
    suited: &[usize],
    vocabulary: Vocabulary,
) -> Vec<(usize, Match)> {
    let names: Vec<&str> = suited
        .iter()
        .map(|place| answers[*place].record.name.as_str())
        .collect();
    meaning::suggest(&row.record.name, &names, vocabulary)
        .into_iter()
        .take(Suggestion::CANDIDATES)
        .map(|found| (suited[found.place], found))
        .collect()
}

fn suggestion(found: &[(usize, Match)]) -> Suggestion {
    let Some((answer, best)) = found.first() else {
        return Suggestion::none();
    };
    let candidate = |(answer, found): &(usize, Match)| Candidate {
        organisation: *answer,
        score: score(found.class),
        reason: Reason::nothing(),
    };
    Suggestion {
        organisation: Some(*answer),
        class: best.class,
        score: score(best.class),
        reason: Reason::nothing(),
        candidates: found.iter().map(candidate).collect(),
    }
}

/// For the order of the rows only: meanings are words, not numbers.
const fn score(class: Class) -> f64 {
    match class {
        Class::Exact => 1.0,
        Class::Likely => 0.9,
        Class::Review => 0.5,
        Class::None => 0.0,
    }
}

#[cfg(test)]
mod tests {
    use mapping::Record;

    use super::*;

    fn list(names: &[&str]) -> Vec<Item> {
        let item = |name: &&str| Item {
            record: Record {
                id: (*name).to_owned(),
                name: (*name).to_owned(),
                ..Record::default()
            },
            ..Item::default()
        };
        names.iter().map(item).collect()
    }

    #[test]
    fn the_best_comes_first_and_others_follow() {
        let rows = list(&["In Progress", "Purple"]);
        let answers = list(&["Closed", "In progress", "Working on it"]);
        let suited = vec![vec![0, 1, 2], vec![0, 1, 2]];
        let proposals = suggest(&rows, &answers, &suited, Vocabulary::Statuses);
        let first = &proposals.suggestions[0];
        assert_eq!((first.organisation, first.class), (Some(1), Class::Exact));
        assert_eq!(proposals.words[&(0, 1)], "Same name");
        assert_eq!(proposals.suggestions[1].class, Class::None);
        // What fits equally well is for a person to tell apart.
        let (hold, paused) = (list(&["Hold"]), list(&["Paused", "On hold"]));
        let tied = suggest(&hold, &paused, &[vec![0, 1]], Vocabulary::Statuses);
        let first = &tied.suggestions[0];
        assert_eq!((first.class, first.candidates.len()), (Class::Review, 2));
        assert!(tied.words[&(0, 0)].contains("several fit equally well"));
        assert_eq!(tied.words[&(0, 0)], tied.words[&(0, 1)]);
        // What does not suit is not offered.
        let proposals = suggest(&rows[..1], &answers, &[vec![0]], Vocabulary::Statuses);
        assert_ne!(proposals.suggestions[0].organisation, Some(1));
    }
}
