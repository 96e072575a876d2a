//! Statuses compared by what they mean: "On Hold" and "Paused" are one thing in two words.
//!
//! A list of a few entries on each side; every pair is looked at. Equal names are certain. The
//! only other status of the same meaning needs no look; one of several is for a person.

use mapping::{Candidate, Class, Reason, Suggestion};

use super::Item;
use super::suggest::Proposals;
use crate::words;

/// What a status means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Meaning {
    New,
    Scheduled,
    InProgress,
    WaitingForCustomer,
    WaitingForOthers,
    OnHold,
    Approval,
    Completed,
    Cancelled,
    Closed,
}

/// Words of each meaning, those that say more before those that say less: "not started" is new
/// and "waiting for customer" is not just on hold.
const WORDS: &[(Meaning, &[&str])] = &[
    (
        Meaning::Cancelled,
        &[
            "cancelled",
            "canceled",
            "rejected",
            "declined",
            "abandoned",
            "withdrawn",
            "lost",
            "void",
        ],
    ),
    (
        Meaning::Approval,
        &["approval", "approve", "approved", "review", "sign off"],
    ),
    (
        Meaning::WaitingForCustomer,
        &[
            "with user",
            "with customer",
            "with client",
            "awaiting user",
            "awaiting customer",
            "awaiting client",
            "waiting on customer",
            "waiting for customer",
            "waiting on client",
            "waiting for client",
            "waiting on user",
            "waiting for user",
            "customer response",
            "user response",
            "client response",
            "pending customer",
            "pending client",
        ],
    ),
    (
        Meaning::WaitingForOthers,
        &[
            "with supplier",
            "with vendor",
            "with third party",
            "third party",
            "supplier",
            "vendor",
            "awaiting parts",
            "waiting on parts",
            "parts",
            "blocked",
            "dependency",
        ],
    ),
    (
        Meaning::Scheduled,
        &[
            "scheduled",
            "planned",
            "planning",
            "booked",
            "upcoming",
            "backlog",
        ],
    ),
    (
        Meaning::New,
        &[
            "new",
            "not started",
            "to do",
            "todo",
            "unassigned",
            "logged",
            "submitted",
            "open",
            "reopened",
            "created",
            "triage",
        ],
    ),
    (
        Meaning::OnHold,
        &[
            "on hold",
            "hold",
            "paused",
            "suspended",
            "waiting",
            "pending",
            "awaiting",
            "stalled",
            "deferred",
        ],
    ),
    (
        Meaning::Completed,
        &[
            "completed",
            "complete",
            "done",
            "resolved",
            "fixed",
            "finished",
            "delivered",
            "won",
        ],
    ),
    (Meaning::Closed, &["closed", "archived", "ended"]),
    (
        Meaning::InProgress,
        &[
            "in progress",
            "progress",
            "active",
            "working",
            "started",
            "ongoing",
            "underway",
            "under way",
            "assigned",
            "updated",
            "action required",
            "work",
        ],
    ),
];

/// Suggestions for statuses.
pub(super) fn suggest(rows: &[Item], answers: &[Item]) -> Proposals {
    let known: Vec<(String, Option<Meaning>)> = answers.iter().map(read).collect();
    let mut proposals = Proposals::default();
    for (place, row) in rows.iter().enumerate() {
        let (name, meaning) = read(row);
        let mut found: Vec<(usize, f64, &str)> = Vec::new();
        for (answer, (other, other_meaning)) in known.iter().enumerate() {
            if *other == name {
                found.push((answer, 1.0, "mapping-same-name"));
            } else if meaning.is_some() && meaning == *other_meaning {
                found.push((answer, 0.8, "mapping-same-meaning"));
            } else if meaning.zip(*other_meaning).is_some_and(are_near) {
                found.push((answer, 0.4, "mapping-near-meaning"));
            }
        }
        // Stable: of the same meaning the other list's own order stays.
        found.sort_by(|one, other| other.1.total_cmp(&one.1));
        found.truncate(Suggestion::CANDIDATES);
        proposals.suggestions.push(suggestion(&found));
        for (answer, _, key) in &found {
            proposals.words.insert((place, *answer), words::say(key));
        }
    }
    proposals
}

fn suggestion(found: &[(usize, f64, &str)]) -> Suggestion {
    let Some((best, score, _)) = found.first() else {
        return Suggestion::none();
    };
    let second = found.get(1).map_or(0.0, |second| second.1);
    let is_alone = *score > second;
    let class = match (*score, is_alone) {
        (1.0.., _) => Class::Exact,
        (0.8.., true) => Class::Likely,
        _ => Class::Review,
    };
    let candidate = |(answer, score, _): &(usize, f64, &str)| Candidate {
        organisation: *answer,
        score: *score,
        reason: Reason::nothing(),
    };
    Suggestion {
        organisation: Some(*best),
        class,
        score: if is_alone { *score } else { score / 2.0 },
        reason: Reason::nothing(),
        candidates: found.iter().map(candidate).collect(),
    }
}

/// The name in lower case with single spaces, and what it means.
fn read(item: &Item) -> (String, Option<Meaning>) {
    let letters = item.record.name.to_lowercase();
    let parts = letters.split(|letter: char| !letter.is_alphanumeric());
    let name = parts
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" ");
    let padded = format!(" {name} ");
    let has = |word: &&&str| padded.contains(&format!(" {word} "));
    let meaning = WORDS
        .iter()
        .find(|(_, words)| words.iter().any(|word| has(&word)));
    (name, meaning.map(|(meaning, _)| *meaning))
}

/// Meanings that stand for each other where the other side has no word of its own.
fn are_near((one, other): (Meaning, Meaning)) -> bool {
    let waiting = |meaning| {
        matches!(
            meaning,
            Meaning::OnHold | Meaning::WaitingForCustomer | Meaning::WaitingForOthers
        )
    };
    let over = |meaning| matches!(meaning, Meaning::Completed | Meaning::Closed);
    let ahead = |meaning| matches!(meaning, Meaning::New | Meaning::Scheduled);
    let ended = |meaning| matches!(meaning, Meaning::Cancelled | Meaning::Closed);
    [
        waiting(one) && waiting(other),
        over(one) && over(other),
        ahead(one) && ahead(other),
        ended(one) && ended(other),
    ]
    .contains(&true)
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

    fn found(row: &str, answers: &[&str]) -> (Option<usize>, Class) {
        let proposals = suggest(&list(&[row]), &list(answers));
        let found = &proposals.suggestions[0];
        (found.organisation, found.class)
    }

    #[test]
    fn statuses_are_matched_by_what_they_mean() {
        let halo = [
            "New",
            "In Progress",
            "With User",
            "On Hold",
            "Resolved",
            "Closed",
            "Cancelled",
        ];
        let table = [
            ("in-progress", Some(1), Class::Exact),
            ("Not Started", Some(0), Class::Likely),
            ("Active", Some(1), Class::Likely),
            ("Waiting on Customer", Some(2), Class::Likely),
            ("Paused", Some(3), Class::Likely),
            ("Complete", Some(4), Class::Likely),
            ("Canceled", Some(6), Class::Likely),
            // Nothing means the same; the nearest is for a person to look at.
            ("Blocked", Some(2), Class::Review),
            ("Purple", None, Class::None),
        ];
        for (row, place, class) in table {
            assert_eq!(found(row, &halo), (place, class), "{row}");
        }
        // Two of the same meaning.
        assert_eq!(
            found("Done", &["Resolved", "Completed"]),
            (Some(0), Class::Review)
        );
    }
}
