//! The many fields that Halo adds to a record and that nobody here reads: unset dates, nulls,
//! zeros. Names and types are those of Halo's own description of its API (2024).
//!
//! A program that trips over an unknown field should trip here. Used by [`crate::resources`].

use std::{collections::HashMap, sync::LazyLock};

use serde_json::{Map, Value};

static EXTRAS: LazyLock<HashMap<&'static str, Map<String, Value>>> = LazyLock::new(|| {
    [
        ("action", include_str!("../data/action.json")),
        ("agent", include_str!("../data/agent.json")),
        ("application", include_str!("../data/application.json")),
        ("appointment", include_str!("../data/appointment.json")),
        ("article", include_str!("../data/article.json")),
        ("asset", include_str!("../data/asset.json")),
        ("contract", include_str!("../data/contract.json")),
        ("control", include_str!("../data/control.json")),
        ("customer", include_str!("../data/customer.json")),
        ("department", include_str!("../data/department.json")),
        ("invoice", include_str!("../data/invoice.json")),
        ("item", include_str!("../data/item.json")),
        ("order", include_str!("../data/order.json")),
        ("quote", include_str!("../data/quote.json")),
        ("role", include_str!("../data/role.json")),
        ("site", include_str!("../data/site.json")),
        ("status", include_str!("../data/status.json")),
        ("team", include_str!("../data/team.json")),
        ("ticket", include_str!("../data/ticket.json")),
        ("ticket-type", include_str!("../data/ticket-type.json")),
        ("user", include_str!("../data/user.json")),
    ]
    .into_iter()
    .map(|(kind, text)| {
        let fields = serde_json::from_str(text).expect("the data files are JSON objects");
        (kind, fields)
    })
    .collect()
});

/// A row laid over the fields that Halo adds to records of this kind.
pub(crate) fn with_extras(kind: &str, row: Value) -> Value {
    let Some(extras) = EXTRAS.get(kind) else {
        return row;
    };
    let mut fields = extras.clone();
    match row {
        Value::Object(own) => {
            fields.extend(own);
            Value::Object(fields)
        }
        other => other,
    }
}
