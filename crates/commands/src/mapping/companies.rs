//! A list of companies from the vendor's own API: `GET /api/v1/companies`, page by page, with a
//! key in `x-api-key`.
//!
//! The shape and the headers are confirmed from a public client's source (2026): rows below
//! `companies`, 401 for a wrong key, 429 with the words "Retry later". How many rows a page
//! really has is not known for certain (25 and 1000 are both reported), so a page is the last
//! one only when it brings nothing new. The address is typed by the admin; plain http is for
//! this computer only, and nothing is sent on to another place.

use std::collections::HashSet;
use std::hash::{BuildHasher as _, RandomState};

use halo::{Address, Errand, HaloError, KeyHeader, Transport};
use mapping::Record;
use secrecy::SecretString;
use serde_json::Value;
use store::Side;
use url::Url;

use super::broken::Broken;
use super::left_out::{LeftOut, Why};
use super::room::Room;
use super::{Item, Progress, item, known_to_halo};
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
    /// Rows that cannot be used.
    pub(crate) left_out: LeftOut,
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
///
/// Until then its rows are held as the text that they are kept as, which takes a third of the
/// memory.
pub(crate) async fn read(
    transport: &Transport,
    errand: &Errand,
    origin: &Url,
    key: &SecretString,
    progress: &Progress,
) -> Result<Companies, Broken> {
    let what = words::say("mapping-reading-companies");
    let (mut pages, mut done, mut left_out) = (Vec::new(), 0, LeftOut::default());
    let (mut seen, mut room) = (Seen::default(), Room::default());
    for number in 1_u32.. {
        progress.show(&what, done, None);
        let mut url = origin.clone();
        url.set_path("/api/v1/companies");
        url.query_pairs_mut()
            .append_pair("page", &number.to_string())
            .append_pair("page_size", &PAGE.to_string());
        let header = KeyHeader {
            name: HEADER,
            value: key,
        };
        let body = transport.get_with_key(errand, url, header).await;
        let body = body.map_err(|error| Broken::reading(Side::Vendor, &error))?;
        let rows = rows(&body).ok_or_else(|| Broken::reading(Side::Vendor, &HaloError::NotHalo))?;
        let before = seen.count();
        let mut items = Vec::new();
        for row in rows {
            if !seen.is_new(row) {
                continue;
            }
            let id = id(row);
            let why = match company(row) {
                None if id.is_none() => Why::NoId,
                None => Why::NoName,
                Some(item) if item.holds_a_secret() => Why::Secret,
                Some(item) if !Room::fits(&item) => Why::TooLong,
                Some(item) => {
                    items.push(item);
                    continue;
                }
            };
            left_out.row(seen.count(), id.as_deref(), why);
        }
        if seen.count() == before {
            break;
        }
        done += items.len();
        let page = item::write(&items);
        room.take(&page);
        if room.is_full(seen.count()) {
            return Err(Broken::too_long());
        }
        pages.push(page);
    }
    let items = pages.into_iter().filter_map(|page| item::read(&page));
    Ok(Companies {
        items: items.flatten().collect(),
        left_out,
    })
}

/// The rows that have come: each is known again on another page by its id, or, without an id that
/// can be used, by its content.
#[derive(Default)]
struct Seen {
    hasher: RandomState,
    rows: HashSet<u64>,
}

impl Seen {
    fn is_new(&mut self, row: &Value) -> bool {
        let known = id(row).ok_or_else(|| row.to_string());
        self.rows.insert(self.hasher.hash_one(known))
    }

    fn count(&self) -> usize {
        self.rows.len()
    }
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

fn company(row: &Value) -> Option<Item> {
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
