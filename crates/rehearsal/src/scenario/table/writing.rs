//! What goes wrong only when something is written. A check reads, so all of these pass it.

use super::{Entry, passes};
use crate::{
    Needs,
    rights::{Wish, scopes_allow},
    scenario::change::Change,
    writing::WriteTrouble,
};

/// A scenario with this trouble, for those who write tickets.
const fn writing(name: &'static str, shows: &'static str, changes: &'static [Change]) -> Entry {
    passes(name, shows, changes).for_those(writes_tickets)
}

fn writes_tickets(needs: &Needs) -> bool {
    scopes_allow(&needs.scopes, "tickets", Wish::Write)
}

macro_rules! trouble {
    ($which:ident) => {
        &[Change::Tenant(|state, _| {
            state.write_trouble = Some(WriteTrouble::$which);
        })]
    };
}

pub(super) static ENTRIES: [Entry; 12] = [
    writing(
        "write-refused",
        "The agent may not add tickets.",
        trouble!(CreateRefused),
    ),
    writing(
        "write-mandatory-field",
        "Every ticket type has a field that must be filled.",
        trouble!(MandatoryField),
    ),
    writing(
        "write-approval",
        "Every ticket type starts an approval by a board.",
        trouble!(Approval),
    ),
    writing(
        "write-reply-lost",
        "A ticket is made, and its answer gets lost on the way.",
        trouble!(ReplyLost),
    ),
    writing(
        "write-nothing-made",
        "A gateway answers in Halo's place, and no ticket is made.",
        trouble!(NothingMade),
    ),
    writing(
        "write-hidden",
        "The agent does not see the tickets it has made.",
        trouble!(HiddenAfterwards),
    ),
    writing(
        "write-note-refused",
        "The agent may make tickets and add nothing to them.",
        trouble!(NoteRefused),
    ),
    writing(
        "write-time-refused",
        "The agent may add notes and book no time.",
        trouble!(TimeRefused),
    ),
    writing(
        "write-close-refused",
        "The agent may make tickets and not change them.",
        trouble!(CloseRefused),
    ),
    writing(
        "write-delete-refused",
        "The agent may not delete tickets.",
        trouble!(DeleteRefused),
    ),
    writing(
        "write-clear-up-refused",
        "The agent may neither close nor delete tickets.",
        trouble!(ClearUpRefused),
    ),
    writing(
        "write-delete-forgotten",
        "Halo says that it deleted a ticket, and keeps it.",
        trouble!(DeleteForgotten),
    ),
];
