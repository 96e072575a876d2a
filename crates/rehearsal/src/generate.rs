//! Makes up what fills a practice tenant: customers with their sites and contacts, tickets,
//! assets, and the smaller lists.
//!
//! Everything is a pure function of its position, so that 25,000 customers cost nothing until
//! somebody looks at them, and look the same every time. Not here: who may see them
//! ([`crate::rights`]) and how they are written as JSON ([`crate::resources`]).

pub(crate) mod contacts;
pub(crate) mod countries;
pub(crate) mod customers;
pub(crate) mod tickets;
pub(crate) mod words;

/// The day the practice tenant's history ends, so that its dates do not move.
pub(crate) const TODAY: jiff::civil::Date = jiff::civil::Date::constant(2026, 11, 20);

/// A moment `minutes` before the end of the tenant's history, as Halo writes moments: UTC without
/// a `Z` (reported 2026).
pub(crate) fn minutes_ago(minutes: u64) -> String {
    let end = TODAY.at(17, 0, 0, 0);
    let back = jiff::Span::new().minutes(i64::try_from(minutes).unwrap_or(0));
    end.saturating_sub(back)
        .strftime("%Y-%m-%dT%H:%M:%S")
        .to_string()
}
