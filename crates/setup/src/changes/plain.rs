//! What changed, as plain text: what `halyard check --connection` prints before the report.

use std::collections::BTreeMap;

use jiff::Timestamp;

use crate::finding::Value;
use crate::report::plain::wrap;
use crate::text;

use super::{Calendar, ShownChange, day};

/// The earlier check that a check is compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Earlier {
    /// When it was made.
    pub at: Timestamp,
    /// Nothing had failed in it.
    pub good: bool,
}

/// What changed since an earlier check, ending with a line break.
pub fn print(earlier: Option<Earlier>, changes: &[ShownChange], calendar: &Calendar) -> String {
    let mut page = String::new();
    let Some(earlier) = earlier else {
        wrap(
            &mut page,
            &text::say("changes-first", &BTreeMap::new()),
            "",
            "",
        );
        return page;
    };
    let key = match (changes.is_empty(), earlier.good) {
        (true, true) => "changes-nothing-since-good",
        (true, false) => "changes-nothing-since",
        (false, true) => "changes-since-good",
        (false, false) => "changes-since",
    };
    wrap(&mut page, &on(key, earlier.at, calendar), "", "");
    for change in changes {
        wrap(&mut page, &change.text, "- ", "  ");
    }
    page
}

/// That Halo could not be reached, and when it was last found good, ending with a line break.
pub fn not_reached(last_good: Option<Timestamp>, calendar: &Calendar) -> String {
    let words = match last_good {
        Some(at) => on("changes-not-reached", at, calendar),
        None => text::say("changes-not-reached-never", &BTreeMap::new()),
    };
    let mut page = String::new();
    wrap(&mut page, &words, "", "");
    page
}

fn on(key: &str, at: Timestamp, calendar: &Calendar) -> String {
    let day = Value::Text(day(at, calendar));
    text::say(key, &BTreeMap::from([("day", day)]))
}
