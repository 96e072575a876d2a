//! Whether a ticket type is of the kind that the guide asks for: its ITIL type and its use.

use crate::facts::TicketTypeFact;
use crate::profile::TicketTypeNeed;
use crate::ticket_use::use_of;

use super::folded;

/// Halo's numbers of the ITIL types (confirmed in a stored client application, 2026).
const ITIL: &[(&str, i64)] = &[
    ("incident", 1),
    ("change request", 2),
    ("service request", 3),
    ("problem", 4),
    ("request for quote", 20),
    ("advice/other", 21),
    ("advice or other", 21),
    ("projects", 22),
    ("tasks", 23),
];

/// Whether something says for certain that it is of another kind.
pub(super) fn is_wrong(need: &TicketTypeNeed, row: &TicketTypeFact) -> bool {
    let itil = need.itil.as_deref().and_then(itil_number);
    let wrong_itil = matches!((itil, row.itil), (Some(wanted), Some(is)) if wanted != is);
    let wanted = need.used_for.as_deref().and_then(use_of);
    let is = row.used_for.as_deref().and_then(use_of);
    wrong_itil || matches!((wanted, is), (Some(wanted), Some(is)) if wanted != is)
}

/// Whether something says for certain that it is of the wanted kind.
pub(super) fn fits(need: &TicketTypeNeed, row: &TicketTypeFact) -> bool {
    let itil = need.itil.as_deref().and_then(itil_number);
    let wanted = need.used_for.as_deref().and_then(use_of);
    let is = row.used_for.as_deref().and_then(use_of);
    let told = (itil.is_some() && itil == row.itil) || (wanted.is_some() && wanted == is);
    told && !is_wrong(need, row)
}

/// Whether Halo says what it is used for in a word that is known.
pub(super) fn tells_use(row: &TicketTypeFact) -> bool {
    row.used_for.as_deref().and_then(use_of).is_some()
}

/// The wanted kind in words.
pub(super) fn wanted(need: &TicketTypeNeed) -> String {
    let itil = need
        .itil
        .iter()
        .map(|itil| format!("ITIL Ticket Type \u{201c}{itil}\u{201d}"));
    let used_for = need
        .used_for
        .iter()
        .map(|used| format!("Use \u{201c}{used}\u{201d}"));
    itil.chain(used_for).collect::<Vec<_>>().join(", ")
}

fn itil_number(label: &str) -> Option<i64> {
    let label = folded(label);
    let mut known = ITIL.iter();
    known
        .find(|(name, _)| *name == label)
        .map(|(_, number)| *number)
}
