//! One entry of a list: some lists open for everybody, and only an entry shows whether the agent
//! may read what is in it.
//!
//! Contracts are so: their list answered an agent whose every look at one contract was a 401
//! (confirmed, 2026). Deliberately not here: what the entry says.

use serde::Deserialize;

use crate::{
    errand::Errand,
    error::HaloError,
    halo::{Halo, Look, page},
    resource::Resource,
    tolerant,
};

#[derive(Deserialize)]
struct Entry {
    #[serde(deserialize_with = "tolerant::id")]
    id: i64,
}

impl Halo {
    /// Reads at most one row of a list, as [`Halo::look`] does, and tells the row's number.
    pub async fn look_for_one(
        &self,
        errand: &Errand,
        resource: Resource,
    ) -> Result<(Look, Option<i64>), HaloError> {
        let listing = self.first::<Entry>(errand, resource, &page(1, 1)).await?;
        let look = Look {
            total: listing.total,
            rows: listing.rows.len(),
        };
        Ok((look, listing.rows.first().map(|entry| entry.id)))
    }

    /// Opens one entry, to see whether it may be read.
    pub async fn open(
        &self,
        errand: &Errand,
        resource: Resource,
        id: i64,
    ) -> Result<(), HaloError> {
        let path = format!("{}/{id}", resource.path());
        self.get(errand, &path, &[]).await.map(|_| ())
    }
}
