//! What this crate does with an answer from a stranger, without a network: for the crate that tries
//! to break it. Not part of any build that ships.

use reqwest::header::HeaderMap;
use secrecy::SecretString;
use serde_json::Value;

use crate::{
    ActionRecord, Agent, AgentRole, Customer, CustomerDetail, Department, Limits, Outcome, Site,
    Status, Team, Ticket, TicketRecord, TicketType, TicketTypeDetail, envelope, error::HaloError,
    instance::Instance, redaction::Redaction, reply, said, token,
};

/// A secret that went out with the call; whatever comes back, it must not come through.
pub const SECRET: &str = "5d0c7e6a-Sentinel/0f1e+2d3c4b5a";

/// Reads a body in every way in which this crate reads bodies.
///
/// # Panics
/// If the secret comes through, or if something comes out larger than it came in.
pub fn answer(body: &[u8]) {
    let mut redaction = Redaction::default();
    redaction.hide(&SecretString::from(SECRET));
    let mut value = match reply::content(&HeaderMap::new(), body, &Limits::default()) {
        Ok(Ok(value)) => value,
        Ok(Err(_)) | Err(HaloError::TooLarge) => return,
        Err(other) => panic!("{other:?} is no way in which a body can be at fault"),
    };
    redaction.clean_value(&mut value);
    assert!(!tells_secret(&value), "the secret came through");
    assert!(said::from_json(&value).chars().count() <= 200);
    let _ = Instance::read(&value);
    let _ = token::read_scopes(&value);
    if let Value::String(text) = &value {
        let _ = token::read_identity(text);
        let _ = reply::retry_after(text, std::time::SystemTime::UNIX_EPOCH);
    }
    rows::<ActionRecord>(&value);
    rows::<Agent>(&value);
    rows::<AgentRole>(&value);
    rows::<Customer>(&value);
    rows::<CustomerDetail>(&value);
    rows::<Department>(&value);
    rows::<Outcome>(&value);
    rows::<Site>(&value);
    rows::<Status>(&value);
    rows::<Team>(&value);
    rows::<Ticket>(&value);
    rows::<TicketRecord>(&value);
    rows::<TicketType>(&value);
    rows::<TicketTypeDetail>(&value);
}

fn rows<T: serde::de::DeserializeOwned>(value: &Value) {
    let _ = serde_json::from_value::<T>(value.clone());
    let Some(open) = envelope::open(value.clone(), "clients") else {
        return;
    };
    if let Some(read) = envelope::read::<T>(value.clone(), "clients") {
        assert!(read.rows.len() <= open.rows.len());
        assert_eq!(read.total, open.total);
    }
}

/// Whether any text in it, names included, has the secret.
fn tells_secret(value: &Value) -> bool {
    let has = |text: &str| {
        text.to_ascii_lowercase()
            .contains(&SECRET.to_ascii_lowercase())
    };
    match value {
        Value::String(text) => has(text),
        Value::Array(items) => items.iter().any(tells_secret),
        Value::Object(fields) => fields
            .iter()
            .any(|(name, value)| has(name) || tells_secret(value)),
        Value::Null | Value::Bool(_) | Value::Number(_) => false,
    }
}
