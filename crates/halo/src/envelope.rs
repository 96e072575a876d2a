//! Lists in every wrapping Halo sends them in: bare, with a count beside them, or as one of
//! several fields.
//!
//! Used by [`crate::Halo`]. (Wrappings confirmed from public clients and live captures, 2026;
//! they differ between resources and versions.)

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use crate::tolerant;

/// Rows and, where Halo says it, how many there are in all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listing<T> {
    /// The number of rows over all pages; `None` where Halo sent no count.
    pub total: Option<u64>,
    /// The rows of this answer. Rows that are no objects of the right kind are left out.
    pub rows: Vec<T>,
}

impl<T> Listing<T> {
    /// The same where it begins the list. `None` where it counts rows and shows none, which only a
    /// page behind the last one may: nothing follows from such an answer, least of all that
    /// there is something to see.
    pub(crate) fn beginning(self) -> Option<Self> {
        let counts_unshown = self.rows.is_empty() && self.total.is_some_and(|total| total > 0);
        (!counts_unshown).then_some(self)
    }
}

/// The list in `body`, preferably below `key`; `None` if there is none.
pub(crate) fn open(body: Value, key: &str) -> Option<Listing<Value>> {
    match body {
        Value::Array(rows) => Some(Listing { total: None, rows }),
        Value::Object(mut fields) => {
            let total = fields.get("record_count").and_then(tolerant::whole_number);
            let total = total.and_then(|count| u64::try_from(count).ok());
            let name = list_name(&fields, key);
            match name.and_then(|name| fields.remove(&name)) {
                Some(Value::Array(rows)) => Some(Listing { total, rows }),
                // "No rows" is sometimes said by leaving the list out or empty.
                _ => (total == Some(0)).then(|| Listing {
                    total,
                    rows: Vec::new(),
                }),
            }
        }
        _ => None,
    }
}

/// The same with typed rows; `None` as well if there are rows and none of them can be read.
pub(crate) fn read<T: DeserializeOwned>(body: Value, key: &str) -> Option<Listing<T>> {
    let Listing { total, rows } = open(body, key)?;
    let sent = rows.len();
    let rows: Vec<T> = tolerant::readable(rows);
    (sent == 0 || !rows.is_empty()).then_some(Listing { total, rows })
}

/// The field that holds the rows: the expected one, one of the general names, or else the
/// longest list of objects.
fn list_name(fields: &Map<String, Value>, key: &str) -> Option<String> {
    let by_name = [key, "results", "data"].into_iter().find_map(|wanted| {
        let is_it = |(name, value): &(&String, &Value)| {
            name.eq_ignore_ascii_case(wanted) && value.is_array()
        };
        fields.iter().find(is_it).map(|(name, _)| name.clone())
    });
    by_name.or_else(|| {
        let objects = |value: &Value| match value {
            Value::Array(rows) if rows.iter().all(Value::is_object) => Some(rows.len()),
            _ => None,
        };
        let lists = fields
            .iter()
            .filter_map(|(name, value)| Some((objects(value)?, name)));
        lists
            .max_by_key(|(length, _)| *length)
            .map(|(_, name)| name.clone())
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn every_wrapping_is_opened() {
        let rows = json!([{"id": 1}, {"id": 2}]);
        let table = [
            (rows.clone(), None, 2),
            (json!({"record_count": 212, "clients": rows}), Some(212), 2),
            (
                json!({"record_count": "212", "Clients": rows}),
                Some(212),
                2,
            ),
            (json!({"page_no": 1, "results": rows}), None, 2),
            (json!({"columns": [{"x": 1}], "strangers": rows}), None, 2),
            (
                json!({"columns": ["a", "b", "c"], "record_count": 7.0, "other": rows}),
                Some(7),
                2,
            ),
            (json!({"record_count": 0}), Some(0), 0),
            (json!({"record_count": 0, "clients": null}), Some(0), 0),
        ];
        for (body, total, length) in table {
            let listing = open(body.clone(), "clients").expect("a list");
            assert_eq!(
                (listing.total, listing.rows.len()),
                (total, length),
                "{body}"
            );
        }
        let shown = json!({"record_count": 5, "clients": [{"id": 1}]});
        let unshown = json!({"record_count": 5, "clients": []});
        for (body, is_one) in [
            (shown, true),
            (unshown, false),
            (json!({"clients": []}), true),
        ] {
            let listing = open(body.clone(), "clients").expect("a list");
            assert_eq!(listing.beginning().is_some(), is_one, "{body}");
        }
        for body in [
            json!({}),
            json!("text"),
            json!(null),
            json!({"record_count": 3}),
        ] {
            assert!(open(body.clone(), "clients").is_none(), "{body}");
        }
    }
}
