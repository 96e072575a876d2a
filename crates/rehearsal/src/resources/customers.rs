//! `/Client`, `/Site` and `/Users`: customers, where they are, and who works there.
//!
//! A restricted agent gets a shorter list and no error (reported 2026). List rows of customers have
//! neither website nor domain; those are in the detail (confirmed 2026).

use serde_json::{Map, Value, json};

use super::{Call, Verb};
use crate::{
    generate::{contacts, customers as made},
    list::{Envelope, List},
    reply::Reply,
    rights::Level,
};

/// `/Client`
pub(super) fn customers(call: &Call<'_>) -> Reply {
    if call.rest.first() == Some(&"me") {
        return Reply::not_found();
    }
    match call.verb {
        Verb::Get => list(call).read(call),
        Verb::Post => write(call, "customer", 90_001, &list(call), |element, index| {
            require(element, "name", "Invalid Name")?;
            Call::whole(element, index, "toplevel_id").map(drop)
        }),
        Verb::Delete => delete(call, "customer", &list(call)),
    }
}

/// Positions of the customers this agent sees and the query asks for.
fn visible(call: &Call<'_>) -> Vec<usize> {
    let count = call.state.customers;
    let search = call.query.search();
    let shows_inactive = match call.query.text("activeinactive") {
        Some(both) => both.to_lowercase().ends_with("true"),
        None => call.query.is_on("includeinactive"),
    };
    let mut positions: Vec<usize> = match &call.agent.customers {
        Some(allowed) if !call.agent.is_administrator => allowed
            .iter()
            .filter_map(|id| made::position(*id))
            .filter(|position| *position < count)
            .collect(),
        _ => (0..count).collect(),
    };
    if !shows_inactive {
        let written = call.written.overlay("customer");
        positions.retain(|position| {
            let said = written.changed(made::id(*position), "inactive");
            let was_born_so = made::is_inactive(*position);
            !said.and_then(Value::as_bool).unwrap_or(was_born_so)
        });
    }
    if let Some(search) = search {
        positions.retain(|position| {
            made::customer(*position)
                .name
                .to_lowercase()
                .contains(&search)
        });
    }
    if call.query.text("order") == Some("name") {
        positions.sort_by_cached_key(|position| made::customer(*position).name.to_lowercase());
        if call.query.is_on("orderdesc") {
            positions.reverse();
        }
    }
    positions
}

fn list<'a>(call: &'a Call<'a>) -> List<'a> {
    let positions = visible(call);
    let for_id = positions.clone();
    let names_only = call.agent.level("customers-access-level") == Level::Names;
    let id_only = call.query.is_on("idonly");
    List {
        kind: "customer",
        envelope: Envelope::Keyed("clients"),
        total: positions.len(),
        id: Box::new(move |index| made::id(for_id[index])),
        row: Box::new(move |index| {
            let customer = made::customer(positions[index]);
            if names_only || id_only {
                json!({ "id": customer.id, "name": customer.name })
            } else if call.state.variants.customer_rows_have_domain {
                let mut row = object(row(&customer));
                row.insert(
                    "website".to_owned(),
                    json!(format!("https://www.{}", customer.domain)),
                );
                row.insert("domain".to_owned(), json!(customer.domain));
                Value::Object(row)
            } else {
                row(&customer)
            }
        }),
        record: Box::new(move |id| {
            let position =
                made::position(id).filter(|position| *position < call.state.customers)?;
            call.agent
                .sees_customer(id)
                .then(|| call.detailed("customer", detail(position)))
        }),
    }
}

/// A row as lists show it.
fn row(customer: &made::Customer) -> Value {
    json!({
        "id": customer.id,
        "name": customer.name,
        "toplevel_id": 1,
        "toplevel_name": "Customers",
        "inactive": customer.is_inactive,
        "colour": "#a9a9a9",
        "confirmemail": 2,
        "actionemail": 2,
        "clearemail": 2,
        "messagegroup_id": -1,
        "calldate": "1900-01-01T00:00:00",
        "item_tax_code": 0,
        "service_tax_code": 0,
        "prepay_tax_code": 0,
        "contract_tax_code": 0,
        "pritech": 0,
        "sectech": 0,
        "accountmanagertech": 13,
        "notes": null,
        "use": "client",
        "key": customer.id,
        "table": 0,
        "accountsid": "",
        "itglue_id": null,
        "customertype": 0,
        "is_vip": false,
        "taxable": true,
        "is_account": true,
    })
}

fn detail(position: usize) -> Value {
    let customer = made::customer(position);
    let mut fields = object(row(&customer));
    fields.extend(object(json!({
        "website": format!("https://www.{}", customer.domain),
        "domain": if position % 9 == 8 { Value::Null } else { json!(customer.domain) },
        "main_site_id": f64_of(made::site_id(position, 0)),
        "main_site_name": "Main",
        "main_phonenumber": customer.phone,
        "ref": format!("C{:05}", customer.id),
        "datecreated": crate::generate::minutes_ago(2_000_000 - 60 * u64::try_from(position % 20_000).unwrap_or(0)),
        "customfields": [],
        "external_links": [],
        "azure_tenants": [],
        "hudu_url": null,
        "toplevel_name": "Customers",
    })));
    Value::Object(fields)
}

/// `/Site`
pub(super) fn sites(call: &Call<'_>) -> Reply {
    match call.verb {
        Verb::Get => site_list(call).read(call),
        Verb::Post => write(call, "site", 190_001, &site_list(call), |element, index| {
            require(element, "name", "Invalid Name")?;
            match Call::whole(element, index, "client_id")? {
                Some(_) => Ok(()),
                None => Err(Reply::problem("A Customer must be selected")),
            }
        }),
        Verb::Delete => delete(call, "site", &site_list(call)),
    }
}

fn site_list<'a>(call: &'a Call<'a>) -> List<'a> {
    let owner = call.query.number("client_id");
    let search = call.query.search();
    let sites: Vec<(usize, usize)> = (0..made::site_count(call.state.customers))
        .map(made::nth_site)
        .filter(|(position, _)| {
            let id = made::id(*position);
            owner.is_none_or(|owner| owner == id)
                && call.agent.sees_customer(id)
                && search.as_ref().is_none_or(|search| {
                    made::customer(*position)
                        .name
                        .to_lowercase()
                        .contains(search)
                })
        })
        .collect();
    let for_id = sites.clone();
    List {
        kind: "site",
        envelope: Envelope::Keyed("sites"),
        total: sites.len(),
        id: Box::new(move |index| made::site_id(for_id[index].0, for_id[index].1)),
        row: Box::new(move |index| site_row(sites[index].0, sites[index].1)),
        record: Box::new(move |id| {
            let (position, ordinal) = made::site_position(id)?;
            (position < call.state.customers && call.agent.sees_customer(made::id(position)))
                .then(|| call.detailed("site", site_row(position, ordinal)))
        }),
    }
}

fn site_row(position: usize, ordinal: usize) -> Value {
    let customer = made::customer(position);
    let name = if ordinal == 0 { "Main" } else { "Warehouse" };
    json!({
        "id": made::site_id(position, ordinal),
        "name": name,
        // A double, as in Halo's own description of its API.
        "client_id": f64_of(customer.id),
        "client_name": customer.name,
        "clientsite_name": format!("{}/{name}", customer.name),
        "inactive": false,
        "sla_id": 1,
        "phonenumber": customer.phone,
        "colour": "#a9a9a9",
        "timezone": customer.time_zone,
        "emaildomain": customer.domain,
        "use": "site",
        "delivery_address": {
            "line1": format!("{} High Street", position % 180 + 1),
            "line2": "",
            "line3": customer.town,
            "line4": customer.country,
            "postcode": customer.postcode,
        },
        "maincontact_id": f64_of(contacts::id(position, 1)),
    })
}

/// `/Users`
pub(super) fn contacts(call: &Call<'_>) -> Reply {
    if call.rest.first() == Some(&"me") {
        return Reply::not_found();
    }
    match call.verb {
        Verb::Get => contact_list(call).read(call),
        Verb::Post => write(
            call,
            "user",
            390_001,
            &contact_list(call),
            |element, index| {
                require(element, "name", "Username must be entered")?;
                match Call::whole(element, index, "site_id")? {
                    Some(_) => Ok(()),
                    None => Err(Reply::problem("A Site must be selected")),
                }
            },
        ),
        Verb::Delete => delete(call, "user", &contact_list(call)),
    }
}

fn contact_list<'a>(call: &'a Call<'a>) -> List<'a> {
    let owner = call.query.number("client_id");
    let site = call.query.number("site_id");
    let search = call.query.search();
    let indexes: Vec<usize> = (0..call.state.customers * contacts::PER_CUSTOMER)
        .filter(|index| {
            let position = index / contacts::PER_CUSTOMER;
            let customer = made::id(position);
            owner.is_none_or(|owner| owner == customer)
                && site.is_none_or(|site| site == made::site_id(position, 0))
                && call.agent.sees_customer(customer)
                && search.as_ref().is_none_or(|search| {
                    let contact = contacts::contact(*index);
                    format!("{} {}", contact.first_name, contact.family_name)
                        .to_lowercase()
                        .contains(search)
                })
        })
        .collect();
    let for_id = indexes.clone();
    List {
        kind: "user",
        envelope: Envelope::Keyed("users"),
        total: indexes.len(),
        id: Box::new(move |index| contacts::contact(for_id[index]).id),
        row: Box::new(move |index| contact_row(&contacts::contact(indexes[index]))),
        record: Box::new(move |id| {
            let contact = contacts::contact(contacts::index(id)?);
            (contact.customer < call.state.customers
                && call.agent.sees_customer(made::id(contact.customer)))
            .then(|| call.detailed("user", contact_row(&contact)))
        }),
    }
}

fn contact_row(contact: &contacts::Contact) -> Value {
    let customer = made::customer(contact.customer);
    let login = format!("{}.{}", contact.first_name, contact.family_name)
        .to_lowercase()
        .replace(['\'', ' '], "");
    json!({
        "id": contact.id,
        "name": format!("{} {}", contact.first_name, contact.family_name),
        "firstname": contact.first_name,
        "surname": contact.family_name,
        "site_id": f64_of(made::site_id(contact.customer, 0)),
        "site_id_int": made::site_id(contact.customer, 0),
        "site_name": "Main",
        "client_id": customer.id,
        "client_name": customer.name,
        "emailaddress": format!("{login}@{}", customer.domain),
        "phonenumber_preferred": customer.phone,
        "phonenumber": "",
        "inactive": false,
        "colour": "#a9a9a9",
        "isimportantcontact": false,
        "neversendemails": false,
        "priority_id": 0,
        "linked_agent_id": null,
        "use": "user",
    })
}

/// Creates or changes rows of an array, one problem at a time, and answers with a single object
/// for a single element (confirmed 2026).
pub(super) fn write(
    call: &Call<'_>,
    kind: &'static str,
    first: i64,
    list: &List<'_>,
    check: impl Fn(&Map<String, Value>, usize) -> Result<(), Reply>,
) -> Reply {
    let elements = match call.elements() {
        Ok(elements) => elements,
        Err(reply) => return reply,
    };
    let mut written = Vec::new();
    for (index, element) in elements.into_iter().enumerate() {
        match write_one(call, kind, first, list, element, index, &check) {
            Ok(row) => written.push(row),
            Err(reply) => return reply,
        }
    }
    match <[Value; 1]>::try_from(written) {
        Ok([single]) => Reply::created(single, &call.state.variants),
        Err(several) => Reply::created(Value::Array(several), &call.state.variants),
    }
}

fn write_one(
    call: &Call<'_>,
    kind: &'static str,
    first: i64,
    list: &List<'_>,
    mut element: Map<String, Value>,
    index: usize,
    check: &impl Fn(&Map<String, Value>, usize) -> Result<(), Reply>,
) -> Result<Value, Reply> {
    let id = Call::whole(&element, index, "id")?.filter(|id| *id > 0);
    if let Some(id) = id {
        list.one(call, id).ok_or_else(Reply::not_found)?;
        element.remove("id");
        call.written.change(kind, id, element);
        return list.one(call, id).ok_or_else(Reply::not_found);
    }
    check(&element, index)?;
    call.written
        .create(kind, first, |id| {
            element.insert("id".to_owned(), json!(id));
            Value::Object(element)
        })
        .ok_or_else(|| Reply::exception("The practice tenant holds no more new records."))
}

/// Deletes a record and answers with it.
pub(super) fn delete(call: &Call<'_>, kind: &'static str, list: &List<'_>) -> Reply {
    match call.id() {
        Err(reply) => reply,
        Ok(None) => Reply::not_found(),
        Ok(Some(id)) => list.one(call, id).map_or_else(Reply::not_found, |row| {
            call.written.delete(kind, id);
            Reply::ok(row)
        }),
    }
}

/// A text that must be there.
pub(super) fn require(element: &Map<String, Value>, field: &str, says: &str) -> Result<(), Reply> {
    match element.get(field).and_then(Value::as_str) {
        Some(text) if !text.trim().is_empty() => Ok(()),
        _ => Err(Reply::problem(says)),
    }
}

/// The fields of a JSON object.
pub(super) fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(fields) => fields,
        _ => Map::new(),
    }
}

/// A whole number written as Halo writes doubles: `95.0`.
#[expect(
    clippy::cast_precision_loss,
    reason = "ids are far below 2^52, where doubles are exact"
)]
pub(super) fn f64_of(id: i64) -> f64 {
    id as f64
}
