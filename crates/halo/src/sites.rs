//! Sites: where customers are. Lists of customers carry no domain; their sites' rows do.
//!
//! Field names: schemas `Site` and `AddressStore` of Halo's own API description (confirmed, 2024).
//! That list rows have the address with `includeaddress`, and that an address has the town in its
//! third line, is inferred: both are used where they are there, and nothing relies on them.

use serde::Deserialize;

use crate::tolerant;

/// A site, as lists show it.
#[derive(Debug, Clone, Deserialize)]
#[serde(from = "SiteRow")]
pub struct Site {
    /// The site's number.
    pub id: i64,
    /// The customer it belongs to.
    pub customer_id: Option<i64>,
    /// Whether it is switched off.
    pub inactive: Option<bool>,
    /// "Email Domain": one or several, in any form.
    pub email_domain: Option<String>,
    /// Its telephone number.
    pub phone: Option<String>,
    /// The town.
    pub town: Option<String>,
    /// The postcode.
    pub postcode: Option<String>,
    /// The country.
    pub country: Option<String>,
}

#[derive(Deserialize)]
struct SiteRow {
    #[serde(deserialize_with = "tolerant::id")]
    id: i64,
    #[serde(default, deserialize_with = "tolerant::number")]
    client_id: Option<i64>,
    #[serde(default, deserialize_with = "tolerant::flag")]
    inactive: Option<bool>,
    #[serde(default, deserialize_with = "tolerant::text")]
    emaildomain: Option<String>,
    #[serde(default, deserialize_with = "tolerant::text")]
    phonenumber: Option<String>,
    #[serde(default, deserialize_with = "tolerant::text")]
    country_code: Option<String>,
    #[serde(default)]
    delivery_address: Option<Address>,
}

#[derive(Default, Deserialize)]
struct Address {
    #[serde(default, deserialize_with = "tolerant::text")]
    line3: Option<String>,
    #[serde(default, deserialize_with = "tolerant::text")]
    postcode: Option<String>,
}

impl From<SiteRow> for Site {
    fn from(row: SiteRow) -> Self {
        let address = row.delivery_address.unwrap_or_default();
        let said = |text: Option<String>| text.filter(|text| !text.trim().is_empty());
        Self {
            id: row.id,
            customer_id: row.client_id,
            inactive: row.inactive,
            email_domain: said(row.emaildomain),
            phone: said(row.phonenumber),
            town: said(address.line3),
            postcode: said(address.postcode),
            country: said(row.country_code),
        }
    }
}
