//! Between the store's loose shapes and the domain's types: answers, the Halo that was found,
//! reports. Every key that answers are kept under is named here and nowhere else.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use serde_json::Value;
use setup::facts::HaloFound;
use setup::report::Report;
use setup::statement::Confirmed;
use setup::{Answers, Facts};
use store::{Confirmation, Connection, SavedReport, StoreError};
use url::Url;
use vault::SecretKey;

use crate::history::Compared;

/// `choice:<id>` → option.
pub(crate) const CHOICE: &str = "choice:";
/// `ticket-type:<key>` → name.
pub(crate) const TICKET_TYPE: &str = "ticket-type:";
/// Teams the product should see.
pub(crate) const TEAMS: &str = "teams";
/// Customers the admin sees in Halo.
pub(crate) const CUSTOMERS: &str = "expected-customers";
/// The last test ticket, as [`setup::proof::Trial`].
pub(crate) const TEST_TICKET: &str = "test-ticket";
/// Prefix of ticks of the vendor's form.
pub(crate) const HANDED_OVER: &str = "hand-over:";
/// `list-reader:<mapping>` → the address of the vendor's API.
pub(crate) const LIST_READER: &str = "list-reader:";
/// `list-writer:<mapping>` → the number that the vendor gave to the integration.
pub(crate) const LIST_WRITER: &str = "list-writer:";
/// Tick: a report was saved to a file.
pub(crate) const REPORT_SAVED: &str = "finish:report";

/// Where the vendors' APIs are whose keys are in the keychain for this connection.
pub(crate) fn list_readers(connection: &Connection) -> impl Iterator<Item = Url> {
    let readers = connection
        .answers
        .iter()
        .filter(|(key, noted)| key.starts_with(LIST_READER) && noted["key"] == Value::Bool(true));
    readers.filter_map(|(_, noted)| noted["address"].as_str()?.parse().ok())
}

/// The name under which the key of a vendor's API is kept.
pub(crate) fn list_key(origin: &Url) -> SecretKey {
    SecretKey::list_reader(origin.as_str().trim_end_matches('/'))
}

/// What is kept of the Halo: what was found, and whether the admin has confirmed it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct SavedHalo {
    pub(crate) found: HaloFound,
    pub(crate) confirmed: bool,
    pub(crate) on_premises: Option<bool>,
}

/// The Halo of a connection, once found.
pub fn halo(connection: &Connection) -> Option<HaloFound> {
    saved_halo(connection).map(|saved| saved.found)
}

/// The admin has confirmed the Halo's values.
pub fn halo_confirmed(connection: &Connection) -> bool {
    saved_halo(connection).is_some_and(|saved| saved.confirmed)
}

pub(crate) fn saved_halo(connection: &Connection) -> Option<SavedHalo> {
    serde_json::from_value(connection.discovered.clone()?).ok()
}

/// The answers that plans and judging read.
pub fn answers(connection: &Connection, confirmations: BTreeMap<String, Confirmation>) -> Answers {
    let text = |key: &str| connection.answers.get(key).and_then(Value::as_str);
    let family = |prefix: &str| -> BTreeMap<String, String> {
        connection
            .answers
            .keys()
            .filter_map(|key| Some((key.strip_prefix(prefix)?.to_owned(), text(key)?.to_owned())))
            .collect()
    };
    Answers {
        choices: family(CHOICE),
        on_premises: saved_halo(connection).and_then(|saved| saved.on_premises),
        agent_name: None,
        application_name: None,
        wanted_teams: teams(connection),
        expected_customers: connection.answers.get(CUSTOMERS).and_then(Value::as_u64),
        ticket_types: family(TICKET_TYPE),
        confirmed: confirmations
            .into_iter()
            .map(|(finding, kept)| (finding, confirmed(kept)))
            .collect(),
    }
}

/// What the admin confirmed, as far as this version can read it.
fn confirmed(kept: Confirmation) -> Confirmed {
    let what = kept.statement.map(serde_json::from_value);
    Confirmed {
        at: kept.confirmed,
        what: what.and_then(Result::ok),
    }
}

fn teams(connection: &Connection) -> BTreeSet<String> {
    let names = connection.answers.get(TEAMS).and_then(Value::as_array);
    names
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .map(str::to_owned)
        .collect()
}

/// What is kept of a check: enough to judge again when the admin answers or confirms something.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct SavedCheck {
    /// What it found.
    pub report: Report,
    /// What Halo said.
    pub facts: Facts,
    /// Everything has been looked at, in this run or before it.
    pub complete: bool,
    /// What this run learned itself, where it looked at a part only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seen: Option<Facts>,
    /// How it compares with an earlier check.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub compared: Option<Compared>,
}

/// A saved check as this version reads it; `None` when another version wrote what it cannot read.
pub fn check(saved: &SavedReport) -> Option<SavedCheck> {
    serde_json::from_value(saved.body.clone()).ok()
}

/// What to tell a person about the store's trouble.
pub fn words(error: &StoreError) -> String {
    format!("{} What was saved before is still there.", sentence(error))
}

/// The store's trouble as a full sentence.
pub(crate) fn sentence(error: &StoreError) -> String {
    let said = error.to_string();
    let mut letters = said.chars();
    let beginning: String = letters
        .next()
        .map(|first| first.to_uppercase().collect())
        .unwrap_or_default();
    format!("{beginning}{}.", letters.as_str())
}
