//! Which of the vendor's statuses or ticket types means what one of Halo's means.
//!
//! Such lists are short and their names few, so meaning is a table: names that mean one thing everywhere stand on one line.
//! Numbers, ids and use are not compared here.

use std::fmt;

use crate::Class;
use crate::alike;
use crate::fold;

/// Why two names are thought to mean the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Meaning {
    /// The same words.
    SameName,
    /// Different words that mean the same.
    SameMeaning,
    /// Almost the same spelling.
    SimilarName,
    /// Both stand at the same end of a ticket's life, or belong to the same kind of work.
    SameKind,
}

/// One name of the other list that may mean the same.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Match {
    /// Its place in the other list.
    pub place: usize,
    /// How sure we are. Never `None`.
    pub class: Class,
    /// Why.
    pub meaning: Meaning,
    /// Others fit just as well, and only a person can tell which it is.
    pub is_tied: bool,
}

/// What is being matched: the tables differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Vocabulary {
    /// Statuses of tickets.
    Statuses,
    /// Types of tickets.
    TicketTypes,
}

/// For a name of ours the names of theirs that may mean the same, best first. Several of ours may mean one of theirs: a
/// vendor has often fewer statuses than Halo. Where several of theirs fit equally well, none of them is accepted.
pub fn suggest(own: &str, theirs: &[&str], vocabulary: Vocabulary) -> Vec<Match> {
    let own = Word::of(own, vocabulary);
    let theirs = theirs.iter().map(|name| Word::of(name, vocabulary));
    let mut found: Vec<(Match, f32)> = theirs
        .enumerate()
        .filter_map(|(place, other)| compare(&own, &other, place))
        .collect();
    found.sort_by(|(one, alike), (other, other_alike)| {
        (one.meaning.cmp(&other.meaning)).then(other_alike.total_cmp(alike))
    });
    let mut found: Vec<Match> = found.into_iter().map(|(found, _)| found).collect();
    let best = found.first().filter(|best| best.class.is_accepted());
    let Some(Match { meaning, .. }) = best.copied() else {
        return found;
    };
    let tied = found.iter().filter(|it| it.meaning == meaning).count();
    if tied > 1 {
        for (place, it) in found.iter_mut().enumerate() {
            (it.class, it.is_tied) = (Class::Review, place < tied);
        }
    }
    found
}

impl fmt::Display for Match {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.meaning.fmt(f)?;
        if self.is_tied {
            f.write_str(", but several fit equally well")?;
        }
        Ok(())
    }
}

impl fmt::Display for Meaning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::SameName => "Same name",
            Self::SameMeaning => "Different words that mean the same",
            Self::SameKind => "The same kind, if not the same",
            Self::SimilarName => "Almost the same spelling",
        })
    }
}

/// A name with its meaning.
struct Word {
    plain: String,
    /// The line of the table, and the group of lines it is in.
    meaning: Option<(usize, usize)>,
}

impl Word {
    fn of(name: &str, vocabulary: Vocabulary) -> Self {
        let plain = fold::plain(name);
        let plain = plain.strip_prefix("status ").unwrap_or(&plain).to_owned();
        let found = |wanted: &str| {
            let mut line_number = 0;
            for (group_number, group) in table(vocabulary).iter().enumerate() {
                for line in *group {
                    if line.split(", ").any(|name| name == wanted) {
                        return Some((line_number, group_number));
                    }
                    line_number += 1;
                }
            }
            None
        };
        let meaning = found(&plain).or_else(|| {
            // "Customer - Waiting": the same words in another order.
            let mut words: Vec<&str> = plain.split(' ').collect();
            words.rotate_left(1);
            found(&words.join(" "))
        });
        Self { plain, meaning }
    }
}

/// Names at least this alike are the same but for a slip.
const ALIKE: f32 = 0.84;

/// What a name of theirs is to ours, where it is anything, and how alike the two are spelled.
fn compare(own: &Word, other: &Word, place: usize) -> Option<(Match, f32)> {
    if own.plain.is_empty() {
        return None;
    }
    let alike = alike::spelling(&other.plain, &own.plain);
    let same = |part: fn(&(usize, usize)) -> usize| {
        let (own, other) = (
            own.meaning.as_ref().map(part),
            other.meaning.as_ref().map(part),
        );
        own.is_some() && own == other
    };
    let (class, meaning) = if other.plain == own.plain {
        (Class::Exact, Meaning::SameName)
    } else if same(|(line, _)| *line) {
        (Class::Likely, Meaning::SameMeaning)
    } else if alike >= ALIKE {
        (Class::Review, Meaning::SimilarName)
    } else if same(|(_, group)| *group) {
        (Class::Review, Meaning::SameKind)
    } else {
        return None;
    };
    let found = Match {
        place,
        class,
        meaning,
        is_tied: false,
    };
    Some((found, alike))
}

/// Groups of lines; the names of one line mean the same, those of one group belong to the same part of a ticket's life.
type Table = &'static [&'static [&'static str]];

fn table(vocabulary: Vocabulary) -> Table {
    match vocabulary {
        Vocabulary::Statuses => STATUSES,
        Vocabulary::TicketTypes => TICKET_TYPES,
    }
}

const STATUSES: Table = &[
    &[
        "new, open, opened, new ticket, unassigned, logged, received, submitted, created, registered, reported, not started, to do, todo, backlog, awaiting triage",
        "reopened, re opened, open again, reactivated",
        "acknowledged, accepted, triaged, assigned, dispatched, allocated",
    ],
    &[
        "in progress, working, work in progress, wip, active, started, being worked on, in process, under investigation, investigating, in hand, ongoing, underway, with agent, with technician, with engineer, doing",
        "updated, customer updated, user updated, customer responded, responded, customer replied, replied, client responded, client replied, end user responded, waiting on us, awaiting agent, waiting on support, awaiting support, waiting on technician",
        "scheduled, booked, planned, appointment booked, visit scheduled, onsite scheduled, on site, onsite",
        "escalated, escalated to level 2, escalated to second line, tier 2, second line, level 2",
        "in review, review, under review, testing, in testing, quality check, qa, awaiting review",
    ],
    &[
        "waiting on customer, pending client, waiting on client, waiting for customer, waiting for client, with user, with customer, with client, awaiting customer, awaiting client, pending customer, pending user, customer pending, waiting on user, awaiting user, awaiting response, awaiting user response, awaiting customer response, awaiting client response, waiting on end user, waiting customer, waiting client, client action required, customer action required, pending response, awaiting feedback, needs information, more information needed, waiting on contact, user response",
        "waiting on third party, waiting on vendor, with supplier, with third party, waiting for third party, waiting on supplier, pending vendor, pending third party, awaiting supplier, awaiting vendor, vendor, with vendor, waiting on 3rd party, with 3rd party, awaiting third party, pending supplier, waiting vendor, third party",
        "waiting on parts, awaiting parts, parts ordered, on order, waiting for parts, ordered, waiting materials, awaiting delivery, waiting for delivery, waiting products",
        "waiting for approval, awaiting approval, pending approval, approval required, needs approval, waiting on approval, awaiting authorisation, pending authorization",
        "on hold, hold, paused, pending, deferred, parked, suspended, waiting, stalled, blocked, snoozed, postponed",
    ],
    &[
        "resolved, solved, completed, complete, done, fixed, finished, resolution, job done, work complete, ready to close, pending closure, awaiting closure",
        "closed, close, archived, closed complete, closed resolved",
        "cancelled, canceled, rejected, void, declined, withdrawn, abandoned, wont fix, won t fix, closed incomplete, not required, spam, duplicate, merged",
        "invoiced, ready to bill, billed, awaiting billing, to invoice, ready for billing",
    ],
];

const TICKET_TYPES: Table = &[
    &[
        "incident, issue, fault, break fix, breakfix, support, support ticket, support request, problem ticket, trouble, error, ticket, helpdesk, help desk, service desk, reactive, bug",
        "alert, monitoring, monitoring alert, rmm alert, event, system alert, automated alert, noc alert, backup alert",
        "security incident, security alert, security, breach, phishing",
        "problem, root cause, problem management, known error",
    ],
    &[
        "service request, request, change request standard, request fulfilment, request fulfillment, work order, work request, task request, user request",
        "change, change request, rfc, request for change, change control",
        "new starter, starter, onboarding, new user, user setup, new employee, joiner, new hire",
        "leaver, offboarding, user removal, termination, departing employee",
        "quote request, sales request, quote, procurement, purchase request, hardware request, order",
    ],
    &[
        "project, project ticket, projects, implementation, deployment",
        "project task, task, tasks, milestone, project item, to do, todo, activity",
    ],
    &[
        "opportunity, sales opportunity, sales, lead, deal, prospect, opportunities",
        "complaint, feedback, customer complaint, escalation",
    ],
    &[
        "maintenance, scheduled maintenance, recurring, preventative maintenance, preventive maintenance, routine, proactive",
        "site visit, onsite visit, visit, appointment, field service",
    ],
];

#[cfg(test)]
mod tests {
    use super::*;

    fn found(own: &str, theirs: &[&str], vocabulary: Vocabulary) -> Option<(usize, Class)> {
        let found = suggest(own, theirs, vocabulary);
        found.first().map(|found| (found.place, found.class))
    }

    #[test]
    fn statuses_by_meaning() {
        let theirs = [
            "New",
            "Working",
            "Pending Client",
            "With Vendor",
            "Completed",
            "Cancelled",
        ];
        for (own, place, class) in [
            ("New", 0, Class::Exact),
            ("NEW ", 0, Class::Exact),
            ("In Progress", 1, Class::Likely),
            ("Waiting on Customer", 2, Class::Likely),
            ("Customer - Waiting on", 2, Class::Likely),
            ("With Supplier", 3, Class::Likely),
            ("Resolved", 4, Class::Likely),
            ("Closed", 4, Class::Review),
            ("Canceled", 5, Class::Likely),
            ("Escalated", 1, Class::Review),
            ("Workin", 1, Class::Review),
        ] {
            assert_eq!(
                found(own, &theirs, Vocabulary::Statuses),
                Some((place, class)),
                "{own}"
            );
        }
        assert_eq!(found("Purple", &theirs, Vocabulary::Statuses), None);
        assert_eq!(found("", &theirs, Vocabulary::Statuses), None);
    }

    #[test]
    fn what_fits_equally_well_is_left_to_a_person() {
        let tied = suggest("Hold", &["New", "Paused", "On hold"], Vocabulary::Statuses);
        let places: Vec<usize> = tied.iter().map(|it| it.place).collect();
        assert_eq!(places, [2, 1], "{tied:?}");
        for it in &tied {
            assert_eq!(it.class, Class::Review);
            assert_eq!(
                it.to_string(),
                "Different words that mean the same, but several fit equally well"
            );
        }
        let twice = suggest(
            "Closed",
            &["CLOSED", "closed", "Close"],
            Vocabulary::Statuses,
        );
        assert_eq!(
            twice[0].to_string(),
            "Same name, but several fit equally well"
        );
        assert!(twice.iter().all(|it| !it.class.is_accepted()));
        // The same name goes before the same meaning, and one that is alone is taken.
        let theirs = ["Paused", "On hold"];
        let first = |own, theirs: &[&str]| found(own, theirs, Vocabulary::Statuses);
        assert_eq!(first("On Hold", &theirs), Some((1, Class::Exact)));
        assert_eq!(first("Hold", &theirs[..1]), Some((0, Class::Likely)));
    }

    #[test]
    fn ticket_types_by_meaning() {
        let theirs = ["Break/Fix", "Onboarding", "Project", "Alert"];
        for (own, place) in [
            ("Incident", 0),
            ("New Starter", 1),
            ("Project Ticket", 2),
            ("RMM Alert", 3),
        ] {
            assert_eq!(
                found(own, &theirs, Vocabulary::TicketTypes),
                Some((place, Class::Likely)),
                "{own}"
            );
        }
    }

    #[test]
    fn no_name_stands_on_two_lines() {
        for table in [STATUSES, TICKET_TYPES] {
            let mut names: Vec<&str> = table
                .iter()
                .flat_map(|group| group.iter())
                .flat_map(|line| line.split(", "))
                .collect();
            for name in &names {
                assert_eq!(fold::plain(name), *name, "written as it is compared");
            }
            names.sort_unstable();
            assert!(names.windows(2).all(|pair| pair[0] != pair[1]), "{names:?}");
        }
    }
}
