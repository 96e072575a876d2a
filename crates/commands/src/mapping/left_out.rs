//! Rows of a list that could not be used: how many, and of the first of them where they are and why.
//!
//! For lists that come from an API, Halo's or the vendor's; rows of files have lines and say for
//! themselves what is wrong with them. What is in a row is never repeated here but for its id.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::words;

/// How many rows are named.
const NAMED: usize = 100;

/// Why a row cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Why {
    /// It has no id that can be used.
    NoId,
    /// It has no name.
    NoName,
    /// A text in it is longer than what it is meant for.
    TooLong,
    /// A text in it looks like a client secret, which the store refuses.
    Secret,
}

/// What of a list could not be used.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct LeftOut {
    /// How many rows.
    pub(crate) rows: u32,
    /// The first of them, each with its place and the reason.
    pub(crate) problems: Vec<String>,
    /// Their ids, where they have one: they are in the list all the same.
    pub(crate) ids: BTreeSet<String>,
}

impl LeftOut {
    /// The row at this place of its list, from 1.
    pub(super) fn row(&mut self, place: usize, id: Option<&str>, why: Why) {
        let id = id.filter(|id| !store::looks_like_a_secret(id));
        self.ids.extend(id.map(str::to_owned));
        self.note("mapping-left-out-row", place, id, why);
    }

    /// The site at this place of Halo's sites, from 1: what it says of its customer is not used.
    pub(super) fn site(&mut self, place: usize, id: i64, why: Why) {
        self.note("mapping-left-out-site", place, Some(&id.to_string()), why);
    }

    fn note(&mut self, what: &str, place: usize, id: Option<&str>, why: Why) {
        self.rows = self.rows.saturating_add(1);
        if self.problems.len() >= NAMED {
            return;
        }
        let place = place.to_string();
        let at = match id {
            Some(id) => {
                words::say_with(&format!("{what}-with-id"), &[("place", &place), ("id", id)])
            }
            None => words::say_with(what, &[("place", &place)]),
        };
        let key = match why {
            Why::NoId => "mapping-left-out-no-id",
            Why::NoName => "mapping-left-out-no-name",
            Why::TooLong => "mapping-left-out-too-long",
            Why::Secret => "mapping-left-out-secret",
        };
        self.problems.push(words::say_with(key, &[("row", &at)]));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_is_told_by_its_place_and_no_secret_is_repeated() {
        let guid = "0a1B2c3d-4e5f-6789-abCD-ef0123456789";
        let secret = format!("{guid}-{guid}");
        let mut left_out = LeftOut::default();
        left_out.row(3, Some("17"), Why::NoName);
        left_out.row(4, Some(&secret), Why::Secret);
        left_out.row(5, None, Why::TooLong);
        left_out.site(1_200, 9, Why::Secret);
        assert_eq!(
            left_out.problems,
            [
                "Row 3 (id 17): there is no name.",
                "Row 4: a text here looks like a Client Secret, and Halyard keeps no such text.",
                "Row 5: a text here is longer than any name or address.",
                "Row 1200 of Halo’s sites (id 9): a text here looks like a Client Secret, and \
                 Halyard keeps no such text.",
            ]
        );
        assert_eq!(left_out.ids, ["17".to_owned()].into(), "sites are no rows");
        for place in 0..2 * NAMED {
            left_out.row(place, None, Why::NoName);
        }
        assert_eq!(left_out.problems.len(), NAMED);
        assert_eq!(left_out.rows as usize, 4 + 2 * NAMED);
    }
}
