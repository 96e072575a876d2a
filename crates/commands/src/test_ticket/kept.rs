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

/// Takes a trial for this program: notes it, unless another program has noted anything since the
/// connection was read. On the disk when this returns.
///
/// # Errors
/// When the store cannot be written; then nothing may be written to Halo either.
pub(crate) async fn claim(
    store: &Store,
    connection: &Connection,
    trial: &Trial,
) -> Result<bool, CommandError> {
    let was = connection.answers.get(saved::TEST_TICKET);
    let note = note(trial)?;
    let claiming = store.exchange_answer(connection.id, saved::TEST_TICKET, was, &note);
    Ok(claiming.await?)
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
    let note = note(trial)?;
    store.set_answer(id, saved::TEST_TICKET, &note).await?;
    Ok(())
}

fn note(trial: &Trial) -> Result<serde_json::Value, CommandError> {
    serde_json::to_value(trial).map_err(|_| CommandError::bad_request())
}
