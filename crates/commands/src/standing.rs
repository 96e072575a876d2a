//! How a connection stands, by its last checks: a pure function of what the store keeps.
//!
//! Called when a connection or the list of connections is shown, and by the terminal.

use setup::changes::{Calendar, Effect, shown};
use setup::finding::{Finding, Status};
use store::{ConnectionId, Extent, ReportMark, SavedReport, Store};

use crate::error::CommandError;
use crate::saved::{self, SavedCheck};
use crate::wire::{Standing, StandingState};

/// The last checks of a connection.
#[derive(Debug, Default)]
pub struct LastChecks {
    /// The latest that reached Halo.
    pub last: Option<(SavedReport, SavedCheck)>,
    /// A later one that did not.
    pub unreached: Option<(SavedReport, SavedCheck)>,
    /// All that are kept, latest first.
    marks: Vec<ReportMark>,
}

impl LastChecks {
    /// Reads them.
    pub async fn of(store: &Store, id: ConnectionId) -> Result<Self, CommandError> {
        let read = |saved: Option<SavedReport>| {
            let saved = saved?;
            let check = saved::check(&saved)?;
            Some((saved, check))
        };
        Ok(Self {
            last: read(store.last_report(id).await?),
            unreached: read(store.unreached(id).await?),
            marks: store.report_marks(id).await?,
        })
    }

    /// The check to show: what is known of Halo, also while it cannot be reached.
    pub fn shown(&self) -> Option<&(SavedReport, SavedCheck)> {
        self.last.as_ref().or(self.unreached.as_ref())
    }

    /// How the connection stands, its changes in today's words.
    pub fn standing(&self, calendar: &Calendar) -> Standing {
        let state = self.state();
        let check = self.last.as_ref().map(|(_, check)| check);
        let compared = check.and_then(|check| check.compared.as_ref());
        let good = self
            .marks
            .iter()
            .filter(|mark| mark.extent != Extent::Nothing);
        let last_good = good.clone().find(|mark| mark.good);
        let since = good
            .skip_while(|mark| !mark.good)
            .take_while(|mark| mark.good)
            .last();
        Standing {
            state,
            checked: self.marks.first().map(|mark| mark.made.to_string()),
            last_good: last_good.map(|mark| mark.made.to_string()),
            good_since: since.map(|mark| mark.made.to_string()),
            compared_with: compared.map(|compared| compared.with.to_string()),
            compared_with_good: compared.is_some_and(|compared| compared.good),
            changes: check
                .zip(compared)
                .map(|(check, compared)| shown(&compared.changes, &check.report.findings, calendar))
                .unwrap_or_default(),
            obstacle: self
                .unreached
                .as_ref()
                .and_then(|(_, check)| obstacle(&check.report.findings)),
        }
    }

    fn state(&self) -> StandingState {
        if self.unreached.is_some() {
            return StandingState::NotReached;
        }
        let Some((saved, check)) = self.last.as_ref().filter(|(_, check)| check.complete) else {
            return StandingState::NeverChecked;
        };
        let changes = check.compared.iter().flat_map(|compared| &compared.changes);
        let got_worse = changes
            .map(|change| change.effect)
            .any(|effect| effect == Effect::Worse);
        if saved.good {
            StandingState::Good
        } else if got_worse
            && check
                .compared
                .as_ref()
                .is_some_and(|compared| compared.good)
        {
            StandingState::Changed
        } else if check.report.summary.failed > 0 {
            StandingState::ToFix
        } else {
            StandingState::Unanswered
        }
    }
}

/// What stood in the way: the first finding that failed, or that could not be checked.
fn obstacle(findings: &[Finding]) -> Option<Finding> {
    let first = |status| findings.iter().find(|finding| finding.status == status);
    first(Status::Failed)
        .or_else(|| first(Status::Unknown))
        .cloned()
}
