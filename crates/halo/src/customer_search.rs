//! Customers by a part of their name, for a person to pick one from.
//!
//! Parameters: Halo's own API description (confirmed, 2024). Deliberately not here: all customers
//! ([`Halo::all_customers`]).

use crate::{
    customers::Customer,
    envelope::Listing,
    errand::Errand,
    error::HaloError,
    halo::{Halo, on, page},
    resource::Resource,
};

impl Halo {
    /// The first customers, at most `most`, whose name holds `part`, and how many there are in
    /// all. An empty part finds everybody.
    pub async fn customers_named(
        &self,
        errand: &Errand,
        part: &str,
        most: usize,
    ) -> Result<Listing<Customer>, HaloError> {
        let mut query = page(1, most);
        if !part.is_empty() {
            query.push(("search", part.to_owned()));
            query.push(on("search_name_only"));
        }
        self.list(errand, Resource::Customers, &query).await
    }
}
