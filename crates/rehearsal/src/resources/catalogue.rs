//! The modules around tickets: assets, items, documents of sale, contracts, knowledge base,
//! calendar, timesheets. Each is a short list in the envelope of its own kind.
//!
//! Read only: no set-up guide writes to them, and a practice POST is refused as a missing right is.

use serde_json::{Value, json};

use super::{Call, Verb, customers::f64_of};
use crate::{
    chance::{below, guid},
    extras::with_extras,
    generate::{customers as made, minutes_ago},
    list::{Envelope, List},
    reply::Reply,
    rights::{Level, Wish},
};

fn read(call: &Call<'_>, kind: &'static str, key: &'static str, rows: Vec<Value>) -> Reply {
    match call.verb {
        Verb::Get => List::of(kind, Envelope::Keyed(key), rows).read(call),
        Verb::Post | Verb::Delete => Reply::forbidden(),
    }
}

/// `count` rows that each belong to a customer whom the agent may see.
fn of_customers(
    call: &Call<'_>,
    count: usize,
    extras: &str,
    row: impl Fn(usize, &made::Customer) -> Value,
) -> Vec<Value> {
    if call.state.customers == 0 {
        return Vec::new();
    }
    let wanted = call.query.number("client_id");
    (0..count)
        .filter_map(|index| {
            let seed = u64::try_from(index).expect("an index fits");
            let owner = made::customer(below(0xca7a, seed, call.state.customers));
            (call.agent.sees_customer(owner.id) && wanted.is_none_or(|id| id == owner.id)).then(
                || {
                    let row = row(index, &owner);
                    if call.rest.is_empty() {
                        row
                    } else {
                        with_extras(extras, row)
                    }
                },
            )
        })
        .collect()
}

/// `/Asset`
pub(super) fn assets(call: &Call<'_>) -> Reply {
    const KINDS: [&str; 4] = ["Workstation", "Server", "Firewall", "Printer"];
    let rows = of_customers(call, 640, "asset", |index, owner| {
        json!({
            "id": index + 501,
            "inventory_number": format!("RH-{:05}", index + 501),
            "key_field": KINDS[index % 4],
            "client_id": owner.id,
            "client_name": owner.name,
            "site_id": owner.id * 2 + 5,
            "site_name": "Main",
            "assettype_id": index % 4 + 1,
            "assettype_name": KINDS[index % 4],
            "colour": "#a9a9a9",
            "warranty_end": "1899-12-30T00:00:00",
            "inactive": false,
            "use": "asset",
        })
    });
    if call.state.variants.asset_list_is_bare {
        return List::of("asset", Envelope::Bare, rows).read(call);
    }
    read(call, "asset", "assets", rows)
}

/// `/Item`
pub(super) fn items(call: &Call<'_>) -> Reply {
    let rows = [
        "Managed workstation",
        "Managed server",
        "Mailbox backup",
        "Laptop 14\"",
        "Firewall",
        "Engineer hour",
    ]
    .iter()
    .enumerate()
    .map(|(index, name)| {
        json!({
            "id": index + 3,
            "name": name,
            "status": 0,
            "assetgroup_id": 1,
            "assetgroup_name": "Services",
            "quantity_in_stock": 0.0,
            "baseprice": 12.5,
            "costprice": 8.0,
            "supplier_id": 1,
            "use": "item",
        })
    })
    .collect();
    read(call, "item", "items", rows)
}

/// `/KBArticle`
pub(super) fn articles(call: &Call<'_>) -> Reply {
    let rows = (1..=24)
        .map(|id| {
            json!({
                "id": id,
                "name": format!("How to: procedure {id}"),
                "description": "",
                "view_count": id * 3,
                "date_created": minutes_ago(600_000),
                "date_edited": "1900-01-01T00:00:00",
                "inactive": false,
                "type": 0,
            })
        })
        .collect();
    read(call, "article", "articles", rows)
}

/// `/Quotation`
pub(super) fn quotes(call: &Call<'_>) -> Reply {
    let rows = of_customers(call, 86, "quote", |index, owner| {
        sale(index, owner, "quote")
    });
    read(call, "quote", "quotes", rows)
}

/// `/SalesOrder`
pub(super) fn sales_orders(call: &Call<'_>) -> Reply {
    let rows = of_customers(call, 44, "order", |index, owner| {
        sale(index, owner, "salesorder")
    });
    read(call, "sales order", "salesorders", rows)
}

/// `/PurchaseOrder`
pub(super) fn purchase_orders(call: &Call<'_>) -> Reply {
    let rows = of_customers(call, 31, "order", |index, owner| {
        sale(index, owner, "purchaseorder")
    });
    read(call, "purchase order", "purchaseorders", rows)
}

/// `/Invoice`, with `/Invoice/lines`.
pub(super) fn invoices(call: &Call<'_>) -> Reply {
    if call.rest.first() == Some(&"lines") {
        return if call.agent.level("billing-details-access-level") < Level::Read {
            Reply::forbidden()
        } else {
            Reply::ok(json!([]))
        };
    }
    let rows = of_customers(call, 212, "invoice", |index, owner| {
        let mut row = sale(index, owner, "invoice");
        row["invoicenumber"] = json!(format!("INV-{:05}", index + 1));
        row["invoice_date"] = json!(minutes_ago(43_200));
        row["posted"] = json!(true);
        row
    });
    read(call, "invoice", "invoices", rows)
}

/// `/RecurringInvoice`
pub(super) fn recurring_invoices(call: &Call<'_>) -> Reply {
    let rows = of_customers(call, 120, "invoice", |index, owner| {
        sale(index, owner, "recurringinvoice")
    });
    read(call, "recurring invoice", "invoices", rows)
}

fn sale(index: usize, owner: &made::Customer, use_: &str) -> Value {
    json!({
        "id": index + 1,
        "title": "Hardware and set-up",
        "client_id": owner.id,
        "client_name": owner.name,
        "site_id": f64_of(owner.id * 2 + 5),
        "site_name": "Main",
        "user_id": 0,
        "status": 1,
        "date": minutes_ago(90_000),
        "expiry_date": "1900-01-01T00:00:00",
        "total": 1_250.0,
        "note": null,
        "use": use_,
    })
}

/// `/ClientContract`: the list answers everybody who has the scope; a single contract answers 401
/// to an agent without the right (confirmed 2026).
pub(super) fn customer_contracts(call: &Call<'_>) -> Reply {
    let wish = if call.verb == Verb::Get {
        Wish::Read
    } else {
        Wish::Write
    };
    if !call.may("contracts", wish) {
        return Reply::forbidden();
    }
    let level = call.agent.level("customer-agreements-access-level");
    if !call.rest.is_empty() && level < Level::Read {
        return Reply::unauthorised();
    }
    let rows = of_customers(call, 140, "contract", |index, owner| {
        json!({
            "id": index + 11,
            "client_id": owner.id,
            "client_name": owner.name,
            "ref": format!("AGR-{:04}", index + 11),
            "start_date": "2024-04-01T00:00:00",
            "end_date": "1900-01-01T00:00:00",
            "started": true,
            "expired": false,
            "billingperiod": 1,
            "contract_status": "Active",
            "next_invoice_date": "2026-12-01T00:00:00",
            "numberofunitsfree": 0.0,
        })
    });
    read(call, "contract", "contracts", rows)
}

/// `/Supplier`
pub(super) fn suppliers(call: &Call<'_>) -> Reply {
    let rows = ["Broadline Distribution", "Northern Cloud", "Cable & Rack Ltd"]
        .iter()
        .enumerate()
        .map(|(index, name)| json!({ "id": index + 1, "name": name, "inactive": false, "use": "supplier" }))
        .collect();
    read(call, "supplier", "suppliers", rows)
}

/// `/SupplierContract`
pub(super) fn supplier_contracts(call: &Call<'_>) -> Reply {
    let rows = (1..=5)
        .map(|id| json!({ "id": id, "supplier_id": id % 3 + 1, "ref": format!("SUP-{id}"), "expired": false }))
        .collect();
    read(call, "supplier contract", "contracts", rows)
}

/// `/SoftwareLicence`
pub(super) fn licences(call: &Call<'_>) -> Reply {
    let rows = of_customers(call, 180, "", |index, owner| {
        json!({
            "id": index + 1,
            "name": "Business Premium",
            "client_id": owner.id,
            "client_name": owner.name,
            "count": index % 40 + 1,
            "expiry_date": "1900-01-01T00:00:00",
            "is_active": true,
        })
    });
    read(call, "licence", "licences", rows)
}

/// `/Software`
pub(super) fn software(call: &Call<'_>) -> Reply {
    let rows = (1..=8)
        .map(|id| json!({ "id": id, "name": format!("Release {id}") }))
        .collect();
    read(call, "software", "software", rows)
}

/// `/CRMNote`: its rows come under `actions`, and `page_no` is ignored (confirmed 2026).
pub(super) fn crm_notes(call: &Call<'_>) -> Reply {
    let rows: Vec<Value> = of_customers(call, 40, "", |index, owner| {
        json!({
            "id": index + 1,
            "client_id": owner.id,
            "client_name": owner.name,
            "note": "Spoke about next year's plan",
            "datetime": minutes_ago(20_000),
        })
    });
    if call.verb == Verb::Get && call.rest.is_empty() {
        return Reply::ok(json!({ "record_count": rows.len(), "actions": rows }));
    }
    read(call, "crm note", "actions", rows)
}

/// `/Appointment`: a range of days has to be given (confirmed 2026).
pub(super) fn appointments(call: &Call<'_>) -> Reply {
    let has_range =
        call.query.text("start_date").is_some() && call.query.text("end_date").is_some();
    if call.verb == Verb::Get && call.rest.is_empty() && !has_range {
        return Reply::binding("start_date", "A start date and an end date must be given.");
    }
    let rows = (1..=12)
        .map(|id| {
            with_extras(
                "appointment",
                json!({
                    "id": id,
                    "collection_id": guid(&id.to_string(), "appointment"),
                    "subject": "On-site visit",
                    "start_date": minutes_ago(1_440 * id),
                    "end_date": minutes_ago(1_440 * id - 60),
                    "agent_id": 5 + id % 8,
                    "_canupdate": call.agent.level("calendars-and-appointments-access-level") == Level::Modify,
                }),
            )
        })
        .collect();
    match call.verb {
        Verb::Get => List::of("appointment", Envelope::Bare, rows).read(call),
        Verb::Post | Verb::Delete => Reply::forbidden(),
    }
}

/// `/Timesheet`
pub(super) fn timesheets(call: &Call<'_>) -> Reply {
    let rows = (1..=10_i64)
        .map(|id| {
            json!({
                "id": id,
                "agent_id": 4 + id,
                "date": minutes_ago(1_440 * id.unsigned_abs()),
                "start_time": "1901-01-01T09:00:00",
                "end_time": "1901-01-01T17:30:00",
                "target_hours": 7.5,
                "actual_hours": 7.25,
            })
        })
        .collect::<Vec<Value>>();
    match call.verb {
        Verb::Get => List::of("timesheet", Envelope::Bare, rows).read(call),
        Verb::Post | Verb::Delete => Reply::forbidden(),
    }
}

/// `/TimesheetEvent`
pub(super) fn timesheet_events(call: &Call<'_>) -> Reply {
    let rows = (1..=20_i64)
        .map(|id| {
            json!({
                "id": id,
                "event_type": 0,
                "subject": "Ticket work",
                "start_date": minutes_ago(600 * id.unsigned_abs()),
                "end_date": minutes_ago(600 * id.unsigned_abs() - 30),
                "timetaken": 0.5,
                "agent_id": 5 + id % 6,
                "ticket_id": 1_000 + id,
            })
        })
        .collect::<Vec<Value>>();
    match call.verb {
        Verb::Get => List::of("timesheet event", Envelope::Bare, rows).read(call),
        Verb::Post | Verb::Delete => Reply::forbidden(),
    }
}

/// `/Service`
pub(super) fn services(call: &Call<'_>) -> Reply {
    let rows = ["E-mail", "Telephony", "Remote desktops"]
        .iter()
        .enumerate()
        .map(|(index, name)| json!({ "id": index + 1, "name": name, "service_status_id": 1 }))
        .collect();
    read(call, "service", "services", rows)
}

/// `/Attachment`: none of the made-up tickets has any.
pub(super) fn attachments(call: &Call<'_>) -> Reply {
    read(call, "attachment", "attachments", Vec::new())
}

/// `/DistributionLists`
pub(super) fn distribution_lists(call: &Call<'_>) -> Reply {
    let rows = vec![json!({ "id": 1, "name": "Maintenance notices", "user_count": 41 })];
    read(call, "distribution list", "distributionlists", rows)
}
