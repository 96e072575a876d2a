//! What time it is, and where the reader is. One place, so that tests can say which day it is.

use std::fmt;
use std::sync::Arc;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use setup::changes::Calendar;

/// A clock and the reader's time zone.
#[derive(Clone)]
pub struct Clock {
    now: Arc<dyn Fn() -> Timestamp + Send + Sync>,
    zone: TimeZone,
}

impl Clock {
    /// This computer's.
    pub fn system() -> Self {
        Self {
            now: Arc::new(Timestamp::now),
            zone: TimeZone::system(),
        }
    }

    /// One that says what it is told, in UTC.
    pub fn of(now: impl Fn() -> Timestamp + Send + Sync + 'static) -> Self {
        Self {
            now: Arc::new(now),
            zone: TimeZone::UTC,
        }
    }

    /// What time it is.
    pub fn now(&self) -> Timestamp {
        (self.now)()
    }

    /// Today's calendar.
    pub fn calendar(&self) -> Calendar {
        Calendar::new(self.zone.clone(), self.now())
    }
}

impl fmt::Debug for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Clock({})", self.now())
    }
}
