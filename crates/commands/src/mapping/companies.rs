//! A list of companies from the vendor's own API: `GET /api/v1/companies`, page by page, with a
//! key in `x-api-key`.
//!
//! The shape and the headers are confirmed from a public client's source (2026): rows below
//! `companies`, 401 for a wrong key, 429 with the words "Retry later". How many rows a page
//! really has is not known for certain (25 and 1000 are both reported), so a page is the last
//! one only when it brings nothing new. The address is typed by the admin; plain http is for
//! this computer only, and nothing is sent on to another place.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use halo::{Address, Errand, HaloError, KeyHeader, Transport};
use mapping::Record;
use secrecy::SecretString;
use serde_json::Value;
use url::Url;

use super::broken::Broken;
use super::room::Room;
use super::{Item, Progress, known_to_halo};
use crate::words;

/// The header that carries the key.
const HEADER: &str = "x-api-key";
/// How many rows a page is asked for; a server may give fewer.
const PAGE: usize = 250;

/// What came of reading.
#[derive(Debug, Default)]
pub(crate) struct Companies {
    /// Those that can be mapped.
    pub(crate) items: Vec<Item>,
    /// Rows without an id or a name, or longer than any of these is.
    pub(crate) left_out: u32,
}

/// The server that an address names: scheme, host and port, and nothing else.
///
/// # Errors
/// A sentence: what is wrong with the address and what to do.
pub(crate) fn origin(typed: &str) -> Result<Url, String> {
    let wrong = || words::say("mapping-reader-address");
    let address: Address = typed.trim().parse().map_err(|_| wrong())?;
    address.origin().parse().map_err(|_| wrong())
}

/// Reads the whole list. It ends with an empty page, or with one of rows that have all come
/// before; the errand's budget ends one that never ends.
pub(crate) async fn read(
    transport: &Transport,
    errand: &Errand,
    origin: &Url,
    key: &SecretString,
    progress: &Progress,
) -> Result<Companies, Broken> {
    let what = words::say("mapping-reading-companies");
    let mut companies = Companies::default();
    let (mut seen, mut room) = (HashSet::new(), Room::default());
    for number in 1_u32.. {
        progress.show(&what, companies.items.len(), None);
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
            .map_err(|error| broken(&error))?;
        let rows = rows(&body).ok_or_else(|| broken(&HaloError::NotHalo))?;
        let before = seen.len();
        for row in rows {
            if !seen.insert(Known::of(row)) {
                continue;
            }
            match item(row) {
                Some(item) if room.has_for(&item) => companies.items.push(item),
                _ => companies.left_out += 1,
            }
            if room.is_full(seen.len()) {
                return Err(because("mapping-list-too-long"));
            }
        }
        if seen.len() == before {
            break;
        }
    }
    Ok(companies)
}

/// By what a row is known again on another page.
#[derive(PartialEq, Eq, Hash)]
enum Known {
    Id(String),
    /// A row without an id that can be used: by its content.
    Content(u64),
}

impl Known {
    fn of(row: &Value) -> Self {
        id(row).map_or_else(
            || {
                let mut hasher = DefaultHasher::new();
                row.to_string().hash(&mut hasher);
                Self::Content(hasher.finish())
            },
            Self::Id,
        )
    }
}

fn because(key: &str) -> Broken {
    Broken::Because(words::say(key))
}

/// What the errors of another server than a Halo mean. Nothing that was read is kept.
fn broken(error: &HaloError) -> Broken {
    because(match error {
        HaloError::Cancelled => return Broken::Cancelled,
        HaloError::Unauthorised | HaloError::Forbidden => "mapping-reader-key-refused",
        HaloError::NotFound => "mapping-reader-not-there",
        HaloError::RateLimited { .. } => "mapping-reader-slow-down",
        HaloError::ServerError { .. } => "mapping-reader-server-error",
        HaloError::BudgetSpent => "mapping-list-too-long",
        HaloError::NotJson { .. }
        | HaloError::NotHalo
        | HaloError::TooLarge
        | HaloError::Refused { .. } => "mapping-reader-unexpected",
        _ => "mapping-reader-offline",
    })
}

fn rows(body: &Value) -> Option<&Vec<Value>> {
    body.get("companies")?.as_array()
}

/// The longest id that is taken for one, in bytes.
const LONGEST_ID: usize = 200;

fn id(row: &Value) -> Option<String> {
    let id = match row.get("id")? {
        Value::Number(number) => number.to_string(),
        Value::String(text) => text.trim().to_owned(),
        _ => return None,
    };
    (1..=LONGEST_ID).contains(&id.len()).then_some(id)
}

fn item(row: &Value) -> Option<Item> {
    let text = |field: &str| {
        let text = row.get(field)?.as_str()?.trim();
        (!text.is_empty()).then(|| text.to_owned())
    };
    Some(Item {
        record: Record {
            id: id(row)?,
            name: text("name")?,
            domains: text("website").into_iter().collect(),
            phones: text("phone_number").into_iter().collect(),
            city: text("city"),
            postcode: text("zip"),
            country: text("country_name"),
            external_ids: halo_id(row).into_iter().collect(),
        },
        ..Item::default()
    })
}

/// The id of the Halo customer that it was matched with before, inside the vendor's product. Ids
/// of any other product are left alone: as numbers they would agree with some customer's by chance.
fn halo_id(row: &Value) -> Option<String> {
    let integrations = row.get("integrations")?.as_array()?;
    let halo = integrations.iter().find(|integration| {
        let name = integration.get("integrator_name").and_then(Value::as_str);
        name.is_some_and(|name| name.to_lowercase().contains("halo"))
    })?;
    let number = |field: &str| match halo.get(field)? {
        Value::Number(number) => number.as_u64(),
        Value::String(text) => text.trim().parse().ok(),
        _ => None,
    };
    let id = number("sync_id").or_else(|| number("identifier"))?;
    Some(known_to_halo(&id.to_string()))
}
