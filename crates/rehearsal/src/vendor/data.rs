//! What is on the other product's server at the start: companies much like the tenant's customers,
//! and a matcher for each customer that its integration has found.
//!
//! As between any two products that have lived beside each other, some things are not so: a company
//! is written otherwise or missing, a customer is newer than the last synchronisation, another was
//! renamed since, and a few were matched by hand, one of them wrongly.

use serde_json::{Value, json};

use super::{INTEGRATION, OTHER_INTEGRATION};
use crate::generate::customers::{Customer, customer};

/// The key of its API.
pub(super) const KEY: &str = "practice-key-of-the-other-product";

/// A company.
#[derive(Debug, Clone)]
pub(super) struct Company {
    pub(super) id: u64,
    pub(super) name: String,
    customer: Customer,
}

/// One row to match: a customer that the integration has found, and its company.
#[derive(Debug, Clone)]
pub(super) struct Matcher {
    pub(super) id: u64,
    pub(super) integration: u64,
    pub(super) sync_id: i64,
    pub(super) name: String,
    pub(super) guess: Option<u64>,
    pub(super) company: Option<u64>,
}

/// The companies for a tenant with so many customers.
pub(super) fn companies(customers: usize) -> Vec<Company> {
    let there = (0..customers).filter(|position| position % 17 != 7);
    there
        .map(|position| {
            let customer = customer(position);
            Company {
                id: company_id(position),
                name: written(position, &customer.name),
                customer,
            }
        })
        .collect()
}

/// The matchers for a tenant with so many customers.
pub(super) fn matchers(customers: usize) -> Vec<Matcher> {
    let mut matchers = Vec::new();
    for position in 0..customers {
        let customer = customer(position);
        if customer.is_inactive || position % 23 == 11 {
            continue;
        }
        let company = (position % 17 != 7).then(|| company_id(position));
        let matched = match position {
            _ if position % 29 == 3 => Some(company_id(0)),
            _ if position % 6 == 2 => company,
            _ => None,
        };
        let renamed = position % 41 == 20;
        let before = |name: &str| format!("{} Associates", first_word(name));
        matchers.push(Matcher {
            id: 9_000 + number(position),
            integration: INTEGRATION,
            sync_id: customer.id,
            name: if renamed {
                before(&customer.name)
            } else {
                customer.name
            },
            guess: company.filter(|_| position % 9 != 4),
            company: matched,
        });
    }
    let devices = (0..customers.min(5)).map(|position| Matcher {
        id: 20_000 + number(position),
        integration: OTHER_INTEGRATION,
        sync_id: customer(position).id,
        name: format!("Site {position}"),
        guess: None,
        company: None,
    });
    matchers.extend(devices);
    matchers
}

fn company_id(position: usize) -> u64 {
    501 + number(position) * 3
}

fn number(position: usize) -> u64 {
    u64::try_from(position).expect("a position fits")
}

/// The name as somebody has typed it there.
fn written(position: usize, name: &str) -> String {
    match position % 19 {
        4 => name.to_uppercase(),
        9 => name
            .rsplit_once(' ')
            .map_or(name, |(root, _)| root)
            .to_owned(),
        _ => name.to_owned(),
    }
}

fn first_word(name: &str) -> &str {
    name.split_whitespace().next().unwrap_or(name)
}

impl Company {
    pub(super) fn json(&self) -> Value {
        json!({
            "id": self.id,
            "slug": format!("company-{}", self.id),
            "name": self.name,
            "website": format!("https://www.{}", self.customer.domain),
            "phone_number": self.customer.phone,
            "city": self.customer.town,
            "zip": self.customer.postcode,
            "country_name": self.customer.country,
            "integrations": [],
        })
    }
}

impl Matcher {
    pub(super) fn json(&self, companies: &[Company]) -> Value {
        let company = self.company.and_then(|id| {
            let mut all = companies.iter();
            all.find(|company| company.id == id)
        });
        let integrator = match self.integration {
            INTEGRATION => "halo",
            _ => "devices",
        };
        json!({
            "id": self.id,
            "integrator_id": self.integration,
            "integrator_name": integrator,
            "sync_id": self.sync_id,
            "identifier": null,
            "name": self.name,
            "potential_company_id": self.guess,
            "company_id": self.company,
            "company_name": company.map(|company| &company.name),
        })
    }
}
