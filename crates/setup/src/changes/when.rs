//! Days and times in words: "between 3 and 10 November".

use std::collections::BTreeMap;

use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};

use crate::finding::Value;
use crate::text;

/// What makes a moment a day: where the reader is, and which day it is there.
#[derive(Debug, Clone)]
pub struct Calendar {
    zone: TimeZone,
    today: Zoned,
}

impl Calendar {
    /// The calendar of a reader in this zone at this moment.
    pub fn new(zone: TimeZone, now: Timestamp) -> Self {
        let today = now.to_zoned(zone.clone());
        Self { zone, today }
    }

    fn at(&self, moment: Timestamp) -> Zoned {
        moment.to_zoned(self.zone.clone())
    }
}

/// A day, such as "3 November", with its year where it is another than this one.
pub fn day(moment: Timestamp, calendar: &Calendar) -> String {
    let moment = calendar.at(moment);
    let year = moment.year() != calendar.today.year();
    date(&moment, year)
}

/// A day with its year, the same for every reader.
pub fn day_everywhere(moment: Timestamp) -> String {
    date(&moment.to_zoned(TimeZone::UTC), true)
}

/// The time between two checks: "between 3 and 10 November".
pub(super) fn between(after: Timestamp, by: Timestamp, calendar: &Calendar) -> String {
    let (after, by) = (calendar.at(after), calendar.at(by));
    let year = [&after, &by]
        .iter()
        .any(|moment| moment.year() != calendar.today.year());
    if after.date() == by.date() {
        let (from, to) = (time(&after), time(&by));
        let key = if from == to {
            "changes-when-minute"
        } else {
            "changes-when-hours"
        };
        return say(key, &[("day", date(&by, year)), ("from", from), ("to", to)]);
    }
    let same_month = (after.year(), after.month()) == (by.year(), by.month());
    let from = if same_month {
        after.day().to_string()
    } else {
        date(&after, year)
    };
    say(
        "changes-when-days",
        &[("from", from), ("to", date(&by, year))],
    )
}

fn date(moment: &Zoned, year: bool) -> String {
    let month = BTreeMap::from([(
        "month",
        Value::Count(u64::from(moment.month().unsigned_abs())),
    )]);
    let month = text::say("changes-month", &month);
    let values = [
        ("day", moment.day().to_string()),
        ("month", month),
        ("year", moment.year().to_string()),
    ];
    let key = if year {
        "changes-day-year"
    } else {
        "changes-day"
    };
    say(key, &values)
}

/// Hours and minutes, in the form that no reader takes for another: 14:05.
fn time(moment: &Zoned) -> String {
    format!("{:02}:{:02}", moment.hour(), moment.minute())
}

fn say(key: &str, values: &[(&'static str, String)]) -> String {
    let values = values.iter();
    let values = values.map(|(name, value)| (*name, Value::Text(value.clone())));
    text::say(key, &values.collect())
}
