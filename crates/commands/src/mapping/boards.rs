//! The boards in use, at most a few: a list of fifty thousand entries is not small.

use std::sync::{Arc, Mutex, PoisonError};

use setup::profile::Mapping;
use store::{Connection, ConnectionId};
use tokio::sync::OwnedMutexGuard;

use super::{Board, Opened};
use crate::error::CommandError;
use crate::wizard::Wizard;

/// How many are kept in memory.
const KEPT: usize = 4;

type Key = (ConnectionId, String);
type Shared = Arc<tokio::sync::Mutex<Option<Board>>>;

/// The boards in use, the one used last at the end, and the list that was opened last.
#[derive(Default)]
pub(crate) struct Boards {
    boards: Mutex<Vec<(Key, Shared)>>,
    opened: Mutex<Option<(Key, Opened)>>,
}

/// A board to work on, for as long as this lives.
pub(crate) struct Open(OwnedMutexGuard<Option<Board>>);

impl Open {
    /// The board.
    pub(crate) fn board(&mut self) -> &mut Board {
        self.0.as_mut().expect("it was loaded when it was opened")
    }
}

impl Boards {
    /// The board of a mapping, read out of the store where it is not in memory.
    pub(crate) async fn open(
        &self,
        wizard: &Wizard,
        connection: &Connection,
        spec: &Mapping,
    ) -> Result<Open, CommandError> {
        let shared = self.shared((connection.id, spec.key.clone()));
        let mut guard = shared.lock_owned().await;
        let is_same = guard.as_ref().is_some_and(|board| board.spec == *spec);
        if !is_same {
            *guard = None;
        }
        match guard.as_mut() {
            None => *guard = Some(Board::load(wizard.store(), connection, spec.clone()).await?),
            // What it depends on may have been decided meanwhile.
            Some(board) if spec.depends_on.is_some() => {
                board.load_decisions(wizard.store()).await?;
            }
            Some(_) => {}
        }
        Ok(Open(guard))
    }

    /// Keeps the list that was opened until the admin has said what its columns are.
    pub(crate) fn set_opened(&self, connection: ConnectionId, mapping: &str, opened: Opened) {
        let key = (connection, mapping.to_owned());
        *self.opened.lock().unwrap_or_else(PoisonError::into_inner) = Some((key, opened));
    }

    /// The list that was opened last, if it was for this mapping.
    pub(crate) fn opened(&self, connection: ConnectionId, mapping: &str) -> Option<Opened> {
        let opened = self.opened.lock().unwrap_or_else(PoisonError::into_inner);
        let (key, opened) = opened.as_ref()?;
        (key.0 == connection && key.1 == mapping).then(|| opened.clone())
    }

    fn shared(&self, key: Key) -> Shared {
        let mut boards = self.boards.lock().unwrap_or_else(PoisonError::into_inner);
        let place = boards.iter().position(|(known, _)| *known == key);
        let entry = match place {
            Some(place) => boards.remove(place),
            None => (key, Shared::default()),
        };
        let shared = Arc::clone(&entry.1);
        boards.push(entry);
        while boards.len() > KEPT {
            boards.remove(0);
        }
        shared
    }
}
