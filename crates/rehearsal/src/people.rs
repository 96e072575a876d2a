//! The practice provider's own people and structure: agents, departments, teams, statuses and the
//! ticket types it was born with.
//!
//! Read by [`crate::state`] when a tenant is made. Not here: the agents of integrations, which come
//! from what callers need.

/// Departments: Halo's number and name.
pub(crate) const DEPARTMENTS: [(i64, &str); 4] = [
    (21, "Support"),
    (22, "Projects"),
    (23, "Sales"),
    (24, "Operations"),
];

/// Teams: Halo's number, name and the number of the department.
pub(crate) const TEAMS: [(i64, &str, i64); 9] = [
    (1, "Service Desk", 21),
    (2, "Second Line", 21),
    (5, "Field Engineers", 21),
    (6, "Projects", 22),
    (8, "Onboarding", 22),
    (9, "Sales", 23),
    (11, "Account Management", 23),
    (12, "Finance", 24),
    (14, "Internal IT", 24),
];

/// A person who works for the practice provider.
pub(crate) struct Person {
    /// Halo's number.
    pub(crate) id: i64,
    /// Full name.
    pub(crate) name: &'static str,
    /// Job title.
    pub(crate) job: &'static str,
    /// Number of the default team; 0 for none.
    pub(crate) team: i64,
    /// The account is not active.
    pub(crate) is_disabled: bool,
    /// "Is an API-only Agent".
    pub(crate) is_api_only: bool,
    /// "Is a HaloPSA Administrator".
    pub(crate) is_administrator: bool,
}

const fn person(id: i64, name: &'static str, job: &'static str, team: i64) -> Person {
    Person {
        id,
        name,
        job,
        team,
        is_disabled: false,
        is_api_only: false,
        is_administrator: false,
    }
}

/// Everybody. Number 1 is the pseudo-agent "Unassigned" (confirmed 2026).
pub(crate) const PEOPLE: [Person; 15] = [
    person(1, "Unassigned", "", 0),
    Person {
        is_administrator: true,
        ..person(3, "Margaret Ellis", "Managing Director", 14)
    },
    Person {
        is_administrator: true,
        ..person(4, "Tomasz Kowalczyk", "Head of Service", 1)
    },
    person(5, "Priya Raman", "Service Desk Analyst", 1),
    person(6, "Owen Griffiths", "Service Desk Analyst", 1),
    person(7, "Siân Llewellyn", "Second Line Engineer", 2),
    person(8, "Jürgen Brandt", "Second Line Engineer", 2),
    person(9, "Aisha Bello", "Field Engineer", 5),
    person(10, "Callum Reid", "Project Manager", 6),
    person(11, "Zoë Hartmann", "Onboarding Coordinator", 8),
    person(12, "Daniel O'Hare", "Sales Executive", 9),
    person(13, "Fiona Castell", "Account Manager", 11),
    person(14, "Ravi Menon", "Finance Officer", 12),
    Person {
        is_disabled: true,
        ..person(15, "Peter Nowak", "Service Desk Analyst", 1)
    },
    Person {
        is_api_only: true,
        ..person(16, "Dashboard API", "", 1)
    },
];

/// Statuses: Halo's number, name, colour, and whether it holds the clock. Number 9 is Closed
/// (confirmed 2026).
pub(crate) const STATUSES: [(i64, &str, &str, &str); 9] = [
    (1, "New", "#d04040", "N"),
    (2, "In Progress", "#3fa63f", "N"),
    (3, "Action Required", "#e08030", "N"),
    (4, "With User", "#5080d0", "H"),
    (5, "With Supplier", "#8060b0", "H"),
    (21, "Scheduled", "#3090a0", "H"),
    (22, "On Hold", "#808080", "H"),
    (23, "Resolved", "#60b060", "H"),
    (9, "Closed", "#303030", "C"),
];

/// Ticket types: Halo's number, name, use, ITIL type and project hierarchy.
pub(crate) const TICKET_TYPES: [(i64, &str, &str, u32, &str); 12] = [
    (1, "Incident", "Tickets", 1, ""),
    (2, "Change Request", "Tickets", 2, ""),
    (3, "Service Request", "Tickets", 3, ""),
    (4, "Problem", "Tickets", 4, ""),
    (5, "Project", "Projects", 22, "Projects"),
    (6, "Project Task", "Projects", 22, "Project Tasks"),
    (20, "Quote Request", "Tickets", 20, ""),
    (21, "Advice", "Tickets", 21, ""),
    (23, "Task", "Tickets", 23, ""),
    (26, "Opportunity", "Opportunities", 20, ""),
    (29, "Monitoring Alert", "Tickets", 1, ""),
    (31, "Starter or Leaver", "Tickets", 3, ""),
];
