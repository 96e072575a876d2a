//! The vendor's own rows to match, one for each customer that its integration has found:
//! `GET /api/v1/matchers` for one integration, and `PUT /api/v1/matchers/{id}` to give one its
//! company.
//!
//! Confirmed from the maker's own client (read November 2026): the parameters, that `sync_id` is
//! the id which the other product has for the record, `identifier` where that is no number, and the
//! body of a change. Reported by others who tried (2026): an integration that is not there gives
//! 404, a change of a matcher that is not there 500, one matcher alone cannot be read, and none can
//! be made. Not known: whether a list without `matched` holds all, so that both halves are read;
//! whether a change answers with the matcher or with one inside `matcher`, so that both are
//! understood.

use std::collections::BTreeMap;

use halo::{Errand, HaloError, KeyHeader, Transport, WriteError};
use secrecy::SecretString;
use serde_json::{Value, json};
use store::Side;
use url::Url;

use crate::mapping::room::{LONGEST, MOST_ROWS};
use crate::mapping::{Broken, Progress};
use crate::words;

/// The header that carries the key.
const HEADER: &str = "x-api-key";
/// How many rows a page is asked for; a server may give fewer.
const PAGE: usize = 250;

/// One of the vendor's rows to match.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Matcher {
    pub(crate) id: u64,
    /// The id that the record has in the other product, as text.
    pub(crate) record: Option<String>,
    pub(crate) name: String,
    /// The company it has now.
    pub(crate) company: Option<Company>,
}

/// A company as a matcher names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Company {
    pub(crate) id: u64,
    /// Its name, where the server said it.
    pub(crate) name: Option<String>,
}

/// The vendor's server and the integration that is written to.
#[derive(Clone)]
pub(crate) struct Server {
    pub(crate) transport: Transport,
    pub(crate) origin: Url,
    pub(crate) key: SecretString,
    pub(crate) integration: u64,
}

/// Reads every matcher of the integration.
pub(crate) async fn read(
    server: &Server,
    errand: &Errand,
    progress: &Progress,
) -> Result<Vec<Matcher>, Broken> {
    let what = words::say("writing-reading");
    let mut found = BTreeMap::new();
    // A row that gets its company in between is in both halves: the later is how it stands.
    for matched in ["false", "true"] {
        let mut seen = |rows: usize| progress.show(&what, rows, None);
        let half = pages(server, errand, &[("matched", matched)], &mut seen).await;
        found.extend(half.map_err(|error| error.into_broken(server.integration))?);
    }
    Ok(found.into_values().collect())
}

/// How a matcher stands now; none where it is not there any more.
pub(super) async fn one(
    server: &Server,
    errand: &Errand,
    matcher: u64,
    record: Option<&str>,
) -> Result<Option<Matcher>, HaloError> {
    for matched in ["true", "false"] {
        let mut query = vec![("matched", matched)];
        query.extend(record.map(|id| match id.parse::<u64>() {
            Ok(_) => ("sync_id", id),
            Err(_) => ("identifier", id),
        }));
        let rows = pages(server, errand, &query, &mut |_| {}).await;
        let mut rows = rows.map_err(Unread::into_error)?;
        if let Some(matcher) = rows.remove(&matcher) {
            return Ok(Some(matcher));
        }
    }
    Ok(None)
}

/// Gives a matcher its company; the company that the answer says it has now.
pub(super) async fn set(
    server: &Server,
    errand: &Errand,
    matcher: u64,
    company: u64,
) -> Result<Option<u64>, WriteError> {
    let mut url = server.origin.clone();
    url.set_path(&format!("/api/v1/matchers/{matcher}"));
    let body = json!({ "matcher": { "company_id": company } });
    let transport = &server.transport;
    let sent = transport.put_with_key(errand, url, server.header(), &body);
    let answer = sent.await?;
    let record = answer.get("matcher").unwrap_or(&answer);
    let is_it = number(record, "id").is_none_or(|id| id == matcher);
    Ok(number(record, "company_id").filter(|_| is_it))
}

impl Server {
    fn header(&self) -> KeyHeader<'_> {
        KeyHeader {
            name: HEADER,
            value: &self.key,
        }
    }
}

/// Why the matchers could not be read.
enum Unread {
    Error(HaloError),
    TooLong,
    /// The integration is with another product, of this name.
    OtherProduct(String),
}

impl From<HaloError> for Unread {
    fn from(error: HaloError) -> Self {
        Self::Error(error)
    }
}

impl Unread {
    fn into_broken(self, integration: u64) -> Broken {
        let number = integration.to_string();
        let because = |key| Broken::Because(words::say(key));
        match self {
            Self::Error(HaloError::Unauthorised) => because("writing-key-refused"),
            Self::Error(HaloError::Forbidden) => because("writing-key-may-not-read"),
            Self::Error(HaloError::NotFound) => {
                let known = [("number", number.as_str())];
                Broken::Because(words::say_with("writing-no-integration", &known))
            }
            Self::Error(error) => Broken::reading(Side::Vendor, &error),
            Self::TooLong => because("writing-too-long"),
            Self::OtherProduct(name) => {
                let known = [("number", number.as_str()), ("name", name.as_str())];
                Broken::Because(words::say_with("writing-other-integration", &known))
            }
        }
    }

    fn into_error(self) -> HaloError {
        match self {
            Self::Error(error) => error,
            Self::TooLong => HaloError::TooLarge,
            Self::OtherProduct(_) => HaloError::NotFound,
        }
    }
}

/// Reads one list of matchers to its end: an empty page, or one of rows that have all come before.
async fn pages(
    server: &Server,
    errand: &Errand,
    query: &[(&str, &str)],
    seen: &mut (dyn FnMut(usize) + Send),
) -> Result<BTreeMap<u64, Matcher>, Unread> {
    let mut found = BTreeMap::new();
    for page in 1_u32.. {
        seen(found.len());
        let mut url = server.origin.clone();
        url.set_path("/api/v1/matchers");
        url.query_pairs_mut()
            .append_pair("integration_id", &server.integration.to_string())
            .extend_pairs(query)
            .append_pair("page", &page.to_string())
            .append_pair("page_size", &PAGE.to_string());
        let transport = &server.transport;
        let body = transport.get_with_key(errand, url, server.header()).await?;
        let rows = body.get("matchers").and_then(Value::as_array);
        let rows = rows.ok_or(HaloError::NotHalo)?;
        let before = found.len();
        for row in rows {
            let integrator = row.get("integrator_name").and_then(Value::as_str);
            if let Some(other) = integrator.filter(|name| !is_halo(name)) {
                return Err(Unread::OtherProduct(other.chars().take(60).collect()));
            }
            if let Some(matcher) = matcher(row) {
                found.insert(matcher.id, matcher);
            }
        }
        if found.len() > MOST_ROWS {
            return Err(Unread::TooLong);
        }
        if found.len() == before {
            break;
        }
    }
    Ok(found)
}

/// The vendor calls the integration "halo" or by a longer name with that in it (reported, 2026).
fn is_halo(integrator: &str) -> bool {
    integrator.trim().is_empty() || integrator.to_lowercase().contains("halo")
}

fn number(row: &Value, field: &str) -> Option<u64> {
    match row.get(field)? {
        Value::Number(number) => number.as_u64(),
        Value::String(text) => text.trim().parse().ok(),
        _ => None,
    }
}

fn text(row: &Value, field: &str) -> Option<String> {
    let text = match row.get(field)? {
        Value::String(text) => text.trim().to_owned(),
        Value::Number(number) => number.to_string(),
        _ => return None,
    };
    (1..=LONGEST).contains(&text.len()).then_some(text)
}

/// One row; none where it has no number, or a text longer than any of these is.
fn matcher(row: &Value) -> Option<Matcher> {
    let company = number(row, "company_id").map(|id| Company {
        id,
        name: text(row, "company_name"),
    });
    Some(Matcher {
        id: number(row, "id")?,
        record: text(row, "sync_id").or_else(|| text(row, "identifier")),
        name: text(row, "name").unwrap_or_default(),
        company,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_read_however_its_numbers_are_written() {
        let row = json!({ "id": "7", "sync_id": 12, "identifier": "x", "name": " Acme ",
                          "company_id": "501", "company_name": "ACME", "potential_company_id": 9 });
        let company = Company {
            id: 501,
            name: Some("ACME".to_owned()),
        };
        let expected = Matcher {
            id: 7,
            record: Some("12".to_owned()),
            name: "Acme".to_owned(),
            company: Some(company),
        };
        assert_eq!(matcher(&row), Some(expected));
        let row = json!({ "id": 8, "sync_id": null, "identifier": "acme-1", "name": null, "company_id": null });
        let expected = Matcher {
            id: 8,
            record: Some("acme-1".to_owned()),
            name: String::new(),
            company: None,
        };
        assert_eq!(matcher(&row), Some(expected));
        assert_eq!(matcher(&json!({ "name": "no number" })), None);
    }

    #[test]
    fn another_product_is_told_from_this_one() {
        for name in ["halo", "HaloPSA", "halo_psa", ""] {
            assert!(is_halo(name), "{name}");
        }
        for name in ["cw_manage", "autotask"] {
            assert!(!is_halo(name), "{name}");
        }
    }
}
