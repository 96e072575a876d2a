//! A list of companies from the vendor's own API: `GET /api/v1/companies`, page by page, with a
//! key in `x-api-key`.
//!
//! The shape and the headers are confirmed from a public client's source (2026): rows below
//! `companies`, 401 for a wrong key, 429 with the words "Retry later". How many rows a page
//! really has is not known for certain (25 and 1000 are both reported), so a page is the last
//! one only when it brings nothing new. The address is typed by the admin; plain http is for
//! this computer only, and nothing is sent on to another place.

use std::collections::HashSet;

use halo::{Address, Errand, HaloError, KeyHeader, Transport};
use mapping::Record;
use secrecy::SecretString;
use serde_json::Value;
use url::Url;

use super::broken::Broken;
use super::{Item, Progress};
use crate::words;

/// The header that carries the key.
const HEADER: &str = "x-api-key";
/// How many rows a page is asked for; a server may give fewer.
const PAGE: usize = 250;
/// Most pages: far above what anybody has, and an end for a list that never ends.
const MOST_PAGES: usize = 4_000;

/// The server that an address names: scheme, host and port, and nothing else.
///
/// # Errors
/// A sentence: what is wrong with the address and what to do.
pub(crate) fn origin(typed: &str) -> Result<Url, String> {
    let wrong = || words::say("mapping-reader-address");
    let address: Address = typed.trim().parse().map_err(|_| wrong())?;
    address.origin().parse().map_err(|_| wrong())
}

/// Reads the whole list.
pub(crate) async fn read(
    transport: &Transport,
    errand: &Errand,
    origin: &Url,
    key: &SecretString,
    progress: &Progress,
) -> Result<Vec<Item>, Broken> {
    let what = words::say("mapping-reading-companies");
    let (mut items, mut seen) = (Vec::new(), HashSet::new());
    for number in 1..=MOST_PAGES {
        progress.show(&what, items.len(), None);
        let mut url = origin.clone();
        url.set_path("/api/v1/companies");
        url.query_pairs_mut()
            .append_pair("page", &number.to_string())
            .append_pair("page_size", &PAGE.to_string());
        let header = KeyHeader {
            name: HEADER,
            value: key,
        };
        let body = transport
            .get_with_key(errand, url, header)
            .await
            .map_err(broken)?;
        let rows = rows(&body).ok_or_else(|| broken(HaloError::NotHalo))?;
        let before = items.len();
        let new = rows.iter().filter_map(item);
        items.extend(new.filter(|item| seen.insert(item.record.id.clone())));
        if items.len() == before {
            break;
        }
    }
    Ok(items)
}

/// What the errors of another server than a Halo mean.
fn broken(error: HaloError) -> Broken {
    let key = match error {
        HaloError::Unauthorised | HaloError::Forbidden => "mapping-reader-key-refused",
        HaloError::NotFound => "mapping-reader-not-there",
        error => return error.into(),
    };
    Broken::Because(words::say(key))
}

fn rows(body: &Value) -> Option<&Vec<Value>> {
    body.get("companies")?.as_array()
}

fn item(row: &Value) -> Option<Item> {
    let text = |field: &str| {
        let text = row.get(field)?.as_str()?.trim();
        (!text.is_empty()).then(|| text.to_owned())
    };
    let id = match row.get("id")? {
        Value::Number(number) => number.to_string(),
        Value::String(text) => text.clone(),
        _ => return None,
    };
    // What other systems know it by, the Halo among them where it was matched before.
    let integrations = row.get("integrations").and_then(Value::as_array);
    let known = integrations
        .into_iter()
        .flatten()
        .filter_map(|integration| {
            match integration
                .get("identifier")
                .or_else(|| integration.get("sync_id"))?
            {
                Value::Number(number) => Some(number.to_string()),
                Value::String(text) => Some(text.clone()),
                _ => None,
            }
        });
    let external_ids = text("id_number").into_iter().chain(known).collect();
    Some(Item {
        record: Record {
            id,
            name: text("name")?,
            domains: text("website").into_iter().collect(),
            phones: text("phone_number").into_iter().collect(),
            city: text("city"),
            postcode: text("zip"),
            country: text("country_name"),
            external_ids,
        },
        ..Item::default()
    })
}
