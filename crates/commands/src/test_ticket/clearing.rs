//! Takes away what an earlier trial left behind: looks for the ticket where its number is not
//! known, then deletes or closes it. Makes nothing.

use setup::proof::{Act, Became, Ticket, doing};

use super::steps;
use super::trial::Run;
use crate::error::CommandError;
use crate::wire::LookState;

impl Run<'_> {
    /// Clears up. What is not found or not allowed stays noted.
    ///
    /// # Errors
    /// When the outcome cannot be noted; the earlier note stands then.
    pub(crate) async fn clear_up(mut self) -> Result<(), CommandError> {
        if let Some(halo) = self.sign_in().await {
            if self.trial.ticket == Ticket::Perhaps {
                let looking = Box::pin(steps::find(&halo, &self.trial));
                let state = |found: &Option<i64>| match found {
                    Some(_) => LookState::Looked,
                    None => LookState::NoAnswer,
                };
                let what = doing(Act::ReadBack);
                if let Some(number) = self.looks.step(what, looking, state).await {
                    self.trial.ticket = Ticket::Open { number };
                    self.trial.note(Act::Create, Became::Done);
                    self.keep_on().await;
                }
            }
            if let Some(number) = self.open_ticket() {
                self.take_away(&halo, number).await;
            }
        }
        self.end().await
    }
}
