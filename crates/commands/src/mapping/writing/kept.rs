//! What is known of the last writing of a mapping, as it is kept with the connection.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use store::{ConnectionId, KeptWriting, Store};

use super::plan::Planned;
use crate::error::CommandError;

/// Where it was written, and how it ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct About {
    /// The server's name.
    pub(crate) host: String,
    pub(crate) integration: u64,
    /// Why it ended before its last row, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) stopped: Option<String>,
}

/// One row that was to be written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Row {
    pub(crate) customer: String,
    pub(crate) customer_name: String,
    pub(crate) company: u64,
    pub(crate) company_name: String,
    /// The company that stood there before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) before: Option<u64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) before_name: Option<String>,
    /// The vendor's row.
    pub(crate) matcher: u64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) record: Option<String>,
    pub(crate) became: Became,
}

/// What became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub(crate) enum Became {
    /// Nothing was sent yet.
    Waiting,
    /// It was asked for; what came of it is not known.
    Asked,
    /// It stands there.
    Done,
    /// It stood there already.
    Already,
    /// Somebody has set another company since the preview; it was left alone.
    Moved {
        /// What stands there.
        to: Option<String>,
    },
    /// The vendor's row is not there any more.
    Gone,
    /// The server refused.
    Refused {
        /// Its words; may be empty.
        said: String,
    },
    /// No good answer came, and it stands there as before.
    NotDone,
    /// No good answer came, and another company stands there.
    Elsewhere {
        /// What stands there.
        to: Option<String>,
    },
    /// It never reached the server, or was turned away unread.
    NotSent,
    /// No answer came, and nobody could look.
    Unknown,
}

impl Became {
    /// It stands there.
    pub(crate) const fn is_done(&self) -> bool {
        matches!(self, Self::Done | Self::Already)
    }
}

impl Row {
    /// A row of a plan, before anything was sent; none where there is nothing to write it to.
    pub(crate) fn of(planned: &Planned) -> Option<Self> {
        let matcher = planned.matcher.as_ref()?;
        let decided = &planned.decided;
        let now = planned.now();
        Some(Self {
            customer: decided.customer.clone(),
            customer_name: decided.names.first().cloned().unwrap_or_default(),
            company: decided.company_number()?,
            company_name: decided.company_name.clone(),
            before: now.map(|now| now.id),
            before_name: now.and_then(|now| now.name.clone()),
            matcher: matcher.id,
            record: matcher.record.clone(),
            became: Became::Waiting,
        })
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::to_value(self).unwrap_or_default()
    }
}

/// The last writing of a mapping.
#[derive(Debug, Clone)]
pub(crate) struct Last {
    pub(crate) begun: Timestamp,
    pub(crate) ended: Option<Timestamp>,
    pub(crate) about: About,
    pub(crate) rows: Vec<Row>,
}

/// Reads the last writing; none where there was none, or where another version wrote what this one
/// cannot read.
pub(crate) async fn last(
    store: &Store,
    connection: ConnectionId,
    mapping: &str,
) -> Result<Option<Last>, CommandError> {
    let kept = store.writing(connection, mapping).await?;
    Ok(kept.and_then(understood))
}

fn understood(kept: KeptWriting) -> Option<Last> {
    let rows = kept.rows.into_iter().map(serde_json::from_value);
    Some(Last {
        begun: kept.begun,
        ended: kept.ended,
        about: serde_json::from_value(kept.about).ok()?,
        rows: rows.collect::<Result<_, _>>().ok()?,
    })
}
