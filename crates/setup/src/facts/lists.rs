//! What Halo's lists showed: how many rows, teams, ticket types with their fields.

use serde::{Deserialize, Serialize};

/// What a list showed.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Seen {
    /// How many there are, where that was learned: Halo counts more than came, or fewer came than
    /// one page holds. Absent where as many came as a page holds and Halo counts no more, since it
    /// may have counted the page alone (confirmed on one tenant, without paging, 2026).
    pub total: Option<u64>,
    /// How many rows came.
    pub rows: u64,
}

/// Rows that come at most where a list is not paged and nothing is said about their number (seen
/// as the default in probes of one tenant; that other lists have it too is inferred, 2026-10). Only
/// a count of exactly so many is taken for less than all because of it.
const UNPAGED: u64 = 50;

impl Seen {
    /// What one page of a list showed: rows, of at most so many, and what Halo counts.
    pub fn on_page(counted: Option<u64>, rows: u64, most: u64) -> Self {
        let counted = counted.map(|counted| counted.max(rows));
        // More rows than were asked for: paging did not count, and a count says all there is.
        let total = counted.filter(|counted| *counted > rows || rows > most);
        Self {
            total: total.or((rows < most).then_some(rows)),
            rows,
        }
    }

    /// What a list showed that Halo does not page.
    pub fn unpaged(counted: Option<u64>, rows: u64) -> Self {
        let most = if rows == UNPAGED { UNPAGED } else { u64::MAX };
        Self::on_page(counted, rows, most)
    }

    /// There are at least so many.
    pub fn count(&self) -> u64 {
        self.total.unwrap_or(self.rows).max(self.rows)
    }

    /// There are so many; absent where there may be more.
    pub fn exact(&self) -> Option<u64> {
        let all_came = (self.rows == 0).then_some(0);
        let count = self.total.map(|_| self.count()).or(all_came);
        count.filter(|_| !self.contradicts_itself())
    }

    /// It counts rows and shows none, so that nothing follows from it.
    pub fn contradicts_itself(&self) -> bool {
        self.rows == 0 && self.count() > 0
    }
}

/// A team.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TeamFact {
    /// Its name.
    pub name: String,
    /// The department it is in.
    pub department: Option<String>,
}

/// A ticket type.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct TicketTypeFact {
    /// Halo's number.
    pub id: i64,
    /// Its name.
    pub name: String,
    /// "Use" in Halo's own value, where given.
    pub used_for: Option<String>,
    /// The ITIL type's number: 22 Projects, 23 Tasks (confirmed, 2026).
    pub itil: Option<i64>,
    /// Halo's number of the project hierarchy; its meaning is not known for certain.
    pub hierarchy: Option<i64>,
    /// "Visible in List for Agents".
    pub visible: Option<bool>,
    /// "Agents can log new Tickets with this Ticket Type".
    pub agents_can_log: Option<bool>,
    /// The default team's name.
    pub default_team: Option<String>,
    /// Tickets of this type may be below another ticket, as tasks are below their project.
    pub may_be_child: Option<bool>,
    /// The approval process that a new ticket begins, by name or number; empty for none.
    pub approval: Option<String>,
    /// The labels of its fields, where the details were read.
    pub fields: Option<Vec<String>>,
    /// Fields that must be filled in, where the details were read.
    pub mandatory: Option<Vec<FieldFact>>,
    /// Halo says of every field whether it must be filled in.
    pub mandatory_is_told: Option<bool>,
    /// Halo says that agents must fill in some field.
    pub has_mandatory: Option<bool>,
    /// Fields that Halo does not call mandatory and that may be so all the same: they show as
    /// "Visible - Required" seems to be written (inferred, 2024).
    pub may_be_mandatory: Vec<FieldFact>,
}

/// A field of a ticket type.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct FieldFact {
    /// Halo's number of the field.
    pub id: Option<i64>,
    /// Its label.
    pub name: String,
    /// Its name inside Halo; custom fields have one of their own.
    pub internal_name: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_count_is_learned_where_nothing_can_be_behind_it() {
        let table = [
            // Halo counts more than came.
            (Some(230), 100, 100, Some(230)),
            (Some(230), 1, 1, Some(230)),
            (Some(230), 50, 100, Some(230)),
            // Fewer came than a page holds.
            (None, 5, 100, Some(5)),
            (Some(5), 5, 100, Some(5)),
            (Some(0), 3, 100, Some(3)),
            (None, 0, 1, Some(0)),
            // As many came as a page holds, and no more are counted.
            (None, 100, 100, None),
            (Some(100), 100, 100, None),
            (Some(1), 1, 1, None),
            // The size of the page was ignored.
            (Some(18), 18, 1, Some(18)),
            (None, 18, 1, None),
            // A count without a row.
            (Some(5), 0, 100, None),
        ];
        for (counted, rows, most, exact) in table {
            let seen = Seen::on_page(counted, rows, most);
            assert_eq!(seen.exact(), exact, "{counted:?}, {rows} of {most}");
            assert!(seen.count() >= rows);
        }
        for (counted, rows, exact) in [
            (None, 14, Some(14)),
            (None, 120, Some(120)),
            (Some(120), 50, Some(120)),
            (Some(50), 50, None),
            (None, 50, None),
        ] {
            let seen = Seen::unpaged(counted, rows);
            assert_eq!(seen.exact(), exact, "{counted:?}, {rows}");
        }
    }
}
