//! Tickets, made from their position. Only what decides who may see a ticket is worked out here;
//! the words of a ticket are written when its row is asked for.

use crate::chance::below;

const SEED: u64 = 0x71c4_e75e;
const FIRST_ID: i64 = 1_001;

/// How many tickets the tenant has.
pub(crate) const COUNT: usize = 18_212;

/// A ticket's bones.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Ticket {
    /// Halo's number.
    pub(crate) id: i64,
    /// Its place in the list.
    pub(crate) position: usize,
    /// Position of its customer.
    pub(crate) customer: usize,
    /// Index of its team.
    pub(crate) team: usize,
    /// Index of its ticket type among those the tenant was born with.
    pub(crate) type_: usize,
    /// Index of its status.
    pub(crate) status: usize,
    /// Nobody works on it yet.
    pub(crate) is_unassigned: bool,
    /// Minutes before the end of the tenant's history at which it was logged.
    pub(crate) age: u64,
}

/// The ticket at `position`, oldest first, in a tenant of this size.
pub(crate) fn ticket(position: usize, sizes: Sizes) -> Ticket {
    let index = u64::try_from(position).expect("a position fits");
    let is_open = position + 900 > COUNT && below(SEED ^ 4, index, 3) > 0;
    Ticket {
        id: FIRST_ID + i64::try_from(position).expect("a position fits"),
        position,
        customer: below(SEED, index, sizes.customers),
        team: below(SEED ^ 1, index, sizes.teams),
        type_: below(SEED ^ 2, index, sizes.ticket_types),
        status: if is_open {
            below(SEED ^ 3, index, sizes.open_statuses)
        } else {
            sizes.open_statuses
        },
        is_unassigned: is_open && below(SEED ^ 5, index, 4) == 0,
        age: u64::try_from(COUNT - position).expect("it fits") * 29,
    }
}

/// The position of the ticket with this number, if there is one.
pub(crate) fn position(id: i64) -> Option<usize> {
    usize::try_from(id.checked_sub(FIRST_ID)?)
        .ok()
        .filter(|position| *position < COUNT)
}

/// How many of each a ticket can refer to.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sizes {
    /// Customers.
    pub(crate) customers: usize,
    /// Teams.
    pub(crate) teams: usize,
    /// Ticket types.
    pub(crate) ticket_types: usize,
    /// Statuses other than Closed, which comes after them.
    pub(crate) open_statuses: usize,
}
