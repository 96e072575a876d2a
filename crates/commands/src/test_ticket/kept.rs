//! The note of a trial, kept with its connection until the next one.

use setup::proof::Trial;
use store::{Connection, ConnectionId, Store};

use crate::error::CommandError;
use crate::saved;

/// The last trial of a connection, whether it came to its end or not.
pub(crate) fn last(connection: &Connection) -> Option<Trial> {
    let note = connection.answers.get(saved::TEST_TICKET)?;
    serde_json::from_value(note.clone()).ok()
}

/// Notes a trial as it stands now. On the disk when this returns.
///
/// # Errors
/// When the store cannot be written; then nothing may be written to Halo either.
pub(crate) async fn keep(
    store: &Store,
    id: ConnectionId,
    trial: &Trial,
) -> Result<(), CommandError> {
    let note = serde_json::to_value(trial).map_err(|_| CommandError::bad_request())?;
    store.set_answer(id, saved::TEST_TICKET, &note).await?;
    Ok(())
}
