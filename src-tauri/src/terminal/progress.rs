//! What a check is doing, on standard error: a line when something is looked at, when no answer
//! came, and when Halo asks for a pause.

use commands::probe::Looks;
use commands::wire::{CheckProgress, LookState};
use tokio::sync::watch::Receiver;
use tokio::task::JoinHandle;

use super::remark;

/// Prints the progress of these looks until they are dropped.
pub(super) fn follow(looks: &Looks) -> JoinHandle<()> {
    let progress = looks.subscribe();
    tokio::spawn(print(progress))
}

async fn print(mut progress: Receiver<CheckProgress>) {
    let mut said = Said::default();
    loop {
        let lines = said.news(&progress.borrow_and_update());
        for line in lines {
            remark(format_args!("{line}"));
        }
        if progress.changed().await.is_err() {
            // What came last may not have been seen yet.
            for line in said.news(&progress.borrow()) {
                remark(format_args!("{line}"));
            }
            return;
        }
    }
}

/// What has been said so far.
#[derive(Debug, Default)]
struct Said {
    begun: usize,
    /// Places in the list of looks whose end has been seen.
    settled: Vec<bool>,
    waits: bool,
}

impl Said {
    /// A line for everything that is new, in the order in which it began.
    fn news(&mut self, now: &CheckProgress) -> Vec<String> {
        let mut lines = Vec::new();
        for look in now.looks.iter().skip(self.begun) {
            lines.push(format!("Looking: {}", look.what));
        }
        self.begun = now.looks.len();
        self.settled.resize(now.looks.len(), false);
        for (look, settled) in now.looks.iter().zip(&mut self.settled) {
            if !*settled && look.state == LookState::NoAnswer {
                lines.push(format!("No answer: {}", look.what));
            }
            *settled |= matches!(look.state, LookState::Looked | LookState::NoAnswer);
        }
        if let Some(seconds) = now.waiting_seconds.filter(|_| !self.waits) {
            lines.push(format!(
                "Waiting: Halo asks for a pause of {seconds} seconds"
            ));
        }
        self.waits = now.waiting_seconds.is_some();
        lines
    }
}

#[cfg(test)]
mod tests {
    use commands::wire::Look;

    use super::*;

    fn now(looks: &[(&str, LookState)], waiting_seconds: Option<u32>) -> CheckProgress {
        let looks = looks.iter().map(|(what, state)| Look {
            what: (*what).to_owned(),
            state: *state,
        });
        CheckProgress {
            version: 1,
            looks: looks.collect(),
            waiting_seconds,
            ended: None,
        }
    }

    #[test]
    fn everything_is_said_once_and_as_it_went() {
        use LookState::{Looked, Looking, NoAnswer};
        let mut said = Said::default();
        assert_eq!(said.news(&now(&[], None)), Vec::<String>::new());
        assert_eq!(said.news(&now(&[("A", Looking)], None)), ["Looking: A"]);
        assert_eq!(
            said.news(&now(&[("A", Looked), ("B", NoAnswer)], Some(30))),
            [
                "Looking: B",
                "No answer: B",
                "Waiting: Halo asks for a pause of 30 seconds"
            ]
        );
        let again = now(&[("A", Looked), ("B", NoAnswer)], Some(29));
        assert_eq!(said.news(&again), Vec::<String>::new(), "the same pause");
        assert_eq!(
            said.news(&now(&[("A", Looked), ("B", NoAnswer)], None)),
            Vec::<String>::new()
        );
        let another = now(&[("A", Looked), ("B", NoAnswer), ("C", Looked)], Some(1));
        assert_eq!(said.news(&another).len(), 2, "a look and another pause");
    }
}
