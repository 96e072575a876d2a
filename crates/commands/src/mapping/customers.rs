//! Customers put together from what Halo's several lists say of them.

use std::collections::BTreeMap;

use halo::CustomerDetail;
use mapping::Record;
use serde::{Deserialize, Serialize};

use super::Item;
use super::halo_list::named;
use super::room::LONGEST;

/// Adds what a customer's own record says of it.
pub(super) fn add(record: &mut Record, detail: CustomerDetail) {
    let said = |text: Option<String>| text.filter(|text| !text.trim().is_empty());
    record.domains.extend(said(detail.domain));
    record.domains.extend(said(detail.website));
    if record.phones.is_empty() {
        record.phones.extend(said(detail.phone));
    }
}

/// A row of either list as its page is kept.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(super) struct Kept {
    pub(super) id: i64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) of: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) name: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) domain: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) phone: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) town: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) postcode: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) country: Option<String>,
}

impl Kept {
    /// Without texts that are longer than what they are meant for.
    pub(super) fn short(mut self) -> Self {
        let fields = [
            &mut self.name,
            &mut self.domain,
            &mut self.phone,
            &mut self.town,
            &mut self.postcode,
            &mut self.country,
        ];
        for field in fields {
            field.take_if(|text| text.len() > LONGEST);
        }
        self
    }
}

/// Most domains and most numbers of one customer: each more would cost time, and tell nothing.
const MOST_OF_ONE: usize = 100;

/// Customers with what their sites say of them: every domain and number once, the place of the
/// first site that has one.
pub(super) fn together(customers: Vec<Kept>, sites: impl Iterator<Item = Kept>) -> Vec<Item> {
    let mut by_customer: BTreeMap<i64, Vec<Kept>> = BTreeMap::new();
    for site in sites {
        if let Some(customer) = site.of {
            by_customer.entry(customer).or_default().push(site);
        }
    }
    let customers = customers.into_iter().filter_map(|customer| {
        let mut item = named(customer.id, customer.name, None, None)?;
        let record = &mut item.record;
        for site in by_customer.remove(&customer.id).unwrap_or_default() {
            push_new(&mut record.domains, site.domain);
            push_new(&mut record.phones, site.phone);
            record.city = record.city.take().or(site.town);
            record.postcode = record.postcode.take().or(site.postcode);
            record.country = record.country.take().or(site.country);
        }
        Some(item)
    });
    customers.collect()
}

fn push_new(list: &mut Vec<String>, text: Option<String>) {
    if list.len() < MOST_OF_ONE {
        list.extend(text.filter(|text| !list.contains(text)));
    }
}
