//! Whole lists, page by page.
//!
//! For what really needs every row, such as matching customers; checks never do. Every page
//! costs one request of the errand's budget, which also ends a list that never ends.

use std::{collections::HashSet, marker::PhantomData};

use serde::de::DeserializeOwned;

use crate::{
    customers::Customer, errand::Errand, error::HaloError, halo::Halo, resource::Resource,
};

/// A row that can be told from the others of its list.
pub trait Row: DeserializeOwned {
    /// The row's number.
    fn id(&self) -> i64;
}

impl Row for Customer {
    fn id(&self) -> i64 {
        self.id
    }
}

/// A list being read; [`Self::next`] reads one page.
#[derive(Debug)]
pub struct Pages<'a, T> {
    halo: &'a Halo,
    errand: &'a Errand,
    resource: Resource,
    number: usize,
    total: Option<u64>,
    seen: HashSet<i64>,
    ended: bool,
    rows: PhantomData<fn() -> T>,
}

impl<T: Row> Pages<'_, T> {
    /// How many rows there are in all, once Halo has said so.
    pub fn total(&self) -> Option<u64> {
        self.total
    }

    /// How many different rows have come so far.
    pub fn received(&self) -> usize {
        self.seen.len()
    }

    /// The rows of the next page that have not come before; `None` at the end.
    ///
    /// Halo may give fewer rows per page than asked for, so a short page is no end. The end is
    /// the announced number of rows, an empty page, or a page without a new row (some lists
    /// ignore the page number; confirmed, 2026). After an error the same page is asked again.
    pub async fn next(&mut self) -> Result<Option<Vec<T>>, HaloError> {
        if self.ended {
            return Ok(None);
        }
        let page = self
            .halo
            .page_of::<T>(self.errand, self.resource, self.number)
            .await?;
        self.number += 1;
        self.total = page.total.or(self.total);
        let rows: Vec<T> = page
            .rows
            .into_iter()
            .filter(|row| self.seen.insert(row.id()))
            .collect();
        let has_all = self
            .total
            .is_some_and(|total| self.seen.len() as u64 >= total);
        self.ended = has_all || rows.is_empty();
        Ok(Some(rows).filter(|rows| !rows.is_empty()))
    }
}

impl Halo {
    /// All customers this token may see, page by page.
    pub fn all_customers<'a>(&'a self, errand: &'a Errand) -> Pages<'a, Customer> {
        Pages {
            halo: self,
            errand,
            resource: Resource::Customers,
            number: 1,
            total: None,
            seen: HashSet::new(),
            ended: false,
            rows: PhantomData,
        }
    }
}
