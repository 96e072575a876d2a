//! Customers and tickets: what of them this token may see.
//!
//! Field names: schemas `Area` and `Faults` of Halo's own API description (confirmed, 2024).

use serde::Deserialize;

use crate::{
    envelope::Listing,
    errand::Errand,
    error::HaloError,
    halo::{Halo, PAGE, page},
    resource::Resource,
    tolerant,
};

/// A customer, as lists show it.
#[derive(Debug, Clone, Deserialize)]
pub struct Customer {
    /// The customer's number.
    #[serde(deserialize_with = "tolerant::id")]
    pub id: i64,
    /// The customer's name.
    #[serde(default, deserialize_with = "tolerant::text")]
    pub name: Option<String>,
    /// The name of the group it belongs to.
    #[serde(default, rename = "toplevel_name", deserialize_with = "tolerant::text")]
    pub top_level: Option<String>,
    /// Whether it is switched off.
    #[serde(default, deserialize_with = "tolerant::flag")]
    pub inactive: Option<bool>,
    /// Its id in the accounting product.
    #[serde(default, rename = "accountsid", deserialize_with = "tolerant::text")]
    pub accounts_id: Option<String>,
    /// Its id in IT Glue.
    #[serde(default, deserialize_with = "tolerant::text")]
    pub itglue_id: Option<String>,
}

/// What only a customer's own record says of it.
#[derive(Debug, Clone, Deserialize)]
pub struct CustomerDetail {
    /// The address of its web site.
    #[serde(default, deserialize_with = "tolerant::text")]
    pub website: Option<String>,
    /// Its domain.
    #[serde(default, deserialize_with = "tolerant::text")]
    pub domain: Option<String>,
    /// Its main telephone number.
    #[serde(
        default,
        rename = "main_phonenumber",
        deserialize_with = "tolerant::text"
    )]
    pub phone: Option<String>,
}

/// A ticket, as lists show it.
#[derive(Debug, Clone, Deserialize)]
pub struct Ticket {
    /// The ticket's number.
    #[serde(deserialize_with = "tolerant::id")]
    pub id: i64,
    /// Its summary.
    #[serde(default, deserialize_with = "tolerant::text")]
    pub summary: Option<String>,
}

impl Halo {
    /// The first page of customers, at most 100, and how many there are in all.
    pub async fn customers(&self, errand: &Errand) -> Result<Listing<Customer>, HaloError> {
        self.first(errand, Resource::Customers, &page(1, PAGE))
            .await
    }

    /// One customer's own record.
    pub async fn customer(&self, errand: &Errand, id: i64) -> Result<CustomerDetail, HaloError> {
        self.record(
            errand,
            &format!("Client/{id}"),
            &[crate::halo::on("includedetails")],
        )
        .await
    }

    /// At most one ticket, and how many there are in all.
    pub async fn tickets(&self, errand: &Errand) -> Result<Listing<Ticket>, HaloError> {
        self.first(errand, Resource::Tickets, &page(1, 1)).await
    }
}
