//! The pages of a reading of Halo's list that was broken off: which customers they are of, how
//! many rows they have, and until when the reading can go on from them.
//!
//! Pages of different customers do not fit together, so each is kept under a name that says of
//! which it is. Written by [`super::halo_list`], counted for the page by [`super::Board`].

use std::time::Duration;

use halo::Which;
use jiff::Timestamp;
use serde::de::IgnoredAny;
use store::KeptPage;

/// After this time a reading begins anew: pages would no longer fit together.
const STALE: Duration = Duration::from_hours(6);

const INACTIVE: &str = "inactive";
const INTERNAL: &str = "internal";

/// A reading of Halo's list that was broken off and can go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct BegunReading {
    /// Rows that it has already.
    pub(crate) rows: u32,
    /// Which customers it is of.
    pub(crate) which: Which,
}

impl BegunReading {
    /// What can be gone on with at this time.
    pub(crate) fn of(pages: &[KeptPage], now: Timestamp) -> Option<Self> {
        let which = which_of(&pages.first()?.list);
        if !fit(pages, which, now) {
            return None;
        }
        let rows = |page: &KeptPage| {
            let rows: Vec<IgnoredAny> = serde_json::from_str(&page.rows).unwrap_or_default();
            u32::try_from(rows.len()).unwrap_or(u32::MAX)
        };
        let rows = pages.iter().map(rows).sum();
        (rows > 0).then_some(Self { rows, which })
    }
}

/// Whether a reading of these customers can go on from pages that were kept.
pub(super) fn fit(pages: &[KeptPage], which: Which, now: Timestamp) -> bool {
    pages.iter().all(|page| {
        let age = now.duration_since(page.read).unsigned_abs();
        which_of(&page.list) == which && age < STALE
    })
}

/// The name under which pages of a list are kept.
pub(super) fn name_of(list: &str, which: Which) -> String {
    let chosen = [(which.inactive, INACTIVE), (which.internal, INTERNAL)];
    let chosen = chosen.into_iter().filter(|(is_on, _)| *is_on);
    let words = chosen.map(|(_, word)| word);
    let names: Vec<&str> = std::iter::once(list).chain(words).collect();
    names.join("+")
}

fn which_of(name: &str) -> Which {
    let has = |word| name.split('+').skip(1).any(|chosen| chosen == word);
    Which {
        inactive: has(INACTIVE),
        internal: has(INTERNAL),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHICH: [(bool, bool); 4] = [(false, false), (true, false), (false, true), (true, true)];

    fn which((inactive, internal): (bool, bool)) -> Which {
        Which { inactive, internal }
    }

    fn page(list: &str, which: Which, read: Timestamp, rows: &str) -> KeptPage {
        KeptPage {
            list: name_of(list, which),
            number: 1,
            total: None,
            read,
            rows: rows.to_owned(),
        }
    }

    #[test]
    fn a_begun_reading_knows_its_choice_and_its_rows() {
        let now = Timestamp::now();
        for chosen in WHICH.map(which) {
            let pages = [
                page("customers", chosen, now, "[{},{}]"),
                page("sites", chosen, now, "[{}]"),
            ];
            let begun = BegunReading {
                rows: 3,
                which: chosen,
            };
            assert_eq!(BegunReading::of(&pages, now), Some(begun));
            for other in WHICH.map(which) {
                assert_eq!(fit(&pages, other, now), other == chosen);
            }
        }
    }

    #[test]
    fn nothing_is_begun_with_pages_that_cannot_be_gone_on_from() {
        let (now, plain) = (Timestamp::now(), which((false, false)));
        let old = now - jiff::SignedDuration::from_hours(7);
        let inactive = which((true, false));
        for pages in [
            Vec::new(),
            vec![page("customers", plain, now, "[]")],
            vec![page("customers", plain, old, "[{}]")],
            vec![
                page("customers", plain, now, "[{}]"),
                page("sites", plain, old, "[{}]"),
            ],
            vec![
                page("customers", plain, now, "[{}]"),
                page("customers", inactive, now, "[{}]"),
            ],
        ] {
            assert_eq!(BegunReading::of(&pages, now), None, "{pages:?}");
        }
    }
}
