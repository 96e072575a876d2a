//! Customers put together from what Halo's several lists say of them.

use std::collections::BTreeMap;

use halo::CustomerDetail;
use mapping::Record;
use serde::{Deserialize, Serialize};

use super::Item;
use super::external_ids::Whose;
use super::halo_list::named;
use super::left_out::{LeftOut, Why};
use super::room::LONGEST;

/// Adds what a customer's own record says of it, without texts that cannot be kept.
pub(super) fn add(record: &mut Record, detail: CustomerDetail) {
    let can_be_kept = |text: &String| {
        !text.trim().is_empty() && text.len() <= LONGEST && !store::looks_like_a_secret(text)
    };
    let said = |text: Option<String>| text.filter(can_be_kept);
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
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) accounts: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) itglue: Option<String>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(super) off: bool,
    /// Why it cannot be used; its texts are not kept then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) unusable: Option<Why>,
}

impl Kept {
    /// Without texts that are longer than what they are meant for; without any, where one looks
    /// like a client secret, and with the reason.
    pub(super) fn checked(mut self) -> Self {
        let is_named = self.name.is_some();
        let holds_a_secret = self
            .texts()
            .iter()
            .any(|text| text.as_deref().is_some_and(store::looks_like_a_secret));
        for text in self.texts() {
            text.take_if(|text| holds_a_secret || text.len() > LONGEST);
        }
        if holds_a_secret {
            self.unusable = Some(Why::Secret);
        } else if is_named && self.name.is_none() {
            self.unusable = Some(Why::TooLong);
        }
        self
    }

    fn texts(&mut self) -> [&mut Option<String>; 8] {
        [
            &mut self.name,
            &mut self.domain,
            &mut self.phone,
            &mut self.town,
            &mut self.postcode,
            &mut self.country,
            &mut self.accounts,
            &mut self.itglue,
        ]
    }
}

/// Most domains and most numbers of one customer: each more would cost time, and tell nothing.
const MOST_OF_ONE: usize = 100;

/// Customers with what their sites say of them: every domain and number once, the place of the
/// first site that has one.
pub(super) fn together(
    customers: impl Iterator<Item = Kept>,
    sites: impl Iterator<Item = Kept>,
    left_out: &mut LeftOut,
) -> Vec<Item> {
    let mut by_customer: BTreeMap<i64, Vec<Kept>> = BTreeMap::new();
    for (place, site) in (1..).zip(sites) {
        if let Some(why) = site.unusable {
            left_out.site(place, site.id, why);
        } else if let Some(customer) = site.of {
            by_customer.entry(customer).or_default().push(site);
        }
    }
    let customers = (1..).zip(customers).filter_map(|(place, customer)| {
        let Some(mut item) = named(customer.id, customer.name, None, None) else {
            let why = customer.unusable.unwrap_or(Why::NoName);
            left_out.row(place, Some(&customer.id.to_string()), why);
            return None;
        };
        item.off = customer.off;
        let record = &mut item.record;
        let ids = [
            (Whose::Accounts, customer.accounts),
            (Whose::ItGlue, customer.itglue),
        ];
        let owned = ids
            .into_iter()
            .filter_map(|(whose, id)| Some(whose.owned(&id?)));
        record.external_ids.extend(owned);
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
